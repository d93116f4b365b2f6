import { sql, type Kysely } from 'kysely'
import type { PreparedJob } from '../domain/same/prepare.ts'
import type { Database } from './schema.ts'

/**
 * Until the end of the transaction nobody else places a job of these employers: two workers that meet one
 * job in two feeds must not both make a listing of it. A job without an employer may be anybody's, so it
 * waits for all. Everybody takes the locks in the same order.
 */
export async function lockJobs(
  tx: Kysely<Database>,
  jobs: readonly Pick<PreparedJob, 'employers'>[],
): Promise<void> {
  if (jobs.length === 0) return
  if (jobs.some((job) => job.employers.length === 0)) return lockAllJobs(tx)
  await sql`select pg_advisory_xact_lock_shared(${ALL})`.execute(tx)
  const names = [...new Set(jobs.flatMap((job) => job.employers))]
  await sql`
    select pg_advisory_xact_lock(k) from (
      select distinct hashtextextended('foothold:same:' || name, 0) as k
      from unnest(${names}::text[]) as name order by k) locks`.execute(tx)
}

/** The same for every employer. */
export async function lockAllJobs(tx: Kysely<Database>): Promise<void> {
  await sql`select pg_advisory_xact_lock(${ALL})`.execute(tx)
}

const ALL = 7102
