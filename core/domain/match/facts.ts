import type { Listing } from '../listing.ts'
import type { Place } from '../posting.ts'
import type { Profile } from '../profile.ts'
import type { Tags } from '../listing.ts'

/**
 * What matching needs of an advert: its tags, its title and places, and whether it still stands. Who hires
 * and since when it stands move only the order of adverts.
 */
export type MatchFacts = Tags &
  Pick<Listing, 'title' | 'places' | 'status' | 'closes_at'> &
  Partial<Pick<Listing, 'employer' | 'posted_at' | 'first_seen'>>

/** What matching may not find out by itself. */
export interface MatchWorld {
  /** ISO 8601 instant. */
  now: string
  /** Miles from a ZIP code to a place; null when either is not in the table. */
  distance?: (zip: string, place: Place) => number | null
  /** Two-letter state of a ZIP code; null when it is not in the table. */
  stateOf?: (zip: string) => string | null
}

/**
 * Jobs beside the trade are held against a profile only when it asks for them by the role `adjacent`, and
 * when it names some of them, only those.
 */
export function takesPart(
  profile: Pick<Profile, 'roles' | 'adjacent_roles'>,
  facts: Pick<MatchFacts, 'in_domain' | 'adjacent_role'>,
): boolean {
  if (facts.in_domain) return true
  if (profile.roles?.includes('adjacent') !== true) return false
  const named = profile.adjacent_roles ?? []
  return named.length === 0 || (facts.adjacent_role !== null && named.includes(facts.adjacent_role))
}
