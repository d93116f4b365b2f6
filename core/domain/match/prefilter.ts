import type { Profile, Verdict } from '../profile.ts'
import { ADJACENT_ROLES, EMPLOYMENT_TYPES, ROLES, WORK_MODES, type Role } from '../tags.ts'
import { withSilence } from './asked.ts'
import type { Columns } from './columns.ts'
import { LOOKS_AT } from './demand-key.ts'
import { weighDemand } from './evaluate.ts'
import { takesPart, type MatchWorld } from './facts.ts'
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

const OPEN: Standing = { verdict: 'open' }
const UNASKED = 254
const codeOf = (finding: Finding | null): number => (finding === null ? 4 : CODE[finding.verdict])

/** How each different value of a column stands for one person: a code of `CODE` under its number. */
export interface Tables {
  person: Prepared
  /** true for the numbers of `beside` that take part. */
  part: Uint8Array
  asked: Uint8Array
  limit: Uint8Array
  mode: Uint8Array
  /** Filled as it is asked: UNASKED until then. */
  where: Uint8Array
  role: Uint8Array
  settings: Uint8Array
  hours: Uint8Array
  pay: Uint8Array
}

/** Answers kept for persons who are alike in what a column depends on; the oldest half goes when it is full. */
class Kept<T> {
  readonly #answers = new Map<string, T>()
  readonly #most: number

  constructor(most: number) {
    this.#most = most
  }

  get(key: string, make: () => T): T {
    let answer = this.#answers.get(key)
    if (answer === undefined) {
      answer = make()
      if (this.#answers.size >= this.#most) {
        let half = this.#most / 2
        for (const old of this.#answers.keys()) if (half-- > 0) this.#answers.delete(old)
      }
      this.#answers.set(key, answer)
    }
    return answer
  }
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
  readonly #kept = new Kept<Uint8Array>(MOST_KEPT * 8)
  readonly #standings = new Kept<readonly Standing[]>(MOST_KEPT)
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

  /** How every different value stands for this person. */
  tables(profile: Profile): Tables {
    const c = this.#columns
    const person = prepare(profile, this.#world)
    const p = profile
    const table = (name: string, parts: unknown[], make: () => number[]): Uint8Array =>
      this.#kept.get(`${name}${JSON.stringify(parts)}`, () => Uint8Array.from(make()))
    return {
      person,
      part: table('part', [p.roles, p.adjacent_roles], () => partsOf(p)),
      asked: this.#asked(person),
      limit: table('limit', [person.state], () =>
        c.limitList.map((l) => codeOf(weighStates({ work_mode: 'not_stated', ...l }, person))),
      ),
      mode: table('mode', [p.work_modes], () =>
        WORK_MODES.map((work_mode) => codeOf(weighMode({ work_mode }, person))),
      ),
      where: this.#kept.get(
        `where${JSON.stringify([person.state, p.zip, p.radius_miles, p.states_too])}`,
        () => new Uint8Array(c.whereList.length).fill(UNASKED),
      ),
      role: table('role', [p.roles], () =>
        [null, ...ROLES].map((role: Role | null) => codeOf(weighRole({ role }, person))),
      ),
      settings: table('settings', [p.settings_refused], () =>
        c.settingsList.map((s) => codeOf(weighSettings({ settings: [...s] }, person))),
      ),
      hours: table('hours', [p.employment_types], () =>
        [null, ...EMPLOYMENT_TYPES].map((t) => codeOf(weighHours({ employment_type: t }, person))),
      ),
      pay: table('pay', [p.pay_floor_hour], () =>
        c.payList.map((max) =>
          codeOf(weighPay({ pay: max === null ? null : { min: null, max, unit: 'hour' } }, person)),
        ),
      ),
    }
  }

  /** The verdict of every listing as a code of `CODE`, or NO_PART. */
  verdicts(tables: Tables): Uint8Array {
    const { size, closes, beside } = this.#columns
    const { asked } = this.#columns
    const codes = new Uint8Array(size)
    const empty = isEmptyProfile(tables.person.profile)
    const { nowMs } = tables.person
    for (let i = 0; i < size; i += 1) {
      if (tables.part[beside[i] as number] === 0) codes[i] = NO_PART
      else if (empty) codes[i] = CODE.unknown
      else if ((closes[i] as number) < nowMs) codes[i] = 0
      else {
        const qualified = tables.asked[asked[i] as number] as number
        codes[i] = qualified === 0 ? 0 : this.wished(i, tables, qualified)
      }
    }
    return codes
  }

  /** The worse of `qualified` and of how place, mode, hours, setting, role and pay of listing `i` stand. */
  wished(i: number, tables: Tables, qualified: number): number {
    const c = this.#columns
    let code = qualified
    const limit = tables.limit[c.limit[i] as number] as number
    if (limit < code) code = limit
    if (code === 0) return 0
    const where = c.where[i] as number
    if (where > 0) {
      const reach = this.#reach(where, tables)
      if (reach < code) code = reach
    }
    const mode = tables.mode[c.mode[i] as number] as number
    if (mode < code) code = mode
    const role = tables.role[c.role[i] as number] as number
    if (role < code) code = role
    const settings = tables.settings[c.settings[i] as number] as number
    if (settings < code) code = settings
    const hours = tables.hours[c.hours[i] as number] as number
    if (hours < code) code = hours
    const pay = tables.pay[c.pay[i] as number] as number
    return pay < code ? pay : code
  }

  #reach(where: number, { where: table, person }: Tables): number {
    const known = table[where] as number
    if (known !== UNASKED) return known
    const places = [...(this.#columns.whereList[where] ?? [])]
    const code = codeOf(weighPlace({ work_mode: 'onsite', places }, person))
    table[where] = code
    return code
  }

  /** How each different set of demands stands, silence counted in. */
  #asked(person: Prepared): Uint8Array {
    const { profile } = person
    const parts = [person.held, profile.months, profile.education, [...person.software].sort()]
    return this.#kept.get(`asked${JSON.stringify(parts)}`, () => {
      const standings = this.#demands(person, parts)
      return Uint8Array.from(this.#columns.askedList, ({ demands, silence }) => {
        const standing = allOf(demands.map((d) => standings[d] ?? OPEN))
        return CODE[withSilence(silence, standing.verdict)]
      })
    })
  }

  #demands(person: Prepared, [held, months, education, software]: unknown[]): Standing[] {
    const standings = new Array<Standing>(this.#columns.demandList.length).fill(OPEN)
    for (const [bits, numbers] of this.#groups) {
      const seen = [
        bits & LOOKS_AT.months ? months : 0,
        bits & LOOKS_AT.credentials ? held : 0,
        bits & LOOKS_AT.education ? education : 0,
        bits & LOOKS_AT.software ? software : 0,
      ]
      const answers = this.#standings.get(`${bits}${JSON.stringify(seen)}`, () =>
        numbers.map((n) => this.#stands(n, person)),
      )
      numbers.forEach((n, at) => (standings[n] = answers[at] ?? OPEN))
    }
    return standings
  }

  #stands(demand: number, person: Prepared): Standing {
    const entry = this.#columns.demandList[demand]
    if (entry === undefined) return OPEN
    const { verdict, untold } = weighDemand(entry.node, person, entry.role)
    return { verdict, untold: untold === true }
  }
}

const partsOf = (profile: Profile): number[] =>
  [
    { in_domain: true, adjacent_role: null },
    { in_domain: false, adjacent_role: null },
    ...ADJACENT_ROLES.map((adjacent_role) => ({ in_domain: false, adjacent_role })),
  ].map((facts) => Number(takesPart(profile, facts)))
