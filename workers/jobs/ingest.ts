import { healthAfter, judgePoll, provesReader } from '../../core/domain/lifecycle.ts'
import { readPolicy, type Policy } from '../../core/domain/policy.ts'
import { TAGGER_VERSION } from '../../core/domain/read/read-advert.ts'
import { FootholdError } from '../../core/errors.ts'
import { restPlatform } from '../../core/store/platforms.ts'
import { settlePoll, type SourceAfterPoll } from '../../core/store/polls.ts'
import {
  knownPostings,
  openPostingCount,
  standingCounts,
  type KnownPosting,
} from '../../core/store/postings.ts'
import { beginPoll, type Source } from '../../core/store/sources.ts'
import { ANY_SITE, whyNoReader } from '../platforms.ts'
import type { Adapter } from '../sources/contract.ts'
import { adapterFor } from '../sources/index.ts'
import { keepWhileReading } from './keep-while-reading.ts'
import {
  dueAfter,
  endFailed,
  endRead,
  endUnproven,
  type Ending,
  type Kept,
  type PollReport,
} from './ending.ts'
import { isOwnSource } from './held-back.ts'
import { isWaiting, keep, keepingOf, mustReadAgain, type Keeping } from './keep.ts'
import { readDetails } from './read-details.ts'
import { contentHash, readFeed, type FeedContents, type FeedTools } from './read-feed.ts'
import type { IngestWorld } from './world.ts'

/** Postings kept in one transaction: small enough that a kill loses little, large enough to be quick. */
const BATCH = 500

/** One source with all that reading it takes. */
interface Reading {
  world: IngestWorld
  source: Source
  adapter: Adapter
  settings: unknown
  policy: Policy
  tools: FeedTools
  /** Its reader rests on documentation alone and has never read this source well. */
  unproven: boolean
}

/**
 * One reading of one source, from fetch to poll row. Never throws for what a feed does: a failure is a
 * fact of the source row. The caller holds the source's lock and has asked `heldBack`.
 */
export async function pollSource(world: IngestWorld, source: Source): Promise<PollReport> {
  const startedAt = world.now()
  await beginPoll(world.db, source.id, startedAt)
  try {
    const ending = await readAndKeep(readingOf(world, source))
    return await finish(world, source, startedAt, ending)
  } catch (error) {
    if (!(error instanceof FootholdError))
      world.log.error({ source: source.key, err: error }, 'poll broke')
    return finish(world, source, startedAt, endFailed(source, error))
  }
}

/** @throws FootholdError `no-adapter`, `bad-settings` or `no-policy`. */
function readingOf(world: IngestWorld, source: Source): Reading {
  const adapter = adapterFor(source.kind)
  if (adapter === undefined) {
    throw new FootholdError('no-adapter', whyNoReader(source.kind))
  }
  const settings = adapter.settings.safeParse(source.settings)
  if (!settings.success) {
    const wrong = settings.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('; ')
    throw new FootholdError(
      'bad-settings',
      `The settings of this source cannot be used (${wrong}).`,
    )
  }
  const { policy, why } = readPolicy(source.policy)
  if (policy === null) throw new FootholdError('no-policy', why)
  return {
    world,
    source,
    adapter,
    settings: settings.data,
    policy,
    tools: {
      http: world.http,
      secrets: world.secrets,
      paceMs: source.pace_ms ?? adapter.pace,
      // Each retry would be one more request of those that the terms count.
      attempts: policy.daily_cap === null ? null : 1,
    },
    unproven: !adapter.about.proven && source.proven_at === null,
  }
}

async function finish(
  world: IngestWorld,
  source: Source,
  startedAt: Date,
  ending: Ending,
): Promise<PollReport> {
  const finishedAt = world.now()
  const { key, ...counts } = ending.report
  const adapter = adapterFor(source.kind)
  const unproven = adapter?.about.proven === false && source.proven_at === null
  const { slow, ...health } = healthAfter(
    {
      state: source.state,
      failures: source.failures,
      barrenPolls: source.barren_polls,
      unproven,
    },
    ending.found,
  )
  const after: SourceAfterPoll = {
    ...health,
    next_due_at: dueAfter(finishedAt, source, { ...health, slow }, ending.due),
    ...(unproven && health.state === 'healthy' ? { proven_at: finishedAt } : {}),
    ...ending.remember,
  }
  const closed = await settlePoll(
    world.db,
    {
      ...counts,
      status: ending.status,
      source_id: source.id,
      started_at: startedAt,
      finished_at: finishedAt,
      duration_ms: Math.round(finishedAt.getTime() - startedAt.getTime()),
    },
    ending.presence,
    after,
  )
  const report = { ...ending.report, closed }
  world.log.info({ source: key, ...counts, closed, state: after.state }, 'poll finished')
  tellChange(world, source, after)
  if (report.outcome === 'failed' && adapter !== undefined) await judgeKind(world, source, adapter)
  return report
}

