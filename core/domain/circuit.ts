import { moment } from './moment.ts'

const MINUTE = 60_000

/** So many failed requests in a row ... */
const FAILURES = 3
/** ... within this time rest a host ... */
const WITHIN_MS = 10 * MINUTE
/** ... for this long. One good answer forgets them (peers: 3 failed runs in 10 minutes, 30 minutes' rest). */
const HOST_RESTS_MS = 30 * MINUTE
/** The longest wait that a host may ask for with Retry-After and get. */
const MOST_ASKED_MS = 24 * 60 * MINUTE

/** Failed requests to one host since its last good answer. */
export interface HostTrouble {
  failures: number
  failedSince: Date | null
  restUntil: Date | null
}

/**
 * What a failed request (given up after its retries) makes of a host. A host that asked us to come back
 * later is left alone until then; one that fails again right after its rest rests again.
 */
export function afterHostFailure(
  was: HostTrouble,
  now: Date,
  askedMs: number | null,
): HostTrouble & { restUntil: Date | null } {
  const recent =
    was.failedSince !== null && now.getTime() - was.failedSince.getTime() <= WITHIN_MS
      ? { failures: was.failures + 1, failedSince: was.failedSince }
      : { failures: 1, failedSince: now }
  const justRested = was.restUntil !== null
  const rests = justRested || recent.failures >= FAILURES ? HOST_RESTS_MS : 0
  const wait = Math.max(rests, Math.min(askedMs ?? 0, MOST_ASKED_MS))
  return { ...recent, restUntil: wait === 0 ? null : new Date(now.getTime() + wait) }
}

/** Why a host rests, in one sentence. `failure` is the sentence of the last failed request. */
export function whyHostRests(host: string, until: Date, failure: string): string {
  return `${host} is left alone until ${moment(until)}, because its last requests failed: ${failure}`
}

/** The newest poll of one source, as far as judging its platform needs it. */
export interface PlatformPoll {
  key: string
  outcome: string
  error: string | null
  status: number | null
}

/** So many different sources of one platform, one after the other, failing alike. */
const SOURCES = 3
/** Older polls say nothing about today. */
export const PLATFORM_MEMORY_MS = 2 * 60 * MINUTE
const PLATFORM_RESTS_MS = 60 * MINUTE

/** Failures that lie with one source and not with its platform: its settings, its key, its rules, its address. */
const OWN_FAULTS = new Set([
  'bad-settings',
  'no-adapter',
  'missing-key',
  'robots-forbidden',
  'address-refused',
  'bad-address',
  'offline',
  'unexpected',
])

/**
 * Whether the newest polls of different sources of one platform (newest first) show that the platform
 * itself has changed or is down: the last three all failed in the same way. @returns until when it is
 * left alone and why; null when it is not.
 */
export function judgePlatform(
  platform: string,
  polls: readonly PlatformPoll[],
  now: Date,
): { until: Date; why: string } | null {
  const last = polls.slice(0, SOURCES)
  const first = last[0]
  if (last.length < SOURCES || first?.error == null || OWN_FAULTS.has(first.error)) return null
  if (first.status === 404 || first.status === 410) return null
  const alike = last.every(
    (p) => p.outcome === 'failed' && p.error === first.error && p.status === first.status,
  )
  if (!alike) return null
  const until = new Date(now.getTime() + PLATFORM_RESTS_MS)
  const keys = last.map((p) => p.key).sort()
  const how = first.status === null ? first.error : `status ${first.status}`
  return {
    until,
    why: `${platform} is left alone until ${moment(until)}, because three of its sources failed alike (${how}): ${keys.join(', ')}.`,
  }
}
