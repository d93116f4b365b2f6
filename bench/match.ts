import { sql } from 'kysely'
import { ColumnsBuilder, type Columns } from '../core/domain/match/columns.ts'
import { weighLeaf } from '../core/domain/match/evaluate.ts'
import { matchMany } from '../core/domain/match/match-many.ts'
import { CODE, Prefilter } from '../core/domain/match/prefilter.ts'
import type { Profile } from '../core/domain/profile.ts'
import { openDatabase, type OpenDatabase } from '../core/store/db.ts'
import { cloneDatabase, dropDatabase, withDatabaseName } from '../core/store/server.ts'
import { startTestServer } from '../test/helpers/test-server.ts'
import {
  countVerdicts,
  fillListings,
  fillSubscribers,
  HANDED_FORMS,
  TREE_FORMS,
  type Given,
} from './match-sql.ts'
import { listing, NOW, subscriber } from './match-world.ts'

/**
 * The prefilter against SQL over a narrow table, in one run: one profile against all listings, and all
 * subscribers against new listings. What SQL cannot do at a fair price is handed to it for nothing (for one profile
 * what each set of demands comes to, for many what each leaf does), while the time of the prefilter holds it. Both
 * must find the same: verdicts and kept pairs are counted and compared before a time is shown. Only ratios count.
 * Run: node --import tsx bench/match.ts [listings, default 800000] [subscribers, default 100000] [new listings, default 2000]
 * TEST_DATABASE_URL's server, else the embedded one.
 */
const LISTINGS = Number(process.argv[2] ?? 800_000)
const SUBSCRIBERS = Number(process.argv[3] ?? 100_000)
const NEW = Number(process.argv[4] ?? 2000)
/** SQL is asked for these many subscribers, and its time is scaled up. */
const SQL_SUBSCRIBERS = Math.min(SUBSCRIBERS, 5000)
const PROFILES = 15
const ROUNDS = 3

const columnsOf = (from: number, n: number): Columns => {
  const builder = new ColumnsBuilder(n)
  for (let i = 0; i < n; i += 1) builder.add(listing(from + i))
  return builder.build()
}
function* made(from: number, n: number) {
  for (let i = 0; i < n; i += 1) yield listing(from + i)
}

async function timed<T>(work: () => T | Promise<T>): Promise<{ ms: number; value: T }> {
  const from = performance.now()
  const value = await work()
  return { ms: performance.now() - from, value }
}
const median = (of: readonly number[]): number =>
  [...of].sort((a, b) => a - b)[Math.floor(of.length / 2)] ?? Number.NaN

function same(what: string, one: unknown, two: unknown): void {
  if (JSON.stringify(one) === JSON.stringify(two)) return
  throw new Error(`${what}: ${JSON.stringify(one)} against ${JSON.stringify(two)}`)
}

async function oneAgainstAll({ db }: OpenDatabase): Promise<void> {
  const columns = columnsOf(0, LISTINGS)
  await fillListings(db, 'adverts', made(0, LISTINGS), columns)
  const prefilter = (): Prefilter => new Prefilter(columns, { now: NOW })
  const count = (profile: Profile): number[] => {
    const fresh = prefilter()
    const counts = [0, 0, 0, 0, 0]
    for (const code of fresh.verdicts(fresh.tables(profile)))
      if (code <= CODE.open) counts[code] = (counts[code] ?? 0) + 1
    return counts.slice(1)
  }
  const times = { js: [] as number[], sql: [] as number[] }
  let kept = 0
  for (let n = 0; n < PROFILES + 3; n += 1) {
    const profile = subscriber(n)
    const { asked } = prefilter().tables(profile)
    const [js, db_] = n % 2 === 0 ? ['js', 'sql'] : ['sql', 'js']
    const run = { js: () => count(profile), sql: () => countVerdicts(db, profile, asked) }
    const first = await timed<number[]>(run[js as keyof typeof run])
    const second = await timed<number[]>(run[db_ as keyof typeof run])
    same(`verdicts of profile ${n} (unknown, stretch, likely, open)`, first.value, second.value)
    kept += first.value.reduce((a, b) => a + b, 0)
    // The first three warm both sides.
    if (n < 3) continue
    times[js as keyof typeof times].push(first.ms)
    times[db_ as keyof typeof times].push(second.ms)
  }
  console.log(
    `one profile against ${LISTINGS} listings (${columns.demandList.length} different demands, ${columns.askedList.length} sets of them)`,
  )
  console.log(
    `  kept, mean of ${PROFILES + 3} profiles: ${Math.round(kept / (PROFILES + 3))}, all verdicts alike`,
  )
  console.log(`  SQL expression over a narrow table ${median(times.sql).toFixed(1)} ms`)
  console.log(`  prefilter, every rule weighed anew ${median(times.js).toFixed(1)} ms`)
  console.log(`  ${(median(times.sql) / median(times.js)).toFixed(1)}x  goal 5x`)
}

