import type { ListingPage } from '../../core/domain/listing.ts'
import type { ListingQuery } from '../../core/domain/search/query.ts'
import { searchAddress } from '../address.ts'
import { counted } from '../format.ts'
import { ActiveFilters, Filters, activeFilters } from '../parts/filters.tsx'
import { renderPage } from '../parts/layout.tsx'
import { ListingCard } from '../parts/listing-card.tsx'
import { paths } from '../paths.ts'

export interface SearchPageInput {
  query: ListingQuery
  page: ListingPage
  /** The address of this search as it was asked. */
  address: string
  demo: boolean
  /** Feeds whose last poll was healthy. */
  sourcesAnswering: number
  /** ISO 8601. */
  now: string
}

function NothingFound({ query, sourcesAnswering }: SearchPageInput) {
  const active = activeFilters(query)
  if (active.length === 0) {
    return (
      <div class="nothing">
        <p>
          <strong>There are no listings yet.</strong>{' '}
          {sourcesAnswering === 0
            ? 'No feed has answered so far. The first reading can take a minute.'
            : 'The feeds that answer hold no job of this trade today.'}
        </p>
        <p>
          <a href={paths.sources}>See how each feed is doing</a>
        </p>
      </div>
    )
  }
  return (
    <div class="nothing">
      <p>
        <strong>No listing fits all of this.</strong> Try with one thing less:
      </p>
      <ul>
        {active.map(({ label, href }) => (
          <li key={href + label}>
            <a href={href}>Search without {label}</a>
          </li>
        ))}
      </ul>
      <p>
        Or <a href={paths.advice}>tell us what you have</a> and see which jobs are open to you, and
        what would open the next one.
      </p>
    </div>
  )
}

function Results(input: SearchPageInput) {
  const { page, query, now, sourcesAnswering } = input
  return (
    <section class="results" aria-labelledby="results">
      <div class="results-head">
        <h2 id="results">{counted(page.total, 'listing')}</h2>
        <p class="quiet">
          {page.items.length < page.total && `${page.items.length} on this page. `}
          {sourcesAnswering > 0 && `Read from ${counted(sourcesAnswering, 'source')}.`}
        </p>
      </div>
      <ActiveFilters query={query} />
      {page.items.length === 0 && page.total === 0 && <NothingFound {...input} />}
      {page.items.length === 0 && page.total > 0 && (
        <p class="nothing">There are no more listings after the last page.</p>
      )}
      {page.items.map((listing) => (
        <ListingCard key={listing.id} listing={listing} now={now} />
      ))}
      <nav class="pager" aria-label="Pages of results">
        {query.cursor !== undefined && (
          <a href={searchAddress({ ...query, cursor: undefined })}>Back to the first page</a>
        )}
        {page.next !== null && (
          <a class="button" rel="next" href={searchAddress({ ...query, cursor: page.next })}>
            Next page
          </a>
        )}
      </nav>
      {page.total > 0 && (
        <p class="quiet">
          <a href={input.address}>This address</a> is your search: bookmark it or send it to a
          friend.
        </p>
      )}
    </section>
  )
}

/** The front page and the search in one: box, filters with counts, results. */
export function searchPage(input: SearchPageInput): string {
  const { query, page, demo } = input
  const asked = activeFilters(query).map((f) => f.label)
  return renderPage({
    title:
      asked.length > 0 ? `${counted(page.total, 'listing')}: ${asked.join(', ')}` : 'Find jobs',
    description:
      'Medical billing and coding jobs, with what each really asks for and which are open to beginners.',
    current: paths.search,
    demo,
    children: (
      <div class="search">
        <div class="hero">
          <h1>
            {asked.length > 0
              ? 'Jobs in medical billing and coding'
              : 'Find your first job in medical billing and coding'}
          </h1>
          {asked.length === 0 && (
            <p>
              We read what each advert really asks. See which jobs are open to you today, and{' '}
              <a href={paths.advice}>what would open the next one</a>.
            </p>
          )}
        </div>
        <form class="search-form" method="get" action={paths.search} role="search">
          <div class="search-bar">
            <label for="q">Job, employer or place</label>
            <input id="q" name="q" type="search" value={query.q} maxLength={200} />
            <button type="submit">Search</button>
          </div>
          <Filters query={query} facets={page.facets} />
        </form>
        <Results {...input} />
      </div>
    ),
  })
}
