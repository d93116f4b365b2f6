import type { Requirement, RequirementLeaf } from '../reading.ts'

/** Something a tree asks that must hold by itself. */
export type Demand = Exclude<Requirement, { kind: 'all_of' }>
type AnyOf = Extract<Requirement, { kind: 'any_of' }>

/** What is made of a demand, from its leaves up. */
export interface Making<T> {
  /** `alone`: the leaf is by itself one of several alternatives. */
  leaf: (leaf: RequirementLeaf, alone: boolean) => T
  /** Two or more that must hold together. */
  all: (parts: T[]) => T
  /** Two or more of which one is enough. */
  any: (parts: T[]) => T
}

/** Every leaf of a tree, in its order. */
export function leavesOf(tree: Requirement): RequirementLeaf[] {
  return tree.kind === 'all_of' || tree.kind === 'any_of' ? tree.of.flatMap(leavesOf) : [tree]
}

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

/** The one reading of a requirement tree: which leaves count, which must hold together, which one by one. */
export function makeOf<T>(node: Demand, making: Making<T>): T {
  return node.kind === 'any_of' ? anyOfWays(node, making) : making.leaf(node, false)
}

function anyOfWays<T>(node: AnyOf, making: Making<T>): T {
  const parts = waysOf(node).map((way) => ofWay(way, making))
  const [first] = parts
  return parts.length === 1 && first !== undefined ? first : making.any(parts)
}

function ofWay<T>(way: readonly Demand[], making: Making<T>): T {
  const [first] = way
  if (way.length > 1 || first === undefined) {
    return making.all(way.map((node) => makeOf(node, making)))
  }
  return first.kind === 'any_of' ? anyOfWays(first, making) : making.leaf(first, true)
}

/**
 * The ways to meet a choice, each a list of what must hold together. Alternatives within an alternative stand
 * beside the others. A branch that is wholly preferred counts as a way; an empty one is none.
 */
const waysOf = (node: AnyOf): Demand[][] =>
  node.of
    .flatMap(branchesOf)
    .map((branch) => (asksSomething(branch) ? demandsOf(branch) : leavesOf(branch)))
    .filter((way) => way.length > 0)

const branchesOf = (node: Requirement): Requirement[] =>
  node.kind === 'any_of' ? node.of.flatMap(branchesOf) : [node]
