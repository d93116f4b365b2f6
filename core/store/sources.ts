import { sql, type Kysely, type Selectable } from 'kysely'
import type { Database, SourceState, SourceTable } from './schema.ts'

export type Source = Selectable<SourceTable>

/** A source as a list gives it: facts only. `settings` and `policy` were validated by the caller. */
export interface SourceEntry {
  key: string
  employer: string | null
  kind: string
  settings: Record<string, unknown>
  policy: Record<string, unknown>
  pace_ms: number | null
  origin: Source['origin']
  facts: Record<string, unknown>
  /** Set when the source cannot run at all, with the sentence that says why. */
  paused: string | null
  /** Set when its reader has proven itself on nothing yet: the source is probed, and paused until one good reading. */
  unproven?: string | null
  /** When it is first due. */
  due: Date
}

/**
 * Makes the table hold exactly these sources (by key): new ones are added, changed ones updated, the
 * others marked removed and their postings closed with the reason `source_removed`. A source that did
 * not change is not written.
 * @returns the number of sources listed.
 */
export async function replaceSources(
  db: Kysely<Database>,
  entries: SourceEntry[],
  now: Date,
): Promise<number> {
  await db.transaction().execute(async (tx) => {
    // Two processes may seed at once; the second then finds nothing to change.
    await sql`select pg_advisory_xact_lock(hashtextextended('foothold:sources', 0))`.execute(tx)
    const known = new Map(
      (await tx.selectFrom('source').selectAll().execute()).map((s) => [s.key, s]),
    )
    for (const entry of entries) await keepSource(tx, entry, known.get(entry.key))
    const listed = new Set(entries.map((e) => e.key))
    const gone = [...known.values()].filter((s) => !listed.has(s.key) && s.removed_at === null)
    for (const source of gone) await removeSource(tx, source.id, now)
  })
  return entries.length
}

async function keepSource(
  tx: Kysely<Database>,
  entry: SourceEntry,
  was: Source | undefined,
): Promise<void> {
  const row = {
    employer: entry.employer,
    kind: entry.kind,
    settings: JSON.stringify(entry.settings),
    policy: JSON.stringify(entry.policy),
    pace_ms: entry.pace_ms,
    origin: entry.origin,
    facts: JSON.stringify(entry.facts),
  }
  if (was === undefined) {
    await tx
      .insertInto('source')
      .values({ ...row, key: entry.key, ...firstState(entry), next_due_at: entry.due })
      .execute()
    return
  }
  const { same, sameFeed, sameText } = await compare(tx, was.id, row)
  const pauseChanged =
    entry.paused === null ? was.paused_by === 'list' : was.reason !== entry.paused
  const stands = was.removed_at === null && !pauseChanged
  if (same && stands) return
  await tx.updateTable('source').set(row).where('id', '=', was.id).execute()
  if (!sameText) await readAllAgain(tx, was.id)
  if (sameFeed && stands) return
  await tx
    .updateTable('source')
    .set({
      removed_at: null,
      // A changed address may hold another board: what was remembered of its last body no longer counts.
      etag: null,
      last_modified: null,
      body_sha256: null,
      failures: 0,
      barren_polls: 0,
      next_due_at: entry.due,
      ...(sameFeed ? {} : { proven_at: null }),
      ...(sameFeed && was.proven_at !== null
        ? firstState({ ...entry, unproven: null })
        : firstState(entry)),
    })
    .where('id', '=', was.id)
    .execute()
}

