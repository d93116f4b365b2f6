import { draftListing } from '../../core/domain/draft.ts'
import { judgePoll, nextPollIn } from '../../core/domain/lifecycle.ts'
import { TAGGER_VERSION } from '../../core/domain/read/read-advert.ts'
import { FootholdError, sentence } from '../../core/errors.ts'
import { recordPoll, type SourceAfterPoll } from '../../core/store/polls.ts'
import {
  closeStillMissing,
  knownPostings,
  openPostingCount,
  savePostings,
  settlePresence,
  standingCount,
  type KnownPosting,
  type PostingChange,
} from '../../core/store/postings.ts'
import type { PollOutcome } from '../../core/store/schema.ts'
import type { Source } from '../../core/store/sources.ts'
import { adapterFor } from '../sources/index.ts'
import { keepWhileReading } from './keep-while-reading.ts'
import { readDetails } from './read-details.ts'
import {
  contentHash,
  leftOutByOtherRules,
  readFeed,
  type FeedContents,
  type FeedTools,
} from './read-feed.ts'
import type { IngestWorld } from './world.ts'

/** Postings kept in one transaction: small enough that a kill loses little, large enough to be quick. */
const BATCH = 500

export interface PollReport {
  key: string
  outcome: PollOutcome
  complete: boolean
  seen: number
  new: number
  changed: number
  unchanged: number
  rejected: number
  closed: number
  /** Stable name of what went wrong, e.g. "html-instead-of-json"; null when nothing did. */
  error: string | null
  message: string | null
}

/**
 * One reading of one source, from fetch to poll row. Never throws for what a feed does: a failure is a
 * fact of the source row. The caller holds the source's lock.
 */
export async function pollSource(world: IngestWorld, source: Source): Promise<PollReport> {
  const startedAt = world.now()
  const empty = { seen: 0, new: 0, changed: 0, unchanged: 0, rejected: 0, closed: 0 }
  try {
    const done = await readAndKeep(world, source)
    await finish(world, source, startedAt, done.report, done.after)
    return done.report
  } catch (error) {
    const report: PollReport = {
      ...empty,
      key: source.key,
      outcome: 'failed',
      complete: false,
      error: errorName(error),
      message: sentence(error),
    }
    if (!(error instanceof FootholdError))
      world.log.error({ source: source.key, err: error }, 'poll broke')
    await finish(world, source, startedAt, report, afterFailure(world, source, error))
    return report
  }
}

async function finish(
  world: IngestWorld,
  source: Source,
  startedAt: Date,
  report: PollReport,
  after: SourceAfterPoll,
): Promise<void> {
  const finishedAt = world.now()
  const { key, ...counts } = report
  await recordPoll(
    world.db,
    {
      ...counts,
      source_id: source.id,
      started_at: startedAt,
      finished_at: finishedAt,
      duration_ms: Math.round(finishedAt.getTime() - startedAt.getTime()),
    },
    after,
  )
  world.log.info({ source: key, ...counts, state: after.state }, 'poll finished')
}

async function readAndKeep(
  world: IngestWorld,
  source: Source,
): Promise<{ report: PollReport; after: SourceAfterPoll }> {
  const adapter = adapterFor(source.kind)
  if (adapter === undefined) {
    throw new FootholdError(
      'no-adapter',
      `Foothold has no reader for the platform "${source.kind}" yet.`,
    )
  }
  const settings = adapter.settings.safeParse(source.settings)
  if (!settings.success) {
    const wrong = settings.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('; ')
    throw new FootholdError(
      'bad-settings',
      `The settings of this source cannot be used (${wrong}).`,
    )
  }
  const tools: FeedTools = {
    http: world.http,
    secrets: world.secrets,
    paceMs: source.pace_ms ?? adapter.pace,
  }
  // A body read by older rules is read again whole: it may hold what those rules left out.
  const remembered = source.tagger_version === TAGGER_VERSION ? source : null
  const contents = await readFeed(tools, adapter, settings.data, remembered)
  if (contents === 'unchanged') return keepUnchanged(world, source)

  const known = await knownPostings(world.db, source.id)
  const openBefore = await openPostingCount(world.db, source.id)
  const tally = { new: 0, changed: 0, unchanged: 0 }
  await keepWhileReading(changedPostings(contents, known, source, tally), BATCH, (batch) =>
    savePostings(world.db, source, batch, TAGGER_VERSION, world.now()),
  )
  const details = await readDetails(
    { world, tools, adapter, settings: settings.data, source },
    contents,
    known,
  )
  tally.new += details.new
  tally.changed += details.changed
  tally.unchanged += details.unchanged

  const rejectedIds = contents.rejected.flatMap((r) =>
    r.external_id == null ? [] : [r.external_id],
  )
  const seen = new Set([...contents.postings.keys(), ...contents.details.keys(), ...rejectedIds])
  for (const id of details.gone) seen.delete(id)
  const judged = judgePoll({
    openBefore,
    seen: seen.size,
    nameless: contents.rejected.length - rejectedIds.length,
    complete: contents.complete,
    total: contents.total,
  })
  const closed = await settlePresence(
    world.db,
    source.id,
    [...seen],
    judged.absenceCounts,
    world.now(),
  )
  const report: PollReport = {
    key: source.key,
    outcome: judged.outcome,
    complete: judged.outcome === 'ok',
    seen: seen.size,
    ...tally,
    rejected: contents.rejected.length + details.rejected.length,
    closed: closed + details.closed,
    error:
      judged.outcome === 'suspect'
        ? 'suspect-feed'
        : judged.outcome === 'partial'
          ? 'partial-feed'
          : null,
    message: messageOf(judged.reason, contents, details.rejected, details.waiting),
  }
  return { report, after: afterSuccess(world, source, report, contents, details.waiting) }
}

