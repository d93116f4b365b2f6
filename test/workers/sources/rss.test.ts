import { describe, expect, test } from 'vitest'
import { htmlToText } from '../../../core/domain/text/html-to-text.ts'
import { rss } from '../../../workers/sources/rss.ts'

const URL_ = 'https://careers.example.org/jobs.rss'
function read(body: string, given: object = {}, context: Record<string, unknown> = {}) {
  const settings = rss.settings.parse({ url: URL_, ...given })
  return rss.read({ url: '', status: 200, content_type: null, body, context }, settings)
}
const feed = (items: string) =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Acme jobs</title>${items}</channel></rss>`
function entry(inside: string, given: object = {}) {
  const [one] = read(feed(`<item><title>Medical Biller</title>${inside}</item>`), given).postings
  if (one === undefined) throw new Error('rejected')
  return one
}

test('one request asks for the feed as a page, so that robots.txt is heard', () => {
  expect(rss.first(rss.settings.parse({ url: URL_ }))).toMatchObject([
    { url: URL_, audience: 'page' },
  ])
})

test('We Work Remotely is refused as a source, also as the host of a mirror', () => {
  const refused = (given: object) => rss.settings.safeParse({ url: URL_, ...given })
  for (const given of [
    { url: 'https://weworkremotely.com/remote-jobs.rss' },
    { base_url: 'https://www.weworkremotely.com' },
  ]) {
    expect(refused(given).error?.issues[0]?.message).toContain('forbid a job search service')
  }
})

describe('RSS 2.0', () => {
  test('an entry with everything reads field by field', () => {
    const one = entry(`
      <guid isPermaLink="false">job-7</guid><link>https://careers.example.org/jobs/7</link>
      <pubDate>Mon, 02 Nov 2026 09:00:00 EST</pubDate><expires_at>2026-12-01</expires_at>
      <company>Acme &amp;amp; Sons</company><location>Scranton, PA</location>
      <type>Full-Time</type><salary>$18 - $22 per hour</salary><apply_url>https://x.example.org/a</apply_url>
      <category>Billing</category><category>Office</category><shift>Days</shift>
      <description>Short.</description>
      <content:encoded><![CDATA[<p>Post payments &amp; follow up.</p>]]></content:encoded>`)
    expect(one).toEqual({
      external_id: 'job-7',
      title: 'Medical Biller',
      url: 'https://careers.example.org/jobs/7',
      apply_url: 'https://x.example.org/a',
      employer: 'Acme & Sons',
      places: [{ city: 'Scranton', state: 'PA', country: 'US' }],
      remote: null,
      posted_at: '2026-11-02T09:00:00-05:00',
      expires_at: '2026-12-01',
      pay: { min: 18, max: 22, unit: 'hour' },
      employment_type: 'Full-Time',
      html: '<p>Post payments &amp; follow up.</p>',
      structured: {
        pay: { min: 18, max: 22, unit: 'hour' },
        employment_type: 'Full-Time',
        other: {
          location: 'Scranton, PA',
          type: 'Full-Time',
          salary: '$18 - $22 per hour',
          shift: 'Days',
          categories: ['Billing', 'Office'],
        },
      },
    })
  })

  test('its id is the guid, else the address, else what tells it apart', () => {
    const link = '<link>https://careers.example.org/jobs/7</link>'
    expect(entry(`<guid>g</guid>${link}`).external_id).toBe('g')
    expect(entry(link).external_id).toBe('https://careers.example.org/jobs/7')
    expect(entry('').external_id).toMatch(/^derived:/)
  })

  test('a guid is its address only when it may be one', () => {
    const guid = 'https://careers.example.org/jobs/7'
    expect(entry(`<guid>${guid}</guid>`).url).toBe(guid)
    expect(entry(`<guid isPermaLink="false">${guid}</guid>`).url).toBeNull()
    expect(entry('<link>javascript:alert(1)</link>').url).toBeNull()
  })

  test('a date of Dublin Core stands in for the missing one', () => {
    expect(entry('<dc:date>2026-11-02T09:00:00Z</dc:date>').posted_at).toBe('2026-11-02T09:00:00Z')
    expect(entry('<pubDate>soon</pubDate>').posted_at).toBeNull()
  })

  test('text that was escaped twice is text again', () => {
    const { html } = entry(
      '<description>&amp;lt;p&amp;gt;R&amp;amp;amp;D&amp;lt;/p&amp;gt;</description>',
    )
    expect(htmlToText(html ?? '')).toBe('R&D')
  })
})

describe('the place of an entry', () => {
  test.each([
    ['<location>Austin, TX</location>', [['Austin', 'TX', 'US']]],
    ['<city>Reno</city><state>Nevada</state><country>US</country>', [['Reno', 'NV', 'US']]],
    // The state of the head office, beside a region that says where the work is.
    ['<region>Anywhere in the World</region><state>Delaware</state>', []],
    ['<region>USA Only</region><state>Delaware</state>', [[null, null, 'US']]],
    ['<state>Delaware</state>', []],
    ['<state>Delaware</state><country>US</country>', []],
  ])('of %s is %j', (inside, places) => {
    expect(entry(inside).places.map((p) => [p.city, p.state, p.country])).toEqual(places)
  })
  test.each([
    ['<region>Anywhere in the World</region>', true],
    ['<remote>yes</remote>', true],
    ['<remote>no</remote>', null],
    ['<location>Remote - US</location>', true],
    ['<location>Hybrid, Tampa, FL</location>', null],
    ['', null],
  ])('%s means remote %s', (inside, remote) => {
    expect(entry(inside).remote).toBe(remote)
  })
})

test('a title that packs several facts is unpacked by the pattern of the settings, or left whole', () => {
  const given = { title_pattern: '^(?<employer>[^:]+): (?<title>.+?)(?: \\((?<place>[^)]+)\\))?$' }
  const of = (title: string) =>
    read(feed(`<item><title>${title}</title></item>`), given).postings[0]
  expect(of('Acme: Biller (Reno, NV)')).toMatchObject({
    title: 'Biller',
    employer: 'Acme',
    places: [{ city: 'Reno', state: 'NV', country: 'US' }],
  })
  expect(of('Medical Biller')).toMatchObject({ title: 'Medical Biller', employer: null })
  expect(rss.settings.safeParse({ url: URL_, title_pattern: '(' }).success).toBe(false)
})

test('a feed of the newest entries alone closes nothing', () => {
  const body = feed('<item><title>A</title><guid>1</guid></item>')
  expect(read(body, { newest_only: true }).rejected).toHaveLength(1)
  expect(read(body, { newest_only: true }).rejected[0]).not.toHaveProperty('external_id')
  expect(read(body).rejected).toEqual([])
})

test('Atom reads by its own names; a change is no posting date', () => {
  const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Jobs</title>
    <entry><id>urn:uuid:1</id><title type="html">Medical &amp;amp; Dental Coder</title>
      <link rel="self" href="https://careers.example.org/1.atom"/>
      <link href="https://careers.example.org/1"/>
      <published>2026-11-02T09:00:00Z</published><updated>2026-11-09T09:00:00Z</updated>
      <category term="coding" label="Coding"/><author><name>HR</name></author>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Assign codes.</p></div></content>
    </entry>
    <entry><id>urn:uuid:2</id><title>B</title><updated>2026-11-09T09:00:00Z</updated><summary>Plain text</summary></entry>
  </feed>`
  const [one, two] = read(atom).postings
  expect(one).toMatchObject({
    external_id: 'urn:uuid:1',
    title: 'Medical & Dental Coder',
    url: 'https://careers.example.org/1',
    posted_at: '2026-11-02T09:00:00Z',
    structured: { other: { author: 'HR', categories: ['Coding'] } },
  })
  expect(htmlToText(one?.html ?? '')).toBe('Assign codes.')
  expect(two).toMatchObject({
    external_id: 'urn:uuid:2',
    posted_at: null,
    html: '<p>Plain text</p>',
  })
})

