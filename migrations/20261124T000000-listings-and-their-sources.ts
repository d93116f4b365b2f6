import { sql, type Kysely } from 'kysely'

/** The first river: sources, polls, postings, listings, and what workers need to share a clock. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table source (
      id integer generated always as identity primary key,
      key text not null unique,
      employer text,
      kind text not null,
      settings jsonb not null,
      policy jsonb not null,
      pace_ms integer,
      origin text not null check (origin in ('seed', 'file', 'demo')),
      facts jsonb not null default '{}',
      state text not null default 'new'
        check (state in ('new', 'healthy', 'failing', 'suspect', 'paused', 'forbidden')),
      paused_by text check (paused_by in ('list', 'product')),
      reason text,
      etag text,
      last_modified text,
      body_sha256 bytea,
      tagger_version integer,
      failures integer not null default 0,
      next_due_at timestamptz not null,
      removed_at timestamptz
    );
    create index source_due on source (next_due_at) where removed_at is null;

    create table poll (
      id bigint generated always as identity primary key,
      source_id integer not null references source on delete cascade,
      started_at timestamptz not null,
      finished_at timestamptz not null,
      outcome text not null check (outcome in ('ok', 'unchanged', 'partial', 'suspect', 'failed')),
      complete boolean not null,
      seen integer not null,
      new integer not null,
      changed integer not null,
      unchanged integer not null,
      rejected integer not null,
      closed integer not null,
      duration_ms integer not null,
      error text,
      message text
    );
    create index poll_newest on poll (source_id, started_at desc);
    create index poll_newest_complete on poll (source_id, started_at desc) where complete;

    create table employer (
      id integer generated always as identity primary key,
      name text not null,
      name_norm text not null unique
    );

    create table listing (
      id bigint generated always as identity primary key,
      same_key text not null,
      lead_source_id integer not null,
      lead_external_id text not null,
      employer_id integer references employer,
      title text not null,
      employer text,
      place text,
      places jsonb not null,
      states text[] not null,
      url text,
      apply_url text,
      posted_at timestamptz,
      first_seen timestamptz not null,
      closes_at timestamptz,
      closed_at timestamptz,
      close_reason text,
      demo boolean not null,
      text text not null,
      html text,
      in_domain boolean not null,
      role text,
      adjacent_role text,
      level text not null,
      min_months real,
      max_months real,
      preferred_months real,
      entry text not null,
      credentials_required text[] not null,
      credentials_any_of boolean not null,
      credentials_class text,
      credentials_preferred text[] not null,
      accepted_apprentice boolean not null,
      within_months_of_hire real,
      education jsonb,
      work_mode text not null,
      hybrid_days_onsite real,
      states_allowed text[] not null,
      states_excluded text[] not null,
      settings text[] not null,
      specialties text[] not null,
      systems text[] not null,
      employment_type text,
      pay_min double precision,
      pay_max double precision,
      pay_unit text,
      pay_hour_min double precision,
      pay_hour_max double precision,
      warnings jsonb not null,
      requirement jsonb not null,
      evidence jsonb not null,
      tagger_version integer not null,
      head tsvector generated always as (
        setweight(to_tsvector('english', title), 'A') ||
        setweight(to_tsvector('english', coalesce(employer, '')), 'B')) stored,
      tsv tsvector generated always as (
        setweight(to_tsvector('english', title), 'A') ||
        setweight(to_tsvector('english', coalesce(employer, '')), 'B') ||
        setweight(to_tsvector('english', coalesce(place, '')), 'C') ||
        setweight(to_tsvector('english', text), 'D')) stored
    ) with (toast_tuple_target = 256);
    create index listing_same_key on listing (same_key);
    create index listing_lead on listing (lead_source_id, lead_external_id);
    create index listing_newest on listing (first_seen desc, id desc) where closed_at is null;
    create index listing_demo on listing (id) where demo;
    create index listing_text on listing using gin (tsv) where closed_at is null;
    -- What a search filters and facets by stays in the row; the long columns are pushed out of it.
    alter table listing
      alter column title set storage main, alter column employer set storage main,
      alter column place set storage main, alter column states set storage main,
      alter column role set storage main, alter column entry set storage main,
      alter column work_mode set storage main, alter column credentials_required set storage main,
      alter column credentials_preferred set storage main, alter column states_allowed set storage main,
      alter column states_excluded set storage main, alter column settings set storage main,
      alter column head set storage main;

    create table posting (
      source_id integer not null references source on delete cascade,
      external_id text not null,
      content_hash bytea not null,
      version text,
      listing_id bigint references listing,
      first_seen timestamptz not null,
      missing_since timestamptz,
      closed_at timestamptz,
      close_reason text,
      tagger_version integer not null,
      primary key (source_id, external_id)
    ) with (fillfactor = 70);
    create index posting_listing on posting (listing_id);
    create index posting_tagger on posting (tagger_version, source_id, external_id) where listing_id is not null;

    create table posting_body (
      source_id integer not null,
      external_id text not null,
      title text not null,
      employer text,
      url text,
      apply_url text,
      places jsonb not null,
      posted_at timestamptz,
      expires_at timestamptz,
      html text,
      structured jsonb not null,
      primary key (source_id, external_id),
      foreign key (source_id, external_id) references posting on delete cascade
    );

    create table host_pace (host text primary key, next_allowed_at timestamptz not null);
    create table tick (job text not null, instant timestamptz not null, primary key (job, instant));
    create table worker (id text primary key, started_at timestamptz not null, beat_at timestamptz not null);
    create table fact (key text primary key, value jsonb not null, at timestamptz not null);
  `.execute(db)
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`
    drop table posting_body, posting, listing, employer, poll, source, host_pace, tick, worker, fact;
  `.execute(db)
}
