import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { readResumeFile } from '../../core/resume/read-file.ts'
import { makeApp, NOW } from '../helpers/app.ts'
import { freshDatabase, type FreshDatabase } from '../helpers/database.ts'
import { fillWithDemo } from '../helpers/demo-database.ts'
import { makePdf } from '../helpers/resume-files.ts'
import { REPORTED } from '../helpers/resume-texts.ts'
import { faultsOf, openAll, openSite, overflow, type Site } from '../helpers/site.ts'

let database: FreshDatabase
let site: Site

beforeAll(async () => {
  database = await freshDatabase()
  await fillWithDemo(database.db, NOW.toISOString())
  site = await openSite(makeApp(database, { env: { FOOTHOLD_TRUST_PROXY: '1' } }))
})
afterEach(async () => void (await site.leave()))
afterAll(async () => {
  await site?.close()
  await database?.close()
})

/** Without a script, unless `options` say otherwise. */
const visit = (path: string, options: BrowserContextOptions = {}): Promise<Page> =>
  site.visit(path, { javaScriptEnabled: false, ...options })

async function fillIn(page: Page): Promise<void> {
  await page.getByLabel('CPC-A Certified').check()
  await page.getByLabel('Kind of work', { exact: true }).selectOption('front_desk')
  await page.getByLabel('How long', { exact: true }).fill('14')
  await page.getByLabel('Your state').selectOption('PA')
  await page.getByLabel('On site', { exact: true }).check()
}
const ask = (page: Page) =>
  page.getByRole('button', { name: 'Show my jobs and next steps' }).click()
const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

