import type { Verdict } from '../profile.ts'
import type { RequirementLeaf } from '../reading.ts'
import { demandKey } from './demand-key.ts'
import type { MatchFacts } from './facts.ts'
import { worse } from './verdicts.ts'
import { demandsOf, leavesOf, type Demand } from './walk.ts'

/**
 * Everything an advert asks, each part of which must hold: its tree, and what only its tags say. What it says
 * twice is asked once, so that one modest miss is not counted as two.
 */
export function askedOf(facts: MatchFacts): Demand[] {
  const asked = demandsOf(facts.requirement)
  const leaf = missingLeaf(facts)
  if (leaf !== null) asked.push(...demandsOf(leaf))
  if (asked.length < 2) return asked
  const said = new Set<string>()
  return asked.filter((node) => {
    const key = demandKey(node, null)
    return said.has(key) ? false : said.add(key)
  })
}

/** What an advert leaves unsaid: whether experience is needed, or everything a profile could be held against. */
export type Silence = 'experience' | 'unreadable' | null

export function silenceOf(facts: Pick<MatchFacts, 'entry' | 'requirement'>): Silence {
  if (facts.entry !== 'not_stated') return null
  return leavesOf(facts.requirement).some((leaf) => leaf.kind !== 'other')
    ? 'experience'
    : 'unreadable'
}

/** Silence about experience is unknown: it never makes an advert open. */
export function withSilence(silence: Silence, verdict: Verdict): Verdict {
  if (silence === 'unreadable') return 'unknown'
  return silence === 'experience' ? worse(verdict, 'likely') : verdict
}

/** When an advert stops taking applications, in ms since 1970: Infinity when it names no day, -Infinity when it is closed. */
export function closesAt(facts: Pick<MatchFacts, 'status' | 'closes_at'>): number {
  if (facts.status === 'closed') return -Infinity
  const closes = facts.closes_at === null ? Number.NaN : Date.parse(facts.closes_at)
  return Number.isNaN(closes) ? Infinity : closes
}

const UNPLACED = { strength: 'required', start: 0, end: 0, words: '' } as const

/**
 * What the flat tags say is asked and the tree does not carry (a structured feed field, for one). Without
 * it an advert that asks experience, or a credential nobody could name, would pass for open.
 */
function missingLeaf(facts: MatchFacts): RequirementLeaf | null {
  switch (facts.entry) {
    case 'asks_experience':
    case 'contradictory':
      return hasLeaf(facts, ['experience']) ? null : experienceTag(facts)
    case 'open_with_credential':
      return hasLeaf(facts, ['credential', 'education']) ? null : schoolingTag(facts)
    case 'open':
    case 'not_stated':
      return null
  }
}

const hasLeaf = (facts: MatchFacts, kinds: readonly RequirementLeaf['kind'][]): boolean =>
  leavesOf(facts.requirement).some((l) => l.strength !== 'preferred' && kinds.includes(l.kind))

const experienceTag = (facts: MatchFacts): RequirementLeaf => ({
  ...UNPLACED,
  kind: 'experience',
  min_months: facts.min_months,
  max_months: facts.max_months,
  domain: null,
})

function schoolingTag({ credentials, education }: MatchFacts): RequirementLeaf {
  if (credentials.required.length === 0 && credentials.required_class === null && education) {
    const { level, field } = education
    return { ...UNPLACED, kind: 'education', level, field, accredited: false }
  }
  return {
    ...UNPLACED,
    kind: 'credential',
    codes: credentials.required,
    any_of: credentials.any_of,
    class: credentials.required_class,
    accepted_apprentice: credentials.accepted_apprentice,
    within_months_of_hire: credentials.within_months_of_hire,
  }
}
