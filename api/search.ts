import type { ListingPage } from '../core/domain/listing.ts'
import type { ListingQuery } from '../core/domain/search/query.ts'
import { searchListings } from '../core/store/listings.ts'
import type { Deps } from './context.ts'

/** How every route searches: JSON, pages and feeds answer one query alike. */
export type Search = (query: ListingQuery) => Promise<ListingPage>

/** @throws FootholdError as `searchListings` does. */
export const searchOf =
  ({ readDb, now, find }: Pick<Deps, 'readDb' | 'now' | 'find'>): Search =>
  (query) =>
    searchListings(readDb, query, { now: now().getTime(), find })
