import type { MatchFacts } from '../../../../core/domain/match/facts.ts'
import type {
  CredentialRequirement,
  EducationRequirement,
  ExperienceRequirement,
  OtherRequirement,
  Requirement,
} from '../../../../core/domain/reading.ts'
import type { EducationLevel } from '../../../../core/domain/tags.ts'

/** The instant every case is judged at. */
export const NOW = '2026-11-24T12:00:00.000Z'

const said = (words: string) => ({ start: 0, end: words.length, words })

/** Builders of requirement trees: required unless told otherwise, with words that name the leaf. */
export function exp(
  min_months: number | null,
  domain: string | null,
  more: Partial<ExperienceRequirement> = {},
): ExperienceRequirement {
  const words = `${min_months ?? 'some'} months ${domain ?? 'work'}`
  return {
    kind: 'experience',
    strength: 'required',
    min_months,
    max_months: null,
    domain,
    ...said(words),
    ...more,
  }
}

export function cred(
  codes: string[],
  more: Partial<CredentialRequirement> = {},
): CredentialRequirement {
  return {
    kind: 'credential',
    strength: 'required',
    codes,
    any_of: true,
    class: null,
    accepted_apprentice: false,
    within_months_of_hire: null,
    ...said(codes.join(' or ')),
    ...more,
  }
}

export function edu(
  level: EducationLevel,
  more: Partial<EducationRequirement> = {},
): EducationRequirement {
  return {
    kind: 'education',
    strength: 'required',
    level,
    field: null,
    accredited: false,
    ...said(level),
    ...more,
  }
}

export function other(what: string, more: Partial<OtherRequirement> = {}): OtherRequirement {
  return { kind: 'other', strength: 'required', what, ...said(what), ...more }
}

export const all = (...of: Requirement[]): Requirement => ({ kind: 'all_of', of })
export const any = (...of: Requirement[]): Requirement => ({ kind: 'any_of', of })

/** An on-site coding job in Scranton, PA, open, that asks nothing and says so. */
export function advert(requirement: Requirement, more: Partial<MatchFacts> = {}): MatchFacts {
  return {
    title: 'Medical Coder',
    places: [{ city: 'Scranton', state: 'PA', country: 'US' }],
    status: 'open',
    closes_at: null,
    in_domain: true,
    role: 'coding',
    adjacent_role: null,
    level: 'unknown',
    min_months: null,
    max_months: null,
    preferred_months: null,
    entry: 'open',
    credentials: {
      required: [],
      any_of: false,
      required_class: null,
      preferred: [],
      accepted_apprentice: false,
      within_months_of_hire: null,
    },
    education: null,
    work_mode: 'onsite',
    hybrid_days_onsite: null,
    states_allowed: [],
    states_excluded: [],
    settings: [],
    specialties: [],
    systems: [],
    employment_type: null,
    pay: null,
    warnings: [],
    requirement,
    ...more,
  }
}
