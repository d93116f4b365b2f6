import { describe, expect, test } from 'vitest'
import { breezy } from '../../../workers/sources/breezy.ts'

// The shape is that of the portal list (/json?verbose=true) as its public readers describe it (2026-07 to
// 2026-09), with the field names of the position model in Breezy's developer documentation.

const settings = breezy.settings.parse({ board: 'acme-health' })
function position(fields: Record<string, unknown>) {
  const body = JSON.stringify([{ id: 'b1', name: 'Medical Biller', ...fields }])
  const page = { url: '', status: 200, content_type: null, body, context: {} }
  const [posting] = breezy.read(page, settings).postings
  if (posting === undefined) throw new Error('rejected')
  return posting
}
const us = { id: 'US', name: 'United States' }
const erie = { city: 'Erie', state: { id: 'PA', name: 'Pennsylvania' }, country: us }

test('one request asks for the whole board with texts', () => {
  expect(breezy.first(settings)).toEqual([
    { url: 'https://acme-health.breezy.hr/json?verbose=true', audience: 'page' },
  ])
})

test('a whole position, field by field', () => {
  const posting = position({
    friendly_id: 'b1-medical-biller',
    url: 'https://acme-health.breezy.hr/p/b1-medical-biller',
    published_date: '2026-11-02T14:00:00.000Z',
    type: { id: 'fullTime', name: 'Full-Time' },
    location: { ...erie, is_remote: false, name: 'Erie, PA' },
    department: 'Revenue Cycle',
    salary: '$18.50 – $24 / hr',
    description: '<p>Post payments.</p>',
    company: { name: 'Acme Health', friendly_id: 'acme-health' },
    category: { id: 'medical', name: 'Medical' },
    experience: { code: 'entry', name: 'Entry Level' },
    education: 'High School',
    requisition_id: 'R-9',
  })
  expect(posting).toMatchObject({
    external_id: 'b1',
    url: 'https://acme-health.breezy.hr/p/b1-medical-biller',
    employer: 'Acme Health',
    places: [{ city: 'Erie', state: 'PA', country: 'US' }],
    remote: false,
    posted_at: '2026-11-02T14:00:00.000Z',
    pay: { min: 18.5, max: 24, unit: 'hour' },
    employment_type: 'Full-Time',
    html: '<p>Post payments.</p>',
    structured: {
      level: 'Entry Level',
      education: 'High School',
      other: {
        requisition_id: 'R-9',
        department: 'Revenue Cycle',
        category: 'Medical',
        salary: '$18.50 – $24 / hr',
        places: ['Erie, PA'],
      },
    },
  })
})

describe('where the work is done', () => {
  test.each([
    [{ is_remote: true }, true, undefined],
    [{ is_remote: true, remote_details: { value: 'hybrid', label: 'Hybrid' } }, null, 'Hybrid'],
    [{ is_remote: true, remote_details: { value: 'remote-location' } }, true, 'remote-location'],
    [{ is_remote: false }, false, undefined],
    [{}, null, undefined],
  ])('%j means remote %s', (mode, remote, words) => {
    const posting = position({ location: { ...erie, ...mode } })
    expect([posting.remote, posting.structured.work_mode]).toEqual([remote, words])
  })

  test('several places stand each once, and the name serves where the fields are silent', () => {
    const posting = position({
      location: erie,
      locations: [erie, erie, { name: 'Tampa, FL', is_remote: true }],
    })
    expect(posting.places).toEqual([
      { city: 'Erie', state: 'PA', country: 'US' },
      { city: 'Tampa', state: 'FL', country: 'US' },
    ])
    expect(posting.remote).toBe(true)
  })

  test('"Worldwide" is no town', () => {
    expect(position({ location: { name: 'Worldwide', is_remote: true } }).places).toEqual([])
  })
})

test.each([
  ['$115,000 – $145,000 / year', { min: 115_000, max: 145_000, unit: 'year' }],
  ['$22 / hr', { min: 22, max: 22, unit: 'hour' }],
  ['$40k - $52k', { min: 40_000, max: 52_000 }],
  ['CA$40,000 - CA$50,000 / year', null],
  ['€30,000 / year', null],
  ['40,000', null],
  ['Competitive', null],
  ['', null],
])('salary %j', (salary, pay) => {
  expect(position({ salary }).pay).toEqual(pay)
})

test('an address is made of the friendly id when none is told', () => {
  expect(position({ friendly_id: 'b1-biller' }).url).toBe(
    'https://acme-health.breezy.hr/p/b1-biller',
  )
  expect(position({}).url).toBeNull()
})

test('entities in a title are resolved', () => {
  expect(position({ name: ' Coder &amp; Biller ' }).title).toBe('Coder & Biller')
})
