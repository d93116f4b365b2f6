import { AxeBuilder } from '@axe-core/playwright'
import type { Express } from 'express'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { openBrowser } from './browser.ts'
import { listenAtLoopback } from './listen.ts'

/** An app on a free port of this machine, with a browser to visit it. */
export interface Site {
  base: string
  /** A page of a new visitor with an address of their own, so that no rate limit of another test is met. */
  visit: (path: string, options?: BrowserContextOptions) => Promise<Page>
  /** Closes the visits since the last call. @returns what the browser complained of, statuses 400 and 404 apart. */
  leave: () => Promise<string[]>
  close: () => Promise<void>
}

/** Serves `app`, which must trust one proxy, and starts a browser. */
export async function openSite(app: Express): Promise<Site> {
  const { server, base } = await listenAtLoopback(app)
  const browser = await openBrowser()
  let visitors = 0
  let complaints: string[] = []
  let leaving: (() => Promise<void>)[] = []
  return {
    base,
    async visit(path, options = {}) {
      visitors += 1
      const context = await browser.visitor({
        viewport: { width: 1280, height: 900 },
        baseURL: base,
        extraHTTPHeaders: { 'X-Forwarded-For': `10.1.${visitors >> 8}.${visitors & 255}` },
        ...options,
      })
      leaving.push(() => context.close())
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
    },
    async leave() {
      const said = complaints
      for (const close of leaving) await close()
      complaints = []
      leaving = []
      // A status of 400 or 404 that a test asked for is reported by the browser too; that is no fault.
      return said.filter((text) => !/status of 40[04]/.test(text))
    },
    async close() {
      await browser.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** The titles of the listings on a page, in order. */
export const titles = (page: Page) => page.locator('.card h3').allInnerTexts()

/** How many pixels of a page lie beyond its right edge. */
export const overflow = (page: Page) =>
  page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth')

/** Opens all that stands behind a line. */
export const openAll = (page: Page) =>
  page.evaluate('document.querySelectorAll("details").forEach((d) => { d.open = true })')

/** What axe finds wrong with a page, one line each. */
export async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.map((v) => `${page.url()} ${v.id}: ${v.nodes[0]?.html ?? ''}`)
}
