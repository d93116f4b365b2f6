import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { AxeBuilder } from '@axe-core/playwright'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { makeApp } from '../helpers/app.ts'
import { openBrowser, type TestBrowser } from '../helpers/browser.ts'
import { freshDatabase, type FreshDatabase } from '../helpers/database.ts'
import { makeListing } from '../helpers/listings.ts'
import { wordsIn } from '../web/samples.ts'

let database: FreshDatabase
let server: Server
let browser: TestBrowser
let base: string
let coder: number
let closed: number

const TEXT = [
  'We are a 25-bed hospital.',
  'Requirements',
  '• CPC or CPC-A',
  '• High school diploma',
  'Pay is $19.50 to $24.00 an hour.',
].join('\n')

async function fillDatabase(): Promise<void> {
  const leaf = wordsIn(TEXT, 'CPC or CPC-A')
  coder = await makeListing(database.db, {
    title: 'Medical Coder I',
    employer: 'Laurel Valley Hospital',
    place: 'Altoona, PA',
    role: 'coding',
    entry: 'open_with_credential',
    min_months: 0,
    credentials_required: ['CPC', 'CPC-A'],
    credentials_any_of: true,
    accepted_apprentice: true,
    settings: ['critical_access'],
    pay_min: 19.5,
    pay_max: 24,
    pay_unit: 'hour',
    pay_hour_min: 19.5,
    pay_hour_max: 24,
    text: TEXT,
    requirement: {
      kind: 'all_of',
      of: [
        {
          kind: 'credential',
          codes: ['CPC', 'CPC-A'],
          any_of: true,
          class: null,
          accepted_apprentice: true,
          within_months_of_hire: null,
          strength: 'required',
          start: leaf.start,
          end: leaf.end,
          words: leaf.words,
        },
      ],
    },
    evidence: {
      settings: [wordsIn(TEXT, '25-bed hospital')],
      pay: [wordsIn(TEXT, '$19.50 to $24.00 an hour')],
    },
  })
  await makeListing(database.db, {
    title: 'Billing Trainee',
    employer: 'Shore Nursing Home',
    place: 'Toms River, NJ',
    states: ['NJ'],
    places: [{ city: 'Toms River', state: 'NJ', country: 'US' }],
    entry: 'open',
    min_months: 0,
    settings: ['snf'],
    warnings: [{ code: 'fee_to_start', words: 'starter kit fee' }],
    url: 'javascript:alert(1)',
  })
  closed = await makeListing(database.db, {
    title: 'Closed Coder',
    closed_at: '2026-11-22T08:00:00Z',
    close_reason: 'missing',
  })
  for (let n = 0; n < 28; n++) {
    await makeListing(database.db, {
      title: `Claims Clerk ${n}`,
      states: ['NY'],
      place: 'Albany, NY',
      entry: 'asks_experience',
      min_months: 24,
      first_seen: `2026-10-${String(n + 1).padStart(2, '0')}T08:00:00Z`,
    })
  }
}

beforeAll(async () => {
  database = await freshDatabase()
  await fillDatabase()
  server = createServer(makeApp(database, { env: { FOOTHOLD_TRUST_PROXY: '1' } }))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  server?.closeAllConnections()
  await new Promise((resolve) => server?.close(resolve))
  await database?.close()
})

let visitors = 0
let complaints: string[] = []
let leave: (() => Promise<void>)[] = []

/** A page of a new visitor with an address of their own, so that no rate limit of another test is met. */
async function visit(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.visitor({
    viewport: { width: 1280, height: 900 },
    baseURL: base,
    extraHTTPHeaders: { 'X-Forwarded-For': `10.1.0.${++visitors}` },
    ...options,
  })
  leave.push(() => context.close())
  const page = await context.newPage()
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('request', (request) => {
    if (!request.url().startsWith(`${base}/`)) complaints.push(`asked for ${request.url()}`)
  })
  await page.goto(path)
  return page
}

