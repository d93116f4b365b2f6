import { sql, type Kysely } from 'kysely'
import { FootholdError } from '../errors.ts'
import { afterLeaving, placeAnew, storedPostings, type StoredPosting } from './listing-members.ts'
import { regroupOne, restoreFormer } from './regroup.ts'
import { lockAllJobs } from './same-locks.ts'
import type { PostingId } from './listing-columns.ts'
import type { Database } from './schema.ts'

/** A posting as a person names it. */
export interface PostingName {
  /** Key of its source. */
  source: string
  external_id: string
}

/** A posting of a listing, and why it is there. */
export interface Member extends PostingName {
  title: string | null
  employer: string | null
  url: string | null
  first_seen: Date
  open: boolean
  /** The listing shows this one. */
  shown: boolean
  /** Why it was joined; null for the one that is shown. */
  why: string | null
}

/** The postings of a listing, the one it shows first. [] when there is no such listing. */
export async function membersOf(db: Kysely<Database>, listingId: number): Promise<Member[]> {
  const { rows } = await sql<Member>`
    select s.key as source, p.external_id, b.title, b.employer, b.url, p.first_seen,
      p.closed_at is null as open, j.why,
      (p.source_id, p.external_id) = (l.lead_source_id, l.lead_external_id) as shown
    from listing l
    join posting p on p.listing_id = l.id
    join source s on s.id = p.source_id
    left join posting_body b on b.source_id = p.source_id and b.external_id = p.external_id
    left join same_job j on j.source_id = p.source_id and j.external_id = p.external_id
    where l.id = ${listingId}
    order by shown desc, p.first_seen, s.key, p.external_id`.execute(db)
  return rows
}

/** The listings of two postings after they were parted or joined. */
export interface PartReport {
  one: number | null
  other: number | null
}

/**
 * Keeps two postings apart for good: if one listing shows both, one of them gets a listing of its own (the
 * one it had before, where it had one), and no rule joins them again until `unpart`. Doing it twice is fine.
 * @throws FootholdError `no-posting` when one is not kept; `bad-usage` when both are one posting.
 */
export async function partPostings(
  db: Kysely<Database>,
  one: PostingName,
  other: PostingName,
  note: string | null,
  now: Date,
): Promise<PartReport> {
  return db.transaction().execute(async (tx) => {
    await lockAllJobs(tx)
    const [a, b] = await both(tx, one, other)
    const [first, second] = inOrder(a, b)
    await sql`
      insert into kept_apart (source_id, external_id, other_source_id, other_external_id, note, at)
      values (${first.source_id}, ${first.external_id}, ${second.source_id}, ${second.external_id}, ${note}, ${now})
      on conflict (source_id, external_id, other_source_id, other_external_id)
      do update set note = coalesce(excluded.note, kept_apart.note)`.execute(tx)
    if (a.standing !== null && a.standing.id === b.standing?.id) {
      await separate(tx, a, b, now)
    }
    return whereNow(tx, a, b)
  })
}

/** One that had a listing before goes back to it; else the one that is not shown moves out. */
async function separate(
  tx: Kysely<Database>,
  a: StoredPosting,
  b: StoredPosting,
  now: Date,
): Promise<void> {
  for (const posting of [a, b]) {
    if (posting.standing === null || !(await restoreFormer(tx, posting, now))) continue
    return afterLeaving(tx, [posting.standing], now)
  }
  await placeAnew(tx, [b.standing?.lead === true ? a : b], now)
}

/**
 * Takes back `partPostings`: the rule decides again, at once.
 * @throws FootholdError `no-posting`; `not-parted` when nobody had parted them.
 */
export async function unpartPostings(
  db: Kysely<Database>,
  one: PostingName,
  other: PostingName,
  now: Date,
): Promise<PartReport> {
  return db.transaction().execute(async (tx) => {
    await lockAllJobs(tx)
    const [a, b] = await both(tx, one, other)
    const [first, second] = inOrder(a, b)
    const gone = await tx
      .deleteFrom('kept_apart')
      .where('source_id', '=', first.source_id)
      .where('external_id', '=', first.external_id)
      .where('other_source_id', '=', second.source_id)
      .where('other_external_id', '=', second.external_id)
      .executeTakeFirst()
    if (gone.numDeletedRows === 0n) {
      throw new FootholdError('not-parted', 'Nobody has parted these two postings.')
    }
    for (const posting of [a, b]) await regroupOne(tx, posting, now)
    return whereNow(tx, a, b)
  })
}

async function both(
  tx: Kysely<Database>,
  one: PostingName,
  other: PostingName,
): Promise<[StoredPosting, StoredPosting]> {
  if (one.source === other.source && one.external_id === other.external_id) {
    throw new FootholdError('bad-usage', 'A posting cannot be parted from itself.')
  }
  return [await named(tx, one), await named(tx, other)]
}

async function named(tx: Kysely<Database>, name: PostingName): Promise<StoredPosting> {
  const { rows } = await sql<PostingId>`
    select p.source_id, p.external_id from posting p join source s on s.id = p.source_id
    where s.key = ${name.source} and p.external_id = ${name.external_id}`.execute(tx)
  const [posting] = await storedPostings(tx, rows)
  if (posting === undefined) {
    throw new FootholdError(
      'no-posting',
      `There is no shown posting "${name.external_id}" of the source "${name.source}".`,
    )
  }
  return posting
}

/** In the order of the table: by source, then byte by byte. */
function inOrder(a: StoredPosting, b: StoredPosting): [PostingId, PostingId] {
  if (a.source_id !== b.source_id) return a.source_id < b.source_id ? [a, b] : [b, a]
  return Buffer.compare(Buffer.from(a.external_id), Buffer.from(b.external_id)) < 0
    ? [a, b]
    : [b, a]
}

async function whereNow(tx: Kysely<Database>, a: PostingId, b: PostingId): Promise<PartReport> {
  const [one, other] = [await storedPostings(tx, [a]), await storedPostings(tx, [b])]
  return { one: one[0]?.standing?.id ?? null, other: other[0]?.standing?.id ?? null }
}
