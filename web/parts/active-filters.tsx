import { searchAddress, type Search } from '../address.ts'
import { activeFilters } from '../active-filters.ts'
import type { Names } from '../filter-words.ts'

/** The filters that are on, each a link that takes it off. `page` is what shows the search. */
export function ActiveFilters({
  query,
  names,
  page,
}: {
  query: Search
  names: Names
  page?: string
}) {
  const active = activeFilters(query, names, page)
  if (active.length === 0) return null
  return (
    <ul class="active" aria-label="Filters that are on">
      {active.map(({ label, href }) => (
        <li key={href + label}>
          <a href={href} rel="nofollow">
            <span class="hidden">Remove </span>
            {label}
          </a>
        </li>
      ))}
      <li>
        <a class="clear" href={searchAddress({ sort: query.sort }, page)}>
          Clear all
        </a>
      </li>
    </ul>
  )
}
