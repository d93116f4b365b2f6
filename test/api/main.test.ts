import { spawn, type ChildProcess } from 'node:child_process'
import { createServer, get as httpGet, type Server } from 'node:http'
import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { readSnapshot } from '../../core/search/snapshot.ts'
import { freshDatabase, type FreshDatabase } from '../helpers/database.ts'
import { makeListing } from '../helpers/listings.ts'

let database: FreshDatabase
const running = new Set<ChildProcess>()

beforeAll(async () => {
  database = await freshDatabase()
})
afterEach(() => {
  for (const child of running) child.kill('SIGKILL')
  running.clear()
})
afterAll(() => database.close())

interface Started {
  child: ChildProcess
  /** All it wrote on standard error. */
  said: () => string
  ended: Promise<number | null>
}

function start(env: Record<string, string>): Started {
  const child = spawn(
    process.execPath,
    [
      '--import',
      import.meta.resolve('tsx'),
      fileURLToPath(new URL('../../api/main.ts', import.meta.url)),
    ],
    {
      env: {
        PATH: process.env.PATH,
        FOOTHOLD_OFFLINE: '1',
        FOOTHOLD_SEARCH_INDEX: 'off',
        LOG_LEVEL: 'info',
        ...env,
      },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    },
  )
  running.add(child)
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()))
  // Not its "close" event: that never comes once the channel was disconnected from our side.
  const silent = new Promise((resolve) => child.stderr?.once('end', resolve))
  const ended = new Promise<number | null>((resolve) => {
    child.once('exit', (code) => void silent.then(() => resolve(code)))
  })
  return { child, said: () => said, ended }
}

function listening({ child, ended, said }: Started): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('message', (message: { type: string; port: number }) => {
      expect(message.type).toBe('listening')
      resolve(message.port)
    })
    void ended.then(() => reject(new Error(`It ended: ${said()}`)))
  })
}

async function takenPort(): Promise<{ server: Server; port: number }> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { server, port: (server.address() as AddressInfo).port }
}

describe('the API as a process', () => {
  it('tells its parent the port it got, answers there, and ends in order on SIGTERM', async () => {
    const api = start({ DATABASE_URL: database.url, PORT: '0' })
    const port = await listening(api)
    // A browser that keeps its connection must not hold the end up.
    const status = await new Promise((resolve, reject) => {
      httpGet(
        { host: '127.0.0.1', port, path: '/readyz', headers: { connection: 'keep-alive' } },
        (response) => {
          response.resume()
          response.once('end', () => resolve(response.statusCode))
        },
      ).once('error', reject)
    })
    expect(status).toBe(200)
    api.child.kill('SIGTERM')
    expect(await api.ended).toBe(0)
    expect(api.said()).toContain('api stopping')
  })

  it('loads its search index, tells how large it is, and writes it down as it ends', async () => {
    const home = await mkdtemp(join(tmpdir(), 'foothold-api-'))
    for (let n = 0; n < 3; n++) await makeListing(database.db)
    const api = start({
      DATABASE_URL: database.url,
      PORT: '0',
      FOOTHOLD_HOME: home,
      FOOTHOLD_SEARCH_INDEX: 'on',
    })
    const port = await listening(api)
    const metrics = async (): Promise<string> =>
      (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
    await expect.poll(metrics).toContain('foothold_search_index{what="listings"} 3')
    expect(await metrics()).toContain('foothold_search_index{what="loads"} 1')
    api.child.kill('SIGTERM')
    expect(await api.ended).toBe(0)
    const snapshot = await readSnapshot(join(home, 'search-index.bin'))
    expect(snapshot?.blocks.map(({ alive }) => alive)).toEqual([3])
    await rm(home, { recursive: true })
  })

  it('ends when the parent that started it is gone', async () => {
    const api = start({ DATABASE_URL: database.url, PORT: '0' })
    await listening(api)
    api.child.disconnect()
    expect(await api.ended).toBe(1)
    expect(api.said()).toContain('api stopping')
  })

  it('says in one sentence that its port is taken', async () => {
    const { server, port } = await takenPort()
    const api = start({ DATABASE_URL: database.url, PORT: String(port) })
    expect(await api.ended).toBe(1)
    expect(api.said()).toBe(
      `The API cannot listen on 127.0.0.1, port ${port}: another program holds it. Set PORT to another one.\n`,
    )
    await new Promise((resolve) => server.close(resolve))
  })

  it('says in one sentence that it has no database', async () => {
    const api = start({ PORT: '0' })
    expect(await api.ended).toBe(1)
    expect(api.said()).toBe(
      'The API needs DATABASE_URL. Run "npm start" for a database of its own.\n',
    )
  })
})
