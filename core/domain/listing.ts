import type { Facets } from './search/query.ts'
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
  /** Its employer's own page; null when the advert names no employer. */
  employer_id: number | null
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
  /** "The employer serves the underserved", best supported first; [] = nothing is known of it. */
  employer_settings: EmployerSetting[]
  /** "The place is underserved": one entry for each of `places`, in their order. */
  place_facts: PlaceFacts[]
  tagger_version: number
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

/** Why a listing is among the results, in the order they are shown. */
export type WhyHere =
  /** These words of the search stand in its title or employer's name, or in its text. */
  | { kind: 'words'; where: 'title' | 'text'; words: string[] }
  /** A filter that is on, and the value of it that the listing carries. */
  | { kind: 'filter'; filter: string; value: string }
  /** Miles from the place searched to the nearest of its places. */
  | { kind: 'distance'; miles: number; label: string }
  /** A remote job that people of this state may hold. */
  | { kind: 'remote'; state: string }

/** Words of the advert round about what was searched; `marks` are spans of `text` that matched. */
export interface Snippet {
  text: string
  marks: { start: number; end: number }[]
}

/** A listing as a search found it. */
export interface ListingHit extends Listing {
  snippet: Snippet | null
  why: WhyHere[]
}

/** The same search with other words, and what it would bring. */
export interface Suggestion {
  q: string
  total: number
}

export interface ListingPage {
  total: number
  items: ListingHit[]
  /** Values of `source` are keys of feeds; values of `employer` are numbers, with their names in `names`. */
  facets: Facets
  /** Plain names of facet values that are keys or numbers: employers and feeds. */
  names: { source: Record<string, string>; employer: Record<string, string> }
  /** Listings kept back only by their marks of a fraud. */
  hidden_by_warnings: number
  /** For a search that found nothing: how many each filter that is on keeps out, most first. */
  without: { filter: string; total: number }[]
  /** Other spellings of words that stand in no listing. */
  suggestions: Suggestion[]
  next: string | null
}
