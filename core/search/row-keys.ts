import {
  APPRENTICES,
  groupOf,
  KEY_GROUPS,
  nameKey,
  REMOTE_ANY,
  valueOf,
} from '../domain/search/keys.ts'
import { FACET_NAMES, KEY_FILTERS, STEPS, type FacetName } from '../domain/search/query.ts'

/**
 * Beside its search keys a listing carries here what it asks in credentials, months and pay, as keys of groups of
 * our own, so that filters and facets know nothing but keys.
 */
const DEMAND = 101
const MONTHS = 102
/** Pays at least the step of that index. */
const PAY_STEP = 103
/** Reaches so many steps of pay. */
const PAY_CLASS = 104

const keyIn = (group: number, value: number): number => (group << 24) | value

export const demandKey = (demand: number): number => keyIn(DEMAND, demand)
export const monthsKey = (months: number): number => keyIn(MONTHS, months)

/** The key that all listings of at least this pay carry; null where it is no step. */
export function payStepKey(least: number): number | null {
  const step = STEPS.pay_floor_hour.findIndex((dollars) => dollars === least)
  return step < 0 ? null : keyIn(PAY_STEP, step)
}

/** How many steps of pay a listing reaches. */
export const payClass = (pay: number | null): number =>
  pay === null ? 0 : STEPS.pay_floor_hour.filter((dollars) => pay >= dollars).length

/**
 * What facets are counted by: each listing has in each column one set of keys. Facets whose values rarely meet in
 * many ways share a column, so that one look counts them all.
 */
export const COLUMNS = [
  ['state'],
  ['role', 'adjacent_role', 'work_mode', 'entry', 'employment_type', 'accepts_apprentice'],
  ['credential', 'holds'],
  ['specialty'],
  ['system'],
  ['max_months', 'pay_floor_hour', 'underserved', 'setting'],
  ['source'],
  ['employer'],
] as const satisfies readonly (readonly FacetName[])[]

export const facetBit = (facet: FacetName): number => 1 << FACET_NAMES.indexOf(facet)

const FACET_OF_GROUP: ReadonlyMap<number, FacetName> = new Map<number, FacetName>([
  ...KEY_FILTERS.flatMap((filter): [number, FacetName][] =>
    filter === 'state' ? [] : [[KEY_GROUPS[filter], filter]],
  ),
  [KEY_GROUPS.place_state, 'state'],
  [KEY_GROUPS.remote_state, 'state'],
  [KEY_GROUPS.flag, 'accepts_apprentice'],
  [DEMAND, 'holds'],
  [MONTHS, 'max_months'],
  [PAY_CLASS, 'pay_floor_hour'],
])

/** The facet that a key is counted in; null for a key that no facet shows. */
export const facetOfKey = (key: number): FacetName | null =>
  FACET_OF_GROUP.get(groupOf(key)) ?? null

const columnOf = new Map<FacetName, number>(
  COLUMNS.flatMap((facets, i) => facets.map((facet): [FacetName, number] => [facet, i])),
)
const COLUMN_OF_GROUP = new Int8Array(128).fill(-1)
for (const [group, facet] of FACET_OF_GROUP) COLUMN_OF_GROUP[group] = columnOf.get(facet) ?? -1
const STATE_COLUMN = COLUMN_OF_GROUP[KEY_GROUPS.place_state]

export interface RowKeys {
  /** All it carries, each once. */
  carried: number[]
  /** What it counts under, by column. */
  counted: number[][]
}

/** The keys of a listing. `demand` and `months` are the numbers of what it asks (tables.ts). */
export function rowKeys(
  row: { keys: readonly number[]; pay: number | null },
  demand: number,
  months: number,
): RowKeys {
  const steps = payClass(row.pay)
  const own = [demandKey(demand), monthsKey(months)]
  const carried = [...new Set(row.keys), ...own]
  const counted: number[][] = COLUMNS.map(() => [])
  for (const key of carried) {
    const column = COLUMN_OF_GROUP[groupOf(key)] ?? -1
    if (column < 0 || column === STATE_COLUMN) continue
    if (groupOf(key) !== KEY_GROUPS.flag || key === APPRENTICES) counted[column]?.push(key)
  }
  if (STATE_COLUMN !== undefined) counted[STATE_COLUMN] = statesCounted(row.keys)
  if (steps > 0) counted[COLUMN_OF_GROUP[PAY_CLASS] ?? 0]?.push(keyIn(PAY_CLASS, steps))
  for (let step = 0; step < steps; step += 1) carried.push(keyIn(PAY_STEP, step))
  return { carried, counted }
}

/** Each state once, whether a place lies there or its people may hold it remotely; `any` stands for all of them. */
function statesCounted(keys: readonly number[]): number[] {
  if (keys.includes(REMOTE_ANY)) return [REMOTE_ANY]
  const states = new Set<number>()
  for (const key of keys) {
    const group = groupOf(key)
    if (group === KEY_GROUPS.place_state) states.add(key)
    else if (group === KEY_GROUPS.remote_state)
      states.add(keyIn(KEY_GROUPS.place_state, valueOf(key)))
  }
  return [...states]
}

/** Held against the rule of keys: a name's value is the same in both groups of states. */
if (valueOf(nameKey('place_state', 'PA')) !== valueOf(nameKey('remote_state', 'PA'))) {
  throw new Error('The keys of states no longer share their values.')
}
