import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Find } from '../../../core/domain/search/answer.ts'
import { KEY_FILTERS, type ListingQuery } from '../../../core/domain/search/query.ts'
import { findInDatabase } from '../../../core/store/find.ts'
import { searchListings } from '../../../core/store/listings.ts'
import { freshDatabase, type FreshDatabase } from '../../helpers/database.ts'
import { makeEmployer, makeListing, makeSource } from '../../helpers/listings.ts'

let database: FreshDatabase
const db = () => database.db
const NOW = Date.parse('2026-11-24T12:00:00Z')

beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

async function clear(): Promise<void> {
  for (const table of ['posting', 'listing', 'employer', 'source'] as const) {
    await db().deleteFrom(table).execute()
  }
}

const search = (query: Partial<ListingQuery>) =>
  searchListings(db(), { limit: 20, ...query }, { now: NOW })

describe('a page', () => {
  beforeEach(clear)

  it('shows the words found and says why each listing is there', async () => {
    await makeListing(db(), {
      title: 'Billing Specialist',
      text: 'You work denials every day. We use Epic.',
      min_months: 12,
    })
    const [item] = (await search({ q: 'biller denial', state: ['PA'], max_months: 24 })).items
    expect(item?.snippet).toEqual({
      text: 'You work denials every day. We use Epic.',
      marks: [{ start: 9, end: 16 }],
    })
    expect(item?.why).toEqual([
      { kind: 'words', where: 'title', words: ['Billing Specialist'] },
      { kind: 'words', where: 'text', words: ['denials'] },
      { kind: 'filter', filter: 'state', value: 'PA' },
      { kind: 'filter', filter: 'max_months', value: '12' },
    ])
  })

  it('names feeds by their keys and employers by their numbers, with plain names for both', async () => {
    const own = await makeSource(db(), { key: 'mercy', employer: 'Mercy Hill Hospital' })
    const board = await makeSource(db(), {
      key: 'usajobs',
      employer: null,
      kind: 'usajobs',
      policy: JSON.stringify({ platform: 'USAJOBS' }),
    })
    const employer = await makeEmployer(db(), 'Mercy Hill')
    await makeListing(db(), { lead_source_id: own, employer_id: employer })
    await makeListing(db(), { lead_source_id: own })
    await makeListing(db(), { lead_source_id: board })
    const { facets, names } = await search({})
    expect(facets.source).toEqual([
      { value: 'mercy', count: 2 },
      { value: 'usajobs', count: 1 },
    ])
    expect(facets.employer).toEqual([{ value: String(employer), count: 1 }])
    expect(names).toEqual({
      source: { mercy: 'Mercy Hill Hospital', usajobs: 'USAJOBS' },
      employer: { [employer]: 'Mercy Hill' },
    })
    expect((await search({ source: ['usajobs'] })).total).toBe(1)
    expect((await search({ not_source: ['usajobs', 'nobody'] })).total).toBe(2)
    expect((await search({ source: ['nobody'] })).total).toBe(0)
    expect((await search({ not_employer: [String(employer)] })).total).toBe(2)
  })

  it('counts what only the marks of a fraud hide', async () => {
    const warnings = [{ code: 'fee_to_start', words: 'a fee of $50' }]
    await makeListing(db())
    await makeListing(db(), { warnings })
    await makeListing(db(), { warnings, states: ['OH'] })
    await makeListing(db(), { warnings: [{ code: 'number_conflict', words: 'x' }] })
    expect(await search({ state: ['PA'] })).toMatchObject({ total: 2, hidden_by_warnings: 1 })
    expect(await search({ warnings: 'show' })).toMatchObject({ total: 4, hidden_by_warnings: 0 })
    expect(await search({ warnings: 'only' })).toMatchObject({ total: 2, hidden_by_warnings: 0 })
  })

  it('may come from any engine', async () => {
    const id = await makeListing(db())
    await makeListing(db(), { first_seen: '2026-11-19T00:00:00Z' })
    const asked: number[] = []
    const find: Find = (question, page) => {
      asked.push(page.limit)
      return findInDatabase(db(), question, { ...page, timeoutMs: 5000 })
    }
    const page = await searchListings(db(), { limit: 1 }, { find, now: NOW })
    expect(page.items.map((item) => item.id)).toEqual([id])
    expect(page.next).not.toBeNull()
    expect(asked).toEqual([1])
  })
})

