import { join } from 'node:path'
import type { Find } from '../domain/search/answer.ts'
import type { Question } from '../domain/search/question.ts'
import { findInDatabase } from '../store/find.ts'
import { Follower, type FollowerDeps } from './follower.ts'
import { canAnswer } from './search-index.ts'

export interface IndexDeps extends Omit<FollowerDeps, 'file'> {
  /** Folder for the snapshot; null for none. */
  home: string | null
  /**
   * Where searches go that it does not answer; by default the connections it follows by. Where many search at
   * once the two must be apart: waiting behind searches, it would fall behind, and send it yet more of them.
   */
  searchDb?: FollowerDeps['db']
}

/** Figures of an index, for whoever runs it. */
export type IndexStats = Readonly<{
  /** 1 = it holds every listing and is level with the database. */
  ready: number
  listings: number
  bytes: number
  blocks: number
  /** Seconds since it was last level with the database; null before the first time. */
  lag_seconds: number | null
  /** How often it was read whole from the database, and from its snapshot. */
  loads: number
  restores: number
}>

export interface Index {
  /** Answers from the index where it is ready and can, else from the database. */
  find: Find
  canAnswer: (question: Question) => boolean
  /** Whether it holds every listing and is level with the database. */
  ready: () => boolean
  /** Begins to load and to follow; safe to call once. */
  start: () => void
  /** Ends following and writes the snapshot. */
  stop: () => Promise<void>
  /** Brings it level with what was committed before the call. */
  catchUp: () => Promise<void>
  stats: () => IndexStats
}

/** How long the database may take for a search that the index does not answer. */
const TIMEOUT_MS = 5000
const FILE = 'search-index.bin'

/**
 * The search index of this process: a cache over the database that may be thrown away at any time. It answers
 * exactly as the database does, as of a moment ago.
 */
export function createIndex({ home, searchDb, ...deps }: IndexDeps): Index {
  const follower = new Follower({ ...deps, file: home === null ? null : join(home, FILE) })
  return {
    find: async (question, page) => {
      const { index } = follower
      if (index !== null && canAnswer(question)) return index.find(question, page)
      return findInDatabase(searchDb ?? deps.db, question, { ...page, timeoutMs: TIMEOUT_MS })
    },
    canAnswer,
    ready: () => follower.index !== null,
    start: () => follower.start(),
    stop: () => follower.stop(),
    catchUp: () => follower.catchUp(),
    stats: () => {
      const { index, lag, loads, restores } = follower
      return {
        ready: index === null ? 0 : 1,
        listings: index?.size ?? 0,
        bytes: index?.bytes() ?? 0,
        blocks: index?.blocks.length ?? 0,
        lag_seconds: lag === null ? null : lag / 1000,
        loads,
        restores,
      }
    },
  }
}
