import { z } from 'zod'
import { PAY_UNITS } from './tags.ts'

/** What a feed said in its own fields, beside the text. Every key is optional: absent means "the feed did not say". */
export const structuredSchema = z.object({
  remote: z.boolean().nullish(),
  /** e.g. "hybrid", "on-site", "TELECOMMUTE": as the feed wrote it. */
  work_mode: z.string().nullish(),
  /** Two-letter codes of states a remote worker may live in. */
  states: z.array(z.string()).nullish(),
  pay: z
    .object({
      min: z.number().nullish(),
      max: z.number().nullish(),
      unit: z.enum(PAY_UNITS).nullish(),
    })
    .nullish(),
  months_of_experience: z.number().nullish(),
  experience_in_place_of_education: z.boolean().nullish(),
  education: z.string().nullish(),
  employment_type: z.string().nullish(),
  /** e.g. "GS-5". */
  grade: z.string().nullish(),
  level: z.string().nullish(),
  /** What the feed states beyond these keys (requisition_id, departments, addresses ...): kept with the posting, read by no rule. */
  other: z.record(z.string(), z.unknown()).nullish(),
})
export type Structured = z.infer<typeof structuredSchema>

/** One advert as the reader takes it; either `html` or `text` (html wins), else the title alone is read. */
export const advertSchema = z.object({
  id: z.union([z.string(), z.number()]).nullish(),
  title: z.string(),
  employer: z.string().nullish(),
  place: z.string().nullish(),
  html: z.string().nullish(),
  text: z.string().nullish(),
  structured: structuredSchema.nullish(),
})
export type Advert = z.infer<typeof advertSchema>
