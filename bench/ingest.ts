import { freemem } from 'node:os'
import { sql } from 'kysely'
import pg from 'pg'
import { advertOf, draftListing } from '../core/domain/draft.ts'
import type { RawPosting } from '../core/domain/posting.ts'
import { readAdvert, TAGGER_VERSION } from '../core/domain/read/read-advert.ts'
import { sanitiseAdvertHtml } from '../core/domain/text/sanitise.ts'
import { openDatabase, type OpenDatabase } from '../core/store/db.ts'
import { listingRow, type ListingRow } from '../core/store/listing-columns.ts'
import { insertListings, searchInput, WRITTEN } from '../core/store/listing-writes.ts'
import { settlePoll, type Presence } from '../core/store/polls.ts'
import {
  knownPostings,
  openPostingCount,
  savePostings,
  standingCounts,
  type PostingChange,
} from '../core/store/postings.ts'
import { jobOfDraft, likenessOf } from '../core/store/same-sketch.ts'
import { withSearchColumns, type SearchColumns } from '../core/store/search-columns.ts'
import { cloneDatabase, dropDatabase, withDatabaseName } from '../core/store/server.ts'
import { replaceSources, sourceByKey, type Source } from '../core/store/sources.ts'
import { startTestServer } from '../test/helpers/test-server.ts'
import { keepWhileReading } from '../workers/jobs/keep-while-reading.ts'
import { contentHash } from '../workers/jobs/read-feed.ts'
import { advert } from './adverts.ts'
import { copyIn, copyLine } from './copy.ts'

/**
 * What keeping adverts costs, against COPY of the finished rows into the same table in the same run, and
 * what a second poll costs against the first. Each way of a first ingest has a fresh copy of the migrated
 * database and a checkpoint before it; the polls after it follow without one, as they do in a day's work.
 * Only ratios count: other work on the machine slows all ways alike.
 * Run: node --import tsx bench/ingest.ts [rows, default 10000] [repetitions, default 3]
 * TEST_DATABASE_URL's server, else the embedded one.
 */
const ROWS = Number(process.argv[2] ?? 10_000)
const REPETITIONS = Number(process.argv[3] ?? 3)
const BATCH = 500
const NOW = new Date('2026-11-24T12:00:00Z')

interface Bench {
  opened: OpenDatabase
  source: Source
}

/** Seconds spent waiting for the database since the last call: every query of every client is timed. */
const databaseTime = timeQueries()

const server = await startTestServer()

/** Goals 1 and 2. */
async function firstIngest(
  postings: readonly RawPosting[],
  read: readonly PostingChange[],
  finished: readonly FinishedRow[],
): Promise<void> {
  const ways = {
    copy: (b: Bench) => copyListings(b, finished),
    batched: (b: Bench) => insertInBatches(b, finished),
    kept: (b: Bench) => keepAll(b, read),
    pipeline: (b: Bench) => pipeline(b, postings),
  }
  const times = new Map(Object.keys(ways).map((way) => [way, [] as number[]]))
  for (let i = 0; i < REPETITIONS; i += 1)
    for (const [way, work] of Object.entries(ways))
      times.get(way)?.push(await onFreshDatabase((b) => timed(() => work(b))))
  const of = (way: keyof typeof ways): number => median(times.get(way) ?? [])
  console.log('\nfirst ingest; 1.00 = COPY of the finished rows into the same table')
  const line = (name: string, s: number, goal = ''): void =>
    console.log(
      `${name.padEnd(52)} ${(of('copy') / s).toFixed(2).padStart(6)}  ${((s / ROWS) * 1e6).toFixed(0).padStart(6)} µs a row  ${goal}`,
    )
  line('COPY into listing', of('copy'))
  line('batched insert into listing', of('batched'), 'goal 0.85')
  line('keeping what is read: near-copies, every table', of('kept'))
  line('whole pipeline: hash, reading and keeping side by side', of('pipeline'), 'goal 0.40')
  const some = postings.slice(0, 1000)
  const alone = async (work: (posting: RawPosting) => unknown): Promise<number> =>
    (await timed(() => Promise.resolve(some.forEach(work)))) * (ROWS / some.length)
  line('  by itself: hash of the content', await alone(contentHash))
  line('  by itself: reading (HTML, tags)', await alone((p) => readAdvert(advertOf(p, null))))
  line('  by itself: sanitising the HTML', await alone((p) => sanitiseAdvertHtml(p.html ?? '')))
}

