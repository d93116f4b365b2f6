import { expect, test } from 'vitest'
import { pinpoint } from '../../../workers/sources/pinpoint.ts'

// The shape is that of postings.json as its public readers describe it alike (2026-09).

const settings = pinpoint.settings.parse({ board: 'acmehealth' })
function posting(fields: Record<string, unknown>) {
  const body = JSON.stringify({ data: [{ id: '290', title: 'Billing Specialist', ...fields }] })
  const page = { url: '', status: 200, content_type: null, body, context: {} }
  const [read] = pinpoint.read(page, settings).postings
  if (read === undefined) throw new Error('rejected')
  return read
}

test('the list is asked for as a page, so that the robots.txt of each employer counts', () => {
  expect(pinpoint.first(settings)).toEqual([
    { url: 'https://acmehealth.pinpointhq.com/postings.json', audience: 'page' },
  ])
})

test('a whole posting, field by field', () => {
  const read = posting({
    url: 'https://acmehealth.pinpointhq.com/en/postings/290',
    path: '/en/postings/290',
    location: {
      id: '6',
      city: 'Columbia',
      name: 'Columbia ',
      postal_code: '65201',
      province: 'Missouri',
    },
    job: {
      id: '3',
      requisition_id: 'REQ-35',
      department: { id: '6', name: 'Finance' },
      division: null,
    },
    workplace_type: 'onsite',
    workplace_type_text: 'On Site',
    employment_type: 'full_time',
    employment_type_text: 'Full Time',
    compensation: '$18.00 - $22.00 / hour',
    compensation_visible: true,
    compensation_minimum: 18,
    compensation_maximum: 22,
    compensation_currency: 'USD',
    compensation_frequency: 'hour',
    deadline_at: '2026-12-31T23:59:59Z',
    description: '<div><!--block-->Join us.</div>',
    key_responsibilities: '<ul><li>Submit claims</li></ul>',
    key_responsibilities_header: 'What you do & how',
    skills_knowledge_expertise: '<ul><li>CPB or CPC-A</li></ul>',
    skills_knowledge_expertise_header: 'Minimum Qualifications',
    benefits: '<div>PTO</div>',
    benefits_header: 'Benefits',
  })
  expect(read).toMatchObject({
    external_id: '290',
    url: 'https://acmehealth.pinpointhq.com/en/postings/290',
    places: [{ city: 'Columbia', state: 'MO', country: 'US' }],
    remote: false,
    posted_at: null,
    expires_at: '2026-12-31T23:59:59Z',
    pay: { min: 18, max: 22, unit: 'hour' },
    employment_type: 'Full Time',
    html: '<div><!--block-->Join us.</div><h3>What you do &amp; how</h3><ul><li>Submit claims</li></ul><h3>Minimum Qualifications</h3><ul><li>CPB or CPC-A</li></ul><h3>Benefits</h3><div>PTO</div>',
    structured: {
      work_mode: 'onsite',
      other: {
        requisition_id: 'REQ-35',
        department: 'Finance',
        compensation: '$18.00 - $22.00 / hour',
        location: { postal_code: '65201' },
      },
    },
  })
})

test.each([
  [{ compensation_visible: false }, null],
  [{ compensation_currency: 'GBP' }, null],
  [{ compensation_currency: null }, null],
  [{ compensation_minimum: null, compensation_maximum: null }, null],
  [{ compensation_frequency: 'two_weeks' }, { min: 1500, max: 1800, unit: 'biweek' }],
  [{ compensation_frequency: 'lunar month' }, { min: 1500, max: 1800 }],
])('pay with %j', (change, pay) => {
  const paid = {
    compensation: 'shown',
    compensation_visible: true,
    compensation_minimum: 1500,
    compensation_maximum: 1800,
    compensation_currency: 'USD',
    compensation_frequency: 'week',
  }
  const read = posting({ ...paid, ...change })
  expect(read.pay).toEqual(pay)
  // What the employer hides is not kept in words either.
  const hidden = 'compensation_visible' in change
  expect('compensation' in (read.structured.other ?? {})).toBe(!hidden)
})

test.each([
  ['remote', true],
  ['onsite', false],
  ['hybrid', null],
  [null, null],
])('workplace %s means remote %s', (workplace_type, remote) => {
  expect(posting({ workplace_type }).remote).toBe(remote)
})

test('a town called Remote is none, and the name of the place serves where town and province are blank', () => {
  expect(posting({ location: { city: 'Remote', province: '', name: 'Remote' } }).places).toEqual([])
  expect(posting({ location: { city: '', province: '', name: 'Rolla, MO' } }).places).toEqual([
    { city: 'Rolla', state: 'MO', country: 'US' },
  ])
})
