import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { type BrowserContext, chromium, type BrowserContextOptions } from 'playwright-core'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

/** Quiet and offline: nothing is fetched, nothing is written outside the profile. */
const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export interface TestBrowser {
  /** A fresh visitor: own cookies, own history. */
  visitor: (options?: BrowserContextOptions) => Promise<BrowserContext>
  close: () => Promise<void>
}

function onPath(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  return folders.flatMap((f) => NAMES.map((n) => join(f, n))).find((file) => existsSync(file))
}

/**
 * Where a Chromium is: FOOTHOLD_CHROMIUM, else one on the PATH, else the one inside the npm package
 * `@sparticuz/chromium` (Linux x64), which brings its own libraries.
 * @throws Error with the one thing to do when there is none.
 */
async function findChromium(): Promise<{ file: string; flags: string[] }> {
  const named = process.env.FOOTHOLD_CHROMIUM
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return { file: named, flags: [] }
    throw new Error(`FOOTHOLD_CHROMIUM names ${named}, but there is no such file: correct it.`)
  }
  const installed = onPath()
  if (installed !== undefined) return { file: installed, flags: [] }
  if (process.platform === 'linux' && process.arch === 'x64') {
    // Read while the package loads: with it, the package unpacks its own shared libraries.
    process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x'
    const { default: packed } = await import('@sparticuz/chromium')
    return { file: await packed.executablePath(), flags: packed.args }
  }
  throw new Error('No Chromium was found: install one, or set FOOTHOLD_CHROMIUM to its path.')
}

/** Only switches that do not weaken what is under test: site rules and web security stay on. */
function harmless(flag: string): boolean {
  return ['--no-zygote', '--font-render-hinting=none', '--hide-scrollbars'].includes(flag)
}

/** Starts a headless Chromium with a fresh profile. */
export async function openBrowser(): Promise<TestBrowser> {
  const { file, flags } = await findChromium()
  const home = await mkdtemp(join(tmpdir(), 'foothold-browser-'))
  const root = process.getuid?.() === 0
  const browser = await chromium.launch({
    executablePath: file,
    args: [...FLAGS, ...flags.filter(harmless), ...(root ? ['--no-sandbox'] : [])],
    env: { ...process.env, HOME: home },
  })
  return {
    visitor: (options) => browser.newContext(options),
    async close() {
      await browser.close()
      await rm(home, { recursive: true, force: true })
    },
  }
}
