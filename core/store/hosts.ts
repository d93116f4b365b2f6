import { sql, type Kysely } from 'kysely'
import { afterHostFailure, whyHostRests } from '../domain/circuit.ts'
import type { Database } from './schema.ts'

/** Why a host is left alone and until when; null when it may be asked. */
export async function hostRest(
  db: Kysely<Database>,
  host: string,
  now: Date,
): Promise<{ until: Date; why: string } | null> {
  const row = await db
    .selectFrom('host_pace')
    .select(['rest_until', 'rest_why'])
    .where('host', '=', host)
    .where('rest_until', '>', now)
    .executeTakeFirst()
  return row?.rest_until == null ? null : { until: row.rest_until, why: row.rest_why ?? '' }
}

/** Counts a failed request to a host; `askedMs` is how long the host asked to be left alone. @returns its rest, if it rests now. */
export async function noteHostFailure(
  db: Kysely<Database>,
  host: string,
  failure: { sentence: string; askedMs: number | null },
  now: Date,
): Promise<{ until: Date; why: string } | null> {
  return db.transaction().execute(async (tx) => {
    await tx
      .insertInto('host_pace')
      .values({ host, next_allowed_at: now })
      .onConflict((c) => c.doNothing())
      .execute()
    const was = await tx
      .selectFrom('host_pace')
      .select(['failures', 'failed_since', 'rest_until'])
      .where('host', '=', host)
      .forUpdate()
      .executeTakeFirstOrThrow()
    const after = afterHostFailure(
      { failures: was.failures, failedSince: was.failed_since, restUntil: was.rest_until },
      now,
      failure.askedMs,
    )
    const why =
      after.restUntil === null ? null : whyHostRests(host, after.restUntil, failure.sentence)
    await tx
      .updateTable('host_pace')
      .set({
        failures: after.failures,
        failed_since: after.failedSince,
        rest_until: after.restUntil,
        rest_why: why,
      })
      .where('host', '=', host)
      .execute()
    return after.restUntil === null || why === null ? null : { until: after.restUntil, why }
  })
}

/** A good answer: earlier failures of the host are forgotten. */
export async function noteHostAnswer(db: Kysely<Database>, host: string): Promise<void> {
  await db
    .updateTable('host_pace')
    .set({ failures: 0, failed_since: null, rest_until: null, rest_why: null })
    .where('host', '=', host)
    .where('failures', '>', 0)
    .execute()
}

/** How many hosts are left alone now. */
export async function countRestingHosts(db: Kysely<Database>, now: Date): Promise<number> {
  const { n } = await db
    .selectFrom('host_pace')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('rest_until', '>', now)
    .executeTakeFirstOrThrow()
  return n
}

export interface HostTurns {
  /** Runs `work` while no other process asks this host. The caller sees to it that this process asks once at a time. */
  alone<T>(host: string, work: () => Promise<T>): Promise<T>
  /** Gives the connection back. */
  close(): Promise<void>
}

/** First key of the two-key advisory locks that guard hosts. */
const HOST_LOCK_SPACE = 7102
/** How often a host that another process asks is looked at again, in milliseconds. */
const LOOK_AGAIN_MS = 50

/**
 * One process at a time at each host, for all processes on this database. The locks stand on one
 * connection that is opened at the first use and kept: they fall with the process, whatever way that ends.
 */
export function hostTurns(db: Kysely<Database>): HostTurns {
  let home: {
    connection: Promise<Kysely<Database>>
    leave: () => void
    left: Promise<void>
  } | null = null
  let line: Promise<unknown> = Promise.resolve()

  function open(): NonNullable<typeof home> {
    let leave: () => void = () => undefined
    const stay = new Promise<void>((resolve) => (leave = resolve))
    let left: Promise<void> = Promise.resolve()
    const connection = new Promise<Kysely<Database>>((resolve, reject) => {
      left = db
        .connection()
        .execute(async (c) => {
          resolve(c)
          await stay
          // The connection goes back to the pool: what it still holds would outlive its turn.
          await sql`select pg_advisory_unlock_all()`.execute(c)
        })
        .catch(reject)
    })
    return { connection, leave, left }
  }

  /** One statement after the other: the connection is shared by all turns of this process. */
  function ask(
    statement: (host: string) => ReturnType<typeof sql<{ got: boolean }>>,
    host: string,
  ) {
    const run = line.then(async () => {
      home ??= open()
      const at = home
      try {
        const { rows } = await statement(host).execute(await at.connection)
        return rows[0]?.got === true
      } catch (error) {
        // A broken connection has lost its locks; the next statement opens another.
        if (home === at) home = null
        at.leave()
        throw error
      }
    })
    line = run.catch(() => undefined)
    return run
  }

  const take = (host: string) =>
    sql<{ got: boolean }>`select pg_try_advisory_lock(${HOST_LOCK_SPACE}, hashtext(${host})) as got`
  const give = (host: string) =>
    sql<{ got: boolean }>`select pg_advisory_unlock(${HOST_LOCK_SPACE}, hashtext(${host})) as got`

  return {
    async alone(host, work) {
      while (!(await ask(take, host))) {
        await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS))
      }
      try {
        return await work()
      } finally {
        await ask(give, host).catch(() => undefined)
      }
    },
    async close() {
      await line
      home?.leave()
      await home?.left
      home = null
    },
  }
}