/** What of a source stands as its entry says: all of it, its address, and whether its text may be kept. */
async function compare(
  tx: Kysely<Database>,
  id: number,
  row: Record<'employer' | 'kind' | 'settings' | 'policy' | 'origin' | 'facts', string | null> & {
    pace_ms: number | null
  },
): Promise<{ same: boolean; sameFeed: boolean; sameText: boolean }> {
  return tx
    .selectFrom('source')
    .select([
      sql<boolean>`(employer, kind, settings, policy, pace_ms, origin, facts) is not distinct from
        (${row.employer}::text, ${row.kind}::text, ${row.settings}::jsonb, ${row.policy}::jsonb,
         ${row.pace_ms}::integer, ${row.origin}::text, ${row.facts}::jsonb)`.as('same'),
      sql<boolean>`(kind, settings) is not distinct from (${row.kind}::text, ${row.settings}::jsonb)`.as(
        'sameFeed',
      ),
      sql<boolean>`policy -> 'may_cache_text' is not distinct from ${row.policy}::jsonb -> 'may_cache_text'`.as(
        'sameText',
      ),
    ])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

/** The next poll reads every posting again: other terms keep other parts of it. */
async function readAllAgain(tx: Kysely<Database>, sourceId: number): Promise<void> {
  await tx
    .updateTable('source')
    .set({ etag: null, last_modified: null, body_sha256: null })
    .where('id', '=', sourceId)
    .execute()
  await tx
    .updateTable('posting')
    .set({ content_hash: Buffer.alloc(0), version: null })
    .where('source_id', '=', sourceId)
    .execute()
}

/** How a source stands before its first poll. */
function firstState(entry: SourceEntry): {
  state: SourceState
  paused_by: Source['paused_by']
  reason: string | null
} {
  if (entry.paused !== null) return { state: 'paused', paused_by: 'list', reason: entry.paused }
  if (entry.unproven == null) return { state: 'new', paused_by: null, reason: null }
  return { state: 'paused', paused_by: 'product', reason: entry.unproven }
}

async function removeSource(tx: Kysely<Database>, sourceId: number, now: Date): Promise<void> {
  await tx.updateTable('source').set({ removed_at: now }).where('id', '=', sourceId).execute()
  const closed = await tx
    .updateTable('posting')
    .set({ closed_at: now, close_reason: 'source_removed' })
    .where('source_id', '=', sourceId)
    .where('closed_at', 'is', null)
    .returning('listing_id')
    .execute()
  await closeEmptyListings(
    tx,
    closed.map((p) => p.listing_id).filter((id) => id !== null),
    'source_removed',
    now,
  )
}

/** A listing closes when its last posting does. Listings that still have an open posting are left alone. */
export async function closeEmptyListings(
  tx: Kysely<Database>,
  listingIds: readonly number[],
  reason: string,
  now: Date,
): Promise<void> {
  if (listingIds.length === 0) return
  await sql`
    update listing set closed_at = ${now}, close_reason = ${reason}
    where id = any(${[...new Set(listingIds)]}::bigint[]) and closed_at is null
      and not exists (select 1 from posting p where p.listing_id = listing.id and p.closed_at is null)
  `.execute(tx)
}

export async function sourceByKey(db: Kysely<Database>, key: string): Promise<Source | undefined> {
  return db
    .selectFrom('source')
    .selectAll()
    .where('key', '=', key)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
}

/** true for a source that is polled: one that the product itself has paused is, as a probe. */
export function isPolled(source: Pick<Source, 'state' | 'paused_by'>): boolean {
  return source.state !== 'paused' || source.paused_by === 'product'
}

/**
 * Sources that are polled, the longest due first. `dueBefore` leaves out those whose time has not come,
 * and the shipped ones whose platform is left alone then.
 */
export async function polledSources(
  db: Kysely<Database>,
  options: { dueBefore: Date | null; reachPublic: boolean },
): Promise<Source[]> {
  let query = db
    .selectFrom('source as s')
    .selectAll()
    .where('removed_at', 'is', null)
    .where((e) => e.or([e('state', '!=', 'paused'), e('paused_by', '=', 'product')]))
    .orderBy('next_due_at')
    .orderBy('id')
  if (options.dueBefore !== null) {
    const { dueBefore } = options
    query = query
      .where('next_due_at', '<=', dueBefore)
      .where((e) =>
        e.or([
          e('origin', '!=', 'seed'),
          e.not(
            e.exists(
              e
                .selectFrom('platform_rest as r')
                .select('r.kind')
                .whereRef('r.kind', '=', 's.kind')
                .where('r.until', '>', dueBefore),
            ),
          ),
        ]),
      )
  }
  if (!options.reachPublic) query = query.where('origin', '!=', 'seed')
  return query.execute()
}

/** Notes that a poll begins now: the terms count it, even if nobody lives to tell how it ended. */
export async function beginPoll(db: Kysely<Database>, sourceId: number, now: Date): Promise<void> {
  await db.updateTable('source').set({ started_at: now }).where('id', '=', sourceId).execute()
}

/**
 * Puts a poll off. The reason is told where the source has no worse one; `stop` also takes the source off
 * the rhythm until its list entry changes.
 */
export async function putOff(
  db: Kysely<Database>,
  source: Pick<Source, 'id' | 'state'>,
  held: { until: Date; why: string; stop: boolean },
): Promise<void> {
  const tells = held.stop || source.state === 'new' || source.state === 'healthy'
  await db
    .updateTable('source')
    .set({
      next_due_at: sql<Date>`greatest(next_due_at, ${held.until})`,
      ...(tells ? { reason: held.why } : {}),
      ...(held.stop ? { state: 'paused' as const, paused_by: 'list' as const } : {}),
    })
    .where('id', '=', source.id)
    .execute()
}

/** True when another process is reading this source right now; else runs `work` while holding it. */
export async function withSourceLock<T>(
  db: Kysely<Database>,
  sourceId: number,
  work: () => Promise<T>,
): Promise<{ busy: true } | { busy: false; result: T }> {
  // A session lock on a connection of its own: it falls with the process, whatever way that ends.
  return db.connection().execute(async (connection) => {
    const { rows } = await sql<{
      got: boolean
    }>`select pg_try_advisory_lock(${sourceLockSpace}, ${sourceId}) as got`.execute(connection)
    if (rows[0]?.got !== true) return { busy: true }
    try {
      return { busy: false, result: await work() }
    } finally {
      await sql`select pg_advisory_unlock(${sourceLockSpace}, ${sourceId})`.execute(connection)
    }
  })
}

/** First key of the two-key advisory locks that guard sources. */
const sourceLockSpace = 7101
