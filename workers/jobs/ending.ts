import {
  nextPollIn,
  provesReader,
  type PollFinding,
  type PollJudgement,
} from '../../core/domain/lifecycle.ts'
import { oneSentence } from '../../core/domain/moment.ts'
import { TAGGER_VERSION } from '../../core/domain/read/read-advert.ts'
import { FootholdError, sentence } from '../../core/errors.ts'
import type { Presence, SourceAfterPoll } from '../../core/store/polls.ts'
import type { PollOutcome } from '../../core/store/schema.ts'
import type { Source } from '../../core/store/sources.ts'
import type { DetailsRead } from './read-details.ts'
import type { FeedContents } from './read-feed.ts'

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

/** How a poll ended: what it tells, what it says about presence, and what the source remembers. */
export interface Ending {
  report: PollReport
  presence: Presence | null
  found: PollFinding
  /** Replaces the rhythm where more is waiting, or where the server asked for time. */
  due: { soon: boolean; retryAfterMs: number | null }
  remember: Pick<SourceAfterPoll, 'etag' | 'last_modified' | 'body_sha256' | 'tagger_version'>
  status: number | null
}

/** What an unproven reader could not make sense of is not kept. */
export function endUnproven(source: Source, contents: FeedContents, seen: number): Ending {
  const message = messageOf(null, contents, null) ?? 'it brought nothing, which proves nothing.'
  return {
    report: {
      key: source.key,
      outcome: 'partial',
      complete: false,
      seen,
      new: 0,
      changed: 0,
      unchanged: 0,
      rejected: contents.rejected.length,
      closed: 0,
      error: 'unproven-feed',
      message,
    },
    presence: null,
    found: { kind: 'read', outcome: 'ok', message, yields: false, proves: false },
    due: { soon: false, retryAfterMs: null },
    remember: {},
    status: null,
  }
}

/** What became of the postings that list pages carried whole. */
export interface Kept {
  new: number
  changed: number
  unchanged: number
  tooYoung: number
  yields: boolean
}

/** A feed was read, whole or in part. */
export function endRead(
  source: Source,
  contents: FeedContents,
  read: {
    judged: PollJudgement
    seen: string[]
    kept: Kept
    details: DetailsRead
    yields: boolean
  },
): Ending {
  const { judged, seen, kept, details } = read
  const rejected = contents.rejected.length + details.rejected.length
  const tooYoung = kept.tooYoung + details.tooYoung
  const message = messageOf(judged.reason, contents, { ...details, tooYoung })
  // Only a body that was read whole and clean, and all of it kept, may answer for the next poll.
  const clean = rejected === 0 && tooYoung === 0 && contents.details.size === 0
  const marks = clean ? contents.single : null
  return {
    report: {
      key: source.key,
      outcome: judged.outcome,
      complete: judged.outcome === 'ok',
      seen: seen.length,
      new: kept.new + details.new,
      changed: kept.changed + details.changed,
      unchanged: kept.unchanged + kept.tooYoung + details.unchanged + details.tooYoung,
      rejected,
      closed: details.closed,
      error: errorOf(judged.outcome, contents),
      message,
    },
    presence: { seen, absenceCounts: judged.absenceCounts },
    found: {
      kind: 'read',
      outcome: judged.outcome,
      message,
      yields: read.yields,
      proves: provesReader({ seen: seen.length, rejected }),
    },
    due: { soon: details.waiting > 0, retryAfterMs: retryAfterOf(contents.broke) },
    remember:
      judged.outcome === 'ok'
        ? {
            etag: marks?.etag ?? null,
            last_modified: marks?.lastModified ?? null,
            body_sha256: marks?.sha256 ?? null,
            tagger_version: TAGGER_VERSION,
          }
        : {},
    status: statusOf(contents.broke),
  }
}

function errorOf(outcome: PollJudgement['outcome'], contents: FeedContents): string | null {
  if (outcome === 'suspect') return 'suspect-feed'
  if (outcome === 'ok') return null
  return contents.broke === null ? 'partial-feed' : errorName(contents.broke)
}

function messageOf(
  reason: string | null,
  contents: FeedContents,
  details: Pick<DetailsRead, 'rejected' | 'waiting' | 'tooYoung'> | null,
): string | null {
  const rejected = [...contents.rejected, ...(details?.rejected ?? [])]
  const { waiting, tooYoung } = details ?? { waiting: 0, tooYoung: 0 }
  const first = rejected[0]
  return oneSentence([
    contents.broke === null
      ? (reason ?? '')
      : `Only a part of the feed could be read (${contents.broke.message.replace(/\.$/, '')}), so nothing is closed`,
    first === undefined
      ? ''
      : `${rejected.length} ${rejected.length === 1 ? 'entry' : 'entries'} could not be read, the first at ${first.where}: ${first.reason}`,
    waiting === 0
      ? ''
      : `${waiting} more ${waiting === 1 ? 'page waits' : 'pages wait'} for the next poll`,
    tooYoung === 0
      ? ''
      : `${tooYoung} ${tooYoung === 1 ? 'advert waits' : 'adverts wait'} until its terms let us show ${tooYoung === 1 ? 'it' : 'them'}`,
  ])
}

/** Nothing could be read. */
export function endFailed(source: Source, error: unknown): Ending {
  // A robots.txt that could not be read is asked again; one that refuses us is obeyed and looked at daily.
  const forbidden =
    error instanceof FootholdError &&
    error.code === 'robots-forbidden' &&
    error.details['temporary'] !== true
  return {
    report: {
      key: source.key,
      outcome: 'failed',
      complete: false,
      seen: 0,
      new: 0,
      changed: 0,
      unchanged: 0,
      rejected: 0,
      closed: 0,
      error: errorName(error),
      message: sentence(error),
    },
    presence: null,
    found: { kind: 'failed', message: sentence(error), forbidden },
    due: { soon: false, retryAfterMs: retryAfterOf(error) },
    remember: {},
    status: statusOf(error),
  }
}

/** The name an operator can look for: what was wrong with the body, else the error's own code. */
function errorName(error: unknown): string {
  if (!(error instanceof FootholdError)) return 'unexpected'
  const problem = error.details['problem']
  return typeof problem === 'string' ? problem : error.code
}

function numberOf(error: unknown, detail: string): number | null {
  const value = error instanceof FootholdError ? error.details[detail] : null
  return typeof value === 'number' ? value : null
}

const retryAfterOf = (error: unknown): number | null => numberOf(error, 'retryAfterMs')
const statusOf = (error: unknown): number | null => numberOf(error, 'status')

/** Pages still unread bring the source back soon, but not at once: the host has other visitors. */
const SOON_MS = 15 * 60_000

/** When the source is polled next. */
export function dueAfter(
  now: Date,
  source: Source,
  health: { failures: number; slow: boolean },
  due: Ending['due'],
): Date {
  const minIntervalS = source.policy['min_interval_s']
  const minIntervalMs = typeof minIntervalS === 'number' ? minIntervalS * 1000 : 0
  const usual = nextPollIn({
    failures: health.failures,
    minIntervalMs,
    retryAfterMs: due.retryAfterMs,
    spread: (source.id % 97) / 97,
    slow: health.slow,
  })
  const wait = due.soon && !health.slow ? Math.max(SOON_MS, minIntervalMs) : usual
  return new Date(now.getTime() + wait)
}