afterEach(async () => {
  const said = complaints
  for (const close of leave) await close()
  complaints = []
  leave = []
  // A status of 400 or 404 that a test asked for is reported by the browser too; that is no fault.
  expect(said.filter((text) => !/status of 40[04]/.test(text))).toEqual([])
})

const titles = (page: Page) => page.locator('.card h3').allInnerTexts()
const resultCount = (page: Page) => page.locator('#results').innerText()
const overflow = (page: Page) =>
  page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth')

describe('searching', () => {
  it('by words finds the job, keeps the words in the box and puts only them in the address', async () => {
    const page = await visit('/')
    expect(await resultCount(page)).toBe('30 listings')
    await page.getByLabel('Job, employer or place').fill('coder')
    await page.getByRole('button', { name: 'Search' }).click()
    await page.waitForURL('**/?q=coder')
    expect(await titles(page)).toEqual(['Medical Coder I'])
    expect(await resultCount(page)).toBe('1 listing')
    expect(await page.getByLabel('Job, employer or place').inputValue()).toBe('coder')
  })

  it('by filter narrows, shows the filter as on, and taking it off widens again', async () => {
    const page = await visit('/')
    await page.getByLabel('New Jersey').check()
    await page.getByLabel('Open to beginners').first().check()
    await page.getByRole('button', { name: 'Show listings' }).click()
    await page.waitForURL('**/?entry=open&state=NJ')
    expect(await titles(page)).toEqual(['Billing Trainee'])
    await page.getByRole('link', { name: 'Remove New Jersey' }).click()
    await page.waitForURL('**/?entry=open')
    expect(await page.getByLabel('New Jersey').isChecked()).toBe(false)
  })

  it('gives an address that shows a friend the same result, and a back button that goes back', async () => {
    const page = await visit('/?state=PA')
    const mine = await titles(page)
    await page.getByRole('link', { name: 'Medical Coder I' }).click()
    await page.waitForURL(`**/listings/${coder}`)
    await page.goBack()
    expect(await titles(page)).toEqual(mine)
    expect(await page.getByLabel('Pennsylvania').isChecked()).toBe(true)
    const shared = await page.getByRole('link', { name: 'This address' }).getAttribute('href')
    const friend = await visit(shared ?? '')
    expect(await titles(friend)).toEqual(mine)
  })

  it('shows every listing once over its pages', async () => {
    const page = await visit('/')
    const first = await titles(page)
    await page.getByRole('link', { name: 'Next page' }).click()
    await page.getByRole('link', { name: 'Back to the first page' }).waitFor()
    const all = [...first, ...(await titles(page))]
    expect(all).toHaveLength(30)
    expect(new Set(all).size).toBe(30)
  })

  it('that finds nothing offers each filter to drop', async () => {
    const page = await visit('/?q=astronaut&state=PA')
    expect(await resultCount(page)).toBe('0 listings')
    await page.getByRole('link', { name: 'Search without “astronaut”' }).click()
    expect(await titles(page)).toContain('Medical Coder I')
  })

  it('that cannot be read says why on a page', async () => {
    const page = await visit('/?max_months=many')
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(
      'We could not read that request',
    )
    expect(await page.locator('main').innerText()).toContain('max_months')
  })
})

describe('a listing', () => {
  it('shows what it asks with the words, and leads from a point to its words in the text', async () => {
    const page = await visit(`/listings/${coder}`)
    const asks = page.getByRole('region', { name: 'What it asks' })
    expect(await asks.innerText()).toContain('CPC (Certified Professional Coder, AAPC)')
    await page.getByRole('link', { name: '$19.50 to $24.00 an hour' }).click()
    const mark = page.locator('mark:target')
    expect(await mark.innerText()).toBe('$19.50 to $24.00 an hour')
    expect(await mark.getAttribute('title')).toBe('Pay')
  })

  it('with a link that would run a script has no such link', async () => {
    const page = await visit('/?q=trainee')
    await page.getByRole('link', { name: 'Billing Trainee' }).click()
    await page.getByText('The feed gave no link to the original advert.').waitFor()
    expect(await page.locator('a[href^="javascript"]').count()).toBe(0)
    expect(await page.getByRole('link', { name: 'reportfraud.ftc.gov' }).count()).toBe(1)
  })

  it('that is closed says so and cannot be applied for', async () => {
    const page = await visit(`/listings/${closed}`)
    await page.getByText('This advert is closed.').waitFor()
    expect(await page.getByRole('link', { name: /^Apply/ }).count()).toBe(0)
  })

  it('that does not exist is a plain page', async () => {
    const page = await visit('/listings/999999')
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('There is no such page')
  })
})

