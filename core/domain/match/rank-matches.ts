import { VERDICTS, type Match, type Profile, type Verdict } from '../profile.ts'
import type { MatchFacts, MatchWorld } from './facts.ts'
import { matchListing } from './match-listing.ts'
import { compareVerdicts } from './verdicts.ts'

export interface Ranked extends Match {
  id: number
}

/**
 * Every listing held against the profile, best first: by verdict, then by score, then the newest id.
 * First-rung jobs outside the trade take part only when the profile names the role `adjacent`.
 */
export function rankMatches(
  profile: Profile,
  listings: readonly (MatchFacts & { id: number })[],
  world: MatchWorld,
): { ranked: Ranked[]; counts: Record<Verdict, number> } {
  const wantsAdjacent = profile.roles?.includes('adjacent') === true
  const counts = Object.fromEntries(VERDICTS.map((v) => [v, 0])) as Record<Verdict, number>
  const ranked = listings
    .filter((listing) => listing.in_domain || wantsAdjacent)
    .map((listing) => ({ id: listing.id, ...matchListing(profile, listing, world) }))
  for (const { verdict } of ranked) counts[verdict] += 1
  ranked.sort(
    (a, b) =>
      compareVerdicts(b.verdict, a.verdict) || (b.score ?? -1) - (a.score ?? -1) || b.id - a.id,
  )
  return { ranked, counts }
}
