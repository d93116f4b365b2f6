import { describe, expect, test } from 'vitest'
import { adviseProfile } from '../../../../core/domain/advice/advise-profile.ts'
import type { Advice, Gain } from '../../../../core/domain/advice/advice.ts'
import { LEAST_SAMPLE } from '../../../../core/domain/market/tally.ts'
import { matchListing } from '../../../../core/domain/match/match-listing.ts'
import { profileSchema, type Profile, type Verdict } from '../../../../core/domain/profile.ts'
import { loadPlaces } from '../../../../core/places-file.ts'
import { demoListings, type DemoListing } from '../../../helpers/demo-world.ts'
import { NOW } from '../match/build.ts'

const LISTINGS = demoListings(NOW)
const world = { ...loadPlaces(), now: NOW }

/** People of all sorts: nothing held, an apprentice, a narrow chooser, a changer of trades, one who says little. */
const PEOPLE: Record<string, Profile> = {
  newcomer: { credentials: [], months: {}, education: [{ level: 'high_school' }], state: 'PA' },
  apprentice: {
    credentials: [{ code: 'CPC', apprentice: true, since: '2026-03' }],
    months: { front_desk: 14 },
    education: [{ level: 'certificate', field: 'medical billing and coding', status: 'complete' }],
    state: 'OH',
    zip: '43215',
    radius_miles: 15,
    work_modes: ['remote'],
    roles: ['coding'],
  },
  chooser: {
    credentials: [{ code: 'CBCS' }],
    months: { billing: 9, coding: 12 },
    education: [{ level: 'associate', field: 'business' }],
    state: 'NY',
    work_modes: ['hybrid', 'remote'],
    roles: ['billing', 'both'],
    settings_refused: ['correctional', 'snf', 'fqhc'],
    employment_types: ['part_time'],
    pay_floor_hour: 26,
  },
  changer: {
    credentials: [],
    months: { office: 60, patient_access: 20 },
    education: [],
    state: 'TX',
    roles: ['adjacent', 'billing'],
    adjacent_roles: ['scheduling'],
    software: ['epic'],
  },
  commuter: {
    credentials: [{ code: 'CPC', apprentice: true }, { code: 'CBCS' }],
    months: { billing: 24, front_desk: 12 },
    education: [{ level: 'high_school' }],
    state: 'PA',
    zip: '18503',
    radius_miles: 8,
    settings_refused: ['snf', 'fqhc', 'behavioral', 'assisted_living'],
  },
  quiet: { state: 'CA', work_modes: ['onsite'] },
}

/** The whole match of one profile by hand: each listing on its own, no columns, no shortcuts. */
function verdictsOf(profile: Profile): Map<number, Verdict> {
  const adjacent = profile.roles?.includes('adjacent') === true
  const kinds = profile.adjacent_roles ?? []
  const asked = (l: DemoListing) =>
    l.in_domain ||
    (adjacent && (kinds.length === 0 || kinds.some((kind) => kind === l.adjacent_role)))
  return new Map(LISTINGS.filter(asked).map((l) => [l.id, matchListing(profile, l, world).verdict]))
}

const RANK = ['not_yet', 'unknown', 'stretch', 'likely', 'open']

/** What one change brings, found by brute force. */
function bruteGain(profile: Profile, changed: Profile) {
  const before = verdictsOf(profile)
  const after = verdictsOf(changed)
  const better = [...after].filter(
    ([id, verdict]) => RANK.indexOf(verdict) > RANK.indexOf(before.get(id) ?? 'not_yet'),
  )
  const opened = better.filter(([, v]) => v === 'open').map(([id]) => id)
  const nearer = better.filter(([, v]) => v === 'likely' || v === 'stretch').map(([id]) => id)
  return { opened, nearer }
}

/** Dollars an hour in the middle of what is stated, for pay by the hour and by the year. */
function middleOf(listing: DemoListing): number | null {
  const { pay } = listing
  const hours = { hour: 1, day: 8, week: 40, biweek: 80, month: 2080 / 12, year: 2080 }
  if (pay === null || pay.unit === 'chart' || pay.unit === 'percent') return null
  const ends = [pay.min, pay.max].filter((n) => n !== null)
  if (ends.length === 0) return null
  return ends.reduce((a, b) => a + b, 0) / ends.length / hours[pay.unit]
}

