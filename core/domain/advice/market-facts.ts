import type { MatchFacts } from '../match/facts.ts'
import { median } from './median.ts'

/** One figure; null below the least sample. */
export interface Figure {
  value: number | null
  /** How many listings it rests on. */
  sample: number
}

export interface MarketGroup {
  /** Median of the months asked, over listings that state an amount (0 when the text says none is needed). */
  median_months: Figure
  /** Share (0 to 1) of listings open to newcomers, with or without a credential, over all of the group. */
  open_to_newcomers: Figure
}

export interface MarketFacts {
  all: MarketGroup
  remote: MarketGroup
  /** On site, partly on site, and remote only after a time. */
  onsite: MarketGroup
  /** Adverts that do not say where the work is done; many of them are on site. */
  mode_not_stated: MarketGroup
  /** Employers of the underserved settings (assisted living, nursing homes, health centers ...). */
  underserved: MarketGroup
  other_settings: MarketGroup
}

/** Fewer listings than this say nothing about a market. */
export const LEAST_SAMPLE = 5

/** What the listings at hand say about months asked and about room for newcomers. */
export function marketFacts(listings: readonly MatchFacts[]): MarketFacts {
  const where = (keep: (l: MatchFacts) => boolean): MarketGroup => groupOf(listings.filter(keep))
  return {
    all: groupOf(listings),
    remote: where((l) => l.work_mode === 'remote'),
    onsite: where((l) => ['onsite', 'hybrid', 'remote_after'].includes(l.work_mode)),
    mode_not_stated: where((l) => l.work_mode === 'not_stated'),
    underserved: where((l) => l.settings.length > 0),
    other_settings: where((l) => l.settings.length === 0),
  }
}

function groupOf(listings: readonly MatchFacts[]): MarketGroup {
  const months = listings.map((l) => l.min_months).filter((m) => m !== null)
  const open = listings.filter((l) => l.entry === 'open' || l.entry === 'open_with_credential')
  return {
    median_months: figure(median(months), months.length),
    open_to_newcomers: figure(open.length / Math.max(1, listings.length), listings.length),
  }
}

const figure = (value: number, sample: number): Figure => ({
  value: sample < LEAST_SAMPLE ? null : value,
  sample,
})
