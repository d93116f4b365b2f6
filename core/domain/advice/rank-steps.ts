import type { Cost, Span, Step } from './advice.ts'

/** Under this much time a step counts as done at once: a choice takes no months but is not infinitely good. */
const LEAST_MONTHS = 0.25

/** Listings opened per month of effort (the middle of the range); null when the effort is not known. */
export function perMonth({ opens, months }: { opens: number; months: Span | null }): number | null {
  return months === null ? null : opens / Math.max(LEAST_MONTHS, (months.low + months.high) / 2)
}

/** Most listings opened per month first; those that open none last, by what they bring within reach. */
export function byGain(a: Step, b: Step): number {
  const opening = Number(b.opens > 0) - Number(a.opens > 0)
  if (opening !== 0) return opening
  if (a.opens > 0) {
    const one = perMonth(a)
    const two = perMonth(b)
    // A step whose effort is not known comes after those whose effort is.
    if ((one === null) !== (two === null)) return one === null ? 1 : -1
    const gain = (two ?? b.opens) - (one ?? a.opens)
    if (gain !== 0) return gain
  } else if (a.within_reach !== b.within_reach) {
    return b.within_reach - a.within_reach
  }
  return (
    dollars(a.cost) - dollars(b.cost) ||
    b.within_reach - a.within_reach ||
    a.change.label.localeCompare(b.change.label, 'en')
  )
}

/** The cheapest of those that open something first, then by how many they open, then by the other order. */
export function byCost(a: Step, b: Step): number {
  return (
    Number(b.opens > 0) - Number(a.opens > 0) ||
    dollars(a.cost) - dollars(b.cost) ||
    b.opens - a.opens ||
    byGain(a, b)
  )
}

/** The middle of what is known of a cost; unknown counts as more than any. */
function dollars(cost: Cost | null): number {
  const low = cost?.low ?? cost?.high
  const high = cost?.high ?? cost?.low
  return low == null || high == null ? Number.MAX_SAFE_INTEGER : (low + high) / 2
}
