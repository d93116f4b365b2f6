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

/**
 * One requirement held against a profile. Its verdict says what would become of the advert if it asked
 * nothing else: met is `open`, met in the usual way or unsaid is `likely`, missed by a modest margin is
 * `stretch`, clearly missed is `not_yet`, not to be told from the profile is `unknown`.
 */
export interface Finding {
  verdict: Verdict
  /** 0 (nothing of it) to 1 (met): orders adverts of one verdict. */
  nearness: number
  /** The sentences, made only when somebody reads them. */
  explain: () => Reason
}

/** The verdict of requirements that all stand: the worst of them; two modest misses are no longer modest. */
export function allOf(verdicts: readonly Verdict[]): Verdict {
  let result: Verdict = 'open'
  let misses = 0
  for (const verdict of verdicts) {
    result = worse(result, verdict)
    if (verdict === 'stretch') misses += 1
  }
  return misses > 1 ? 'not_yet' : result
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
