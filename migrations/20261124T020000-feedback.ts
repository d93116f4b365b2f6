import { sql, type Kysely } from 'kysely'

/** What people say is wrong in a reading. Nothing in it tells who said it. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table feedback (
      id bigint generated always as identity primary key,
      listing_id bigint not null references listing on delete cascade,
      tag text not null,
      shown jsonb not null,
      words text[] not null,
      correct text check (char_length(correct) between 1 and 500),
      tagger_version integer not null,
      status text not null default 'new' check (status in ('new', 'used', 'refused')),
      created_at timestamptz not null
    );
    create index feedback_status on feedback (status, id);
    create index feedback_listing on feedback (listing_id);
  `.execute(db)
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`drop table feedback`.execute(db)
}
