import type { Profile, Verdict } from '../profile.ts'
import { withSilence } from './asked.ts'
import type { Columns } from './columns.ts'
import { LOOKS_AT } from './demand-key.ts'
import { weighDemand } from './evaluate.ts'
import { takesPart, type MatchWorld } from './facts.ts'
import { Kept } from './kept-answers.ts'
import { isEmptyProfile, prepare, type Prepared } from './prepared.ts'
import { weighPlace } from './reach.ts'
import { allOf, type Finding, type Standing } from './verdicts.ts'
import { weighHours, weighMode, weighPay, weighRole, weighSettings, weighStates } from './wishes.ts'

/** Verdicts as numbers, worst to best. */
export const CODE: Readonly<Record<Verdict, number>> = {
  not_yet: 0,
  unknown: 1,
  stretch: 2,
  likely: 3,
  open: 4,
}
export const VERDICT_OF_CODE: readonly Verdict[] = [
  'not_yet',
  'unknown',
  'stretch',
  'likely',
  'open',
]
/** The listing is not held against this person: a job beside the trade that they did not ask for. */
export const NO_PART = 255
/** In the table of places: not asked yet. */
const UNASKED = 254

const codeOf = (finding: Finding | null): number =>
  finding === null ? CODE.open : CODE[finding.verdict]

/** How each different value of a column stands for one person: a code of `CODE` under its number. */
export interface Tables {
  person: Prepared
  asked: Uint8Array
  /** The codes of an asked set's demands added up: it grows when any one of them is met better. */
  points: Uint8Array
  limit: Uint8Array
  /** NO_PART for the kinds of job that take no part. */
  kind: Uint8Array
  where: Uint8Array
  pay: Uint8Array
}

/** Different persons kept at a time, for each column. */
const MOST_KEPT = 512

/**
 * Holds many persons against the same listings. Each rule is the one of `matchListing`, asked once for each
 * different value of a column and for each person who differs in what the rule looks at; a listing's verdict is
 * then the worst of a few numbers. The verdict is the same as `matchListing` gives (a test holds the two
 * against each other), so what this drops as `not_yet` is `not_yet`.
 */
export class Prefilter {
  readonly #columns: Columns
  readonly #world: MatchWorld
  readonly #kept = new Kept<Uint8Array>(MOST_KEPT * 4)
  readonly #asked = new Kept<Pick<Tables, 'asked' | 'points'>>(MOST_KEPT)
  readonly #standings = new Kept<readonly Standing[]>(MOST_KEPT * 4)
  /** Demand numbers by the bits they look at. */
  readonly #groups = new Map<number, number[]>()

  constructor(columns: Columns, world: MatchWorld) {
    this.#columns = columns
    this.#world = world
    columns.demandList.forEach(({ looksAt }, at) => {
      const group = this.#groups.get(looksAt)
      if (group === undefined) this.#groups.set(looksAt, [at])
      else group.push(at)
    })
  }

