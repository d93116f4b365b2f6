import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { adviceRequestSchema, adviceSchema } from '../../api/wire/advice.ts'
import {
  feedbackListSchema,
  feedbackRequestSchema,
  feedbackSchema,
} from '../../api/wire/feedback.ts'
import { helpSchema } from '../../api/wire/help.ts'
import { insightsSchema } from '../../api/wire/insights.ts'
import { listingDetailSchema, listingPageSchema } from '../../api/wire/listing.ts'
import { parseListingQuery } from '../../api/wire/listing-query.ts'
import { matchesRequestSchema, matchesSchema } from '../../api/wire/match.ts'
import { jsonFeedSchema } from '../../api/wire/openapi-feeds.ts'
import { problemSchema } from '../../api/wire/problem.ts'
import { sourcesSchema } from '../../api/wire/source.ts'
import { KEY_FILTERS } from '../../core/domain/search/query.ts'
import { makeApp } from '../helpers/app.ts'
import { freshDatabase, type FreshDatabase } from '../helpers/database.ts'

let database: FreshDatabase
/* eslint-disable-next-line @typescript-eslint/no-explicit-any -- walked as plain JSON */
let document: any

beforeAll(async () => {
  database = await freshDatabase()
  const { body } = await request(makeApp(database)).get('/api/openapi.json').expect(200)
  document = body
})
afterAll(() => database.close())

type Node = Record<string, unknown>

/** Every object inside `node`, itself included. */
function* objects(node: unknown): Generator<Node> {
  if (typeof node !== 'object' || node === null) return
  if (!Array.isArray(node)) yield node as Node
  for (const value of Object.values(node)) yield* objects(value)
}

const operations = () =>
  Object.entries(document.paths as Record<string, Record<string, Node>>).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
  )

