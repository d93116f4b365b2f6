import type { Profile, Verdict } from '../profile.ts'
import { withSilence, type Silence } from './asked.ts'
import type { AskedEntry, Columns, DemandEntry, LeafEntry, Program } from './columns.ts'
import { viewsOf, wholeView, type LooksAt } from './demand-key.ts'
import { weighLeaf } from './evaluate.ts'
import { takesPart, type MatchWorld } from './facts.ts'
import { groupedBy, type Grouped } from './grouped.ts'
import { Kept } from './kept-answers.ts'
import { isEmptyProfile, prepare, type Prepared } from './prepared.ts'
import { weighPlace } from './reach.ts'
import { allOfCodes, anyOfCodes, standingCode, standingOf, type Finding } from './verdicts.ts'
import { weighHours, weighMode, weighPay, weighRole, weighSettings, weighStates } from './wishes.ts'

/** Verdicts as numbers, worst to best. */
export const CODE: Readonly<Record<Verdict, number>> = {
  not_yet: 0,
  unknown: 1,
  stretch: 2,
  likely: 3,
  open: 4,
}
const { unknown: UNKNOWN, stretch: STRETCH } = CODE
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

const afterSilence = (silence: Silence): Uint8Array =>
  Uint8Array.from([0, 1, 2, 3, 4, 5], (n) => CODE[withSilence(silence, standingOf(n).verdict)])
/** The code of `CODE` for each number of a standing, by what the advert leaves unsaid. */
const VERDICT_AFTER = {
  none: afterSilence(null),
  experience: afterSilence('experience'),
  unreadable: afterSilence('unreadable'),
} as const

const codeOf = (finding: Finding | null): number =>
  finding === null ? CODE.open : CODE[finding.verdict]

/** How each different value of a column stands for one person: a code of `CODE` under its number. */
export interface Tables {
  person: Prepared
  /** Nothing is told: every verdict is unknown. */
  empty: boolean
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
  readonly #standings = new Kept<Uint8Array>(MOST_KEPT * 4)
  /** Numbers of leaves by what they look at. */
  readonly #groups = new Map<LooksAt, number[]>()
  #byAsked: Grouped | null = null
  readonly #stack: Uint8Array

