import { z } from 'zod'
import { UNDERSERVED } from '../../core/domain/search/keys.ts'
import {
  KEY_FILTERS,
  LARGEST_RADIUS,
  SORTS,
  USUAL_RADIUS,
  type KeyFilter,
  type ListingQuery,
} from '../../core/domain/search/query.ts'
import {
  ADJACENT_ROLES,
  EMPLOYMENT_TYPES,
  ENTRY_VERDICTS,
  ROLES,
  SETTINGS,
  WORK_MODES,
} from '../../core/domain/tags.ts'
import { STATE_CODES } from '../../core/domain/us-states.ts'
import { catalogueCode, CREDENTIALS } from '../../core/domain/vocabulary/credentials.ts'
import { SPECIALTIES } from '../../core/domain/vocabulary/specialties.ts'
import { SYSTEMS } from '../../core/domain/vocabulary/systems.ts'
import {
  asBoolean,
  asNumber,
  digits,
  MOST_VALUES,
  oneOf,
  parseQuery,
  words,
  type RawQuery,
} from './query.ts'

/** Longest text of a search, in characters. */
export const LONGEST_TEXT = 200
const LONGEST_PLACE = 80
/** Most listings on one page. */
export const LARGEST_PAGE = 100
const USUAL_PAGE = 25
const LONGEST_AGE_DAYS = 365
/** Employers are carried by 24 bits of a search key (core/domain/search/keys.ts). */
const LARGEST_EMPLOYER = 2 ** 24 - 1

const credentialCode = oneOf(
  CREDENTIALS.map(({ code }) => code),
  'a credential code such as "CPC"',
  catalogueCode,
)
const lower = (value: string) => value.toLowerCase()

/** What one value of each filter may be. */
const VALUES = {
  state: oneOf(STATE_CODES, 'a US state or territory', (v) => v.toUpperCase()),
  role: oneOf(ROLES, 'a role'),
  adjacent_role: oneOf(ADJACENT_ROLES, 'an adjacent role'),
  work_mode: oneOf(WORK_MODES, 'a work mode'),
  credential: credentialCode,
  setting: oneOf(SETTINGS, 'a setting'),
  entry: oneOf(ENTRY_VERDICTS, 'an entry verdict'),
  specialty: oneOf(Object.keys(SPECIALTIES), 'a specialty', lower),
  system: oneOf(Object.keys(SYSTEMS), 'a system', lower),
  employment_type: oneOf(EMPLOYMENT_TYPES, 'an employment type'),
  underserved: oneOf(UNDERSERVED, 'a kind of underserved place'),
  source: z.string().regex(/^[\w.:-]{1,100}$/, 'is not the key of a feed'),
  employer: z
    .string()
    .refine(
      (v) => /^[1-9]\d{0,8}$/.test(v) && Number(v) <= LARGEST_EMPLOYER,
      'is not the number of an employer',
    )
    .meta({ override: { type: 'string', pattern: '^[1-9]\\d{0,8}$' } }),
} as const satisfies Record<KeyFilter, z.ZodType<string>>

/** What each filter asks, and values as somebody might ask for them. */
const ABOUT: Record<KeyFilter, { asks: string; leavesOut?: string; example: string[] }> = {
  state: {
    asks: 'Two letters. A place there, or a remote job that a person living there may hold.',
    leavesOut:
      'Leaves out listings with a place there; a remote job that is open to the whole country stays.',
    example: ['PA', 'OH'],
  },
  role: {
    asks: 'Without it, and without `adjacent_role`, jobs outside the trade (front desk, scheduling) stay hidden; `adjacent` shows them.',
    example: ['billing', 'both'],
  },
  adjacent_role: {
    asks: 'A first-rung or neighbouring job. Shows those outside the trade too.',
    example: ['patient_access'],
  },
  work_mode: { asks: 'Where the work is done.', example: ['remote', 'hybrid'] },
  credential: {
    asks: 'Required, preferred or accepted. `CPC-A` also finds adverts that accept apprentices without naming a code.',
    example: ['CPC'],
  },
  setting: {
    asks: 'The advert itself says it (`settings`), or a government register says it of the employer (`register_settings`).',
    example: ['snf'],
  },
  entry: {
    asks: 'Whether a beginner may apply.',
    example: ['open', 'open_with_credential'],
  },
  specialty: { asks: 'A medical specialty that the advert names.', example: ['cardiology'] },
  system: { asks: 'Software that the advert names.', example: ['epic'] },
  employment_type: { asks: 'How one is employed.', example: ['full_time'] },
  underserved: {
    asks: 'What government registers say of one of its places; it says nothing of the employer.',
    example: ['rural'],
  },
  source: {
    asks: 'Keys of the feeds whose words are shown, as `GET /api/v1/sources` gives them.',
    example: ['greenhouse-cabrillohospice'],
  },
  employer: {
    asks: 'Numbers of employers: `employer_id` of a listing, or the values of the facet.',
    example: ['52'],
  },
}

type Lists = Record<KeyFilter | `not_${KeyFilter}`, ReturnType<typeof several>>

// Examples in the plural: a docs page fills an `example` into every field before anybody typed a word.
const several = (value: z.ZodType<string>, description: string, example: string[]) =>
  z
    .array(value)
    .max(MOST_VALUES)
    .optional()
    .meta({ description, override: { examples: [example] } })

