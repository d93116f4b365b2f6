import { describe, expect, it } from 'vitest'
import type { MatchFacts } from '../../../../core/domain/match/facts.ts'
import { rankMatches } from '../../../../core/domain/match/rank-matches.ts'
import type { Profile } from '../../../../core/domain/profile.ts'

type Facts = MatchFacts & { id: number }

function facts(id: number, changes: Partial<Facts> = {}): Facts {
  return {
    id,
    title: 'Medical Billing Specialist',
    places: [{ city: 'Scranton', state: 'PA', country: 'US' }],
    status: 'open',
    closes_at: null,
    in_domain: true,
    role: 'billing',
    adjacent_role: null,
    level: 'unknown',
    min_months: 0,
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
    requirement: {
      kind: 'all_of',
      of: [
        {
          kind: 'experience',
          min_months: 0,
          max_months: null,
          domain: 'billing',
          strength: 'required',
          start: 0,
          end: 20,
          words: 'No experience needed',
        },
      ],
    },
    ...changes,
  }
}

const world = { now: '2026-11-24T12:00:00.000Z' }
const profile: Profile = { credentials: [], months: {}, education: [], state: 'PA' }
const asks48 = facts(2, {
  min_months: 48,
  entry: 'asks_experience',
  requirement: {
    kind: 'experience',
    min_months: 48,
    max_months: null,
    domain: 'billing',
    strength: 'required',
    start: 0,
    end: 10,
    words: 'Four years',
  },
})

describe('ranking listings for a profile', () => {
  it('puts the job that is open before the one that is plainly out of reach, and counts both', () => {
    const { ranked, counts } = rankMatches(profile, [asks48, facts(1)], world)
    expect(ranked.map((r) => [r.id, r.verdict])).toEqual([
      [1, 'open'],
      [2, 'not_yet'],
    ])
    expect(counts).toEqual({ open: 1, likely: 0, stretch: 0, not_yet: 1, unknown: 0 })
  })

  it('puts the newer of two equal jobs first', () => {
    const { ranked } = rankMatches(profile, [facts(7), facts(9), facts(8)], world)
    expect(ranked.map((r) => r.id)).toEqual([9, 8, 7])
  })

  it('puts the newer of two alike first by the day it was posted, whatever the ids', () => {
    const day = (id: number, posted_at: string | null) => facts(id, { posted_at })
    const { ranked } = rankMatches(
      profile,
      [
        day(9, '2026-10-01T00:00:00Z'),
        day(3, '2026-11-23T00:00:00Z'),
        day(5, '2026-11-10T00:00:00Z'),
      ],
      world,
    )
    expect(ranked.map((r) => r.id)).toEqual([3, 5, 9])
  })

  it('puts the job that welcomes newcomers and few apply to before a like one from home', () => {
    const remote = facts(9, { work_mode: 'remote' })
    const { ranked } = rankMatches(profile, [remote, facts(1, { settings: ['snf'] })], world)
    expect(ranked.map((r) => r.id)).toEqual([1, 9])
  })

  it('gives no employer more than three of ten places while others have a job that fits as well', () => {
    // Twelve of one health system, the best placed, and seven of others.
    const big = Array.from({ length: 12 }, (_, n) =>
      facts(100 + n, { employer: n % 2 === 0 ? 'Big Health, Inc.' : 'BIG HEALTH' }),
    )
    const others = Array.from({ length: 7 }, (_, n) => facts(1 + n, { employer: `Clinic ${n}` }))
    const { ranked } = rankMatches(profile, [...others, ...big], world)
    const first = ranked.slice(0, 10).map((r) => r.id)
    expect(first).toEqual([111, 110, 109, 7, 6, 5, 4, 3, 2, 1])
    // Nobody else is left: then the rest of them take their places in order.
    expect(ranked.slice(10).map((r) => r.id)).toEqual([108, 107, 106, 105, 104, 103, 102, 101, 100])
  })

  it('never puts a worse verdict forward to spread employers', () => {
    const big = Array.from({ length: 5 }, (_, n) => facts(10 + n, { employer: 'Big Health' }))
    const { ranked } = rankMatches(profile, [{ ...asks48, employer: 'Clinic' }, ...big], world)
    expect(ranked.map((r) => r.id)).toEqual([14, 13, 12, 11, 10, 2])
  })

  it('leaves out what was seen or dismissed, counts it all the same, and says how many', () => {
    const { ranked, counts, hidden } = rankMatches(profile, [facts(1), facts(2), facts(3)], world, {
      hide: [2, 3, 77],
    })
    expect(ranked.map((r) => r.id)).toEqual([1])
    expect(counts.open).toBe(3)
    expect(hidden).toBe(2)
  })

  it('ranks no more than the limit, and reaches into worse verdicts to fill it', () => {
    const all = [facts(1), facts(3), asks48]
    expect(rankMatches(profile, all, world, { limit: 1 }).ranked.map((r) => r.id)).toEqual([3])
    expect(rankMatches(profile, all, world, { limit: 3 }).ranked.map((r) => r.id)).toEqual([
      3, 1, 2,
    ])
  })

  it('leaves jobs outside the trade out unless the profile asks for adjacent work', () => {
    const desk = facts(3, { in_domain: false, role: 'adjacent', adjacent_role: 'front_desk' })
    expect(rankMatches(profile, [desk], world).ranked).toEqual([])
    const wants: Profile = { ...profile, roles: ['adjacent'] }
    expect(rankMatches(wants, [desk], world).ranked.map((r) => r.id)).toEqual([3])
  })
})
