import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { MatchFacts, MatchWorld } from '../../../../core/domain/match/facts.ts'
import { matchListing } from '../../../../core/domain/match/match-listing.ts'
import { compareVerdicts } from '../../../../core/domain/match/verdicts.ts'
import type { Profile, Verdict } from '../../../../core/domain/profile.ts'
import type { Requirement } from '../../../../core/domain/reading.ts'
import { EDUCATION_LEVELS, ENTRY_VERDICTS, STRENGTHS } from '../../../../core/domain/tags.ts'
import { advert, cred, edu, exp, NOW, other } from './build.ts'

const CODES = ['CPC', 'CPC-A', 'COC', 'CIC', 'CRC', 'CCA', 'CCS', 'RHIT', 'CPB', 'CMRS', 'CBCS']
const DOMAINS = [
  'coding',
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
const months = fc.constantFrom(0, 3, 6, 12, 18, 24, 36)

const leaf: fc.Arbitrary<Requirement> = fc.oneof(
  fc
    .record({
      min: fc.option(months, { nil: null }),
      domain: fc.option(fc.constantFrom(...DOMAINS), { nil: null }),
      strength,
    })
    .map((x) => exp(x.min, x.domain, { strength: x.strength })),
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
  fc.constantFrom('drug screen', 'RN licence', 'bilingual').map((what) => other(what)),
)

const { tree } = fc.letrec<{ tree: Requirement }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    leaf,
    fc.record({
      kind: fc.constantFrom('all_of' as const, 'any_of' as const),
      of: fc.array(tie('tree'), { maxLength: 4 }),
    }),
  ),
}))

const someFacts: fc.Arbitrary<MatchFacts> = fc
  .record({
    requirement: tree,
    entry: fc.constantFrom(...ENTRY_VERDICTS),
    min_months: fc.option(months, { nil: null }),
    role: fc.constantFrom('coding' as const, 'billing' as const, 'both' as const, null),
    work_mode: fc.constantFrom('onsite', 'hybrid', 'remote', 'remote_after', 'not_stated'),
    places: fc.subarray([
      { city: 'Near', state: 'PA', country: 'US' },
      { city: 'Far', state: 'NY', country: 'US' },
      { city: null, state: 'PA', country: 'US' },
    ]),
    states_allowed: fc.subarray(['PA', 'NY']),
    settings: fc.subarray(['snf' as const, 'va' as const]),
    pay: fc.constantFrom(null, { min: 15, max: 20, unit: 'hour' as const }),
  })
  .map(({ requirement, ...more }) => advert(requirement, more as Partial<MatchFacts>))

const someProfile: fc.Arbitrary<Profile> = fc
  .record(
    {
      credentials: fc.array(
        fc.record({ code: fc.constantFrom(...CODES), apprentice: fc.boolean() }),
        { maxLength: 4 },
      ),
      months: fc.dictionary(fc.constantFrom(...DOMAINS), months, { maxKeys: 4 }),
      education: fc.array(
        fc.record({ level: fc.constantFrom(...EDUCATION_LEVELS), accredited: fc.boolean() }),
        { maxLength: 2 },
      ),
      state: fc.constantFrom('PA', 'NY', 'OH'),
      zip: fc.constant('18503'),
      radius_miles: fc.constantFrom(5, 25, 100),
      work_modes: fc.subarray(['onsite' as const, 'hybrid' as const, 'remote' as const]),
      settings_refused: fc.subarray(['snf' as const]),
      pay_floor_hour: fc.constantFrom(10, 18, 25),
    },
    { requiredKeys: [] },
  )
  .map((p) => ({ ...p }))

const world: MatchWorld = {
  now: NOW,
  distance: (_zip, place) => (place.city === 'Near' ? 10 : place.city === 'Far' ? 60 : null),
}
const verdict = (profile: Profile, facts: MatchFacts): Verdict =>
  matchListing(profile, facts, world).verdict

/**
 * An unknown verdict may turn into a clear no when the point that could not be told comes to light as a
 * second modest miss; every other change must be for the better.
 */
const maySettle = (one: Verdict): boolean => one === 'unknown'

function neverWorse(before: Profile, after: Profile, facts: MatchFacts, settles = false): void {
  const one = verdict(before, facts)
  const two = verdict(after, facts)
  if (settles && maySettle(one)) return
  expect(compareVerdicts(two, one), `${one} became ${two}`).toBeGreaterThanOrEqual(0)
}

const RUNS = { numRuns: 1000 }

