import { sql, type Kysely } from 'kysely'
import { draftListing } from '../domain/draft.ts'
import { rereadListing, takeFromListing } from './listing-groups.ts'
import { postingOfBody } from './posting-body.ts'
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
      .select(['source_id', 'external_id', 'listing_id'])
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
  posting: { source_id: number; external_id: string; listing_id: number | null },
  taggerVersion: number,
  now: Date,
): Promise<void> {
  const { source_id, external_id } = posting
  const body = await tx
    .selectFrom('posting_body as b')
    .innerJoin('source as s', 's.id', 'b.source_id')
    .selectAll('b')
    .select(['s.employer as source_employer', 's.origin'])
    .where('b.source_id', '=', source_id)
    .where('b.external_id', '=', external_id)
    .executeTakeFirst()
  await sql`update posting set tagger_version = ${taggerVersion}
    where source_id = ${source_id} and external_id = ${external_id}`.execute(tx)
  if (body === undefined || posting.listing_id === null) return
  const draft = draftListing(postingOfBody(body), body.source_employer)
  const id = { source_id, external_id, demo: body.origin === 'demo' }
  if (draft === null) await takeFromListing(tx, id, now)
  else await rereadListing(tx, posting.listing_id, id, draft, taggerVersion)
}
