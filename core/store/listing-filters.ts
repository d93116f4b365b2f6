import { sql, type RawBuilder } from 'kysely'
import type { ListingQuery } from '../domain/search/query.ts'

export type Condition = RawBuilder<boolean>
export type FacetKey = (typeof FACET_KEYS)[number]

/**
 * A search as SQL over `listing l`: what always holds, and one condition for each filter that has a facet,
 * kept apart so that a facet can be counted with its own filter left open.
 */
export interface Filters {
  always: Condition
  byFacet: Record<FacetKey, Condition>
}

export const FACET_KEYS = ['state', 'role', 'work_mode', 'credential', 'setting', 'entry'] as const

/** The apprentice code that "apprentices welcome" stands for when an advert names none. */
export const APPRENTICE_CODE = 'CPC-A'

/** The words of a search as PostgreSQL reads them: quotes for phrases, `or`, `-` for "without". */
export const tsquery = (q: string): RawBuilder<unknown> =>
  sql`websearch_to_tsquery('english', ${q})`

/**
 * The employers that a government register knows, with what it says they are. A row of a sample file, or a
 * setting that only adverts speak of, is not among them: an advert must not be found by another's words.
 */
export const registeredEmployers = sql<unknown>`(
  select employer_id, array_agg(setting order by setting) as settings
  from employer_setting where evidence @> '[{"sample": false}]'
  group by employer_id)`

/** Dollars an hour at the top of the stated range. */
export const topPay = sql<number | null>`coalesce(l.pay_hour_max, l.pay_hour_min)`

/** Open, of the trade or a first rung to it: what a search may show at all. */
export const standing = sql<boolean>`(l.closed_at is null and (l.in_domain or l.role = 'adjacent'))`

/** What `query` asks, as conditions. Filters narrow together; the values of one filter are alternatives. */
export function filtersOf(query: ListingQuery): Filters {
  const always: Condition[] = [standing]
  if (query.q !== undefined) always.push(sql`l.tsv @@ ${tsquery(query.q)}`)
  if (query.max_months !== undefined) always.push(sql`l.min_months <= ${query.max_months}`)
  if (query.pay_floor_hour !== undefined) always.push(sql`${topPay} >= ${query.pay_floor_hour}`)
  return {
    always: allOf(always),
    byFacet: {
      state: query.state === undefined ? anything : inStates(query.state),
      role: ofRoles(query.role),
      work_mode: oneOf(sql`l.work_mode`, query.work_mode),
      credential: query.credential === undefined ? anything : withCredential(query.credential),
      setting: query.setting === undefined ? anything : inSettings(query.setting),
      entry: oneOf(sql`l.entry`, query.entry),
    },
  }
}

/** Every condition of the search. */
export function where(filters: Filters): Condition {
  return allOf([filters.always, chosen(filters)])
}

/** What was chosen in the filters that have a facet, or in all but one of them. */
export function chosen(filters: Filters, open?: FacetKey): Condition {
  return allOf(FACET_KEYS.filter((key) => key !== open).map((key) => filters.byFacet[key]))
}

const anything: Condition = sql`true`

const texts = (values: string[]): RawBuilder<string[]> => sql`${values}::text[]`

const allOf = (conditions: Condition[]): Condition => sql.join<boolean>(conditions, sql` and `)

const oneOf = (column: RawBuilder<unknown>, values: string[] | undefined): Condition =>
  values === undefined ? anything : sql`${column} = any(${texts(values)})`

/**
 * A place in one of the states, or a remote job that somebody who lives there may hold: no list of allowed
 * states or one that names it, and not among the excluded.
 */
function inStates(states: string[]): Condition {
  return sql`(l.states && ${texts(states)} or (l.work_mode = 'remote' and exists (
    select from unnest(${texts(states)}) s
    where (l.states_allowed = '{}' or s = any(l.states_allowed)) and s <> all(l.states_excluded))))`
}

/** The advert says so, or a register says so of its employer. */
function inSettings(settings: string[]): Condition {
  return sql`(l.settings && ${texts(settings)} or l.employer_id in (
    select e.employer_id from ${registeredEmployers} e where e.settings && ${texts(settings)}))`
}

/** First-rung jobs outside the trade (front desk, scheduling) are shown only when `adjacent` is asked for. */
function ofRoles(roles: string[] | undefined): Condition {
  if (roles === undefined) return sql`l.in_domain`
  return sql`(l.role = any(${texts(roles)}) and (l.in_domain or l.role = 'adjacent'))`
}

/** Asked for, preferred, or accepted: "apprentices welcome" is an acceptance of CPC-A. */
function withCredential(codes: string[]): Condition {
  const named = sql<boolean>`l.credentials_required && ${texts(codes)}
    or l.credentials_preferred && ${texts(codes)}`
  return codes.includes(APPRENTICE_CODE)
    ? sql`(${named} or l.accepted_apprentice)`
    : sql`(${named})`
}
