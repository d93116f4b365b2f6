import { createLogger } from '../../core/log.ts'
import { hostTurns } from '../../core/store/hosts.ts'
import { replaceSources, sourceByKey, type Source } from '../../core/store/sources.ts'
import { hostCircuit } from '../../workers/host-circuit.ts'
import { createHttp, type HttpWorld } from '../../workers/http.ts'
import { ingestSource } from '../../workers/jobs/dispatch.ts'
import type { PollReport } from '../../workers/jobs/ending.ts'
import type { Held } from '../../workers/jobs/held-back.ts'
import type { IngestWorld } from '../../workers/jobs/world.ts'
import type { FreshDatabase } from './database.ts'
import { freePolicy } from './policy.ts'

/** Where polls happen: a real database, real HTTP on loopback, and a clock that the test moves. */
export class PollWorld {
  readonly world: IngestWorld
  readonly database: FreshDatabase
  /** Every pause that outward HTTP took; the clock moves by it and nobody waits. */
  readonly slept: number[] = []
  #now = Date.parse('2026-11-24T12:00:00Z')

  constructor(
    database: FreshDatabase,
    options: Pick<HttpWorld, 'allow'> &
      Partial<Pick<HttpWorld, 'lookup' | 'limits'>> & { own?: boolean },
  ) {
    const { own = true, ...http } = options
    const log = createLogger('test', 'silent')
    this.database = database
    this.world = {
      db: database.db,
      http: createHttp({
        userAgent: 'Foothold/test',
        offline: false,
        reserve: () => Promise.resolve(0),
        turns: hostTurns(database.db),
        circuit: hostCircuit(database.db, log, () => own),
        now: () => this.#now,
        sleep: (ms) => {
          this.slept.push(ms)
          this.#now += ms
          return Promise.resolve()
        },
        random: () => 0.5,
        ...http,
      }),
      secrets: { USAJOBS_API_KEY: 'key', USAJOBS_EMAIL: 'me@example.org' },
      log,
      now: () => new Date(this.#now),
      online: false,
      isOwn: () => own,
    }
  }

  get now(): Date {
    return new Date(this.#now)
  }

  /** Lets time go by. */
  pass(hours: number): void {
    this.#now += hours * 3_600_000
  }

  /** Makes these the only sources, each with free terms unless it says otherwise. */
  async list(
    ...sources: (Pick<Source, 'key' | 'kind' | 'settings'> &
      Partial<Source> & { unproven?: string })[]
  ) {
    const entries = sources.map((s) => ({
      employer: null,
      policy: freePolicy(),
      pace_ms: 0,
      origin: 'file' as const,
      facts: {},
      paused: null,
      due: this.now,
      ...s,
    }))
    await replaceSources(this.database.db, entries, this.now)
  }

  async source(key: string): Promise<Source> {
    const source = await sourceByKey(this.database.db, key)
    if (source === undefined) throw new Error(`no source ${key}`)
    return source
  }

  /** One poll by hand, or why there was none. */
  async ask(key: string): Promise<PollReport | Held> {
    const report = await ingestSource(this.world, await this.source(key))
    if (report === null) throw new Error('the source was busy')
    return report
  }

  /** One poll that must take place. */
  async poll(key: string): Promise<PollReport> {
    const report = await this.ask(key)
    if (!('outcome' in report)) throw new Error(report.why)
    return report
  }

  close(): Promise<void> {
    return this.world.http.close()
  }
}
