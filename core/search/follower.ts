import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from '../log.ts'
import type { OpenDatabase } from '../store/db.ts'
import {
  readChanges,
  readSearchRows,
  searchRowsOf,
  type ChangePosition,
} from '../store/search-rows.ts'
import { SearchIndex } from './search-index.ts'
import { inSlices } from './slices.ts'
import { readSnapshot, writeSnapshot } from './snapshot.ts'

export interface FollowerDeps {
  /** The database that pages are read from: what is found must be there. */
  db: OpenDatabase['db']
  /** Where the snapshot stands; null for none. */
  file: string | null
  log: Logger
  now: () => Date
  /** Waits so many milliseconds, or until the signal. Default: a timer. */
  wait?: (ms: number, signal: AbortSignal) => Promise<void>
}

const POLL_MS = 500
/** The longest pause after failures. */
const LONGEST_POLL_MS = 30_000
/** An index that could not read changes for so long does not answer. */
const STALE_MS = 15_000
/** A snapshot is written so often, where anything changed. */
const SNAPSHOT_MS = 600_000
/** Changes are taken in so many at a time, each of which a search sees or does not. */
const CHANGES_AT_ONCE = 5000
const MERGES_AT_ONCE = 8

interface Held {
  index: SearchIndex
  position: ChangePosition
  ahead: ReadonlySet<number>
}

/** Keeps an index level with the database: loads it, follows the changes, and writes it down now and then. */
export class Follower {
  readonly #deps: FollowerDeps
  readonly #end = new AbortController()
  #held: Held | null = null
  #running: Promise<void> = Promise.resolve()
  #turn: Promise<void> = Promise.resolve()
  #saving: Promise<void> = Promise.resolve()
  #levelAt = -Infinity
  #savedAt = -Infinity
  #changed = false
  #restore = true
  loads = 0
  restores = 0

  constructor(deps: FollowerDeps) {
    this.#deps = deps
  }

  /** The index, as long as it is level with the database; null while it is not. */
  get index(): SearchIndex | null {
    return this.#now() - this.#levelAt <= STALE_MS ? (this.#held?.index ?? null) : null
  }

  /** Milliseconds since it was last known to be level; null before the first time. */
  get lag(): number | null {
    return this.#held === null ? null : this.#now() - this.#levelAt
  }

  /** Follows until `stop`; what fails is logged and tried again. */
  start(): void {
    this.#running = this.#run()
  }

  /** Ends following and writes what changed since the last snapshot. Does not throw. */
  async stop(): Promise<void> {
    this.#end.abort()
    await this.#running
    await this.#saving
    if (this.#changed) this.#save()
    await this.#saving
  }

  /**
   * Brings the index level with what was committed before the call.
   * @throws what the database throws.
   */
  catchUp(): Promise<void> {
    const turn = this.#turn.then(() => this.#once())
    this.#turn = turn.catch(() => undefined)
    return turn
  }

  async #run(): Promise<void> {
    const { log, wait = usualWait } = this.#deps
    let failures = 0
    while (!this.#ended()) {
      try {
        await this.catchUp()
        failures = 0
      } catch (error) {
        failures += 1
        if (!this.#ended()) log.warn({ err: error, failures }, 'the search index could not follow')
      }
      await wait(Math.min(POLL_MS * 2 ** failures, LONGEST_POLL_MS), this.#end.signal)
    }
  }

  async #once(): Promise<void> {
    for (;;) {
      const held = (this.#held ??= (await this.#fromFile()) ?? (await this.#load()))
      const began = this.#now()
      if (await this.#follow(held)) {
        this.#levelAt = began
        break
      }
      this.#deps.log.info('the search index has missed changes and is loaded anew')
      this.#held = null
    }
    if (this.#changed && this.#now() - this.#savedAt > SNAPSHOT_MS) this.#save()
  }

  /** The index as it was written down; null where there is none that can be used, and after the first time. */
  async #fromFile(): Promise<Held | null> {
    const { file, log } = this.#deps
    if (file === null || !this.#restore) return null
    this.#restore = false
    try {
      const snapshot = await readSnapshot(file)
      if (snapshot === null) return null
      const { position, ...kept } = snapshot
      this.#savedAt = this.#now()
      this.restores += 1
      return { index: new SearchIndex(kept), position, ahead: new Set() }
    } catch (error) {
      log.warn({ err: error, file }, 'the snapshot of the search index could not be read')
      return null
    }
  }

  async #load(): Promise<Held> {
    const { db, log } = this.#deps
    const began = this.#now()
    const index = new SearchIndex()
    const position = await readSearchRows(db, async (rows) => {
      if (this.#ended()) throw new Error('The search index was stopped while it loaded.')
      await inSlices(index.load(rows))
    })
    await inSlices(index.loaded())
    this.#changed = true
    this.#savedAt = -Infinity
    this.loads += 1
    log.info({ listings: index.size, ms: this.#now() - began }, 'the search index is loaded')
    return { index, position, ahead: new Set() }
  }

  /** Takes in what changed. @returns false where that cannot be known. */
  async #follow(held: Held): Promise<boolean> {
    const { db } = this.#deps
    const changes = await readChanges(db, held.position, held.ahead)
    if (changes === null) return false
    const { ids } = changes
    for (let i = 0; i < ids.length && !this.#ended(); i += CHANGES_AT_ONCE) {
      const some = ids.slice(i, i + CHANGES_AT_ONCE)
      await inSlices(held.index.change(some, await searchRowsOf(db, some)))
      for (let n = 0; n < MERGES_AT_ONCE && (await inSlices(held.index.tidy())); n += 1);
      this.#changed = true
    }
    // What was not taken in is met again.
    if (this.#ended()) return true
    held.position = changes.position
    held.ahead = changes.ahead
    return true
  }

  /** Writes a snapshot while the index goes on; failing to is no more than a slower start. */
  #save(): void {
    const { file, log } = this.#deps
    const held = this.#held
    if (file === null || held === null) return
    this.#changed = false
    this.#savedAt = this.#now()
    const { index, position } = held
    this.#saving = this.#saving
      .then(() => writeSnapshot(file, { tables: index.tables, blocks: index.blocks, position }))
      .catch((error: unknown) => {
        log.warn({ err: error, file }, 'the snapshot of the search index could not be written')
      })
  }

  #ended(): boolean {
    return this.#end.signal.aborted
  }

  #now(): number {
    return this.#deps.now().getTime()
  }
}

const usualWait = (ms: number, signal: AbortSignal): Promise<void> =>
  sleep(ms, undefined, { signal, ref: false }).catch(() => undefined)
