import type { Place } from '../posting.ts'
import type { Verdict } from '../profile.ts'
import type { MatchFacts } from './facts.ts'
import type { Prepared } from './prepared.ts'
import { better, listed, type Finding } from './verdicts.ts'

interface Reached {
  verdict: Verdict
  /** Miles, when the distance decided. */
  miles: number | null
}

/**
 * Whether the person can get to the work place. With a ZIP code and a radius the distance decides (a town
 * across the state line may be near); else the state does. A place in a state the person would travel or move
 * to can be reached. Of several places the nearest counts. null for fully remote work, where there is nothing
 * to reach.
 */
export function weighPlace(
  facts: Pick<MatchFacts, 'work_mode' | 'places'>,
  person: Prepared,
): Finding | null {
  if (facts.work_mode === 'remote') return null
  let best: Reached | null = null
  let where: Place | null = null
  for (const place of facts.places) {
    const reached = reach(place, person)
    const nearer =
      best !== null &&
      reached.verdict === best.verdict &&
      (reached.miles ?? Infinity) < (best.miles ?? Infinity)
    if (best === null || better(best.verdict, reached.verdict) !== best.verdict || nearer) {
      best = reached
      where = place
    }
  }
  const { verdict, miles } = best ?? { verdict: 'likely' as const, miles: null }
  return {
    verdict,
    nearness: verdict === 'open' ? 1 : verdict === 'likely' ? 0.6 : 0,
    explain: () => ({
      requirement: where === null ? 'The work place is not named' : `Work in ${placeWords(where)}`,
      has: whereabouts(person, miles, wouldGo(where, person)),
      gap: gapOf(verdict, miles, person),
      words: null,
    }),
  }
}

const placeWords = (place: Place): string =>
  [place.city, place.state ?? place.country].filter((x) => x !== null && x !== '').join(', ') ||
  'a place that is not named'

function reach(place: Place, person: Prepared): Reached {
  const { zip, radius_miles: radius } = person.profile
  if (place.country !== null && place.country !== 'US') return { verdict: 'stretch', miles: null }
  const named = place.city !== null || place.state !== null
  if (!named) return { verdict: 'likely', miles: null }
  if (wouldGo(place, person)) return { verdict: 'open', miles: null }
  if (zip !== undefined && radius !== undefined) {
    const miles = place.city === null ? null : (person.world.distance?.(zip, place) ?? null)
    if (miles !== null) return { verdict: miles <= radius ? 'open' : 'stretch', miles }
    // The table does not know one of the two: the same state is no proof that it is near.
    return { verdict: sameState(place, person) === false ? 'stretch' : 'likely', miles: null }
  }
  const same = sameState(place, person)
  if (same === null) return { verdict: 'likely', miles: null }
  return { verdict: same ? 'open' : 'stretch', miles: null }
}

const wouldGo = (place: Place | null, person: Prepared): boolean =>
  place?.state != null && person.profile.states_too?.includes(place.state) === true

/** null when either state is not known. */
const sameState = (place: Place, person: Prepared): boolean | null =>
  place.state === null || person.state === null ? null : place.state === person.state

function whereabouts(person: Prepared, miles: number | null, there: boolean): string | null {
  const { zip, radius_miles: radius, states_too: too } = person.profile
  if (there && too !== undefined) return `You would also work in ${listed(too, 'or')}`
  if (zip !== undefined && radius !== undefined) {
    const far = miles === null ? '' : `, ${Math.round(miles)} miles away`
    return `You are in ${zip}${far}; you would travel ${radius} miles`
  }
  return person.state === null ? null : `You live in ${person.state}`
}

function gapOf(verdict: Verdict, miles: number | null, person: Prepared): string | null {
  if (verdict !== 'stretch') return null
  const radius = person.profile.radius_miles
  return miles !== null && radius !== undefined
    ? `${Math.max(1, Math.round(miles - radius))} miles beyond your radius`
    : 'Not in your state'
}
