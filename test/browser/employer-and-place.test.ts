import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { createLogger } from '../../core/log.ts'
import { refreshEmployerSettings } from '../../workers/jobs/employers.ts'
import { refreshSearch } from '../../workers/jobs/search-keys.ts'
import { makeApp } from '../helpers/app.ts'
import { freshDatabase, type FreshDatabase } from '../helpers/database.ts'
import { makeEmployer, makeListing } from '../helpers/listings.ts'
import { loadSampleRows, loadTowns } from '../helpers/registers.ts'
import { faultsOf, openSite, overflow, type Site } from '../helpers/site.ts'

const NAME = 'Sample Rook Hollow Nursing and Rehab Center'

let database: FreshDatabase
let site: Site
let id: number
let employer: number

beforeAll(async () => {
  database = await freshDatabase()
  await loadTowns(database.db)
  await loadSampleRows(database.db, 'cms-nursing-home', 'NH_ProviderInfo_Jul2026.csv')
  await loadSampleRows(database.db, 'hrsa-hpsa', 'BCD_HPSA_FCT_DET_PC.csv')
  await loadSampleRows(database.db, 'ruca')
  employer = await makeEmployer(database.db, NAME)
  const scranton = { city: 'Scranton', state: 'PA', country: 'US' }
  const rugby = { city: 'Rugby', state: 'ND', country: 'US' }
  const advert = { employer: NAME, employer_id: employer }
  id = await makeListing(database.db, { ...advert, places: [scranton, rugby], place: '2 places' })
  await makeListing(database.db, { ...advert, title: 'Claims Clerk', places: [scranton] })
  const world = { db: database.db, log: createLogger('test', 'silent') }
  await refreshEmployerSettings(world)
  await refreshSearch(world)
  site = await openSite(makeApp(database, { env: { FOOTHOLD_TRUST_PROXY: '1' } }))
})
afterEach(async () => void (await site.leave()))
afterAll(async () => {
  await site?.close()
  await database?.close()
})

it('from a search by setting to the employer and back, without a script and by the keyboard alone', async () => {
  const page = await site.visit('/?setting=snf', { javaScriptEnabled: false })
  expect(await page.locator('#results').innerText()).toBe('2 listings')
  const card = page.locator('.card').first()
  expect(await card.innerText()).toContain('by a government register: Nursing home')

  await page.goto(`/listings/${id}`)
  const serves = page.getByRole('region', { name: 'Does the employer serve the underserved?' })
  expect(await serves.innerText()).toContain('file NH_ProviderInfo_Jul2026.csv of Jul 3, 2026')
  expect(await serves.innerText()).toContain('How sure: 0.9 of 1')
  const place = page.getByRole('region', { name: 'Is the place underserved?' })
  const text = await place.innerText()
  expect(text).toContain('A county that is short of doctors does not make its employers serve')
  expect(text).toContain('score 17 of 26')
  expect(text).toContain('Yes: every ZIP code of the town counts as rural.')
  expect(await place.getByText('This is a sample file: invented, and no fact.').count()).toBe(2)

  await serves.getByRole('link', { name: 'This employer and all its open jobs' }).focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(`**/employers/${employer}`)
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(NAME)
  const open = page.getByRole('region', { name: '2 open listings' })
  await open.getByRole('link', { name: 'Claims Clerk' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Claims Clerk' }).waitFor()
  await page.locator('header').getByRole('link', { name: NAME, exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(`**/employers/${employer}`)
})

it.each([
  ['light on a desk', { colorScheme: 'light', viewport: { width: 1280, height: 900 } }],
  ['dark on a phone', { colorScheme: 'dark', viewport: { width: 390, height: 844 } }],
] as const)('%s: axe finds nothing and nothing scrolls sideways', async (_name, options) => {
  const page = await site.visit('/', options)
  for (const address of [`/listings/${id}`, `/employers/${employer}`]) {
    await page.goto(address)
    expect(await faultsOf(page)).toEqual([])
    expect(await overflow(page), address).toBeLessThanOrEqual(0)
  }
})
