import { describe, expect, test } from 'vitest'
import { teamtailor } from '../../../workers/sources/teamtailor.ts'

// The shape of jobs.rss is the one its public readers describe alike (seen 2026-08 and 2026-09).

const settings = teamtailor.settings.parse({ host: 'careers.acme.example' })
const pageOf = (body: string, context: Record<string, unknown> = {}) => ({
  url: '',
  status: 200,
  content_type: null,
  body,
  context,
})
const rss = (items: string, title = 'Acme Health') =>
  `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:tt="https://teamtailor.com/locations"><channel><title>${title}</title>${items}</channel></rss>`
function item(elements: string) {
  const body = rss(`<item><title>Medical Biller</title><guid>g-1</guid>${elements}</item>`)
  const [posting] = teamtailor.read(pageOf(body), settings).postings
  if (posting === undefined) throw new Error('rejected')
  return posting
}
const location = (inside: string) =>
  `<tt:locations><tt:location>${inside}</tt:location></tt:locations>`

test('a whole item, field by field', () => {
  const posting = item(`
    <description>&lt;p&gt;Post &lt;b&gt;payments&lt;/b&gt;.&lt;/p&gt;</description>
    <pubDate>Fri, 06 Nov 2026 19:59:48 +0100</pubDate>
    <link>https://careers.acme.example/jobs/41-medical-biller</link>
    <remoteStatus>hybrid</remoteStatus>
    ${location('<tt:name>Scranton, PA</tt:name><tt:address>1 Main St</tt:address><tt:zip>18503</tt:zip><tt:city>Scranton</tt:city><tt:country>United States</tt:country>')}
    <tt:department>Revenue &amp; Billing</tt:department>
    <tt:role>Biller</tt:role>`)
  expect(posting).toMatchObject({
    external_id: 'g-1',
    title: 'Medical Biller',
    url: 'https://careers.acme.example/jobs/41-medical-biller',
    employer: 'Acme Health',
    places: [{ city: 'Scranton', state: 'PA', country: 'US' }],
    remote: null,
    posted_at: '2026-11-06T19:59:48+01:00',
    html: '<p>Post <b>payments</b>.</p>',
    structured: {
      work_mode: 'hybrid',
      other: {
        remote_status: 'hybrid',
        department: 'Revenue & Billing',
        role: 'Biller',
        locations: [{ name: 'Scranton, PA', address: '1 Main St', zip: '18503', city: 'Scranton' }],
      },
    },
  })
})

test.each([
  ['fully', true, 'fully remote'],
  ['hybrid', null, 'hybrid'],
  ['none', null, undefined],
  ['temporary', null, undefined],
])('remoteStatus %s means remote %s', (status, remote, mode) => {
  const posting = item(`<remoteStatus>${status}</remoteStatus>`)
  expect([posting.remote, posting.structured.work_mode]).toEqual([remote, mode])
})

test.each([
  // The country is told and the state is not: the name of the office spells no state.
  [
    '<tt:name>Head office</tt:name><tt:city>Phoenix</tt:city><tt:country>United States</tt:country>',
    [{ city: 'Phoenix', state: null, country: 'US' }],
  ],
  [
    '<tt:name>Erie, PA</tt:name><tt:city>Phoenix</tt:city><tt:country>United States</tt:country>',
    [{ city: 'Phoenix', state: null, country: 'US' }],
  ],
  [
    '<tt:name>Perth, WA</tt:name><tt:city>Perth</tt:city><tt:country>Australia</tt:country>',
    [{ city: 'Perth', state: null, country: 'AU' }],
  ],
  ['<tt:name>Erie, PA</tt:name>', [{ city: 'Erie', state: 'PA', country: 'US' }]],
  ['', []],
])('place %s', (inside, places) => {
  expect(item(location(inside)).places).toEqual(places)
})

test('places may stand as plain words', () => {
  expect(item('<tt:locations>Erie, PA</tt:locations>').places).toEqual([
    { city: 'Erie', state: 'PA', country: 'US' },
  ])
})

test.each([
  ['Fri, 06 Nov 2026 19:59:48 GMT', '2026-11-06T19:59:48Z'],
  ['6 Nov 2026', '2026-11-06'],
  ['Fri, 06 Nov 2026 19:59:48 EST', '2026-11-06T19:59:48-05:00'],
  ['yesterday', null],
  ['Fri, 31 Feb 2026 10:00:00 GMT', null],
])('pubDate %j is %s', (pubDate, posted) => {
  expect(item(`<pubDate>${pubDate}</pubDate>`).posted_at).toBe(posted)
})

test('an item without a guid is known by its link', () => {
  const body = rss(
    '<item><title>Coder</title><link>https://acme.example/jobs/9-coder</link></item>',
  )
  const [posting] = teamtailor.read(pageOf(body), settings).postings
  expect(posting?.external_id).toBe('https://acme.example/jobs/9-coder')
})

describe('paging', () => {
  const full = (from: number) =>
    rss(
      Array.from(
        { length: 200 },
        (_, i) => `<item><title>Coder</title><guid>${from + i}</guid></item>`,
      ).join(''),
    )

  test('a full page is followed by the next', () => {
    expect(teamtailor.first(settings)[0]?.url).toBe(
      'https://careers.acme.example/jobs.rss?per_page=200&offset=0',
    )
    const { next } = teamtailor.read(pageOf(full(0), { offset: 0, first: null }), settings)
    expect(next).toMatchObject([
      { url: 'https://careers.acme.example/jobs.rss?per_page=200&offset=200' },
    ])
  })

  test('the same page again ends it and is no proof of absence', () => {
    const read = teamtailor.read(pageOf(full(0), { offset: 200, first: '0' }), settings)
    expect(read.next).toEqual([])
    expect(read.rejected).toMatchObject([{ where: 'offset 200' }])
    // Without an id of its own an entry keeps a poll from closing anything.
    expect(read.rejected[0]?.external_id).toBeUndefined()
  })
})

describe('the JSON feed beside it', () => {
  const json = (item: object) => JSON.stringify({ title: 'Acme Health', items: [item] })
  const one = (item: object) => teamtailor.read(pageOf(json(item)), settings).postings[0]

  test('is read by its markup, with its own text and address', () => {
    const posting = one({
      id: 'g-1',
      title: 'Coder &amp; Biller',
      url: 'https://acme.example/jobs/1',
      date_published: '2026-11-06T09:00:00-05:00',
      content_html: '<p>Code.</p>',
      _jobposting: {
        '@type': 'JobPosting',
        hiringOrganization: { name: 'Acme Clinic' },
        employmentType: 'FULL_TIME',
        jobLocation: [
          { address: { addressLocality: 'Erie', addressRegion: 'PA', addressCountry: 'US' } },
          { address: { addressLocality: 'Tampa', addressRegion: 'Europe', addressCountry: 'US' } },
        ],
      },
    })
    expect(posting).toMatchObject({
      external_id: 'g-1',
      title: 'Coder & Biller',
      url: 'https://acme.example/jobs/1',
      employer: 'Acme Clinic',
      places: [
        { city: 'Erie', state: 'PA', country: 'US' },
        { city: 'Tampa', state: null, country: 'US' },
      ],
      posted_at: '2026-11-06T09:00:00-05:00',
      employment_type: 'FULL_TIME',
      html: '<p>Code.</p>',
    })
  })

  test('without markup still tells title, address and date', () => {
    expect(one({ id: 4, title: 'Coder', url: 'javascript:x', _jobposting: 7 })).toMatchObject({
      external_id: '4',
      url: null,
      employer: 'Acme Health',
      places: [],
      html: null,
    })
  })
})
