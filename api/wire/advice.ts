import { z } from 'zod'
import { STEP_KINDS, type Advice } from '../../core/domain/advice/advice.ts'
import { profileSchema, VERDICTS } from '../../core/domain/profile.ts'
import { instantSchema } from './listing.ts'

const count = z.number().int().min(0)

/** The profile as every route takes it. */
export const wireProfileSchema = profileSchema.meta({
  id: 'Profile',
  description: 'What a person has and wants. A missing key is unknown; an empty list is "none".',
  example: {
    credentials: [{ code: 'CPC-A', apprentice: true }],
    months: { front_desk: 14 },
    education: [{ level: 'certificate', field: 'medical billing and coding' }],
    state: 'PA',
    work_modes: ['onsite', 'hybrid', 'remote'],
    roles: ['coding', 'billing'],
  },
})

/** `POST /advice`. */
export const adviceRequestSchema = z
  .strictObject({ profile: wireProfileSchema })
  .meta({ id: 'AdviceRequest' })

const stepSchema = z
  .strictObject({
    change: z.strictObject({
      kind: z.enum(STEP_KINDS),
      label: z.string().meta({ example: 'Earn the CCA' }),
      set: z
        .record(z.string(), z.unknown())
        .meta({ description: 'The keys of the profile that change, with their new values.' }),
    }),
    opens: count.meta({ description: 'Listings this step turns open: as many as `listing_ids`.' }),
    listing_ids: z.array(z.number().int()),
    within_reach: count.meta({ description: 'More that become likely or a stretch.' }),
    cost: z
      .strictObject({ low: z.number().nullable(), high: z.number().nullable(), text: z.string() })
      .nullable()
      .meta({ description: 'US dollars; null = no figure is known.' }),
    months: z
      .strictObject({ low: z.number(), high: z.number() })
      .nullable()
      .meta({ description: 'Months of effort; null = not known.' }),
    note: z.string().nullable(),
    source: z.string(),
    as_of: z.string().nullable(),
    sample: count.meta({ description: 'How many listings were looked at.' }),
  })
  .meta({ id: 'Step' })

const verdictCounts = Object.fromEntries(VERDICTS.map((v) => [v, count])) as Record<
  (typeof VERDICTS)[number],
  typeof count
>
export const verdictCountsSchema = z.strictObject(verdictCounts).meta({ id: 'VerdictCounts' })

/** The answer of `POST /advice`. */
export const adviceSchema = z
  .strictObject({
    steps: z.array(stepSchema),
    now: verdictCountsSchema,
    sample: count,
    as_of: instantSchema,
    left_out: count,
  })
  .meta({ id: 'Advice' })

export function toWireAdvice(advice: Advice): z.input<typeof adviceSchema> {
  const { steps, now, sample, as_of, left_out } = advice
  return {
    steps: steps.map((step) => ({
      change: { kind: step.change.kind, label: step.change.label, set: { ...step.change.set } },
      opens: step.opens,
      listing_ids: step.listing_ids,
      within_reach: step.within_reach,
      cost: step.cost,
      months: step.months,
      note: step.note,
      source: step.source,
      as_of: step.as_of,
      sample: step.sample,
    })),
    now,
    sample,
    as_of,
    left_out,
  }
}
