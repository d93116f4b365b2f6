import { facetOf } from '../../core/domain/search/facets.ts'
import { groupOf, KEY_GROUPS, valueOf } from '../../core/domain/search/keys.ts'
import { openBits, type KeyFilter } from '../../core/domain/search/query.ts'
import type { Question } from '../../core/domain/search/question.ts'
import type { Counts } from './engine.ts'

/** What the engines beside ours count: the facets that a column of one value, or a plain list, can answer. */
export const COMMON_FACETS = [
  'role',
  'work_mode',
  'entry',
  'employment_type',
  'setting',
  'credential',
] as const satisfies readonly KeyFilter[]
export type CommonFacet = (typeof COMMON_FACETS)[number]

const FACET_OF = new Map<number, CommonFacet>(COMMON_FACETS.map((name) => [KEY_GROUPS[name], name]))

/** The facet and value that a key counts for; null for keys of no common facet. */
export function countedAs(key: number): { facet: CommonFacet; value: number } | null {
  const facet = FACET_OF.get(groupOf(key))
  return facet === undefined ? null : { facet, value: valueOf(key) }
}

/** Bits that a listing may fail and still be counted by one of the common facets or the total. */
export function usefulFails(question: Question): number[] {
  const on = question.conditions.reduce((bits, { bit }) => bits | bit, 0)
  const useful = new Set([0])
  for (const facet of COMMON_FACETS) {
    for (let part = openBits(facet) & on, all = part; part > 0; part = (part - 1) & all) {
      useful.add(part)
    }
  }
  return [...useful]
}

/** Facets as our engines give them. */
export function countsOf(found: ReadonlyMap<CommonFacet, ReadonlyMap<number, number>>): Counts {
  return Object.fromEntries(
    COMMON_FACETS.map((name) => [name, facetOf(name, found.get(name) ?? new Map())]),
  )
}
