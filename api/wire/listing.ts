import { z } from 'zod'
import type { Listing, ListingDetail, ListingHit, ListingPage } from '../../core/domain/listing.ts'
import type { Requirement } from '../../core/domain/reading.ts'
import type { FacetName } from '../../core/domain/search/query.ts'
import {
  ADJACENT_ROLES,
  EDUCATION_LEVELS,
  EMPLOYMENT_TYPES,
  ENTRY_VERDICTS,
  LEVELS,
  PAY_UNITS,
  ROLES,
  SETTINGS,
  STRENGTHS,
  WORK_MODES,
} from '../../core/domain/tags.ts'
import { employerSettingSchema, placeFactsSchema } from './employer-and-place.ts'
import { pick } from './pick.ts'

export const instantSchema = z.iso.datetime().meta({ example: '2026-11-24T06:00:00.000Z' })
const months = z.number().min(0).nullable()
const states = z.array(z.string())

const span = {
  start: z.number().int().min(0),
  end: z.number().int().min(0),
  words: z.string(),
}
const leaf = { strength: z.enum(STRENGTHS), ...span }

/** What an advert asks, with its alternatives kept apart. */
export const requirementSchema: z.ZodType<Requirement> = z
  .lazy(() =>
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('all_of'), of: z.array(requirementSchema) }),
      z.strictObject({ kind: z.literal('any_of'), of: z.array(requirementSchema) }),
      z.strictObject({
        kind: z.literal('experience'),
        min_months: months,
        max_months: months,
        domain: z.string().nullable(),
        ...leaf,
      }),
      z.strictObject({
        kind: z.literal('credential'),
        codes: z.array(z.string()),
        any_of: z.boolean(),
        class: z.enum(['any_coding', 'any_billing']).nullable(),
        accepted_apprentice: z.boolean(),
        within_months_of_hire: months,
        ...leaf,
      }),
      z.strictObject({
        kind: z.literal('education'),
        level: z.enum(EDUCATION_LEVELS),
        field: z.string().nullable(),
        accredited: z.boolean(),
        ...leaf,
      }),
      z.strictObject({ kind: z.literal('other'), what: z.string(), ...leaf }),
    ]),
  )
  .meta({
    id: 'Requirement',
    description: 'What the advert asks, with its alternatives kept apart.',
  })

const placeSchema = z.strictObject({
  city: z.string().nullable(),
  state: z.string().nullable(),
  country: z.string().nullable(),
})

const credentialsSchema = z.strictObject({
  required: z.array(z.string()),
  any_of: z.boolean().meta({ description: 'true: one of the required is enough.' }),
  required_class: z.enum(['any_coding']).nullable(),
  preferred: z.array(z.string()),
  accepted_apprentice: z.boolean(),
  within_months_of_hire: months,
})

/** One listing in a list. */
export const listingSchema = z
  .strictObject({
    id: z.number().int(),
    title: z.string().meta({ example: 'Medical Billing Specialist I' }),
    employer: z.string().nullable(),
    employer_id: z
      .number()
      .int()
      .nullable()
      .meta({ description: 'The page of its employer is /employers/{employer_id}.' }),
    place: z.string().nullable().meta({ example: 'Scranton, PA' }),
    places: z.array(placeSchema),
    url: z.string().nullable().meta({ description: "The advert's own page." }),
    apply_url: z.string().nullable(),
    posted_at: instantSchema.nullable(),
    first_seen: instantSchema,
    last_checked: instantSchema.nullable().meta({
      description: 'The end of the newest complete reading of its feed in which it stood.',
    }),
    closes_at: instantSchema.nullable(),
    status: z.enum(['open', 'closed']),
    closed_at: instantSchema.nullable(),
    demo: z.boolean().meta({ description: 'true: invented, never a real vacancy.' }),
    register_settings: z.array(z.enum(SETTINGS)).meta({
      description:
        'What a government register says the employer is; `settings` is what the advert itself says. ' +
        'Sample files give none.',
    }),
    credit: z
      .strictObject({
        name: z.string().nullable(),
        html: z.string().nullable(),
        link: z.string().nullable(),
      })
      .nullable()
      .meta({
        description:
          'What the terms of its feed want shown beside it wherever it is shown: a name, a line of HTML, a link to the advert.',
      }),
    in_domain: z.boolean(),
    role: z.enum(ROLES).nullable(),
    adjacent_role: z.enum(ADJACENT_ROLES).nullable(),
    level: z.enum(LEVELS),
    min_months: months.meta({ description: '0 = none is needed; null = not stated.' }),
    max_months: months,
    preferred_months: months,
    entry: z.enum(ENTRY_VERDICTS),
    credentials: credentialsSchema,
    education: z
      .strictObject({
        level: z.enum(EDUCATION_LEVELS),
        field: z.string().nullable(),
        strength: z.enum(STRENGTHS),
      })
      .nullable(),
    work_mode: z.enum(WORK_MODES),
    hybrid_days_onsite: z.number().nullable(),
    states_allowed: states,
    states_excluded: states,
    settings: z.array(z.enum(SETTINGS)),
    specialties: z.array(z.string()),
    systems: z.array(z.string()),
    employment_type: z.enum(EMPLOYMENT_TYPES).nullable(),
    pay: z
      .strictObject({
        min: z.number().nullable(),
        max: z.number().nullable(),
        unit: z.enum(PAY_UNITS),
      })
      .nullable(),
    warnings: z.array(z.strictObject({ code: z.string(), words: z.string() })),
    requirement: requirementSchema,
  })
  .meta({ id: 'Listing' })

