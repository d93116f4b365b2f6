import { describe, expect, test } from 'vitest'
import { matchListing } from '../../../../core/domain/match/match-listing.ts'
import type { Reason } from '../../../../core/domain/profile.ts'
import { CASES as FIRST, type Case } from './cases.ts'
import { MORE_CASES } from './more-cases.ts'
import { NOW } from './build.ts'

const CASES = [...FIRST, ...MORE_CASES]

function carries(reason: Reason, wanted: Case['reasons'][number]): boolean {
  return (['requirement', 'has', 'gap', 'words'] as const).every((key) => {
    const want = wanted[key]
    if (want === undefined) return true
    return want === null ? reason[key] === null : reason[key]?.includes(want) === true
  })
}

describe('a profile held against an advert', () => {
  test('the table holds at least 120 worked pairs, each with a name of its own', () => {
    expect(CASES.length).toBeGreaterThanOrEqual(120)
    expect(new Set(CASES.map((c) => c.name)).size).toBe(CASES.length)
  })

  test.each(CASES.map((c) => [c.name, c] as const))('%s', (_name, c) => {
    const match = matchListing(c.profile, c.facts, { now: NOW, ...c.world })
    expect(match.verdict).toBe(c.verdict)
    for (const wanted of c.reasons) {
      const found = match.reasons.some((r) => carries(r, wanted))
      expect(
        found,
        `no reason carries ${JSON.stringify(wanted)} in ${JSON.stringify(match.reasons, null, 1)}`,
      ).toBe(true)
    }
    if (match.verdict === 'unknown') expect(match.score).toBeNull()
    else expect(match.score).toBeTypeOf('number')
  })
})
