import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../helpers/database.ts'
import { FeedServer } from '../helpers/feed-server.ts'
import { runCommand } from '../helpers/foothold-process.ts'

let database: FreshDatabase
let feed: FeedServer
let folder: string

beforeAll(async () => {
  database = await freshDatabase()
  feed = await FeedServer.start()
  folder = await mkdtemp(join(tmpdir(), 'foothold-job-'))
})
afterAll(async () => {
  await feed.close()
  await database.close()
  await rm(folder, { recursive: true, force: true })
})

const path = (token: string) => `/v1/boards/${token}/jobs?content=true`

/** A list of Greenhouse boards on the feed server, each with its own policy. */
async function list(policies: Record<string, object | undefined>): Promise<string> {
  const lines = Object.entries(policies).map(([token, policy]) => {
    const job = {
      id: 1,
      title: 'Medical Biller',
      absolute_url: 'https://boards.greenhouse.io/x/jobs/1',
      company_name: `Clinic ${token}`,
      location: { name: 'Erie, PA' },
      content: '<p>Two years of medical billing experience required.</p>',
    }
    feed.on(path(token), { body: JSON.stringify({ jobs: [job], meta: { total: 1 } }) })
    const settings = { token, base_url: feed.url('') }
    return JSON.stringify({ key: token, kind: 'greenhouse', settings, policy, pace_ms: 0 })
  })
  const file = join(folder, 'sources.jsonl')
  await writeFile(file, lines.join('\n'))
  return file
}

async function ingest(
  file: string,
  ...args: string[]
): Promise<{ code: number | null; lines: string[] }> {
  const command = ['--import', 'tsx', 'cli/job.ts', 'ingest', ...args]
  const running = runCommand(process.execPath, command, {
    DATABASE_URL: database.url,
    FOOTHOLD_SOURCES: file,
    FOOTHOLD_ALLOW_PRIVATE_ADDRESSES: feed.host,
    LOG_LEVEL: 'error',
  })
  const { code } = await running.ended
  return { code, lines: running.output().trimEnd().split('\n').sort() }
}

it('keeps the least interval and the daily cap of a source, and says that it waits and why', async () => {
  const file = await list({
    capped: { daily_cap: 1 },
    free: undefined,
    hourly: { min_interval_s: 3600 },
  })
  const read = 'ok. seen 1, new 1, changed 0, unchanged 0, rejected 0, closed 0.'
  expect(await ingest(file)).toEqual({
    code: 0,
    lines: [`capped: ${read}`, `free: ${read}`, `hourly: ${read}`],
  })

  const { code, lines } = await ingest(file)
  expect(code).toBe(0)
  expect(lines[0]).toMatch(/^capped: not read\. It waits until .*: it is read at most once a day/)
  // A mirror that the operator opened is not spared by the platform's usual interval.
  expect(lines[1]).toMatch(/^free: unchanged\./)
  expect(lines[2]).toMatch(
    /^hourly: not read\. It waits until \d{4}-\d\d-\d\d \d\d:\d\d UTC: it is read at most once in 1 hour and the last reading began at .* UTC\.$/,
  )
  expect(['capped', 'free', 'hourly'].map((token) => feed.count(path(token)))).toEqual([1, 2, 1])
})

it('does not read a source whose policy is not usable, and says what is wrong with it', async () => {
  const file = await list({ broken: { min_interval_s: 'often' } })
  const { code, lines } = await ingest(file, '--source', 'broken')
  expect(code).toBe(1)
  expect(lines).toEqual([
    'The source "broken" is paused: Its policy is not complete (min_interval_s not usable), and a source without a policy is not read.',
  ])
  expect(feed.count(path('broken'))).toBe(0)
})
