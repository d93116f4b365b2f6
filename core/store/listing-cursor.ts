import { createHash } from 'node:crypto'
import { z } from 'zod'
import { effectiveSort, type ListingQuery } from '../domain/search/query.ts'
import type { Position } from '../domain/search/answer.ts'
import { FootholdError } from '../errors.ts'

const cursorSchema = z.strictObject({
  v: z.literal(1),
  /** Digest of the search: a cursor is of no use to another one. */
  of: z.string().length(12),
  k: z.number(),
  t: z.number().int().min(0).max(8.64e15),
  i: z.number().int().min(0),
})

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
