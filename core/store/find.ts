import { sql, type Kysely, type Transaction } from 'kysely'
import type { Found, PageAsked } from '../domain/search/answer.ts'
import type { Question } from '../domain/search/question.ts'
import { FootholdError } from '../errors.ts'
import { answerOf } from './find-answer.ts'
import { findStatement } from './find-statement.ts'
import type { Database } from './schema.ts'

export interface FindOptions extends PageAsked {
  /** How long the database may work on the search. */
  timeoutMs: number
}

/**
 * What a question finds, asked of the database itself: the reference for every other engine, and what answers
 * while none is loaded. One statement, so total, facets and page come from one snapshot. A walk by
 * `after` meets every listing that stands open throughout exactly once, whatever arrives meanwhile.
 * @throws FootholdError `search-too-slow` when it ran into `timeoutMs`.
 */
export async function findInDatabase(
  db: Kysely<Database>,
  question: Question,
  { timeoutMs, ...page }: FindOptions,
): Promise<Found> {
  return inSearch(db, timeoutMs, async (tx) => {
    const { rows } = await findStatement(question, page).execute(tx)
    return answerOf(question, rows)
  })
}

/**
 * What the planner may do in a search. It does not count fetching and unpacking a text, nor comparing a listing's
 * keys with a thousand others: it must leave both to the index, which only a bitmap scan asks. Joins and
 * groups are by hashing, on one core: searches run beside each other. With the usual 4 MB for sorting and counting, answers of
 * more than 30,000 rows would go by way of the disk.
 */
const SETTINGS = {
  enable_seqscan: 'off',
  enable_indexscan: 'off',
  enable_indexonlyscan: 'off',
  enable_mergejoin: 'off',
  enable_sort: 'off',
  max_parallel_workers_per_gather: '0',
  jit: 'off',
  work_mem: '32MB',
} as const

/** Runs `work` in one read-only snapshot, with the planner's bounds and the time limit of a search. */
export async function inSearch<T>(
  db: Kysely<Database>,
  timeoutMs: number,
  work: (tx: Transaction<Database>) => Promise<T>,
): Promise<T> {
  try {
    return await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute(async (tx) => {
        const settings = { ...SETTINGS, statement_timeout: String(timeoutMs) }
        await sql`select ${sql.join(
          Object.entries(settings).map(
            ([name, value]) => sql`set_config(${sql.lit(name)}, ${sql.lit(value)}, true)`,
          ),
        )}`.execute(tx)
        return work(tx)
      })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === QUERY_CANCELED) {
      throw new FootholdError(
        'search-too-slow',
        'The search took too long. Add a filter or a rarer word.',
        {},
        error,
      )
    }
    throw error
  }
}

const QUERY_CANCELED = '57014'
