import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { satisfies, type Demand } from '../../../core/domain/search/demand.ts'
import { holdsFacet } from '../../../core/domain/search/holds-facet.ts'
import { inOrder } from '../../../core/domain/search/facets.ts'
import { nameKey, numberKey } from '../../../core/domain/search/keys.ts'
import { FACET_NAMES } from '../../../core/domain/search/query.ts'
import { demandKey, monthsKey } from '../../../core/search/row-keys.ts'
import { DemandTable, KeyTable, MonthsTable } from '../../../core/search/tables.ts'
import { digitsBefore } from '../../../core/search/tally.ts'
import { Terms } from '../../../core/search/terms.ts'

describe('lexemes', () => {
  it('keep the number they were given, whatever they are written with', () => {
    const term = fc.oneof(fc.string({ unit: 'binary', maxLength: 12 }), fc.constant(''))
    fc.assert(
      fc.property(fc.array(term, { maxLength: 400 }), fc.array(term), (known, others) => {
        const terms = new Terms()
        const numbers = new Map(known.map((lexeme) => [lexeme, terms.add(lexeme)]))
        expect(terms.size).toBe(numbers.size)
        expect(new Set(numbers.values()).size).toBe(numbers.size)
        const again = Terms.from(terms.parts())
        for (const lexeme of [...known, ...others]) {
          expect(terms.find(lexeme)).toBe(numbers.get(lexeme) ?? -1)
          expect(again.find(lexeme)).toBe(numbers.get(lexeme) ?? -1)
        }
      }),
    )
  })

  it('do not run into one another', () => {
    const terms = new Terms()
    for (const lexeme of ['ab', 'c', 'a', 'bc', 'é', '\u0000', '\u00e9\u0000', 'ﾀ'])
      terms.add(lexeme)
    expect(terms.size).toBe(8)
    expect(terms.find('abc')).toBe(-1)
  })

  it('what was taken for a snapshot stays as it was while others come', () => {
    const terms = new Terms()
    terms.add('coder')
    const parts = terms.parts()
    for (let n = 0; n < 5000; n++) terms.add(`other ${n}`)
    expect(Terms.from(parts).find('coder')).toBe(0)
    expect(Terms.from(parts).find('other 0')).toBe(-1)
  })
})

describe('keys', () => {
  it('are numbered as they come, each with its facet', () => {
    const keys = new KeyTable()
    const epic = keys.add(nameKey('system', 'epic'))
    const town = keys.add(numberKey('town', 18503))
    expect([epic, town, keys.add(nameKey('system', 'epic'))]).toEqual([0, 1, 0])
    expect(FACET_NAMES[keys.facets[epic] ?? -1]).toBe('system')
    expect(FACET_NAMES[keys.facets[town] ?? -1]).toBeUndefined()
    expect(keys.find(numberKey('town', 18504))).toBeUndefined()
  })
})

describe('months', () => {
  it('need not be whole, and what is not stated is told apart from none', () => {
    const table = new MonthsTable()
    const [half, none, unstated] = [table.add(4.6), table.add(0), table.add(null)]
    expect(table.upTo(4.6, false)).toEqual([monthsKey(half), monthsKey(none)])
    expect(table.upTo(4, true)).toEqual([monthsKey(none), monthsKey(unstated)])
  })
})

const CODES = ['CPC', 'CPC-A', 'RHIT', 'CPB', 'NOT-IN-THE-CATALOGUE']
const demand: fc.Arbitrary<Demand> = fc.record({
  required: fc.uniqueArray(fc.constantFrom(...CODES), { maxLength: 3 }),
  any_of: fc.boolean(),
  required_class: fc.constantFrom(null, null, 'any_coding'),
  within_months_of_hire: fc.constantFrom(null, null, 12),
})

describe('demands', () => {
  it('are met and counted as the rule says', () => {
    const held = fc.uniqueArray(fc.constantFrom(...CODES), { maxLength: 2 })
    const counted = fc.tuple(demand, fc.integer({ min: 1, max: 9 }))
    fc.assert(
      fc.property(fc.array(counted, { maxLength: 20 }), held, (some, holds) => {
        const table = new DemandTable()
        const counts = some.map(([d, n]) => [table.add(d), n] as const)
        for (const [i, [d]] of some.entries()) {
          const met = table.metBy(holds).includes(demandKey(counts[i]?.[0] ?? -1))
          expect(met).toBe(satisfies(holds, d))
        }
        expect(inOrder(table.opened(counts))).toEqual(holdsFacet(some))
      }),
    )
  })
})

describe('numbers of employers and feeds', () => {
  it('come in the order of their digits', () => {
    const number = fc.oneof(fc.nat({ max: 0xffffff }), fc.nat({ max: 120 }))
    fc.assert(
      fc.property(number, number, (a, b) => {
        expect(digitsBefore(a, b)).toBe(String(a) < String(b))
      }),
      { numRuns: 2000 },
    )
    for (let power = 1; power <= 10_000_000; power *= 10) {
      expect(digitsBefore(power, power - 1)).toBe(String(power) < String(power - 1))
    }
  })
})
