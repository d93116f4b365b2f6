import { fork } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createLogger } from '../../core/log.ts'
import { createIndex } from '../../core/search/create-index.ts'
import type { OpenDatabase } from '../../core/store/db.ts'
import { nextMessage } from './child.ts'
import type { Engine } from './engine.ts'
import type { Weight } from './index-child.ts'
import { ourEngine } from './ours.ts'

const MOST_BYTES = 400
const RESTART_SECONDS = 10

/** The index over everything in the database, in this process. */
export async function indexEngine({ db }: OpenDatabase, folder: string): Promise<Engine> {
  const log = createLogger('bench', 'silent')
  // Its clock stands still, so that it never takes itself for out of date while other engines are timed.
  const index = createIndex({ db, home: folder, log, now: () => new Date(0) })
  await index.catchUp()
  const engine = ourEngine('index', (question, page) => {
    if (!index.ready() || !index.canAnswer(question)) throw new Error('The index is not ready.')
    return index.find(question, page)
  })
  return { ...engine, close: () => index.stop() }
}

/** Prints what the index weighs and how soon it serves, each time in a fresh process. */
export async function weighIndex(url: string, folder: string): Promise<void> {
  await rm(join(folder, 'search-index.bin'), { force: true })
  const loaded = await freshProcess(url, folder)
  const restarted = await freshProcess(url, folder)
  if (!restarted.restored) throw new Error('The second start did not find the snapshot.')
  const { listings } = loaded
  console.log(`\nindex of ${listings} listings, in fresh processes`)
  const line = (name: string, value: string, goal = ''): void =>
    console.log(`  ${name.padEnd(58)} ${value.padStart(12)}   ${goal}`)
  const each = (bytes: number): string => `${(bytes / listings).toFixed(0)} bytes`
  const goal = `goal <= ${MOST_BYTES}`
  line('a listing, as the index adds itself up', each(loaded.accounted), goal)
  line('a listing, as the process grew by loading', each(loaded.process), goal)
  line('a listing, as the process grew from the snapshot', each(restarted.process), goal)
  line('start without a snapshot, to the first answer', seconds(loaded.seconds))
  line(
    'restart from the snapshot, to the first answer',
    seconds(restarted.seconds),
    `goal <= ${RESTART_SECONDS} s`,
  )
  line('  of it reading the snapshot and catching up', seconds(restarted.level))
}

const seconds = (value: number): string => `${value.toFixed(1)} s`

async function freshProcess(url: string, folder: string): Promise<Weight> {
  const child = fork(fileURLToPath(new URL('./index-child.ts', import.meta.url)), [url, folder], {
    execArgv: ['--import', 'tsx', '--expose-gc'],
    serialization: 'advanced',
  })
  const weight = (await nextMessage(child)) as Weight
  child.disconnect()
  if (child.exitCode === null) await once(child, 'exit')
  return weight
}
