import type { Express } from 'express'
import request from 'supertest'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { feedbackListSchema, feedbackSchema } from '../../api/wire/feedback.ts'
import { makeApp } from '../helpers/app.ts'
import { freshDatabase, type FreshDatabase } from '../helpers/database.ts'
import { makeListing } from '../helpers/listings.ts'

const TOKEN = 'a-token-of-the-operator'
let database: FreshDatabase
let app: Express
let id: number

beforeAll(async () => {
  database = await freshDatabase()
  app = makeApp(database, { env: { FOOTHOLD_OPERATOR_TOKEN: TOKEN } })
  id = await makeListing(database.db, {
    text: 'Pay is $18 an hour.',
    pay_min: 18,
    pay_max: 18,
    pay_unit: 'hour',
    tagger_version: 7,
    evidence: { pay: [{ start: 7, end: 18, words: '$18 an hour', rule: 'pay.amount' }] },
  })
})
afterAll(() => database.close())
beforeEach(() => database.db.deleteFrom('feedback').execute())

const say = (body: object, listing: number | string = id) =>
  request(app).post(`/api/v1/listings/${listing}/feedback`).send(body)
const rows = () => database.db.selectFrom('feedback').selectAll().execute()

describe('POST /api/v1/listings/:id/feedback', () => {
  it('keeps the tag, its value and words as shown, and what the person says, and changes no tag', async () => {
    const { body, headers } = await say({ tag: 'pay', correct: '  $18 to\r\n$20  ' }).expect(201)
    expect(feedbackSchema.parse(body)).toEqual({
      id: body.id,
      listing_id: id,
      tag: 'pay',
      shown: { min: 18, max: 18, unit: 'hour' },
      words: ['$18 an hour'],
      correct: '$18 to\n$20',
      tagger_version: 7,
      status: 'new',
      created_at: '2026-11-24T12:00:00.000Z',
    })
    expect(headers['cache-control']).toBe('no-store')
    const [row] = await rows()
    expect(Object.keys(row ?? {}).sort()).toEqual(
      [
        ...['correct', 'created_at', 'id', 'listing_id', 'shown'],
        ...['status', 'tag', 'tagger_version', 'words'],
      ].sort(),
    )
    const { body: listing } = await request(app).get(`/api/v1/listings/${id}`)
    expect(listing.pay).toEqual({ min: 18, max: 18, unit: 'hour' })
  })

  it('takes a tag shown as not stated, and no words of the person', async () => {
    const { body } = await say({ tag: 'settings', correct: '   ' }).expect(201)
    expect(body).toMatchObject({ tag: 'settings', shown: [], words: [], correct: null })
    const months = await say({ tag: 'min_months' }).expect(201)
    expect(months.body).toMatchObject({ shown: null, correct: null })
  })

  it.each([
    [{ tag: 'salary' }, '/tag', /is not the name of a tag/],
    [{ tag: 'constructor' }, '/tag', /is not the name of a tag/],
    [{ tag: 'states_excluded' }, '/tag', /this listing does not state it/],
    [{}, '/tag', /is not the name of a tag/],
    [{ tag: 'pay', correct: 'x'.repeat(501) }, '/correct', /more than 500 characters/],
    [{ tag: 'pay', correct: 'a\u0000b' }, '/correct', /control character/],
    [{ tag: 'pay', mail: 'me@example.org' }, '/mail', /unknown key/],
  ])('refuses %j and keeps nothing', async (body, pointer, detail) => {
    const { body: problem } = await say(body).expect(400)
    expect(problem.errors).toEqual([{ pointer, detail: expect.stringMatching(detail) }])
    expect(await rows()).toEqual([])
  })

  it('takes exactly 500 characters', async () => {
    await say({ tag: 'pay', correct: 'é'.repeat(500) }).expect(201)
  })

  it('answers 404 for a listing that is not there, and 415 for a body that is no JSON', async () => {
    await say({ tag: 'pay' }, 999_999).expect(404)
    await say({ tag: 'pay' }, 'seven').expect(404)
    await request(app)
      .post(`/api/v1/listings/${id}/feedback`)
      .type('text/plain')
      .send('{"tag":"pay"}')
      .expect(415)
    expect(await rows()).toEqual([])
  })

  it('lets one address say ten things a minute, by form and interface together', async () => {
    const far = makeApp(database, { env: { FOOTHOLD_TRUST_PROXY: '1' } })
    const from = (path: string) => request(far).post(path).set('X-Forwarded-For', '203.0.113.9')
    for (let n = 0; n < 9; n++)
      await from(`/api/v1/listings/${id}/feedback`).send({ tag: 'pay' }).expect(201)
    const form = () =>
      from(`/listings/${id}/feedback`).set('Sec-Fetch-Site', 'same-origin').type('form')
    await form().send({ tag: 'pay' }).expect(303)
    await form().send({ tag: 'pay' }).expect(429)
    await from(`/api/v1/listings/${id}/feedback`).send({ tag: 'pay' }).expect(429)
    expect(await rows()).toHaveLength(10)
  })
})

