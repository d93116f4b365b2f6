import { describe, expect, test } from 'vitest'
import { ashby } from '../../../workers/sources/ashby.ts'

// Jobs in the shape of Ashby's documentation (developers.ashbyhq.com, public job posting API).

function read(jobs: unknown[]) {
  const body = JSON.stringify({ jobs, apiVersion: '1' })
  return ashby.read({ url: '', status: 200, content_type: null, body, context: {} }, ashby.example)
}
function posting(job: Record<string, unknown>) {
  const [one] = read([{ id: 'a', title: 'Medical Biller', ...job }]).postings
  if (one === undefined) throw new Error('rejected')
  return one
}

test('one request asks for the whole board with pay; a name may hold a blank', () => {
  expect(ashby.first({ board: 'Candid Health' })).toEqual([
    {
      url: 'https://api.ashbyhq.com/posting-api/job-board/Candid%20Health?includeCompensation=true',
      audience: 'api',
    },
  ])
})

test('a posting that is not listed is not shown, and is no fault', () => {
  const jobs = [
    { id: 'a', title: 'Coder', isListed: false },
    { id: 'b', title: 'Biller', isListed: true },
  ]
  const { postings, rejected } = read(jobs)
  expect([postings.map((p) => p.external_id), rejected]).toEqual([['b'], []])
})

describe('the place', () => {
  test('is the address of the main and of each further location, else their lines', () => {
    const job = posting({
      location: 'HQ',
      address: {
        postalAddress: {
          addressLocality: 'Boise',
          addressRegion: 'Idaho',
          addressCountry: 'United States',
        },
      },
      secondaryLocations: [
        { location: 'Reno, NV', address: { addressLocality: '', addressRegion: '' } },
        {
          location: 'X',
          address: {
            addressLocality: 'Tulsa',
            addressRegion: 'OK',
            addressCountry: 'United States',
          },
        },
      ],
    })
    expect(job.places).toEqual([
      { city: 'Boise', state: 'ID', country: 'US' },
      { city: 'Reno', state: 'NV', country: 'US' },
      { city: 'Tulsa', state: 'OK', country: 'US' },
    ])
  })
})

test.each([
  ['Remote', true, true],
  ['Hybrid', true, null],
  ['OnSite', false, false],
  [null, true, true],
  [null, false, false],
  [null, null, null],
])(
  'the workplace type %s beside isRemote %s means remote %s',
  (workplaceType, isRemote, remote) => {
    expect(posting({ workplaceType, isRemote }).remote).toBe(remote)
  },
)

describe('pay', () => {
  const part = (compensationType: string, minValue: number, maxValue: number, rest = {}) => ({
    compensationType,
    interval: '1 HOUR',
    currencyCode: 'USD',
    minValue,
    maxValue,
    ...rest,
  })
  test('is the salary, not the bonus or the equity beside it', () => {
    const summaryComponents = [
      part('Bonus', 1, 2),
      part('Salary', 19, 23),
      part('EquityPercentage', 3, 4),
    ]
    const job = posting({ compensation: { summaryComponents } })
    expect(job.pay).toEqual({ min: 19, max: 23, unit: 'hour' })
  })
  test('comes from the tiers where there is no summary', () => {
    const tier = (min: number, max: number) => ({ components: [part('Salary', min, max)] })
    const compensationTiers = [tier(19, 23), tier(21, 26)]
    expect(posting({ compensation: { compensationTiers } }).pay).toEqual({
      min: 19,
      max: 26,
      unit: 'hour',
    })
  })
  test('that is marked as not for display is not told', () => {
    const job = posting({
      shouldDisplayCompensationOnJobPostings: false,
      compensation: { summaryComponents: [part('Salary', 19, 23)] },
    })
    expect(job.pay).toBeNull()
    expect(JSON.stringify(job.structured)).not.toContain('19')
  })
})

test('the plain text stands in where there is no HTML', () => {
  expect(posting({ descriptionPlain: 'We bill.\n\nDaily.' }).html).toBe(
    '<p>We bill.</p><p>Daily.</p>',
  )
})
