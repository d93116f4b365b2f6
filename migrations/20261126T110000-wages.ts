import { sql, type Kysely } from 'kysely'

/** What occupations pay, by state, from the wage survey of the Bureau of Labor Statistics. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table wage (
      soc text not null,
      -- 'US' for the whole country.
      state text not null,
      jobs double precision,
      hour_p10 double precision,
      hour_p25 double precision,
      hour_median double precision,
      hour_p75 double precision,
      hour_p90 double precision,
      year_p10 double precision,
      year_p25 double precision,
      year_median double precision,
      year_p75 double precision,
      year_p90 double precision,
      sample boolean not null,
      run_id integer not null references import_run,
      primary key (state, soc)
    );
  `.execute(db)
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`drop table wage`.execute(db)
}
