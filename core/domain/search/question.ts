import { satisfies, type Demand } from './demand.ts'
import {
  APPRENTICES,
  nameKey,
  numberKey,
  REMOTE_ANY,
  SUSPICIOUS,
  TRADE,
  type KeyGroup,
} from './keys.ts'
import {
  bitOf,
  effectiveSort,
  KEY_FILTERS,
  payFloor,
  USUAL_RADIUS,
  type Filter,
  type KeyFilter,
  type ListingQuery,
  type Sort,
} from './query.ts'
import type { TextQuery } from './text-query.ts'

/** Where a person is, and the towns round about by their search keys. */
export interface Near {
  /** As shown: "Scranton, PA" or "18503". */
  label: string
  state: string
  /** Miles to each town within the largest radius. */
  towns: ReadonlyMap<number, number>
}

/** What one filter that is on asks of a listing. */
export type Condition = { filter: Filter; bit: number } & (
  | {
      kind: 'keys'
      /** One of these is carried; null = none is asked for. */
      any: readonly number[] | null
      /** None of these is carried. */
      none: readonly number[]
    }
  | { kind: 'holds'; codes: readonly string[] }
  | { kind: 'max_months'; most: number; unstated: boolean }
  | { kind: 'pay_floor'; least: number }
  /** Posted at or after this instant, in milliseconds since 1970. */
  | { kind: 'posted_within'; since: number }
)

/** A search made ready for an engine: nothing is left to look up. */
export interface Question {
  text: TextQuery | null
  /** The filters that are on, each once. */
  conditions: readonly Condition[]
  sort: Sort
  near: Near | null
  /** Milliseconds since 1970. */
  now: number
}

/** What an engine knows of one listing that may be shown (open; of the trade, or a first rung to it). */
export interface SearchRow {
  id: number
  /** Microseconds since 1970. */
  first_seen_us: number
  /** When posted, else first seen; milliseconds since 1970, rounded down. */
  posted_ms: number
  keys: readonly number[]
  min_months: number | null
  /** Dollars an hour at the top of the stated range. */
  pay: number | null
  demand: Demand
}

/** A listing with its words, as an engine of its own takes it in. Each lexeme stands once. */
export interface IndexedRow extends SearchRow {
  lexemes: readonly string[]
  /** Those of title and employer. */
  head: readonly string[]
}

const DAY_MS = 86_400_000

/** Which sources stand behind the keys of a query; a key that is not known has no number. */
export type SourceIds = (key: string) => number | undefined

/** Makes a search ready. `text` and `near` are what its `q` and `near` were found to mean. */
export function questionOf(
  query: ListingQuery,
  meant: { text: TextQuery | null; near: Near | null; now: number; sourceIds: SourceIds },
): Question {
  const { text, near, now, sourceIds } = meant
  const conditions: Condition[] = KEY_FILTERS.flatMap((filter) =>
    keyCondition(filter, query[filter], query[`not_${filter}`], sourceIds),
  )
  const keys = (filter: Filter, any: number[] | null, none: number[] = []): void =>
    void conditions.push({ filter, bit: bitOf(filter), kind: 'keys', any, none })
  if (query.holds !== undefined) {
    conditions.push({ filter: 'holds', bit: bitOf('holds'), kind: 'holds', codes: query.holds })
  }
  if (query.accepts_apprentice === true) keys('accepts_apprentice', [APPRENTICES])
  if (query.accepts_apprentice === false) keys('accepts_apprentice', null, [APPRENTICES])
  if (query.max_months !== undefined) {
    const unstated = query.unstated_months === 'include'
    const bit = bitOf('max_months')
    conditions.push({
      filter: 'max_months',
      bit,
      kind: 'max_months',
      most: query.max_months,
      unstated,
    })
  }
  const least = payFloor(query)
  if (least !== null) {
    conditions.push({ filter: 'pay_floor', bit: bitOf('pay_floor'), kind: 'pay_floor', least })
  }
  if (query.posted_within !== undefined) {
    const since = now - query.posted_within * DAY_MS
    const bit = bitOf('posted_within')
    conditions.push({ filter: 'posted_within', bit, kind: 'posted_within', since })
  }
  if (near !== null) keys('near', nearKeys(near, query.radius ?? USUAL_RADIUS))
  if (query.warnings === undefined) keys('warnings', null, [SUSPICIOUS])
  if (query.warnings === 'only') keys('warnings', [SUSPICIOUS])
  if (query.role === undefined && query.adjacent_role === undefined) keys('trade', [TRADE])
  return { text, conditions, sort: effectiveSort(query), near, now }
}