describe('without a script', () => {
  it('three questions lead to a result; its steps change their order; a count leads to its list', async () => {
    const page = await visit('/advice')
    await fillIn(page)
    await ask(page)
    await page.getByRole('heading', { level: 1, name: 'Where you stand today' }).waitFor()
    const steps = region(page, 'What would open more')
    const first = await steps.locator('.steps h3').first().innerText()
    await page.getByRole('button', { name: 'least cost first' }).click()
    await steps.getByText('least cost first').waitFor()
    expect(await page.getByRole('button', { name: 'least cost first' }).count()).toBe(0)
    await page.getByRole('button', { name: 'most doors for a month of effort' }).click()
    expect(await steps.locator('.steps h3').first().innerText()).toBe(first)

    const near = Number(await page.locator('.tally-stretch b').innerText())
    expect(near).toBeGreaterThan(0)
    await page.locator('.tally-stretch').getByRole('button').click()
    expect(await page.locator('.whole-list li').count()).toBe(Math.min(100, near))
    await page.getByRole('button', { name: 'Back to my result' }).click()
    await page.getByRole('heading', { level: 1, name: 'Where you stand today' }).waitFor()
    expect(new URL(page.url()).search).toBe('')
  })

  it('a step keeps its promise when the answer is changed on the page', async () => {
    const page = await visit('/advice')
    await fillIn(page)
    await ask(page)
    const open = Number(await page.locator('.tally-open b').innerText())
    const step = page.locator('.steps > li', { hasText: 'Accept work from home' })
    const [, opens] = /^Opens (\d+) more/.exec(await step.locator('.gain').innerText()) ?? []
    await step.getByText('Which ones it opens').click()
    await step
      .getByRole('button', { name: /^See all/ })
      .first()
      .click()
    const promised = await page.locator('.whole-list a').allInnerTexts()
    expect(promised.length).toBe(Number(opens))
    await page.getByRole('button', { name: 'Back to my result' }).click()
    await page.getByText('Change my answers').click()
    await page.getByLabel('Remote', { exact: true }).check()
    await ask(page)
    expect(Number(await page.locator('.tally-open b').innerText())).toBe(open + promised.length)
    await page.locator('.tally-open').getByRole('button').click()
    const after = await page.locator('.whole-list a').allInnerTexts()
    for (const title of promised) expect(after).toContain(title)
  })

  it('the form refines: answers further down are kept, and narrow the result', async () => {
    const page = await visit('/advice')
    await fillIn(page)
    await page.getByText('What you want: place, pay').click()
    await page.getByLabel('Least pay, dollars an hour').fill('400')
    await page.getByText('Your schooling (optional)').click()
    await page.getByLabel('Highest level').selectOption('associate')
    await ask(page)
    const answers = await region(page, 'Your answers').locator('dl').innerText()
    expect(answers).toContain('$400.00 an hour')
    expect(answers).toContain('Associate degree')
    await page.getByText('Change my answers').click()
    expect(await page.getByLabel('Least pay, dollars an hour').inputValue()).toBe('400')
    expect(await page.getByLabel('Least pay, dollars an hour').isVisible()).toBe(true)
  })

  it('a seen job goes out of sight for this visit', async () => {
    const page = await visit('/advice')
    await fillIn(page)
    await ask(page)
    const jobs = region(page, 'Jobs to look at first')
    const seen = await jobs.locator('.card h3 a').first().getAttribute('href')
    await jobs
      .getByLabel(/^Seen it/)
      .first()
      .check()
    await page.getByRole('button', { name: 'Hide the jobs I ticked' }).click()
    await page.getByText('You have hidden 1 job.').waitFor()
    expect(await jobs.locator(`.card h3 a[href="${seen}"]`).count()).toBe(0)
    await page.getByRole('button', { name: 'Show all jobs again' }).click()
    expect(await jobs.locator(`.card h3 a[href="${seen}"]`).count()).toBe(1)
  })

  it('a résumé fills in the form; it counts when it was checked, and not before', async () => {
    const page = await visit('/advice')
    await page.getByText('Let your résumé fill in the form').click()
    await page.getByLabel(/^PDF, Word/).setInputFiles({
      name: 'resume.pdf',
      mimeType: 'application/pdf',
      buffer: makePdf([REPORTED.split('\n')]),
    })
    await page.getByRole('button', { name: 'Read my résumé' }).click()
    await page.getByRole('heading', { name: 'What we read in your résumé' }).waitFor()
    const mark = page.locator('label', { hasText: 'CPC-A Certified' }).locator('.from-resume')
    expect(await mark.innerText()).toContain('Certified Professional Coder – Apprentice (CPC-A)')
    expect(await page.getByLabel('How long', { exact: true }).inputValue()).toBe('22')
    await ask(page)
    await page
      .getByRole('alert')
      .getByRole('link', { name: /Some answers come from your résumé/ })
      .click()
    expect(await mark.isVisible()).toBe(true)
    await page.getByLabel('How long', { exact: true }).fill('20')
    await page.getByLabel('I have checked what was read').check()
    await ask(page)
    const answers = await region(page, 'Your answers').locator('dl').innerText()
    expect(answers).toContain('20 months of medical billing')
  })

  it('a file that cannot be read is answered beside its field, and the form still works', async () => {
    const page = await visit('/advice')
    await page.getByText('Let your résumé fill in the form').click()
    await page.getByLabel(/^PDF, Word/).setInputFiles({
      name: 'scan.jpg',
      mimeType: 'image/jpeg',
      buffer: Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
    })
    await page.getByRole('button', { name: 'Read my résumé' }).click()
    const file = page.getByLabel(/^PDF, Word/)
    expect(await file.getAttribute('aria-invalid')).toBe('true')
    expect(await page.locator('#resume_fault').innerText()).toContain('This is a picture.')
    await fillIn(page)
    await ask(page)
    await page.getByRole('heading', { level: 1, name: 'Where you stand today' }).waitFor()
  })
})

it('with the keyboard alone: form, order, list, plan', async () => {
  const page = await visit('/advice')
  const press = async (target: ReturnType<Page['getByRole']>, key: string) => {
    await target.focus()
    await page.keyboard.press(key)
  }
  await press(page.getByLabel('None yet'), 'Space')
  await press(page.getByLabel('No paid experience yet'), 'Space')
  await page.getByLabel('Your state').focus()
  await page.keyboard.type('Penn')
  await press(page.getByRole('button', { name: 'Show my jobs and next steps' }), 'Enter')
  await page.getByRole('heading', { level: 1, name: 'Where you stand today' }).waitFor()
  expect(await region(page, 'Your answers').locator('dl').innerText()).toContain('Pennsylvania')
  await press(page.getByRole('button', { name: 'least cost first' }), 'Enter')
  await page.getByRole('button', { name: 'most doors for a month of effort' }).waitFor()
  const chosen = page.locator('.steps > li').nth(1)
  const label = await chosen.locator('h3').innerText()
  await press(chosen.getByLabel(/^Put this in my plan/), 'Space')
  await press(page.getByRole('button', { name: 'Make my plan to print' }), 'Enter')
  await page.getByRole('heading', { level: 1, name: 'Your plan of Nov 24, 2026' }).waitFor()
  expect(await page.locator('.steps h3').allInnerTexts()).toEqual([label])
  await press(page.getByRole('button', { name: 'Back to my result' }), 'Enter')
  await page.getByRole('heading', { level: 1, name: 'Where you stand today' }).waitFor()
})

