import { createHash } from 'node:crypto'
import { lookup as dnsLookup } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { Agent, buildConnector, request as send } from 'undici'
import { FootholdError } from '../core/errors.ts'
import type { HostTurns } from '../core/store/hosts.ts'
import { createAddressGuard, isPublicAddress, type AddressGuard } from './address-guard.ts'
import type { HostCircuit } from './host-circuit.ts'
import { decodeText, header, readBytes, type Headers } from './http-body.ts'
import { networkError, retryAfter, statusError, timeoutError } from './http-errors.ts'
import { createRobots, type Robots, type RobotsAnswer } from './robots.ts'
import type { FeedPage, FeedRequest } from './sources/contract.ts'

export interface FetchOptions {
  etag?: string | null
  lastModified?: string | null
  /** Least milliseconds since the last request to the same host; a longer Crawl-delay wins. */
  paceMs: number
  /** Values of the `{NAME}` placeholders in headers and in `secret_query`. */
  secrets: Record<string, string>
  /** Most tries of the request, where its terms count each; null = as usual. */
  attempts?: number | null
}

export type FetchResult =
  | { kind: 'not_modified' }
  | {
      kind: 'body'
      page: FeedPage
      etag: string | null
      lastModified: string | null
      /** Of the decoded bytes. */
      sha256: Buffer
      /** Decoded bytes. */
      bytes: number
    }
  | { kind: 'gone'; status: 404 | 410 }

export interface Http {
  /**
   * Asks once for a feed or page, politely: robots.txt for pages, one request at a time and a pause per
   * host (over all processes), at most five redirects (each checked anew), retries with growing pauses.
   * A host whose last requests failed is left alone for a while.
   * @throws FootholdError: `offline`, `address-refused`, `bad-address`, `timeout`, `too-large`,
   * `http-status` (details.status), `rate-limited` (details.retryAfterMs, null when unsaid), `network`,
   * `host-resting` (details.retryAfterMs), `robots-forbidden` (details.temporary), `bad-encoding`,
   * `missing-key`.
   */
  fetch(request: FeedRequest, options: FetchOptions): Promise<FetchResult>
  /** Why the host of an address is left alone and until when; null when it may be asked. */
  resting(address: string): Promise<{ until: Date; why: string } | null>
  close(): Promise<void>
}

export interface Limits {
  /** Most decoded bytes of a body. */
  bytes: number
  /** Milliseconds for one attempt, from connecting to the last byte. */
  totalMs: number
  /** Milliseconds until the headers. */
  headersMs: number
  attempts: number
  redirects: number
  /** First pause before a retry; it doubles. */
  backoffMs: number
  /** The longest Retry-After that is waited for here; a longer one is the caller's. */
  retryAfterMs: number
}

const LIMITS: Limits = {
  bytes: 25_000_000,
  totalMs: 60_000,
  headersMs: 30_000,
  attempts: 4,
  redirects: 5,
  backoffMs: 1000,
  retryAfterMs: 60_000,
}

/** The bytes of robots.txt that are read (RFC 9309 asks for at least 500 kB). */
const ROBOTS_BYTES = 1_000_000

export interface HttpWorld {
  userAgent: string
  /** true: nothing is contacted but `allow`. */
  offline: boolean
  /** Exactly these host:ports may be private. */
  allow: readonly string[]
  /** Books the next turn at a host and says how long to wait for it, in milliseconds. */
  reserve(host: string, gapMs: number): Promise<number>
  /** Keeps other processes away from a host while this one asks it; by default there are none. */
  turns?: HostTurns
  /** Leaves failing hosts alone; by default none are. */
  circuit?: HostCircuit
  now(): number
  sleep(ms: number): Promise<void>
  /** 0 <= n < 1, spreads retries. */
  random(): number
  /** Name resolution; the system's by default. */
  lookup?: LookupFunction
  limits?: Partial<Limits>
}

interface Answer {
  status: number
  headers: Headers
  bytes: Buffer
}

