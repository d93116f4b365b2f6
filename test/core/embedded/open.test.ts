import { spawn } from 'node:child_process'
import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openEmbedded, type Embedded } from '../../../core/embedded/open.ts'
import { readLockFile } from '../../../core/embedded/postmaster.ts'
import { openDatabase } from '../../../core/store/db.ts'
import { endAll, run, works } from '../../helpers/foothold-process.ts'

const OPEN = 'test/fixtures/embedded/open.ts'
const isRoot = process.getuid?.() === 0

let folder: string
let home: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'foothold-embedded-'))
  await chmod(folder, 0o755)
  home = join(folder, 'home')
})
afterEach(async () => {
  await endAll()
  const lock = await readLockFile(join(home, 'data'))
  if (lock !== undefined && works(lock.pid)) process.kill(lock.pid, 'SIGINT')
  if (lock !== undefined) await expect.poll(() => works(lock.pid)).toBe(false)
})
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }))

async function ask<T>(url: string, question: string): Promise<T[]> {
  const { db, close } = openDatabase(url, { max: 1 })
  try {
    return (await sql<T>`${sql.raw(question)}`.execute(db)).rows
  } finally {
    await close()
  }
}

async function holding<T>(work: (embedded: Embedded) => Promise<T>): Promise<T> {
  const embedded = await openEmbedded(home)
  try {
    return await work(embedded)
  } finally {
    await embedded.stop()
  }
}

const postmaster = async () => (await readLockFile(join(home, 'data')))?.pid ?? 0

describe('openEmbedded', () => {
  it('two first starts at once make one database, and the last to leave stops it', async () => {
    const [a, b] = [run(OPEN, {}, [home]), run(OPEN, {}, [home])]
    const urls = await Promise.all([a, b].map((one) => one.says(/open (own|adopted) (\S+)\n/)))
    expect(urls.map(([, how]) => how).sort()).toEqual(['adopted', 'own'])
    expect(urls[0]![2]).toBe(urls[1]![2])
    await ask(urls[0]![2]!, 'create table kept (id integer)')
    await ask(urls[0]![2]!, 'insert into kept values (7)')
    const server = await postmaster()
    a.child.kill('SIGTERM')
    await a.says(/^left$/m)
    expect(works(server)).toBe(true)
    b.child.kill('SIGTERM')
    await b.says(/^stopped$/m)
    expect(works(server)).toBe(false)
    const names = await readdir(home)
    expect(names.filter((name) => name.startsWith('init-'))).toEqual([])
  })

  it('finds its data again, sorts by bytes and speaks to this machine alone', async () => {
    await holding(async ({ url, adopted }) => {
      expect(adopted).toBe(false)
      expect(await ask(url, 'select id from kept')).toEqual([{ id: 7 }])
      expect(
        await ask(url, "select w from (values ('a'), ('B'), ('ä'), ('b')) t (w) order by w"),
      ).toEqual([{ w: 'B' }, { w: 'a' }, { w: 'b' }, { w: 'ä' }])
      expect(await ask(url, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }])
      expect(await ask(url, 'show unix_socket_directories')).toEqual([
        { unix_socket_directories: '' },
      ])
    })
  })

  it('keeps its password to itself and lets nobody in without it', async () => {
    const { mode } = await stat(join(home, 'database-password'))
    expect(mode & 0o777).toBe(0o600)
    await holding(async ({ url }) => {
      const wrong = url.replace(/:[0-9a-f]{48}@/, ':wrong@')
      expect(wrong).not.toBe(url)
      await expect(ask(wrong, 'select 1')).rejects.toThrow(/password authentication failed/)
    })
  })

  it('adopts the server of a program that was killed, and stops it in the end', async () => {
    const killed = run(OPEN, {}, [home])
    const [, , url] = await killed.says(/open (own) (\S+)\n/)
    const server = await postmaster()
    killed.child.kill('SIGKILL')
    await killed.ended
    expect(works(server)).toBe(true)
    const embedded = await openEmbedded(home)
    expect(embedded).toMatchObject({ url, adopted: true })
    expect(await ask(embedded.url, 'select id from kept')).toEqual([{ id: 7 }])
    expect(await embedded.stop()).toBe(true)
    expect(works(server)).toBe(false)
  })

  it('starts after the whole tree was killed, with all that was acknowledged', async () => {
    const killed = run(OPEN, {}, [home])
    const [, , url] = await killed.says(/open (own) (\S+)\n/)
    await ask(url!, 'insert into kept values (8)')
    process.kill(await postmaster(), 'SIGKILL')
    killed.child.kill('SIGKILL')
    await killed.ended
    await holding(async (embedded) => {
      expect(embedded.adopted).toBe(false)
      expect(await ask(embedded.url, 'select id from kept order by id')).toEqual([
        { id: 7 },
        { id: 8 },
      ])
    })
  })

  it('starts the server again on the same port when it dies in our hands', async () => {
    const lines: string[] = []
    const embedded = await openEmbedded(home, { log: (line) => lines.push(line) })
    const before = await postmaster()
    process.kill(before, 'SIGKILL')
    await expect
      .poll(() => ask(embedded.url, 'select count(*) as n from kept').catch(String))
      .toEqual([{ n: 2 }])
    await expect.poll(() => lines.at(-1)).toBe('The database is back.')
    expect(await postmaster()).not.toBe(before)
    expect(await embedded.stop()).toBe(true)
  })

  it('does not take another program that got the id of a dead server for that server', async () => {
    const killed = run(OPEN, {}, [home])
    await killed.says(/open own/)
    const server = await postmaster()
    process.kill(server, 'SIGKILL')
    killed.child.kill('SIGKILL')
    await killed.ended
    const stranger = spawn('sleep', ['60'])
    try {
      const lock = join(home, 'data', 'postmaster.pid')
      await writeFile(lock, (await readFile(lock, 'utf8')).replace(/^\d+/, String(stranger.pid)))
      await holding(async ({ url }) => {
        expect(await ask(url, 'select count(*) as n from kept')).toEqual([{ n: 2 }])
      })
      expect(works(stranger.pid!)).toBe(true)
    } finally {
      stranger.kill()
    }
  })
})

