import type { Facets, Filter } from './query.ts'
import type { Question } from './question.ts'

/** Where a listing stands in the order of a search: the value of its sort, then when first seen, then its id. */
export interface Position {
  /** Larger first; 0 for `newest`. */
  key: number
  /** Microseconds since 1970: PostgreSQL keeps six digits of a second, a JavaScript Date only three. */
  first_seen_us: number
  id: number
}

/** What an engine finds. Values of the facets `source` and `employer` are their numbers. */
export interface Found {
  total: number
  /** Listings kept back only by their marks of a fraud. */
  hidden: number
  /** How many more the search would bring without one filter; filters that are on only. */
  without: { filter: Exclude<Filter, 'trade' | 'warnings'>; more: number }[]
  facets: Facets
  /** Up to `limit` + 1, in the order of the search, after the position asked for. */
  hits: Position[]
}

/** A page of an answer: how many hits at most, after which place in the order. */
export interface PageAsked {
  after: Position | null
  limit: number
}

/** An engine: finds what a question asks for. Both engines give the same answer. */
export type Find = (question: Question, page: PageAsked) => Promise<Found>
