import { sql, type Kysely } from 'kysely'
import type { Listing } from '../domain/listing.ts'
import { KEY_GROUPS, SUSPICIOUS } from '../domain/search/keys.ts'
import { standing } from './listing-filters.ts'
import { listingsByIds } from './listings.ts'
import type { Database } from './schema.ts'

/** Listings looked at under one band, and among those of the same kind: enough to choose from, and quick. */
const MOST_OF_A_BAND = 20
const MOST_OF_A_KIND = 300
/** So many of one employer at most, so that a chain of clinics does not fill the list. */
const MOST_OF_AN_EMPLOYER = 2
/** From so many shared bands on, more of them say nothing new. */
const ENOUGH_BANDS = 4

/**
 * Open listings like this one, the likest first, at most `limit`: the same kind of work, with the words of its
 * advert, or with the same verdict on experience where this one can be done. Never one with the marks of a
 * fraud; at most two of one employer. [] for a listing that does not exist or that nothing resembles.
 */
export async function similarListings(
  db: Kysely<Database>,
  id: number,
  limit: number,
): Promise<Listing[]> {
  const { rows } = await sql<{ id: number }>`
    with me as (
      select id, role, demo, bands, concepts, specialties, states,
        ${keysOf('role', 'entry')} as kind, ${keysOf('place_state', 'remote_state')} as reach
      from listing where id = ${id}
    ), found as (
      select near.listing_id as id
      from me cross join lateral unnest(me.bands) as band(v) cross join lateral (
        select b.listing_id from listing_band b where b.v = band.v
        order by b.listing_id desc limit ${MOST_OF_A_BAND}) near
      union
      select near.id
      from me cross join lateral (
        select l.id from listing l
        where l.closed_at is null and l.search_keys @> me.kind and l.search_keys && me.reach
          and me.kind <> '{}'
        limit ${MOST_OF_A_KIND}) near
    ), scored as (
      select l.id, l.first_seen, coalesce(l.employer_id, -l.id) as employer,
        2 * least(${shared(sql`l.bands`, sql`me.bands`)}, ${sql.lit(ENOUGH_BANDS)})
          + ${shared(sql`l.concepts`, sql`me.concepts`)}
          + ${shared(sql`l.specialties`, sql`me.specialties`)}
          + 2 * least(${shared(sql`l.states`, sql`me.states`)}, 1) as score
      from found join listing l on l.id = found.id cross join me
      where l.id <> me.id and ${standing} and l.demo = me.demo and l.role is not distinct from me.role
        and not l.search_keys @> array[${sql.lit(SUSPICIOUS)}]
    ), ranked as (
      select *, row_number() over (
        partition by employer order by score desc, first_seen desc, id desc) as of_employer
      from scored
    )
    select id from ranked where of_employer <= ${MOST_OF_AN_EMPLOYER}
    order by score desc, first_seen desc, id desc limit ${limit}`.execute(db)
  return listingsByIds(
    db,
    rows.map((row) => row.id),
  )
}

/** The search keys of a row that belong to these groups. */
function keysOf(...groups: (keyof typeof KEY_GROUPS)[]) {
  const numbers = groups.map((group) => sql.lit(KEY_GROUPS[group]))
  return sql<number[]>`array(
    select k from unnest(search_keys) k where k >> 24 in (${sql.join(numbers)}))`
}

/** How many values two lists share. */
const shared = (a: ReturnType<typeof sql>, b: ReturnType<typeof sql>) =>
  sql<number>`(select count(*) from (select unnest(${a}) intersect select unnest(${b})) both_hold)`
