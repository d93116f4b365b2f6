import { existsSync } from 'node:fs'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readLockFile } from '../../core/embedded/postmaster.ts'
import { emptyDatabase, type FreshDatabase } from '../helpers/database.ts'
import {
  endAll,
  run,
  runCommand,
  unusedPort,
  works,
  type Running,
} from '../helpers/foothold-process.ts'

const ENTRY = 'test/fixtures/start/entry.ts'
const READY = /Foothold is ready: (http:\/\/127\.0\.0\.1:(\d+))\n/

let folder: string
let home: string
let journal: string
let database: FreshDatabase | undefined

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'foothold-start-'))
  // As root the database runs as another user, who must be able to pass.
  await chmod(folder, 0o755)
  home = join(folder, 'home')
  journal = join(folder, 'journal')
})
afterEach(async () => {
  await endAll()
  for (const line of await journalLines()) {
    const pid = Number(/^(?:api|workers)-start (\d+)/.exec(line)?.[1] ?? 0)
    if (pid > 0 && works(pid)) process.kill(pid, 'SIGKILL')
  }
  const lock = await readLockFile(join(home, 'data'))
  if (lock !== undefined && works(lock.pid)) process.kill(lock.pid, 'SIGQUIT')
  await database?.close()
  database = undefined
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
})

async function journalLines(): Promise<string[]> {
  const text = await readFile(journal, 'utf8').catch(() => '')
  return text.split('\n').filter(Boolean)
}

async function pidsOf(name: 'api' | 'workers'): Promise<number[]> {
  const lines = await journalLines()
  return lines
    .flatMap((line) => new RegExp(`^${name}-start (\\d+)`).exec(line)?.[1] ?? [])
    .map(Number)
}

async function start(env: Record<string, string> = {}): Promise<Running> {
  return run(ENTRY, {
    FOOTHOLD_HOME: home,
    FIXTURE_JOURNAL: journal,
    PORT: String(await unusedPort()),
    ...env,
  })
}

async function startOnServer(env: Record<string, string> = {}): Promise<Running> {
  database ??= await emptyDatabase()
  return start({ DATABASE_URL: database.url, ...env })
}

async function page(address: string): Promise<string> {
  return (await fetch(address, { headers: { connection: 'close' } })).text()
}

