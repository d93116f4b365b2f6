import type { ListingPage } from '../../core/domain/listing.ts'
import {
  effectiveSort,
  SORTS,
  type ListingQuery,
  type Sort,
} from '../../core/domain/search/query.ts'
import { changed, mapAddress, searchAddress, wholeSearch, withValue } from '../address.ts'
import { PaySpread } from '../charts/pay-spread.tsx'
import { feedLinks } from '../feeds/links.ts'
import { counted } from '../format.ts'
import { SORT_WORDS } from '../words.ts'
import { ActiveFilters } from './active-filters.tsx'
import { ListingCard } from './listing-card.tsx'
import { DidYouMean, NothingFound } from './nothing-found.tsx'

/** What a search asked and what it found. */
export interface Answer {
  query: ListingQuery
  page: ListingPage
  /** Feeds whose last poll was healthy. */
  sourcesAnswering: number
  /** ISO 8601. */
  now: string
}

/** The orders that this search can be put in. */
function sortsFor(query: ListingQuery): Sort[] {
  return SORTS.filter((sort) => effectiveSort({ ...query, sort }) === sort)
}

function Order({ query }: { query: ListingQuery }) {
  const now = effectiveSort(query)
  return (
    <nav class="order" aria-label="Order of the listings">
      <span aria-hidden="true">Order:</span>
      <ul>
        {sortsFor(query).map((sort) => (
          <li key={sort}>
            <a
              href={changed(query, { sort })}
              rel="nofollow"
              aria-current={sort === now ? 'true' : undefined}
            >
              {SORT_WORDS[sort]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Adverts kept back for their marks of a fraud: how many, and the way to see them. */
function Hidden({ query, page }: Answer) {
  if (query.warnings !== undefined) {
    return (
      <p class="note">
        {query.warnings === 'only'
          ? 'These adverts carry the marks of a fraud.'
          : 'Adverts with the marks of a fraud are shown too.'}{' '}
        <a href={changed(query, { warnings: undefined })} rel="nofollow">
          Hide them again
        </a>
      </p>
    )
  }
  const n = page.hidden_by_warnings
  if (n === 0) return null
  return (
    <p class="note">
      {counted(n, 'more advert')} {n === 1 ? 'is' : 'are'} hidden, because{' '}
      {n === 1 ? 'it has' : 'they have'} marks of a fraud.{' '}
      <a href={changed(query, { warnings: 'show' })} rel="nofollow">
        Show {n === 1 ? 'it' : 'them'}
      </a>
    </p>
  )
}

function Pager({ query, page }: Answer) {
  if (query.cursor === undefined && page.next === null) return null
  return (
    <nav class="pager" aria-label="Pages of results">
      {query.cursor !== undefined && <a href={changed(query, {})}>Back to the first page</a>}
      {page.next !== null && (
        <a class="button" rel="next" href={searchAddress({ ...query, cursor: page.next })}>
          Next page
        </a>
      )}
    </nav>
  )
}

function KeepIt({ query }: Answer) {
  return (
    <section class="keep" aria-labelledby="keep">
      <h2 id="keep">Keep this search</h2>
      <p>
        <a href={changed(query, {})}>This address</a> is your search, with every filter: bookmark it
        or send it to a friend.
      </p>
      <p>
        A feed reader is a program that tells you of new listings. It wants one of these:{' '}
        {feedLinks(searchAddress(wholeSearch(query))).map(({ href, title }, at) => (
          <span key={href}>
            {at > 0 && ', '}
            <a href={href} rel="nofollow">
              {title}
            </a>
          </span>
        ))}
        .
      </p>
    </section>
  )
}

/** What a search found: the number, the filters that are on, the listings, the way on. */
export function Results(input: Answer) {
  const { page, query, now, sourcesAnswering } = input
  return (
    <section class="results" id="found" aria-labelledby="results">
      <div class="results-head">
        <h2 id="results" tabIndex={-1}>
          {counted(page.total, 'listing')}
        </h2>
        <p class="quiet">
          {page.items.length < page.total && `${page.items.length} on this page. `}
          {sourcesAnswering > 0 && `Read from ${counted(sourcesAnswering, 'source')}.`}
        </p>
      </div>
      <ActiveFilters query={query} names={page.names} />
      {page.total > 0 && (
        <>
          <DidYouMean query={query} page={page} />
          <Order query={query} />
          <p class="views">
            <a href={mapAddress(query)} rel="nofollow">
              See them on a map
            </a>
          </p>
          <PaySpread query={query} page={page} folded />
        </>
      )}
      {page.total === 0 && (
        <NothingFound query={query} page={page} sourcesAnswering={sourcesAnswering} />
      )}
      {page.items.length === 0 && page.total > 0 && (
        <p class="nothing">There are no more listings after the last page.</p>
      )}
      {page.items.map((listing) => (
        <ListingCard
          key={listing.id}
          listing={listing}
          now={now}
          names={page.names}
          hide={
            listing.employer_id === null
              ? undefined
              : withValue(query, 'not_employer', String(listing.employer_id))
          }
        />
      ))}
      <Hidden {...input} />
      <Pager {...input} />
      {page.total > 0 && <KeepIt {...input} />}
    </section>
  )
}
