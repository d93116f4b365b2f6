import { sql, type Kysely } from 'kysely'
import { cleanStrings } from '../domain/clean.ts'
import { facilityNameNorm } from '../domain/registers/facility-name.ts'
import type { EmployerSetting, FacilityCandidate } from '../domain/registers/match-facility.ts'
import type { FacilityRecord, RegisterKind } from '../domain/registers/register.ts'
import type { Database } from './schema.ts'

/** Where a row comes from. */
export interface RowMark {
  register: RegisterKind
  sample: boolean
  run_id: number
}

/** Inserts or renews facilities; of two with one number in a batch the later counts. */
export async function saveFacilities(
  tx: Kysely<Database>,
  records: readonly FacilityRecord[],
  mark: RowMark,
): Promise<void> {
  const byId = new Map(records.map((r) => [r.id, r]))
  if (byId.size === 0) return
  const norm = (name: string | null) => (name === null ? null : facilityNameNorm(name))
  const rows = [...byId.values()].map(({ table: _, ...r }) =>
    cleanStrings({
      ...r,
      name_norm: facilityNameNorm(r.name),
      operator_norm: norm(r.operator),
      chain_norm: norm(r.chain),
    }),
  )
  await sql`
    insert into facility (register, id, name, name_norm, operator, operator_norm, chain, chain_norm,
      settings, city, state, zip5, county_fips, sample, run_id)
    select ${mark.register}, r.id, r.name, r.name_norm, r.operator, r.operator_norm, r.chain, r.chain_norm,
      r.settings, r.city, r.state, r.zip5, r.county_fips, ${mark.sample}, ${mark.run_id}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id text, name text, name_norm text,
      operator text, operator_norm text, chain text, chain_norm text, settings text[],
      city text, state text, zip5 text, county_fips text)
    on conflict (register, id) do update set
      name = excluded.name, name_norm = excluded.name_norm,
      operator = excluded.operator, operator_norm = excluded.operator_norm,
      chain = excluded.chain, chain_norm = excluded.chain_norm,
      settings = excluded.settings, city = excluded.city, state = excluded.state, zip5 = excluded.zip5,
      county_fips = excluded.county_fips, sample = excluded.sample, run_id = excluded.run_id`.execute(
    tx,
  )
}

/**
 * Every facility that might be one of these employers: by number, or because name, operator or chain is
 * one of the normalised names (facilityNameNorm).
 */
export async function findFacilities(
  db: Kysely<Database>,
  norms: readonly string[],
  ids: readonly string[],
): Promise<(FacilityCandidate & { norms: string[] })[]> {
  const { rows } = await sql<FacilityCandidate & { norms: string[] }>`
    select f.register, f.id, f.name, f.operator, f.chain, f.settings, f.city, f.state, f.zip5, f.sample,
      r.file as source, r.as_of,
      array_remove(array[f.name_norm, f.operator_norm, f.chain_norm], null) as norms
    from facility f join import_run r on r.id = f.run_id
    where f.name_norm = any(${norms}) or f.operator_norm = any(${norms}) or f.chain_norm = any(${norms})
      or (f.register, f.id) in (
        select split_part(x, ':', 1), split_part(x, ':', 2) from unnest(${ids}::text[]) x)
    order by f.register, f.id`.execute(db)
  return rows
}

/** The settings of one employer, best supported first; [] when nothing is known of it. */
export async function employerSettings(
  db: Kysely<Database>,
  employerId: number,
): Promise<EmployerSetting[]> {
  return db
    .selectFrom('employer_setting')
    .select(['setting', 'confidence', 'evidence'])
    .where('employer_id', '=', employerId)
    .orderBy('confidence', 'desc')
    .orderBy('setting')
    .execute()
}

/** Makes an employer's settings exactly these; what stays the same is not written. @returns rows written. */
export async function replaceEmployerSettings(
  tx: Kysely<Database>,
  employerId: number,
  found: readonly EmployerSetting[],
): Promise<number> {
  const gone = await tx
    .deleteFrom('employer_setting')
    .where('employer_id', '=', employerId)
    .$if(found.length > 0, (q) =>
      q.where(
        'setting',
        'not in',
        found.map((f) => f.setting),
      ),
    )
    .executeTakeFirst()
  let written = Number(gone.numDeletedRows)
  for (const { setting, confidence, evidence } of found) {
    const { numAffectedRows } = await sql`
      insert into employer_setting (employer_id, setting, confidence, evidence)
      values (${employerId}, ${setting}, ${confidence}, ${JSON.stringify(cleanStrings(evidence))}::jsonb)
      on conflict (employer_id, setting) do update
        set confidence = excluded.confidence, evidence = excluded.evidence
        where (employer_setting.confidence, employer_setting.evidence)
          is distinct from (excluded.confidence, excluded.evidence)`.execute(tx)
    written += Number(numAffectedRows ?? 0)
  }
  return written
}
