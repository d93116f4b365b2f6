import { readFileSync } from 'node:fs'
import type { Server } from 'node:http'
import createClient from 'openapi-fetch'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CLIENT_FILE, clientTypes } from '../../cli/client-types.ts'
import type { paths } from '../../docs/client/foothold-api.d.ts'
import { makeApp } from '../helpers/app.ts'
import { freshDatabase, type FreshDatabase } from '../helpers/database.ts'
import { listenAtLoopback } from '../helpers/listen.ts'
import { makeListing } from '../helpers/listings.ts'

it('the types for programs are those of the interface as it is (npm run -s client writes them)', async () => {
  expect(readFileSync(CLIENT_FILE, 'utf8')).toBe(await clientTypes())
})

describe('a program with those types', () => {
  let database: FreshDatabase
  let server: Server
  let client: ReturnType<typeof createClient<paths>>

  beforeAll(async () => {
    database = await freshDatabase()
    for (const state of ['PA', 'PA', 'PA', 'OH']) {
      await makeListing(database.db, { states: [state], pay_hour_max: 20, pay_hour_min: 20 })
    }
    const listening = await listenAtLoopback(makeApp(database))
    server = listening.server
    client = createClient<paths>({ baseUrl: listening.base })
  })
  afterAll(async () => {
    server.close()
    await database.close()
  })

  it('searches, walks all pages and opens a listing', async () => {
    const met: number[] = []
    let cursor: string | undefined
    do {
      const query = { state: ['PA' as const], pay_floor_hour: 18, limit: 2, cursor }
      const { data, error } = await client.GET('/api/v1/listings', { params: { query } })
      expect(error).toBeUndefined()
      expect(data?.total).toBe(3)
      met.push(...(data?.items.map(({ id }) => id) ?? []))
      cursor = data?.next ?? undefined
    } while (cursor !== undefined)
    expect(new Set(met).size).toBe(3)
    const [id = 0] = met
    const one = await client.GET('/api/v1/listings/{id}', { params: { path: { id } } })
    expect(one.data?.text).toBe('We post payments and work denials.')
  })

  it('is told what was wrong, in the same types', async () => {
    const query = { limit: 0 }
    const { data, error, response } = await client.GET('/api/v1/listings', { params: { query } })
    expect(response.status).toBe(400)
    expect(data).toBeUndefined()
    expect(error?.errors).toEqual([
      { pointer: '/limit', detail: 'limit is a whole number from 1 to 100' },
    ])
  })

  it('posts a profile and gets matches', async () => {
    const body = { profile: { state: 'PA', credentials: [{ code: 'CPC' }] }, limit: 1 }
    const { data } = await client.POST('/api/v1/matches', { body })
    expect(data?.items).toHaveLength(1)
  })
})
