import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { nameKey, numberKey, REMOTE_ANY, TRADE } from '../../../core/domain/search/keys.ts'
import { createLogger } from '../../../core/log.ts'
import { tidyClock } from '../../../core/store/clock.ts'
import { replaceEmployerSettings } from '../../../core/store/facilities.ts'
import { searchListings } from '../../../core/store/listings.ts'
import { refreshKeys } from '../../../core/store/search-keys.ts'
import { refreshSearch } from '../../../workers/jobs/search-keys.ts'
import { freshDatabase, type FreshDatabase } from '../../helpers/database.ts'
import { makeEmployer, makeListing, makeSource, registered } from '../../helpers/listings.ts'

const log = createLogger('test', 'silent')
let database: FreshDatabase
const db = () => database.db

beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

beforeEach(async () => {
  const tables = ['posting', 'listing', 'listing_change', 'employer', 'source'] as const
  for (const table of tables) await db().deleteFrom(table).execute()
  await sql`delete from area_fact`.execute(db())
  await sql`delete from place`.execute(db())
})

const run = () => refreshSearch({ db: db(), log })
const columns = (id: number) =>
  db()
    .selectFrom('listing')
    .select(['search_keys', 'search_version', 'concepts', 'head_concepts'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
const changes = async (): Promise<number[]> => {
  const rows = await db().selectFrom('listing_change').select('listing_id').orderBy('seq').execute()
  return rows.map((row) => row.listing_id)
}
/** A listing as the migration left it. */
const forget = (id: number) =>
  sql`update listing set search_keys = '{}', search_version = 0, concepts = '{}', head_concepts = '{}'
    where id = ${id}`.execute(db())

describe('listings that an older version made', () => {
  it('get their keys and concepts, closed ones too', async () => {
    const source = await makeSource(db())
    const open = await makeListing(db(), {
      title: 'Medical Coder',
      text: 'Denials.',
      work_mode: 'remote',
      role: 'coding',
      credentials_required: ['CPC'],
    })
    const closed = await makeListing(db(), { closed_at: '2026-11-23T00:00:00Z' })
    await forget(open)
    await forget(closed)
    expect(await run()).toEqual({ renewed: 2, looked: 1, changed: 0 })
    const made = await columns(open)
    const expected = [
      TRADE,
      REMOTE_ANY,
      nameKey('place_state', 'PA'),
      nameKey('role', 'coding'),
      nameKey('work_mode', 'remote'),
      nameKey('credential', 'CPC'),
      nameKey('entry', 'not_stated'),
      numberKey('source', source),
      // The lowest ZIP code of Scranton.
      numberKey('town', 18501),
    ]
    expect(made.search_keys).toEqual(expected.sort((a, b) => a - b))
    expect(made.head_concepts).toContain('#coder')
    expect(made.concepts).toEqual(expect.arrayContaining(['#coder']))
    expect((await columns(closed)).search_version).toBe(made.search_version)
    expect((await searchListings(db(), { q: 'coding specialist', limit: 5 })).total).toBe(1)
  })

  it('are left alone afterwards', async () => {
    await forget(await makeListing(db()))
    await run()
    await db().deleteFrom('listing_change').execute()
    expect(await run()).toEqual({ renewed: 0, looked: 1, changed: 0 })
    expect(await changes()).toEqual([])
  })
})

describe('what registers say by now', () => {
  const carries = async (id: number, key: number) => (await columns(id)).search_keys.includes(key)

  it('reaches the listings of an employer, and goes again', async () => {
    const employer = await makeEmployer(db(), 'Mercy Hill')
    const id = await makeListing(db(), { employer_id: employer })
    const other = await makeListing(db())
    await db().deleteFrom('listing_change').execute()
    await replaceEmployerSettings(db(), employer, [registered('snf')])
    expect(await run()).toMatchObject({ looked: 2, changed: 1 })
    expect(await carries(id, nameKey('setting', 'snf'))).toBe(true)
    expect(await carries(other, nameKey('setting', 'snf'))).toBe(false)
    expect(await changes()).toEqual([id])
    await replaceEmployerSettings(db(), employer, [registered('snf', { sample: true })])
    expect(await run()).toMatchObject({ changed: 1 })
    expect(await carries(id, nameKey('setting', 'snf'))).toBe(false)
  })

  it('reaches the listings of a place; rows of sample files do not', async () => {
    const scranton = await makeListing(db())
    const places = [{ city: 'St. Mary', state: 'PA', country: 'US' }]
    const mary = await makeListing(db(), { places })
    const file = await sql<{ id: number }>`
      insert into import_run (kind, scope, file, sha256, as_of, sample, state, resume_offset, resume_line, started_at)
      values ('ruca', '', 'ruca.csv', 'x', '2026-01-01', false, 'done', 0, 0, now()) returning id`.execute(
      db(),
    )
    const runId = file.rows[0]?.id
    await sql`
      insert into place (zip5, city, town_norm, state, county_fips, lat, lon, sample, run_id) values
      ('18503', 'Scranton', 'scranton', 'PA', '42069', 41, -75, false, ${runId}),
      ('15857', 'Saint Mary', 'saint mary', 'PA', '42047', 41, -78, false, ${runId})`.execute(db())
    await sql`
      insert into area_fact (register, fact, id, area_kind, area_code, value, name, whole, sample, run_id) values
      ('ruca', 'ruca', '', 'zip', '18503', 3, null, null, false, ${runId}),
      ('ruca', 'ruca', '', 'zip', '15857', 4, null, null, false, ${runId}),
      ('hrsa-hpsa', 'hpsa_mental_health', 'a', 'county', '42047', 12, 'x', true, false, ${runId}),
      ('hrsa-mua', 'mup', 'b', 'county', '42069', null, 'x', true, true, ${runId})`.execute(db())
    expect(await run()).toMatchObject({ looked: 2, changed: 1 })
    for (const [said, key] of [
      [true, 'rural'],
      [true, 'shortage_area'],
      [false, 'medically_underserved'],
    ] as const) {
      expect(await carries(mary, nameKey('underserved', key)), key).toBe(said)
      expect(await carries(scranton, nameKey('underserved', key)), key).toBe(false)
    }
    // A listing that comes now knows it at once.
    const later = await makeListing(db(), { places })
    expect(await carries(later, nameKey('underserved', 'rural'))).toBe(true)
  })

  it('does not overwrite what was written while it looked', async () => {
    const employer = await makeEmployer(db(), 'Mercy Hill')
    const id = await makeListing(db(), { employer_id: employer })
    await replaceEmployerSettings(db(), employer, [registered('snf')])
    const writer = await database.pool.connect()
    try {
      await writer.query('begin')
      await writer.query("update listing set search_keys = '{7}' where id = $1", [id])
      const looking = refreshKeys(db(), 0, 10)
      await expect
        .poll(async () => {
          const { rows } = await database.pool.query<{ n: number }>(
            `select count(*) as n from pg_locks where not granted
              and pid in (select pid from pg_stat_activity where datname = current_database())`,
          )
          return Number(rows[0]?.n)
        })
        .toBeGreaterThan(0)
      await writer.query('commit')
      await looking
    } finally {
      writer.release()
    }
    expect((await columns(id)).search_keys).toEqual([7])
  })
})

it('notes of changes are dropped after two days', async () => {
  const id = await makeListing(db())
  expect(await changes()).toEqual([id])
  await tidyClock(db(), new Date(Date.now() + 47 * 3_600_000), 90)
  expect(await changes()).toEqual([id])
  await tidyClock(db(), new Date(Date.now() + 49 * 3_600_000), 90)
  expect(await changes()).toEqual([])
})
