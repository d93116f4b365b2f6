import type { Express } from 'express'
import { pino } from 'pino'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { problemSchema } from '../../api/wire/problem.ts'
import { sourcesSchema } from '../../api/wire/source.ts'
import { openDatabase } from '../../core/store/db.ts'
import { makeApp } from '../helpers/app.ts'
import { emptyDatabase, freshDatabase, type FreshDatabase } from '../helpers/database.ts'
import { makePoll, makeSource } from '../helpers/listings.ts'

let database: FreshDatabase
let app: Express

beforeAll(async () => {
  database = await freshDatabase()
  app = makeApp(database)
})
afterAll(() => database.close())

describe('GET /sources', () => {
  it('gives each source in use with its newest poll, by key', async () => {
    const { db } = database
    const first = await makeSource(db)
    await makePoll(db, first, '2026-11-22T00:00:00Z')
    await makePoll(db, first, '2026-11-23T00:00:00Z', { outcome: 'suspect', seen: 4 })
    await makeSource(db, { key: 'aaa', state: 'paused', reason: 'Waits for a key.' })
    await makeSource(db, { key: 'gone', removed_at: '2026-11-01T00:00:00Z' })
    const { body } = await request(app).get('/api/v1/sources').expect(200)
    expect(sourcesSchema.parse(body)).toEqual([
      {
        key: 'aaa',
        employer: 'Mercy Hill Hospital',
        kind: 'greenhouse',
        demo: false,
        state: 'paused',
        reason: 'Waits for a key.',
        next_due_at: '2026-11-24T12:00:00.000Z',
        credit_html: null,
        last_poll: null,
      },
      {
        key: 'mercy-hill',
        employer: 'Mercy Hill Hospital',
        kind: 'greenhouse',
        demo: false,
        state: 'healthy',
        reason: null,
        next_due_at: '2026-11-24T12:00:00.000Z',
        credit_html: null,
        last_poll: {
          at: '2026-11-23T00:00:00.000Z',
          outcome: 'suspect',
          seen: 4,
          new: 1,
          changed: 2,
          closed: 3,
          rejected: 0,
          error: null,
        },
      },
    ])
  })

  it('says of each shipped source of a platform at rest that it rests, and until when', async () => {
    const { db } = database
    const until = '2026-11-24T13:00:00.000Z'
    const why = 'Workday is left alone until 2026-11-24 13:00 UTC.'
    await db.insertInto('platform_rest').values({ kind: 'workday', until, why }).execute()
    const due = '2026-11-24T12:10:00.000Z'
    for (const [key, row] of [
      ['w1', {}],
      ['w2', { origin: 'file' as const }],
      ['w3', { state: 'paused' as const, reason: 'No reader.' }],
    ] as const) {
      await makeSource(db, { key, kind: 'workday', next_due_at: due, ...row })
    }
    const { body } = await request(app).get('/api/v1/sources').expect(200)
    const of = (key: string) =>
      (body as { key: string; reason: string; next_due_at: string }[]).find((s) => s.key === key)
    expect(of('w1')).toMatchObject({ reason: why, next_due_at: until, state: 'healthy' })
    // A list's own source is held back when it is asked, and its row then says so.
    expect(of('w2')).toMatchObject({ reason: null, next_due_at: due })
    expect(of('w3')).toMatchObject({ reason: 'No reader.', next_due_at: due })
    await db.deleteFrom('platform_rest').execute()
    await db.deleteFrom('source').where('kind', '=', 'workday').execute()
  })
})

describe('health', () => {
  it('lives without a database but is not ready', async () => {
    const away = openDatabase('postgres://nobody@127.0.0.1:1/none')
    const lonely = makeApp(database, { db: away.db, readDb: away.db })
    await request(lonely).get('/healthz').expect(200, { status: 'ok', version: '0.0.0-test' })
    const { body } = await request(lonely).get('/readyz').expect(503)
    expect(problemSchema.parse(body).detail).toBe('The database does not answer.')
    const listings = await request(lonely).get('/api/v1/listings').expect(503)
    expect(listings.headers['retry-after']).toBe('10')
    expect(problemSchema.parse(listings.body).detail).toMatch(/database does not answer/)
    await away.close()
  })

  it('is ready on a migrated database and not on one that lacks migrations', async () => {
    await request(app).get('/readyz').expect(200, { status: 'ready', version: '0.0.0-test' })
    const empty = await emptyDatabase()
    const { body } = await request(makeApp(empty)).get('/readyz').expect(503)
    expect(problemSchema.parse(body).detail).toMatch(/^The database lacks \d+ migrations?\.$/)
    await empty.close()
  })
})

