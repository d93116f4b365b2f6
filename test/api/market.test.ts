import request from 'supertest'
import type { Express } from 'express'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { helpSchema } from '../../api/wire/help.ts'
import { insightsSchema } from '../../api/wire/insights.ts'
import { makeApp, NOW } from '../helpers/app.ts'
import { freshDatabase, type FreshDatabase } from '../helpers/database.ts'
import { walkFigures } from '../helpers/figures.ts'
import { makeListing } from '../helpers/listings.ts'
import { makeMarket } from '../helpers/market.ts'
import { readingGrade } from '../helpers/reading-grade.ts'
import { loadSampleRows } from '../helpers/registers.ts'

let database: FreshDatabase
let app: Express
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  await sql`truncate listing, posting, wage, import_run cascade`.execute(database.db)
  app = makeApp(database)
})

const PAGES = ['/insights', '/help', '/help?state=PA', '/scams']

async function html(path: string): Promise<string> {
  return (await request(app).get(path).expect(200)).text
}

describe('GET /api/v1/insights', () => {
  it('gives the figures with sample and day, in the promised shape', async () => {
    for (const months of [24, 24, 36, 12, 48])
      await makeListing(database.db, { work_mode: 'remote', min_months: months })
    await makeListing(database.db, { work_mode: 'onsite', min_months: 6 })
    const { body, headers } = await request(app).get('/api/v1/insights').expect(200)
    expect(insightsSchema.parse(body)).toEqual(body)
    expect(headers['cache-control']).toContain('must-revalidate')
    expect(body).toMatchObject({
      as_of: NOW.toISOString(),
      basis: 'live',
      all: { listings: 6 },
      work_mode: [
        // 12 24 24 36 48
        { value: 'remote', median_months: { value: 24, sample: 5 } },
        { value: 'onsite', median_months: { value: null, sample: 1 } },
        { value: 'not_stated', median_months: { value: null, sample: 0 } },
      ],
    })
  })

  it('counts at most every five minutes, and says when it did', async () => {
    let now = NOW.getTime()
    app = makeApp(database, { now: () => new Date(now) })
    const asked = async () => (await request(app).get('/api/v1/insights').expect(200)).body
    expect((await asked()).all.listings).toBe(0)
    await makeListing(database.db)
    now += 4 * 60_000
    expect(await asked()).toMatchObject({ as_of: NOW.toISOString(), all: { listings: 0 } })
    now += 60_000
    expect(await asked()).toMatchObject({
      as_of: new Date(now).toISOString(),
      all: { listings: 1 },
    })
  })

  it('is read only', async () => {
    await request(app).post('/api/v1/insights').expect(405)
  })
})

describe('GET /api/v1/help', () => {
  it('lists every entry with its source and the day it was held against it', async () => {
    const { body } = await request(app).get('/api/v1/help').expect(200)
    expect(helpSchema.parse(body)).toEqual(body)
    const ids = (body.items as { id: string }[]).map(({ id }) => id)
    expect(ids).toEqual(expect.arrayContaining(['amba-chapters', 'aapc-chapters', 'ftc-report']))
  })

  it('takes a state in either case, and names what it cannot use', async () => {
    await request(app).get('/api/v1/help?state=pa').expect(200)
    const { body } = await request(app).get('/api/v1/help?state=ZZ').expect(400)
    expect(body.errors).toEqual([
      { pointer: '/state', detail: expect.stringContaining('two-letter code') },
    ])
    await request(app).get('/api/v1/help?town=Erie').expect(400)
    await request(app).get('/help?state=ZZ').expect(400)
  })
})

describe('the pages on the market, help and scams', () => {
  it.each([
    ['of a full market with a sample of wages', true],
    ['of an empty database', false],
  ])('name source and date at every figure: %s', async (_name, full) => {
    if (full) {
      await makeMarket(database.db)
      await loadSampleRows(database.db, 'oews')
    }
    for (const path of PAGES) {
      const { figures, faults } = walkFigures(await html(path))
      expect(faults, path).toEqual([])
      // The empty market page has nothing to count; every other one states a figure.
      if (full || path !== '/insights') expect(figures, path).toBeGreaterThan(0)
    }
  })

  it('name source and date where no wage file is loaded and others’ figures stand in', async () => {
    await makeMarket(database.db)
    const page = await html('/insights')
    expect(page).toContain('No file of wages by state is loaded here')
    expect(walkFigures(page).faults).toEqual([])
    expect(page).toMatch(/\$35,780 a year.{0,120}medicalbillingandcoding\.training/s)
  })

  it('are plain reading: Flesch-Kincaid grade 8 at most, terms of the trade as two syllables', async () => {
    await makeMarket(database.db)
    await loadSampleRows(database.db, 'oews')
    for (const path of PAGES) {
      const { grade, words } = readingGrade(await html(path))
      process.stdout.write(`${path}: grade ${grade} over ${words} words\n`)
      expect(words, path).toBeGreaterThan(100)
      expect(grade, path).toBeLessThanOrEqual(8)
    }
  })

  it('are silent, in words, where too few adverts stand behind a figure', async () => {
    await makeMarket(database.db)
    const page = await html('/insights')
    const wyoming = /<th scope="row">Wyoming<\/th>(.*?)<\/tr>/s.exec(page)?.[1] ?? ''
    expect(wyoming).toContain('too few to say (1)')
    expect(wyoming).not.toContain('months')
  })

  it('say that a demo world tells nothing of the real market', async () => {
    await makeMarket(database.db, { demo: true })
    const page = await html('/insights')
    expect(page).toContain('All of these adverts are invented.')
    expect(page).toContain('Counted by Foothold from its invented demo adverts')
    expect(page).toContain('<meta name="robots" content="noindex"')
    await makeListing(database.db)
    expect((await request(makeApp(database)).get('/insights')).text).not.toContain(
      'All of these adverts are invented.',
    )
  })

  it('mark a sample of wages wherever it stands', async () => {
    await loadSampleRows(database.db, 'oews')
    await makeMarket(database.db)
    const page = await html('/insights')
    expect(page).toContain('This is a sample file: invented, and no fact.')
    expect(page).toContain('SAMPLE-oews.csv')
    await loadSampleRows(database.db, 'oews', 'state_M2024_dl.csv')
    const real = (await request(makeApp(database)).get('/insights').expect(200)).text
    expect(real).not.toContain('sample file')
    expect(real).toContain('state_M2024_dl.csv')
  })

  it('are linked from every page and from a listing that may be a scam', async () => {
    const foot = /<footer.*<\/footer>/s.exec(await html('/about'))?.[0] ?? ''
    expect(foot).toContain('href="/help"')
    expect(foot).toContain('href="/scams"')
    expect(await html('/about')).toContain('<a href="/insights">')
    const fraud = { warnings: [{ code: 'fee_to_start', words: 'a fee of $50' }] }
    const mild = { warnings: [{ code: 'number_conflict', words: 'two (3) years' }] }
    const [bad, odd] = [await makeListing(database.db, fraud), await makeListing(database.db, mild)]
    const link = 'How to spot a fake job'
    expect(await html(`/listings/${bad}`)).toContain(link)
    expect(await html(`/listings/${odd}`)).not.toContain(link)
  })
})
