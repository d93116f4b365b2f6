import { sql, type Kysely } from 'kysely'

/** What makes postings one job: bands of near-copies, why each was joined, and what a person has parted. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    -- 0 = placed by older rules, or changed since: looked at again.
    alter table posting add column same_version integer not null default 0;

    alter table listing
      -- The values under which the text stands in listing_band.
      add column bands integer[] not null default '{}',
      -- The listing that shows this job now.
      add column moved_to bigint references listing on delete set null;
    create index listing_moved_to on listing (moved_to) where moved_to is not null;

    -- Without a foreign key: sixteen checks for each advert cost more than the rows. Rows of a deleted
    -- listing are found by nobody.
    create table listing_band (v integer not null, listing_id bigint not null);
    create index listing_band_value on listing_band (v, listing_id);

    create table same_job (
      source_id integer not null,
      external_id text not null,
      lead_source_id integer not null,
      lead_external_id text not null,
      why text not null,
      rules integer not null,
      at timestamptz not null,
      primary key (source_id, external_id),
      foreign key (source_id, external_id) references posting on delete cascade
    );

    create table kept_apart (
      source_id integer not null,
      external_id text not null,
      other_source_id integer not null,
      other_external_id text not null,
      note text,
      at timestamptz not null,
      primary key (source_id, external_id, other_source_id, other_external_id),
      foreign key (source_id, external_id) references posting on delete cascade,
      foreign key (other_source_id, other_external_id) references posting on delete cascade,
      check ((source_id, external_id collate "C") < (other_source_id, other_external_id collate "C"))
    );
    create index kept_apart_other on kept_apart (other_source_id, other_external_id);

    -- Several times quicker than the old way at the same size; a server built without it keeps that.
    do $$
    begin
      alter table listing
        alter column text set compression lz4, alter column html set compression lz4,
        alter column tsv set compression lz4, alter column evidence set compression lz4,
        alter column requirement set compression lz4;
      alter table posting_body
        alter column html set compression lz4, alter column structured set compression lz4;
    exception when feature_not_supported then
      null;
    end $$;
  `.execute(db)
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`
    drop table kept_apart, same_job, listing_band;
    alter table listing drop column bands, drop column moved_to;
    alter table posting drop column same_version;
  `.execute(db)
}
