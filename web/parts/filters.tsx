import type { ListingPage } from '../../core/domain/listing.ts'
import type { KeyFilter, ListingQuery } from '../../core/domain/search/query.ts'
import { activeFilters } from '../active-filters.ts'
import { AmountFilters } from './amount-filters.tsx'
import { FacetGroup, HoldsGroup } from './facet-group.tsx'

/** What most people filter by stands open; the rest is one click away. */
const OPEN: readonly KeyFilter[] = ['entry', 'work_mode', 'state', 'role']
const FOLDED: readonly KeyFilter[] = [
  'setting',
  'underserved',
  'employment_type',
  'specialty',
  'system',
  'credential',
  'adjacent_role',
  'employer',
  'source',
]

/** The filters of a search; the same names as in the address. Stands inside the search form. */
export function Filters({
  query,
  page: { facets, names },
}: {
  query: ListingQuery
  page: Pick<ListingPage, 'facets' | 'names'>
}) {
  const on = activeFilters(query, names).length
  const group = (folded: boolean) => (name: KeyFilter) => (
    <FacetGroup
      key={name}
      name={name}
      query={query}
      facet={facets[name]}
      names={names}
      folded={folded}
    />
  )
  return (
    <details class="filters" data-part="filters">
      <summary>Filters{on > 0 && <span class="count"> {on} on</span>}</summary>
      <div class="filter-body">
        {OPEN.map(group(false))}
        <HoldsGroup query={query} facet={facets.holds} />
        <AmountFilters query={query} facets={facets} />
        {FOLDED.map(group(true))}
        <p class="apply">
          <button type="submit">Show listings</button>
        </p>
      </div>
    </details>
  )
}
