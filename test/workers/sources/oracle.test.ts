import { describe, expect, test } from 'vitest'
import { FootholdError } from '../../../core/errors.ts'
import { htmlToText } from '../../../core/domain/text/html-to-text.ts'
import { oracle } from '../../../workers/sources/oracle.ts'

// Answers in the shape that readers of the interface published (a list inside items[0], a detail inside
// items[0]); no payload of it was recorded.

const settings = { host: 'acme.fa.ocs.oraclecloud.com', site_number: 'CX_1' }
const pageOf = (body: unknown, context: Record<string, unknown> = {}) => ({
  url: '',
  status: 200,
  content_type: null,
  body: JSON.stringify(body),
  context,
})
const readList = (
  requisitionList: unknown[] | null | undefined,
  TotalJobsCount: number,
  context = {},
) =>
  oracle.read(
    pageOf({ items: [{ TotalJobsCount, requisitionList }], hasMore: false }, context),
    settings,
  )
function read(item: Record<string, unknown>) {
  const body = { items: [{ Id: '7', Title: 'Medical Coder', ...item }] }
  const posting = oracle.readDetail?.(pageOf(body), { external_id: '7' }, settings)
  if (posting == null) throw new Error('gone')
  return posting
}

describe('the list', () => {
  test('is asked for expanded, with paging and facets inside the finder', () => {
    const [request] = oracle.first(settings)
    expect(request?.audience).toBe('page')
    const url = request?.url ?? ''
    expect(url).toMatch(
      'https://acme.fa.ocs.oraclecloud.com/hcmRestApi/resources/latest/recruitingCEJobRequisitions?onlyData=true&expand=requisitionList.',
    )
    expect(url).toContain('requisitionList.secondaryLocations')
    expect(url).toMatch(
      /&finder=findReqs;siteNumber=CX_1,facetsList=LOCATIONS%3B.+,limit=100,offset=0,sortBy=POSTING_DATES_DESC$/,
    )
  })

  test('takes a keyword in quotes', () => {
    const [request] = oracle.first({ ...settings, search: ['revenue cycle'] })
    expect(request?.url).toContain(',keyword=%22revenue%20cycle%22,')
  })

  test('goes on by what it shows to TotalJobsCount, whatever hasMore says', () => {
    const ids = (from: number, n: number) =>
      Array.from({ length: n }, (_, i) => ({ Id: String(from + i), Title: 'Nurse' }))
    // The server shows 25 where 100 were asked for.
    const first = readList(ids(0, 25), 40, oracle.first(settings)[0]?.context)
    expect(first.next.map((r) => r.url)).toEqual([expect.stringContaining('offset=25')])
    const last = readList(ids(25, 15), 40, first.next[0]?.context)
    expect([last.next, last.total, last.cut]).toEqual([[], 40, false])
  })

  test.each([[[]], [null], [undefined]])(
    'that counts postings and shows %j is refused: it was not expanded',
    (nothing) => {
      let problem: unknown
      try {
        readList(nothing, 243)
      } catch (error) {
        problem = error instanceof FootholdError ? [error.code, error.details['problem']] : error
      }
      expect(problem).toEqual(['bad-feed', 'mis-shaped'])
    },
  )

  test('that is empty and counts none is empty', () => {
    expect(readList([], 0)).toMatchObject({ details: [], next: [], total: 0 })
  })

  test('leads to one request for each advert, its id in quotes', () => {
    const [stub] = readList([{ Id: 300123, Title: 'Coder', PostedDate: '2026-11-01' }], 1).details
    expect(stub).toMatchObject({ external_id: '300123', version: null, title: 'Coder' })
    expect(stub?.request.url).toMatch(
      /recruitingCEJobRequisitionDetails\?onlyData=true&expand=all&finder=ById;Id=%22300123%22,siteNumber=CX_1$/,
    )
    expect(stub?.listed).toMatchObject({
      url: 'https://acme.fa.ocs.oraclecloud.com/hcmUI/CandidateExperience/en/sites/CX_1/job/300123',
      posted_at: '2026-11-01',
    })
  })
})

