import request from 'supertest'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createLogger } from '../../core/log.ts'
import { createIndex, type Index } from '../../core/search/create-index.ts'
import { makeApp, NOW } from '../helpers/app.ts'
import { freshDatabase, type FreshDatabase } from '../helpers/database.ts'
import { makeListing } from '../helpers/listings.ts'

let database: FreshDatabase
let index: Index

beforeAll(async () => {
  database = await freshDatabase()
  const log = createLogger('api-test', 'silent')
  // The clock stands still: the index never takes itself for out of date.
  index = createIndex({ db: database.db, home: null, log, now: () => NOW })
})

afterAll(() => database.close())

it('searches in the index where the app is given one', async () => {
  await makeListing(database.db, { title: 'Medical Coder known to the index' })
  await index.catchUp()
  await makeListing(database.db, { title: 'Medical Coder not yet known to it' })
  const totals = async (app: ReturnType<typeof makeApp>): Promise<number> =>
    ((await request(app).get('/api/v1/listings?q=coder')).body as { total: number }).total
  expect(await totals(makeApp(database))).toBe(2)
  const app = makeApp(database, { find: index.find })
  expect(await totals(app)).toBe(1)
  const page = await request(app).get('/?q=coder')
  expect(page.text).toContain('known to the index')
  expect(page.text).not.toContain('not yet known to it')
  await index.catchUp()
  expect(await totals(app)).toBe(2)
})