  /** How every different value stands for this person. Two persons alike in a column share its table. */
  tables(profile: Profile): Tables {
    const { limitList, whereList, payList } = this.#columns
    const person = prepare(profile, this.#world)
    const p = profile
    const table = (name: string, parts: unknown[], make: () => Uint8Array): Uint8Array =>
      this.#kept.get(name + JSON.stringify(parts), make)
    return {
      person,
      ...this.#askedOf(person),
      limit: table('limit', [person.state], () =>
        Uint8Array.from(limitList, (limit) =>
          codeOf(weighStates({ work_mode: 'not_stated', ...limit }, person)),
        ),
      ),
      kind: table(
        'kind',
        [p.roles, p.adjacent_roles, p.work_modes, p.settings_refused, p.employment_types],
        () => this.#kinds(person),
      ),
      where: table('where', [person.state, p.zip, p.radius_miles, p.states_too], () =>
        new Uint8Array(whereList.length).fill(UNASKED).fill(CODE.open, 0, 1),
      ),
      pay: table('pay', [p.pay_floor_hour], () =>
        Uint8Array.from(payList, (max) =>
          codeOf(weighPay({ pay: max === null ? null : { min: null, max, unit: 'hour' } }, person)),
        ),
      ),
    }
  }

  /** The verdict of every listing as a code of `CODE`, or NO_PART. */
  verdicts(tables: Tables): Uint8Array {
    const { size, closes, kind, asked, limit, where, pay } = this.#columns
    const codes = new Uint8Array(size)
    const empty = isEmptyProfile(tables.person.profile)
    const { nowMs } = tables.person
    for (let i = 0; i < size; i += 1) {
      const fits = tables.kind[kind[i] as number] as number
      if (fits === NO_PART) {
        codes[i] = NO_PART
        continue
      }
      if (empty) {
        codes[i] = CODE.unknown
        continue
      }
      let code = tables.asked[asked[i] as number] as number
      if (code === 0 || (closes[i] as number) < nowMs) continue
      if (fits < code) code = fits
      const lives = tables.limit[limit[i] as number] as number
      if (lives < code) code = lives
      const paid = tables.pay[pay[i] as number] as number
      if (paid < code) code = paid
      // A place can make it a stretch at the worst; so it is asked only where that would tell.
      if (code > CODE.stretch) {
        const near = this.reach(where[i] as number, tables)
        if (near < code) code = near
      }
      codes[i] = code
    }
    return codes
  }

  /** How the places with this number of `where` stand for the person: a code of `CODE`. */
  reach(where: number, { where: table, person }: Tables): number {
    const known = table[where] as number
    if (known !== UNASKED) return known
    const places = [...(this.#columns.whereList[where] ?? [])]
    const code = codeOf(weighPlace({ work_mode: 'onsite', places }, person))
    table[where] = code
    return code
  }

  #kinds(person: Prepared): Uint8Array {
    return Uint8Array.from(this.#columns.kindList, (kind) =>
      takesPart(person.profile, kind)
        ? Math.min(
            codeOf(weighMode(kind, person)),
            codeOf(weighRole(kind, person)),
            codeOf(weighSettings(kind, person)),
            codeOf(weighHours(kind, person)),
          )
        : NO_PART,
    )
  }

  /** How each different set of demands stands, silence counted in. */
  #askedOf(person: Prepared): Pick<Tables, 'asked' | 'points'> {
    const { months, education } = person.profile
    const parts = [person.held, months, education, [...person.software].sort()]
    return this.#asked.get(JSON.stringify(parts), () => {
      const standings = this.#demands(person, parts)
      const { askedList } = this.#columns
      const asked = new Uint8Array(askedList.length)
      const points = new Uint8Array(askedList.length)
      askedList.forEach(({ demands, silence }, at) => {
        const stands = demands.map((d) => standings[d] as Standing)
        asked[at] = CODE[withSilence(silence, allOf(stands).verdict)]
        let sum = 0
        for (const { verdict } of stands) sum += CODE[verdict]
        points[at] = sum
      })
      return { asked, points }
    })
  }

  #demands(person: Prepared, [held, months, education, software]: unknown[]): Standing[] {
    const { demandList } = this.#columns
    const standings = new Array<Standing>(demandList.length)
    for (const [bits, numbers] of this.#groups) {
      const seen = [
        bits & LOOKS_AT.months ? months : 0,
        bits & LOOKS_AT.credentials ? held : 0,
        bits & LOOKS_AT.education ? education : 0,
        bits & LOOKS_AT.software ? software : 0,
      ]
      const answers = this.#standings.get(`${bits}${JSON.stringify(seen)}`, () =>
        numbers.flatMap((n) => {
          const entry = demandList[n]
          return entry === undefined ? [] : [weighDemand(entry.node, person, entry.role)]
        }),
      )
      numbers.forEach((n, at) => (standings[n] = answers[at] as Standing))
    }
    return standings
  }
}
