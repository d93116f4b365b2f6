import { describe, expect, test } from 'vitest'
import { adzuna } from '../../../workers/sources/adzuna.ts'

const settings = adzuna.settings.parse({ terms: ['medical billing'] })
const job = (more: object = {}) => ({ id: '4435', title: 'Medical Biller', ...more })
function read(results: unknown[], more: object = {}, context: Record<string, unknown> = {}) {
  const body = JSON.stringify({ results, ...more })
  return adzuna.read({ url: '', status: 200, content_type: null, body, context }, settings)
}
function posting(more: object) {
  const [one] = read([job(more)]).postings
  if (one === undefined) throw new Error('rejected')
  return one
}

test('each term is a phrase search of the US, with the key named and not held', () => {
  const [request] = adzuna.first(adzuna.settings.parse({ terms: ['medical billing'] }))
  expect(request).toMatchObject({
    url: 'https://api.adzuna.com/v1/api/jobs/us/search/1?what_phrase=medical+billing&results_per_page=50&sort_by=date&max_days_old=45&content-type=application%2Fjson',
    secret_query: { app_id: '{ADZUNA_APP_ID}', app_key: '{ADZUNA_APP_KEY}' },
    audience: 'api',
  })
  expect(adzuna.about.needs).toEqual(['ADZUNA_APP_ID', 'ADZUNA_APP_KEY'])
})

test('an advert in the documented shape reads field by field', () => {
  const read = posting({
    __CLASS__: 'Adzuna::API::Response::Job',
    adref: 'eyJhbGciOiJIUzI1NiJ9',
    title: '<strong>Medical</strong> Biller',
    description: 'Post payments &amp; follow up on denials…',
    created: '2026-10-16T04:41:26Z',
    redirect_url: 'https://www.adzuna.com/details/4435?utm_medium=api',
    company: { display_name: 'Acme Health' },
    location: {
      display_name: 'The Loop, Chicago',
      area: ['US', 'Illinois', 'Cook County', 'Chicago', 'The Loop'],
    },
    category: { tag: 'healthcare-nursing-jobs', label: 'Healthcare & Nursing Jobs' },
    contract_time: 'full_time',
    contract_type: 'permanent',
    salary_min: 38_000,
    salary_max: 42_000,
    salary_is_predicted: '0',
    latitude: 41.88,
    longitude: -87.62,
  })
  expect(read).toEqual({
    external_id: '4435',
    title: 'Medical Biller',
    url: 'https://www.adzuna.com/details/4435?utm_medium=api',
    apply_url: null,
    employer: 'Acme Health',
    places: [{ city: 'Chicago', state: 'IL', country: 'US' }],
    remote: null,
    posted_at: '2026-10-16T04:41:26Z',
    expires_at: null,
    pay: { min: 38_000, max: 42_000 },
    employment_type: 'full_time, permanent',
    html: '<p>Post payments &amp; follow up on denials…</p>',
    structured: {
      pay: { min: 38_000, max: 42_000 },
      employment_type: 'full_time, permanent',
      other: {
        location: 'The Loop, Chicago',
        area: ['US', 'Illinois', 'Cook County', 'Chicago', 'The Loop'],
        latitude: 41.88,
        longitude: -87.62,
        category: { tag: 'healthcare-nursing-jobs', label: 'Healthcare & Nursing Jobs' },
        contract_type: 'permanent',
        contract_time: 'full_time',
      },
    },
  })
})

test.each(['1', 1, true])('a salary that is predicted (%j) is not pay', (salary_is_predicted) => {
  const figures = { salary_min: 71_230.71, salary_max: 71_230.71 }
  expect(posting({ ...figures, salary_is_predicted }).pay).toBeNull()
  expect(posting(figures).pay).toEqual({ min: 71_230.71, max: 71_230.71 })
})

test.each([
  [{ area: ['US', 'Texas'] }, [{ city: null, state: 'TX', country: 'US' }]],
  [{ area: ['US', 'Texas', 'Travis County'] }, [{ city: null, state: 'TX', country: 'US' }]],
  [{ area: ['US'] }, [{ city: null, state: null, country: 'US' }]],
  [{ display_name: 'Scranton, Pennsylvania' }, [{ city: 'Scranton', state: 'PA', country: 'US' }]],
  // Without an area two names may be a quarter and its town.
  [{ display_name: 'The Loop, Chicago' }, []],
])('the place of %j is %j', (location, places) => {
  expect(posting({ location }).places).toEqual(places)
})

describe('the limits of a key', () => {
  const calls = (given: object) => {
    const s = adzuna.settings.parse(given)
    let made = 0
    const waiting = adzuna.first(s)
    for (let request = waiting.shift(); request; request = waiting.shift()) {
      made++
      const results = Array.from({ length: 50 }, (_, i) => job({ id: `${request?.url}-${i}` }))
      const body = JSON.stringify({ count: 90_000, results })
      const context = request.context ?? {}
      const page = { url: '', status: 200, content_type: null, body, context }
      waiting.push(...adzuna.read(page, s).next)
    }
    return made
  }
  test.each([
    [{ terms: ['medical billing'] }, 16],
    [{}, 12],
    [{ terms: Array.from({ length: 16 }, (_, i) => `term ${i}`) }, 16],
  ])('%#: no poll makes more calls than planned', (given, most) => {
    expect(calls(given)).toBe(most)
  })
  test('hold for a month of polls, and for a minute of calls', () => {
    const perDay = 16 * (adzuna.policy.daily_cap ?? Infinity)
    expect([perDay <= 250, perDay * 7 <= 1000, perDay * 31 <= 2500]).toEqual([true, true, true])
    expect(60_000 / adzuna.pace).toBeLessThanOrEqual(25)
  })
})
