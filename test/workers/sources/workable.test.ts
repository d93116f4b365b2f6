import { expect, test } from 'vitest'
import { workable } from '../../../workers/sources/workable.ts'

// Jobs in the shape of the job widget that Workable gives employers (apply.workable.com/api/v1/widget).

function read(jobs: unknown[], rest: object = {}) {
  const body = JSON.stringify({ name: 'Example Clinic', description: null, ...rest, jobs })
  const page = { url: '', status: 200, content_type: null, body, context: {} }
  return workable.read(page, workable.example)
}
const job = (change: Record<string, unknown> = {}) => ({
  shortcode: 'A1',
  title: 'Medical Biller',
  ...change,
})
const place = (city: string, region: string, change: Record<string, unknown> = {}) => ({
  country: 'United States',
  countryCode: 'US',
  city,
  region,
  hidden: false,
  ...change,
})

test('one request asks for the whole account with texts', () => {
  expect(workable.first({ board: 'advantmed' })).toEqual([
    {
      url: 'https://apply.workable.com/api/v1/widget/accounts/advantmed?details=true',
      audience: 'page',
    },
  ])
})

test('a job listed once for each of its places is one posting with all of them', () => {
  const { postings, rejected } = read([
    job({ locations: [place('Boise', 'Idaho')] }),
    job({ shortcode: 'B2' }),
    job({ locations: [place('Reno', 'Nevada')] }),
    job({ locations: [place('Boise', 'Idaho')] }),
  ])
  expect(postings.map((p) => [p.external_id, p.places.map((l) => l.city)])).toEqual([
    ['A1', ['Boise', 'Reno']],
    ['B2', []],
  ])
  // Only the entry that adds nothing is a fault.
  expect(rejected).toMatchObject([{ where: 'jobs[3]', external_id: 'A1' }])
})

test('a place that the employer hides is not told on', () => {
  const [posting] = read([
    job({
      city: 'Boise',
      state: 'Idaho',
      country: 'United States',
      locations: [place('Boise', 'Idaho', { hidden: true })],
    }),
  ]).postings
  expect(posting?.places).toEqual([])
})

test('the place beside the title stands in where there is no list of places', () => {
  const at = { city: 'San Francisco', state: 'California', country: 'United States' }
  expect(read([job(at)]).postings[0]?.places).toEqual([
    { city: 'San Francisco', state: 'CA', country: 'US' },
  ])
})

test('the posting date is the publication, never the day of the draft', () => {
  const dates = { published_on: '2026-06-15', created_at: '2026-05-05' }
  expect(read([job(dates)]).postings[0]?.posted_at).toBe('2026-06-15')
  expect(read([job({ created_at: '2026-05-05' })]).postings[0]?.posted_at).toBeNull()
})

test('the fields of the widget go to their places', () => {
  const [posting] = read([
    job({
      telecommuting: false,
      employment_type: 'Full-time',
      experience: 'Entry level',
      education: 'High School or equivalent',
      department: ['Billing', 'Finance'],
      url: 'https://apply.workable.com/j/A1',
      application_url: 'https://apply.workable.com/j/A1/apply',
      description: '<p>Post payments</p>',
    }),
  ]).postings
  expect(posting).toMatchObject({
    url: 'https://apply.workable.com/j/A1',
    apply_url: 'https://apply.workable.com/j/A1/apply',
    employer: 'Example Clinic',
    remote: false,
    employment_type: 'Full-time',
    html: '<p>Post payments</p>',
    structured: {
      level: 'Entry level',
      education: 'High School or equivalent',
      other: { departments: ['Billing', 'Finance'] },
    },
  })
})
