import { describe, expect, test } from 'vitest'
import { FootholdError } from '../../../core/errors.ts'
import { jsonld } from '../../../workers/sources/jsonld.ts'

const URL_ = 'https://careers.example.org/jobs/7'
const settings = jsonld.settings.parse({ page: URL_ })
const pageOf = (body: string, context: Record<string, unknown> = {}, url = URL_) => ({
  url,
  status: 200,
  content_type: 'text/html',
  body,
  context,
})
const html = (...scripts: string[]) =>
  `<!doctype html><html><head>${scripts.map((s) => `<script type="application/ld+json">${s}</script>`).join('')}</head><body>x</body></html>`
const job = (extra: Record<string, unknown> = {}) => ({
  '@type': 'JobPosting',
  title: 'Medical Coder',
  ...extra,
})
function posting(extra: Record<string, unknown>) {
  const [one] = jsonld.read(pageOf(html(JSON.stringify(job(extra)))), settings).postings
  if (one === undefined) throw new Error('rejected')
  return one
}
const titles = (body: string) => jsonld.read(pageOf(body), settings).postings.map((p) => p.title)

describe('a posting is found', () => {
  test.each([
    ['alone', JSON.stringify(job())],
    ['in a list', JSON.stringify([{ '@type': 'Organization' }, job()])],
    ['in a graph', JSON.stringify({ '@graph': [job()] })],
    ['in a list of items', JSON.stringify({ mainEntity: { itemListElement: [{ item: job() }] } })],
    ['with several types', JSON.stringify({ ...job(), '@type': ['Thing', 'JobPosting'] })],
    ['with a full type', JSON.stringify({ ...job(), '@type': 'https://schema.org/JobPosting' })],
    ['in an HTML comment', `<!--\n${JSON.stringify(job())}\n-->`],
    ['in CDATA', `//<![CDATA[\n${JSON.stringify(job())}\n//]]>`],
    ['in commented CDATA', `/*<![CDATA[*/${JSON.stringify(job())}/*]]>*/`],
    [
      'with a raw line break in a text',
      '{"@type":"JobPosting","title":"Medical Coder","description":"a\nb\tc"}',
    ],
    [
      'with a comma too many',
      '{"@type":"JobPosting","title":"Medical Coder","skills":["a","b",],}',
    ],
    ['with a semicolon behind', `${JSON.stringify(job())};`],
  ])('%s', (_, script) => {
    expect(titles(html(script))).toEqual(['Medical Coder'])
  })

  test('in each of several scripts, beside one that cannot be read', () => {
    const read = jsonld.read(
      pageOf(html('{"@type": broken JobPosting', JSON.stringify(job({ identifier: 'a' })))),
      settings,
    )
    expect(read.postings.map((p) => p.external_id)).toEqual(['a'])
    expect(read.rejected).toEqual([
      { where: 'script[0]', reason: 'this JSON-LD block is not JSON' },
    ])
  })

  test('in a body that is JSON itself', () => {
    expect(titles(JSON.stringify(job()))).toEqual(['Medical Coder'])
  })
})

describe('its id', () => {
  test.each([
    [{ identifier: { '@type': 'PropertyValue', value: 'R-1' }, url: '/jobs/9' }, 'R-1'],
    [{ identifier: 77 }, '77'],
    [{ identifier: [{ value: '' }, { value: 'R-2' }] }, 'R-2'],
    [{ identifier: 'UNAVAILABLE', url: '/jobs/9' }, 'https://careers.example.org/jobs/9'],
  ])('of %j is %s', (extra, id) => {
    expect(posting(extra).external_id).toBe(id)
  })

  test('without any is made of title, employer and place, and stays the same', () => {
    const place = (addressLocality: string) => ({
      jobLocation: { address: { addressLocality, addressRegion: 'WA' } },
    })
    const id = posting(place('Seattle')).external_id
    expect(id).toMatch(/^derived:[0-9a-f]{20}$/)
    expect(posting({ ...place('Seattle'), datePosted: '2026-01-01' }).external_id).toBe(id)
    expect(posting(place('Tacoma')).external_id).not.toBe(id)
  })
})

