import { STATUS_CODES } from 'node:http'
import { z } from 'zod'
import type { ZodOpenApiResponseObject } from 'zod-openapi'
import { problemSchema, type Problem } from './problem.ts'

/** What can go wrong: when, and a problem as somebody would read it. */
const FAULTS = {
  400: {
    when: 'The request holds values that cannot be used; `errors` names each.',
    detail: 'The request holds 2 values that cannot be used.',
    errors: [
      { pointer: '/state/0', detail: 'not a US state or territory: "XX"' },
      { pointer: '/colour', detail: 'unknown key' },
    ],
  },
  404: { when: 'There is nothing of this name.', detail: 'There is no listing with this number.' },
  413: { when: 'The body is larger than 100 kB.', detail: 'The body is larger than 100 kB.' },
  415: {
    when: 'The body is not JSON.',
    detail: 'Send the body as JSON, with Content-Type: application/json.',
  },
  429: {
    when: 'Too many requests in a minute; the RateLimit headers tell more.',
    detail: 'More than 240 requests in a minute. Please wait a little.',
  },
  503: {
    when: 'The database does not answer, or the search took too long.',
    detail: 'The search took too long. Add a filter or a rarer word.',
  },
} as const satisfies Record<
  number,
  { when: string; detail: string; errors?: readonly { pointer: string; detail: string }[] }
>

/** The answers of an operation that fails in these ways, each with an example. */
export const problems = (
  ...statuses: (keyof typeof FAULTS)[]
): Record<string, ZodOpenApiResponseObject> =>
  Object.fromEntries(
    statuses.map((status) => {
      const { when, ...said } = FAULTS[status]
      const example: Problem = {
        type: 'about:blank',
        title: STATUS_CODES[status] ?? '',
        status,
        request_id: '0f8fad5b-d9cb-469f-a165-70867728950e',
        ...said,
        errors: 'errors' in said ? [...said.errors] : undefined,
      }
      const content = {
        'application/problem+json': { schema: problemSchema, example: withoutGaps(example) },
      }
      return [String(status), { description: when, content }]
    }),
  )

const withoutGaps = (value: object): unknown => JSON.parse(JSON.stringify(value))

export const json = (schema: z.ZodType, example: unknown) => ({
  'application/json': { schema, example },
})

/** A good answer as JSON. */
export const answer = (
  description: string,
  schema: z.ZodType,
  example: unknown,
  headers?: z.ZodObject,
): ZodOpenApiResponseObject => ({
  description,
  content: json(schema, example),
  ...(headers === undefined ? {} : { headers }),
})

/** What an answer that may be kept says of itself. */
const keeping = {
  ETag: z.string().meta({
    description: 'Send it back as If-None-Match: an unchanged answer is a 304 without a body.',
    example: 'W/"1a2b-3c4d5e"',
  }),
  'Cache-Control': z.string().meta({ example: 'public, max-age=0, must-revalidate' }),
}

const limits = {
  RateLimit: z.string().meta({
    description: 'Requests left (r) and seconds until the minute is over (t).',
    example: '"reads"; r=239; t=60',
  }),
  'RateLimit-Policy': z.string().meta({
    description: 'Requests (q) in a window of seconds (w) from one address.',
    example: '"reads"; q=240; w=60; pk=:MTI3LjA=:',
  }),
}

export const readHeaders = z.object({ ...keeping, ...limits })

export const pagedHeaders = z.object({
  Link: z.string().optional().meta({
    description:
      'RFC 8288: `self`, `first` and, but on the last page, `next`. Left out when the query is so long that proxies would drop it; `next` of the answer always stands.',
    example:
      '</api/v1/listings?state=PA>; rel="self", </api/v1/listings?state=PA>; rel="first", </api/v1/listings?state=PA&cursor=eyJ2IjoxfQ>; rel="next"',
  }),
  ...keeping,
  ...limits,
})
