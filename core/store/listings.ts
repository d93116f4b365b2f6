import { sql, type Kysely, type RawBuilder, type Transaction } from 'kysely'
import type { Listing, ListingDetail, ListingPage, ListingSource } from '../domain/listing.ts'
import { effectiveSort, type ListingQuery, type Sort } from '../domain/search/query.ts'
import type { MatchFacts } from '../domain/match/facts.ts'
import type { Position } from '../domain/search/answer.ts'
import { FootholdError } from '../errors.ts'
import { placeFacts } from './areas.ts'
import { employerSettings } from './facilities.ts'
import { decodeCursor, encodeCursor } from './listing-cursor.ts'
import { countMatches } from './listing-facets.ts'
import { filtersOf, topPay, tsquery, where, type Filters } from './listing-filters.ts'
import { instant, listingOf, selectCards, TAG_COLUMNS, tagsOf } from './listing-rows.ts'
import type { Database } from './schema.ts'

export interface SearchOptions {
  /** How long the database may work on one statement of a search. */
  timeoutMs: number
}

/**
 * The open listings a search finds: exact total, one page, facets, and the cursor of the next page.
 * Total, facets and page come from one snapshot. A walk by cursor meets every listing that stood open
 * throughout exactly once, whatever arrives meanwhile.
 * @throws FootholdError `bad-cursor`; `search-too-slow` when a statement ran into `timeoutMs`.
 */
export async function searchListings(
  db: Kysely<Database>,
  query: ListingQuery,
  options: SearchOptions = { timeoutMs: 5000 },
): Promise<ListingPage> {
  const after = decodeCursor(query)
  const filters = filtersOf(query)
  return inSearch(db, options, async (tx) => {
    const { total, facets } = await countMatches(tx, filters)
    const found = await findPage(tx, query, filters, after)
    const page = found.slice(0, query.limit)
    const last = page.at(-1)
    return {
      total,
      items: (
        await listingsByIds(
          tx,
          page.map((p) => p.id),
        )
      ).map((listing) => ({ ...listing, snippet: null, why: [] })),
      facets,
      names: { source: {}, employer: {} },
      hidden_by_warnings: 0,
      without: [],
      suggestions: [],
      next: found.length > query.limit && last !== undefined ? encodeCursor(query, last) : null,
    }
  })
}

