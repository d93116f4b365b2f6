import { oneSentence } from './moment.ts'

/** What one reading of a source brought, as far as deciding about absence needs it. */
export interface PollFacts {
  /** Postings that stood open (and not missing) at this source before the poll. */
  openBefore: number
  /** Distinct postings the feed showed. */
  seen: number
  /** Entries that could not be read and did not even tell their id: any open posting may be one of them. */
  nameless: number
  /** Every page was read, nothing was cut short. */
  complete: boolean
  /** How many postings the feed says it holds; null when it does not say. */
  total: number | null
}

export interface PollJudgement {
  outcome: 'ok' | 'partial' | 'suspect'
  /** Absence in this poll counts as evidence that a posting is gone. */
  absenceCounts: boolean
  /** One sentence for the operator; null when all is well. */
  reason: string | null
}

/**
 * Whether silence in a poll means anything. Nothing closes after an empty, shrunken or partial poll:
 * feeds that answer zero with status 200 are common, and a board that lost half of its postings at once
 * is more often broken than emptied.
 */
export function judgePoll(facts: PollFacts): PollJudgement {
  if (!facts.complete) {
    return {
      outcome: 'partial',
      absenceCounts: false,
      reason: 'Only a part of the feed could be read, so nothing is closed.',
    }
  }
  if (facts.total !== null && facts.seen + facts.nameless < facts.total) {
    return {
      outcome: 'partial',
      absenceCounts: false,
      reason: `The feed says it holds ${facts.total} postings but showed ${facts.seen}, so nothing is closed.`,
    }
  }
  if (facts.seen === 0 && facts.openBefore > 0) {
    return {
      outcome: 'suspect',
      absenceCounts: false,
      reason: `The feed came back empty where ${facts.openBefore} postings stood open, so nothing is closed.`,
    }
  }
  if (shrunken(facts)) {
    return {
      outcome: 'suspect',
      absenceCounts: false,
      reason: `The feed shrank from ${facts.openBefore} postings to ${facts.seen}, so nothing is closed.`,
    }
  }
  if (facts.nameless > 0) {
    return {
      outcome: 'ok',
      absenceCounts: false,
      reason: `${facts.nameless} entries could not be read, so nothing is closed until they can.`,
    }
  }
  return { outcome: 'ok', absenceCounts: true, reason: null }
}

/** Half of the board gone at once, or more than half of a board so small that one posting is half of it. */
function shrunken({ seen, openBefore }: PollFacts): boolean {
  return openBefore >= SMALL_BOARD ? seen * 2 <= openBefore : seen * 2 < openBefore
}

const SMALL_BOARD = 4
const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** The usual time between two polls of a healthy source, in milliseconds. */
export const USUAL_RHYTHM_MS = 6 * HOUR

/** The rhythm of what is only looked after: sources without yield, paused ones, those that forbid us. */
export const SLOW_RHYTHM_MS = 24 * HOUR

/**
 * Milliseconds until the next poll. A healthy source keeps the usual rhythm or, where said so, the slow
 * one (never under the least interval its terms allow); a failing one waits 5 minutes, doubling with each
 * failure in a row up to a day, or as long as the server asked.
 */
export function nextPollIn(state: {
  failures: number
  minIntervalMs: number
  retryAfterMs: number | null
  /** 0..1, spreads sources so that they do not come due together. */
  spread: number
  slow?: boolean
}): number {
  const spread = 1 + 0.1 * state.spread
  if (state.failures === 0 || state.slow === true) {
    const rhythm = state.slow === true ? SLOW_RHYTHM_MS : USUAL_RHYTHM_MS
    const wait = Math.round(Math.max(rhythm, state.minIntervalMs) * spread)
    return Math.max(wait, state.retryAfterMs ?? 0)
  }
  const backoff = Math.min(24 * HOUR, 5 * MINUTE * 2 ** Math.min(state.failures - 1, 12))
  return Math.max(Math.round(backoff * spread), state.retryAfterMs ?? 0, state.minIntervalMs)
}

/** Complete polls in a row without an open advert of the trade, after which a source is read slowly. */
export const BARREN_POLLS = 8

