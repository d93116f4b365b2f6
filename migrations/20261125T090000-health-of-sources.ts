import { sql, type Kysely } from 'kysely'

/** What the lifecycle of a source needs to remember, and what rests for a while: a host, a platform. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    alter table source
      -- When its newest poll began, written before the first request: a killed poll counts as one too.
      add column started_at timestamptz,
      -- Complete polls in a row after which no open advert of the trade stood.
      add column barren_polls integer not null default 0,
      -- When a source of an unproven reader was first read well.
      add column proven_at timestamptz;

    alter table poll add column status integer;

    -- Kept in place of the text where the terms of a source forbid keeping that.
    alter table posting_body add column reading jsonb;

    alter table host_pace
      add column failures integer not null default 0,
      add column failed_since timestamptz,
      add column rest_until timestamptz,
      add column rest_why text;

    create table platform_rest (
      kind text primary key,
      until timestamptz not null,
      why text not null
    );
  `.execute(db)
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`
    drop table platform_rest;
    alter table host_pace
      drop column failures, drop column failed_since, drop column rest_until, drop column rest_why;
    alter table posting_body drop column reading;
    alter table poll drop column status;
    alter table source drop column started_at, drop column barren_polls, drop column proven_at;
  `.execute(db)
}
