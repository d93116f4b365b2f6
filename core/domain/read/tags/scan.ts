import type { Advert, Structured } from '../../advert.ts'
import type { Evidence } from '../../reading.ts'
import type { AdvertText, Section, Sentence } from '../../text/document.ts'
import { fold } from '../../text/fold.ts'
import { cuesOfSpans, phrasesIn, wordsOf, type Found, type Phrases, type Words } from '../words.ts'

export type { Found }

/**
 * One advert prepared once for every tag family: the lower-cased text (same length as the text, so that
 * positions agree), its words, and the same for title and employer.
 */
export interface Scan {
  doc: AdvertText
  /** `doc.text` folded (text/fold.ts): lower case, plain signs, position for position. */
  lower: string
  words: Words
  /** The phrases of every vocabulary in the text, the title and the employer's name. */
  phrases: Phrases
  /** The cues of each statement, in the order of `doc.sentences`. */
  cues: readonly number[]
  title: string
  titleLower: string
  titleWords: Words
  titlePhrases: Phrases
  employer: string
  employerLower: string
  employerPhrases: Phrases
  place: string
  structured: Structured
}

/** Prepares an advert for the tag families. Pure; never throws. */
export function scanOf(doc: AdvertText, advert: Advert): Scan {
  const lower = doc.folded
  const words = wordsOf(lower, doc.sentences)
  const titleLower = fold(doc.title)
  const titleWords = wordsOf(titleLower)
  const employer = doc.employer ?? ''
  const employerLower = fold(employer)
  return {
    doc,
    lower,
    words,
    phrases: phrasesIn(words),
    cues: cuesOfSpans(words, doc.sentences),
    title: doc.title,
    titleLower,
    titleWords,
    titlePhrases: phrasesIn(titleWords),
    employer,
    employerLower,
    employerPhrases: phrasesIn(wordsOf(employerLower)),
    place: doc.place ?? '',
    structured: advert.structured ?? {},
  }
}

/** Evidence that quotes the shown text. */
export function quote(scan: Scan, start: number, end: number, rule: string): Evidence {
  return { start, end, words: scan.doc.text.slice(start, end), rule }
}

/** Evidence from outside the text: the title, the employer's name, the place or a feed's own field. */
export function outside(words: string, rule: string): Evidence {
  return { start: 0, end: 0, words, rule }
}

/** The sentence that holds a position; null between sentences. Binary search: sentences are in order. */
export function sentenceAt(scan: Scan, position: number): Sentence | null {
  const list = scan.doc.sentences
  let low = 0
  let high = list.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const sentence = list[middle]
    if (!sentence) return null
    if (position < sentence.start) high = middle - 1
    else if (position >= sentence.end) low = middle + 1
    else return sentence
  }
  return null
}

/** The section a sentence stands in. */
export function sectionOf(scan: Scan, sentence: Sentence | null): Section | null {
  return sentence ? (scan.doc.sections[sentence.section] ?? null) : null
}

/** A stretch of the lower-cased text round a span, cut at the sentence's ends and at `reach` signs. */
export function around(scan: Scan, start: number, end: number, reach: number): string {
  const sentence = sentenceAt(scan, start)
  const from = Math.max(sentence?.start ?? 0, start - reach)
  const to = Math.min(sentence?.end ?? scan.lower.length, end + reach)
  return scan.lower.slice(from, to)
}
