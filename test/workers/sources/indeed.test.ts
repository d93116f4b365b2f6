import { describe, expect, test } from 'vitest'
import { htmlToText } from '../../../core/domain/text/html-to-text.ts'
import { indeed } from '../../../workers/sources/indeed.ts'
import { hasRecordedFeeds, recordedFeed } from '../../helpers/recorded.ts'

const read = (body: string) =>
  indeed.read({ url: '', status: 200, content_type: null, body, context: {} }, indeed.example)
function job(inside: string) {
  const body = `<?xml version="1.0"?><source><publisher>ATS</publisher><job><title><![CDATA[Medical Biller]]></title>${inside}</job></source>`
  const [one] = read(body).postings
  if (one === undefined) throw new Error('rejected')
  return one
}

test('a job in the documented shape reads field by field', () => {
  const one = job(`
    <date><![CDATA[Fri, 06 Nov 2026 22:49:39 GMT]]></date><referencenumber><![CDATA[unique-1]]></referencenumber>
    <requisitionid><![CDATA[R-1]]></requisitionid><url><![CDATA[https://jobs.example.org/1?a=1&b=2]]></url>
    <company><![CDATA[Big & Sons Clinic]]></company><sourcename><![CDATA[Big & Sons]]></sourcename>
    <city><![CDATA[Phoenix]]></city><state><![CDATA[AZ]]></state><country><![CDATA[US]]></country>
    <postalcode><![CDATA[85003]]></postalcode><email><![CDATA[jobs@example.org]]></email>
    <description><![CDATA[<p>Submit claims &amp; post payments.</p>]]></description>
    <salary><![CDATA[$20 - $25 per hour]]></salary><education><![CDATA[High school]]></education>
    <jobtype><![CDATA[fulltime, parttime]]></jobtype><category><![CDATA[Billing, Medical]]></category>
    <experience><![CDATA[1+ years]]></experience><expirationdate><![CDATA[2026-12-31]]></expirationdate>
    <remotetype><![CDATA[Hybrid remote]]></remotetype>`)
  const { html, ...rest } = one
  expect(rest).toEqual({
    external_id: 'unique-1',
    title: 'Medical Biller',
    url: 'https://jobs.example.org/1?a=1&b=2',
    apply_url: null,
    employer: 'Big & Sons Clinic',
    places: [{ city: 'Phoenix', state: 'AZ', country: 'US' }],
    remote: null,
    posted_at: '2026-11-06T22:49:39Z',
    expires_at: '2026-12-31',
    pay: { min: 20, max: 25, unit: 'hour' },
    employment_type: 'fulltime, parttime',
    structured: {
      work_mode: 'Hybrid remote',
      pay: { min: 20, max: 25, unit: 'hour' },
      education: 'High school',
      employment_type: 'fulltime, parttime',
      other: {
        requisitionid: 'R-1',
        sourcename: 'Big & Sons',
        city: 'Phoenix',
        state: 'AZ',
        country: 'US',
        postalcode: '85003',
        email: 'jobs@example.org',
        salary: '$20 - $25 per hour',
        education: 'High school',
        category: 'Billing, Medical',
        experience: '1+ years',
      },
    },
  })
  expect(
    htmlToText(html ?? '')
      .split('\n')
      .filter(Boolean),
  ).toEqual([
    'Submit claims & post payments.',
    'Experience',
    '1+ years',
    'Education',
    'High school',
  ])
})

test.each([
  ['Fully remote', true],
  ['Hybrid remote', null],
  ['', null],
])('remotetype %j means remote %s', (type, remote) => {
  expect(job(`<remotetype>${type}</remotetype>`).remote).toBe(remote)
})

test('what a click is worth changes no posting', () => {
  const one = job('<referencenumber>1</referencenumber><cpc>0.24</cpc><cpa>5.8</cpa>')
  expect(job('<referencenumber>1</referencenumber><cpc>0.30</cpc><cpa>6.1</cpa>')).toEqual(one)
})

test('jobs stand in the outermost element or in a list inside it', () => {
  const one = '<job><title>A</title><referencenumber>1</referencenumber></job>'
  for (const body of [
    `<source>${one}</source>`,
    `<jobs>${one}</jobs>`,
    `<root>${one}</root>`,
    `<source><jobs>${one}</jobs></source>`,
  ]) {
    expect(read(body).postings.map((p) => p.external_id)).toEqual(['1'])
  }
})

test('a count of jobs tells when the file shows fewer', () => {
  expect(read('<source><jobs_count>7</jobs_count></source>').total).toBe(7)
  expect(read('<source></source>').total).toBeNull()
})

test('a job without a number is known by what tells it from its neighbours', () => {
  const at = (city: string) => job(`<company>Acme</company><city>${city}</city>`).external_id
  expect(at('Reno')).toMatch(/^derived:/)
  expect(at('Reno')).not.toBe(at('Elko'))
})

describe.skipIf(!hasRecordedFeeds)(
  `recorded Appcast bodies${hasRecordedFeeds ? '' : ' (skipped: needs the recorded data)'}`,
  () => {
    test('100 jobs have 100 ids, and the count of the whole exchange makes the file partial', () => {
      const { postings, rejected, total } = read(recordedFeed('indeed-xml/appcast_feed_100.xml'))
      expect([postings.length, rejected.length, total]).toEqual([100, 0, 529_697])
      expect(new Set(postings.map((p) => p.external_id)).size).toBe(100)
      // Counted in the file by hand: every job names town, state and country.
      expect(postings.filter((p) => p.places[0]?.country !== 'US')).toEqual([])
      expect(postings.filter((p) => p.places[0]?.state === 'VA')).toHaveLength(18)
    })

    test('a description in broken HTML comes through whole, escaped or in CDATA', () => {
      const crazy = recordedFeed('indeed-xml/crazyHtmlJob.html').trim()
      const escaped = crazy.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
      expect(job(`<description><![CDATA[${crazy}]]></description>`).html).toBe(crazy)
      expect(job(`<body>${escaped}</body>`).html).toBe(crazy)
    })
  },
)
