import type { Find } from '../../core/domain/search/answer.ts'
import { findInDatabase } from '../../core/store/find.ts'
import type { OpenDatabase } from '../../core/store/db.ts'
import type { Engine } from './engine.ts'
import { HITS } from './queries.ts'

/** A search of the reference may take as long as it takes. */
const TIMEOUT_MS = 300_000

/** The SQL path. */
export const sqlFind =
  ({ db }: Pick<OpenDatabase, 'db'>): Find =>
  (question, page) =>
    findInDatabase(db, question, { ...page, timeoutMs: TIMEOUT_MS })

/** One of our two engines, with the whole answer. */
export function ourEngine(name: string, find: Find): Engine {
  return {
    name,
    facets: 'all',
    sameOrder: true,
    ask: async ({ question, after }) => {
      const started = performance.now()
      const { total, facets, hits, hidden, without } = await find(question, { after, limit: HITS })
      const ms = performance.now() - started
      const ids = hits.slice(0, HITS).map(({ id }) => id)
      return { total, facets, ids, rest: JSON.stringify([hidden, without]), ms }
    },
    close: () => Promise.resolve(),
  }
}
