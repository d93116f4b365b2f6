import { sql, type Kysely } from 'kysely'
import type { ListingPage } from '../domain/listing.ts'
import {
  isSuspicious,
  mayLeave,
  outgoingHtml,
  stillStands,
  type Outgoing,
} from '../domain/outgoing.ts'
import { allows } from '../domain/policy.ts'
import { SUSPICIOUS } from '../domain/search/keys.ts'
import type { ListingQuery } from '../domain/search/query.ts'
import { demoStands } from './demo.ts'
import type { Database } from './schema.ts'

/**
 * The newest listings of a search that may be passed on, at most `query.limit`, newest first. Only sources
 * whose terms allow exports are searched, so that the limit holds; each listing is then held against the
 * terms of its own source once more. Adverts with marks of a fraud are left out whatever the search says.
 *
 * The demo world is left out too, unless `demo` is true and it is all there is: then its adverts stand for
 * real ones, and the caller has to say of each that it is invented.
 */
export async function exportableListings(
  db: Kysely<Database>,
  search: (query: ListingQuery) => Promise<ListingPage>,
  query: ListingQuery,
  { demo, now }: { demo: boolean; now: number },
): Promise<Outgoing[]> {
  const inDemo = demo && (await demoStands(db))
  const allowed = await exportableSources(db, inDemo)
  const source = allowed.filter((key) => query.source?.includes(key) ?? true)
  if (source.length === 0) return []
  const page = await search({
    ...query,
    source,
    sort: 'newest',
    warnings: undefined,
    cursor: undefined,
  })
  const words = await wordsOf(
    db,
    page.items.map(({ id }) => id),
  )
  return page.items.flatMap(({ snippet: _snippet, why: _why, ...listing }) => {
    const found = words.get(listing.id)
    if (found === undefined) return []
    const may = inDemo
      ? stillStands(listing, now) && !isSuspicious(listing)
      : mayLeave(listing, 'export', found.policy, now)
    if (!may) return []
    return [{ ...listing, html: outgoingHtml(found, found.policy) }]
  })
}

/** Keys of the sources whose terms allow exports; those of the demo world are our own and have no terms. */
async function exportableSources(db: Kysely<Database>, demo: boolean): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('source')
    .select(['key', 'policy'])
    .where('origin', demo ? '=' : '<>', 'demo')
    .orderBy('key')
    .execute()
  return rows.filter(({ policy }) => demo || allows(policy, 'export')).map(({ key }) => key)
}

interface Words {
  html: string | null
  text: string
  policy: Record<string, unknown>
}

async function wordsOf(
  db: Kysely<Database>,
  ids: readonly number[],
): Promise<ReadonlyMap<number, Words>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('listing as l')
    .innerJoin('source as s', 's.id', 'l.lead_source_id')
    .select(['l.id', 'l.html', 'l.text', 's.policy'])
    .where('l.id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** The terms of the source whose words a listing shows; {} (nothing is allowed) when there is no such listing. */
export async function termsOf(db: Kysely<Database>, id: number): Promise<Record<string, unknown>> {
  const row = await db
    .selectFrom('listing as l')
    .innerJoin('source as s', 's.id', 'l.lead_source_id')
    .select('s.policy')
    .where('l.id', '=', id)
    .executeTakeFirst()
  return row?.policy ?? {}
}

/** Listings in one part of the map of the site. A part holds a span of numbers, so that it never moves. */
export const SITEMAP_PART = 10_000

export interface SitemapEntry {
  id: number
  first_seen: string
}

/** The parts of the map of listings that hold any, and when their newest was first seen. */
export async function sitemapParts(db: Kysely<Database>, now: Date): Promise<SitemapEntry[]> {
  const may = await indexable(db, now)
  if (may === null) return []
  const { rows } = await sql<{ id: number; first_seen: Date }>`
    select (l.id / ${SITEMAP_PART}::bigint)::integer as id, max(l.first_seen) as first_seen
    from listing l where ${may} group by 1 order by 1`.execute(db)
  return rows.map((row) => ({ id: row.id, first_seen: row.first_seen.toISOString() }))
}

/** The listings of one part that may stand in search engines, by their numbers. */
export async function sitemapPart(
  db: Kysely<Database>,
  part: number,
  now: Date,
): Promise<SitemapEntry[]> {
  const may = await indexable(db, now)
  if (may === null) return []
  const from = part * SITEMAP_PART
  const { rows } = await sql<{ id: string; first_seen: Date }>`
    select l.id, l.first_seen from listing l
    where l.id >= ${from} and l.id < ${from + SITEMAP_PART} and ${may} order by l.id`.execute(db)
  return rows.map((row) => ({ id: Number(row.id), first_seen: row.first_seen.toISOString() }))
}

/** `mayLeave` for search engines, as a condition; null when no source allows it. */
async function indexable(db: Kysely<Database>, now: Date) {
  const rows = await db
    .selectFrom('source')
    .select(['id', 'policy'])
    .where('origin', '<>', 'demo')
    .execute()
  const ids = rows.filter(({ policy }) => allows(policy, 'index')).map(({ id }) => id)
  if (ids.length === 0) return null
  return sql`l.closed_at is null and not l.demo and l.lead_source_id = any(${ids}::integer[])
    and (l.closes_at is null or l.closes_at > ${now})
    and not l.search_keys @> array[${SUSPICIOUS}::integer]`
}
