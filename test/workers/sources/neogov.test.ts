import { describe, expect, test } from 'vitest'
import { htmlToText } from '../../../core/domain/text/html-to-text.ts'
import { neogov } from '../../../workers/sources/neogov.ts'

const settings = neogov.settings.parse({ agency: 'lacounty' })
const feed = (items: string, title = '<title>Example County</title>') =>
  `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:joblisting="http://www.neogov.com/namespaces/JobListing"><channel>${title}${items}</channel></rss>`
const read = (body: string) =>
  neogov.read({ url: '', status: 200, content_type: null, body, context: {} }, settings)
function entry(inside: string) {
  const body = feed(`<item><title>Patient Account Clerk</title>${inside}</item>`)
  const [one] = read(body).postings
  if (one === undefined) throw new Error('rejected')
  return one
}

test('the feed of one agency is asked for, of a school district at its own host', () => {
  expect(neogov.first(settings)[0]?.url).toBe(
    'https://www.governmentjobs.com/SearchEngine/JobsFeed?agency=lacounty',
  )
  const school = neogov.settings.parse({ agency: 'example', host: 'www.schooljobs.com' })
  expect(neogov.first(school)[0]?.url).toMatch('https://www.schooljobs.com/')
  expect(neogov.settings.safeParse({ agency: 'a b' }).success).toBe(false)
})

test('an announcement reads field by field', () => {
  const one = entry(`
    <guid isPermaLink="true">https://www.governmentjobs.com/careers/lacounty/jobs/71</guid>
    <link>https://www.governmentjobs.com/careers/lacounty/jobs/71</link>
    <description><![CDATA[<p>Bill &amp; collect.</p>]]></description>
    <pubDate>Wed, 19 Aug 2026 23:10:38 GMT</pubDate>
    <joblisting:jobId>71</joblisting:jobId><joblisting:jobNumberSingle>26-071</joblisting:jobNumberSingle>
    <joblisting:advertiseToDateTime>Sat, 19 Sep 2026 21:59:00:0</joblisting:advertiseToDateTime>
    <joblisting:advertiseToDateTimeUTC>Sun, 20 Sep 2026 04:59:00:0</joblisting:advertiseToDateTimeUTC>
    <joblisting:minimumSalary>22.10</joblisting:minimumSalary><joblisting:maximumSalary>29.65</joblisting:maximumSalary>
    <joblisting:salaryCurrency>USD</joblisting:salaryCurrency><joblisting:salaryInterval>Hour</joblisting:salaryInterval>
    <joblisting:jobType>Full Time</joblisting:jobType><joblisting:department>Health Services</joblisting:department>
    <joblisting:location>Martinez, CA</joblisting:location><joblisting:state>California</joblisting:state>
    <joblisting:examplesofduties>&lt;ul&gt;&lt;li&gt;Posts payments&lt;/li&gt;&lt;/ul&gt;</joblisting:examplesofduties>
    <joblisting:qualifications>One year of clerical work.</joblisting:qualifications>
    <joblisting:categories><joblisting:category><Category>Clerical</Category></joblisting:category></joblisting:categories>`)
  const { html, ...rest } = one
  expect(rest).toEqual({
    external_id: '71',
    title: 'Patient Account Clerk',
    url: 'https://www.governmentjobs.com/careers/lacounty/jobs/71',
    apply_url: null,
    employer: 'Example County',
    places: [{ city: 'Martinez', state: 'CA', country: 'US' }],
    remote: null,
    posted_at: '2026-08-19T23:10:38Z',
    expires_at: '2026-09-20T04:59:00Z',
    pay: { min: 22.1, max: 29.65, unit: 'hour' },
    employment_type: 'Full Time',
    structured: {
      pay: { min: 22.1, max: 29.65, unit: 'hour' },
      employment_type: 'Full Time',
      other: {
        jobId: '71',
        jobNumberSingle: '26-071',
        minimumSalary: '22.10',
        maximumSalary: '29.65',
        salaryCurrency: 'USD',
        salaryInterval: 'Hour',
        jobType: 'Full Time',
        department: 'Health Services',
        location: 'Martinez, CA',
        state: 'California',
        categories: ['Clerical'],
      },
    },
  })
  expect(
    htmlToText(html ?? '')
      .split('\n')
      .filter(Boolean),
  ).toEqual([
    'Description',
    'Bill & collect.',
    'Examples of duties',
    '• Posts payments',
    'Qualifications',
    'One year of clerical work.',
  ])
})

describe('the closing time', () => {
  const closes = (local: string, utc = '') =>
    entry(
      `<joblisting:advertiseToDateTime>${local}</joblisting:advertiseToDateTime>${utc && `<joblisting:advertiseToDateTimeUTC>${utc}</joblisting:advertiseToDateTimeUTC>`}`,
    ).expires_at
  test('is local where only that is said, and none where the announcement is continuous', () => {
    expect(closes('Sat, 19 Sep 2026 21:59:00:0')).toBe('2026-09-19T21:59:00')
    expect(closes('Continuous')).toBeNull()
    expect(closes('Continuous', 'Continuous')).toBeNull()
    expect(closes('Sat, 19 Sep 2026 21:59:00:0', 'unknown')).toBe('2026-09-19T21:59:00')
  })
})

test.each([
  ['Atlanta, Georgia', '', [['Atlanta', 'GA', 'US']]],
  ['2500 Alhambra Ave, Martinez, CA 94553', '', [['Martinez', 'CA', 'US']]],
  ['Martinez', 'CA', [['Martinez', 'CA', 'US']]],
  ['Martinez', '', [['Martinez', null, null]]],
  ['Foss High 2112 S. Tyler St.', 'Washington', [[null, 'WA', 'US']]],
  ['Foss High 2112 S. Tyler St.', '', []],
  ['Various locations throughout the County', 'CA', [[null, 'CA', 'US']]],
  ['Remote', '', []],
  ['', 'HI', [[null, 'HI', 'US']]],
  ['', 'Somewhere', []],
])('the place %j in %j is %j', (location, state, places) => {
  const inside = `<joblisting:location>${location}</joblisting:location><joblisting:state>${state}</joblisting:state>`
  expect(entry(inside).places.map((p) => [p.city, p.state, p.country])).toEqual(places)
})

test('pay in words, in other money or of nothing is no pay', () => {
  const pay = (min: string, currency = 'USD') =>
    entry(
      `<joblisting:minimumSalary>${min}</joblisting:minimumSalary><joblisting:salaryCurrency>${currency}</joblisting:salaryCurrency>`,
    ).pay
  expect(pay('See Position Description')).toBeNull()
  expect(pay('0')).toBeNull()
  expect(pay('40000', 'CAD')).toBeNull()
  expect(pay('40,000.00')).toEqual({ min: 40_000, max: null })
})

test('a namespace by another address is read all the same', () => {
  const body = feed('<item><title>A</title><joblisting:jobId>9</joblisting:jobId></item>').replace(
    'http://www.neogov.com/namespaces/JobListing',
    'https://www.schooljobs.com',
  )
  expect(read(body).postings.map((p) => p.external_id)).toEqual(['9'])
})

test('an announcement without a number is known by its address', () => {
  const link = 'https://www.governmentjobs.com/careers/lacounty/jobs/72'
  expect(entry(`<link>${link}</link>`).external_id).toBe(link)
  expect(entry('').external_id).toMatch(/^derived:/)
})
