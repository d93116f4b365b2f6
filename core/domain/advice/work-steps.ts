import { broaderDomain, domainWords, withMoreMonths } from '../experience.ts'
import type { Columns } from '../match/columns.ts'
import { leavesOf } from '../match/walk.ts'
import type { Profile } from '../profile.ts'
import { APPRENTICESHIP_CREDIT, workCredit } from './credit.ts'
import { APPRENTICESHIP, paidWork, type PossibleStep } from './routes.ts'

/** Work a newcomer can get into, and the jobs beside the trade that lead there (domain notes, 2d). */
const FIRST_JOBS = ['billing', 'coding', 'medical_records', 'patient_access', 'front_desk'] as const
const SPANS = [3, 6, 12, 24] as const
const MOST_DOMAINS = 12

/** The domains of work that most of these listings ask months in, most asked first. */
export function askedDomains({ asked, askedList, demandList }: Columns): string[] {
  const asking = new Uint32Array(askedList.length)
  for (const at of asked) asking[at] = (asking[at] ?? 0) + 1
  const count = new Map<string, number>()
  askedList.forEach(({ demands }, at) => {
    const domains = new Set(
      demands.flatMap((d) => domainsOf(demandList[d]?.node ?? { kind: 'all_of', of: [] })),
    )
    for (const d of domains) count.set(d, (count.get(d) ?? 0) + (asking[at] ?? 0))
  })
  return [...count]
    .sort(([a, m], [b, n]) => n - m || a.localeCompare(b, 'en'))
    .map(([domain]) => domain)
}

const domainsOf = (node: Parameters<typeof leavesOf>[0]): string[] =>
  leavesOf(node).flatMap((leaf) =>
    leaf.kind === 'experience' && leaf.domain !== null && leaf.min_months !== 0
      ? [leaf.domain]
      : [],
  )

/** 3, 6, 12 and 24 further months in each domain that the listings ask, and in the usual first jobs. */
export function experienceSteps(profile: Profile, asked: readonly string[]): PossibleStep[] {
  const domains = new Set([...FIRST_JOBS, ...asked.slice(0, MOST_DOMAINS)])
  return [...domains].flatMap((domain) =>
    SPANS.map((span) => ({
      key: `experience:${domain}:${span}`,
      change: {
        kind: 'experience' as const,
        label: `${span} more months of ${domainWords(domain)}`,
        set: { months: withMoreMonths(profile.months, domain, span) },
      },
      counts: workCredit(domain, span),
      route: paidWork(span),
      note: null,
      ladder: `experience:${domain}`,
      broader: broaderOf(domain).map((wide) => `experience:${wide}:${span}`),
    })),
  )
}

export function apprenticeshipStep(profile: Profile): PossibleStep {
  return {
    key: 'apprenticeship:coding',
    change: {
      kind: 'apprenticeship',
      label: 'Join a registered apprenticeship in coding',
      set: { months: withMoreMonths(profile.months, 'coding', 12) },
    },
    counts: APPRENTICESHIP_CREDIT,
    route: APPRENTICESHIP,
    note: 'About 2,000 paid hours with 144 hours of class; there are few places.',
    ladder: null,
    broader: [],
  }
}

function broaderOf(domain: string): string[] {
  const up = broaderDomain(domain)
  return up === null ? [] : [up, ...broaderOf(up)]
}
