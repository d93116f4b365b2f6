import type { Express } from 'express'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { makeApp } from '../helpers/app.ts'
import { freshDatabase, type FreshDatabase } from '../helpers/database.ts'
import { makeEmployer, makeListing } from '../helpers/listings.ts'
import { getPaths } from '../helpers/routes.ts'
import { faultsOf, openAll, openSite, overflow, type Site } from '../helpers/site.ts'
import { wordsIn } from '../web/samples.ts'

let database: FreshDatabase
let app: Express
let site: Site
let coder: number
let closed: number
let employer: number

const TEXT = [
  'We are a 25-bed hospital.',
  'Requirements',
  '• CPC or CPC-A',
  '• High school diploma',
  'Pay is $19.50 to $24.00 an hour.',
].join('\n')

async function fillDatabase(): Promise<void> {
  const leaf = wordsIn(TEXT, 'CPC or CPC-A')
  employer = await makeEmployer(database.db, 'Laurel Valley Hospital')
  coder = await makeListing(database.db, {
    title: 'Medical Coder I',
    employer: 'Laurel Valley Hospital',
    employer_id: employer,
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
  app = makeApp(database, { env: { FOOTHOLD_TRUST_PROXY: '1' } })
  site = await openSite(app)
})

afterAll(async () => {
  await site?.close()
  await database?.close()
})

const visit: Site['visit'] = (path, options) => site.visit(path, options)

afterEach(async () => {
  expect(await site.leave()).toEqual([])
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
    const page = await visit('/?q=trainee&warnings=show')
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
})

describe('without JavaScript', () => {
  it('advice works', async () => {
    const page = await visit('/', { javaScriptEnabled: false })
    await page.getByRole('navigation', { name: 'Main' }).getByText('Get advice').click()
    await fillAdvice(page)
    await page.getByRole('heading', { name: 'Where you stand today' }).waitFor()
  })
})

describe('every page', () => {
  /** Every page by its route, with the addresses to look at. A page that is not here fails the test below. */
  const pages = (): Record<string, string[]> => ({
    '/': ['/?limit=6', '/?q=astronaut&state=PA', '/?state=PA&not_entry=open&near=18503&q=coder'],
    '/listings': ['/listings'],
    '/map': ['/map?state=PA'],
    '/listings/:id': [`/listings/${coder}`, `/listings/${closed}`],
    '/employers/:id': [`/employers/${employer}`],
    '/advice': ['/advice'],
    '/read': ['/read'],
    '/about': ['/about'],
    '/privacy': ['/privacy'],
    '/data-credits': ['/data-credits'],
    '/sources': ['/sources'],
    '/contact': ['/contact'],
    '/insights': ['/insights'],
    '/help': ['/help', '/help?state=PA'],
    '/scams': ['/scams'],
    '/docs': ['/docs'],
    '/demo/jobs': ['/demo/jobs'],
    '/demo/jobs/:id': ['/demo/jobs/demo-001'],
  })
  /** Routes with a part to fill in that answer with something else than a page. */
  const OTHERS = ['/sitemaps/:part']
  const addresses = () => [...Object.values(pages()).flat(), '/nowhere', '/?max_months=many']

  it('is in the list that the tests below look at', async () => {
    const listed = Object.keys(pages())
    const missing: string[] = []
    for (const path of getPaths(app)) {
      if (listed.includes(path) || OTHERS.includes(path)) continue
      const answer = await fetch(site.base + path, { redirect: 'manual' })
      const html = answer.headers.get('content-type')?.startsWith('text/html') === true
      // A route with a number in it cannot be asked as it stands, so it has to be listed.
      if (path.includes(':') || (answer.ok && html)) missing.push(path)
    }
    expect(missing).toEqual([])
    expect(getPaths(app)).toEqual(expect.arrayContaining(listed))
  })

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
        await openAll(page)
        faults.push(...(await faultsOf(page)))
        if ((await overflow(page)) > 0) faults.push(`${address} scrolls sideways`)
      }
      await page.goto('/advice')
      await fillAdvice(page)
      await page.getByRole('heading', { name: 'Where you stand today' }).waitFor()
      await openAll(page)
      faults.push(...(await faultsOf(page)))
      if ((await overflow(page)) > 0) faults.push('the result scrolls sideways')
      expect(faults).toEqual([])
    },
    240_000,
  )

  it('at twice the size, as a zoom of 200 % shows it, scrolls only downwards', async () => {
    const page = await visit('/', { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 })
    for (const address of addresses()) {
      await page.goto(address)
      expect(await overflow(page), address).toBeLessThanOrEqual(0)
    }
  }, 120_000)

  it('on paper leaves out what cannot be pressed there', async () => {
    const page = await visit(`/listings/${coder}`)
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('navigation').count()).toBe(0)
    expect(await page.getByRole('heading', { name: 'What it asks' }).isVisible()).toBe(true)
  })
})
