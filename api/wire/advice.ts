import { z } from 'zod'
import {
  HIRING_LEVELS,
  REMOVAL_LEVELS,
  STEP_KINDS,
  type Advice,
  type Gain,
  type PairPart,
} from '../../core/domain/advice/advice.ts'
import { LEAST_SAMPLE } from '../../core/domain/market/tally.ts'
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

const set = z
  .record(z.string(), z.unknown())
  .meta({ description: 'The keys of the profile that change, with their new values.' })

/** What a change brings; shared by steps and pairs. */
const gain = {
  opens: count.meta({ description: 'Listings that turn open: as many as `listing_ids`.' }),
  listing_ids: z.array(z.number().int()),
  within_reach: count.meta({ description: 'More that become likely or a stretch.' }),
  within_reach_ids: z.array(z.number().int()),
  pay: z.strictObject({ median_hour: z.number().nullable(), sample: count }).meta({
    description: `Of the listings that turn open: the median of the middle of their stated pay, US dollars an hour; null when fewer than ${LEAST_SAMPLE} state it. \`sample\` = how many state it.`,
  }),
} as const

const cost = z
  .strictObject({ low: z.number().nullable(), high: z.number().nullable(), text: z.string() })
  .nullable()
  .meta({ description: 'US dollars; null = no figure is known.' })

const months = z
  .strictObject({ low: z.number(), high: z.number() })
  .nullable()
  .meta({ description: 'Months of effort; null = not known.' })

const sample = count.meta({ description: 'How many listings were looked at.' })

const stepSchema = z
  .strictObject({
    key: z.string().meta({
      description: 'Names the step, the same for every profile.',
      example: 'credential:CCA',
    }),
    change: z.strictObject({
      kind: z.enum(STEP_KINDS),
      label: z.string().meta({ example: 'Earn the CCA' }),
      set,
    }),
    ...gain,
    counts_toward: z.strictObject({
      hiring: z.strictObject({ level: z.enum(HIRING_LEVELS), text: z.string() }),
      a_removal: z.strictObject({ level: z.enum(REMOVAL_LEVELS), text: z.string() }).meta({
        description: 'What it counts for in dropping the apprentice mark (the A of CPC-A).',
      }),
    }),
    cost,
    months,
    note: z.string().nullable(),
    source: z.string(),
    as_of: z.string().nullable(),
    sample,
  })
  .meta({ id: 'Step' })

const partSchema = z
  .strictObject({
    key: z.string(),
    label: z.string(),
    set,
    opens: count,
    listing_ids: z.array(z.number().int()),
  })
  .meta({ id: 'PairPart', description: 'One step of a pair, and what it does alone.' })

const pairSchema = z
  .strictObject({
    parts: z.tuple([partSchema, partSchema]),
    set,
    ...gain,
    beyond: count.meta({
      description: '`opens` less what the two steps open one by one, added up; at least 1.',
    }),
    beyond_ids: z.array(z.number().int()).meta({ description: 'Opened by neither step alone.' }),
    cost,
    months: months.meta({ description: 'From side by side to one after the other.' }),
    sample,
  })
  .meta({ id: 'StepPair' })

const verdictCounts = Object.fromEntries(VERDICTS.map((v) => [v, count])) as Record<
  (typeof VERDICTS)[number],
  typeof count
>
export const verdictCountsSchema = z.strictObject(verdictCounts).meta({ id: 'VerdictCounts' })

/** The answer of `POST /advice`. */
export const adviceSchema = z
  .strictObject({
    steps: z
      .array(stepSchema)
      .meta({ description: 'Most listings opened per month of effort first.' }),
    by_cost: z
      .array(z.string())
      .meta({ description: 'Keys of the same steps, the cheapest that open something first.' }),
    pairs: z.array(pairSchema).meta({
      description: 'Steps that open more together than one by one, best first.',
    }),
    now: verdictCountsSchema,
    sample: count,
    as_of: instantSchema,
    left_out: count,
  })
  .meta({ id: 'Advice' })

const toWireGain = ({ opens, listing_ids, within_reach, within_reach_ids, pay }: Gain) => ({
  opens,
  listing_ids,
  within_reach,
  within_reach_ids,
  pay,
})

const toWirePart = ({ key, label, set, opens, listing_ids }: PairPart) => ({
  key,
  label,
  set: { ...set },
  opens,
  listing_ids,
})

export function toWireAdvice(advice: Advice): z.input<typeof adviceSchema> {
  return {
    steps: advice.steps.map((step) => ({
      key: step.key,
      change: { kind: step.change.kind, label: step.change.label, set: { ...step.change.set } },
      ...toWireGain(step),
      counts_toward: step.counts_toward,
      cost: step.cost,
      months: step.months,
      note: step.note,
      source: step.source,
      as_of: step.as_of,
      sample: step.sample,
    })),
    by_cost: advice.by_cost,
    pairs: advice.pairs.map((pair) => ({
      parts: [toWirePart(pair.parts[0]), toWirePart(pair.parts[1])],
      set: { ...pair.set },
      ...toWireGain(pair),
      beyond: pair.beyond,
      beyond_ids: pair.beyond_ids,
      cost: pair.cost,
      months: pair.months,
      sample: pair.sample,
    })),
    now: advice.now,
    sample: advice.sample,
    as_of: advice.as_of,
    left_out: advice.left_out,
  }
}
