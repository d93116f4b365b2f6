import type { Express } from 'express'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { jsonFeedSchema } from '../../api/wire/openapi-feeds.ts'
import { problemSchema } from '../../api/wire/problem.ts'
import { indeed } from '../../workers/sources/indeed.ts'
import { makeApp } from '../helpers/app.ts'
import { freshDatabase, type FreshDatabase } from '../helpers/database.ts'
import { makeListing, makeSource } from '../helpers/listings.ts'
import { freePolicy } from '../helpers/policy.ts'

const SITE = 'https://jobs.example.org'

let database: FreshDatabase
let app: Express
let free: number
let withheld: number
let suspicious: number

const day = (n: number) => `2026-11-${String(n).padStart(2, '0')}T08:00:00.000Z`

/** A source with these terms and one listing of it, which is first seen on this day of November. */
async function listingOf(
  key: string,
  policy: Record<string, unknown>,
  row: Parameters<typeof makeListing>[1],
): Promise<number> {
  const source = await makeSource(database.db, { key, policy: JSON.stringify(policy) })
  return makeListing(database.db, { lead_source_id: source, ...row })
}

beforeAll(async () => {
  database = await freshDatabase()
  app = makeApp(database, { env: { FOOTHOLD_PUBLIC_URL: `${SITE}/` } })
  free = await listingOf('free', freePolicy({ must_name: true, must_link: true }), {
    title: 'Biller <b>&</b> "Coder" ]]> \u0007',
    employer: 'Mercy & Sons',
    first_seen: day(20),
    posted_at: '2026-11-19T00:00:00Z',
    closes_at: '2026-12-31T00:00:00Z',
    url: 'https://boards.example.com/1?a=1&b=2',
    html: '<p onclick="x()">We bill ]]> &amp; code.</p><script>alert(1)</script>',
    employment_type: 'full_time',
    work_mode: 'hybrid',
    ...{ pay_min: 20, pay_max: 25, pay_unit: 'hour', pay_hour_min: 20, pay_hour_max: 25 },
  })
  withheld = await listingOf(
    'withheld',
    freePolicy({ may_cache_text: false, credit_html: 'Jobs by <a href="https://w.example">W</a>' }),
    { title: 'Coder', first_seen: day(21), text: 'kept by mistake', url: 'javascript:alert(1)' },
  )
  const keeps = freePolicy({ may_export: false, may_index: false })
  await listingOf('keeps', keeps, { title: 'Kept', first_seen: day(22) })
  await listingOf('silent', {}, { title: 'Silent', first_seen: day(23) })
  suspicious = await listingOf('free', freePolicy(), {
    title: 'Easy money',
    first_seen: day(23),
    warnings: [{ code: 'fee_to_start', words: 'pay a fee' }],
  })
  const closed = { closed_at: day(23), close_reason: 'gone', first_seen: day(10) }
  await listingOf('free', freePolicy(), { title: 'Closed', ...closed })
  const expired = { closes_at: day(24), first_seen: day(9) }
  await listingOf('free', freePolicy(), { title: 'Expired', ...expired })
})
afterAll(() => database.close())

const get = (path: string) => request(app).get(path)

const jobsIn = (body: string) =>
  indeed.read({ url: '', status: 200, content_type: null, body, context: {} }, indeed.example)

describe('a search as RSS', () => {
  it('tells the newest first, and only what may be passed on', async () => {
    const { text, headers } = await get('/feeds/listings.rss').expect(200)
    expect(headers['content-type']).toBe('application/rss+xml; charset=utf-8')
    expect(headers['cache-control']).toBe('public, max-age=900')
    expect(headers['x-robots-tag']).toBe('noindex')
    const links = [...text.matchAll(/<item><title>.*?<\/title><link>(.*?)<\/link>/g)].map(
      (m) => m[1],
    )
    expect(links).toEqual([`${SITE}/listings/${withheld}`, `${SITE}/listings/${free}`])
    expect(text).toContain('<pubDate>Fri, 20 Nov 2026 08:00:00 GMT</pubDate>')
    expect(text).toContain('<lastBuildDate>Sat, 21 Nov 2026 08:00:00 GMT</lastBuildDate>')
  })

  it('lets no markup of an advert break out', async () => {
    const { text } = await get('/feeds/listings.rss').expect(200)
    expect(text).toContain(
      '<title>Biller &lt;b&gt;&amp;&lt;/b&gt; &quot;Coder&quot; ]]&gt; , Mercy &amp; Sons (Scranton, PA)</title>',
    )
    expect(text).toContain('<p>We bill ]]&gt; &amp; code.</p>')
    expect(text).not.toMatch(/onclick|alert\(1\)|\u0007/)
  })

  it('gives the credit that the terms ask for, and no text where they forbid keeping it', async () => {
    const { text } = await get('/feeds/listings.rss').expect(200)
    expect(text).toContain('<p>This advert comes from greenhouse.</p>')
    expect(text).toContain(
      '<a href="https://boards.example.com/1?a=1&amp;b=2">Read the original advert</a>',
    )
    expect(text).toContain('<p>Jobs by <a href="https://w.example">W</a></p>')
    expect(text).not.toContain('kept by mistake')
  })

  it('names the search it tells of and itself', async () => {
    const { text } = await get('/feeds/listings.rss?state=pa&limit=1&sort=pay').expect(200)
    expect(text).toContain(`<link>${SITE}/?state=PA</link>`)
    expect(text).toContain(
      `<atom:link href="${SITE}/feeds/listings.rss?state=pa&amp;limit=1&amp;sort=pay" rel="self"`,
    )
  })

  it('answers 304 to a reader who holds the newest one', async () => {
    const { headers } = await get('/feeds/listings.rss').expect(200)
    await get('/feeds/listings.rss')
      .set('If-None-Match', headers.etag ?? '')
      .expect(304)
  })
})

