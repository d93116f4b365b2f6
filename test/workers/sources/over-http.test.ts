import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createHttp, type Http } from '../../../workers/http.ts'
import type { Adapter, FeedRead, FeedRequest } from '../../../workers/sources/contract.ts'
import { adapterFor } from '../../../workers/sources/index.ts'
import { FeedServer } from '../../helpers/feed-server.ts'

let server: FeedServer
let http: Http
const secrets = {
  USAJOBS_API_KEY: 'key',
  USAJOBS_EMAIL: 'me@example.org',
  ADZUNA_APP_ID: 'app',
  ADZUNA_APP_KEY: 'k-123',
}

beforeAll(async () => {
  server = await FeedServer.start()
  http = createHttp({
    userAgent: 'Foothold/0.0.0',
    offline: true,
    allow: [server.host],
    reserve: () => Promise.resolve(0),
    now: () => 0,
    sleep: () => Promise.resolve(),
    random: () => 0.5,
  })
})
afterAll(async () => {
  await http.close()
  await server.close()
})
beforeEach(() => server.reset())

/** Reads every list page of a source through real HTTP, as ingest does. */
async function poll(kind: string, given: object) {
  const adapter = adapterFor(kind) as Adapter
  const settings = adapter.settings.parse({ ...given, base_url: server.url('') })
  const reads: FeedRead[] = []
  const waiting: FeedRequest[] = adapter.first(settings)
  for (let request = waiting.shift(); request; request = waiting.shift()) {
    const answer = await http.fetch(request, { paceMs: 0, secrets })
    if (answer.kind !== 'body') throw new Error(answer.kind)
    const read = adapter.read({ ...answer.page, context: request.context ?? {} }, settings)
    reads.push(read)
    waiting.push(...read.next)
  }
  return { adapter, settings, reads }
}

test('a Greenhouse board is read packed, from its address under base_url', async () => {
  const body = JSON.stringify({ jobs: [{ id: 7, title: 'Médical Coder' }], meta: { total: 1 } })
  server.on('/v1/boards/acme/jobs?content=true', { body, packed: 'br' })
  const { reads } = await poll('greenhouse', { token: 'acme' })
  expect(reads.flatMap((r) => r.postings.map((p) => p.title))).toEqual(['Médical Coder'])
})

test('USAJOBS is read page after page with the key and the e-mail in the headers', async () => {
  const page = (ids: string[]) => ({
    body: JSON.stringify({
      SearchResult: {
        SearchResultCountAll: 3,
        UserArea: { NumberOfPages: '2' },
        SearchResultItems: ids.map((id) => ({
          MatchedObjectId: id,
          MatchedObjectDescriptor: { PositionTitle: `Technician ${id}` },
        })),
      },
    }),
  })
  const path = (n: number) =>
    `/api/Search?JobCategoryCode=0675&ResultsPerPage=500&Page=${n}&Fields=full`
  server.on(path(1), page(['1', '2'])).on(path(2), page(['3']))
  const { reads } = await poll('usajobs', { query: { JobCategoryCode: '0675' } })
  expect(reads.flatMap((r) => r.postings.map((p) => p.external_id))).toEqual(['1', '2', '3'])
  expect(server.seen.map((s) => s.headers['authorization-key'])).toEqual(['key', 'key'])
  expect(server.seen.map((s) => s.headers['user-agent'])).toEqual([
    'me@example.org',
    'me@example.org',
  ])
})

