import { z } from 'zod'
import { soft } from './shape.ts'
import { TRADE_WORDS } from './trade-words.ts'

/** For settings: words to search the board for in place of ours; [""] reads the whole board whatever its size. */
export const searchWords = z
  .array(z.string().regex(/^[\p{L}\p{N}' &/-]{0,60}$/u, 'words without marks'))
  .min(1)
  .max(40)
  .optional()

const walkSchema = z.object({
  /** What the board is searched for; '' is the whole board. */
  search: z.string().catch(''),
  /** The page that is asked for, from 1. */
  page: z.number().catch(1),
  /** Entries shown on the pages before it. */
  seen: z.number().catch(0),
  /** The number of entries the first page told. */
  total: soft(z.number()),
  /** The id of the very first entry. */
  first: soft(z.string()),
  /** The first look at a board whose size is not known yet. */
  look: z.boolean().catch(false),
})

/** Where a walk through a paged list stands; it travels in the context of each request. */
export type Walk = z.infer<typeof walkSchema>

const begin = (search: string, look = false): Walk => ({
  search,
  page: 1,
  seen: 0,
  total: null,
  first: null,
  look,
})

/** The first requests of a source: a look at the whole board, or the searches its settings name. */
export function firstWalks(words: readonly string[] | undefined): Walk[] {
  return words === undefined ? [begin('', true)] : words.map((w) => begin(w))
}

/** The walk a page belongs to; a page on its own (the command line) is a first page. */
export function walkOf(context: Record<string, unknown>): Walk {
  return walkSchema.parse(context)
}

/** What the platform serves. */
export interface Serving {
  /** Entries that are asked for on one page. */
  pageSize: number
  /** A board of more entries than this is searched by the trade's words in place of being read whole. */
  whole: number
  /** Entries of one list that can be reached at all. */
  reach: number
}

export interface Course {
  next: Walk[]
  total: number | null
  /** The list holds more than this walk came to see. */
  cut: boolean
  /** false: nothing of this page is kept, for it is a look at a board too large or the first page come again. */
  keep: boolean
}

/**
 * What follows a page. The total is the one the first page told (many platforms say 0 on later ones); a list
 * without a total ends with the page that is not full. A page that begins with the very first entry ends the
 * walk: some platforms answer every page beyond their reach with the first.
 */
export function courseAfter(
  walk: Walk,
  shown: { ids: readonly (string | null)[]; total: number | null },
  serving: Serving,
): Course {
  const count = shown.ids.length
  const told = shown.total === 0 && count > 0 ? null : shown.total
  const total = walk.total ?? told
  if (walk.look && total !== null && total > serving.whole) {
    return { next: TRADE_WORDS.map((w) => begin(w)), total: null, cut: false, keep: false }
  }
  const again = walk.page > 1 && walk.first != null && shown.ids[0] === walk.first
  const seen = walk.seen + (again ? 0 : count)
  const more = total === null ? count >= serving.pageSize : seen < total
  const on = count > 0 && !again && more && seen < serving.reach
  const first = walk.first ?? shown.ids[0] ?? null
  return {
    next: on ? [{ ...walk, page: walk.page + 1, seen, total, first, look: false }] : [],
    total,
    cut: total !== null && (total >= serving.reach || (!on && seen < total)),
    keep: !again,
  }
}
