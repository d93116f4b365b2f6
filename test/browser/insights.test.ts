import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { makeApp } from '../helpers/app.ts'
import { freshDatabase, type FreshDatabase } from '../helpers/database.ts'
import { makeMarket } from '../helpers/market.ts'
import { loadSampleRows } from '../helpers/registers.ts'
import { faultsOf, openAll, openSite, overflow, type Site } from '../helpers/site.ts'

let database: FreshDatabase
let site: Site

beforeAll(async () => {
  database = await freshDatabase()
  await makeMarket(database.db)
  await loadSampleRows(database.db, 'oews')
  site = await openSite(makeApp(database, { env: { FOOTHOLD_TRUST_PROXY: '1' } }))
})
afterEach(async () => void (await site.leave()))
afterAll(async () => {
  await site?.close()
  await database?.close()
})

it('the market is read without a script: a sentence, a drawing and the table behind it', async () => {
  const page = await site.visit('/', { javaScriptEnabled: false })
  await page.getByRole('link', { name: 'The market' }).click()
  await page.getByRole('heading', { level: 1, name: 'What the market says' }).waitFor()
  const mode = page.getByRole('region', { name: 'Remote or on site' })
  expect(await mode.innerText()).toContain('Counted by Foothold from the adverts it holds')
  const chart = mode.getByRole('img', { name: 'Months of work asked, middle value' })
  expect(await chart.locator('desc').textContent()).toMatch(/^Bars\. Remote: 36 months;/)
  const table = mode.locator('table')
  expect(await table.isVisible()).toBe(false)
  await mode.getByText('The numbers behind these charts').focus()
  await page.keyboard.press('Enter')
  expect(await table.isVisible()).toBe(true)
  expect(await table.getByRole('row', { name: /^Remote/ }).innerText()).toContain('36 months')

  const pay = page.getByRole('region', { name: 'What a beginner is paid' })
  expect(await pay.innerText()).toContain('This is a sample file: invented, and no fact.')
  const trend = page.getByRole('region', { name: 'Week by week' })
  expect(await trend.getByRole('img').count()).toBe(3)
})

it('help is filtered by state with a plain form, and leads to the page on scams', async () => {
  const page = await site.visit('/help', { javaScriptEnabled: false })
  await page.getByLabel('Your state').selectOption('PA')
  await page.getByRole('button', { name: 'Show' }).click()
  await page.waitForURL('**/help?state=PA')
  expect(await page.getByRole('status').innerText()).toContain('Pennsylvania')
  expect(await page.getByLabel('Your state').inputValue()).toBe('PA')
  expect(await page.locator('#amba-chapters').innerText()).toContain(
    'Ask AMBA for the nearest chapter.',
  )
  await page.getByRole('main').getByRole('link', { name: 'How to spot a fake job' }).click()
  await page.getByRole('heading', { level: 1, name: 'How to spot a fake job' }).waitFor()
  const report = page.getByRole('link', { name: 'Report a fake job to the FTC' })
  expect(await report.getAttribute('href')).toBe('https://reportfraud.ftc.gov/')
})

it.each([
  ['light on a desk', { colorScheme: 'light', viewport: { width: 1280, height: 900 } }],
  ['dark on a phone', { colorScheme: 'dark', viewport: { width: 390, height: 844 } }],
] as const)(
  '%s: axe finds nothing, nothing scrolls sideways, and no word of a drawing is cut off',
  async (_name, options) => {
    const page = await site.visit('/', options)
    for (const address of ['/insights', '/help', '/scams']) {
      await page.goto(address)
      await openAll(page)
      expect(await faultsOf(page)).toEqual([])
      expect(await overflow(page), address).toBeLessThanOrEqual(0)
      // Words of a drawing stay inside its frame.
      const cut = await page.evaluate<string[]>(`[...document.querySelectorAll('.chart text')]
        .filter((text) => {
          const frame = text.closest('.chart').getBoundingClientRect()
          const box = text.getBoundingClientRect()
          return box.left < frame.left || box.right > frame.right
        })
        .map((text) => text.textContent)`)
      expect(cut, address).toEqual([])
    }
  },
)
