import { describe, expect, test } from 'vitest'
import { FootholdError } from '../../../core/errors.ts'
import { icims } from '../../../workers/sources/icims.ts'

// A list page is read from a recorded payload in golden.test.ts. The cards with labelled fields and the posting
// pages here have the shapes that public readers of iCIMS portals show (2026-09).

const settings = icims.settings.parse({ host: 'careers-acme.icims.com' })
const pageOf = (body: string, context: Record<string, unknown> = {}, url = '') => ({
  url,
  status: 200,
  content_type: 'text/html',
  body,
  context,
})
const list = (cards: string, more = '') =>
  `<html><body><div class="iCIMS_MainWrapper iCIMS_ListingsPage">${more}<ul class="container-fluid iCIMS_JobsTable">${cards}</ul></div></body></html>`
const card = (href: string, inside = '', title = 'Medical Coder') =>
  `<li class="iCIMS_JobCardItem"><div class="row">${inside}<div class="col-xs-12 title"><a href="${href}" class="iCIMS_Anchor"><span class="sr-only field-label">Title</span><h3>
  ${title}</h3></a></div></div></li>`
const LINK = 'https://careers-acme.icims.com/jobs/41/medical-coder/job?in_iframe=1&amp;hashed=-3'
const read = (body: string, context = {}) => icims.read(pageOf(body, context), settings)
function listed(inside: string) {
  const [stub] = read(list(card(LINK, inside))).details
  if (stub?.listed === undefined) throw new Error('no stub')
  return stub.listed
}
const header = (label: string, value: string) =>
  `<div class="col-xs-6 header left"><span class="sr-only field-label">${label}</span><span>
  ${value}</span></div>`
const tag = (label: string, value: string) =>
  `<div class="iCIMS_JobHeaderTag"><dt class="iCIMS_JobHeaderField">${label}</dt><dd class="iCIMS_JobHeaderData"><span>${value}</span></dd></div>`

test('the list is asked for without its frame', () => {
  expect(icims.first(settings)).toMatchObject([
    { url: 'https://careers-acme.icims.com/jobs/search?ss=1&in_iframe=1', audience: 'page' },
  ])
})

test('a card, field by field', () => {
  const posting = listed(
    `${header('Job Locations', 'US-PA-Scranton | US-NC-Winston-Salem')}${header('Requisition ID', '2026-41')}
     <div class="col-xs-12 description">Assign codes &amp; more.</div>
     <dl>${tag('Category (Portal Searching)', 'Health Information')}${tag('Position Type', 'Regular Full-Time')}${tag('Location Name', 'Main Campus')}
     <div class="iCIMS_JobHeaderTag"><dt>Posted Date</dt><dd><span title="11/3/2026 2:15 PM">2 days ago</span></dd></div></dl>`,
  )
  expect(posting).toMatchObject({
    external_id: '41',
    title: 'Medical Coder',
    url: 'https://careers-acme.icims.com/jobs/41/medical-coder/job',
    places: [
      { city: 'Scranton', state: 'PA', country: 'US' },
      { city: 'Winston-Salem', state: 'NC', country: 'US' },
    ],
    remote: null,
    posted_at: '2026-11-03',
    employment_type: 'Regular Full-Time',
    html: '<p>Assign codes &amp; more.</p>',
    structured: {
      other: {
        requisition_id: '2026-41',
        fields: {
          'Category (Portal Searching)': 'Health Information',
          'Location Name': 'Main Campus',
          'Posted Date': '2 days ago',
        },
      },
    },
  })
})

test.each([
  ['US-PA-Scranton', null, [['Scranton', 'PA', 'US']]],
  ['US-UT-North Salt Lake', null, [['North Salt Lake', 'UT', 'US']]],
  ['US-TX', null, [[null, 'TX', 'US']]],
  ['US-Remote', true, [[null, null, 'US']]],
  ['US-TX-Remote', true, [[null, 'TX', 'US']]],
  ['Remote', true, []],
  ['GB-London', null, [['London', null, 'GB']]],
  ['IN-KA-Bengaluru', null, [['Bengaluru', 'KA', 'IN']]],
  // California or Canada, Indiana or India: which one is not said.
  ['CA-San Diego', null, [['San Diego', null, null]]],
  ['Scranton, PA', null, [['Scranton', 'PA', 'US']]],
  ['US', null, [[null, null, 'US']]],
])('place %j', (line, remote, places) => {
  const posting = listed(header('Location', line))
  expect(posting.places.map((p) => [p.city, p.state, p.country])).toEqual(places)
  expect(posting.remote).toBe(remote)
})

