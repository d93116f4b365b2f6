import { isWordCode } from '../text/chars.ts'
import { entryAt, type Entry, type Family, type Phrase, type PhraseValues } from './lexicon.ts'

/** The words of a folded text, where each one starts, and what is known of each. */
export interface Words {
  start: number[]
  /** Whether a full stop, colon, bar or line end stands between this word and the one before. */
  cut: boolean[]
  entry: Entry[]
  /** The cues of all words together. */
  cues: number
}

export interface Found<T> {
  value: T
  start: number
  end: number
}

/** Every vocabulary's phrases in one text, in the order they stand. */
export type Phrases = { [F in Family]: Found<PhraseValues[F]>[] }

const isBreak = (folded: string, at: number): boolean => {
  switch (folded.charCodeAt(at)) {
    case 46: {
      const next = folded.charCodeAt(at + 1)
      return next === 32 || next === 10
    }
    case 59:
    case 58:
    case 33:
    case 63:
    case 10:
    case 124:
    case 0x2022:
      return true
    default:
      return false
  }
}

/**
 * Splits folded text into runs of letters and digits. One walk. A statement that begins inside a run, where
 * a line break was lost ("experienceStrong"), begins a word.
 */
export function wordsOf(folded: string, statements: readonly { start: number }[] = []): Words {
  const start: number[] = []
  const cut: boolean[] = []
  const entry: Entry[] = []
  let cues = 0
  let broken = true
  let statement = 0
  let begins = statements[0]?.start ?? -1
  const { length } = folded
  let at = 0
  while (at < length) {
    let code = folded.charCodeAt(at)
    if (!isWordCode(code)) {
      if (code !== 32 && !broken) broken = isBreak(folded, at)
      at += 1
      continue
    }
    while (begins >= 0 && begins <= at) begins = statements[++statement]?.start ?? -1
    const from = at
    let hash = 0
    do {
      hash = (Math.imul(hash, 31) + code) | 0
      at += 1
      code = at < length ? folded.charCodeAt(at) : 32
    } while (isWordCode(code) && at !== begins)
    const known = entryAt(folded, from, at, hash)
    start.push(from)
    cut.push(broken)
    entry.push(known)
    cues |= known.cues
    broken = at === begins
  }
  return { start, cut, entry, cues }
}

/**
 * The matches in one statement of a pattern with the `y` flag, tried only where a word with the cue starts;
 * they do not overlap. `base` is where the statement stands in the text that `words` are of; offsets of
 * matches are the statement's own.
 */
export function matchesAtWords(
  pattern: RegExp,
  statement: string,
  words: Words,
  base: number,
  cue: number,
): RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  const end = base + statement.length
  let free = base
  for (let at = wordIndexAt(words, base); at < words.start.length; at += 1) {
    const start = words.start[at] ?? 0
    if (start >= end) break
    if (start < free || ((words.entry[at]?.cues ?? 0) & cue) === 0) continue
    pattern.lastIndex = start - base
    const match = pattern.exec(statement)
    if (match === null) continue
    found.push(match)
    free = start + match[0].length
  }
  return found
}

/** Index of the first word that starts at or after an offset. */
export function wordIndexAt(words: Words, offset: number): number {
  let low = 0
  let high = words.start.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((words.start[middle] ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** The cues of the words inside each of some spans, which must be in order and apart. */
export function cuesOfSpans(
  words: Words,
  spans: readonly { start: number; end: number }[],
): number[] {
  let at = 0
  return spans.map(({ start, end }) => {
    let cues = 0
    while (at < words.start.length && (words.start[at] ?? 0) < start) at += 1
    while (at < words.start.length && (words.start[at] ?? 0) < end) {
      cues |= words.entry[at]?.cues ?? 0
      at += 1
    }
    return cues
  })
}

const none = (): Phrases => ({
  subject: [],
  specialty: [],
  system: [],
  settingNoun: [],
  settingName: [],
  settingTrade: [],
  state: [],
})

/**
 * Every phrase of every vocabulary in a text; where several of one vocabulary start at one word the longest
 * wins. A hyphen, slash or dot in the text counts as a blank.
 */
export function phrasesIn(words: Words): Phrases {
  const found = none()
  const { start, entry } = words
  for (let at = 0; at < entry.length; at++) {
    const candidates = entry[at]?.phrases
    if (candidates == null) continue
    let taken: Family | null = null
    for (const phrase of candidates) {
      const { family, value } = phrase
      if (family === taken || !standsAt(phrase, words, at)) continue
      taken = family
      const last = at + phrase.rest.length
      const list = found[family] as Found<typeof value>[]
      list.push({ value, start: start[at] ?? 0, end: endOf(words, last) })
    }
  }
  return found
}

const endOf = (words: Words, at: number): number =>
  (words.start[at] ?? 0) + (words.entry[at]?.word.length ?? 0)

function standsAt({ rest, open }: Phrase, words: Words, at: number): boolean {
  for (let i = 0; i < rest.length; i++) {
    const wanted = rest[i] ?? ''
    const next = at + i + 1
    const got = words.entry[next]?.word
    if (got === undefined) return false
    // '' stands for any one word.
    if (
      got !== wanted &&
      wanted !== '' &&
      !(open && i === rest.length - 1 && got.startsWith(wanted))
    )
      return false
    // A phrase stays within one statement, and within one run of text.
    if (words.cut[next] === true) return false
    if ((words.start[next] ?? 0) - endOf(words, next - 1) > 3) return false
  }
  return true
}