function holds(what: string, gain: Gain, profile: Profile, changed: Profile): void {
  const { opened, nearer } = bruteGain(profile, changed)
  expect(gain.listing_ids, what).toEqual(opened)
  expect(gain.opens, what).toBe(opened.length)
  expect(gain.within_reach_ids, what).toEqual(nearer)
  expect(gain.within_reach, what).toBe(nearer.length)
  const pay = LISTINGS.filter((l) => opened.includes(l.id))
    .map(middleOf)
    .filter((p) => p !== null)
    .sort((a, b) => a - b)
  expect(gain.pay.sample, what).toBe(pay.length)
  if (pay.length < LEAST_SAMPLE) expect(gain.pay.median_hour, what).toBeNull()
  else {
    const [low, high] = [(pay.length - 1) >> 1, pay.length >> 1]
    expect(gain.pay.median_hour, what).toBeCloseTo(((pay[low] ?? 0) + (pay[high] ?? 0)) / 2, 1)
  }
}

const ADVICE = new Map<string, Advice>(
  Object.entries(PEOPLE).map(([name, p]) => [name, adviseProfile(p, LISTINGS, world)]),
)

describe.each(Object.entries(PEOPLE))(
  'advice over the whole demo world for the %s',
  (name, person) => {
    const advice = ADVICE.get(name) as Advice

    test('doing what a step says opens exactly what it promises', () => {
      for (const step of advice.steps)
        holds(step.key, step, person, { ...person, ...step.change.set })
    })

    test('and so does each pair, which opens more than its two steps one by one', () => {
      for (const pair of advice.pairs) {
        const what = pair.parts.map((part) => part.key).join(' + ')
        holds(what, pair, person, { ...person, ...pair.set })
        for (const part of pair.parts) {
          const { opened } = bruteGain(person, { ...person, ...part.set })
          expect(part.listing_ids, `${part.key} of ${what}`).toEqual(opened)
          expect(part.opens).toBe(opened.length)
        }
        const [one, two] = pair.parts
        expect(pair.beyond, what).toBe(pair.opens - one.opens - two.opens)
        expect(pair.beyond, what).toBeGreaterThan(0)
        const alone = [...one.listing_ids, ...two.listing_ids]
        expect(pair.beyond_ids, what).toEqual(pair.listing_ids.filter((id) => !alone.includes(id)))
      }
    })

    test('it says how the listings stand today', () => {
      const verdicts = [...verdictsOf(person).values()]
      for (const verdict of RANK as Verdict[])
        expect(advice.now[verdict], verdict).toBe(verdicts.filter((v) => v === verdict).length)
    })

    test('every changed profile is one that the form and the API take', () => {
      for (const { change } of advice.steps)
        expect(profileSchema.safeParse({ ...person, ...change.set }).success, change.label).toBe(
          true,
        )
      for (const { set, parts } of advice.pairs)
        expect(profileSchema.safeParse({ ...person, ...set }).success, parts[0].label).toBe(true)
    })

    test('each step has a key of its own, a source, and both credits; both orders hold the same steps', () => {
      const keys = advice.steps.map((s) => s.key)
      expect(new Set(keys).size).toBe(keys.length)
      expect([...advice.by_cost].sort()).toEqual([...keys].sort())
      for (const step of advice.steps) {
        expect(step.source, step.key).not.toBe('')
        expect(step.counts_toward.hiring.text, step.key).not.toBe('')
        expect(step.counts_toward.a_removal.text, step.key).not.toBe('')
        expect(step.sample, step.key).toBe(LISTINGS.length)
      }
    })

    test('the second order is by cost: cheap before dear, unknown cost last, idle steps after all', () => {
      const ordered = advice.by_cost.map((key) => advice.steps.find((s) => s.key === key))
      const rank = ordered.map((step) => {
        const { low, high } = step?.cost ?? { low: null, high: null }
        const dollars = low === null || high === null ? 1e9 : (low + high) / 2
        return (step?.opens === 0 ? 1e12 : 0) + dollars
      })
      expect(rank).toEqual([...rank].sort((a, b) => a - b))
    })
  },
)

describe('advice over the demo world', () => {
  const kinds = new Set([...ADVICE.values()].flatMap((a) => a.steps.map((s) => s.change.kind)))

  test.each([
    'credential',
    'drop_apprentice',
    'experience',
    'course',
    'apprenticeship',
    'work_mode',
    'setting',
    'radius',
    'state',
    'role',
    'hours',
    'pay',
  ] as const)('names some step of the kind %s', (kind) => {
    expect(kinds).toContain(kind)
  })

  test('finds pairs', () => {
    expect(ADVICE.get('apprentice')?.pairs.length).toBeGreaterThan(0)
    expect(ADVICE.get('commuter')?.pairs.length).toBeGreaterThan(0)
  })
})
