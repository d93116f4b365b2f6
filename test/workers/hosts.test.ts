import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { FootholdError } from '../../core/errors.ts'
import { createLogger } from '../../core/log.ts'
import { reserveHost } from '../../core/store/clock.ts'
import { openDatabase, type OpenDatabase } from '../../core/store/db.ts'
import { hostTurns } from '../../core/store/hosts.ts'
import { hostCircuit } from '../../workers/host-circuit.ts'
import { createHttp, type Http } from '../../workers/http.ts'
import { freshDatabase, type FreshDatabase } from '../helpers/database.ts'
import { FeedServer } from '../helpers/feed-server.ts'

let database: FreshDatabase
let server: FeedServer
let clock: number
const opened: { http: Http; database: OpenDatabase }[] = []

beforeAll(async () => {
  database = await freshDatabase()
  server = await FeedServer.start()
})
afterAll(async () => {
  await server.close()
  await database.close()
})
beforeEach(async () => {
  server.reset()
  clock = Date.parse('2026-11-24T12:00:00Z')
  await database.db.deleteFrom('host_pace').execute()
})
afterEach(async () => {
  for (const one of opened.splice(0)) {
    await one.http.close()
    await one.database.close()
  }
})

/** The outward HTTP of a process of its own: only the database is shared. */
function process(own = false): Http {
  const mine = openDatabase(database.url, { max: 5, applicationName: 'foothold test' })
  const http = createHttp({
    userAgent: 'Foothold/test',
    offline: true,
    allow: [server.host],
    reserve: (host, gap) => reserveHost(mine.db, host, gap),
    turns: hostTurns(mine.db),
    circuit: hostCircuit(mine.db, createLogger('test', 'silent'), () => own),
    now: () => clock,
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, Math.min(ms, 50))),
    random: () => 0.5,
    limits: { attempts: 1 },
  })
  opened.push({ http, database: mine })
  return http
}

const ask = (http: Http, path: string) =>
  http.fetch({ url: server.url(path), audience: 'api' }, { paceMs: 0, secrets: {} })

async function refused(run: Promise<unknown>): Promise<FootholdError> {
  const error = await run.then(
    () => null,
    (e: unknown) => e,
  )
  if (error instanceof FootholdError) return error
  throw new Error(`it was not refused but ${String(error)}`)
}

const pass = (minutes: number) => (clock += minutes * 60_000)

describe('turns at a host', () => {
  test('are taken one after the other by all processes, though an answer takes longer than the gap', async () => {
    for (const path of ['/1', '/2', '/3', '/4']) server.on(path, { body: 'x'.repeat(20), drip: 3 })
    const [one, two] = [process(), process()]
    await Promise.all([ask(one, '/1'), ask(two, '/2'), ask(one, '/3'), ask(two, '/4')])
    expect(server.seen.map((s) => s.open)).toEqual([1, 1, 1, 1])
  })

  test('are free again when the process that held one is gone', async () => {
    const mine = openDatabase(database.url, { max: 2, applicationName: 'foothold gone' })
    const turns = hostTurns(mine.db)
    let left: () => void = () => undefined
    await new Promise<void>((holds) => {
      void turns.alone(server.host, () => {
        holds()
        return new Promise<void>((resolve) => (left = resolve))
      })
    })
    server.on('/1', { body: 'x' })
    let answered = false
    const waiting = ask(process(), '/1').then(() => (answered = true))
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(answered).toBe(false)
    // As a kill does it: the connections end and nobody gives anything back.
    await database.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'foothold gone'`,
    )
    await waiting
    expect(answered).toBe(true)
    left()
    await turns.close().catch(() => undefined)
    await mine.close()
  })
})

describe('a host that fails', () => {
  test('three times running is left alone by every process for half an hour, then tried with one request', async () => {
    server.on('/bad', { status: 503 }).on('/good', { body: 'x' })
    const [one, two] = [process(), process()]
    expect((await refused(ask(one, '/bad'))).code).toBe('http-status')
    pass(4)
    expect((await refused(ask(two, '/bad'))).code).toBe('http-status')
    pass(4)
    expect((await refused(ask(one, '/bad'))).code).toBe('http-status')
    const error = await refused(ask(two, '/good'))
    expect(error.code).toBe('host-resting')
    expect(error.message).toBe(
      `${server.host} is left alone until 2026-11-24 12:38 UTC, because its last requests failed: ${server.host} answered with status 503.`,
    )
    expect(error.details['retryAfterMs']).toBe(30 * 60_000)
    expect(server.count('/good')).toBe(0)
    expect((await one.resting(server.url('/good')))?.until).toEqual(
      new Date('2026-11-24T12:38:00Z'),
    )

    pass(31)
    expect((await refused(ask(two, '/bad'))).code).toBe('http-status')
    expect((await refused(ask(one, '/good'))).code).toBe('host-resting')
    pass(31)
    await ask(one, '/good')
    expect(await two.resting(server.url('/good'))).toBeNull()
    // The slate is clean: two failures are two again.
    await refused(ask(one, '/bad'))
    await refused(ask(one, '/bad'))
    await ask(one, '/good')
  })

  test('is not left alone when a good answer came in between, nor for refusing one page', async () => {
    server.on('/bad', { status: 500 }).on('/good', { body: 'x' }).on('/closed', { status: 403 })
    const http = process()
    for (let i = 0; i < 3; i++) {
      await refused(ask(http, '/bad'))
      await refused(ask(http, '/closed'))
      await ask(http, '/good')
    }
    for (let i = 0; i < 4; i++)
      expect((await refused(ask(http, '/closed'))).code).toBe('http-status')
    expect(await http.resting(server.url('/'))).toBeNull()
  })

  test('is left alone for as long as it asks with Retry-After', async () => {
    server
      .on('/busy', { status: 429, headers: { 'Retry-After': '7200' } })
      .on('/good', { body: 'x' })
    const [one, two] = [process(), process()]
    expect((await refused(ask(one, '/busy'))).code).toBe('rate-limited')
    const error = await refused(ask(two, '/good'))
    expect(error.code).toBe('host-resting')
    expect(error.message).toContain('until 2026-11-24 14:00 UTC')
    pass(121)
    await ask(two, '/good')
  })

  test('is asked again when it is a machine of our own', async () => {
    server.on('/bad', { status: 503 }).on('/good', { body: 'x' })
    const http = process(true)
    for (let i = 0; i < 4; i++) expect((await refused(ask(http, '/bad'))).code).toBe('http-status')
    await ask(http, '/good')
    expect(await http.resting(server.url('/'))).toBeNull()
  })
})
