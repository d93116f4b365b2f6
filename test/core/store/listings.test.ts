import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Listing } from '../../../core/domain/listing.ts'
import type { Facets, ListingQuery } from '../../../core/domain/search/query.ts'
import { getListing, listingsByIds, searchListings } from '../../../core/store/listings.ts'
import { freshDatabase, type FreshDatabase } from '../../helpers/database.ts'
import {
  makeEmployer,
  makeListing,
  makePoll,
  makeSource,
  registered,
} from '../../helpers/listings.ts'
import { seededRandom } from '../../helpers/random.ts'
import { randomListing } from '../../helpers/random-search.ts'

let database: FreshDatabase
const db = () => database.db

beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

async function clear(): Promise<void> {
  const tables = ['posting_body', 'posting', 'listing', 'employer', 'poll', 'source'] as const
  for (const table of tables) {
    await db().deleteFrom(table).execute()
  }
}

const find = (query: Partial<ListingQuery> = {}) => searchListings(db(), { limit: 100, ...query })
const ids = async (query: Partial<ListingQuery> = {}) => (await find(query)).items.map((i) => i.id)
const counts = (facet: Facets[keyof Facets]) =>
  Object.fromEntries(facet.map(({ value, count }) => [value, count]))

describe('what a search finds', () => {
  beforeEach(clear)

  it('leaves closed listings out and keeps them readable by their number', async () => {
    const open = await makeListing(db())
    const closed = await makeListing(db(), { closed_at: '2026-11-23T00:00:00Z' })
    expect(await ids()).toEqual([open])
    const detail = await getListing(db(), closed)
    expect(detail).toMatchObject({ status: 'closed', closed_at: '2026-11-23T00:00:00.000Z' })
  })

  it('finds words of the title, the employer, the place and the text, in any of their forms', async () => {
    const title = await makeListing(db(), { title: 'Denials Analyst' })
    const employer = await makeListing(db(), { employer: 'Denial Partners' })
    const place = await makeListing(db(), { place: 'Denial, PA', text: 'x' })
    const text = await makeListing(db(), { text: 'You will work denied... no: denials.' })
    await makeListing(db(), { text: 'x' })
    expect(new Set(await ids({ q: 'denial' }))).toEqual(new Set([title, employer, place, text]))
  })

  it('puts a match in the title before one in the text alone, though the latter is newer', async () => {
    const inTitle = await makeListing(db(), { title: 'Coder', first_seen: '2026-11-01T00:00:00Z' })
    const inText = await makeListing(db(), { text: 'coder', first_seen: '2026-11-20T00:00:00Z' })
    expect(await ids({ q: 'coder' })).toEqual([inTitle, inText])
    expect(await ids({ q: 'coder', sort: 'newest' })).toEqual([inText, inTitle])
  })

  it('finds each of two words that a slash joins, in titles and texts', async () => {
    const title = await makeListing(db(), { title: 'Posting/Collections Clerk', text: 'x' })
    const text = await makeListing(db(), {
      title: 'Clerk',
      text: 'You handle posting/collections.',
    })
    expect(await ids({ q: 'collections' })).toEqual([title, text])
    expect(new Set(await ids({ q: 'posting' }))).toEqual(new Set([title, text]))
    expect(new Set(await ids({ q: 'posting/collections' }))).toEqual(new Set([title, text]))
  })

  it('reads quotes as a phrase and a minus as "without"', async () => {
    const phrase = await makeListing(db(), { text: 'revenue cycle work' })
    const apart = await makeListing(db(), { text: 'cycle to work, revenue grows' })
    expect(await ids({ q: '"revenue cycle"' })).toEqual([phrase])
    expect(await ids({ q: 'revenue -"revenue cycle"' })).toEqual([apart])
  })

  it('finds by state a place there or a remote job that may be held there', async () => {
    const onsite = await makeListing(db(), { states: ['PA', 'OH'] })
    await makeListing(db(), { states: ['OH'] })
    const anywhere = await makeListing(db(), { work_mode: 'remote', states: [] })
    const allowed = await makeListing(db(), {
      work_mode: 'remote',
      states: [],
      states_allowed: ['PA'],
    })
    await makeListing(db(), { work_mode: 'remote', states: [], states_allowed: ['TX'] })
    await makeListing(db(), { work_mode: 'remote', states: [], states_excluded: ['PA'] })
    await makeListing(db(), { work_mode: 'remote_after', states: [] })
    expect(new Set(await ids({ state: ['PA'] }))).toEqual(new Set([onsite, anywhere, allowed]))
  })

  it('finds near a place what lies within so many miles, and what a person living there may do from home', async () => {
    const far = { places: [{ city: 'Philadelphia', state: 'PA', country: 'US' }] }
    const here = await makeListing(db())
    const anywhere = await makeListing(db(), { ...far, work_mode: 'remote' })
    const forState = await makeListing(db(), {
      ...far,
      work_mode: 'remote',
      states_allowed: ['PA', 'NJ'],
    })
    await makeListing(db(), { ...far, work_mode: 'remote', states_allowed: ['TX'] })
    await makeListing(db(), { ...far, work_mode: 'remote', states_excluded: ['PA'] })
    // Philadelphia is about a hundred miles from Scranton.
    const away = await makeListing(db(), far)
    const home = [here, anywhere, forState]
    expect(new Set(await ids({ near: 'Scranton, PA', radius: 50 }))).toEqual(new Set(home))
    const wide = await find({ near: '18503', radius: 150, work_mode: ['onsite'] })
    expect(new Set(wide.items.map((i) => i.id))).toEqual(new Set([here, away]))
  })

  it('leaves out by state what has a place there; a remote job for the whole country stays', async () => {
    await makeListing(db())
    const anywhere = await makeListing(db(), { places: [], states: [], work_mode: 'remote' })
    const york = await makeListing(db(), { states: ['NY'] })
    expect(new Set(await ids({ not_state: ['PA'] }))).toEqual(new Set([anywhere, york]))
  })

  it('takes a job of exactly the yearly pay asked, though its hourly pay is rounded', async () => {
    // 40,000 / 2,080 is 19.2307..., kept as 19.23 an hour.
    const exact = await makeListing(db(), { pay_hour_min: 19.23, pay_hour_max: 19.23 })
    await makeListing(db(), { pay_hour_min: 19.22, pay_hour_max: 19.22 })
    expect(await ids({ pay_floor_year: 40_000 })).toEqual([exact])
    expect(await ids({ pay_floor_year: 40_000, pay_floor_hour: 20 })).toEqual([])
  })

  it('shows jobs outside the trade only when adjacent roles are asked for', async () => {
    const billing = await makeListing(db())
    const records = await makeListing(db(), { role: 'adjacent', adjacent_role: 'medical_records' })
    const desk = await makeListing(db(), {
      role: 'adjacent',
      adjacent_role: 'front_desk',
      in_domain: false,
    })
    expect(new Set(await ids())).toEqual(new Set([billing, records]))
    expect(new Set(await ids({ role: ['adjacent'] }))).toEqual(new Set([records, desk]))
    expect(new Set(await ids({ role: ['adjacent', 'billing'] }))).toEqual(
      new Set([billing, records, desk]),
    )
  })

  it('finds a credential that is required, preferred or accepted', async () => {
    const required = await makeListing(db(), { credentials_required: ['CPC', 'CCS'] })
    const preferred = await makeListing(db(), { credentials_preferred: ['CPC'] })
    const apprentice = await makeListing(db(), { accepted_apprentice: true })
    await makeListing(db(), { credentials_required: ['RHIT'] })
    expect(new Set(await ids({ credential: ['CPC'] }))).toEqual(new Set([required, preferred]))
    expect(await ids({ credential: ['CPC-A'] })).toEqual([apprentice])
  })

  it('takes max_months as "asks at most this many" and leaves silent adverts out', async () => {
    const none = await makeListing(db(), { min_months: 0 })
    const six = await makeListing(db(), { min_months: 6 })
    await makeListing(db(), { min_months: 7 })
    await makeListing(db(), { min_months: null })
    expect(new Set(await ids({ max_months: 6 }))).toEqual(new Set([none, six]))
  })

  it('holds the pay floor against the top of the stated range', async () => {
    const range = await makeListing(db(), { pay_hour_min: 15, pay_hour_max: 20 })
    const from = await makeListing(db(), { pay_hour_min: 21 })
    await makeListing(db(), { pay_hour_max: 19.99 })
    await makeListing(db())
    expect(new Set(await ids({ pay_floor_hour: 20 }))).toEqual(new Set([range, from]))
  })

  it('takes values of one filter as alternatives and filters together as narrowing', async () => {
    const a = await makeListing(db(), { entry: 'open', settings: ['snf'] })
    const b = await makeListing(db(), { entry: 'not_stated', settings: ['snf', 'hospice'] })
    await makeListing(db(), { entry: 'open', settings: ['va'] })
    expect(new Set(await ids({ setting: ['snf', 'hospice'] }))).toEqual(new Set([a, b]))
    expect(await ids({ setting: ['snf', 'hospice'], entry: ['open'] })).toEqual([a])
  })

  it('finds by setting what a real register says of the employer, and counts it so', async () => {
    const known = await makeEmployer(db(), 'Laurel Care', [
      registered('hospice'),
      registered('snf'),
    ])
    const invented = await makeEmployer(db(), 'Sample Care', [registered('snf', { sample: true })])
    const spoken = await makeEmployer(db(), 'Spoken Care', [
      {
        setting: 'snf',
        confidence: 0.6,
        evidence: [{ rule: 'text', listing_id: 1, words: 'skilled nursing', listings: 1, of: 2 }],
      },
    ])
    const silent = await makeListing(db(), { employer_id: known })
    const saying = await makeListing(db(), { employer_id: known, settings: ['snf'] })
    const other = await makeListing(db(), { settings: ['snf'] })
    await makeListing(db(), { employer_id: invented })
    await makeListing(db(), { employer_id: spoken })
    expect(new Set(await ids({ setting: ['snf'] }))).toEqual(new Set([silent, saying, other]))
    const { facets, items } = await find({ setting: ['hospice'] })
    expect(new Set(items.map((i) => i.id))).toEqual(new Set([silent, saying]))
    // Counted as if the filter were open; a setting that both sides name counts once.
    expect(counts(facets.setting)).toEqual({ snf: 3, hospice: 2 })
    for (const item of items) expect(item.register_settings).toEqual(['hospice', 'snf'])
  })

  it('orders by pay from the top and by experience from the bottom, silent adverts last', async () => {
    const low = await makeListing(db(), { pay_hour_max: 18, min_months: 12 })
    const high = await makeListing(db(), { pay_hour_min: 30, min_months: 0 })
    const silent = await makeListing(db())
    expect(await ids({ sort: 'pay' })).toEqual([high, low, silent])
    expect(await ids({ sort: 'least_experience' })).toEqual([high, low, silent])
  })

  it('gives every tag under the name of the read command', async () => {
    const id = await makeListing(db(), {
      credentials_required: ['CPC'],
      credentials_any_of: true,
      credentials_class: 'any_coding',
      pay_min: 18,
      pay_unit: 'hour',
      warnings: [{ code: 'number_conflict', words: 'three (5)' }],
    })
    const [item] = (await find()).items
    expect(item).toMatchObject({
      id,
      place: 'Scranton, PA',
      first_seen: '2026-11-20T08:00:00.000Z',
      credentials: {
        required: ['CPC'],
        any_of: true,
        required_class: 'any_coding',
        preferred: [],
        accepted_apprentice: false,
        within_months_of_hire: null,
      },
      pay: { min: 18, max: null, unit: 'hour' },
      warnings: [{ code: 'number_conflict', words: 'three (5)' }],
      status: 'open',
      demo: false,
    })
    expect(item).not.toHaveProperty('text')
  })
})

