import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:https'
import type { AddressInfo, LookupFunction } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { FootholdError } from '../../core/errors.ts'
import { createHttp, type Http, type HttpWorld } from '../../workers/http.ts'
import { retryAfter } from '../../workers/http-errors.ts'
import type { FeedRequest } from '../../workers/sources/contract.ts'
import { FeedServer } from '../helpers/feed-server.ts'

let server: FeedServer
let other: FeedServer
let http: Http
let slept: number[]
let reserved: { host: string; gapMs: number }[]
const opened: Http[] = []

beforeAll(async () => {
  server = await FeedServer.start()
  other = await FeedServer.start()
})
afterAll(async () => {
  await server.close()
  await other.close()
})
beforeEach(() => {
  server.reset()
  other.reset()
  slept = []
  reserved = []
  http = make()
})
afterEach(async () => {
  await Promise.all(opened.splice(0).map((h) => h.close()))
})

function make(world: Partial<HttpWorld> = {}): Http {
  const made = createHttp({
    userAgent: 'Foothold/0.0.0 (+test@example.org)',
    offline: false,
    allow: [server.host, other.host],
    reserve: (host, gapMs) => {
      reserved.push({ host, gapMs })
      return Promise.resolve(0)
    },
    now: () => Date.UTC(2026, 10, 23, 12),
    sleep: (ms) => {
      slept.push(ms)
      return Promise.resolve()
    },
    random: () => 0.5,
    ...world,
  })
  opened.push(made)
  return made
}

const ask = (
  path: string,
  extra: Partial<FeedRequest> = {},
  options: {
    etag?: string
    lastModified?: string
    paceMs?: number
    secrets?: Record<string, string>
  } = {},
  by = http,
) =>
  by.fetch(
    { url: path.startsWith('/') ? server.url(path) : path, audience: 'api', ...extra },
    { paceMs: 0, secrets: {}, ...options },
  )

async function errorOf(run: Promise<unknown>): Promise<FootholdError> {
  try {
    await run
  } catch (error) {
    if (error instanceof FootholdError) return error
    throw error
  }
  throw new Error('it did not fail')
}

async function bodyOf(run: ReturnType<typeof ask>): Promise<string> {
  const answer = await run
  if (answer.kind !== 'body') throw new Error(`no body but ${answer.kind}`)
  return answer.page.body
}

describe('a plain answer', () => {
  test('comes back with its text, its marks, its digest and our name sent', async () => {
    server.on('/jobs?a=1', {
      body: '{"é":1}',
      etag: '"v1"',
      lastModified: 'Sun, 22 Nov 2026 10:00:00 GMT',
      headers: { 'Content-Type': 'application/json' },
    })
    const answer = await ask('/jobs?a=1', { context: { page: 3 } })
    expect(answer).toEqual({
      kind: 'body',
      page: {
        url: server.url('/jobs?a=1'),
        status: 200,
        content_type: 'application/json',
        body: '{"é":1}',
        context: { page: 3 },
      },
      etag: '"v1"',
      lastModified: 'Sun, 22 Nov 2026 10:00:00 GMT',
      sha256: createHash('sha256').update('{"é":1}').digest(),
      bytes: 8,
    })
    expect(server.seen[0]?.headers['user-agent']).toBe('Foothold/0.0.0 (+test@example.org)')
    expect(server.seen[0]?.headers['if-none-match']).toBeUndefined()
  })

  test('is "not modified" when the ETag still stands', async () => {
    server.on('/jobs', { body: '[]', etag: '"v1"' })
    expect(await ask('/jobs', {}, { etag: '"v1"' })).toEqual({ kind: 'not_modified' })
    expect((await ask('/jobs', {}, { etag: '"v0"' })).kind).toBe('body')
  })

  test('is "not modified" when the date still stands', async () => {
    const lastModified = 'Sun, 22 Nov 2026 10:00:00 GMT'
    server.on('/jobs', { body: '[]', lastModified })
    expect(await ask('/jobs', {}, { lastModified })).toEqual({ kind: 'not_modified' })
  })

  test('is "gone" for 404 and 410, asked once', async () => {
    server.on('/old', { status: 410 })
    expect(await ask('/never')).toEqual({ kind: 'gone', status: 404 })
    expect(await ask('/old')).toEqual({ kind: 'gone', status: 410 })
    expect(server.seen).toHaveLength(2)
  })

  test('of any other refusal is an error with its status, asked once', async () => {
    server.on('/closed', { status: 403 })
    const error = await errorOf(ask('/closed'))
    expect([error.code, error.details['status']]).toEqual(['http-status', 403])
    expect(server.count('/closed')).toBe(1)
  })

  test('carries a POST body', async () => {
    server.on('/search', { body: '{}' })
    await ask('/search', {
      method: 'POST',
      body: '{"limit":20}',
      headers: { 'Content-Type': 'application/json' },
    })
    expect(server.seen[0]).toMatchObject({ method: 'POST', body: '{"limit":20}' })
  })
})