describe('GET /api/v1/feedback', () => {
  const list = (query = '', token = TOKEN) =>
    request(app).get(`/api/v1/feedback${query}`).set('Authorization', `Bearer ${token}`)

  it('shows the operator what was said, newest first, by status and up to a limit', async () => {
    for (const tag of ['pay', 'role', 'level']) await say({ tag }).expect(201)
    await database.db
      .updateTable('feedback')
      .set({ status: 'used' })
      .where('tag', '=', 'role')
      .execute()
    const tags = async (query: string) => {
      const { body } = await list(query).expect(200)
      return feedbackListSchema.parse(body).items.map((item) => item.tag)
    }
    expect(await tags('')).toEqual(['level', 'role', 'pay'])
    expect(await tags('?status=new')).toEqual(['level', 'pay'])
    expect(await tags('?status=used')).toEqual(['role'])
    expect(await tags('?limit=1')).toEqual(['level'])
  })

  it('refuses a status or limit that there is not', async () => {
    await list('?status=done').expect(400)
    await list('?limit=0').expect(400)
    await list('?listing=1').expect(400)
  })

  it('is not there for anybody else, whatever the method, and not without a configured token', async () => {
    const plain = await request(app).get('/api/v1/feedback').expect(404)
    const nowhere = await request(app).get('/api/v1/nothing-here').expect(404)
    expect({ ...plain.body, request_id: '' }).toEqual({ ...nowhere.body, request_id: '' })
    expect(plain.headers.allow).toBeUndefined()
    await list('', 'a-token-of-the-operatoR').expect(404)
    await list('', `${TOKEN}-and-more`).expect(404)
    await request(app).delete('/api/v1/feedback').expect(404)
    await request(app).options('/api/v1/feedback').expect(404)
    const open = makeApp(database)
    await request(open).get('/api/v1/feedback').set('Authorization', `Bearer ${TOKEN}`).expect(404)
    await request(open).get('/api/v1/feedback').set('Authorization', 'Bearer undefined').expect(404)
  })
})

describe('the form of a listing page', () => {
  const post = (headers: Record<string, string>, target = app) =>
    request(target)
      .post(`/listings/${id}/feedback`)
      .set(headers)
      .type('form')
      .send({ tag: 'pay', correct: '$20' })

  it('is kept and leads back to the listing, which says thank you', async () => {
    const { headers } = await post({ 'Sec-Fetch-Site': 'same-origin' }).expect(303)
    expect(headers.location).toBe(`/listings/${id}?told=1`)
    const { text } = await request(app)
      .get(headers.location ?? '')
      .expect(200)
    expect(text).toContain('<strong>Thank you.</strong>')
    expect(await rows()).toMatchObject([{ tag: 'pay', correct: '$20' }])
    const page = await request(app).get(`/listings/${id}`).expect(200)
    expect(page.text).not.toContain('Thank you')
  })

  it('is taken by its Origin where the browser does not tell the site', async () => {
    const host = 'jobs.example.org:8080'
    await post({ Host: host, Origin: `http://${host}` }).expect(303)
    const behind = makeApp(database, { env: { FOOTHOLD_PUBLIC_URL: 'https://jobs.example.org' } })
    await post({ Host: '10.0.0.3:4000', Origin: 'https://jobs.example.org' }, behind).expect(303)
  })

  it.each([
    [{ 'Sec-Fetch-Site': 'cross-site' }],
    [{ 'Sec-Fetch-Site': 'same-site' }],
    [{ 'Sec-Fetch-Site': 'cross-site', Host: 'a.org', Origin: 'http://a.org' }],
    [{ Host: 'a.org', Origin: 'https://evil.example' }],
    [{ Host: 'a.org', Origin: 'http://a.org.evil.example' }],
    [{ Host: 'a.org', Origin: 'null' }],
    [{ Host: 'null', Origin: 'null' }],
    [{ Host: 'a.org' }],
  ])('is refused when another site sends it, or nobody says who: %j', async (headers) => {
    await post(headers).expect(403)
    expect(await rows()).toEqual([])
  })

  it('that names a wrong tag is a plain page that says so', async () => {
    const { text } = await request(app)
      .post(`/listings/${id}/feedback`)
      .set({ 'Sec-Fetch-Site': 'same-origin', Accept: 'text/html' })
      .type('form')
      .send({ tag: 'warnings' })
      .expect(400)
    expect(text).toContain('this listing does not state it')
  })

  it('goes with a listing of the demo world when that is taken away', async () => {
    const demo = await makeListing(database.db, { demo: true })
    await say({ tag: 'pay' }, demo).expect(201)
    await database.db.deleteFrom('posting').where('listing_id', '=', demo).execute()
    await database.db.deleteFrom('listing').where('id', '=', demo).execute()
    expect(await rows()).toEqual([])
  })
})
