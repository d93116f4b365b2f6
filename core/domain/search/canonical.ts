import {
  effectiveSort,
  KEY_FILTERS,
  USUAL_RADIUS,
  type KeyFilter,
  type ListingQuery,
} from './query.ts'

/** The filters of an address that hold several values, in the order they stand in it. */
export type ListName = KeyFilter | `not_${KeyFilter}` | 'holds'
export const LIST_NAMES: readonly ListName[] = [
  ...KEY_FILTERS.flatMap((name) => [name, `not_${name}`] as const),
  'holds',
]

/**
 * The same search in its one shape: values of a filter once and in the order of the alphabet, nothing that
 * says what is so without it (an order that is the usual one, a radius without a place). Equal searches
 * become equal.
 */
export function canonicalQuery(query: ListingQuery): ListingQuery {
  const out: ListingQuery = { ...query }
  for (const name of LIST_NAMES) {
    const values = [...new Set(query[name] ?? [])].sort()
    out[name] = values.length === 0 ? undefined : values
  }
  if (query.near === undefined || query.radius === USUAL_RADIUS) out.radius = undefined
  if (query.max_months === undefined) out.unstated_months = undefined
  if (effectiveSort(query) === effectiveSort({ ...query, sort: undefined })) out.sort = undefined
  return out
}
