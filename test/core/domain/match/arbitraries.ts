import fc from 'fast-check'
import type { MatchFacts, MatchWorld } from '../../../../core/domain/match/facts.ts'
import type { Profile } from '../../../../core/domain/profile.ts'
import type { Requirement } from '../../../../core/domain/reading.ts'
import {
  EDUCATION_LEVELS,
  EMPLOYMENT_TYPES,
  ENTRY_VERDICTS,
  STRENGTHS,
  WORK_MODES,
} from '../../../../core/domain/tags.ts'
import { advert, cred, edu, exp, NOW, other } from './build.ts'

export const CODES = [
  'CPC',
  'CPC-A',
  'COC',
  'CIC',
  'CRC',
  'CCA',
  'CCS',
  'RHIT',
  'RHIA',
  'CPB',
  'CMRS',
  'CBCS',
]
export const DOMAINS = [
  'coding',
  'profee_coding',
  'inpatient_coding',
  'cardiology_coding',
  'billing',
  'snf_billing',
  'revenue_cycle',
  'front_desk',
  'office',
  'retail',
]
const strength = fc.constantFrom(...STRENGTHS)
export const months = fc.constantFrom(0, 3, 6, 12, 18, 24, 36)

const words = fc.constantFrom('2 years', '2 years or related experience', 'Epic experience')

export const leaf: fc.Arbitrary<Requirement> = fc.oneof(
  fc
    .record({
      min: fc.option(months, { nil: null }),
      domain: fc.option(fc.constantFrom(...DOMAINS), { nil: null }),
      strength,
      words,
    })
    .map(({ min, domain, ...more }) => exp(min, domain, more)),
  fc
    .record({
      codes: fc.uniqueArray(fc.constantFrom(...CODES), { maxLength: 3 }),
      any_of: fc.boolean(),
      class: fc.constantFrom(null, 'any_coding' as const, 'any_billing' as const),
      accepted_apprentice: fc.boolean(),
      within_months_of_hire: fc.constantFrom(null, null, 12),
      strength,
    })
    .map(({ codes, ...more }) => cred(codes, more)),
  fc
    .record({
      level: fc.constantFrom(...EDUCATION_LEVELS),
      field: fc.constantFrom(null, 'health information', 'business', 'finance or related field'),
      accredited: fc.boolean(),
      strength,
    })
    .map(({ level, ...more }) => edu(level, more)),
  fc
    .record({ what: fc.constantFrom('drug screen', 'RN licence', 'bilingual'), strength })
    .map(({ what, ...more }) => other(what, more)),
)

export const { tree } = fc.letrec<{ tree: Requirement }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    leaf,
    fc.record({
      kind: fc.constantFrom('all_of' as const, 'any_of' as const),
      of: fc.array(tie('tree'), { maxLength: 4 }),
    }),
  ),
}))

export const someFacts: fc.Arbitrary<MatchFacts> = fc
  .record({
    requirement: tree,
    entry: fc.constantFrom(...ENTRY_VERDICTS),
    min_months: fc.option(months, { nil: null }),
    in_domain: fc.constantFrom(true, true, true, false),
    adjacent_role: fc.constantFrom(null, 'front_desk' as const, 'scheduling' as const),
    role: fc.constantFrom('coding' as const, 'billing' as const, 'both' as const, null),
    work_mode: fc.constantFrom(...WORK_MODES),
    places: fc.subarray([
      { city: 'Near', state: 'PA', country: 'US' },
      { city: 'Far', state: 'NY', country: 'US' },
      { city: null, state: 'PA', country: 'US' },
      { city: 'Paris', state: null, country: 'FR' },
    ]),
    states_allowed: fc.subarray(['PA', 'NY']),
    states_excluded: fc.constantFrom<string[]>([], [], ['OH']),
    settings: fc.subarray(['snf' as const, 'va' as const]),
    systems: fc.subarray(['epic', 'cerner']),
    employment_type: fc.constantFrom(null, ...EMPLOYMENT_TYPES),
    pay: fc.constantFrom(
      null,
      { min: 15, max: 20, unit: 'hour' as const },
      { min: null, max: 60_000, unit: 'year' as const },
      { min: 3, max: 4, unit: 'chart' as const },
    ),
    status: fc.constantFrom('open' as const, 'open' as const, 'open' as const, 'closed' as const),
    closes_at: fc.constantFrom(null, null, '2026-11-23T10:00:00Z', '2026-12-01T10:00:00Z'),
  })
  .map(({ requirement, ...more }) => advert(requirement, more))

export const someProfile: fc.Arbitrary<Profile> = fc
  .record(
    {
      credentials: fc.array(
        fc.record({ code: fc.constantFrom(...CODES), apprentice: fc.boolean() }),
        { maxLength: 4 },
      ),
      months: fc.dictionary(fc.constantFrom(...DOMAINS), months, { maxKeys: 4 }),
      education: fc.array(
        fc.record({
          level: fc.constantFrom(...EDUCATION_LEVELS),
          field: fc.constantFrom(null, 'medical coding', 'business'),
          accredited: fc.boolean(),
        }),
        { maxLength: 2 },
      ),
      software: fc.subarray(['Epic', 'Meditech']),
      externship_hours: fc.constantFrom(0, 160),
      state: fc.constantFrom('PA', 'NY', 'OH'),
      states_too: fc.subarray(['NY']),
      zip: fc.constant('18503'),
      radius_miles: fc.constantFrom(5, 25, 100),
      work_modes: fc.subarray(['onsite' as const, 'hybrid' as const, 'remote' as const]),
      roles: fc.subarray(['coding' as const, 'billing' as const, 'adjacent' as const]),
      adjacent_roles: fc.subarray(['front_desk' as const]),
      settings_refused: fc.subarray(['snf' as const]),
      employment_types: fc.subarray(['full_time' as const, 'part_time' as const]),
      pay_floor_hour: fc.constantFrom(10, 18, 25),
    },
    { requiredKeys: [] },
  )
  .map((p) => ({ ...p }))

/** "Near" is 10 miles from any ZIP code and "Far" 60; other towns are not in the table. */
export const world: MatchWorld = {
  now: NOW,
  distance: (_zip, place) => (place.city === 'Near' ? 10 : place.city === 'Far' ? 60 : null),
  stateOf: () => 'PA',
}
