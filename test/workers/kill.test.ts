import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { enqueue } from '../../core/store/clock.ts'
import { freshDatabase, type FreshDatabase } from '../helpers/database.ts'
import { FeedServer } from '../helpers/feed-server.ts'
import { endAll, run, type Running } from '../helpers/foothold-process.ts'
import { PollWorld } from '../helpers/ingest-world.ts'
import { seededRandom } from '../helpers/random.ts'
import { stateDump } from '../helpers/state-dump.ts'

// npm test kills five times, npm run soak fifty times.
const KILLS = process.env.FOOTHOLD_SOAK === '1' ? 50 : 5
const SEED = Number(process.env.FOOTHOLD_SEED ?? Date.now() % 1_000_000)
const BOARDS = ['b0', 'b1', 'b2', 'b3']
const JOBS = 160
const PAGES = 15

let feed: FeedServer
let folder: string
/** Where two workers read and are killed, and where one reads in peace. */
let disturbed: FreshDatabase
let calm: FreshDatabase
let calmly: PollWorld

beforeAll(async () => {
  feed = await FeedServer.start()
  folder = await mkdtemp(join(tmpdir(), 'foothold-workers-'))
  disturbed = await freshDatabase()
  calm = await freshDatabase()
  calmly = new PollWorld(calm, { allow: [feed.host] })
  await calmly.list(...SOURCES())
  const lines = SOURCES().map((s) => JSON.stringify({ ...s, pace_ms: 0 }))
  await writeFile(join(folder, 'sources.jsonl'), lines.join('\n'))
})
afterAll(async () => {
  await endAll()
  await calmly.close()
  await feed.close()
  await disturbed.close()
  await calm.close()
  await rm(folder, { recursive: true, force: true })
})

const SOURCES = () => [
  ...BOARDS.map((token) => ({
    key: token,
    kind: 'greenhouse',
    settings: { token, base_url: feed.url('') },
  })),
  { key: 'site', kind: 'jsonld', settings: { sitemap: feed.url('/sitemap.xml') } },
]

/**
 * What the hosts serve in a round. From one to the next about a third of the jobs change their words, a
 * few are away for two rounds (and close at the second) or are posted twice, one moves to another town and
 * with it out of its listing.
 */
function serve(round: number): void {
  for (const [b, token] of BOARDS.entries()) {
    const jobs = Array.from({ length: JOBS }, (_, n) => n)
      .filter((n) => (n + 3 * Math.floor(round / 2) + b) % 17 !== 0)
      .flatMap((n) => {
        const job = boardJob(b, n, round)
        return n % 29 === 5 ? [job, { ...job, id: Number(job['id']) + 5000 }] : [job]
      })
    const body = JSON.stringify({ jobs, meta: { total: jobs.length } })
    feed.on(`/v1/boards/${token}/jobs?content=true`, { body, etag: `"${token}-${round}"` })
  }
  const urls = Array.from({ length: PAGES }, (_, n) => {
    // Every third page changes in a round; page 0 is gone in every other.
    const day = 1 + Math.floor((round + (n % 3)) / 3)
    const address = feed.url(`/jobs/${n}`)
    feed.on(`/jobs/${n}`, n === 0 && round % 2 === 1 ? { status: 410 } : pageOf(n, day))
    return `<url><loc>${address}</loc><lastmod>${lastmod(n === 0 ? 1 + round : day)}</lastmod></url>`
  })
  feed.on('/sitemap.xml', {
    body: `<urlset>${urls.join('')}</urlset>`,
    headers: { 'content-type': 'text/xml' },
  })
}

const lastmod = (day: number): string => new Date(Date.UTC(2026, 0, day)).toISOString().slice(0, 10)

function boardJob(b: number, n: number, round: number): Record<string, unknown> {
  const version = Math.floor((round + (n % 3)) / 3)
  const moved = n === 7 && round % 2 === 1
  return {
    id: b * 10_000 + n,
    title: n % 11 === 3 ? 'Registered Nurse' : 'Medical Biller',
    absolute_url: `https://boards.greenhouse.io/b${b}/jobs/${n}`,
    company_name: `Clinic ${b} Number ${n}`,
    location: { name: moved ? 'Reno, NV' : 'Erie, PA' },
    first_published: '2026-11-01T10:00:00-05:00',
    content: `<p>We bill, edition ${version}.</p><h3>Requirements</h3><ul><li>${1 + ((n + version) % 5)} years of billing experience required</li></ul>`,
  }
}

