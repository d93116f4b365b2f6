import { questionOf } from '../../core/domain/search/question.ts'
import { createLogger } from '../../core/log.ts'
import { createIndex } from '../../core/search/create-index.ts'
import { openDatabase } from '../../core/store/db.ts'
import { NOW } from './now.ts'
import { HITS } from './queries.ts'

/** A process that holds the index and nothing else (behind index-part.ts). */
const [url = '', folder = ''] = process.argv.slice(2)

export interface Weight {
  listings: number
  /** As the index itself adds up, in bytes. */
  accounted: number
  /** How much what the process holds grew, after collecting garbage, in bytes. */
  process: number
  /** From the process's first moment to its first answer. */
  seconds: number
  /** The part of it that made the index level with the database. */
  level: number
  restored: boolean
}

async function weigh(): Promise<Weight> {
  const size = (): number => {
    globalThis.gc?.()
    const { heapUsed, external } = process.memoryUsage()
    return heapUsed + external
  }
  const opened = openDatabase(url, { max: 2, statementTimeoutMs: 0 })
  await opened.pool.query('select 1')
  const before = size()
  const log = createLogger('bench', 'silent')
  const index = createIndex({ db: opened.db, home: folder, log, now: () => new Date() })
  const began = performance.now()
  await index.catchUp()
  const level = (performance.now() - began) / 1000
  const meant = { text: null, near: null, now: NOW.getTime(), sourceIds: () => undefined }
  await index.find(questionOf({ limit: HITS }, meant), { after: null, limit: HITS })
  const seconds = performance.now() / 1000
  // Rows read last hang on for a moment.
  await new Promise((resolve) => setTimeout(resolve, 200))
  const grown = size() - before
  const { listings, bytes, restores } = index.stats()
  await index.stop()
  await opened.close()
  return { listings, accounted: bytes, process: grown, seconds, level, restored: restores > 0 }
}

process.send?.(await weigh())
