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

  constructor(listings: readonly Live[], world: MatchWorld) {
    this.#listings = listings
    this.columns = columnsOf(listings)
    this.#prefilter = new Prefilter(this.columns, world)
  }

  standings(profile: Profile): Standings {
    const tables = this.#prefilter.tables(profile)
    return { codes: this.#prefilter.verdicts(tables), tables }
  }

  /** What of the listings comes to the person by the change from `before` to `after`. */
  gain(before: Standings, after: Standings): Gain {
    const opened: number[] = []
    const nearer: number[] = []
    const open: Live[] = []
    for (const [at, listing] of this.#listings.entries()) {
      const code = after.codes[at] as number
      const had = before.codes[at] as number
      if (code === NO_PART || code < CODE.stretch) continue
      if (code <= (had === NO_PART ? 0 : had)) continue
      if (code === CODE.open) {
        opened.push(listing.id)
        open.push(listing)
      } else nearer.push(listing.id)
    }
    return {
      opens: opened.length,
      listing_ids: opened,
      within_reach: nearer.length,
      within_reach_ids: nearer,
      pay: typicalPay(open),
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

/** The middle of the stated range, dollars an hour; null when no pay by time is stated. */
function hourlyMiddle(listing: MatchFacts): number | null {
  const { min, max } = hourlyEquivalent(listing.pay)
  if (min !== null && max !== null) return (min + max) / 2
  return max ?? min
}

function typicalPay(listings: readonly MatchFacts[]): TypicalPay {
  const pay = listings.map(hourlyMiddle).filter((p) => p !== null)
  return {
    median_hour: pay.length < LEAST_SAMPLE ? null : Math.round(median(pay) * 100) / 100,
    sample: pay.length,
  }
}
