import type { Reason } from '../profile.ts'
import type { Requirement, RequirementLeaf } from '../reading.ts'
import type { Role } from '../tags.ts'
import { askCredential } from './ask-credential.ts'
import { askEducation } from './ask-education.ts'
import { askExperience } from './ask-experience.ts'
import { askOther } from './ask-other.ts'
import type { Prepared } from './prepared.ts'
import { allOf, anyOf, compareVerdicts, nthOf, type Finding } from './verdicts.ts'

interface Asker {
  person: Prepared
  role: Role | null
}

/** Something a tree asks that must hold by itself. */
export type Demand = Exclude<Requirement, { kind: 'all_of' }>
type AnyOf = Extract<Requirement, { kind: 'any_of' }>

/**
 * The parts of a tree that must each hold by themselves. Preferred leaves ask nothing, unless they stand
 * among alternatives of which another one is required: then they are a way to meet it.
 */
export function demandsOf(node: Requirement): Demand[] {
  if (node.kind === 'all_of') return node.of.flatMap(demandsOf)
  return asksSomething(node) ? [node] : []
}

const asksSomething = (node: Requirement): boolean =>
  node.kind === 'all_of' || node.kind === 'any_of'
    ? node.of.some(asksSomething)
    : node.strength !== 'preferred'

/** The one place where a requirement is held against a person. */
export function weighDemand(node: Demand, person: Prepared, role: Role | null): Finding {
  const asker = { person, role }
  return node.kind === 'any_of' ? alternatives(node, asker) : weighLeaf(node, asker, false)
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

function weighLeaf(leaf: RequirementLeaf, asker: Asker, alone: boolean): Finding {
  const { memory } = asker.person
  // What a profile does not record depends on `alone`, and costs nothing to weigh.
  if (memory === null || leaf.kind === 'other') return weighLeafAnew(leaf, asker, alone)
  let finding = memory.get(leaf)
  if (finding === undefined) {
    finding = weighLeafAnew(leaf, asker, alone)
    memory.set(leaf, finding)
  }
  return finding
}

function weighLeafAnew(leaf: RequirementLeaf, { person, role }: Asker, alone: boolean): Finding {
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
function alternatives(node: AnyOf, asker: Asker): Finding {
  const findings = waysOf(node).map((way) => weighWay(way, asker))
  let best = 0
  findings.forEach((finding, i) => {
    const held = findings[best] as Finding
    const gain = compareVerdicts(finding.verdict, held.verdict)
    if (gain > 0 || (gain === 0 && finding.nearness > held.nearness)) best = i
  })
  const chosen = findings[best] as Finding
  if (findings.length === 1) return chosen
  return { ...chosen, ...anyOf(findings), explain: () => explainChoice(findings, best) }
}

const WAYS = new WeakMap<AnyOf, Demand[][]>()

/**
 * The ways to meet a choice, each a list of what must hold together; worked out once for each tree, which is
 * never changed. Alternatives within an alternative stand beside the others. A branch that is wholly preferred
 * counts as a way; an empty one is none.
 */
function waysOf(node: AnyOf): Demand[][] {
  let ways = WAYS.get(node)
  if (ways === undefined) {
    ways = node.of
      .flatMap(branchesOf)
      .map((branch) => (asksSomething(branch) ? demandsOf(branch) : leavesOf(branch)))
      .filter((way) => way.length > 0)
    WAYS.set(node, ways)
  }
  return ways
}

const branchesOf = (node: Requirement): Requirement[] =>
  node.kind === 'any_of' ? node.of.flatMap(branchesOf) : [node]

function weighWay(way: readonly Demand[], asker: Asker): Finding {
  const [first] = way
  if (way.length > 1 || first === undefined) {
    return together(way.map((node) => weighDemand(node, asker.person, asker.role)))
  }
  return first.kind === 'any_of' ? alternatives(first, asker) : weighLeaf(first, asker, true)
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
