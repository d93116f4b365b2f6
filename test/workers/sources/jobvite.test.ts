import { describe, expect, test } from 'vitest'
import { jobvite } from '../../../workers/sources/jobvite.ts'

// The shapes of list and posting pages are those that public readers of jobs.jobvite.com show alike (2026-08
// to 2026-10): title and place in two cells, both in one link, or a list of items.

const settings = jobvite.settings.parse({ board: 'acme' })
const pageOf = (body: string, context: Record<string, unknown> = {}, url = '') => ({
  url,
  status: 200,
  content_type: 'text/html',
  body,
  context,
})
const site = (inside: string) =>
  `<html><body><div class="jv-page-body">${inside}</div></body></html>`
const read = (inside: string, context = {}) => jobvite.read(pageOf(site(inside), context), settings)
const told = (inside: string) =>
  read(inside).details.map((d) => [
    d.external_id,
    d.title,
    d.listed?.structured.other?.['location'],
    d.listed?.structured.other?.['department'],
  ])

describe('a list', () => {
  test.each([
    [
      'with title and place in two cells',
      '<tr><td class="jv-job-list-name"><a href="/acme/job/oA1b2C3d">Coder &amp; Biller</a></td><td class="jv-job-list-location">Erie ,\n  PA</td></tr>',
    ],
    [
      'with both in one link',
      '<tr><td class="jv-job-list-name"><a href="/acme/job/oA1b2C3d?nl=1"><div class="title">Coder &amp; Biller</div><div class="jv-job-list-location">Erie, PA</div></a></td></tr>',
    ],
    [
      'with the name inside the link',
      '<tr><td><a href="https://jobs.jobvite.com/careers/acme/job/oA1b2C3d"><div class="jv-job-list-name">Coder &amp; Biller</div><div class="jv-job-list-location">Erie, PA</div></a></td></tr>',
    ],
    [
      'of items',
      '<li class="jv-job-list-item"><a class="jv-job-list-name" href="/acme/job/oA1b2C3d">Coder &amp; Biller</a><span class="jv-job-list-location">Erie, PA</span></li>',
    ],
    [
      'with the place as bare words beside the title',
      '<li><a href="/acme/job/oA1b2C3d">Coder &amp; Biller <span class="jv-job-list-location">Erie, PA</span></a></li>',
    ],
  ])('%s', (_, row) => {
    const inside = `<h3>Revenue Cycle</h3><table class="jv-job-list">${row}</table><a href="/acme/jobs">All jobs</a><a href="/acme/jobAlerts">Alerts</a>`
    expect(told(inside)).toEqual([['oA1b2C3d', 'Coder & Biller', 'Erie, PA', 'Revenue Cycle']])
  })

  test('gives each posting the heading before it', () => {
    const row = (id: string) => `<tr><td><a href="/acme/job/${id}">Coder</a></td></tr>`
    const inside = `<h3>HIM</h3><table>${row('aaaa')}</table><h3>Billing</h3><table>${row('bbbb')}${row('cccc')}</table>`
    expect(told(inside).map(([id, , , department]) => [id, department])).toEqual([
      ['aaaa', 'HIM'],
      ['bbbb', 'Billing'],
      ['cccc', 'Billing'],
    ])
  })

  test('follows no link that leaves the platform', () => {
    expect(told('<a href="https://evil.example.com/acme/job/xxxx">Phish</a>')).toEqual([])
  })

  test('is empty and not broken without a posting', () => {
    expect(read('<p>No openings</p>')).toMatchObject({ details: [], rejected: [], next: [] })
  })
})

test('an entry tells place, kind and company where its cells do', () => {
  const { details } = read(
    '<li><a href="/acme/job/oA1b2C3d">Coder</a><div class="jv-job-list-location">Remote, PA</div><div class="jv-job-list-type">Full Time</div><div class="jv-job-list-company">Acme Clinic</div><div class="jv-job-list-req">Req: 41</div></li>',
  )
  expect(details[0]).toMatchObject({
    version: null,
    request: { url: 'https://jobs.jobvite.com/acme/job/oA1b2C3d', audience: 'page' },
    listed: {
      url: 'https://jobs.jobvite.com/acme/job/oA1b2C3d',
      employer: 'Acme Clinic',
      places: [{ city: null, state: 'PA', country: 'US' }],
      remote: true,
      posted_at: null,
      employment_type: 'Full Time',
      structured: { work_mode: 'Remote, PA', other: { req: 'Req: 41' } },
    },
  })
})

test('"2 Locations" names no place', () => {
  const { details } = read(
    '<li><a href="/acme/job/aaaa">Coder</a><span class="jv-job-list-location">2 Locations</span></li>',
  )
  expect(details[0]?.listed?.places).toEqual([])
})

