import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ColumnsBuilder } from '../../../../core/domain/match/columns.ts'
import { takesPart, type MatchFacts } from '../../../../core/domain/match/facts.ts'
import { matchListing } from '../../../../core/domain/match/match-listing.ts'
import { matchMany } from '../../../../core/domain/match/match-many.ts'
import { VERDICT_OF_CODE } from '../../../../core/domain/match/prefilter.ts'
import { compareVerdicts } from '../../../../core/domain/match/verdicts.ts'
import type { Profile } from '../../../../core/domain/profile.ts'
import { demoListings } from '../../../helpers/demo-world.ts'
import { someFacts, someProfile, world } from './arbitraries.ts'
import { NOW } from './build.ts'

type Least = Parameters<typeof matchMany>[3]

function many(profiles: readonly Profile[], listings: readonly MatchFacts[], least: Least) {
  const builder = new ColumnsBuilder(listings.length)
  for (const facts of listings) builder.add(facts)
  const found = new Map<number, string[]>()
  matchMany(profiles, builder.build(), world, least, (n, { at, codes }) => {
    expect(found.has(n)).toBe(false)
    found.set(
      n,
      [...at].map((listing, k) => `${listing} ${VERDICT_OF_CODE[codes[k] as number] ?? ''}`).sort(),
    )
  })
  return profiles.map((_, n) => found.get(n))
}

const oneByOne = (profiles: readonly Profile[], listings: readonly MatchFacts[], least: Least) =>
  profiles.map((profile) =>
    listings
      .flatMap((facts, at) => {
        const { verdict } = matchListing(profile, facts, world)
        const fits = takesPart(profile, facts) && compareVerdicts(verdict, least) >= 0
        return fits ? [`${at} ${verdict}`] : []
      })
      .sort(),
  )

const profiles = fc.array(someProfile, { maxLength: 6 })
const least = fc.constantFrom<Least>('open', 'likely', 'stretch')

describe('many persons against many listings', () => {
  test('each gets what each would get alone, on random trees', () => {
    fc.assert(
      fc.property(
        profiles,
        fc.array(someFacts, { maxLength: 15 }),
        least,
        (people, listings, l) => {
          expect(many(people, listings, l)).toEqual(oneByOne(people, listings, l))
        },
      ),
      { numRuns: 400 },
    )
  })

  test('and on the demo world', () => {
    const demo = demoListings(NOW)
    fc.assert(
      fc.property(profiles, least, (people, l) => {
        expect(many(people, demo, l)).toEqual(oneByOne(people, demo, l))
      }),
      { numRuns: 40 },
    )
  })
})
