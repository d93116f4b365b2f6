import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readConfig, type Config } from '../core/config.ts'
import { FootholdError, sentence } from '../core/errors.ts'
import { createLogger } from '../core/log.ts'
import { loadPlaces } from '../core/places-file.ts'
import { exitWithParent, tellParent } from '../core/parent.ts'
import { createIndex } from '../core/search/create-index.ts'
import { openDatabase, type OpenDatabase } from '../core/store/db.ts'
import { VERSION } from '../core/version.ts'
import { createApp } from './app.ts'
import { closeServer } from './close-server.ts'
import { makeServer } from './server.ts'

/** How long answers in hand may take once the process is asked to end. */
const GRACE_MS = 8_000

/** Reads the configuration, opens the database, listens, and on a signal closes them in reverse order. */
async function main(): Promise<void> {
  const config = readConfig(process.env, { uid: process.getuid?.() ?? -1, cwd: process.cwd() })
  const log = createLogger('api', config.LOG_LEVEL)
  const { primary, replica, followed } = openDatabases(config, (error) => {
    log.warn({ err: error }, 'an idle database connection broke')
  })
  const index =
    followed === null
      ? null
      : createIndex({
          db: followed.db,
          searchDb: replica.db,
          home: config.home,
          log,
          now: () => new Date(),
        })
  const app = createApp({
    db: primary.db,
    readDb: replica.db,
    config,
    log,
    now: () => new Date(),
    places: loadPlaces(),
    version: VERSION,
    find: index?.find,
    findFigures: index?.stats,
  })
  const server = makeServer(app)
  const end = async (why: string): Promise<void> => {
    log.info({ why }, 'api stopping')
    await closeServer(server, GRACE_MS)
    await index?.stop()
    await Promise.all([primary.close(), replica.close(), followed?.close()])
  }
  let ending = false
  const endAndExit = (why: string): void => {
    if (ending) return
    ending = true
    end(why).then(
      () => process.exit(),
      (error: unknown) => {
        log.error({ err: error }, 'stop failed')
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', () => endAndExit('SIGTERM'))
  process.on('SIGINT', () => endAndExit('SIGINT'))
  exitWithParent()
  const port = await listen(server, config)
  index?.start()
  log.info({ host: config.HOST, port }, 'api listening')
  tellParent({ type: 'listening', port })
}

function openDatabases(
  config: Config,
  onIdleError: (error: Error) => void,
): { primary: OpenDatabase; replica: OpenDatabase; followed: OpenDatabase | null } {
  const { DATABASE_URL: url, DATABASE_READ_URL: readUrl } = config
  if (url === undefined) {
    throw new FootholdError(
      'no-database',
      'The API needs DATABASE_URL. Run "npm start" for a database of its own.',
    )
  }
  const options = { applicationName: 'foothold-api', statementTimeoutMs: 15_000, onIdleError }
  const primary = openDatabase(url, { ...options, max: 10 })
  const replica = readUrl === undefined ? primary : openDatabase(readUrl, { ...options, max: 10 })
  // The search index follows by connections of its own: searches may hold every other one.
  const followed = config.FOOTHOLD_SEARCH_INDEX
    ? openDatabase(readUrl ?? url, { ...options, applicationName: 'foothold-index', max: 2 })
    : null
  return { primary, replica, followed }
}

/**
 * @returns the port it got.
 * @throws FootholdError `cannot-listen` when the port is taken or not allowed.
 */
function listen(server: Server, { HOST, PORT }: Config): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why = WHY_NOT[error.code ?? ''] ?? sentence(error)
      const message = `The API cannot listen on ${HOST}, port ${PORT}: ${why}. Set PORT to another one.`
      reject(new FootholdError('cannot-listen', message, {}, error))
    })
    server.listen(PORT, HOST, () => resolve((server.address() as AddressInfo).port))
  })
}

const WHY_NOT: Record<string, string> = {
  EADDRINUSE: 'another program holds it',
  EACCES: 'this user may not use it',
  EADDRNOTAVAIL: 'this machine has no such address',
}

main().catch((error: unknown) => {
  process.stderr.write(`${sentence(error)}\n`)
  process.exit(1)
})
