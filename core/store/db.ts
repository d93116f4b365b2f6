import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Database } from './schema.ts'

export interface OpenOptions {
  /** Most connections held at once. Default 10. */
  max?: number
  /** Shown in pg_stat_activity. Default "foothold". */
  applicationName?: string
  /** A statement that runs longer is cancelled by the server; 0 = no limit. Default 30 000. */
  statementTimeoutMs?: number
  /** Told of a connection that broke while nobody used it; the pool replaces it by itself. */
  onIdleError?: (error: Error) => void
}

export interface OpenDatabase {
  db: Kysely<Database>
  pool: pg.Pool
  /** Ends every connection; safe to call twice. */
  close: () => Promise<void>
}

const INT8 = 20
const NUMERIC = 1700
const DATE = 1082
const INT8_ARRAY = 1016
const NUMERIC_ARRAY = 1231
const DATE_ARRAY = 1182
const TEXT_ARRAY = 1009

function wholeNumber(text: string): number {
  const n = Number(text)
  if (!Number.isSafeInteger(n)) {
    throw new RangeError(`The database holds ${text}, too large for a JavaScript number.`)
  }
  return n
}

const asText = (text: string): string => text

function arrayOf(entry: (text: string) => unknown): (text: string) => unknown[] {
  // The published list of type ids holds no arrays, though the parser is there.
  const split = pg.types.getTypeParser(TEXT_ARRAY as never, 'text') as (
    text: string,
  ) => (string | null)[]
  return (text) => split(text).map((element) => (element === null ? null : entry(element)))
}

const parsers = new Map<number, (text: string) => unknown>([
  [INT8, wholeNumber],
  [NUMERIC, Number],
  [DATE, asText],
  [INT8_ARRAY, arrayOf(wholeNumber)],
  [NUMERIC_ARRAY, arrayOf(Number)],
  [DATE_ARRAY, arrayOf(asText)],
])

/**
 * How values come back, set for each pool and never for the whole process: int8 and numeric are numbers,
 * a date is the text "2026-11-24" (pg would make it local midnight), timestamptz stays a Date.
 */
const types: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary'): unknown {
    const own = format === 'binary' ? undefined : parsers.get(oid)
    return own ?? pg.types.getTypeParser(oid, format ?? 'text')
  },
}

/**
 * A pool on the server behind `url` and a query builder over it. Nothing is sent until the first query.
 * A restarted server costs the queries in flight, never the process.
 */
export function openDatabase(url: string, options: OpenOptions = {}): OpenDatabase {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 10,
    application_name: options.applicationName ?? 'foothold',
    statement_timeout: options.statementTimeoutMs ?? 30_000,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    types,
  })
  pool.on('error', (error) => options.onIdleError?.(error))
  // A client in use has no listener of the pool's; without one of ours its broken connection would end
  // the process. The query in flight is rejected all the same.
  pool.on('connect', (client) => client.on('error', () => undefined))
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
  let closing: Promise<void> | undefined
  return {
    db,
    pool,
    close: () => (closing ??= closeAll(db, pool)),
  }
}

async function closeAll(db: Kysely<Database>, pool: pg.Pool): Promise<void> {
  await db.destroy()
  // Kysely ends the pool only when it was asked for a connection at least once.
  if (!pool.ended && !pool.ending) await pool.end()
}
