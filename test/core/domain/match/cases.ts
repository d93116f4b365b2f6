import type { MatchFacts, MatchWorld } from '../../../../core/domain/match/facts.ts'
import type { Profile, Verdict } from '../../../../core/domain/profile.ts'
import { advert, all, any, cred, edu, exp, NOW, other } from './build.ts'

export interface Case {
  name: string
  profile: Profile
  facts: MatchFacts
  world?: Partial<MatchWorld>
  verdict: Verdict
  /** Parts of a reason that must stand in it; null = must be null. In any order among all reasons. */
  reasons: {
    requirement: string
    has?: string | null
    gap?: string | null
    words?: string | null
  }[]
}

/** A newcomer in Pennsylvania: nothing held, nothing worked, high school done. */
export const newcomer: Profile = {
  credentials: [],
  months: {},
  education: [{ level: 'high_school' }],
  state: 'PA',
}
export const holding = (...codes: string[]): Profile => ({
  ...newcomer,
  credentials: codes.map((code) => ({ code })),
})
export const worked = (months: Record<string, number>): Profile => ({ ...newcomer, months })
export const studied = (...education: NonNullable<Profile['education']>): Profile => ({
  ...newcomer,
  education,
})
export const asks = { entry: 'asks_experience' } as const
export const school = { entry: 'open_with_credential' } as const
const nothing = all()

