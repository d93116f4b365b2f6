import { realpath } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { FootholdError, sentence } from '../errors.ts'
import {
  createDatabaseIfMissing,
  dataDirectoryOf,
  holdServer,
  isServerBusy,
  type Hold,
} from '../store/server.ts'
import { forgetOldCopies } from './binaries.ts'
import { diskFull, speaksOfFullDisk } from './failures.ts'
import { ensureData, preparePlace, SUPERUSER, type Place } from './place.ts'
import {
  disownLockFile,
  freePort,
  killServer,
  lastWords,
  readLockFile,
  spawnServer,
  stateOf,
  stopServer,
  type Started,
} from './postmaster.ts'

export interface Embedded {
  /** The database `foothold`, ready for queries. */
  url: string
  /** true when a server that was already running was taken over. */
  adopted: boolean
  /**
   * Lets go of the server. The last program to let go stops it, whoever started it: a server in use by
   * another is left to that one, and an orphan that was adopted does not outlive us. Safe to call twice.
   * @returns true when the server was stopped.
   */
  stop(): Promise<boolean>
  /**
   * Ends a server that we started this instant; the next start recovers. For a second Ctrl-C only, when
   * there is no time to ask who else uses it: an adopted one is left alone.
   */
  kill(): void
}

export interface EmbeddedOptions {
  /** Told in short sentences what happens. */
  log?: (line: string) => void
}

const DATABASE = 'foothold'
/** How long a lock of a dead or a foreign server is waited for. */
const LOCK_MS = 30_000
/** How long a server that answers "starting up" is waited for: recovery after a crash replays at most 1 GB. */
const RECOVERY_MS = 300_000
/** A zombie is reaped within 2-3 s where anybody reaps at all. */
const ZOMBIE_MS = 3_000

/**
 * Opens the database kept under `home`: makes it on the first start, adopts its server if one runs, starts
 * it otherwise, and starts it again on the same port should it die while we hold it.
 * @throws FootholdError, one sentence for each known failure.
 */
export async function openEmbedded(home: string, options: EmbeddedOptions = {}): Promise<Embedded> {
  const log = options.log ?? (() => undefined)
  const place = await preparePlace(home)
  await ensureData(place, log)
  const keeper = new Keeper(place, log)
  await keeper.open()
  try {
    await createDatabaseIfMissing(keeper.adminUrl(), DATABASE)
  } catch (error) {
    await keeper.stop()
    throw error
  }
  return {
    url: addressOf(place, keeper.port, DATABASE),
    adopted: keeper.adopted,
    stop: () => keeper.stop(),
    kill: () => {
      if (!keeper.adopted) killServer(place)
    },
  }
}

function addressOf(place: Place, port: number, database: string): string {
  return `postgres://${SUPERUSER}:${place.password}@127.0.0.1:${port}/${database}?sslmode=disable`
}

/** Holds one server in use for as long as this process wants it. */
class Keeper {
  port = 0
  adopted = false
  private readonly place: Place
  private readonly log: (line: string) => void
  private hold: Hold | undefined
  private started: Started | undefined
  private recovering: Promise<void> | undefined
  private stopping: Promise<boolean> | undefined
  private readonly ending = new AbortController()

  constructor(place: Place, log: (line: string) => void) {
    this.place = place
    this.log = log
  }

  adminUrl(): string {
    return addressOf(this.place, this.port, 'postgres')
  }

  /** Adopts or starts, and holds. With `onlyPort` a new server is started on that port alone. */
  async open(onlyPort?: number): Promise<void> {
    const patience = new Patience(this.place)
    let port = onlyPort ?? (await freePort())
    for (;;) {
      const found = await this.lookForServer(patience)
      if (found === 'held') return
      if (found === 'wait') continue
      const started = await spawnServer(this.place, port)
      const outcome = await waitUntilUp(this.place, started, port)
      if (outcome === 'up') {
        this.started = started
        if (await this.take(port, false)) {
          await forgetOldCopies(this.place.home, this.place.binaries.version).catch(() => undefined)
          return
        }
      } else if (outcome === 'port-taken' && onlyPort === undefined) {
        port = await freePort()
      }
      await patience.spend()
    }
  }

  private async lookForServer(patience: Patience): Promise<'held' | 'wait' | 'none'> {
    const lock = await readLockFile(this.place.data)
    if (lock === undefined) return 'none'
    const answer = lock.port === undefined ? 'silent' : await ask(this.place, lock.port)
    if (answer === 'ours' && lock.port !== undefined && (await this.take(lock.port, true))) {
      return 'held'
    }
    if (answer === 'ours' || answer === 'busy') {
      await patience.spendOnRecovery()
      return 'wait'
    }
    const state = await stateOf(lock.pid, this.place.data)
    if (state === 'gone') return 'none'
    if (state === 'postgres' && answer === 'refuses-us') throw passwordRefused(this.place, lock.pid)
    if (state !== 'postgres' && patience.spentMs() > ZOMBIE_MS) {
      disownLockFile(this.place.data, lock.pid)
      return 'none'
    }
    await patience.spend()
    return 'wait'
  }

