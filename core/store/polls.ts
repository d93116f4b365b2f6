import type { Insertable, Kysely } from 'kysely'
import { settlePresence } from './postings.ts'
import type { Database, PollTable, SourceState } from './schema.ts'
import type { Source } from './sources.ts'

/** What the source remembers after a poll. Absent keys stay as they are. */
export interface SourceAfterPoll {
  state: SourceState
  paused_by: 'product' | null
  reason: string | null
  failures: number
  barren_polls: number
  next_due_at: Date
  proven_at?: Date
  etag?: string | null
  last_modified?: string | null
  body_sha256?: Buffer | null
  tagger_version?: number
}

/** What a poll says about presence (`settlePresence`). */
export interface Presence {
  seen: readonly string[]
  absenceCounts: boolean
}

/**
 * Ends a poll: presence, poll row and what the source remembers are one transaction, so that a killed
 * poll either counted whole or not at all. `poll.closed` is what had closed before; the row holds the sum.
 * @returns how many postings closed in all.
 */
export async function settlePoll(
  db: Kysely<Database>,
  poll: Insertable<PollTable>,
  presence: Presence | null,
  source: SourceAfterPoll,
): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const now = new Date(poll.finished_at)
    const absent =
      presence === null
        ? 0
        : await settlePresence(tx, poll.source_id, presence.seen, presence.absenceCounts, now)
    const closed = poll.closed + absent
    await tx
      .insertInto('poll')
      .values({ ...poll, closed })
      .execute()
    await tx.updateTable('source').set(source).where('id', '=', poll.source_id).execute()
    return closed
  })
}

/** When the newest polls of a source began: its last one and all since `since`. */
export async function pollStarts(
  db: Kysely<Database>,
  source: Pick<Source, 'id' | 'started_at'>,
  since: Date,
): Promise<Date[]> {
  const rows = await db
    .selectFrom('poll')
    .select('started_at')
    .where('source_id', '=', source.id)
    .where('started_at', '>', since)
    .execute()
  const starts = rows.map((r) => r.started_at)
  const last = source.started_at
  // The source knows of a poll that was killed before it could leave a row.
  const known = last === null || starts.some((s) => s.getTime() === last.getTime())
  return known ? starts : [...starts, last]
}
