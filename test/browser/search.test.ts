import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { makeApp } from '../helpers/app.ts'
import { freshDatabase, type FreshDatabase } from '../helpers/database.ts'
import { makeEmployer, makeListing } from '../helpers/listings.ts'
import { faultsOf, openAll, openSite, overflow, titles, type Site } from '../helpers/site.ts'

let database: FreshDatabase
let site: Site
let coder: number
let shore: number

/** Four jobs to tell apart, one with the marks of a fraud, and 28 alike for the pages of a result. */
async function fillDatabase(): Promise<void> {
  const { db } = database
  const laurel = await makeEmployer(db, 'Laurel Valley Hospital')
  shore = await makeEmployer(db, 'Shore Nursing Home')
  const place = (city: string, state: string) => ({
    place: `${city}, ${state}`,
    states: [state],
    places: [{ city, state, country: 'US' }],
  })
  const hourly = (least: number, most: number) =>
    ({
      pay_min: least,
      pay_max: most,
      pay_unit: 'hour',
      pay_hour_min: least,
      pay_hour_max: most,
    }) as const
  coder = await makeListing(db, {
    title: 'Medical Coder I',
    employer: 'Laurel Valley Hospital',
    employer_id: laurel,
    role: 'coding',
    entry: 'open_with_credential',
    min_months: 0,
    credentials_required: ['CPC'],
    accepted_apprentice: true,
    text: 'You assign codes and answer questions of auditors.',
    ...place('Scranton', 'PA'),
    ...hourly(19.5, 24),
  })
  await makeListing(db, {
    title: 'Billing Trainee',
    employer: 'Shore Nursing Home',
    employer_id: shore,
    entry: 'open',
    min_months: 0,
    text: 'We train you.',
    ...place('Newark', 'NJ'),
    ...hourly(16, 17),
  })
  await makeListing(db, {
    title: 'Remote Biller',
    employer: 'Cloud Claims',
    work_mode: 'remote',
    states_allowed: ['PA', 'OH'],
    place: null,
    states: [],
    places: [],
    ...hourly(25, 30),
  })
  await makeListing(db, {
    title: 'Claims Clerk',
    employer: 'Shore Nursing Home',
    employer_id: shore,
    entry: 'asks_experience',
    min_months: 24,
    ...place('Erie', 'PA'),
  })
  await makeListing(db, {
    title: 'Earn from Home as a Coder',
    employer: 'Quick Cash',
    role: 'coding',
    warnings: [{ code: 'fee_to_start', words: 'starter kit fee' }],
    ...place('Scranton', 'PA'),
  })
  for (let n = 0; n < 28; n++) {
    await makeListing(db, {
      title: `Payment Poster ${n}`,
      employer: 'Empire Health',
      entry: 'asks_experience',
      min_months: 36,
      first_seen: `2026-10-${String(n + 1).padStart(2, '0')}T08:00:00Z`,
      ...place('Albany', 'NY'),
    })
  }
}

beforeAll(async () => {
  database = await freshDatabase()
  await fillDatabase()
  site = await openSite(makeApp(database, { env: { FOOTHOLD_TRUST_PROXY: '1' } }))
})
afterAll(async () => {
  await site?.close()
  await database?.close()
})
afterEach(async () => {
  expect(await site.leave()).toEqual([])
})

const visit: Site['visit'] = (path, options) => site.visit(path, options)
const count = (page: Page) => page.locator('#results').innerText()
const box = (page: Page, name: string, value: string) =>
  page.locator(`input[name="${name}"][value="${value}"]`)
const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name })

/** Waits until the address is this one and the answer to it stands. */
async function arrives(page: Page, address: string, found: string): Promise<void> {
  await page.waitForURL(site.base + address)
  await expect.poll(() => count(page)).toBe(found)
}

