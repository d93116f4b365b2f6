import { sql, type Kysely } from 'kysely'
import { keepBatch, type PostingChange } from './posting-batch.ts'
import type { Database } from './schema.ts'
import { closeEmptyListings, type Source } from './sources.ts'

export type { PostingChange } from './posting-batch.ts'

/** What the narrow table remembers of a posting: all that an unchanged advert meets. */
export interface KnownPosting {
  content_hash: Buffer
  version: string | null
  listing_id: number | null
  missing: boolean
  closed: boolean
  first_seen: Date
  /** Version of the rules that read it last; 0 = not read by any, since its source's terms do not let it be shown yet. */
  tagger_version: number
}

export async function knownPostings(
  db: Kysely<Database>,
  sourceId: number,
): Promise<Map<string, KnownPosting>> {
  const rows = await db
    .selectFrom('posting')
    .select([
      'external_id',
      'content_hash',
      'version',
      'listing_id',
      'missing_since',
      'closed_at',
      'first_seen',
      'tagger_version',
    ])
    .where('source_id', '=', sourceId)
    .execute()
  return new Map(
    rows.map((r) => [
      r.external_id,
      {
        content_hash: r.content_hash,
        version: r.version,
        listing_id: r.listing_id,
        missing: r.missing_since !== null,
        closed: r.closed_at !== null,
        first_seen: r.first_seen,
        tagger_version: r.tagger_version,
      },
    ]),
  )
}

/**
 * Keeps one batch of new or changed postings in one transaction: identity row, body, and the listing it
 * belongs to. Running it twice with the same batch leaves the same rows.
 */
export async function savePostings(
  db: Kysely<Database>,
  source: Source,
  batch: readonly PostingChange[],
  taggerVersion: number,
  now: Date,
): Promise<void> {
  await retryDeadlock(() =>
    db.transaction().execute((tx) => keepBatch(tx, source, batch, taggerVersion, now)),
  )
}

/** Two workers may take the locks of two jobs in opposite order; PostgreSQL ends one, which simply starts over. */
async function retryDeadlock(work: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      const deadlock = (error as { code?: unknown }).code === '40P01'
      if (!deadlock || attempt === 5) throw error
    }
  }
}

/**
 * What a poll says about presence. `seen` postings that had gone missing or closed stand again (unless
 * their own closing date has passed); when absence counts, an open posting that is absent is marked
 * missing, and closed when it was already missing in an earlier complete poll. Runs in the transaction
 * that also keeps the poll's row.
 * @returns how many postings closed. Writes nothing when nothing changed.
 */
export async function settlePresence(
  tx: Kysely<Database>,
  sourceId: number,
  seen: readonly string[],
  absenceCounts: boolean,
  now: Date,
): Promise<number> {
  const changes = await presenceChanges(tx, sourceId, seen)
  const ids = (wanted: PresenceChange['now']): string[] =>
    changes.filter((c) => c.now === wanted).map((c) => c.external_id)
  await standAgain(tx, sourceId, ids('back'), now)
  if (!absenceCounts) return 0
  const missing = ids('missing')
  if (missing.length > 0) {
    await sql`
      update posting set missing_since = ${now}
      where source_id = ${sourceId} and external_id = any(${missing}::text[])
        and closed_at is null and missing_since is null`.execute(tx)
  }
  return closeAbsent(tx, sourceId, ids('gone'), now)
}

interface PresenceChange {
  external_id: string
  now: 'back' | 'missing' | 'gone'
}

/** The postings of a source for which it makes a difference that they were seen or not; read, not written. */
async function presenceChanges(
  tx: Kysely<Database>,
  sourceId: number,
  seen: readonly string[],
): Promise<PresenceChange[]> {
  // Being listed opens what absence closed. What its own date or its own page closed stays closed, since
  // lists go stale: only a new reading of the posting itself (`savePostings`) opens that again.
  const { rows } = await sql<PresenceChange>`
    select external_id,
      case when seen then 'back' when missing_since is null then 'missing' else 'gone' end as now
    from (
      select external_id, missing_since, closed_at, close_reason,
        external_id = any(${[...seen]}::text[]) as seen
      from posting where source_id = ${sourceId}) p
    where case when seen
      then missing_since is not null or (closed_at is not null and close_reason not in ('expired', 'gone'))
      else closed_at is null end`.execute(tx)
  return rows
}

