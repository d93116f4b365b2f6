import { Logger, runMigrations } from 'graphile-worker'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { UNPROVEN } from '../../../core/domain/lifecycle.ts'
import { writeFact } from '../../../core/store/clock.ts'
import { polledSources } from '../../../core/store/sources.ts'
import { dispatchDue, ingestIfDue } from '../../../workers/jobs/dispatch.ts'
import { adapterFor } from '../../../workers/sources/index.ts'
import { boardBody, boardJob, boardPath } from '../../helpers/board.ts'
import { freshDatabase, type FreshDatabase } from '../../helpers/database.ts'
import { FeedServer } from '../../helpers/feed-server.ts'
import { PollWorld } from '../../helpers/ingest-world.ts'

let database: FreshDatabase
/** Three hosts of one platform. */
let hosts: FeedServer[]
let feed: FeedServer
let polls: PollWorld

beforeAll(async () => {
  database = await freshDatabase()
  hosts = await Promise.all([FeedServer.start(), FeedServer.start(), FeedServer.start()])
  feed = hosts[0] as FeedServer
})
afterAll(async () => {
  await polls.close()
  for (const host of hosts) await host.close()
  await database.close()
})
beforeEach(() => setUp())

async function setUp(own = true): Promise<void> {
  await polls?.close()
  for (const host of hosts) host.reset()
  const tables = ['posting_body', 'posting', 'listing', 'employer', 'poll', 'source']
  for (const table of [...tables, 'host_pace', 'platform_rest']) {
    await sql`delete from ${sql.table(table)}`.execute(database.db)
  }
  const limits = { attempts: 1, totalMs: 250 }
  polls = new PollWorld(database, { allow: hosts.map((h) => h.host), own, limits })
}

const board = (key: string, at: FeedServer = feed) => ({
  key,
  kind: 'greenhouse',
  settings: { token: key, base_url: at.url('') },
})
const serve = (key: string, ...jobs: unknown[]) =>
  feed.on(boardPath(key), { body: boardBody(jobs) })
const nurse = boardJob(9, { title: 'Registered Nurse', content: '<p>Care for patients.</p>' })
const HOUR = 3_600_000
/** Hours from now until a source is due. */
const dueIn = async (key: string) =>
  ((await polls.source(key)).next_due_at.getTime() - polls.now.getTime()) / HOUR

describe('a source of an unproven reader', () => {
  const about = adapterFor('greenhouse')?.about
  beforeAll(() => {
    if (about !== undefined) about.proven = false
  })
  afterAll(() => {
    if (about !== undefined) about.proven = true
  })

  it('stays paused, and keeps nothing, until one reading of it is healthy; then it resumes by itself', async () => {
    await polls.list({ ...board('a'), unproven: UNPROVEN })
    expect(await polls.source('a')).toMatchObject({ state: 'paused', reason: UNPROVEN })
    const polled = await polledSources(database.db, { dueBefore: polls.now, reachPublic: false })
    expect(polled.map((s) => s.key)).toEqual(['a'])

    feed.on(boardPath('a'), { status: 500 })
    await ingestIfDue(polls.world, 'a')
    expect(await polls.source('a')).toMatchObject({ state: 'paused', paused_by: 'product' })
    expect((await polls.source('a')).reason).toMatch(
      /^Its reader rests on documentation alone, so it is paused until one reading of it is healthy; the last try: .* answered with status 500\.$/,
    )
    expect(await dueIn('a')).toBeGreaterThanOrEqual(24)

    // Nothing with status 200 proves nothing: a platform that is asked wrongly says just that.
    polls.pass(27)
    serve('a')
    await ingestIfDue(polls.world, 'a')
    expect((await polls.source('a')).reason).toMatch(/; the last try: it brought nothing, which/)
    // Nor does a body of which most cannot be read.
    polls.pass(27)
    serve('a', boardJob(1), { id: 2, title: 7 }, { id: 3, title: 7 })
    await ingestIfDue(polls.world, 'a')
    expect(await polls.source('a')).toMatchObject({ state: 'paused' })
    expect(await database.db.selectFrom('posting').selectAll().execute()).toEqual([])

    polls.pass(27)
    serve('a', boardJob(1), boardJob(2))
    await ingestIfDue(polls.world, 'a')
    expect(await polls.source('a')).toMatchObject({
      state: 'healthy',
      paused_by: null,
      reason: null,
      proven_at: polls.now,
    })
    expect(await database.db.selectFrom('listing').selectAll().execute()).toHaveLength(2)

    // What it has proven stays proven: an empty board is suspect now, not unproven.
    polls.pass(7)
    serve('a')
    await ingestIfDue(polls.world, 'a')
    expect(await polls.source('a')).toMatchObject({ state: 'suspect', paused_by: null })
  })
})

