import { describe, expect, test } from 'vitest'
import { htmlToText } from '../../../core/domain/text/html-to-text.ts'
import { lever } from '../../../workers/sources/lever.ts'

// Jobs in the shape of Lever's documentation (github.com/lever/postings-api, README).

const settings = { board: 'enablecomp' }
function read(jobs: unknown[], context: Record<string, unknown> = {}) {
  const page = { url: '', status: 200, content_type: null, body: JSON.stringify(jobs), context }
  return lever.read(page, settings)
}
function posting(job: Record<string, unknown>) {
  const [one] = read([{ id: 'a', text: 'Medical Biller', ...job }]).postings
  if (one === undefined) throw new Error('rejected')
  return one
}

describe('the request', () => {
  test('asks for JSON, a hundred at a time', () => {
    expect(lever.first(settings)).toMatchObject([
      {
        url: 'https://api.lever.co/v0/postings/enablecomp?mode=json&skip=0&limit=100',
        audience: 'api',
      },
    ])
  })
  test('goes to the European host for sites there', () => {
    const [request] = lever.first({ ...settings, eu: true })
    expect(request?.url).toMatch('https://api.eu.lever.co/v0/postings/enablecomp?')
  })
  test('goes on after a full page, and ends with one that is not', () => {
    const jobs = Array.from({ length: 100 }, (_, i) => ({ id: `j${i}`, text: 'Coder' }))
    const [next] = read(jobs).next
    expect(next?.url).toContain('skip=100&limit=100')
    const last = [{ id: 'j100', text: 'Coder' }]
    expect(read(last, next?.context).next).toEqual([])
    expect(read([]).next).toEqual([])
  })
})

describe('the place', () => {
  const at = (location: string, allLocations: string[], country: string | null = 'US') =>
    posting({ categories: { location, allLocations }, country })
  test('is every place named, once', () => {
    expect(at('Boise, ID', ['Boise, ID', 'Reno, NV']).places).toEqual([
      { city: 'Boise', state: 'ID', country: 'US' },
      { city: 'Reno', state: 'NV', country: 'US' },
    ])
  })
  test('takes the country field for a single place only', () => {
    expect(at('Springfield', []).places).toEqual([
      { city: 'Springfield', state: null, country: 'US' },
    ])
    expect(at('Springfield', ['Springfield', 'Toronto']).places).toEqual([
      { city: 'Springfield', state: null, country: null },
      { city: 'Toronto', state: null, country: null },
    ])
  })
  test('is the country where the line says only how the work is done', () => {
    const job = at('Remote', [])
    expect(job.places).toEqual([{ city: null, state: null, country: 'US' }])
    expect(job.remote).toBe(true)
  })
})

test.each([
  ['remote', true, 'remote'],
  ['on-site', false, 'on-site'],
  ['hybrid', null, 'hybrid'],
  ['unspecified', null, undefined],
])('the workplace type %s means remote %s', (workplaceType, remote, mode) => {
  const job = posting({ workplaceType })
  expect([job.remote, job.structured.work_mode]).toEqual([remote, mode])
})

test('the posting date is the day it was made, and only a time that can be one', () => {
  // 2026-11-01T08:00:00Z is 1,793,520,000 seconds after 1970.
  expect(posting({ createdAt: 1_793_520_000_000 }).posted_at).toBe('2026-11-01T08:00:00.000Z')
  expect(posting({ createdAt: -5 }).posted_at).toBeNull()
  expect(posting({ createdAt: 9e15 }).posted_at).toBeNull()
  expect(posting({ createdAt: '2026-11-01' }).posted_at).toBeNull()
})

test('the salary range is pay', () => {
  const salaryRange = { currency: 'USD', interval: 'per-hour-wage', min: 19, max: 23.5 }
  expect(posting({ salaryRange }).pay).toEqual({ min: 19, max: 23.5, unit: 'hour' })
})

test('the advert reads in the order of its page: description, lists, pay in words, closing', () => {
  const { html } = posting({
    description: '<div>We bill.</div>',
    opening: '<div>We</div>',
    lists: [
      { text: 'You bring <CPC>', content: '<li>CPC</li><li>Care</li>' },
      { text: 'You get', content: '' },
    ],
    salaryDescription: '<div>$19 an hour</div>',
    additional: '<div>Apply soon.</div>',
  })
  expect(
    htmlToText(html ?? '')
      .split('\n')
      .filter(Boolean),
  ).toEqual(['We bill.', 'You bring <CPC>', '• CPC', '• Care', '$19 an hour', 'Apply soon.'])
})
