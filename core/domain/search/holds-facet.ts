import { CREDENTIALS } from '../vocabulary/credentials.ts'
import { satisfies, type Demand } from './demand.ts'
import { inOrder, type FacetValue } from './facets.ts'

const CODES = CREDENTIALS.map(({ code }) => code)

/** Taken where any coding credential is. */
const CODING = CODES.filter((code) =>
  satisfies([code], {
    required: [],
    any_of: true,
    required_class: 'any',
    within_months_of_hire: null,
  }),
)

/**
 * The facet of what a person holds, from how often each demand was met: for every credential that one of them
 * names, how many listings that credential alone satisfies, those that ask for none included.
 */
export function holdsFacet(demands: Iterable<readonly [Demand, number]>): FacetValue[] {
  const named = new Set<string>()
  const counts = new Map<string, number>()
  let open = 0
  for (const [demand, count] of demands) {
    for (const code of demand.required) named.add(code)
    if (satisfies([], demand)) {
      open += count
      continue
    }
    // No other credential can be enough by itself.
    for (const code of new Set([
      ...demand.required,
      ...(demand.required_class === null ? [] : CODING),
    ])) {
      if (satisfies([code], demand)) counts.set(code, (counts.get(code) ?? 0) + count)
    }
  }
  return inOrder(
    CODES.filter((code) => named.has(code)).map((value) => ({
      value,
      count: open + (counts.get(value) ?? 0),
    })),
  )
}
