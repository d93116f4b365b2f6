import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { makeApp } from '../helpers/app.ts'
import { freshDatabase, type FreshDatabase } from '../helpers/database.ts'
import { makeListing } from '../helpers/listings.ts'
import { openSite, type Site } from '../helpers/site.ts'

let database: FreshDatabase
let site: Site
let id: number

beforeAll(async () => {
  database = await freshDatabase()
  id = await makeListing(database.db, {
    text: 'Pay is $18 an hour.',
    pay_min: 18,
    pay_max: 18,
    pay_unit: 'hour',
    warnings: [{ code: 'number_conflict', words: 'three (5)' }],
    evidence: { pay: [{ start: 7, end: 18, words: '$18 an hour', rule: 'pay.amount' }] },
  })
  site = await openSite(makeApp(database, { env: { FOOTHOLD_TRUST_PROXY: '1' } }))
})
afterEach(async () => void (await site.leave()))
afterAll(async () => {
  await site?.close()
  await database?.close()
})

/** A page on a telephone whose browser runs no script. */
const visit = (path: string, javaScriptEnabled = false): Promise<Page> =>
  site.visit(path, { viewport: { width: 390, height: 844 }, javaScriptEnabled })

/** Needs a browser that runs scripts; the page itself has the same HTML. */
async function expectFit(page: Page): Promise<void> {
  expect(
    await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth'),
  ).toBeLessThanOrEqual(0)
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' ')}`)).toEqual([])
}

describe('"This is wrong"', () => {
  it('works on a telephone without a script, from the tag to the thanks', async () => {
    const page = await visit(`/listings/${id}`)
    const wrong = page.locator('details.wrong', { hasText: '(Pay)' })
    await wrong.locator('summary').click()
    await wrong.getByLabel('What would be right?').fill('$20 an hour')
    const asked = page.waitForRequest((request) => request.method() === 'POST')
    await wrong.getByRole('button', { name: 'Tell us' }).click()
    await page.getByText('Thank you.').waitFor()
    expect(page.url()).toBe(`${site.base}/listings/${id}?told=1`)
    // Over plain http Sec-Fetch-Site is not sent to another host than this one: Origin must be right too.
    expect((await (await asked).allHeaders())['origin']).toBe(site.base)
    const rows = await database.db.selectFrom('feedback').selectAll().execute()
    expect(rows).toMatchObject([
      { listing_id: id, tag: 'pay', words: ['$18 an hour'], correct: '$20 an hour', status: 'new' },
    ])
  })

  it('fits the telephone and meets the rules of access with every form open', async () => {
    const page = await visit(`/listings/${id}?told=1`, true)
    await page.evaluate('document.querySelectorAll("details").forEach((d) => { d.open = true })')
    expect(await page.getByRole('button', { name: 'Tell us' }).count()).toBe(12)
    await expectFit(page)
  })
})

describe('pasting an advert', () => {
  it('shows what it asks without a script', async () => {
    const page = await visit('/read')
    await page.getByLabel('Job title').fill('Medical Biller')
    await page.getByLabel('The advert’s text').fill('2 years of billing experience required.')
    await page.getByRole('button', { name: 'Read it' }).click()
    await page.getByRole('heading', { level: 1, name: 'Medical Biller' }).waitFor()
    expect(await page.locator('.verdict').innerText()).toContain('Asks 24 months')
    expect(await page.getByLabel('Job title').inputValue()).toBe('Medical Biller')
  })

  it('fits the telephone and meets the rules of access, empty, wrong and read', async () => {
    const page = await visit('/read', true)
    await expectFit(page)
    await page.getByRole('button', { name: 'Read it' }).click()
    await page.getByText('Write the job title.').waitFor()
    await expectFit(page)
    await page.getByLabel('Job title').fill('Medical Biller')
    await page.getByLabel('The advert’s text').fill('Pay: $18 an hour. CPC required.')
    await page.getByRole('button', { name: 'Read it' }).click()
    await page.getByRole('heading', { level: 1, name: 'Medical Biller' }).waitFor()
    await expectFit(page)
  })
})
