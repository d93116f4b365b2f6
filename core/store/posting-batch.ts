import { sql, type Kysely } from 'kysely'
import type { ListingDraft } from '../domain/draft.ts'
import type { RawPosting } from '../domain/posting.ts'
import { SAME_VERSION, samePrepared } from '../domain/same/same-job.ts'
import type { PostingId } from './listing-columns.ts'
import { keepsItsListing, placeInListings, type Placing, type Standing } from './listing-groups.ts'
import {
  afterLeaving,
  explain,
  placeAnew,
  STANDING,
  standingOf,
  storedPostings,
  type StandingRow,
} from './listing-members.ts'
import { postingKey, reopenListings } from './listing-writes.ts'
import { keepBodies } from './posting-body.ts'
import { lockJobs } from './same-locks.ts'
import { jobOfDraft } from './same-sketch.ts'
import type { Database } from './schema.ts'
import type { Source } from './sources.ts'
import { rowsOf } from './unnest.ts'

/** A new or changed posting; `draft` null = outside the trade, remembered so that it is not read again. */
export interface PostingChange {
  posting: RawPosting
  hash: Buffer
  version: string | null
  draft: ListingDraft | null
}

/** What the narrow table holds of a posting before the batch. */
interface Before {
  hash: Buffer
  version: string | null
  taggerVersion: number
  /** It stands, and nothing waits to be looked at again. */
  settled: boolean
  standing: Standing | null
}

type Shown = PostingChange & Placing

/**
 * Keeps new and changed postings in the caller's transaction: identity rows, bodies, and the listings they
 * belong to, each kind in one statement. A posting that is kept already as it is now is not written.
 */
export async function keepBatch(
  tx: Kysely<Database>,
  source: Source,
  given: readonly PostingChange[],
  taggerVersion: number,
  now: Date,
): Promise<void> {
  const batch = [...new Map(given.map((c) => [c.posting.external_id, c])).values()]
  const jobs = new Map(batch.map((c) => [c, c.draft === null ? null : jobOfDraft(c.draft)]))
  await lockJobs(
    tx,
    [...jobs.values()].filter((job) => job !== null),
  )
  const before = await postingsBefore(
    tx,
    source.id,
    batch.map((c) => c.posting.external_id),
  )
  const todo = batch.filter(
    (c) => !keptAlready(c, before.get(c.posting.external_id), taggerVersion),
  )
  if (todo.length === 0) return

  const shown = todo.flatMap((change): Shown[] => {
    const job = jobs.get(change)
    if (change.draft === null || job == null) return []
    const { external_id } = change.posting
    const standing = before.get(external_id)?.standing ?? null
    const own = source.employer !== null
    return [
      { ...change, source_id: source.id, external_id, own, draft: change.draft, job, standing },
    ]
  })
  const terms = { demo: source.origin === 'demo', taggerVersion, now }
  const { listings, joins } = await placeInListings(tx, shown, terms)
  await keepPostings(tx, source.id, todo, before, listings, { taggerVersion, now })
  await keepBodies(tx, source.id, shown)
  const known = todo.filter((c) => before.has(c.posting.external_id))
  await forgetBodies(
    tx,
    source.id,
    known.filter((c) => c.draft === null).map((c) => c.posting.external_id),
  )
  const placed = known.map((c) => ({ source_id: source.id, external_id: c.posting.external_id }))
  await explain(tx, joins, placed, now)

  const left = placed.flatMap((id) => {
    const was = before.get(id.external_id)?.standing
    return was == null || was.id === listings.get(postingKey(id)) ? [] : [was]
  })
  await afterLeaving(tx, left, now)
  await reopenListings(tx, [...listings.values()])
  await partChanged(tx, shown, now)
}