describe('a source that goes on failing', () => {
  it('is paused at the tenth failure, tried once a day, and resumes by itself', async () => {
    await polls.list(board('a'))
    serve('a', boardJob(1))
    await ingestIfDue(polls.world, 'a')
    feed.on(boardPath('a'), { status: 503 })
    polls.pass(7)
    let days = 0
    for (let failures = 1; failures <= 9; failures++) {
      await ingestIfDue(polls.world, 'a')
      expect(await polls.source('a')).toMatchObject({ state: 'failing', failures })
      const wait = await dueIn('a')
      days += wait / 24
      polls.pass(wait)
    }
    expect(days).toBeGreaterThan(1.5)
    await ingestIfDue(polls.world, 'a')
    const paused = await polls.source('a')
    expect(paused).toMatchObject({ state: 'paused', paused_by: 'product', failures: 10 })
    expect(paused.reason).toMatch(
      /^It failed 10 times in a row, so it is paused and tried once a day; the last time: .*503\.$/,
    )
    expect(await dueIn('a')).toBeGreaterThanOrEqual(24)

    polls.pass(27)
    serve('a', boardJob(1))
    await ingestIfDue(polls.world, 'a')
    expect(await polls.source('a')).toMatchObject({ state: 'healthy', failures: 0, reason: null })
    const listings = await database.db.selectFrom('listing').select('closed_at').execute()
    expect(listings).toEqual([{ closed_at: null }])
  })
})

describe('a source whose robots.txt closes it', () => {
  it('is forbidden, looked at once a day, and read again when it opens', async () => {
    const settings = { page: feed.url('/jobs') }
    await polls.list({ key: 'site', kind: 'jsonld', settings })
    const posting = { '@type': 'JobPosting', title: 'Medical Biller', identifier: '1' }
    const page = `<script type="application/ld+json">${JSON.stringify({ ...posting, description: '2 years of billing experience required', hiringOrganization: { name: 'Clinic' } })}</script>`
    feed.on('/jobs', { body: page, headers: { 'content-type': 'text/html' } })
    feed.on('/robots.txt', { body: 'User-agent: *\nDisallow: /jobs' })
    await ingestIfDue(polls.world, 'site')
    expect(await polls.source('site')).toMatchObject({
      state: 'forbidden',
      reason: `robots.txt of ${feed.host} closes /jobs to programs, so it was not read.`,
    })
    expect(feed.count('/jobs')).toBe(0)
    expect(await dueIn('site')).toBeGreaterThanOrEqual(24)

    polls.pass(27)
    feed.on('/robots.txt', { body: 'User-agent: *\nDisallow:' })
    await ingestIfDue(polls.world, 'site')
    expect(await polls.source('site')).toMatchObject({ state: 'healthy', reason: null })
  })
})

describe('a source without yield', () => {
  it('is read once a day after eight readings, says so, and is read as usual when it yields', async () => {
    await polls.list(board('a'))
    for (let i = 0; i < 8; i++) {
      serve('a', { ...nurse, id: 100 + i }, nurse)
      await ingestIfDue(polls.world, 'a')
      polls.pass(7)
    }
    expect(await polls.source('a')).toMatchObject({
      state: 'healthy',
      reason: 'No advert of the trade stood in its last 8 readings, so it is read once a day.',
    })
    expect(await dueIn('a')).toBeGreaterThanOrEqual(24 - 7)

    polls.pass(20)
    serve('a', nurse, boardJob(1))
    await ingestIfDue(polls.world, 'a')
    expect(await polls.source('a')).toMatchObject({ barren_polls: 0, reason: null })
    expect(await dueIn('a')).toBeLessThan(7)
  })

  it('is told by an unchanged body too', async () => {
    await polls.list(board('dry'), board('wet'))
    serve('dry', nurse)
    serve('wet', nurse, boardJob(1))
    for (let i = 0; i < 3; i++) {
      for (const key of ['dry', 'wet']) await ingestIfDue(polls.world, key)
      polls.pass(7)
    }
    expect((await polls.source('dry')).barren_polls).toBe(3)
    expect((await polls.source('wet')).barren_polls).toBe(0)
  })
})

