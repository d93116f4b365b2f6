import type { ListingPage } from '../../core/domain/listing.ts'
import { changed, type Dropped, type Search, searchAddress, withoutFilter } from '../address.ts'
import { type Active, activeFilters } from '../active-filters.ts'
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
  /** null: not counted. */
  total: number | null
}

const quoted = (label: string): string => (label.startsWith('“') ? label : `“${label}”`)

/** Each filter that is on with what the search would bring without it, the most helpful first. */
export function waysOut(query: Search, page: Pick<ListingPage, 'without' | 'names'>): Way[] {
  const byFilter = new Map<Active['filter'], string[]>()
  for (const { filter, label } of activeFilters(query, page.names)) {
    byFilter.set(filter, [...(byFilter.get(filter) ?? []), label])
  }
  const told = new Map(page.without.map(({ filter, total }) => [filter, total]))
  return [...byFilter]
    .filter(([filter]) => filter !== 'warnings')
    .map(([filter, labels]) => ({
      label: series(labels.map(quoted), 'or'),
      href: withoutFilter(query, filter as Dropped),
      total: told.get(filter) ?? null,
    }))
    .sort((a, b) => (b.total ?? 0) - (a.total ?? 0))
}

function Ways({ query, page }: { query: Search; page: ListingPage }) {
  const ways = waysOut(query, page)
  const helpful = ways.filter(({ total }) => total !== 0)
  if (helpful.length === 0) {
    return (
      <p>
        No one filter alone is the reason. <a href={searchAddress({})}>Start with all listings</a>{' '}
        and add one thing at a time.
      </p>
    )
  }
  return (
    <>
      <p>Try with one thing less:</p>
      <ul>
        {helpful.map(({ label, href, total }) => (
          <li key={href}>
            <a href={href} rel="nofollow">
              Without {label}
            </a>
            {total !== null && `: ${counted(total, 'listing')}`}
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