/** The body of the last poll came again: the same postings stand and the same are missing. */
async function keepUnchanged(
  world: IngestWorld,
  source: Source,
): Promise<{ report: PollReport; after: SourceAfterPoll }> {
  // One count: an unchanged body is the commonest answer of all.
  const { standing, missing } = await standingCount(world.db, source.id)
  const closed = missing > 0 ? await closeStillMissing(world.db, source.id, world.now()) : 0
  const report: PollReport = {
    key: source.key,
    outcome: 'unchanged',
    complete: true,
    seen: standing,
    new: 0,
    changed: 0,
    unchanged: standing,
    rejected: 0,
    closed,
    error: null,
    message: null,
  }
  return { report, after: { ...healthy(world, source) } }
}

function* changedPostings(
  contents: FeedContents,
  known: ReadonlyMap<string, KnownPosting>,
  source: Source,
  tally: { new: number; changed: number; unchanged: number },
): Generator<PostingChange> {
  for (const posting of contents.postings.values()) {
    const was = known.get(posting.external_id)
    const hash = contentHash(posting)
    if (was?.content_hash.equals(hash) === true && !leftOutByOtherRules(was)) {
      tally.unchanged++
      continue
    }
    if (was === undefined) tally.new++
    else tally.changed++
    yield { posting, hash, version: null, draft: draftListing(posting, source.employer) }
  }
}

function messageOf(
  reason: string | null,
  contents: FeedContents,
  detailsRejected: readonly { where: string; reason: string }[],
  waiting: number,
): string | null {
  const rejected = [...contents.rejected, ...detailsRejected]
  const parts: string[] = []
  if (reason !== null) parts.push(reason)
  const first = rejected[0]
  if (first !== undefined) {
    parts.push(
      `${rejected.length} entries could not be read, the first at ${first.where}: ${first.reason}`,
    )
  }
  if (waiting > 0) parts.push(`${waiting} more pages wait for the next poll.`)
  return parts.length === 0 ? null : parts.join(' ')
}

function healthy(world: IngestWorld, source: Source): SourceAfterPoll {
  return {
    state: 'healthy',
    reason: null,
    failures: 0,
    next_due_at: dueAfter(world, source, 0, null),
  }
}

/** Pages still unread bring the source back soon, but not at once: the host has other visitors. */
const SOON_MS = 15 * 60_000

function afterSuccess(
  world: IngestWorld,
  source: Source,
  report: PollReport,
  contents: FeedContents,
  waiting: number,
): SourceAfterPoll {
  const after = { ...healthy(world, source), reason: report.message }
  if (waiting > 0) after.next_due_at = new Date(world.now().getTime() + SOON_MS)
  if (report.outcome === 'suspect') return { ...after, state: 'suspect' }
  if (report.outcome === 'partial') return { ...after, state: 'failing' }
  // Only a body that was read whole and clean may answer for the next poll.
  const clean = report.rejected === 0 && contents.details.size === 0 ? contents.single : null
  return {
    ...after,
    etag: clean?.etag ?? null,
    last_modified: clean?.lastModified ?? null,
    body_sha256: clean?.sha256 ?? null,
    tagger_version: TAGGER_VERSION,
  }
}

/** The name an operator can look for: what was wrong with the body, else the error's own code. */
function errorName(error: unknown): string {
  if (!(error instanceof FootholdError)) return 'unexpected'
  const problem = error.details['problem']
  return typeof problem === 'string' ? problem : error.code
}

function afterFailure(world: IngestWorld, source: Source, error: unknown): SourceAfterPoll {
  const failures = source.failures + 1
  // A robots.txt that could not be read is asked again; one that refuses us is obeyed and looked at daily.
  const forbidden =
    error instanceof FootholdError &&
    error.code === 'robots-forbidden' &&
    error.details['temporary'] !== true
  const retryAfter = error instanceof FootholdError ? error.details['retryAfterMs'] : undefined
  return {
    state: forbidden ? 'forbidden' : 'failing',
    reason: sentence(error),
    failures,
    next_due_at: dueAfter(
      world,
      source,
      failures,
      typeof retryAfter === 'number' ? retryAfter : null,
    ),
  }
}

function dueAfter(
  world: IngestWorld,
  source: Source,
  failures: number,
  retryAfterMs: number | null,
): Date {
  const minIntervalS = source.policy['min_interval_s']
  const wait = nextPollIn({
    failures,
    minIntervalMs: typeof minIntervalS === 'number' ? minIntervalS * 1000 : 0,
    retryAfterMs,
    spread: (source.id % 97) / 97,
  })
  return new Date(world.now().getTime() + wait)
}