test('a feed that only says it changed gives the very same posting', () => {
  const at = (day: string) =>
    read(`<feed><entry><id>1</id><title>A</title><updated>${day}</updated></entry></feed>`).postings
  expect(at('2026-11-09')).toEqual(at('2026-11-10'))
})

test('RSS 1.0 keeps its entries beside the channel and their ids in an attribute', () => {
  const rdf = `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
    <channel rdf:about="https://x.example.org/"><title>Jobs</title></channel>
    <item rdf:about="https://x.example.org/7"><title>Coder</title><link>https://x.example.org/7</link></item>
  </rdf:RDF>`
  expect(read(rdf).postings).toMatchObject([
    { external_id: 'https://x.example.org/7', title: 'Coder', url: 'https://x.example.org/7' },
  ])
})

describe('a paged feed', () => {
  const paged = (href: string) =>
    `<feed><link rel="next" href="${href}"/><entry><id>1</id><title>A</title></entry></feed>`
  test('is followed on its own host, up to a cap', () => {
    const [next] = read(paged('/jobs.rss?page=2&amp;x=1')).next
    expect(next?.url).toBe('https://careers.example.org/jobs.rss?page=2&x=1')
    expect(read(paged('/p')).next).toHaveLength(1)
    expect(read(paged('https://elsewhere.example.org/p')).next).toEqual([])
    expect(read(paged('/p'), {}, { page: 20 }).next).toEqual([])
  })
  test('read from a mirror stays there', () => {
    const [next] = read(paged('/jobs.rss?page=2'), { base_url: 'http://127.0.0.1:4100' }).next
    expect(next?.url).toBe('http://127.0.0.1:4100/jobs.rss?page=2')
  })
})