describe('packed and foreign bodies', () => {
  test.each(['gzip', 'br', 'deflate', 'raw-deflate'] as const)('%s is unpacked', async (packed) => {
    server.on('/jobs', { body: 'x'.repeat(5000), packed })
    expect(await bodyOf(ask('/jobs'))).toBe('x'.repeat(5000))
  })

  test('a file that is itself gzip is unpacked', async () => {
    server.on('/sitemap.xml.gz', {
      body: gzipSync('<urlset/>'),
      headers: { 'Content-Type': 'application/gzip' },
    })
    expect(await bodyOf(ask('/sitemap.xml.gz'))).toBe('<urlset/>')
  })

  test('a small packed body that unpacks beyond the cap is stopped', async () => {
    const bomb = gzipSync(Buffer.alloc(30_000_000))
    expect(bomb.length).toBeLessThan(40_000)
    server.on('/bomb', { body: bomb, headers: { 'Content-Encoding': 'gzip' } })
    server.on('/bomb.gz', { body: bomb })
    expect((await errorOf(ask('/bomb'))).code).toBe('too-large')
    expect((await errorOf(ask('/bomb.gz'))).code).toBe('too-large')
    expect(server.count('/bomb')).toBe(1)
  })

  test('a body of exactly the cap passes and one byte more does not', async () => {
    const small = make({ limits: { bytes: 1000 } })
    server.on('/a', { body: 'x'.repeat(1000) }).on('/b', { body: 'x'.repeat(1001) })
    expect(await bodyOf(ask('/a', {}, {}, small))).toHaveLength(1000)
    expect((await errorOf(ask('/b', {}, {}, small))).code).toBe('too-large')
  })

  test('an unknown, false or cut-off packing is named', async () => {
    server
      .on('/unknown', { body: 'x', headers: { 'Content-Encoding': 'zstd' } })
      .on('/false', { body: '{"a":1}', headers: { 'Content-Encoding': 'gzip' } })
      .on('/cut', {
        body: gzipSync('y'.repeat(9000)).subarray(0, 30),
        headers: { 'Content-Encoding': 'gzip' },
      })
    expect((await errorOf(ask('/unknown'))).code).toBe('bad-encoding')
    expect((await errorOf(ask('/false'))).code).toBe('bad-encoding')
    expect((await errorOf(ask('/cut'))).code).toBe('bad-encoding')
  })

  test.each([
    ['the header', Buffer.from([0x63, 0x61, 0x66, 0xe9]), 'text/html; charset=iso-8859-1', 'café'],
    ['a byte-order mark', Buffer.from('\uFEFFcafé', 'utf16le'), 'text/html; charset=utf-8', 'café'],
    [
      'a meta tag',
      Buffer.concat([Buffer.from('<meta charset="windows-1252">'), Buffer.from([0x93, 0x94])]),
      'text/html',
      '<meta charset="windows-1252">“”',
    ],
    [
      'an XML declaration',
      Buffer.concat([
        Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?>'),
        Buffer.from([0xe9]),
      ]),
      'text/xml',
      '<?xml version="1.0" encoding="ISO-8859-1"?>é',
    ],
    [
      'their bytes, when UTF-8 calls itself Latin',
      Buffer.from('café'),
      'text/xml; charset=iso-8859-1',
      'café',
    ],
    [
      'their bytes, when UTF-8 calls itself UTF-16',
      Buffer.from('<?xml version="1.0" encoding="utf-16"?><a>café</a>'),
      'text/xml',
      '<?xml version="1.0" encoding="utf-16"?><a>café</a>',
    ],
    ['nothing, when it is not UTF-8', Buffer.from([0x63, 0x61, 0x66, 0xe9]), 'text/html', 'café'],
  ])('the letters follow %s', async (_, body, type, expected) => {
    server.on('/page', { body, headers: { 'Content-Type': type } })
    expect(await bodyOf(ask('/page'))).toBe(expected)
  })

  test('a body that is not in its declared charset is refused, one stray byte is not', async () => {
    const type = { 'Content-Type': 'application/json; charset=utf-8' }
    const stray = Buffer.concat([Buffer.from('x'.repeat(2000)), Buffer.from([0xff])])
    server
      .on('/wrong', { body: Buffer.alloc(200, 0xff), headers: type })
      .on('/stray', { body: stray, headers: type })
      .on('/nameless', { body: 'x', headers: { 'Content-Type': 'text/html; charset=klingon' } })
    expect((await errorOf(ask('/wrong'))).code).toBe('bad-encoding')
    expect(await bodyOf(ask('/stray'))).toBe(`${'x'.repeat(2000)}\uFFFD`)
    expect((await errorOf(ask('/nameless'))).code).toBe('bad-encoding')
  })
})

