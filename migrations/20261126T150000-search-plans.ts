import { sql, type Kysely } from 'kysely'

/**
 * Two indexes that no search uses any more go, and one comes that only searches without words may use: they say
 * `id > 0`. Any index of all open listings looks cheap to the planner beside the one of the words, since it does
 * not count what unpacking every text costs.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    drop index listing_newest, listing_head;
    create index listing_open on listing (id) where closed_at is null and id > 0;
  `.execute(db)
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`
    drop index listing_open;
    create index listing_newest on listing (first_seen desc, id desc) where closed_at is null;
    create index listing_head on listing using gin (head, search_keys) where closed_at is null;
  `.execute(db)
}
