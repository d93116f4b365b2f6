import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../../core/store/db.ts'
import { freshDatabase, type FreshDatabase } from '../../helpers/database.ts'

let fresh: FreshDatabase
beforeAll(async () => {
  fresh = await freshDatabase()
})
afterAll(() => fresh.close())

async function one(expression: string): Promise<unknown> {
  const { rows } = await sql<{ v: unknown }>`select ${sql.raw(expression)} as v`.execute(fresh.db)
  return rows[0]?.v
}

describe('values on their way out of the database', () => {
  it.each([
    ['a bigint', '9007199254740991::int8', 9007199254740991],
    ['a count', 'count(*) from (values (1), (2)) t', 2],
    ['a numeric', '12.50::numeric', 12.5],
    ['a date', "'2026-11-24'::date", '2026-11-24'],
    ['an array of bigints', 'array[1, null, 3]::int8[]', [1, null, 3]],
    ['an array of numerics', 'array[0.5, 2]::numeric[]', [0.5, 2]],
    ['an array of dates', "array['2026-02-28']::date[]", ['2026-02-28']],
    ['a NULL', 'null::int8', null],
  ])('%s arrives as a plain value', async (_name, expression, expected) => {
    const [value, rest] = expression.split(/ (?=from )/)
    const { rows } = await sql<{ v: unknown }>`
      select ${sql.raw(value!)} as v ${sql.raw(rest ?? '')}`.execute(fresh.db)
    expect(rows[0]?.v).toStrictEqual(expected)
  })

  it('an instant arrives as a Date of the same instant', async () => {
    expect(await one("'2026-11-24T01:00:00+02:00'::timestamptz")).toStrictEqual(
      new Date('2026-11-23T23:00:00Z'),
    )
  })

  it('a bigint beyond what a number can hold is refused, not rounded', async () => {
    await expect(one('9007199254740993::int8')).rejects.toThrow(/9007199254740993.*too large/)
  })

  it('another pool of the process keeps pg’s own parsers', async () => {
    const { default: pg } = await import('pg')
    const client = new pg.Client({ connectionString: fresh.url })
    await client.connect()
    const { rows } = await client.query('select 7::int8 as v')
    await client.end()
    expect(rows[0].v).toBe('7')
  })
})

describe('openDatabase', () => {
  it('cancels a statement that runs longer than the limit', async () => {
    const short = openDatabase(fresh.url, { max: 1, statementTimeoutMs: 100 })
    await expect(sql`select pg_sleep(20)`.execute(short.db)).rejects.toThrow(/statement timeout/)
    await short.close()
  })

  it('shows the name it was given to the server', async () => {
    const named = openDatabase(fresh.url, { max: 1, applicationName: 'foothold naming test' })
    const { rows } = await sql<{
      v: string
    }>`select current_setting('application_name') as v`.execute(named.db)
    await named.close()
    expect(rows[0]?.v).toBe('foothold naming test')
  })

  it('survives connections cut by the server, in use and idle, and goes on with new ones', async () => {
    const idleErrors: Error[] = []
    const cut = openDatabase(fresh.url, { max: 2, onIdleError: (error) => idleErrors.push(error) })
    const pid = async () => {
      const { rows } = await sql<{ v: number }>`select pg_backend_pid() as v`.execute(cut.db)
      return rows[0]!.v
    }
    const idle = await pid()
    await sql`select pg_terminate_backend(${idle})`.execute(fresh.db)
    await expect.poll(() => idleErrors.length).toBe(1)
    const waiting = cut.db.connection().execute(async (db) => {
      const { rows } = await sql<{ v: number }>`select pg_backend_pid() as v`.execute(db)
      await sql`select pg_terminate_backend(${rows[0]!.v})`.execute(fresh.db)
      await sql`select 1`.execute(db)
    })
    await expect(waiting).rejects.toThrow()
    // The pool may hand out the dying connection once more before it hears of its end.
    await expect.poll(() => pid().catch(() => idle)).not.toBe(idle)
    await cut.close()
  })

  it('can be closed twice, used or not', async () => {
    const unused = openDatabase(fresh.url)
    await unused.close()
    await unused.close()
    expect(unused.pool.ended).toBe(true)
  })
})
