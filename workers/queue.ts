import { EventEmitter } from 'node:events'
import {
  makeWorkerUtils,
  run,
  type TaskList,
  Logger as QueueLogger,
  type WorkerEvents,
} from 'graphile-worker'
import type { Logger } from '../core/log.ts'
import type { OpenDatabase } from '../core/store/db.ts'
import { announceWorker, beat, deadWorkers, forgetWorkers } from '../core/store/workers.ts'

const BEAT_EVERY_MS = 10_000

/** How many jobs one process works on at a time; hosts are paced apart from this. */
const CONCURRENCY = 3

export interface Queue {
  /** Finishes the jobs in hand, takes no new ones, and takes this process off the list of workers. */
  stop(): Promise<void>
}

/**
 * Starts this process's hands on the PostgreSQL queue. Jobs of workers that died are freed before it
 * starts and at every heartbeat: graphile-worker alone would leave them locked for four hours.
 */
export async function startQueue(
  database: Pick<OpenDatabase, 'db' | 'pool'>,
  tasks: TaskList,
  log: Logger,
  now: () => Date,
): Promise<Queue> {
  const logger = queueLogger(log)
  const utils = await makeWorkerUtils({ pgPool: database.pool, logger })
  await utils.migrate()
  const freeDead = async (): Promise<void> => {
    const dead = await deadWorkers(database.db, now())
    if (dead.length === 0) return
    await utils.forceUnlockWorkers(dead)
    await forgetWorkers(database.db, dead)
    log.warn({ workers: dead.length }, 'jobs of dead workers freed')
  }
  await freeDead()

  const ids: string[] = []
  const events = new EventEmitter() as WorkerEvents
  const announced: Promise<void>[] = []
  let leave: () => void = () => undefined
  const stay = new Promise<void>((resolve) => (leave = resolve))
  // One connection is kept for the whole life of the process: its locks say that these workers live.
  const home = database.db.connection().execute(async (connection) => {
    const announce = (id: string): void => {
      ids.push(id)
      announced.push(announceWorker(connection, id, now()))
    }
    // Jobs are locked under the name of the pool or of the single worker, as the library chooses.
    events.on('pool:create', ({ workerPool }) => announce(workerPool.id))
    events.on('worker:create', ({ worker }) => announce(worker.workerId))
    await stay
  })
  const runner = await run({
    pgPool: database.pool,
    taskList: tasks,
    concurrency: CONCURRENCY,
    noHandleSignals: true,
    pollInterval: 1000,
    logger,
    events,
  })
  await Promise.all(announced)

  const timer = setInterval(() => {
    beat(database.db, ids, now())
      .then(freeDead)
      .catch((error: unknown) => log.warn({ err: error }, 'heartbeat failed'))
  }, BEAT_EVERY_MS)

  return {
    async stop() {
      clearInterval(timer)
      await runner.stop()
      await forgetWorkers(database.db, ids).catch(() => undefined)
      leave()
      await home
      await utils.release()
    },
  }
}

function queueLogger(log: Logger): QueueLogger {
  return new QueueLogger(() => (level, message) => {
    // The library's level is a const enum of words, which erasable TypeScript cannot import.
    const name: string = level
    if (name === 'error') log.error({ queue: true }, message)
    else if (name === 'warning') log.warn({ queue: true }, message)
    else log.debug({ queue: true }, message)
  })
}
