import { hourlyEquivalent } from '../pay.ts'
import type { Reason, Verdict } from '../profile.ts'
import type { EmploymentType, Setting, WorkMode } from '../tags.ts'
import type { MatchFacts } from './facts.ts'
import type { Prepared } from './prepared.ts'
import { weighPlace } from './reach.ts'
import { listed, type Finding } from './verdicts.ts'

/**
 * A wish of the person, or where the job is done. `open` fits, `likely` cannot be told, `stretch` does
 * not fit, `not_yet` shuts the person out.
 */
const finding = (verdict: Verdict, explain: () => Reason): Finding => ({
  verdict,
  nearness: verdict === 'open' ? 1 : verdict === 'likely' ? 0.6 : 0,
  explain,
})

/** Everything about the job that is not a qualification, held against where the person is and what they wish. */
export function weighWishes(facts: MatchFacts, person: Prepared): Finding[] {
  return [
    weighStates(facts, person),
    weighMode(facts, person),
    weighPlace(facts, person),
    weighRole(facts, person),
    weighSettings(facts, person),
    weighHours(facts, person),
    weighPay(facts, person),
  ].filter((f) => f !== null)
}

/** Limits on where the worker may live: they shut out, whatever else fits. */
export function weighStates(
  facts: Pick<MatchFacts, 'work_mode' | 'states_allowed' | 'states_excluded'>,
  person: Prepared,
): Finding | null {
  const { states_allowed: allowed, states_excluded: excluded } = facts
  if (facts.work_mode === 'onsite' || allowed.length + excluded.length === 0) return null
  const reason = (has: string | null, gap: string | null) => () => ({
    requirement:
      allowed.length > 0
        ? `You must live in ${listed(allowed, 'or')}`
        : `Not open to people who live in ${listed(excluded, 'or')}`,
    has,
    gap,
    words: null,
  })
  if (person.state === null) return finding('unknown', reason(null, null))
  const out =
    excluded.includes(person.state) || (allowed.length > 0 && !allowed.includes(person.state))
  const has = `You live in ${person.state}`
  return out
    ? finding('not_yet', reason(has, `People in ${person.state} are shut out`))
    : finding('open', reason(has, null))
}

const MODE_WORDS: Readonly<Record<WorkMode, string>> = {
  onsite: 'Work on site',
  hybrid: 'Work partly on site',
  remote: 'Work from home',
  remote_after: 'Work on site first, then from home',
  not_stated: 'Where the work is done is not said',
}

export function weighMode(facts: Pick<MatchFacts, 'work_mode'>, person: Prepared): Finding | null {
  const modes = person.profile.work_modes
  if (modes === undefined || modes.length === 0) return null
  const wants = (mode: 'onsite' | 'hybrid' | 'remote') => modes.includes(mode)
  const mode = facts.work_mode
  let verdict: Verdict
  if (mode === 'not_stated') verdict = wants('onsite') || modes.length === 3 ? 'open' : 'likely'
  else if (mode === 'remote_after')
    verdict = wants('remote') && (wants('onsite') || wants('hybrid')) ? 'open' : 'stretch'
  else verdict = wants(mode) ? 'open' : 'stretch'
  return finding(verdict, () => ({
    requirement: MODE_WORDS[mode],
    has: `You would work ${listed(
      modes.map((m) => ({ onsite: 'on site', hybrid: 'partly on site', remote: 'from home' })[m]),
      'or',
    )}`,
    gap: verdict === 'stretch' ? 'Not the way of working you chose' : null,
    words: null,
  }))
}

const ROLE_WORDS = {
  coding: 'medical coding',
  billing: 'medical billing',
  both: 'coding and billing',
  adjacent: 'a job beside the trade',
} as const

