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

/**
 * Requirements that all stand: the worst of them. Two modest misses are no longer modest, but one that may
 * be no miss at all (`untold`) then counts as unknown: so to know or have more never makes the whole worse.
 */
export function allOf(parts: readonly Standing[]): Standing {
  let verdict: Verdict = 'open'
  let misses = 0
  let untold = 0
  for (const part of parts) {
    verdict = worse(verdict, part.verdict)
    if (part.verdict !== 'stretch') continue
    if (part.untold === true) untold += 1
    else misses += 1
  }
  if (misses > 1) return { verdict: 'not_yet' }
  if (misses + untold > 1) return { verdict: worse(verdict, 'unknown') }
  return verdict === 'stretch' && untold === 1 ? { verdict, untold: true } : { verdict }
}

const STANDINGS: readonly Standing[] = [
  { verdict: 'not_yet' },
  { verdict: 'unknown' },
  { verdict: 'stretch', untold: true },
  { verdict: 'stretch' },
  { verdict: 'likely' },
  { verdict: 'open' },
]

/** A standing as a small number, for tables of many, and back. */
export const standingCode = ({ verdict, untold }: Standing): number =>
  STANDINGS.findIndex((s) => s.verdict === verdict && (s.untold === true) === (untold === true))
export const standingOf = (code: number): Standing => STANDINGS[code] as Standing

/** Requirements of which one is enough: the best of them. */
export function anyOf(parts: readonly Standing[]): Standing {
  const verdict = parts.reduce<Verdict>((best, p) => better(best, p.verdict), 'not_yet')
  const untold =
    verdict === 'stretch' && parts.some((p) => p.verdict === 'unknown' || p.untold === true)
  return { verdict, untold }
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
