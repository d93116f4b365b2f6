import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { chmodSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { FeedServer } from '../helpers/feed-server.ts'
import { endAll, run, unusedPort, works } from '../helpers/foothold-process.ts'
import { killTree, treeOf } from '../helpers/process-tree.ts'
import { seededRandom } from '../helpers/random.ts'

// npm test kills twice, npm run soak ten times.
const KILLS = process.env.FOOTHOLD_SOAK === '1' ? 10 : 2
const SEED = Number(process.env.FOOTHOLD_SEED ?? Date.now() % 1_000_000)
const BOARDS = 3
const JOBS_PER_BOARD = 400

let feed: FeedServer
let folder: string

beforeAll(async () => {
  feed = await FeedServer.start()
  folder = await mkdtemp(join(tmpdir(), 'foothold-kill-'))
  chmodSync(folder, 0o755)
  const lines = []
  for (let board = 0; board < BOARDS; board++) {
    const jobs = Array.from({ length: JOBS_PER_BOARD }, (_, n) => job(board, n))
    feed.on(`/v1/boards/b${board}/jobs?content=true`, {
      body: JSON.stringify({ jobs, meta: { total: jobs.length } }),
      headers: { 'content-type': 'application/json' },
    })
    lines.push({
      key: `b${board}`,
      employer: null,
      kind: 'greenhouse',
      settings: { token: `b${board}`, base_url: feed.url('') },
      pace_ms: 0,
    })
  }
  await writeFile(join(folder, 'sources.jsonl'), lines.map((l) => JSON.stringify(l)).join('\n'))
})

afterAll(async () => {
  await endAll()
  await feed.close()
  await rm(folder, { recursive: true, force: true })
})

/** Adverts that differ in employer, so that none is the same job as another. */
function job(board: number, n: number): Record<string, unknown> {
  const duties = Array.from(
    { length: 12 },
    (_, i) => `<li>Duty ${i} of clinic ${board}-${n}: post payments and follow up on claims.</li>`,
  ).join('')
  return {
    id: board * 10_000 + n,
    title: 'Medical Biller',
    absolute_url: `https://boards.greenhouse.io/b${board}/jobs/${n}`,
    company_name: `Clinic ${board} Number ${n}`,
    location: { name: 'Erie, PA' },
    first_published: '2026-11-01T10:00:00-05:00',
    content: `<p>We bill.</p><ul>${duties}</ul><h3>Requirements</h3><ul><li>${1 + (n % 5)} years of billing experience required</li></ul>`,
  }
}

interface Seen {
  total: number
  ids: Map<string, number>
}

async function listings(port: number): Promise<Seen> {
  const ids = new Map<string, number>()
  let total = 0
  let cursor: string | null = ''
  while (cursor !== null) {
    const query: string = `limit=100&sort=newest${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1/listings?${query}`)
    if (answer.status === 429) {
      await sleep(1000)
      continue
    }
    const page = (await answer.json()) as {
      total: number
      next: string | null
      items: { id: number; employer: string }[]
    }
    total = page.total
    for (const item of page.items) {
      expect(ids.get(item.employer) ?? item.id, 'one listing for one job').toBe(item.id)
      ids.set(item.employer, item.id)
    }
    cursor = page.next
  }
  return { total, ids }
}

async function totalOf(port: number): Promise<number> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/listings?limit=1`)
  if (!answer.ok) return -1
  return ((await answer.json()) as { total: number }).total
}

it(
  `recovers from kill -9 of the whole tree during ingest, ${KILLS} times, without a duplicate or a loss (seed ${SEED})`,
  async () => {
    process.stdout.write(`kill test: seed ${SEED}, ${KILLS} kills\n`)
    const random = seededRandom(SEED)
    const env = async () => ({
      FOOTHOLD_HOME: join(folder, 'home'),
      FOOTHOLD_SOURCES: join(folder, 'sources.jsonl'),
      FOOTHOLD_ALLOW_PRIVATE_ADDRESSES: feed.host,
      PORT: String(await unusedPort()),
      LOG_LEVEL: 'warn',
    })
    const acknowledged = new Map<string, number>()
    for (let kill = 0; kill < KILLS; kill++) {
      const settings = await env()
      const port = Number(settings.PORT)
      const running = run('cli/start.ts', settings)
      await running.says(/Foothold is ready/)
      const before = acknowledged.size
      // In the middle of a reading: some rows have come, and more are on their way.
      for (
        let i = 0;
        i < 400 && (await totalOf(port)) <= before && before < BOARDS * JOBS_PER_BOARD;
        i++
      )
        await sleep(10)
      await sleep(random() * 400)
      const shown = await listings(port)
      process.stdout.write(`kill ${kill + 1}: ${shown.ids.size} listings stood\n`)
      for (const [employer, id] of acknowledged) expect(shown.ids.get(employer), employer).toBe(id)
      for (const [employer, id] of shown.ids) acknowledged.set(employer, id)
      const tree = treeOf(running.pid)
      killTree(running.pid)
      await running.ended
      await waitFor(() => tree.every((pid) => !works(pid)))
    }

    const settings = await env()
    const running = run('cli/start.ts', settings)
    await running.says(/Foothold is ready/)
    const port = Number(settings.PORT)
    for (let i = 0; i < 600 && (await totalOf(port)) < BOARDS * JOBS_PER_BOARD; i++)
      await sleep(100)
    const end = await listings(port)
    expect(end.total).toBe(BOARDS * JOBS_PER_BOARD)
    expect(end.ids.size).toBe(BOARDS * JOBS_PER_BOARD)
    for (const [employer, id] of acknowledged) expect(end.ids.get(employer), employer).toBe(id)
    const tree = treeOf(running.pid)
    running.child.kill('SIGINT')
    expect((await running.ended).code).toBe(0)
    await waitFor(() => tree.every((pid) => !works(pid)))
  },
  60_000 + KILLS * 60_000,
)

async function waitFor(what: () => boolean): Promise<void> {
  for (let i = 0; i < 400; i++) {
    if (what()) return
    await sleep(25)
  }
  throw new Error('it never came true')
}
