import { sql, type Kysely } from 'kysely'
import { apartAtOnce, SAME_VERSION, samePrepared } from '../domain/same/same-job.ts'
import { anyParted } from './kept-apart.ts'
import { candidatesFor, type Candidate } from './listing-candidates.ts'
import type { PostingId } from './listing-columns.ts'
import { keepsItsListing, type Standing } from './listing-groups.ts'
import {
  explain,
  placeAnew,
  reopenIfStanding,
  show,
  showAnotherPosting,
  standIn,
  storedPostings,
  type StoredPosting,
} from './listing-members.ts'
import { lockAllJobs } from './same-locks.ts'
import { likenessOf } from './same-sketch.ts'
import type { Database } from './schema.ts'

/** Postings that other rules have placed, or that have changed since they were placed. */
export async function unplacedCount(db: Kysely<Database>): Promise<number> {
  const row = await db
    .selectFrom('posting')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('listing_id', 'is not', null)
    .where('same_version', '!=', SAME_VERSION)
    .executeTakeFirstOrThrow()
  return row.n
}

export interface Regrouped {
  /** The last posting looked at; null = none was left after the one asked for. */
  last: PostingId | null
  looked: number
  /** Listings that another was found to show already. */
  merged: number
  /** Postings that left a listing that shows another job. */
  parted: number
}

/**
 * Looks again where the next postings after `after` belong, in one short transaction that blocks no reader
 * and, for its length, the placing of others. What it has done is marked on each row, so a killed run goes
 * on where it stood; rows that another holds are passed over.
 */
export async function regroupBatch(
  db: Kysely<Database>,
  after: PostingId | null,
  limit: number,
  now: Date,
): Promise<Regrouped> {
  return db.transaction().execute(async (tx) => {
    await lockAllJobs(tx)
    const { rows: ids } = await sql<PostingId>`
      select source_id, external_id from posting
      where listing_id is not null and same_version <> ${SAME_VERSION}
        and (source_id, external_id) > (${after?.source_id ?? 0}, ${after?.external_id ?? ''})
      order by source_id, external_id limit ${limit}
      for update skip locked`.execute(tx)
    const report = { last: ids.at(-1) ?? null, looked: ids.length, merged: 0, parted: 0 }
    for (const id of ids) {
      const done = await regroupOne(tx, id, now)
      if (done === 'merged') report.merged += 1
      if (done === 'parted') report.parted += 1
    }
    return report
  })
}

/** Looks again where one posting belongs. The caller holds the lock of all jobs. */
export async function regroupOne(
  tx: Kysely<Database>,
  id: PostingId,
  now: Date,
): Promise<'merged' | 'parted' | 'stays'> {
  await sql`update posting set same_version = ${SAME_VERSION}
    where source_id = ${id.source_id} and external_id = ${id.external_id}`.execute(tx)
  const [posting] = await storedPostings(tx, [id])
  if (posting?.standing == null) return 'stays'
  if (keepsItsListing(posting.standing)) {
    return (await joinAnother(tx, posting, posting.standing, now)) ? 'merged' : 'stays'
  }
  await placeAnew(tx, [posting], now)
  const [placed] = await storedPostings(tx, [id])
  return placed?.standing?.id === posting.standing.id ? 'stays' : 'parted'
}

/** Joins the listing that shows this posting with another that shows the same job, if there is one. */
async function joinAnother(
  tx: Kysely<Database>,
  posting: StoredPosting,
  standing: Standing,
  now: Date,
): Promise<boolean> {
  const { key, bands } = likenessOf(posting.job, posting.draft.text)
  const pool = await candidatesFor(tx, { keys: [key], bands, ids: [] }, posting.demo)
  const near = pool.all.filter(
    (c) => c.id !== standing.id && apartAtOnce(posting.job, c.job) === null,
  )
  await pool.loadTexts(near.map((c) => c.id))
  for (const other of near) {
    const { same, why } = samePrepared(posting.job, other.job)
    if (!same || (await anyParted(tx, standing.id, other.id))) continue
    await merge(tx, { posting, standing }, other, why, now)
    return true
  }
  return false
}

/** The older listing stays, since people hold links to it; the younger one points to it from now on. */
async function merge(
  tx: Kysely<Database>,
  one: { posting: StoredPosting; standing: Standing },
  other: Candidate & { id: number },
  why: string,
  now: Date,
): Promise<void> {
  const mine = { id: one.standing.id, lead: one.posting as PostingId, own: one.posting.own }
  const [stays, goes] = mine.id < other.id ? [mine, other] : [other, mine]
  // Those that had joined the lead of the other listing are looked at again beside their new one.
  await sql`
    update posting set listing_id = ${stays.id},
      same_version = case
        when (source_id, external_id) = (${goes.lead.source_id}, ${goes.lead.external_id})
        then ${SAME_VERSION}::integer else 0 end
    where listing_id = ${goes.id}`.execute(tx)
  await sql`update listing set moved_to = ${stays.id} where moved_to = ${goes.id}`.execute(tx)
  await sql`
    update listing set moved_to = ${stays.id}, closed_at = coalesce(closed_at, ${now}), close_reason = 'merged'
    where id = ${goes.id}`.execute(tx)
  const takesLead = goes.own && !stays.own
  const [shown, joined] = takesLead ? [goes.lead, stays.lead] : [stays.lead, goes.lead]
  if (takesLead) {
    const [lead] = await storedPostings(tx, [goes.lead])
    if (lead?.standing != null) await show(tx, lead, lead.standing)
  }
  await explain(tx, [{ ...pick(joined), lead: pick(shown), why }], [pick(shown)], now)
  await reopenIfStanding(tx, stays.id)
}

const pick = ({ source_id, external_id }: PostingId): PostingId => ({ source_id, external_id })

/**
 * Where the posting that a listing shows has closed while another stands, that one is shown: its link works.
 * @returns how many listings show another posting now.
 */
export async function replaceClosedLeads(
  db: Kysely<Database>,
  limit: number,
  now: Date,
): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ id: number }>`
      select l.id from listing l
      join posting p on p.source_id = l.lead_source_id and p.external_id = l.lead_external_id
        and p.listing_id = l.id and p.closed_at is not null
      where l.closed_at is null and exists (
        select from posting o
        join posting_body b on b.source_id = o.source_id and b.external_id = o.external_id
        where o.listing_id = l.id and o.closed_at is null)
      order by l.id limit ${limit} for update of l skip locked`.execute(tx)
    for (const { id } of rows) await showAnotherPosting(tx, id, now)
    return rows.length
  })
}

/**
 * Gives a posting the listing back that it led before that was joined with the present one.
 * @returns false when there is none.
 */
export async function restoreFormer(
  tx: Kysely<Database>,
  posting: StoredPosting,
  now: Date,
): Promise<boolean> {
  if (posting.standing === null) return false
  const { rows } = await sql<{ id: number; bands: number[] }>`
    select id, bands from listing
    where moved_to = ${posting.standing.id} and lead_source_id = ${posting.source_id}
      and lead_external_id = ${posting.external_id}
    order by id limit 1`.execute(tx)
  const former = rows[0]
  if (former === undefined) return false
  await standIn(tx, [posting], former.id)
  await show(tx, posting, former)
  await explain(tx, [], [posting], now)
  await sql`update listing set moved_to = null where id = ${former.id}`.execute(tx)
  await reopenIfStanding(tx, former.id)
  return true
}
