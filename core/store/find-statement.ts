import { sql, type RawBuilder } from 'kysely'
import type { PageAsked, Position } from '../domain/search/answer.ts'
import { firstKeyOf, lastKeyOf, REMOTE_ANY, type KeyGroup } from '../domain/search/keys.ts'
import {
  bitOf,
  KEY_FILTERS,
  MOST_VALUES_SHOWN,
  openBits,
  STEPS,
  type FacetName,
} from '../domain/search/query.ts'
import { nearKeys, type Near, type Question } from '../domain/search/question.ts'
import {
  carriesOne,
  failedBits,
  milesOver,
  narrowing,
  postedAt,
  tierOf,
  tsqueryOf,
} from './find-conditions.ts'
import { standing, topPay } from './listing-filters.ts'

/** One row of the answer; which columns are filled depends on `what`. */
export interface FoundRow {
  what: 'failed' | 'key' | 'both_ways' | 'steps' | 'demand' | 'hit'
  /** Bits of the filters failed. */
  failed: number
  /** A search key, packed steps, or the id of a hit. */
  value: number
  /** How many rows; of a hit, when it was first seen in microseconds since 1970. */
  n: number
  /** What a hit is ordered by. */
  sort_key: number | null
  /** A demand: the codes, whether any of them will do, whether a class of them will, whether it may be met after hire. */
  required: string[] | null
  any_of: boolean | null
  class: boolean | null
  later: boolean | null
}

type Sql = RawBuilder<unknown>

/**
 * One statement for a whole answer: every row that fails at most one filter is read once, with the bits of what
 * it fails. Counts are grouped by small numbers and put together in `find-answer.ts`. The page is taken from the
 * same rows, so that no plan rests on a guess of how many there are.
 */
export function findStatement(question: Question, page: PageAsked): RawBuilder<FoundRow> {
  const { near } = question
  const base = sql.join(baseOf(question), sql` and `)
  // Only searches without words may use the index of all open listings: `listing_open` asks for this.
  const all = question.text === null ? sql`and l.id > 0` : sql``
  return sql<FoundRow>`
    with ${near === null ? sql`` : nearRows(near, base)}
    m as materialized (
      select * from (
        select ${failedBits(question)} as failed, l.id, l.first_seen, l.search_keys,
          l.work_mode = 'remote' as remote, ${packedSteps(question)} as steps, ${sortKey(question)} as sort_key,
          l.credentials_required as required, l.credentials_any_of as any_of,
          l.credentials_class is not null as class, l.within_months_of_hire is not null as later
        from listing l ${near === null ? sql`` : sql`left join near n on n.id = l.id`}
        where ${base} ${all} offset 0
      ) looked_at
      where ${countsSomewhere(question)}
    ),
    keys as materialized (
      select k, count(*) as n from (select failed, unnest(search_keys) as k from m) carried
      where ${countedKeys(question)} group by k
    )
    select 'failed' as what, failed, 0 as value, count(*) as n, null::double precision as sort_key,
      null::text[] as required, null::boolean as any_of, null::boolean as class, null::boolean as later
    from m group by failed
    union all
    select 'key', 0, k, n, null, null, null, null, null from keys
    where k < ${firstKey('source')} or k >= ${firstKey('flag')}
    union all ${mostFrequent('source')}
    union all ${mostFrequent('employer')}
    union all
    select 'both_ways', 0, k, count(*), null, null, null, null, null from m, unnest(search_keys) k
    where remote and search_keys[1] < ${firstKey('remote_state')} and failed in (0, ${sql.lit(bitOf('state'))}) and k < ${firstKey('remote_state')}
      and search_keys && array[k + ${firstKey('remote_state')} - ${firstKey('place_state')}, ${sql.lit(REMOTE_ANY)}]
    group by k
    union all
    select 'steps', failed, steps, count(*), null, null, null, null, null from m
    where failed in (${sql.join(stepped.map((bit) => sql.lit(bit)))}) group by failed, steps
    union all
    select 'demand', 0, 0, count(*), null, required, any_of, class, later from m
    where failed in (0, ${sql.lit(bitOf('holds'))}) group by required, any_of, class, later
    union all ${hits(page)}`
}

/** What every row that counts anywhere passes. */
function baseOf(question: Question): RawBuilder<boolean>[] {
  const words = question.text === null ? [] : [sql<boolean>`l.tsv @@ ${tsqueryOf(question.text)}`]
  return [standing, ...words, ...narrowing(question)]
}

/** True of every number of miles, and rare to the planner: it must hash the few beside the many. */
const anyMiles = (miles: Sql): Sql => sql`${miles} between 0 and 1e9`

/** Miles of every listing with a place near enough to count in any step; the index gives them. */
function nearRows(near: Near, base: Sql): Sql {
  const { keys, miles } = milesOver(near)
  return sql`near as materialized (
      select l.id, min(t.miles) as miles
      from listing l cross join unnest(l.search_keys) k
      join unnest(${keys}, ${miles}) t (k, miles) on t.k = k.k and ${anyMiles(sql`t.miles`)}
      where ${base} and l.search_keys && ${keys} group by l.id having ${anyMiles(sql`min(t.miles)`)}
    ),`
}

const stepped = [
  0,
  ...(['max_months', 'pay_floor', 'posted_within', 'near'] as const).map((filter) => bitOf(filter)),
]

/** The amounts that `steps` packs, by the bit each begins at; `UNSTATED` stands for no months. */
export const PACKED = { max_months: 0, pay_floor_hour: 3, posted_within: 7, radius: 10 } as const
export const UNSTATED = 7

