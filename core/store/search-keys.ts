import { sql, type Kysely } from 'kysely'
import type { Place } from '../domain/posting.ts'
import type { Warning } from '../domain/reading.ts'
import { SEARCH_VERSION } from '../domain/search/keys.ts'
import {
  conceptsOf,
  keysFor,
  type Concepts,
  type KeyInput,
  type WordInput,
} from './search-columns.ts'
import type { Database } from './schema.ts'
import { assignments, rowsOf } from './unnest.ts'

/** One step through the open listings. */
export interface Refreshed {
  /** The last listing looked at; null = none was left after the one asked for. */
  last: number | null
  looked: number
  /** Listings that carried other keys than they do now. */
  changed: number
}

interface KeyRow extends KeyInput {
  id: number
  /** Which version of the row was read: xmin, as text. */
  row_version: string
  search_keys: number[]
  places: Place[]
  warnings: Warning[]
}
type WordRow = KeyRow & WordInput & Concepts

const KEY_COLUMNS = sql`id, xmin::text as row_version, search_keys, in_domain, states, work_mode, states_allowed,
  states_excluded, role, adjacent_role, credentials_required, credentials_preferred, accepted_apprentice, settings,
  entry, specialties, systems, employment_type, warnings, lead_source_id, employer_id, places`

/**
 * Makes keys and concepts of up to `limit` listings whose own come from an older version of the rule, closed ones
 * too, since they may open again. In one short transaction; a killed run goes on where it stood.
 * @returns how many were made; 0 = nothing is left.
 */
export async function renewSearch(db: Kysely<Database>, limit: number): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const { rows } = await sql<WordRow>`
      select ${KEY_COLUMNS}, title, employer, place, text, concepts, head_concepts
      from listing where search_version < ${SEARCH_VERSION}
      order by search_version, id limit ${limit}`.execute(tx)
    const keys = await keysFor(tx, rows)
    const made = rows.map((row, i) => {
      const concepts = conceptsOf(row)
      const search_keys = keys[i] ?? []
      const differ =
        !same(row.concepts, concepts.concepts) || !same(row.head_concepts, concepts.head_concepts)
      return { ...row, ...concepts, search_keys, search_version: SEARCH_VERSION, differ }
    })
    // A statement that sets the concepts makes the text vectors anew: most of the cost, and mostly for nothing.
    const [worded, keyed] = [made.filter((r) => r.differ), made.filter((r) => !r.differ)]
    await write(tx, worded, { ...KEY_SET, concepts: 'text[]', head_concepts: 'text[]' })
    await write(tx, keyed, KEY_SET)
    return rows.length
  })
}

/**
 * Looks at the keys of the next open listings after `after` and writes those that registers have made others
 * since. One that was written meanwhile is passed over: its writer knew the registers of today.
 */
export async function refreshKeys(
  db: Kysely<Database>,
  after: number,
  limit: number,
): Promise<Refreshed> {
  return db.transaction().execute(async (tx) => {
    const { rows } = await sql<KeyRow>`
      select ${KEY_COLUMNS} from listing where closed_at is null and id > ${after}
      order by id limit ${limit}`.execute(tx)
    const keys = await keysFor(tx, rows)
    const changed = rows.flatMap((row, i) => {
      const now = keys[i] ?? []
      return same(row.search_keys, now) ? [] : [{ ...row, search_keys: now }]
    })
    await write(tx, changed, { search_keys: 'integer[]' })
    return { last: rows.at(-1)?.id ?? null, looked: rows.length, changed: changed.length }
  })
}

const KEY_SET = { search_keys: 'integer[]', search_version: 'integer' } as const

async function write<Name extends string>(
  tx: Kysely<Database>,
  rows: readonly (Record<NoInfer<Name>, unknown> & Pick<KeyRow, 'id' | 'row_version'>)[],
  columns: Readonly<Record<Name, string>>,
): Promise<void> {
  if (rows.length === 0) return
  await sql`
    update listing l set ${assignments(columns)}
    from ${rowsOf({ ...columns, id: 'bigint', row_version: 'text' }, rows)}
    where l.id = x.id and l.xmin::text = x.row_version`.execute(tx)
}

const same = <T>(a: readonly T[], b: readonly T[]): boolean =>
  a.length === b.length && a.every((value, i) => value === b[i])