async function fillAdvice(page: Page): Promise<void> {
  await page.getByRole('checkbox', { name: /^CPC-A/ }).check()
  await page.getByLabel('Kind of work', { exact: true }).selectOption('front_desk')
  await page.getByLabel('How long', { exact: true }).fill('1')
  await page.getByLabel('Unit', { exact: true }).selectOption('years')
  await page.getByLabel('Your state').selectOption('PA')
  await page.getByLabel('On site', { exact: true }).check()
  await page.getByRole('button', { name: 'Show my jobs and next steps' }).click()
}

describe('advice', () => {
  it('goes from the form to a result that repeats the answers and keeps them out of the address', async () => {
    const page = await visit('/advice')
    await fillAdvice(page)
    await page.getByRole('heading', { name: 'Where you stand today' }).waitFor()
    expect(new URL(page.url()).search).toBe('')
    const answers = await page.getByRole('region', { name: 'Your answers' }).innerText()
    expect(answers).toContain('CPC-A')
    expect(answers).toContain('12 months (1 year) of medical front desk work')
    expect(answers).toContain('Pennsylvania')
    const counts = await page.locator('.tally b').allInnerTexts()
    expect(counts.map(Number).reduce((sum, n) => sum + n, 0)).toBe(30)
    expect(await page.locator('.tally + p').innerText()).toContain('From 30 open listings')
  })

  it('opens the job that takes an apprentice to a person who holds a CPC-A', async () => {
    const page = await visit('/advice')
    await fillAdvice(page)
    const jobs = page.getByRole('region', { name: 'Jobs to look at first' })
    const card = jobs.locator('.card', { hasText: 'Medical Coder I' })
    expect(await card.locator('.chip').first().innerText()).toBe('Open to you now')
    expect(await card.locator('.reasons').innerText()).toContain('CPC')
  })

  it('with a fault comes back as it was filled in, the fault linked to its field', async () => {
    const page = await visit('/advice')
    await page.getByLabel('None yet').check()
    await page.getByText('What you want: place, pay, hours, kind of work (optional)').click()
    await page.getByLabel('ZIP code').fill('185')
    await page.getByRole('button', { name: 'Show my jobs and next steps' }).click()
    await page
      .getByRole('alert')
      .getByRole('link', { name: /five digits/ })
      .click()
    expect(await page.getByLabel('None yet').isChecked()).toBe(true)
    const zip = page.getByLabel('ZIP code')
    expect(await zip.inputValue()).toBe('185')
    expect(await zip.getAttribute('aria-invalid')).toBe('true')
    expect(await zip.isVisible()).toBe(true)
  })

  it('can be changed from the result', async () => {
    const page = await visit('/advice')
    await fillAdvice(page)
    await page.getByText('Change my answers').click()
    expect(await page.getByRole('checkbox', { name: /^CPC-A/ }).isChecked()).toBe(true)
    await page.getByLabel('Your state').selectOption('NJ')
    await page.getByRole('button', { name: 'Show my jobs and next steps' }).click()
    await page
      .getByRole('region', { name: 'Your answers' })
      .getByText('New Jersey')
      .first()
      .waitFor()
  })
})

