import { sql, type Kysely } from 'kysely'
import type { SourceReport } from '../domain/source-report.ts'
import { instant } from './listing-rows.ts'
import type { Database } from './schema.ts'

/**
 * Every source in use, by key, with its newest poll. Removed sources are left out. While a platform is
 * left alone, each of its shipped sources says so: they are not asked, whatever their own state.
 */
export async function sourceReports(db: Kysely<Database>, now: Date): Promise<SourceReport[]> {
  const rows = await db
    .selectFrom('source as s')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('poll')
          .selectAll()
          .whereRef('poll.source_id', '=', 's.id')
          .orderBy('started_at', 'desc')
          .limit(1)
          .as('p'),
      (join) => join.onTrue(),
    )
    .leftJoin('platform_rest as r', (join) =>
      join
        .onRef('r.kind', '=', 's.kind')
        .on('r.until', '>', now)
        .on('s.origin', '=', 'seed')
        .on('s.state', '!=', 'paused'),
    )
    .select([
      's.key',
      's.employer',
      's.kind',
      's.origin',
      's.state',
      sql<string | null>`coalesce(r.why, s.reason)`.as('reason'),
      sql<Date>`greatest(s.next_due_at, r.until)`.as('next_due_at'),
      sql<string | null>`s.policy ->> 'credit_html'`.as('credit_html'),
      'p.finished_at',
      'p.outcome',
      'p.seen',
      'p.new',
      'p.changed',
      'p.closed',
      'p.rejected',
      'p.error',
    ])
    .where('s.removed_at', 'is', null)
    .orderBy('s.key')
    .execute()
  return rows.map((row) => ({
    key: row.key,
    employer: row.employer,
    kind: row.kind,
    demo: row.origin === 'demo',
    state: row.state,
    reason: row.reason,
    next_due_at: instant(row.next_due_at),
    credit_html: row.credit_html,
    last_poll: lastPoll(row),
  }))
}

/** How many sources answered well when they were last asked. */
export async function countAnsweringSources(db: Kysely<Database>): Promise<number> {
  const states = await countSourcesByState(db)
  return states.find((s) => s.state === 'healthy')?.n ?? 0
}

/** How many sources are in each state, removed ones left out. */
export async function countSourcesByState(
  db: Kysely<Database>,
): Promise<{ state: SourceReport['state']; n: number }[]> {
  return db
    .selectFrom('source')
    .select(['state', (eb) => eb.fn.countAll<number>().as('n')])
    .where('removed_at', 'is', null)
    .groupBy('state')
    .execute()
}

/** How many polls ended in each way since then, by platform. */
export async function countPollsByOutcome(
  db: Kysely<Database>,
  since: Date,
): Promise<{ kind: string; outcome: Poll['outcome']; n: number }[]> {
  return db
    .selectFrom('poll as p')
    .innerJoin('source as s', 's.id', 'p.source_id')
    .select(['s.kind', 'p.outcome', (eb) => eb.fn.countAll<number>().as('n')])
    .where('p.started_at', '>', since)
    .groupBy(['s.kind', 'p.outcome'])
    .execute()
}

type Poll = NonNullable<SourceReport['last_poll']>
type PollRow = Record<'seen' | 'new' | 'changed' | 'closed' | 'rejected', number | null> & {
  finished_at: Date | null
  outcome: Poll['outcome'] | null
  error: string | null
}

/** The columns of the outer join are all null together: a source that was never read has no poll. */
function lastPoll(row: PollRow): Poll | null {
  if (row.finished_at === null || row.outcome === null) return null
  return {
    at: row.finished_at.toISOString(),
    outcome: row.outcome,
    seen: row.seen ?? 0,
    new: row.new ?? 0,
    changed: row.changed ?? 0,
    closed: row.closed ?? 0,
    rejected: row.rejected ?? 0,
    error: row.error,
  }
}

/** Whose data is shown: one entry for each platform with terms or a credit of its own. The demo world needs none. */
export async function sourceCredits(
  db: Kysely<Database>,
): Promise<{ name: string; terms: string; credit_html: string | null }[]> {
  const { rows } = await sql<{ name: string; terms: string; credit_html: string | null }>`
    select distinct coalesce(policy ->> 'platform', kind) as name,
      coalesce(policy ->> 'terms', '') as terms, policy ->> 'credit_html' as credit_html
    from source
    where removed_at is null and origin <> 'demo' and (state <> 'paused' or exists (
      select from posting p where p.source_id = source.id and p.listing_id is not null))
    order by name, terms`.execute(db)
  return rows
}
