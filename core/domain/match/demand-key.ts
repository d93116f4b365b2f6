import { isWithin } from '../experience.ts'
import type { Requirement, RequirementLeaf } from '../reading.ts'
import type { Role } from '../tags.ts'
import { experienceWords } from './ask-experience.ts'
import { otherKind } from './ask-other.ts'
import type { Prepared } from './prepared.ts'

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

/**
 * What of a profile a leaf looks at. Months of the three trades are told apart, for most leaves ask of one;
 * `office`: the totals that unnamed work and work in an office are held against.
 */
export type LooksAt =
  'held' | 'school' | 'coding' | 'revenue' | 'records' | 'other' | 'office' | 'all' | 'none'

export function looksAt(leaf: RequirementLeaf): LooksAt {
  switch (leaf.kind) {
    case 'credential':
      return 'held'
    case 'education':
      return 'school'
    case 'other':
      return 'none'
    case 'experience': {
      const { related, system } = experienceWords(leaf.words)
      if (leaf.domain === null) return system === null ? 'office' : 'all'
      return related ? 'all' : tradeOf(leaf.domain)
    }
  }
}

function tradeOf(domain: string): LooksAt {
  if (isWithin(domain, 'coding')) return 'coding'
  if (isWithin(domain, 'revenue_cycle')) return 'revenue'
  if (isWithin(domain, 'medical_records')) return 'records'
  return domain === 'healthcare_office' || domain === 'office' ? 'office' : 'other'
}

const TOTALS = ['coding', 'billing', 'revenue_cycle', 'healthcare_office', 'office']

/** Everything a leaf may look at, as a text that is equal for two persons who are alike in it. */
export const wholeView = ({ profile, held, software }: Prepared): string =>
  JSON.stringify([held, profile.months, profile.education, [...software].sort()])

/** For each thing a leaf may look at, a text that is equal for two persons who are alike in it. */
export function viewsOf(person: Prepared): Record<LooksAt, string> {
  const { profile, held, months } = person
  const trades = { coding: '', revenue: '', records: '', other: '', office: '' }
  for (const [domain, n] of Object.entries(months ?? {})) {
    const trade = tradeOf(domain) as keyof typeof trades
    trades[trade] += `${JSON.stringify(domain)}${n},`
  }
  const untold = months === undefined ? '?' : ''
  return {
    held: JSON.stringify(held),
    school: JSON.stringify([held, profile.education]),
    coding: untold + trades.coding,
    revenue: untold + trades.revenue,
    records: untold + trades.records,
    other: untold + trades.other,
    office: untold + TOTALS.map(person.sure).join(),
    all: wholeView(person),
    none: '',
  }
}
