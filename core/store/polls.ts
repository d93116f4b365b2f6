import type { Insertable, Kysely } from 'kysely'
import type { Database, PollTable, SourceState } from './schema.ts'

/** What the source remembers after a poll. Absent keys stay as they are. */
export interface SourceAfterPoll {
  state: SourceState
  reason: string | null
  failures: number
  next_due_at: Date
  etag?: string | null
  last_modified?: string | null
  body_sha256?: Buffer | null
  tagger_version?: number
}

/** Writes the poll row and what the source remembers of it, together. */
export async function recordPoll(
  db: Kysely<Database>,
  poll: Insertable<PollTable>,
  source: SourceAfterPoll,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await tx.insertInto('poll').values(poll).execute()
    await tx.updateTable('source').set(source).where('id', '=', poll.source_id).execute()
  })
}
