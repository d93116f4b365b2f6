import type { Express } from 'express'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listingPageSchema } from '../../api/wire/listing.ts'
import { problemSchema } from '../../api/wire/problem.ts'
import { FACET_NAMES, KEY_FILTERS, type KeyFilter } from '../../core/domain/search/query.ts'
import { makeApp } from '../helpers/app.ts'
import { freshDatabase, type FreshDatabase } from '../helpers/database.ts'
import { makeEmployer, makeListing, makeSource } from '../helpers/listings.ts'
import { loadSampleRows, loadTowns } from '../helpers/registers.ts'

let database: FreshDatabase
let app: Express
let first: number
let second: number
let employer: number
let fraud: number

beforeAll(async () => {
  database = await freshDatabase()
  const { db } = database
  app = makeApp(database)
  await loadTowns(db)
  // A real register says that Scranton lies in a shortage area.
  await loadSampleRows(db, 'hrsa-hpsa', 'BCD_HPSA_FCT_DET_PC.csv')
  employer = await makeEmployer(db, 'Mercy Hill')
  first = await makeListing(db, {
    lead_source_id: await makeSource(db, { key: 'one', employer: 'Mercy Hill' }),
    employer_id: employer,
    employer: 'Mercy Hill',
    title: 'Medical Records Clerk',
    text: 'Sort charts. The pace is calm.',
    role: 'adjacent',
    adjacent_role: 'medical_records',
    work_mode: 'onsite',
    credentials_required: ['RHIT'],
    accepted_apprentice: true,
    settings: ['snf'],
    entry: 'open_with_credential',
    specialties: ['cardiology'],
    systems: ['epic'],
    employment_type: 'part_time',
    min_months: 6,
    posted_at: '2026-11-23T12:00:00Z',
    ...{ pay_min: 18, pay_max: 20, pay_unit: 'hour', pay_hour_min: 18, pay_hour_max: 20 },
  })
  second = await makeListing(db, {
    lead_source_id: await makeSource(db, { key: 'two', employer: 'Shore' }),
    employer: 'Shore',
    title: 'Coder',
    states: ['OH'],
    places: [{ city: 'Columbus', state: 'OH', country: 'US' }],
    role: 'coding',
    work_mode: 'hybrid',
    credentials_required: ['CPC'],
    settings: ['fqhc'],
    entry: 'asks_experience',
    specialties: ['anesthesia'],
    systems: ['cerner'],
    employment_type: 'full_time',
    min_months: 24,
    posted_at: '2026-11-01T12:00:00Z',
    ...{ pay_min: 30, pay_max: 30, pay_unit: 'hour', pay_hour_min: 30, pay_hour_max: 30 },
  })
  fraud = await makeListing(db, {
    lead_source_id: await makeSource(db, { key: 'two' }),
    title: 'Easy money',
    warnings: [{ code: 'fee_to_start', words: 'fee' }],
  })
})
afterAll(() => database.close())

const get = (query: string) => request(app).get(`/api/v1/listings?${query}`)

async function ids(query: string): Promise<number[]> {
  const { body } = await get(query).expect(200)
  const page = listingPageSchema.parse(body)
  expect(page.total).toBe(page.items.length)
  return page.items.map(({ id }) => id)
}

/** For each filter a value that only the first listing carries. */
const OF_FIRST: Record<KeyFilter, string> = {
  state: 'PA',
  role: 'adjacent',
  adjacent_role: 'medical_records',
  work_mode: 'onsite',
  credential: 'RHIT',
  setting: 'snf',
  entry: 'open_with_credential',
  specialty: 'cardiology',
  system: 'epic',
  employment_type: 'part_time',
  underserved: 'shortage_area',
  source: 'one',
  employer: 'set below',
}