describe('metrics', () => {
  it('are given to somebody at this machine', async () => {
    const { db } = database
    const at = '2026-11-24T11:00:00Z'
    await makePoll(db, await makeSource(db), at, { outcome: 'partial', complete: false })
    const until = '2026-11-24T12:30:00Z'
    await db.insertInto('platform_rest').values({ kind: 'lever', until, why: 'x' }).execute()
    const rest = { next_allowed_at: at, rest_until: until, rest_why: 'x' }
    const over = { next_allowed_at: at, rest_until: at, rest_why: 'x' }
    await db
      .insertInto('host_pace')
      .values([
        { host: 'a.example', ...rest },
        { host: 'b.example', ...over },
      ])
      .execute()
    const { text } = await request(app).get('/metrics').expect(200)
    expect(text).toContain('foothold_open_listings 0')
    expect(text).toContain('foothold_http_request_seconds_count{route="/api/v1/sources"')
    expect(text).toContain('foothold_sources{state="healthy"} 1')
    expect(text).toContain('foothold_sources{state="paused"} 1')
    expect(text).toContain('foothold_sources{state="failing"} 0')
    // The polls of 22 and 23 November are older than a day; this one is not.
    expect(text).toContain('foothold_polls_last_day{kind="greenhouse",outcome="partial"} 1')
    expect(text).toContain('foothold_polls_last_day{kind="greenhouse",outcome="failed"} 0')
    expect(text).toContain('foothold_resting{what="platform"} 1')
    expect(text).toContain('foothold_resting{what="host"} 1')
    expect(text).not.toContain('mercy-hill')
  })

  it('are nothing to a visitor who comes through a proxy, unless he holds the token', async () => {
    const token = 'a-token-of-the-operator'
    const behind = makeApp(database, { env: { FOOTHOLD_OPERATOR_TOKEN: token } })
    const get = () => request(behind).get('/metrics').set('X-Forwarded-For', '203.0.113.9')
    await get().expect(404)
    await get().set('Authorization', 'Bearer a-token-of-the-operatoR').expect(404)
    await get().set('Authorization', `Bearer ${token}`).expect(200)
  })
})

