import { sql, type Kysely } from 'kysely'
import type { Place } from '../domain/posting.ts'
import type { Warning } from '../domain/reading.ts'
import {
  LISTING_COLUMNS,
  SEARCH_COLUMNS,
  type ListingRow,
  type PostingId,
} from './listing-columns.ts'
import type { Database } from './schema.ts'
import { withSearchColumns, type SearchInput } from './search-columns.ts'
import { assignments, namesOf, rowsOf } from './unnest.ts'

/** A listing with new words. */
export interface ListingUpdate {
  id: number
  row: ListingRow
  /** The bands under which its old words stand. */
  oldBands: readonly number[]
}

export const postingKey = (id: PostingId): string => `${id.source_id}/${id.external_id}`

/** Every column that a new or changed listing gets. */
const WRITTEN = { ...LISTING_COLUMNS, ...SEARCH_COLUMNS }

/** Adds listings with their bands and what search needs. @returns their ids by the key of the posting each shows. */
export async function insertListings(
  tx: Kysely<Database>,
  rows: readonly ListingRow[],
  now: Date,
): Promise<Map<string, number>> {
  if (rows.length === 0) return new Map()
  const { rows: made } = await sql<{ id: number; source_id: number; external_id: string }>`
    insert into listing (${namesOf(WRITTEN)}, first_seen)
    select ${namesOf(WRITTEN)}, ${now}::timestamptz from ${rowsOf(WRITTEN, await withSearchColumns(tx, rows, searchInput))}
    returning id, lead_source_id as source_id, lead_external_id as external_id`.execute(tx)
  const ids = new Map(made.map((m) => [postingKey(m), m.id]))
  const bands = rows.flatMap((row) => {
    const id = ids.get(leadKey(row))
    return id === undefined ? [] : row.bands.map((v) => ({ v, id }))
  })
  await addBands(tx, bands)
  return ids
}

/** Gives listings the words of their lead posting; they stand open then. */
export async function updateListings(
  tx: Kysely<Database>,
  updates: readonly ListingUpdate[],
): Promise<void> {
  if (updates.length === 0) return
  const rows = await withSearchColumns(
    tx,
    updates.map(({ id, row }) => ({ ...row, id })),
    searchInput,
  )
  await sql`
    update listing l set ${assignments(WRITTEN)}
    from ${rowsOf({ ...WRITTEN, id: 'bigint' }, rows)}
    where l.id = x.id`.execute(tx)
  const moved = updates.filter(({ row, oldBands }) => !sameBands(row.bands, oldBands))
  if (moved.length === 0) return
  await sql`
    delete from listing_band b using ${rowsOf(
      BAND_COLUMNS,
      moved.flatMap(({ id, oldBands }) => oldBands.map((v) => ({ v, id }))),
    )}
    where b.v = x.v and b.listing_id = x.id`.execute(tx)
  await addBands(
    tx,
    moved.flatMap(({ id, row }) => row.bands.map((v) => ({ v, id }))),
  )
}

/** A row as the rules of search take it: what travels as JSON is a value again. */
const searchInput = ({ places, warnings, ...row }: ListingRow): SearchInput => ({
  ...row,
  places: JSON.parse(places) as Place[],
  warnings: JSON.parse(warnings) as Warning[],
})

const BAND_COLUMNS = { v: 'integer', id: 'bigint' } as const

async function addBands(
  tx: Kysely<Database>,
  bands: readonly { v: number; id: number }[],
): Promise<void> {
  if (bands.length === 0) return
  await sql`
    insert into listing_band (v, listing_id) select v, id from ${rowsOf(BAND_COLUMNS, bands)}`.execute(
    tx,
  )
}

const leadKey = (row: ListingRow): string =>
  postingKey({ source_id: row.lead_source_id, external_id: row.lead_external_id })

const sameBands = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((v, i) => v === b[i])

/** Opens listings again that a posting of theirs makes stand. Writes nothing where they stand open. */
export async function reopenListings(tx: Kysely<Database>, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  await sql`
    update listing set closed_at = null, close_reason = null, moved_to = null
    where id = any(${[...new Set(ids)]}::bigint[]) and closed_at is not null`.execute(tx)
}
