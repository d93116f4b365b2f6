import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { TAGGER_VERSION } from '../../../core/domain/read/read-advert.ts'
import { getListing } from '../../../core/store/listings.ts'
import { retagBatch, staleCount } from '../../../core/store/retag.ts'
import { ingestIfDue } from '../../../workers/jobs/dispatch.ts'
import { boardBody, boardJob, boardPath } from '../../helpers/board.ts'
import { freshDatabase, type FreshDatabase } from '../../helpers/database.ts'
import { FeedServer } from '../../helpers/feed-server.ts'
import { PollWorld } from '../../helpers/ingest-world.ts'
import { freePolicy } from '../../helpers/policy.ts'

const PATH = boardPath('example')

let database: FreshDatabase
let feed: FeedServer
let polls: PollWorld

beforeAll(async () => {
  database = await freshDatabase()
  feed = await FeedServer.start()
})
afterAll(async () => {
  await polls.close()
  await feed.close()
  await database.close()
})
beforeEach(async () => {
  await polls?.close()
  feed.reset()
  for (const table of ['posting_body', 'posting', 'listing', 'employer', 'poll', 'source']) {
    await sql`delete from ${sql.table(table)}`.execute(database.db)
  }
  polls = new PollWorld(database, { allow: [feed.host] })
})

const underPolicy = (policy: Record<string, unknown>) =>
  polls.list({
    key: 'example',
    kind: 'greenhouse',
    settings: { token: 'example', base_url: feed.url('') },
    policy,
  })
const serve = (...jobs: unknown[]) => feed.on(PATH, { body: boardBody(jobs) })

describe('a source without a whole policy', () => {
  it('is not asked, and its row says what is missing', async () => {
    const policy = freePolicy()
    delete policy['may_email']
    await underPolicy(policy)
    serve(boardJob(1))
    expect(await polls.ask('example')).toMatchObject({ until: null })
    expect(feed.seen).toEqual([])
    const row = await polls.source('example')
    expect(row).toMatchObject({ state: 'paused', paused_by: 'list' })
    expect(row.reason).toBe(
      'Its policy is not complete (may_email missing), and a source without a policy is not read.',
    )
    await ingestIfDue(polls.world, 'example')
    expect(feed.seen).toEqual([])
    expect(await database.db.selectFrom('poll').selectAll().execute()).toEqual([])
  })
})

describe('the least interval and the daily cap', () => {
  it('hold the queue back, and the row says until when and why', async () => {
    await underPolicy(freePolicy({ min_interval_s: 6 * 3600 }))
    serve(boardJob(1))
    await ingestIfDue(polls.world, 'example')
    expect(feed.seen).toHaveLength(1)
    // Somebody made it due again, an hour later.
    await database.db.updateTable('source').set({ next_due_at: polls.now }).execute()
    polls.pass(1)
    await ingestIfDue(polls.world, 'example')
    expect(feed.seen).toHaveLength(1)
    const row = await polls.source('example')
    expect(row.next_due_at).toEqual(new Date('2026-11-24T18:00:00Z'))
    expect(row).toMatchObject({
      state: 'healthy',
      reason:
        'It waits until 2026-11-24 18:00 UTC: it is read at most once in 6 hours and the last reading began at 2026-11-24 12:00 UTC.',
    })
    polls.pass(5)
    await ingestIfDue(polls.world, 'example')
    expect(feed.seen).toHaveLength(2)
    expect(await polls.source('example')).toMatchObject({ state: 'healthy', reason: null })
  })

  it('hold a person back too, over any 24 hours', async () => {
    await underPolicy(freePolicy({ daily_cap: 4 }))
    serve(boardJob(1))
    for (let i = 0; i < 4; i++) {
      await polls.poll('example')
      polls.pass(1)
    }
    expect(await polls.ask('example')).toMatchObject({ until: new Date('2026-11-25T12:00:00Z') })
    polls.pass(19.9)
    expect(await polls.ask('example')).toHaveProperty('why')
    polls.pass(0.2)
    await polls.poll('example')
    expect(feed.seen).toHaveLength(5)
  })

  it('count a poll that was killed, since its start is noted before its first answer', async () => {
    await underPolicy(freePolicy({ min_interval_s: 3600 }))
    feed.on(PATH, { body: boardBody([boardJob(1)]), drip: 1 })
    const underWay = polls.poll('example')
    await expect.poll(() => feed.seen.length).toBe(1)
    expect((await polls.source('example')).started_at).toEqual(polls.now)
    await underWay
    // What a kill would have left: the start, and no poll.
    await database.db.deleteFrom('poll').execute()
    polls.pass(0.5)
    expect(await polls.ask('example')).toMatchObject({ until: new Date('2026-11-24T13:00:00Z') })
    polls.pass(0.5)
    await polls.poll('example')
  })

  it('make one request of a poll where the requests of a day are counted', async () => {
    await underPolicy(freePolicy({ daily_cap: 4 }))
    feed.on(PATH, { status: 503 })
    expect(await polls.poll('example')).toMatchObject({ outcome: 'failed', error: 'http-status' })
    expect(feed.seen).toHaveLength(1)
  })
})

