import type { ListingQuery } from '../core/domain/search/query.ts'
import { paths } from './paths.ts'

/** The filters that hold several values, in the order they stand in an address. */
export const LIST_FILTERS = [
  'entry',
  'state',
  'work_mode',
  'role',
  'credential',
  'setting',
] as const satisfies readonly (keyof ListingQuery)[]
export type ListFilter = (typeof LIST_FILTERS)[number]

/** Listings on a page when the address names no limit. */
export const DEFAULT_LIMIT = 25

/**
 * The address of a search: only what was asked, in one fixed order, so that equal searches have equal
 * addresses. It is the saved search.
 */
export function searchAddress(query: Partial<ListingQuery>): string {
  const out = new URLSearchParams()
  if (query.q) out.set('q', query.q)
  for (const name of LIST_FILTERS) for (const value of query[name] ?? []) out.append(name, value)
  if (query.max_months !== undefined) out.set('max_months', String(query.max_months))
  if (query.pay_floor_hour !== undefined) out.set('pay_floor_hour', String(query.pay_floor_hour))
  if (query.sort !== undefined) out.set('sort', query.sort)
  if (query.limit !== undefined && query.limit !== DEFAULT_LIMIT) {
    out.set('limit', String(query.limit))
  }
  if (query.cursor) out.set('cursor', query.cursor)
  const text = out.toString()
  return text === '' ? paths.search : `${paths.search}?${text}`
}

/** The same search from its first page, without one value of one filter. */
export function without(
  query: ListingQuery,
  name: ListFilter | 'q' | 'max_months' | 'pay_floor_hour',
  value?: string,
): string {
  const next: Partial<ListingQuery> = { ...query, cursor: undefined }
  if (name === 'q' || name === 'max_months' || name === 'pay_floor_hour') next[name] = undefined
  else next[name] = (query[name] ?? []).filter((v) => v !== value)
  return searchAddress(next)
}
