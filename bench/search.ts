import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openDatabase, type OpenDatabase } from '../core/store/db.ts'
import { againstPgbench, routesInTurn } from './search/api-part.ts'
import type { Asked, Engine } from './search/engine.ts'
import { indexEngine, weighIndex } from './search/index-part.ts'
import { loadedServer } from './search/load.ts'
import { miniSearchEngine } from './search/minisearch.ts'
import { ourEngine, sqlFind } from './search/ours.ts'
import { prepare } from './search/prepare.ts'
import { mixedQueries, usedQueries } from './search/queries.ts'
import { report, timesFaster } from './search/report.ts'
import { compare, showTotals, type Result } from './search/run.ts'
import type { BenchServer } from './search/server.ts'
import { sqliteEngine, sqliteSize } from './search/sqlite.ts'

/**
 * How fast a search is answered: the database itself (the best SQL path, 1.00), the in-process index, and two
 * engines that a user might pick instead, on the same invented listings with the same searches, each with its
 * exact total, facets and 25 hits; then the routes of the API. Only ratios count: other work on the machine slows
 * all alike. Needs a PostgreSQL of the machine's own (pgbench comes with it) and the program sqlite3.
 * Run: node --import tsx bench/search.ts [listings ..., default 100000]
 *   --cache DIR      where the filled databases stay for the next run (default: in the temporary folder)
 *   --postgres DIR   folder of initdb, pg_ctl and pgbench
 *   --seconds N      most that one engine may use of each list of searches (default 60)
 *   --load-only      fills the databases and ends
 *   --only PARTS     of engines,memory,api; separated by commas
 */
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    cache: { type: 'string', default: join(tmpdir(), 'foothold-bench-search') },
    postgres: { type: 'string', default: '/usr/lib/postgresql/15/bin' },
    seconds: { type: 'string', default: '60' },
    'load-only': { type: 'boolean', default: false },
    only: { type: 'string', default: 'engines,memory,api' },
  },
})
const parts = new Set(options.only.split(','))
const MIXED = 150
const USED = 60
/** MiniSearch takes a gigabyte for every 100,000 listings. */
const MOST_IN_MINISEARCH = 100_000

async function measure(server: BenchServer, rows: number): Promise<void> {
  const opened = openDatabase(server.url, { max: 1, statementTimeoutMs: 0 })
  try {
    if (parts.has('engines')) await engines(server, opened, rows)
  } finally {
    await opened.close()
  }
  if (parts.has('memory')) await weighIndex(server.url, folderOf(rows))
  if (!parts.has('api')) return
  const searches = [...usedQueries(USED), ...mixedQueries(MIXED)]
  await routesInTurn(server, rows, searches, folderOf(rows))
  await againstPgbench(server, searches, folderOf(rows))
}

async function engines(server: BenchServer, opened: OpenDatabase, rows: number): Promise<void> {
  const find = sqlFind(opened)
  const mixed = await prepare(opened, mixedQueries(MIXED), find)
  const used = await prepare(opened, usedQueries(USED), find)
  const file = join(folderOf(rows), 'sqlite.db')
  const all: Engine[] = [
    ourEngine('database (SQL)', find),
    await indexEngine(opened, folderOf(rows)),
    await sqliteEngine(file, opened),
  ]
  console.log(`SQLite: ${((await sqliteSize(file)) / 2 ** 20).toFixed(0)} MB on disk`)
  if (rows <= MOST_IN_MINISEARCH) {
    const mini = await miniSearchEngine(server.url, rows)
    console.log(
      `MiniSearch: ${mini.held} listings, ${(mini.bytes / 2 ** 20).toFixed(0)} MB, made in ${mini.seconds.toFixed(0)} s`,
    )
    all.push(mini)
  } else console.log(`MiniSearch: left out above ${MOST_IN_MINISEARCH} listings, for its memory`)
  try {
    await showTotals(all, [...mixed.slice(0, 6), ...used.slice(0, 6)])
    const goal = rows >= 1_000_000 ? 25 : 40
    await one('perf.md §1', all, mixed, goal)
    await one('as in use', all, used, goal)
  } finally {
    for (const engine of all) await engine.close()
  }
}

async function one(
  name: string,
  all: readonly Engine[],
  asked: readonly Asked[],
  goal: number,
): Promise<void> {
  console.log(`\n== ${asked.length} searches, ${name}`)
  const seconds = Number(options.seconds)
  const results = await compare(all, asked, { warm: 3, rounds: 3, seconds })
  report(results, asked)
  const [sql, index] = results
  if (sql === undefined || index === undefined) return
  const [p50, p99] = [timesFaster(sql, index, 0.5), timesFaster(sql, index, 0.99)]
  console.log(
    `\nindex against the best SQL: p50 ${p50.toFixed(0)}×   goal >= ${goal}×; p99 ${p99.toFixed(0)}×`,
  )
  refuseUnequal(results)
}

/** Times of engines that find other things mean nothing: the run ends as a failure. */
function refuseUnequal(results: readonly Result[]): void {
  if (results.every(({ wrong }) => wrong.length === 0)) return
  console.log('ANSWERS DIFFER: the times above are not to be believed.')
  process.exitCode = 1
}

const folderOf = (rows: number): string => join(options.cache, String(rows))

for (const rows of positionals.length === 0 ? [100_000] : positionals.map(Number)) {
  const server = await loadedServer(options.cache, rows, options.postgres)
  try {
    if (!options['load-only']) await measure(server, rows)
  } finally {
    await server.stop()
  }
}