/** Each filter and its `not_` twin, side by side. */
const lists = Object.fromEntries(
  KEY_FILTERS.flatMap((filter) => {
    const { asks, leavesOut, example } = ABOUT[filter]
    const not = leavesOut ?? `Leaves out listings that carry any of these values of \`${filter}\`.`
    return [
      [filter, several(VALUES[filter], asks, example)],
      [`not_${filter}`, several(VALUES[filter], not, example)],
    ]
  }),
) as Lists

/** `GET /listings`: what a search may ask. Several values of one filter are alternatives; filters together narrow. */
export const listingQuerySchema = z
  .strictObject({
    q: words(LONGEST_TEXT).meta({
      description:
        'Words in the title, employer, place or text. "quotes" for a phrase, `or`, and `-word` for without.',
      override: {
        type: 'string',
        maxLength: LONGEST_TEXT,
        examples: ['billing specialist -supervisor'],
      },
    }),
    ...lists,
    holds: several(
      credentialCode,
      'What the person holds: only listings that ask for no credential on the first day, or for what is held.',
      ['CPC-A'],
    ),
    accepts_apprentice: z
      .enum(['true', 'false'], { error: 'is true or false' })
      .transform((v) => v === 'true')
      .optional()
      .meta({
        description:
          'true: the advert says that apprentices (CPC-A, COC-A) are accepted; false: it does not say so.',
        override: asBoolean,
      }),
    max_months: digits('max_months', { min: 0, max: 600, whole: true })
      .optional()
      .meta({
        description:
          'Asks at most this many months. Listings that state no amount are left out, unless `unstated_months` is `include`.',
        override: { examples: [6] },
      }),
    unstated_months: z
      .literal('include', { error: 'is "include" or nothing' })
      .optional()
      .meta({
        description: 'Lets listings that state no months pass `max_months` too.',
        examples: ['include'],
      }),
    pay_floor_hour: digits('pay_floor_hour', { min: 0, max: 1000, whole: false })
      .optional()
      .meta({
        description: 'Pays at least this many dollars an hour at the top of the stated range.',
        override: { examples: [18] },
      }),
    pay_floor_year: digits('pay_floor_year', { min: 0, max: 500_000, whole: false })
      .optional()
      .meta({
        description: 'The same in dollars a year of 2,080 hours. With both, the higher one counts.',
        override: { examples: [40000] },
      }),
    posted_within: digits('posted_within', { min: 1, max: LONGEST_AGE_DAYS, whole: true })
      .optional()
      .meta({
        description:
          'Posted within so many days; where no posting date is stated, first seen within them.',
        override: { examples: [14] },
      }),
    near: words(LONGEST_PLACE).meta({
      description:
        'A ZIP code or "city, ST": a place within `radius` miles, or a remote job that a person living there may hold.',
      override: { type: 'string', maxLength: LONGEST_PLACE, examples: ['Scranton, PA'] },
    }),
    radius: digits('radius', { min: 1, max: LARGEST_RADIUS, whole: true })
      .optional()
      .meta({
        description: `Miles. Says nothing without \`near\`. Default ${USUAL_RADIUS}.`,
        override: { examples: [USUAL_RADIUS] },
      }),
    warnings: z
      .enum(['show', 'only'], { error: 'is "show" or "only"' })
      .optional()
      .meta({
        description:
          'Adverts with the marks of a fraud are hidden; `show` puts them among the others, `only` shows nothing else.',
        examples: ['show'],
      }),
    sort: z
      .enum(SORTS, { error: `not a sort: one of ${SORTS.join(', ')}` })
      .optional()
      .meta({
        description: 'Default: `best` with `q`, else `newest`. `nearest` needs `near`.',
        examples: ['newest'],
      }),
    limit: digits('limit', { min: 1, max: LARGEST_PAGE, whole: true })
      .default(USUAL_PAGE)
      .meta({
        description: 'Listings on one page.',
        override: { default: USUAL_PAGE, examples: [USUAL_PAGE] },
      }),
    cursor: z
      .string()
      .max(400, 'is not one this service gave out')
      .regex(/^[A-Za-z0-9_-]+$/, 'is not one this service gave out')
      .optional()
      .meta({
        description: 'The `next` of the page before. It fits only the same search.',
        examples: ['eyJ2IjoxfQ'],
      }),
  })
  .check(({ value, issues }) => {
    for (const filter of KEY_FILTERS) {
      for (const [at, both] of (value[`not_${filter}`] ?? []).entries()) {
        if (value[filter]?.includes(both) !== true) continue
        const path = [`not_${filter}`, at]
        const message = `${JSON.stringify(both)} is asked for by ${filter} too; leave one of them out`
        issues.push({ code: 'custom', path, message, input: both })
      }
    }
    if (value.sort === 'nearest' && value.near === undefined) {
      const message = 'nearest needs near: a ZIP code or "city, ST"'
      issues.push({ code: 'custom', path: ['sort'], message, input: value.sort })
    }
  })

const LISTS = [...KEY_FILTERS.flatMap((filter) => [filter, `not_${filter}`]), 'holds']

/** @throws ZodError naming each key that is unknown and each value that cannot be used. */
export function parseListingQuery(raw: RawQuery): ListingQuery {
  return parseQuery(listingQuerySchema, raw, LISTS)
}

/** `/listings/:id`. */
export const listingIdSchema = z
  .string()
  .regex(/^[1-9]\d{0,14}$/, 'is not the number of a listing')
  .transform(Number)
  .meta({
    description: 'The number of a listing.',
    override: asNumber({ type: 'integer', minimum: 1 }),
  })
