import { describe, expect, it } from 'vitest'
import { jobPosting } from '../../../core/domain/job-posting.ts'
import {
  mayLeave,
  outgoingHtml,
  stillStands,
  type Outgoing,
} from '../../../core/domain/outgoing.ts'
import { freePolicy } from '../../helpers/policy.ts'
import { sampleListing } from '../../web/samples.ts'

const NOW = Date.parse('2026-11-24T12:00:00.000Z')
const URL = 'https://jobs.example.org/listings/7'

const outgoing = (change: Partial<Outgoing> = {}): Outgoing => ({
  ...sampleListing({
    id: 7,
    title: 'Medical Biller',
    employer: 'Mercy Hill',
    places: [{ city: 'Scranton', state: 'PA', country: 'US' }],
    posted_at: '2026-11-20T00:00:00.000Z',
    first_seen: '2026-11-21T06:00:00.000Z',
    closes_at: null,
    work_mode: 'onsite',
    employment_type: null,
    pay: null,
    warnings: [],
    demo: false,
    status: 'open',
  }),
  html: '<p>We bill.</p>',
  ...change,
})
const marked = (change: Partial<Outgoing>) => jobPosting(outgoing(change), URL)

describe('the JobPosting of a listing', () => {
  it('holds what search engines need', () => {
    expect(marked({ employment_type: 'per_diem', closes_at: '2026-12-01T05:00:00.000Z' })).toEqual({
      '@context': 'https://schema.org/',
      '@type': 'JobPosting',
      identifier: { '@type': 'PropertyValue', name: 'Foothold', value: '7' },
      url: URL,
      title: 'Medical Biller',
      description: '<p>We bill.</p>',
      datePosted: '2026-11-20',
      validThrough: '2026-12-01T05:00:00.000Z',
      employmentType: 'PER_DIEM',
      hiringOrganization: { '@type': 'Organization', name: 'Mercy Hill' },
      jobLocation: {
        '@type': 'Place',
        address: {
          '@type': 'PostalAddress',
          addressLocality: 'Scranton',
          addressRegion: 'PA',
          addressCountry: 'US',
        },
      },
      directApply: false,
    })
  })

  it('takes the day it was first seen where no posting date is stated', () => {
    expect(marked({ posted_at: null })).toMatchObject({ datePosted: '2026-11-21' })
  })

  it('names every place of a job that has several, and none that says nothing', () => {
    const places = [
      { city: 'Erie', state: 'PA', country: null },
      { city: null, state: null, country: 'US' },
      { city: null, state: 'OH', country: 'US' },
    ]
    const address = { '@type': 'PostalAddress', addressCountry: 'US' }
    expect(marked({ places })?.['jobLocation']).toEqual([
      { '@type': 'Place', address: { ...address, addressLocality: 'Erie', addressRegion: 'PA' } },
      { '@type': 'Place', address: { ...address, addressRegion: 'OH' } },
    ])
  })

  it.each([
    ['nothing', [], [], { '@type': 'Country', name: 'USA' }],
    [
      'states',
      ['PA', 'PR'],
      [],
      [
        { '@type': 'State', name: 'Pennsylvania, USA' },
        { '@type': 'State', name: 'PR, USA' },
      ],
    ],
    ['states less others', ['PA', 'NY'], ['NY'], [{ '@type': 'State', name: 'Pennsylvania, USA' }]],
  ])('says where one may live for a remote job that names %s', (_what, allowed, shut, lives) => {
    const job = marked({ work_mode: 'remote', states_allowed: allowed, states_excluded: shut })
    expect(job).toMatchObject({ jobLocationType: 'TELECOMMUTE' })
    expect(job?.['applicantLocationRequirements']).toEqual(lives)
    expect(job).not.toHaveProperty('jobLocation')
  })

  it('names the other 50 of the states and the District where only one is shut out', () => {
    const job = marked({ work_mode: 'remote', states_allowed: [], states_excluded: ['CA'] })
    const lives = job?.['applicantLocationRequirements'] as { name: string }[]
    expect(lives).toHaveLength(50)
    expect(lives.map(({ name }) => name)).not.toContain('California, USA')
  })

  it.each([
    [
      { min: 18, max: 21.5, unit: 'hour' },
      { minValue: 18, maxValue: 21.5, unitText: 'HOUR' },
    ],
    [
      { min: 40000, max: 40000, unit: 'year' },
      { value: 40000, unitText: 'YEAR' },
    ],
    [
      { min: null, max: 900, unit: 'week' },
      { maxValue: 900, unitText: 'WEEK' },
    ],
    [
      { min: 3000, max: null, unit: 'month' },
      { minValue: 3000, unitText: 'MONTH' },
    ],
  ] as const)('tells base pay %j', (pay, value) => {
    expect(marked({ pay })?.['baseSalary']).toEqual({
      '@type': 'MonetaryAmount',
      currency: 'USD',
      value: { '@type': 'QuantitativeValue', ...value },
    })
  })

  it.each([
    { min: 5, max: 8, unit: 'percent' },
    { min: 2, max: 3, unit: 'chart' },
    { min: 1500, max: 1600, unit: 'biweek' },
    { min: null, max: null, unit: 'hour' },
  ] as const)('says nothing of pay %j', (pay) => {
    expect(marked({ pay })).not.toHaveProperty('baseSalary')
  })

  it.each([
    ['its words', { html: null }],
    ['its employer', { employer: null }],
    ['its place', { places: [] }],
  ])('is none without %s', (_what, change) => {
    expect(marked(change)).toBeNull()
  })
})