/** What one attempt asks. */
interface Attempt {
  url: URL
  method: 'GET' | 'POST'
  headers: Record<string, string>
  body: string | null
  limit: number
  tries: number
}

/** The only way out of this house. Every address is checked when it is connected, whatever a name resolved to before. */
export function createHttp(world: HttpWorld): Http {
  const limits = { ...LIMITS, ...world.limits }
  const guard = createAddressGuard(world)
  const agent = new Agent({
    connect: guardedConnect(guard, world.lookup ?? dnsLookup),
    headersTimeout: limits.headersMs,
    bodyTimeout: limits.totalMs,
    keepAliveTimeout: 4000,
  })
  const out: Outward = { world, limits, guard, agent, turns: new Map() }
  const robots = createRobots({
    token: 'Foothold',
    now: () => world.now(),
    load: (url) => loadRobots(out, url),
  })
  return {
    fetch: (request, options) => fetchFeed(out, robots, request, options),
    resting: async (address) =>
      (await world.circuit?.resting(addressOf(address), new Date(world.now()))) ?? null,
    close: async () => {
      await agent.close()
      await world.turns?.close()
    },
  }
}

interface Outward {
  world: HttpWorld
  limits: Limits
  guard: AddressGuard
  agent: Agent
  /** The last turn taken at each host of this process. */
  turns: Map<string, Promise<unknown>>
}

/** A connector that refuses non-public addresses at the last moment, so that a name cannot be rebound in between. */
function guardedConnect(guard: AddressGuard, lookup: LookupFunction): buildConnector.connector {
  const checked: LookupFunction = (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found, family) => {
      if (error) return callback(error, '', 0)
      const all = Array.isArray(found) ? found : [{ address: found, family: family ?? 4 }]
      const bad = all.find((a) => !isPublicAddress(a.address))
      if (bad) return callback(guard.refusal(hostname, bad.address), '', 0)
      const [first] = all
      if (options.all === true) callback(null, all)
      else callback(null, first?.address ?? '', first?.family ?? 4)
    })
  }
  const timeout = 15_000
  const open = buildConnector({ timeout, lookup })
  const closed = buildConnector({ timeout, lookup: checked })
  return (options, callback) => {
    if (guard.opened(options.hostname, options.port, options.protocol)) {
      return open(options, callback)
    }
    const bare = options.hostname.replace(/^\[|\]$/g, '')
    if (/^[\d.]+$|:/.test(bare) && !isPublicAddress(bare)) {
      return callback(guard.refusal(options.hostname, bare), null)
    }
    closed(options, (...result) => {
      const [error, socket] = result
      const remote = socket?.remoteAddress
      if (error === null && remote !== undefined && !isPublicAddress(remote)) {
        socket?.destroy()
        return callback(guard.refusal(options.hostname, remote), null)
      }
      callback(...result)
    })
  }
}

async function fetchFeed(
  out: Outward,
  robots: Robots,
  request: FeedRequest,
  options: FetchOptions,
): Promise<FetchResult> {
  const filled = fillSecrets(request.headers ?? {}, options.secrets)
  const secretQuery = fillSecrets(request.secret_query ?? {}, options.secrets).all
  const start = addressOf(request.url)
  let url = start
  let method = request.method ?? 'GET'
  for (let hop = 0; hop <= out.limits.redirects; hop++) {
    out.guard.checkUrl(url)
    const delay = request.audience === 'page' ? await robots.check(url) : 0
    const answer = await politely(
      out,
      {
        url: url === start ? withQuery(url, secretQuery) : url,
        method,
        headers: headersFor(out, url.origin === start.origin ? filled.all : filled.open, options),
        body: method === 'POST' ? (request.body ?? null) : null,
        limit: out.limits.bytes,
        tries: options.attempts ?? out.limits.attempts,
      },
      Math.max(options.paceMs, delay),
    )
    const next = redirectOf(answer, url)
    if (next === null) return resultOf(answer, url, request)
    if (answer.status !== 307 && answer.status !== 308) method = 'GET'
    for (const name of Object.keys(secretQuery)) next.searchParams.delete(name)
    url = next
  }
  throw new FootholdError(
    'http-status',
    `${start.host} redirected more than ${out.limits.redirects} times.`,
    { status: 302, host: start.host },
  )
}