  private async take(port: number, adopted: boolean): Promise<boolean> {
    const url = addressOf(this.place, port, 'postgres')
    try {
      this.hold = await holdServer(url, () => this.onLost())
    } catch (error) {
      // It went down between its answer and our second connection.
      if (error instanceof FootholdError) throw error
      return false
    }
    if (this.hold === undefined) return false
    this.port = port
    this.adopted = adopted
    if (adopted) this.started = undefined
    return true
  }

  private onLost(): void {
    if (this.stopping !== undefined || this.recovering !== undefined) return
    this.log('The database stopped unexpectedly; starting it again.')
    this.recovering = this.recover().finally(() => {
      this.recovering = undefined
    })
  }

  private async recover(): Promise<void> {
    const port = this.port
    for (let pause = 1_000; this.stopping === undefined; pause = Math.min(pause * 2, 30_000)) {
      try {
        await this.open(port)
        if (this.port !== port) {
          this.log('The database came back on another port; start Foothold again to reach it.')
          this.port = port
        } else this.log('The database is back.')
        return
      } catch (error) {
        this.log(`The database did not come back (${sentence(error)}); trying again.`)
        await sleep(pause, undefined, { signal: this.ending.signal }).catch(() => undefined)
      }
    }
  }

  stop(): Promise<boolean> {
    this.stopping ??= this.letGo()
    this.ending.abort()
    return this.stopping
  }

  private async letGo(): Promise<boolean> {
    await this.recovering
    const last = await this.isLast()
    if (last) await stopServer(this.place, this.started)
    await this.hold?.end().catch(() => undefined)
    return last
  }

  private async isLast(): Promise<boolean> {
    try {
      return await (this.hold?.letGo() ?? Promise.resolve(true))
    } catch {
      // The server died under us, but another program may have started it again and be using it.
      const port = (await readLockFile(this.place.data))?.port
      if (port === undefined) return true
      const url = addressOf(this.place, port, 'postgres')
      this.hold = await holdServer(url, () => undefined).catch(() => undefined)
      return this.hold === undefined ? false : this.hold.letGo()
    }
  }
}

/** How long we go on waiting for a server that is in our way, with the sentence when it has been enough. */
class Patience {
  private readonly place: Place
  private readonly since = Date.now()

  constructor(place: Place) {
    this.place = place
  }

  spentMs(): number {
    return Date.now() - this.since
  }

  async spend(): Promise<void> {
    if (this.spentMs() > LOCK_MS) throw await this.enough()
    await sleep(150)
  }

  async spendOnRecovery(): Promise<void> {
    if (this.spentMs() > RECOVERY_MS) throw await this.enough()
    await sleep(100)
  }

  private async enough(): Promise<FootholdError> {
    const lock = await readLockFile(this.place.data)
    const words = lock === undefined ? '' : await lastWords(this.place.log, lock.pid)
    return new FootholdError(
      'database-locked',
      `Another server${lock === undefined ? '' : ` (process ${lock.pid})`} holds ${this.place.data} and gives no answer${words === '' ? '' : ` (last words: ${words})`}; end it, or set FOOTHOLD_HOME to another folder.`,
      { pid: lock?.pid ?? null },
    )
  }
}

function passwordRefused(place: Place, pid: number): FootholdError {
  return new FootholdError(
    'password-refused',
    `A server (process ${pid}) already uses ${place.data}, but refuses the password in ${place.passwordFile}; end that server or put its password there.`,
    { pid },
  )
}

type Answer = 'ours' | 'busy' | 'refuses-us' | 'silent'

/** Whose server listens on this port. */
async function ask(place: Place, port: number): Promise<Answer> {
  try {
    const folder = await dataDirectoryOf(addressOf(place, port, 'postgres'))
    return (await same(folder, place.data)) ? 'ours' : 'silent'
  } catch (error) {
    if (isServerBusy(error)) return 'busy'
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    return code === '28P01' ? 'refuses-us' : 'silent'
  }
}

async function same(a: string, b: string): Promise<boolean> {
  if (a === b) return true
  const [x, y] = await Promise.all([a, b].map((path) => realpath(path).catch(() => path)))
  return x === y
}

type Outcome = 'up' | 'port-taken' | 'locked'

async function waitUntilUp(place: Place, started: Started, port: number): Promise<Outcome> {
  const end = Date.now() + RECOVERY_MS
  while (!started.over()) {
    const lock = await readLockFile(place.data)
    // Only when the lock carries our child's name can the answer be its own.
    if (lock?.pid === started.pid && (await ask(place, port)) === 'ours') return 'up'
    if (Date.now() > end) {
      started.child.kill('SIGQUIT')
      throw await notUp(place, started.pid)
    }
    await sleep(20)
  }
  const words = await lastWords(place.log, started.pid)
  if (/lock file ".*" already exists|pre-existing shared memory/.test(words)) return 'locked'
  if (/could not (?:create any TCP\/IP sockets|bind)/.test(words)) return 'port-taken'
  throw await notUp(place, started.pid)
}

async function notUp(place: Place, pid: number): Promise<FootholdError> {
  const words = await lastWords(place.log, pid)
  if (speaksOfFullDisk(words)) return diskFull(place.home)
  return new FootholdError(
    'database-does-not-start',
    `The embedded database does not come up; its last words: ${words === '' ? 'none' : words} (more in ${place.log}).`,
    { log: place.log },
  )
}