describe('a feed of few', () => {
  const titles = async (query: string): Promise<string[]> => {
    const { text } = await get(`/feeds/listings.json?${query}`)
      .buffer(true)
      .parse(asText)
      .expect(200)
    return jsonFeedSchema.parse(JSON.parse(text)).items.map(({ title }) => title.slice(0, 5))
  }

  it('is full although newer adverts may not be passed on', async () => {
    expect(await titles('limit=1')).toEqual(['Coder'])
    expect(await titles('limit=2')).toEqual(['Coder', 'Bille'])
  })

  it('follows the filters of the search, sources among them', async () => {
    expect(await titles('work_mode=hybrid')).toEqual(['Bille'])
    expect(await titles('not_source=withheld')).toEqual(['Bille'])
    expect(await titles('source=withheld,keeps')).toEqual(['Coder'])
    expect(await titles('source=keeps')).toEqual([])
  })
})

describe('a search as JSON Feed', () => {
  it('is one, with the same listings', async () => {
    const { text, headers } = await get('/feeds/listings.json')
      .buffer(true)
      .parse(asText)
      .expect(200)
    expect(headers['content-type']).toBe('application/feed+json; charset=utf-8')
    const feed = jsonFeedSchema.parse(JSON.parse(text))
    expect(feed.feed_url).toBe(`${SITE}/feeds/listings.json`)
    expect(
      feed.items.map(({ id, url, external_url, date_published }) => [
        id,
        url,
        external_url,
        date_published,
      ]),
    ).toEqual([
      [`foothold:listing:${withheld}`, `${SITE}/listings/${withheld}`, undefined, day(21)],
      [
        `foothold:listing:${free}`,
        `${SITE}/listings/${free}`,
        'https://boards.example.com/1?a=1&b=2',
        day(20),
      ],
    ])
  })
})

describe('a search as XML for job boards', () => {
  it('reads back, by our own reader of the format, as what the advert said', async () => {
    const { text, headers } = await get('/feeds/listings.xml').expect(200)
    expect(headers['content-type']).toBe('application/xml; charset=utf-8')
    const { postings, rejected } = jobsIn(text)
    expect(rejected).toEqual([])
    expect(postings.map((p) => p.external_id)).toEqual([String(withheld), String(free)])
    expect(postings[1]).toMatchObject({
      // Our reader takes tags out of titles.
      title: 'Biller & "Coder" ]]>',
      url: 'https://boards.example.com/1?a=1&b=2',
      employer: 'Mercy & Sons',
      places: [{ city: 'Scranton', state: 'PA', country: 'US' }],
      posted_at: '2026-11-19T00:00:00Z',
      expires_at: '2026-12-31',
      pay: { min: 20, max: 25, unit: 'hour' },
      employment_type: 'fulltime',
      structured: { work_mode: 'Hybrid remote' },
    })
    expect(postings[1]?.html).toContain('<p>We bill ]]&gt; &amp; code.</p>')
    expect(postings[1]?.html).toContain('This advert comes from greenhouse.')
  })

  it('links to our page where the advert gave no usable address, and gives no text that may not be kept', async () => {
    const { postings } = jobsIn((await get('/feeds/listings.xml').expect(200)).text)
    expect(postings[0]).toMatchObject({
      title: 'Coder',
      url: `${SITE}/listings/${withheld}`,
      html: null,
    })
  })
})

describe.each(['rss', 'json', 'xml'])('every feed (%s)', (form) => {
  it('refuses what a search refuses, as problem+json', async () => {
    const { body, headers } = await get(`/feeds/listings.${form}?state=ZZ&colour=red`).expect(400)
    expect(headers['content-type']).toBe('application/problem+json; charset=utf-8')
    expect(problemSchema.parse(body).errors?.map((e) => e.pointer)).toEqual(['/state/0', '/colour'])
  })

  it('keeps adverts with marks of a fraud back, even when asked for them', async () => {
    const { text } = await get(`/feeds/listings.${form}?warnings=show`).expect(200)
    expect(text).not.toContain('Easy money')
    expect(text).not.toContain(`listings/${suspicious}`)
  })

  it('answers GET only', async () => {
    await request(app).post(`/feeds/listings.${form}`).expect(405)
  })
})