describe('paging', () => {
  const more = '<a href="/acme/search?c=Clinical%20%26%20HIM&amp;p=0">Show More</a>'
  const first = 'https://jobs.jobvite.com/acme/search?c=Clinical+%26+HIM&p=0'

  test('a category that is cut short is read in pages of its own, each asked for once', () => {
    const { next } = read(more + more)
    expect(next.map((n) => n.url)).toEqual([first])
    const count = (text: string) => `<div class="jv-pagination-text">${text}</div>${more}`
    const after = (text: string, page: number) =>
      read(count(text), { category: 'Clinical & HIM', page })
    expect(after('1-50 of 73', 0).next.map((n) => n.url)).toEqual([first.replace('p=0', 'p=1')])
    expect(after('51-73 of 73', 1).next).toEqual([])
  })

  test('a category that begins anew ends, and nothing is closed on it', () => {
    const { next, rejected } = read('<div class="jv-pagination-text">1-50 of 73</div>', {
      category: 'HIM',
      page: 1,
    })
    expect([next, rejected]).toMatchObject([[], [{ where: 'HIM, page 2' }]])
  })
})

describe('a posting page', () => {
  const detail = (body: string, context = {}, url = '') =>
    jobvite.readDetail?.(pageOf(body, context, url), { external_id: 'oA1b2C3d' }, settings)
  const [stub] = read(
    '<h3>HIM</h3><li><a href="/acme/job/oA1b2C3d">Coder</a><span class="jv-job-list-location">2 Locations</span></li>',
  ).details

  test('is read by its markup, completed by what the list said', () => {
    const body = `<html><head><script type="application/ld+json">
      {"@context":"https://schema.org","@type":"JobPosting","title":"Medical Coder","identifier":"oA1b2C3d",
       "description":"<p>Assign codes.</p><script>alert(1)<\\/script>","datePosted":"2026-11-02","employmentType":"Full-Time",
       "hiringOrganization":{"@type":"Organization","name":"Acme Health"},
       "jobLocation":[{"@type":"Place","address":{"addressLocality":"Erie","addressRegion":"Pennsylvania","addressCountry":"United States"}},
                      {"@type":"Place","address":{"addressLocality":"Remote","addressCountry":"United States"}}]}
      </script></head><body class="jv-page"><a class="jv-button jv-button-apply" href="/acme/job/oA1b2C3d/apply">Apply</a></body></html>`
    expect(detail(body, stub?.request.context)).toMatchObject({
      external_id: 'oA1b2C3d',
      title: 'Medical Coder',
      url: 'https://jobs.jobvite.com/acme/job/oA1b2C3d',
      apply_url: 'https://jobs.jobvite.com/acme/job/oA1b2C3d/apply',
      employer: 'Acme Health',
      places: [
        { city: 'Erie', state: 'PA', country: 'US' },
        { city: null, state: null, country: 'US' },
      ],
      remote: true,
      posted_at: '2026-11-02',
      structured: { other: { department: 'HIM' } },
    })
  })

  const plain = site(
    `<h2 class="jv-header">Medical Coder</h2><p class="jv-job-detail-meta">Health Information<span class="jv-inline-separator"></span>Erie,
     PA<span class="jv-inline-separator"></span>Tampa, FL</p><div class="jv-job-detail-description"><p>Caf&eacute;</p><ul><li>CPC-A welcome</li></ul></div>`,
  )

  test('without markup is read by its heading, the line below and its text', () => {
    expect(detail(plain, stub?.request.context)).toMatchObject({
      title: 'Medical Coder',
      places: [
        { city: 'Erie', state: 'PA', country: 'US' },
        { city: 'Tampa', state: 'FL', country: 'US' },
      ],
      posted_at: null,
      html: '<p>Caf&eacute;</p><ul><li>CPC-A welcome</li></ul>',
      structured: { other: { department: 'Health Information' } },
    })
  })

  test('that was left for the list with error=404 is gone', () => {
    const url = 'https://jobs.jobvite.com/acme/jobs?error=404'
    expect(detail(plain, {}, url)).toBeNull()
    expect(detail(site('<h3>HIM</h3>'))).toBeNull()
    expect(() => detail('<html><body>Just a moment...</body></html>')).toThrow('Jobvite')
  })

  test('read on its own is known by its address', () => {
    const page = pageOf(plain, {}, 'https://jobs.jobvite.com/acme/job/oZ9')
    expect(jobvite.read(page, settings).postings).toMatchObject([{ external_id: 'oZ9' }])
  })
})
