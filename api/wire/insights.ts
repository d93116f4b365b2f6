import { z } from 'zod'
import type { MarketFacts } from '../../core/domain/market/market-facts.ts'
import { WAGE_OCCUPATIONS } from '../../core/domain/registers/oews.ts'
import { instantSchema } from './listing.ts'
import { pick } from './pick.ts'

const sample = z.number().int().min(0).meta({ description: 'How many listings it rests on.' })

const figureSchema = z
  .strictObject({
    value: z.number().nullable().meta({ description: 'null: too few listings to say.' }),
    sample,
  })
  .meta({ id: 'Figure' })

const asked = {
  listings: z.number().int().min(0),
  median_months: figureSchema.meta({
    description: 'Middle of the months asked, over the listings that state an amount.',
  }),
  open_to_newcomers: figureSchema.meta({
    description: 'Share (0 to 1) of listings that ask no paid work, over all of the group.',
  }),
}

const groupSchema = z.strictObject({ value: z.string(), ...asked }).meta({ id: 'MarketGroup' })
const group = (about: string) => z.array(groupSchema).meta({ description: about })

const wageBandSchema = z
  .strictObject({
    soc: z.enum(Object.keys(WAGE_OCCUPATIONS) as (keyof typeof WAGE_OCCUPATIONS)[]),
    low: z.number().nullable().meta({ description: 'Tenth percentile; null: not published.' }),
    high: z.number().nullable().meta({ description: 'Twenty-fifth percentile.' }),
    median: z.number().nullable(),
    sample: z.boolean().meta({ description: 'true: from a sample file, invented.' }),
    source: z.string().meta({ description: 'The file.' }),
    as_of: z.iso.date().meta({ description: 'The day that the publisher states for the file.' }),
  })
  .meta({ id: 'WageBand' })

/** The answer of `GET /insights`. */
export const insightsSchema = z
  .strictObject({
    as_of: instantSchema.meta({ description: 'When the listings were counted.' }),
    basis: z.enum(['live', 'demo']).meta({ description: 'demo: every listing is invented.' }),
    least_sample: z
      .number()
      .int()
      .meta({ description: 'A figure that rests on fewer listings is null.' }),
    suspicious: z
      .number()
      .int()
      .min(0)
      .meta({ description: 'Listings with a mark of fraud; they count in nothing else.' }),
    all: groupSchema,
    work_mode: group(
      '`remote`, `onsite` (partly on site, and remote after a time, too), `not_stated`.',
    ),
    setting: group('`underserved`: nursing homes, health centers and the like; `other`: the rest.'),
    role: group('Kinds of work.'),
    credential: group('Credentials asked for, preferred or accepted; most listings first.'),
    state: group('States of the places of work; most listings first.'),
    pay: z
      .array(
        z
          .strictObject({
            state: z.string().meta({ description: '`US`: the whole country.' }),
            adverts: z
              .strictObject({ low: figureSchema, median: figureSchema, high: figureSchema })
              .meta({
                description:
                  'Dollars an hour at the low end of stated pay: quarter, half and three quarters of the way ' +
                  'through the listings that are open to newcomers or ask for a year or less.',
              }),
            wages: z.array(wageBandSchema).meta({
              description: 'Dollars an hour of coders and billers (OEWS); empty: none is loaded.',
            }),
          })
          .meta({ id: 'StatePay' }),
      )
      .meta({ description: 'The whole country first, then by code.' }),
    trend: z
      .array(
        z
          .strictObject({
            week: z.iso.date().meta({ description: 'Its Monday.' }),
            complete: z.boolean().meta({ description: 'false: the week has not ended.' }),
            ...asked,
          })
          .meta({ id: 'TrendWeek' }),
      )
      .meta({ description: 'By the week of first sight, closed listings too; oldest first.' }),
  })
  .meta({ id: 'Insights' })

export const toWireInsights = (facts: MarketFacts): z.input<typeof insightsSchema> =>
  pick(insightsSchema.shape, facts)
