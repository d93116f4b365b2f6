import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { IndexedRow } from '../domain/search/question.ts'
import { standing } from './listing-filters.ts'
import type { Database } from './schema.ts'

type Db = Kysely<Database>

/** Up to where the changes of listings were read. */
export interface ChangePosition {
  /** Which database, and which file of it holds the listings; another one has other changes. */
  identity: string
  /** Changes of all earlier transactions were read; of this one and later ones some may have been. */
  xid: string
  /** When it was read, by the database's clock; milliseconds since 1970. */
  at: number
}

/** Rows are read so many at a time: two megabytes, and a few milliseconds of parsing. */
const BATCH = 500

/**
 * Tells every listing that may be shown, in batches, as they stood at one instant.
 * @returns from where to read the changes that came later; some told already may be among them.
 */
export async function readSearchRows(
  db: Db,
  told: (rows: IndexedRow[]) => Promise<void>,
): Promise<ChangePosition> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      const { position } = await positionNow(tx)
      const after = (id: number): Promise<IndexedRow[]> => {
        const batch = rowsWhere(tx, sql`l.id > ${id} order by l.id limit ${BATCH}`)
        // Awaited after what is told meanwhile; were that to fail, nobody would look at this.
        batch.catch(() => undefined)
        return batch
      }
      for (let next = after(0); ;) {
        const rows = await next
        const last = rows.at(-1)
        if (last === undefined) return position
        next = after(last.id)
        await told(rows)
      }
    })
}

/** Those of the listings that may be shown, as they stand now. */
export async function searchRowsOf(db: Db, ids: readonly number[]): Promise<IndexedRow[]> {
  const rows: IndexedRow[] = []
  for (let i = 0; i < ids.length; i += BATCH) {
    const some = ids.slice(i, i + BATCH)
    rows.push(...(await rowsWhere(db, sql`l.id = any(${some}::bigint[])`)))
  }
  return rows
}

/** No word of a text search holds it. */
const BETWEEN = '\u0001'

async function rowsWhere(db: Db, condition: RawBuilder<unknown>): Promise<IndexedRow[]> {
  interface Row extends Omit<IndexedRow, 'demand' | 'lexemes' | 'head'> {
    required: string[]
    any_of: boolean
    required_class: string | null
    within_months_of_hire: number | null
    lexemes: string
    head: string
  }
  // One text for all lexemes: split here it takes a tenth of what reading an array of the database would.
  const { rows } = await sql<Row>`
    select l.id, (extract(epoch from l.first_seen) * 1000000)::bigint as first_seen_us,
      floor(extract(epoch from coalesce(l.posted_at, l.first_seen)) * 1000)::bigint as posted_ms,
      l.search_keys as keys, l.min_months, coalesce(l.pay_hour_max, l.pay_hour_min) as pay,
      l.credentials_required as required, l.credentials_any_of as any_of,
      l.credentials_class as required_class, l.within_months_of_hire,
      array_to_string(tsvector_to_array(l.tsv), ${BETWEEN}) as lexemes,
      array_to_string(tsvector_to_array(l.head), ${BETWEEN}) as head
    from listing l where ${standing} and ${condition}`.execute(db)
  return rows.map(({ required, any_of, required_class, within_months_of_hire, ...row }) => ({
    ...row,
    demand: { required, any_of, required_class, within_months_of_hire },
    lexemes: words(row.lexemes),
    head: words(row.head),
  }))
}

const words = (text: string): string[] => (text === '' ? [] : text.split(BETWEEN))

/** Changes are kept for two days (clock.ts); who has not read for one takes all anew. */
const GOOD_FOR_MS = 86_400_000

export interface Changes {
  /** Listings that changed, each once. */
  ids: number[]
  position: ChangePosition
  /** Numbers of the changes that were read and are not before the position: they are met again. */
  ahead: ReadonlySet<number>
}

/**
 * Listings that changed after a position. A number is given to a change before its transaction ends, so a later
 * number can be seen before an earlier one: the position moves no further than the oldest transaction that has
 * not ended, and what was read beyond it stays in `ahead`, to be passed over next time.
 * @returns null where changes may have been missed: all has to be read anew.
 */
export async function readChanges(
  db: Db,
  from: ChangePosition,
  ahead: ReadonlySet<number>,
): Promise<Changes | null> {
  const { position, newest } = await positionNow(db)
  const missed =
    position.identity !== from.identity ||
    position.at - from.at > GOOD_FOR_MS ||
    BigInt(newest) < BigInt(from.xid)
  if (missed) return null
  // Read after the position was: whatever had ended by then is seen here.
  const { rows } = await sql<{ seq: number; id: number; settled: boolean }>`
    select seq, listing_id as id, xid < ${position.xid}::xid8 as settled
    from listing_change where xid >= ${from.xid}::xid8`.execute(db)
  // A server that follows another may lag behind the one asked before.
  const back = BigInt(position.xid) < BigInt(from.xid)
  return {
    ids: [...new Set(rows.flatMap(({ seq, id }) => (ahead.has(seq) ? [] : [id])))],
    position: back ? { ...position, xid: from.xid } : position,
    ahead: new Set(rows.flatMap(({ seq, settled }) => (settled && !back ? [] : [seq]))),
  }
}

async function positionNow(db: Db): Promise<{ position: ChangePosition; newest: string }> {
  const { rows } = await sql<{ identity: string; xid: string; newest: string; at: number }>`
    select concat_ws('-', (select system_identifier from pg_control_system()),
        (select timeline_id from pg_control_checkpoint()),
        (select oid from pg_database where datname = current_database()),
        pg_relation_filenode('listing')) as identity,
      pg_snapshot_xmin(s)::text as xid, pg_snapshot_xmax(s)::text as newest,
      (extract(epoch from clock_timestamp()) * 1000)::bigint as at
    from pg_current_snapshot() s`.execute(db)
  const [row] = rows
  if (row === undefined) throw new Error('The database gave no snapshot.')
  const { newest, ...position } = row
  return { position, newest }
}
