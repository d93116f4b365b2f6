import { readAdvert } from '../read/read-advert.ts'
import type { Reading } from '../reading.ts'
import { NUMBER_WORDS } from '../text/number-words.ts'
import { runText, type Run, type Words } from './words.ts'

/** A text that is compared: its words and, once somebody asks, what the reader makes of it. */
export interface ReadText {
  words: Words
  reading: () => Reading
}

export function readText(words: Words, title: string): ReadText {
  let reading: Reading | undefined
  return { words, reading: () => (reading ??= readAdvert({ title, text: words.text })) }
}

/** The words that only one of two texts has. */
export interface Side {
  text: ReadText
  runs: Run[]
}

const STRENGTH =
  /^(?:and|or|and\/or)$|\brequire|\bprefer|\bdesir|\bmust\b|\bmandatory|\boptional|\ba plus\b|\bneed|\bnot?\b|\bonly\b|\bhire\b|\bwithin\b|\bminimum|\bat least/i
/** Words this near to an amount or a credential may change what is asked of it. */
const NEAR = 8

/**
 * Whether a side's own words speak of a matter: they hold a word of it (`cue`), are part of a `mention`, or
 * tell how strongly one near by is meant.
 */
export function touched(sides: readonly Side[], cue: RegExp, mention: RegExp | null): boolean {
  return sides.some(({ text: { words }, runs }) => {
    const places = mention === null ? [] : [...words.text.matchAll(mention)].map(spanOf)
    return runs.some((run) => {
      const own = runText(words, run)
      if (cue.test(own) || places.some((p) => overlaps(words, run, p))) return true
      const wide = {
        from: Math.max(0, run.from - NEAR),
        to: Math.min(words.list.length, run.to + NEAR),
      }
      return STRENGTH.test(own) && places.some((p) => overlaps(words, wide, p))
    })
  })
}

export interface Span {
  start: number
  end: number
}

export const spanOf = (m: RegExpMatchArray): Span => ({
  start: m.index ?? 0,
  end: (m.index ?? 0) + m[0].length,
})

export function overlaps(words: Words, run: Run, { start, end }: Span): boolean {
  return (words.starts[run.from] ?? 0) < end && (words.ends[run.to - 1] ?? 0) > start
}

/** What a pattern finds in a side's own words: its first group, figures as figures. */
export function valuesOf(words: Words, runs: readonly Run[], pattern: RegExp): string[] {
  const found = [...words.text.matchAll(pattern)].filter((m) =>
    runs.some((run) => overlaps(words, run, spanOf(m))),
  )
  return [...new Set(found.map((m) => figure(m[1] ?? m[0])))].sort()
}

const ROMAN: Readonly<Record<string, string>> = { I: '1', II: '2', III: '3', IV: '4', V: '5' }
const figure = (text: string): string =>
  ROMAN[text] ?? String(NUMBER_WORDS[text.toLowerCase()] ?? text)

const SENTENCE_END = /[.!?](?=\s|[A-Z])/g
/** In characters; a text melted into one line has no ends. */
const LONGEST_SENTENCE = 200
/** The sentence a run stands in, and what of its line stands before the run. */
export function lineOf(words: Words, run: Run): { text: string; before: string } {
  const start = words.starts[run.from] ?? 0
  const end = words.ends[run.to - 1] ?? start
  const before = words.text.slice(words.text.lastIndexOf('\n', start - 1) + 1, start)
  const after = words.text.slice(end, end + LONGEST_SENTENCE)
  const from = [...before.matchAll(SENTENCE_END)].at(-1)
  const to = /\n|[.!?](?=\s|[A-Z])/.exec(after)
  return {
    text:
      before.slice(from === undefined ? -LONGEST_SENTENCE : from.index + 1) +
      words.text.slice(start, end) +
      after.slice(0, to?.index),
    before,
  }
}
