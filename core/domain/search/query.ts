/**
 * A search as an address holds it, with the same names. Several values of one filter are alternatives; filters
 * together narrow. `not_<filter>` leaves out what carries any of its values.
 */
export interface ListingQuery {
  /** Words; "quotes" for a phrase, `or`, `-word` for without. */
  q?: string | undefined
  /** A place there, or a remote job that somebody who lives there may hold. */
  state?: string[] | undefined
  /** Leaves out listings with a place there; a remote job open to the whole country stays. */
  not_state?: string[] | undefined
  /** Without it, or `adjacent_role`, jobs outside the trade (front desk, scheduling) stay hidden. */
  role?: string[] | undefined
  not_role?: string[] | undefined
  adjacent_role?: string[] | undefined
  not_adjacent_role?: string[] | undefined
  work_mode?: string[] | undefined
  not_work_mode?: string[] | undefined
  /** Asks for, prefers or accepts one of these credentials. */
  credential?: string[] | undefined
  not_credential?: string[] | undefined
  /** What the person holds: listings that ask for no credential now, or for what is held (demand.ts). */
  holds?: string[] | undefined
  /** true: says that apprentices (CPC-A, COC-A) are accepted; false: does not say so. */
  accepts_apprentice?: boolean | undefined
  /** The advert says it (`settings`), or a register says it of the employer (`register_settings`). */
  setting?: string[] | undefined
  not_setting?: string[] | undefined
  entry?: string[] | undefined
  not_entry?: string[] | undefined
  specialty?: string[] | undefined
  not_specialty?: string[] | undefined
  system?: string[] | undefined
  not_system?: string[] | undefined
  employment_type?: string[] | undefined
  not_employment_type?: string[] | undefined
  /** What registers say of one of its places. */
  underserved?: string[] | undefined
  not_underserved?: string[] | undefined
  /** Keys of the feeds whose words are shown. */
  source?: string[] | undefined
  not_source?: string[] | undefined
  /** Numbers of employers (`/employers/:id`). */
  employer?: string[] | undefined
  not_employer?: string[] | undefined
  /** Asks at most this many months. */
  max_months?: number | undefined
  /** `include`: listings that state no months pass `max_months` too. Says nothing without it. */
  unstated_months?: 'include' | undefined
  /** Pays at least this many dollars an hour at the top of its range. */
  pay_floor_hour?: number | undefined
  /** The same in dollars a year of 2,080 hours. */
  pay_floor_year?: number | undefined
  /** Posted (first seen, where no posting date is stated) within so many days. */
  posted_within?: number | undefined
  /** A ZIP code or "city, ST": a place within `radius` miles, or a remote job that a person living there may hold. */
  near?: string | undefined
  /** Miles; says nothing without `near`. Default 30. */
  radius?: number | undefined
  /** Adverts with the marks of a fraud are hidden unless this says `show` or `only`. */
  warnings?: 'show' | 'only' | undefined
  sort?: Sort | undefined
  limit: number
  cursor?: string | undefined
}

/** `nearest` needs `near`, `best` needs `q`; without them both are `newest`. */
export const SORTS = ['best', 'newest', 'pay', 'nearest', 'least_experience'] as const
export type Sort = (typeof SORTS)[number]

/** Filters whose values are carried by a listing as search keys (keys.ts); each has a `not_` twin. */
export const KEY_FILTERS = [
  'state',
  'role',
  'adjacent_role',
  'work_mode',
  'credential',
  'setting',
  'entry',
  'specialty',
  'system',
  'employment_type',
  'underserved',
  'source',
  'employer',
] as const
export type KeyFilter = (typeof KEY_FILTERS)[number]

/**
 * Every filter, in the order of its bit: a listing that fails the filter at index i has bit i set.
 * `trade` is the silent one that hides jobs outside the trade.
 */
export const FILTERS = [
  ...KEY_FILTERS,
  'holds',
  'accepts_apprentice',
  'max_months',
  'pay_floor',
  'posted_within',
  'near',
  'warnings',
  'trade',
] as const
export type Filter = (typeof FILTERS)[number]

export const bitOf = (filter: Filter): number => 1 << FILTERS.indexOf(filter)

/**
 * How many listings each value of a filter would leave, were it alone in that filter and all others as they are.
 * Values of amounts are steps: `max_months` "12" counts what asks at most 12 months.
 */
export type Facets = Record<FacetName, { value: string; count: number }[]>

export const FACET_NAMES = [
  ...KEY_FILTERS,
  'holds',
  'accepts_apprentice',
  'max_months',
  'pay_floor_hour',
  'posted_within',
  'radius',
] as const
export type FacetName = (typeof FACET_NAMES)[number]

/** The filter that is left open when a facet is counted. */
export const filterOfFacet = (facet: FacetName): Filter =>
  facet === 'pay_floor_hour' ? 'pay_floor' : facet === 'radius' ? 'near' : facet

/** Bits that may be set on a listing that a facet still counts: its own, and for roles the silent filter of the trade. */
export function openBits(facet: FacetName): number {
  const own = bitOf(filterOfFacet(facet))
  return facet === 'role' || facet === 'adjacent_role' ? own | bitOf('trade') : own
}

/** Values of the facets of amounts. */
export const STEPS = {
  max_months: [0, 6, 12, 24, 36],
  pay_floor_hour: [15, 18, 20, 22, 25, 30, 35, 40],
  posted_within: [1, 3, 7, 14, 30],
  radius: [10, 25, 50, 100, 200],
} as const

/** Miles of `near` when the search names none, and the most it may name. */
export const USUAL_RADIUS = 30
export const LARGEST_RADIUS = 200

/** Facets with as many values as there are employers or feeds show the most frequent only. */
export const MOST_VALUES_SHOWN = 25

/** The order a search asks for, after what it needs to be ordered by. */
export function effectiveSort(query: Pick<ListingQuery, 'sort' | 'q' | 'near'>): Sort {
  const asked = query.sort ?? 'best'
  if (asked === 'best' && query.q === undefined) return 'newest'
  if (asked === 'nearest' && query.near === undefined) return 'newest'
  return asked
}

const FULL_TIME_YEAR_HOURS = 2080

/**
 * The least dollars an hour a search asks for; null when it asks for none. A yearly floor is rounded down to
 * the cent, as the hourly equivalents of listings are rounded: a job of exactly that pay passes.
 */
export function payFloor(
  query: Pick<ListingQuery, 'pay_floor_hour' | 'pay_floor_year'>,
): number | null {
  const { pay_floor_hour: hour, pay_floor_year: year } = query
  if (hour === undefined && year === undefined) return null
  const ofYear = year === undefined ? 0 : Math.floor((year / FULL_TIME_YEAR_HOURS) * 100) / 100
  return Math.max(hour ?? 0, ofYear)
}