describe('npm start with DATABASE_URL', () => {
  it('starts in order, says once that it is ready, and on Ctrl-C ends workers before the API', async () => {
    const foothold = await startOnServer()
    const [, address] = await foothold.says(READY)
    expect(await page(address!)).toMatch(/^api \d+$/)
    await expect.poll(() => pidsOf('workers')).toHaveLength(1)
    foothold.child.kill('SIGINT')
    expect(await foothold.ended).toEqual({ code: 0, signal: null })
    const steps = (await journalLines()).map((line) => line.split(' ')[0])
    expect(steps).toEqual(['seed', 'api-start', 'workers-start', 'workers-end', 'api-end'])
    expect(foothold.output().match(/Foothold is ready/g)).toHaveLength(1)
    for (const pid of [...(await pidsOf('api')), ...(await pidsOf('workers'))]) {
      expect(works(pid)).toBe(false)
    }
    expect(existsSync(home), 'no embedded database is touched').toBe(false)
  })

  it.each(['SIGTERM', 'SIGHUP'] as const)('ends in order on %s as well', async (signal) => {
    const foothold = await startOnServer()
    await foothold.says(READY)
    await expect.poll(() => pidsOf('workers')).toHaveLength(1)
    foothold.child.kill(signal)
    expect((await foothold.ended).code).toBe(0)
    expect((await journalLines()).slice(-2)).toEqual(['workers-end', 'api-end'])
  })

  it('takes a free port for PORT=0 and hands it to seeds and workers', async () => {
    const foothold = await startOnServer({ PORT: '0' })
    const [, address, port] = await foothold.says(READY)
    expect(Number(port)).toBeGreaterThan(0)
    expect(await page(address!)).toMatch(/^api/)
    await expect.poll(() => pidsOf('workers')).toHaveLength(1)
    const lines = await journalLines()
    expect(lines).toContain(`seed ${port}`)
    expect(lines.find((l) => l.startsWith('workers-start'))?.split(' ')[2]).toBe(port)
  })

  it('starts a dead API again on the same port, in one line, and stays ready', async () => {
    const foothold = await startOnServer({ PORT: '0' })
    const [, address] = await foothold.says(READY)
    const before = await page(address!)
    await page(`${address}/crash`).catch(() => undefined)
    await foothold.says(/The API ended \(exit code 7\); starting again in 1 s\.\n/)
    await expect.poll(() => page(address!).catch(() => '')).toMatch(/^api \d+$/)
    expect(await page(address!)).not.toBe(before)
    expect(foothold.output().match(/Foothold is ready/g)).toHaveLength(1)
  })

  it('gives up with one sentence when the API ends before it ever answered', async () => {
    const foothold = await startOnServer({ FIXTURE_API: 'ends' })
    expect((await foothold.ended).code).toBe(1)
    expect(foothold.output()).toContain(
      'Foothold could not start: The API ended before it answered (exit code 3)',
    )
    expect(await pidsOf('api')).toHaveLength(1)
  })

  it('ends its children when it is killed without a word', async () => {
    const foothold = await startOnServer()
    await foothold.says(READY)
    await expect.poll(() => pidsOf('workers')).toHaveLength(1)
    const pids = [...(await pidsOf('api')), ...(await pidsOf('workers'))]
    expect(pids.every(works)).toBe(true)
    foothold.child.kill('SIGKILL')
    await expect.poll(() => pids.filter(works)).toEqual([])
    expect((await journalLines()).slice(-2).sort()).toEqual(['api-end', 'workers-end'])
  })

  it('ends its children when it is killed while they still start', async () => {
    const foothold = await startOnServer()
    await foothold.says(/Starting the API/)
    foothold.child.kill('SIGKILL')
    // Standard output closes when the last process that could write to it is gone.
    expect(await foothold.ended).toEqual({ code: null, signal: 'SIGKILL' })
    expect((await pidsOf('api')).filter(works)).toEqual([])
  })

  it('ends everything at once on a second Ctrl-C', async () => {
    const foothold = await startOnServer({ FIXTURE_WORKERS: 'deaf' })
    await foothold.says(READY)
    await expect.poll(() => pidsOf('workers')).toHaveLength(1)
    foothold.child.kill('SIGINT')
    await foothold.says(/Ending \(SIGINT\)/)
    // What follows in the same instant is the same Ctrl-C, which npm passes on as well.
    foothold.child.kill('SIGINT')
    expect(works(foothold.pid)).toBe(true)
    await expect
      .poll(() => foothold.child.kill('SIGINT') && works(foothold.pid), {
        interval: 200,
      })
      .toBe(false)
    expect((await foothold.ended).code).toBe(1)
    const pids = [...(await pidsOf('api')), ...(await pidsOf('workers'))]
    await expect.poll(() => pids.filter(works)).toEqual([])
    expect(await journalLines()).not.toContain('workers-end')
  })

  it('stops with one sentence when a migration fails', async () => {
    const foothold = await startOnServer({ FIXTURE_MIGRATIONS: '../migrations/bad' })
    expect((await foothold.ended).code).toBe(1)
    expect(foothold.output()).toMatch(
      /^Foothold could not start: The migration 20260102T000000-second failed .*"no_such_table" does not exist$/m,
    )
    expect(await journalLines()).toEqual([])
  })

  it('stops with one sentence when the server of DATABASE_URL is not there', async () => {
    const port = await unusedPort()
    const foothold = await start({ DATABASE_URL: `postgres://me:secret@127.0.0.1:${port}/none` })
    expect((await foothold.ended).code).toBe(1)
    expect(foothold.output()).toMatch(
      new RegExp(`The database 127\\.0\\.0\\.1:${port}/none cannot be used .*ECONNREFUSED`),
    )
    expect(foothold.output()).not.toContain('secret')
  })
})

