import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { sql } from 'kysely'
import { similarListings } from '../../../core/store/similar.ts'
import { freshDatabase, type FreshDatabase } from '../../helpers/database.ts'
import { makeEmployer, makeListing, type ListingRow } from '../../helpers/listings.ts'

let database: FreshDatabase

beforeAll(async () => {
  database = await freshDatabase()
})
beforeEach(async () => {
  await sql`truncate listing, posting, posting_body, listing_band, employer cascade`.execute(
    database.db,
  )
})
afterAll(() => database?.close())

const make = (row: ListingRow) => makeListing(database.db, { entry: 'open', ...row })
const similar = async (id: number, limit = 10) =>
  (await similarListings(database.db, id, limit)).map((l) => l.id)

async function share(bands: number[], ...ids: number[]): Promise<void> {
  for (const id of ids) {
    await sql`update listing set bands = ${bands} where id = ${id}`.execute(database.db)
    for (const v of bands) {
      await database.db.insertInto('listing_band').values({ v, listing_id: id }).execute()
    }
  }
}

it('finds open jobs of the same work, verdict and state, and nothing else', async () => {
  const me = await make({})
  const near = await make({ first_seen: '2026-11-01T00:00:00Z' })
  const nearer = await make({ first_seen: '2026-11-02T00:00:00Z' })
  await make({ role: 'coding' })
  await make({ entry: 'asks_experience' })
  await make({ states: ['NJ'], places: [{ city: 'Newark', state: 'NJ', country: 'US' }] })
  await make({ closed_at: '2026-11-22T08:00:00Z', close_reason: 'missing' })
  await make({ warnings: [{ code: 'fee_to_start', words: 'starter kit fee' }] })
  await make({ demo: true })
  await make({ in_domain: false })
  expect(await similar(me)).toEqual([nearer, near])
  expect(await similar(me, 1)).toEqual([nearer])
})

it('puts jobs with the same words first, wherever they are', async () => {
  const me = await make({})
  const sameTown = await make({})
  const far = { states: ['TX'], places: [{ city: 'Waco', state: 'TX', country: 'US' }] }
  const sameWords = await make({ ...far, entry: 'not_stated' })
  await make(far)
  await share([11, 12, 13], me, sameWords)
  expect(await similar(me)).toEqual([sameWords, sameTown])
})

it('matches remote jobs with remote jobs that may be held in the same state', async () => {
  const remote = { work_mode: 'remote', states: [], places: [] }
  const me = await make({ ...remote, states_allowed: ['PA', 'OH'] })
  const ohio = await make({ ...remote, states_allowed: ['OH'] })
  await make({ ...remote, states_allowed: ['CA'] })
  await make({})
  expect(await similar(me)).toEqual([ohio])
})

it('names at most two jobs of one employer', async () => {
  const chain = await makeEmployer(database.db, 'A Chain of Clinics')
  const me = await make({ employer_id: chain })
  const seen = (day: number) => `2026-11-${String(day).padStart(2, '0')}T00:00:00Z`
  for (let n = 1; n <= 3; n++) await make({ employer_id: chain, first_seen: seen(n) })
  const fourth = await make({ employer_id: chain, first_seen: seen(4) })
  const fifth = await make({ employer_id: chain, first_seen: seen(5) })
  const unnamed: number[] = []
  for (let n = 6; n <= 8; n++) unnamed.push(await make({ employer: null, first_seen: seen(n) }))
  expect(await similar(me)).toEqual([...unnamed.reverse(), fifth, fourth])
})

it('of a closed job finds what stands open; of none, nothing', async () => {
  const closed = await make({ closed_at: '2026-11-22T08:00:00Z', close_reason: 'missing' })
  const open = await make({})
  expect(await similar(closed)).toEqual([open])
  expect(await similar(999_999)).toEqual([])
})
