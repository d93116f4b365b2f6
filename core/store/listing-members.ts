import { sql, type Kysely, type Selectable } from 'kysely'
import { draftListing } from '../domain/draft.ts'
import { SAME_VERSION } from '../domain/same/same-job.ts'
import { placeInListings, type Join, type Placing, type Standing } from './listing-groups.ts'
import { employerIds, listingRow, type PostingId } from './listing-columns.ts'
import { postingKey, reopenListings, updateListings } from './listing-writes.ts'
import { postingOfBody } from './posting-body.ts'
import { jobOfDraft, likenessOf } from './same-sketch.ts'
import type { Database, PostingBodyTable } from './schema.ts'
import { closeEmptyListings } from './sources.ts'
import { rowsOf } from './unnest.ts'

/** A kept posting, read again from its body. */
export interface StoredPosting extends Placing {
  demo: boolean
  taggerVersion: number
}

const POSTING_ID = { source_id: 'integer', external_id: 'text' } as const

interface StoredRow extends Selectable<PostingBodyTable>, StandingRow {
  source_employer: string | null
  demo: boolean
  tagger_version: number
}

/** These postings with what they say, in the order of their ids; those that are kept without a body are left out. */
export async function storedPostings(
  tx: Kysely<Database>,
  ids: readonly PostingId[],
): Promise<StoredPosting[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<StoredRow>`
    select b.*, s.employer as source_employer, s.origin = 'demo' as demo, p.tagger_version, ${STANDING}
    from ${rowsOf(POSTING_ID, ids)}
    join posting p on p.source_id = x.source_id and p.external_id = x.external_id
    join posting_body b on b.source_id = p.source_id and b.external_id = p.external_id
    join source s on s.id = p.source_id
    left join listing l on l.id = p.listing_id
    order by b.source_id, b.external_id`.execute(tx)
  return rows.flatMap((row) => {
    const draft = draftListing(postingOfBody(row), row.source_employer)
    if (draft === null) return []
    return [
      {
        source_id: row.source_id,
        external_id: row.external_id,
        own: row.source_employer !== null,
        demo: row.demo,
        taggerVersion: row.tagger_version,
        draft,
        job: jobOfDraft(draft),
        standing: standingOf(row),
      },
    ]
  })
}

export interface StandingRow {
  listing_id: number | null
  lead: boolean | null
  others: number
  bands: number[] | null
}

/** Where a posting `p` stands, whose listing is joined as `l`. */
export const STANDING = sql`p.listing_id,
  l.lead_source_id = p.source_id and l.lead_external_id = p.external_id as lead,
  (select count(*) from posting o where o.listing_id = p.listing_id and p.listing_id is not null)::integer - 1 as others,
  l.bands`

export function standingOf(row: StandingRow): Standing | null {
  if (row.listing_id === null || row.lead === null) return null
  return { id: row.listing_id, lead: row.lead, others: row.others, bands: row.bands ?? [] }
}

/** Places kept postings anew, as if each had just come; what they leave shows another posting or closes. */
export async function placeAnew(
  tx: Kysely<Database>,
  postings: readonly StoredPosting[],
  now: Date,
): Promise<void> {
  for (const posting of postings) {
    const terms = { demo: posting.demo, taggerVersion: posting.taggerVersion, now }
    const { listings, joins } = await placeInListings(tx, [posting], terms)
    const listingId = listings.get(postingKey(posting)) ?? null
    await standIn(tx, [posting], listingId)
    await explain(tx, joins, [posting], now)
    const was = posting.standing
    if (was !== null && was.id !== listingId) await afterLeaving(tx, [was], now)
    if (listingId !== null) await reopenIfStanding(tx, listingId)
  }
}

/** Writes in which listing postings stand, as placed by the present rule. */
export async function standIn(
  tx: Kysely<Database>,
  ids: readonly PostingId[],
  listingId: number | null,
): Promise<void> {
  await sql`
    update posting p set listing_id = ${listingId}, same_version = ${SAME_VERSION}
    from ${rowsOf(POSTING_ID, ids)}
    where p.source_id = x.source_id and p.external_id = x.external_id`.execute(tx)
}

/** Opens a listing again where a posting of it stands: a closed one that is placed anew opens nothing. */
export async function reopenIfStanding(tx: Kysely<Database>, listingId: number): Promise<void> {
  const { rows } = await sql<{ stands: boolean }>`
    select exists (select from posting where listing_id = ${listingId} and closed_at is null) as stands`.execute(
    tx,
  )
  if (rows[0]?.stands === true) await reopenListings(tx, [listingId])
}

