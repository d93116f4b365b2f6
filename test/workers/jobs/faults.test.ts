import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { retireExpired } from '../../../workers/jobs/dispatch.ts'
import { boardBody, boardJob, boardPath } from '../../helpers/board.ts'
import { freshDatabase, type FreshDatabase } from '../../helpers/database.ts'
import { FAULTS, resolvingTo } from '../../helpers/faults.ts'
import { FeedServer, type Reply } from '../../helpers/feed-server.ts'
import { PollWorld } from '../../helpers/ingest-world.ts'

const PATH = boardPath('example')
const LIMIT = 1_000_000

let database: FreshDatabase
let feed: FeedServer
/** A server inside the house that no feed may lead to. */
let inner: FeedServer
let polls: PollWorld
const resolver = resolvingTo('127.0.0.1')

beforeAll(async () => {
  database = await freshDatabase()
  feed = await FeedServer.start()
  inner = await FeedServer.start()
})
afterAll(async () => {
  await polls.close()
  await feed.close()
  await inner.close()
  await database.close()
})

beforeEach(async () => {
  await polls?.close()
  feed.reset()
  inner.reset()
  for (const table of ['posting_body', 'posting', 'listing', 'employer', 'poll', 'source']) {
    await sql`delete from ${sql.table(table)}`.execute(database.db)
  }
  polls = new PollWorld(database, {
    allow: [feed.host],
    lookup: resolver,
    limits: { bytes: LIMIT, totalMs: 250, headersMs: 200 },
  })
  await polls.list({
    key: 'example',
    kind: 'greenhouse',
    settings: { token: 'example', base_url: feed.url('') },
  })
})

const jobs = (...numbers: number[]) => numbers.map((n) => boardJob(n))
const WHOLE = boardBody(jobs(0, 1, 2, 3, 4, 5, 6))
const json = (body: string): Reply => ({ body, headers: { 'content-type': 'application/json' } })

async function poll(...replies: Reply[]) {
  feed.on(PATH, ...replies)
  polls.pass(7)
  return polls.poll('example')
}

/** Every listing and posting with what closing would change: must stay as it is through any fault. */
async function standing(): Promise<unknown> {
  const { rows } = await sql`
    select l.id, l.title, l.place, l.min_months, l.closed_at, l.first_seen, p.external_id,
      p.missing_since, p.closed_at as posting_closed
    from posting p join listing l on l.id = p.listing_id order by l.id, p.external_id`.execute(
    database.db,
  )
  return rows
}

const hour = 3_600_000