describe('errors', () => {
  it('answers 404 as a problem under /api and as a page elsewhere', async () => {
    const api = await request(app).get('/api/v1/nothing').expect(404)
    expect(problemSchema.parse(api.body)).toMatchObject({ title: 'Not Found', status: 404 })
    const page = await request(app).get('/nothing').set('Accept', 'text/html').expect(404)
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(page.text).toMatch(/^<!doctype html>/)
    const json = await request(app).get('/nothing').set('Accept', 'application/json').expect(404)
    problemSchema.parse(json.body)
  })

  it.each([
    ['/api/v1/listings', 'GET, HEAD, OPTIONS'],
    ['/api/v1/listings/1', 'GET, HEAD, OPTIONS'],
    ['/api/v1/sources', 'GET, HEAD, OPTIONS'],
    ['/healthz', 'GET, HEAD, OPTIONS'],
    ['/readyz', 'GET, HEAD, OPTIONS'],
    ['/metrics', 'GET, HEAD, OPTIONS'],
    ['/api', 'GET, HEAD, OPTIONS'],
    ['/api/openapi.json', 'GET, HEAD, OPTIONS'],
  ])('answers 405 with Allow to a DELETE of %s, and OPTIONS in peace', async (path, allow) => {
    const { body, headers } = await request(app).delete(path).expect(405)
    expect(headers.allow).toBe(allow)
    expect(problemSchema.parse(body).detail).toBe(`This address answers ${allow} only.`)
    const options = await request(app).options(path).expect(204)
    expect(options.headers.allow).toBe(allow)
  })

  it('says nothing of a fault of its own', async () => {
    const broken = await emptyDatabase()
    const { body } = await request(makeApp(broken)).get('/api/v1/listings').expect(500)
    expect(problemSchema.parse(body)).toEqual({
      type: 'about:blank',
      title: 'Internal Server Error',
      status: 500,
      request_id: expect.any(String),
    })
    const page = await request(makeApp(broken)).get('/').set('Accept', 'text/html').expect(500)
    expect(page.text).not.toMatch(/relation|listing" does not exist/)
    await broken.close()
  })

  it('answers HEAD like GET, without the body', async () => {
    const { headers, text } = await request(app).head('/api/v1/listings').expect(200)
    expect(headers['content-type']).toBe('application/json; charset=utf-8')
    expect(text).toBeUndefined()
  })
})

describe('limits', () => {
  it('refuse the 31st profile of a minute from one address, and no other address', async () => {
    const behind = makeApp(database, { env: { FOOTHOLD_TRUST_PROXY: '1' } })
    const post = (from: string) =>
      request(behind).post('/api/v1/matches').set('X-Forwarded-For', from).send({ profile: {} })
    for (let n = 1; n <= 30; n++) await post('203.0.113.5').expect(200)
    const { body, headers } = await post('203.0.113.5').expect(429)
    expect(headers['content-type']).toBe('application/problem+json; charset=utf-8')
    expect(problemSchema.parse(body).detail).toMatch(/^More than 30 requests in a minute/)
    expect(headers.ratelimit).toMatch(/"profiles"; r=0; t=\d+/)
    expect(headers['ratelimit-policy']).toMatch(/"profiles"; q=30; w=60/)
    expect(headers['retry-after']).toMatch(/^\d+$/)
    await post('203.0.113.6').expect(200)
  })

  it('do not hold for somebody at this very machine', async () => {
    for (let n = 1; n <= 35; n++) {
      await request(app).post('/api/v1/matches').send({ profile: {} }).expect(200)
    }
  })
})

describe('headers', () => {
  it('forbid inline scripts, foreign files and frames', async () => {
    const { headers } = await request(app).get('/api').expect(200)
    const policy = headers['content-security-policy'] ?? ''
    expect(policy).toContain("script-src 'self'")
    expect(policy).toContain("style-src 'self'")
    expect(policy).toContain("img-src 'self' data:")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers).not.toHaveProperty('x-powered-by')
  })

  it('ask for https only when the public address is https', async () => {
    const plain = makeApp(database, { env: { FOOTHOLD_PUBLIC_URL: 'http://jobs.example.org' } })
    const http = (await request(plain).get('/api')).headers
    expect(http).not.toHaveProperty('strict-transport-security')
    expect(http['content-security-policy']).not.toContain('upgrade-insecure-requests')
    const safe = makeApp(database, { env: { FOOTHOLD_PUBLIC_URL: 'https://jobs.example.org' } })
    const https = (await request(safe).get('/api')).headers
    expect(https['strict-transport-security']).toMatch(/^max-age=\d+$/)
    expect(https['content-security-policy']).toContain('upgrade-insecure-requests')
  })

  it('carry the id of the request: the given one when it is plain, else a new one', async () => {
    const ask = async (id: string) =>
      (await request(app).get('/healthz').set('X-Request-Id', id)).headers['x-request-id']
    expect(await ask('abc-12345')).toBe('abc-12345')
    for (const odd of ['short', 'a'.repeat(65), 'with spaces in it', '<script>alert</script>']) {
      expect(await ask(odd), odd).toMatch(/^[0-9a-f-]{36}$/)
    }
  })
})

it('the log holds method, path and status of a request, and nothing a person told', async () => {
  const lines: string[] = []
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) })
  const logged = makeApp(database, { log })
  await request(logged)
    .get('/advice?credential=CPC-A&zip=18503')
    .set('Cookie', 'secret=1')
    .set('Authorization', 'Bearer secret-token')
  await request(logged).get('/api/v1/listings?q=my-own-words').expect(200)
  await request(logged)
    .post('/api/v1/matches')
    .send({ profile: { zip: '18503' } })
  const text = lines.join('')
  expect(text).toContain('"url":"/advice"')
  expect(text).toContain('"url":"/api/v1/listings"')
  expect(text).not.toMatch(/18503|CPC-A|my-own-words|secret|127\.0\.0\.1|::ffff/)
})
