import type { Profile, Verdict } from '../profile.ts'

export const STEP_KINDS = [
  'credential',
  'drop_apprentice',
  'experience',
  'course',
  'apprenticeship',
  'work_mode',
  'setting',
  'radius',
  'state',
  'role',
  'pay',
  'hours',
] as const
export type StepKind = (typeof STEP_KINDS)[number]

/** One thing changed about a profile: `{...profile, ...set}` is the changed profile. */
export interface Change {
  kind: StepKind
  /** In plain words, e.g. "Earn the CCA". */
  label: string
  set: Partial<Profile>
}

export interface Cost {
  /** US dollars; null when no figure is known. */
  low: number | null
  high: number | null
  text: string
}

/** Months of effort. */
export interface Span {
  low: number
  high: number
}

export const HIRING_LEVELS = ['high', 'medium', 'some', 'none'] as const
export const REMOVAL_LEVELS = ['all', 'part', 'maybe', 'none'] as const

/**
 * What a step counts for, two things that are easily mixed up: being hired, and dropping the apprentice mark
 * (the A of CPC-A), which AAPC alone decides.
 */
export interface CountsToward {
  hiring: { level: (typeof HIRING_LEVELS)[number]; text: string }
  a_removal: { level: (typeof REMOVAL_LEVELS)[number]; text: string }
}

/** Pay of a group of listings: the median of what they state, the middle of a range, as dollars an hour. */
export interface TypicalPay {
  /** null when fewer than `LEAST_SAMPLE` of them state pay by time. */
  median_hour: number | null
  /** How many of them state it. */
  sample: number
}

/** What comes of a change: what it opens, and what those listings pay. */
export interface Gain {
  /** How many listings turn open; always `listing_ids.length`. */
  opens: number
  listing_ids: number[]
  /** How many more come up to "likely" or "stretch"; always `within_reach_ids.length`. */
  within_reach: number
  within_reach_ids: number[]
  /** Of the listings that turn open. */
  pay: TypicalPay
}

export interface Step extends Gain {
  /** Tells steps apart, e.g. "credential:CCA"; the same step has the same key for every profile. */
  key: string
  change: Change
  counts_toward: CountsToward
  /** null = no figure is known. */
  cost: Cost | null
  /** Months of effort; null = not known. */
  months: Span | null
  /** One sentence on what is not known, or on what else the step asks; null when there is nothing to add. */
  note: string | null
  /** Where cost and months come from. */
  source: string
  /** When the source said so (ISO date, as precise as known); null = undated. */
  as_of: string | null
  /** How many listings were looked at. */
  sample: number
}

/** One of two steps of a pair, and what it does alone; it is not always among the `steps`. */
export interface PairPart extends Pick<Step, 'key' | 'opens' | 'listing_ids'> {
  label: string
  /** `{...profile, ...set}` is the profile with this step alone done. */
  set: Partial<Profile>
}

/** Two steps that open more together than the sum of what each opens alone. */
export interface StepPair extends Gain {
  parts: [PairPart, PairPart]
  /** `{...profile, ...set}` is the profile with both done. */
  set: Partial<Profile>
  /** `opens` less what the two open one by one, added up: at least 1. */
  beyond: number
  /** The listings that neither of the two opens alone. */
  beyond_ids: number[]
  /** Both together; null when one of them has no known figure. */
  cost: Cost | null
  /** From "side by side" to "one after the other"; null when one of them has no known figure. */
  months: Span | null
  sample: number
}

export interface Advice {
  /** Ranked by listings opened per month of effort. */
  steps: Step[]
  /** Keys of the same steps, those that open something first, the cheapest of them at the top, unknown cost last. */
  by_cost: string[]
  /** The best first; at most `MOST_PAIRS`. */
  pairs: StepPair[]
  /** How the listings stand for the profile as it is. */
  now: Record<Verdict, number>
  sample: number
  /** The instant the listings were looked at. */
  as_of: string
  /** Steps tried that neither open nor bring nearer any listing; they are left out of `steps`. */
  left_out: number
}
