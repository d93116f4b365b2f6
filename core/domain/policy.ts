import { z } from 'zod'
import { lasting, moment } from './moment.ts'

const seconds = z.number().int().min(0)

const policySchema = z.strictObject({
  may_cache_text: z.boolean(),
  must_link: z.boolean(),
  must_name: z.boolean(),
  credit_html: z.string().nullable(),
  may_email: z.boolean(),
  may_gate: z.boolean(),
  may_index: z.boolean(),
  may_export: z.boolean(),
  min_interval_s: seconds,
  daily_cap: z.number().int().positive().nullable(),
  min_delay_s: seconds,
})

/** What a source's terms allow; where a platform is silent its adapter's default stands. */
export interface Policy {
  /** false: only the sentences that tags rest on are kept (core/domain/excerpt.ts). */
  may_cache_text: boolean
  must_link: boolean
  must_name: boolean
  credit_html: string | null
  may_email: boolean
  /** May be shown behind a sign-in. */
  may_gate: boolean
  /** May carry our own JobPosting markup and stand in search engines under our name. */
  may_index: boolean
  may_export: boolean
  /** Least time between two polls, in seconds. */
  min_interval_s: number
  /** Most polls in any 24 hours; null = no stated cap. */
  daily_cap: number | null
  /** Least age of an advert before it may be shown, in seconds. */
  min_delay_s: number
}

/** What a source row keeps beside the terms, for the pages that give credit. */
const LABELS = new Set(['platform', 'terms'])

/** Other names under which a list may write a term: those of the plan, in seconds. */
const ALSO: Record<string, keyof Policy> = {
  min_interval: 'min_interval_s',
  min_delay: 'min_delay_s',
}

/**
 * The changes that a line of a source list makes to its platform's terms, under the names of `Policy`.
 * `cache_hours` (text may be kept for so long) is kept by keeping no text at all.
 */
export function ownTerms(line: Record<string, unknown>): Record<string, unknown> {
  const terms: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(line)) {
    if (name !== 'cache_hours') terms[ALSO[name] ?? name] = value
    else if (value !== null) terms['may_cache_text'] = false
  }
  return terms
}

/**
 * The policy of a source as its row holds it, or why it is none: one sentence that names every term that
 * is missing, wrong or not known. A source without a policy is not read.
 */
export function readPolicy(
  row: Record<string, unknown>,
): { policy: Policy; why: null } | { policy: null; why: string } {
  const terms = Object.fromEntries(Object.entries(row).filter(([name]) => !LABELS.has(name)))
  const read = policySchema.safeParse(terms)
  if (read.success) return { policy: read.data, why: null }
  const missing = Object.keys(policySchema.shape).filter((name) => !(name in terms))
  const unknown = Object.keys(terms).filter((name) => !(name in policySchema.shape))
  const wrong = read.error.issues
    .map((issue) => String(issue.path[0] ?? ''))
    .filter((name) => name in terms)
  const faults = [
    ...(missing.length === 0 ? [] : [`${missing.join(', ')} missing`]),
    ...(wrong.length === 0 ? [] : [`${wrong.join(', ')} not usable`]),
    ...(unknown.length === 0 ? [] : [`${unknown.join(', ')} not known`]),
  ]
  return {
    policy: null,
    why: `Its policy is not complete (${faults.join('; ')}), and a source without a policy is not read.`,
  }
}

const USES = {
  email: 'may_email',
  gate: 'may_gate',
  index: 'may_index',
  export: 'may_export',
} as const satisfies Record<string, keyof Policy>

/** What can be done with an advert beside showing it with its link and credit. */
export type Use = keyof typeof USES

/**
 * Whether the terms of a source allow a use of its adverts. Terms that are silent or not readable allow
 * nothing. For a listing, ask with the policy of the source whose words it shows (`lead_source_id`).
 */
export function allows(row: Record<string, unknown>, use: Use): boolean {
  return row[USES[use]] === true
}

/** What has to stand beside an advert. */
export interface Credit {
  /** The platform's name, when its terms ask to be named. */
  name: string | null
  /** Its credit line as HTML, written by an adapter or by the operator, never by a feed. */
  html: string | null
  /** The address of the advert itself, when the terms ask for a link to it. */
  link: string | null
}

/** The credit that the terms of a source ask for; null when they ask for none. */
export function creditOf(
  source: { kind: string; policy: Record<string, unknown> },
  url: string | null,
): Credit | null {
  const { policy, kind } = source
  const platform = typeof policy['platform'] === 'string' ? policy['platform'] : kind
  const credit: Credit = {
    name: policy['must_name'] === true ? platform : null,
    html: typeof policy['credit_html'] === 'string' ? policy['credit_html'] : null,
    link: policy['must_link'] === true ? url : null,
  }
  return credit.name === null && credit.html === null && credit.link === null ? null : credit
}

const DAY_MS = 86_400_000

/**
 * When the terms next allow a poll, and why not now; null when it may begin now. `starts` are the moments
 * at which polls of the source began: the newest of all, and every one of the last day, in any order.
 */
export function earliestPoll(
  policy: Pick<Policy, 'min_interval_s' | 'daily_cap'>,
  starts: readonly Date[],
  now: Date,
): { until: Date; why: string } | null {
  const newestFirst = starts.map((s) => s.getTime()).sort((a, b) => b - a)
  const last = newestFirst[0]
  if (last === undefined) return null
  const interval = policy.min_interval_s * 1000
  const byInterval = last + interval
  const today = newestFirst.filter((s) => s > now.getTime() - DAY_MS)
  const cap = policy.daily_cap
  // With the cap reached, the next may begin a day after the oldest poll that still counts.
  const oldest = cap === null ? undefined : today[cap - 1]
  const byCap = oldest === undefined ? 0 : oldest + DAY_MS
  const until = new Date(Math.max(byInterval, byCap))
  if (until.getTime() <= now.getTime()) return null
  const rule =
    byCap > byInterval
      ? `it is read at most ${cap === 1 ? 'once' : `${cap} times`} a day and has been`
      : `it is read at most once in ${lasting(interval)} and the last reading began at ${moment(new Date(last))}`
  return { until, why: `It waits until ${moment(until)}: ${rule}.` }
}

/**
 * Whether an advert is old enough for the terms to let it be shown. Its age counts from its posting date;
 * where that is not known, or lies in the future, from when we first saw it.
 */
export function isOldEnough(
  policy: Pick<Policy, 'min_delay_s'>,
  advert: { postedAt: string | null; firstSeen: Date },
  now: Date,
): boolean {
  if (policy.min_delay_s === 0) return true
  const posted = advert.postedAt === null ? NaN : Date.parse(advert.postedAt)
  const from = Number.isNaN(posted) || posted > now.getTime() ? advert.firstSeen.getTime() : posted
  return now.getTime() - from >= policy.min_delay_s * 1000
}
