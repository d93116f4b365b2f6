import { sql, type Kysely } from 'kysely'
import type { Listing, ListingDetail, ListingPage, ListingSource } from '../domain/listing.ts'
import type { MatchFacts } from '../domain/match/facts.ts'
import type { Find } from '../domain/search/answer.ts'
import type { ListingQuery } from '../domain/search/query.ts'
import { placeFacts } from './areas.ts'
import { employerSettings } from './facilities.ts'
import { findInDatabase } from './find.ts'
import { decodeCursor, encodeCursor } from './listing-cursor.ts'
import { instant, listingOf, selectCards, TAG_COLUMNS, tagsOf } from './listing-rows.ts'
import type { Database } from './schema.ts'
import { helpFor, hitsOf, named, namesOf, understand } from './search-page.ts'

export interface SearchOptions {
  /** What answers; the database itself when nothing else is given. */
  find?: Find | undefined
  /** Milliseconds since 1970, for "posted within". Default: now. */
  now?: number | undefined
  /** How long the database may work on one statement of a search. Default 5,000. */
  timeoutMs?: number | undefined
}

/** The usual time limit of one statement of a search. */
const TIMEOUT_MS = 5000

/**
 * The open listings a search finds: exact total, one page, facets, the cursor of the next page, and what may
 * help where nothing is found. Total, facets and page come from one moment. A walk by cursor meets every
 * listing that stood open throughout exactly once, whatever arrives meanwhile.
 * @throws FootholdError `bad-cursor`; `unknown-place` for a `near` that is in no table; `search-too-slow` when a
 * statement ran into `timeoutMs`.
 */
export async function searchListings(
  db: Kysely<Database>,
  query: ListingQuery,
  options: SearchOptions = {},
): Promise<ListingPage> {
  const after = decodeCursor(query)
  const timeoutMs = options.timeoutMs ?? TIMEOUT_MS
  const find =
    options.find ?? ((question, page) => findInDatabase(db, question, { ...page, timeoutMs }))
  const search = await understand(db, query, options.now ?? Date.now())
  const found = await find(search.question, { after, limit: query.limit })
  const page = found.hits.slice(0, query.limit)
  const last = page.at(-1)
  const [items, names, help] = await Promise.all([
    hitsOf(db, page, search),
    namesOf(db, found.facets, query),
    helpFor(db, search, found, find),
  ])
  return {
    total: found.total,
    items,
    facets: named(found.facets, names),
    names: { source: Object.fromEntries(names.sources.values()), employer: names.employers },
    hidden_by_warnings: query.warnings === undefined ? found.hidden : 0,
    ...help,
    next: found.hits.length > query.limit && last !== undefined ? encodeCursor(query, last) : null,
  }
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
    .select(['l.text', 'l.html', 'l.evidence', 'l.tagger_version', 'l.moved_to'])
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
