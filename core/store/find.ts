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

/** Memory for sorting and counting; with the usual 4 MB, answers of more than 30,000 rows go by way of the disk. */
const WORK_MEMORY = '32MB'

/** Runs `work` in one read-only snapshot, with the planner cure and the time limit of a search. */
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
        // The planner does not count fetching the out-of-line text vector and would walk the table for common words.
        await sql`select set_config('enable_seqscan', 'off', true),
          set_config('work_mem', ${WORK_MEMORY}, true), set_config('jit', 'off', true),
          set_config('statement_timeout', ${String(timeoutMs)}, true)`.execute(tx)
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