test('a site is read from its index over a packed sitemap to the posting, by the leave of robots.txt', async () => {
  const site = 'https://careers.example.org'
  server
    .on('/robots.txt', { body: 'User-agent: *\nDisallow: /admin' })
    .on('/sitemap.xml', {
      body: `<sitemapindex><sitemap><loc>${site}/jobs.xml</loc></sitemap></sitemapindex>`,
    })
    .on('/jobs.xml', {
      body: `<urlset><url><loc>${site}/about</loc></url><url><loc>${site}/jobs/7</loc><lastmod>2026-11-01</lastmod></url></urlset>`,
      packed: 'gzip',
    })
    .on('/jobs/7', {
      body: '<html><head><script type="application/ld+json">{"@type":"JobPosting","title":"Biller"}</script></head></html>',
      headers: { 'Content-Type': 'text/html' },
    })
  const { adapter, settings, reads } = await poll('jsonld', {
    sitemap: `${site}/sitemap.xml`,
    match: '/jobs/',
  })
  const [stub, ...more] = reads.flatMap((r) => r.details)
  expect([stub?.external_id, stub?.version, more]).toEqual([`${site}/jobs/7`, '2026-11-01', []])
  if (stub === undefined) throw new Error('no stub')
  const answer = await http.fetch(stub.request, { paceMs: 0, secrets })
  if (answer.kind !== 'body') throw new Error(answer.kind)
  const posting = adapter.readDetail?.(answer.page, stub, settings)
  // Read from a mirror (base_url), a posting still links to the real page.
  expect(posting).toMatchObject({
    external_id: `${site}/jobs/7`,
    url: `${site}/jobs/7`,
    title: 'Biller',
  })
  expect(server.count('/robots.txt')).toBe(1)
})

test('a Workday site is read page after page by POST, and each advert at its own address', async () => {
  const entry = (id: string) => ({ title: `Coder ${id}`, externalPath: `/job/Reno/Coder_${id}` })
  const page = (total: number, ids: string[]) => ({
    body: JSON.stringify({ total, jobPostings: ids.map(entry) }),
    headers: { 'Content-Type': 'application/json' },
  })
  server
    .on('/wday/cxs/acme/External/jobs', page(3, ['R1', 'R2']), page(0, ['R3']))
    .on('/wday/cxs/acme/External/job/Reno/Coder_R3', {
      body: JSON.stringify({ jobPostingInfo: { title: 'Coder R3', startDate: '2026-11-01' } }),
    })
  const { adapter, settings, reads } = await poll('workday', {
    tenant: 'acme',
    host: 'wd5',
    site: 'External',
  })
  const stubs = reads.flatMap((r) => r.details)
  expect(stubs.map((d) => d.external_id)).toEqual(['R1', 'R2', 'R3'])
  const lists = server.seen.filter((s) => s.method === 'POST')
  expect(lists.map((s) => JSON.parse(s.body) as unknown)).toEqual([
    { appliedFacets: {}, limit: 20, offset: 0, searchText: '' },
    { appliedFacets: {}, limit: 20, offset: 2, searchText: '' },
  ])
  expect(lists[0]?.headers['content-type']).toBe('application/json')
  const stub = stubs[2]
  if (stub === undefined) throw new Error('no stub')
  const answer = await http.fetch(stub.request, { paceMs: 0, secrets })
  if (answer.kind !== 'body') throw new Error(answer.kind)
  const given = { ...answer.page, context: stub.request.context ?? {} }
  expect(adapter.readDetail?.(given, stub, settings)).toMatchObject({
    title: 'Coder R3',
    posted_at: '2026-11-01',
    url: 'https://acme.wd5.myworkdayjobs.com/External/job/Reno/Coder_R3',
  })
})

test('an Oracle site is asked with its finder as it is written', async () => {
  const finder = (offset: number) =>
    `findReqs;siteNumber=CX_1,facetsList=LOCATIONS%3BWORK_LOCATIONS%3BWORKPLACE_TYPES%3BTITLES%3BCATEGORIES,limit=100,offset=${offset},sortBy=POSTING_DATES_DESC`
  const path = (offset: number) =>
    `/hcmRestApi/resources/latest/recruitingCEJobRequisitions?onlyData=true&expand=requisitionList.workLocation,requisitionList.otherWorkLocations,requisitionList.secondaryLocations,requisitionList.requisitionFlexFields&finder=${finder(offset)}`
  const page = (id: string) => ({
    body: JSON.stringify({
      items: [{ TotalJobsCount: 2, requisitionList: [{ Id: id, Title: 'Coder' }] }],
    }),
  })
  server.on(path(0), page('1')).on(path(1), page('2'))
  const { reads } = await poll('oracle', {
    host: 'acme.fa.ocs.oraclecloud.com',
    site_number: 'CX_1',
  })
  expect(reads.flatMap((r) => r.details.map((d) => d.external_id))).toEqual(['1', '2'])
})