/** A job that is both coding and billing suits whoever wants one of the two. */
export function weighRole(facts: Pick<MatchFacts, 'role'>, person: Prepared): Finding | null {
  const roles = person.profile.roles
  if (roles === undefined || roles.length === 0 || facts.role === null) return null
  const { role } = facts
  const near =
    (role === 'both' && (roles.includes('coding') || roles.includes('billing'))) ||
    (role !== 'adjacent' && roles.includes('both'))
  const fits = roles.includes(role) || near
  return finding(fits ? 'open' : 'stretch', () => ({
    requirement: `The job is ${ROLE_WORDS[role]}`,
    has: `You look for ${listed(
      roles.map((r) => ROLE_WORDS[r]),
      'or',
    )}`,
    gap: fits ? null : 'Not the kind of work you chose',
    words: null,
  }))
}

const spoken = (settings: readonly Setting[]): string =>
  settings.map((s) => s.replaceAll('_', ' ')).join(', ')

export function weighSettings(
  facts: Pick<MatchFacts, 'settings'>,
  person: Prepared,
): Finding | null {
  const refused = person.profile.settings_refused ?? []
  const met = facts.settings.filter((s) => refused.includes(s))
  if (refused.length === 0 || facts.settings.length === 0) return null
  return finding(met.length > 0 ? 'stretch' : 'open', () => ({
    requirement: `The employer is: ${spoken(facts.settings)}`,
    has: `You refuse: ${spoken(refused)}`,
    gap: met.length > 0 ? 'A kind of employer you refuse' : null,
    words: null,
  }))
}

const HOURS_WORDS: Readonly<Record<EmploymentType, string>> = {
  full_time: 'full time',
  part_time: 'part time',
  per_diem: 'by the day, as needed',
  contract: 'on contract',
  temporary: 'for a limited time',
  internship: 'as an internship',
}

/** Silence about hours speaks against nothing. */
export function weighHours(
  facts: Pick<MatchFacts, 'employment_type'>,
  person: Prepared,
): Finding | null {
  const wanted = person.profile.employment_types ?? []
  const { employment_type: type } = facts
  if (wanted.length === 0 || type === null) return null
  const fits = wanted.includes(type)
  return finding(fits ? 'open' : 'stretch', () => ({
    requirement: `The job is ${HOURS_WORDS[type]}`,
    has: `You would work ${listed(
      wanted.map((w) => HOURS_WORDS[w]),
      'or',
    )}`,
    gap: fits ? null : 'Not the hours you chose',
    words: null,
  }))
}

/**
 * Programs the advert names, held against those the person has used: something nice to have, which moves
 * the score alone. A program that is required stands in the requirement tree.
 */
export function weighSoftware(
  facts: Pick<MatchFacts, 'systems'>,
  person: Prepared,
): Finding | null {
  const known = facts.systems.filter((s) => person.software.has(s))
  if (person.software.size === 0 || facts.systems.length === 0) return null
  const spokenOf = (systems: readonly string[]) =>
    listed(
      systems.map((s) => s.replaceAll('_', ' ')),
      'and',
    )
  return {
    ...finding(known.length > 0 ? 'open' : 'stretch', () => ({
      requirement: `Programs the advert names: ${spokenOf(facts.systems)}`,
      has: known.length > 0 ? `You have used ${spokenOf(known)}` : 'You have used other programs',
      gap: null,
      words: null,
    })),
    nearness: known.length / facts.systems.length,
  }
}

const dollars = (n: number): string => `$${Number.isInteger(n) ? n : n.toFixed(2)}`

/** Only a stated top below the floor speaks against a job; silence about pay does not. */
export function weighPay(facts: Pick<MatchFacts, 'pay'>, person: Prepared): Finding | null {
  const floor = person.profile.pay_floor_hour
  if (floor === undefined || floor === 0) return null
  const { min, max } = hourlyEquivalent(facts.pay)
  const has = `You want at least ${dollars(floor)} an hour`
  const say = (requirement: string, gap: string | null) => () => ({
    requirement,
    has,
    gap,
    words: null,
  })
  if (max === null && min === null)
    return finding('open', say('Pay by the hour is not stated', null))
  if (max === null) return finding('open', say(`Pays from ${dollars(min ?? 0)} an hour`, null))
  return max < floor
    ? finding(
        'stretch',
        say(`Pays at most ${dollars(max)} an hour`, `${dollars(floor - max)} an hour too low`),
      )
    : finding('open', say(`Pays up to ${dollars(max)} an hour`, null))
}