describe('a search', () => {
  it('by words finds the job, says why, and puts only the words in the address', async () => {
    const page = await visit('/')
    expect(await count(page)).toBe('32 listings')
    await page.getByLabel('Job, employer or place').fill('auditors')
    await page.getByRole('button', { name: 'Search' }).click()
    await arrives(page, '/?q=auditors', '1 listing')
    expect(await titles(page)).toEqual(['Medical Coder I'])
    expect(await page.locator('.snippet mark').allInnerTexts()).toEqual(['auditors'])
    expect(await page.locator('.why').innerText()).toContain('“auditors” in the advert’s text')
    expect(await page.getByLabel('Job, employer or place').inputValue()).toBe('auditors')
  })

  it('near a place finds what is within reach and what may be held from there, the nearest first', async () => {
    const page = await visit('/')
    await page.getByLabel(/^Near/).fill('Scranton, PA')
    await page.keyboard.press('Enter')
    await arrives(page, '/?near=Scranton%2C+PA', '2 listings')
    await link(page, 'Nearest first').click()
    await arrives(page, '/?near=Scranton%2C+PA&sort=nearest', '2 listings')
    expect(await titles(page)).toEqual(['Medical Coder I', 'Remote Biller'])
    const why = await page.locator('.why').allInnerTexts()
    expect(why[0]).toContain('mile from Scranton, PA')
    expect(why[1]).toContain('Remote, open to people who live in Pennsylvania')
    // An order by nearness falls away with the place; the form must not end in a fault.
    await page.getByLabel(/^Near/).fill('')
    await page.keyboard.press('Enter')
    await arrives(page, '/', '32 listings')
  })

  it('near a place that nobody knows says so', async () => {
    const page = await visit('/?q=coder')
    const near = page.getByLabel(/^Near/)
    await near.fill('Nowhereville, PA')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').waitFor()
    expect(await page.getByRole('alert').innerText()).toContain('Nowhereville, PA')
    expect(await near.inputValue()).toBe('Nowhereville, PA')
    expect(await near.getAttribute('aria-invalid')).toBe('true')
    expect(await titles(page)).toEqual(['Medical Coder I'])
    await near.fill('18503')
    await page.keyboard.press('Enter')
    await arrives(page, '/?q=coder&near=18503', '1 listing')
  })

  it('that cannot be read says why on a page', async () => {
    const page = await visit('/?max_months=many')
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(
      'We could not read that request',
    )
    expect(await page.locator('main').innerText()).toContain('max_months')
  })

  it('that finds nothing offers to drop a filter, with what that brings', async () => {
    const page = await visit('/?q=auditors&state=ND')
    expect(await count(page)).toBe('0 listings')
    await page.getByText('Without “North Dakota”: 1 listing').waitFor()
    await link(page, 'Without “North Dakota”').click()
    await arrives(page, '/?q=auditors', '1 listing')
  })

  it('with a slip of the pen offers the word that was meant', async () => {
    const page = await visit('/?q=trainne')
    expect(await count(page)).toBe('0 listings')
    await page.locator('.did-you-mean').getByRole('link', { name: 'trainee' }).click()
    await arrives(page, '/?q=trainee', '1 listing')
    expect(await titles(page)).toEqual(['Billing Trainee'])
  })

  it('shows every listing once over its pages', async () => {
    const page = await visit('/')
    const first = await titles(page)
    await link(page, 'Next page').click()
    await link(page, 'Back to the first page').waitFor()
    const all = [...first, ...(await titles(page))]
    expect(all).toHaveLength(32)
    expect(new Set(all).size).toBe(32)
  })
})

