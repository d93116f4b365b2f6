import type { ListingPage } from '../../core/domain/listing.ts'
import { changed, type Dropped, type Search, searchAddress, withoutFilter } from '../address.ts'
import { activeFilters } from '../active-filters.ts'
import { counted, series } from '../format.ts'
import { paths } from '../paths.ts'

/** Other spellings of the words, with what each would bring; nothing when there are none. */
export function DidYouMean({ query, page }: { query: Search; page: ListingPage }) {
  if (page.suggestions.length === 0) return null
  return (
    <p class="did-you-mean">
      Did you mean{' '}
      {page.suggestions.map(({ q, total }, at) => (
        <span key={q}>
          {at > 0 && ' or '}
          <a href={changed(query, { q })}>{q}</a> ({counted(total, 'listing')})
        </span>
      ))}
      ?
    </p>
  )
}

interface Way {
  label: string
  href: string
  total: number
}

const quoted = (label: string): string => (label.startsWith('“') ? label : `“${label}”`)

/** Each filter whose end would bring something, in the order of the answer: most first. */
export function waysOut(query: Search, page: Pick<ListingPage, 'without' | 'names'>): Way[] {
  const active = activeFilters(query, page.names)
  return page.without.flatMap(({ filter, total }) => {
    const labels = active.filter((one) => one.filter === filter).map(({ label }) => quoted(label))
    if (labels.length === 0 || total === 0) return []
    return [{ label: series(labels, 'or'), href: withoutFilter(query, filter as Dropped), total }]
  })
}

function Ways({ query, page }: { query: Search; page: ListingPage }) {
  const ways = waysOut(query, page)
  if (ways.length === 0) {
    return (
      <p>
        No one filter alone is the reason: taking off just one would still find nothing.{' '}
        <a href={searchAddress({})}>Start with all listings</a> and add one thing at a time.
      </p>
    )
  }
  return (
    <>
      <p>Try with one thing less:</p>
      <ul>
        {ways.map(({ label, href, total }) => (
          <li key={href}>
            <a href={href} rel="nofollow">
              Without {label}
            </a>
            : {counted(total, 'listing')}
          </li>
        ))}
      </ul>
    </>
  )
}

/** What to do when no listing fits: which filter to drop and what that would bring. */
export function NothingFound({
  query,
  page,
  sourcesAnswering,
}: {
  query: Search
  page: ListingPage
  sourcesAnswering: number
}) {
  if (activeFilters(query, page.names).length === 0) {
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
        <strong>No listing fits all of this.</strong>
      </p>
      <DidYouMean query={query} page={page} />
      <Ways query={query} page={page} />
      <p>
        Or <a href={paths.advice}>tell us what you have</a> and see which jobs are open to you, and
        what would open the next one.
      </p>
    </div>
  )
}
