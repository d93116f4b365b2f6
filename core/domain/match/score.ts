import { hourlyEquivalent } from '../pay.ts'
import type { Verdict } from '../profile.ts'
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

/** 0..1: mostly how near the requirements are met, then the wishes, what is nice to have, and signs of welcome. */
function fit({ facts, person, asked, wishes, preferred }: Weighed): number {
  return (
    0.45 * mean(asked, 0.7) +
    0.2 * mean(wishes, 0.6) +
    0.1 * mean(preferred, 0.5) +
    0.1 * welcome(facts) +
    0.1 * liked(facts, person) +
    0.05 * (hourlyEquivalent(facts.pay).max === null ? 0 : 1)
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

function liked(facts: MatchFacts, person: Prepared): number {
  const wanted = person.profile.settings_liked ?? []
  if (wanted.length === 0) return 0.5
  return facts.settings.some((s) => wanted.includes(s)) ? 1 : 0
}