/** Experience leaves: amounts, the ladder of domains, silence, maxima. */
const experience: Case[] = [
  {
    name: 'the advert says no experience is needed: open to a person with none',
    profile: newcomer,
    facts: advert(all(exp(0, null))),
    verdict: 'open',
    reasons: [{ requirement: 'No experience is needed', gap: null }],
  },
  {
    name: 'two years of billing asked, two years recorded: open',
    profile: worked({ billing: 24 }),
    facts: advert(all(exp(24, 'billing')), { ...asks, role: 'billing' }),
    verdict: 'open',
    reasons: [
      { requirement: '2 years of medical billing', has: '2 years of medical billing', gap: null },
    ],
  },
  {
    name: 'two years asked, one recorded: twelve short and half of what is asked, a stretch',
    profile: worked({ billing: 12 }),
    facts: advert(all(exp(24, 'billing')), { ...asks, role: 'billing' }),
    verdict: 'stretch',
    reasons: [{ requirement: '2 years of medical billing', gap: '12 months short' }],
  },
  {
    name: 'two years asked, eleven months recorded: thirteen short, not yet',
    profile: worked({ billing: 11 }),
    facts: advert(all(exp(24, 'billing')), { ...asks, role: 'billing' }),
    verdict: 'not_yet',
    reasons: [{ requirement: '2 years of medical billing', gap: '13 months short' }],
  },
  {
    name: 'six months asked, three recorded: short by exactly half, a stretch',
    profile: worked({ coding: 3 }),
    facts: advert(all(exp(6, 'coding')), asks),
    verdict: 'stretch',
    reasons: [{ requirement: '6 months of medical coding', gap: '3 months short' }],
  },
  {
    name: 'six months asked, two recorded: short by more than half, not yet',
    profile: worked({ coding: 2 }),
    facts: advert(all(exp(6, 'coding')), asks),
    verdict: 'not_yet',
    reasons: [{ requirement: '6 months of medical coding', gap: '4 months short' }],
  },
  {
    name: 'five years asked, four recorded: twelve short, a stretch',
    profile: worked({ coding: 48 }),
    facts: advert(all(exp(60, 'coding')), asks),
    verdict: 'stretch',
    reasons: [{ requirement: '5 years of medical coding', gap: '12 months short' }],
  },
  {
    name: 'a narrow month is also a month of the broader domain: nursing home billing meets billing',
    profile: worked({ snf_billing: 14 }),
    facts: advert(all(exp(12, 'billing')), { ...asks, role: 'billing' }),
    verdict: 'open',
    reasons: [{ requirement: '12 months of medical billing', has: '14 months' }],
  },
  {
    name: 'and of every broader one: a specialty month is a month of coding',
    profile: worked({ cardiology_coding: 12 }),
    facts: advert(all(exp(12, 'coding')), asks),
    verdict: 'open',
    reasons: [{ requirement: '12 months of medical coding', has: '12 months' }],
  },
  {
    name: 'broad and narrow overlap and are counted once: 12 of billing, 12 of it in a nursing home',
    profile: worked({ billing: 12, snf_billing: 12 }),
    facts: advert(all(exp(24, 'revenue_cycle')), { ...asks, role: 'billing' }),
    verdict: 'stretch',
    reasons: [{ requirement: '2 years of revenue cycle work', gap: '12 months short' }],
  },
  {
    name: 'narrow domains beside each other add up',
    profile: worked({ inpatient_coding: 6, outpatient_coding: 6 }),
    facts: advert(all(exp(12, 'coding')), asks),
    verdict: 'open',
    reasons: [{ requirement: '12 months of medical coding', has: '12 months' }],
  },
  {
    name: 'another branch of the ladder does not count: billing is not coding',
    profile: worked({ billing: 36 }),
    facts: advert(all(exp(12, 'coding')), asks),
    verdict: 'not_yet',
    reasons: [
      {
        requirement: '12 months of medical coding',
        has: 'No medical coding',
        gap: '12 months short',
      },
    ],
  },
  {
    name: 'office work is no billing',
    profile: worked({ office: 60 }),
    facts: advert(all(exp(12, 'billing')), { ...asks, role: 'billing' }),
    verdict: 'not_yet',
    reasons: [{ requirement: '12 months of medical billing', gap: '12 months short' }],
  },
  {
    name: 'a broader key may hold the narrow months: coding recorded, inpatient not told apart, unknown',
    profile: worked({ coding: 24 }),
    facts: advert(all(exp(12, 'inpatient_coding')), asks),
    verdict: 'unknown',
    reasons: [
      {
        requirement: '12 months of inpatient coding',
        has: 'tell us how much of it was',
        gap: null,
      },
    ],
  },
  {
    name: 'a broader key that is too small cannot hold them: not yet',
    profile: worked({ coding: 5 }),
    facts: advert(all(exp(12, 'inpatient_coding')), asks),
    verdict: 'not_yet',
    reasons: [{ requirement: '12 months of inpatient coding', gap: '12 months short' }],
  },
  {
    name: 'the narrow key told, and too small: not unknown any more',
    profile: worked({ coding: 24, inpatient_coding: 6 }),
    facts: advert(all(exp(12, 'inpatient_coding')), asks),
    verdict: 'stretch',
    reasons: [{ requirement: '12 months of inpatient coding', gap: '6 months short' }],
  },
  {
    name: 'months missing from the profile are unknown, not none',
    profile: { credentials: [], education: [], state: 'PA' },
    facts: advert(all(exp(12, 'coding')), asks),
    verdict: 'unknown',
    reasons: [{ requirement: '12 months of medical coding', has: null, gap: null }],
  },
  {
    name: 'work outside the ladder counts only when the advert names it',
    profile: worked({ call_center: 30 }),
    facts: advert(all(exp(12, 'call_center')), { ...asks, role: 'billing' }),
    verdict: 'open',
    reasons: [{ requirement: '12 months of call center', gap: null }],
  },
  {
    name: 'experience asked without a number, some recorded: likely, for how much is enough is unsaid',
    profile: worked({ billing: 6 }),
    facts: advert(all(exp(null, 'billing')), { ...asks, role: 'billing' }),
    verdict: 'likely',
    reasons: [{ requirement: 'gives no number', has: 'how much is enough is not said', gap: null }],
  },
  {
    name: 'experience asked without a number, none recorded: not yet',
    profile: newcomer,
    facts: advert(all(exp(null, 'billing')), { ...asks, role: 'billing' }),
    verdict: 'not_yet',
    reasons: [{ requirement: 'gives no number', gap: 'Some medical billing' }],
  },
  {
    name: 'two years of unnamed work for a coder, two years of coding: open',
    profile: worked({ coding: 24 }),
    facts: advert(all(exp(24, null)), asks),
    verdict: 'open',
    reasons: [{ requirement: 'does not say which', has: '2 years of medical coding', gap: null }],
  },
  {
    name: 'two years of unnamed work for a coder, two years at a medical front desk: likely',
    profile: worked({ front_desk: 24 }),
    facts: advert(all(exp(24, null)), asks),
    verdict: 'likely',
    reasons: [{ requirement: 'does not say which', has: 'whether that kind counts is not said' }],
  },
  {
    name: 'two years of unnamed work for a coder, none: not yet',
    profile: newcomer,
    facts: advert(all(exp(24, null)), asks),
    verdict: 'not_yet',
    reasons: [{ requirement: 'does not say which', gap: '2 years short' }],
  },
  {
    name: 'one to three years asked, five recorded: likely, and the reason says why',
    profile: worked({ coding: 60 }),
    facts: advert(all(exp(12, 'coding', { max_months: 36 })), asks),
    verdict: 'likely',
    reasons: [
      { requirement: '12 months of medical coding (up to 3 years)', has: 'above the 3 years' },
    ],
  },
  {
    name: 'experience only in the tags, not in the tree, still counts',
    profile: newcomer,
    facts: advert(nothing, { ...asks, min_months: 24 }),
    verdict: 'not_yet',
    reasons: [{ requirement: '2 years of paid work', gap: '2 years short', words: null }],
  },
  {
    name: 'unmarked items count as required and the reason says so',
    profile: newcomer,
    facts: advert(all(exp(12, 'coding', { strength: 'unspecified' })), asks),
    verdict: 'not_yet',
    reasons: [{ requirement: 'we take it as required', gap: '12 months short' }],
  },
  {
    name: 'what is only preferred never makes it worse',
    profile: newcomer,
    facts: advert(all(exp(0, null), exp(24, 'coding', { strength: 'preferred' }))),
    verdict: 'open',
    reasons: [{ requirement: 'Nice to have: 2 years of medical coding', gap: '2 years short' }],
  },
  {
    name: 'two modest misses are no longer modest: not yet',
    profile: worked({ billing: 12, coding: 12 }),
    facts: advert(all(exp(24, 'billing'), exp(24, 'coding')), { ...asks, role: 'both' }),
    verdict: 'not_yet',
    reasons: [
      { requirement: '2 years of medical billing', gap: '12 months short' },
      { requirement: '2 years of medical coding', gap: '12 months short' },
    ],
  },
]

