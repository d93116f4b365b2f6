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
import { matchesRequestSchema, matchesSchema } from '../../api/wire/match.ts'
import { sourcesSchema } from '../../api/wire/source.ts'
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
      'get /healthz',
      'get /readyz',
    ])
    const search = document.paths['/api/v1/listings'].get.parameters as Node[]
    expect(search.map((p) => p.name)).toEqual([
      ...['q', 'state', 'role', 'work_mode', 'credential', 'setting', 'max_months', 'entry'],
      ...['pay_floor_hour', 'sort', 'limit', 'cursor'],
    ])
  })

  it('describes numbers in a query as numbers, without a pattern for text', () => {
    const search = document.paths['/api/v1/listings'].get.parameters as Node[]
    const limit = search.find((p) => p.name === 'limit')?.schema
    expect(limit).toEqual({ type: 'integer', minimum: 1, maximum: 100, default: 25 })
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
  expect(body).toMatchObject({ name: 'Foothold', description: '/api/openapi.json' })
  expect(body.routes).toHaveLength(11)
})
