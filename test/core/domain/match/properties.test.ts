import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { takesPart, type MatchFacts } from '../../../../core/domain/match/facts.ts'
import { matchListing } from '../../../../core/domain/match/match-listing.ts'
import { compareVerdicts } from '../../../../core/domain/match/verdicts.ts'
import { leavesOf } from '../../../../core/domain/match/walk.ts'
import type { Profile, Verdict } from '../../../../core/domain/profile.ts'
import type { Requirement } from '../../../../core/domain/reading.ts'
import { demoListings } from '../../../helpers/demo-world.ts'
import { CODES, leaf, months, someFacts, someProfile, world } from './arbitraries.ts'
import { NOW } from './build.ts'

const DEMO = demoListings(NOW)
/** Adverts of random trees, and those of the demo world. */
const anyFacts: fc.Arbitrary<MatchFacts> = fc.oneof(
  { weight: 3, arbitrary: someFacts },
  { weight: 1, arbitrary: fc.constantFrom(...DEMO) },
)
const verdict = (profile: Profile, facts: MatchFacts): Verdict =>
  matchListing(profile, facts, world).verdict

function neverWorse(before: Profile, after: Profile, facts: MatchFacts): void {
  notWorse(verdict(before, facts), verdict(after, facts))
}
function notWorse(one: Verdict, two: Verdict): void {
  expect(compareVerdicts(two, one), `${one} became ${two}`).toBeGreaterThanOrEqual(0)
}

const statesMaximum = (facts: MatchFacts): boolean =>
  facts.max_months !== null ||
  leavesOf(facts.requirement).some((l) => l.kind === 'experience' && l.max_months !== null)

const RUNS = { numRuns: 2000 }