describe('its fields', () => {
  test('employer: a name, an organisation, a reference', () => {
    expect(posting({ hiringOrganization: 'Acme Health' }).employer).toBe('Acme Health')
    expect(posting({ hiringOrganization: [{ name: 'Acme Health' }] }).employer).toBe('Acme Health')
    const graph = [
      { '@id': '#org', name: 'Acme Health' },
      job({ hiringOrganization: { '@id': '#org' } }),
    ]
    const body = html(JSON.stringify({ '@graph': graph }))
    expect(jsonld.read(pageOf(body), settings).postings[0]?.employer).toBe('Acme Health')
  })

  test('places: one, several, as words, with a country object', () => {
    const address = (addressLocality: string, addressRegion: string, addressCountry?: unknown) => ({
      '@type': 'Place',
      address: { addressLocality, addressRegion, addressCountry },
    })
    expect(posting({ jobLocation: address('Erie', 'PA', { name: 'USA' }) }).places).toEqual([
      { city: 'Erie', state: 'PA', country: 'US' },
    ])
    expect(
      posting({ jobLocation: [address('Tulsa, OK', 'OK'), address('Tulsa', 'Oklahoma')] }).places,
    ).toEqual([{ city: 'Tulsa', state: 'OK', country: 'US' }])
    expect(posting({ jobLocation: 'Erie, PA' }).places).toEqual([
      { city: 'Erie', state: 'PA', country: 'US' },
    ])
    expect(posting({ jobLocation: { address: 'Erie, PA' } }).places).toHaveLength(1)
  })

  test('remote: TELECOMMUTE or a town named Remote, with the states where one may live', () => {
    const state = (name: string) => ({ '@type': 'State', name })
    const one = posting({
      jobLocationType: 'TELECOMMUTE',
      applicantLocationRequirements: [
        state('Texas'),
        state('OK'),
        { '@type': 'Country', name: 'USA' },
      ],
    })
    expect(one.remote).toBe(true)
    expect(one.structured).toMatchObject({ work_mode: 'TELECOMMUTE', states: ['TX', 'OK'] })
    const town = posting({ jobLocation: { address: { addressLocality: 'Remote' } } })
    expect([town.remote, town.places]).toEqual([true, []])
    expect(posting({}).remote).toBeNull()
  })

  test.each([
    [
      { value: { minValue: 18, maxValue: 24.5, unitText: 'HOUR' } },
      { min: 18, max: 24.5, unit: 'hour' },
    ],
    [{ value: { value: 40, unitText: 'HOUR' } }, { min: 40, max: 40, unit: 'hour' }],
    [
      { value: { minValue: '$1,500', unitText: 'BIWEEKLY' } },
      { min: 1500, max: null, unit: 'biweek' },
    ],
    [{ value: { maxValue: 900, unitText: 'WEEK' } }, { min: null, max: 900, unit: 'week' }],
    [{ value: { value: 200, unitText: 'DAY' } }, { min: 200, max: 200, unit: 'day' }],
    [{ value: { value: 3000, unitCode: 'MON' } }, { min: 3000, max: 3000, unit: 'month' }],
    [
      { minValue: 40_000, maxValue: 52_000, unitText: 'YEAR' },
      { min: 40_000, max: 52_000, unit: 'year' },
    ],
    [
      { value: '$18.50 - $24', unitText: 'HOUR' },
      { min: 18.5, max: 24, unit: 'hour' },
    ],
    [{ value: { value: 21 } }, { min: 21, max: 21 }],
    [{ value: { value: 0, minValue: 0, maxValue: 0, unitText: 'YEAR' } }, null],
    [{ value: { minValue: 30, maxValue: 20, unitText: 'HOUR' } }, null],
    [{ currency: 'EUR', value: { value: 20, unitText: 'HOUR' } }, null],
    ['competitive', null],
    [null, null],
  ])('pay of %j', (baseSalary, pay) => {
    expect(posting({ baseSalary }).pay).toEqual(pay)
  })

  test('experience, education and their exchange', () => {
    const one = posting({
      experienceRequirements: {
        '@type': 'OccupationalExperienceRequirements',
        monthsOfExperience: 24,
      },
      experienceInPlaceOfEducation: 'true',
      educationRequirements: { credentialCategory: 'high school' },
      employmentType: ['FULL_TIME', 'PART_TIME'],
    })
    expect(one.structured).toMatchObject({
      months_of_experience: 24,
      experience_in_place_of_education: true,
      education: 'high school',
      employment_type: 'FULL_TIME, PART_TIME',
    })
    const none = posting({ experienceRequirements: { monthsOfExperience: 0 } })
    expect(none.structured.months_of_experience).toBe(0)
    expect(posting({ experienceRequirements: '2 years' }).structured).not.toHaveProperty(
      'months_of_experience',
    )
  })

  test('texts beside the description are added once, under their headings', () => {
    const one = posting({
      description: '<p>Summary</p><h3>Duties</h3><ul><li>Assign codes.</li></ul>',
      responsibilities: 'Assign codes.',
      qualifications: 'CPC required.',
      skills: 'UNAVAILABLE',
    })
    expect(one.html).toBe(
      '<p>Summary</p><h3>Duties</h3><ul><li>Assign codes.</li></ul><h3>Qualifications</h3><p>CPC required.</p>',
    )
  })

  test('addresses: its own, the page it stands on, a way to apply', () => {
    expect(posting({ url: '/jobs/8' }).url).toBe('https://careers.example.org/jobs/8')
    expect(posting({}).url).toBe(URL_)
    expect(posting({ url: 'javascript:alert(1)' }).url).toBe(URL_)
    const action = {
      potentialAction: { '@type': 'ApplyAction', target: { urlTemplate: 'https://a.org/apply' } },
    }
    expect(posting(action).apply_url).toBe('https://a.org/apply')
  })
})

