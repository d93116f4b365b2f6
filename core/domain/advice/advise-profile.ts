import { takesPart, type MatchFacts, type MatchWorld } from '../match/facts.ts'
import { matcher } from '../match/match-listing.ts'
import { isEmptyProfile } from '../match/prepared.ts'
import { compareVerdicts } from '../match/verdicts.ts'
import type { Profile, Verdict } from '../profile.ts'
import type { Advice, Step } from './advice.ts'
import { possibleSteps } from './possible-steps.ts'
import type { PossibleStep } from './routes.ts'

type Live = MatchFacts & { id: number }

/**
 * What would open the next door, counted and not written: for each single thing the person could change,
 * the match is run again over all listings and the ones that turn open are counted. Steps come ranked by
 * listings opened per month of effort, then by cost; steps that open none but bring some within reach come
 * last, most listings first; steps that do neither are left out and counted. `{...profile, ...step.change.set}` is the changed
 * profile, so matching it again gives exactly the promised listings. An empty profile gets no steps: it
 * would be told that any first answer opens doors which stood open all along.
 */
export function adviseProfile(
  profile: Profile,
  listings: readonly Live[],
  world: MatchWorld,
): Advice {
  const today = verdictsOf(profile, listings, world)
  const now: Record<Verdict, number> = { open: 0, likely: 0, stretch: 0, not_yet: 0, unknown: 0 }
  for (const verdict of today) if (verdict !== null) now[verdict] += 1

  const possible = isEmptyProfile(profile) ? [] : possibleSteps(profile)
  const tried = possible.map((step) => tryStep(step, profile, listings, today, world))
  const worth = withoutIdleRungs(possible, tried)
  return {
    steps: worth.sort(byGain),
    now,
    sample: listings.length,
    as_of: world.now,
    left_out: tried.length - worth.length,
  }
}

/** The verdict of each listing; null for one that does not take part (a job beside the trade nobody asked for). */
function verdictsOf(
  profile: Profile,
  listings: readonly Live[],
  world: MatchWorld,
): (Verdict | null)[] {
  const { verdict } = matcher(profile, world)
  return listings.map((listing) => (takesPart(profile, listing) ? verdict(listing) : null))
}

function tryStep(
  step: PossibleStep,
  profile: Profile,
  listings: readonly Live[],
  today: readonly (Verdict | null)[],
  world: MatchWorld,
): Step {
  const changed = { ...profile, ...step.change.set }
  const { verdict } = matcher(changed, world)
  const opened: number[] = []
  let nearer = 0
  listings.forEach((listing, i) => {
    const before = today[i] ?? null
    if (before === 'open' || !takesPart(changed, listing)) return
    const after = verdict(listing)
    if (after === 'open') opened.push(listing.id)
    else if (
      (after === 'likely' || after === 'stretch') &&
      compareVerdicts(after, before ?? 'not_yet') > 0
    )
      nearer += 1
  })
  return {
    change: step.change,
    opens: opened.length,
    listing_ids: opened,
    within_reach: nearer,
    cost: step.route.cost,
    months: step.route.months,
    note: step.note,
    source: step.route.source,
    as_of: step.route.as_of,
    sample: listings.length,
  }
}

/** Leaves out what gains nothing, and the longer rungs of a ladder that gain no more than a shorter one. */
function withoutIdleRungs(possible: readonly PossibleStep[], tried: readonly Step[]): Step[] {
  const best = new Map<string, { opens: number; reach: number }>()
  return tried.filter((step, i) => {
    if (step.opens === 0 && step.within_reach === 0) return false
    const ladder = possible[i]?.ladder ?? null
    if (ladder === null) return true
    const before = best.get(ladder)
    const reach = step.opens + step.within_reach
    if (before !== undefined && step.opens <= before.opens && reach <= before.reach) return false
    best.set(ladder, { opens: step.opens, reach })
    return true
  })
}

/** Under this much time a step counts as done at once: a choice takes no months but is not infinitely good. */
const LEAST_MONTHS = 0.25

/** Listings opened per month of effort (the middle of the range); null when the effort is not known. */
function perMonth(step: Step): number | null {
  if (step.months === null) return null
  return step.opens / Math.max(LEAST_MONTHS, (step.months.low + step.months.high) / 2)
}

function byGain(a: Step, b: Step): number {
  const opening = Number(b.opens > 0) - Number(a.opens > 0)
  if (opening !== 0) return opening
  if (a.opens > 0) {
    const one = perMonth(a)
    const two = perMonth(b)
    // A step whose effort is not known comes after those whose effort is.
    if ((one === null) !== (two === null)) return one === null ? 1 : -1
    const gain = (two ?? b.opens) - (one ?? a.opens)
    if (gain !== 0) return gain
  } else if (a.within_reach !== b.within_reach) {
    return b.within_reach - a.within_reach
  }
  return (
    costOf(a) - costOf(b) ||
    b.within_reach - a.within_reach ||
    a.change.label.localeCompare(b.change.label, 'en')
  )
}

const costOf = (step: Step): number => step.cost?.low ?? Number.MAX_SAFE_INTEGER