/** The listings with these ids, open or closed, in this order; ids that do not exist are left out. */
export async function listingsByIds(
  db: Kysely<Database>,
  ids: readonly number[],
): Promise<Listing[]> {
  if (ids.length === 0) return []
  const rows = await selectCards(db).where('l.id', 'in', ids).execute()
  const byId = new Map(rows.map((row) => [row.id, listingOf(row)]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/**
 * One listing with its text, the words behind its tags, the feeds it was seen in, and what registers say of
 * its employer and its places; null when there is none. Closed ones are found too; of one that was joined
 * with another, that other.
 */
export async function getListing(db: Kysely<Database>, id: number): Promise<ListingDetail | null> {
  const row = await selectCards(db)
    .select(['l.text', 'l.html', 'l.evidence', 'l.tagger_version', 'l.employer_id', 'l.moved_to'])
    .where('l.id', '=', id)
    .executeTakeFirst()
  if (row === undefined) return null
  if (row.moved_to !== null) return getListing(db, row.moved_to)
  return {
    ...listingOf(row),
    text: row.text,
    html: row.html,
    evidence: row.evidence,
    sources: await sourcesOf(db, id),
    employer_id: row.employer_id,
    employer_settings: row.employer_id === null ? [] : await employerSettings(db, row.employer_id),
    place_facts: await placeFacts(db, row.places),
    tagger_version: row.tagger_version,
  }
}

async function sourcesOf(db: Kysely<Database>, listingId: number): Promise<ListingSource[]> {
  const rows = await db
    .selectFrom('posting as p')
    .innerJoin('source as s', 's.id', 'p.source_id')
    .leftJoin('posting_body as b', (join) =>
      join.onRef('b.source_id', '=', 'p.source_id').onRef('b.external_id', '=', 'p.external_id'),
    )
    .select([
      's.key',
      's.employer',
      's.kind',
      'b.url',
      'p.first_seen',
      'p.missing_since',
      'p.closed_at',
      sql<string | null>`s.policy ->> 'credit_html'`.as('credit_html'),
    ])
    .where('p.listing_id', '=', listingId)
    .orderBy('p.first_seen')
    .orderBy('s.key')
    .orderBy('p.external_id')
    .execute()
  return rows.map((row) => ({
    key: row.key,
    employer: row.employer,
    kind: row.kind,
    url: row.url,
    first_seen: row.first_seen.toISOString(),
    missing_since: instant(row.missing_since),
    closed_at: instant(row.closed_at),
    credit_html: row.credit_html,
  }))
}

/** What each sort orders by, larger first, before "first seen last" and the id; null needs nothing more. */
function sortKey(sort: Sort, q: string | undefined): RawBuilder<number> | null {
  switch (sort) {
    case 'newest':
    case 'nearest':
      return null
    case 'best':
      // The small vector of title and employer stands in the row; ranking by the whole text would fetch it.
      return sql`ts_rank(l.head, ${tsquery(q ?? '')})::double precision`
    case 'pay':
      return sql`coalesce(${topPay}, -1)::double precision`
    case 'least_experience':
      return sql`-coalesce(l.min_months, 1e9)::double precision`
  }
}

/** One row more than the page holds, so that the caller can tell whether another page follows. */
async function findPage(
  db: Kysely<Database>,
  query: ListingQuery,
  filters: Filters,
  after: Position | null,
): Promise<Position[]> {
  const key = sortKey(effectiveSort(query), query.q)
  const order = key === null ? sql`l.first_seen, l.id` : sql`${key}, l.first_seen, l.id`
  const beyond =
    after === null ? sql`` : sql`and (${order}) < (${positionValues(after, key !== null)})`
  const { rows } = await sql<Position>`
    select l.id, ${key ?? sql`0`} as key, (extract(epoch from l.first_seen) * 1000000)::bigint as first_seen_us
    from listing l
    where ${where(filters)} ${beyond}
    order by ${key === null ? sql`` : sql`${key} desc,`} l.first_seen desc, l.id desc
    limit ${query.limit + 1}`.execute(db)
  return rows.map((row) => ({
    id: Number(row.id),
    key: Number(row.key),
    first_seen_us: Number(row.first_seen_us),
  }))
}

function positionValues(after: Position, keyed: boolean): RawBuilder<unknown> {
  const rest = sql`timestamptz 'epoch' + ${after.first_seen_us}::double precision * interval '1 microsecond', ${after.id}::bigint`
  return keyed ? sql`${after.key}::double precision, ${rest}` : rest
}

/** Runs `work` in one read-only snapshot, with the planner cure and the time limit of a search. */
async function inSearch<T>(
  db: Kysely<Database>,
  options: SearchOptions,
  work: (tx: Transaction<Database>) => Promise<T>,
): Promise<T> {
  try {
    return await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute(async (tx) => {
        // The planner does not count fetching the out-of-line text vector and would walk the table for common words.
        await sql`select set_config('enable_seqscan', 'off', true),
          set_config('statement_timeout', ${String(options.timeoutMs)}, true)`.execute(tx)
        return work(tx)
      })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === QUERY_CANCELED) {
      throw new FootholdError(
        'search-too-slow',
        'The search took too long. Add a filter or a rarer word.',
        {},
        error,
      )
    }
    throw error
  }
}

const QUERY_CANCELED = '57014'

/** What matching and advice need of one open listing. */
export type OpenListing = MatchFacts & { id: number }

/** Every open listing, first-rung jobs outside the trade included, in the order of their ids. */
export async function openListings(db: Kysely<Database>): Promise<OpenListing[]> {
  const rows = await db
    .selectFrom('listing as l')
    .select([
      'l.id',
      'l.title',
      'l.employer',
      'l.places',
      'l.posted_at',
      'l.first_seen',
      'l.closes_at',
      ...TAG_COLUMNS,
    ])
    .where('l.closed_at', 'is', null)
    .orderBy('l.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    employer: row.employer,
    places: row.places,
    status: 'open',
    posted_at: instant(row.posted_at),
    first_seen: row.first_seen.toISOString(),
    closes_at: instant(row.closes_at),
    ...tagsOf(row),
  }))
}

/** How many listings stand open, first-rung jobs outside the trade included. */
export async function countOpenListings(db: Kysely<Database>): Promise<number> {
  const { n } = await db
    .selectFrom('listing')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('closed_at', 'is', null)
    .executeTakeFirstOrThrow()
  return n
}
