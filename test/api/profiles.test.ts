import type { Express } from 'express'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { adviceSchema } from '../../api/wire/advice.ts'
import { matchesSchema } from '../../api/wire/match.ts'
import { problemSchema } from '../../api/wire/problem.ts'
import { makeApp, NOW } from '../helpers/app.ts'
import { freshDatabase, type FreshDatabase } from '../helpers/database.ts'
import { demoListings } from '../helpers/demo-world.ts'
import { makeListing } from '../helpers/listings.ts'

let database: FreshDatabase
let app: Express
const made: Record<'billing' | 'coding' | 'desk' | 'closed', number> = {
  billing: 0,
  coding: 0,
  desk: 0,
  closed: 0,
}

beforeAll(async () => {
  database = await freshDatabase()
  app = makeApp(database)
  made.billing = await makeListing(database.db, { min_months: 0, entry: 'open' })
  made.coding = await makeListing(database.db, { role: 'coding' })
  made.desk = await makeListing(database.db, {
    role: 'adjacent',
    adjacent_role: 'front_desk',
    in_domain: false,
  })
  made.closed = await makeListing(database.db, { closed_at: '2026-11-23T00:00:00Z' })
})
afterAll(() => database.close())

const post = (path: string, body: object | string) =>
  request(app).post(`/api/v1${path}`).set('Content-Type', 'application/json').send(body)

describe('POST /matches', () => {
  it('holds the profile against every open listing of the trade', async () => {
    const { body, headers } = await post('/matches', { profile: {} }).expect(200)
    const found = matchesSchema.parse(body)
    expect(new Set(found.items.map((i) => i.listing.id))).toEqual(
      new Set([made.billing, made.coding]),
    )
    expect(Object.values(found.counts).reduce((a, b) => a + b)).toBe(2)
    expect(headers['cache-control']).toBe('no-store')
  })

  it('takes in first-rung jobs outside the trade when the profile wants them', async () => {
    const { body } = await post('/matches', { profile: { roles: ['adjacent'] } }).expect(200)
    const ids = matchesSchema.parse(body).items.map((i) => i.listing.id)
    expect(ids).toContain(made.desk)
  })

  it('gives no more items than the limit and counts all the same', async () => {
    const { body } = await post('/matches', { profile: {}, limit: 1 }).expect(200)
    const found = matchesSchema.parse(body)
    expect(found.items).toHaveLength(1)
    expect(Object.values(found.counts).reduce((a, b) => a + b)).toBe(2)
  })

  it('puts better verdicts and higher scores first', async () => {
    const profile = { credentials: [], months: {}, education: [], state: 'PA' }
    const { body } = await post('/matches', { profile }).expect(200)
    const order = ['open', 'likely', 'stretch', 'unknown', 'not_yet']
    const keys = matchesSchema
      .parse(body)
      .items.map((i) => [order.indexOf(i.verdict), -(i.score ?? -1)] as const)
    const sorted = [...keys].sort((a, b) => a[0] - b[0] || a[1] - b[1])
    expect(keys).toEqual(sorted)
  })
})

describe('POST /matches with listings to hide', () => {
  it('leaves them out, counts them all the same and says how many', async () => {
    const { body } = await post('/matches', { profile: {}, hide: [made.coding, 999_999] }).expect(
      200,
    )
    const found = matchesSchema.parse(body)
    expect(found.items.map((i) => i.listing.id)).toEqual([made.billing])
    expect(found.hidden).toBe(1)
    expect(Object.values(found.counts).reduce((a, b) => a + b)).toBe(2)
  })

  it('refuses an id that is none', async () => {
    const answer = await post('/matches', { profile: {}, hide: ['x'] }).expect(400)
    expect(problemSchema.parse(answer.body).errors?.map((e) => e.pointer)).toEqual(['/hide/0'])
  })
})