/** Credential leaves: exact, usual, sometimes, none; apprentices; classes; deadlines. */
const credentials: Case[] = [
  {
    name: 'the asked credential is held: open',
    profile: holding('CPC'),
    facts: advert(all(cred(['CPC', 'CCS'])), school),
    verdict: 'open',
    reasons: [
      { requirement: 'CPC or CCS', has: 'You hold the CPC', gap: null, words: 'CPC or CCS' },
    ],
  },
  {
    name: 'an apprentice credential is not the full one: not yet, and the gap names the A',
    profile: { ...newcomer, credentials: [{ code: 'CPC', apprentice: true }] },
    facts: advert(all(cred(['CPC'])), school),
    verdict: 'not_yet',
    reasons: [{ requirement: 'CPC', has: 'CPC-A', gap: 'without the apprentice mark' }],
  },
  {
    name: 'apprentices accepted: open',
    profile: { ...newcomer, credentials: [{ code: 'CPC', apprentice: true }] },
    facts: advert(all(cred(['CPC'], { accepted_apprentice: true })), school),
    verdict: 'open',
    reasons: [{ requirement: 'apprentice status accepted', has: 'You hold the CPC-A', gap: null }],
  },
  {
    name: 'CPC-A listed, CPC held: the full one contains it, open',
    profile: holding('CPC'),
    facts: advert(all(cred(['CPC-A'], { accepted_apprentice: true })), school),
    verdict: 'open',
    reasons: [{ requirement: 'CPC-A', has: 'which counts', gap: null }],
  },
  {
    name: 'CPC-A welcome, CCA held: usually taken, likely',
    profile: holding('CCA'),
    facts: advert(all(cred(['CPC-A'], { accepted_apprentice: true })), school),
    verdict: 'likely',
    reasons: [{ requirement: 'CPC-A', has: 'usually take', gap: null }],
  },
  {
    name: 'CPC or CCS asked, COC held: usually taken, likely',
    profile: holding('COC'),
    facts: advert(all(cred(['CPC', 'CCS'])), school),
    verdict: 'likely',
    reasons: [{ requirement: 'CPC or CCS', has: 'usually take', gap: null }],
  },
  {
    name: 'the old name CPC-H is the COC',
    profile: holding('CPC-H'),
    facts: advert(all(cred(['COC'])), school),
    verdict: 'open',
    reasons: [{ requirement: 'COC', has: 'You hold the COC', gap: null }],
  },
  {
    name: 'CPC or CCS asked, RHIT held: some take it, a stretch',
    profile: holding('RHIT'),
    facts: advert(all(cred(['CPC', 'CCS'])), school),
    verdict: 'stretch',
    reasons: [{ requirement: 'CPC or CCS', has: 'some employers take', gap: 'Not held' }],
  },
  {
    name: 'CPC or CCS asked, CBCS held: does not count, not yet',
    profile: holding('CBCS'),
    facts: advert(all(cred(['CPC', 'CCS'])), school),
    verdict: 'not_yet',
    reasons: [
      { requirement: 'CPC or CCS', has: 'does not count here', gap: 'Not held: CPC or CCS' },
    ],
  },
  {
    name: 'RHIT asked, RHIA held: it replaces the RHIT, open',
    profile: holding('RHIA'),
    facts: advert(all(cred(['RHIT'])), school),
    verdict: 'open',
    reasons: [{ requirement: 'RHIT', has: 'which counts', gap: null }],
  },
  {
    name: 'HCS-D asked, CPC held: a general coder does not count',
    profile: holding('CPC'),
    facts: advert(all(cred(['HCS-D'])), school),
    verdict: 'not_yet',
    reasons: [{ requirement: 'HCS-D', gap: 'Not held: HCS-D' }],
  },
  {
    name: 'all of two asked, one held: not yet, and the gap names the other',
    profile: holding('CPC'),
    facts: advert(all(cred(['CPC', 'CRC'], { any_of: false })), school),
    verdict: 'not_yet',
    reasons: [{ requirement: 'CPC and CRC', gap: 'Not held: CRC' }],
  },
  {
    name: 'all of two asked, both held in another order: open',
    profile: holding('CRC', 'CPC'),
    facts: advert(all(cred(['CPC', 'CRC'], { any_of: false })), school),
    verdict: 'open',
    reasons: [{ requirement: 'CPC and CRC', gap: null }],
  },
  {
    name: 'credentials missing from the profile are unknown',
    profile: { months: {}, education: [], state: 'PA' },
    facts: advert(all(cred(['CPC'])), school),
    verdict: 'unknown',
    reasons: [{ requirement: 'CPC', has: null, gap: null }],
  },
  {
    name: 'an empty list of credentials is none',
    profile: newcomer,
    facts: advert(all(cred(['CPC'])), school),
    verdict: 'not_yet',
    reasons: [{ requirement: 'CPC', has: 'No credential on record', gap: 'Not held: CPC' }],
  },
  {
    name: 'any AAPC or AHIMA certification, CCA held: open',
    profile: holding('CCA'),
    facts: advert(all(cred([], { class: 'any_coding' })), school),
    verdict: 'open',
    reasons: [{ requirement: 'A coding certification of AAPC or AHIMA', gap: null }],
  },
  {
    name: 'any AAPC or AHIMA certification, CPC-A held: ask about the A, likely',
    profile: holding('CPC-A'),
    facts: advert(all(cred([], { class: 'any_coding' })), school),
    verdict: 'likely',
    reasons: [
      { requirement: 'A coding certification', has: 'ask whether apprentice status counts' },
    ],
  },
  {
    name: 'any AAPC or AHIMA certification, CBCS held: of another body, not yet',
    profile: holding('CBCS'),
    facts: advert(all(cred([], { class: 'any_coding' })), school),
    verdict: 'not_yet',
    reasons: [{ requirement: 'A coding certification', gap: 'A certification of this kind' }],
  },
  {
    name: 'any billing certification, CMRS held: open',
    profile: holding('CMRS'),
    facts: advert(all(cred([], { class: 'any_billing' })), { ...school, role: 'billing' }),
    verdict: 'open',
    reasons: [{ requirement: 'A billing certification', gap: null }],
  },
  {
    name: 'any billing certification, CPC held: some take a coder, a stretch',
    profile: holding('CPC'),
    facts: advert(all(cred([], { class: 'any_billing' })), { ...school, role: 'billing' }),
    verdict: 'stretch',
    reasons: [{ requirement: 'A billing certification', has: 'some employers take' }],
  },
  {
    name: 'due within twelve months of hire, not held: open now, with the deadline',
    profile: newcomer,
    facts: advert(all(exp(0, null), cred(['CPC'], { within_months_of_hire: 12 }))),
    verdict: 'open',
    reasons: [
      { requirement: 'CPC within 12 months of hire', has: '12 months to earn it', gap: null },
    ],
  },
  {
    name: 'a deadline and silence about experience: likely, never open',
    profile: newcomer,
    facts: advert(all(cred(['CPC'], { within_months_of_hire: 6 })), { entry: 'not_stated' }),
    verdict: 'likely',
    reasons: [
      { requirement: 'CPC within 6 months of hire', gap: null },
      { requirement: 'Paid experience: the advert does not say', has: null, gap: null },
    ],
  },
  {
    name: 'a credential never waives experience that stands beside it',
    profile: holding('CPC'),
    facts: advert(all(cred(['CPC']), exp(24, 'coding')), asks),
    verdict: 'not_yet',
    reasons: [
      { requirement: 'CPC', gap: null },
      { requirement: '2 years of medical coding', gap: '2 years short' },
    ],
  },
]