describe('what search engines may have', () => {
  it('is marked up as a JobPosting on the page of the listing', async () => {
    const { text, headers } = await get(`/listings/${free}`).expect(200)
    expect(headers).not.toHaveProperty('x-robots-tag')
    const [, json] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text) ?? []
    const marked = JSON.parse(json ?? 'null')
    expect(marked).toMatchObject({
      '@type': 'JobPosting',
      title: 'Biller <b>&</b> "Coder" ]]> \u0007',
      url: `${SITE}/listings/${free}`,
      datePosted: '2026-11-19',
      employmentType: 'FULL_TIME',
      baseSalary: { value: { minValue: 20, maxValue: 25, unitText: 'HOUR' } },
      directApply: false,
    })
    expect(marked.description).toBe('<p>We bill ]]&gt; &amp; code.</p>')
    expect(json).not.toContain('<')
  })

  it('is nothing of a source that keeps its adverts to itself, of a closed, an expired or a suspicious one', async () => {
    const rows = await database.db.selectFrom('listing').select(['id', 'title']).execute()
    for (const title of ['Kept', 'Silent', 'Easy money', 'Closed', 'Expired']) {
      const id = rows.find((row) => row.title === title)?.id
      const { text, headers } = await get(`/listings/${id}`).expect(200)
      expect(headers['x-robots-tag'], title).toBe('noindex')
      expect(text, title).not.toContain('application/ld+json')
    }
  })

  it('has no markup without words, but may be found', async () => {
    const { text, headers } = await get(`/listings/${withheld}`).expect(200)
    expect(headers).not.toHaveProperty('x-robots-tag')
    expect(text).not.toContain('application/ld+json')
  })

  it('stands on the map of the site', async () => {
    const index = (await get('/sitemap.xml').expect(200)).text
    expect([...index.matchAll(/<loc>(.*?)<\/loc>/g)].map((m) => m[1])).toEqual([
      `${SITE}/sitemaps/pages.xml`,
      `${SITE}/sitemaps/listings-0.xml`,
    ])
    const part = (await get('/sitemaps/listings-0.xml').expect(200)).text
    expect(
      [...part.matchAll(/<url><loc>(.*?)<\/loc><lastmod>(.*?)<\/lastmod><\/url>/g)].map((m) => [
        m[1],
        m[2],
      ]),
    ).toEqual([
      [`${SITE}/listings/${free}`, day(20)],
      [`${SITE}/listings/${withheld}`, day(21)],
    ])
    expect((await get('/sitemaps/pages.xml').expect(200)).text).toContain(
      `<loc>${SITE}/about</loc>`,
    )
  })

  it.each(['listings-1.xml', 'listings-00.xml', 'listings-.xml', 'listings-9999999.xml', 'x'])(
    'has no part %s',
    async (part) => {
      problemSchema.parse((await get(`/sitemaps/${part}`).expect(404)).body)
    },
  )

  it('is told by robots.txt where the map is, when the address of the site is known', async () => {
    expect((await get('/robots.txt').expect(200)).text).toContain(`Sitemap: ${SITE}/sitemap.xml\n`)
    const unnamed = await request(makeApp(database)).get('/robots.txt').expect(200)
    expect(unnamed.text).not.toContain('Sitemap')
  })
})

describe('the demo world', () => {
  let demoApp: Express
  let world: FreshDatabase
  beforeAll(async () => {
    world = await freshDatabase()
    const source = await makeSource(world.db, {
      key: 'demo',
      origin: 'demo',
      policy: JSON.stringify(freePolicy({ may_export: false })),
    })
    await makeListing(world.db, {
      lead_source_id: source,
      demo: true,
      title: 'Invented',
      html: '<p>Hello</p>',
    })
    demoApp = makeApp(world)
  })
  afterAll(() => world.close())

  it('is told in RSS and JSON Feed while it is all there is, each advert marked, with no link to apply', async () => {
    const feed = await request(demoApp).get('/feeds/listings.rss').expect(200)
    expect(feed.text).toContain(
      '<title>Demo, invented: Invented, Mercy Hill Hospital (Scranton, PA)</title>',
    )
    expect(feed.text).not.toContain('https://jobs.example.org/1')
    const { text } = await request(demoApp).get('/feeds/listings.json').expect(200)
    expect(text).toContain('Demo, invented')
    expect(text).not.toContain('external_url')
  })

  it('is never in the XML for job boards, on the map, or marked up', async () => {
    expect((await request(demoApp).get('/feeds/listings.xml').expect(200)).text).not.toContain(
      '<job>',
    )
    expect((await request(demoApp).get('/sitemap.xml').expect(200)).text).not.toContain('listings-')
    const [row] = await world.db.selectFrom('listing').select('id').execute()
    const page = await request(demoApp).get(`/listings/${row?.id}`).expect(200)
    expect(page.headers['x-robots-tag']).toBe('noindex')
    expect(page.text).not.toContain('application/ld+json')
  })
})

/** supertest knows application/json only. */
function asText(res: request.Response, done: (error: Error | null, body: unknown) => void): void {
  const stream = res as unknown as NodeJS.ReadableStream
  stream.setEncoding('utf8')
  stream.on('data', (chunk: string) => (res.text = (res.text ?? '') + chunk))
  stream.on('end', () => done(null, null))
}
