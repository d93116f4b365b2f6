import type { RequirementLeaf } from '../reading.ts'
import { evaluate, leavesOf } from './evaluate.ts'
import type { MatchFacts } from './facts.ts'
import type { Prepared } from './prepared.ts'
import type { Finding } from './verdicts.ts'

const UNPLACED = { strength: 'required', start: 0, end: 0, words: '' } as const

/**
 * What the flat tags say is asked and the tree does not carry (a structured feed field, for one). Without
 * it an advert that asks experience, or a credential nobody could name, would pass for open.
 */
export function evaluateUntreed(facts: MatchFacts, person: Prepared): Finding[] {
  const leaf = missingLeaf(facts)
  return leaf === null ? [] : evaluate(leaf, person, facts.role)
}

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