describe('openEmbedded refuses in one sentence', () => {
  const data = () => join(home, 'data')
  const version = () => join(data(), 'PG_VERSION')

  it.each([
    ['19', 'newer', /made by PostgreSQL 19, newer than the PostgreSQL 18 .*update Foothold/],
    ['15', 'older', /made by PostgreSQL 15, older than the PostgreSQL 18 .*pg_upgrade/],
  ])('a data folder of PostgreSQL %s, which is %s', async (other, _age, sentence) => {
    const own = await readFile(version(), 'utf8')
    await writeFile(version(), `${other}\n`)
    await expect(openEmbedded(home)).rejects.toThrow(sentence)
    await writeFile(version(), own)
  })

  it('a data folder without PG_VERSION', async () => {
    await rename(version(), join(home, 'aside'))
    await expect(openEmbedded(home)).rejects.toMatchObject({ code: 'database-damaged' })
    await rename(join(home, 'aside'), version())
  })

  it('a data folder that went missing, rather than begin an empty one', async () => {
    await rename(data(), join(home, 'aside'))
    await expect(openEmbedded(home)).rejects.toThrow(/made here on \d{4}-\d\d-\d\d is gone/)
    expect(await readdir(home)).not.toContain('data')
    await rename(join(home, 'aside'), data())
  })

  it('a database whose password file went missing', async () => {
    const file = join(home, 'database-password')
    await rename(file, join(home, 'aside'))
    await expect(openEmbedded(home)).rejects.toMatchObject({ code: 'password-missing' })
    await rename(join(home, 'aside'), file)
  })

  it('a server that does not come up, with its last words', async () => {
    const control = join(data(), 'global', 'pg_control')
    await rename(control, join(home, 'aside'))
    await expect(openEmbedded(home)).rejects.toThrow(
      /does not come up; its last words: postgres: could not find the database system .*pg_control/,
    )
    await rename(join(home, 'aside'), control)
    await holding(async ({ url }) => {
      expect(await ask(url, 'select count(*) as n from kept')).toEqual([{ n: 2 }])
    })
  })

  it('a home that is a file', async () => {
    const file = join(folder, 'file')
    await writeFile(file, '')
    await expect(openEmbedded(file)).rejects.toMatchObject({ code: 'home-not-a-folder' })
    await expect(openEmbedded(join(file, 'under'))).rejects.toMatchObject({
      code: 'home-not-a-folder',
    })
  })

  it.skipIf(isRoot)('a folder this user cannot write to (skipped as root, who may)', async () => {
    const closed = join(folder, 'closed')
    await mkdir(closed, { mode: 0o555 })
    await expect(openEmbedded(closed)).rejects.toMatchObject({ code: 'home-not-writable' })
    await expect(openEmbedded(join(closed, 'home'))).rejects.toMatchObject({
      code: 'home-not-writable',
    })
  })

  it.skipIf(!isRoot || process.platform !== 'linux')(
    'a file system even root cannot write to (skipped for others and where there is no /sys)',
    async () => {
      await expect(openEmbedded('/sys/foothold')).rejects.toThrow(
        'The folder /sys/foothold cannot be written to by this user; set FOOTHOLD_HOME to a folder that can.',
      )
    },
  )

  it.skipIf(!isRoot)(
    'as root, a folder on the way that the server’s user cannot pass',
    async () => {
      const closed = join(folder, 'private')
      await mkdir(closed, { mode: 0o700 })
      await expect(openEmbedded(join(closed, 'home'))).rejects.toThrow(
        new RegExp(`cannot enter the folder ${closed}; .*FOOTHOLD_HOME=/var/lib/foothold`),
      )
    },
  )

  it.skipIf(!isRoot)(
    'but as root lets that user pass the home itself, and no further',
    async () => {
      const closed = join(folder, 'closed-home')
      await mkdir(closed, { mode: 0o700 })
      await writeFile(join(closed, 'letter'), '')
      // Far enough to make the programs ready; the wrong version ends it before the costly part.
      await mkdir(join(closed, 'data'), { mode: 0o700 })
      await writeFile(join(closed, 'data', 'PG_VERSION'), '12\n')
      await expect(openEmbedded(closed)).rejects.toMatchObject({ code: 'database-version' })
      expect((await stat(closed)).mode & 0o777).toBe(0o710)
    },
  )
})
