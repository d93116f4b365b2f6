import { describe, expect, test } from 'vitest'
import { greenhouse } from '../../../workers/sources/greenhouse.ts'

function posting(job: Record<string, unknown>) {
  const body = JSON.stringify({ jobs: [{ id: 1, title: 'Medical Biller', ...job }] })
  const page = { url: '', status: 200, content_type: null, body, context: {} }
  const [read] = greenhouse.read(page, greenhouse.example).postings
  if (read === undefined) throw new Error('rejected')
  return read
}
const at = (name: string) => ({ location: { name } })
const office = (name: string, location: string | null) => ({ offices: [{ name, location }] })

test('one request asks for the whole board with texts', () => {
  expect(greenhouse.first({ token: 'welbehealth' })).toEqual([
    {
      url: 'https://boards-api.greenhouse.io/v1/boards/welbehealth/jobs?content=true',
      audience: 'api',
    },
  ])
})

describe('the place', () => {
  test('stands in the offices when the place line says only how the work is done', () => {
    const hybrid = posting({
      ...at('Hybrid'),
      ...office('Austin HQ', 'Austin, Texas, United States'),
    })
    expect(hybrid.places).toEqual([{ city: 'Austin', state: 'TX', country: 'US' }])
    expect([hybrid.remote, hybrid.structured.work_mode]).toEqual([null, 'Hybrid'])
    const remote = posting({ ...at('Remote'), ...office('Scranton, PA', null) })
    expect(remote.places).toEqual([{ city: 'Scranton', state: 'PA', country: 'US' }])
    expect(remote.remote).toBe(true)
  })

  test('is the place line when it names one, whatever the offices say', () => {
    const job = posting({ ...at('Reno, NV'), ...office('HQ', 'Austin, Texas, United States') })
    expect(job.places).toEqual([{ city: 'Reno', state: 'NV', country: 'US' }])
    expect([job.remote, job.structured.work_mode]).toEqual([null, undefined])
  })

  test.each([
    ['Remote - US', true],
    ['Tampa, FL or Remote', true],
    ['Remote (Hybrid)', null],
    ['Scranton, PA', null],
  ])('line %j means remote %s', (name, remote) => {
    expect(posting(at(name)).remote).toBe(remote)
  })

  test("a board's own field on the workplace says it too", () => {
    const field = (name: string, value: unknown) =>
      posting({ ...at('Reno, NV'), metadata: [{ id: 1, name, value, value_type: 'x' }] })
    expect(field('Workplace Type', 'Remote').remote).toBe(true)
    expect(field('Remote?', true).remote).toBe(true)
    expect(field('Remote?', 'No').remote).toBeNull()
    expect(field('Workplace Type', 'On-site').structured.work_mode).toBe('On-site')
  })
})

test('the posting date is the first publication, never the last update', () => {
  const dates = {
    first_published: '2026-07-16T11:55:32-04:00',
    updated_at: '2026-07-29T08:50:01-04:00',
  }
  expect(posting(dates).posted_at).toBe('2026-07-16T11:55:32-04:00')
  expect(posting({ updated_at: dates.updated_at }).posted_at).toBeNull()
})

test('an update without a change that a reader sees gives the very same posting', () => {
  const one = posting({ updated_at: '2026-07-01T00:00:00Z' })
  expect(posting({ updated_at: '2026-07-02T00:00:00Z' })).toEqual(one)
})

test('the deadline is when it expires', () => {
  expect(posting({ application_deadline: '2026-12-31T23:59:00-05:00' }).expires_at).toBe(
    '2026-12-31T23:59:00-05:00',
  )
})

describe('pay', () => {
  const range = (min_cents: number, max_cents: number, title: string, currency_type = 'USD') => ({
    min_cents,
    max_cents,
    currency_type,
    title,
    blurb: '',
  })
  const pay = (...pay_input_ranges: unknown[]) => posting({ pay_input_ranges }).pay

  test('in cents becomes dollars in the unit its title names', () => {
    expect(pay(range(1850, 2400, 'Hourly range'))).toEqual({ min: 18.5, max: 24, unit: 'hour' })
    expect(pay(range(4_200_000, 5_000_000, 'Annual Salary'))).toEqual({
      min: 42_000,
      max: 50_000,
      unit: 'year',
    })
  })
  test('without a unit said has none', () => {
    expect(pay(range(1850, 2400, 'Zone A'))).toEqual({ min: 18.5, max: 24 })
  })
  test('of several zones in one unit spans them', () => {
    const [a, b] = [range(1800, 2200, 'Hourly, zone A'), range(2000, 2600, 'Hourly, zone B')]
    expect(pay(a, b)).toEqual({ min: 18, max: 26, unit: 'hour' })
  })
  test('in another currency or of zero is not pay', () => {
    expect(pay(range(1850, 2400, 'Hourly', 'CAD'))).toBeNull()
    expect(pay(range(0, 0, 'Hourly'))).toBeNull()
  })
})

test('a field of the wrong type is passed over and the posting kept', () => {
  const job = posting({
    location: 'Reno',
    departments: 'x',
    offices: [3],
    content: 7,
    metadata: {},
  })
  expect(job).toMatchObject({ title: 'Medical Biller', places: [], html: null })
})

test('a count that the board claims does not make a whole document partial', () => {
  const body = JSON.stringify({ jobs: [], meta: { total: 37 } })
  const page = { url: '', status: 200, content_type: null, body, context: {} }
  expect(greenhouse.read(page, greenhouse.example)).toMatchObject({ postings: [], total: null })
})
