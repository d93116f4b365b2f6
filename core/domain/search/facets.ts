import {
  ADJACENT_ROLES,
  EMPLOYMENT_TYPES,
  ENTRY_VERDICTS,
  ROLES,
  SETTINGS,
  WORK_MODES,
} from '../tags.ts'
import { STATE_CODES } from '../us-states.ts'
import { CREDENTIALS } from '../vocabulary/credentials.ts'
import { SPECIALTIES } from '../vocabulary/specialties.ts'
import { SYSTEMS } from '../vocabulary/systems.ts'
import { nameKey, UNDERSERVED, valueOf, type KeyGroup } from './keys.ts'
import { MOST_VALUES_SHOWN, type KeyFilter } from './query.ts'

export interface FacetValue {
  value: string
  count: number
}

/** Every value that a named group can hold. */
export const GROUP_NAMES = {
  place_state: STATE_CODES,
  remote_state: STATE_CODES,
  role: ROLES,
  adjacent_role: ADJACENT_ROLES,
  work_mode: WORK_MODES,
  credential: CREDENTIALS.map(({ code }) => code),
  setting: SETTINGS,
  entry: ENTRY_VERDICTS,
  specialty: Object.keys(SPECIALTIES),
  system: Object.keys(SYSTEMS),
  employment_type: EMPLOYMENT_TYPES,
  underserved: UNDERSERVED,
} as const satisfies Partial<Record<KeyGroup, readonly string[]>>
export type NamedGroup = keyof typeof GROUP_NAMES

const names = new Map<NamedGroup, ReadonlyMap<number, string>>(
  (Object.keys(GROUP_NAMES) as NamedGroup[]).map((group) => [
    group,
    new Map(GROUP_NAMES[group].map((name) => [valueOf(nameKey(group, name)), name])),
  ]),
)

/** The name behind the value of a key; null for one that no vocabulary holds (any more). */
export const nameOf = (group: NamedGroup, value: number): string | null =>
  names.get(group)?.get(value) ?? null

/**
 * A facet from how often each value was met: most frequent first, then by code point. Values nobody carries are
 * left out; of feeds and employers, whose values are numbers, only the most frequent stand.
 */
export function facetOf(
  facet: Exclude<KeyFilter, 'state'>,
  counts: ReadonlyMap<number, number>,
): FacetValue[] {
  const numbered = facet === 'source' || facet === 'employer'
  const found = [...counts].flatMap(([value, count]) => {
    const name = numbered ? String(value) : nameOf(facet, value)
    return name === null || count === 0 ? [] : [{ value: name, count }]
  })
  return numbered ? inOrder(found).slice(0, MOST_VALUES_SHOWN) : inOrder(found)
}

export function inOrder(values: readonly FacetValue[]): FacetValue[] {
  return [...values]
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : a.value > b.value ? 1 : 0))
}

/**
 * A facet of steps: how many listings each step leaves. `amounts` says how often each amount was met; it may be
 * amounts already gathered into the steps. `up`: a step leaves what is at or below it, else what is at or above.
 */
export function stepsOf(
  steps: readonly number[],
  amounts: Iterable<readonly [amount: number, count: number]>,
  up: boolean,
): FacetValue[] {
  const counts = steps.map(() => 0)
  for (const [amount, count] of amounts) {
    steps.forEach((step, i) => {
      if (up ? amount <= step : amount >= step) counts[i] = (counts[i] ?? 0) + count
    })
  }
  return steps.flatMap((step, i) => {
    const count = counts[i] ?? 0
    return count === 0 ? [] : [{ value: String(step), count }]
  })
}

/**
 * The facet of states. `place`: listings with a place in a state that are not also open to it remotely;
 * `remote`: remote jobs that people of a state may hold, by their lists; `anywhere`: remote jobs without a list.
 */
export function stateFacet(
  place: ReadonlyMap<number, number>,
  remote: ReadonlyMap<number, number>,
  anywhere: number,
): FacetValue[] {
  return inOrder(
    STATE_CODES.map((state) => ({
      value: state,
      count:
        (place.get(valueOf(nameKey('place_state', state))) ?? 0) +
        (remote.get(valueOf(nameKey('remote_state', state))) ?? 0) +
        anywhere,
    })),
  )
}
