import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ColumnsBuilder, columnsOf, type Columns } from '../../../../core/domain/match/columns.ts'
import { takesPart, type MatchFacts } from '../../../../core/domain/match/facts.ts'
import { matchListing } from '../../../../core/domain/match/match-listing.ts'
import { NO_PART, Prefilter, VERDICT_OF_CODE } from '../../../../core/domain/match/prefilter.ts'
import type { Profile, Verdict } from '../../../../core/domain/profile.ts'
import { demoListings } from '../../../helpers/demo-world.ts'
import { someFacts, someProfile, world } from './arbitraries.ts'
import { NOW } from './build.ts'

const DEMO = demoListings(NOW)

function columns(listings: readonly MatchFacts[]): Columns {
  const builder = new ColumnsBuilder(listings.length)
  for (const facts of listings) builder.add(facts)
  return builder.build()
}

/** What the columns say of every listing; null = it takes no part. */
function filtered(prefilter: Prefilter, profile: Profile): (Verdict | null)[] {
  const codes = prefilter.verdicts(prefilter.tables(profile))
  return Array.from(codes, (code) => (code === NO_PART ? null : (VERDICT_OF_CODE[code] ?? null)))
}
/** The same by holding each listing against the person on its own. */
const oneByOne = (listings: readonly MatchFacts[], profile: Profile): (Verdict | null)[] =>
  listings.map((facts) =>
    takesPart(profile, facts) ? matchListing(profile, facts, world).verdict : null,
  )

describe('the prefilter', () => {
  test('gives every listing of random trees the verdict it has by itself, so it drops nothing else', () => {
    fc.assert(
      fc.property(
        fc.array(someFacts, { minLength: 1, maxLength: 20 }),
        fc.array(someProfile, { minLength: 1, maxLength: 4 }),
        (listings, profiles) => {
          const prefilter = new Prefilter(columns(listings), world)
          for (const profile of profiles) {
            expect(filtered(prefilter, profile)).toEqual(oneByOne(listings, profile))
          }
        },
      ),
      { numRuns: 600 },
    )
  })

  test('and every advert of the demo world, for many persons one after the other', () => {
    const prefilter = new Prefilter(columnsOf(DEMO), world)
    const seen = new Set<Verdict | null>()
    fc.assert(
      fc.property(someProfile, (profile) => {
        const told = filtered(prefilter, profile)
        expect(told).toEqual(oneByOne(DEMO, profile))
        for (const verdict of told) seen.add(verdict)
      }),
      { numRuns: 300 },
    )
    expect(seen).toEqual(new Set([null, ...VERDICT_OF_CODE]))
  })

  test('adverts that ask the same share one entry, whatever words they use', () => {
    const two = columns([
      { ...(DEMO[0] as MatchFacts), requirement: asked('Two years of billing') },
      { ...(DEMO[1] as MatchFacts), requirement: asked('24 months as a biller'), in_domain: true },
    ])
    expect(two.demandList).toHaveLength(1)
  })
})

const asked = (words: string): MatchFacts['requirement'] => ({
  kind: 'experience',
  strength: 'required',
  min_months: 24,
  max_months: null,
  domain: 'billing',
  start: 0,
  end: words.length,
  words,
})
