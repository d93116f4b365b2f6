import { columnsOf, type Columns } from '../match/columns.ts'
import type { MatchFacts, MatchWorld } from '../match/facts.ts'
import { CODE, NO_PART, Prefilter, type Tables } from '../match/prefilter.ts'
import { hourlyEquivalent } from '../pay.ts'
import type { Profile } from '../profile.ts'
import type { Gain, Step, TypicalPay } from './advice.ts'
import { LEAST_SAMPLE } from '../market/tally.ts'
import { median } from './median.ts'
import type { PossibleStep } from './routes.ts'

export type Live = MatchFacts & { id: number }

/** How all listings stand for one profile. */
export interface Standings {
  codes: Uint8Array
  tables: Tables
  /** Numbers of the listings that may stand otherwise than today, in their order; null = any may. */
  touched: Uint32Array | null
}

/** A step with how all listings stand once it is done. */
export interface Tried {
  possible: PossibleStep
  step: Step
  after: Standings
}

/** Runs the match over the same listings again and again, for one profile after the other. */
export class Trial {
  readonly columns: Columns
  readonly #listings: readonly Live[]
  readonly #prefilter: Prefilter
  /** Dollars an hour; NaN when no pay by time is stated. */
  readonly #pay: Float64Array

  constructor(listings: readonly Live[], world: MatchWorld) {
    this.#listings = listings
    this.columns = columnsOf(listings)
    this.#prefilter = new Prefilter(this.columns, world)
    this.#pay = Float64Array.from(listings, hourlyMiddle)
  }

  /** How the listings stand; `today` is a profile close to it that was looked at before. */
  standings(profile: Profile, today?: Standings): Standings {
    const tables = this.#prefilter.tables(profile)
    return today === undefined
      ? { codes: this.#prefilter.verdicts(tables), tables, touched: null }
      : { ...this.#prefilter.verdictsAfter(today, tables), tables }
  }

  /** What of the listings comes to the person by the change from `before` to `after`. */
  gain(before: Standings, after: Standings): Gain {
    const opened: number[] = []
    const nearer: number[] = []
    const pay: number[] = []
    const { open, stretch } = CODE
    const { touched } = after
    const most = touched?.length ?? this.columns.size
    for (let n = 0; n < most; n += 1) {
      const at = touched === null ? n : (touched[n] as number)
      const code = after.codes[at] as number
      const had = before.codes[at] as number
      if (code < stretch || code > open || (code <= had && had !== NO_PART)) continue
      const { id } = this.#listings[at] as Live
      if (code === open) {
        opened.push(id)
        pay.push(this.#pay[at] as number)
      } else nearer.push(id)
    }
    return {
      opens: opened.length,
      listing_ids: opened,
      within_reach: nearer.length,
      within_reach_ids: nearer,
      pay: typicalPay(pay.filter((p) => !Number.isNaN(p))),
    }
  }

  /**
   * How many listings that are not open the change brings forward in any one point, even when another point
   * still holds them shut: the measure of what may combine well.
   */
  moves(before: Standings, after: Standings): number {
    const { asked, kind, limit, where, pay, size } = this.columns
    const [one, two] = [before.tables, after.tables]
    const moved = new Uint8Array(size)
    const compare = (column: Uint32Array, a: Uint8Array, b: Uint8Array): void => {
      if (a === b) return
      for (let i = 0; i < size; i += 1) {
        const [had, has] = [a[column[i] as number] as number, b[column[i] as number] as number]
        if (has !== NO_PART && (had === NO_PART || has > had)) moved[i] = 1
      }
    }
    compare(asked, one.points, two.points)
    compare(kind, one.kind, two.kind)
    compare(limit, one.limit, two.limit)
    compare(pay, one.pay, two.pay)
    if (one.where !== two.where) {
      this.columns.whereList.forEach((_, at) => {
        this.#prefilter.reach(at, one)
        this.#prefilter.reach(at, two)
      })
      compare(where, one.where, two.where)
    }
    let sum = 0
    for (let i = 0; i < size; i += 1) if (before.codes[i] !== CODE.open) sum += moved[i] as number
    return sum
  }
}

/** The middle of the stated range, dollars an hour; NaN when no pay by time is stated. */
function hourlyMiddle({ pay }: MatchFacts): number {
  const { min, max } = hourlyEquivalent(pay)
  return min !== null && max !== null ? (min + max) / 2 : (max ?? min ?? Number.NaN)
}

const typicalPay = (pay: readonly number[]): TypicalPay => ({
  median_hour: pay.length < LEAST_SAMPLE ? null : Math.round(median(pay) * 100) / 100,
  sample: pay.length,
})