describe('trouble on the way', () => {
  test('a server that flaps is asked again with growing pauses until it answers', async () => {
    server.on('/jobs', { status: 503 }, { status: 500 }, { body: 'good' })
    expect(await bodyOf(ask('/jobs'))).toBe('good')
    expect(slept).toEqual([1000, 2000])
  })

  test('chance spreads the pauses between half and one and a half', async () => {
    server.on('/jobs', { status: 503 }, { body: 'good' })
    await ask('/jobs', {}, {}, make({ random: () => 0 }))
    server.on('/jobs', { status: 503 }, { body: 'good' })
    await ask('/jobs', {}, {}, make({ random: () => 0.75 }))
    expect(slept).toEqual([500, 1250])
  })

  test('a server that stays broken is given up after four tries, with its status', async () => {
    server.on('/jobs', { status: 502 })
    const error = await errorOf(ask('/jobs'))
    expect([error.code, error.details['status']]).toEqual(['http-status', 502])
    expect(server.count('/jobs')).toBe(4)
  })

  test('Retry-After in seconds is waited for', async () => {
    server.on('/jobs', { status: 429, headers: { 'Retry-After': '7' } }, { body: 'good' })
    expect(await bodyOf(ask('/jobs'))).toBe('good')
    expect(slept).toEqual([7000])
  })

  test('Retry-After as a date is waited for', async () => {
    const at = 'Mon, 23 Nov 2026 12:00:30 GMT'
    server.on('/jobs', { status: 503, headers: { 'Retry-After': at } }, { body: 'good' })
    expect(await bodyOf(ask('/jobs'))).toBe('good')
    expect(slept).toEqual([30_000])
  })

  test('a Retry-After beyond a minute is handed to the caller at once', async () => {
    server.on('/jobs', { status: 429, headers: { 'Retry-After': '3600' } })
    const error = await errorOf(ask('/jobs'))
    expect([error.code, error.details['retryAfterMs']]).toEqual(['rate-limited', 3_600_000])
    expect(server.count('/jobs')).toBe(1)
  })

  test('Retry-After is read as seconds or date and nothing else', () => {
    const now = Date.UTC(2026, 0, 1)
    expect(retryAfter({ 'retry-after': '0' }, now)).toBe(0)
    expect(retryAfter({ 'retry-after': 'Wed, 31 Dec 2025 23:59:00 GMT' }, now)).toBe(0)
    expect(retryAfter({ 'retry-after': 'soon' }, now)).toBeNull()
    expect(retryAfter({}, now)).toBeNull()
  })

  test('a connection reset in the middle of the body is tried again', async () => {
    server.on('/jobs', { body: 'x'.repeat(5000), reset: true }, { body: 'whole' })
    expect(await bodyOf(ask('/jobs'))).toBe('whole')
    server.on('/bad', { body: 'x'.repeat(5000), reset: true })
    expect((await errorOf(ask('/bad'))).code).toBe('network')
    expect(server.count('/bad')).toBe(4)
  })

  test('a stalled body, a dripping body and a silent server end at the total time', async () => {
    const hasty = make({ limits: { totalMs: 250, headersMs: 200, attempts: 1 } })
    server
      .on('/stall', { body: 'x'.repeat(5000), stall: true })
      .on('/drip', { body: 'x'.repeat(5000), drip: 10 })
      .on('/silent', { silent: true })
    expect((await errorOf(ask('/stall', {}, {}, hasty))).code).toBe('timeout')
    expect((await errorOf(ask('/drip', {}, {}, hasty))).code).toBe('timeout')
    expect((await errorOf(ask('/silent', {}, {}, hasty))).code).toBe('timeout')
  })

  test('a timeout is tried only once more', async () => {
    const hasty = make({ limits: { totalMs: 150 } })
    server.on('/silent', { silent: true })
    expect((await errorOf(ask('/silent', {}, {}, hasty))).code).toBe('timeout')
    expect(server.count('/silent')).toBe(2)
  })

  test('a closed port is a network error', async () => {
    const gone = await FeedServer.start()
    const { host } = gone
    await gone.close()
    const open = make({ allow: [host] })
    const error = await errorOf(ask(`http://${host}/`, {}, {}, open))
    expect([error.code, error.details['cause']]).toEqual(['network', 'ECONNREFUSED'])
  })

  test('a certificate that nobody vouches for is refused and not tried again', async () => {
    const pem = readFileSync(new URL('../fixtures/self-signed.pem', import.meta.url))
    let handshakes = 0
    const secure = createServer({ key: pem, cert: pem }, (_, response) => response.end('secret'))
    secure.on('connection', () => handshakes++)
    await new Promise<void>((resolve) => secure.listen(0, '127.0.0.1', resolve))
    const host = `127.0.0.1:${(secure.address() as AddressInfo).port}`
    const error = await errorOf(ask(`https://${host}/`, {}, {}, make({ allow: [host] })))
    await new Promise((resolve) => secure.close(resolve))
    expect([error.code, error.details['cause']]).toEqual(['network', 'DEPTH_ZERO_SELF_SIGNED_CERT'])
    expect(handshakes).toBe(1)
  })

  test('an address that is none is named', async () => {
    expect((await errorOf(ask('no address'))).code).toBe('bad-address')
  })
})

