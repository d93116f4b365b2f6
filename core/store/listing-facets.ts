import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { Facets } from '../domain/listing.ts'
import { STATE_CODES } from '../domain/us-states.ts'
import {
  APPRENTICE_CODE,
  FACET_KEYS,
  where,
  type FacetKey,
  type Filters,
} from './listing-filters.ts'
import type { Database } from './schema.ts'

/**
 * The values one listing counts under, as a text array, and the columns they are made of: rows are grouped by
 * those columns first, because a remote job counts under every state and few sets of states exist.
 */
const values: Record<FacetKey, { of: RawBuilder<string[]>; from: RawBuilder<unknown> }> = {
  state: {
    of: sql`m.states || case when m.work_mode = 'remote' then array(
      select s from unnest(case when m.states_allowed = '{}' then m.all_states else m.states_allowed end) s
      where s <> all(m.states_excluded)) else '{}' end`,
    from: sql`m.states, m.work_mode, m.states_allowed, m.states_excluded, m.all_states`,
  },
  role: { of: sql`array[m.role]`, from: sql`m.role` },
  work_mode: { of: sql`array[m.work_mode]`, from: sql`m.work_mode` },
  credential: {
    of: sql`m.credentials_required || m.credentials_preferred
      || case when m.accepted_apprentice then array[${APPRENTICE_CODE}::text] else '{}' end`,
    from: sql`m.credentials_required, m.credentials_preferred, m.accepted_apprentice`,
  },
  setting: { of: sql`m.settings`, from: sql`m.settings` },
  entry: { of: sql`array[m.entry]`, from: sql`m.entry` },
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
  const holds = FACET_KEYS.map((key) => sql`${where(filters, key)} as ${sql.ref(`but_${key}`)}`)
  const { rows } = await sql<{ facet: FacetKey | 'total'; value: string; n: number }>`
    with m as materialized (
      select l.states, l.role, l.work_mode, l.states_allowed, l.states_excluded,
        l.credentials_required, l.credentials_preferred, l.accepted_apprentice, l.settings, l.entry,
        ${sql.val([...STATE_CODES])}::text[] as all_states,
        ${where(filters)} as matches, ${sql.join(holds)}
      from listing l
      where ${filters.always}
    )
    select * from (
      select 'total' as facet, '' as value, count(*)::integer as n from m where matches
      union all ${sql.join(FACET_KEYS.map(countsOf), sql` union all `)}
    ) counted
    order by facet, n desc, value collate "C"`.execute(db)
  const facets = Object.fromEntries(
    FACET_KEYS.map((key) => [
      key,
      rows.filter((r) => r.facet === key).map((r) => ({ value: r.value, count: r.n })),
    ]),
  ) as Facets
  return { total: rows.find((r) => r.facet === 'total')?.n ?? 0, facets }
}

function countsOf(key: FacetKey): RawBuilder<unknown> {
  const { of, from } = values[key]
  return sql`
    select ${key}::text, value, sum(n)::integer
    from (
      select ${of} as list, count(*) as n from m where ${sql.ref(`but_${key}`)} group by ${from}
    ) grouped
    cross join lateral (select distinct unnest(list) as value) each
    where value is not null
    group by value`
}