  constructor(columns: Columns, world: MatchWorld) {
    this.#columns = columns
    this.#world = world
    let room = 0
    for (const { program } of columns.demandList) room = Math.max(room, roomOf(program))
    for (const { demands } of columns.askedList) room = Math.max(room, demands.length)
    this.#stack = new Uint8Array(room)
    columns.leafList.forEach(({ looksAt }, at) => {
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
      empty: isEmptyProfile(profile),
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
    const codes = new Uint8Array(this.#columns.size)
    this.fill(codes, tables, null, 0, codes.length)
    return codes
  }

  /**
   * The same when `before` holds the verdicts of somebody who differs a little: `codes`, and the numbers of the
   * listings that were looked at again, in their order (the others stand as before); null = all were.
   */
  verdictsAfter(
    before: { codes: Uint8Array; tables: Tables },
    tables: Tables,
  ): { codes: Uint8Array; touched: Uint32Array | null } {
    const had = before.tables
    const alike =
      had.kind === tables.kind &&
      had.limit === tables.limit &&
      had.where === tables.where &&
      had.pay === tables.pay &&
      had.empty === tables.empty
    if (!alike) return { codes: this.verdicts(tables), touched: null }
    const codes = before.codes.slice()
    this.#byAsked ??= groupedBy(this.#columns.asked, this.#columns.askedList.length)
    const { order, start } = this.#byAsked
    const touched: number[] = []
    for (let a = 0; a < tables.asked.length; a += 1) {
      if (tables.asked[a] === had.asked[a]) continue
      const [from, to] = [start[a] as number, start[a + 1] as number]
      this.fill(codes, tables, order, from, to)
      for (let k = from; k < to; k += 1) touched.push(order[k] as number)
    }
    return { codes, touched: Uint32Array.from(touched).sort() }
  }

  /** Writes the verdicts of the listings `rows[from]` up to `rows[to]` into `codes`, each at its number; null = every row in turn. */
  fill(
    codes: Uint8Array,
    tables: Tables,
    rows: Uint32Array | null,
    from: number,
    to: number,
  ): void {
    const { closes, kind, asked, limit, where, pay } = this.#columns
    const { kind: kinds, asked: askeds, limit: limits, pay: pays, where: wheres, empty } = tables
    const { nowMs } = tables.person
    for (let k = from; k < to; k += 1) {
      const i = rows === null ? k : (rows[k] as number)
      let code = kinds[kind[i] as number] as number
      if (code !== NO_PART) {
        const qualified = askeds[asked[i] as number] as number
        if (empty) code = UNKNOWN
        else if (qualified === 0 || (closes[i] as number) < nowMs) code = 0
        else {
          if (qualified < code) code = qualified
          const lives = limits[limit[i] as number] as number
          if (lives < code) code = lives
          const paid = pays[pay[i] as number] as number
          if (paid < code) code = paid
          // A place can make it a stretch at the worst; so it is asked only where that would tell.
          if (code > STRETCH) {
            let near = wheres[where[i] as number] as number
            if (near === UNASKED) near = this.reach(where[i] as number, tables)
            if (near < code) code = near
          }
        }
      }
      codes[i] = code
    }
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
    return this.#asked.get(wholeView(person), () => this.#askedAnew(person))
  }

  #askedAnew(person: Prepared): Pick<Tables, 'asked' | 'points'> {
    const { askedList } = this.#columns
    const stands = this.#demands(this.#leaves(person))
    const stack = this.#stack
    const asked = new Uint8Array(askedList.length)
    const points = new Uint8Array(askedList.length)
    for (let a = 0; a < askedList.length; a += 1) {
      const { demands, silence } = askedList[a] as AskedEntry
      const size = demands.length
      let sum = 0
      for (let k = 0; k < size; k += 1) {
        const code = stands[demands[k] as number] as number
        stack[k] = code
        sum += code
      }
      const code = size === 1 ? sum : allOfCodes(stack, 0, size)
      asked[a] = VERDICT_AFTER[silence ?? 'none'][code] as number
      points[a] = sum
    }
    return { asked, points }
  }

  #demands(leaves: Uint8Array): Uint8Array {
    const { demandList } = this.#columns
    const stands = new Uint8Array(demandList.length)
    for (let d = 0; d < demandList.length; d += 1)
      stands[d] = this.#run((demandList[d] as DemandEntry).program, leaves, 0)
    return stands
  }

  /** The standing of a demand from those of its leaves. Its parts' are put on the stack from `top`. */
  #run(program: Program, leaves: Uint8Array, top: number): number {
    if (typeof program === 'number') return leaves[program] as number
    const { all, of } = program
    const end = top + of.length
    for (let k = 0; k < of.length; k += 1)
      this.#stack[top + k] = this.#run(of[k] as Program, leaves, end)
    return all ? allOfCodes(this.#stack, top, end) : anyOfCodes(this.#stack, top, end)
  }

  /** The standing of each leaf, by the numbers of `standingOf`. */
  #leaves(person: Prepared): Uint8Array {
    const { leafList } = this.#columns
    const views = viewsOf(person)
    const standings = new Uint8Array(leafList.length)
    for (const [looks, numbers] of this.#groups) {
      const answers = this.#standings.get(looks + views[looks], () => {
        const fresh = new Uint8Array(numbers.length)
        for (let k = 0; k < numbers.length; k += 1) {
          const { leaf, role, alone } = leafList[numbers[k] as number] as LeafEntry
          fresh[k] = standingCode(weighLeaf(leaf, person, role, alone))
        }
        return fresh
      })
      for (let k = 0; k < numbers.length; k += 1)
        standings[numbers[k] as number] = answers[k] as number
    }
    return standings
  }
}

/** How much of the stack a program takes. */
const roomOf = (program: Program): number =>
  typeof program === 'number' ? 0 : program.of.length + Math.max(0, ...program.of.map(roomOf))
