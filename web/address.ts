import { canonicalQuery, LIST_NAMES, type ListName } from '../core/domain/search/canonical.ts'
import type { Filter, KeyFilter, ListingQuery } from '../core/domain/search/query.ts'
import { paths } from './paths.ts'

/** Listings on a page when the address names no limit. */
export const DEFAULT_LIMIT = 25

/** The filters of one value behind the words and the place, in the order they stand in an address. */
const SINGLES = [
  'accepts_apprentice',
  'max_months',
  'unstated_months',
  'pay_floor_hour',
  'pay_floor_year',
  'posted_within',
  'warnings',
  'sort',
] as const satisfies readonly (keyof ListingQuery)[]

/** A search without its place in the pages: what an address may be made of. */
export type Search = Partial<ListingQuery>

/**
 * The address of a search: only what was asked, in one fixed order, so that equal searches have equal
 * addresses. It is the saved search. `page` is what shows it.
 */
export function searchAddress(search: Search, page: string = paths.search): string {
  const query = canonicalQuery({ ...search, limit: search.limit ?? DEFAULT_LIMIT })
  const out = new URLSearchParams()
  const put = (name: string, value: string | number | boolean | undefined): void => {
    if (value !== undefined && value !== '') out.append(name, String(value))
  }
  for (const name of ['q', 'near', 'radius'] as const) put(name, query[name])
  for (const name of LIST_NAMES) for (const value of query[name] ?? []) out.append(name, value)
  for (const name of SINGLES) put(name, query[name])
  if (query.limit !== DEFAULT_LIMIT) put('limit', query.limit)
  put('cursor', query.cursor)
  const text = out.toString()
  return text === '' ? page : `${page}?${text}`
}

/** The same search from its first page, without one value of a filter. */
export function withoutValue(query: Search, name: ListName, value: string, page?: string): string {
  return changed(query, { [name]: (query[name] ?? []).filter((v) => v !== value) }, page)
}

/** The same search from its first page, with one value more in a filter, and no longer left out (or asked for). */
export function withValue(query: Search, name: ListName, value: string): string {
  const twin = twinOf(name)
  return changed(query, {
    ...(twin === null ? {} : { [twin]: (query[twin] ?? []).filter((v) => v !== value) }),
    [name]: [...(query[name] ?? []), value],
  })
}

function twinOf(name: ListName): ListName | null {
  if (name === 'holds') return null
  return name.startsWith('not_') ? (name.slice(4) as KeyFilter) : `not_${name as KeyFilter}`
}

/** The same search from its first page, with these parts changed. */
export function changed(query: Search, parts: Search, page?: string): string {
  return searchAddress({ ...query, ...parts, cursor: undefined }, page)
}

/** A filter as an answer names it when it says what the search would bring without it. */
export type Dropped = Exclude<Filter, 'trade' | 'warnings'> | 'q'

/** Filters that are made of more, or of other, parts of an address than a list and its `not_` twin. */
const PARTS: Partial<Record<Dropped, readonly (keyof ListingQuery)[]>> = {
  q: ['q'],
  holds: ['holds'],
  accepts_apprentice: ['accepts_apprentice'],
  posted_within: ['posted_within'],
  max_months: ['max_months', 'unstated_months'],
  pay_floor: ['pay_floor_hour', 'pay_floor_year'],
  near: ['near', 'radius'],
}

/** What of an address a filter is made of. */
const partsOf = (filter: Dropped): readonly (keyof ListingQuery)[] =>
  PARTS[filter] ?? [filter as KeyFilter, `not_${filter as KeyFilter}`]

/** The same search from its first page, without a whole filter: what it asks for and what it leaves out. */
export function withoutFilter(query: Search, filter: Dropped, page?: string): string {
  return changed(query, Object.fromEntries(partsOf(filter).map((name) => [name, undefined])), page)
}

/** Whether a filter is on. */
export const isOn = (query: Search, filter: Dropped): boolean =>
  partsOf(filter).some((name) => query[name] !== undefined)

/** All that a search finds, whatever its order and its place in the pages: what a map and a feed show. */
export const wholeSearch = (query: Search): Search => ({
  ...query,
  sort: undefined,
  cursor: undefined,
  limit: undefined,
})

/** What a search finds, on a map. */
export const mapAddress = (query: Search): string => searchAddress(wholeSearch(query), paths.map)
