import { describe, expect, test } from 'vitest'
import { ukg } from '../../../workers/sources/ukg.ts'

// The shapes of search answer and opportunity page are those that public readers of UKG Pro boards show alike
// (2026-07 to 2026-10).

const board =
  'https://recruiting2.ultipro.com/ACM1000ACME/JobBoard/0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d'
const settings = ukg.settings.parse({ url: `${board}/` })
const pageOf = (body: string, context: Record<string, unknown> = {}) => ({
  url: '',
  status: 200,
  content_type: null,
  body,
  context,
})
const answer = (opportunities: object[], totalCount?: number) =>
  JSON.stringify({ opportunities, totalCount })
const opportunity = (fields: object = {}) => ({ Id: 'op-1', Title: 'Medical Biller', ...fields })
function stub(fields: object) {
  const [one] = ukg.read(pageOf(answer([opportunity(fields)], 1)), settings).details
  if (one === undefined) throw new Error('no stub')
  return one
}
const document = (fields: object) =>
  `<html><body><script>$(function () { var opportunity = new US.Opportunity.CandidateOpportunityDetail(${JSON.stringify(opportunity(fields))}); });</script></body></html>`
const detail = (fields: object, context = {}) =>
  ukg.readDetail?.(pageOf(document(fields), context), { external_id: 'op-1' }, settings)
const at = (
  City: string | null,
  State: unknown,
  Country: unknown = { Code: 'USA', Name: 'United States' },
) => ({
  LocalizedName: 'Main Campus',
  Address: { Line1: '1 Main St', City, State, Country, PostalCode: '18503' },
})

test('the search is the one the board asks, fifty at a time', () => {
  const [first] = ukg.first(settings)
  expect(first).toMatchObject({
    url: `${board}/JobBoardView/LoadSearchResults`,
    method: 'POST',
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
    audience: 'page',
  })
  expect(JSON.parse(first?.body ?? '')).toMatchObject({
    opportunitySearch: { Top: 50, Skip: 0, QueryString: '', Filters: [] },
  })
})

test.each([
  [{ opportunities: 50, total: 73, skip: 0 }, 50],
  [{ opportunities: 23, total: 73, skip: 50 }, null],
  [{ opportunities: 0, total: 73, skip: 50 }, null],
])('after %j comes skip %s', ({ opportunities, total, skip }, expected) => {
  const shown = Array.from({ length: opportunities }, (_, i) => opportunity({ Id: `op-${i}` }))
  const read = ukg.read(pageOf(answer(shown, total), { skip }), settings)
  expect(read.total).toBe(total)
  const [next] = read.next
  const body =
    next === undefined
      ? null
      : (JSON.parse(next.body ?? '') as { opportunitySearch: { Skip: number } })
  expect(body?.opportunitySearch.Skip ?? null).toBe(expected)
})

test('a board that serves the same page again is not asked for ever', () => {
  const page = pageOf(answer([opportunity()], 73), { skip: 50, first: 'op-1' })
  expect(ukg.read(page, settings).next).toEqual([])
})

test('an entry leads to its page, under base_url when that is set', () => {
  expect(stub({})).toMatchObject({
    external_id: 'op-1',
    version: null,
    title: 'Medical Biller',
    request: { url: `${board}/OpportunityDetail?opportunityId=op-1`, audience: 'page' },
  })
  const mirrored = ukg.settings.parse({ ...settings, base_url: 'http://127.0.0.1:4100' })
  const [one] = ukg.read(pageOf(answer([opportunity()], 1)), mirrored).details
  expect(one?.request.url).toMatch(/^http:\/\/127\.0\.0\.1:4100\/ACM1000ACME\/JobBoard\/.*=op-1$/)
  expect(one?.listed?.url).toBe(`${board}/OpportunityDetail?opportunityId=op-1`)
})

test.each([
  ['https://recruiting2.ultipro.com/ACME/JobBoard/'],
  ['https://evil.example.com/ACME/JobBoard/0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d'],
  ['http://recruiting.ultipro.com/ACME/JobBoard/0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d'],
])('%s is no board', (url) => {
  expect(ukg.settings.safeParse({ url }).success).toBe(false)
})