const JOIN_COLUMNS = {
  source_id: 'integer',
  external_id: 'text',
  lead_source_id: 'integer',
  lead_external_id: 'text',
  why: 'text',
} as const

/** Keeps why postings are shown by others; of `placed`, those that joined nothing lose what was written of them. */
export async function explain(
  tx: Kysely<Database>,
  joins: readonly Join[],
  placed: readonly PostingId[],
  now: Date,
): Promise<void> {
  const newest = new Map(joins.map((join) => [postingKey(join), join]))
  const alone = placed.filter((id) => !newest.has(postingKey(id)))
  if (alone.length > 0) {
    await sql`
      delete from same_job j using ${rowsOf(POSTING_ID, alone)}
      where j.source_id = x.source_id and j.external_id = x.external_id`.execute(tx)
  }
  if (newest.size === 0) return
  const rows = [...newest.values()].map(({ source_id, external_id, lead, why }) => ({
    source_id,
    external_id,
    lead_source_id: lead.source_id,
    lead_external_id: lead.external_id,
    why,
  }))
  await sql`
    insert into same_job (source_id, external_id, lead_source_id, lead_external_id, why, rules, at)
    select x.*, ${SAME_VERSION}::integer, ${now}::timestamptz from ${rowsOf(JOIN_COLUMNS, rows)}
    on conflict (source_id, external_id) do update set
      lead_source_id = excluded.lead_source_id, lead_external_id = excluded.lead_external_id,
      why = excluded.why, rules = excluded.rules, at = excluded.at`.execute(tx)
}

/** What becomes of listings that postings have left: each shows another of its postings, or closes. */
export async function afterLeaving(
  tx: Kysely<Database>,
  left: readonly Standing[],
  now: Date,
): Promise<void> {
  for (const { id, lead } of left) if (lead) await showAnotherPosting(tx, id, now)
  await closeEmptyListings(
    tx,
    left.map(({ id }) => id),
    'moved',
    now,
  )
}

/** Takes a posting out of its listing: it is shown no more. */
export async function takeFromListing(
  tx: Kysely<Database>,
  id: PostingId,
  now: Date,
): Promise<void> {
  const { rows } = await sql<StandingRow>`
    select ${STANDING} from posting p left join listing l on l.id = p.listing_id
    where p.source_id = ${id.source_id} and p.external_id = ${id.external_id}`.execute(tx)
  const standing = rows[0] === undefined ? null : standingOf(rows[0])
  if (standing === null) return
  await standIn(tx, [id], null)
  await explain(tx, [], [id], now)
  await afterLeaving(tx, [standing], now)
}

/** Shows the best of the listing's postings: one that stands, on the employer's own board, the oldest. */
export async function showAnotherPosting(
  tx: Kysely<Database>,
  listingId: number,
  now: Date,
): Promise<void> {
  const { rows } = await sql<PostingId>`
    select p.source_id, p.external_id
    from posting p
    join posting_body b on b.source_id = p.source_id and b.external_id = p.external_id
    join source s on s.id = p.source_id
    where p.listing_id = ${listingId}
    order by p.closed_at is not null, s.employer is null, p.first_seen, p.source_id, p.external_id
    limit 1`.execute(tx)
  const [next] = await storedPostings(tx, rows)
  if (next?.standing == null) return
  await show(tx, next, next.standing)
  await explain(tx, [], [next], now)
}

/** Gives a listing the words of this posting. */
export async function show(
  tx: Kysely<Database>,
  posting: StoredPosting,
  { id, bands }: Pick<Standing, 'id' | 'bands'>,
): Promise<void> {
  const { draft, job, taggerVersion } = posting
  const employer = await employerIds(tx, [draft.employer])
  const row = listingRow(
    posting,
    draft,
    likenessOf(job, draft.text),
    employer(draft.employer),
    taggerVersion,
  )
  await updateListings(tx, [{ id, row, oldBands: bands }])
}

/**
 * Puts newer tags into a listing whose posting was read again; open stays open and closed stays closed.
 * Does nothing when the listing shows another of its postings.
 */
export async function rereadListing(tx: Kysely<Database>, posting: StoredPosting): Promise<void> {
  if (posting.standing?.lead === true) await show(tx, posting, posting.standing)
}
