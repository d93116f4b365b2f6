import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createLogger } from '../../core/log.ts'
import { enqueue, enqueueTick } from '../../core/store/clock.ts'
import { startQueue } from '../../workers/queue.ts'
import { freshDatabase, type FreshDatabase } from '../helpers/database.ts'

let database: FreshDatabase
const log = createLogger('test', 'silent')
const children: ChildProcess[] = []

beforeAll(async () => {
  database = await freshDatabase()
  await sql`create table done (worker text not null, n integer not null)`.execute(database.db)
})

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  await database.close()
})

/** A worker process that writes its name for each job; job 0 hangs in the one called "stuck". */
async function worker(name: string): Promise<ChildProcess> {
  const child = fork(
    fileURLToPath(new URL('../fixtures/queue-worker.ts', import.meta.url)),
    [name, database.url],
    {
      execArgv: ['--import', 'tsx'],
    },
  )
  children.push(child)
  await once(child, 'message')
  return child
}

const announced = async () =>
  (await database.db.selectFrom('worker').select('id').orderBy('id').execute()).map((w) => w.id)

const doneRows = async () =>
  (
    await sql<{ worker: string; n: number }>`select worker, n from done order by n`.execute(
      database.db,
    )
  ).rows

async function until(what: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 600; i++) {
    if (await what()) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('it never came true')
}

it('gives the job of a killed worker to the next one at once, and each of many jobs to one worker only', async () => {
  const stuck = await worker('stuck')
  await enqueue(database.db, [{ task: 'note', payload: { n: 0 }, key: 'n0' }])
  const lockedBy = async () =>
    (
      await sql<{
        locked_by: string | null
      }>`select locked_by from graphile_worker.jobs where key = 'n0'`.execute(database.db)
    ).rows[0]?.locked_by
  await until(async () => (await lockedBy()) != null)
  stuck.kill('SIGKILL')
  await once(stuck, 'exit')
  expect(await lockedBy()).not.toBeNull()

  await worker('second')
  await until(async () => (await doneRows()).length === 1)
  expect(await doneRows()).toEqual([{ worker: 'second', n: 0 }])

  await worker('third')
  const numbers = Array.from({ length: 40 }, (_, i) => i + 1)
  await enqueue(
    database.db,
    numbers.map((n) => ({ task: 'note', payload: { n }, key: `n${n}` })),
  )
  await until(async () => (await doneRows()).length === 41)
  expect((await doneRows()).map((r) => r.n)).toEqual([0, ...numbers])
})

it('enqueues a tick once, however many clocks fire it', async () => {
  const instant = new Date('2026-11-24T12:00:00Z')
  const won = await Promise.all(
    Array.from({ length: 5 }, () => enqueueTick(database.db, 'tidy', instant)),
  )
  expect(won.filter(Boolean)).toHaveLength(1)
  const { rows } =
    await sql`select 1 from graphile_worker.jobs where task_identifier = 'tidy'`.execute(
      database.db,
    )
  expect(rows).toHaveLength(1)
})

it('stops in order: the job in hand is finished and its worker leaves the list', async () => {
  let finish: () => void = () => undefined
  let started: () => void = () => undefined
  const begun = new Promise<void>((resolve) => (started = resolve))
  const held = new Promise<void>((resolve) => (finish = resolve))
  let ended = false
  const before = await announced()
  const queue = await startQueue(
    database,
    {
      slow: async () => {
        started()
        await held
        ended = true
      },
    },
    log,
    () => new Date(),
  )
  expect((await announced()).length).toBeGreaterThan(before.length)
  await enqueue(database.db, [{ task: 'slow', payload: {}, key: 'slow' }])
  await begun
  const stopped = queue.stop()
  finish()
  await stopped
  expect(ended).toBe(true)
  const mine = await sql`select 1 from graphile_worker.jobs where key = 'slow'`.execute(database.db)
  expect(mine.rows).toHaveLength(0)
  // The forked workers are still announced; ours are gone.
  expect(await announced()).toEqual(before)
})