describe('a sitemap', () => {
  const map = jsonld.settings.parse({
    sitemap: 'https://careers.example.org/sitemap.xml',
    match: '/jobs/\\d+',
  })
  const entry = (loc: string, lastmod?: string) =>
    `<url><loc>${loc}</loc>${lastmod === undefined ? '' : `<lastmod>${lastmod}</lastmod>`}</url>`
  const site = (...entries: string[]) =>
    `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries.join('')}</urlset>`
  const base = 'https://careers.example.org'
  const read = (body: string, s = map) =>
    jsonld.read(pageOf(body, { document: 'sitemap', level: 0 }), s)

  test('gives one stub for each address that matches, newest first', () => {
    const { details, total, postings } = read(
      site(
        entry(`${base}/about`),
        entry(`${base}/jobs/1`, '2026-01-01'),
        entry(`${base}/jobs/2#apply`, '2026-02-01'),
        entry(`${base}/jobs/2`, '2025-02-01'),
        entry(`${base}/jobs/3?a=1&amp;b=2`),
      ),
    )
    expect(postings).toEqual([])
    expect(total).toBe(3)
    expect(details.map((d) => [d.external_id, d.version, d.title])).toEqual([
      [`${base}/jobs/2`, '2026-02-01', null],
      [`${base}/jobs/1`, '2026-01-01', null],
      [`${base}/jobs/3?a=1&b=2`, null, null],
    ])
    expect(details[2]?.request).toEqual({
      url: `${base}/jobs/3?a=1&b=2`,
      audience: 'page',
      context: { document: 'detail' },
    })
  })

  test('keeps the newest up to the limit and still tells how many there are', () => {
    const limited = jsonld.settings.parse({ sitemap: `${base}/sitemap.xml`, limit: 1 })
    const { details, total } = read(
      site(entry(`${base}/a`, '2025'), entry(`${base}/b`, '2026')),
      limited,
    )
    expect([details.map((d) => d.external_id), total]).toEqual([[`${base}/b`], 2])
  })

  test('with prefixes and images gives the same', () => {
    const body = `<sm:urlset xmlns:sm="x" xmlns:image="y"><sm:url><sm:loc>${base}/jobs/1</sm:loc><image:image><image:loc>${base}/jobs/99.png</image:loc></image:image></sm:url></sm:urlset>`
    expect(read(body).details.map((d) => d.external_id)).toEqual([`${base}/jobs/1`])
  })

  test('of sitemaps is followed two levels down and no further', () => {
    const index = `<sitemapindex><sitemap><loc>${base}/jobs.xml.gz</loc></sitemap></sitemapindex>`
    const { next } = read(index)
    expect(next).toEqual([
      { url: `${base}/jobs.xml.gz`, audience: 'page', context: { document: 'sitemap', level: 1 } },
    ])
    const deep = jsonld.read(pageOf(index, { document: 'sitemap', level: 2 }), map)
    expect([deep.next, deep.rejected.length]).toEqual([[], 1])
  })

  test('is asked under base_url, the ids stay the real addresses', () => {
    const moved = jsonld.settings.parse({ ...map, base_url: 'http://127.0.0.1:4100' })
    expect(jsonld.first(moved).map((r) => r.url)).toEqual(['http://127.0.0.1:4100/sitemap.xml'])
    const [stub] = read(site(entry(`${base}/jobs/1`)), moved).details
    expect([stub?.external_id, stub?.request.url]).toEqual([
      `${base}/jobs/1`,
      'http://127.0.0.1:4100/jobs/1',
    ])
  })

  test.each([
    ['a web page', html(), 'html-instead-of-xml'],
    ['other XML', '<rss></rss>', 'mis-shaped'],
    ['a cut body', site(entry(`${base}/jobs/1`)).slice(0, 120), 'truncated'],
    ['nothing', '', 'empty-body'],
  ])('that is %s is named', (_, body, problem) => {
    try {
      read(body)
      expect.unreachable()
    } catch (error) {
      expect((error as FootholdError).details['problem']).toBe(problem)
    }
  })
})

describe('a detail page', () => {
  const stub = { external_id: 'https://careers.example.org/jobs/7' }
  const detail = (body: string) =>
    jsonld.readDetail?.(pageOf(body, { document: 'detail' }), stub, settings)

  test('is one posting under the id of its stub', () => {
    const one = detail(html(JSON.stringify(job({ identifier: 'R-7' }))))
    expect(one).toMatchObject({ external_id: stub.external_id, title: 'Medical Coder', url: URL_ })
  })
  test('without markup is no posting, a broken or cut one is an error', () => {
    expect(detail(html())).toBeNull()
    expect(() => detail(html('{"@type": broken JobPosting'))).toThrow(FootholdError)
    expect(() => detail(html(JSON.stringify(job())).slice(0, 90))).toThrow(/stops in the middle/)
  })
})

test('settings need a page or a sitemap and a sound expression', () => {
  expect(jsonld.settings.safeParse({}).success).toBe(false)
  expect(jsonld.settings.safeParse({ page: 'x' }).success).toBe(false)
  expect(jsonld.settings.safeParse({ sitemap: 'https://a.org/s.xml', match: '(' }).success).toBe(
    false,
  )
  expect(jsonld.settings.safeParse({ page: 'file:///etc/passwd' }).success).toBe(false)
})