describe('a filter of the address', () => {
  it.each(KEY_FILTERS)(
    '%s keeps what carries its value, and its twin leaves that out',
    async (filter) => {
      const value = filter === 'employer' ? String(employer) : OF_FIRST[filter]
      expect(await ids(`${filter}=${value}`)).toEqual([first])
      expect(await ids(`not_${filter}=${value}`)).toEqual([second])
    },
  )

  it.each([
    ['accepts_apprentice=true', () => [first]],
    ['accepts_apprentice=false', () => [second]],
    ['holds=CPC', () => [second]],
    ['holds=CPC,RHIT&sort=pay', () => [second, first]],
    ['max_months=6', () => [first]],
    ['max_months=24&sort=least_experience', () => [first, second]],
    ['pay_floor_hour=20.01', () => [second]],
    // 41,600 dollars a year of 2,080 hours are 20 an hour.
    ['pay_floor_year=41600&sort=pay', () => [second, first]],
    ['pay_floor_year=41640', () => [second]],
    ['posted_within=2', () => [first]],
    ['posted_within=30&sort=pay', () => [second, first]],
    ['near=18503', () => [first]],
    ['near=Columbus,%20OH&radius=1', () => [second]],
    ['warnings=only', () => [fraud]],
    ['q=charts', () => [first]],
    ['q=-charts', () => [second]],
  ])('%s', async (query, expected) => {
    expect(await ids(query)).toEqual(expected())
  })

  it('takes listings that state no months along when asked to', async () => {
    expect(await ids('max_months=0&warnings=only')).toEqual([])
    expect(await ids('max_months=0&unstated_months=include&warnings=only')).toEqual([fraud])
  })
})

describe('the answer', () => {
  it('counts every facet and names what is only a number', async () => {
    const { body } = await get('').expect(200)
    const { facets, names, hidden_by_warnings } = listingPageSchema.parse(body)
    expect(Object.keys(facets)).toEqual(FACET_NAMES)
    expect(facets.source.map(({ value }) => value)).toEqual(['one', 'two'])
    expect(names.source).toMatchObject({ one: 'Mercy Hill', two: 'Shore' })
    expect(facets.employer).toEqual([{ value: String(employer), count: 1 }])
    expect(names.employer).toEqual({ [employer]: 'Mercy Hill' })
    expect(hidden_by_warnings).toBe(1)
  })

  it('shows where the words stand and why a listing is there', async () => {
    const { body } = await get('q=charts&near=18503').expect(200)
    const [item] = listingPageSchema.parse(body).items
    const { text, marks } = item?.snippet ?? { text: '', marks: [] }
    expect(marks.map(({ start, end }) => text.slice(start, end))).toEqual(['charts'])
    expect(item?.why.map(({ kind }) => kind)).toContain('words')
    const far = { kind: 'distance', miles: expect.any(Number), label: '18503 (Scranton, PA)' }
    expect(item?.why).toContainEqual(far)
  })

  it('says which filter to drop where nothing is found', async () => {
    const { body } = await get('system=epic&state=OH').expect(200)
    const page = listingPageSchema.parse(body)
    expect(page.total).toBe(0)
    expect(page.without.map(({ filter, total }) => [filter, total]).sort()).toEqual([
      ['state', 1],
      ['system', 1],
    ])
  })

  it('suggests another spelling', async () => {
    const { body } = await get('q=recrods').expect(200)
    const page = listingPageSchema.parse(body)
    expect([page.total, page.suggestions]).toEqual([0, [{ q: 'records', total: 1 }]])
  })
})

const ASK = 'Give a ZIP code, or a town with its state such as'

describe('a place that nobody knows', () => {
  it.each(['Nowhere, ZZ', '00000', 'xyzzy'])(
    'is a fault of near, not of ours: %s',
    async (near) => {
      const { body } = await get(`near=${encodeURIComponent(near)}`).expect(400)
      const { errors, detail } = problemSchema.parse(body)
      expect(errors).toEqual([{ pointer: '/near', detail }])
      const page = await request(app)
        .get(`/?near=${encodeURIComponent(near)}`)
        .expect(400)
      // Once, and not once more for the pointer.
      expect(page.text.split(ASK)).toHaveLength(2)
      expect(detail).toContain(ASK)
    },
  )
})