describe('when a listing was last checked', () => {
  beforeEach(clear)
  const lastChecked = async (id: number) => (await getListing(db(), id))?.last_checked

  it('is unknown before the first complete poll', async () => {
    const source = await makeSource(db())
    const id = await makeListing(db())
    await makePoll(db(), source, '2026-11-22T00:00:00Z', { complete: false, outcome: 'partial' })
    expect(await lastChecked(id)).toBeNull()
  })

  it('is the newest complete poll while the posting stands', async () => {
    const source = await makeSource(db())
    const id = await makeListing(db())
    await makePoll(db(), source, '2026-11-21T00:00:00Z')
    await makePoll(db(), source, '2026-11-22T00:00:00Z', { outcome: 'unchanged' })
    await makePoll(db(), source, '2026-11-23T00:00:00Z', { outcome: 'suspect' })
    expect(await lastChecked(id)).toBe('2026-11-22T00:00:00.000Z')
  })

  it('stays at the last poll that saw it once the posting is missing', async () => {
    const source = await makeSource(db())
    const id = await makeListing(db())
    await makePoll(db(), source, '2026-11-21T00:00:00Z')
    await makePoll(db(), source, '2026-11-22T00:00:00Z')
    await makePoll(db(), source, '2026-11-23T00:00:00Z')
    await db().updateTable('posting').set({ missing_since: '2026-11-22T00:00:00Z' }).execute()
    expect(await lastChecked(id)).toBe('2026-11-21T00:00:00.000Z')
  })
})