describe('the place', () => {
  test('is every named one', () => {
    const posting = read({
      PrimaryLocation: 'Nashville, TN, United States',
      secondaryLocations: [{ Name: 'Reno, NV, United States' }],
      workLocation: [{ TownOrCity: 'Elsewhere', Region2: 'TN', Country: 'US' }],
    })
    expect(posting.places).toEqual([
      { city: 'Nashville', state: 'TN', country: 'US' },
      { city: 'Reno', state: 'NV', country: 'US' },
    ])
  })
  test('is the address of the work where only a country is named', () => {
    const workLocation = [{ TownOrCity: 'Reno', Region1: 'Washoe', Region2: 'NV', Country: 'US' }]
    expect(read({ PrimaryLocation: 'United States', workLocation }).places).toEqual([
      { city: 'Reno', state: 'NV', country: 'US' },
    ])
  })
  test('is the country where nothing else is said', () => {
    const us = [{ city: null, state: null, country: 'US' }]
    expect(read({ PrimaryLocation: 'United States' }).places).toEqual(us)
    expect(read({ PrimaryLocationCountry: 'US' }).places).toEqual(us)
  })
})

test.each([
  [{ WorkplaceTypeCode: 'ORA_REMOTE' }, true, 'ORA_REMOTE'],
  [{ WorkplaceTypeCode: 'ORA_ON_SITE', WorkplaceType: 'On-site' }, false, 'On-site'],
  [{ WorkplaceType: 'Hybrid' }, null, 'Hybrid'],
  [{ WorkplaceType: '', WorkplaceTypeCode: null }, null, undefined],
])('the workplace %j means remote %s', (fields, remote, mode) => {
  const posting = read(fields)
  expect([posting.remote, posting.structured.work_mode]).toEqual([remote, mode])
})

test('dates are those of the advert, else those of the list', () => {
  const advert = {
    ExternalPostedStartDate: '2026-10-30T15:05:42+00:00',
    ExternalPostedEndDate: '2026-12-31',
    PostedDate: '2026-10-29',
  }
  const posting = read(advert)
  expect([posting.posted_at, posting.expires_at]).toEqual([
    '2026-10-30T15:05:42+00:00',
    '2026-12-31',
  ])
  const dates = read({ PostedDate: '2026-10-29', PostingEndDate: '2026-12-01' })
  expect([dates.posted_at, dates.expires_at]).toEqual(['2026-10-29', '2026-12-01'])
})

test('the advert reads in its parts, the fields an employer made up among them', () => {
  const posting = read({
    ExternalDescriptionStr: '<p>We code.</p>',
    ShortDescriptionStr: 'Teaser',
    ExternalResponsibilitiesStr: '<p>Assign codes.</p>',
    ExternalQualificationsStr: '<p>CPC.</p>',
    skills: [{ Skill: 'ICD-10' }],
    requisitionFlexFields: {
      items: [
        { Prompt: 'FTE', Value: '1.0' },
        { Prompt: 'Pay range', Value: '$19 - $23 an hour' },
        { Prompt: 'Empty', Value: null },
      ],
    },
    CorporateDescriptionStr: '<p>A hospital.</p>',
    StudyLevel: 'High School Diploma',
    JobSchedule: 'Full time',
  })
  expect(
    htmlToText(posting.html ?? '')
      .split('\n')
      .filter(Boolean),
  ).toEqual([
    'We code.',
    'Responsibilities',
    'Assign codes.',
    'Qualifications',
    'CPC.',
    'Skills',
    'ICD-10',
    'Job info',
    '• FTE: 1.0',
    '• Pay range: $19 - $23 an hour',
    'About the employer',
    'A hospital.',
  ])
  expect(posting).toMatchObject({
    employment_type: 'Full time',
    structured: { education: 'High School Diploma' },
  })
  const one = read({ requisitionFlexFields: [{ Prompt: 'FTE', Value: '0.5' }] })
  expect(one.html).toContain('FTE: 0.5')
})

test('an advert that is gone answers with an empty list', () => {
  const gone = oracle.readDetail?.(pageOf({ items: [] }), { external_id: '7' }, settings)
  expect(gone).toBeNull()
})

test('an advert given by itself is one posting', () => {
  const { postings } = oracle.read(pageOf({ items: [{ Id: '7', Title: 'Coder' }] }), settings)
  expect(postings.map((p) => [p.external_id, p.title])).toEqual([['7', 'Coder']])
})

test('what moves with the reader or the hour does not change a posting', () => {
  const moving = (n: number) =>
    read({ Distance: n, Relevancy: n, TrendingFlag: n > 1, BeFirstToApplyFlag: n > 1 })
  expect(moving(1)).toEqual(moving(2))
})