async function postingsBefore(
  tx: Kysely<Database>,
  sourceId: number,
  ids: readonly string[],
): Promise<Map<string, Before>> {
  interface Row extends StandingRow {
    external_id: string
    content_hash: Buffer
    version: string | null
    tagger_version: number
    settled: boolean
  }
  const { rows } = await sql<Row>`
    select p.external_id, p.content_hash, p.version, p.tagger_version,
      p.missing_since is null and p.closed_at is null as settled, ${STANDING}
    from posting p left join listing l on l.id = p.listing_id
    where p.source_id = ${sourceId} and p.external_id = any(${[...ids]}::text[])`.execute(tx)
  return new Map(
    rows.map((row) => [
      row.external_id,
      {
        hash: row.content_hash,
        version: row.version,
        taggerVersion: row.tagger_version,
        settled: row.settled,
        standing: standingOf(row),
      },
    ]),
  )
}

/** A poll that was killed after this batch, or a feed told by two processes, brings it once more. */
function keptAlready(
  { draft, hash, version }: PostingChange,
  was: Before | undefined,
  taggerVersion: number,
): boolean {
  return (
    was?.settled === true &&
    was.hash.equals(hash) &&
    was.version === version &&
    was.taggerVersion === taggerVersion &&
    (was.standing === null) === (draft === null)
  )
}

const POSTING_COLUMNS = {
  source_id: 'integer',
  external_id: 'text',
  content_hash: 'bytea',
  version: 'text',
  listing_id: 'bigint',
  same_version: 'integer',
} as const

async function keepPostings(
  tx: Kysely<Database>,
  sourceId: number,
  changes: readonly PostingChange[],
  before: ReadonlyMap<string, Before>,
  listings: ReadonlyMap<string, number>,
  terms: { taggerVersion: number; now: Date },
): Promise<void> {
  const rows = changes.map(({ posting, hash, version }) => {
    const id = { source_id: sourceId, external_id: posting.external_id }
    const was = before.get(posting.external_id)?.standing
    return {
      ...id,
      content_hash: hash,
      version,
      listing_id: listings.get(postingKey(id)) ?? null,
      // What keeps its listing may have become the job of another: `regroup` looks.
      same_version: was != null && keepsItsListing(was) ? 0 : SAME_VERSION,
    }
  })
  await sql`
    insert into posting (source_id, external_id, content_hash, version, listing_id, same_version, first_seen, tagger_version)
    select x.*, ${terms.now}::timestamptz, ${terms.taggerVersion}::integer from ${rowsOf(POSTING_COLUMNS, rows)}
    on conflict (source_id, external_id) do update set
      content_hash = excluded.content_hash, version = excluded.version, listing_id = excluded.listing_id,
      same_version = excluded.same_version, tagger_version = excluded.tagger_version,
      missing_since = null, closed_at = null, close_reason = null`.execute(tx)
}

async function forgetBodies(
  tx: Kysely<Database>,
  sourceId: number,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return
  await sql`
    delete from posting_body
    where source_id = ${sourceId} and external_id = any(${[...ids]}::text[])`.execute(tx)
}

/** Where a posting that others were joined to has new words, those that are another job now leave it. */
async function partChanged(
  tx: Kysely<Database>,
  shown: readonly Shown[],
  now: Date,
): Promise<void> {
  const leads = new Map(
    shown.flatMap(({ standing, job }) =>
      standing !== null && standing.lead && standing.others > 0
        ? [[standing.id, job] as const]
        : [],
    ),
  )
  if (leads.size === 0) return
  const { rows } = await sql<PostingId>`
    select p.source_id, p.external_id from posting p join listing l on l.id = p.listing_id
    where l.id = any(${[...leads.keys()]}::bigint[])
      and (p.source_id, p.external_id) <> (l.lead_source_id, l.lead_external_id)`.execute(tx)
  const members = await storedPostings(tx, rows)
  const leaving = members.filter(({ standing, job }) => {
    const lead = standing === null ? undefined : leads.get(standing.id)
    return lead !== undefined && !samePrepared(job, lead).same
  })
  await lockJobs(
    tx,
    leaving.map((m) => m.job),
  )
  await placeAnew(tx, leaving, now)
}
