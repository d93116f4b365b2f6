import { sql, type Kysely, type RawBuilder } from 'kysely'
import {
  NEWCOMER_ENTRIES,
  type Dimension,
  type MarketCounts,
} from '../domain/market/market-facts.ts'
import { BEGINNER_MONTHS } from '../domain/market/starting-pay.ts'
import { TREND_WEEKS } from '../domain/market/trend.ts'
import { APPRENTICE_CODE, MILD_WARNINGS } from '../domain/search/keys.ts'
import { registeredEmployers } from './listing-filters.ts'
import type { Database } from './schema.ts'

/** One counted row: `part` says of what. */
interface Row {
  part: 'basis' | 'suspicious' | 'group' | 'pay' | 'week'
  name: string
  value: string
  amount: number | null
  newcomer: boolean
  n: number
}

/**
 * How many listings of the trade ask what, pay what and came when: counted in the database, which gives back a
 * few thousand rows however many listings it holds. Invented listings count only while no real one is held;
 * listings with a mark of fraud are counted apart. Weeks count closed listings too, since a week must not empty
 * as its adverts are filled, and one that was merged away once.
 */
export async function marketCounts(db: Kysely<Database>, now: Date): Promise<MarketCounts> {
  const { rows } = await counted(now).execute(db)
  const of = (part: Row['part']): Row[] => rows.filter((row) => row.part === part)
  const asks = ({ amount, newcomer, n }: Row) => ({ months: amount, newcomer, n })
  return {
    basis: of('basis')[0]?.value === 'demo' ? 'demo' : 'live',
    suspicious: of('suspicious')[0]?.n ?? 0,
    groups: of('group').map((row) => ({
      dimension: row.name as Dimension,
      value: row.value,
      ...asks(row),
    })),
    pay: of('pay').map(({ value, amount, n }) => ({ state: value, amount: amount ?? 0, n })),
    weeks: of('week').map((row) => ({ week: row.value, ...asks(row) })),
  }
}

/**
 * The table is wide, so it is read once; then listings are counted by what they say, since few such sets exist and
 * one listing counts under several states and credentials. Arrays are grouped by their text, which PostgreSQL
 * hashes several times faster.
 */
const counted = (now: Date): RawBuilder<Row> => sql<Row>`
  with world as (
    select exists (select from listing where demo)
      and not exists (select from listing where not demo) as demo
  ), narrow as materialized (
    select l.closed_at is null as open, l.moved_to is null as own, l.first_seen, l.work_mode, l.role,
      l.states::text as states, l.credentials_required::text as required,
      l.credentials_preferred::text as preferred, l.accepted_apprentice,
      l.settings <> '{}' or e.employer_id is not null as underserved,
      l.min_months as months, l.pay_hour_min as pay,
      l.entry = any(${[...NEWCOMER_ENTRIES]}::text[]) as newcomer,
      case when l.warnings = '[]' then true else not exists (
        select from jsonb_array_elements(l.warnings) w
        where w ->> 'code' <> all(${[...MILD_WARNINGS]}::text[])) end as sound
    from listing l left join ${registeredEmployers} e on e.employer_id = l.employer_id
    where l.in_domain and l.demo = (select demo from world)
  ), alike as materialized (
    select work_mode, role, states, required, preferred, accepted_apprentice, underserved, months, newcomer,
      count(*) as n
    from narrow where open and sound
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9
  )
  select part, name, value, amount, newcomer, n::integer from (
    select 'basis' as part, '' as name, case when demo then 'demo' else 'live' end as value,
      null::double precision as amount, false as newcomer, 0 as n
    from world
    union all
    select 'suspicious', '', '', null, false, count(*) from narrow where open and not sound
    union all
    select 'group', d.name, d.value, a.months, a.newcomer, sum(a.n)
    from alike a cross join lateral (
      select 'all' as name, '' as value
      union all select 'work_mode',
        case when a.work_mode in ('remote', 'not_stated') then a.work_mode else 'onsite' end
      union all select 'setting', case when a.underserved then 'underserved' else 'other' end
      union all select 'role', a.role where a.role is not null
      union all select distinct 'state', unnest(a.states::text[])
      union all select distinct 'credential', unnest(a.required::text[] || a.preferred::text[]
        || case when a.accepted_apprentice then array[${APPRENTICE_CODE}] else '{}' end)
    ) d
    group by d.name, d.value, a.months, a.newcomer
    union all
    select 'pay', '', s.value, p.pay, false, sum(p.n)
    from (
      select states, pay, count(*) as n from narrow
      where open and sound and pay is not null and (newcomer or months <= ${BEGINNER_MONTHS})
      group by 1, 2
    ) p
    cross join lateral (
      select 'US' as value union all select distinct unnest(p.states::text[])
    ) s
    group by s.value, p.pay
    union all
    select 'week', '', to_char(date_trunc('week', first_seen at time zone 'UTC'), 'YYYY-MM-DD'),
      months, newcomer, count(*)
    from narrow
    where own and sound and first_seen <= ${now} and first_seen >=
      date_trunc('week', ${now}::timestamptz at time zone 'UTC') at time zone 'UTC'
        - ${`${TREND_WEEKS - 1} weeks`}::interval
    group by 3, 4, 5
  ) counted
  order by part, name, value collate "C", amount, newcomer`
