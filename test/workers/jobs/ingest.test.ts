import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { createLogger } from '../../../core/log.ts'
import { reserveHost } from '../../../core/store/clock.ts'
import { replaceSources, sourceByKey, type SourceEntry } from '../../../core/store/sources.ts'
import { createHttp } from '../../../workers/http.ts'
import { ingestSource, retireExpired } from '../../../workers/jobs/dispatch.ts'
import type { PollReport } from '../../../workers/jobs/ending.ts'
import type { IngestWorld } from '../../../workers/jobs/world.ts'
import { FeedServer } from '../../helpers/feed-server.ts'
import { freshDatabase, type FreshDatabase } from '../../helpers/database.ts'
import { freePolicy } from '../../helpers/policy.ts'

let database: FreshDatabase
let feed: FeedServer
let world: IngestWorld
let clock = Date.parse('2026-11-24T12:00:00Z')

const TOWNS = [
  'Scranton, PA',
  'Erie, PA',
  'Reno, NV',
  'Tulsa, OK',
  'Boise, ID',
  'Macon, GA',
  'Salem, OR',
  'Gary, IN',
]

/** A Greenhouse job in the platform's documented shape. */
function job(n: number, change: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id: 1000 + n,
    internal_job_id: 2000 + n,
    title: 'Medical Biller',
    absolute_url: `https://boards.greenhouse.io/example/jobs/${1000 + n}`,
    updated_at: '2026-11-20T10:00:00-05:00',
    first_published: '2026-11-01T10:00:00-05:00',
    requisition_id: `R${n}`,
    company_name: 'Example Community Health Center',
    location: { name: TOWNS[n % TOWNS.length] },
    content: `&lt;p&gt;Our clinic bills for its patients.&lt;/p&gt;&lt;h3&gt;Requirements&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;${n + 1} years of medical billing experience required&lt;/li&gt;&lt;/ul&gt;`,
    metadata: [],
    departments: [],
    offices: [],
    ...change,
  }
}

const body = (jobs: unknown[]): string => JSON.stringify({ jobs, meta: { total: jobs.length } })
const jobs = (...numbers: number[]): Record<string, unknown>[] => numbers.map((n) => job(n))

beforeAll(async () => {
  database = await freshDatabase()
  feed = await FeedServer.start()
  world = {
    db: database.db,
    http: createHttp({
      userAgent: 'Foothold/test',
      offline: true,
      allow: [feed.host],
      reserve: (host, gap) => reserveHost(database.db, host, gap),
      now: () => Date.now(),
      sleep: (ms) => new Promise((resolve) => setTimeout(resolve, Math.min(ms, 5))),
      random: () => 0.5,
    }),
    secrets: {},
    log: createLogger('test', 'silent'),
    now: () => new Date(clock),
    online: false,
    isOwn: () => true,
  }
})

afterAll(async () => {
  await world.http.close()
  await feed.close()
  await database.close()
})

beforeEach(async () => {
  for (const table of ['posting_body', 'posting', 'listing', 'employer', 'poll', 'source']) {
    await sql`delete from ${sql.table(table)}`.execute(database.db)
  }
  const entry: SourceEntry = {
    key: 'example',
    employer: 'Example Community Health Center',
    kind: 'greenhouse',
    settings: { token: 'example', base_url: feed.url('') },
    policy: freePolicy(),
    pace_ms: 0,
    origin: 'file',
    facts: {},
    paused: null,
    due: new Date(clock),
  }
  await replaceSources(database.db, [entry], new Date(clock))
})

async function poll(
  jobsNow: unknown[] | { raw: string; type?: string; status?: number },
): Promise<PollReport> {
  const given = Array.isArray(jobsNow) ? { raw: body(jobsNow) } : jobsNow
  feed.on('/v1/boards/example/jobs?content=true', {
    body: given.raw,
    headers: { 'content-type': given.type ?? 'application/json' },
    status: given.status ?? 200,
  })
  clock += 3_600_000
  const source = await sourceByKey(database.db, 'example')
  if (source === undefined) throw new Error('no source')
  const report = await ingestSource(world, source)
  if (report === null) throw new Error('the source was busy')
  if ('why' in report) throw new Error(report.why)
  return report
}

const open = async (): Promise<number> =>
  (await database.db.selectFrom('listing').select('id').where('closed_at', 'is', null).execute())
    .length
const closed = async (): Promise<number> =>
  (
    await database.db
      .selectFrom('listing')
      .select('id')
      .where('closed_at', 'is not', null)
      .execute()
  ).length
const source = async () => sourceByKey(database.db, 'example')

