import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { prepareDatabase } from '../../cli/database.ts'
import { openEmbedded, type Embedded } from '../../core/embedded/open.ts'
import { parseLockFile } from '../../core/embedded/postmaster.ts'
import { isAlive } from '../../core/embedded/place.ts'
import { createDatabaseIfMissing, dropDatabase, withDatabaseName } from '../../core/store/server.ts'
import { readFileSync } from 'node:fs'

const PREFIX = 'foothold-test-'

export interface TestServer {
  /** Any database of the server, for orders such as CREATE DATABASE. */
  adminUrl: string
  /** Name of the migrated database that is copied for each test file. Nobody connects to it. */
  template: string
  stop(): Promise<void>
  /** Without waiting: for a test run that is being ended. */
  kill(): void
}

/** TEST_DATABASE_URL's server when that is set, else an embedded one in a folder of its own; one template is migrated. */
export async function startTestServer(): Promise<TestServer> {
  const given = process.env.TEST_DATABASE_URL
  const own = given === undefined || given === '' ? await embeddedServer() : undefined
  const adminUrl = own?.embedded.url ?? given ?? ''
  const template = `foothold_template_${randomBytes(4).toString('hex')}`
  await createDatabaseIfMissing(adminUrl, template)
  await prepareDatabase(withDatabaseName(adminUrl, template))
  return {
    adminUrl,
    template,
    async stop() {
      if (own === undefined) return dropDatabase(adminUrl, template)
      await own.embedded.stop()
      await rm(own.home, { recursive: true, force: true })
    },
    kill: () => own?.embedded.kill(),
  }
}

async function embeddedServer(): Promise<{ embedded: Embedded; home: string }> {
  await sweep()
  const home = await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`))
  return { embedded: await openEmbedded(home), home }
}

/** Ends and removes what a test run that was killed left behind. */
async function sweep(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = /^foothold-test-(\d+)-/.exec(name)?.[1]
    if (pid === undefined || isAlive(Number(pid))) continue
    const home = join(tmpdir(), name)
    try {
      const lock = parseLockFile(readFileSync(join(home, 'data', 'postmaster.pid'), 'utf8'))
      if (lock !== undefined) process.kill(lock.pid, 'SIGQUIT')
    } catch {
      // No server there, or one of another user's: its folder cannot be removed either.
    }
    await rm(home, { recursive: true, force: true }).catch(() => undefined)
  }
}
