import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { SearchIndex } from '../../core/search/search-index.ts'
import { BLOCK_SIZE } from '../../core/search/block.ts'
import { atOnce } from '../../core/search/slices.ts'
import type { IndexedRow } from '../../core/domain/search/question.ts'
import type { OpenDatabase } from '../../core/store/db.ts'
import { nextMessage } from './child.ts'
import type { Engine } from './engine.ts'
import type { Weight } from './index-child.ts'
import { ourEngine } from './ours.ts'
import { sampleRows } from './rows.ts'
import type { BenchServer } from './server.ts'

/** The index over everything in the database, in this process. */
export async function indexEngine(opened: OpenDatabase): Promise<Engine> {
  const index = new SearchIndex()
  let held: IndexedRow[] = []
  for await (const row of sampleRows(opened)) {
    held.push(row)
    if (held.length < BLOCK_SIZE) continue
    atOnce(index.load(held))
    held = []
  }
  atOnce(index.load(held))
  return ourEngine('index', (question, page) => Promise.resolve(index.find(question, page)))
}

/** Prints what the index weighs in a process of its own. */
export async function weighIndex(
  server: BenchServer,
  _folder: string,
  _rows: number,
): Promise<void> {
  const child = fork(fileURLToPath(new URL('./index-child.ts', import.meta.url)), [server.url], {
    execArgv: ['--import', 'tsx', '--expose-gc', '--max-old-space-size=8000'],
    serialization: 'advanced',
  })
  const { listings, accounted, process: grown, seconds } = (await nextMessage(child)) as Weight
  console.log(
    `\nindex of ${listings} listings in a process of its own, loaded from the database in ${seconds.toFixed(1)} s`,
  )
  console.log(
    `  as it accounts itself: ${(accounted / listings).toFixed(0)} bytes a listing   goal <= 400`,
  )
  console.log(
    `  as the process grew:   ${(grown / listings).toFixed(0)} bytes a listing   goal <= 400`,
  )
}
