import type { FeedPage, FeedRequest, Rejected } from './contract.ts'

/** One page of a search, in the context of its request. */
export interface Step {
  page: number
  /** Adverts shown by the pages before it. */
  seen: number
  /** Id of the first advert of the page before: a search that shows it again is not paging. */
  first: string | null
}

interface Shown {
  /** Ids of all adverts of this page, also of those left out; null where none can be told. */
  ids: readonly (string | null)[]
  /** How many the search says it holds; null when it does not say. */
  total: number | null
  /** What was searched, for the operator. */
  search: string
  /** Number of the first page, and the most pages of one poll. */
  start: number
  most: number
  /** Adverts of a full page. */
  full: number
  /** true when the feed says that no page follows. */
  last?: boolean
}

const step = (page: FeedPage, start: number): Step => ({
  page: typeof page.context.page === 'number' ? page.context.page : start,
  seen: typeof page.context.seen === 'number' ? page.context.seen : 0,
  first: typeof page.context.first === 'string' ? page.context.first : null,
})

/**
 * The next page of a search, or why there is none. A search that is read in part gives an entry for
 * `rejected` that names no id: any posting may be among the rest, so nothing is closed by this poll.
 */
export function followUp(
  page: FeedPage,
  shown: Shown,
  request: (next: Step) => FeedRequest,
): { next: FeedRequest[]; rejected: Rejected[] } {
  const { page: at, seen: before, first } = step(page, shown.start)
  const { ids, total, search, start, most, full } = shown
  const seen = before + ids.length
  const now = ids[0] ?? null
  const cut = (reason: string) => ({ next: [], rejected: [{ where: `search ${search}`, reason }] })
  if (now !== null && now === first) return cut('the search shows the same page again')
  if (ids.length === 0 && total !== null && seen < total)
    return cut(`the search says it holds ${total} adverts but showed ${seen}`)
  const done = shown.last === true || (total === null ? ids.length < full : seen >= total)
  if (ids.length === 0 || done) return { next: [], rejected: [] }
  if (at - start + 1 >= most)
    return cut(`the search holds more adverts than the ${seen} that one poll reads`)
  return { next: [request({ page: at + 1, seen, first: now })], rejected: [] }
}