describe('whatever the advert and the profile', () => {
  test('more months under a known key never make the verdict worse when no maximum is stated', () => {
    fc.assert(
      fc.property(someProfile, anyFacts, fc.nat(), months, (profile, facts, pick, more) => {
        const keys = Object.keys(profile.months ?? {})
        fc.pre(keys.length > 0 && !statesMaximum(facts))
        const key = keys[pick % keys.length] as string
        const grown = { ...profile.months, [key]: (profile.months?.[key] ?? 0) + more }
        neverWorse(profile, { ...profile, months: grown }, facts)
      }),
      RUNS,
    )
  })

  test('one more credential never makes it worse once the credentials are told', () => {
    fc.assert(
      fc.property(someProfile, anyFacts, fc.constantFrom(...CODES), (profile, facts, code) => {
        const held = profile.credentials ?? []
        const known = { ...profile, credentials: held }
        neverWorse(known, { ...known, credentials: [...held, { code }] }, facts)
      }),
      RUNS,
    )
  })

  test('a wider radius never makes it worse', () => {
    fc.assert(
      fc.property(someProfile, anyFacts, fc.integer({ min: 0, max: 200 }), (p, facts, more) => {
        const profile = { ...p, zip: '18503', radius_miles: p.radius_miles ?? 5 }
        neverWorse(profile, { ...profile, radius_miles: profile.radius_miles + more }, facts)
      }),
      RUNS,
    )
  })

  test('a lower pay floor never makes it worse', () => {
    fc.assert(
      fc.property(someProfile, anyFacts, fc.integer({ min: 0, max: 10 }), (p, facts, less) => {
        const profile = { ...p, pay_floor_hour: p.pay_floor_hour ?? 25 }
        neverWorse(profile, { ...profile, pay_floor_hour: profile.pay_floor_hour - less }, facts)
      }),
      RUNS,
    )
  })

  test('one more state to work in never makes it worse, and neither does one more program', () => {
    fc.assert(
      fc.property(someProfile, anyFacts, fc.constantFrom('PA', 'NY', 'OH'), (p, facts, state) => {
        const too = p.states_too ?? []
        const told = { ...p, state: p.state ?? 'OH' }
        neverWorse(told, { ...told, states_too: [...too, state] }, facts)
        neverWorse(told, { ...told, software: [...(p.software ?? []), 'epic'] }, facts)
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
          notWorse(
            verdict(profile, asked(branches)),
            verdict(profile, asked([...branches, branch])),
          )
        },
      ),
      RUNS,
    )
  })

  test('one more alternative in an advert of the demo world never makes it worse', () => {
    const withChoice = DEMO.filter((d) => branchesOf(d.requirement).length > 0)
    expect(withChoice.length).toBeGreaterThan(20)
    fc.assert(
      fc.property(someProfile, fc.constantFrom(...withChoice), leaf, (profile, facts, branch) => {
        const wider = { ...facts, requirement: widened(facts.requirement, branch) }
        notWorse(verdict(profile, facts), verdict(profile, wider))
      }),
      RUNS,
    )
  })

  test('one more thing that is nice to have never makes it worse', () => {
    fc.assert(
      fc.property(someProfile, anyFacts, leaf, (profile, facts, extra) => {
        const nice = { ...extra, strength: 'preferred' } as Requirement
        const of = [facts.requirement, nice]
        notWorse(
          verdict(profile, facts),
          verdict(profile, { ...facts, requirement: { kind: 'all_of', of } }),
        )
      }),
      RUNS,
    )
  })

  test('the order of the credentials does not matter', () => {
    fc.assert(
      fc.property(someProfile, anyFacts, (profile, facts) => {
        const turned = {
          ...profile,
          ...(profile.credentials && { credentials: [...profile.credentials].reverse() }),
        }
        expect(matchListing(turned, facts, world)).toEqual(matchListing(profile, facts, world))
      }),
      RUNS,
    )
  })

  test('what an advert says twice is asked once', () => {
    fc.assert(
      fc.property(someProfile, anyFacts, (profile, facts) => {
        const twice: Requirement = { kind: 'all_of', of: [facts.requirement, facts.requirement] }
        expect(verdict(profile, { ...facts, requirement: twice })).toBe(verdict(profile, facts))
      }),
      RUNS,
    )
  })

  test('a better verdict always scores higher, and only an unknown has no score', () => {
    fc.assert(
      fc.property(someProfile, anyFacts, someProfile, anyFacts, (p1, f1, p2, f2) => {
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
      fc.property(someProfile, anyFacts, (profile, facts) => {
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

  test('a job beside the trade takes part only when that kind of job is asked for', () => {
    const desk = { in_domain: false, adjacent_role: 'front_desk' as const }
    expect(takesPart({}, desk)).toBe(false)
    expect(takesPart({ roles: ['adjacent'] }, desk)).toBe(true)
    expect(takesPart({ roles: ['adjacent'], adjacent_roles: ['scheduling'] }, desk)).toBe(false)
    expect(takesPart({ adjacent_roles: ['front_desk'] }, desk)).toBe(false)
  })
})

type Choice = Extract<Requirement, { kind: 'any_of' }>

/** The places in a tree where one of several is enough and at least one of them is required. */
function branchesOf(tree: Requirement): Choice[] {
  if (tree.kind === 'all_of') return tree.of.flatMap(branchesOf)
  if (tree.kind !== 'any_of') return []
  const asks = leavesOf(tree).some((l) => l.strength !== 'preferred')
  return [...(asks ? [tree] : []), ...tree.of.flatMap(branchesOf)]
}

/** The tree with one more branch at the first of those places. */
function widened(tree: Requirement, branch: Requirement): Requirement {
  const target = branchesOf(tree)[0]
  const copy = (node: Requirement): Requirement => {
    if (node === target) return { kind: 'any_of', of: [...target.of, branch] }
    return node.kind === 'all_of' || node.kind === 'any_of'
      ? { ...node, of: node.of.map(copy) }
      : node
  }
  return copy(tree)
}