test('a page, field by field; its date is the first, that of the list the last publication', () => {
  const { context } = stub({
    PostedDate: '2026-11-09T10:00:00.000Z',
    BriefDescription: 'Post pay ...',
  }).request
  const posting = detail(
    {
      RequisitionNumber: 'BILL001',
      FullTime: true,
      JobCategoryName: 'Billing',
      Locations: [at('Scranton', { Code: 'PA', Name: 'Pennsylvania' })],
      PostedDate: '2026-10-01T15:47:39.763Z',
      Description: '<p>Post payments; "}); is {fine}".</p>',
      PayRangeVisible: true,
      PayRange: { PayRangeMinimum: '19.50', PayRangeMaximum: '24.00' },
      PayRangeCurrencyCode: 'USD',
      OpportunityIsClosed: false,
    },
    context,
  )
  expect(posting).toMatchObject({
    external_id: 'op-1',
    title: 'Medical Biller',
    url: `${board}/OpportunityDetail?opportunityId=op-1`,
    employer: null,
    places: [{ city: 'Scranton', state: 'PA', country: 'US' }],
    remote: null,
    posted_at: '2026-10-01T15:47:39.763Z',
    pay: { min: 19.5, max: 24 },
    employment_type: 'Full-time',
    html: '<p>Post payments; "}); is {fine}".</p>',
    structured: {
      other: {
        requisition_id: 'BILL001',
        category: 'Billing',
        locations: [{ name: 'Main Campus', street: '1 Main St', postal_code: '18503' }],
      },
    },
  })
})

test('an opportunity that is closed is gone; a page without one is an error', () => {
  expect(detail({ OpportunityIsClosed: true })).toBeNull()
  const shell = pageOf('<html><body><div id="root"></div></body></html>')
  expect(() => ukg.readDetail?.(shell, { external_id: 'op-1' }, settings)).toThrow('UKG Pro')
  const cut = pageOf(document({ Description: 'x' }).slice(0, 150))
  expect(() => ukg.readDetail?.(cut, { external_id: 'op-1' }, settings)).toThrow('middle')
})

test('a page read on its own tells its own id', () => {
  expect(ukg.read(pageOf(document({ Id: 'op-9' })), settings).postings).toMatchObject([
    { external_id: 'op-9' },
  ])
})

test.each([
  [{ PayRangeVisible: false }, null],
  [{ PayRangeCurrencyCode: 'CAD' }, null],
  [{ PayRange: null }, null],
  [{ PayRange: { PayRangeMinimum: '0', PayRangeMaximum: '52000.00' } }, { min: null, max: 52_000 }],
])('pay with %j', (change, pay) => {
  const shown = { PayRangeVisible: true, PayRange: { PayRangeMinimum: '1', PayRangeMaximum: '2' } }
  expect(detail({ ...shown, ...change })?.pay).toEqual(pay)
})

describe('where the work is done', () => {
  test.each([
    [{ JobLocationType: 0 }, null, 'Hybrid'],
    [{ JobLocationType: 1 }, false, 'On-site'],
    [{ JobLocationType: 2 }, true, 'Remote'],
    [{ JobLocationType: null, Locations: [{ LocalizedName: 'Remote' }] }, true, 'Remote'],
    [{}, null, undefined],
  ])('%j means remote %s', (fields, remote, mode) => {
    const { listed } = stub(fields)
    expect([listed?.remote, listed?.structured.work_mode]).toEqual([remote, mode])
  })

  test.each([
    [at('Anchorage', 'AK', null), [['Anchorage', 'AK', 'US']]],
    [at('Anchorage', null, null), [['Anchorage', null, null]]],
    [
      at('Perth', { Code: 'WA', Name: 'Western Australia' }, { Code: 'AUS', Name: 'Australia' }),
      [['Perth', 'Western Australia', 'AU']],
    ],
    [
      { LocalizedName: 'Main Campus', LocalizedDescription: 'Erie, PA', Address: null },
      [['Erie', 'PA', 'US']],
    ],
    [{ LocalizedName: 'Main Campus', Address: null }, []],
  ])('place %j', (location, places) => {
    const { listed } = stub({ Locations: [location, location] })
    expect(listed?.places.map((p) => [p.city, p.state, p.country])).toEqual(places)
  })
})

test.each([
  [true, 'Full-time'],
  [false, 'Part-time'],
  [null, null],
])('FullTime %s is %s', (FullTime, type) => {
  expect(stub({ FullTime }).listed?.employment_type).toBe(type)
})
