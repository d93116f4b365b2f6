import { hourlyEquivalent } from '../pay.ts'
import type { Place } from '../posting.ts'
import type { RequirementLeaf } from '../reading.ts'
import type { Role, Setting } from '../tags.ts'
import { askedOf, closesAt, silenceOf, type Silence } from './asked.ts'
import { demandKey, looksAt, type LooksAt } from './demand-key.ts'
import type { MatchFacts } from './facts.ts'
import { makeOf, type Demand } from './walk.ts'

/** One leaf of requirement trees, once for all that stand alike against every person. */
export interface LeafEntry {
  leaf: RequirementLeaf
  role: Role | null
  /** As in `Making`. */
  alone: boolean
  looksAt: LooksAt
}

/** A demand over the numbers of its leaves: a leaf, or several that must all hold, or of which one is enough. */
export type Program = number | { all: boolean; of: Program[] }

/** One thing that adverts demand, once for all adverts that demand the same. */
export interface DemandEntry {
  node: Demand
  program: Program
}

/** All that an advert demands, and what it leaves unsaid. */
export interface AskedEntry {
  demands: readonly number[]
  silence: Silence
}

export interface LimitEntry {
  states_allowed: string[]
  states_excluded: string[]
}

/** What kind of job it is, apart from what it asks, where it is and what it pays. */
export interface KindEntry {
  in_domain: boolean
  adjacent_role: MatchFacts['adjacent_role']
  work_mode: MatchFacts['work_mode']
  role: Role | null
  settings: Setting[]
  employment_type: MatchFacts['employment_type']
}

/**
 * Listings as columns: a number in a typed array for each listing, which points into a list of the different
 * values. Whatever a person's match depends on stands in them, so a verdict is a few look-ups a listing, and
 * each rule is asked once for each different value.
 */
export interface Columns {
  size: number
  /** ms since 1970 at which it closes; -Infinity = closed. */
  closes: Float64Array
  asked: Uint32Array
  limit: Uint32Array
  kind: Uint32Array
  /** 0 = fully remote: nowhere to go. */
  where: Uint32Array
  pay: Uint32Array
  leafList: readonly LeafEntry[]
  demandList: readonly DemandEntry[]
  askedList: readonly AskedEntry[]
  limitList: readonly LimitEntry[]
  kindList: readonly KindEntry[]
  /** The first entry is that of `where` 0. */
  whereList: readonly (readonly Place[])[]
  /** The top of the pay, dollars an hour; null = not stated. */
  payList: readonly (number | null)[]
}

/** The different values of one column, each with its number. */
class Values<T> {
  readonly list: T[] = []
  readonly #at = new Map<string, number>()

  /** The number of the value with this key; a new one is made with `value`. */
  number(key: string, value: () => T): number {
    let at = this.#at.get(key)
    if (at === undefined) {
      at = this.list.length
      this.list.push(value())
      this.#at.set(key, at)
    }
    return at
  }
}

/** Builds columns of a known number of listings, one listing after the other. */
export class ColumnsBuilder {
  readonly #demands = new Values<DemandEntry>()
  readonly #leaves = new Values<LeafEntry>()
  readonly #asked = new Values<AskedEntry>()
  readonly #limits = new Values<LimitEntry>()
  readonly #where = new Values<readonly Place[]>()
  readonly #kinds = new Values<KindEntry>()
  readonly #pay = new Values<number | null>()
  readonly #columns
  #size = 0

  constructor(capacity: number) {
    this.#columns = {
      closes: new Float64Array(capacity),
      asked: new Uint32Array(capacity),
      limit: new Uint32Array(capacity),
      kind: new Uint32Array(capacity),
      where: new Uint32Array(capacity),
      pay: new Uint32Array(capacity),
    }
    this.#limits.number('', () => ({ states_allowed: [], states_excluded: [] }))
    this.#where.number('-', () => [])
  }

  add(facts: MatchFacts): void {
    const c = this.#columns
    const i = this.#size
    this.#size += 1
    c.closes[i] = closesAt(facts)
    c.asked[i] = this.#askedOf(facts)
    c.limit[i] = this.#limitOf(facts)
    c.kind[i] = this.#kindOf(facts)
    c.where[i] = facts.work_mode === 'remote' ? 0 : this.#whereOf(facts.places)
    const top = hourlyEquivalent(facts.pay).max
    c.pay[i] = this.#pay.number(String(top), () => top)
  }

  build(): Columns {
    return {
      ...this.#columns,
      size: this.#size,
      leafList: this.#leaves.list,
      demandList: this.#demands.list,
      askedList: this.#asked.list,
      limitList: this.#limits.list,
      kindList: this.#kinds.list,
      whereList: this.#where.list,
      payList: this.#pay.list,
    }
  }

  #askedOf(facts: MatchFacts): number {
    const { role } = facts
    const numbers = askedOf(facts).map((node) =>
      this.#demands.number(demandKey(node, role), () => ({
        node,
        program: this.#program(node, role),
      })),
    )
    numbers.sort((a, b) => a - b)
    const silence = silenceOf(facts)
    return this.#asked.number(`${numbers.join()} ${silence ?? ''}`, () => ({
      demands: numbers,
      silence,
    }))
  }

  #program(node: Demand, role: Role | null): Program {
    return makeOf<Program>(node, {
      leaf: (leaf, alone) => this.#leafOf(leaf, role, alone),
      all: (of) => ({ all: true, of }),
      any: (of) => ({ all: false, of }),
    })
  }

  #leafOf(leaf: RequirementLeaf, role: Role | null, alone: boolean): number {
    return this.#leaves.number(`${demandKey(leaf, role)}${alone ? '!' : ''}`, () => ({
      leaf,
      role,
      alone,
      looksAt: looksAt(leaf),
    }))
  }

  #limitOf({ work_mode, states_allowed, states_excluded }: MatchFacts): number {
    if (work_mode === 'onsite' || states_allowed.length + states_excluded.length === 0) return 0
    const key = `${states_allowed.join()}-${states_excluded.join()}`
    return this.#limits.number(key, () => ({ states_allowed, states_excluded }))
  }

  #kindOf(facts: MatchFacts): number {
    const { in_domain, adjacent_role, work_mode, role, settings, employment_type } = facts
    const key = `${in_domain} ${adjacent_role ?? ''} ${work_mode} ${role ?? ''} ${settings.join()} ${employment_type ?? ''}`
    return this.#kinds.number(key, () => ({
      in_domain,
      adjacent_role,
      work_mode,
      role,
      settings,
      employment_type,
    }))
  }

  #whereOf(places: readonly Place[]): number {
    const key = places.map((p) => `${p.city ?? ''}|${p.state ?? ''}|${p.country ?? ''}`).join(';')
    return this.#where.number(key, () => places)
  }
}

const BUILT = new WeakMap<readonly MatchFacts[], Columns>()

/** The columns of these listings; built once for each list, which must not be changed afterwards. */
export function columnsOf(listings: readonly MatchFacts[]): Columns {
  let columns = BUILT.get(listings)
  if (columns === undefined) {
    const builder = new ColumnsBuilder(listings.length)
    for (const facts of listings) builder.add(facts)
    columns = builder.build()
    BUILT.set(listings, columns)
  }
  return columns
}
