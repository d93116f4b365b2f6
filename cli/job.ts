import { readConfig } from '../core/config.ts'
import { FootholdError, sentence } from '../core/errors.ts'
import { createLogger } from '../core/log.ts'
import { isPolled, polledSources, sourceByKey, type Source } from '../core/store/sources.ts'
import { VERSION } from '../core/version.ts'
import type { Held } from '../workers/jobs/held-back.ts'
import type { PollReport } from '../workers/jobs/ending.ts'
import { ingestSource, probeNetwork, publicReachable } from '../workers/jobs/dispatch.ts'
import { retagStale } from '../workers/jobs/retag.ts'
import { tasksOf } from '../workers/jobs/tasks.ts'
import type { IngestWorld } from '../workers/jobs/world.ts'
import { seedDatabase } from '../workers/seed.ts'
import { openWorld } from '../workers/world.ts'
import { withDatabase } from './database.ts'

const USAGE =
  'Usage: npm run -s job -- <ingest [--source KEY] | retire | retag | regroup | employers | search-keys | probe | tidy>'

/** Runs one job by its name, now and in this process, and exits: 0 when it did its work, 1 when not. */
async function main(args: string[]): Promise<number> {
  const [name, ...rest] = args
  if (name === undefined || name === '--help') {
    console.error(USAGE)
    return name === undefined ? 1 : 0
  }
  const config = readConfig(process.env, { uid: process.getuid?.() ?? -1, cwd: process.cwd() })
  const log = createLogger(
    'job',
    process.env['LOG_LEVEL'] === undefined ? 'warn' : config.LOG_LEVEL,
  )
  return withDatabase(config, async (database) => {
    await seedDatabase(database.db, config, new Date())
    const world = openWorld(database, config, log, VERSION)
    try {
      if (name === 'ingest') return await ingest(world, sourceArgument(rest))
      if (name === 'retag') return await retag(world)
      const task = tasksOf(world)[name]
      if (task === undefined)
        throw new FootholdError('bad-usage', `There is no job "${name}". ${USAGE}`)
      if (name === 'dispatch')
        throw new FootholdError('bad-usage', 'dispatch only fills the queue; use ingest.')
      await task({})
      console.log(`${name}: done.`)
      return 0
    } finally {
      await world.http.close()
    }
  })
}

async function retag(world: IngestWorld): Promise<number> {
  const done = await retagStale(world, (n, all) => console.error(`Read again: ${n} of ${all}`))
  console.log(
    done === 0
      ? 'retag: every advert was read by the present rules.'
      : `retag: ${done} adverts read again.`,
  )
  return 0
}

function sourceArgument(rest: string[]): string | null {
  if (rest.length === 0) return null
  const [flag, key, ...more] = rest
  if (flag === '--source' && key !== undefined && more.length === 0) return key
  throw new FootholdError('bad-usage', USAGE)
}

async function ingest(world: IngestWorld, key: string | null): Promise<number> {
  const sources = key === null ? await runnable(world) : [await named(world, key)]
  if (sources.length === 0)
    console.log('No source can be polled now. "npm run -s job -- probe" looks for a network.')
  let failed = 0
  for (const source of sources) {
    const report = await ingestSource(world, source)
    console.log(describe(source.key, report))
    if (report !== null && 'outcome' in report && report.outcome === 'failed') failed++
  }
  return failed === 0 ? 0 : 1
}

async function named(world: IngestWorld, key: string): Promise<Source> {
  const source = await sourceByKey(world.db, key)
  if (source === undefined)
    throw new FootholdError('no-source', `There is no source with the key "${key}".`)
  if (!isPolled(source)) {
    throw new FootholdError(
      'source-paused',
      `The source "${key}" is paused: ${source.reason ?? 'no reason given'}`,
    )
  }
  return source
}

/** Everything that is polled: a person asked for it, so the usual rhythm does not hold it back; its terms do. */
async function runnable(world: IngestWorld): Promise<Source[]> {
  if (world.online && !(await publicReachable(world))) await probeNetwork(world)
  return polledSources(world.db, { dueBefore: null, reachPublic: await publicReachable(world) })
}

function describe(key: string, report: PollReport | Held | null): string {
  if (report === null) return `${key}: another worker is reading it now; left to that one.`
  if ('why' in report) return `${key}: not read. ${report.why}`
  const { outcome, seen, changed, unchanged, rejected, closed } = report
  const counts = `seen ${seen}, new ${report.new}, changed ${changed}, unchanged ${unchanged}, rejected ${rejected}, closed ${closed}`
  const name = report.error === null ? '' : ` (${report.error})`
  return `${key}: ${outcome}${name}. ${counts}.${report.message === null ? '' : ` ${report.message}`}`
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(sentence(error))
    process.exit(1)
  },
)
