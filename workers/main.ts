import { schedule, type ScheduledTask } from 'node-cron'
import { readConfig } from '../core/config.ts'
import { sentence } from '../core/errors.ts'
import { createLogger } from '../core/log.ts'
import { exitWithParent } from '../core/parent.ts'
import { enqueueTick } from '../core/store/clock.ts'
import { openDatabase } from '../core/store/db.ts'
import { migrateToLatest } from '../core/store/migrate.ts'
import { VERSION } from '../core/version.ts'
import { tasksOf } from './jobs/tasks.ts'
import { startQueue } from './queue.ts'
import { seedDatabase } from './seed.ts'
import { TIMETABLE } from './timetable.ts'
import { openWorld } from './world.ts'

/** Arms the timetable and works on jobs until a signal; the job in hand is finished first. */
async function main(): Promise<void> {
  const config = readConfig(process.env, { uid: process.getuid?.() ?? -1, cwd: process.cwd() })
  const log = createLogger('workers', config.LOG_LEVEL)
  if (config.DATABASE_URL === undefined) {
    throw new Error('The workers need DATABASE_URL. Run "npm start" for a database of its own.')
  }
  const database = openDatabase(config.DATABASE_URL, {
    max: 12,
    applicationName: 'foothold-workers',
    statementTimeoutMs: 120_000,
  })
  await migrateToLatest(database.db)
  await seedDatabase(database.db, config, new Date())
  const world = openWorld(database, config, log, VERSION)
  const queue = await startQueue(database, tasksOf(world), log, world.now)

  const tick = (job: string, instant: Date): void => {
    enqueueTick(database.db, job, instant).catch((error: unknown) =>
      log.error({ job, err: error }, 'tick lost'),
    )
  }
  const clock: ScheduledTask[] = TIMETABLE.map((line) =>
    schedule(line.cron, (context) => tick(line.job, context.date), {
      name: line.job,
      timezone: line.zone,
      suppressMissedWarning: true,
    }),
  )
  // The first look happens now, not at the next full half minute.
  tick('search-keys', new Date())
  tick('probe', new Date())
  tick('dispatch', new Date())
  tick('retag', new Date())
  tick('regroup', new Date())
  log.info({ offline: config.FOOTHOLD_OFFLINE }, 'workers ready')
  process.send?.({ type: 'ready' })

  let ending = false
  const end = async (why: string): Promise<void> => {
    if (ending) return
    ending = true
    log.info({ why }, 'workers stopping')
    for (const task of clock) await task.destroy()
    await queue.stop()
    await world.http.close()
    await database.close()
  }
  const endAndExit = (why: string): void => {
    end(why).then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'stop failed')
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', () => endAndExit('SIGTERM'))
  process.on('SIGINT', () => endAndExit('SIGINT'))
  exitWithParent()
}

main().catch((error: unknown) => {
  process.stderr.write(`Foothold workers could not start: ${sentence(error)}\n`)
  process.exit(1)
})