describe('a link', () => {
  test('without a host belongs to the portal, and its page is asked for without the frame', () => {
    const [stub] = read(list(card('/jobs/41/medical-coder/job'))).details
    expect(stub).toMatchObject({
      external_id: '41',
      version: null,
      title: 'Medical Coder',
      request: { url: 'https://careers-acme.icims.com/jobs/41/medical-coder/job?in_iframe=1' },
    })
  })

  test('to another portal of the platform is kept, one to another site is not followed', () => {
    const body = list(
      card('https://external-acme.icims.com/jobs/5/x/job') +
        card('https://evil.example.com/jobs/9/x/job') +
        card('https://notaicims.com/jobs/9/x/job') +
        card('javascript:alert(1)'),
    )
    const { details, rejected } = read(body)
    expect(details.map((d) => d.request.url)).toEqual([
      'https://external-acme.icims.com/jobs/5/x/job?in_iframe=1',
    ])
    expect(rejected.map((r) => [r.where, r.external_id])).toEqual([
      ['cards[1]', undefined],
      ['cards[2]', undefined],
      ['cards[3]', undefined],
    ])
  })

  test('under base_url leads to the mirror, and for people to the real portal', () => {
    const mirrored = icims.settings.parse({ ...settings, base_url: 'http://127.0.0.1:4100/m' })
    for (const href of [LINK, 'http://127.0.0.1:4100/jobs/41/medical-coder/job']) {
      const [stub] = icims.read(pageOf(list(card(href))), mirrored).details
      expect(stub?.request.url).toBe(
        'http://127.0.0.1:4100/m/jobs/41/medical-coder/job?in_iframe=1',
      )
      expect(stub?.listed?.url).toBe('https://careers-acme.icims.com/jobs/41/medical-coder/job')
    }
  })
})

describe('older markup', () => {
  test('rows without cards', () => {
    const body = `<html><body><div class="iCIMS_MainWrapper"><div class="container-fluid iCIMS_JobsTable"><div class="row"><div>Search Results</div></div>
      <div class="row">${header('Job Locations', 'US-PA-Erie')}<div class="title"><a href="${LINK}">Biller</a></div></div></div></div></body></html>`
    const [stub, ...more] = read(body).details
    expect(more).toEqual([])
    expect(stub?.listed).toMatchObject({ title: 'Biller', places: [{ city: 'Erie', state: 'PA' }] })
  })

  test('rows of a table class', () => {
    const body = `<html><body><div class="iCIMS_JobsTable"><div class="iCIMS_JobListingRow"><h3 class="title"><a class="iCIMS_Anchor" href="/jobs/7/x/job">Coder</a></h3><span class="iCIMS_JobHeaderTag iCIMS_JobLocation">US-CA-San Francisco</span></div></div></body></html>`
    expect(read(body).details[0]?.listed).toMatchObject({
      external_id: '7',
      title: 'Coder',
      places: [{ city: 'San Francisco', state: 'CA', country: 'US' }],
    })
  })

  test('a portal without a posting is empty and not broken', () => {
    const body =
      '<html><body><div class="iCIMS_MainWrapper iCIMS_ListingsPage">Sorry, no jobs were found that match your search criteria.</div></body></html>'
    expect(read(body)).toMatchObject({ details: [], rejected: [], next: [] })
  })
})

describe('paging', () => {
  const urlsAfter = (body: string, page: number) => read(body, { page }).next.map((n) => n.url)
  const second =
    'https://careers-acme.icims.com/jobs/search?pr=1&in_iframe=1&searchRelation=keyword_all'

  test('the next page follows where a link or the count of pages announces it', () => {
    expect(
      urlsAfter(list(card(LINK), '<a href="/jobs/search?pr=1&amp;in_iframe=1">2</a>'), 0),
    ).toEqual([second])
    expect(urlsAfter(list(card(LINK), '<h2>Search Results Page <b>1</b> of 3</h2>'), 0)).toEqual([
      second,
    ])
    expect(urlsAfter(list(card(LINK), '<h2>Page 3 of 3</h2>'), 2)).toEqual([])
    expect(urlsAfter(list(card(LINK)), 0)).toEqual([])
  })

  test('a neighbouring page in its place, or an announced page that is empty, keeps the poll from closing anything', () => {
    const other = read(list(card(LINK), '<h2>Page 1 of 3</h2>'), { page: 1 })
    expect([other.next, other.rejected]).toMatchObject([[], [{ where: 'page 2' }]])
    const empty = read(list(''), { page: 1 })
    expect([empty.next, empty.rejected]).toMatchObject([[], [{ where: 'page 2' }]])
    expect(empty.rejected[0]?.external_id).toBeUndefined()
  })
})

