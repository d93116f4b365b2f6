import { sql, type RawBuilder } from 'kysely'
import { satisfies } from '../domain/search/demand.ts'
import type { Condition, Near, Question } from '../domain/search/question.ts'
import type { Alternative, TextQuery } from '../domain/search/text-query.ts'
import { catalogueCode } from '../domain/vocabulary/credentials.ts'
import { topPay } from './listing-filters.ts'

type Truth = RawBuilder<boolean>

/** When posted, else when first seen. */
export const postedAt = sql<Date>`coalesce(l.posted_at, l.first_seen)`

/** The bits of the filters that a row of `listing l` (with `near n`, where a place is asked) fails; 0 = none. */
export function failedBits(question: Question): RawBuilder<number> {
  const bits = question.conditions.map(
    (condition) =>
      sql`case when ${passes(condition, question.near)} then 0 else ${sql.lit(condition.bit)} end`,
  )
  return bits.length === 0 ? sql`0` : sql`(${sql.join(bits, sql` | `)})`
}

function passes(condition: Condition, near: Near | null): Truth {
  switch (condition.kind) {
    case 'keys':
      if (condition.filter === 'near' && near !== null)
        return reaches(reachOf(near, condition.any ?? []))
      return sql`(${condition.any === null ? sql`true` : carriesOne(condition.any)}
        and not ${carriesOne(condition.none)})`
    case 'holds':
      return holds(condition.codes)
    case 'max_months': {
      const stated = sql<boolean>`l.min_months <= ${condition.most}::real`
      return condition.unstated ? sql`(l.min_months is null or ${stated})` : stated
    }
    case 'pay_floor':
      return sql`${topPay} >= ${condition.least}::double precision`
    case 'posted_within':
      return sql`${postedAt} >= ${new Date(condition.since)}::timestamptz`
  }
}

const integers = (keys: readonly number[]): RawBuilder<number[]> => sql`${[...keys]}::integer[]`

/** From so many keys on a hash of them pays. */
const MANY_KEYS = 12

/** Carries one of these keys. */
export function carriesOne(keys: readonly number[]): Truth {
  if (keys.length === 0) return sql`false`
  if (keys.length < MANY_KEYS) return sql`l.search_keys && ${integers(keys)}`
  return sql`exists (select from unnest(l.search_keys) k where k = any(${integers(keys)}))`
}

/** demand.ts in SQL; what is asked of the codes alone is decided there. */
function holds(codes: readonly string[]): Truth {
  const demand = { required: [], any_of: true, required_class: 'any', within_months_of_hire: null }
  const held = satisfies(codes, demand)
  const texts = sql`${codes.map(catalogueCode)}::text[]`
  return sql`(l.within_months_of_hire is not null
    or (l.credentials_class is null and l.credentials_required = '{}')
    or (l.credentials_class is not null and ${sql.lit(held)})
    or (l.credentials_required <> '{}' and case when l.credentials_any_of
      then l.credentials_required && ${texts} else l.credentials_required <@ ${texts} end))`
}

/** How a place is reached: by miles to a town, or from home. */
interface Reach {
  miles: number
  remotely: readonly number[]
}

/** What the keys of the filter `near` mean: `n.miles` says what they say of towns. */
function reachOf(near: Near, keys: readonly number[]): Reach {
  let miles = -1
  for (const key of keys) miles = Math.max(miles, near.towns.get(key) ?? -1)
  return { miles, remotely: keys.filter((key) => !near.towns.has(key)) }
}

const reaches = ({ miles, remotely }: Reach): Truth =>
  sql`(n.miles <= ${miles}::double precision or ${carriesOne(remotely)})`

/** The towns around a place with their miles. */
export function milesOver(near: Near): { keys: RawBuilder<number[]>; miles: RawBuilder<number[]> } {
  return {
    keys: integers([...near.towns.keys()]),
    miles: sql`${[...near.towns.values()]}::double precision[]`,
  }
}

/** Most filters of which each is given an arm of its own in the index scan. */
const MOST_ARMS = 4

/**
 * A row that fails two filters counts nowhere: of any filters that rows pass by a key, all but one must hold.
 * Where there are two or more, that narrows what is read at all.
 */
export function narrowing({ conditions }: Question): Truth[] {
  const keyed = conditions.flatMap((c) =>
    c.kind === 'keys' && c.any !== null && c.filter !== 'trade' && c.filter !== 'near'
      ? [c.any]
      : [],
  )
  if (keyed.length < 2) return []
  keyed.sort((a, b) => a.length - b.length)
  const chosen = keyed
    .slice(0, MOST_ARMS)
    .map((keys) => sql<boolean>`l.search_keys && ${integers(keys)}`)
  const arms = chosen.map((_, open) =>
    sql.join(
      chosen.filter((_, i) => i !== open),
      sql` and `,
    ),
  )
  return [
    sql`(${sql.join(
      arms.map((arm) => sql`(${arm})`),
      sql` or `,
    )})`,
  ]
}

/** The words of a search as one text search query. */
export function tsqueryOf({ all, none }: TextQuery): RawBuilder<unknown> {
  const parts = [...all.map(clauseText), ...none.map((clause) => `!(${clauseText(clause)})`)]
  return sql`${parts.map((part) => `(${part})`).join(' & ')}::tsquery`
}

/** How many clauses of the words stand in the title or the employer's name. */
export function tierOf(text: TextQuery | null): RawBuilder<number> {
  const clauses = (text?.all ?? []).map(
    (clause) => sql`case when l.head @@ ${clauseText(clause)}::tsquery then 1 else 0 end`,
  )
  return clauses.length === 0 ? sql`0` : sql.join(clauses, sql` + `)
}

const clauseText = (clause: readonly Alternative[]): string =>
  clause.map(({ tsquery }) => `(${tsquery})`).join(' | ')
