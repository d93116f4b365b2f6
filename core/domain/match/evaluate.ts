import type { Reason } from '../profile.ts'
import type { Requirement, RequirementLeaf } from '../reading.ts'
import type { Role } from '../tags.ts'
import { askCredential } from './ask-credential.ts'
import { askEducation } from './ask-education.ts'
import { askExperience } from './ask-experience.ts'
import { askOther } from './ask-other.ts'
import type { Prepared } from './prepared.ts'
import { allOf, compareVerdicts, nthOf, type Finding } from './verdicts.ts'

interface Asker {
  person: Prepared
  role: Role | null
}

/**
 * What a requirement tree asks, one finding for each thing that must hold by itself. Preferred leaves
 * ask nothing, unless they stand among alternatives of which another one is required: then they are a
 * way to meet it.
 */
export function evaluate(tree: Requirement, person: Prepared, role: Role | null): Finding[] {
  return demands(tree, { person, role }, false)
}

/** The preferred leaves of a tree, each as a finding: they move the score, never the verdict. */
export function evaluatePreferred(
  tree: Requirement,
  person: Prepared,
  role: Role | null,
): Finding[] {
  return leavesOf(tree)
    .filter((leaf) => leaf.strength === 'preferred')
    .map((leaf) => weighLeaf(leaf, { person, role }, false))
}

/** Every leaf of a tree, in its order. */
export function leavesOf(tree: Requirement): RequirementLeaf[] {
  return tree.kind === 'all_of' || tree.kind === 'any_of' ? tree.of.flatMap(leavesOf) : [tree]
}

function demands(node: Requirement, asker: Asker, alone: boolean): Finding[] {
  switch (node.kind) {
    case 'all_of':
      return node.of.flatMap((child) => demands(child, asker, alone && node.of.length === 1))
    case 'any_of': {
      const finding = alternatives(node.of, asker)
      return finding === null ? [] : [finding]
    }
    case 'experience':
    case 'credential':
    case 'education':
    case 'other':
      return node.strength === 'preferred' ? [] : [weighLeaf(node, asker, alone)]
  }
}

function weighLeaf(leaf: RequirementLeaf, { person, role }: Asker, alone: boolean): Finding {
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

/** The best of several alternatives; null when none of them asks anything. */
function alternatives(branches: readonly Requirement[], asker: Asker): Finding | null {
  if (!branches.some((b) => leavesOf(b).some((leaf) => leaf.strength !== 'preferred'))) return null
  const findings = branches
    .map((branch) => together(branchDemands(branch, asker)))
    .filter((f) => f !== null)
  let best = 0
  findings.forEach((finding, i) => {
    const held = findings[best] as Finding
    const gain = compareVerdicts(finding.verdict, held.verdict)
    if (gain > 0 || (gain === 0 && finding.nearness > held.nearness)) best = i
  })
  const chosen = findings[best]
  if (chosen === undefined || findings.length === 1) return chosen ?? null
  return { ...chosen, explain: () => explainChoice(findings, best) }
}

/** A branch that is wholly preferred counts as a way to meet the requirement it stands beside. */
function branchDemands(branch: Requirement, asker: Asker): Finding[] {
  const required = demands(branch, asker, true)
  return required.length > 0
    ? required
    : leavesOf(branch).map((leaf) => weighLeaf(leaf, asker, true))
}

function together(findings: readonly Finding[]): Finding | null {
  const [first] = findings
  if (first === undefined || findings.length === 1) return first ?? null
  return {
    verdict: allOf(findings.map((f) => f.verdict)),
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
