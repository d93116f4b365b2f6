import { z } from 'zod'
import { SORTS, type ListingQuery } from '../../core/domain/search/query.ts'
import { ENTRY_VERDICTS, ROLES, SETTINGS, WORK_MODES } from '../../core/domain/tags.ts'
import { catalogueCode } from '../../core/domain/vocabulary/credentials.ts'
import { STATE_CODES } from '../../core/domain/us-states.ts'
import { asNumber, digits, parseQuery, type RawQuery } from './query.ts'

/** Longest text of a search. */
export const LONGEST_TEXT = 200
/** Most listings on one page. */
export const LARGEST_PAGE = 100
const USUAL_PAGE = 25
/** Most values of one filter: every state and territory fits. */
const MOST_VALUES = 60

const oneOf = <T extends string>(known: readonly T[], what: string) => {
  const set = new Set<string>(known)
  return z
    .string()
    .refine((v): v is T => set.has(v), {
      error: (issue) => `not ${what}: ${JSON.stringify(String(issue.input).slice(0, 40))}`,
    })
    .meta({ override: { enum: [...known] } })
}

const several = <S extends z.ZodType<string>>(value: S) =>
  z.array(value).max(MOST_VALUES, `names more than ${MOST_VALUES} values`).optional()

/** `GET /listings`: what a search may ask. Several values of one filter are alternatives; filters together narrow. */
export const listingQuerySchema = z.strictObject({
  q: z
    .string()
    .trim()
    .max(LONGEST_TEXT, `holds more than ${LONGEST_TEXT} characters`)
    .regex(/^\P{Cc}*$/u, 'holds a control character')
    .transform((text) => (text === '' ? undefined : text))
    .optional()
    .meta({
      description:
        'Words in the title, employer, place or text. "quotes" for a phrase, `or`, and `-word` for without.',
      example: 'billing specialist -supervisor',
      override: { type: 'string', maxLength: LONGEST_TEXT },
    }),
  state: several(
    z
      .string()
      .toUpperCase()
      .pipe(oneOf(STATE_CODES, 'a US state or territory'))
      .meta({ override: { enum: [...STATE_CODES] } }),
  ).meta({
    description: 'Two letters. A place there, or a remote job that a person living there may hold.',
    example: ['PA'],
  }),
  role: several(oneOf(ROLES, 'a role')).meta({
    description:
      'Without it, or with other values, jobs outside the trade (front desk, scheduling) stay hidden; `adjacent` shows them.',
  }),
  work_mode: several(oneOf(WORK_MODES, 'a work mode')),
  credential: several(
    z
      .string()
      .transform(catalogueCode)
      .pipe(z.string().regex(/^[A-Z][A-Z0-9-]{1,15}$/, 'is not a credential code such as "CPC"')),
  ).meta({
    description:
      'Required, preferred or accepted. `CPC-A` also finds adverts that accept apprentices without naming a code.',
    example: ['CPC'],
  }),
  setting: several(oneOf(SETTINGS, 'a setting')).meta({
    description:
      'The advert itself says it (`settings`), or a government register says it of the employer (`register_settings`).',
  }),
  max_months: digits('max_months', { min: 0, max: 600, whole: true }).optional().meta({
    description: 'Asks at most this many months. Listings that state no amount are left out.',
    example: 6,
  }),
  entry: several(oneOf(ENTRY_VERDICTS, 'an entry verdict')),
  pay_floor_hour: digits('pay_floor_hour', { min: 0, max: 1000, whole: false }).optional().meta({
    description: 'Pays at least this many dollars an hour at the top of the stated range.',
    example: 18,
  }),
  sort: z
    .enum(SORTS, { error: `not a sort: one of ${SORTS.join(', ')}` })
    .optional()
    .meta({ description: 'Default: `best` with `q`, else `newest`.' }),
  limit: digits('limit', { min: 1, max: LARGEST_PAGE, whole: true })
    .default(USUAL_PAGE)
    .meta({ override: { default: USUAL_PAGE } }),
  cursor: z
    .string()
    .max(400, 'is not one this service gave out')
    .regex(/^[A-Za-z0-9_-]+$/, 'is not one this service gave out')
    .optional()
    .meta({ description: 'The `next` of the page before. It fits only the same search.' }),
})

const LISTS = ['state', 'role', 'work_mode', 'credential', 'setting', 'entry'] as const

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
