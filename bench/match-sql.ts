import { sql, type Kysely } from 'kysely'
import type { Columns, Program } from '../core/domain/match/columns.ts'
import type { MatchFacts } from '../core/domain/match/facts.ts'
import type { Profile } from '../core/domain/profile.ts'
import { US_STATES } from '../core/domain/us-states.ts'
import type { Database } from '../core/store/schema.ts'

/**
 * Matching as SQL over a narrow table of numbers, for bench/match.ts alone. It knows the rules of place, mode,
 * role, setting, pay and state limits for the profiles of bench/match-world.ts; what a set of demands comes to is
 * handed to it (no tree can be read in SQL at a fair price).
 */
type Db = Kysely<Database>

const MODE_BITS = { onsite: 1, hybrid: 2, remote: 4, not_stated: 7, remote_after: 0 } as const
const ROLE_BITS = { coding: 1, billing: 2, both: 3, adjacent: 8 } as const
const stateAt = (state: string): number => US_STATES.indexOf(state)
const bitsOf = (states: readonly string[]): bigint =>
  states.reduce((mask, s) => mask | (1n << BigInt(stateAt(s))), 0n)
const NOWHERE = -1

/** One row a listing; its id is its number. */
export async function fillListings(
  db: Db,
  name: string,
  facts: Iterable<MatchFacts>,
  columns: Columns,
): Promise<void> {
  const table = sql.table(name)
  await sql`create unlogged table ${table} (id int, asked int, open boolean, state smallint, allowed bigint,
    modes smallint, roles smallint, correctional boolean, pay_top real)`.execute(db)
  let rows: unknown[][] = []
  let id = 0
  const write = async (): Promise<void> => {
    const column = (at: number): unknown[] => rows.map((row) => row[at])
    await sql`insert into ${table} select * from unnest(${column(0)}::int[], ${column(1)}::int[],
      ${column(2)}::boolean[], ${column(3)}::smallint[], ${column(4)}::bigint[], ${column(5)}::smallint[],
      ${column(6)}::smallint[], ${column(7)}::boolean[], ${column(8)}::real[])`.execute(db)
    rows = []
  }
  for (const f of facts) {
    rows.push([
      id,
      columns.asked[id] ?? 0,
      f.in_domain && f.status === 'open',
      f.work_mode === 'remote' ? NOWHERE : stateAt(f.places[0]?.state ?? ''),
      String(f.work_mode === 'onsite' ? 0n : bitsOf(f.states_allowed)),
      MODE_BITS[f.work_mode],
      f.role === null ? 15 : ROLE_BITS[f.role],
      f.settings.includes('correctional'),
      f.pay?.max ?? null,
    ])
    id += 1
    if (rows.length === 10_000) await write()
  }
  await write()
  await sql`vacuum (analyze) ${table}`.execute(db)
}

interface Wishes {
  state: number
  bit: string
  modes: number
  roles: number
  refuses: boolean
  floor: number | null
}

function wishesOf(p: Profile): Wishes {
  return {
    state: stateAt(p.state ?? ''),
    bit: String(bitsOf([p.state ?? 'PA'])),
    modes: (p.work_modes ?? []).reduce((mask, m) => mask | MODE_BITS[m], 0),
    roles: (p.roles ?? []).reduce((mask, r) => mask | ROLE_BITS[r], 0),
    refuses: (p.settings_refused ?? []).length > 0,
    floor: p.pay_floor_hour ?? null,
  }
}

