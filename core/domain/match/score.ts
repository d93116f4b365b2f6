import { hourlyEquivalent } from '../pay.ts'
import type { Verdict } from '../profile.ts'
import type { WorkMode } from '../tags.ts'
import type { MatchFacts } from './facts.ts'
import type { Prepared } from './prepared.ts'
import type { Finding } from './verdicts.ts'

/** The least and the greatest score of each verdict: the bands do not meet, so a better verdict always scores higher. */
const BANDS: Readonly<Record<Exclude<Verdict, 'unknown'>, readonly [number, number]>> = {
  not_yet: [0, 24],
  stretch: [25, 49],
  likely: [50, 74],
  open: [75, 100],
}

interface Weighed {
  facts: MatchFacts
  person: Prepared
  /** What the advert requires. */
  asked: readonly Finding[]
  wishes: readonly Finding[]
  preferred: readonly Finding[]
}

/** 0-100, for order among adverts; null when the verdict is unknown. */
export function scoreOf(verdict: Verdict, weighed: Weighed): number | null {
  if (verdict === 'unknown') return null
  const [low, high] = BANDS[verdict]
  return Math.round(low + (high - low) * fit(weighed))
}

/**
 * 0..1. Fit: how near the requirements are met, the wishes, what is nice to have, settings liked. Likelihood:
 * signs that newcomers are taken. Freshness: how long the advert has stood.
 */
function fit({ facts, person, asked, wishes, preferred }: Weighed): number {
  return (
    0.42 * mean(asked, 0.7) +
    0.16 * mean(wishes, 0.6) +
    0.09 * mean(preferred, 0.5) +
    0.08 * liked(facts, person) +
    0.12 * likelihood(facts) +
    0.1 * freshness(facts, person.nowMs) +
    0.03 * (hourlyEquivalent(facts.pay).max === null ? 0 : 1)
  )
}

function mean(findings: readonly Finding[], whenNone: number): number {
  if (findings.length === 0) return whenNone
  return findings.reduce((sum, f) => sum + f.nearness, 0) / findings.length
}

function welcome(facts: MatchFacts): number {
  if (facts.entry === 'open') return 1
  if (facts.entry === 'open_with_credential') return 0.8
  return facts.level === 'entry' ? 0.6 : facts.level === 'senior' ? 0 : 0.3
}

/** Work from home draws the most applicants, and employers in underserved settings ask the least (domain notes). */
const FEW_RIVALS: Readonly<Record<WorkMode, number>> = {
  onsite: 1,
  not_stated: 0.8,
  hybrid: 0.6,
  remote_after: 0.6,
  remote: 0.2,
}

const likelihood = (facts: MatchFacts): number =>
  0.6 * welcome(facts) +
  0.2 * FEW_RIVALS[facts.work_mode] +
  0.2 * (facts.settings.length > 0 ? 1 : 0.4)

const DAY_MS = 24 * 3_600_000
/** An advert is fresh for a week; at two months most places are long filled. */
const FRESH_DAYS = 7
const STALE_DAYS = 60

/** 1 = of this week, 0 = two months old or more, 0.5 = no date is known. */
function freshness(facts: MatchFacts, nowMs: number): number {
  const since = standsSince(facts)
  if (since === null) return 0.5
  const days = (nowMs - since) / DAY_MS
  return Math.min(1, Math.max(0, (STALE_DAYS - days) / (STALE_DAYS - FRESH_DAYS)))
}

/** When the advert was posted, else first seen, in ms since 1970; null when neither is known. */
export function standsSince(facts: Pick<MatchFacts, 'posted_at' | 'first_seen'>): number | null {
  const said = facts.posted_at ?? facts.first_seen
  const ms = said == null ? Number.NaN : Date.parse(said)
  return Number.isNaN(ms) ? null : ms
}

function liked(facts: MatchFacts, person: Prepared): number {
  const wanted = person.profile.settings_liked ?? []
  if (wanted.length === 0) return 0.5
  return facts.settings.some((s) => wanted.includes(s)) ? 1 : 0
}
