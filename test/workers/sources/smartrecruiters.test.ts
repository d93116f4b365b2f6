import { describe, expect, test } from 'vitest'
import { htmlToText } from '../../../core/domain/text/html-to-text.ts'
import { smartrecruiters } from '../../../workers/sources/smartrecruiters.ts'

// Postings in the shape of SmartRecruiters' documentation (Posting API).

const settings = { board: 'ExampleClinic' }
const pageOf = (body: unknown, context: Record<string, unknown> = {}) => ({
  url: '',
  status: 200,
  content_type: null,
  body: JSON.stringify(body),
  context,
})
const readList = (content: unknown[], totalFound: number, context = {}) =>
  smartrecruiters.read(pageOf({ offset: 0, limit: 100, totalFound, content }, context), settings)
const readDetail = (job: Record<string, unknown>) =>
  smartrecruiters.readDetail?.(
    pageOf({ id: '7', name: 'Medical Coder', jobAd: { sections: {} }, ...job }),
    { external_id: '7' },
    settings,
  ) ?? null

describe('the list', () => {
  test('is asked for a hundred at a time', () => {
    expect(smartrecruiters.first(settings)).toMatchObject([
      {
        url: 'https://api.smartrecruiters.com/v1/companies/ExampleClinic/postings?limit=100&offset=0',
        audience: 'api',
      },
    ])
  })
  test('takes the words of the settings in its own search', () => {
    const urls = smartrecruiters.first({ ...settings, search: ['medical coder'] }).map((r) => r.url)
    expect(urls).toEqual([expect.stringMatching(/&offset=0&q=medical%20coder$/)])
  })
  test('leads to one request for each advert and shows what it says itself', () => {
    const read = readList([{ id: '7', name: 'Coder' }], 1)
    expect(read).toMatchObject({ postings: [], next: [], total: 1 })
    expect(read.details).toMatchObject([
      {
        external_id: '7',
        version: null,
        title: 'Coder',
        request: {
          url: 'https://api.smartrecruiters.com/v1/companies/ExampleClinic/postings/7',
          audience: 'api',
        },
        listed: {
          external_id: '7',
          url: 'https://jobs.smartrecruiters.com/ExampleClinic/7',
          html: null,
        },
      },
    ])
  })
  test('goes on to the total', () => {
    const content = Array.from({ length: 100 }, (_, i) => ({ id: String(i), name: 'Nurse' }))
    const [next] = readList(content, 130, smartrecruiters.first(settings)[0]?.context).next
    expect(next?.url).toContain('offset=100')
    const last = readList([{ id: '100', name: 'Coder' }], 130, next?.context)
    expect(last.next).toHaveLength(1)
  })
  test('of more than 5,000 is searched by the words of the trade', () => {
    const look = smartrecruiters.first(settings)[0]?.context
    const read = readList([{ id: '7', name: 'Engineer' }], 5001, look)
    expect(read.details).toEqual([])
    expect(read.next.map((r) => r.url)).toContainEqual(expect.stringContaining('q=revenue%20cycle'))
  })
})

describe('an advert', () => {
  test('reads in its sections with the headings of its page, videos left out', () => {
    const posting = readDetail({
      jobAd: {
        sections: {
          qualifications: { title: 'Qualifications', text: '<p>CPC</p>' },
          videos: { urls: [] },
          companyDescription: { title: 'About us', text: '<p>A clinic</p>' },
          jobDescription: { title: 'The job', text: '<p>You code</p>' },
        },
      },
    })
    expect(
      htmlToText(posting?.html ?? '')
        .split('\n')
        .filter(Boolean),
    ).toEqual(['About us', 'A clinic', 'The job', 'You code', 'Qualifications', 'CPC'])
  })
  test('that is no longer active is gone', () => {
    expect(readDetail({ active: false })).toBeNull()
    expect(readDetail({ active: true })?.external_id).toBe('7')
  })
  test('given by itself is one posting', () => {
    const read = smartrecruiters.read(
      pageOf({ id: '7', name: 'Coder', jobAd: { sections: {} } }),
      settings,
    )
    expect(read.postings.map((p) => p.title)).toEqual(['Coder'])
  })
  test('has the facts of its fields', () => {
    const posting = readDetail({
      company: { identifier: 'ExampleClinic', name: 'Example Clinic' },
      location: { city: 'Remote', region: 'NV', country: 'us', remote: true, hybrid: false },
      experienceLevel: { id: 'entry_level', label: 'Entry Level' },
      typeOfEmployment: { id: 'permanent', label: 'Full-time' },
      releasedDate: '2026-11-01T08:00:00.000Z',
      postingUrl: 'https://jobs.smartrecruiters.com/ExampleClinic/7-coder',
      applyUrl: 'https://jobs.smartrecruiters.com/ExampleClinic/7-coder?oga=true',
    })
    expect(posting).toMatchObject({
      url: 'https://jobs.smartrecruiters.com/ExampleClinic/7-coder',
      apply_url: 'https://jobs.smartrecruiters.com/ExampleClinic/7-coder?oga=true',
      employer: 'Example Clinic',
      places: [{ city: null, state: 'NV', country: 'US' }],
      remote: true,
      posted_at: '2026-11-01T08:00:00.000Z',
      employment_type: 'Full-time',
      structured: { level: 'Entry Level', work_mode: 'remote' },
    })
  })
  test('says nothing of a level that does not apply', () => {
    const level = { id: 'not_applicable', label: 'Not Applicable' }
    expect(readDetail({ experienceLevel: level })?.structured.level).toBeUndefined()
  })
})
