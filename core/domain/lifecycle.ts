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

/**
 * Milliseconds until the next poll. A healthy source keeps the usual rhythm (never under the least
 * interval its terms allow); a failing one waits 5 minutes, doubling with each failure in a row up to a
 * day, or as long as the server asked.
 */
export function nextPollIn(state: {
  failures: number
  minIntervalMs: number
  retryAfterMs: number | null
  /** 0..1, spreads sources so that they do not come due together. */
  spread: number
}): number {
  if (state.failures === 0) {
    const rhythm = Math.max(USUAL_RHYTHM_MS, state.minIntervalMs)
    return Math.round(rhythm * (1 + 0.1 * state.spread))
  }
  const backoff = Math.min(24 * HOUR, 5 * MINUTE * 2 ** Math.min(state.failures - 1, 12))
  const jittered = Math.round(backoff * (1 + 0.1 * state.spread))
  return Math.max(jittered, state.retryAfterMs ?? 0, state.minIntervalMs)
}