describe('a poll that meets', () => {
  it.each<[string, Reply, string, RegExp]>([
    [
      '429 with a long Retry-After',
      FAULTS.retryAfter(429, 36_000),
      'rate-limited',
      /^127\.0\.0\.1:\d+ asks us to come back later \(429\)\.$/,
    ],
    ['a server error that stays', FAULTS.status(503), 'http-status', /answered with status 503\.$/],
    ['a refusal', FAULTS.status(401), 'http-status', /answered with status 401\.$/],
    ['a host that never answers', FAULTS.silent(), 'timeout', /did not (answer in time|finish)/],
    ['a slow-loris', FAULTS.drip(WHOLE), 'timeout', /did not finish within 0\.25 s\.$/],
    ['a stalled body', FAULTS.stall(WHOLE), 'timeout', /did not finish within 0\.25 s\.$/],
    [
      'a reset in the middle of the body',
      FAULTS.reset(WHOLE),
      'network',
      /^The connection to .* failed/,
    ],
    ['a body cut short', FAULTS.cut(WHOLE), 'truncated', /stops in the middle/],
    ['a gzip bomb', FAULTS.bomb(20 * LIMIT), 'too-large', /^The answer is larger than 1 MB/],
    ['a bomb in a bomb', FAULTS.nestedBomb(20 * LIMIT), 'too-large', /larger than 1 MB/],
    [
      'a redirect to the metadata service',
      FAULTS.redirect('http://169.254.169.254/latest/meta-data/'),
      'address-refused',
      /169\.254\.169\.254, which is not a public address; it was not contacted\.$/,
    ],
    [
      'a redirect to a scheme of the machine',
      FAULTS.redirect('file:///etc/passwd'),
      'bad-address',
      /Only http and https are read, not file:/,
    ],
    ['a web page with status 200', FAULTS.page(), 'html-instead-of-json', /a web page, not JSON/],
    ['nothing at all with status 200', json(''), 'empty-body', /empty/i],
  ])(
    '%s fails, closes nothing, loses nothing, and the row tells it',
    async (_, fault, error, reason) => {
      expect(await poll(json(WHOLE))).toMatchObject({ outcome: 'ok', new: 7 })
      const before = await standing()
      for (let times = 1; times <= 3; times++) {
        expect(await poll(fault)).toMatchObject({ outcome: 'failed', error, closed: 0 })
        const row = await polls.source('example')
        expect(row).toMatchObject({ state: 'failing', failures: times })
        expect(row.reason).toMatch(reason)
        // One sentence: no second one begins.
        expect(row.reason).not.toMatch(/[.!?] [A-Z]/)
        expect(row.next_due_at.getTime()).toBeGreaterThan(polls.now.getTime())
      }
      expect(await standing()).toEqual(before)

      expect(await poll(json(WHOLE))).toMatchObject({ closed: 0, new: 0, changed: 0 })
      expect(await polls.source('example')).toMatchObject({
        state: 'healthy',
        failures: 0,
        reason: null,
      })
      expect(await standing()).toEqual(before)
    },
  )

  it('429 with a short Retry-After waits for it and reads on', async () => {
    expect(await poll(FAULTS.retryAfter(429, 5), json(WHOLE))).toMatchObject({
      outcome: 'ok',
      new: 7,
    })
    expect(polls.slept).toEqual([5000])
    expect(await polls.source('example')).toMatchObject({ state: 'healthy', reason: null })
  })

  it('a long Retry-After comes back no sooner than asked', async () => {
    await poll(FAULTS.retryAfter(503, 36_000))
    const { next_due_at } = await polls.source('example')
    expect(next_due_at.getTime() - polls.now.getTime()).toBe(10 * hour)
  })

  it('a server that flaps reads it at the third try', async () => {
    expect(await poll(FAULTS.status(503), FAULTS.status(500), json(WHOLE))).toMatchObject({
      outcome: 'ok',
      new: 7,
    })
    expect(feed.count(PATH)).toBe(3)
  })

  it('a reset at first reads it at the second try, and keeps each advert once', async () => {
    expect(await poll(FAULTS.reset(WHOLE), json(WHOLE))).toMatchObject({ outcome: 'ok', new: 7 })
    expect(await standing()).toHaveLength(7)
  })

  it('a redirect to a name that is rebound to this machine is refused where it would connect', async () => {
    await poll(json(WHOLE))
    const before = await standing()
    resolver.asked.length = 0
    const name = `http://careers.example.org:${inner.port}/secret`
    expect(await poll(FAULTS.redirect(name))).toMatchObject({
      outcome: 'failed',
      error: 'address-refused',
    })
    expect((await polls.source('example')).reason).toBe(
      'careers.example.org leads to 127.0.0.1, which is not a public address; it was not contacted.',
    )
    // Looked up once, and the address that was checked is the one that would have been used.
    expect(resolver.asked).toEqual(['careers.example.org'])
    expect(inner.seen).toEqual([])
    expect(await standing()).toEqual(before)
  })

  it('an empty list with status 200, again and again, keeps every advert and stays suspect', async () => {
    await poll(json(WHOLE))
    const before = await standing()
    for (let i = 0; i < 4; i++) {
      expect(await poll(json(boardBody([])))).toMatchObject({ outcome: 'suspect', closed: 0 })
      expect(await polls.source('example')).toMatchObject({
        state: 'suspect',
        reason: 'The feed came back empty where 7 postings stood open, so nothing is closed.',
      })
    }
    expect(await standing()).toEqual(before)
    await poll(json(WHOLE))
    expect(await polls.source('example')).toMatchObject({ state: 'healthy', reason: null })
    expect(await standing()).toEqual(before)
  })

  it('half of the list keeps the other half open', async () => {
    await poll(json(WHOLE))
    const before = await standing()
    for (let i = 0; i < 3; i++) {
      const half = boardBody(jobs(i, i + 1, i + 2))
      expect(await poll(json(half))).toMatchObject({ outcome: 'suspect', closed: 0 })
      expect(await polls.source('example')).toMatchObject({
        state: 'suspect',
        reason: 'The feed shrank from 7 postings to 3, so nothing is closed.',
      })
    }
    expect(await standing()).toEqual(before)
  })

  it('dates of a clock that runs wrong does not believe them, and closes nothing by them', async () => {
    await poll(json(WHOLE))
    const skewed = [
      boardJob(0, { first_published: '2031-01-01T00:00:00Z' }),
      boardJob(1, {
        first_published: '2026-11-20T00:00:00Z',
        application_deadline: '2026-10-01T00:00:00Z',
      }),
      boardJob(2, {
        first_published: '0001-01-01T00:00:00Z',
        application_deadline: '1970-01-01T00:00:00Z',
      }),
      ...jobs(3, 4, 5, 6),
    ]
    expect(await poll(json(boardBody(skewed)))).toMatchObject({ outcome: 'ok', changed: 3 })
    expect(await retireExpired(polls.world)).toBe(0)
    const rows = await database.db
      .selectFrom('listing')
      .select(['place', 'posted_at', 'closes_at', 'closed_at'])
      .orderBy('id')
      .execute()
    expect(rows.slice(0, 3)).toEqual([
      { place: 'Scranton, PA', posted_at: null, closes_at: null, closed_at: null },
      {
        place: 'Erie, PA',
        posted_at: new Date('2026-11-20T00:00:00Z'),
        closes_at: null,
        closed_at: null,
      },
      { place: 'Reno, NV', posted_at: null, closes_at: null, closed_at: null },
    ])
    expect(rows).toHaveLength(7)
  })

  it('the same jobs under other ids keeps one listing for each, open throughout', async () => {
    await poll(json(WHOLE))
    const before = await listings()
    const moved = (shift: number) =>
      boardBody(jobs(0, 1, 2, 3, 4, 5, 6).map((job, n) => ({ ...job, id: shift + n })))
    expect(await poll(json(moved(5000)))).toMatchObject({
      outcome: 'ok',
      seen: 7,
      new: 7,
      closed: 0,
    })
    expect(await listings()).toEqual(before)
    // The old ids are missed a second time: their postings close, the listings stand by the new ones.
    expect(await poll(json(moved(5000)))).toMatchObject({ closed: 7 })
    expect(await listings()).toEqual(before)
    expect(await poll(json(moved(9000)))).toMatchObject({ new: 7 })
    expect(await poll(json(moved(9000)))).toMatchObject({ closed: 7 })
    expect(await listings()).toEqual(before)
  })

  it('a second page that fails keeps what came before it, says so, and closes nothing', async () => {
    const path = (page: number) =>
      `/api/Search?JobCategoryCode=0675&ResultsPerPage=500&Page=${page}&Fields=full`
    const page = (ids: number[]): Reply =>
      json(
        JSON.stringify({
          SearchResult: {
            SearchResultCountAll: 4,
            UserArea: { NumberOfPages: '2' },
            SearchResultItems: ids.map((id) => ({
              MatchedObjectId: String(id),
              MatchedObjectDescriptor: {
                PositionTitle: 'Medical Records Technician (Coder)',
                OrganizationName: `Hospital ${id}`,
                PositionLocation: [{ CityName: 'Erie, Pennsylvania' }],
              },
            })),
          },
        }),
      )
    await polls.list({
      key: 'usajobs',
      kind: 'usajobs',
      settings: { query: { JobCategoryCode: '0675' }, base_url: feed.url('') },
    })
    feed.on(path(1), page([1, 2])).on(path(2), FAULTS.status(503))
    const report = await polls.poll('usajobs')
    expect(feed.seen.map((s) => s.path).slice(0, 2)).toEqual([path(1), path(2)])
    expect(report).toMatchObject({ outcome: 'partial', error: 'http-status', new: 2, closed: 0 })
    const row = await polls.source('usajobs')
    expect(row.state).toBe('failing')
    expect(row.reason).toMatch(
      /^Only a part of the feed could be read \(.* answered with status 503\), so nothing is closed\.$/,
    )
    expect(await listings()).toHaveLength(2)

    feed.on(path(2), page([3, 4]))
    polls.pass(7)
    expect(await polls.poll('usajobs')).toMatchObject({ outcome: 'ok', new: 2, unchanged: 2 })
    expect(await polls.source('usajobs')).toMatchObject({ state: 'healthy', reason: null })
    expect(await listings()).toHaveLength(4)
  })

  it('detail pages that fail counts their adverts as seen, and asks again soon', async () => {
    const site = `<urlset>${[1, 2, 3, 4, 5].map((n) => `<url><loc>${feed.url(`/jobs/${n}`)}</loc><lastmod>2026-11-01</lastmod></url>`).join('')}</urlset>`
    const detail = (n: number): Reply => ({
      headers: { 'content-type': 'text/html' },
      body: `<script type="application/ld+json">${JSON.stringify({
        '@type': 'JobPosting',
        title: 'Medical Biller',
        description: `${n + 1} years of billing experience required`,
        hiringOrganization: { name: `Clinic ${n}` },
      })}</script>`,
    })
    await polls.list({
      key: 'site',
      kind: 'jsonld',
      settings: { sitemap: feed.url('/sitemap.xml') },
    })
    feed.on('/sitemap.xml', { body: site, headers: { 'content-type': 'text/xml' } })
    for (const n of [1, 2, 3, 4, 5]) feed.on(`/jobs/${n}`, detail(n))
    expect(await polls.poll('site')).toMatchObject({ outcome: 'ok', new: 5 })
    const before = await listings()

    feed.on('/sitemap.xml', {
      body: site.replaceAll('2026-11-01', '2026-11-20'),
      headers: { 'content-type': 'text/xml' },
    })
    for (const n of [1, 2, 3]) feed.on(`/jobs/${n}`, FAULTS.reset('x'.repeat(500)))
    polls.pass(7)
    const report = await polls.poll('site')
    expect(report).toMatchObject({ outcome: 'ok', seen: 5, rejected: 3, closed: 0 })
    const row = await polls.source('site')
    expect(row.reason).toMatch(
      /^3 entries could not be read, the first at .*\/jobs\/1: The connection to .* failed.*; 2 more pages wait for the next poll\.$/,
    )
    expect(row.next_due_at.getTime() - polls.now.getTime()).toBe(hour / 4)
    expect(await listings()).toEqual(before)
  })
})

/** Each open listing with its place: what a person sees of the board. */
async function listings(): Promise<unknown[]> {
  return database.db
    .selectFrom('listing')
    .select(['id', 'place', 'employer', 'first_seen'])
    .where('closed_at', 'is', null)
    .orderBy('id')
    .execute()
}
