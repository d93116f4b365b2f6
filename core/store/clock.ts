import { sql, type Kysely } from 'kysely'
import type { Database } from './schema.ts'

/** One job to put on the queue; `key` keeps a second one of the same key from standing beside it. */
export interface QueuedJob {
  task: string
  payload: Record<string, unknown>
  key: string
  /** Jobs of one queue run one after the other. */
  queue?: string
}

async function addJob(db: Kysely<Database>, job: QueuedJob): Promise<void> {
  await sql`select graphile_worker.add_job(
    ${job.task}::text, payload := ${JSON.stringify(job.payload)}::json, queue_name := ${job.queue ?? null}::text,
    max_attempts := 5, job_key := ${job.key}::text, job_key_mode := 'preserve_run_at')`.execute(db)
}

export async function enqueue(db: Kysely<Database>, jobs: readonly QueuedJob[]): Promise<void> {
  for (const job of jobs) await addJob(db, job)
}

/**
 * Enqueues a tick of the timetable once, however many machines' clocks fire it: the tick's row and its
 * job are one transaction, so a crash after winning cannot lose the run.
 * @returns whether this process was the one that enqueued it.
 */
export async function enqueueTick(
  db: Kysely<Database>,
  job: string,
  instant: Date,
): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const won = await tx
      .insertInto('tick')
      .values({ job, instant })
      .onConflict((c) => c.doNothing())
      .returning('job')
      .executeTakeFirst()
    if (won === undefined) return false
    await addJob(tx, { task: job, payload: {}, key: `${job}:${instant.toISOString()}` })
    return true
  })
}

/** Reserves the next moment at which `host` may be asked; every machine keeps the same gap. @returns ms to wait. */
export async function reserveHost(
  db: Kysely<Database>,
  host: string,
  gapMs: number,
): Promise<number> {
  const { rows } = await sql<{ wait_ms: number }>`
    insert into host_pace (host, next_allowed_at) values (${host}, clock_timestamp() + ${gapMs} * interval '1 millisecond')
    on conflict (host) do update
      set next_allowed_at = greatest(host_pace.next_allowed_at, clock_timestamp()) + ${gapMs} * interval '1 millisecond'
    returning greatest(0, extract(epoch from
      (next_allowed_at - ${gapMs} * interval '1 millisecond' - clock_timestamp())) * 1000)::double precision as wait_ms
  `.execute(db)
  return Math.ceil(rows[0]?.wait_ms ?? 0)
}

export async function readFact(
  db: Kysely<Database>,
  key: string,
): Promise<{ value: unknown; at: Date } | null> {
  const row = await db.selectFrom('fact').selectAll().where('key', '=', key).executeTakeFirst()
  return row === undefined ? null : { value: row.value, at: row.at }
}

export async function writeFact(
  db: Kysely<Database>,
  key: string,
  value: unknown,
  at: Date,
): Promise<void> {
  await db
    .insertInto('fact')
    .values({ key, value: JSON.stringify(value), at })
    .onConflict((c) => c.column('key').doUpdateSet({ value: JSON.stringify(value), at }))
    .execute()
}

/** Writes the fact only when it is not there yet. @returns the value that stands. */
export async function keepFirstFact(
  db: Kysely<Database>,
  key: string,
  value: unknown,
  at: Date,
): Promise<unknown> {
  await db
    .insertInto('fact')
    .values({ key, value: JSON.stringify(value), at })
    .onConflict((c) => c.doNothing())
    .execute()
  return (await readFact(db, key))?.value
}

/**
 * Deletes what only the clock and the caches needed: ticks and notes of changes of more than two days ago, and
 * polls of more than `keepPollsDays`. A cache that follows the changes and slept longer has to load anew.
 */
export async function tidyClock(
  db: Kysely<Database>,
  now: Date,
  keepPollsDays: number,
): Promise<void> {
  await db
    .deleteFrom('tick')
    .where('instant', '<', new Date(now.getTime() - 2 * 86_400_000))
    .execute()
  await sql`
    delete from listing_change
    where at < ${new Date(now.getTime() - 2 * 86_400_000)}`.execute(db)
  await sql`
    delete from poll p where started_at < ${new Date(now.getTime() - keepPollsDays * 86_400_000)}
      and exists (select 1 from poll newer where newer.source_id = p.source_id and newer.complete
        and newer.started_at > p.started_at)`.execute(db)
}
