import type { MatchWorld } from '../match/facts.ts'
import { homeState, isEmptyProfile } from '../match/prepared.ts'
import { NO_PART, VERDICT_OF_CODE } from '../match/prefilter.ts'
import type { Profile, Verdict } from '../profile.ts'
import type { Advice, Step } from './advice.ts'
import { pairsOf } from './pairs.ts'
import { possibleSteps, type StepWorld } from './possible-steps.ts'
import { byCost, byGain } from './rank-steps.ts'
import type { PossibleStep } from './routes.ts'
import { Trial, type Live, type Standings, type Tried } from './trial.ts'
import { askedDomains } from './work-steps.ts'

/**
 * What would open the next door, counted and not written: for each single thing the person could change,
 * the match is run again over all listings and the ones that turn open are counted. Steps come ranked by
 * listings opened per month of effort, then by cost; steps that open none but bring some within reach come
 * last, most listings first; steps that do neither are left out and counted. `{...profile, ...step.change.set}` is the changed
 * profile, so matching it again gives exactly the promised listings. An empty profile gets no steps: it
 * would be told that any first answer opens doors which stood open all along.
 * The list of listings must not change once it was used here.
 */
export function adviseProfile(
  profile: Profile,
  listings: readonly Live[],
  world: MatchWorld,
): Advice {
  const trial = new Trial(listings, world)
  const today = trial.standings(profile)
  const stepWorld: StepWorld = {
    askedDomains: askedDomains(trial.columns),
    home: homeState(profile, world),
  }
  const possible = isEmptyProfile(profile) ? [] : possibleSteps(profile, stepWorld)
  const tried = possible.map((one): Tried => {
    const after = trial.standings({ ...profile, ...one.change.set }, today)
    return { possible: one, step: stepOf(one, trial.gain(today, after), listings.length), after }
  })
  const worth = withoutIdleRungs(tried).sort(byGain)
  return {
    steps: worth,
    by_cost: [...worth].sort(byCost).map((step) => step.key),
    pairs: pairsOf({ profile, stepWorld, trial, today, tried, sample: listings.length }),
    now: countsOf(today),
    sample: listings.length,
    as_of: world.now,
    left_out: tried.length - worth.length,
  }
}

function stepOf(
  { key, change, counts, route, note }: PossibleStep,
  gain: ReturnType<Trial['gain']>,
  sample: number,
): Step {
  return {
    key,
    change,
    ...gain,
    counts_toward: counts,
    cost: route.cost,
    months: route.months,
    note,
    source: route.source,
    as_of: route.as_of,
    sample,
  }
}

function countsOf({ codes }: Standings): Record<Verdict, number> {
  const now: Record<Verdict, number> = { open: 0, likely: 0, stretch: 0, not_yet: 0, unknown: 0 }
  for (const code of codes) {
    const verdict = code === NO_PART ? undefined : VERDICT_OF_CODE[code]
    if (verdict !== undefined) now[verdict] += 1
  }
  return now
}

/**
 * Leaves out what gains nothing, the longer rungs of a ladder that gain no more than a shorter one, and a step
 * that gains no more than a broader one of the same length (months of inpatient coding beside months of coding).
 */
function withoutIdleRungs(tried: readonly Tried[]): Step[] {
  const best = new Map<string, Step>()
  const byKey = new Map(tried.map(({ step }) => [step.key, step]))
  return tried.flatMap(({ step, possible: { ladder, broader } }) => {
    if (step.opens === 0 && step.within_reach === 0) return []
    if (broader.some((key) => noMore(step, byKey.get(key)))) return []
    if (ladder === null) return [step]
    if (noMore(step, best.get(ladder))) return []
    best.set(ladder, step)
    return [step]
  })
}

const noMore = (step: Step, than: Step | undefined): boolean =>
  than !== undefined &&
  step.opens <= than.opens &&
  step.opens + step.within_reach <= than.opens + than.within_reach