/** How many listings stand at each code from 1 (unknown) to 4 (open); `asked` = the code of each set of demands. */
export async function countVerdicts(
  db: Db,
  profile: Profile,
  asked: Uint8Array,
): Promise<number[]> {
  const w = wishesOf(profile)
  const codes = sql`${[...asked]}::smallint[]`
  const { rows } = await sql<{ code: number; n: number }>`
    select code, count(*)::int as n from (
      select least(
        (${codes})[l.asked + 1],
        case when l.allowed <> 0 and l.allowed & ${w.bit}::bigint = 0 then 0 else 4 end,
        case when ${w.modes}::int = 0 or l.modes & 1 & ${w.modes}::int > 0 and l.modes = 7 then 4
             when l.modes = 7 then case when ${w.modes}::int & 1 > 0 or ${w.modes}::int = 7 then 4 else 3 end
             when l.modes & ${w.modes}::int > 0 then 4 else 2 end,
        case when l.state = -1 or l.state = ${w.state}::int then 4 else 2 end,
        case when ${w.roles}::int = 0 or l.roles & ${w.roles}::int > 0 then 4 else 2 end,
        case when ${w.refuses}::boolean and l.correctional then 2 else 4 end,
        case when l.pay_top < ${w.floor}::real then 2 else 4 end) as code
      from adverts l where l.open) x
    where code > 0 group by code`.execute(db)
  const counts = [0, 0, 0, 0, 0]
  for (const { code, n } of rows) counts[code] = n
  return counts.slice(1)
}

/** What SQL is given about the subscribers' qualifications, each by a number. */
export interface Given {
  subscribers: readonly { profile: Profile; qualification: number }[]
  /** The leaves that come to "likely" or better. */
  leaves: readonly (readonly [qualification: number, leaf: number])[]
  /** The sets of demands that do, for the forms that need not read trees. */
  asked: readonly (readonly [qualification: number, asked: number])[]
}

export async function fillSubscribers(db: Db, given: Given, columns: Columns): Promise<void> {
  await sql`create unlogged table subscriber (id int, qualification int, state smallint, bit bigint, modes smallint,
    roles smallint, refuses boolean, pay_floor real)`.execute(db)
  const rows = given.subscribers.map(({ profile, qualification }) => ({
    ...wishesOf(profile),
    qualification,
  }))
  await sql`insert into subscriber select * from unnest(${rows.map((_, i) => i)}::int[],
    ${rows.map((r) => r.qualification)}::int[], ${rows.map((r) => r.state)}::smallint[],
    ${rows.map((r) => r.bit)}::bigint[], ${rows.map((r) => r.modes)}::smallint[],
    ${rows.map((r) => r.roles)}::smallint[], ${rows.map((r) => r.refuses)}::boolean[],
    ${rows.map((r) => r.floor)}::real[])`.execute(db)
  await fillNumbers(db, 'leaf_ok (qualification, leaf)', given.leaves)
  await fillNumbers(db, 'fitting (qualification, asked)', given.asked)
  const ways = columns.demandList.flatMap(({ program }, demand) =>
    waysOf(program).flatMap((leaves, way) =>
      leaves.map((leaf) => [demand, way, leaf, leaves.length] as const),
    ),
  )
  await fillNumbers(db, 'way (demand, way, leaf, size)', ways)
  const sets = columns.askedList.flatMap(({ demands, silence }, asked) =>
    silence === 'unreadable' ? [] : demands.map((d) => [asked, d, demands.length] as const),
  )
  await fillNumbers(db, 'asked_demand (asked, demand, size)', sets)
  const free = columns.askedList.flatMap(({ demands, silence }, asked) =>
    demands.length === 0 && silence !== 'unreadable' ? [[asked] as const] : [],
  )
  await fillNumbers(db, 'asked_nothing (asked)', free)
  await sql`create index on fitting (qualification, asked)`.execute(db)
  await sql`create index on fresh (asked)`.execute(db)
  await sql`create index on way (leaf)`.execute(db)
  await sql`vacuum (analyze) subscriber, fitting, fresh, leaf_ok, way, asked_demand, asked_nothing`.execute(
    db,
  )
}

/** The ways to meet a demand, each the leaves that must hold together. */
function waysOf(program: Program): number[][] {
  if (typeof program === 'number') return [[program]]
  const parts = program.of.map(waysOf)
  if (!program.all) return parts.flat()
  return parts.reduce<number[][]>(
    (ways, part) => ways.flatMap((way) => part.map((more) => [...new Set([...way, ...more])])),
    [[]],
  )
}