async function manyAgainstNew({ db }: OpenDatabase): Promise<void> {
  const columns = columnsOf(LISTINGS, NEW)
  await fillListings(db, 'fresh', made(LISTINGS, NEW), columns)
  const profiles = Array.from({ length: SUBSCRIBERS }, (_, n) => subscriber(n))
  const kept = new Uint32Array(SUBSCRIBERS)
  const js: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    kept.fill(0)
    const { ms } = await timed(() =>
      matchMany(
        profiles,
        columns,
        { now: NOW },
        'likely',
        (n, found) => (kept[n] = found.at.length),
      ),
    )
    js.push(ms)
  }
  await fillSubscribers(db, given(profiles.slice(0, SQL_SUBSCRIBERS), columns), columns)
  const best = async (forms: typeof TREE_FORMS): Promise<{ name: string; ms: number }> => {
    const found = { name: '', ms: Infinity }
    for (const [name, form] of Object.entries(forms)) {
      for (let round = 0; round < ROUNDS; round += 1) {
        const { ms, value } = await timed(() => form.execute(db))
        const counts = new Uint32Array(SQL_SUBSCRIBERS)
        for (const { id, n } of value.rows) counts[id] = n
        same('kept of each subscriber', [...counts], [...kept.subarray(0, SQL_SUBSCRIBERS)])
        if (ms < found.ms) Object.assign(found, { name, ms })
      }
    }
    return { ...found, ms: found.ms * (SUBSCRIBERS / SQL_SUBSCRIBERS) }
  }
  const trees = await best(TREE_FORMS)
  const handed = await best(HANDED_FORMS)
  const ms = Math.min(...js)
  const mean = kept.reduce((a, b) => a + b, 0) / SUBSCRIBERS
  const seconds = (n: number): string => `${(n / 1000).toFixed(1)} s`
  console.log(`\n${SUBSCRIBERS} subscribers against ${NEW} new listings, "likely" or better`)
  console.log(
    `  kept, mean of a subscriber: ${mean.toFixed(1)}; the same for each of ${SQL_SUBSCRIBERS} in SQL, whose time is scaled up`,
  )
  console.log(`  best set-based SQL (${trees.name}) ${seconds(trees.ms)}`)
  console.log(`  the same, trees read for it (${handed.name}) ${seconds(handed.ms)}`)
  console.log(
    `  matchMany ${seconds(ms)}, ${((SUBSCRIBERS * NEW) / ms / 1000).toFixed(0)} M pairs/s`,
  )
  console.log(
    `  ${(trees.ms / ms).toFixed(1)}x  goal 5x; against SQL that reads no tree ${(handed.ms / ms).toFixed(1)}x`,
  )
}

/** The subscribers with a number for their qualification, and what each qualification comes to. */
function given(profiles: readonly Profile[], columns: Columns): Given {
  const numbers = new Map<string, number>()
  const leaves: [number, number][] = []
  const asked: [number, number][] = []
  const prefilter = new Prefilter(columns, { now: NOW })
  const subscribers = profiles.map((profile) => {
    const key = JSON.stringify([profile.credentials, profile.months, profile.education])
    let qualification = numbers.get(key)
    if (qualification === undefined) {
      qualification = numbers.size
      numbers.set(key, qualification)
      const { person, asked: codes } = prefilter.tables(profile)
      for (const [at, code] of codes.entries())
        if (code >= CODE.likely) asked.push([qualification, at])
      for (const [at, { leaf, role, alone }] of columns.leafList.entries())
        if (CODE[weighLeaf(leaf, person, role, alone).verdict] >= CODE.likely)
          leaves.push([qualification, at])
    }
    return { profile, qualification }
  })
  return { subscribers, leaves, asked }
}

const server = await startTestServer()
const name = `bench_match_${process.pid}`
await cloneDatabase(server.adminUrl, server.template, name)
const opened = openDatabase(withDatabaseName(server.adminUrl, name))
try {
  // As perf.md measured: no compilation, one process a query, so that one core stands against one core.
  await sql`alter database ${sql.id(name)} set jit = off`.execute(opened.db)
  await sql`alter database ${sql.id(name)} set max_parallel_workers_per_gather = 0`.execute(
    opened.db,
  )
  await sql`alter database ${sql.id(name)} set work_mem = '64MB'`.execute(opened.db)
} finally {
  await opened.close()
}
const bench = openDatabase(withDatabaseName(server.adminUrl, name))
try {
  await oneAgainstAll(bench)
  await manyAgainstNew(bench)
} finally {
  await bench.close()
  await dropDatabase(server.adminUrl, name)
  await server.stop()
}