const idsOf = (reads: FeedRead[]) => reads.flatMap((r) => r.postings.map((p) => p.external_id))
const allowAll = { body: 'User-agent: *\nAllow: /' }

test('Adzuna is read page after page with its id and key in the address, and only there', async () => {
  const page = (ids: string[]) => ({
    body: JSON.stringify({ count: 3, results: ids.map((id) => ({ id, title: `Biller ${id}` })) }),
  })
  const path = (n: number) =>
    `/v1/api/jobs/us/search/${n}?what_phrase=billing&results_per_page=50&sort_by=date&max_days_old=45&content-type=application%2Fjson&app_id=app&app_key=k-123`
  server.on(path(1), page(['1', '2'])).on(path(2), page(['3']))
  const { adapter, settings, reads } = await poll('adzuna', { terms: ['billing'] })
  expect([idsOf(reads), reads.flatMap((r) => r.rejected)]).toEqual([['1', '2', '3'], []])
  expect(JSON.stringify([adapter.first(settings), reads])).not.toContain('k-123')
})

test('Himalayas is read search by search, without what is not open to the US', async () => {
  const job = (guid: string, ...locationRestrictions: string[]) => ({
    guid,
    title: 'Medical Biller',
    locationRestrictions,
  })
  const body = (totalCount: number, ...jobs: unknown[]) => ({
    body: JSON.stringify({ totalCount, jobs }),
  })
  const path = (term: string, n: number) =>
    `/jobs/api/search?q=${term}&country=US&sort=recent&page=${n}`
  server
    .on(path('billing', 1), body(3, job('a', 'United States'), job('b', 'Romania')))
    .on(path('billing', 2), body(3, job('c')))
    .on(path('coding', 1), body(1, job('d', 'Canada', 'United States')))
  const { reads } = await poll('himalayas', { terms: ['billing', 'coding'] })
  expect(idsOf(reads).sort()).toEqual(['a', 'c', 'd'])
})

test('The Muse is read to its last page', async () => {
  const path = (n: number) => `/api/public/jobs?category=Healthcare&descending=true&page=${n}`
  const page = (from: number, n: number) => ({
    body: JSON.stringify({
      page_count: 2,
      results: Array.from({ length: n }, (_, i) => ({ id: from + i, name: 'Medical Coder' })),
    }),
  })
  server.on(path(0), page(0, 20)).on(path(1), page(20, 20)).on(path(2), page(40, 0))
  const { reads } = await poll('themuse', { categories: ['Healthcare'] })
  expect(idsOf(reads)).toHaveLength(40)
  expect(server.seen.map((s) => s.path)).toEqual([path(0), path(1), path(2)])
})

test('a CSV file in another charset and an RSS feed are read by the leave of robots.txt', async () => {
  server
    .on('/robots.txt', allowAll)
    .on('/jobs.csv', {
      body: Buffer.from('title,id,city\nM\u00e9dical Coder,1,Reno\n', 'latin1'),
      headers: { 'Content-Type': 'text/csv; charset=ISO-8859-1' },
      packed: 'gzip',
    })
    .on('/jobs.rss', {
      body: Buffer.from(
        '<?xml version="1.0" encoding="ISO-8859-1"?><rss><channel><item><guid>2</guid><title>Caf\u00e9 Biller</title></item></channel></rss>',
        'latin1',
      ),
      headers: { 'Content-Type': 'application/rss+xml' },
    })
  const file = await poll('csv', { url: 'https://careers.example.org/jobs.csv' })
  const feed = await poll('rss', { url: 'https://careers.example.org/jobs.rss' })
  const titles = [...file.reads, ...feed.reads].flatMap((r) => r.postings.map((p) => p.title))
  expect(titles).toEqual(['M\u00e9dical Coder', 'Caf\u00e9 Biller'])
})

