import { z } from 'zod'
import type { ZodOpenApiOverrideMetaContext } from 'zod-openapi'
import { helpEntrySchema, type HelpEntry } from '../../core/domain/help.ts'
import { STATE_CODES } from '../../core/domain/us-states.ts'
import { parseQuery, type RawQuery } from './query.ts'

/** `GET /help`, and the form of the page `/help`. */
export const helpQuerySchema = z.strictObject({
  state: z
    .string()
    .transform((code) => code.toUpperCase())
    .pipe(z.enum(STATE_CODES, 'is not a two-letter code of a state or territory'))
    .optional()
    .meta({
      description: 'Leaves out what serves other states only.',
      example: 'PA',
      override: ({ jsonSchema }: ZodOpenApiOverrideMetaContext) => {
        Object.assign(jsonSchema, { type: 'string', enum: [...STATE_CODES] })
      },
    }),
})

/** @throws ZodError with a path for each fault. */
export const parseHelpQuery = (raw: RawQuery): z.output<typeof helpQuerySchema> =>
  parseQuery(helpQuerySchema, raw, [])

/** The answer of `GET /help`. */
export const helpSchema = z
  .strictObject({ items: z.array(helpEntrySchema.meta({ id: 'HelpEntry' })) })
  .meta({ id: 'Help' })

export const toWireHelp = (entries: readonly HelpEntry[]): z.input<typeof helpSchema> => ({
  items: entries.map((entry) => ({ ...entry })),
})
