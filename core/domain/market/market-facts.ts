import { ENTRY_VERDICTS, ROLES } from '../tags.ts'
import { asked, groupBy, type Asked, type AskedCount } from './asked.ts'
import { payOfStates, type PayCount, type StatePay, type WageRow } from './starting-pay.ts'
import { LEAST_SAMPLE } from './tally.ts'
import { trendOf, type TrendWeek, type WeekCount } from './trend.ts'

/** What listings are told apart by; `all` has one group, whose value is ''. */
export const DIMENSIONS = ['all', 'work_mode', 'setting', 'role', 'credential', 'state'] as const
export type Dimension = (typeof DIMENSIONS)[number]

/** On site, partly on site, and remote only after a time are one group here. */
export const WORK_MODE_GROUPS = ['remote', 'onsite', 'not_stated'] as const
/** Employers of the underserved settings (assisted living, nursing homes, health centers ...), and the rest. */
export const SETTING_GROUPS = ['underserved', 'other'] as const

/** Verdicts of a listing that asks for no paid work: open, with or without a credential. */
export const NEWCOMER_ENTRIES = ENTRY_VERDICTS.filter(
  (verdict) => verdict === 'open' || verdict === 'open_with_credential',
)

/** So many listings of one group ask the same. */
export interface GroupCount extends AskedCount {
  dimension: Dimension
  value: string
}

export interface MarketGroup extends Asked {
  value: string
}

/** What the store counts of one moment. */
export interface MarketCounts {
  /** demo: all that is held is invented. */
  basis: 'live' | 'demo'
  /** Listings with a mark of fraud; they count in nothing else. */
  suspicious: number
  groups: readonly GroupCount[]
  pay: readonly PayCount[]
  weeks: readonly WeekCount[]
}

export interface MarketFacts {
  /** The instant of counting (ISO 8601). */
  as_of: string
  basis: 'live' | 'demo'
  /** Figures that rest on fewer listings are null. */
  least_sample: number
  suspicious: number
  all: MarketGroup
  work_mode: MarketGroup[]
  setting: MarketGroup[]
  role: MarketGroup[]
  /** Those asked for, preferred or accepted; most listings first. */
  credential: MarketGroup[]
  /** By the places of work; most listings first. */
  state: MarketGroup[]
  /** States with pay in adverts or in the wage file; the whole country (`US`) first, then by code. */
  pay: StatePay[]
  /** Oldest first, without gaps; closed listings count too. */
  trend: TrendWeek[]
}

/** What the listings at hand say: every figure with its sample, and null where the sample is too small. */
export function marketFacts(
  counts: MarketCounts,
  wages: readonly WageRow[],
  now: string,
): MarketFacts {
  const of = (dimension: Dimension): Map<string, GroupCount[]> =>
    groupBy(
      counts.groups.filter((count) => count.dimension === dimension),
      ({ value }) => value,
    )
  const named = (dimension: Dimension, values: readonly string[]): MarketGroup[] => {
    const found = of(dimension)
    return values.map((value) => ({ value, ...asked(found.get(value) ?? []) }))
  }
  const met = (dimension: Dimension): MarketGroup[] =>
    [...of(dimension)]
      .map(([value, rows]) => ({ value, ...asked(rows) }))
      .sort((a, b) => b.listings - a.listings || (a.value < b.value ? -1 : 1))
  return {
    as_of: now,
    basis: counts.basis,
    least_sample: LEAST_SAMPLE,
    suspicious: counts.suspicious,
    all: { value: '', ...asked(counts.groups.filter(({ dimension }) => dimension === 'all')) },
    work_mode: named('work_mode', WORK_MODE_GROUPS),
    setting: named('setting', SETTING_GROUPS),
    role: named('role', ROLES),
    credential: met('credential'),
    state: met('state'),
    pay: payOfStates(counts.pay, wages),
    trend: trendOf(counts.weeks, now),
  }
}
