import { sql, type Kysely } from 'kysely'
import { draftListing, type ListingDraft } from '../domain/draft.ts'
import { prepareJob, sameKey, type JobSketch } from '../domain/same/prepare.ts'
import { sameJob } from '../domain/same/same-job.ts'
import { postingOfBody } from './posting-body.ts'
import { listingRow, type ListingRow, type PostingId } from './listing-columns.ts'
import type { Database } from './schema.ts'
import { closeEmptyListings } from './sources.ts'

/**
 * Puts a posting into the listing of the same job, or makes a new listing. A posting that stood alone in
 * its listing keeps it (and the listing its id and first-seen date) however its words changed.
 */
export async function placeInListing(
  tx: Kysely<Database>,
  id: PostingId & { demo: boolean },
  draft: ListingDraft,
  taggerVersion: number,
  now: Date,
): Promise<void> {
  const sketch = sketchOf(draft)
  const key = sameKey(prepareJob(sketch))
  // Two workers that meet the same job in two feeds must not both make a listing of it.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`foothold:same:${key}`}, 0))`.execute(
    tx,
  )
  const current = await currentListing(tx, id)
  const row = await listingRow(tx, id, draft, key, taggerVersion)

  if (current !== null && current.others === 0) {
    await updateListing(tx, current.listingId, row)
    return
  }
  if (current !== null && !current.lead && (await isSameJob(tx, current.listingId, sketch))) {
    await reopen(tx, current.listingId)
    return
  }
  if (current !== null) await takeFromListing(tx, id, now)

  const listingId =
    (await findSameJob(tx, key, sketch, id.demo)) ?? (await insertListing(tx, row, now))
  await attach(tx, id, listingId)
  await reopen(tx, listingId)
}

/** Takes a posting out of its listing: the listing then shows another of its postings, or closes. */
export async function takeFromListing(
  tx: Kysely<Database>,
  id: PostingId,
  now: Date,
): Promise<void> {
  const was = await tx
    .selectFrom('posting')
    .innerJoin('listing', 'listing.id', 'posting.listing_id')
    .select(['listing.id', 'listing.lead_source_id', 'listing.lead_external_id'])
    .where('posting.source_id', '=', id.source_id)
    .where('posting.external_id', '=', id.external_id)
    .executeTakeFirst()
  if (was === undefined) return
  await attach(tx, id, null)
  const wasLead = was.lead_source_id === id.source_id && was.lead_external_id === id.external_id
  if (wasLead) await showAnotherPosting(tx, was.id)
  await closeEmptyListings(tx, [was.id], 'moved', now)
}

async function showAnotherPosting(tx: Kysely<Database>, listingId: number): Promise<void> {
  const next = await tx
    .selectFrom('posting as p')
    .innerJoin('posting_body as b', (j) =>
      j.onRef('b.source_id', '=', 'p.source_id').onRef('b.external_id', '=', 'p.external_id'),
    )
    .innerJoin('source as s', 's.id', 'p.source_id')
    .selectAll('b')
    .select(['s.origin', 's.employer as source_employer', 'p.tagger_version'])
    .where('p.listing_id', '=', listingId)
    .orderBy((e) => e('p.closed_at', 'is not', null))
    .orderBy('p.first_seen')
    .limit(1)
    .executeTakeFirst()
  if (next === undefined) return
  const draft = draftListing(postingOfBody(next), next.source_employer)
  if (draft === null) return
  const id = {
    source_id: next.source_id,
    external_id: next.external_id,
    demo: next.origin === 'demo',
  }
  await updateListing(
    tx,
    listingId,
    await listingRow(tx, id, draft, sameKey(prepareJob(sketchOf(draft))), next.tagger_version),
  )
}