/** Goals 3 and 4. */
async function secondPoll(
  postings: readonly RawPosting[],
  read: readonly PostingChange[],
): Promise<void> {
  const ways = ['nothing changed', '1 % changed', 'the same body'] as const
  const factors = new Map(ways.map((way) => [way, [] as number[]]))
  const wal = new Map(ways.map((way) => [way, [] as number[]]))
  for (let i = 0; i < REPETITIONS; i += 1) {
    const changed = postings.map((p, n) => (n % 100 === i ? advert(n, i + 1) : p))
    const changes = readAll(changed.filter((p, n) => p !== postings[n]))
    await onFreshDatabase(async (b) => {
      const first = await measured(b, () => keepAll(b, read))
      await sql`vacuum (analyze) posting, listing, posting_body, listing_band`.execute(b.opened.db)
      const work = [() => poll(b, postings, []), () => poll(b, changed, changes), () => sameBody(b)]
      for (const [n, way] of ways.entries()) {
        const spent = await measured(b, work[n] ?? (() => sameBody(b)))
        factors.get(way)?.push(first.database / spent.database)
        wal.get(way)?.push(spent.wal / first.wal)
      }
      return 0
    })
  }
  console.log('\nsecond poll; times faster than the first ingest, in database time')
  const goals = ['goal 40x, 2 %', '', 'goal 1000x']
  for (const [n, way] of ways.entries()) {
    const share = (median(wal.get(way) ?? []) * 100).toFixed(2)
    console.log(
      `${way.padEnd(52)} ${median(factors.get(way) ?? [])
        .toFixed(0)
        .padStart(6)}x  ${share} % of its WAL  ${goals[n] ?? ''}`,
    )
  }
}

function readAll(postings: readonly RawPosting[]): PostingChange[] {
  return postings.map((posting) => ({
    posting,
    hash: contentHash(posting),
    version: null,
    draft: draftListing(posting, null),
  }))
}

/** Keeps what was read before, batch after batch, and ends the poll. */
async function keepAll(b: Bench, changes: readonly PostingChange[]): Promise<void> {
  for (let i = 0; i < changes.length; i += BATCH)
    await savePostings(b.opened.db, b.source, changes.slice(i, i + BATCH), TAGGER_VERSION, NOW)
  await settled(
    b,
    changes.map((c) => c.posting),
  )
}

/** What ingest does with a list of postings that were not seen before. */
async function pipeline(b: Bench, postings: readonly RawPosting[]): Promise<void> {
  function* changes(): Generator<PostingChange> {
    for (const posting of postings) yield* readAll([posting])
  }
  await keepWhileReading(changes(), BATCH, (batch) =>
    savePostings(b.opened.db, b.source, batch, TAGGER_VERSION, NOW),
  )
  await settled(b, postings)
}

/** The same of a later poll: compare, keep what changed, settle who is there. */
async function poll(
  b: Bench,
  postings: readonly RawPosting[],
  changes: readonly PostingChange[],
): Promise<void> {
  const known = await knownPostings(b.opened.db, b.source.id)
  await openPostingCount(b.opened.db, b.source.id)
  const differ = postings.filter(
    (p) => known.get(p.external_id)?.content_hash.equals(contentHash(p)) !== true,
  )
  if (differ.length !== changes.length)
    throw new Error(`${differ.length} adverts differ, ${changes.length} were changed.`)
  for (let i = 0; i < changes.length; i += BATCH)
    await savePostings(b.opened.db, b.source, changes.slice(i, i + BATCH), TAGGER_VERSION, NOW)
  await settled(b, postings)
}

async function settled(b: Bench, postings: readonly RawPosting[]): Promise<void> {
  const seen = postings.map((p) => p.external_id)
  await ended(b, { seen, absenceCounts: true })
}

async function sameBody({ opened, source }: Bench): Promise<void> {
  await standingCounts(opened.db, source.id)
  await ended({ opened, source }, null)
}

/** What every poll leaves: who is there, and its own row. */
async function ended({ opened, source }: Bench, presence: Presence | null): Promise<void> {
  await settlePoll(
    opened.db,
    {
      source_id: source.id,
      started_at: NOW,
      finished_at: NOW,
      outcome: 'ok',
      complete: true,
      seen: ROWS,
      new: 0,
      changed: 0,
      unchanged: ROWS,
      rejected: 0,
      closed: 0,
      duration_ms: 0,
      error: null,
      message: null,
    },
    presence,
    {
      state: 'healthy',
      paused_by: null,
      reason: null,
      failures: 0,
      barren_polls: 0,
      next_due_at: NOW,
    },
  )
}

