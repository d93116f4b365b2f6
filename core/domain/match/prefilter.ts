import type { Profile, Verdict } from '../profile.ts'
import { withSilence } from './asked.ts'
import type { Columns, LeafEntry, Program } from './columns.ts'
import { viewsOf, type LooksAt } from './demand-key.ts'
import { weighLeaf } from './evaluate.ts'
import { takesPart, type MatchWorld } from './facts.ts'
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

  constructor(columns: Columns, world: MatchWorld) {
    this.#columns = columns
    this.#world = world
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
    const { size } = this.#columns
    const codes = new Uint8Array(size)
    for (let i = 0; i < size; i += 1) codes[i] = this.verdict(i, tables)
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
      for (let k = start[a] as number; k < (start[a + 1] as number); k += 1) {
        const i = order[k] as number
        codes[i] = this.verdict(i, tables)
        touched.push(i)
      }
    }
    return { codes, touched: Uint32Array.from(touched).sort() }
  }

  /** The verdict of one listing, as in `verdicts`. */
  verdict(i: number, tables: Tables): number {
    const { closes, kind, asked, limit, where, pay } = this.#columns
    const fits = tables.kind[kind[i] as number] as number
    if (fits === NO_PART) return NO_PART
    if (tables.empty) return CODE.unknown
    let code = tables.asked[asked[i] as number] as number
    if (code === 0 || (closes[i] as number) < tables.person.nowMs) return 0
    if (fits < code) code = fits
    const lives = tables.limit[limit[i] as number] as number
    if (lives < code) code = lives
    const paid = tables.pay[pay[i] as number] as number
    if (paid < code) code = paid
    // A place can make it a stretch at the worst; so it is asked only where that would tell.
    if (code <= CODE.stretch) return code
    const near = this.reach(where[i] as number, tables)
    return near < code ? near : code
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
    const views = viewsOf(person)
    return this.#asked.get(`${views.school}${views.all}`, () => {
      const { askedList, demandList } = this.#columns
      const leaves = this.#leaves(person, views)
      const stands = new Uint8Array(demandList.length)
      demandList.forEach(({ program }, at) => (stands[at] = run(program, leaves)))
      const asked = new Uint8Array(askedList.length)
      const points = new Uint8Array(askedList.length)
      askedList.forEach(({ demands, silence }, at) => {
        let sum = 0
        const code = allOfCodes(demands.length, (i) => {
          const one = stands[demands[i] as number] as number
          sum += one
          return one
        })
        asked[at] = CODE[withSilence(silence, standingOf(code).verdict)]
        points[at] = sum
      })
      return { asked, points }
    })
  }

  /** The standing of each leaf, by the numbers of `standingOf`. */
  #leaves(person: Prepared, views: Record<LooksAt, string>): Uint8Array {
    const { leafList } = this.#columns
    const standings = new Uint8Array(leafList.length)
    for (const [looks, numbers] of this.#groups) {
      const answers = this.#standings.get(looks + views[looks], () =>
        Uint8Array.from(numbers, (n) => {
          const { leaf, role, alone } = leafList[n] as LeafEntry
          return standingCode(weighLeaf(leaf, person, role, alone))
        }),
      )
      for (let k = 0; k < numbers.length; k += 1)
        standings[numbers[k] as number] = answers[k] as number
    }
    return standings
  }
}

/** The standing of a demand from those of its leaves. */
function run(program: Program, leaves: Uint8Array): number {
  if (typeof program === 'number') return leaves[program] as number
  const { all, of } = program
  const codeAt = (i: number): number => run(of[i] as Program, leaves)
  return all ? allOfCodes(of.length, codeAt) : anyOfCodes(of.length, codeAt)
}

/** Listings in the order of a column's values: those of value v stand at `start[v]` up to `start[v + 1]`. */
export interface Grouped {
  order: Uint32Array
  start: Uint32Array
}

export function groupedBy(column: Uint32Array, values: number): Grouped {
  const start = new Uint32Array(values + 1)
  for (const v of column) start[v + 1] = (start[v + 1] as number) + 1
  for (let v = 0; v < values; v += 1) start[v + 1] = (start[v + 1] as number) + (start[v] as number)
  const next = start.slice()
  const order = new Uint32Array(column.length)
  column.forEach((v, i) => {
    order[next[v] as number] = i
    next[v] = (next[v] as number) + 1
  })
  return { order, start }
}
