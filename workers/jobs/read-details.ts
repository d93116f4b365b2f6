import { cleanStrings } from '../../core/domain/clean.ts'
import type { Policy } from '../../core/domain/policy.ts'
import type { RawPosting } from '../../core/domain/posting.ts'
import { TAGGER_VERSION } from '../../core/domain/read/read-advert.ts'
import { titleMayBeTrade } from '../../core/domain/read/tags/title-filter.ts'
import { FootholdError, sentence } from '../../core/errors.ts'
import { closeGonePosting, savePostings, type KnownPosting } from '../../core/store/postings.ts'
import type { Source } from '../../core/store/sources.ts'
import type { Adapter, DetailStub, Rejected } from '../sources/contract.ts'
import { isWaiting, keep, keepingOf, mustReadAgain } from './keep.ts'
import { contentHash, type FeedContents, type FeedTools } from './read-feed.ts'
import type { IngestWorld } from './world.ts'

/** Detail pages asked for in one poll; the rest waits, so that one large board does not hold a worker for hours. */
const MAX_DETAILS = 200
/** So many failures in a row mean the host, not the page. */
const GIVE_UP_AFTER = 3
const WEEK_MS = 7 * 86_400_000

export interface DetailsRead {
  new: number
  changed: number
  unchanged: number
  closed: number
  rejected: Rejected[]
  /** Ids whose own page said that they are gone. */
  gone: string[]
  /** Pages left for a later poll. */
  waiting: number
  /** Adverts that their terms do not let be shown yet. */
  tooYoung: number
  /** At least one advert of the trade was kept. */
  yields: boolean
}

/** One source's reading in hand. */
export interface DetailWork {
  world: IngestWorld
  tools: FeedTools
  adapter: Adapter
  settings: unknown
  source: Source
  policy: Policy
}

/** Asks for the pages of postings that are new or changed, and keeps each as soon as it is read. */
export async function readDetails(
  work: DetailWork,
  contents: FeedContents,
  known: ReadonlyMap<string, KnownPosting>,
): Promise<DetailsRead> {
  const result: DetailsRead = {
    new: 0,
    changed: 0,
    unchanged: 0,
    closed: 0,
    rejected: [],
    gone: [],
    waiting: 0,
    tooYoung: 0,
    yields: false,
  }
  if (work.adapter.readDetail === undefined) return result
  let asked = 0
  let failedInARow = 0
  for (const stub of contents.details.values()) {
    const version = stub.version ?? weekly(stub.external_id, work.world.now())
    const was = known.get(stub.external_id)
    if (
      (was?.version === version && !mustReadAgain(was, work.policy)) ||
      (was === undefined && stub.title !== null && !titleMayBeTrade(stub.title))
    ) {
      result.unchanged++
      continue
    }
    if (asked >= MAX_DETAILS || failedInARow >= GIVE_UP_AFTER) {
      result.waiting++
      continue
    }
    asked++
    try {
      await readOne(work, stub, version, was, result)
      failedInARow = 0
    } catch (error) {
      if (!(error instanceof FootholdError)) throw error
      if (error.code === 'host-resting') {
        // Not this page's fault: it and the rest are asked for when the host has rested.
        failedInARow = GIVE_UP_AFTER
        result.waiting++
        continue
      }
      failedInARow++
      result.rejected.push({
        where: stub.request.url,
        reason: sentence(error),
        external_id: stub.external_id,
      })
    }
  }
  return result
}

async function readOne(
  { world, tools, adapter, settings, source, policy }: DetailWork,
  stub: DetailStub,
  version: string,
  was: KnownPosting | undefined,
  result: DetailsRead,
): Promise<void> {
  const answer = await tools.http.fetch(stub.request, {
    paceMs: tools.paceMs,
    secrets: tools.secrets,
    attempts: tools.attempts,
  })
  if (answer.kind === 'not_modified') return
  if (answer.kind === 'gone') {
    result.gone.push(stub.external_id)
    if (await closeGonePosting(world.db, source.id, stub.external_id, world.now())) result.closed++
    return
  }
  const page = { ...answer.page, context: stub.request.context ?? {} }
  const read = adapter.readDetail?.(page, { external_id: stub.external_id }, settings) ?? null
  if (read === null && was === undefined) {
    // Remembered, so that a page which is no posting is not asked for again while its date stands.
    const posting = nothingAt(stub)
    await savePostings(
      world.db,
      source,
      [{ posting, hash: contentHash(posting), version, draft: null }],
      TAGGER_VERSION,
      world.now(),
    )
    return
  }
  if (read === null) {
    result.rejected.push({
      where: stub.request.url,
      reason: 'The page carries no job posting.',
      external_id: stub.external_id,
    })
    return
  }
  const posting: RawPosting = { ...cleanStrings(read), external_id: stub.external_id }
  const under = { policy, employer: source.employer, was, now: world.now() }
  const keeping = keepingOf(posting, version, under)
  if (keeping.tooYoung) result.tooYoung++
  else if (was === undefined || isWaiting(was)) result.new++
  else result.changed++
  if (keeping.draft !== null) result.yields = true
  await keep(world, source, [keeping])
}

/** A page whose list tells no date is asked again once a week, each on a day of its own. */
function weekly(externalId: string, now: Date): string {
  let spread = 0
  for (const c of externalId) spread = (spread * 31 + c.charCodeAt(0)) % 7
  return `week-${Math.floor((now.getTime() + spread * 86_400_000) / WEEK_MS)}`
}

function nothingAt(stub: DetailStub): RawPosting {
  return {
    external_id: stub.external_id,
    title: stub.title ?? '',
    url: stub.request.url,
    apply_url: null,
    employer: null,
    places: [],
    remote: null,
    posted_at: null,
    expires_at: null,
    pay: null,
    employment_type: null,
    html: null,
    structured: {},
  }
}
