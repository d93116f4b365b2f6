import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { marketFacts, type MarketFacts } from '../../../core/domain/market/market-facts.ts'
import { marketCounts } from '../../../core/store/insights.ts'
import { freshDatabase, type FreshDatabase } from '../../helpers/database.ts'
import { makeEmployer, makeListing, registered, type ListingRow } from '../../helpers/listings.ts'

const NOW = new Date('2026-11-24T12:00:00.000Z')

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  await sql`truncate listing, posting, employer cascade`.execute(database.db)
})

async function facts(): Promise<MarketFacts> {
  return marketFacts(await marketCounts(database.db, NOW), [], NOW.toISOString())
}

async function make(...rows: ListingRow[]): Promise<void> {
  for (const row of rows) await makeListing(database.db, row)
}

const times = (n: number, row: ListingRow): ListingRow[] => Array.from({ length: n }, () => row)

describe('what the listings say', () => {
  it('tells remote from on site: partly remote, and remote after a time, are on site', async () => {
    await make(
      ...times(5, { work_mode: 'remote', min_months: 24 }),
      ...times(3, { work_mode: 'hybrid', min_months: 12 }),
      ...times(2, { work_mode: 'remote_after', min_months: 0, entry: 'open' }),
      { work_mode: 'not_stated' },
    )
    const { work_mode, all } = await facts()
    expect(work_mode.map((g) => [g.value, g.listings, g.median_months.value])).toEqual([
      ['remote', 5, 24],
      // 0 0 12 12 12
      ['onsite', 5, 12],
      ['not_stated', 1, null],
    ])
    expect(work_mode[1]?.open_to_newcomers).toEqual({ value: 0.4, sample: 5 })
    expect(all).toMatchObject({ listings: 11, median_months: { sample: 10 } })
  })

  it('counts a newcomer with or without a credential, and nobody by silence', async () => {
    await make(
      { entry: 'open' },
      { entry: 'open_with_credential' },
      { entry: 'not_stated' },
      { entry: 'contradictory', min_months: 24 },
      { entry: 'asks_experience', min_months: 24 },
    )
    expect((await facts()).all.open_to_newcomers).toEqual({ value: 0.4, sample: 5 })
  })

  it('takes an underserved employer from the advert or a real register, never from a sample', async () => {
    const real = await makeEmployer(database.db, 'Mercy Hill', [registered('snf')])
    const sample = await makeEmployer(database.db, 'Rook', [registered('snf', { sample: true })])
    await make({ settings: ['fqhc'] }, { employer_id: real }, { employer_id: sample }, {})
    expect((await facts()).setting.map((g) => [g.value, g.listings])).toEqual([
      ['underserved', 2],
      ['other', 2],
    ])
  })

  it('counts a listing once under each credential it names and each state of its places', async () => {
    await make(
      {
        credentials_required: ['CPC', 'CCS'],
        credentials_preferred: ['CPC'],
        states: ['PA', 'NJ'],
      },
      { credentials_required: ['CPC'], accepted_apprentice: true, states: [], role: null },
      { role: 'coding' },
    )
    const { credential, state, role } = await facts()
    expect(credential.map((g) => [g.value, g.listings])).toEqual([
      ['CPC', 2],
      ['CCS', 1],
      ['CPC-A', 1],
    ])
    expect(state.map((g) => [g.value, g.listings])).toEqual([
      ['PA', 2],
      ['NJ', 1],
    ])
    expect(role.map((g) => [g.value, g.listings])).toEqual([
      ['coding', 1],
      ['billing', 1],
      ['both', 0],
      ['adjacent', 0],
    ])
  })

  it('leaves out what is closed, outside the trade or marked as a fraud', async () => {
    await make(
      {},
      { closed_at: '2026-11-22T00:00:00Z', close_reason: 'gone' },
      { in_domain: false, role: 'adjacent', adjacent_role: 'front_desk' },
      { warnings: [{ code: 'fee_to_start', words: 'a fee of $50' }] },
      { warnings: [{ code: 'number_conflict', words: 'two (3) years' }] },
    )
    expect(await facts()).toMatchObject({ all: { listings: 2 }, suspicious: 1 })
  })

  it('counts invented listings only while nothing else is held', async () => {
    await make({ demo: true }, { demo: true })
    expect(await facts()).toMatchObject({ basis: 'demo', all: { listings: 2 } })
    await make({})
    expect(await facts()).toMatchObject({ basis: 'live', all: { listings: 1 } })
  })

  it('of an empty database says nothing, and not that it is a demo', async () => {
    expect(await facts()).toMatchObject({
      basis: 'live',
      all: { listings: 0, median_months: { value: null, sample: 0 } },
      pay: [],
      trend: [],
    })
  })

  it('takes starting pay from adverts for beginners only, by the hour', async () => {
    await make(
      { entry: 'open', pay_hour_min: 16, pay_hour_max: 20, states: ['PA', 'NJ'] },
      { min_months: 12, entry: 'asks_experience', pay_hour_min: 18 },
      { min_months: 18, entry: 'asks_experience', pay_hour_min: 30 },
      { entry: 'not_stated', pay_hour_min: 30 },
      { entry: 'open', pay_hour_min: null, pay_hour_max: 30 },
    )
    const counts = await marketCounts(database.db, NOW)
    expect(counts.pay).toEqual([
      { state: 'NJ', amount: 16, n: 1 },
      { state: 'PA', amount: 16, n: 1 },
      { state: 'PA', amount: 18, n: 1 },
      { state: 'US', amount: 16, n: 1 },
      { state: 'US', amount: 18, n: 1 },
    ])
  })

  it('shows what came each week, closed listings too, and one that was merged away once', async () => {
    const closed = { closed_at: '2026-11-20T00:00:00Z', close_reason: 'gone' }
    await make(
      // Sunday night and Monday morning, UTC, lie in two weeks.
      { first_seen: '2026-11-15T23:59:59Z', ...closed },
      { first_seen: '2026-11-16T00:00:00Z', min_months: 12 },
      { first_seen: '2026-05-31T23:59:59Z' },
    )
    const open = { first_seen: '2026-11-24T11:00:00Z', entry: 'open', min_months: 0 }
    const id = await makeListing(database.db, open)
    await make({ ...open, ...closed, moved_to: id })
    expect((await marketCounts(database.db, NOW)).weeks).toEqual([
      { week: '2026-11-09', months: null, newcomer: false, n: 1 },
      { week: '2026-11-16', months: 12, newcomer: false, n: 1 },
      { week: '2026-11-23', months: 0, newcomer: true, n: 1 },
    ])
  })
})
