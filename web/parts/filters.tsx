import { SORTS, type Facets, type ListingQuery } from '../../core/domain/search/query.ts'
import { LIST_FILTERS, type ListFilter, searchAddress, without } from '../address.ts'
import { payStated } from '../format.ts'
import { SORT_WORDS, facetWord } from '../words.ts'

const LEGENDS: Record<ListFilter, string> = {
  entry: 'Open to beginners?',
  state: 'State',
  work_mode: 'Where the work is done',
  role: 'Kind of work',
  credential: 'Credential it names',
  setting: 'Kind of employer',
}

/** A filter whose name does not tell where its values come from. */
const HINTS: Partial<Record<ListFilter, string>> = {
  setting: 'By the advert’s words, or by a government register of the employer.',
}

/** Values shown before "more". */
const SHOWN = 6

const MONTH_STEPS = [0, 6, 12, 24, 36]

function monthStep(n: number): string {
  return n === 0 ? 'None at all' : n === 1 ? 'Up to 1 month' : `Up to ${n} months`
}

interface Choice {
  value: string
  count: number
}

function Choices({
  name,
  choices,
  chosen,
}: {
  name: ListFilter
  choices: Choice[]
  chosen: string[]
}) {
  return (
    <ul class="choices">
      {choices.map(({ value, count }) => (
        <li key={value}>
          <label>
            <input type="checkbox" name={name} value={value} checked={chosen.includes(value)} />
            <span>{facetWord(name, value)}</span>
            <span class="count">
              {count.toLocaleString('en-US')}
              <span class="hidden">{count === 1 ? ' listing' : ' listings'}</span>
            </span>
          </label>
        </li>
      ))}
    </ul>
  )
}

/** One filter: what is chosen and what the answer holds most stand first, the rest behind "more". */
function FacetGroup({
  name,
  facet,
  query,
}: {
  name: ListFilter
  facet: Choice[]
  query: ListingQuery
}) {
  const chosen = query[name] ?? []
  const missing = chosen
    .filter((value) => !facet.some((f) => f.value === value))
    .map((value) => ({ value, count: 0 }))
  const all = [...missing, ...facet]
  if (all.length === 0) return null
  const first = all.filter((c, at) => at < SHOWN || chosen.includes(c.value))
  const rest = all.filter((c) => !first.includes(c))
  const hint = HINTS[name]
  return (
    <fieldset aria-describedby={hint === undefined ? undefined : `${name}_hint`}>
      <legend>{LEGENDS[name]}</legend>
      {hint !== undefined && (
        <p class="hint" id={`${name}_hint`}>
          {hint}
        </p>
      )}
      <Choices name={name} choices={first} chosen={chosen} />
      {rest.length > 0 && (
        <details class="more">
          <summary>
            {rest.length} more<span class="hidden"> for “{LEGENDS[name]}”</span>
          </summary>
          <Choices name={name} choices={rest} chosen={chosen} />
        </details>
      )}
    </fieldset>
  )
}

function Numbers({ query }: { query: ListingQuery }) {
  const steps =
    query.max_months === undefined || MONTH_STEPS.includes(query.max_months)
      ? MONTH_STEPS
      : [...MONTH_STEPS, query.max_months].sort((a, b) => a - b)
  return (
    <div class="numbers">
      <p>
        <label for="max_months">Most experience it may ask</label>
        <select id="max_months" name="max_months" aria-describedby="max_months_hint">
          <option value="">Any, or not stated</option>
          {steps.map((n) => (
            <option key={n} value={n} selected={query.max_months === n}>
              {monthStep(n)}
            </option>
          ))}
        </select>
        <small id="max_months_hint">A limit leaves out adverts that name no number.</small>
      </p>
      <p>
        <label for="pay_floor_hour">Least pay, dollars an hour</label>
        <input
          id="pay_floor_hour"
          name="pay_floor_hour"
          type="number"
          inputMode="decimal"
          min="0"
          max="1000"
          step="0.01"
          value={query.pay_floor_hour}
        />
      </p>
      <p>
        <label for="sort">Order</label>
        <select id="sort" name="sort">
          <option value="">Usual order</option>
          {SORTS.map((sort) => (
            <option key={sort} value={sort} selected={query.sort === sort}>
              {SORT_WORDS[sort]}
            </option>
          ))}
        </select>
      </p>
    </div>
  )
}

/** The filters of a search; the same names as in the address. Stands inside the search form. */
export function Filters({ query, facets }: { query: ListingQuery; facets: Facets }) {
  const on = activeFilters(query).length
  return (
    <details class="filters">
      <summary>
        Filters{on > 0 && <span class="count"> {on} on</span>}
        <span class="hidden"> and order</span>
      </summary>
      <div class="filter-body">
        {LIST_FILTERS.map((name) => (
          <FacetGroup key={name} name={name} facet={facets[name]} query={query} />
        ))}
        <Numbers query={query} />
        <p class="apply">
          <button type="submit">Show listings</button>
        </p>
      </div>
    </details>
  )
}

export interface Active {
  label: string
  /** The same search without this filter. */
  href: string
}

/** Every filter that is on, with the address of the search without it. The free text counts too. */
export function activeFilters(query: ListingQuery): Active[] {
  const out: Active[] = []
  if (query.q) out.push({ label: `“${query.q}”`, href: without(query, 'q') })
  for (const name of LIST_FILTERS) {
    for (const value of query[name] ?? []) {
      out.push({ label: facetWord(name, value), href: without(query, name, value) })
    }
  }
  if (query.max_months !== undefined) {
    const label = query.max_months === 0 ? 'No experience asked' : monthStep(query.max_months)
    out.push({ label, href: without(query, 'max_months') })
  }
  if (query.pay_floor_hour !== undefined) {
    const label = payStated({ min: query.pay_floor_hour, max: null, unit: 'hour' }) ?? ''
    out.push({ label: `Pays ${label}`, href: without(query, 'pay_floor_hour') })
  }
  return out
}

/** The filters that are on, each a link that takes it off. */
export function ActiveFilters({ query }: { query: ListingQuery }) {
  const active = activeFilters(query)
  if (active.length === 0) return null
  return (
    <ul class="active" aria-label="Filters that are on">
      {active.map(({ label, href }) => (
        <li key={href + label}>
          <a href={href}>
            <span class="hidden">Remove </span>
            {label}
          </a>
        </li>
      ))}
      <li>
        <a class="clear" href={searchAddress({ sort: query.sort })}>
          Clear all
        </a>
      </li>
    </ul>
  )
}
