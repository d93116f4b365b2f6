import { covers, recordedMonths, type Months, type UNKNOWN_MONTHS } from '../experience.ts'
import type { Profile } from '../profile.ts'
import { heldCode } from '../vocabulary/credentials.ts'
import { systemKey } from '../vocabulary/systems.ts'
import type { MatchWorld } from './facts.ts'

/** A profile made ready to be held against many adverts. */
export interface Prepared {
  profile: Profile
  world: MatchWorld
  /** Milliseconds since 1970 of `world.now`. */
  nowMs: number
  /** Catalogue codes of what is held, sorted so that the order told does not matter; null = the profile does not say. */
  held: readonly string[] | null
  months: Months | undefined
  /** Months that surely count for a domain; 0 when the profile records no months. */
  sure: (domain: string) => number
  /** As `covers` of experience.ts. */
  covers: (domain: string, asked: number) => number | typeof UNKNOWN_MONTHS
  /** Keys of the programs the person has used; empty when the profile does not say. */
  software: ReadonlySet<string>
  /** The person's state, told or taken from the ZIP code; null when neither says. */
  state: string | null
}

export function prepare(profile: Profile, world: MatchWorld): Prepared {
  const totals = new Map<string, number>()
  const { months } = profile
  const sure = (domain: string): number => {
    if (months === undefined) return 0
    let total = totals.get(domain)
    if (total === undefined) {
      total = recordedMonths(months, domain)
      totals.set(domain, total)
    }
    return total
  }
  return {
    profile,
    world,
    nowMs: Date.parse(world.now),
    held:
      profile.credentials === undefined
        ? null
        : [...new Set(profile.credentials.map(heldCode))].sort(),
    months,
    sure,
    covers: (domain, asked) => covers(months, domain, asked),
    software: new Set((profile.software ?? []).map(systemKey)),
    state: homeState(profile, world),
  }
}

/** Nothing a requirement could be held against, and no wish either. */
export const isEmptyProfile = (profile: Profile): boolean =>
  Object.values(profile).every((value) => value === undefined)

/** The state a person lives in, told or taken from the ZIP code; null when neither says. */
export const homeState = (
  { state, zip }: Pick<Profile, 'state' | 'zip'>,
  world: Pick<MatchWorld, 'stateOf'>,
): string | null => state ?? (zip === undefined ? null : (world.stateOf?.(zip) ?? null))