function pageOf(n: number, day: number) {
  const posting = {
    '@type': 'JobPosting',
    title: 'Medical Coder',
    description: `<ul><li>${1 + (day % 4)} years of coding experience required</li></ul>`,
    hiringOrganization: { name: `Hospital ${n}` },
  }
  const body = `<script type="application/ld+json">${JSON.stringify(posting)}</script>`
  return { body, headers: { 'content-type': 'text/html' } }
}

async function worker(): Promise<Running> {
  const running = run('workers/main.ts', {
    DATABASE_URL: disturbed.url,
    FOOTHOLD_SOURCES: join(folder, 'sources.jsonl'),
    FOOTHOLD_ALLOW_PRIVATE_ADDRESSES: feed.host,
  })
  await running.says(/workers ready/)
  return running
}

/** How many polls each source has behind it, in the order of the keys. */
async function pollCounts(): Promise<number[]> {
  const { rows } = await sql<{ n: number }>`
    select (select count(*)::int from poll p where p.source_id = s.id) as n from source s order by key`.execute(
    disturbed.db,
  )
  return rows.map((r) => r.n)
}

async function makeAllDue(): Promise<void> {
  await sql`update source set next_due_at = now() - interval '1 second'`.execute(disturbed.db)
  const keys = SOURCES().map((s) => s.key)
  await enqueue(
    disturbed.db,
    keys.map((key) => ({ task: 'ingest', payload: { key }, key: `ingest:${key}` })),
  )
}

async function until(
  what: () => Promise<boolean>,
  otherwise: () => Promise<string>,
): Promise<void> {
  for (const end = Date.now() + 60_000; Date.now() < end; await sleep(20)) {
    if (await what()) return
  }
  throw new Error(await otherwise())
}

it(
  `two workers killed ${KILLS} times in the middle of ingest leave what an undisturbed run leaves, row for row (seed ${SEED})`,
  async () => {
    process.stdout.write(`two workers: seed ${SEED}, ${KILLS} kills\n`)
    const random = seededRandom(SEED)
    serve(0)
    // The first round comes by itself: the sources of a new list are due at once.
    const workers: Running[] = await Promise.all([worker(), worker()])
    let midway = 0
    for (let round = 0; round < KILLS; round++) {
      if (round > 0) {
        serve(round)
        await makeAllDue()
      }
      // Anywhere in the round: when none, some or all but one of its polls have ended.
      const ended = Math.floor(random() * SOURCES().length)
      const enough = async () => (await pollCounts()).filter((n) => n > round).length >= ended
      await until(enough, () => Promise.resolve(`round ${round} does not move`))
      await sleep(random() * 100)
      const counts = await pollCounts()
      if (counts.some((n) => n <= round)) midway++
      // Either one, or the whole machine.
      const dying = [[0], [1], [0, 1]][Math.floor(random() * 3)] ?? [0]
      for (const i of dying) workers[i]?.child.kill('SIGKILL')
      for (const i of dying) await workers[i]?.ended
      const born = await Promise.all(dying.map(() => worker()))
      for (const [at, i] of dying.entries()) workers[i] = born[at] as Running
      await until(
        async () => (await pollCounts()).every((n) => n > round),
        async () => `round ${round} never ended: ${(await pollCounts()).join(', ')} polls`,
      )
      expect(await pollCounts(), `one poll of each source in round ${round}`).toEqual(
        SOURCES().map(() => round + 1),
      )

      calmly.pass(7)
      for (const { key } of SOURCES()) await calmly.poll(key)
      expect(await stateDump(disturbed.db), `after kill ${round + 1}, seed ${SEED}`).toEqual(
        await stateDump(calm.db),
      )
    }
    process.stdout.write(`two workers: ${midway} of ${KILLS} kills met unfinished polls\n`)
    expect(midway).toBeGreaterThan(0)
    for (const one of workers) one.child.kill('SIGTERM')
    for (const one of workers) expect((await one.ended).code).toBe(0)
  },
  60_000 + KILLS * 60_000,
)
