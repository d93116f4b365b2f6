import type { ListingPage } from '../../core/domain/listing.ts'
import type { ListingQuery } from '../../core/domain/search/query.ts'
import { STATE_CODES, US_STATES } from '../../core/domain/us-states.ts'
import { changed, mapAddress, searchAddress } from '../address.ts'
import { activeFilters } from '../active-filters.ts'
import { PaySpread } from '../charts/pay-spread.tsx'
import { StateMap } from '../charts/state-map.tsx'
import { counted, series } from '../format.ts'
import { ActiveFilters } from '../parts/active-filters.tsx'
import { type Frame, renderPage } from '../parts/layout.tsx'
import { paths } from '../paths.ts'
import { stateName } from '../words.ts'

export interface MapPageInput extends Frame {
  /** The search, without its states: a map shows them all. */
  query: ListingQuery
  /** What it finds. */
  page: ListingPage
  /** The same for jobs that are done at a place (all but remote ones); null when the search asks for none. */
  onSite: ListingPage | null
  /** The same for remote jobs; null when the search asks for none. */
  remote: ListingPage | null
}

interface StateRow {
  code: string
  onSite: number
  remote: number
}

function countsIn(page: ListingPage | null): Map<string, number> {
  return new Map(page?.facets.state.map(({ value, count }) => [value, count]))
}

/** Every state, the District of Columbia and each territory, by name. */
export function stateRows({ onSite, remote }: Pick<MapPageInput, 'onSite' | 'remote'>): StateRow[] {
  const there = countsIn(onSite)
  const open = countsIn(remote)
  return STATE_CODES.map((code) => ({
    code,
    onSite: there.get(code) ?? 0,
    remote: open.get(code) ?? 0,
  })).sort((a, b) => (stateName(a.code) < stateName(b.code) ? -1 : 1))
}

function sentence({ code, onSite, remote }: StateRow): string {
  const more = remote > 0 ? `, and ${counted(remote, 'remote job')} open to people there` : ''
  return `${stateName(code)}: ${counted(onSite, 'listing')} at a place there${more}`
}

function Table({ rows, query }: { rows: readonly StateRow[]; query: ListingQuery }) {
  return (
    <details class="map-table">
      <summary>The same numbers as a table, with the territories</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">State or territory</th>
            <th scope="col">At a place there</th>
            <th scope="col">Remote, open to people there</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ code, onSite, remote }) => (
            <tr key={code}>
              <th scope="row">
                <a href={inState(query, code)} rel="nofollow">
                  {stateName(code)}
                </a>
              </th>
              <td>{onSite.toLocaleString('en-US')}</td>
              <td>{remote.toLocaleString('en-US')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

const inState = (query: ListingQuery, code: string): string =>
  changed(query, { state: [code], sort: undefined })

function Said({ onSite, remote }: MapPageInput) {
  return (
    <p>
      The shades count {counted(onSite?.total ?? 0, 'listing')} whose work is done at a place, or
      that do not say where.{' '}
      {remote !== null && remote.total > 0 && (
        <>
          {counted(remote.total, 'more is', 'more are')} remote: they have no place on a map. The
          table says how many of them people in each state may hold.
        </>
      )}
    </p>
  )
}

/** What a search finds, by state and by pay. */
export function mapPage(input: MapPageInput): string {
  const { query, page, demo } = input
  const rows = stateRows(input)
  const asked = activeFilters(query, page.names).map(({ label }) => label)
  const onMap = rows.filter(({ code }) => US_STATES.includes(code))
  return renderPage({
    title: asked.length > 0 ? `Map: ${asked.join(', ')}` : 'Map of the jobs',
    description: 'Where medical billing and coding jobs are, state by state, and what they pay.',
    canonical: mapAddress(query),
    noindex: asked.length > 0,
    demo,
    children: (
      <div class="map-page">
        <h1>Where the jobs are</h1>
        <p>
          <a href={searchAddress({ ...query, cursor: undefined })}>
            Back to the {counted(page.total, 'listing')}
          </a>
          {asked.length > 0 && ` for ${series(asked)}`}
        </p>
        {asked.length > 0 && <ActiveFilters query={query} names={page.names} page={paths.map} />}
        <section aria-labelledby="by-state">
          <h2 id="by-state">By state</h2>
          <Said {...input} />
          <p class="quiet">
            Choose a state to see its listings. <a href="#pay">Go on to the pay</a>
          </p>
          <StateMap
            label="States of the US by how many listings are at a place there"
            states={onMap.map((row) => ({
              code: row.code,
              count: row.onSite,
              label: sentence(row),
              href: inState(query, row.code),
            }))}
          />
          <Table rows={rows} query={query} />
        </section>
        <section aria-labelledby="pay">
          <h2 id="pay">What they pay</h2>
          <PaySpread query={query} page={page} folded={false} />
        </section>
        <p class="credit">
          Outlines of the states: US Census Bureau, by way of us-atlas (ISC licence).
        </p>
      </div>
    ),
  })
}