/** Education leaves: levels, fields, accreditation, courses not finished. */
const education: Case[] = [
  {
    name: 'high school asked, high school done: open',
    profile: newcomer,
    facts: advert(all(exp(0, null), edu('high_school'))),
    verdict: 'open',
    reasons: [{ requirement: 'High school diploma or GED', gap: null }],
  },
  {
    name: 'high school asked, schooling missing from the profile: unsaid, likely',
    profile: { credentials: [], months: {}, state: 'PA' },
    facts: advert(all(exp(0, null), edu('high_school'))),
    verdict: 'likely',
    reasons: [{ requirement: 'High school diploma or GED', has: null, gap: null }],
  },
  {
    name: 'associate asked, high school only: not yet',
    profile: newcomer,
    facts: advert(all(edu('associate')), school),
    verdict: 'not_yet',
    reasons: [{ requirement: 'Associate degree', gap: 'Associate degree' }],
  },
  {
    name: 'associate asked, bachelor held: open',
    profile: studied({ level: 'bachelor', field: 'history' }),
    facts: advert(all(edu('associate')), school),
    verdict: 'open',
    reasons: [{ requirement: 'Associate degree', gap: null }],
  },
  {
    name: 'associate asked, schooling missing from the profile: unknown',
    profile: { credentials: [], months: {}, state: 'PA' },
    facts: advert(all(edu('associate')), school),
    verdict: 'unknown',
    reasons: [{ requirement: 'Associate degree', has: null, gap: null }],
  },
  {
    name: 'associate in health information asked, associate in art held: not yet',
    profile: studied({ level: 'associate', field: 'art' }),
    facts: advert(all(edu('associate', { field: 'health information' })), school),
    verdict: 'not_yet',
    reasons: [{ requirement: 'in health information', gap: 'Associate degree' }],
  },
  {
    name: 'a related field is taken: likely',
    profile: studied({ level: 'associate', field: 'business' }),
    facts: advert(all(edu('associate', { field: 'finance or related field' })), school),
    verdict: 'likely',
    reasons: [{ requirement: 'finance or related field', has: 'takes related fields', gap: null }],
  },
  {
    name: 'a coding certificate asked, the course done: open',
    profile: studied({ level: 'certificate', field: 'medical billing and coding' }),
    facts: advert(all(edu('certificate', { field: 'medical coding' })), school),
    verdict: 'open',
    reasons: [{ requirement: 'Certificate from a course', gap: null }],
  },
  {
    name: 'the course ends in two months: likely',
    profile: studied({
      level: 'certificate',
      field: 'medical coding',
      status: 'in_progress',
      ends: '2027-01-20',
    }),
    facts: advert(all(edu('certificate', { field: 'medical coding' })), school),
    verdict: 'likely',
    reasons: [{ requirement: 'Certificate', has: 'you finish soon', gap: null }],
  },
  {
    name: 'the course ends in a year: a stretch',
    profile: studied({
      level: 'certificate',
      field: 'medical coding',
      status: 'in_progress',
      ends: '2027-11-20',
    }),
    facts: advert(all(edu('certificate', { field: 'medical coding' })), school),
    verdict: 'stretch',
    reasons: [{ requirement: 'Certificate', has: 'not finished yet', gap: 'Certificate' }],
  },
  {
    name: 'RHIT eligible asked, graduate of an accredited programme: open',
    profile: studied({ level: 'associate', field: 'health information', accredited: true }),
    facts: advert(all(edu('associate', { accredited: true })), school),
    verdict: 'open',
    reasons: [{ requirement: 'accredited health information programme', gap: null }],
  },
  {
    name: 'RHIT eligible asked, accreditation not told: likely',
    profile: studied({ level: 'associate', field: 'health information' }),
    facts: advert(all(edu('associate', { accredited: true })), school),
    verdict: 'likely',
    reasons: [{ requirement: 'accredited', has: 'whether it is accredited', gap: null }],
  },
  {
    name: 'RHIT eligible asked, RHIT held: the credential proves the degree',
    profile: holding('RHIT'),
    facts: advert(all(edu('associate', { accredited: true })), school),
    verdict: 'open',
    reasons: [{ requirement: 'accredited', has: 'Your RHIT proves', gap: null }],
  },
  {
    name: 'RHIT eligible asked, a coding credential alone: not yet',
    profile: holding('CPC'),
    facts: advert(all(edu('associate', { accredited: true })), school),
    verdict: 'not_yet',
    reasons: [{ requirement: 'accredited', has: 'High school diploma' }],
  },
]