describe('a filter', () => {
  it('narrows without a reload, is shown as on, and taking it off widens again', async () => {
    const page = await visit('/')
    await page.evaluate('window.stays = true')
    await box(page, 'state', 'NJ').check()
    await arrives(page, '/?state=NJ', '1 listing')
    expect(await titles(page)).toEqual(['Billing Trainee'])
    expect(await page.getByRole('status').innerText()).toBe('1 listing')
    await page.getByLabel('Most experience it may ask').selectOption('6')
    await arrives(page, '/?state=NJ&max_months=6', '1 listing')
    await link(page, 'Remove New Jersey').click()
    await arrives(page, '/?max_months=6', '2 listings')
    expect(await box(page, 'state', 'NJ').isChecked()).toBe(false)
    expect(await page.evaluate('window.stays')).toBe(true)
    expect(await page.title()).toContain('2 listings: Up to 6 months')
  })

  it('leaves out what is not wanted, and never asks for and leaves out one thing', async () => {
    const page = await visit('/')
    await page.getByText('Leave some out by “State”').click()
    await box(page, 'not_state', 'NY').check()
    await arrives(page, '/?not_state=NY', '4 listings')
    await link(page, 'Remove not New York').waitFor()
    expect(await box(page, 'not_state', 'NY').isVisible()).toBe(true)
    await box(page, 'state', 'NY').check()
    await arrives(page, '/?state=NY', '28 listings')
  })

  it('hides an employer from its card', async () => {
    const page = await visit('/?not_state=NY')
    await link(page, 'Hide this employer (Shore Nursing Home)').first().click()
    await arrives(page, `/?not_state=NY&not_employer=${shore}`, '2 listings')
    expect(new Set(await titles(page))).toEqual(new Set(['Medical Coder I', 'Remote Biller']))
    await link(page, 'Remove not Shore Nursing Home').click()
    await arrives(page, '/?not_state=NY', '4 listings')
  })

  it('by what a person holds, and by pay in either unit', async () => {
    const page = await visit('/?not_state=NY')
    await page.getByLabel('or a year').fill('60000')
    await page.keyboard.press('Enter')
    await arrives(page, '/?not_state=NY&pay_floor_year=60000', '1 listing')
    expect(await titles(page)).toEqual(['Remote Biller'])
    const holder = await visit('/?not_state=NY&holds=CCA')
    // The coder's advert asks for a CPC, which the person has not.
    expect(await titles(holder)).not.toContain('Medical Coder I')
    expect(await titles(holder)).toHaveLength(3)
  })

  it('hides adverts with the marks of a fraud, says how many, and shows them when asked', async () => {
    const page = await visit('/?state=PA')
    await page.getByText('1 more advert is hidden, because it has marks of a fraud.').waitFor()
    expect(await titles(page)).not.toContain('Earn from Home as a Coder')
    await link(page, 'Show it').click()
    await arrives(page, '/?state=PA&warnings=show', '4 listings')
    expect(await titles(page)).toContain('Earn from Home as a Coder')
    await link(page, 'Hide them again').click()
    await arrives(page, '/?state=PA', '3 listings')
  })
})

describe('the address', () => {
  it('shows a friend the same result', async () => {
    const page = await visit('/?q=claims&state=PA&not_entry=open&sort=newest')
    const mine = await titles(page)
    expect(mine.length).toBeGreaterThan(0)
    const shared = await link(page, 'This address').getAttribute('href')
    expect(shared).toBe('/?q=claims&state=PA&not_entry=open&sort=newest')
    const friend = await visit(shared ?? '')
    expect(await titles(friend)).toEqual(mine)
    expect(await box(friend, 'state', 'PA').isChecked()).toBe(true)
    expect(await box(friend, 'not_entry', 'open').isChecked()).toBe(true)
  })

  it('follows the back and forward buttons, step by step', async () => {
    const page = await visit('/')
    await box(page, 'entry', 'open').check()
    await arrives(page, '/?entry=open', '1 listing')
    await page.getByLabel('Job, employer or place').fill('biller')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/?q=biller&entry=open')
    await page.goBack()
    await arrives(page, '/?entry=open', '1 listing')
    expect(await titles(page)).toEqual(['Billing Trainee'])
    expect(await page.getByLabel('Job, employer or place').inputValue()).toBe('')
    await page.goBack()
    await arrives(page, '/', '32 listings')
    expect(await box(page, 'entry', 'open').isChecked()).toBe(false)
    await page.goForward()
    await arrives(page, '/?entry=open', '1 listing')
    await link(page, 'Billing Trainee').click()
    await page.getByRole('heading', { level: 1, name: 'Billing Trainee' }).waitFor()
    await page.goBack()
    await arrives(page, '/?entry=open', '1 listing')
  })
})

