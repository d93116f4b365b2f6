import robotsParserModule from 'robots-parser'
import { FootholdError } from '../core/errors.ts'

// The package is CommonJS: its function is the module, whatever its types say.
const robotsParser = robotsParserModule as unknown as (
  url: string,
  text: string,
) => ReturnType<typeof robotsParserModule.default>

/** robots.txt of a host: its text, or that it has none (4xx, RFC 9309 §2.3.1.3). */
export type RobotsAnswer = { kind: 'text'; text: string } | { kind: 'none' }

export interface Robots {
  /**
   * The pause, in milliseconds, that the host asks for between two requests (0 when it asks for none).
   * @throws FootholdError `robots-forbidden` when the page is closed to us, or when robots.txt cannot be
   * read now (then `details.temporary` is true and nothing may be fetched, RFC 9309 §2.3.1.4).
   */
  check(url: URL): Promise<number>
}

const DAY_MS = 86_400_000
/** How long a failure to read robots.txt stands before the host is asked again. */
const RETRY_MS = 600_000
/** Hosts remembered at once. */
const MOST_HOSTS = 5000

/** Rules of a host (null: it has none), or why they could not be read. */
type Known = { until: number } & (
  { rules: ReturnType<typeof robotsParser> | null } | { failed: string }
)

/** robots.txt per origin, asked for once a day and kept in memory. `token` is our name in those files. */
export function createRobots(world: {
  token: string
  now(): number
  /** Reads a robots.txt; throws when the host does not answer or answers 5xx. */
  load(url: string): Promise<RobotsAnswer>
}): Robots {
  const known = new Map<string, Known>()
  const loading = new Map<string, Promise<Known>>()

  async function read(origin: string): Promise<Known> {
    const now = world.now()
    try {
      const address = `${origin}/robots.txt`
      const answer = await world.load(address)
      const rules = answer.kind === 'text' ? robotsParser(address, answer.text) : null
      return { until: now + DAY_MS, rules }
    } catch (error) {
      // A refused address or a host at rest is not the host's answer: it is reported as it is.
      if (
        error instanceof FootholdError &&
        /^(address-refused|offline|bad-address|host-resting)$/.test(error.code)
      )
        throw error
      return {
        until: now + RETRY_MS,
        failed: error instanceof Error ? error.message : String(error),
      }
    }
  }

  async function rulesOf(origin: string): Promise<Known> {
    const held = known.get(origin)
    if (held && held.until > world.now()) return held
    const running = loading.get(origin) ?? read(origin).finally(() => loading.delete(origin))
    loading.set(origin, running)
    const fresh = await running
    if (known.size >= MOST_HOSTS) known.delete(known.keys().next().value as string)
    known.set(origin, fresh)
    return fresh
  }

  return {
    async check(url) {
      const at = await rulesOf(url.origin)
      if ('failed' in at) {
        throw new FootholdError(
          'robots-forbidden',
          `robots.txt of ${url.host} cannot be read now, so its pages are left alone (${at.failed})`,
          { host: url.host, temporary: true, retryAfterMs: Math.max(0, at.until - world.now()) },
        )
      }
      if (at.rules === null) return 0
      if (at.rules.isAllowed(url.href, world.token) === false) {
        throw new FootholdError(
          'robots-forbidden',
          `robots.txt of ${url.host} closes ${url.pathname} to programs, so it was not read.`,
          { host: url.host, temporary: false },
        )
      }
      return (at.rules.getCrawlDelay(world.token) ?? 0) * 1000
    },
  }
}