describe('redirects', () => {
  test('are followed to the end, the last address is told', async () => {
    server
      .on('/a', { status: 301, headers: { Location: '/b' } })
      .on('/b', { status: 302, headers: { Location: other.url('/c') } })
    other.on('/c', { body: 'here' })
    const answer = await ask('/a')
    expect(answer).toMatchObject({ kind: 'body', page: { url: other.url('/c'), body: 'here' } })
  })

  test('keep a POST for 307 and turn it into GET for 303', async () => {
    server
      .on('/keep', { status: 307, headers: { Location: '/end' } })
      .on('/turn', { status: 303, headers: { Location: '/end' } })
      .on('/end', { body: 'x' })
    await ask('/keep', { method: 'POST', body: 'q' })
    await ask('/turn', { method: 'POST', body: 'q' })
    expect(server.seen.filter((s) => s.path === '/end').map((s) => [s.method, s.body])).toEqual([
      ['POST', 'q'],
      ['GET', ''],
    ])
  })

  test('of five hops pass, of six do not', async () => {
    for (let i = 0; i < 6; i++) {
      server.on(`/${i}`, { status: 302, headers: { Location: `/${i + 1}` } })
    }
    server.on('/6', { body: 'end' })
    expect(await bodyOf(ask('/1'))).toBe('end')
    expect((await errorOf(ask('/0'))).code).toBe('http-status')
  })

  test.each([
    'http://169.254.169.254/latest/meta-data/',
    'http://127.0.0.1:1/',
    'http://[::ffff:127.0.0.1]/',
    'http://localhost/',
  ])('to %s are refused', async (target) => {
    server.on('/a', { status: 302, headers: { Location: target } })
    expect((await errorOf(ask('/a'))).code).toBe('address-refused')
  })

  test('to another scheme are refused', async () => {
    server.on('/a', { status: 302, headers: { Location: 'file:///etc/passwd' } })
    expect((await errorOf(ask('/a'))).code).toBe('bad-address')
  })
})