describe('ingest', () => {
  it('keeps a new advert with its tags, its words and its poll row', async () => {
    const report = await poll(jobs(1))
    expect(report).toMatchObject({
      outcome: 'ok',
      seen: 1,
      new: 1,
      changed: 0,
      unchanged: 0,
      closed: 0,
    })
    const listing = await database.db.selectFrom('listing').selectAll().executeTakeFirstOrThrow()
    expect(listing).toMatchObject({
      title: 'Medical Biller',
      employer: 'Example Community Health Center',
      place: 'Erie, PA',
      states: ['PA'],
      in_domain: true,
      role: 'billing',
      min_months: 24,
      entry: 'asks_experience',
      demo: false,
    })
    const words = listing.evidence['min_months']?.[0]
    expect(words).toBeDefined()
    expect(listing.text.slice(words?.start, words?.end)).toBe(words?.words)
    expect(words?.words).toContain('2 years')
    expect((await source())?.state).toBe('healthy')
  })

  it('leaves out what is not of the trade and remembers it, so that it is not read again', async () => {
    const nurse = job(5, {
      title: 'Registered Nurse, ICU',
      content: '&lt;p&gt;Care for patients.&lt;/p&gt;',
    })
    expect(await poll([job(1), nurse])).toMatchObject({ seen: 2, new: 2 })
    expect(await open()).toBe(1)
    expect(await poll([job(1), nurse, job(2)])).toMatchObject({ new: 1, unchanged: 2 })
    expect(await open()).toBe(2)
  })

  it('updates a changed advert in place and leaves the others alone', async () => {
    await poll(jobs(1, 2, 3))
    const before = await database.db
      .selectFrom('listing')
      .select(['id', 'title'])
      .orderBy('id')
      .execute()
    const report = await poll([job(1), job(2, { title: 'Medical Billing Specialist' }), job(3)])
    expect(report).toMatchObject({ new: 0, changed: 1, unchanged: 2, closed: 0 })
    const after = await database.db
      .selectFrom('listing')
      .select(['id', 'title'])
      .orderBy('id')
      .execute()
    expect(after.map((l) => l.id)).toEqual(before.map((l) => l.id))
    expect(after.map((l) => l.title)).toEqual([
      'Medical Biller',
      'Medical Billing Specialist',
      'Medical Biller',
    ])
  })

  it('writes nothing to posting and listing when the feed has not changed', async () => {
    await poll(jobs(1, 2, 3))
    const before = await writes()
    // A body of other bytes and the same adverts: the narrow comparison must find them equal.
    const report = await poll({ raw: `${body(jobs(3, 2, 1))}\n` })
    expect(report).toMatchObject({ outcome: 'ok', seen: 3, new: 0, changed: 0, unchanged: 3 })
    expect(await poll({ raw: `${body(jobs(3, 2, 1))}\n` })).toMatchObject({
      outcome: 'unchanged',
      seen: 3,
      unchanged: 3,
    })
    expect(await writes()).toEqual(before)
  })

  it('closes a posting only after two complete polls without it', async () => {
    await poll(jobs(1, 2, 3))
    expect(await poll(jobs(1, 2))).toMatchObject({ closed: 0 })
    expect(await open()).toBe(3)
    expect(await poll(jobs(2, 1))).toMatchObject({ closed: 1 })
    expect([await open(), await closed()]).toEqual([2, 1])
  })

  it('counts the same body again as a second complete poll', async () => {
    await poll(jobs(1, 2, 3))
    await poll(jobs(1, 2))
    expect(await poll(jobs(1, 2))).toMatchObject({ outcome: 'unchanged', closed: 1 })
    expect(await open()).toBe(2)
  })

  it('forgets a missing mark when the advert is back, and opens a closed one again', async () => {
    await poll(jobs(1, 2, 3))
    await poll(jobs(1, 2))
    await poll(jobs(1, 2, 3))
    expect(await poll(jobs(1, 2))).toMatchObject({ closed: 0 })
    expect(await poll(jobs(2, 1))).toMatchObject({ closed: 1 })
    const id = (
      await database.db
        .selectFrom('listing')
        .select('id')
        .where('closed_at', 'is not', null)
        .executeTakeFirstOrThrow()
    ).id
    await poll(jobs(1, 2, 3))
    expect([await open(), await closed()]).toEqual([3, 0])
    expect(
      await database.db.selectFrom('listing').select('id').where('id', '=', id).execute(),
    ).toHaveLength(1)
  })

  it('closes by its own closing date, and does not open it again while the feed still shows it', async () => {
    await poll([job(1, { application_deadline: '2026-11-30T00:00:00Z' }), job(2)])
    const now = clock
    clock = Date.parse('2026-12-02T00:00:00Z')
    expect(await retireExpired(world)).toBe(1)
    await poll([job(1, { application_deadline: '2026-11-30T00:00:00Z' }), job(2), job(3)])
    expect([await open(), await closed()]).toEqual([2, 1])
    clock = now
  })

  it.each([
    ['an empty body', 'empty-body', { raw: '' }, /empty/i],
    [
      'HTML instead of JSON',
      'html-instead-of-json',
      { raw: '<!doctype html><html><body>Sign in</body></html>', type: 'text/html' },
      /a web page, not JSON/,
    ],
    [
      'a truncated body',
      'truncated',
      { raw: body(jobs(1, 2, 3)).slice(0, 300) },
      /stops in the middle/,
    ],
    ['a mis-shaped body', 'mis-shaped', { raw: JSON.stringify({ positions: [] }) }, /jobs/],
    ['a refusal', 'http-status', { raw: 'no', status: 403, type: 'text/plain' }, /403/],
    ['a server error', 'http-status', { raw: 'oops', status: 500, type: 'text/plain' }, /500/],
  ])(
    'says on the source what went wrong after %s, and closes nothing',
    async (_, name, answer, words) => {
      await poll(jobs(1, 2, 3))
      for (let i = 0; i < 3; i++) {
        const report = await poll(answer)
        expect(report).toMatchObject({ outcome: 'failed', error: name, closed: 0 })
        expect(report.message).toMatch(words)
      }
      expect(await open()).toBe(3)
      const row = await source()
      expect(row).toMatchObject({ state: 'failing', failures: 3 })
      expect(row?.reason).toMatch(words)
      expect(await poll(jobs(1, 2, 3))).toMatchObject({
        outcome: expect.stringMatching(/ok|unchanged/),
        closed: 0,
      })
      expect(await source()).toMatchObject({ state: 'healthy', failures: 0, reason: null })
    },
  )

  it('calls an empty and a shrunken board suspect and closes nothing however often it comes', async () => {
    await poll(jobs(0, 1, 2, 3, 4, 5, 6))
    for (let i = 0; i < 3; i++)
      expect(await poll([])).toMatchObject({ outcome: 'suspect', closed: 0 })
    for (let i = 0; i < 3; i++)
      expect(await poll(jobs(1, 2, 3))).toMatchObject({ outcome: 'suspect', closed: 0 })
    expect(await open()).toBe(7)
    expect(await source()).toMatchObject({ state: 'suspect' })
  })

  it('keeps the good entries beside a broken one and says where that stands', async () => {
    const report = await poll([job(1), { id: 'x', title: 7 }, job(2)])
    expect(report).toMatchObject({ outcome: 'ok', seen: expect.any(Number), rejected: 1 })
    expect(report.message).toContain('jobs[1]')
    expect(await open()).toBe(2)
  })

  it('shows one listing for the same job posted twice, and closes it only with its last posting', async () => {
    const twin = job(1, { id: 1999 })
    await poll([job(1), twin, job(2), job(3)])
    expect(await open()).toBe(3)
    await poll([twin, job(2), job(3)])
    await poll([job(2), twin, job(3)])
    expect([await open(), await closed()]).toEqual([3, 0])
    await poll([job(2), job(3)])
    await poll([job(3), job(2)])
    expect([await open(), await closed()]).toEqual([2, 1])
  })

  it('parts two postings of one listing when one of them becomes another job', async () => {
    const twin = job(1, { id: 1999 })
    await poll([job(1), twin])
    expect(await open()).toBe(1)
    await poll([job(1), { ...twin, location: { name: 'Reno, NV' } }])
    const places = await database.db
      .selectFrom('listing')
      .select('place')
      .where('closed_at', 'is', null)
      .orderBy('place')
      .execute()
    expect(places.map((p) => p.place)).toEqual(['Erie, PA', 'Reno, NV'])
  })

  it('closes the listings of a source that the operator takes off the list, and opens them when it is back', async () => {
    await poll(jobs(1, 2))
    const row = await source()
    if (row === undefined) throw new Error('no source')
    const entry: SourceEntry = { ...row, paused: null, due: new Date(clock) }
    await replaceSources(database.db, [], new Date(clock))
    expect([await open(), await closed()]).toEqual([0, 2])
    await replaceSources(database.db, [entry], new Date(clock))
    await poll(jobs(1, 2))
    expect([await open(), await closed()]).toEqual([2, 0])
  })

  it('keeps a posting closed whose own page is gone, though the sitemap goes on listing it', async () => {
    const page = (n: number) =>
      `<html><body><script type="application/ld+json">${JSON.stringify({
        '@type': 'JobPosting',
        title: 'Medical Biller',
        description: `<h3>Requirements</h3><ul><li>${n + 1} years of billing experience required</li></ul>`,
        hiringOrganization: { name: `Clinic ${n}` },
      })}</script></body></html>`
    const site = (lastmod: string) =>
      `<urlset>${[1, 2, 3]
        .map((n) => `<url><loc>${feed.url(`/jobs/${n}`)}</loc><lastmod>${lastmod}</lastmod></url>`)
        .join('')}</urlset>`
    const entry: SourceEntry = {
      key: 'site',
      employer: null,
      kind: 'jsonld',
      settings: { sitemap: feed.url('/sitemap.xml') },
      policy: freePolicy(),
      pace_ms: 0,
      origin: 'file',
      facts: {},
      paused: null,
      due: new Date(clock),
    }
    await replaceSources(database.db, [entry], new Date(clock))
    const read = async (lastmod: string) => {
      feed.on('/sitemap.xml', { body: site(lastmod), headers: { 'content-type': 'text/xml' } })
      clock += 3_600_000
      const row = await sourceByKey(database.db, 'site')
      if (row === undefined) throw new Error('no source')
      return ingestSource(world, row)
    }
    for (const n of [1, 2, 3]) {
      feed.on(`/jobs/${n}`, { body: page(n), headers: { 'content-type': 'text/html' } })
    }
    expect(await read('2026-11-01')).toMatchObject({ new: 3, closed: 0 })

    feed.on('/jobs/2', { status: 410 })
    expect(await read('2026-11-02')).toMatchObject({ closed: 1 })
    expect([await open(), await closed()]).toEqual([2, 1])
    await read('2026-11-01')
    expect([await open(), await closed()]).toEqual([2, 1])

    feed.on('/jobs/2', { body: page(2), headers: { 'content-type': 'text/html' } })
    await read('2026-11-03')
    expect([await open(), await closed()]).toEqual([3, 0])
  })

  it('asks for the texts only of adverts whose title may be of the trade, and once', async () => {
    const list = (total: number, ...entries: [title: string, id: string][]) => ({
      body: JSON.stringify({
        total,
        jobPostings: entries.map(([title, id]) => ({ title, externalPath: `/job/Reno/X_${id}` })),
      }),
    })
    const settings = { tenant: 'acme', host: 'wd5', site: 'External', base_url: feed.url('') }
    const entry: SourceEntry = {
      key: 'workday',
      employer: 'Acme Health',
      kind: 'workday',
      settings,
      policy: freePolicy(),
      pace_ms: 0,
      origin: 'file',
      facts: {},
      paused: null,
      due: new Date(clock),
    }
    await replaceSources(database.db, [entry], new Date(clock))
    const cxs = '/wday/cxs/acme/External'
    feed.on(`${cxs}/job/Reno/X_R1`, {
      body: JSON.stringify({
        jobPostingInfo: {
          title: 'Medical Coder',
          location: 'Reno, NV',
          startDate: '2026-11-01',
          jobDescription: '<p>Assigns ICD-10-CM codes. Requires one year of coding experience.</p>',
        },
      }),
    })
    const read = async () => {
      const titles: [string, string][] = [
        ['Medical Coder', 'R1'],
        ['Welder', 'R2'],
      ]
      feed.on(`${cxs}/jobs`, list(2, ...titles))
      clock += 3_600_000
      const row = await sourceByKey(database.db, 'workday')
      if (row === undefined) throw new Error('no source')
      return ingestSource(world, row)
    }
    const asked = () => feed.seen.filter((s) => s.path.startsWith(`${cxs}/job/`)).length
    feed.seen.length = 0
    expect(await read()).toMatchObject({ outcome: 'ok', seen: 2, new: 1, rejected: 0 })
    expect(asked()).toBe(1)
    const listing = await database.db.selectFrom('listing').selectAll().executeTakeFirstOrThrow()
    expect(listing).toMatchObject({
      title: 'Medical Coder',
      employer: 'Acme Health',
      place: 'Reno, NV',
      url: 'https://acme.wd5.myworkdayjobs.com/External/job/Reno/X_R1',
      min_months: 12,
    })
    expect(await read()).toMatchObject({ new: 0, changed: 0, unchanged: 2 })
    expect(asked()).toBe(1)
  })

  it('leaves a source alone that another process is reading', async () => {
    const row = await source()
    if (row === undefined) throw new Error('no source')
    await database.db.connection().execute(async (connection) => {
      await sql`select pg_advisory_lock(7101, ${row.id})`.execute(connection)
      expect(await ingestSource(world, row)).toBeNull()
      await sql`select pg_advisory_unlock(7101, ${row.id})`.execute(connection)
    })
    expect(await ingestSource(world, row)).not.toBeNull()
  })
})

/** Every row's writing transaction and place in its table: any insert, update or delete changes this. */
async function writes(): Promise<unknown> {
  const { rows } = await sql`
    select 'listing' as t, ctid::text, xmin::text from listing
    union all select 'posting', ctid::text, xmin::text from posting
    union all select 'posting_body', ctid::text, xmin::text from posting_body
    union all select 'employer', ctid::text, xmin::text from employer
    order by 1, 2`.execute(database.db)
  return rows
}