/** Alternatives, nesting, and what a profile does not record. */
const trees: Case[] = [
  {
    name: 'the second of three unlike alternatives is met: open, and the reason says which',
    profile: worked({ medical_records: 12 }),
    facts: advert(
      all(any(cred(['CPC', 'CCS']), exp(12, 'medical_records'), edu('some_college'))),
      school,
    ),
    verdict: 'open',
    reasons: [
      {
        requirement: 'Any one of these: (1) CPC or CCS; (2) 12 months of medical records work; (3)',
        has: 'You meet the second of three: 12 months',
        gap: null,
        words: '12 months medical_records',
      },
    ],
  },
  {
    name: 'no alternative is met: the nearest one is named with its gap',
    profile: worked({ billing: 8 }),
    facts: advert(all(any(exp(12, 'billing'), edu('associate'))), { ...asks, role: 'billing' }),
    verdict: 'stretch',
    reasons: [
      {
        requirement: 'Any one of these',
        has: 'Nearest is the first of two',
        gap: '4 months short',
      },
    ],
  },
  {
    name: 'paired ladders: high school and two years, or associate and none; the associate opens it',
    profile: studied({ level: 'associate', field: 'health information' }),
    facts: advert(
      any(all(edu('high_school'), exp(24, 'coding')), all(edu('associate'), exp(0, 'coding'))),
      asks,
    ),
    verdict: 'open',
    reasons: [{ requirement: 'and', has: 'You meet the second of two', gap: null }],
  },
  {
    name: 'paired ladders: high school and 14 of 24 months; the first branch is a stretch',
    profile: worked({ coding: 14 }),
    facts: advert(
      any(all(edu('high_school'), exp(24, 'coding')), all(edu('associate'), exp(0, 'coding'))),
      asks,
    ),
    verdict: 'stretch',
    reasons: [{ requirement: 'Any one of these', gap: '10 months short' }],
  },
  {
    name: 'a preferred alternative of a required one is a way to meet it',
    profile: holding('CCS'),
    facts: advert(all(any(exp(24, 'coding'), cred(['CCS'], { strength: 'preferred' }))), asks),
    verdict: 'open',
    reasons: [{ requirement: 'Any one of these', has: 'second of two', gap: null }],
  },
  {
    name: 'alternatives that are all preferred ask nothing: experience silent, so likely',
    profile: newcomer,
    facts: advert(
      any(cred(['CPC'], { strength: 'preferred' }), exp(12, 'coding', { strength: 'preferred' })),
      { entry: 'not_stated' },
    ),
    verdict: 'likely',
    reasons: [{ requirement: 'does not say whether it is needed' }],
  },
  {
    name: 'an unknown alternative beside a clear miss leaves it unknown',
    profile: { credentials: [], months: {}, state: 'PA' },
    facts: advert(any(cred(['CPC']), edu('associate')), school),
    verdict: 'unknown',
    reasons: [{ requirement: 'Any one of these', gap: null }],
  },
  {
    name: 'a drug screen is something to check, not a bar',
    profile: newcomer,
    facts: advert(all(exp(0, null), other('drug screen'))),
    verdict: 'open',
    reasons: [{ requirement: 'Drug screen (check this yourself)', has: null, gap: null }],
  },
  {
    name: 'a nursing licence decides and is not in the profile: unknown',
    profile: newcomer,
    facts: advert(all(exp(0, null), other('RN licence'))),
    verdict: 'unknown',
    reasons: [{ requirement: 'RN licence (check this yourself)' }],
  },
  {
    name: 'a second language is unsaid: likely',
    profile: newcomer,
    facts: advert(all(exp(0, null), other('bilingual in Spanish'))),
    verdict: 'likely',
    reasons: [{ requirement: 'Bilingual in Spanish' }],
  },
  {
    name: 'an alternative outside the profile cannot be told: unknown',
    profile: newcomer,
    facts: advert(any(exp(24, 'coding'), other('military medical course')), asks),
    verdict: 'unknown',
    reasons: [{ requirement: 'Any one of these' }],
  },
]