describe('with the keyboard alone', () => {
  const focused = (page: Page) =>
    page.evaluate<string>('document.activeElement.textContent || document.activeElement.name')

  it('the first stop leads past the menu, and the focus can be seen', async () => {
    const page = await visit('/')
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('Skip to the main part')
    expect((await page.locator('.skip').boundingBox())?.y).toBeGreaterThanOrEqual(0)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    const outline = 'getComputedStyle(document.activeElement).outlineStyle'
    expect(await page.evaluate<string>(outline)).toBe('solid')
    expect(await page.evaluate<boolean>('!!document.activeElement.closest("main")')).toBe(true)
  })

  it('a search, a filter and a listing are reached', async () => {
    const page = await visit('/')
    await page.getByLabel('Job, employer or place').focus()
    await page.keyboard.type('coder')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/?q=coder')
    await page.getByLabel('Pennsylvania').focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/?q=coder&state=PA')
    await page.getByRole('link', { name: 'Medical Coder I' }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/listings/${coder}`)
  })

  it('on a phone the filters open and close', async () => {
    const page = await visit('/', { viewport: { width: 390, height: 844 } })
    const box = page.getByLabel('Pennsylvania')
    expect(await box.isVisible()).toBe(false)
    await page.locator('.filters > summary').focus()
    await page.keyboard.press('Enter')
    expect(await box.isVisible()).toBe(true)
  })
})

describe('without JavaScript', () => {
  it('search, filters, a listing and advice work', async () => {
    const page = await visit('/', { javaScriptEnabled: false })
    await page.getByLabel('Job, employer or place').fill('coder')
    await page.getByLabel('Pennsylvania').check()
    await page.getByRole('button', { name: 'Show listings' }).click()
    expect(await titles(page)).toEqual(['Medical Coder I'])
    await page.getByRole('link', { name: 'Medical Coder I' }).click()
    await page.getByRole('region', { name: 'What it asks' }).waitFor()
    await page.getByRole('navigation', { name: 'Main' }).getByText('Get advice').click()
    await fillAdvice(page)
    await page.getByRole('heading', { name: 'Where you stand today' }).waitFor()
  })
})

describe('every page', () => {
  const addresses = () => [
    ...['/?limit=6', '/?q=astronaut', '/?state=PA', `/listings/${coder}`, `/listings/${closed}`],
    ...['/advice', '/about', '/privacy', '/data-credits', '/sources', '/contact'],
    ...['/nowhere', '/demo/jobs'],
  ]

  async function faultsOf(page: Page): Promise<string[]> {
    const { violations } = await new AxeBuilder({ page }).analyze()
    return violations.map((v) => `${page.url()} ${v.id}: ${v.nodes[0]?.html ?? ''}`)
  }

  it.each([
    ['light on a desk', { colorScheme: 'light', viewport: { width: 1280, height: 900 } }],
    ['dark on a phone', { colorScheme: 'dark', viewport: { width: 390, height: 844 } }],
  ] as const)(
    '%s: axe finds nothing and nothing scrolls sideways',
    async (_name, options) => {
      const page = await visit('/', options)
      const faults: string[] = []
      for (const address of addresses()) {
        await page.goto(address)
        await page.evaluate(
          'document.querySelectorAll("details").forEach((d) => { d.open = true })',
        )
        faults.push(...(await faultsOf(page)))
        if ((await overflow(page)) > 0) faults.push(`${address} scrolls sideways`)
      }
      await page.goto('/advice')
      await fillAdvice(page)
      await page.getByRole('heading', { name: 'Where you stand today' }).waitFor()
      await page.evaluate('document.querySelectorAll("details").forEach((d) => { d.open = true })')
      faults.push(...(await faultsOf(page)))
      if ((await overflow(page)) > 0) faults.push('the result scrolls sideways')
      expect(faults).toEqual([])
    },
    120_000,
  )

  it('at twice the size, as a zoom of 200 % shows it, scrolls only downwards', async () => {
    const page = await visit('/', { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 })
    for (const address of addresses()) {
      await page.goto(address)
      expect(await overflow(page), address).toBeLessThanOrEqual(0)
    }
  })

  it('on paper leaves out what cannot be pressed there', async () => {
    const page = await visit(`/listings/${coder}`)
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('navigation').count()).toBe(0)
    expect(await page.getByRole('heading', { name: 'What it asks' }).isVisible()).toBe(true)
  })
})
