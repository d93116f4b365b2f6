import { sql, type Kysely, type RawBuilder } from 'kysely'
import { FACET_NAMES, type Facets } from '../domain/search/query.ts'
import { STATE_CODES } from '../domain/us-states.ts'
import {
  APPRENTICE_CODE,
  chosen,
  FACET_KEYS,
  registeredEmployers,
  type FacetKey,
  type Filters,
} from './listing-filters.ts'
import type { Database } from './schema.ts'

/**
 * The columns a facet is made of, and from them the values one listing counts under. Listings are grouped by
 * those columns first: few sets of states exist, and a remote job counts under every state. Arrays are grouped
 * by their text, which PostgreSQL hashes several times faster, and made arrays again for each group.
 */
const facets: Record<FacetKey, { columns: RawBuilder<unknown>; values: RawBuilder<string[]> }> = {
  state: {
    columns: sql`states, work_mode, states_allowed, states_excluded`,
    values: sql`states::text[] || case when work_mode = 'remote' then array(
      select s
      from unnest(case when states_allowed = '{}' then ${[...STATE_CODES]} else states_allowed::text[] end) s
      where s <> all(states_excluded::text[])) else '{}' end`,
  },
  role: { columns: sql`role`, values: sql`array[role]` },
  work_mode: { columns: sql`work_mode`, values: sql`array[work_mode]` },
  credential: {
    columns: sql`credentials_required, credentials_preferred, accepted_apprentice`,
    values: sql`credentials_required::text[] || credentials_preferred::text[]
      || case when accepted_apprentice then array[${sql.lit(APPRENTICE_CODE)}] else '{}' end`,
  },
  setting: {
    columns: sql`settings, register_settings`,
    values: sql`settings::text[] || register_settings::text[]`,
  },
  entry: { columns: sql`entry`, values: sql`array[entry]` },
}

/**
 * The total of a search and its facets, in one statement that visits each matching row once.
 * A value's count is the total the search would have with that value alone in this filter. Values are in
 * order of count, then by name. A remote job without limits counts under every state and territory.
 */
export async function countMatches(
  db: Kysely<Database>,
  filters: Filters,
): Promise<{ total: number; facets: Facets }> {
  const fits = FACET_KEYS.map((key) => sql`${chosen(filters, key)} as ${fitsBut(key)}`)
  const { rows } = await sql<{ facet: FacetKey | 'total'; value: string; n: number }>`
    with m as materialized (
      select l.role, l.work_mode, l.entry, l.accepted_apprentice,
        l.states::text, l.states_allowed::text, l.states_excluded::text,
        l.credentials_required::text, l.credentials_preferred::text, l.settings::text,
        coalesce(e.settings, '{}')::text as register_settings,
        ${chosen(filters)} as fits, ${sql.join(fits)}
      from listing l left join ${registeredEmployers} e on e.employer_id = l.employer_id
      where ${filters.always}
    )
    select * from (
      select 'total' as facet, '' as value, count(*)::integer as n from m where fits
      union all ${sql.join(FACET_KEYS.map(countsOf), sql` union all `)}
    ) counted
    order by facet, n desc, value collate "C"`.execute(db)
  const none = FACET_NAMES.map((name) => [name, []])
  const byKey = FACET_KEYS.map((key) => [
    key,
    rows.filter((r) => r.facet === key).map((r) => ({ value: r.value, count: r.n })),
  ])
  return {
    total: rows.find((r) => r.facet === 'total')?.n ?? 0,
    facets: Object.fromEntries([...none, ...byKey]) as Facets,
  }
}

/** The column that says whether a row fits every filter but that of this facet. */
const fitsBut = (key: FacetKey): RawBuilder<boolean> => sql.ref(`fits_but_${key}`)

function countsOf(key: FacetKey): RawBuilder<unknown> {
  const { columns, values } = facets[key]
  return sql`
    select ${key}::text, value, sum(n)::integer
    from (select ${values} as list, count(*) as n from m where ${fitsBut(key)} group by ${columns}) grouped
    cross join lateral (select distinct unnest(list) as value) each
    where value is not null
    group by value`
}
