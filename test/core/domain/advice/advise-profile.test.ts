import { describe, expect, test } from 'vitest'
import { adviseProfile } from '../../../../core/domain/advice/advise-profile.ts'
import type { Step } from '../../../../core/domain/advice/advice.ts'
import type { MatchFacts } from '../../../../core/domain/match/facts.ts'
import { matchListing } from '../../../../core/domain/match/match-listing.ts'
import type { Profile } from '../../../../core/domain/profile.ts'
import { advert, all, any, cred, edu, exp, NOW } from '../match/build.ts'

type Live = MatchFacts & { id: number }

const miles: Record<string, number> = { Scranton: 3, Allentown: 60 }
const world = {
  now: NOW,
  distance: (_zip: string, p: { city: string | null }) => miles[p.city ?? ''] ?? null,
}

const asks = { entry: 'asks_experience' } as const
const school = { entry: 'open_with_credential' } as const
const billing = { role: 'billing' } as const

/** Twelve adverts, each with one thing in the way of the person below. */
const LISTINGS: Live[] = [
  advert(all(exp(0, null))),
  advert(all(cred(['CPC', 'CCS'])), school),
  advert(all(cred(['CPC'])), school),
  advert(all(cred(['CCA'])), school),
  advert(all(exp(6, 'billing')), { ...asks, ...billing }),
  advert(all(exp(12, 'billing')), { ...asks, ...billing }),
  advert(all(exp(24, 'coding')), asks),
  advert(all(any(exp(12, 'coding'), edu('associate'))), asks),
  advert(all(exp(0, null)), { work_mode: 'hybrid' }),
  advert(all(exp(0, null)), { settings: ['correctional'] }),
  advert(all(exp(0, null)), { places: [{ city: 'Allentown', state: 'PA', country: 'US' }] }),
  advert(all(exp(0, null)), { in_domain: false, role: 'adjacent', adjacent_role: 'front_desk' }),
].map((facts, i) => ({ ...facts, id: 101 + i }))

const person: Profile = {
  credentials: [{ code: 'CPC', apprentice: true }],
  months: {},
  education: [{ level: 'high_school' }],
  state: 'PA',
  zip: '18503',
  radius_miles: 25,
  work_modes: ['onsite'],
  settings_refused: ['correctional'],
}

const advice = adviseProfile(person, LISTINGS, world)
const step = (label: string): Step => {
  const found = advice.steps.find((s) => s.change.label === label)
  if (found === undefined) throw new Error(`no step "${label}"`)
  return found
}