function addressOf(given: string): URL {
  try {
    return new URL(given)
  } catch (error) {
    throw new FootholdError('bad-address', 'This is not a web address.', { url: given }, error)
  }
}

/** Headers with their placeholders filled; `open` leaves out the filled ones, for other hosts after a redirect. */
function fillSecrets(
  headers: Record<string, string>,
  secrets: Record<string, string>,
): { all: Record<string, string>; open: Record<string, string> } {
  const all: Record<string, string> = {}
  const open: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers)) {
    const filled = value.replace(/\{([A-Z][A-Z0-9_]*)\}/g, (_, key: string) => {
      const secret = secrets[key]
      if (secret !== undefined) return secret
      throw new FootholdError('missing-key', `This feed needs ${key} in the configuration.`, {
        key,
      })
    })
    all[name.toLowerCase()] = filled
    if (filled === value) open[name.toLowerCase()] = value
  }
  return { all, open }
}

/** The address as it is asked for: `url` itself stays without the secrets, and so does all that is told of it. */
function withQuery(url: URL, query: Record<string, string>): URL {
  const asked = new URL(url)
  for (const [name, value] of Object.entries(query)) asked.searchParams.set(name, value)
  return asked
}

function headersFor(
  out: Outward,
  given: Record<string, string>,
  options: FetchOptions,
): Record<string, string> {
  return {
    'user-agent': out.world.userAgent,
    accept: 'application/json, application/xml, text/html;q=0.9, */*;q=0.5',
    'accept-encoding': 'gzip, br, deflate',
    'accept-language': 'en-US,en;q=0.8',
    ...(options.etag == null ? {} : { 'if-none-match': options.etag }),
    ...(options.lastModified == null ? {} : { 'if-modified-since': options.lastModified }),
    ...given,
  }
}

/** Takes turns at a host within this process and with the others, then keeps the pace booked for all. */
function politely(out: Outward, attempt: Attempt, paceMs: number): Promise<Answer> {
  const { host } = attempt.url
  const { turns } = out.world
  const ask = () => unlessResting(out, attempt, paceMs)
  const take = turns === undefined ? ask : () => turns.alone(host, ask)
  const before = out.turns.get(host) ?? Promise.resolve()
  const turn = before.then(take, take)
  const settled = turn.then(
    () => undefined,
    () => undefined,
  )
  out.turns.set(host, settled)
  void settled.then(() => {
    if (out.turns.get(host) === settled) out.turns.delete(host)
  })
  return turn
}

/** Asks a host unless it is left alone, and remembers how that ended. */
async function unlessResting(out: Outward, attempt: Attempt, paceMs: number): Promise<Answer> {
  const { circuit } = out.world
  if (circuit === undefined) return persistently(out, attempt, paceMs)
  const now = () => new Date(out.world.now())
  const rest = await circuit.resting(attempt.url, now())
  if (rest !== null) {
    const retryAfterMs = rest.until.getTime() - out.world.now()
    throw new FootholdError('host-resting', rest.why, { host: attempt.url.host, retryAfterMs })
  }
  try {
    const answer = await persistently(out, attempt, paceMs)
    await circuit.answered(attempt.url)
    return answer
  } catch (error) {
    const told = networkError(error, attempt.url)
    await circuit.failed(attempt.url, told, now())
    throw told
  }
}