type FinishedRow = ListingRow & SearchColumns

async function finishedRows(changes: readonly PostingChange[]): Promise<FinishedRow[]> {
  const rows = changes.flatMap(({ posting, draft }) => {
    if (draft === null) return []
    const id = { source_id: 1, external_id: posting.external_id, demo: false }
    const likeness = likenessOf(jobOfDraft(draft), draft.text)
    return [listingRow(id, draft, { ...likeness, bands: [] }, null, TAGGER_VERSION)]
  })
  let finished: FinishedRow[] = []
  await onFreshDatabase(async ({ opened }) => {
    finished = await withSearchColumns(opened.db, rows, searchInput)
    return 0
  })
  return finished
}

async function insertInBatches({ opened }: Bench, rows: readonly ListingRow[]): Promise<void> {
  for (let i = 0; i < rows.length; i += BATCH)
    await opened.db.transaction().execute((tx) => insertListings(tx, rows.slice(i, i + BATCH), NOW))
}

async function copyListings({ opened }: Bench, rows: readonly FinishedRow[]): Promise<void> {
  const names = Object.keys(WRITTEN) as (keyof FinishedRow)[]
  const lines = rows.map((row) => copyLine([...names.map((name) => row[name]), NOW.toISOString()]))
  const client = await opened.pool.connect()
  try {
    await copyIn(client, `copy listing (${names.join(', ')}, first_seen) from stdin`, lines)
  } finally {
    client.release()
  }
}

async function onFreshDatabase(work: (bench: Bench) => Promise<number>): Promise<number> {
  const name = `foothold_bench_${process.pid}`
  await cloneDatabase(server.adminUrl, server.template, name)
  const opened = openDatabase(withDatabaseName(server.adminUrl, name), {
    max: 2,
    applicationName: 'foothold bench',
    statementTimeoutMs: 0,
  })
  try {
    await replaceSources(
      opened.db,
      [
        {
          key: 'bench',
          employer: null,
          kind: 'greenhouse',
          settings: {},
          policy: {},
          pace_ms: null,
          origin: 'file',
          facts: {},
          paused: null,
          due: NOW,
        },
      ],
      NOW,
    )
    const source = await sourceByKey(opened.db, 'bench')
    if (source === undefined) throw new Error('The source of the bench is missing.')
    await sql`checkpoint`.execute(opened.db)
    return await work({ opened, source })
  } finally {
    await opened.close()
    await dropDatabase(server.adminUrl, name)
  }
}

async function measured(
  { opened }: Bench,
  work: () => Promise<unknown>,
): Promise<{ database: number; wal: number }> {
  const from = await walPosition(opened)
  databaseTime()
  await work()
  const database = databaseTime()
  return { database, wal: (await walPosition(opened)) - from }
}

async function walPosition({ db }: OpenDatabase): Promise<number> {
  const { rows } = await sql<{ at: number }>`
    select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint as at`.execute(db)
  return rows[0]?.at ?? 0
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return (performance.now() - started) / 1000
}

function timeQueries(): () => number {
  let total = 0
  const client = pg.Client.prototype as unknown as {
    query: (...args: unknown[]) => unknown
  }
  const query = client.query
  client.query = function (...args: unknown[]): unknown {
    const started = performance.now()
    const result = query.apply(this, args)
    if (result instanceof Promise) {
      void result.catch(() => undefined).finally(() => (total += performance.now() - started))
    }
    return result
  }
  return () => {
    const seconds = total / 1000
    total = 0
    return seconds
  }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

try {
  const postings = Array.from({ length: ROWS }, (_, n) => advert(n))
  const read = readAll(postings)
  const finished = await finishedRows(read)
  const text = finished.reduce((sum, row) => sum + row.text.length, 0) / finished.length
  console.log(
    `${finished.length} adverts of ${ROWS}, ${Math.round(text)} characters of text each; ${Math.round(freemem() / 2 ** 30)} GiB free`,
  )
  await firstIngest(postings, read, finished)
  await secondPoll(postings, read)
} finally {
  await server.stop()
}
