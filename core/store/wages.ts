import { sql, type Kysely } from 'kysely'
import type { WageRow } from '../domain/market/starting-pay.ts'
import type { WageRecord } from '../domain/registers/register.ts'
import type { RowMark } from './facilities.ts'
import type { Database } from './schema.ts'

const FIGURES = [
  ...['jobs', 'hour_p10', 'hour_p25', 'hour_median', 'hour_p75', 'hour_p90'],
  ...['year_p10', 'year_p25', 'year_median', 'year_p75', 'year_p90'],
]

/** Inserts or renews what occupations pay in a state; of two with one key in a batch the later counts. */
export async function saveWages(
  tx: Kysely<Database>,
  records: readonly WageRecord[],
  mark: RowMark,
): Promise<void> {
  const byKey = new Map(records.map((r) => [`${r.state} ${r.soc}`, r]))
  if (byKey.size === 0) return
  const columns = sql.join(FIGURES.map((name) => sql.ref(name)))
  const typed = sql.join(FIGURES.map((name) => sql`${sql.ref(name)} double precision`))
  const renewed = sql.join(
    FIGURES.map((name) => sql`${sql.ref(name)} = ${sql.ref(`excluded.${name}`)}`),
  )
  await sql`
    insert into wage (soc, state, ${columns}, sample, run_id)
    select soc, state, ${columns}, ${mark.sample}, ${mark.run_id}
    from jsonb_to_recordset(${JSON.stringify([...byKey.values()])}::jsonb)
      as r (soc text, state text, ${typed})
    on conflict (state, soc) do update set ${renewed},
      sample = excluded.sample, run_id = excluded.run_id`.execute(tx)
}

/** What the loaded wage file says, by state and occupation; empty before one is loaded. */
export async function wageRows(db: Kysely<Database>): Promise<WageRow[]> {
  return db
    .selectFrom('wage as w')
    .innerJoin('import_run as r', 'r.id', 'w.run_id')
    .select(['w.soc', 'w.state', 'w.hour_p10', 'w.hour_p25', 'w.hour_median'])
    .select([
      'w.year_p10',
      'w.year_p25',
      'w.year_median',
      'w.sample',
      'r.file as source',
      'r.as_of',
    ])
    .orderBy('w.state')
    .orderBy('w.soc')
    .execute()
}