const sourceSchema = z.strictObject({
  key: z.string(),
  employer: z.string().nullable(),
  kind: z.string(),
  url: z.string().nullable(),
  first_seen: instantSchema,
  missing_since: instantSchema.nullable(),
  closed_at: instantSchema.nullable(),
  credit_html: z.string().nullable(),
})

/** One listing with its text, the words behind each tag and the feeds it was seen in. */
export const listingDetailSchema = listingSchema
  .extend({
    text: z.string(),
    html: z.string().nullable().meta({ description: 'Sanitised; safe to show.' }),
    evidence: z
      .record(z.string(), z.array(z.strictObject({ ...span, rule: z.string() })))
      .meta({ description: 'For each tag, the words of `text` that earned it.' }),
    sources: z.array(sourceSchema),
    employer_settings: z.array(employerSettingSchema).meta({
      description:
        'Whom the employer serves, best supported first; [] = nothing is known. It says nothing of the place.',
    }),
    place_facts: z.array(placeFactsSchema).meta({
      description:
        'Whether the places are underserved, one entry for each of `places`. It says nothing of the employer.',
    }),
    tagger_version: z.number().int(),
  })
  .meta({ id: 'ListingDetail' })

/** Why a listing is among the results. */
const whySchema = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('words'),
      where: z.enum(['title', 'text']),
      words: z.array(z.string()),
    }),
    z.strictObject({
      kind: z.literal('filter'),
      filter: z.string().meta({ example: 'setting' }),
      value: z.string().meta({ example: 'snf' }),
    }),
    z.strictObject({
      kind: z.literal('distance'),
      miles: z.number().min(0),
      label: z.string().meta({ example: 'Scranton, PA' }),
    }),
    z.strictObject({ kind: z.literal('remote'), state: z.string() }),
  ])
  .meta({ id: 'WhyHere' })

const snippetSchema = z
  .strictObject({
    text: z.string(),
    marks: z.array(
      z.strictObject({ start: z.number().int().min(0), end: z.number().int().min(0) }),
    ),
  })
  .meta({
    id: 'Snippet',
    description:
      'Words of the advert round about what was searched, as plain text; `marks` are spans of it that matched.',
  })

/** A listing as a search found it. */
const listingHitSchema = listingSchema
  .extend({
    snippet: snippetSchema
      .nullable()
      .meta({ description: 'null without words to search for, or where no text is kept.' }),
    why: z.array(whySchema).meta({ description: 'Why it is among the results.' }),
  })
  .meta({ id: 'ListingHit' })

const facetSchema = z.array(z.strictObject({ value: z.string(), count: z.number().int().min(1) }))

/** Steps of an amount: each says what the search would leave with that amount. */
const stepsSchema = facetSchema.meta({
  description: 'Values are steps: "12" counts what the search would leave with 12 here.',
})

const facetsSchema = z
  .strictObject({
    state: facetSchema,
    role: facetSchema,
    adjacent_role: facetSchema,
    work_mode: facetSchema,
    credential: facetSchema,
    setting: facetSchema,
    entry: facetSchema,
    specialty: facetSchema,
    system: facetSchema,
    employment_type: facetSchema,
    underserved: facetSchema,
    source: facetSchema,
    employer: facetSchema,
    holds: facetSchema,
    accepts_apprentice: facetSchema,
    max_months: stepsSchema,
    pay_floor_hour: stepsSchema,
    posted_within: stepsSchema,
    radius: stepsSchema,
  } satisfies Record<FacetName, z.ZodType>)
  .meta({
    id: 'Facets',
    description:
      'For each filter and value, the total this search would have with that value alone in that filter.',
  })

const plainNames = z.record(z.string(), z.string())

/** The answer of `GET /listings`. */
export const listingPageSchema = z
  .strictObject({
    total: z.number().int().min(0).meta({ description: 'Exact.' }),
    items: z.array(listingHitSchema),
    facets: facetsSchema,
    names: z
      .strictObject({ source: plainNames, employer: plainNames })
      .meta({ description: 'Plain names of the values of the facets `source` and `employer`.' }),
    hidden_by_warnings: z.number().int().min(0).meta({
      description: 'Listings kept back only by their marks of a fraud; `warnings=show` shows them.',
    }),
    without: z
      .array(
        z.strictObject({
          filter: z.string().meta({ example: 'max_months' }),
          total: z.number().int().min(0),
        }),
      )
      .meta({
        description:
          'For a search that found nothing: what it would bring without one filter, most first.',
      }),
    suggestions: z
      .array(z.strictObject({ q: z.string(), total: z.number().int().min(0) }))
      .meta({ description: 'Other spellings of words that stand in no listing.' }),
    next: z
      .string()
      .nullable()
      .meta({ description: 'Give it back as `cursor`; null on the last page.' }),
  })
  .meta({ id: 'ListingPage' })

export const toWireListing = (listing: Listing): z.input<typeof listingSchema> =>
  pick(listingSchema.shape, listing)

const toWireHit = (hit: ListingHit): z.input<typeof listingHitSchema> =>
  pick(listingHitSchema.shape, hit)

export const toWireDetail = (listing: ListingDetail): z.input<typeof listingDetailSchema> =>
  pick(listingDetailSchema.shape, listing)

export function toWirePage(page: ListingPage): z.input<typeof listingPageSchema> {
  return { ...pick(listingPageSchema.shape, page), items: page.items.map(toWireHit) }
}
