import { facetOf, inOrder, stateFacet, stepsOf, type FacetValue } from '../domain/search/facets.ts'
import { REMOTE_ANY, valueOf } from '../domain/search/keys.ts'
import {
  FACET_NAMES,
  MOST_VALUES_SHOWN,
  STEPS,
  type FacetName,
  type Facets,
  type KeyFilter,
} from '../domain/search/query.ts'
import type { Tables } from './tables.ts'

/** What a search counts, over all blocks. */
export interface Tally {
  /** How many listings count under each key. */
  keys: Int32Array
  /** All listings that the facet of apprentices counts. */
  apprentices: number
  /** For each step of STEPS. */
  posted: Int32Array
  radius: Int32Array
}

/** How often each value was met. */
type Counts = (readonly [value: number, count: number])[]

/** @param unstated whether the search takes listings that state no months with those that ask few. */
export function facetsOf(tally: Tally, tables: Tables, unstated: boolean): Facets {
  const { keys, demands, months } = tables
  const counts = countsByFacet(tally.keys, keys)
  const of = (facet: FacetName): Counts => counts[FACET_NAMES.indexOf(facet)] ?? []
  const named = <F extends Exclude<KeyFilter, 'state'>>(facet: F): FacetValue[] =>
    facetOf(facet, new Map(of(facet)))
  const states = new Map(of('state'))
  const accepting = of('accepts_apprentice').reduce((sum, [, count]) => sum + count, 0)
  return {
    state: stateFacet(states, new Map(), states.get(valueOf(REMOTE_ANY)) ?? 0),
    role: named('role'),
    adjacent_role: named('adjacent_role'),
    work_mode: named('work_mode'),
    credential: named('credential'),
    setting: named('setting'),
    entry: named('entry'),
    specialty: named('specialty'),
    system: named('system'),
    employment_type: named('employment_type'),
    underserved: named('underserved'),
    source: named('source'),
    employer: named('employer'),
    holds: inOrder(demands.opened(of('holds'))),
    accepts_apprentice: inOrder([
      { value: 'true', count: accepting },
      { value: 'false', count: tally.apprentices - accepting },
    ]),
    max_months: stepsOf(STEPS.max_months, monthCounts(of('max_months'), months, unstated), true),
    pay_floor_hour: payFacet(of('pay_floor_hour')),
    posted_within: counted(STEPS.posted_within, tally.posted),
    radius: counted(STEPS.radius, tally.radius),
  }
}

const NUMBERED = new Set([FACET_NAMES.indexOf('source'), FACET_NAMES.indexOf('employer')])

/** For each facet, how often each value was met; of feeds and employers only those that can be shown. */
function countsByFacet(met: Int32Array, { size, keys, facets }: Tables['keys']): Counts[] {
  const counts: Counts[] = FACET_NAMES.map(() => [])
  const most = FACET_NAMES.map(() => new Most(MOST_VALUES_SHOWN))
  for (let number = 0; number < size; number += 1) {
    const count = met[number]!
    if (count === 0) continue
    const facet = facets[number]!
    if (NUMBERED.has(facet)) most[facet]!.add(valueOf(keys[number]!), count)
    else counts[facet]!.push([valueOf(keys[number]!), count])
  }
  for (const facet of NUMBERED) counts[facet] = most[facet]!.counts
  return counts
}

/** The most frequent of many numbers; of equals, those whose digits come first, as `inOrder` has it. */
class Most {
  readonly #size: number
  readonly #kept: (readonly [value: number, count: number])[] = []
  #least = 0

  constructor(size: number) {
    this.#size = size
  }

  get counts(): Counts {
    return this.#kept
  }

  add(value: number, count: number): void {
    if (count < this.#least) return
    const kept = this.#kept
    let place = kept.length
    while (place > 0) {
      const [other, times] = kept[place - 1]!
      if (times > count || (times === count && digitsBefore(other, value))) break
      place -= 1
    }
    if (place === this.#size) return
    kept.splice(place, 0, [value, count])
    if (kept.length > this.#size) kept.pop()
    if (kept.length === this.#size) this.#least = kept[this.#size - 1]![1]
  }
}

/** Whether one number, written out, comes before another by code point: 10 before 9, and 1 before 10. */
export const digitsBefore = (a: number, b: number): boolean => digitOrder(a) < digitOrder(b)

/** A number of up to eight digits with zeros put behind it, and after these how many digits it has. */
function digitOrder(value: number): number {
  const digits = value < 10 ? 1 : Math.floor(Math.log10(value) + 1e-9) + 1
  return value * (POWERS[8 - digits] ?? 1) * 10 + digits
}

const POWERS = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7]

/** Listings that state no months pass every step where the search takes them. */
function monthCounts(counts: Counts, { months }: Tables['months'], unstated: boolean): Counts {
  return counts.flatMap(([number, count]): Counts => {
    const asked = months[number]
    if (typeof asked === 'number') return [[asked, count]]
    return unstated ? [[-Infinity, count]] : []
  })
}

/** Listings are counted by how many steps they reach. */
function payFacet(counts: Counts): FacetValue[] {
  const reached = counts.map(([steps, count]) => [PAY[steps - 1] ?? 0, count] as const)
  return stepsOf(PAY, reached, false)
}

const PAY: readonly number[] = STEPS.pay_floor_hour

function counted(steps: readonly number[], counts: Int32Array): FacetValue[] {
  return steps.flatMap((step, i) => {
    const count = counts[i]!
    return count === 0 ? [] : [{ value: String(step), count }]
  })
}
