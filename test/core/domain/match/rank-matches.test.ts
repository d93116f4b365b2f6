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

  it('leaves jobs outside the trade out unless the profile asks for adjacent work', () => {
    const desk = facts(3, { in_domain: false, role: 'adjacent', adjacent_role: 'front_desk' })
    expect(rankMatches(profile, [desk], world).ranked).toEqual([])
    const wants: Profile = { ...profile, roles: ['adjacent'] }
    expect(rankMatches(wants, [desk], world).ranked.map((r) => r.id)).toEqual([3])
  })
})
