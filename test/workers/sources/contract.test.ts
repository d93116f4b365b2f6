import { Socket } from 'node:net'
import fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { FootholdError } from '../../../core/errors.ts'
import type { FeedPage, FeedRequest } from '../../../workers/sources/contract.ts'
import { ADAPTERS, adapterFor } from '../../../workers/sources/index.ts'
import { shown } from '../../helpers/shown.ts'
import { adzuna } from './samples/adzuna.ts'
import { ashby } from './samples/ashby.ts'
import { bamboohr } from './samples/bamboohr.ts'
import { breezy } from './samples/breezy.ts'
import { csv } from './samples/csv.ts'
import { greenhouse } from './samples/greenhouse.ts'
import { himalayas } from './samples/himalayas.ts'
import { icims } from './samples/icims.ts'
import { indeed } from './samples/indeed.ts'
import { jibe } from './samples/jibe.ts'
import { jobicy } from './samples/jobicy.ts'
import { jobvite } from './samples/jobvite.ts'
import { jsonld } from './samples/jsonld.ts'
import { lever } from './samples/lever.ts'
import { neogov } from './samples/neogov.ts'
import { oracle } from './samples/oracle.ts'
import { paylocity } from './samples/paylocity.ts'
import { personio } from './samples/personio.ts'
import { pinpoint } from './samples/pinpoint.ts'
import { recruitee } from './samples/recruitee.ts'
import { remoteok } from './samples/remoteok.ts'
import { remotive } from './samples/remotive.ts'
import { rss } from './samples/rss.ts'
import type { Sample } from './samples/sample.ts'
import { smartrecruiters } from './samples/smartrecruiters.ts'
import { teamtailor } from './samples/teamtailor.ts'
import { themuse } from './samples/themuse.ts'
import { ukg } from './samples/ukg.ts'
import { usajobs } from './samples/usajobs.ts'
import { workable } from './samples/workable.ts'
import { workday } from './samples/workday.ts'
import { ymcareers } from './samples/ymcareers.ts'

/** One sample a platform; a new adapter adds its file and its line here. */
const SAMPLES: Record<string, Sample> = {
  adzuna,
  ashby,
  bamboohr,
  breezy,
  csv,
  greenhouse,
  himalayas,
  icims,
  indeed,
  jibe,
  jobicy,
  jobvite,
  jsonld,
  lever,
  neogov,
  oracle,
  paylocity,
  personio,
  pinpoint,
  recruitee,
  remoteok,
  remotive,
  rss,
  smartrecruiters,
  teamtailor,
  themuse,
  ukg,
  usajobs,
  workable,
  workday,
  ymcareers,
}

const pageOf = (body: string, request?: FeedRequest): FeedPage => ({
  url: request?.url ?? 'https://careers.example.org/jobs',
  status: 200,
  content_type: null,
  body,
  context: request?.context ?? {},
})

function problemOf(run: () => unknown): unknown {
  try {
    run()
  } catch (error) {
    if (error instanceof FootholdError && error.code === 'bad-feed') return error.details['problem']
    throw error
  }
  return 'it was read'
}

test('every adapter is known to this test and found by its kind', () => {
  expect(ADAPTERS.map((a) => a.kind).sort()).toEqual(Object.keys(SAMPLES).sort())
  for (const adapter of ADAPTERS) expect(adapterFor(adapter.kind)).toBe(adapter)
  expect(adapterFor('no-such-platform')).toBeUndefined()
})

