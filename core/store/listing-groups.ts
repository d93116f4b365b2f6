import { sql, type Kysely } from 'kysely'
import { draftListing, type ListingDraft } from '../domain/draft.ts'
import { normaliseEmployer } from '../domain/employer-name.ts'
import { sameJob, sameKey, type JobSketch } from '../domain/same/same-job.ts'
import { postingOfBody } from './posting-body.ts'
import type { Database } from './schema.ts'
import { closeEmptyListings } from './sources.ts'

interface PostingId {
  source_id: number
  external_id: string
}

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
  const key = sameKey(sketch)
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
    await listingRow(tx, id, draft, sameKey(sketchOf(draft)), next.tagger_version),
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
  if (row === undefined || row.same_key !== sameKey(sketch)) return false
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
  const row = await listingRow(tx, id, draft, sameKey(sketchOf(draft)), taggerVersion)
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

type ListingRow = Awaited<ReturnType<typeof listingRow>>

async function listingRow(
  tx: Kysely<Database>,
  id: PostingId & { demo: boolean },
  draft: ListingDraft,
  key: string,
  taggerVersion: number,
) {
  return {
    same_key: key,
    lead_source_id: id.source_id,
    lead_external_id: id.external_id,
    employer_id: await employerId(tx, draft.employer),
    title: draft.title,
    employer: draft.employer,
    place: draft.place,
    places: JSON.stringify(draft.places),
    states: draft.states,
    url: draft.url,
    apply_url: draft.apply_url,
    posted_at: draft.posted_at,
    closes_at: draft.closes_at,
    demo: id.demo,
    text: draft.text,
    html: draft.html,
    pay_hour_min: draft.pay_hour_min,
    pay_hour_max: draft.pay_hour_max,
    tagger_version: taggerVersion,
    ...tagColumns(draft),
  }
}

function tagColumns({ reading: r }: ListingDraft) {
  return {
    in_domain: r.in_domain,
    role: r.role,
    adjacent_role: r.adjacent_role,
    level: r.level,
    min_months: r.min_months,
    max_months: r.max_months,
    preferred_months: r.preferred_months,
    entry: r.entry,
    credentials_required: r.credentials.required,
    credentials_any_of: r.credentials.any_of,
    credentials_class: r.credentials.required_class,
    credentials_preferred: r.credentials.preferred,
    accepted_apprentice: r.credentials.accepted_apprentice,
    within_months_of_hire: r.credentials.within_months_of_hire,
    education: r.education === null ? null : JSON.stringify(r.education),
    work_mode: r.work_mode,
    hybrid_days_onsite: r.hybrid_days_onsite,
    states_allowed: r.states_allowed,
    states_excluded: r.states_excluded,
    settings: r.settings,
    specialties: r.specialties,
    systems: r.systems,
    employment_type: r.employment_type,
    pay_min: r.pay?.min ?? null,
    pay_max: r.pay?.max ?? null,
    pay_unit: r.pay?.unit ?? null,
    warnings: JSON.stringify(r.warnings),
    requirement: JSON.stringify(r.requirement),
    evidence: JSON.stringify(r.evidence),
  }
}

async function employerId(tx: Kysely<Database>, name: string | null): Promise<number | null> {
  if (name === null) return null
  const norm = normaliseEmployer(name)
  if (norm === '') return null
  const known = await tx
    .selectFrom('employer')
    .select('id')
    .where('name_norm', '=', norm)
    .executeTakeFirst()
  if (known !== undefined) return known.id
  const made = await tx
    .insertInto('employer')
    .values({ name, name_norm: norm })
    .onConflict((c) => c.column('name_norm').doUpdateSet({ name_norm: norm }))
    .returning('id')
    .executeTakeFirstOrThrow()
  return made.id
}
