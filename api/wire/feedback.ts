import { z } from 'zod'
import {
  FEEDBACK_STATUSES,
  FEEDBACK_TAGS,
  LONGEST_CORRECTION,
  type Feedback,
} from '../../core/domain/feedback.ts'
import { instantSchema } from './listing.ts'
import { pick } from './pick.ts'
import { digits, parseQuery, type RawQuery } from './query.ts'

const LARGEST_LIST = 500
const USUAL_LIST = 100

const CORRECT = 'What would be right, in plain words. Write nothing about yourself.'

/** `POST /listings/:id/feedback`, as JSON or as a form. */
export const feedbackRequestSchema = z
  .strictObject({
    tag: z.enum(FEEDBACK_TAGS, {
      error: `is not the name of a tag: one of ${FEEDBACK_TAGS.join(', ')}`,
    }),
    correct: z
      .string()
      // A form sends a line break as two characters but counts it as one.
      .transform((text) => text.replaceAll('\r\n', '\n').trim())
      .pipe(
        z
          .string()
          .max(LONGEST_CORRECTION, `holds more than ${LONGEST_CORRECTION} characters`)
          .regex(/^(?:[\n\t]|[^\p{Cc}\p{Cs}])*$/u, 'holds a control character'),
      )
      .optional()
      .meta({
        description: CORRECT,
        override: { type: 'string', maxLength: LONGEST_CORRECTION },
      }),
  })
  .meta({ id: 'FeedbackRequest' })

/** One statement, as `POST` answers it and the operator's list shows it. */
export const feedbackSchema = z
  .strictObject({
    id: z.number().int(),
    listing_id: z.number().int(),
    tag: z.enum(FEEDBACK_TAGS),
    shown: z.unknown().meta({ description: 'The value as it was shown; null = not stated.' }),
    words: z.array(z.string()).meta({ description: 'The words shown as the reason.' }),
    correct: z.string().nullable().meta({ description: CORRECT }),
    tagger_version: z.number().int(),
    status: z.enum(FEEDBACK_STATUSES),
    created_at: instantSchema,
  })
  .meta({ id: 'Feedback' })

/** The answer of `GET /feedback`. */
export const feedbackListSchema = z
  .strictObject({ items: z.array(feedbackSchema) })
  .meta({ id: 'FeedbackList' })

/** `GET /feedback`: all of them, or those of one status. */
export const feedbackQuerySchema = z.strictObject({
  status: z
    .enum(FEEDBACK_STATUSES, { error: `not a status: one of ${FEEDBACK_STATUSES.join(', ')}` })
    .optional(),
  limit: digits('limit', { min: 1, max: LARGEST_LIST, whole: true })
    .default(USUAL_LIST)
    .meta({ override: { default: USUAL_LIST } }),
})

/** @throws ZodError naming each key that is unknown and each value that cannot be used. */
export const parseFeedbackQuery = (raw: RawQuery): z.output<typeof feedbackQuerySchema> =>
  parseQuery(feedbackQuerySchema, raw, [])

export const toWireFeedback = (said: Feedback): z.input<typeof feedbackSchema> =>
  pick(feedbackSchema.shape, said)
