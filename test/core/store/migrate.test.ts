import { sql } from 'kysely'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { prepareDatabase } from '../../../cli/database.ts'
import { openDatabase } from '../../../core/store/db.ts'
import { migrateToLatest } from '../../../core/store/migrate.ts'
import { emptyDatabase, freshDatabase, type FreshDatabase } from '../../helpers/database.ts'
import { schemaText } from '../../helpers/schema-text.ts'

const folder = (name: string) => new URL(`../../fixtures/migrations/${name}/`, import.meta.url)

let empty: FreshDatabase
beforeEach(async () => {
  empty = await emptyDatabase()
})
afterEach(() => empty.close())

async function tables(): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' order by 1`.execute(empty.db)
  return rows.map((row) => row.name)
}

describe('migrateToLatest', () => {
  it('carries out what is pending, and a second time nothing', async () => {
    expect(await migrateToLatest(empty.db, folder('good'))).toEqual(['20260101T000000-first'])
    expect(await migrateToLatest(empty.db, folder('good'))).toEqual([])
    expect(await tables()).toContain('first_table')
  })

  it('of three callers at once one does the work and two find it done', async () => {
    const pools = [1, 2, 3].map(() => openDatabase(empty.url, { max: 1 }))
    const done = await Promise.all(pools.map(({ db }) => migrateToLatest(db, folder('good'))))
    await Promise.all(pools.map((pool) => pool.close()))
    expect(done.map((names) => names.length).sort()).toEqual([0, 0, 1])
    expect(await tables()).toContain('first_table')
  })

  it('names a migration that fails, with the database’s own words, and leaves nothing of it or of those before', async () => {
    await expect(migrateToLatest(empty.db, folder('bad'))).rejects.toMatchObject({
      code: 'migration-failed',
      message:
        'The migration 20260102T000000-second failed and the database was left as it was: relation "no_such_table" does not exist',
      details: { migration: '20260102T000000-second' },
    })
    expect(await tables()).not.toContain('first_table')
    expect(await migrateToLatest(empty.db, folder('good'))).toEqual(['20260101T000000-first'])
  })

  it('names a migration file that cannot be read', async () => {
    await expect(migrateToLatest(empty.db, folder('unreadable'))).rejects.toMatchObject({
      code: 'migration-failed',
      message: 'The migration 20260101T000000-broken cannot be read: the file is torn',
    })
  })

  it('refuses a database that a newer program has migrated, and leaves it alone', async () => {
    await migrateToLatest(empty.db, folder('good'))
    await sql`insert into kysely_migration (name, timestamp) values ('20990101T000000-later', '2099-01-01')`.execute(
      empty.db,
    )
    await expect(migrateToLatest(empty.db, folder('good'))).rejects.toMatchObject({
      code: 'newer-database',
      message:
        'The database was last used by a newer Foothold: it holds the migration 20990101T000000-later, which this one does not know; update Foothold or point it to another database.',
    })
  })
})

describe('prepareDatabase', () => {
  it('three at once on an empty server make our tables and those of the job queue', async () => {
    const done = await Promise.all([1, 2, 3].map(() => prepareDatabase(empty.url)))
    expect(done.filter((names) => names.length > 0)).toHaveLength(1)
    const { rows } = await sql<{ there: boolean }>`
      select to_regclass('graphile_worker.jobs') is not null as there`.execute(empty.db)
    expect(rows).toEqual([{ there: true }])
    expect(await tables()).toContain('listing')
  })
})

describe('the template that test databases are copied from', () => {
  let fresh: FreshDatabase | undefined
  afterAll(() => fresh?.close())

  it('has the same tables as a database migrated by itself', async () => {
    fresh = await freshDatabase()
    await prepareDatabase(empty.url)
    expect(await schemaText(fresh.db)).toBe(await schemaText(empty.db))
  })
})
