import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { withDatabase } from '../../cli/database.ts'
import { readConfig } from '../../core/config.ts'
import { openEmbedded } from '../../core/embedded/open.ts'
import { readLockFile } from '../../core/embedded/postmaster.ts'
import { emptyDatabase } from '../helpers/database.ts'
import { works } from '../helpers/foothold-process.ts'

let home: string
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'foothold-cli-'))
  await chmod(home, 0o755)
})
afterEach(() => rm(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }))

const config = (env: Record<string, string>) =>
  readConfig({ FOOTHOLD_HOME: home, ...env }, { uid: process.getuid?.() ?? -1, cwd: '/' })

const countSources = ({ db }: Parameters<Parameters<typeof withDatabase>[1]>[0]) =>
  db
    .selectFrom('source')
    .select((e) => e.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()

describe('withDatabase', () => {
  it('starts, migrates, works and stops an embedded database that nobody else uses', async () => {
    const inside = await withDatabase(config({}), async (handle) => {
      const server = (await readLockFile(join(home, 'data')))!.pid
      return { ...(await countSources(handle)), server, alive: works(server) }
    })
    expect(inside).toMatchObject({ n: 0, alive: true })
    expect(works(inside.server)).toBe(false)

    // Beside a program that holds the same database, the server stays.
    const other = await openEmbedded(home)
    expect(await withDatabase(config({}), countSources)).toEqual({ n: 0 })
    expect(works((await readLockFile(join(home, 'data')))!.pid)).toBe(true)

    // And a failure inside lets go as well.
    await expect(
      withDatabase(config({}), () => Promise.reject(new Error('the work failed'))),
    ).rejects.toThrow('the work failed')
    expect(await other.stop()).toBe(true)
  })

  it('uses the server of DATABASE_URL and starts none of its own', async () => {
    const database = await emptyDatabase()
    expect(await withDatabase(config({ DATABASE_URL: database.url }), countSources)).toEqual({
      n: 0,
    })
    await database.close()
    expect(await readLockFile(join(home, 'data'))).toBeUndefined()
  })
})
