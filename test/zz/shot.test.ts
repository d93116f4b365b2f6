import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { writeFileSync } from 'node:fs'
import { it } from 'vitest'
import { loadPlaces } from '../../core/places-file.ts'
import { makeApp, NOW } from '../helpers/app.ts'
import { openBrowser } from '../helpers/browser.ts'
import { freshDatabase } from '../helpers/database.ts'
import { fillWithDemo } from '../helpers/demo-database.ts'
import { readingGrade, gradeOf } from '../helpers/reading-grade.ts'
import { walkFigures } from '../helpers/figures.ts'
import { makePdf } from '../helpers/resume-files.ts'
import { readFileSync } from 'node:fs'

it('shoots', async () => {
  const database = await freshDatabase()
  await fillWithDemo(database.db, NOW.toISOString())
  const server = createServer(makeApp(database, {}))
  await new Promise<void>((r) => server.listen(0, '127.0.0.1', r))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const browser = await openBrowser()
  for (const width of [390, 1280]) {
    const context = await browser.visitor({ baseURL: base, javaScriptEnabled: false, viewport: { width, height: 900 } })
    const page = await context.newPage()
    const slices = async (name: string, from = 0) => {
      for (let i = 0; i < 5; i += 1) await page.screenshot({ path: `/tmp/shots/${name}-${width}-${i}.png`, fullPage: true, clip: { x: 0, y: from + i * 1800, width: page.viewportSize()?.width ?? width, height: 1800 } }).catch(() => undefined)
    }
    const grade = async (name: string) => {
      const html = await page.content()
      writeFileSync(`/tmp/shots/${name}.html`, html)
      const { figures, faults } = walkFigures(html)
      console.log(width, name, readingGrade(html), figures, faults.slice(0, 12), faults.length)
    }
    await page.goto('/advice')
    await slices('form')
    await grade('form')
    await page.getByText('Let your résumé fill in').click()
    await page.getByLabel('PDF, Word').setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: makePdf([readFileSync('/tmp/r1.txt', 'utf8').split('\n')]) })
    await page.getByRole('button', { name: 'Read my résumé' }).click()
    await slices('resume')
    await grade('resume')
    await page.getByLabel('I have checked').check()
    await page.getByLabel('On site', { exact: true }).check()
    await page.getByRole('button', { name: 'Show my jobs' }).click()
    await slices('result')
    await grade('result')
    await page.getByRole('button', { name: 'Make my plan' }).click()
    await slices('plan')
    await grade('plan')
    if (width === 1280) {
      await page.emulateMedia({ media: 'print' })
      await page.setViewportSize({ width: 740, height: 900 })
      await slices('print')
      await page.pdf({ path: '/tmp/shots/plan.pdf', format: 'Letter' })
    }
    await context.close()
  }
  await browser.close(); server.closeAllConnections(); server.close(); await database.close()
}, 180_000)