const ld = (fields: Record<string, unknown>) =>
  `<html><head><script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', '@type': 'JobPosting', title: 'Coder &amp; Auditor', ...fields })}</script></head><body class="iCIMS_JobContent"></body></html>`
const detail = (body: string, context = {}, given = settings) =>
  icims.readDetail?.(pageOf(body, context), { external_id: '41' }, given)

describe('a posting page', () => {
  const whole = {
    description: '<p>Assign codes.</p>',
    datePosted: '2026-09-11T04:00:00.000Z',
    validThrough: '2027-09-11T04:00:00.000Z',
    employmentType: 'FULL_TIME',
    hiringOrganization: { '@type': 'Organization', name: 'Acme Health' },
    jobLocation: [
      {
        '@type': 'Place',
        address: {
          addressLocality: 'Erie',
          addressRegion: 'PA',
          addressCountry: 'US',
          postalCode: 'UNAVAILABLE',
        },
      },
    ],
  }

  test('is read by its markup, completed by what the list said', () => {
    const context = {
      listed: listed(header('ID', '2026-41') + header('Location', 'US-PA-Scranton')),
    }
    expect(detail(ld(whole), context)).toMatchObject({
      external_id: '41',
      title: 'Coder & Auditor',
      url: 'https://careers-acme.icims.com/jobs/41/medical-coder/job',
      employer: 'Acme Health',
      places: [{ city: 'Erie', state: 'PA', country: 'US' }],
      posted_at: '2026-09-11T04:00:00.000Z',
      expires_at: '2027-09-11T04:00:00.000Z',
      employment_type: 'FULL_TIME',
      html: '<p>Assign codes.</p>',
      structured: { other: { requisition_id: '2026-41' } },
    })
    const bare = detail(ld({ description: '<p>x</p>' }), context)
    expect(bare?.places).toEqual([{ city: 'Scranton', state: 'PA', country: 'US' }])
  })

  test('of a portal that makes up its date has none, unless the list tells one', () => {
    const ignoring = icims.settings.parse({ ...settings, ignore_date_posted: true })
    expect(detail(ld(whole), {}, ignoring)?.posted_at).toBeNull()
    const dated = listed(
      '<div class="iCIMS_JobHeaderTag"><dt>Posted Date</dt><dd><span title="11/3/2026 2:15 PM">today</span></dd></div>',
    )
    expect(detail(ld(whole), { listed: dated }, ignoring)?.posted_at).toBe('2026-11-03')
  })

  test('without markup is read by its sections', () => {
    const section = (heading: string, text: string) =>
      `<h2 class="iCIMS_InfoMsg iCIMS_InfoField_Job">${heading}</h2><div class="iCIMS_InfoMsg iCIMS_InfoMsg_Job"><div class="iCIMS_Expandable_Text">${text}</div></div>`
    const body = `<html><body><div class="iCIMS_JobContent"><h1 class="iCIMS_Header">Medical Coder</h1>${header('Job Locations', 'US-PA-Erie')}
      ${section('Overview', '<p>Caf&eacute; &amp; clinic</p>')}${section('Qualifications', '<ul><li>CPC</li></ul>')}</div></body></html>`
    expect(detail(body)).toMatchObject({
      external_id: '41',
      title: 'Medical Coder',
      places: [{ city: 'Erie', state: 'PA', country: 'US' }],
      html: '<h3>Overview</h3><p>Caf&eacute; &amp; clinic</p><h3>Qualifications</h3><ul><li>CPC</li></ul>',
    })
  })

  test('that shows the list instead is gone; a page of a bot check is an error', () => {
    expect(detail(list(card(LINK)))).toBeNull()
    let problem: unknown
    try {
      detail('<html><title>Human Verification</title><body></body></html>')
    } catch (error) {
      problem = error instanceof FootholdError && error.details['problem']
    }
    expect(problem).toBe('mis-shaped')
  })

  test('read on its own is known by its own address', () => {
    const url = 'https://careers-acme.icims.com/jobs/77/coder/job'
    const body = ld({ ...whole, url }).replace(
      '</body>',
      `<a href="${url}?mode=apply">Apply</a></body>`,
    )
    expect(read(body).postings).toMatchObject([{ external_id: '77', url }])
  })
})
