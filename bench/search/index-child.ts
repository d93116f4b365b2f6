import { BLOCK_SIZE } from '../../core/search/block.ts'
import { SearchIndex } from '../../core/search/search-index.ts'
import { atOnce } from '../../core/search/slices.ts'
import type { IndexedRow } from '../../core/domain/search/question.ts'
import { openDatabase } from '../../core/store/db.ts'
import { sampleRows } from './rows.ts'

const [url = ''] = process.argv.slice(2)

export interface Weight {
  listings: number
  /** As the index itself adds up. */
  accounted: number
  /** How much the process grew, after collecting garbage. */
  process: number
  seconds: number
}

/** A process that holds the index and nothing else: how much memory it takes. */
async function weigh(): Promise<Weight> {
  const size = (): number => {
    globalThis.gc?.()
    const { heapUsed, external } = process.memoryUsage()
    return heapUsed + external
  }
  const opened = openDatabase(url, { max: 1, statementTimeoutMs: 0 })
  await opened.pool.query('select 1')
  const before = size()
  const started = performance.now()
  const index = new SearchIndex()
  let held: IndexedRow[] = []
  for await (const row of sampleRows(opened)) {
    held.push(row)
    if (held.length < BLOCK_SIZE) continue
    atOnce(index.load(held))
    held = []
  }
  atOnce(index.load(held))
  held = []
  const seconds = (performance.now() - started) / 1000
  await opened.close()
  // The last rows hang on for a moment.
  await new Promise((resolve) => setTimeout(resolve, 200))
  const grown = size() - before
  return { listings: index.size, accounted: index.bytes(), process: grown, seconds }
}

process.send?.(await weigh())
