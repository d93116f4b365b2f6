import { describe, expect, test } from 'vitest'
import type { Adapter } from '../../../workers/sources/contract.ts'
import { himalayas } from '../../../workers/sources/himalayas.ts'
import { jobicy } from '../../../workers/sources/jobicy.ts'
import { remoteok } from '../../../workers/sources/remoteok.ts'
import { remotive } from '../../../workers/sources/remotive.ts'

function read<S>(adapter: Adapter<S>, body: unknown, context: Record<string, unknown> = {}) {
  const page = { url: '', status: 200, content_type: null, body: JSON.stringify(body), context }
  return adapter.read(page, adapter.example)
}
function one<S>(adapter: Adapter<S>, body: unknown) {
  const [posting] = read(adapter, body).postings
  if (posting === undefined) throw new Error('rejected')
  return posting
}
const US = { city: null, state: null, country: 'US' }

describe('Himalayas', () => {
  const job = (more: object = {}) => ({ guid: 'g1', title: 'Medical Coder', ...more })
  const posting = (more: object) => one(himalayas, { jobs: [job(more)] })

  test('is searched for each term of the trade, in the US, newest first', () => {
    const requests = himalayas.first({ terms: ['medical billing', 'coder'] })
    expect(requests.map((r) => r.url)).toEqual([
      'https://himalayas.app/jobs/api/search?q=medical+billing&country=US&sort=recent&page=1',
      'https://himalayas.app/jobs/api/search?q=coder&country=US&sort=recent&page=1',
    ])
    expect(himalayas.settings.parse({}).terms.length).toBeGreaterThan(3)
  })

  test('leaves out of a poll what is not open to the US, and nothing else', () => {
    const jobs = [
      job({ guid: 'us', locationRestrictions: ['Canada', 'United States'] }),
      job({ guid: 'world', locationRestrictions: [] }),
      job({ guid: 'unsaid' }),
      job({ guid: 'ro', locationRestrictions: ['Romania'] }),
      job({ guid: 'object', locationRestrictions: [{ alpha2: 'DE', name: 'Germany' }] }),
    ]
    const [request] = himalayas.first(himalayas.example)
    const ids = (context?: Record<string, unknown>) =>
      read(himalayas, { jobs, totalCount: 5 }, context).postings.map((p) => p.external_id)
    expect(ids(request?.context)).toEqual(['us', 'world', 'unsaid'])
    expect(ids()).toEqual(['us', 'world', 'unsaid', 'ro', 'object'])
  })

  test('goes to the next page of the same search', () => {
    const context = { term: 'coder', page: 1, seen: 0, us_only: true }
    const [next] = read(himalayas, { jobs: [job()], totalCount: 41 }, context).next
    expect(next?.url).toContain('q=coder&country=US&sort=recent&page=2')
    expect(next?.context).toEqual({ term: 'coder', page: 2, seen: 1, first: 'g1', us_only: true })
  })

  test('pays in dollars of its period only', () => {
    const pay = (minSalary: number | null, currency: string | null, salaryPeriod: string) =>
      posting({ minSalary, maxSalary: 60_000, currency, salaryPeriod }).pay
    expect(pay(50_000, 'USD', 'annual')).toEqual({ min: 50_000, max: 60_000, unit: 'year' })
    expect(pay(null, 'USD', 'annual')).toEqual({ min: null, max: 60_000, unit: 'year' })
    expect(pay(50_000, 'EUR', 'annual')).toBeNull()
    expect(posting({ salaryPeriod: 'annual' }).pay).toBeNull()
  })

  test('dates in milliseconds, as documented, are the same as in seconds, as served', () => {
    const at = (pubDate: number) => posting({ pubDate }).posted_at
    expect([at(1_783_731_532), at(1_783_731_532_000)]).toEqual([
      '2026-07-11T00:58:52Z',
      '2026-07-11T00:58:52Z',
    ])
  })

  test('takes the excerpt only where there is no description', () => {
    expect(posting({ excerpt: 'Short.' }).html).toBe('<p>Short.</p>')
    expect(posting({ excerpt: 'Short.', description: '<p>Long.</p>' }).html).toBe('<p>Long.</p>')
  })
})

describe('Remotive', () => {
  const job = (id: number, more: object = {}) => ({ id, title: 'Medical Biller', ...more })

  test('is asked once with the words of its settings', () => {
    expect(remotive.first(remotive.settings.parse({})).map((r) => r.url)).toEqual([
      'https://remotive.com/api/remote-jobs?search=medical',
    ])
  })

  test('counts what the answer holds without what is not open to the US', () => {
    const jobs = [
      job(1, { candidate_required_location: 'Canada' }),
      job(2, { candidate_required_location: 'USA, Canada' }),
      job(3, { candidate_required_location: 'Worldwide' }),
      job(4),
    ]
    const polled = read(remotive, { 'job-count': 4, jobs }, { us_only: true })
    expect([polled.postings.map((p) => p.external_id), polled.total]).toEqual([['2', '3', '4'], 3])
    expect(read(remotive, { 'job-count': 9, jobs }).total).toBe(9)
  })

  test('keeps the states a worker may live in', () => {
    const { places, structured } = one(remotive, {
      jobs: [job(1, { candidate_required_location: 'Pennsylvania, Ohio' })],
    })
    expect(places.map((p) => p.state)).toEqual(['PA', 'OH'])
    expect(structured.states).toEqual(['PA', 'OH'])
  })
})

