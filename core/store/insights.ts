import { sql, type Kysely } from 'kysely'
import {
  NEWCOMER_ENTRIES,
  type GroupCount,
  type MarketCounts,
} from '../domain/market/market-facts.ts'
import { BEGINNER_MONTHS, type PayCount } from '../domain/market/starting-pay.ts'
import { TREND_WEEKS, type WeekCount } from '../domain/market/trend.ts'
import { APPRENTICE_CODE, MILD_WARNINGS } from '../domain/search/keys.ts'
import { registeredEmployers } from './listing-filters.ts'
import type { Database } from './schema.ts'

type Tx = Kysely<Database>

/**
 * How many listings of the trade ask what, pay what and came when: counted in the database, which gives back a
 * few thousand rows however many listings it holds. All of it is of one moment. Invented listings count only
 * while no real one is held; listings with a mark of fraud are counted apart.
 */
export async function marketCounts(db: Kysely<Database>, now: Date): Promise<MarketCounts> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      const demo = await allInvented(tx)
      return {
        basis: demo ? 'demo' : 'live',
        suspicious: await suspiciousListings(tx, demo),
        groups: await groupCounts(tx, demo),
        pay: await payCounts(tx, demo),
        weeks: await weekCounts(tx, demo, now),
      }
    })
}

async function allInvented(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ demo: boolean }>`
    select exists (select from listing where demo) and not exists (select from listing where not demo)
      as demo`.execute(tx)
  return rows[0]?.demo ?? false
}

const sound = sql<boolean>`not exists (
  select from jsonb_array_elements(l.warnings) w where w ->> 'code' <> all(${[...MILD_WARNINGS]}::text[]))`
const newcomer = sql<boolean>`(l.entry = any(${[...NEWCOMER_ENTRIES]}::text[]))`

/** Open listings of the trade. */
const held = (demo: boolean) =>
  sql<boolean>`l.closed_at is null and l.in_domain and l.demo = ${demo}`

async function suspiciousListings(tx: Tx, demo: boolean): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::integer as n from listing l where ${held(demo)} and not ${sound}`.execute(tx)
  return rows[0]?.n ?? 0
}

/**
 * Listings are counted by what they say first: few such sets exist, and one listing counts under several
 * states and credentials. Arrays are counted by their text, which PostgreSQL hashes several times faster.
 */
async function groupCounts(tx: Tx, demo: boolean): Promise<GroupCount[]> {
  const { rows } = await sql<GroupCount>`
    with alike as materialized (
      select l.work_mode, l.role, l.states::text as states,
        l.credentials_required::text as required, l.credentials_preferred::text as preferred,
        l.accepted_apprentice, l.settings <> '{}' or e.employer_id is not null as underserved,
        l.min_months as months, ${newcomer} as newcomer, count(*) as n
      from listing l left join ${registeredEmployers} e on e.employer_id = l.employer_id
      where ${held(demo)} and ${sound}
      group by 1, 2, 3, 4, 5, 6, 7, 8, 9
    )
    select d.dimension, d.value, a.months, a.newcomer, sum(a.n)::integer as n
    from alike a cross join lateral (
      select 'all' as dimension, '' as value
      union all select 'work_mode',
        case when a.work_mode in ('remote', 'not_stated') then a.work_mode else 'onsite' end
      union all select 'setting', case when a.underserved then 'underserved' else 'other' end
      union all select 'role', a.role where a.role is not null
      union all select distinct 'state', unnest(a.states::text[])
      union all select distinct 'credential', unnest(a.required::text[] || a.preferred::text[]
        || case when a.accepted_apprentice then array[${APPRENTICE_CODE}] else '{}' end)
    ) d
    group by 1, 2, 3, 4
    order by 1, 2, 3, 4`.execute(tx)
  return rows
}

async function payCounts(tx: Tx, demo: boolean): Promise<PayCount[]> {
  const { rows } = await sql<PayCount>`
    select s.state, l.pay_hour_min as amount, count(*)::integer as n
    from listing l
    cross join lateral (select 'US' as state union all select distinct unnest(l.states)) s
    where ${held(demo)} and ${sound} and l.pay_hour_min is not null
      and (${newcomer} or l.min_months <= ${BEGINNER_MONTHS})
    group by 1, 2
    order by 1, 2`.execute(tx)
  return rows
}

/** Closed listings too: a week must not empty as its adverts are filled. One that was merged away counts once. */
async function weekCounts(tx: Tx, demo: boolean, now: Date): Promise<WeekCount[]> {
  const { rows } = await sql<WeekCount>`
    select to_char(date_trunc('week', l.first_seen at time zone 'UTC'), 'YYYY-MM-DD') as week,
      l.min_months as months, ${newcomer} as newcomer, count(*)::integer as n
    from listing l
    where l.in_domain and l.demo = ${demo} and l.moved_to is null and ${sound}
      and l.first_seen >= date_trunc('week', ${now}::timestamptz at time zone 'UTC') at time zone 'UTC'
        - ${`${TREND_WEEKS - 1} weeks`}::interval
      and l.first_seen <= ${now}
    group by 1, 2, 3
    order by 1, 2, 3`.execute(tx)
  return rows
}