describe('with the keyboard alone', () => {
  const focused = (page: Page) =>
    page.evaluate<string>('`${document.activeElement.name}=${document.activeElement.value}`')

  it('a search, a filter and a listing are reached, and the focus stays where it was', async () => {
    const page = await visit('/')
    await page.getByLabel('Job, employer or place').focus()
    await page.keyboard.type('coder')
    await page.keyboard.press('Enter')
    await arrives(page, '/?q=coder', '1 listing')
    await box(page, 'state', 'PA').focus()
    await page.keyboard.press('Space')
    await arrives(page, '/?q=coder&state=PA', '1 listing')
    expect(await focused(page)).toBe('state=PA')
    await page.keyboard.press('Space')
    await arrives(page, '/?q=coder', '1 listing')
    await page.keyboard.press('Space')
    await arrives(page, '/?q=coder&state=PA', '1 listing')
    await link(page, 'Remove Pennsylvania').focus()
    await page.keyboard.press('Enter')
    await arrives(page, '/?q=coder', '1 listing')
    expect(await page.evaluate<string>('document.activeElement.id')).toBe('results')
    await link(page, 'Medical Coder I').focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/listings/${coder}`)
  })

  it('on a phone the filters open and close', async () => {
    const page = await visit('/', { viewport: { width: 390, height: 844 } })
    expect(await box(page, 'state', 'PA').isVisible()).toBe(false)
    await page.locator('.filters > summary').focus()
    await page.keyboard.press('Enter')
    expect(await box(page, 'state', 'PA').isVisible()).toBe(true)
    await box(page, 'state', 'PA').focus()
    await page.keyboard.press('Space')
    await arrives(page, '/?state=PA', '3 listings')
    expect(await box(page, 'state', 'PA').isVisible()).toBe(true)
    expect(await overflow(page)).toBeLessThanOrEqual(0)
  })
})

describe('without JavaScript', () => {
  const plain = { javaScriptEnabled: false }

  it('words, filters, what is left out, orders and pages work', async () => {
    const page = await visit('/', plain)
    await box(page, 'state', 'PA').check()
    await page.getByText('Leave some out by “Open to beginners?”').click()
    await box(page, 'not_entry', 'asks_experience').check()
    await page.getByRole('button', { name: 'Show listings' }).click()
    expect(await count(page)).toBe('2 listings')
    expect(await box(page, 'not_entry', 'asks_experience').isChecked()).toBe(true)
    await link(page, 'Highest pay first').click()
    expect(await titles(page)).toEqual(['Remote Biller', 'Medical Coder I'])
    await page.getByLabel('Job, employer or place').fill('coder')
    await page.getByRole('button', { name: 'Search' }).click()
    expect(await titles(page)).toEqual(['Medical Coder I'])
    const address = new URL(page.url()).searchParams
    expect([address.get('q'), address.get('sort')]).toEqual(['coder', 'pay'])
    await link(page, 'Medical Coder I').click()
    await page.getByRole('region', { name: 'What it asks' }).waitFor()
  })

  it('the pages of a result, the map and the spread of pay work', async () => {
    const page = await visit('/', plain)
    await link(page, 'Next page').click()
    expect(await titles(page)).toHaveLength(7)
    await page.goto('/')
    await page.getByText('What they pay', { exact: true }).click()
    await link(page, '$20 an hour or more').click()
    expect(new Set(await titles(page))).toEqual(new Set(['Medical Coder I', 'Remote Biller']))
    await link(page, 'See them on a map').click()
    await page.getByRole('heading', { level: 1, name: 'Where the jobs are' }).waitFor()
  })
})

describe('the map', () => {
  it('shows what each state holds, with remote work apart, and leads to it', async () => {
    const page = await visit('/?q=claims')
    await link(page, 'See them on a map').click()
    await page.waitForURL('**/map?q=claims')
    const whole = await visit('/map')
    const state = (name: RegExp) => whole.locator('.map').getByRole('link', { name })
    expect(await state(/^Pennsylvania/).getAttribute('aria-label')).toBe(
      'Pennsylvania: 2 listings at a place there, and 1 remote job open to people there',
    )
    expect(await state(/^New York/).getAttribute('aria-label')).toBe(
      'New York: 28 listings at a place there',
    )
    expect(await whole.locator('main').innerText()).toContain('1 more is remote')
    await whole.getByText('The same numbers as a table').click()
    expect(await whole.getByRole('row', { name: /^Puerto Rico/ }).innerText()).toMatch(/\s0\s+0$/)
    expect(await whole.getByRole('row', { name: /^Pennsylvania/ }).innerText()).toMatch(/\s2\s+1$/)
    await state(/^Pennsylvania/).focus()
    await whole.keyboard.press('Enter')
    await arrives(whole, '/?state=PA', '3 listings')
  })
})

describe('a result with everything open', () => {
  const BUSY = `/?q=claims&near=18503&radius=200&not_state=NY&holds=CPC&accepts_apprentice=false&max_months=36&unstated_months=include&warnings=show&sort=nearest`

  it.each([
    ['light on a desk', { colorScheme: 'light', viewport: { width: 1280, height: 900 } }],
    ['dark on a phone', { colorScheme: 'dark', viewport: { width: 390, height: 844 } }],
    ['at 200 %', { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 }],
  ] as const)('%s: axe finds nothing and nothing scrolls sideways', async (_name, options) => {
    const page = await visit(BUSY, options)
    await openAll(page)
    expect(await faultsOf(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
  })
})