describe('Jobicy', () => {
  const job = (id: number, more: object = {}) => ({ id, jobTitle: 'Medical Biller', ...more })
  const posting = (more: object) => one(jobicy, { jobs: [job(1, more)] })

  test('is asked for a hundred adverts of a region and tag', () => {
    const [request] = jobicy.first({ query: { geo: 'usa', tag: 'billing' } })
    expect(request?.url).toBe('https://jobicy.com/api/v2/remote-jobs?geo=usa&tag=billing&count=100')
  })

  test('reads pay of this and of older answers, one end alone too', () => {
    const salary = { salaryMin: 151_000, salaryCurrency: 'USD', salaryPeriod: 'yearly' }
    expect(posting(salary).pay).toEqual({ min: 151_000, max: null, unit: 'year' })
    expect(posting({ ...salary, salaryCurrency: 'GBP' }).pay).toBeNull()
    expect(posting({ annualSalaryMin: '40000', annualSalaryMax: '50000' }).pay).toEqual({
      min: 40_000,
      max: 50_000,
      unit: 'year',
    })
  })

  test('"Any" is no level, "Anywhere" no place, and entities of its words are resolved', () => {
    const read = posting({
      jobTitle: 'Billing &amp; Coding Lead',
      jobLevel: 'Any',
      jobGeo: 'Anywhere',
      jobIndustry: ['Healthcare &amp; Medical'],
    })
    expect(read).toMatchObject({ title: 'Billing & Coding Lead', places: [] })
    expect(read.structured.level).toBeUndefined()
    expect(read.structured.other).toMatchObject({ industries: ['Healthcare & Medical'] })
    expect(posting({ jobLevel: 'Entry Level' }).structured.level).toBe('Entry Level')
  })

  test('a full answer of a poll closes nothing, for it may be a cut one', () => {
    const jobs = Array.from({ length: 100 }, (_, i) => job(i + 1, { jobGeo: 'USA' }))
    const polled = read(jobicy, { jobs, jobCount: 100 }, { us_only: true })
    expect(polled.rejected).toEqual([
      { where: 'jobs', reason: 'the answer is full (100 adverts), so there may be more' },
    ])
    expect(read(jobicy, { jobs: jobs.slice(1) }, { us_only: true }).rejected).toEqual([])
  })

  test('keeps what is open to the US', () => {
    const jobs = [job(1, { jobGeo: 'EMEA,  USA' }), job(2, { jobGeo: 'Europe' }), job(3)]
    const kept = read(jobicy, { jobs, jobCount: 3 }, { us_only: true })
    expect([kept.postings.map((p) => p.external_id), kept.total]).toEqual([['1', '3'], 2])
  })
})

describe('Remote OK', () => {
  const job = (more: object = {}) => ({ id: '7', position: 'Medical Coder', ...more })

  test('opens with its terms, which are no job wherever they stand', () => {
    const legal = { legal: 'API Terms of Service' }
    const { postings, rejected } = read(remoteok, [legal, job(), legal])
    expect([postings.map((p) => p.external_id), rejected]).toEqual([['7'], []])
    expect(read(remoteok, [legal]).postings).toEqual([])
  })

  test('states pay without unit and currency, and 0 for nothing', () => {
    expect(one(remoteok, [job({ salary_min: 40_000, salary_max: 55_000 })]).pay).toEqual({
      min: 40_000,
      max: 55_000,
    })
    expect(one(remoteok, [job({ salary_min: 0, salary_max: 0 })]).pay).toBeNull()
  })

  test.each([
    ['Adelaide, Adelaide, South Australia, Australia', false],
    ['Germany', false],
    ['Europe', false],
    ['Austin, Austin, Texas, United States', true],
    ['Worldwide', true],
    // A town alone tells no country.
    ['Nassau, ', true],
    ['', true],
  ])('of a poll at %j is kept: %s', (location, kept) => {
    const { postings } = read(remoteok, [job({ location })], { us_only: true })
    expect(postings).toHaveLength(kept ? 1 : 0)
  })

  test('an advert without a date has the one of its seconds', () => {
    expect(one(remoteok, [job({ epoch: 1_783_731_532 })]).posted_at).toBe('2026-07-11T00:58:52Z')
    expect(one(remoteok, [job({ location: 'USA' })]).places).toEqual([US])
  })
})