describe.each(ADAPTERS.map((a) => [a.kind, a] as const))('the %s adapter', (kind, adapter) => {
  const sample = SAMPLES[kind] as Sample
  const read = (body: string) => shown(adapter.read(pageOf(body), adapter.example))
  afterEach(() => vi.restoreAllMocks())

  test('tells its source, terms and traps, and a policy that leaves nothing open', () => {
    const { name, source, terms, quirks } = adapter.about
    for (const words of [name, source, terms, ...quirks]) expect(words.length).toBeGreaterThan(5)
    expect(quirks.length).toBeGreaterThan(0)
    expect(adapter.pace).toBeGreaterThanOrEqual(1000)
    expect(adapter.policy.min_interval_s).toBeGreaterThanOrEqual(3600)
  })

  test('takes its own example, and its first request goes to a public https address', () => {
    expect(adapter.settings.parse(adapter.example)).toEqual(adapter.example)
    const requests = adapter.first(adapter.example)
    expect(requests.length).toBeGreaterThan(0)
    for (const request of requests) expect(request.url).toMatch(/^https:\/\/[a-z0-9.-]+\.[a-z]+\//)
  })

  test('asks under base_url when that is set', () => {
    const base_url = 'http://127.0.0.1:4100/mirror'
    const settings = adapter.settings.parse({ ...(adapter.example as object), base_url })
    for (const request of adapter.first(settings)) expect(request.url).toMatch(`${base_url}/`)
  })

  test('refuses settings that cannot work', () => {
    expect(adapter.settings.safeParse({ base_url: 'nonsense' }).success).toBe(false)
    expect(adapter.settings.safeParse('text').success).toBe(false)
  })

  test('reads a good body, extra fields and a byte-order mark included', () => {
    const { postings, rejected } = read(`\uFEFF${sample.body(['1', '2'])}`)
    expect(postings.map((p) => p.external_id)).toEqual(['1', '2'])
    expect(rejected).toEqual([])
  })

  test('says null and not a guess where the feed is silent', () => {
    const [posting] = read(sample.body(['7'])).postings
    expect(posting).toMatchObject({
      external_id: '7',
      apply_url: null,
      employer: null,
      places: [],
      remote: null,
      posted_at: null,
      expires_at: null,
      pay: null,
      employment_type: null,
      html: null,
      ...sample.silent,
    })
  })

  test('names an empty, a cut, a foreign and a mis-shaped body', () => {
    const good = sample.body(['1', '2', '3'])
    expect(problemOf(() => read(''))).toBe('empty-body')
    expect(problemOf(() => read(' \n\uFEFF '))).toBe('empty-body')
    for (const share of [0.3, 0.5, 0.9]) {
      expect(problemOf(() => read(good.slice(0, Math.floor(good.length * share))))).toBe(
        'truncated',
      )
    }
    expect(problemOf(() => read(sample.web.body))).toBe(sample.web.problem)
    expect(problemOf(() => read(sample.wrongType))).toBe('mis-shaped')
    expect(problemOf(() => read('Service unavailable'))).toBe('mis-shaped')
  })

  test('keeps the good postings beside one that cannot be read, and tells its id', () => {
    const { postings, rejected } = read(sample.untitled(['1', '2'], '3'))
    expect(postings.map((p) => p.external_id)).toEqual(['1', '2'])
    expect(rejected).toHaveLength(1)
    expect(rejected[0]).toMatchObject({ external_id: '3' })
    expect(rejected[0]?.reason).toMatch(/title/i)
    expect(rejected[0]?.where).toMatch(/\[2\]$/)
  })

  test('keeps the first of two postings with one id', () => {
    const { postings, rejected } = read(sample.body(['1', '2', '1']))
    expect(postings.map((p) => p.external_id)).toEqual(['1', '2'])
    expect(rejected).toMatchObject([{ external_id: '1' }])
  })

  test('reads 10,000 postings', () => {
    const ids = Array.from({ length: 10_000 }, (_, i) => String(i + 1))
    const { postings, rejected } = read(sample.body(ids))
    expect(postings.length).toBe(10_000)
    expect(rejected).toEqual([])
  })

  test('with any field of a posting turned into anything reads or names the fault, and keeps the rest', () => {
    const anything = fc.oneof(
      fc.constantFrom(null, '', 0, -1, true, [], {}, 'UNAVAILABLE', [null], [[]], [{}], {
        '@id': '#x',
      }),
      fc.jsonValue({ maxDepth: 3 }),
    )
    fc.assert(
      fc.property(fc.constantFrom(...sample.fields), anything, (field, value) => {
        const body = sample.body(['1', '2'])
        if (sample.spoil !== undefined) {
          const { postings } = read(sample.spoil(body, field, value))
          expect(postings.map((p) => p.external_id)).toContain('2')
          return
        }
        // The first posting gets the field beside its own; the second must come through whatever it is.
        const pair = `"${field}":${JSON.stringify(value).replaceAll('<', '\\u003c')},`
        const spoilt = body.replace('"extra":', () => `${pair}"extra":`)
        const spoiltToo = spoilt.replace('"Extra":', () => `${pair}"Extra":`)
        const { postings } = read(spoiltToo)
        expect(postings.map((p) => p.external_id)).toContain('2')
      }),
      { numRuns: 150 },
    )
  })

  test('ends when a feed names a further page for ever', () => {
    const settings = adapter.settings.parse(sample.loop.settings)
    const waiting = [...adapter.first(settings)]
    const asked = new Set<string>()
    let steps = 0
    while (waiting.length > 0 && steps < 500) {
      const request = waiting.shift() as FeedRequest
      const name = `${request.url} ${request.body ?? ''}`
      if (asked.has(name)) continue
      asked.add(name)
      steps++
      waiting.push(...adapter.read(pageOf(sample.loop.body, request), settings).next)
    }
    expect(steps).toBeLessThan(50)
  })

  test('uses no network, changes nothing it was given and says the same twice', () => {
    const connect = vi.spyOn(Socket.prototype, 'connect')
    const page = Object.freeze({ ...pageOf(sample.body(['1', '2'])), context: Object.freeze({}) })
    const first = adapter.read(page, Object.freeze(adapter.example))
    expect(adapter.read(page, adapter.example)).toEqual(first)
    expect(connect).not.toHaveBeenCalled()
  })
})
