import { z } from 'zod'
import { MATCH_RULES } from '../../core/domain/registers/match-facility.ts'
import { AREA_FACTS, REGISTER_KINDS } from '../../core/domain/registers/register.ts'
import { SETTINGS } from '../../core/domain/tags.ts'

/** Employers are numbered by a PostgreSQL integer. */
const LARGEST_ID = 2_147_483_647

const sampleMark = z.boolean().meta({ description: 'true: from a sample file, invented.' })
const fileDate = z.iso.date().meta({
  description: 'The day that the publisher states for the file.',
  example: '2026-07-29',
})

const registerFile = { source: z.string().meta({ description: 'The file.' }), as_of: fileDate }

/** `/employers/:id`. */
export const employerIdSchema = z
  .string()
  .regex(/^[1-9]\d{0,9}$/)
  .transform(Number)
  .refine((id) => id <= LARGEST_ID)

/** Why an employer is said to be of a setting: a record of a register, or words of its adverts. */
const settingEvidenceSchema = z.discriminatedUnion('rule', [
  z.strictObject({
    rule: z.enum(MATCH_RULES).exclude(['text']),
    register: z.enum(REGISTER_KINDS),
    id: z.string(),
    name: z.string(),
    city: z.string().nullable(),
    state: z.string().nullable(),
    zip5: z.string().nullable(),
    ...registerFile,
    sample: sampleMark,
  }),
  z.strictObject({
    rule: z.literal('text'),
    listing_id: z.number().int(),
    words: z.string(),
    listings: z.number().int().meta({ description: 'In so many of its adverts,' }),
    of: z.number().int().meta({ description: 'of so many.' }),
  }),
])

/** "The employer serves the underserved." */
export const employerSettingSchema = z
  .strictObject({
    setting: z.enum(SETTINGS),
    confidence: z.number().min(0).max(1).meta({
      description: 'Orders the rules by our trust in them; it is not a probability.',
    }),
    evidence: z.array(settingEvidenceSchema),
  })
  .meta({ id: 'EmployerSetting' })

const areaFindingSchema = z.strictObject({
  area_kind: z.enum(['county', 'zip']),
  area_code: z.string().meta({ description: 'Five digits: FIPS code of the county, or ZIP code.' }),
  value: z.number().nullable().meta({
    description: 'HPSA score (0 to 26), IMU score (0 to 100) or RUCA code (1 to 10).',
  }),
  name: z.string().nullable().meta({ description: 'The name of the designation.' }),
  whole: z.boolean().nullable().meta({
    description: 'false: a part of the county, or one group of its people; null: not said.',
  }),
  ...registerFile,
  sample: sampleMark,
})

/** "The place is underserved": never a fact of the employer. */
export const placeFactsSchema = z
  .strictObject({
    city: z.string().nullable(),
    state: z.string().nullable(),
    found: z.boolean().meta({ description: 'The town is in the place table.' }),
    counties: z.array(z.string()).meta({ description: 'FIPS codes of the counties it lies in.' }),
    facts: z.partialRecord(z.enum(AREA_FACTS), areaFindingSchema.nullable()).meta({
      description:
        'A key that is missing was not looked up; null was looked up and nothing is designated there.',
    }),
    looked_up: z.partialRecord(z.enum(AREA_FACTS), z.strictObject(registerFile)).meta({
      description: 'The real files that were read to their end: what a null rests on.',
    }),
    rural: z.enum(['all', 'some', 'none']).optional().meta({
      description: 'How many of the ZIP codes of the town have a RUCA code of 4 or more.',
    }),
  })
  .meta({ id: 'PlaceFacts' })
