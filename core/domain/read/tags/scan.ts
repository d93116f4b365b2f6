import type { Advert, Structured } from '../../advert.ts'
import type { Evidence } from '../../reading.ts'
import type { AdvertText, Section, Sentence } from '../../text/document.ts'
import { fold } from '../../text/fold.ts'

/**
 * One advert prepared once for every tag family: the lower-cased text (same length as the text, so that
 * positions agree), its words, and the same for title and employer.
 */
export interface Scan {
  doc: AdvertText
  /** `doc.text` folded (text/fold.ts): lower case, plain signs, position for position. */
  lower: string
  words: Words
  title: string
  titleLower: string
  titleWords: Words
  employer: string
  employerLower: string
  employerWords: Words
  place: string
  structured: Structured
}

/** The words of a text and where each one starts. */
export interface Words {
  word: string[]
  start: number[]
  /** Whether a full stop, colon, bar or line end stands between this word and the one before. */
  cut: boolean[]
  has: ReadonlySet<string>
}

export interface Found<T> {
  value: T
  start: number
  end: number
}

/** A list of phrases arranged by first word, so that a text is searched in one walk over its words. */
export interface PhraseIndex<T> {
  byFirst: ReadonlyMap<string, readonly { words: string[]; value: T }[]>
}

/** Prepares an advert for the tag families. Pure; never throws. */
export function scanOf(doc: AdvertText, advert: Advert): Scan {
  const lower = fold(doc.text)
  const titleLower = fold(doc.title)
  const employer = doc.employer ?? ''
  const employerLower = fold(employer)
  return {
    doc,
    lower,
    words: wordsOf(lower),
    title: doc.title,
    titleLower,
    titleWords: wordsOf(titleLower),
    employer,
    employerLower,
    employerWords: wordsOf(employerLower),
    place: doc.place ?? '',
    structured: advert.structured ?? {},
  }
}

const isWordCode = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code >= 192

const isBreak = (lower: string, at: number): boolean => {
  const sign = lower.charAt(at)
  if (sign === '.') return lower.charAt(at + 1) === ' ' || lower.charAt(at + 1) === '\n'
  return sign !== '' && ';:!?\n|•'.includes(sign)
}

/** Splits lower-cased text into runs of letters and digits. */
export function wordsOf(lower: string): Words {
  const word: string[] = []
  const start: number[] = []
  const cut: boolean[] = []
  let broken = true
  let from = -1
  for (let at = 0; at <= lower.length; at++) {
    const inWord = at < lower.length && isWordCode(lower.charCodeAt(at))
    if (inWord) {
      if (from < 0) {
        from = at
        cut.push(broken)
        broken = false
      }
    } else if (from >= 0) {
      word.push(lower.slice(from, at))
      start.push(from)
      from = -1
      broken = isBreak(lower, at)
    } else if (isBreak(lower, at)) broken = true
  }
  return { word, start, cut, has: new Set(word) }
}

/**
 * Arranges phrases for `findPhrases`. A phrase is words separated by blanks; a hyphen, slash or dot in the
 * text counts as a blank. A last word ending in `*` also matches longer words.
 */
export function phraseIndex<T>(
  entries: Iterable<readonly [phrase: string, value: T]>,
): PhraseIndex<T> {
  const byFirst = new Map<string, { words: string[]; value: T }[]>()
  for (const [phrase, value] of entries) {
    const words = phrase.split(' ')
    const first = words[0] ?? ''
    const list = byFirst.get(first)
    if (list) list.push({ words, value })
    else byFirst.set(first, [{ words, value }])
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length)
  return { byFirst }
}

/** Every phrase of the index in the text; where several start at one word the longest wins. */
export function findPhrases<T>(index: PhraseIndex<T>, words: Words): Found<T>[] {
  const found: Found<T>[] = []
  for (let at = 0; at < words.word.length; at++) {
    const candidates = index.byFirst.get(words.word[at] ?? '')
    if (!candidates) continue
    const hit = candidates.find((c) => phraseAt(c.words, words, at))
    if (!hit) continue
    const last = at + hit.words.length - 1
    const end = (words.start[last] ?? 0) + (words.word[last] ?? '').length
    found.push({ value: hit.value, start: words.start[at] ?? 0, end })
  }
  return found
}

function phraseAt(phrase: readonly string[], words: Words, at: number): boolean {
  for (let i = 1; i < phrase.length; i++) {
    const wanted = phrase[i] ?? ''
    const got = words.word[at + i]
    if (got === undefined) return false
    if (wanted.endsWith('*') ? !got.startsWith(wanted.slice(0, -1)) : got !== wanted) return false
    // A phrase stays within one statement, and within one run of text.
    if (words.cut[at + i] === true) return false
    const gap = (words.start[at + i] ?? 0) - (words.start[at + i - 1] ?? 0)
    if (gap - (words.word[at + i - 1] ?? '').length > 3) return false
  }
  return true
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
