import { sql, type Kysely } from 'kysely'

/** What search filters by as numbers, words of the trade that mean the same, and a list of what changed. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    alter table listing
      -- What a listing carries for search (core/domain/search/keys.ts) and the version of that rule; 0 = to be made.
      add column search_keys integer[] not null default '{}',
      add column search_version integer not null default 0,
      -- Names of the trade's synonyms in its words, and in its title or employer (core/domain/search/synonyms.ts).
      add column concepts text[] not null default '{}',
      add column head_concepts text[] not null default '{}',
      drop column head,
      drop column tsv;
    -- PostgreSQL reads "Billing/Coding" as one word, the path of a file: a search for either would miss it.
    alter table listing
      add column head tsvector generated always as (
        setweight(to_tsvector('english', translate(title, '/', ' ')), 'A') ||
        setweight(to_tsvector('english', translate(coalesce(employer, ''), '/', ' ')), 'B') ||
        array_to_tsvector(head_concepts)) stored,
      add column tsv tsvector generated always as (
        setweight(to_tsvector('english', translate(title, '/', ' ')), 'A') ||
        setweight(to_tsvector('english', translate(coalesce(employer, ''), '/', ' ')), 'B') ||
        setweight(to_tsvector('english', translate(coalesce(place, ''), '/', ' ')), 'C') ||
        setweight(to_tsvector('english', translate(text, '/', ' ')), 'D') ||
        array_to_tsvector(concepts)) stored;
    alter table listing
      alter column head set storage main, alter column search_keys set storage main,
      alter column concepts set storage main, alter column head_concepts set storage main;
    do $$
    begin
      alter table listing alter column tsv set compression lz4;
    exception when feature_not_supported then
      null;
    end $$;
    create index listing_search on listing using gin (tsv, search_keys) where closed_at is null;
    create index listing_head on listing using gin (head, search_keys) where closed_at is null;
    create index listing_search_version on listing (search_version, id);

    -- Which listings changed, for caches that follow. A reader passes over rows of transactions that may not
    -- have ended yet: seq is given out before commit, so a later seq can be seen before an earlier one.
    create table listing_change (
      seq bigint generated always as identity primary key,
      listing_id bigint not null,
      xid xid8 not null default pg_current_xact_id(),
      at timestamptz not null default now()
    );
    create index listing_change_at on listing_change (at);
    create index listing_change_xid on listing_change (xid);

    -- A trigger, so that no way of writing a listing can forget to say so.
    create function listing_changed() returns trigger language plpgsql as $$
    begin
      insert into listing_change (listing_id) select id from touched;
      return null;
    end $$;
    create trigger listing_inserted after insert on listing
      referencing new table as touched for each statement execute function listing_changed();
    create trigger listing_updated after update on listing
      referencing new table as touched for each statement execute function listing_changed();
    create trigger listing_deleted after delete on listing
      referencing old table as touched for each statement execute function listing_changed();
  `.execute(db)
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`
    drop trigger listing_inserted on listing;
    drop trigger listing_updated on listing;
    drop trigger listing_deleted on listing;
    drop function listing_changed();
    drop table listing_change;
    drop index listing_search, listing_head, listing_search_version;
    alter table listing drop column head, drop column tsv, drop column search_keys,
      drop column search_version, drop column concepts, drop column head_concepts;
    alter table listing
      add column head tsvector generated always as (
        setweight(to_tsvector('english', title), 'A') ||
        setweight(to_tsvector('english', coalesce(employer, '')), 'B')) stored,
      add column tsv tsvector generated always as (
        setweight(to_tsvector('english', title), 'A') ||
        setweight(to_tsvector('english', coalesce(employer, '')), 'B') ||
        setweight(to_tsvector('english', coalesce(place, '')), 'C') ||
        setweight(to_tsvector('english', text), 'D')) stored;
    alter table listing alter column head set storage main;
    create index listing_text on listing using gin (tsv) where closed_at is null;
  `.execute(db)
}
