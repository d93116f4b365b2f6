/** So many listings with one amount. */
export interface Tally {
  amount: number
  n: number
}

/** One figure; null below the least sample. */
export interface Figure {
  value: number | null
  /** How many listings it rests on. */
  sample: number
}

/** Fewer listings than this say nothing about a market. */
export const LEAST_SAMPLE = 5

export const figure = (value: number | null, sample: number): Figure => ({
  value: sample < LEAST_SAMPLE ? null : value,
  sample,
})

export const countOf = (tallies: readonly Tally[]): number =>
  tallies.reduce((sum, { n }) => sum + n, 0)

/**
 * The amount below which the given share (0 to 1) of the listings lies, between two of them in proportion, as
 * PostgreSQL's percentile_cont has it: 0.5 of an even number is the mean of the two in the middle. null of none.
 */
export function quantile(tallies: readonly Tally[], share: number): number | null {
  const sorted = [...tallies].filter(({ n }) => n > 0).sort((a, b) => a.amount - b.amount)
  const total = countOf(sorted)
  if (total === 0) return null
  const position = (total - 1) * share
  const below = at(sorted, Math.floor(position))
  const above = at(sorted, Math.ceil(position))
  return below + (above - below) * (position - Math.floor(position))
}

/** The amount of the listing with this place in the order, counted from 0. */
function at(sorted: readonly Tally[], place: number): number {
  let before = 0
  for (const { amount, n } of sorted) {
    before += n
    if (place < before) return amount
  }
  return sorted.at(-1)?.amount ?? 0
}