describe('one listing', () => {
  beforeEach(clear)

  it('is null when there is none', async () => {
    expect(await getListing(db(), 999_999_999)).toBeNull()
  })

  it('carries the credit that the terms of its lead source ask for', async () => {
    const asking = { must_name: true, must_link: true, credit_html: null, platform: 'Remotive' }
    const source = await makeSource(db(), {
      key: 'remotive',
      kind: 'remotive',
      policy: JSON.stringify(asking),
    })
    const url = 'https://remotive.example/1'
    const id = await makeListing(db(), { lead_source_id: source, url })
    const credit = { name: 'Remotive', html: null, link: url }
    expect(await getListing(db(), id)).toMatchObject({ credit })
    expect(await listingsByIds(db(), [id])).toMatchObject([{ credit }])
    expect(await getListing(db(), await makeListing(db()))).toMatchObject({ credit: null })
  })

  it('carries its text, its evidence and each feed it was seen in, the oldest first', async () => {
    const id = await makeListing(db(), {
      text: 'CPC required.',
      html: '<p>CPC required.</p>',
      evidence: { credentials: [{ start: 0, end: 3, words: 'CPC', rule: 'r' }] },
    })
    const other = await makeSource(db(), {
      key: 'board',
      employer: null,
      kind: 'usajobs',
      policy: JSON.stringify({ credit_html: '<a href="https://board.example">Board</a>' }),
    })
    const posting = { source_id: other, external_id: 'x' }
    await db()
      .insertInto('posting')
      .values({
        ...posting,
        content_hash: Buffer.alloc(1),
        version: null,
        listing_id: id,
        first_seen: '2026-11-21T00:00:00Z',
        close_reason: null,
        tagger_version: 1,
      })
      .execute()
    await db()
      .insertInto('posting_body')
      .values({
        ...posting,
        title: 't',
        employer: null,
        url: 'https://board.example/x',
        apply_url: null,
        places: '[]',
        html: null,
        structured: '{}',
      })
      .execute()
    const detail = await getListing(db(), id)
    expect(detail).toMatchObject({
      text: 'CPC required.',
      html: '<p>CPC required.</p>',
      evidence: { credentials: [{ start: 0, end: 3, words: 'CPC', rule: 'r' }] },
      tagger_version: 1,
    })
    expect(detail?.sources).toEqual([
      {
        key: 'mercy-hill',
        employer: 'Mercy Hill Hospital',
        kind: 'greenhouse',
        url: null,
        first_seen: '2026-11-20T08:00:00.000Z',
        missing_since: null,
        closed_at: null,
        credit_html: null,
      },
      {
        key: 'board',
        employer: null,
        kind: 'usajobs',
        url: 'https://board.example/x',
        first_seen: '2026-11-21T00:00:00.000Z',
        missing_since: null,
        closed_at: null,
        credit_html: '<a href="https://board.example">Board</a>',
      },
    ])
  })
})