describe('npm start with a database of its own', () => {
  it('refuses a busy port in one sentence before it touches anything', async () => {
    const other = createServer()
    const port = await unusedPort()
    await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve))
    const foothold = await start({ PORT: String(port) })
    const { code } = await foothold.ended
    other.close()
    expect(code).toBe(1)
    expect(foothold.output().trim()).toBe(
      `Foothold could not start: Port ${port} is already in use, perhaps by a Foothold that still runs; end that program or choose another port, e.g. PORT=${port + 1} npm start.`,
    )
    expect(existsSync(home)).toBe(false)
  })

  it('recovers when every one of its processes was killed', async () => {
    const first = await start()
    await first.says(READY)
    await expect.poll(() => pidsOf('workers')).toHaveLength(1)
    const postmaster = (await readLockFile(join(home, 'data')))!.pid
    const tree = [first.pid, ...(await pidsOf('api')), ...(await pidsOf('workers')), postmaster]
    for (const pid of tree) process.kill(pid, 'SIGKILL')
    await first.ended
    const second = await start()
    await second.says(READY)
    await expect.poll(() => pidsOf('workers')).toHaveLength(2)
    const server = (await readLockFile(join(home, 'data')))!.pid
    second.child.kill('SIGINT')
    expect((await second.ended).code).toBe(0)
    expect(works(server)).toBe(false)
    expect(existsSync(join(home, 'data', 'postmaster.pid'))).toBe(false)
  }, 60_000)

  it('two at once share one database, and the last to end stops it', async () => {
    const [a, b] = await Promise.all([start(), start()])
    await Promise.all([a.says(READY), b.says(READY)])
    const server = (await readLockFile(join(home, 'data')))!.pid
    await expect.poll(() => pidsOf('workers')).toHaveLength(2)
    const urls = (await journalLines()).filter((l) => l.startsWith('workers-start'))
    expect(new Set(urls.map((line) => line.split(' ')[3])).size).toBe(1)
    a.child.kill('SIGINT')
    expect((await a.ended).code).toBe(0)
    expect(a.output()).toContain('The database stays: another program uses it.')
    expect(works(server)).toBe(true)
    b.child.kill('SIGINT')
    expect((await b.ended).code).toBe(0)
    expect(b.output()).toContain('The database is stopped.')
    expect(works(server)).toBe(false)
  }, 60_000)
})

describe('cli/start.ts', () => {
  it('ends in order when npm, which started it, is ended', async () => {
    // A shell stands in for npm's: it is told to end and takes no leave of its child.
    database = await emptyDatabase()
    const entry = new URL('../../cli/start.ts', import.meta.url).pathname
    const foothold = runCommand(
      'sh',
      ['-c', `"${process.execPath}" --import tsx "${entry}"; true`],
      {
        DATABASE_URL: database.url,
        FOOTHOLD_HOME: home,
        PORT: '0',
        npm_lifecycle_event: 'start',
      },
    )
    await foothold.says(READY)
    foothold.child.kill('SIGTERM')
    await foothold.says(/Ending \(npm is gone\)/)
    await foothold.says(/Foothold has ended\.\n/)
    expect((await foothold.ended).signal).toBe('SIGTERM')
  }, 60_000)

  it('names every wrong setting in one sentence', async () => {
    const foothold = run('cli/start.ts', { PORT: 'many', LOG_LEVEL: 'loud', FOOTHOLD_HOME: home })
    expect((await foothold.ended).code).toBe(1)
    expect(foothold.output().trim()).toMatch(
      /^The environment holds settings that cannot be used\. PORT: .*; LOG_LEVEL: .*\.$/,
    )
  })
})