async function currentListing(
  tx: Kysely<Database>,
  id: PostingId,
): Promise<{ listingId: number; lead: boolean; others: number } | null> {
  const { rows } = await sql<{ listing_id: number; lead: boolean; others: number }>`
    select l.id as listing_id,
      l.lead_source_id = p.source_id and l.lead_external_id = p.external_id as lead,
      (select count(*) from posting o where o.listing_id = l.id) - 1 as others
    from posting p join listing l on l.id = p.listing_id
    where p.source_id = ${id.source_id} and p.external_id = ${id.external_id}`.execute(tx)
  const row = rows[0]
  return row === undefined
    ? null
    : { listingId: row.listing_id, lead: row.lead, others: Number(row.others) }
}

function sketchOf(draft: ListingDraft): JobSketch {
  const place = draft.places[0]
  return {
    title: draft.title,
    company: draft.employer,
    city: place?.city ?? null,
    state: place?.state ?? null,
    remote: draft.reading.work_mode === 'remote',
    text: draft.text,
    url: draft.url,
    source: null,
  }
}

async function findSameJob(
  tx: Kysely<Database>,
  key: string,
  sketch: JobSketch,
  demo: boolean,
): Promise<number | null> {
  const candidates = await tx
    .selectFrom('listing')
    .select(['id', 'title', 'employer', 'places', 'work_mode', 'text', 'url'])
    .where('same_key', '=', key)
    .where('demo', '=', demo)
    .where('closed_at', 'is', null)
    .orderBy('id')
    .limit(50)
    .execute()
  for (const c of candidates) {
    const other = {
      title: c.title,
      company: c.employer,
      city: c.places[0]?.city ?? null,
      state: c.places[0]?.state ?? null,
      remote: c.work_mode === 'remote',
      text: c.text,
      url: c.url,
      source: null,
    }
    if (sameJob(sketch, other).same) return c.id
  }
  return null
}

async function isSameJob(
  tx: Kysely<Database>,
  listingId: number,
  sketch: JobSketch,
): Promise<boolean> {
  const row = await tx
    .selectFrom('listing')
    .select(['same_key', 'demo'])
    .where('id', '=', listingId)
    .executeTakeFirst()
  if (row === undefined || row.same_key !== sameKey(prepareJob(sketch))) return false
  return (await findSameJob(tx, row.same_key, sketch, row.demo)) === listingId
}

async function attach(
  tx: Kysely<Database>,
  id: PostingId,
  listingId: number | null,
): Promise<void> {
  await tx
    .updateTable('posting')
    .set({ listing_id: listingId })
    .where('source_id', '=', id.source_id)
    .where('external_id', '=', id.external_id)
    .execute()
}

async function reopen(tx: Kysely<Database>, listingId: number): Promise<void> {
  await tx
    .updateTable('listing')
    .set({ closed_at: null, close_reason: null })
    .where('id', '=', listingId)
    .where('closed_at', 'is not', null)
    .execute()
}

/**
 * Puts newer tags into a listing whose posting was read again; open stays open and closed stays closed.
 * Does nothing when the listing shows another of its postings.
 */
export async function rereadListing(
  tx: Kysely<Database>,
  listingId: number,
  id: PostingId & { demo: boolean },
  draft: ListingDraft,
  taggerVersion: number,
): Promise<void> {
  const row = await listingRow(tx, id, draft, sameKey(prepareJob(sketchOf(draft))), taggerVersion)
  await tx
    .updateTable('listing')
    .set(row)
    .where('id', '=', listingId)
    .where('lead_source_id', '=', id.source_id)
    .where('lead_external_id', '=', id.external_id)
    .execute()
}

async function updateListing(
  tx: Kysely<Database>,
  listingId: number,
  row: ListingRow,
): Promise<void> {
  await tx
    .updateTable('listing')
    .set({ ...row, closed_at: null, close_reason: null })
    .where('id', '=', listingId)
    .execute()
}

async function insertListing(tx: Kysely<Database>, row: ListingRow, now: Date): Promise<number> {
  const { id } = await tx
    .insertInto('listing')
    .values({ ...row, first_seen: now, close_reason: null })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
