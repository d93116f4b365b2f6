import type { Kysely, Selectable } from 'kysely'
import type { Feedback, FeedbackStatus } from '../domain/feedback.ts'
import type { Database, FeedbackTable, SourceTable } from './schema.ts'

/** A statement about to be kept; its status is `new`. */
export type NewFeedback = Omit<Feedback, 'id' | 'status' | 'created_at'>

/** Keeps what a person said. The listing must exist; its tags stay as they are. */
export async function saveFeedback(
  db: Kysely<Database>,
  said: NewFeedback,
  now: Date,
): Promise<Feedback> {
  const row = await db
    .insertInto('feedback')
    .values({ ...said, shown: JSON.stringify(said.shown), created_at: now })
    .returningAll()
    .executeTakeFirstOrThrow()
  return feedbackOf(row)
}

/** What people said, newest first; of every status when `status` is undefined. */
export async function listFeedback(
  db: Kysely<Database>,
  query: { status?: FeedbackStatus | undefined; limit: number },
): Promise<Feedback[]> {
  const rows = await db
    .selectFrom('feedback')
    .selectAll()
    .$if(query.status !== undefined, (q) => q.where('status', '=', query.status as FeedbackStatus))
    .orderBy('id', 'desc')
    .limit(query.limit)
    .execute()
  return rows.map(feedbackOf)
}

/** A statement with the advert it is about and the terms of the feed that advert came from. */
export interface FeedbackCase extends Feedback {
  title: string
  employer: string | null
  place: string | null
  text: string
  source: { kind: string; origin: SourceTable['origin']; policy: Record<string, unknown> }
}

const BATCH = 200

/** Every statement of this status, or of all, oldest first, read in batches. */
export async function* feedbackCases(
  db: Kysely<Database>,
  status: FeedbackStatus | undefined,
): AsyncGenerator<FeedbackCase> {
  let after = 0
  for (;;) {
    const rows = await db
      .selectFrom('feedback as f')
      .innerJoin('listing as l', 'l.id', 'f.listing_id')
      .innerJoin('source as s', 's.id', 'l.lead_source_id')
      .selectAll('f')
      .select(['l.title', 'l.employer', 'l.place', 'l.text', 's.kind', 's.origin', 's.policy'])
      .where('f.id', '>', after)
      .$if(status !== undefined, (q) => q.where('f.status', '=', status as FeedbackStatus))
      .orderBy('f.id')
      .limit(BATCH)
      .execute()
    for (const row of rows) {
      const { title, employer, place, text, kind, origin, policy } = row
      yield { ...feedbackOf(row), title, employer, place, text, source: { kind, origin, policy } }
      after = row.id
    }
    if (rows.length < BATCH) return
  }
}

function feedbackOf(row: Selectable<FeedbackTable>): Feedback {
  return {
    id: row.id,
    listing_id: row.listing_id,
    tag: row.tag,
    shown: row.shown,
    words: row.words,
    correct: row.correct,
    tagger_version: row.tagger_version,
    status: row.status,
    created_at: row.created_at.toISOString(),
  }
}
