import type { Requirement } from '../reading.ts'
import type { Role } from '../tags.ts'
import { experienceWords } from './ask-experience.ts'
import { otherKind } from './ask-other.ts'
import { leavesOf } from './evaluate.ts'

/**
 * A text that is equal for two demands exactly when they stand alike against every person: all that the rules
 * look at, and none of the words that only explain. Adverts repeat each other, so thousands of them hold a few
 * hundred different demands.
 */
export function demandKey(node: Requirement, role: Role | null): string {
  switch (node.kind) {
    case 'all_of':
    case 'any_of':
      return `${node.kind === 'all_of' ? '&' : '|'}(${node.of.map((n) => demandKey(n, role)).join('')})`
    case 'experience': {
      const { related, system } = experienceWords(node.words)
      const of = node.domain ?? `@${role ?? ''}@${system ?? ''}`
      return `x${strength(node)}${node.min_months ?? '?'}-${node.max_months ?? ''} ${of}${related ? '~' : ''};`
    }
    case 'credential':
      return `c${strength(node)}${node.codes.join(',')} ${node.any_of ? '|' : '&'}${node.class ?? ''} ${node.accepted_apprentice ? 'A' : ''}${node.within_months_of_hire ?? ''};`
    case 'education':
      return `e${strength(node)}${node.level} ${JSON.stringify(node.field)}${node.accredited ? '!' : ''};`
    case 'other':
      return `o${strength(node)}${otherKind(node)};`
  }
}

const strength = (leaf: { strength: string }): string => (leaf.strength === 'preferred' ? '-' : '+')

/** What of a profile a demand looks at, as bits. */
export const LOOKS_AT = { months: 1, credentials: 2, education: 4, software: 8 } as const

export function looksAt(node: Requirement): number {
  let bits = 0
  for (const leaf of leavesOf(node)) {
    if (leaf.kind === 'experience') {
      bits |= LOOKS_AT.months
      // A program named by a leaf of unnamed work may be known without a month of paid work.
      if (leaf.domain === null && leaf.min_months === null) bits |= LOOKS_AT.software
    } else if (leaf.kind === 'credential') bits |= LOOKS_AT.credentials
    else if (leaf.kind === 'education') bits |= LOOKS_AT.education | LOOKS_AT.credentials
  }
  return bits
}