describe('secrets', () => {
  const headers = {
    'User-Agent': '{USAJOBS_EMAIL}',
    'Authorization-Key': '{USAJOBS_API_KEY}',
    'X-Plain': 'p',
  }
  const secrets = { USAJOBS_EMAIL: 'me@example.org', USAJOBS_API_KEY: 'k-123' }

  test('fill their placeholders when the request leaves', async () => {
    server.on('/api', { body: '{}' })
    await ask('/api', { headers }, { secrets })
    expect(server.seen[0]?.headers).toMatchObject({
      'user-agent': 'me@example.org',
      'authorization-key': 'k-123',
      'x-plain': 'p',
    })
  })

  test('do not follow a redirect to another host', async () => {
    server.on('/api', { status: 302, headers: { Location: other.url('/api') } })
    other.on('/api', { body: '{}' })
    await ask('/api', { headers }, { secrets })
    const sent = other.seen[0]?.headers
    expect(sent?.['authorization-key']).toBeUndefined()
    expect(sent?.['user-agent']).toBe('Foothold/0.0.0 (+test@example.org)')
    expect(sent?.['x-plain']).toBe('p')
  })

  test('that are missing stop the request and are named', async () => {
    const error = await errorOf(ask('/api', { headers }, { secrets: { USAJOBS_EMAIL: 'x' } }))
    expect([error.code, error.details['key']]).toEqual(['missing-key', 'USAJOBS_API_KEY'])
    expect(server.seen).toHaveLength(0)
  })

  test('that belong into the address join it only when the request leaves', async () => {
    const secret_query = { app_key: '{USAJOBS_API_KEY}' }
    server.on('/api?q=a&app_key=k-123', { body: '{}' })
    const result = await ask('/api?q=a', { secret_query }, { secrets })
    expect(server.seen.map((s) => s.path)).toEqual(['/api?q=a&app_key=k-123'])
    expect(result).toMatchObject({ kind: 'body', page: { url: server.url('/api?q=a') } })
    server.on('/api?q=a&app_key=k-123', { status: 403 })
    const error = await errorOf(ask('/api?q=a', { secret_query }, { secrets }))
    expect(JSON.stringify([error.message, error.details])).not.toContain('k-123')
    const missing = await errorOf(ask('/api', { secret_query }))
    expect([missing.code, missing.details['key']]).toEqual(['missing-key', 'USAJOBS_API_KEY'])
  })

  test('in the address do not follow a redirect, not even one that repeats them', async () => {
    const secret_query = { app_key: '{USAJOBS_API_KEY}' }
    const echo = { Location: other.url('/b?page=2&app_key=k-123') }
    server.on('/a?app_key=k-123', { status: 302, headers: echo })
    other.on('/b?page=2', { body: '{}' })
    const result = await ask('/a', { secret_query }, { secrets })
    expect(other.seen.map((s) => s.path)).toEqual(['/b?page=2'])
    expect(result).toMatchObject({ page: { url: other.url('/b?page=2') } })
  })

  test('never stand in an error', async () => {
    server.on('/api', { status: 403 })
    const error = await errorOf(ask('/api', { headers }, { secrets }))
    expect(JSON.stringify([error.message, error.details])).not.toContain('k-123')
  })
})