/** A state that changed is what an operator wants to hear of: as a warning, unless it got better. */
function tellChange(world: IngestWorld, source: Source, after: SourceAfterPoll): void {
  if (after.state === source.state || (source.state === 'new' && after.state === 'healthy')) return
  const change = { source: source.key, from: source.state, to: after.state, reason: after.reason }
  if (after.state === 'healthy') world.log.info(change, 'source is well again')
  else world.log.warn({ ...change, alert: true }, 'source needs a look')
}

/** Lets the whole platform rest when this failure shows that it is not the source alone. */
async function judgeKind(world: IngestWorld, source: Source, adapter: Adapter): Promise<void> {
  // Readers of any site's pages share no platform; our own machines need no rest.
  if (ANY_SITE.has(source.kind) || isOwnSource(world, source)) return
  const platform = { kind: source.kind, name: adapter.about.name }
  const rest = await restPlatform(world.db, platform, world.now())
  if (rest !== null) world.log.warn({ ...rest, kind: source.kind, alert: true }, 'platform rests')
}

async function readAndKeep(reading: Reading): Promise<Ending> {
  const { world, source, adapter } = reading
  // A body read by older rules is read again whole: it may hold what those rules left out.
  const remembered = source.tagger_version === TAGGER_VERSION ? source : null
  const contents = await readFeed(reading.tools, adapter, reading.settings, remembered)
  if (contents === 'unchanged') return endUnchanged(world, source)
  const listed = contents.postings.size + contents.details.size
  if (reading.unproven && !provesReader({ seen: listed, rejected: contents.rejected.length })) {
    return endUnproven(source, contents, listed)
  }

  const known = await knownPostings(world.db, source.id)
  const openBefore = await openPostingCount(world.db, source.id)
  const kept = await keepPostings(reading, contents, known)
  const details = await readDetails(reading, contents, known)

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
  const stands = [...known].some(
    ([id, k]) => k.listing_id !== null && (seen.has(id) || (!k.closed && !judged.absenceCounts)),
  )
  return endRead(source, contents, {
    judged,
    seen: [...seen],
    kept,
    details,
    yields: stands || kept.yields || details.yields,
  })
}

/** Keeps what the list pages carried whole: only what is new or changed is read and written. */
async function keepPostings(
  { world, source, policy }: Reading,
  contents: FeedContents,
  known: ReadonlyMap<string, KnownPosting>,
): Promise<Kept> {
  const kept: Kept = { new: 0, changed: 0, unchanged: 0, tooYoung: 0, yields: false }
  const changes = changesIn({ source, policy, now: world.now() }, contents, known, kept)
  await keepWhileReading(changes, BATCH, (batch) => keep(world, source, batch))
  return kept
}

/** What is new or changed, read one by one as it is asked for; counts it in `kept`. */
function* changesIn(
  { source, policy, now }: { source: Source; policy: Policy; now: Date },
  contents: FeedContents,
  known: ReadonlyMap<string, KnownPosting>,
  kept: Kept,
): Generator<Keeping> {
  for (const posting of contents.postings.values()) {
    const was = known.get(posting.external_id)
    const change = changeOf(posting, { policy, employer: source.employer, was, now })
    if (change === null) {
      kept.unchanged++
      continue
    }
    if (change.tooYoung) kept.tooYoung++
    // A posting that waits already has its row.
    if (change.tooYoung && isWaiting(was)) continue
    if (!change.tooYoung && (was === undefined || isWaiting(was))) kept.new++
    else if (!change.tooYoung) kept.changed++
    if (change.draft !== null) kept.yields = true
    yield change
  }
}

function changeOf(
  posting: Parameters<typeof keepingOf>[0],
  under: Parameters<typeof keepingOf>[2],
): Keeping | null {
  const { was, policy } = under
  const same = was?.content_hash.equals(contentHash(posting)) === true
  if (was !== undefined && same && !mustReadAgain(was, policy)) return null
  return keepingOf(posting, null, under)
}

/** The body of the last poll came again: the same postings stand and the same are missing. */
async function endUnchanged(world: IngestWorld, source: Source): Promise<Ending> {
  const { standing, missing, listed } = await standingCounts(world.db, source.id)
  // Only what is missing for a second time needs the postings themselves.
  const known = missing === 0 ? null : await knownPostings(world.db, source.id)
  const ids = [...(known ?? [])].filter(([, k]) => !k.missing && !k.closed).map(([id]) => id)
  return {
    report: {
      key: source.key,
      outcome: 'unchanged',
      complete: true,
      seen: standing,
      new: 0,
      changed: 0,
      unchanged: standing,
      rejected: 0,
      closed: 0,
      error: null,
      message: null,
    },
    presence: known === null ? null : { seen: ids, absenceCounts: true },
    found: {
      kind: 'read',
      outcome: 'unchanged',
      message: null,
      yields: listed > 0,
      proves: true,
    },
    due: { soon: false, retryAfterMs: null },
    remember: {},
    status: null,
  }
}