/** Tries, and tries again where that may help: broken connections, 429 and 5xx. */
async function persistently(out: Outward, attempt: Attempt, paceMs: number): Promise<Answer> {
  const { limits, world } = out
  for (let tries = 1; ; tries++) {
    const wait = await world.reserve(attempt.url.host, paceMs)
    if (wait > 0) await world.sleep(wait)
    const last = tries >= attempt.tries
    const backoff = limits.backoffMs * 2 ** (tries - 1) * (0.5 + world.random())
    try {
      const answer = await once(out, attempt)
      if (answer.status !== 429 && answer.status < 500) return answer
      const asked = retryAfter(answer.headers, world.now())
      if (last || (asked !== null && asked > limits.retryAfterMs)) {
        throw statusError(attempt.url, answer.status, asked)
      }
      await world.sleep(Math.max(asked ?? 0, backoff))
    } catch (error) {
      const told = networkError(error, attempt.url)
      const again = told.code === 'network' || (told.code === 'timeout' && tries === 1)
      if (last || !again || told.details['final'] === true) throw told
      await world.sleep(backoff)
    }
  }
}

/** One attempt, headers and body within the total time. */
async function once(out: Outward, attempt: Attempt): Promise<Answer> {
  const stop = new AbortController()
  const timer = setTimeout(() => {
    stop.abort(timeoutError(attempt.url, out.limits.totalMs))
  }, out.limits.totalMs)
  try {
    const response = await send(attempt.url, {
      dispatcher: out.agent,
      method: attempt.method,
      headers: attempt.headers,
      body: attempt.body,
      signal: stop.signal,
    })
    const headers: Headers = response.headers
    const wanted = response.statusCode >= 200 && response.statusCode < 300
    if (!wanted) {
      await response.body.dump({ limit: 64_000 }).catch(() => undefined)
      return { status: response.statusCode, headers, bytes: Buffer.alloc(0) }
    }
    const bytes = await readBytes(response.body, headers, attempt.limit)
    return { status: response.statusCode, headers, bytes }
  } catch (error) {
    throw stop.signal.aborted ? stop.signal.reason : error
  } finally {
    clearTimeout(timer)
  }
}

function redirectOf(answer: Answer, from: URL): URL | null {
  if (![301, 302, 303, 307, 308].includes(answer.status)) return null
  const location = header(answer.headers, 'location')
  if (location === null) return null
  try {
    return new URL(location, from)
  } catch (error) {
    const told = `${from.host} redirected to something that is not a web address.`
    throw new FootholdError('http-status', told, { status: answer.status, host: from.host }, error)
  }
}

function resultOf(answer: Answer, url: URL, request: FeedRequest): FetchResult {
  const { status, headers, bytes } = answer
  if (status === 304) return { kind: 'not_modified' }
  if (status === 404 || status === 410) return { kind: 'gone', status }
  if (status < 200 || status >= 300) throw statusError(url, status, null)
  const contentType = header(headers, 'content-type')
  return {
    kind: 'body',
    page: {
      url: url.href,
      status,
      content_type: contentType,
      body: decodeText(bytes, contentType),
      context: request.context ?? {},
    },
    etag: header(headers, 'etag'),
    lastModified: header(headers, 'last-modified'),
    sha256: createHash('sha256').update(bytes).digest(),
    bytes: bytes.length,
  }
}

/** robots.txt itself, through the same guard and pace; redirects are followed as for pages. */
async function loadRobots(out: Outward, address: string): Promise<RobotsAnswer> {
  let url = new URL(address)
  for (let hop = 0; hop <= out.limits.redirects; hop++) {
    out.guard.checkUrl(url)
    const headers = headersFor(out, {}, { paceMs: 0, secrets: {} })
    const attempt: Attempt = {
      url,
      method: 'GET',
      headers,
      body: null,
      limit: ROBOTS_BYTES,
      tries: out.limits.attempts,
    }
    const answer = await politely(out, attempt, 0)
    const next = redirectOf(answer, url)
    if (next === null) {
      if (answer.status >= 400 || answer.status < 200) return { kind: 'none' }
      return { kind: 'text', text: decodeText(answer.bytes, null) }
    }
    url = next
  }
  // Too many redirects count as "there is none" (RFC 9309 §2.3.1.2).
  return { kind: 'none' }
}