async function fillNumbers(
  db: Db,
  what: string,
  rows: readonly (readonly number[])[],
): Promise<void> {
  const [, name = '', columns = ''] = /^(\w+) \((.*)\)$/.exec(what) ?? []
  const names = columns.split(', ')
  await sql`create unlogged table ${sql.table(name)} (${sql.join(names.map((n) => sql`${sql.ref(n)} int`))})`.execute(
    db,
  )
  for (let i = 0; i < rows.length; i += 50_000) {
    const part = rows.slice(i, i + 50_000)
    const arrays = names.map((_, at) => sql`${part.map((row) => row[at])}::int[]`)
    await sql`insert into ${sql.table(name)} select * from unnest(${sql.join(arrays)})`.execute(db)
  }
}

const suits = sql`l.open
  and (l.allowed = 0 or l.allowed & s.bit <> 0)
  and (l.state = -1 or l.state = s.state)
  and (s.modes = 0 or l.modes & s.modes > 0)
  and (s.roles = 0 or l.roles & s.roles > 0)
  and not (s.refuses and l.correctional)
  and (s.pay_floor is null or l.pay_top is null or l.pay_top >= s.pay_floor)`

type Form = ReturnType<typeof sql<{ id: number; n: number }>>

/** Forms that read the requirement trees, as matching must; only what a single leaf comes to is handed to them. */
export const TREE_FORMS: Readonly<Record<string, Form>> = {
  'trees by counting leaves, then demands': sql<{ id: number; n: number }>`
    with met as (
      select distinct qualification, demand from (
        select o.qualification, w.demand from way w join leaf_ok o on o.leaf = w.leaf
        group by o.qualification, w.demand, w.way, w.size having count(*) = w.size) x),
    fits as materialized (
      select m.qualification, a.asked from asked_demand a join met m on m.demand = a.demand
      group by m.qualification, a.asked, a.size having count(*) = a.size
      union all
      select q.qualification, n.asked from (select distinct qualification from subscriber) q, asked_nothing n)
    select s.id, count(*)::int as n from subscriber s
    join fits f on f.qualification = s.qualification join fresh l on l.asked = f.asked
    where ${suits} group by s.id`,
  'trees by what is not met': sql<{ id: number; n: number }>`
    with q as (select distinct qualification from subscriber),
    met as materialized (
      select distinct qualification, demand from (
        select o.qualification, w.demand from way w join leaf_ok o on o.leaf = w.leaf
        group by o.qualification, w.demand, w.way, w.size having count(*) = w.size) x),
    fits as materialized (
      select q.qualification, a.asked from q cross join
        (select distinct asked from asked_demand union select asked from asked_nothing) a
      where not exists (
        select 1 from asked_demand d
        where d.asked = a.asked and not exists (
          select 1 from met m where m.qualification = q.qualification and m.demand = d.demand)))
    select s.id, count(*)::int as n from subscriber s
    join fits f on f.qualification = s.qualification join fresh l on l.asked = f.asked
    where ${suits} group by s.id`,
}

/** Forms to which the verdict on every set of demands was handed: what SQL could do if trees cost nothing. */
export const HANDED_FORMS: Readonly<Record<string, Form>> = {
  'joined through the demands': sql<{ id: number; n: number }>`
    select s.id, count(*)::int as n from subscriber s
    join fitting f on f.qualification = s.qualification join fresh l on l.asked = f.asked
    where ${suits} group by s.id`,
  'one subscriber after the other (lateral)': sql<{ id: number; n: number }>`
    select s.id, x.n from subscriber s cross join lateral (
      select count(*)::int as n from fitting f join fresh l on l.asked = f.asked
      where f.qualification = s.qualification and ${suits}) x where x.n > 0`,
}
