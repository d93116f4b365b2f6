import { join } from 'node:path'
import { seededRandom } from '../../test/helpers/random.ts'
import { pick } from '../words.ts'
import { startApi } from './api.ts'
import { Client, load } from './http-load.ts'
import { literalStatement, pgbenchMs } from './pgbench.ts'
import { addressOf } from './prepare.ts'
import type { BenchQuery } from './queries.ts'
import { part } from './run.ts'
import type { BenchServer } from './server.ts'

const CONNECTIONS = 16
const SECONDS = 2
const ROUNDS = 3
/** Searches of the comparison with pgbench, and the seconds that they may take together: they are asked one after another, eight times. */
const SERIAL = 40
const SERIAL_SECONDS = 15

const pathOf = ({ query }: BenchQuery): string => `/api/v1/listings?${addressOf(query)}`

/** Requests a second of the search route and of the look-up by number, on one server with the index. */
export async function routesInTurn(
  server: BenchServer,
  rows: number,
  queries: readonly BenchQuery[],
  snapshot: string,
): Promise<void> {
  const api = await startApi(server.url, 'index', snapshot)
  try {
    const random = seededRandom(3)
    const firstPages = queries.filter(({ skip }) => skip === 0).map(pathOf)
    const routes = {
      'listings/:id': Array.from(
        { length: 2000 },
        () => `/api/v1/listings/${1 + pick(random, rows)}`,
      ),
      'listings?… 25 rows': firstPages,
    }
    const rates = new Map(Object.keys(routes).map((name) => [name, [] as number[]]))
    await load(api.port, routes['listings/:id'], CONNECTIONS, SECONDS)
    const { found } = await api.during(() => load(api.port, firstPages, CONNECTIONS, SECONDS))
    if (found === 0) throw new Error('The search route did not ask the index.')
    console.log(
      `\nAPI with the index, ${CONNECTIONS} connections, ${SECONDS} s a route, ${ROUNDS} rounds in turn`,
    )
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [name, paths] of Object.entries(routes)) {
        const { rate, p50, p99 } = await load(api.port, paths, CONNECTIONS, SECONDS)
        rates.get(name)?.push(rate)
        console.log(
          `  ${name.padEnd(24)} ${rate.toFixed(0).padStart(7)} answers/s   p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`,
        )
      }
    }
    const [lookup = [], search = []] = [...rates.values()]
    const share = part(search, 0.5) / part(lookup, 0.5)
    console.log(`  search route / look-up route, middle rounds: ${share.toFixed(2)}   goal >= 0.35`)
  } finally {
    await api.stop()
  }
}

/** The SQL path through the API, one client, against pgbench running the statements that the API sent. */
export async function againstPgbench(
  server: BenchServer,
  queries: readonly BenchQuery[],
  folder: string,
): Promise<void> {
  const api = await startApi(server.url, 'sql', '')
  try {
    const client = await Client.open(api.port)
    const paths: string[] = []
    const end = performance.now() + SERIAL_SECONDS * 1000
    for (const query of queries.filter(({ skip }) => skip === 0).slice(0, SERIAL)) {
      if (performance.now() > end) break
      paths.push(pathOf(query))
      await client.get(pathOf(query))
    }
    const all = async (): Promise<void> => {
      for (const path of paths) await client.get(path)
    }
    const script = (await api.during(all)).sent.map(literalStatement).join('\n')
    const file = join(folder, 'statements.sql')
    const times = { api: [] as number[], pgbench: [] as number[] }
    await pgbenchMs(server.programs, server.url, file, script, 1)
    for (let round = 0; round < ROUNDS; round += 1) {
      const started = performance.now()
      await all()
      times.api.push((performance.now() - started) / paths.length)
      const ms = await pgbenchMs(server.programs, server.url, file, script, 1)
      times.pgbench.push(ms / paths.length)
    }
    client.close()
    const [ours, bare] = [part(times.api, 0.5), part(times.pgbench, 0.5)]
    console.log(
      `\nSQL path through the API, one client, ${paths.length} searches, ${ROUNDS} rounds in turn`,
    )
    console.log(
      `  API ${ours.toFixed(1)} ms a search, pgbench with the same statements ${bare.toFixed(1)} ms`,
    )
    console.log(`  API / pgbench, middle rounds: ${(ours / bare).toFixed(2)}   goal <= 1.5`)
  } finally {
    await api.stop()
  }
}
