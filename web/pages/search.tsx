import { searchAddress, wholeSearch } from '../address.ts'
import { activeFilters } from '../active-filters.ts'
import { feedLinks } from '../feeds/links.ts'
import { counted } from '../format.ts'
import { RadiusSelect } from '../parts/amount-filters.tsx'
import { Filters } from '../parts/filters.tsx'
import { renderPage } from '../parts/layout.tsx'
import { Results, type Answer } from '../parts/results.tsx'
import { paths } from '../paths.ts'

/** A place that is in no table, as it was typed, and the sentence that says so. */
export interface UnknownPlace {
  typed: string
  fault: string
}

export interface SearchPageInput extends Answer {
  /** Set when the search named a place that nobody knows: `query` and `page` are then without it. */
  unknownPlace?: UnknownPlace | null
  demo: boolean
}

function SearchBar({ query, page, unknownPlace = null }: SearchPageInput) {
  return (
    <div class="search-bar">
      <div class="what">
        <label for="q">Job, employer or place</label>
        <input
          id="q"
          name="q"
          type="search"
          value={query.q}
          maxLength={200}
          aria-describedby="q_hint"
        />
      </div>
      <div class="near">
        <label for="near">Near (ZIP, or city and state)</label>
        <input
          id="near"
          name="near"
          value={unknownPlace?.typed ?? query.near}
          maxLength={80}
          autocomplete="postal-code"
          aria-invalid={unknownPlace === null ? undefined : true}
          aria-describedby={unknownPlace === null ? undefined : 'near_fault'}
        />
      </div>
      <div class="radius">
        <label for="radius">Within</label>
        <RadiusSelect query={query} facets={page.facets} />
      </div>
      <button type="submit">Search</button>
      {unknownPlace !== null && (
        <p class="fault" id="near_fault" role="alert">
          {unknownPlace.fault} These are the listings of your search without a place.
        </p>
      )}
      <small id="q_hint">
        Put <kbd>"quotes"</kbd> around words that belong together, and a minus before a word you do
        not want: <kbd>billing -supervisor</kbd>
      </small>
    </div>
  )
}

function Hero({ asked }: { asked: boolean }) {
  if (asked) {
    return (
      <div class="hero">
        <h1>Jobs in medical billing and coding</h1>
      </div>
    )
  }
  return (
    <div class="hero">
      <h1>Find your first job in medical billing and coding</h1>
      <p>
        We read what each advert really asks. See which jobs are open to you today, and{' '}
        <a href={paths.advice}>what would open the next one</a>.
      </p>
    </div>
  )
}

/** The front page and the search in one: box, filters with counts, results. */
export function searchPage(input: SearchPageInput): string {
  const { query, page, demo } = input
  const asked = activeFilters(query, page.names).map((f) => f.label)
  const title =
    asked.length > 0 ? `${counted(page.total, 'listing')}: ${asked.join(', ')}` : 'Find jobs'
  return renderPage({
    title,
    description:
      'Medical billing and coding jobs, with what each really asks for and which are open to beginners.',
    current: paths.search,
    canonical: searchAddress(query),
    feeds: feedLinks(searchAddress(wholeSearch(query))),
    demo,
    children: (
      <div class="search">
        <Hero asked={asked.length > 0} />
        <form class="search-form" method="get" action={paths.search} role="search">
          <SearchBar {...input} />
          <Filters query={query} page={page} />
          {query.sort !== undefined && <input type="hidden" name="sort" value={query.sort} />}
        </form>
        <Results {...input} />
      </div>
    ),
  })
}
