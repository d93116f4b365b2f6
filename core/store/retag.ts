import { sql, type Kysely } from 'kysely'
import type { PostingId } from './listing-columns.ts'
import { rereadListing, storedPostings, takeFromListing } from './listing-members.ts'
import type { Database } from './schema.ts'

/** true for a posting whose text is kept. The others are read again at the next poll of their source. */
const textIsKept = sql<boolean>`not exists (select from posting_body b
  where b.source_id = posting.source_id and b.external_id = posting.external_id and b.reading is not null)`

/** Kept postings that were read by other rules than these. */
export async function staleCount(db: Kysely<Database>, taggerVersion: number): Promise<number> {
  const row = await db
    .selectFrom('posting')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('listing_id', 'is not', null)
    .where('tagger_version', '!=', taggerVersion)
    .where(textIsKept)
    .executeTakeFirstOrThrow()
  return row.n
}

/**
 * Reads up to `batch` kept postings again by the present rules, in one short transaction. What it has
 * done is marked on each row, so a killed run goes on where it stood, and several may run side by side
 * (rows that another holds are passed over).
 * @returns how many were read; 0 = nothing is left (or all that is left is in other hands).
 */
export async function retagBatch(
  db: Kysely<Database>,
  taggerVersion: number,
  batch: number,
  now: Date,
): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const ids = await tx
      .selectFrom('posting')
      .select(['source_id', 'external_id'])
      .where('listing_id', 'is not', null)
      .where('tagger_version', '!=', taggerVersion)
      .where(textIsKept)
      .orderBy('source_id')
      .orderBy('external_id')
      .limit(batch)
      .forUpdate()
      .skipLocked()
      .execute()
    for (const id of ids) await retagOne(tx, id, taggerVersion, now)
    return ids.length
  })
}

async function retagOne(
  tx: Kysely<Database>,
  id: PostingId,
  taggerVersion: number,
  now: Date,
): Promise<void> {
  await sql`update posting set tagger_version = ${taggerVersion}
    where source_id = ${id.source_id} and external_id = ${id.external_id}`.execute(tx)
  const [posting] = await storedPostings(tx, [id])
  if (posting !== undefined) return rereadListing(tx, posting)
  const { rows } = await sql<{ kept: boolean }>`
    select exists (select from posting_body
      where source_id = ${id.source_id} and external_id = ${id.external_id}) as kept`.execute(tx)
  // A body that is of no trade any more; without a body there is nothing to read.
  if (rows[0]?.kept === true) await takeFromListing(tx, id, now)
}