describe('advice', () => {
  test('counts how the listings stand today, the jobs beside the trade left out', () => {
    // 101 fits; 104 asks a CCA and a CPC-A is taken sometimes: stretch; 109, 110 and 111 miss a wish: stretch.
    expect(advice.now).toEqual({ open: 1, likely: 0, stretch: 4, not_yet: 6, unknown: 0 })
    expect(advice.sample).toBe(12)
    expect(advice.as_of).toBe(NOW)
  })

  test('dropping the A opens the adverts that ask the full credential', () => {
    const s = step('Drop the A of the CPC-A by a course and Practicode')
    expect(s.listing_ids).toEqual([102, 103])
    expect(s.opens).toBe(2)
    expect(s.months).toEqual({ low: 2, high: 6 })
    expect(s.cost).toMatchObject({ low: 1500, high: 4000 })
    // 104 asks a CCA: the full CPC is usually taken, so the stretch becomes likely.
    expect(s.within_reach).toBe(1)
  })

  test('the two-year route off the A brings the coding months as well', () => {
    const s = step('Drop the A of the CPC-A by two years of coding work')
    expect(s.listing_ids).toEqual([102, 103, 107, 108])
    expect(s.change.set.months).toEqual({ coding: 24 })
  })

  test('each rung of experience is named only when it opens more than the one below', () => {
    const rungs = advice.steps.filter((s) => s.change.label.includes('medical billing'))
    // One in six months and two in twelve are the same gain; the one that brings more within reach leads.
    // 24 months open nothing more than 12 and are not named.
    expect(rungs.map((s) => [s.change.label, s.listing_ids, s.within_reach])).toEqual([
      ['6 more months of medical billing', [105], 1],
      ['12 more months of medical billing', [105, 106], 0],
      ['3 more months of medical billing', [], 1],
    ])
  })

  test('a choice costs nothing and takes no months', () => {
    const hybrid = step('Accept work partly on site')
    expect(hybrid.listing_ids).toEqual([109])
    expect(hybrid.months).toEqual({ low: 0, high: 0 })
    expect(hybrid.cost).toMatchObject({ low: 0, high: 0 })
    expect(step('Consider employers of the kind: correctional').listing_ids).toEqual([110])
    expect(step('Travel up to 100 miles').listing_ids).toEqual([111])
  })

  test('a wider radius that reaches nothing more is not named', () => {
    expect(advice.steps.some((s) => s.change.label === 'Travel up to 50 miles')).toBe(false)
  })

  test('looking at first-rung jobs opens those', () => {
    const s = advice.steps.find((x) => x.change.kind === 'role')
    expect(s?.listing_ids).toEqual([112])
    expect(s?.change.set.roles).toContain('adjacent')
  })

  test('a figure nobody gives is null, with a sentence', () => {
    const s = adviseProfile({ ...person, credentials: [] }, LISTINGS, world).steps.find(
      (x) => x.change.label === 'Earn the CCS',
    )
    expect(s?.months).toBeNull()
    expect(s?.note).toMatch(/how long the study takes is not known/i)
    expect(s?.cost).toMatchObject({ low: 299, high: 399 })
    expect(s?.as_of).toBe('2010')
  })

  test('every step names its source and the sample', () => {
    expect(advice.steps.length).toBeGreaterThan(8)
    for (const s of advice.steps) {
      expect(s.source, s.change.label).not.toBe('')
      expect(s.sample).toBe(12)
      expect(s.opens).toBe(s.listing_ids.length)
      expect(s.opens + s.within_reach, s.change.label).toBeGreaterThan(0)
    }
  })

  test('steps that open something come first, the most per month of effort at the top', () => {
    const opens = advice.steps.map((s) => s.opens > 0)
    expect(opens).toEqual([...opens].sort((a, b) => Number(b) - Number(a)))
    const known = advice.steps.filter((s) => s.opens > 0 && s.months !== null)
    const rates = known.map(perMonth)
    expect(rates).toEqual([...rates].sort((a, b) => b - a))
  })

  test('doing what a step says opens exactly the listings it promised', () => {
    const open = (profile: Profile): number[] =>
      LISTINGS.filter((l) => l.in_domain || profile.roles?.includes('adjacent') === true)
        .filter((l) => matchListing(profile, l, world).verdict === 'open')
        .map((l) => l.id)
    const today = open(person)
    for (const s of advice.steps) {
      const after = open({ ...person, ...s.change.set })
      expect(
        after.filter((id) => !today.includes(id)),
        s.change.label,
      ).toEqual(s.listing_ids)
    }
  })

  test('nothing is promised over no listings', () => {
    expect(adviseProfile(person, [], world)).toMatchObject({ steps: [], sample: 0 })
  })

  test('an empty profile gets no steps, for nothing can be said of it yet', () => {
    const empty = adviseProfile({}, LISTINGS, world)
    expect(empty.now.unknown).toBe(11)
    expect(empty.steps).toEqual([])
  })
})

/** Listings opened per month of effort, the middle of the range, a choice counted as a quarter of a month. */
function perMonth(s: Step): number {
  const middle = ((s.months?.low ?? 0) + (s.months?.high ?? 0)) / 2
  return s.listing_ids.length / Math.max(0.25, middle)
}