describe('advice and matches together', () => {
  const person = {
    credentials: [{ code: 'CPC', apprentice: true }],
    months: { front_desk: 14, billing: 12 },
    education: [{ level: 'certificate', field: 'medical billing and coding' }],
    state: 'PA',
  }
  let world: FreshDatabase
  /** An app of its own for each question: there is a limit on profiles a minute. */
  const ask = async (path: string, body: object): Promise<unknown> => {
    const answer = await request(makeApp(world)).post(`/api/v1${path}`).send(body).expect(200)
    return answer.body
  }
  /** Ids of all listings that are open to a profile: better verdicts come first, so one page holds them. */
  const openTo = async (profile: object): Promise<number[]> => {
    const page = matchesSchema.parse(await ask('/matches', { profile, limit: 200 }))
    const open = page.items.filter((i) => i.verdict === 'open').map((i) => i.listing.id)
    expect(page.counts.open).toBe(open.length)
    return open.sort((x, y) => x - y)
  }

  beforeAll(async () => {
    world = await freshDatabase()
    for (const listing of demoListings(NOW.toISOString())) {
      const { credentials, pay } = listing
      await makeListing(world.db, {
        title: listing.title,
        employer: listing.employer ?? null,
        places: listing.places,
        posted_at: listing.posted_at ?? null,
        closes_at: listing.closes_at,
        in_domain: listing.in_domain,
        role: listing.role,
        adjacent_role: listing.adjacent_role,
        level: listing.level,
        min_months: listing.min_months,
        max_months: listing.max_months,
        entry: listing.entry,
        credentials_required: credentials.required,
        credentials_any_of: credentials.any_of,
        credentials_class: credentials.required_class,
        accepted_apprentice: credentials.accepted_apprentice,
        within_months_of_hire: credentials.within_months_of_hire,
        education: listing.education,
        work_mode: listing.work_mode,
        states_allowed: listing.states_allowed,
        states_excluded: listing.states_excluded,
        settings: listing.settings,
        systems: listing.systems,
        employment_type: listing.employment_type,
        pay_min: pay?.min ?? null,
        pay_max: pay?.max ?? null,
        pay_unit: pay?.unit ?? null,
        requirement: listing.requirement,
      })
    }
  }, 120_000)
  afterAll(() => world.close())

  it('every step opens exactly what it promised when the changed profile is matched again', async () => {
    const before = await openTo(person)
    const advice = adviceSchema.parse(await ask('/advice', { profile: person }))
    expect(advice.steps.filter((s) => s.opens > 0).length).toBeGreaterThan(5)
    expect(advice.now.open).toBe(before.length)
    for (const step of advice.steps) {
      const after = await openTo({ ...person, ...step.change.set })
      expect(
        after.filter((id) => !before.includes(id)),
        step.change.label,
      ).toEqual(step.listing_ids)
    }
    for (const pair of advice.pairs) {
      const after = await openTo({ ...person, ...pair.set })
      expect(after.filter((id) => !before.includes(id))).toEqual(pair.listing_ids)
    }
  }, 120_000)
})

describe('POST /advice', () => {
  it('answers with the steps, how the listings stand now, and how many were looked at', async () => {
    const { body } = await post('/advice', { profile: { credentials: [] } }).expect(200)
    const advice = adviceSchema.parse(body)
    expect(advice.sample).toBeGreaterThanOrEqual(2)
    expect(advice.as_of).toBe(NOW.toISOString())
    for (const step of advice.steps) expect(step.opens).toBe(step.listing_ids.length)
  })
})

describe.each(['/matches', '/advice'])('POST %s', (path) => {
  it.each([
    ['no profile', {}, '/profile'],
    ['an unknown key', { profile: {}, colour: 1 }, '/colour'],
    ['an unknown key of the profile', { profile: { hair: 'red' } }, '/profile/hair'],
    ['a state that is no code', { profile: { state: 'Penn' } }, '/profile/state'],
    ['months below zero', { profile: { months: { coding: -1 } } }, '/profile/months/coding'],
    ['a role that is none', { profile: { roles: ['nurse'] } }, '/profile/roles/0'],
    ['a list where an object belongs', [], ''],
  ])('refuses %s with a pointer to it', async (_what, body, pointer) => {
    const answer = await post(path, body).expect(400)
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
    expect(problemSchema.parse(answer.body).errors?.map((e) => e.pointer)).toEqual([pointer])
  })

  it('refuses a body that is not JSON', async () => {
    const { body } = await post(path, '{"profile":').expect(400)
    expect(problemSchema.parse(body).detail).toBe('The body is not valid JSON.')
  })

  it('refuses a body of another kind', async () => {
    const form = await request(app).post(`/api/v1${path}`).type('form').send('a=1').expect(415)
    expect(problemSchema.parse(form.body).detail).toMatch(/Send the body as JSON/)
  })

  it('reads an absent body as an empty one', async () => {
    const { body } = await request(app).post(`/api/v1${path}`).expect(400)
    expect(problemSchema.parse(body).errors?.[0]?.pointer).toBe('/profile')
  })

  it('refuses a body larger than 100 kB', async () => {
    const { body } = await post(path, { profile: { note: 'a'.repeat(110_000) } }).expect(413)
    expect(problemSchema.parse(body).detail).toBe('The body is larger than 100 kB.')
  })

  it('refuses to be read, and names what it answers', async () => {
    const { body, headers } = await request(app).get(`/api/v1${path}`).expect(405)
    expect(headers.allow).toBe('POST, OPTIONS')
    problemSchema.parse(body)
  })
})

it('listings are read again once the held ones are ten seconds old', async () => {
  let now = NOW.getTime()
  const moving = makeApp(database, { now: () => new Date(now) })
  const count = async () => {
    const { body } = await request(moving).post('/api/v1/matches').send({ profile: {} }).expect(200)
    return Object.values(matchesSchema.parse(body).counts).reduce((a, b) => a + b)
  }
  expect(await count()).toBe(2)
  const late = await makeListing(database.db)
  now += 9_999
  expect(await count()).toBe(2)
  now += 1
  expect(await count()).toBe(3)
  await database.db.deleteFrom('posting').where('listing_id', '=', late).execute()
  await database.db.deleteFrom('listing').where('id', '=', late).execute()
})
