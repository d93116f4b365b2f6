import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { draftListing } from '../../../core/domain/draft.ts'
import type { RawPosting } from '../../../core/domain/posting.ts'
import { TAGGER_VERSION } from '../../../core/domain/read/read-advert.ts'
import { retagBatch, staleCount } from '../../../core/store/retag.ts'
import { savePostings } from '../../../core/store/postings.ts'
import { replaceSources, sourceByKey } from '../../../core/store/sources.ts'
import { freshDatabase, type FreshDatabase } from '../../helpers/database.ts'

const NOW = new Date('2026-11-24T12:00:00Z')
const OLD = TAGGER_VERSION - 1
let database: FreshDatabase

beforeAll(async () => {
  database = await freshDatabase()
  await replaceSources(
    database.db,
    [
      {
        key: 's',
        employer: null,
        kind: 'greenhouse',
        settings: {},
        policy: {},
        pace_ms: null,
        origin: 'file',
        facts: {},
        paused: null,
        due: NOW,
      },
    ],
    NOW,
  )
  const source = await sourceByKey(database.db, 's')
  if (source === undefined) throw new Error('no source')
  const batch = Array.from({ length: 7 }, (_, n) => {
    const posting = advert(n)
    return { posting, hash: Buffer.from([n]), version: null, draft: draftListing(posting, null) }
  })
  await savePostings(database.db, source, batch, OLD, NOW)
})

afterAll(() => database.close())

function advert(n: number): RawPosting {
  return {
    external_id: `a${n}`,
    title: 'Medical Biller',
    url: null,
    apply_url: null,
    employer: `Clinic ${n}`,
    places: [{ city: 'Erie', state: 'PA', country: 'US' }],
    remote: null,
    posted_at: null,
    expires_at: null,
    pay: null,
    employment_type: null,
    html: `<h3>Requirements</h3><ul><li>${n + 1} years of medical billing experience required</li></ul>`,
    structured: {},
  }
}

const months = async () =>
  (
    await database.db
      .selectFrom('listing')
      .select(['min_months', 'closed_at'])
      .orderBy('id')
      .execute()
  ).map((l) => [l.min_months, l.closed_at !== null])

it('reads what older rules have read again, batch by batch, and leaves closed adverts closed', async () => {
  // What an older reader might have left: no months at all, and one advert that has closed since.
  await sql`update listing set min_months = null, tagger_version = ${OLD}`.execute(database.db)
  await sql`update listing set closed_at = ${NOW} where lead_external_id = 'a2'`.execute(
    database.db,
  )
  expect(await staleCount(database.db, TAGGER_VERSION)).toBe(7)

  expect(await retagBatch(database.db, TAGGER_VERSION, 3, NOW)).toBe(3)
  expect(await staleCount(database.db, TAGGER_VERSION)).toBe(4)
  expect(await retagBatch(database.db, TAGGER_VERSION, 3, NOW)).toBe(3)
  expect(await retagBatch(database.db, TAGGER_VERSION, 3, NOW)).toBe(1)
  expect(await retagBatch(database.db, TAGGER_VERSION, 3, NOW)).toBe(0)

  expect(await months()).toEqual([12, 24, 36, 48, 60, 72, 84].map((m, i) => [m, i === 2]))
})

it('lets two runs share the work without touching a row twice', async () => {
  await sql`update posting set tagger_version = ${OLD}`.execute(database.db)
  const counts = await Promise.all([
    retagBatch(database.db, TAGGER_VERSION, 4, NOW),
    retagBatch(database.db, TAGGER_VERSION, 4, NOW),
  ])
  expect(
    counts.reduce((a, b) => a + b, 0) + (await retagBatch(database.db, TAGGER_VERSION, 10, NOW)),
  ).toBe(7)
})