describe('what may leave the product', () => {
  const may = (change: Partial<Outgoing>, policy = freePolicy()) =>
    mayLeave(outgoing(change), 'index', policy, NOW)

  it('is an open, real listing whose source allows this very use', () => {
    expect(may({})).toBe(true)
    expect(may({}, freePolicy({ may_index: false }))).toBe(false)
    expect(may({}, freePolicy({ may_export: false }))).toBe(true)
    expect(may({}, {})).toBe(false)
  })

  it('is no closed, expired, invented or suspicious one', () => {
    expect(may({ status: 'closed' })).toBe(false)
    expect(may({ closes_at: '2026-11-24T11:59:59.000Z' })).toBe(false)
    expect(may({ closes_at: '2026-11-24T12:00:01.000Z' })).toBe(true)
    expect(may({ demo: true })).toBe(false)
    expect(may({ warnings: [{ code: 'fee_to_start', words: 'fee' }] })).toBe(false)
    expect(may({ warnings: [{ code: 'number_conflict', words: '2' }] })).toBe(true)
  })

  it('stands until its closing instant, and no longer', () => {
    const closes_at = '2026-11-24T12:00:00.000Z'
    expect(stillStands({ status: 'open', closes_at }, NOW)).toBe(false)
    expect(stillStands({ status: 'open', closes_at }, NOW - 1)).toBe(true)
  })
})

describe('the words that go out', () => {
  const words = (html: string | null, text: string, policy = freePolicy()) =>
    outgoingHtml({ html, text }, policy)

  it('are the HTML of the advert made safe, else its text in paragraphs', () => {
    expect(words('<p onclick="x()">Hi</p><script>alert(1)</script>', 'other')).toBe('<p>Hi</p>')
    expect(words(null, 'One & <b>two</b>\n\nthree')).toBe(
      '<p>One &amp; &lt;b&gt;two&lt;/b&gt;</p><p>three</p>',
    )
  })

  it('are none where the terms forbid keeping them, or none are kept', () => {
    expect(words('<p>Hi</p>', 'Hi', freePolicy({ may_cache_text: false }))).toBeNull()
    expect(words('<p>Hi</p>', 'Hi', {})).toBeNull()
    expect(words(null, '')).toBeNull()
  })
})
