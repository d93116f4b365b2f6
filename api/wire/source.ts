import { z } from 'zod'
import { POLL_OUTCOMES, SOURCE_STATES, type SourceReport } from '../../core/domain/source-report.ts'
import { instantSchema } from './listing.ts'
import { pick } from './pick.ts'

const count = z.number().int().min(0)

/** One source in `GET /sources`. */
export const sourceReportSchema = z
  .strictObject({
    key: z.string(),
    employer: z.string().nullable(),
    kind: z.string().meta({ example: 'greenhouse' }),
    demo: z.boolean(),
    state: z.enum(SOURCE_STATES),
    reason: z
      .string()
      .nullable()
      .meta({ description: 'Why it is not healthy, or what else is worth knowing.' }),
    next_due_at: instantSchema.nullable(),
    credit_html: z.string().nullable(),
    last_poll: z
      .strictObject({
        at: instantSchema,
        outcome: z.enum(POLL_OUTCOMES),
        seen: count,
        new: count,
        changed: count,
        closed: count,
        rejected: count,
        error: z.string().nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'Source' })

/** The answer of `GET /sources`: every source in use, by key. */
export const sourcesSchema = z.array(sourceReportSchema).meta({ id: 'Sources' })

export const toWireSource = (report: SourceReport): z.input<typeof sourceReportSchema> =>
  pick(sourceReportSchema.shape, report)
