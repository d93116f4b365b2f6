import { Logger, runMigrations } from 'graphile-worker'
import type { Config } from '../core/config.ts'
import { openEmbedded } from '../core/embedded/open.ts'
import { FootholdError, sentence } from '../core/errors.ts'
import { openDatabase, type OpenDatabase } from '../core/store/db.ts'
import { migrateToLatest } from '../core/store/migrate.ts'

export interface Server {
  url: string
  /** Lets go of the database; an embedded server nobody else uses is stopped, your own never is. */
  stop(): Promise<void>
  /** For a second Ctrl-C: ends an embedded server without waiting. */
  kill(): void
}

/** The server of DATABASE_URL when that is set, else the embedded one under `config.home`. */
export async function openServer(config: Config, log: (line: string) => void): Promise<Server> {
  if (config.DATABASE_URL !== undefined) {
    log('Using the database of DATABASE_URL.')
    return { url: config.DATABASE_URL, stop: () => Promise.resolve(), kill: () => undefined }
  }
  const embedded = await openEmbedded(config.home, { log })
  log(
    `The embedded database ${embedded.adopted ? 'was already running' : 'runs'} (${config.home}).`,
  )
  return {
    url: embedded.url,
    stop: async () => {
      const stopped = await embedded.stop()
      log(stopped ? 'The database is stopped.' : 'The database stays: another program uses it.')
    },
    kill: () => embedded.kill(),
  }
}

const silent = new Logger(() => () => undefined)

/**
 * Brings our tables and those of the job queue to their newest shape. Safe to run any number of times at once.
 * @throws FootholdError `migration-failed`, `newer-database` or `database-unreachable`.
 * @returns the names of our migrations that were carried out.
 */
export async function prepareDatabase(url: string, folder?: string | URL): Promise<string[]> {
  // No statement limit: a second migrator waits for as long as the first works.
  const { db, close } = openDatabase(url, {
    max: 1,
    applicationName: 'foothold migrate',
    statementTimeoutMs: 0,
  })
  try {
    const done = await migrateToLatest(db, folder)
    await migrateQueue(url)
    return done
  } catch (error) {
    throw unreachable(error, url) ?? error
  } finally {
    await close()
  }
}

async function migrateQueue(url: string): Promise<void> {
  try {
    await runMigrations({ connectionString: url, logger: silent })
  } catch (error) {
    throw new FootholdError(
      'migration-failed',
      `The tables of the job queue could not be brought up to date: ${sentence(error)}`,
      { migration: 'graphile-worker' },
      error,
    )
  }
}

const unreachableCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  // PostgreSQL's own refusals: password, account, database, too many connections, shutting down.
  '28P01',
  '28000',
  '3D000',
  '53300',
  '57P03',
])

function unreachable(error: unknown, url: string): FootholdError | undefined {
  if (error instanceof FootholdError) return undefined
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const slow = error instanceof Error && error.message.includes('timeout')
  if (!unreachableCodes.has(code) && !slow) return undefined
  const { host, pathname } = new URL(url)
  return new FootholdError(
    'database-unreachable',
    `The database ${host}${pathname} cannot be used (${sentence(error)}); check DATABASE_URL and that the server runs.`,
    { code },
    error,
  )
}

/** What a command works with. */
export interface Handle extends Pick<OpenDatabase, 'db' | 'pool'> {
  url: string
}

/**
 * For commands: opens the database (DATABASE_URL, else the embedded one, adopting it when it runs),
 * migrates it, runs `work` and lets go again, also when `work` throws. An embedded server is stopped
 * unless another program, such as `npm start`, still uses it.
 */
export async function withDatabase<T>(
  config: Config,
  work: (handle: Handle) => Promise<T>,
  log: (line: string) => void = () => undefined,
): Promise<T> {
  const server = await openServer(config, log)
  try {
    await prepareDatabase(server.url)
    const { db, pool, close } = openDatabase(server.url, {
      max: 5,
      applicationName: 'foothold cli',
    })
    try {
      return await work({ db, pool, url: server.url })
    } finally {
      await close()
    }
  } finally {
    await server.stop()
  }
}
