import type { Found } from '../domain/search/answer.ts'
import { facetOf, inOrder, stateFacet, stepsOf, type FacetValue } from '../domain/search/facets.ts'
import type { Demand } from '../domain/search/demand.ts'
import { holdsFacet } from '../domain/search/holds-facet.ts'
import {
  APPRENTICES,
  groupOf,
  KEY_GROUPS,
  REMOTE_ANY,
  valueOf,
  type KeyGroup,
} from '../domain/search/keys.ts'
import {
  bitOf,
  KEY_FILTERS,
  openBits,
  STEPS,
  type FacetName,
  type Facets,
} from '../domain/search/query.ts'
import type { Question } from '../domain/search/question.ts'
import { PACKED, UNSTATED, type FoundRow } from './find-statement.ts'

/** Puts the answer together from the rows of `findStatement`. */
export function answerOf(question: Question, rows: readonly FoundRow[]): Found {
  const of = (what: FoundRow['what']): FoundRow[] => rows.filter((row) => row.what === what)
  const failed = new Map(of('failed').map((row) => [row.failed, row.n]))
  const without = question.conditions.flatMap(({ filter, bit }) =>
    filter === 'trade' || filter === 'warnings' ? [] : [{ filter, more: failed.get(bit) ?? 0 }],
  )
  return {
    total: failed.get(0) ?? 0,
    hidden: failed.get(bitOf('warnings')) ?? 0,
    without,
    facets: {
      ...keyFacets(keyCounts(of('key')), keyCounts(of('both_ways'))),
      ...stepFacets(question, of('steps')),
      holds: holdsFacet(of('demand').map((row) => [demandOf(row), row.n])),
      accepts_apprentice: apprenticeFacet(failed, of('key')),
    },
    hits: of('hit').map(({ value, n, sort_key }) => ({
      // PostgreSQL knows a zero with a minus.
      key: (sort_key ?? 0) + 0,
      first_seen_us: n,
      id: value,
    })),
  }
}

type Counts = ReadonlyMap<KeyGroup, ReadonlyMap<number, number>>

const NAME_OF_GROUP: ReadonlyMap<number, KeyGroup> = new Map(
  Object.entries(KEY_GROUPS).map(([name, n]) => [n, name as KeyGroup]),
)
const NONE: ReadonlyMap<number, number> = new Map()

/** How often each value of each group was met. */
function keyCounts(rows: readonly FoundRow[]): Counts {
  const counts = new Map<KeyGroup, Map<number, number>>()
  for (const { value: key, n } of rows) {
    const group = NAME_OF_GROUP.get(groupOf(key))
    if (group === undefined) continue
    const values = counts.get(group) ?? new Map<number, number>()
    counts.set(group, values.set(valueOf(key), n))
  }
  return counts
}

/** `bothWays`: places in a state of which people may also hold the job remotely; the state counts those once. */
function keyFacets(counts: Counts, bothWays: Counts) {
  const twice = bothWays.get('place_state') ?? NONE
  const places = [...(counts.get('place_state') ?? NONE)].map(
    ([state, n]) => [state, n - (twice.get(state) ?? 0)] as const,
  )
  const remote = counts.get('remote_state') ?? NONE
  const named = KEY_FILTERS.flatMap((facet) =>
    facet === 'state' ? [] : [[facet, facetOf(facet, counts.get(facet) ?? NONE)] as const],
  )
  return {
    state: stateFacet(new Map(places), remote, remote.get(valueOf(REMOTE_ANY)) ?? 0),
    ...(Object.fromEntries(named) as Omit<
      Record<(typeof KEY_FILTERS)[number], FacetValue[]>,
      'state'
    >),
  }
}

/**
 * Facets of amounts. Listings that state no months count at every step where the search takes them in beside
 * those of few months, and nowhere else.
 */
function stepFacets(
  question: Question,
  rows: readonly FoundRow[],
): Pick<Facets, keyof typeof PACKED> {
  const amounts = (
    facet: keyof typeof PACKED,
    bits: number,
    amountOf: (passed: number) => number | undefined,
  ): [number, number][] =>
    rows.flatMap(({ failed, value, n }) => {
      const amount = counts(facet, failed) ? amountOf((value >> PACKED[facet]) & bits) : undefined
      return amount === undefined ? [] : [[amount, n]]
    })
  const takesUnstated = question.conditions.some((c) => c.kind === 'max_months' && c.unstated)
  /** The amount of those that pass so many of the steps, where small amounts pass most. */
  const small = (steps: readonly number[]) => (passed: number) => steps[steps.length - passed]
  const { max_months: months, pay_floor_hour: pay, posted_within: days, radius } = STEPS
  return {
    max_months: stepsOf(
      months,
      amounts('max_months', 7, (passed) =>
        passed === UNSTATED ? (takesUnstated ? months[0] : undefined) : small(months)(passed),
      ),
      true,
    ),
    pay_floor_hour: stepsOf(
      pay,
      amounts('pay_floor_hour', 15, (passed) => pay[passed - 1]),
      false,
    ),
    posted_within: stepsOf(days, amounts('posted_within', 7, small(days)), true),
    radius: stepsOf(radius, amounts('radius', 7, small(radius)), true),
  }
}

/** Whether a row that fails these filters counts in a facet. */
const counts = (facet: FacetName, failed: number): boolean => (failed & ~openBits(facet)) === 0

const demandOf = ({ required, any_of, class: cls, later }: FoundRow): Demand => ({
  required: required ?? [],
  any_of: any_of === true,
  required_class: cls === true ? 'any' : null,
  within_months_of_hire: later === true ? 0 : null,
})

function apprenticeFacet(
  failed: ReadonlyMap<number, number>,
  keys: readonly FoundRow[],
): FacetValue[] {
  const all = (failed.get(0) ?? 0) + (failed.get(bitOf('accepts_apprentice')) ?? 0)
  const saying = keys.find(({ value }) => value === APPRENTICES)?.n ?? 0
  return inOrder([
    { value: 'true', count: saying },
    { value: 'false', count: all - saying },
  ])
}
