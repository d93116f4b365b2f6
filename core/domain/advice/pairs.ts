import type { Profile } from '../profile.ts'
import type { Cost, PairPart, Span, Step, StepPair } from './advice.ts'
import { possibleSteps, type StepWorld } from './possible-steps.ts'
import { perMonth } from './rank-steps.ts'
import type { Standings, Trial, Tried } from './trial.ts'

/** Steps that are tried with each other, and how many of one kind and of one ladder may be among them. */
const CANDIDATES = { most: 18, kind: 6, ladder: 2 } as const
const MOST_PAIRS = 10

interface Around {
  profile: Profile
  stepWorld: StepWorld
  trial: Trial
  today: Standings
  tried: readonly Tried[]
  sample: number
}

/**
 * Pairs of steps that open more listings together than the sum of what each opens alone. A listing that asks
 * both a credential and a year of work is opened by neither step alone, so steps that open nothing may make a
 * pair. Tried are the steps that bring the most listings forward in any one point, each with each; the second
 * is taken as it would be offered once the first is done, so that both credentials, or both kinds of months,
 * stand in the profile. The best ten by listings opened per month of effort, no two of which open the same.
 */
export function pairsOf(around: Around): StepPair[] {
  const { profile, stepWorld } = around
  const candidates = candidatesOf(around)
  const pairs = candidates.flatMap((one, i) => {
    const first = one.possible.change.set
    const then = new Map(
      possibleSteps({ ...profile, ...first }, stepWorld).map((step) => [step.key, step.change.set]),
    )
    return candidates.slice(i + 1).flatMap((two) => {
      const second = then.get(two.step.key)
      const sameLadder = one.possible.ladder !== null && one.possible.ladder === two.possible.ladder
      if (second === undefined || sameLadder) return []
      return tryPair(one.step, two.step, { ...first, ...second }, around) ?? []
    })
  })
  const order = (a: StepPair, b: StepPair): number =>
    (perMonth(b) ?? 0) - (perMonth(a) ?? 0) ||
    b.beyond - a.beyond ||
    keysOf(a).localeCompare(keysOf(b), 'en')
  // Of pairs that come to the same listings the first is enough.
  const opened = new Set<string>()
  return pairs
    .sort(order)
    .filter(({ listing_ids }) => {
      const key = listing_ids.join()
      return opened.has(key) ? false : opened.add(key)
    })
    .slice(0, MOST_PAIRS)
}

function candidatesOf({ trial, today, tried }: Around): Tried[] {
  const moves = new Map(tried.map(({ step, after }) => [step.key, trial.moves(today, after)]))
  const movesOf = (key: string): number => moves.get(key) ?? 0
  const moving = tried
    .filter(({ step }) => movesOf(step.key) > 0)
    .sort(
      ({ step: a }, { step: b }) =>
        movesOf(b.key) - movesOf(a.key) || a.key.localeCompare(b.key, 'en'),
    )
  const had = new Map<string, number>()
  const take = (name: string, most: number): boolean => {
    const n = had.get(name) ?? 0
    had.set(name, n + 1)
    return n < most
  }
  return moving
    .filter(
      ({ possible: { ladder, change } }) =>
        (ladder === null || take(`ladder ${ladder}`, CANDIDATES.ladder)) &&
        take(`kind ${change.kind}`, CANDIDATES.kind),
    )
    .slice(0, CANDIDATES.most)
}

function tryPair(
  one: Step,
  two: Step,
  set: StepPair['set'],
  { profile, trial, today, sample }: Around,
): StepPair | null {
  const gain = trial.gain(today, trial.standings({ ...profile, ...set }, today))
  const beyond = gain.opens - one.opens - two.opens
  if (beyond < 1) return null
  const alone = new Set([...one.listing_ids, ...two.listing_ids])
  return {
    parts: [partOf(one), partOf(two)],
    set,
    ...gain,
    beyond,
    beyond_ids: gain.listing_ids.filter((id) => !alone.has(id)),
    cost: bothCosts(one.cost, two.cost),
    months: bothMonths(one.months, two.months),
    sample,
  }
}

const partOf = ({ key, change, opens, listing_ids }: Step): PairPart => ({
  key,
  label: change.label,
  set: change.set,
  opens,
  listing_ids,
})

const keysOf = ({ parts }: StepPair): string => parts.map(({ key }) => key).join()

function bothCosts(a: Cost | null, b: Cost | null): Cost | null {
  if (a === null || b === null) return null
  const sum = (x: number | null, y: number | null) => (x === null || y === null ? null : x + y)
  const text = a.text === b.text ? a.text : `${a.text} ${b.text}`
  return { low: sum(a.low, b.low), high: sum(a.high, b.high), text }
}

const bothMonths = (a: Span | null, b: Span | null): Span | null =>
  a === null || b === null ? null : { low: Math.max(a.low, b.low), high: a.high + b.high }