/** What the advert as a whole says: silence, contradiction, closing. */
const adverts: Case[] = [
  {
    name: 'the credential fits and experience is not spoken of: likely',
    profile: holding('CPC'),
    facts: advert(all(cred(['CPC'])), { entry: 'not_stated' }),
    verdict: 'likely',
    reasons: [{ requirement: 'Paid experience: the advert does not say' }],
  },
  {
    name: 'a credential is needed by the tags, but none could be named, and none is held: not yet',
    profile: newcomer,
    facts: advert(nothing, school),
    verdict: 'not_yet',
    reasons: [{ requirement: 'the advert does not say which', has: 'No credential on record' }],
  },
  {
    name: 'a degree asked by the tags alone still counts',
    profile: newcomer,
    facts: advert(nothing, {
      ...school,
      education: { level: 'associate', field: null, strength: 'required' },
    }),
    verdict: 'not_yet',
    reasons: [{ requirement: 'Associate degree', words: null }],
  },
  {
    name: 'nothing can be read: unknown',
    profile: holding('CPC'),
    facts: advert(nothing, { entry: 'not_stated' }),
    verdict: 'unknown',
    reasons: [{ requirement: 'We could not read what this advert asks' }],
  },
  {
    name: 'entry wording beside two years: the stated number counts, and a reason says so',
    profile: newcomer,
    facts: advert(all(exp(24, 'coding')), {
      entry: 'contradictory',
      min_months: 24,
      warnings: [{ code: 'contradiction', words: 'Entry level' }],
    }),
    verdict: 'not_yet',
    reasons: [
      { requirement: '2 years of medical coding', gap: '2 years short' },
      { requirement: 'speaks to beginners and still asks for 2 years', words: 'Entry level' },
    ],
  },
  {
    name: 'a closed advert: not yet, whatever fits',
    profile: holding('CPC'),
    facts: advert(all(cred(['CPC'])), { ...school, status: 'closed' }),
    verdict: 'not_yet',
    reasons: [{ requirement: 'The advert is closed', gap: 'no more applications' }],
  },
  {
    name: 'its closing time is past: not yet',
    profile: holding('CPC'),
    facts: advert(all(cred(['CPC'])), { ...school, closes_at: '2026-11-23T10:00:00.000Z' }),
    verdict: 'not_yet',
    reasons: [{ requirement: 'The advert closed on 2026-11-23' }],
  },
  {
    name: 'its closing time is ahead: judged as usual',
    profile: holding('CPC'),
    facts: advert(all(cred(['CPC'])), { ...school, closes_at: '2026-11-25T10:00:00.000Z' }),
    verdict: 'open',
    reasons: [{ requirement: 'CPC', gap: null }],
  },
  {
    name: 'an empty profile: not enough to say, and what to tell first',
    profile: {},
    facts: advert(all(exp(0, null))),
    verdict: 'unknown',
    reasons: [
      { requirement: 'tell us first which credentials', has: null, gap: null, words: null },
    ],
  },
]