describe('the OpenAPI document', () => {
  it('has the members that OpenAPI 3.1 asks for', () => {
    expect(document.openapi).toBe('3.1.0')
    expect(document.info).toMatchObject({ title: 'Foothold', version: '0.0.0-test' })
    for (const { path, operation } of operations()) {
      expect(path).toMatch(/^\//)
      expect(operation).toMatchObject({
        operationId: expect.any(String),
        summary: expect.any(String),
      })
      const responses = Object.entries(operation.responses as Record<string, Node>)
      expect(responses.length).toBeGreaterThan(0)
      for (const [status, response] of responses) {
        expect(status).toMatch(/^[1-5]\d\d$/)
        expect(response.description).toEqual(expect.any(String))
      }
    }
  })

  it('names each operation once and each parameter of a path', () => {
    const ids = operations().map(({ operation }) => operation.operationId)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { path, operation } of operations()) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((m) => m[1])
      const named = ((operation.parameters ?? []) as Node[])
        .filter((p) => p.in === 'path')
        .map((p) => p.name)
      expect(named).toEqual(inPath)
    }
  })

  it('has no reference that leads nowhere', () => {
    const known = new Set(
      Object.keys(document.components.schemas).map((id) => `#/components/schemas/${id}`),
    )
    const refs = [...objects(document)].flatMap((o) => (typeof o.$ref === 'string' ? [o.$ref] : []))
    expect(refs.length).toBeGreaterThan(10)
    expect(refs.filter((ref) => !known.has(ref))).toEqual([])
  })

  it('lists every route of the interface, with every filter of a search', () => {
    expect(operations().map(({ path, method }) => `${method} ${path}`)).toEqual([
      'get /api/v1/listings',
      'get /api/v1/listings/{id}',
      'post /api/v1/listings/{id}/feedback',
      'get /api/v1/feedback',
      'post /api/v1/matches',
      'post /api/v1/advice',
      'get /api/v1/insights',
      'get /api/v1/help',
      'get /api/v1/sources',
      'get /feeds/listings.rss',
      'get /feeds/listings.json',
      'get /feeds/listings.xml',
      'get /healthz',
      'get /readyz',
    ])
    const search = document.paths['/api/v1/listings'].get.parameters as Node[]
    const twins = KEY_FILTERS.flatMap((filter) => [filter, `not_${filter}`])
    expect(search.map((p) => p.name)).toEqual([
      ...['q', ...twins, 'holds', 'accepts_apprentice', 'max_months', 'unstated_months'],
      ...['pay_floor_hour', 'pay_floor_year', 'posted_within', 'near', 'radius', 'warnings'],
      ...['sort', 'limit', 'cursor'],
    ])
  })

  it('says of every filter what it asks, with an example that the search takes', () => {
    const search = document.paths['/api/v1/listings'].get.parameters as Node[]
    for (const { name, description, schema } of search) {
      expect(description, String(name)).toMatch(/\.$/)
      const [example] = (schema as { examples: (string | number | boolean | string[])[] }).examples
      const asked = { [String(name)]: Array.isArray(example) ? example : [String(example)] }
      if (name === 'sort') asked['near'] = ['18503']
      expect(() => parseListingQuery(asked), String(name)).not.toThrow()
    }
  })

  it('holds an example of every answer, faults included', () => {
    for (const { path, method, operation } of operations()) {
      for (const [status, response] of Object.entries(
        operation.responses as Record<string, Node>,
      )) {
        for (const [type, { example }] of Object.entries(
          response.content as Record<string, Node>,
        )) {
          const what = `${method} ${path} ${status}`
          expect(example, what).toBeDefined()
          if (type !== 'application/problem+json') continue
          expect(problemSchema.parse(example).status, what).toBe(Number(status))
        }
      }
    }
  })

  it('describes numbers in a query as numbers, without a pattern for text', () => {
    const search = document.paths['/api/v1/listings'].get.parameters as Node[]
    const limit = search.find((p) => p.name === 'limit')?.schema
    expect(limit).toMatchObject({ type: 'integer', minimum: 1, maximum: 100, default: 25 })
    expect(limit).not.toHaveProperty('pattern')
  })

  it('answers an example for each request and each answer, and its own schemas accept it', () => {
    const schemas = {
      'get /api/v1/listings': [null, listingPageSchema],
      'get /api/v1/listings/{id}': [null, listingDetailSchema],
      'post /api/v1/listings/{id}/feedback': [feedbackRequestSchema, feedbackSchema],
      'get /api/v1/feedback': [null, feedbackListSchema],
      'post /api/v1/matches': [matchesRequestSchema, matchesSchema],
      'post /api/v1/advice': [adviceRequestSchema, adviceSchema],
      'get /api/v1/insights': [null, insightsSchema],
      'get /api/v1/help': [null, helpSchema],
      'get /api/v1/sources': [null, sourcesSchema],
    } as const
    for (const [key, [asked, answered]] of Object.entries(schemas)) {
      const [method = '', path = ''] = key.split(' ')
      const operation = document.paths[path][method]
      const answer = (operation.responses['200'] ?? operation.responses['201']).content[
        'application/json'
      ].example
      expect(answer, key).toBeDefined()
      expect(answered.parse(answer), key).toEqual(answer)
      if (asked === null) continue
      const body = operation.requestBody.content['application/json'].example
      expect(asked.safeParse(body).error, key).toBeUndefined()
    }
  })
})

it('the index of the interface leads to the description and names every route', async () => {
  const { body } = await request(makeApp(database)).get('/api').expect(200)
  expect(body).toMatchObject({
    name: 'Foothold',
    description: '/api/openapi.json',
    docs: '/docs',
  })
  expect(body.routes).toHaveLength(14)
})

it('the example of a JSON Feed is one', () => {
  const { content } = document.paths['/feeds/listings.json'].get.responses['200']
  jsonFeedSchema.parse(content['application/feed+json'].example)
})

describe('the page for programs', () => {
  it('is found under the versioned address too, and comes from this machine alone', async () => {
    const app = makeApp(database)
    const moved = await request(app).get('/api/v1/docs').expect(308)
    expect(moved.headers.location).toBe('/docs')
    const { text } = await request(app).get('/docs').expect(200)
    const files = [...text.matchAll(/(?:src|href)="([^"]+\.(?:js|css|svg))"/g)].map(
      (m) => m[1] ?? '',
    )
    expect(files).toHaveLength(5)
    for (const file of files) {
      expect(file).toMatch(/^\//)
      await request(app).get(file).expect(200)
    }
  })

  it('serves no other file of the widget', async () => {
    const app = makeApp(database)
    for (const file of [
      'index.html',
      'package.json',
      'swagger-ui-bundle.js.map',
      '../package.json',
    ]) {
      await request(app).get(`/docs/${file}`).expect(404)
    }
  })
})
