import type { Condition, Question } from '../domain/search/question.ts'
import {
  bitOf,
  FACET_NAMES,
  FILTERS,
  openBits,
  type FacetName,
  type Filter,
} from '../domain/search/query.ts'
import type { TextQuery } from '../domain/search/text-query.ts'
import type { Tables } from './tables.ts'
import { facetBit, payStepKey } from './row-keys.ts'

/** Lexemes by their numbers; all must stand in a listing. */
export type Together = readonly number[]

/** What one filter asks of a listing, in numbers of the key table. */
export type Test = {
  filter: Filter
  bit: number
  /** Facets that also count listings that fail this filter alone. */
  opens: number
} & (
  | { kind: 'keys'; any: readonly number[] | null; none: readonly number[] }
  | { kind: 'pay'; least: number }
  | { kind: 'posted'; since: number }
)

/** A question in the numbers of the index. */
export interface Plan {
  /** Each must hold; a clause with no alternative left holds nowhere. */
  all: readonly (readonly Together[])[]
  none: readonly (readonly Together[])[]
  tests: readonly Test[]
  /** Facets that two of the tests leave open: listings that fail just these two count in them as well. */
  pairs: readonly { facet: FacetName; tests: readonly [number, number] }[]
}

export function planOf(question: Question, tables: Tables): Plan {
  const clauses = (of: TextQuery['all']): Together[][] =>
    of.map((clause) =>
      clause.flatMap(({ lexemes }) => {
        const terms = [...new Set(lexemes)].map((lexeme) => tables.terms.find(lexeme))
        return terms.includes(-1) ? [] : [terms]
      }),
    )
  const tests = question.conditions.map((condition) => testOf(condition, tables))
  return {
    all: clauses(question.text?.all ?? []),
    none: clauses(question.text?.none ?? []),
    tests,
    pairs: pairsOf(tests),
  }
}

function pairsOf(tests: readonly Test[]): Plan['pairs'] {
  return TWICE_OPEN.flatMap((facet) => {
    const [a, b] = tests.flatMap(({ opens }, i) => ((opens & facetBit(facet)) === 0 ? [] : [i]))
    return a === undefined || b === undefined ? [] : [{ facet, tests: [a, b] as const }]
  })
}

/** Facets that stand open for more than one filter. */
const TWICE_OPEN = FACET_NAMES.filter(
  (facet) => FILTERS.filter((filter) => (openBits(facet) & bitOf(filter)) !== 0).length > 1,
)

/** For each filter, the facets that it leaves open. */
const OPENS = new Map(
  FILTERS.map((filter) => [
    filter,
    FACET_NAMES.filter((facet) => (openBits(facet) & bitOf(filter)) !== 0).reduce(
      (mask, facet) => mask | facetBit(facet),
      0,
    ),
  ]),
)

function testOf(condition: Condition, { keys, demands, months }: Tables): Test {
  const { filter, bit } = condition
  const opens = OPENS.get(filter) ?? 0
  const known = (of: readonly number[]): number[] => of.flatMap((key) => keys.find(key) ?? [])
  const carries = (any: readonly number[] | null, none: readonly number[] = []): Test => ({
    filter,
    bit,
    opens,
    kind: 'keys',
    any: any === null ? null : known(any),
    none: known(none),
  })
  switch (condition.kind) {
    case 'keys':
      return carries(condition.any, condition.none)
    case 'holds':
      return carries(demands.metBy(condition.codes))
    case 'max_months':
      return carries(months.upTo(condition.most, condition.unstated))
    case 'pay_floor': {
      const step = payStepKey(condition.least)
      if (step !== null) return carries([step])
      return { filter, bit, opens, kind: 'pay', least: condition.least }
    }
    case 'posted_within':
      return { filter, bit, opens, kind: 'posted', since: condition.since }
  }
}