describe('the address guard at the moment of connecting', () => {
  const answering =
    (...addresses: string[]): LookupFunction =>
    (_name, options, callback) => {
      const all = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
      if (options.all === true) callback(null, all)
      else callback(null, all[0]?.address ?? '', all[0]?.family ?? 4)
    }

  test.each([
    ['loopback', ['127.0.0.1']],
    ['the metadata service', ['169.254.169.254']],
    ['one public and one private', ['8.8.8.8', '10.0.0.1']],
    ['mapped loopback', ['::ffff:127.0.0.1']],
  ])('a name that resolves to %s is refused', async (_, addresses) => {
    const guarded = make({ lookup: answering(...addresses) })
    const error = await errorOf(ask(`http://jobs.example.org:${server.port}/`, {}, {}, guarded))
    expect(error.code).toBe('address-refused')
    expect(server.seen).toHaveLength(0)
  })

  test('an opened name may resolve to a private address, the same name at another port may not', async () => {
    const allow = [`jobs.example.org:${server.port}`]
    const guarded = make({ lookup: answering('127.0.0.1'), allow })
    server.on('/x', { body: 'inside' })
    expect(await bodyOf(ask(`http://jobs.example.org:${server.port}/x`, {}, {}, guarded))).toBe(
      'inside',
    )
    const error = await errorOf(ask(`http://jobs.example.org:${other.port}/x`, {}, {}, guarded))
    expect(error.code).toBe('address-refused')
  })

  test('a private address that is not opened is refused even where a server listens', async () => {
    const closed = make({ allow: [] })
    expect((await errorOf(ask('/x', {}, {}, closed))).code).toBe('address-refused')
    expect(server.seen).toHaveLength(0)
  })

  test('offline, nothing is looked up or contacted but what is opened', async () => {
    let looked = 0
    const offline = make({
      offline: true,
      allow: [server.host],
      lookup: (...args) => {
        looked++
        answering('127.0.0.1')(...args)
      },
    })
    server.on('/x', { body: 'allowed' })
    expect((await errorOf(ask('https://boards.example.org/', {}, {}, offline))).code).toBe(
      'offline',
    )
    expect(await bodyOf(ask('/x', {}, {}, offline))).toBe('allowed')
    expect(looked).toBe(0)
  })
})

describe('pace', () => {
  test('is booked per host for every try, and waited for', async () => {
    const waits = [0, 1500]
    const paced = make({
      reserve: (host, gapMs) => {
        reserved.push({ host, gapMs })
        return Promise.resolve(waits[reserved.length - 1] ?? 0)
      },
    })
    server.on('/a', { body: '1' }).on('/b', { body: '2' })
    await ask('/a', {}, { paceMs: 2000 }, paced)
    await ask('/b', {}, { paceMs: 2000 }, paced)
    expect(reserved).toEqual([
      { host: server.host, gapMs: 2000 },
      { host: server.host, gapMs: 2000 },
    ])
    expect(slept).toEqual([1500])
  })

  test('lets one request at a time to a host, and hosts side by side', async () => {
    for (const path of ['/1', '/2', '/3']) server.on(path, { body: 'x'.repeat(20), drip: 2 })
    other.on('/1', { body: 'x'.repeat(20), drip: 2 })
    await Promise.all([ask('/1'), ask('/2'), ask('/3'), ask(other.url('/1'))])
    expect(server.seen.map((s) => s.open)).toEqual([1, 1, 1])
    expect(other.seen).toHaveLength(1)
  })

  test('goes on after a request that failed', async () => {
    server.on('/bad', { status: 400 }).on('/good', { body: 'x' })
    const [bad, good] = await Promise.allSettled([ask('/bad'), ask('/good')])
    expect([bad.status, good.status]).toEqual(['rejected', 'fulfilled'])
  })
})