describe('a few hundred random listings', () => {
  const random = seededRandom(20261124)

  beforeAll(async () => {
    await clear()
    const known = {
      sources: [await makeSource(db())],
      employers: [await makeEmployer(db(), 'One')],
    }
    for (let n = 0; n < 200; n++) await makeListing(db(), randomListing(random, known))
  })

  it.each(['best', 'newest', 'pay', 'nearest', 'least_experience'] as const)(
    'are each met once by a cursor walk in the order "%s" while others arrive',
    async (sort) => {
      const near = sort === 'nearest' ? 'Scranton, PA' : undefined
      const query = { q: 'coder or biller or clerk', sort, near, limit: 23 }
      const before = new Set((await walk({ ...query, limit: 100 })).map((l) => l.id))
      const met = await walk(query, async (page) => {
        // Newer than all, of the best rank and pay; and one that sorts last in every order.
        await makeListing(db(), { title: 'Coder Biller Clerk', pay_hour_max: 90, min_months: 0 })
        if (page % 2 === 0) {
          await makeListing(db(), { text: 'clerk', first_seen: '2026-11-01T00:00:00Z' })
        }
      })
      const metIds = met.map((l) => l.id)
      expect(new Set(metIds).size).toBe(metIds.length)
      expect([...before].filter((id) => !metIds.includes(id))).toEqual([])
    },
  )

  async function walk(
    query: Partial<ListingQuery> & { limit: number },
    between: (page: number) => Promise<void> = () => Promise.resolve(),
  ): Promise<Listing[]> {
    const met: Listing[] = []
    let cursor: string | undefined
    for (let page = 0; page < 60; page++) {
      const found = await find({ ...query, cursor })
      met.push(...found.items)
      if (found.next === null) return met
      expect(found.items).toHaveLength(query.limit)
      cursor = found.next
      await between(page)
    }
    throw new Error('The walk does not end.')
  }

  it('refuses a cursor that belongs to another search or to nobody', async () => {
    const { next } = await find({ limit: 5 })
    expect(next).not.toBeNull()
    const cursor = next ?? ''
    await expect(find({ limit: 7, cursor })).resolves.toBeDefined()
    await expect(find({ limit: 5, role: ['billing'], cursor })).rejects.toMatchObject({
      code: 'bad-cursor',
    })
    await expect(find({ cursor: 'bm9wZQ' })).rejects.toMatchObject({ code: 'bad-cursor' })
  })

  it('keeps rows apart that were first seen within the same millisecond', async () => {
    await clear()
    const made = []
    for (let n = 0; n < 9; n++) {
      made.push(await makeListing(db(), { first_seen: `2026-11-20T08:00:00.00012${n}Z` }))
    }
    const met = (await walk({ limit: 2 })).map((l) => l.id)
    expect(met).toEqual(made.reverse())
  })
})

it('a search that takes too long is refused in words', async () => {
  await clear()
  await makeListing(db())
  const slow = database.pool.query('begin; lock table listing; select pg_sleep(0.6); commit')
  await new Promise((resolve) => setTimeout(resolve, 150))
  await expect(searchListings(db(), { limit: 1 }, { timeoutMs: 50 })).rejects.toMatchObject({
    code: 'search-too-slow',
  })
  await slow
})