export const near: Partial<MatchWorld> = {
  distance: (_zip, place) =>
    place.city === 'Scranton' ? 12 : place.city === 'Binghamton' ? 55 : null,
  stateOf: (zip) => (zip.startsWith('185') ? 'PA' : null),
}
export const commuter: Profile = { ...newcomer, zip: '18503', radius_miles: 25 }
export const easy = all(exp(0, null))
export const remote: Partial<MatchFacts> = { work_mode: 'remote', places: [] }

/** Where the job is, how it is done, what it pays: wishes, and limits on where one may live. */
const wishes: Case[] = [
  {
    name: 'on site in another state: a stretch',
    profile: { ...newcomer, state: 'OH' },
    facts: advert(easy),
    verdict: 'stretch',
    reasons: [
      { requirement: 'Work in Scranton, PA', has: 'You live in OH', gap: 'Not in your state' },
    ],
  },
  {
    name: 'on site, state not told: likely',
    profile: { credentials: [], months: {}, education: [] },
    facts: advert(easy),
    verdict: 'likely',
    reasons: [{ requirement: 'Work in Scranton, PA', has: null, gap: null }],
  },
  {
    name: 'within the radius: open',
    profile: commuter,
    facts: advert(easy),
    world: near,
    verdict: 'open',
    reasons: [{ requirement: 'Work in Scranton, PA', has: '12 miles away', gap: null }],
  },
  {
    name: 'beyond the radius: a stretch with the miles',
    profile: { ...commuter, radius_miles: 5 },
    facts: advert(easy),
    world: near,
    verdict: 'stretch',
    reasons: [{ requirement: 'Work in Scranton, PA', gap: '7 miles beyond your radius' }],
  },
  {
    name: 'across the state line but within the radius: open',
    profile: { ...commuter, radius_miles: 60 },
    facts: advert(easy, { places: [{ city: 'Binghamton', state: 'NY', country: 'US' }] }),
    world: near,
    verdict: 'open',
    reasons: [{ requirement: 'Work in Binghamton, NY', has: '55 miles away', gap: null }],
  },
  {
    name: 'several places: the nearest counts',
    profile: commuter,
    facts: advert(easy, {
      places: [
        { city: 'Binghamton', state: 'NY', country: 'US' },
        { city: 'Scranton', state: 'PA', country: 'US' },
      ],
    }),
    world: near,
    verdict: 'open',
    reasons: [{ requirement: 'Work in Scranton, PA', gap: null }],
  },
  {
    name: 'a town the table does not know, in the same state: likely',
    profile: commuter,
    facts: advert(easy, { places: [{ city: 'Nowhere', state: 'PA', country: 'US' }] }),
    world: near,
    verdict: 'likely',
    reasons: [{ requirement: 'Work in Nowhere, PA', gap: null }],
  },
  {
    name: 'the ZIP code tells the state: on site in it, no radius, open',
    profile: { credentials: [], months: {}, education: [], zip: '18503' },
    facts: advert(easy),
    world: near,
    verdict: 'open',
    reasons: [{ requirement: 'Work in Scranton, PA', has: 'You live in PA' }],
  },
  {
    name: 'remote with no limits: the place does not matter',
    profile: { ...newcomer, state: 'OH' },
    facts: advert(easy, { ...remote }),
    verdict: 'open',
    reasons: [{ requirement: 'No experience is needed' }],
  },
  {
    name: 'remote, and the state is not among the allowed ones: not yet',
    profile: { ...newcomer, state: 'OH' },
    facts: advert(easy, { ...remote, states_allowed: ['PA', 'NY'] }),
    verdict: 'not_yet',
    reasons: [{ requirement: 'You must live in PA or NY', has: 'You live in OH', gap: 'shut out' }],
  },
  {
    name: 'remote, and the state is excluded: not yet',
    profile: { ...newcomer, state: 'CA' },
    facts: advert(easy, { ...remote, states_excluded: ['CA', 'NY'] }),
    verdict: 'not_yet',
    reasons: [{ requirement: 'Not open to people who live in CA or NY', gap: 'shut out' }],
  },
  {
    name: 'remote with state limits, state not told: unknown',
    profile: { credentials: [], months: {}, education: [] },
    facts: advert(easy, { ...remote, states_allowed: ['PA'] }),
    verdict: 'unknown',
    reasons: [{ requirement: 'You must live in PA', has: null, gap: null }],
  },
  {
    name: 'only remote wished, on site offered: a stretch',
    profile: { ...newcomer, work_modes: ['remote'] },
    facts: advert(easy),
    verdict: 'stretch',
    reasons: [{ requirement: 'Work on site', has: 'from home', gap: 'Not the way of working' }],
  },
  {
    name: 'only remote wished, the advert does not say: likely',
    profile: { ...newcomer, work_modes: ['remote'] },
    facts: advert(easy, { work_mode: 'not_stated' }),
    verdict: 'likely',
    reasons: [{ requirement: 'Where the work is done is not said', gap: null }],
  },
  {
    name: 'remote after training, on site and remote both wished: open',
    profile: { ...newcomer, work_modes: ['onsite', 'remote'] },
    facts: advert(easy, { work_mode: 'remote_after' }),
    verdict: 'open',
    reasons: [{ requirement: 'Work on site first, then from home', gap: null }],
  },
  {
    name: 'remote after training, only remote wished: a stretch',
    profile: { ...newcomer, work_modes: ['remote'] },
    facts: advert(easy, { work_mode: 'remote_after' }),
    verdict: 'stretch',
    reasons: [{ requirement: 'Work on site first, then from home', gap: 'Not the way' }],
  },
  {
    name: 'a refused setting: a stretch',
    profile: { ...newcomer, settings_refused: ['correctional'] },
    facts: advert(easy, { settings: ['correctional'] }),
    verdict: 'stretch',
    reasons: [{ requirement: 'The employer is: correctional', gap: 'you refuse' }],
  },
  {
    name: 'pays at most 17 dollars an hour, 20 wished: a stretch',
    profile: { ...newcomer, pay_floor_hour: 20 },
    facts: advert(easy, { pay: { min: 15, max: 17, unit: 'hour' } }),
    verdict: 'stretch',
    reasons: [{ requirement: 'Pays at most $17 an hour', gap: '$3 an hour too low' }],
  },
  {
    name: 'yearly pay is held against an hourly floor: 41,600 a year is 20 an hour, open',
    profile: { ...newcomer, pay_floor_hour: 20 },
    facts: advert(easy, { pay: { min: 33_280, max: 41_600, unit: 'year' } }),
    verdict: 'open',
    reasons: [{ requirement: 'Pays up to $20 an hour', gap: null }],
  },
  {
    name: 'silence about pay speaks against nothing',
    profile: { ...newcomer, pay_floor_hour: 30 },
    facts: advert(easy),
    verdict: 'open',
    reasons: [{ requirement: 'Pay by the hour is not stated', gap: null }],
  },
  {
    name: 'a billing job for a person who looks for coding only: a stretch',
    profile: { ...newcomer, roles: ['coding'] },
    facts: advert(easy, { role: 'billing' }),
    verdict: 'stretch',
    reasons: [{ requirement: 'The job is medical billing', gap: 'Not the kind of work' }],
  },
  {
    name: 'coding and billing in one job suits a person who looks for coding: open',
    profile: { ...newcomer, roles: ['coding'] },
    facts: advert(easy, { role: 'both' }),
    verdict: 'open',
    reasons: [{ requirement: 'The job is coding and billing', gap: null }],
  },
  {
    name: 'a wish that does not fit never rescues a clear miss',
    profile: { ...newcomer, work_modes: ['remote'] },
    facts: advert(all(exp(24, 'coding')), asks),
    verdict: 'not_yet',
    reasons: [{ requirement: '2 years of medical coding', gap: '2 years short' }],
  },
  {
    name: 'abroad: a stretch',
    profile: newcomer,
    facts: advert(easy, { places: [{ city: 'London', state: 'England', country: 'GB' }] }),
    verdict: 'stretch',
    reasons: [{ requirement: 'Work in London, England' }],
  },
]

export const CASES: readonly Case[] = [
  ...experience,
  ...credentials,
  ...education,
  ...trees,
  ...adverts,
  ...wishes,
].map((c) => ({ ...c, world: { now: NOW, ...c.world } }))
