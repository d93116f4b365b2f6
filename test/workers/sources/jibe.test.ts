import { describe, expect, test } from 'vitest'
import { htmlToText } from '../../../core/domain/text/html-to-text.ts'
import { jibe } from '../../../workers/sources/jibe.ts'

// Jobs with the field names of the recorded payload, and of those that readers of the interface published.

const settings = { host: 'careers.example.org' }
function read(jobs: unknown[], totalCount: number | null, context: Record<string, unknown> = {}) {
  const body = JSON.stringify({ jobs, totalCount, count: jobs.length })
  const page = { url: '', status: 200, content_type: null, body, context }
  return jibe.read(page, settings)
}
const job = (slug: string, change: Record<string, unknown> = {}) => ({
  data: { slug, title: 'Medical Biller', ...change },
})
function posting(change: Record<string, unknown>) {
  const [one] = read([job('1', change)], 1).postings
  if (one === undefined) throw new Error('rejected')
  return one
}

describe('the list', () => {
  test('is asked for page by page, as a page that obeys robots.txt', () => {
    expect(jibe.first(settings)).toMatchObject([
      {
        url: 'https://careers.example.org/api/jobs?page=1&limit=100&internal=false',
        audience: 'page',
      },
    ])
    const [search] = jibe.first({ ...settings, search: ['revenue cycle'] })
    expect(search?.url).toMatch(/&keywords=revenue%20cycle$/)
  })

  test('goes on by its total, whatever number a page shows', () => {
    const look = jibe.first(settings)[0]?.context
    const first = read(
      Array.from({ length: 10 }, (_, i) => job(`a${i}`)),
      15,
      look,
    )
    expect(first.next.map((r) => r.url)).toEqual([expect.stringContaining('page=2&')])
    const last = read(
      Array.from({ length: 5 }, (_, i) => job(`b${i}`)),
      15,
      first.next[0]?.context,
    )
    expect([last.next, last.cut]).toEqual([[], false])
  })

  test('says so when it ends before its total', () => {
    const first = read([job('a')], 15, jibe.first(settings)[0]?.context)
    expect(read([], 15, first.next[0]?.context)).toMatchObject({ next: [], cut: true })
  })

  test('is whole though one job stands in two languages', () => {
    const two = [job('a', { language: 'en-us' }), job('a', { language: 'es-mx' })]
    expect(read(two, 2)).toMatchObject({
      postings: [{ external_id: 'a' }],
      total: null,
      cut: false,
    })
  })

  test('of more than 2,000 is searched by the words of the trade', () => {
    const large = read([job('a')], 2001, jibe.first(settings)[0]?.context)
    expect(large.postings).toEqual([])
    expect(large.next.map((r) => r.url)).toContainEqual(
      expect.stringContaining('&keywords=medical%20records'),
    )
  })

  test('does not show what is for employees only', () => {
    const jobs = [job('a', { internal: true }), job('b', { internal: false })]
    const { postings, rejected } = read(jobs, 2)
    expect([postings.map((p) => p.external_id), rejected]).toEqual([['b'], []])
  })
})

test('the id is the slug, else the requisition', () => {
  expect(read([{ data: { req_id: 29866, title: 'Coder' } }], 1).postings[0]?.external_id).toBe(
    '29866',
  )
})

test('the page is the one the posting names, else the one of its slug', () => {
  const canonical_url = 'https://careers.example.org/careers-home/jobs/1?lang=en-us'
  expect(posting({ meta_data: { canonical_url } }).url).toBe(canonical_url)
  expect(posting({}).url).toBe('https://careers.example.org/jobs/1')
})

describe('the place', () => {
  test('is in fields of its own, else in the line', () => {
    const fields = { city: 'Reno', state: 'Nevada', country: 'United States', country_code: 'US' }
    const reno = { city: 'Reno', state: 'NV', country: 'US' }
    expect(posting({ ...fields, full_location: 'X' }).places).toEqual([reno])
    expect(posting({ full_location: 'Reno, Nevada' }).places).toEqual([reno])
    expect(posting({ short_location: 'Reno, NV' }).places).toEqual([reno])
  })
  test('is also every further one', () => {
    const additional_locations = [{ city: 'Boise', state: 'Idaho', country_code: 'US' }]
    expect(posting({ full_location: 'Reno, NV', additional_locations }).places).toEqual([
      { city: 'Reno', state: 'NV', country: 'US' },
      { city: 'Boise', state: 'ID', country: 'US' },
    ])
  })
})

test.each([
  [{ location_type: 'REMOTE' }, true, 'REMOTE'],
  [{ location_type: 'ON_SITE', full_location: 'Remote, US' }, false, 'ON_SITE'],
  [{ location_type: 'LAT_LONG', full_location: 'Reno, NV' }, null, undefined],
  [{ location_type: 'ANY', full_location: 'Remote, United States' }, true, undefined],
])('%j means remote %s', (fields, remote, mode) => {
  const one = posting(fields)
  expect([one.remote, one.structured.work_mode]).toEqual([remote, mode])
})

test('pay is the range, or one value', () => {
  const range = { salary_min_value: 19, salary_max_value: '23.5', salary_frequency: 'HOURLY' }
  expect(posting(range).pay).toEqual({ min: 19, max: 23.5, unit: 'hour' })
  expect(posting({ salary_value: 42_000, salary_frequency: 'YEAR' }).pay).toEqual({
    min: 42_000,
    max: 42_000,
    unit: 'year',
  })
  expect(posting({ ...range, salary_currency: 'CAD' }).pay).toBeNull()
})

test('dates, employer and text go to their places', () => {
  const one = posting({
    posted_date: '2026-07-23T19:16:00+0000',
    posting_expiry_date: '2026-08-31T16:00:00+0000',
    update_date: '2026-08-01T00:00:00+0000',
    hiring_organization: 'Example Hospital',
    employment_type: 'FULL_TIME',
    apply_url: 'https://careers-example.icims.com/jobs/1/login',
    description: '<p>We bill.</p>',
    responsibilities: '<p>Post payments.</p>',
    qualifications: '<p>CPC.</p>',
    benefits: ['Dental', 'Vision'],
  })
  expect(one).toMatchObject({
    posted_at: '2026-07-23T19:16:00+00:00',
    expires_at: '2026-08-31T16:00:00+00:00',
    employer: 'Example Hospital',
    employment_type: 'FULL_TIME',
    apply_url: 'https://careers-example.icims.com/jobs/1/login',
  })
  expect(
    htmlToText(one.html ?? '')
      .split('\n')
      .filter(Boolean),
  ).toEqual([
    'We bill.',
    'Responsibilities',
    'Post payments.',
    'Qualifications',
    'CPC.',
    'Benefits',
    '• Dental',
    '• Vision',
  ])
})
