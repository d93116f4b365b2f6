import { z } from 'zod'
import { createDocument, type ZodOpenApiOperationObject } from 'zod-openapi'
import { adviceRequestSchema, adviceSchema } from './advice.ts'
import * as examples from './examples.ts'
import { helpExample, insightsExample } from './examples-market.ts'
import {
  feedbackListSchema,
  feedbackQuerySchema,
  feedbackRequestSchema,
  feedbackSchema,
} from './feedback.ts'
import { helpQuerySchema, helpSchema } from './help.ts'
import { insightsSchema } from './insights.ts'
import { listingDetailSchema, listingPageSchema } from './listing.ts'
import { listingIdSchema, listingQuerySchema } from './listing-query.ts'
import { matchesRequestSchema, matchesSchema } from './match.ts'
import { problemSchema } from './problem.ts'
import { sourcesSchema } from './source.ts'

type Document = ReturnType<typeof createDocument>

const FAULTS = {
  400: 'The request holds values that cannot be used; `errors` names each.',
  404: 'There is nothing of this name.',
  413: 'The body is larger than 100 kB.',
  415: 'The body is not JSON.',
  429: 'Too many requests in a minute; the RateLimit headers tell more.',
  503: 'The database does not answer, or the search took too long.',
} as const

const problems = (...statuses: (keyof typeof FAULTS)[]) =>
  Object.fromEntries(
    statuses.map((status) => [
      String(status),
      {
        description: FAULTS[status],
        content: { 'application/problem+json': { schema: problemSchema } },
      },
    ]),
  )

const json = (schema: z.ZodType, example?: unknown) => ({
  'application/json': example === undefined ? { schema } : { schema, example },
})

const answer = (description: string, schema: z.ZodType, example?: unknown) => ({
  description,
  content: json(schema, example),
})

const health = z.strictObject({ status: z.string(), version: z.string() }).meta({ id: 'Health' })

const searchListings: ZodOpenApiOperationObject = {
  operationId: 'searchListings',
  summary: 'Search the open listings',
  description:
    'Several values of one filter are alternatives, repeated or separated by commas; filters together narrow. ' +
    'Walk all pages by giving `next` back as `cursor`: every listing that stands throughout is met once.',
  requestParams: { query: listingQuerySchema },
  responses: {
    200: answer(
      'One page, with the exact total and a count for every value of every filter.',
      listingPageSchema,
      examples.listingPageExample,
    ),
    ...problems(400, 429, 503),
  },
}

const getListing: ZodOpenApiOperationObject = {
  operationId: 'getListing',
  summary: 'One listing with its text and the words behind each tag',
  requestParams: { path: z.object({ id: listingIdSchema }) },
  responses: {
    200: answer(
      'The listing; closed ones stay readable and say so.',
      listingDetailSchema,
      examples.listingDetailExample,
    ),
    ...problems(404, 429, 503),
  },
}

const matchProfile: ZodOpenApiOperationObject = {
  operationId: 'matchProfile',
  summary: 'Hold a profile against every open listing',
  description: 'Advisory: a verdict never hides a listing. Nothing of the profile is kept.',
  requestBody: {
    required: true,
    content: json(matchesRequestSchema, examples.matchesRequestExample),
  },
  responses: {
    200: answer(
      'The best matches first, and how many listings got each verdict.',
      matchesSchema,
      examples.matchesExample,
    ),
    ...problems(400, 413, 415, 429, 503),
  },
}

const adviseProfile: ZodOpenApiOperationObject = {
  operationId: 'adviseProfile',
  summary: 'Which next step would open how many listings',
  description: 'Counted from the listings that are open now. Nothing of the profile is kept.',
  requestBody: {
    required: true,
    content: json(adviceRequestSchema, examples.adviceRequestExample),
  },
  responses: {
    200: answer('The steps that open most first.', adviceSchema, examples.adviceExample),
    ...problems(400, 413, 415, 429, 503),
  },
}

const listSources: ZodOpenApiOperationObject = {
  operationId: 'listSources',
  summary: 'Every feed with its state and its newest reading',
  responses: {
    200: answer('The sources, by key.', sourcesSchema, examples.sourcesExample),
    ...problems(429, 503),
  },
}

const readInsights: ZodOpenApiOperationObject = {
  operationId: 'readInsights',
  summary: 'What the open listings ask and pay, counted',
  description:
    'Each figure carries the number of listings it rests on, and is null below `least_sample`. Counted at most ' +
    'every five minutes; `as_of` says when.',
  responses: {
    200: answer('The figures.', insightsSchema, insightsExample),
    ...problems(429, 503),
  },
}

const listHelp: ZodOpenApiOperationObject = {
  operationId: 'listHelp',
  summary: 'Chapters, bodies and public help, each with its source and date',
  requestParams: { query: helpQuerySchema },
  responses: {
    200: answer('The entries, in the order of the file.', helpSchema, helpExample),
    ...problems(400, 429),
  },
}

const sayWrong: ZodOpenApiOperationObject = {
  operationId: 'sayTagIsWrong',
  summary: 'Say that a tag of a listing is wrong',
  description:
    'Kept for the operator with the value and the words as they were shown; the tag itself stays as it is. ' +
    'Nothing about the sender is kept.',
  requestParams: { path: z.object({ id: listingIdSchema }) },
  requestBody: {
    required: true,
    content: json(feedbackRequestSchema, examples.feedbackRequestExample),
  },
  responses: {
    201: answer('It is kept.', feedbackSchema, examples.feedbackExample),
    ...problems(400, 404, 413, 415, 429, 503),
  },
}

const listFeedback: ZodOpenApiOperationObject = {
  operationId: 'listFeedback',
  summary: 'What people said is wrong, for the operator',
  description: 'Without the operator token this address answers 404.',
  security: [{ operator: [] }],
  requestParams: { query: feedbackQuerySchema },
  responses: {
    200: answer('The newest first.', feedbackListSchema, examples.feedbackListExample),
    ...problems(400, 404, 429, 503),
  },
}

/** The OpenAPI 3.1 description of the interface, made from the schemas that check requests and answers. */
export function openApiDocument(version: string): Document {
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Foothold',
      version,
      description:
        'Medical billing and coding jobs, what each really asks for, and what would open the next one.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    components: { securitySchemes: { operator: { type: 'http', scheme: 'bearer' } } },
    paths: {
      '/api/v1/listings': { get: searchListings },
      '/api/v1/listings/{id}': { get: getListing },
      '/api/v1/listings/{id}/feedback': { post: sayWrong },
      '/api/v1/feedback': { get: listFeedback },
      '/api/v1/matches': { post: matchProfile },
      '/api/v1/advice': { post: adviseProfile },
      '/api/v1/insights': { get: readInsights },
      '/api/v1/help': { get: listHelp },
      '/api/v1/sources': { get: listSources },
      '/healthz': {
        get: {
          operationId: 'isAlive',
          summary: 'The process lives',
          responses: { 200: answer('It does.', health) },
        },
      },
      '/readyz': {
        get: {
          operationId: 'isReady',
          summary: 'The database answers and holds every migration',
          responses: { 200: answer('It does.', health), ...problems(503) },
        },
      },
    },
  })
}
