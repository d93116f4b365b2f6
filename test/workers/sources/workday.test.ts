import { describe, expect, test } from 'vitest'
import type { FeedRequest } from '../../../workers/sources/contract.ts'
import { TRADE_WORDS } from '../../../workers/sources/trade-words.ts'
import { workday } from '../../../workers/sources/workday.ts'

// Answers in the shape that readers of the interface published: a list of summaries by POST, and
// jobPostingInfo for each advert (github.com/career-ops-hq/career-ops issues 1419 and 3310;
// github.com/strelov1/freehire pull request 725).

const settings = { tenant: 'acme', host: 'wd5', site: 'External' }
const pageOf = (body: unknown, context: Record<string, unknown> = {}) => ({
  url: '',
  status: 200,
  content_type: null,
  body: JSON.stringify(body),
  context,
})
const entry = (id: string, change: Record<string, unknown> = {}) => ({
  title: `Medical Coder ${id}`,
  externalPath: `/job/Town/Medical-Coder_${id}`,
  bulletFields: [id],
  ...change,
})
const readList = (jobPostings: unknown[], total: number, context = {}) =>
  workday.read(pageOf({ total, jobPostings }, context), settings)
function listed(change: Record<string, unknown>) {
  const posting = readList([entry('R1', change)], 1).details[0]?.listed
  if (posting === undefined) throw new Error('rejected')
  return posting
}
const asked = (request: FeedRequest | undefined) =>
  JSON.parse(request?.body ?? '{}') as Record<string, unknown>

describe('the list', () => {
  test('is asked for by POST with all four fields, as a page that obeys robots.txt', () => {
    const [request, ...more] = workday.first(settings)
    expect(request).toMatchObject({
      url: 'https://acme.wd5.myworkdayjobs.com/wday/cxs/acme/External/jobs',
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      audience: 'page',
    })
    expect(asked(request)).toEqual({ appliedFacets: {}, limit: 20, offset: 0, searchText: '' })
    expect(more).toEqual([])
  })

  test('goes on to the total of its first page, for later pages say 0', () => {
    const page = (from: number, n: number) =>
      Array.from({ length: n }, (_, i) => entry(`R${from + i}`))
    const [second] = readList(page(0, 20), 45, workday.first(settings)[0]?.context).next
    expect(asked(second)).toMatchObject({ offset: 20, searchText: '' })
    const middle = readList(page(20, 20), 0, second?.context)
    expect(asked(middle.next[0])).toMatchObject({ offset: 40 })
    const last = readList(page(40, 5), 0, middle.next[0]?.context)
    expect([last.next, last.total, last.cut]).toEqual([[], 45, false])
  })

  test('of a board beyond its reach is left for searches by the words of the trade', () => {
    const read = readList([entry('R1')], 2000, workday.first(settings)[0]?.context)
    expect(read).toMatchObject({ details: [], total: null, cut: false })
    expect(read.next.map((r) => asked(r)['searchText'])).toEqual([...TRADE_WORDS])
  })

  test('of a search beyond its reach says that it is cut', () => {
    const [search] = workday.first({ ...settings, search: ['coding'] })
    expect(asked(search)).toMatchObject({ searchText: 'coding', offset: 0 })
    expect(readList([entry('R1')], 2000, search?.context)).toMatchObject({ total: 2000, cut: true })
  })

  test('asks for each advert at its own address', () => {
    const [stub] = readList([entry('R1')], 1).details
    expect(stub).toMatchObject({
      external_id: 'R1',
      version: null,
      title: 'Medical Coder R1',
      request: {
        url: 'https://acme.wd5.myworkdayjobs.com/wday/cxs/acme/External/job/Town/Medical-Coder_R1',
        audience: 'page',
      },
    })
  })

  test('tells how long ago a posting was made in words, which are no date', () => {
    const posting = listed({ postedOn: 'Posted 30+ Days Ago' })
    expect([posting.posted_at, posting.structured.other?.['posted_on']]).toEqual([
      null,
      'Posted 30+ Days Ago',
    ])
  })

  test('keeps the entries beside one without a title or an address', () => {
    const read = readList([entry('R1'), { bulletFields: ['R2'] }, entry('R3', { title: ' ' })], 3)
    expect(read.details.map((d) => d.external_id)).toEqual(['R1'])
    expect(read.rejected).toMatchObject([{ reason: expect.stringMatching(/title/) as string }, {}])
    expect(read.rejected[1]?.external_id).toBe('R3')
  })
})

test.each([
  ['/job/Town/Medical-Coder_R1', ['R1'], 'R1'],
  ['/job/Town/Medical-Coder_R1-1', ['R1'], 'R1-1'],
  ['/job/Town/Coder-_Remote_JR-0042', ['Boise', 'Coding'], 'JR-0042'],
  ['/job/Town/Coder_R_1234', ['R_1234'], 'R_1234'],
  ['/job/canary/JR-C1', [], 'JR-C1'],
])('the id in %s beside the bullets %j is %s', (externalPath, bulletFields, id) => {
  const [stub] = readList([entry('x', { externalPath, bulletFields })], 1).details
  expect(stub?.external_id).toBe(id)
})