/** The page of a posting, asked for as ingest does. */
async function detail({ adapter, settings, reads }: Awaited<ReturnType<typeof poll>>, id: string) {
  const stub = reads.flatMap((r) => r.details).find((d) => d.external_id === id)
  if (stub === undefined) throw new Error(`no stub ${id}`)
  const answer = await http.fetch(stub.request, { paceMs: 0, secrets })
  if (answer.kind !== 'body') throw new Error(answer.kind)
  return adapter.readDetail?.(answer.page, stub, settings)
}

test('an iCIMS portal is read page after page to the posting, in the encoding it declares', async () => {
  const list = (id: string, page: number) => ({
    body: `<html><body><h2>Search Results Page ${page} of 2</h2><ul class="iCIMS_JobsTable"><li class="iCIMS_JobCardItem"><div class="header"><span class="field-label">Job Locations</span><span>US-PR-Bayamon</span></div><div class="title"><a href="https://careers-acme.icims.com/jobs/${id}/coder/job?in_iframe=1"><h3>Coder ${id}</h3></a></div></li></ul></body></html>`,
  })
  server
    .on('/jobs/search?ss=1&in_iframe=1', list('7', 1))
    .on('/jobs/search?pr=1&in_iframe=1&searchRelation=keyword_all', list('8', 2))
    .on('/jobs/8/coder/job?in_iframe=1', {
      body: Buffer.from(
        '<html><head><script type="application/ld+json">{"@type":"JobPosting","title":"C\xf3der","datePosted":"2026-11-02"}</script></head><body></body></html>',
        'latin1',
      ),
      headers: { 'Content-Type': 'text/html; charset=ISO-8859-1' },
    })
  const polled = await poll('icims', { host: 'careers-acme.icims.com' })
  expect(polled.reads.flatMap((r) => r.details.map((d) => d.title))).toEqual(['Coder 7', 'Coder 8'])
  expect(polled.reads.flatMap((r) => r.rejected)).toEqual([])
  expect(await detail(polled, '8')).toMatchObject({
    external_id: '8',
    title: 'Códer',
    url: 'https://careers-acme.icims.com/jobs/8/coder/job',
    places: [{ city: 'Bayamon', state: 'PR', country: 'US' }],
    posted_at: '2026-11-02',
  })
})

test('a UKG board is searched by POST until its count is reached, then the opportunity is read', async () => {
  const board = '/ACME/JobBoard/0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d'
  const answer = (from: number, count: number) => ({
    body: JSON.stringify({
      totalCount: 60,
      opportunities: Array.from({ length: count }, (_, i) => ({
        Id: `op-${from + i}`,
        Title: 'x',
      })),
    }),
  })
  server
    .on(`${board}/JobBoardView/LoadSearchResults`, answer(0, 50), answer(50, 10))
    .on(`${board}/OpportunityDetail?opportunityId=op-59`, {
      body: '<html><script>var o = new US.Opportunity.CandidateOpportunityDetail({"Id":"op-59","Title":"Biller","Description":"<p>Bill.</p>"});</script></html>',
    })
  const polled = await poll('ukg', { url: `https://recruiting.ultipro.com${board}/` })
  expect(polled.reads.flatMap((r) => r.details)).toHaveLength(60)
  const asked = server.seen.filter((s) => s.method === 'POST')
  expect(
    asked.map((s) => (JSON.parse(s.body) as { opportunitySearch: object }).opportunitySearch),
  ).toMatchObject([
    { Skip: 0, Top: 50 },
    { Skip: 50, Top: 50 },
  ])
  expect(asked[0]?.headers['content-type']).toMatch(/json/)
  expect(await detail(polled, 'op-59')).toMatchObject({ title: 'Biller', html: '<p>Bill.</p>' })
})

test('a Personio feed comes through packed, with a byte-order mark and letters of all sorts', async () => {
  const xml =
    '\uFEFF<?xml version="1.0" encoding="UTF-8"?><workzag-jobs><position><id>1</id><name>Códer – Łódź</name></position></workzag-jobs>'
  server.on('/xml?language=en', {
    body: xml,
    packed: 'gzip',
    headers: { 'Content-Type': 'text/xml' },
  })
  const { reads } = await poll('personio', { board: 'acme' })
  expect(reads.flatMap((r) => r.postings.map((p) => p.title))).toEqual(['Códer – Łódź'])
})
