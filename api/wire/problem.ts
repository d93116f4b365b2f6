import { z } from 'zod'

/** RFC 9457 problem details: the one shape of every error under /api. */
export const problemSchema = z
  .strictObject({
    type: z.literal('about:blank'),
    title: z.string().meta({ description: 'The status in words.', example: 'Bad Request' }),
    status: z.number().int().meta({ example: 400 }),
    detail: z.string().optional().meta({
      description: 'What was wrong, in one sentence. Absent when the fault is ours.',
      example: 'The request holds 1 value that cannot be used.',
    }),
    request_id: z.string().meta({ description: 'Name it when you report a fault.' }),
    errors: z
      .array(
        z.strictObject({
          pointer: z.string().meta({
            description: 'JSON pointer into the body, or "/" and the name of a query parameter.',
            example: '/state',
          }),
          detail: z.string().meta({ example: 'not a US state or territory: "XX"' }),
        }),
      )
      .optional(),
  })
  .meta({ id: 'Problem' })
export type Problem = z.infer<typeof problemSchema>