describe('a delay', () => {
  const open = async () =>
    (await database.db.selectFrom('listing').select(['place']).orderBy('id').execute()).map(
      (l) => l.place,
    )

  it('hides an advert until it is old enough, and shows it at the next reading after that', async () => {
    await underPolicy(freePolicy({ min_delay_s: 24 * 3600 }))
    const old = boardJob(0, { first_published: '2026-11-01T00:00:00Z' })
    const young = boardJob(1, { first_published: '2026-11-24T06:00:00Z' })
    serve(old, young)
    expect(await polls.poll('example')).toMatchObject({
      outcome: 'ok',
      seen: 2,
      new: 1,
      unchanged: 1,
      message: '1 advert waits until its terms let us show it.',
    })
    expect(await open()).toEqual(['Scranton, PA'])
    // Not even its text is kept.
    expect(await database.db.selectFrom('posting_body').select('title').execute()).toHaveLength(1)

    polls.pass(7)
    expect(await polls.poll('example')).toMatchObject({ outcome: 'ok', new: 0, unchanged: 2 })
    expect(await open()).toEqual(['Scranton, PA'])

    polls.pass(12)
    expect(await polls.poll('example')).toMatchObject({ new: 1, unchanged: 1, message: null })
    expect(await open()).toEqual(['Scranton, PA', 'Erie, PA'])
    polls.pass(7)
    expect(await polls.poll('example')).toMatchObject({ outcome: 'unchanged' })
  })

  it('counts from the first sight where the feed tells no date', async () => {
    await underPolicy(freePolicy({ min_delay_s: 6 * 3600 }))
    serve(boardJob(1, { first_published: null }))
    await polls.poll('example')
    polls.pass(5)
    await polls.poll('example')
    expect(await open()).toEqual([])
    polls.pass(1)
    await polls.poll('example')
    expect(await open()).toEqual(['Erie, PA'])
  })

  it('does not hide again what is shown, though it was posted anew', async () => {
    await underPolicy(freePolicy({ min_delay_s: 24 * 3600 }))
    serve(boardJob(1))
    await polls.poll('example')
    polls.pass(7)
    serve(boardJob(1, { first_published: polls.now.toISOString(), title: 'Medical Biller II' }))
    expect(await polls.poll('example')).toMatchObject({ changed: 1 })
    expect(await open()).toEqual(['Erie, PA'])
  })
})

describe('terms that forbid keeping the text', () => {
  const policy = freePolicy({ may_cache_text: false, must_link: true, must_name: true })
  const PHRASE = 'Our clinic bills for its patients'

  const holdsPhrase = async () => {
    const { rows } = await sql<{ held: boolean }>`
      select exists (select from listing l where l::text like ${`%${PHRASE}%`})
        or exists (select from posting_body b where b::text like ${`%${PHRASE}%`}) as held`.execute(
      database.db,
    )
    return rows[0]?.held
  }

  it('keep the tags, the words behind them and the link, and nothing else of the advert', async () => {
    await underPolicy(policy)
    serve(boardJob(1))
    await polls.poll('example')
    expect(await holdsPhrase()).toBe(false)
    const { id } = await database.db.selectFrom('listing').select('id').executeTakeFirstOrThrow()
    const url = 'https://boards.greenhouse.io/example/jobs/1001'
    const listing = await getListing(database.db, id)
    expect(listing).toMatchObject({
      text: '',
      html: null,
      min_months: 24,
      role: 'billing',
      credit: { name: 'greenhouse', html: null, link: url },
    })
    expect(listing?.evidence['min_months']?.[0]?.words).toContain('2 years')

    // The same phrase is kept where the terms allow it: the check above can fail.
    // And with the terms the next reading of the same body changes what is kept.
    await underPolicy(freePolicy())
    expect(await polls.poll('example')).toMatchObject({ outcome: 'ok', changed: 1 })
    expect(await holdsPhrase()).toBe(true)
    await underPolicy(policy)
    expect(await polls.poll('example')).toMatchObject({ outcome: 'ok', changed: 1 })
    expect(await holdsPhrase()).toBe(false)
    expect(await polls.poll('example')).toMatchObject({ outcome: 'unchanged' })
  })

  it('are read again from the feed by newer rules, never from what was kept', async () => {
    await underPolicy(policy)
    serve(boardJob(1))
    await polls.poll('example')
    const older = TAGGER_VERSION - 1
    await database.db.updateTable('posting').set({ tagger_version: older }).execute()
    await database.db.updateTable('source').set({ tagger_version: older }).execute()
    await database.db.updateTable('listing').set({ min_months: 99 }).execute()
    expect(await staleCount(database.db, TAGGER_VERSION)).toBe(0)
    expect(await retagBatch(database.db, TAGGER_VERSION, 10, polls.now)).toBe(0)

    polls.pass(7)
    expect(await polls.poll('example')).toMatchObject({ outcome: 'ok', changed: 1 })
    const row = await database.db.selectFrom('listing').select('min_months').executeTakeFirst()
    expect(row?.min_months).toBe(24)
    polls.pass(7)
    expect(await polls.poll('example')).toMatchObject({ outcome: 'unchanged' })
  })
})

describe('a list that changes', () => {
  it('keeps the health of a source whose terms alone changed, and starts anew for another address', async () => {
    await underPolicy(freePolicy())
    serve(boardJob(1))
    await polls.poll('example')
    polls.pass(1)
    await underPolicy(freePolicy({ may_email: false }))
    const { state, policy, body_sha256 } = await polls.source('example')
    expect(state).toBe('healthy')
    expect(policy['may_email']).toBe(false)
    expect(body_sha256).not.toBeNull()

    await polls.list({
      key: 'example',
      kind: 'greenhouse',
      settings: { token: 'other', base_url: feed.url('') },
    })
    const moved = await polls.source('example')
    expect(moved).toMatchObject({ state: 'new', body_sha256: null, next_due_at: polls.now })
  })
})
