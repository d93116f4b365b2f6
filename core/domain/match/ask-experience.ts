import {
  broaderDomain,
  domainWords,
  hiddenUnder,
  monthsWords,
  UNKNOWN_MONTHS,
} from '../experience.ts'
import type { Verdict } from '../profile.ts'
import type { ExperienceRequirement } from '../reading.ts'
import type { Role } from '../tags.ts'
import { kept } from '../text/kept.ts'
import { systemNamedIn } from '../vocabulary/systems.ts'
import type { Prepared } from './prepared.ts'
import { better, wordsOf, type Finding } from './verdicts.ts'

/** The work an advert means by "experience" when it does not name any, by what the job itself is. */
const MEANT: Readonly<Record<Role, readonly string[]>> = {
  coding: ['coding'],
  billing: ['billing', 'revenue_cycle'],
  both: ['coding', 'billing'],
  adjacent: ['healthcare_office'],
}

/** A miss is modest when it is at most a year and at most half of what is asked. */
export const isModestMiss = (asked: number, has: number): boolean =>
  asked - has <= 12 && (asked - has) * 2 <= asked

interface Weighed {
  verdict: Verdict
  nearness: number
  has: string | null
  gap: string | null
  /** As in `Standing`. */
  untold?: boolean
}

const RELATED = /\b(?:or|and\/or)\b[^.;]{0,24}\b(?:related|similar|comparable)\b|\/ ?related\b/i

/** What of a leaf's words changes its verdict; everything else in them only explains it. */
export const experienceWords = kept((words: string) => ({
  /** "or related experience": the next broader kind of work is usually taken too. */
  related: RELATED.test(words),
  /** The key of a program it names ("Epic experience"); null when it names none. */
  system: systemNamedIn(words),
}))

export function askExperience(
  leaf: ExperienceRequirement,
  person: Prepared,
  role: Role | null,
): Finding {
  const weighed =
    leaf.domain === null ? weighUnnamed(leaf, person, role) : weighNamed(leaf, leaf.domain, person)
  const over = overMaximum(leaf, person, role)
  const verdict = over !== null && weighed.verdict === 'open' ? 'likely' : weighed.verdict
  return {
    verdict,
    ...(weighed.untold === true && { untold: true }),
    nearness: weighed.nearness,
    explain: () => ({
      requirement: asks(leaf),
      has: (weighed.has ?? '') + (over ?? '') + unpaid(weighed, person) || null,
      gap: weighed.gap,
      words: wordsOf(leaf),
    }),
  }
}

/** An externship is no paid work; still it belongs in the letter to whoever asks for some. */
function unpaid({ has, gap }: Weighed, { profile }: Prepared): string {
  const hours = profile.externship_hours ?? 0
  return hours > 0 && has !== null && gap !== null
    ? `; your ${hours} externship hours are not paid work, but name them`
    : ''
}

function asks(leaf: ExperienceRequirement): string {
  const what = leaf.domain === null ? 'paid work' : domainWords(leaf.domain)
  if (leaf.min_months === null) return `Some ${what} (the advert gives no number)`
  if (leaf.min_months === 0) {
    return leaf.domain === null ? 'No experience is needed' : `No ${what} is needed`
  }
  const amount = monthsWords(leaf.min_months)
  const most = leaf.max_months === null ? '' : ` (up to ${monthsWords(leaf.max_months)})`
  return leaf.domain === null
    ? `${amount} of paid work (the advert does not say which)${most}`
    : `${amount} of ${what}${most}`
}

const records = (months: number, domain: string): string =>
  months === 0
    ? `No ${domainWords(domain)} on record`
    : `${monthsWords(months)} of ${domainWords(domain)}`

function weighNamed(leaf: ExperienceRequirement, domain: string, person: Prepared): Weighed {
  const asked = leaf.min_months
  if (asked === 0) return { verdict: 'open', nearness: 1, has: 'Nothing is needed', gap: null }
  if (person.months === undefined) return untold(1, domain, person)
  const sure = person.sure(domain)
  const weighed = asked === null ? weighUnnumbered(sure, domain) : weighAmount(asked, sure, domain)
  const related = weighRelated(leaf, domain, person)
  if (related !== null && better(weighed.verdict, 'likely') === 'likely') return related
  if (weighed.verdict !== 'not_yet' && weighed.verdict !== 'stretch') return weighed
  // Months under a broader key may be of this kind: then a clear miss is not so clear.
  if (person.covers(domain, asked ?? 1) !== UNKNOWN_MONTHS) return weighed
  return weighed.verdict === 'stretch'
    ? { ...weighed, untold: true }
    : untold(asked ?? 1, domain, person)
}

