import type { Reason } from '../profile.ts'
import type { Requirement, RequirementLeaf } from '../reading.ts'
import type { Role } from '../tags.ts'
import { askCredential } from './ask-credential.ts'
import { askEducation } from './ask-education.ts'
import { askExperience } from './ask-experience.ts'
import { askOther } from './ask-other.ts'
import type { Prepared } from './prepared.ts'
import { allOf, anyOf, compareVerdicts, nthOf, type Finding } from './verdicts.ts'
import { leavesOf, makeOf, type Demand } from './walk.ts'

/** A demand held against a person. */
export function weighDemand(node: Demand, person: Prepared, role: Role | null): Finding {
  return makeOf<Finding>(node, {
    leaf: (leaf, alone) => weighLeaf(leaf, person, role, alone),
    all: together,
    any: oneOf,
  })
}

/** The preferred leaves of a tree, each as a finding: they move the score, never the verdict. */
export function evaluatePreferred(
  tree: Requirement,
  person: Prepared,
  role: Role | null,
): Finding[] {
  return leavesOf(tree)
    .filter((leaf) => leaf.strength === 'preferred')
    .map((leaf) => weighLeaf(leaf, person, role, false))
}

/** The one place where a requirement is held against a person. */
export function weighLeaf(
  leaf: RequirementLeaf,
  person: Prepared,
  role: Role | null,
  alone: boolean,
): Finding {
  const finding = weighKind(leaf, person, role, alone)
  // What asks for nothing needs no word on how strongly it is asked.
  const asksNothing = leaf.kind === 'experience' && leaf.min_months === 0
  if (leaf.strength !== 'unspecified' || asksNothing) return finding
  return {
    ...finding,
    explain: () => {
      const reason = finding.explain()
      return {
        ...reason,
        requirement: `${reason.requirement} (the advert does not say how strongly, so we take it as required)`,
      }
    },
  }
}

function weighKind(
  leaf: RequirementLeaf,
  person: Prepared,
  role: Role | null,
  alone: boolean,
): Finding {
  switch (leaf.kind) {
    case 'experience':
      return askExperience(leaf, person, role)
    case 'credential':
      return askCredential(leaf, person)
    case 'education':
      return askEducation(leaf, person)
    case 'other':
      return askOther(leaf, alone)
  }
}

/** The best of several alternatives. */
function oneOf(findings: readonly Finding[]): Finding {
  let best = 0
  findings.forEach((finding, i) => {
    const held = findings[best] as Finding
    const gain = compareVerdicts(finding.verdict, held.verdict)
    if (gain > 0 || (gain === 0 && finding.nearness > held.nearness)) best = i
  })
  return {
    ...anyOf(findings),
    nearness: findings[best]?.nearness ?? 0,
    explain: () => explainChoice(findings, best),
  }
}

function together(findings: readonly Finding[]): Finding {
  return {
    ...allOf(findings),
    nearness: findings.reduce((sum, f) => sum + f.nearness, 0) / findings.length,
    explain: () => joinReasons(findings.map((f) => f.explain())),
  }
}

function joinReasons(reasons: readonly Reason[]): Reason {
  const joined = (parts: (string | null)[], by: string) => {
    const said = [...new Set(parts.filter((p) => p !== null))]
    return said.length === 0 ? null : said.join(by)
  }
  return {
    requirement: reasons.map((r) => r.requirement).join(' and '),
    has: joined(
      reasons.map((r) => r.has),
      '; ',
    ),
    gap: joined(
      reasons.map((r) => r.gap),
      '; ',
    ),
    words: joined(
      reasons.map((r) => r.words),
      ' … ',
    ),
  }
}

function explainChoice(findings: readonly Finding[], best: number): Reason {
  const reasons = findings.map((f) => f.explain())
  const chosen = reasons[best] as Reason
  const { verdict } = findings[best] as Finding
  const which = nthOf(best, findings.length)
  const met = verdict === 'open' || verdict === 'likely'
  const lead = met ? `You meet the ${which}` : `Nearest is the ${which}`
  const texts = reasons.map((r, i) => `(${i + 1}) ${r.requirement}`)
  return {
    requirement: `Any one of these: ${texts.join('; ')}`,
    has: chosen.has === null ? (verdict === 'unknown' ? null : lead) : `${lead}: ${chosen.has}`,
    gap: chosen.gap,
    words: chosen.words,
  }
}