describe('a location name in the list', () => {
  test.each([
    ['Scranton, PA', [['Scranton', 'PA', 'US']]],
    ['US, CA, Santa Clara', [['Santa Clara', 'CA', 'US']]],
    ['Ohio - Cleveland', [['Cleveland', 'OH', 'US']]],
    ['University City, Missouri', [['University City', 'MO', 'US']]],
    ['Texas - Main Campus', [[null, 'TX', 'US']]],
    ['3 Locations', []],
    ['1 Location', []],
    ['Banner Gateway Medical Center', []],
    ['Building 7', []],
    // Whose code it is, the list does not say.
    ['MN - Rochester', []],
    ['MN-Rochester', []],
  ])('%s', (locationsText, places) => {
    const read = listed({ locationsText }).places.map((p) => [p.city, p.state, p.country])
    expect(read).toEqual(places)
  })

  test.each([
    ['US, TX, Remote', null, true],
    ['Remote - Ohio', null, true],
    ['Scranton, PA', null, null],
    ['Scranton, PA', 'Fully Remote', true],
    ['Remote - Ohio', 'Hybrid', null],
    ['Scranton, PA', 'On-site', false],
  ])('%s with the remote type %s means remote %s', (locationsText, remoteType, remote) => {
    expect(listed({ locationsText, remoteType }).remote).toBe(remote)
  })
})

describe('an advert', () => {
  const detail = (info: Record<string, unknown> = {}, name: string | null = null) => ({
    jobPostingInfo: {
      id: '26a2c7006b11100114a28c7b16800000',
      title: 'Medical Coder',
      jobReqId: 'R1',
      jobPostingId: 'Medical-Coder_R1',
      ...info,
    },
    hiringOrganization: { name },
    similarJobs: [],
  })
  const read = (info: Record<string, unknown>, name: string | null = null) => {
    const context = { path: '/job/Town/Medical-Coder_R1' }
    const posting = workday.readDetail?.(
      pageOf(detail(info, name), context),
      { external_id: 'R1' },
      settings,
    )
    if (posting == null) throw new Error('gone')
    return posting
  }

  test('has its date from startDate and its last day from endDate, and no moving words beside them', () => {
    const posting = read({
      startDate: '2026-10-01',
      endDate: '2026-12-01',
      postedOn: 'Posted 30+ Days Ago',
      timeLeftToApply: '7 days left to apply',
    })
    expect([posting.posted_at, posting.expires_at]).toEqual(['2026-10-01', '2026-12-01'])
    expect(JSON.stringify(posting)).not.toMatch(/Days Ago|left to apply/i)
  })

  test('has the places of all its names, the country field for the first', () => {
    const posting = read({
      location: 'MN-Rochester',
      additionalLocations: ['Arizona - Phoenix', 'Main Hospital'],
      country: { descriptor: 'United States of America', id: 'bc33aa3152ec42d4995f4791a106ed09' },
    })
    expect(posting.places).toEqual([
      { city: 'Rochester', state: 'MN', country: 'US' },
      { city: 'Phoenix', state: 'AZ', country: 'US' },
    ])
  })

  test('in a building has the country only', () => {
    const of = { location: 'Main Hospital', country: { alpha2Code: 'US' } }
    expect(read(of).places).toEqual([{ city: null, state: null, country: 'US' }])
    const requisition = { jobRequisitionLocation: { country: { alpha2Code: 'US' } } }
    expect(read(requisition).places).toEqual([{ city: null, state: null, country: 'US' }])
  })

  test('is remote when its type or every one of its places says so', () => {
    expect(read({ remoteType: 'Remote' }).remote).toBe(true)
    expect(
      read({ location: 'US, CA, Remote', additionalLocations: ['US, TX, Remote'] }).remote,
    ).toBe(true)
    expect(
      read({ location: 'US, CA, Santa Clara', additionalLocations: ['US, TX, Remote'] }).remote,
    ).toBeNull()
  })

  test('links to the page it names, else to the one its list named', () => {
    const externalUrl = 'https://acme.wd5.myworkdayjobs.com/External/job/Elsewhere/Coder_R1'
    expect(read({ externalUrl }).url).toBe(externalUrl)
    expect(read({}).url).toBe(
      'https://acme.wd5.myworkdayjobs.com/External/job/Town/Medical-Coder_R1',
    )
  })

  test('names the employer, but not by an inner code', () => {
    expect(read({}, 'Acme Health').employer).toBe('Acme Health')
    const coded = read({}, 'F063 Acme Shared Services')
    expect([coded.employer, coded.structured.other?.['hiring_organisation']]).toEqual([
      null,
      'F063 Acme Shared Services',
    ])
  })

  test('that is no longer posted is gone', () => {
    const gone = pageOf(detail({ posted: false }))
    expect(workday.readDetail?.(gone, { external_id: 'R1' }, settings)).toBeNull()
  })

  test('given by itself is one posting, with the id its address shows', () => {
    const externalUrl = 'https://acme.wd5.myworkdayjobs.com/External/job/Town/Medical-Coder_R1-2'
    const { postings } = workday.read(pageOf(detail({ externalUrl })), settings)
    expect(postings.map((p) => [p.external_id, p.title])).toEqual([['R1-2', 'Medical Coder']])
    expect(workday.read(pageOf(detail()), settings).postings[0]?.external_id).toBe('R1')
  })
})

test.each([
  [{ tenant: 'a/b', host: 'wd5', site: 'x' }],
  [{ tenant: 'a', host: 'evil.example.org', site: 'x' }],
  [{ tenant: 'a', host: 'wd5', site: 'x/y' }],
  [{ tenant: 'a', host: 'wd5' }],
])('settings %j cannot be used', (bad) => {
  expect(workday.settings.safeParse(bad).success).toBe(false)
})
