import type { Profile, Verdict } from '../profile.ts'

export const STEP_KINDS = [
  'credential',
  'drop_apprentice',
  'experience',
  'course',
  'work_mode',
  'setting',
  'radius',
  'role',
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

export interface Step {
  change: Change
  /** How many listings this step turns open; always `listing_ids.length`. */
  opens: number
  listing_ids: number[]
  /** How many more it brings up to "likely" or "stretch". */
  within_reach: number
  /** null = no figure is known. */
  cost: Cost | null
  /** Months of effort; null = not known. */
  months: { low: number; high: number } | null
  /** One sentence on what is not known, or on what else the step asks; null when there is nothing to add. */
  note: string | null
  /** Where cost and months come from. */
  source: string
  /** When the source said so (ISO date, as precise as known); null = undated. */
  as_of: string | null
  /** How many listings were looked at. */
  sample: number
}

export interface Advice {
  steps: Step[]
  /** How the listings stand for the profile as it is. */
  now: Record<Verdict, number>
  sample: number
  /** The instant the listings were looked at. */
  as_of: string
  /** Steps tried that neither open nor bring nearer any listing; they are left out of `steps`. */
  left_out: number
}
