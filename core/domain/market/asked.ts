import { countOf, figure, quantile, type Figure } from './tally.ts'

/** So many listings that ask the same. */
export interface AskedCount {
  /** Months asked, 0 when the text says none is needed; null when no amount is stated. */
  months: number | null
  /** Open to people without paid work, with or without a credential. */
  newcomer: boolean
  n: number
}

/** What any set of listings asks. */
export interface Asked {
  listings: number
  /** Median of the months asked, over the listings that state an amount. */
  median_months: Figure
  /** Share (0 to 1) of listings open to newcomers, over all of the set. */
  open_to_newcomers: Figure
}

export function asked(rows: readonly AskedCount[]): Asked {
  const stated = rows.flatMap(({ months, n }) => (months === null ? [] : [{ amount: months, n }]))
  const listings = sum(rows)
  const open = sum(rows.filter(({ newcomer }) => newcomer))
  return {
    listings,
    median_months: figure(quantile(stated, 0.5), countOf(stated)),
    open_to_newcomers: figure(listings === 0 ? null : open / listings, listings),
  }
}

const sum = (rows: readonly { n: number }[]): number => rows.reduce((all, { n }) => all + n, 0)

/** Rows by a key, in the order in which the keys are met. */
export function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group === undefined) groups.set(keyOf(row), [row])
    else group.push(row)
  }
  return groups
}
