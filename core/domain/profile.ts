import { z } from 'zod'
import {
  ADJACENT_ROLES,
  EDUCATION_LEVELS,
  EMPLOYMENT_TYPES,
  ROLES,
  SETTINGS,
  WORK_MODES,
} from './tags.ts'

const stateCode = z
  .string()
  .regex(/^[A-Za-z]{2}$/, 'two letters, e.g. "PA"')
  .transform((s) => s.toUpperCase())

const educationSchema = z.strictObject({
  level: z.enum(EDUCATION_LEVELS),
  field: z.string().max(200).nullish(),
  accredited: z.boolean().nullish(),
  status: z.enum(['complete', 'in_progress']).nullish(),
  ends: z.string().max(40).nullish(),
  credits: z.number().min(0).max(500).nullish(),
  note: z.string().max(500).nullish(),
})

/**
 * What a candidate has and wants. A key that is missing is unknown; an empty list is "none".
 * Months are counted by domain (experience.ts); a narrow month is also a month of each broader key.
 */
export const profileSchema = z.strictObject({
  credentials: z
    .array(
      z.strictObject({
        code: z.string().min(1).max(20),
        apprentice: z.boolean().nullish(),
        since: z.string().max(40).nullish(),
      }),
    )
    .max(50)
    .optional(),
  months: z.record(z.string().min(1).max(60), z.number().min(0).max(900)).optional(),
  education: z.array(educationSchema).max(20).optional(),
  /** Hours of a formal externship. Not paid work: they count toward dropping an apprentice mark, not as experience. */
  externship_hours: z.number().min(0).max(10_000).optional(),
  /** Hours of Practicode done so far; `practicode_done` says that the whole of it is finished. */
  practicode_hours: z.number().min(0).max(10_000).optional(),
  practicode_done: z.boolean().optional(),
  /** Programs the person has worked or trained with, by key or name (vocabulary/systems.ts). */
  software: z.array(z.string().min(1).max(60)).max(40).optional(),
  state: stateCode.optional(),
  /** Other states whose work places the person would travel or move to. Where they live stays `state`. */
  states_too: z.array(stateCode).max(60).optional(),
  zip: z
    .string()
    .regex(/^\d{5}$/, 'five digits')
    .optional(),
  radius_miles: z.number().min(0).max(5000).optional(),
  work_modes: z
    .array(z.enum(WORK_MODES).exclude(['not_stated', 'remote_after']))
    .max(5)
    .optional(),
  roles: z.array(z.enum(ROLES)).max(4).optional(),
  /** With the role `adjacent`: which jobs beside the trade; missing or empty = any of them. */
  adjacent_roles: z.array(z.enum(ADJACENT_ROLES)).max(20).optional(),
  settings_liked: z.array(z.enum(SETTINGS)).max(20).optional(),
  settings_refused: z.array(z.enum(SETTINGS)).max(20).optional(),
  /** Kinds of hours the person would work; missing or empty = any. */
  employment_types: z.array(z.enum(EMPLOYMENT_TYPES)).max(10).optional(),
  /** US dollars an hour. */
  pay_floor_hour: z.number().min(0).max(1000).optional(),
})
export type Profile = z.infer<typeof profileSchema>

export const VERDICTS = ['open', 'likely', 'stretch', 'not_yet', 'unknown'] as const
export type Verdict = (typeof VERDICTS)[number]

/** One requirement or wish held against the profile, in plain English. */
export interface Reason {
  /** What the advert asks, e.g. "12 months of medical billing". */
  requirement: string
  /** What the profile records about it, e.g. "3 months of medical billing"; null when the profile is silent. */
  has: string | null
  /** What is missing, e.g. "9 months short"; null when it is met or cannot be told. */
  gap: string | null
  /** The advert's own words; null when no words carry it (a structured field, a missing statement). */
  words: string | null
}

export interface Match {
  verdict: Verdict
  /** 0-100, higher is better; null when the verdict is unknown. */
  score: number | null
  reasons: Reason[]
}
