import { satisfies, type Demand } from '../domain/search/demand.ts'
import type { FacetValue } from '../domain/search/facets.ts'
import { CREDENTIALS } from '../domain/vocabulary/credentials.ts'
import { FACET_NAMES } from '../domain/search/query.ts'
import { demandKey, facetOfKey, monthsKey } from './row-keys.ts'
import { grown } from './growing.ts'
import { Terms } from './terms.ts'

/** What all blocks number alike. */
export interface Tables {
  terms: Terms
  keys: KeyTable
  demands: DemandTable
  months: MonthsTable
}

export const emptyTables = (): Tables => ({
  terms: new Terms(),
  keys: new KeyTable(),
  demands: new DemandTable(),
  months: new MonthsTable(),
})

/** Every key that listings carry, numbered from 0 in the order in which they came: counters are arrays then. */
export class KeyTable {
  size = 0
  /** The key of each number. */
  keys = new Uint32Array(0)
  /** The facet, by its place in FACET_NAMES, that each number counts in; 255 = none. */
  facets = new Uint8Array(0)
  readonly #numbers = new Map<number, number>()

  constructor(keys: Iterable<number> = []) {
    for (const key of keys) this.add(key)
  }

  /** @returns the number of a key; undefined where no listing ever carried it. */
  find(key: number): number | undefined {
    return this.#numbers.get(key)
  }

  add(key: number): number {
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    const number = this.size
    this.keys = grown(this.keys, number + 1)
    this.facets = grown(this.facets, number + 1)
    const facet = facetOfKey(key)
    this.keys[number] = key
    this.facets[number] = facet === null ? 255 : FACET_NAMES.indexOf(facet)
    this.#numbers.set(key, number)
    this.size += 1
    return number
  }

  /** About: a Map keeps two numbers and a link for each entry, at most half full. */
  bytes(): number {
    return this.keys.byteLength + this.facets.byteLength + this.size * 40
  }
}

/** The different months that listings ask, which need not be whole; null = not stated. */
export class MonthsTable {
  readonly months: (number | null)[] = []
  readonly #numbers = new Map<number | null, number>()

  constructor(months: Iterable<number | null> = []) {
    for (const some of months) this.add(some)
  }

  add(months: number | null): number {
    const known = this.#numbers.get(months)
    if (known !== undefined) return known
    this.#numbers.set(months, this.months.length)
    return this.months.push(months) - 1
  }

  /** Keys of the months up to `most`; with `unstated`, also of those that are not stated. */
  upTo(most: number, unstated: boolean): number[] {
    return this.months.flatMap((months, i) =>
      (months === null ? unstated : months <= most) ? [monthsKey(i)] : [],
    )
  }
}

const CODES = CREDENTIALS.map(({ code }) => code)

/** What listings ask in credentials, each different demand once: few exist, so each is judged once. */
export class DemandTable {
  readonly demands: Demand[] = []
  /** For each demand the credentials (places in the catalogue) any one of which is enough. */
  readonly #enough: Uint8Array[] = []
  readonly #asked: Uint8Array[] = []
  readonly #numbers = new Map<string, number>()

  constructor(demands: Iterable<Demand> = []) {
    for (const demand of demands) this.add(demand)
  }

  add({ required, any_of, required_class, within_months_of_hire }: Demand): number {
    const text = JSON.stringify([required, any_of, required_class, within_months_of_hire !== null])
    const known = this.#numbers.get(text)
    if (known !== undefined) return known
    const demand = { required: [...required], any_of, required_class, within_months_of_hire }
    const number = this.demands.length
    this.#numbers.set(text, number)
    this.demands.push(demand)
    this.#enough.push(placesOf((code) => satisfies([code], demand)))
    this.#asked.push(placesOf((code) => required.includes(code)))
    return number
  }

  /** Keys of the demands that a person with these credentials meets. */
  metBy(codes: readonly string[]): number[] {
    return this.demands.flatMap((demand, i) => (satisfies(codes, demand) ? [demandKey(i)] : []))
  }

  /**
   * How many listings each credential alone opens, of those that ask for any by name.
   * @param counts how many listings make each demand.
   */
  opened(counts: readonly (readonly [demand: number, count: number])[]): FacetValue[] {
    const sums = new Float64Array(CODES.length)
    const asked = new Uint8Array(CODES.length)
    let free = 0
    for (const [demand, count] of counts) {
      const enough = this.#enough[demand]!
      if (enough.length === CODES.length) free += count
      else for (let i = 0; i < enough.length; i += 1) sums[enough[i]!]! += count
      const named = this.#asked[demand]!
      for (let i = 0; i < named.length; i += 1) asked[named[i]!] = 1
    }
    return CODES.flatMap((value, i) => (asked[i] === 1 ? [{ value, count: sums[i]! + free }] : []))
  }

  /** About. */
  bytes(): number {
    return this.demands.length * 600
  }
}

function placesOf(wanted: (code: string) => boolean): Uint8Array {
  return Uint8Array.from(CODES.flatMap((code, i) => (wanted(code) ? [i] : [])))
}
