import type { Reason, Verdict } from '../profile.ts'

/** The promised order, worst to best: not_yet, unknown, stretch, likely, open. */
const RANK: Readonly<Record<Verdict, number>> = {
  not_yet: 0,
  unknown: 1,
  stretch: 2,
  likely: 3,
  open: 4,
}

/** Negative when `a` is worse than `b`. */
export const compareVerdicts = (a: Verdict, b: Verdict): number => RANK[a] - RANK[b]
export const worse = (a: Verdict, b: Verdict): Verdict => (RANK[a] <= RANK[b] ? a : b)
export const better = (a: Verdict, b: Verdict): Verdict => (RANK[a] >= RANK[b] ? a : b)

/** How one requirement stands, or several together. */
export interface Standing {
  verdict: Verdict
  /**
   * With `stretch`: what is recorded falls modestly short, and the rest may stand under a broader answer of
   * the person, so it may as well be called unknown.
   */
  untold?: boolean
}

/**
 * One requirement held against a profile. Its verdict says what would become of the advert if it asked
 * nothing else: met is `open`, met in the usual way or unsaid is `likely`, missed by a modest margin is
 * `stretch`, clearly missed is `not_yet`, not to be told from the profile is `unknown`.
 */
export interface Finding extends Standing {
  /** 0 (nothing of it) to 1 (met): orders adverts of one verdict. */
  nearness: number
  /** The sentences, made only when somebody reads them. */
  explain: () => Reason
}

/** Standings as numbers, worst to best; an untold stretch stands between unknown and a plain one. */
const STANDINGS: readonly Standing[] = [
  { verdict: 'not_yet' },
  { verdict: 'unknown' },
  { verdict: 'stretch', untold: true },
  { verdict: 'stretch' },
  { verdict: 'likely' },
  { verdict: 'open' },
]
const [NOT_YET, UNKNOWN, UNTOLD, STRETCH] = [0, 1, 2, 3] as const
const NUMBER: Readonly<Record<Verdict, number>> = {
  not_yet: NOT_YET,
  unknown: UNKNOWN,
  stretch: STRETCH,
  likely: 4,
  open: 5,
}

/** A standing as a small number, for tables of many, and back. */
export const standingCode = ({ verdict, untold }: Standing): number =>
  verdict === 'stretch' && untold === true ? UNTOLD : NUMBER[verdict]
export const standingOf = (code: number): Standing => STANDINGS[code] as Standing

/**
 * Requirements that all stand: the worst of them. Two modest misses are no longer modest, but one that may
 * be no miss at all (`untold`) then counts as unknown: so to know or have more never makes the whole worse.
 */
export const allOf = (parts: readonly Standing[]): Standing =>
  standingOf(allOfCodes(codesOf(parts), 0, parts.length))

/** Requirements of which one is enough: the best of them. */
export const anyOf = (parts: readonly Standing[]): Standing =>
  standingOf(anyOfCodes(codesOf(parts), 0, parts.length))

function codesOf(parts: readonly Standing[]): Uint8Array {
  const codes = new Uint8Array(parts.length)
  for (let i = 0; i < parts.length; i += 1) codes[i] = standingCode(parts[i] as Standing)
  return codes
}

/** `allOf` by the numbers of standings, those from `from` up to `to`. */
export function allOfCodes(codes: Uint8Array, from: number, to: number): number {
  let worst = STANDINGS.length - 1
  let misses = 0
  let untold = 0
  for (let i = from; i < to; i += 1) {
    const code = codes[i] as number
    if (code < worst) worst = code
    if (code === STRETCH) misses += 1
    else if (code === UNTOLD) untold += 1
  }
  if (misses > 1) return NOT_YET
  return misses + untold > 1 ? Math.min(worst, UNKNOWN) : worst
}

/** `anyOf` by the numbers of standings, those from `from` up to `to`. */
export function anyOfCodes(codes: Uint8Array, from: number, to: number): number {
  let best: number = NOT_YET
  let unsure = false
  for (let i = from; i < to; i += 1) {
    const code = codes[i] as number
    if (code > best) best = code
    unsure ||= code === UNKNOWN || code === UNTOLD
  }
  return best === STRETCH && unsure ? UNTOLD : best
}

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth']
const COUNTS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight']

/** "second of three". */
export const nthOf = (index: number, count: number): string =>
  `${ORDINALS[index] ?? `${index + 1}th`} of ${COUNTS[count] ?? count}`

/** "A", "A or B", "A, B or C". */
export function listed(items: readonly string[], word: 'or' | 'and'): string {
  if (items.length < 2) return items[0] ?? ''
  return `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1) ?? ''}`
}

/** The advert's words; a tag without words of its own has null. */
export const wordsOf = (leaf: { words: string }): string | null =>
  leaf.words.trim() === '' ? null : leaf.words