describe('robots.txt', () => {
  const page = (path: string, by = http) => ask(path, { audience: 'page' }, { paceMs: 1000 }, by)
  const rules =
    'User-agent: *\nDisallow: /all\n\nUser-agent: Foothold\nDisallow: /jobs/secret\nCrawl-delay: 9\n'

  test('is asked for once and obeyed for pages, by our own name before the star', async () => {
    server.on('/robots.txt', { body: rules }).on('/jobs/1', { body: 'a' }).on('/all', { body: 'b' })
    expect(await bodyOf(page('/jobs/1'))).toBe('a')
    expect(await bodyOf(page('/all'))).toBe('b')
    const error = await errorOf(page('/jobs/secret/1'))
    expect([error.code, error.details['temporary']]).toEqual(['robots-forbidden', false])
    expect(server.count('/robots.txt')).toBe(1)
    expect(server.count('/jobs/secret/1')).toBe(0)
  })

  test('sets a longer pace than ours, not a shorter one', async () => {
    server.on('/robots.txt', { body: rules }).on('/jobs/1', { body: 'a' })
    await page('/jobs/1')
    await ask('/jobs/1', { audience: 'page' }, { paceMs: 20_000 })
    expect(reserved.map((r) => r.gapMs)).toEqual([0, 9000, 20_000])
  })

  test('is not asked for interfaces that are offered to programs', async () => {
    server.on('/robots.txt', { body: 'User-agent: *\nDisallow: /' }).on('/api', { body: 'a' })
    expect(await bodyOf(ask('/api'))).toBe('a')
    expect(server.count('/robots.txt')).toBe(0)
  })

  test.each([401, 403, 404, 410])('answered with %i closes nothing', async (status) => {
    server.on('/robots.txt', { status }).on('/jobs', { body: 'a' })
    expect(await bodyOf(page('/jobs'))).toBe('a')
  })

  test('that is a web page closes nothing', async () => {
    server
      .on('/robots.txt', { body: '<html><body>Not found</body></html>' })
      .on('/jobs', { body: 'a' })
    expect(await bodyOf(page('/jobs'))).toBe('a')
  })

  test('that cannot be read now holds the pages back, and is asked again ten minutes later', async () => {
    let now = 0
    const patient = make({ now: () => now, limits: { attempts: 1 } })
    server.on('/robots.txt', { status: 503 }, { body: '' }).on('/jobs', { body: 'a' })
    const error = await errorOf(page('/jobs', patient))
    expect([error.code, error.details['temporary']]).toEqual(['robots-forbidden', true])
    now = 599_000
    expect((await errorOf(page('/jobs', patient))).code).toBe('robots-forbidden')
    expect(server.count('/jobs')).toBe(0)
    now = 601_000
    expect(await bodyOf(page('/jobs', patient))).toBe('a')
  })

  test('is forgotten after a day', async () => {
    let now = 0
    const daily = make({ now: () => now })
    server.on('/robots.txt', { body: '' }).on('/jobs', { body: 'a' })
    await page('/jobs', daily)
    now = 86_399_000
    await page('/jobs', daily)
    expect(server.count('/robots.txt')).toBe(1)
    now = 86_401_000
    await page('/jobs', daily)
    expect(server.count('/robots.txt')).toBe(2)
  })

  test('is asked anew at the host a redirect leads to', async () => {
    server.on('/jobs', { status: 302, headers: { Location: other.url('/x') } })
    other.on('/robots.txt', { body: 'User-agent: *\nDisallow: /x' }).on('/x', { body: 'closed' })
    expect((await errorOf(page('/jobs'))).code).toBe('robots-forbidden')
    expect(other.count('/x')).toBe(0)
  })

  test('of a refused address is reported as refused', async () => {
    const closed = make({ allow: [] })
    expect((await errorOf(page('/jobs', closed))).code).toBe('address-refused')
  })
})