describe('whatever the advert and the profile', () => {
  test('more months under a known key never make the verdict worse when no maximum is stated', () => {
    fc.assert(
      fc.property(someProfile, someFacts, fc.nat(), months, (profile, facts, pick, more) => {
        const keys = Object.keys(profile.months ?? {})
        fc.pre(keys.length > 0)
        const key = keys[pick % keys.length] as string
        const grown = { ...profile.months, [key]: (profile.months?.[key] ?? 0) + more }
        neverWorse(profile, { ...profile, months: grown }, facts, true)
      }),
      RUNS,
    )
  })

  test('one more credential never makes it worse once the credentials are told', () => {
    fc.assert(
      fc.property(someProfile, someFacts, fc.constantFrom(...CODES), (profile, facts, code) => {
        const held = profile.credentials ?? []
        const known = { ...profile, credentials: held }
        neverWorse(known, { ...known, credentials: [...held, { code }] }, facts, true)
      }),
      RUNS,
    )
  })

  test('a wider radius never makes it worse', () => {
    fc.assert(
      fc.property(someProfile, someFacts, fc.integer({ min: 0, max: 200 }), (p, facts, more) => {
        const profile = { ...p, zip: '18503', radius_miles: p.radius_miles ?? 5 }
        neverWorse(profile, { ...profile, radius_miles: profile.radius_miles + more }, facts)
      }),
      RUNS,
    )
  })

  test('a lower pay floor never makes it worse', () => {
    fc.assert(
      fc.property(someProfile, someFacts, fc.integer({ min: 0, max: 10 }), (p, facts, less) => {
        const profile = { ...p, pay_floor_hour: p.pay_floor_hour ?? 25 }
        neverWorse(profile, { ...profile, pay_floor_hour: profile.pay_floor_hour - less }, facts)
      }),
      RUNS,
    )
  })

  test('one more alternative of something required never makes it worse', () => {
    fc.assert(
      fc.property(
        someProfile,
        someFacts,
        fc.array(leaf, { minLength: 1, maxLength: 3 }),
        leaf,
        (profile, facts, branches, branch) => {
          fc.pre(branches.some((b) => 'strength' in b && b.strength !== 'preferred'))
          const asked = (of: Requirement[]): MatchFacts => ({
            ...facts,
            requirement: { kind: 'all_of', of: [facts.requirement, { kind: 'any_of', of }] },
          })
          const one = verdict(profile, asked(branches))
          const two = verdict(profile, asked([...branches, branch]))
          if (maySettle(one)) return
          expect(compareVerdicts(two, one), `${one} became ${two}`).toBeGreaterThanOrEqual(0)
        },
      ),
      RUNS,
    )
  })

  test('one more thing that is nice to have never makes it worse', () => {
    fc.assert(
      fc.property(someProfile, someFacts, leaf, (profile, facts, extra) => {
        const nice = { ...extra, strength: 'preferred' } as Requirement
        const more = { ...facts, requirement: { kind: 'all_of', of: [facts.requirement, nice] } }
        const one = verdict(profile, facts)
        const two = verdict(profile, more as MatchFacts)
        expect(compareVerdicts(two, one), `${one} became ${two}`).toBeGreaterThanOrEqual(0)
      }),
      RUNS,
    )
  })

  test('the order of the credentials does not matter', () => {
    fc.assert(
      fc.property(someProfile, someFacts, (profile, facts) => {
        const turned = {
          ...profile,
          ...(profile.credentials && { credentials: [...profile.credentials].reverse() }),
        }
        expect(matchListing(turned, facts, world)).toEqual(matchListing(profile, facts, world))
      }),
      RUNS,
    )
  })

  test('a better verdict always scores higher, and only an unknown has no score', () => {
    fc.assert(
      fc.property(someProfile, someFacts, someProfile, someFacts, (p1, f1, p2, f2) => {
        const one = matchListing(p1, f1, world)
        const two = matchListing(p2, f2, world)
        expect(one.score === null).toBe(one.verdict === 'unknown')
        if (one.score === null || two.score === null) return
        expect(one.score).toBeGreaterThanOrEqual(0)
        expect(one.score).toBeLessThanOrEqual(100)
        const order = compareVerdicts(one.verdict, two.verdict)
        if (order > 0) expect(one.score).toBeGreaterThan(two.score)
      }),
      RUNS,
    )
  })

  test('every reason has a requirement, and no sentence is empty', () => {
    fc.assert(
      fc.property(someProfile, someFacts, (profile, facts) => {
        const { reasons } = matchListing(profile, facts, world)
        expect(reasons.length).toBeGreaterThan(0)
        for (const reason of reasons) {
          expect(reason.requirement.trim()).not.toBe('')
          for (const key of ['has', 'gap', 'words'] as const) {
            expect(reason[key]?.trim()).not.toBe('')
          }
        }
      }),
      RUNS,
    )
  })
})