function keyCondition(
  filter: KeyFilter,
  wanted: readonly string[] | undefined,
  unwanted: readonly string[] | undefined,
  sourceIds: SourceIds,
): Condition[] {
  if (wanted === undefined && unwanted === undefined) return []
  const any = wanted?.flatMap((value) => keysOf(filter, value, sourceIds)) ?? null
  const none = (unwanted ?? []).flatMap((value) =>
    filter === 'state' ? [nameKey('place_state', value)] : keysOf(filter, value, sourceIds),
  )
  return [{ filter, bit: bitOf(filter), kind: 'keys', any, none }]
}

/** The keys any of which makes a listing pass a filter's value. */
export function keysOf(filter: KeyFilter, value: string, sourceIds: SourceIds): number[] {
  if (filter === 'state') return [nameKey('place_state', value), ...remotelyFrom(value)]
  if (filter === 'employer') return [numberKey('employer', Number(value))]
  if (filter === 'source') {
    const id = sourceIds(value)
    return id === undefined ? [] : [numberKey('source', id)]
  }
  return [nameKey(filter satisfies KeyGroup, value)]
}

const remotelyFrom = (state: string): number[] => [nameKey('remote_state', state), REMOTE_ANY]

/** Towns within so many miles, and remote jobs that a person living there may hold. */
export function nearKeys(near: Near, radius: number): number[] {
  const towns = [...near.towns].flatMap(([key, miles]) => (miles <= radius ? [key] : []))
  return [...towns, ...remotelyFrom(near.state)]
}

/** Miles to the nearest of its places; null when none is within the largest radius or known. */
export function milesTo(near: Near, keys: readonly number[]): number | null {
  let least: number | null = null
  for (const key of keys) {
    const miles = near.towns.get(key)
    if (miles !== undefined && (least === null || miles < least)) least = miles
  }
  return least
}

/** The bits of the filters that a listing fails; 0 = it passes them all. The words are not looked at. */
export function failedFilters(question: Question, row: SearchRow): number {
  let failed = 0
  for (const condition of question.conditions) {
    if (!passes(condition, row)) failed |= condition.bit
  }
  return failed
}

function passes(condition: Condition, row: SearchRow): boolean {
  switch (condition.kind) {
    case 'keys':
      return (
        (condition.any === null || condition.any.some((key) => row.keys.includes(key))) &&
        !condition.none.some((key) => row.keys.includes(key))
      )
    case 'holds':
      return satisfies(condition.codes, row.demand)
    case 'max_months':
      return row.min_months === null ? condition.unstated : row.min_months <= condition.most
    case 'pay_floor':
      return row.pay !== null && row.pay >= condition.least
    case 'posted_within':
      return row.posted_ms >= condition.since
  }
}

/**
 * What a sort orders by, larger first; then first seen, newest first, then the larger id. `tier` is how many
 * clauses of the words stand in the title or the employer's name.
 */
export function sortValue(question: Question, row: SearchRow, tier: number): number {
  switch (question.sort) {
    case 'newest':
      return 0
    case 'best':
      return tier
    case 'pay':
      return row.pay ?? -1
    case 'nearest':
      return question.near === null ? 0 : 0 - (milesTo(question.near, row.keys) ?? BEYOND)
    case 'least_experience':
      // Never a zero with a minus, which a cursor would lose.
      return 0 - (row.min_months ?? BEYOND)
  }
}

/** Stands for "not stated" and "no place near" in an order: after everything that is. */
const BEYOND = 1e9
