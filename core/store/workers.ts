import { sql, type Kysely } from 'kysely'
import type { Database } from './schema.ts'

/** A beat older than this is a dead worker even if its connection seems to stand (a machine that lost power). */
const BEAT_LIMIT_MS = 60_000

/**
 * Announces a queue worker. The row is its heartbeat; the session lock on `connection` falls the moment
 * its process or its connection ends, so a killed worker is recognised at once and not after the limit.
 */
export async function announceWorker(
  connection: Kysely<Database>,
  id: string,
  now: Date,
): Promise<void> {
  await sql`select pg_advisory_lock(hashtextextended(${`foothold:worker:${id}`}, 0))`.execute(
    connection,
  )
  await connection
    .insertInto('worker')
    .values({ id, started_at: now, beat_at: now })
    .onConflict((c) => c.column('id').doUpdateSet({ beat_at: now }))
    .execute()
}

export async function beat(db: Kysely<Database>, ids: readonly string[], now: Date): Promise<void> {
  if (ids.length === 0) return
  await db
    .updateTable('worker')
    .set({ beat_at: now })
    .where('id', 'in', [...ids])
    .execute()
}

export async function forgetWorkers(db: Kysely<Database>, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await db
    .deleteFrom('worker')
    .where('id', 'in', [...ids])
    .execute()
}

/** Ids of announced workers that no longer live, and of queue locks whose holder was never announced. */
export async function deadWorkers(db: Kysely<Database>, now: Date): Promise<string[]> {
  return db.transaction().execute(async (tx) => {
    const announced = await tx.selectFrom('worker').selectAll().execute()
    const dead: string[] = []
    for (const worker of announced) {
      const silent = now.getTime() - worker.beat_at.getTime() > BEAT_LIMIT_MS
      const { rows } = await sql<{ free: boolean }>`
        select pg_try_advisory_xact_lock(hashtextextended(${`foothold:worker:${worker.id}`}, 0)) as free`.execute(
        tx,
      )
      if (silent || rows[0]?.free === true) dead.push(worker.id)
    }
    // A worker killed between its first lock and its announcement left no row to recognise it by.
    const { rows: nameless } = await sql<{ locked_by: string }>`
      select distinct locked_by from graphile_worker.jobs j
      where locked_by is not null and locked_at < ${new Date(now.getTime() - BEAT_LIMIT_MS)}
        and not exists (select 1 from worker w where w.id = j.locked_by)`.execute(tx)
    return [...dead, ...nameless.map((r) => r.locked_by)]
  })
}
