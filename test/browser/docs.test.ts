import type { Server } from 'node:http'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser, type TestBrowser } from '../helpers/browser.ts'
import { freshDatabase, type FreshDatabase } from '../helpers/database.ts'
import { makeApp } from '../helpers/app.ts'
import { makeListing, makeSource } from '../helpers/listings.ts'
import { listenAtLoopback } from '../helpers/listen.ts'
import { freePolicy } from '../helpers/policy.ts'

let database: FreshDatabase
let server: Server
let browser: TestBrowser
let base: string
let listing: number

const TITLE = 'Biller & "Coder" <b>'

beforeAll(async () => {
  database = await freshDatabase()
  const policy = JSON.stringify(freePolicy())
  const source = await makeSource(database.db, { key: 'free', policy })
  listing = await makeListing(database.db, {
    lead_source_id: source,
    title: TITLE,
    html: '<p>]]> &amp; <br> caf\u00e9</p>',
  })
  ;({ server, base } = await listenAtLoopback(makeApp(database)))
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  server.close()
  await database.close()
})

/** The page with its widget drawn, and every address it asked for. */
async function openDocs(javaScriptEnabled = true): Promise<{ page: Page; asked: string[] }> {
  const context = await browser.visitor({ javaScriptEnabled, baseURL: base })
  const page = await context.newPage()
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.goto('/docs')
  if (javaScriptEnabled) await page.getByText('Search the open listings').waitFor()
  return { page, asked }
}

describe('the page for programs', () => {
  it('draws every request from our own files and asks no other host', async () => {
    const problems: string[] = []
    const { page, asked } = await openDocs()
    page.on('console', (message) => problems.push(message.text()))
    await page.reload()
    await page.getByText('Search the open listings').waitFor()
    expect(
      asked.filter((address) => !address.startsWith(base) && !address.startsWith('data:')),
    ).toEqual([])
    expect(await page.locator('.opblock').count()).toBe(14)
    expect(problems).toEqual([])
  })

  it('sends a request that was typed in and shows its answer', async () => {
    const { page } = await openDocs()
    const block = page.locator('#operations-Listings-searchListings')
    await block.locator('.opblock-summary-control').click()
    await block.getByRole('button', { name: 'Try it out' }).click()
    await block.getByRole('button', { name: 'Execute' }).click()
    const sent = await block.locator('.request-url pre').textContent()
    expect(sent).toBe(`${base}/api/v1/listings?limit=25`)
    await block.getByText('"total": 1').first().waitFor()
  })

  it('leads to the description without script', async () => {
    const { page } = await openDocs(false)
    const link = page.getByRole('link', { name: 'description', exact: true })
    expect(await link.getAttribute('href')).toBe('/api/openapi.json')
  })

  it('has nothing that axe finds fault with, requests opened and sent', async () => {
    const { page } = await openDocs()
    await page.locator('#operations-Profiles-matchProfile .opblock-summary-control').click()
    const search = page.locator('#operations-Listings-searchListings')
    await search.locator('.opblock-summary-control').click()
    await search.getByRole('button', { name: 'Try it out' }).click()
    await search.getByRole('button', { name: 'Execute' }).click()
    await search.getByText('"total": 1').first().waitFor()
    const { violations } = await new AxeBuilder({ page }).analyze()
    const faults = violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.html.slice(0, 200)}`))
    expect(faults).toEqual([])
  }, 120_000)
})

describe('feeds in a strict reader', () => {
  it.each(['/feeds/listings.rss', '/feeds/listings.xml', '/sitemap.xml', '/sitemaps/pages.xml'])(
    '%s is well-formed',
    async (path) => {
      const context = await browser.visitor({ baseURL: base })
      const page = await context.newPage()
      await page.goto('/about')
      const text = await (await fetch(base + path)).text()
      const fault = await page.evaluate((xml) => {
        const parsed = new DOMParser().parseFromString(xml, 'application/xml')
        return parsed.querySelector('parsererror')?.textContent ?? null
      }, text)
      expect(fault).toBeNull()
    },
  )
})

it('the JobPosting of a listing stands in its page, and nothing about it is refused', async () => {
  const context = await browser.visitor({ baseURL: base })
  const page = await context.newPage()
  const said: string[] = []
  page.on('console', (message) => said.push(message.text()))
  await page.goto(`/listings/${listing}`)
  const marked = await page.locator('script[type="application/ld+json"]').textContent()
  expect(JSON.parse(marked ?? '')).toMatchObject({ '@type': 'JobPosting', title: TITLE })
  expect(said).toEqual([])
})