/** How many steps of each facet of amounts a row passes, in one number. */
function packedSteps({ near, now }: Question): Sql {
  const days = STEPS.posted_within.map(
    (day) => sql`${new Date(now - day * 86_400_000)}::timestamptz`,
  )
  const parts = [
    sql`case when l.min_months is null then ${sql.lit(UNSTATED)} else ${passed(STEPS.max_months.map((m) => sql`l.min_months <= ${sql.lit(m)}`))} end`,
    sql`(${passed([...STEPS.pay_floor_hour].reverse().map((pay) => sql`${topPay} >= ${sql.lit(pay)}`))} << ${sql.lit(PACKED.pay_floor_hour)})`,
    sql`(${passed(days.map((day) => sql`${postedAt} >= ${day}`))} << ${sql.lit(PACKED.posted_within)})`,
  ]
  if (near !== null) {
    const within = STEPS.radius.map((miles) => sql`n.miles <= ${sql.lit(miles)}`)
    // What is done from home passes every step, and is found at the first.
    const tests = within.map((test, i) =>
      i === 0 ? sql`(${test} or ${carriesOne(nearKeys(near, -1))})` : test,
    )
    parts.push(sql`(${passed(tests)} << ${sql.lit(PACKED.radius)})`)
  }
  return sql.join(parts, sql` | `)
}

/** Steps from the hardest to the easiest: who passes one passes all after it. */
const passed = (tests: readonly Sql[]): Sql =>
  sql`case ${sql.join(
    tests.map((test, i) => sql`when ${test} then ${sql.lit(tests.length - i)}`),
    sql` `,
  )} else 0 end`

/** What a sort orders by, larger first (`sortValue` in SQL). */
function sortKey({ sort, text, near }: Question): Sql {
  switch (sort) {
    case 'newest':
      return sql`0::double precision`
    case 'best':
      return sql`(${tierOf(text)})::double precision`
    case 'pay':
      return sql`coalesce(${topPay}, -1)`
    case 'nearest':
      return near === null ? sql`0::double precision` : sql`-coalesce(n.miles, 1e9)`
    case 'least_experience':
      // By way of text, as a client reads the short form of a real.
      return sql`-coalesce(l.min_months::text::double precision, 1e9)`
  }
}

/** The filters that are on, as bits. */
const onBits = ({ conditions }: Question): number =>
  conditions.reduce((bits, { bit }) => bits | bit, 0)

/** Facets that two filters at once may be open for: their own and the one of the trade. */
const TWICE_OPEN = (['role', 'adjacent_role'] as const).map(openBits)

/** Whether a row fails so little that some count takes it in. */
function countsSomewhere(question: Question): Sql {
  const on = onBits(question)
  const both = TWICE_OPEN.filter((bits) => (bits & on) === bits)
  // No bit or one. Never negative, and said by "<" because the planner takes "=" for rare.
  return sql.join(
    [sql`failed & (failed - 1) < 1`, ...both.map((bits) => sql`failed = ${sql.lit(bits)}`)],
    sql` or `,
  )
}

/** The groups of keys that a facet counts. */
const GROUPS_OF = [
  ['state', ['place_state', 'remote_state']],
  ['accepts_apprentice', ['flag']],
  ...KEY_FILTERS.flatMap((facet) => (facet === 'state' ? [] : [[facet, [facet]] as const])),
] as const satisfies (readonly [FacetName, readonly KeyGroup[]])[]

/** Rows that fail nothing count under all they carry, others only in the facet that is open for what they fail. */
function countedKeys(question: Question): Sql {
  const on = onBits(question)
  const arms = GROUPS_OF.flatMap(([facet, groups]) => {
    const open = openBits(facet) & on
    if (open === 0) return []
    const within = groups.map((group) => sql`k between ${firstKey(group)} and ${lastKey(group)}`)
    return [sql`(failed & ${sql.lit(~open)} = 0 and (${sql.join(within, sql` or `)}))`]
  })
  const towns = sql`k between ${firstKey('town')} and ${lastKey('town')}`
  return sql.join([sql`(failed = 0 and not ${towns})`, ...arms], sql` or `)
}

const firstKey = (group: KeyGroup): Sql => sql.lit(firstKeyOf(group))
const lastKey = (group: KeyGroup): Sql => sql.lit(lastKeyOf(group))

/** Of groups as large as there are feeds or employers, no more values than are shown. */
const mostFrequent = (group: 'source' | 'employer'): Sql => sql`
    (select 'key', 0, k, n, null, null, null, null, null from keys
    where k between ${firstKey(group)} and ${lastKey(group)}
    order by n desc, (k - ${firstKey(group)})::text collate "C" limit ${MOST_VALUES_SHOWN})`

/** One hit more than the page holds, so that the caller can tell whether another page follows. */
function hits({ after, limit }: PageAsked): Sql {
  return sql`
    (select 'hit', 0, id, (extract(epoch from first_seen) * 1000000)::bigint, sort_key, null, null, null, null from m
    where failed = 0 ${after === null ? sql`` : sql`and (sort_key, first_seen, id) < (${placeOf(after)})`}
    order by sort_key desc, first_seen desc, id desc limit ${limit + 1})`
}

const placeOf = ({ key, first_seen_us, id }: Position): Sql =>
  sql`${key}::double precision,
      timestamptz 'epoch' + ${first_seen_us}::double precision * interval '1 microsecond', ${id}::bigint`
