import type { Credit } from './policy.ts'
import type { Place } from './posting.ts'
import type { Evidence, Reading } from './reading.ts'
import type { EmployerSetting } from './registers/match-facility.ts'
import type { PlaceFacts } from './registers/place-facts.ts'
import type { Setting } from './tags.ts'

/** A reading without the words behind it: what lists and matching need. */
export type Tags = Omit<Reading, 'evidence'>

/** One job as a person sees it in a list; the wire and the pages show these names. Instants are ISO 8601, UTC. */
export interface Listing extends Tags {
  id: number
  title: string
  employer: string | null
  /** As shown, e.g. "Scranton, PA" or "3 places". */
  place: string | null
  places: Place[]
  url: string | null
  apply_url: string | null
  posted_at: string | null
  first_seen: string
  /** The newest complete poll in which it stood; null before the first complete one. */
  last_checked: string | null
  closes_at: string | null
  status: 'open' | 'closed'
  closed_at: string | null
  /** true for adverts of the demo world: invented, never a real vacancy. */
  demo: boolean
  /**
   * What a government register says the employer is, in the order of the alphabet. Kept apart from `settings`,
   * which is what the advert itself says. Sample files and words of other adverts give none here.
   */
  register_settings: Setting[]
  /** What the terms of its feed want to stand beside it; null when they ask for nothing. */
  credit: Credit | null
}

/** One feed in which this job was seen. */
export interface ListingSource {
  key: string
  employer: string | null
  kind: string
  url: string | null
  first_seen: string
  missing_since: string | null
  closed_at: string | null
  credit_html: string | null
}

export interface ListingDetail extends Listing {
  /** The text that evidence and requirement spans point into. */
  text: string
  /** The advert's own HTML, sanitised; null when the feed gave plain text or its terms forbid keeping it. */
  html: string | null
  evidence: Record<string, Evidence[]>
  sources: ListingSource[]
  /** Its employer's own page; null when the advert names no employer. */
  employer_id: number | null
  /** "The employer serves the underserved", best supported first; [] = nothing is known of it. */
  employer_settings: EmployerSetting[]
  /** "The place is underserved": one entry for each of `places`, in their order. */
  place_facts: PlaceFacts[]
  tagger_version: number
}

/** A facet: how many listings of the answer carry each value, counted as if this filter were open. */
export type Facets = Record<
  'state' | 'role' | 'work_mode' | 'credential' | 'setting' | 'entry',
  { value: string; count: number }[]
>

export const SORTS = ['best', 'newest', 'pay', 'least_experience'] as const
export type Sort = (typeof SORTS)[number]

/** A search as an address holds it. Several values of one filter are alternatives; filters together narrow. */
export interface ListingQuery {
  q?: string | undefined
  state?: string[] | undefined
  role?: string[] | undefined
  work_mode?: string[] | undefined
  /** Listings that ask for, prefer or accept one of these credentials. */
  credential?: string[] | undefined
  /** Listings whose advert says one of these (`settings`), or whose employer a register says it of (`register_settings`). */
  setting?: string[] | undefined
  /** Asks at most this many months; listings that state no amount are not counted in. */
  max_months?: number | undefined
  entry?: string[] | undefined
  /** Pays at least this many dollars an hour at the top of its range. */
  pay_floor_hour?: number | undefined
  sort?: Sort | undefined
  limit: number
  cursor?: string | undefined
}

/** An employer with what is known of it and what it offers now. */
export interface EmployerDetail {
  id: number
  name: string
  settings: EmployerSetting[]
  /** How many of its listings stand open, first-rung jobs outside the trade included. */
  open: number
  /** The newest of them. */
  listings: Listing[]
  /** true when every listing that it ever had is invented. */
  demo: boolean
}

export interface ListingPage {
  total: number
  items: Listing[]
  facets: Facets
  next: string | null
}
