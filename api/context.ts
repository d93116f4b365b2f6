import type { Config } from '../core/config.ts'
import type { MatchWorld } from '../core/domain/match/facts.ts'
import type { Find } from '../core/domain/search/answer.ts'
import type { Logger } from '../core/log.ts'
import type { OpenDatabase } from '../core/store/db.ts'

export type Db = OpenDatabase['db']

/** What the API is given by its entry file or a test; it reads no environment, clock or address of its own. */
export interface Deps {
  /** The primary: facts that must be newest (readiness). */
  db: Db
  /** A replica, or the primary again: everything a page or an answer shows. */
  readDb: Db
  config: Config
  log: Logger
  now: () => Date
  /** Distances and states of ZIP codes. */
  places: Pick<MatchWorld, 'distance' | 'stateOf'>
  version: string
  /** What answers searches; the database itself when nothing else is given. */
  find?: Find | undefined
  /** Figures of what answers searches, for `/metrics`. */
  findFigures?: (() => Readonly<Record<string, number | null>>) | undefined
}
