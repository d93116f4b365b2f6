import { describe, expect, test } from 'vitest'
import { paylocity } from '../../../workers/sources/paylocity.ts'
import { hasRecordedFeeds, recordedFeed } from '../../helpers/recorded.ts'

// Board and posting page are read field by field from recorded payloads in golden.test.ts; here are the traps.

const board = 'https://recruiting.paylocity.com/recruiting/jobs/All/1a2b/Acme-Health'
const settings = paylocity.settings.parse({ url: board })
const pageOf = (body: string, context: Record<string, unknown> = {}) => ({
  url: '',
  status: 200,
  content_type: 'text/html',
  body,
  context,
})
const boardOf = (jobs: object[]) =>
  `<html><body><script>window.pageData = ${JSON.stringify({ ModuleTitle: 'Acme &amp; Sons', Jobs: jobs })};</script></body></html>`
function stub(fields: Record<string, unknown>) {
  const body = boardOf([{ JobId: 41, JobTitle: 'Biller {I}; "A"', ...fields }])
  const [one] = paylocity.read(pageOf(body), settings).details
  if (one === undefined) throw new Error('no stub')
  return one
}

test('the board leads to a page for each job, under base_url when that is set', () => {
  expect(paylocity.first(settings)).toEqual([{ url: board, audience: 'page' }])
  expect(stub({})).toMatchObject({
    external_id: '41',
    version: null,
    title: 'Biller {I}; "A"',
    request: { url: 'https://recruiting.paylocity.com/Recruiting/Jobs/Details/41' },
    listed: { employer: 'Acme & Sons' },
  })
  const mirrored = paylocity.settings.parse({ url: board, base_url: 'http://127.0.0.1:4100' })
  const [one] = paylocity.read(pageOf(boardOf([{ JobId: 1, JobTitle: 'x' }])), mirrored).details
  expect(one?.request.url).toBe('http://127.0.0.1:4100/Recruiting/Jobs/Details/1')
})

test.each([
  ['https://example.org/recruiting/jobs/All/x/y'],
  ['https://recruiting.paylocity.com/other'],
])('%s is no board', (url) => {
  expect(paylocity.settings.safeParse({ url }).success).toBe(false)
})

test.each([
  [{ City: 'Amarillo', State: 'TX', Country: 'USA' }, 'Amarillo Site', [['Amarillo', 'TX', 'US']]],
  [{ City: 'Amarillo', State: null, Country: 'USA' }, 'Amarillo Site', [['Amarillo', null, 'US']]],
  [{ City: null, State: 'TX', Country: 'USA' }, 'Greater Texas, TX', [[null, 'TX', 'US']]],
  [null, 'Erie, PA', [['Erie', 'PA', 'US']]],
])('place %j named %j', (JobLocation, LocationName, places) => {
  const { listed } = stub({ JobLocation, LocationName })
  expect(listed?.places.map((p) => [p.city, p.state, p.country])).toEqual(places)
})

test.each([
  [{ IsRemote: true, LocationName: 'Erie, PA' }, true],
  [{ IsRemote: false, LocationName: 'Erie, PA' }, false],
  [{ IsRemote: true, LocationName: 'Erie, PA (Hybrid)' }, null],
  [{ IsRemote: false, LocationName: 'Remote' }, true],
  [{}, null],
])('%j means remote %s', (fields, remote) => {
  expect(stub(fields).listed?.remote).toBe(remote)
})

describe('a posting page', () => {
  const section = (heading: string, html: string) =>
    `<div class="job-listing-header">${heading}</div><div>${html}</div>`
  const ld = (fields: object) =>
    `<script type="application/ld+json">${JSON.stringify({ '@type': 'JobPosting', title: 'Biller', ...fields })}</script>`
  const detail = (inside: string, context = {}) =>
    paylocity.readDetail?.(
      pageOf(`<html><body>Powered by Paylocity ${inside}</body></html>`, context),
      { external_id: '41' },
      settings,
    )
  const sections = `<div class="job-preview-details">${section('Job Type', 'Part-time')}${section('Salary Range', '$18.00 - $22.00 / hour')}${section('Description &amp; duties', '<p>Caf&eacute;</p>')}</div>`

  test('takes text, kind and pay from its sections, the rest from its markup and the list', () => {
    const { context } = stub({
      HiringDepartment: 'Billing',
      PublishedDate: '2026-11-02T16:42:33-05:00',
      IsRemote: false,
    }).request
    const posting = detail(
      sections +
        ld({
          datePosted: '2026-11-02T21:42:38-05:00',
          description: '<p>other</p>',
          hiringOrganization: { name: 'Acme Health' },
        }),
      context,
    )
    expect(posting).toMatchObject({
      external_id: '41',
      title: 'Biller',
      employer: 'Acme Health',
      remote: false,
      // The page writes the moment in UTC with the board's zone behind it; the list is right.
      posted_at: '2026-11-02T16:42:33-05:00',
      pay: { min: 18, max: 22, unit: 'hour' },
      employment_type: 'Part-time',
      html: '<h3>Salary Range</h3><p>$18.00 - $22.00 / hour</p><h3>Description &amp; duties</h3><p>Caf&eacute;</p>',
      structured: { employment_type: 'Part-time', other: { department: 'Billing' } },
    })
  })

  test('without sections has the text of its markup, without markup that of its sections', () => {
    expect(detail(ld({ description: '<p>Post payments.</p>' }))?.html).toBe('<p>Post payments.</p>')
    const titled = `<span class="job-preview-title"><span>Biller</span></span>${sections}`
    expect(detail(titled)).toMatchObject({ title: 'Biller', employment_type: 'Part-time' })
  })

  test('without either holds no posting; a page of someone else is an error', () => {
    expect(detail('<p>This job is no longer available.</p>')).toBeNull()
    const other = pageOf('<html><body>Just a moment...</body></html>')
    expect(() => paylocity.readDetail?.(other, { external_id: '41' }, settings)).toThrow(
      'Paylocity',
    )
  })
})

test.skipIf(!hasRecordedFeeds)(
  `the recorded list and page of one posting agree on it${hasRecordedFeeds ? '' : ' (skipped: needs the recorded data)'}`,
  () => {
    const list = paylocity.read(
      pageOf(recordedFeed('paylocity/ever-jobs_paylocity_board.html')),
      settings,
    )
    const [one] = list.details
    expect([one?.external_id, list.details.length]).toEqual(['4248451', 18])
    const page = pageOf(
      recordedFeed('paylocity/ever-jobs_paylocity_detail.html'),
      one?.request.context,
    )
    const posting = paylocity.readDetail?.(page, { external_id: '4248451' }, settings)
    expect(posting).toMatchObject({
      title: 'Corporate Tax Director',
      employer: 'Fermi LLC',
      places: [{ city: 'Dallas', state: 'TX', country: 'US' }],
      remote: false,
      posted_at: '2026-06-11T16:42:33-05:00',
      structured: { other: { department: 'Finance' } },
    })
  },
)