describe('a search near a place', () => {
  beforeEach(clear)
  const at = (city: string, state: string) => ({
    places: [{ city, state, country: 'US' }],
    states: [state],
  })

  it('finds towns within the radius and remote jobs that may be held there, the nearest first', async () => {
    const scranton = await makeListing(db(), at('Scranton', 'PA'))
    // About 16 miles.
    const wilkesBarre = await makeListing(db(), at('Wilkes-Barre', 'PA'))
    // About 105 miles.
    const philadelphia = await makeListing(db(), at('Philadelphia', 'PA'))
    const remote = { places: [], states: [], work_mode: 'remote' }
    const anywhere = await makeListing(db(), remote)
    const texans = await makeListing(db(), { ...remote, states_allowed: ['TX'] })
    const ids = async (query: Partial<ListingQuery>) =>
      (await search(query)).items.map((item) => item.id)
    const near = 'scranton pennsylvania'
    expect(await ids({ near, sort: 'nearest' })).toEqual([scranton, wilkesBarre, anywhere])
    expect(await ids({ near, radius: 10, sort: 'nearest' })).toEqual([scranton, anywhere])
    expect(await ids({ near: '18503', radius: 200, sort: 'nearest' })).toEqual([
      scranton,
      wilkesBarre,
      philadelphia,
      anywhere,
    ])
    expect(await ids({ near: 'Austin, TX' })).toEqual([texans, anywhere])
    const { facets } = await search({ near })
    expect(facets.radius).toEqual([
      { value: '10', count: 2 },
      { value: '25', count: 3 },
      { value: '50', count: 3 },
      { value: '100', count: 3 },
      { value: '200', count: 4 },
    ])
  })

  it('refuses a place that is in no table', async () => {
    await expect(search({ near: 'Atlantis, PA' })).rejects.toMatchObject({
      code: 'unknown-place',
      message:
        'No place "Atlantis, PA" is known. Give a ZIP code, or a town with its state such as "Scranton, PA".',
    })
  })
})

describe('a search that finds nothing', () => {
  beforeEach(clear)

  it('says what each filter and the words keep out, most first', async () => {
    for (let n = 0; n < 3; n++) await makeListing(db(), { states: ['OH'], text: 'denials' })
    await makeListing(db(), { states: ['PA'], text: 'denials', work_mode: 'hybrid' })
    await makeListing(db(), { states: ['PA'], text: 'x' })
    const page = await search({ q: 'denials', state: ['PA'], work_mode: ['onsite'] })
    expect(page).toMatchObject({ total: 0, items: [], next: null })
    expect(page.without).toEqual([
      { filter: 'state', total: 3 },
      { filter: 'work_mode', total: 1 },
      { filter: 'q', total: 1 },
    ])
  })

  it('says nothing of the kind where something was found', async () => {
    await makeListing(db())
    expect((await search({ state: ['PA'] })).without).toEqual([])
  })

  it('offers another spelling that finds something', async () => {
    await makeListing(db(), { title: 'Medical Coder' })
    await makeListing(db(), { title: 'Front Desk', states: ['OH'] })
    expect((await search({ q: 'medicle coder', state: ['PA'] })).suggestions).toEqual([
      { q: 'medical coder', total: 1 },
    ])
    // The words stand somewhere, only not here: nothing to mend.
    expect((await search({ q: 'front desk', state: ['PA'] })).suggestions).toEqual([])
  })
})

describe('hostile values', () => {
  beforeAll(async () => {
    await clear()
    await makeListing(db())
  })
  const EVIL = [
    "'; drop table listing; --",
    "x' or '1'='1",
    '\\',
    "\\'",
    '$1',
    '${1}',
    '"',
    "':*' & !'a' <-> (",
    'a\u0301\u202e%_;/*',
    "'); select pg_sleep(9); --",
  ]

  it.each(EVIL)('%j changes nothing and finds nothing it should not', async (evil) => {
    const values = Object.fromEntries(
      KEY_FILTERS.filter((f) => f !== 'employer').flatMap((f) => [
        [f, [evil]],
        [`not_${f}`, [evil]],
      ]),
    )
    for (const [name, value] of Object.entries(values)) {
      const { total } = await search({ [name]: value })
      expect(total, name).toBe(name.startsWith('not_') ? 1 : 0)
    }
    expect((await search({ holds: [evil] })).total).toBe(1)
    for (const q of [evil, `"${evil}"`, `-${evil}`, `billing or ${evil}`]) {
      expect((await search({ q })).total, q).toBeLessThanOrEqual(1)
    }
    await expect(search({ near: evil })).rejects.toMatchObject({ code: 'unknown-place' })
    await expect(search({ cursor: evil })).rejects.toMatchObject({ code: 'bad-cursor' })
    expect((await search({})).total).toBe(1)
  })

  it('a cursor of another making holds numbers and nothing else', async () => {
    const body = (i: unknown) =>
      Buffer.from(JSON.stringify({ v: 1, of: 'x'.repeat(12), k: 0, t: 0, i })).toString('base64url')
    for (const cursor of [body('1; drop table listing'), body([1]), body(1)]) {
      await expect(search({ cursor })).rejects.toMatchObject({ code: 'bad-cursor' })
    }
  })
})
