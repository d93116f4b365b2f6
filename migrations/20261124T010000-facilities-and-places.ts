import { sql, type Kysely } from 'kysely'

/** Government registers: facilities, facts of counties and ZIP codes, the place table, what employers are. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table import_run (
      id integer generated always as identity primary key,
      kind text not null,
      scope text not null,
      file text not null,
      sha256 bytea not null,
      as_of date not null,
      sample boolean not null,
      state text not null check (state in ('running', 'done', 'suspect', 'abandoned')),
      rows_read integer not null default 0,
      rows_kept integer not null default 0,
      rows_passed integer not null default 0,
      rows_rejected integer not null default 0,
      rejected jsonb not null default '[]',
      resume_offset bigint not null,
      resume_line integer not null,
      started_at timestamptz not null,
      finished_at timestamptz
    );
    create index import_run_newest on import_run (kind, scope, id desc);
    create unique index import_run_one_at_a_time on import_run (kind, scope)
      where state in ('running', 'suspect');

    create table facility (
      register text not null,
      id text not null,
      name text not null,
      name_norm text not null,
      operator text,
      operator_norm text,
      chain text,
      chain_norm text,
      settings text[] not null,
      city text,
      state text,
      zip5 text,
      county_fips text,
      sample boolean not null,
      run_id integer not null references import_run,
      primary key (register, id)
    );
    create index facility_name on facility (name_norm);
    create index facility_operator on facility (operator_norm) where operator_norm is not null;
    create index facility_chain on facility (chain_norm) where chain_norm is not null;

    create table place (
      zip5 text primary key,
      city text not null,
      town_norm text not null,
      state text not null,
      county_fips text,
      lat double precision not null,
      lon double precision not null,
      sample boolean not null,
      run_id integer not null references import_run
    );
    create index place_town on place (state, town_norm);

    create table area_fact (
      register text not null,
      fact text not null,
      id text not null,
      area_kind text not null check (area_kind in ('county', 'zip')),
      area_code text not null,
      value real,
      name text,
      whole boolean,
      sample boolean not null,
      run_id integer not null references import_run,
      primary key (area_kind, area_code, fact, id)
    );
    create index area_fact_register on area_fact (register, fact);

    create table employer_setting (
      employer_id integer not null references employer on delete cascade,
      setting text not null,
      confidence real not null,
      evidence jsonb not null,
      primary key (employer_id, setting)
    );
    create index if not exists listing_employer on listing (employer_id) where employer_id is not null;
  `.execute(db)
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`
    drop table employer_setting, area_fact, place, facility, import_run;
    drop index if exists listing_employer;
  `.execute(db)
}