describe('the plan on paper', () => {
  it('leaves out what is pressed, and holds boxes, the log, addresses and sources', async () => {
    const page = await visit('/advice')
    await fillIn(page)
    await ask(page)
    await page.getByRole('button', { name: 'Make my plan to print' }).click()
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('navigation').count()).toBe(0)
    expect(await page.getByRole('button').count()).toBe(0)
    expect(await page.getByText('We do not keep this page.').isVisible()).toBe(false)
    expect(await region(page, 'Drop the A').getByRole('checkbox').count()).toBe(9)
    expect(await page.locator('.evidence tbody tr').count()).toBe(5)
    expect(await page.locator('.on-paper').first().isVisible()).toBe(true)
    expect(await page.locator('.source-line').first().isVisible()).toBe(true)
    expect(await page.getByText('Start by:').first().isVisible()).toBe(true)
    const wide = 'document.documentElement.scrollWidth'
    await page.setViewportSize({ width: 740, height: 900 })
    expect(await page.evaluate<number>(wide)).toBeLessThanOrEqual(740)
  })

  it('becomes a PDF that says the day, the steps and where to ask', async () => {
    const page = await visit('/advice')
    await fillIn(page)
    await ask(page)
    const first = await page.locator('.steps h3').first().innerText()
    await page.getByRole('button', { name: 'Make my plan to print' }).click()
    // A page on its way would come out white.
    await page.getByRole('heading', { level: 1, name: 'Your plan of Nov 24, 2026' }).waitFor()
    await page.evaluate('document.fonts.ready')
    const read = await readResumeFile(await page.pdf({ format: 'Letter' }))
    const text = 'text' in read ? read.text.replace(/\s+/g, ' ') : read.fault
    for (const words of [
      'Your plan of Nov 24, 2026',
      'Apply to these now',
      first,
      'Is the letter complete?',
      'Ask AMBA for the nearest chapter.',
      'What this plan does not know',
    ]) {
      expect(text).toContain(words)
    }
  })
})

it.each([
  ['light on a desk', { colorScheme: 'light', viewport: { width: 1280, height: 900 } }],
  ['dark on a phone', { colorScheme: 'dark', viewport: { width: 390, height: 844 } }],
] as const)(
  '%s: axe finds nothing, nothing scrolls sideways, no word of the drawing is cut off',
  async (_name, options) => {
    const page = await visit('/advice', { ...options, javaScriptEnabled: true })
    const faults: string[] = []
    const look = async (where: string) => {
      await openAll(page)
      faults.push(...(await faultsOf(page)))
      if ((await overflow(page)) > 0) faults.push(`${where} scrolls sideways`)
      const cut = await page.evaluate<string[]>(`[...document.querySelectorAll('.chart text')]
        .filter((text) => {
          const frame = text.closest('.chart').getBoundingClientRect()
          const box = text.getBoundingClientRect()
          return box.left < frame.left || box.right > frame.right
        })
        .map((text) => text.textContent)`)
      faults.push(...cut.map((text) => `${where} cuts off "${text}"`))
    }
    await look('form')
    await page.getByLabel('Or paste the text here').fill(REPORTED)
    await page.getByRole('button', { name: 'Read my résumé' }).click()
    await page.getByRole('heading', { name: 'What we read in your résumé' }).waitFor()
    await look('form from a résumé')
    await ask(page)
    await page.getByRole('alert').waitFor()
    await look('form with a fault')
    await page.getByLabel('I have checked what was read').check()
    await ask(page)
    await page.getByRole('heading', { level: 1, name: 'Where you stand today' }).waitFor()
    expect(await page.getByRole('img', { name: 'Listings each step opens' }).count()).toBe(1)
    await look('result')
    await page.locator('.tally-stretch').getByRole('button').click()
    await page.locator('.whole-list').waitFor()
    await look('list')
    await page.getByRole('button', { name: 'Back to my result' }).click()
    await page.getByRole('button', { name: 'Make my plan to print' }).click()
    await page.getByRole('heading', { level: 1, name: /^Your plan/ }).waitFor()
    await look('plan')
    expect(faults).toEqual([])
  },
  240_000,
)