/** Failures in a row after which a source is paused and only probed: with the pauses between them, two days. */
export const PAUSE_AFTER = 10

/** What is known of a source before a poll. */
export interface SourceHealth {
  state: 'new' | 'healthy' | 'failing' | 'suspect' | 'paused' | 'forbidden'
  failures: number
  barrenPolls: number
  /** true for a source whose reader rests on documentation alone and has never read this source well. */
  unproven: boolean
}

/** What a poll found, as far as the health of its source goes. */
export type PollFinding =
  | {
      kind: 'read'
      outcome: 'ok' | 'unchanged' | 'partial' | 'suspect'
      /** One sentence for the operator; null when all is well. */
      message: string | null
      /** An open advert of the trade stands at the source after this poll. */
      yields: boolean
      /** What was read shows that the reader understands this feed (`provesReader`). */
      proves: boolean
    }
  | {
      kind: 'failed'
      message: string
      /** The owner's rules close the feed to programs. */
      forbidden: boolean
    }

export interface HealthAfterPoll {
  state: SourceHealth['state']
  /** Set while the product itself holds the source and probes it. */
  paused_by: 'product' | null
  reason: string | null
  failures: number
  barren_polls: number
  /** The next poll belongs to the slow rhythm. */
  slow: boolean
}

/** What stands at a source whose reader rests on documentation alone. */
export const UNPROVEN =
  'Its reader rests on documentation alone, so it is paused until one reading of it is healthy.'

/** The state of a source after a poll, with its reason in one sentence. */
export function healthAfter(was: SourceHealth, found: PollFinding): HealthAfterPoll {
  const held = was.state === 'paused'
  if (found.kind === 'failed') return afterFailure(was, found, held)
  if (found.outcome === 'partial' || found.outcome === 'suspect') {
    const state = found.outcome === 'partial' ? 'failing' : 'suspect'
    return held
      ? pausedStill(was, 0, found.message)
      : { ...calm(was), state, reason: found.message, barren_polls: was.barrenPolls }
  }
  if (was.unproven && !found.proves) {
    return pausedStill(was, 0, found.message)
  }
  const barren = found.yields ? 0 : was.barrenPolls + 1
  const slow = barren >= BARREN_POLLS
  const dry = `No advert of the trade stood in its last ${barren} readings, so it is read once a day.`
  return {
    ...calm(was),
    reason: oneSentence([slow ? dry : '', found.message ?? '']),
    barren_polls: barren,
    slow,
  }
}

function afterFailure(
  was: SourceHealth,
  found: Extract<PollFinding, { kind: 'failed' }>,
  held: boolean,
): HealthAfterPoll {
  const failures = was.failures + 1
  const after = { ...calm(was), failures, barren_polls: was.barrenPolls, reason: found.message }
  if (found.forbidden) return { ...after, state: 'forbidden', slow: true }
  if (held) return pausedStill(was, failures, found.message)
  if (failures < PAUSE_AFTER) return { ...after, state: 'failing' }
  return {
    ...after,
    state: 'paused',
    paused_by: 'product',
    slow: true,
    reason: `It failed ${failures} times in a row, so it is paused and tried once a day; the last time: ${found.message}`,
  }
}

/** Paused it was and paused it stays: the probe did not find it well. */
function pausedStill(was: SourceHealth, failures: number, found: string | null): HealthAfterPoll {
  const why = was.unproven ? UNPROVEN : 'It is paused and tried once a day.'
  return {
    state: 'paused',
    paused_by: 'product',
    failures,
    barren_polls: was.barrenPolls,
    slow: true,
    reason: oneSentence([why, found === null ? '' : `the last try: ${found}`]),
  }
}

function calm(was: SourceHealth): HealthAfterPoll {
  return {
    state: 'healthy',
    paused_by: null,
    reason: null,
    failures: 0,
    barren_polls: was.barrenPolls,
    slow: false,
  }
}

/**
 * Whether a reading proves that an unproven reader understands a feed: it found postings, and could read
 * more of them than not. An empty answer proves nothing: feeds say nothing with status 200 when asked wrongly.
 */
export function provesReader(read: { seen: number; rejected: number }): boolean {
  return read.seen > 0 && read.rejected * 2 < read.seen + read.rejected
}