/** "Or related": the next broader kind of work is usually taken; null when there is not enough of it. */
function weighRelated(
  leaf: ExperienceRequirement,
  domain: string,
  person: Prepared,
): Weighed | null {
  const wider = broaderDomain(domain)
  if (wider === null || !experienceWords(leaf.words).related) return null
  const has = person.sure(wider)
  return has < (leaf.min_months ?? 1) || person.sure(domain) >= (leaf.min_months ?? Infinity)
    ? null
    : {
        verdict: 'likely',
        nearness: 0.8,
        has: `${records(has, wider)}; the advert takes related work too`,
        gap: null,
      }
}

function weighAmount(asked: number, has: number, domain: string): Weighed {
  if (has >= asked) return { verdict: 'open', nearness: 1, has: records(has, domain), gap: null }
  return {
    verdict: isModestMiss(asked, has) ? 'stretch' : 'not_yet',
    nearness: has / asked,
    has: records(has, domain),
    gap: `${monthsWords(asked - has)} short`,
  }
}

/** Experience asked without a number: any amount may do, so having some is never a sure yes. */
function weighUnnumbered(has: number, domain: string): Weighed {
  return has > 0
    ? {
        verdict: 'likely',
        nearness: Math.min(1, has / 24),
        has: `${records(has, domain)}; how much is enough is not said`,
        gap: null,
      }
    : {
        verdict: 'not_yet',
        nearness: 0,
        has: records(0, domain),
        gap: `Some ${domainWords(domain)}`,
      }
}

function untold(asked: number, domain: string, person: Prepared): Weighed {
  const broad = person.months === undefined ? null : hiddenUnder(person.months, domain, asked)
  const has =
    broad === null
      ? null
      : `${monthsWords(person.sure(broad))} of ${domainWords(broad)}; tell us how much of it was ${domainWords(domain)}`
  return { verdict: 'unknown', nearness: 0.5, has, gap: null }
}

/**
 * "Two years of experience", of what unsaid: the work of the job itself counts in full; other work in a
 * health care office may count, so it makes the advert likely at best.
 */
function weighUnnamed(leaf: ExperienceRequirement, person: Prepared, role: Role | null): Weighed {
  const asked = leaf.min_months
  if (asked === 0) return { verdict: 'open', nearness: 1, has: 'Nothing is needed', gap: null }
  const system = asked === null ? experienceWords(leaf.words).system : null
  if (system !== null && person.software.has(system)) {
    return {
      verdict: 'likely',
      nearness: 0.8,
      has: 'You have used that program; how much is enough is not said',
      gap: null,
    }
  }
  if (person.months === undefined)
    return { verdict: 'unknown', nearness: 0.5, has: null, gap: null }
  const wide = 'healthcare_office'
  let best = wide
  for (const domain of role === null ? [wide] : MEANT[role]) {
    if (person.sure(domain) >= (asked ?? 1)) best = domain
  }
  if (asked === null) return weighUnnumbered(person.sure(best), best)
  const weighed = weighAmount(asked, person.sure(best), best)
  if (best !== wide || role === 'adjacent' || weighed.verdict !== 'open') return weighed
  return {
    ...weighed,
    verdict: 'likely',
    has: `${weighed.has ?? ''}; whether that kind counts is not said`,
  }
}

/** A note when the person is above a stated maximum; null when not, or when it cannot be told. */
function overMaximum(
  leaf: ExperienceRequirement,
  person: Prepared,
  role: Role | null,
): string | null {
  if (leaf.max_months === null) return null
  const domains = leaf.domain !== null ? [leaf.domain] : role === null ? [] : MEANT[role]
  const has = Math.max(0, ...domains.map((d) => person.sure(d)))
  return has > leaf.max_months
    ? `; that is above the ${monthsWords(leaf.max_months)} the advert speaks of, so say why you want it`
    : null
}