describe('a host that rests', () => {
  it('holds its other sources back without blaming them, and they say until when', async () => {
    await setUp(false)
    await polls.list(board('a'), board('b'), board('c'), board('well'))
    for (const key of ['a', 'b', 'c']) feed.on(boardPath(key), { status: 404 })
    serve('well', boardJob(1))
    await ingestIfDue(polls.world, 'well')
    polls.pass(7)
    // A board that is gone is an answer; a host that does not answer is not.
    for (const key of ['a', 'b', 'c']) await ingestIfDue(polls.world, key)
    expect(await polls.world.http.resting(feed.url('/'))).toBeNull()
    polls.pass(7)
    // Three sources that fail, but not alike: the host and not the platform.
    feed.on(boardPath('a'), { reset: true, body: 'xxxx' })
    feed.on(boardPath('b'), { status: 503 }).on(boardPath('c'), { silent: true })
    for (const key of ['a', 'b', 'c']) await ingestIfDue(polls.world, key)
    const asked = feed.seen.length
    await ingestIfDue(polls.world, 'well')
    expect(feed.seen).toHaveLength(asked)
    const row = await polls.source('well')
    expect(row).toMatchObject({ state: 'healthy', failures: 0 })
    expect(row.reason).toMatch(/is left alone until 2026-11-25 02:30 UTC, because /)
    expect(row.next_due_at).toEqual(new Date('2026-11-25T02:30:00Z'))
    const polled = await database.db
      .selectFrom('poll')
      .where('source_id', '=', row.id)
      .selectAll()
      .execute()
    expect(polled).toHaveLength(1)
  })
})

describe('a platform of which three sources fail alike', () => {
  const three = () =>
    polls.list(...hosts.map((host, n) => board(`b${n}`, host)), {
      ...board('shipped'),
      origin: 'seed' as const,
    })

  it('rests for an hour, its shipped sources are not put on the queue, and it is tried again after', async () => {
    await setUp(false)
    await three()
    for (const [n, host] of hosts.entries()) host.on(boardPath(`b${n}`), { status: 503 })
    serve('shipped', boardJob(1))
    const dueKeys = async () =>
      (await polledSources(database.db, { dueBefore: polls.now, reachPublic: true })).map(
        (s) => s.key,
      )

    await ingestIfDue(polls.world, 'b0')
    await ingestIfDue(polls.world, 'b1')
    expect(await dueKeys()).toEqual(['b2', 'shipped'])
    await ingestIfDue(polls.world, 'b2')
    expect(await dueKeys()).toEqual([])
    const held = await polls.ask('shipped')
    expect(held).toEqual({
      key: 'shipped',
      until: new Date('2026-11-24T13:00:00Z'),
      why: 'Greenhouse is left alone until 2026-11-24 13:00 UTC, because three of its sources failed alike (status 503): b0, b1, b2.',
    })

    polls.pass(1.01)
    expect(await dueKeys()).toContain('shipped')
    expect(await polls.poll('shipped')).toMatchObject({ outcome: 'ok' })
  })

  it('does not rest when one of them was read well in between', async () => {
    await setUp(false)
    await three()
    for (const [n, host] of hosts.entries()) host.on(boardPath(`b${n}`), { status: 503 })
    serve('shipped', boardJob(1))
    for (const key of ['b0', 'b1', 'shipped', 'b2']) {
      await ingestIfDue(polls.world, key)
      polls.pass(0.01)
    }
    expect(await database.db.selectFrom('platform_rest').selectAll().execute()).toEqual([])
  })

  it('does not rest when the sources are machines of our own', async () => {
    await three()
    for (const [n, host] of hosts.entries()) host.on(boardPath(`b${n}`), { status: 503 })
    for (const key of ['b0', 'b1', 'b2']) await ingestIfDue(polls.world, key)
    expect(await database.db.selectFrom('platform_rest').selectAll().execute()).toEqual([])
  })
})

describe('a start', () => {
  it('puts ten shipped sources at a time on the queue, the longest due first', async () => {
    await runMigrations({ pgPool: database.pool, logger: new Logger(() => () => undefined) })
    polls.world.online = true
    await writeFact(database.db, 'network', { reachable: true }, polls.now)
    const sources = Array.from({ length: 30 }, (_, n) => ({
      ...board(`s${n}`),
      origin: 'seed' as const,
      due: new Date(polls.now.getTime() - n * 1000),
    }))
    await polls.list(...sources, board('mine'))
    expect(await dispatchDue(polls.world)).toBe(11)
    // The same again: what waits on the queue is not put there twice.
    expect(await dispatchDue(polls.world)).toBe(11)
    const { rows } = await sql<{ key: string }>`
      select key from graphile_worker.jobs where task_identifier = 'ingest' order by key`.execute(
      database.db,
    )
    const longestDue = Array.from({ length: 10 }, (_, n) => `ingest:s${20 + n}`)
    expect(rows.map((r) => r.key)).toEqual(['ingest:mine', ...longestDue])
  })
})