async function closeAbsent(
  tx: Kysely<Database>,
  sourceId: number,
  ids: readonly string[],
  now: Date,
): Promise<number> {
  if (ids.length === 0) return 0
  const { rows: closed } = await sql<{ listing_id: number | null }>`
    update posting p set closed_at = ${now}, close_reason = 'absent'
    where source_id = ${sourceId} and external_id = any(${[...ids]}::text[]) and closed_at is null
    returning listing_id`.execute(tx)
  await closeEmptyListings(
    tx,
    closed.map((p) => p.listing_id).filter((id) => id !== null),
    'absent',
    now,
  )
  return closed.length
}

async function standAgain(
  tx: Kysely<Database>,
  sourceId: number,
  back: readonly string[],
  now: Date,
): Promise<void> {
  if (back.length === 0) return
  const { rows } = await sql<{ listing_id: number | null }>`
    update posting set missing_since = null, closed_at = null, close_reason = null
    where source_id = ${sourceId} and external_id = any(${[...back]}::text[])
      and (closed_at is null or close_reason not in ('expired', 'gone'))
    returning listing_id`.execute(tx)
  const ids = rows.map((r) => r.listing_id).filter((id) => id !== null)
  if (ids.length === 0) return
  await sql`
    update listing set closed_at = null, close_reason = null, moved_to = null
    where id = any(${ids}::bigint[]) and closed_at is not null
      and (closes_at is null or closes_at > ${now})`.execute(tx)
}

/** Closes one posting at once: its own page answered 404 or 410. */
export async function closeGonePosting(
  db: Kysely<Database>,
  sourceId: number,
  externalId: string,
  now: Date,
): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const closed = await tx
      .updateTable('posting')
      .set({ closed_at: now, close_reason: 'gone' })
      .where('source_id', '=', sourceId)
      .where('external_id', '=', externalId)
      .where('closed_at', 'is', null)
      .returning('listing_id')
      .executeTakeFirst()
    if (closed === undefined) return false
    if (closed.listing_id !== null) await closeEmptyListings(tx, [closed.listing_id], 'gone', now)
    return true
  })
}

/** Closes postings whose own closing date has passed. @returns how many closed. */
export async function closeExpired(db: Kysely<Database>, now: Date): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ listing_id: number | null }>`
      update posting p set closed_at = ${now}, close_reason = 'expired'
      from posting_body b
      where b.source_id = p.source_id and b.external_id = p.external_id
        and p.closed_at is null and b.expires_at <= ${now}
      returning p.listing_id`.execute(tx)
    await closeEmptyListings(
      tx,
      rows.map((r) => r.listing_id).filter((id) => id !== null),
      'expired',
      now,
    )
    return rows.length
  })
}

/** What stands open at a source: seen in its last poll, missing in it, and seen with a listing of the trade. */
export async function standingCounts(
  db: Kysely<Database>,
  sourceId: number,
): Promise<{ standing: number; missing: number; listed: number }> {
  return db
    .selectFrom('posting')
    .select((e) => [
      e.fn.countAll<number>().filterWhere('missing_since', 'is', null).as('standing'),
      e.fn.countAll<number>().filterWhere('missing_since', 'is not', null).as('missing'),
      e.fn
        .countAll<number>()
        .filterWhere('missing_since', 'is', null)
        .filterWhere('listing_id', 'is not', null)
        .as('listed'),
    ])
    .where('source_id', '=', sourceId)
    .where('closed_at', 'is', null)
    .executeTakeFirstOrThrow()
}

/** Open postings of a source that were not missing before this poll: the measure of a shrunken board. */
export async function openPostingCount(db: Kysely<Database>, sourceId: number): Promise<number> {
  const row = await db
    .selectFrom('posting')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('source_id', '=', sourceId)
    .where('closed_at', 'is', null)
    .where('missing_since', 'is', null)
    .executeTakeFirstOrThrow()
  return row.n
}
