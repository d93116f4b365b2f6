import { expect, test } from 'vitest'
import { htmlToText } from '../../../core/domain/text/html-to-text.ts'
import { recruitee } from '../../../workers/sources/recruitee.ts'

// Offers in the shape of Recruitee's Careers Site API (docs.recruitee.com).

function read(offers: unknown[]) {
  const body = JSON.stringify({ offers })
  const page = { url: '', status: 200, content_type: null, body, context: {} }
  return recruitee.read(page, recruitee.example)
}
function posting(offer: Record<string, unknown>) {
  const [one] = read([{ id: 1, title: 'Medical Biller', ...offer }]).postings
  if (one === undefined) throw new Error('rejected')
  return one
}

test('one request asks for the whole board', () => {
  expect(recruitee.first({ board: 'acme' })).toEqual([
    { url: 'https://acme.recruitee.com/api/offers/', audience: 'api' },
  ])
  expect(recruitee.settings.safeParse({ board: 'acme.example' }).success).toBe(false)
})

test('an offer that is not published is not shown, and is no fault', () => {
  const offers = [
    { id: 1, title: 'Coder', status: 'closed' },
    { id: 2, title: 'Biller', status: 'published' },
    { id: 3, title: 'Clerk' },
  ]
  const { postings, rejected } = read(offers)
  expect([postings.map((p) => p.external_id), rejected]).toEqual([['2', '3'], []])
})

test('times are read from the way they are written', () => {
  const one = posting({ published_at: '2026-08-05 10:10:39 UTC', close_at: '2026-09-30' })
  expect([one.posted_at, one.expires_at]).toEqual(['2026-08-05T10:10:39Z', '2026-09-30'])
  expect(posting({ published_at: 'soon' }).posted_at).toBeNull()
})

test('places are those of the list, by the state code in the US', () => {
  const locations = [
    { city: 'Reno', state: 'Nevada', state_code: 'NV', country_code: 'US', country: 'USA' },
    { city: 'Berlin', state: 'Berlin', state_code: 'BE', country_code: 'DE', country: 'Germany' },
  ]
  expect(posting({ locations, city: 'Elsewhere' }).places).toEqual([
    { city: 'Reno', state: 'NV', country: 'US' },
    { city: 'Berlin', state: 'Berlin', country: 'DE' },
  ])
  const own = { city: 'Reno', state_name: 'Nevada', country_code: 'US' }
  expect(posting(own).places).toEqual([{ city: 'Reno', state: 'NV', country: 'US' }])
  expect(posting({ location: 'Reno, Nevada, United States' }).places).toEqual([
    { city: 'Reno', state: 'NV', country: 'US' },
  ])
})

test.each([
  [{ remote: true, hybrid: false, on_site: false }, true, 'remote'],
  [{ remote: false, hybrid: true, on_site: false }, false, 'hybrid'],
  [{ remote: true, hybrid: true, on_site: false }, null, 'remote, hybrid'],
  [{ remote: false, hybrid: false, on_site: true }, false, 'on-site'],
  [{}, null, undefined],
])('the marks %j mean remote %s', (marks, remote, mode) => {
  const one = posting(marks)
  expect([one.remote, one.structured.work_mode]).toEqual([remote, mode])
})

test('pay is that in dollars; other pay is kept as said', () => {
  const salary = (currency: string) => ({ min: '19', max: '23.5', period: 'hour', currency })
  expect(posting({ salary: salary('USD') }).pay).toEqual({ min: 19, max: 23.5, unit: 'hour' })
  const euros = posting({ salary: salary('EUR') })
  expect([euros.pay, euros.structured.other?.['salary']]).toEqual([null, salary('EUR')])
})

test('codes are words, and the advert reads in its two parts', () => {
  const one = posting({
    employment_type_code: 'parttime_fixed_term',
    experience_code: 'entry_level',
    education_code: 'high_school',
    description: '<p>We bill.</p>',
    requirements: '<p>CPC</p>',
  })
  expect(one).toMatchObject({
    employment_type: 'parttime fixed term',
    structured: { level: 'entry level', education: 'high school' },
  })
  expect(
    htmlToText(one.html ?? '')
      .split('\n')
      .filter(Boolean),
  ).toEqual(['We bill.', 'Requirements', 'CPC'])
})
