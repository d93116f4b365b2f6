import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { ListingQuery, Sort } from '../domain/listing.ts'
import { FootholdError } from '../errors.ts'

/** Where a page ended: the sort key of its last row, then the instant it was first seen, then its id. */
export interface Position {
  /** The value the sort orders by, larger first; 0 for `newest`. */
  key: number
  /** Microseconds since 1970: PostgreSQL keeps six digits of a second, a JavaScript Date only three. */
  first_seen_us: number
  id: number
}

const cursorSchema = z.strictObject({
  v: z.literal(1),
  /** Digest of the search: a cursor is of no use to another one. */
  of: z.string().length(12),
  k: z.number(),
  t: z.number().int().min(0).max(8.64e15),
  i: z.number().int().min(0),
})

/** The order a search asks for: `best` needs words to rank by, without them it is `newest`. */
export function effectiveSort(query: ListingQuery): Sort {
  const asked = query.sort ?? 'best'
  return asked === 'best' && query.q === undefined ? 'newest' : asked
}

/** An opaque text that leads to the rows after `position` of this very search. */
export function encodeCursor(query: ListingQuery, position: Position): string {
  const { key, first_seen_us, id } = position
  const body = { v: 1, of: digest(query), k: key, t: first_seen_us, i: id }
  return Buffer.from(JSON.stringify(body)).toString('base64url')
}

/**
 * The position a cursor holds; null when the query has none.
 * @throws FootholdError `bad-cursor` when it is not one of ours or belongs to another search.
 */
export function decodeCursor(query: ListingQuery): Position | null {
  if (query.cursor === undefined) return null
  const body = cursorSchema.safeParse(parseJson(query.cursor))
  if (!body.success) {
    throw new FootholdError('bad-cursor', 'The cursor is not one this service gave out.')
  }
  if (body.data.of !== digest(query)) {
    throw new FootholdError(
      'bad-cursor',
      'The cursor belongs to a search with other filters. Ask again without a cursor.',
    )
  }
  return { key: body.data.k, first_seen_us: body.data.t, id: body.data.i }
}

function parseJson(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    return null
  }
}

/** The same for the same search, whatever the order of the values inside a filter; `limit` may change between pages. */
function digest(query: ListingQuery): string {
  const parts = Object.entries({ ...query, sort: effectiveSort(query) })
    .filter(([key, value]) => value !== undefined && key !== 'limit' && key !== 'cursor')
    .map(([key, value]) => [key, Array.isArray(value) ? [...value].sort() : value] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 12)
}
