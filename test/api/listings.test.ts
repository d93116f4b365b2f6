import type { Express } from 'express'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listingDetailSchema, listingPageSchema } from '../../api/wire/listing.ts'
import { problemSchema } from '../../api/wire/problem.ts'
import { CREDENTIALS } from '../../core/domain/vocabulary/credentials.ts'
import { makeApp } from '../helpers/app.ts'
import { freshDatabase, type FreshDatabase } from '../helpers/database.ts'
import { makeEmployer, makeListing, registered } from '../helpers/listings.ts'
import { loadSampleRows, loadTowns } from '../helpers/registers.ts'

let database: FreshDatabase
let app: Express
let first: number

beforeAll(async () => {
  database = await freshDatabase()
  app = makeApp(database)
  first = await makeListing(database.db, {
    title: 'Billing <script>alert(1)</script> Clerk',
    text: 'CPC required. $18 an hour.',
    html: '<p>CPC required.</p>',
    credentials_required: ['CPC'],
    min_months: 12,
    entry: 'asks_experience',
    pay_min: 18,
    pay_max: 18,
    pay_unit: 'hour',
    pay_hour_min: 18,
    pay_hour_max: 18,
    posted_at: '2026-11-18T00:00:00Z',
    requirement: {
      kind: 'any_of',
      of: [
        {
          kind: 'credential',
          codes: ['CPC'],
          any_of: false,
          class: null,
          accepted_apprentice: false,
          within_months_of_hire: null,
          strength: 'required',
          start: 0,
          end: 13,
          words: 'CPC required.',
        },
      ],
    },
    evidence: { credentials: [{ start: 0, end: 3, words: 'CPC', rule: 'credential.named' }] },
  })
  for (let n = 0; n < 4; n++) await makeListing(database.db, { states: ['OH'], role: 'coding' })
})
afterAll(() => database.close())

const get = (path: string) => request(app).get(`/api/v1${path}`)

describe('GET /listings', () => {
  it('answers with total, items, facets and the next cursor in the promised shape', async () => {
    const { body, headers } = await get('/listings?limit=2').expect(200)
    const page = listingPageSchema.parse(body)
    expect(page.total).toBe(5)
    expect(page.items).toHaveLength(2)
    expect(page.facets.state).toEqual([
      { value: 'OH', count: 4 },
      { value: 'PA', count: 1 },
    ])
    expect(page.next).toEqual(expect.any(String))
    expect(headers['content-type']).toBe('application/json; charset=utf-8')
  })

  it('gives an item every promised name', async () => {
    const { body } = await get('/listings?state=PA').expect(200)
    const promised = [
      ...['id', 'title', 'employer', 'place', 'url', 'posted_at', 'first_seen', 'last_checked'],
      ...['closes_at', 'in_domain', 'role', 'adjacent_role', 'level', 'min_months', 'max_months'],
      ...['preferred_months', 'entry', 'credentials', 'education', 'work_mode', 'settings'],
      ...['hybrid_days_onsite', 'states_allowed', 'states_excluded', 'specialties', 'systems'],
      ...['employment_type', 'pay', 'warnings', 'requirement'],
      ...['apply_url', 'places', 'status', 'closed_at', 'demo', 'register_settings', 'credit'],
      ...['snippet', 'why', 'employer_id'],
    ]
    expect(Object.keys(body.items[0]).sort()).toEqual(promised.sort())
    expect(body.items[0]).toMatchObject({
      id: first,
      pay: { min: 18, max: 18, unit: 'hour' },
      posted_at: '2026-11-18T00:00:00.000Z',
    })
  })

  it('takes repeated and comma-separated values alike, in any case of letters', async () => {
    for (const query of ['state=PA&state=OH', 'state=PA,OH', 'state=pa,%20oh,']) {
      expect((await get(`/listings?${query}`).expect(200)).body.total, query).toBe(5)
    }
  })

  it('reads an empty field of a form as a field that was not filled in', async () => {
    const { body } = await get('/listings?q=&state=&role=&max_months=&sort=&cursor=').expect(200)
    expect(body.total).toBe(5)
  })

  it('follows its own cursors to the end', async () => {
    const met: number[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const answer = await get(`/listings?limit=2&sort=newest&cursor=${cursor}`).expect(200)
      const page = listingPageSchema.parse(answer.body)
      met.push(...page.items.map((item) => item.id))
      cursor = page.next
    }
    expect(new Set(met).size).toBe(5)
    expect(met).toHaveLength(5)
  })

  it.each([
    ['an unknown key', 'colour=red', '/colour', /unknown key/],
    ['a state that is none', 'state=ZZ', '/state/0', /not a US state/],
    ['a role that is none', 'role=coding,nurse', '/role/1', /not a role: "nurse"/],
    ['a work mode that is none', 'work_mode=home', '/work_mode/0', /not a work mode/],
    ['an entry verdict that is none', 'entry=easy', '/entry/0', /not an entry verdict/],
    ['a setting that is none', 'setting=hospital', '/setting/0', /not a setting/],
    ['a specialty that is none', 'specialty=hair', '/specialty/0', /not a specialty: "hair"/],
    ['a system that is none', 'not_system=dos', '/not_system/0', /not a system: "dos"/],
    ['an adjacent role that is none', 'adjacent_role=nurse', '/adjacent_role/0', /not an adjacent/],
    [
      'an employment type that is none',
      'employment_type=x',
      '/employment_type/0',
      /employment type/,
    ],
    ['a kind of place that is none', 'underserved=city', '/underserved/0', /underserved place/],
    ['what nobody can hold', 'holds=ABC', '/holds/0', /not a credential code such as "CPC": "ABC"/],
    ['an employer by name', 'employer=Mercy', '/employer/0', /not the number of an employer/],
    ['a feed by address', 'source=http%3A//x', '/source/0', /not the key of a feed/],
    ['a yes that is no true', 'accepts_apprentice=yes', '/accepts_apprentice', /true or false/],
    ['months left out', 'unstated_months=exclude', '/unstated_months', /"include" or nothing/],
    ['pay beyond all reason by the year', 'pay_floor_year=500001', '/pay_floor_year', /to 500000/],
    ['an age of more than a year', 'posted_within=366', '/posted_within', /from 1 to 365/],
    ['a radius of nothing', 'near=18503&radius=0', '/radius', /from 1 to 200/],
    ['81 characters of place', `near=${'a'.repeat(81)}`, '/near', /more than 80 characters/],
    ['warnings to be hidden', 'warnings=hide', '/warnings', /"show" or "only"/],
    ['the nearest of nowhere', 'sort=nearest', '/sort', /nearest needs near/],
    [
      'what is asked for too',
      'state=PA&not_state=oh,pa',
      '/not_state/1',
      /"PA" is asked for by state/,
    ],
    ['a credential that is no code', "credential=';drop", '/credential/0', /credential code/],
    ['months in words', 'max_months=six', '/max_months', /whole number from 0 to 600/],
    ['negative months', 'max_months=-1', '/max_months', /whole number/],
    ['a number in hexadecimal', 'max_months=0x10', '/max_months', /whole number/],
    ['pay beyond all reason', 'pay_floor_hour=1001', '/pay_floor_hour', /from 0 to 1000/],
    ['an unknown sort', 'sort=random', '/sort', /one of best, newest/],
    ['a limit of nothing', 'limit=0', '/limit', /from 1 to 100/],
    ['a limit too large', 'limit=101', '/limit', /from 1 to 100/],
    ['a single value given twice', 'limit=5&limit=6', '/limit', /more than once/],
    ['a control character', 'q=a%00b', '/q', /control character/],
    ['201 characters of text', `q=${'a'.repeat(201)}`, '/q', /more than 200 characters/],
    ['more values than there are', `credential=${manyCodes()}`, '/credential', /60 values/],
    ['a cursor with odd letters', 'cursor=a.b', '/cursor', /not one this service gave out/],
  ])('refuses %s with a pointer to it', async (_what, query, pointer, detail) => {
    const { body, headers } = await get(`/listings?${query}`).expect(400)
    expect(headers['content-type']).toBe('application/problem+json; charset=utf-8')
    expect(headers['cache-control']).toBe('no-store')
    expect(problemSchema.parse(body).errors).toEqual([
      { pointer, detail: expect.stringMatching(detail) },
    ])
  })

  it('names the pages of a list in its Link header, and their addresses lead there', async () => {
    const query = 'state=pa%2COH&sort=newest&limit=2'
    const { headers, body } = await get(`/listings?${query}`).expect(200)
    const self = `/api/v1/listings?state=pa%2COH&sort=newest&limit=2`
    const next = `${self}&cursor=${body.next}`
    expect(headers['link']).toBe(
      `<${self}>; rel="self", <${self}>; rel="first", <${next}>; rel="next"`,
    )
    const second = await request(app).get(next).expect(200)
    expect(second.headers['link']).toMatch(
      new RegExp(
        `^<.*cursor=${body.next}>; rel="self", <.*limit=2>; rel="first", <.*>; rel="next"$`,
      ),
    )
    const all = await get('/listings').expect(200)
    expect(all.headers['link']).toBe(
      '</api/v1/listings>; rel="self", </api/v1/listings>; rel="first"',
    )
  })

  it('leaves the Link header out where a proxy would drop the answer for it', async () => {
    const many = Array.from({ length: 60 }, () => 'billing')
      .join('%20')
      .slice(0, 199)
    const long = `q=${many}&source=${Array.from({ length: 60 }, (_, n) => `feed-of-an-employer-${n}`).join(',')}`
    const { headers } = await get(`/listings?${long}`).expect(200)
    expect(headers).not.toHaveProperty('link')
  })

  it('tells how many requests are left, and refuses the 241st of a minute as a problem', async () => {
    const behind = makeApp(database, { env: { FOOTHOLD_TRUST_PROXY: '1' } })
    const from = (address: string) =>
      request(behind).get('/api/v1/listings?limit=0').set('X-Forwarded-For', address)
    const first = await from('203.0.113.7').expect(400)
    expect(first.headers['ratelimit-policy']).toMatch(/^"reads"; q=240; w=60; pk=:.+:$/)
    expect(first.headers['ratelimit']).toMatch(/^"reads"; r=239; t=\d+$/)
    for (let n = 2; n <= 240; n++) await from('203.0.113.7').expect(400)
    const { body, headers } = await from('203.0.113.7').expect(429)
    expect(headers['content-type']).toBe('application/problem+json; charset=utf-8')
    expect(headers['retry-after']).toMatch(/^\d+$/)
    expect(problemSchema.parse(body).detail).toMatch(/^More than 240 requests in a minute/)
    await from('203.0.113.8').expect(400)
  })

  it('names every fault at once', async () => {
    const { body } = await get('/listings?state=ZZ&limit=0&colour=red').expect(400)
    expect(body.detail).toBe('The request holds 3 values that cannot be used.')
    const pointers = body.errors.map((e: { pointer: string }) => e.pointer)
    expect(pointers.sort()).toEqual(['/colour', '/limit', '/state/0'])
  })

  it('refuses a text of 10,000 characters and says how much is read', async () => {
    const { body } = await get(`/listings?q=${'a'.repeat(10_000)}`).expect(400)
    expect(problemSchema.parse(body).detail).toBe(
      'The query string is 10002 characters long; at most 8000 are read.',
    )
  })

  it('refuses a cursor that is none of its own, whatever it decodes to', async () => {
    const forged = [
      'x',
      JSON.stringify({ v: 1 }),
      '[]',
      'null',
      JSON.stringify({ v: 1, of: 'a'.repeat(12), k: 0, t: 1e300, i: 1 }),
      JSON.stringify({ v: 1, of: "' or 1=1 -- ", k: 0, t: 1, i: 1 }),
    ]
    for (const text of forged) {
      const cursor = Buffer.from(text).toString('base64url')
      const { body } = await get(`/listings?cursor=${cursor}`).expect(400)
      const problem = problemSchema.parse(body)
      expect(problem.detail, text).toMatch(/cursor/)
      expect(problem.errors).toEqual([{ pointer: '/cursor', detail: problem.detail }])
    }
  })

  it('treats SQL in a text as words', async () => {
    for (const q of ["'; drop table listing; --", "' or '1'='1", '\\', '$1', '%', "a' & !!'b"]) {
      await get(`/listings?q=${encodeURIComponent(q)}`).expect(200)
    }
    expect((await get('/listings').expect(200)).body.total).toBe(5)
  })

  it('answers 304 to a reader who holds the newest answer', async () => {
    const { headers } = await get('/listings').expect(200)
    expect(headers['cache-control']).toBe('public, max-age=0, must-revalidate')
    expect(headers.etag).toMatch(/^W\//)
    await get('/listings')
      .set('If-None-Match', headers.etag ?? '')
      .expect(304)
  })
})

describe('GET /listings/:id', () => {
  it('adds text, html, evidence, sources and the version of the rules', async () => {
    const { body } = await get(`/listings/${first}`).expect(200)
    const detail = listingDetailSchema.parse(body)
    expect(detail).toMatchObject({
      text: 'CPC required. $18 an hour.',
      html: '<p>CPC required.</p>',
      tagger_version: 1,
      sources: [{ key: 'mercy-hill' }],
    })
    const [words] = detail.evidence.credentials ?? []
    expect(detail.text.slice(words?.start, words?.end)).toBe('CPC')
  })

  it.each(['999999', '0', '-1', 'abc', '1.5', '99999999999999999999', '1%27', '%00'])(
    'answers 404 to the number %s',
    async (id) => {
      const { body } = await get(`/listings/${id}`).expect(404)
      expect(problemSchema.parse(body).detail).toBe('There is no listing with this number.')
    },
  )

  it('answers 400 to a broken percent sign', async () => {
    problemSchema.parse((await get('/listings/%zz').expect(400)).body)
  })
})

describe('what is known of an employer and of a place', () => {
  let id: number
  let employer: number

  beforeAll(async () => {
    await loadTowns(database.db)
    await loadSampleRows(database.db, 'hrsa-hpsa', 'BCD_HPSA_FCT_DET_PC.csv')
    await loadSampleRows(database.db, 'hrsa-mua')
    employer = await makeEmployer(database.db, 'Mercy Hill Nursing Center', [registered('snf')])
    id = await makeListing(database.db, {
      employer: 'Mercy Hill Nursing Center',
      employer_id: employer,
      settings: ['hospice'],
      states: ['ND'],
      places: [
        { city: 'Scranton', state: 'PA', country: 'US' },
        { city: 'Erie', state: 'PA', country: 'US' },
        { city: 'Nowhere', state: 'ND', country: 'US' },
      ],
    })
  })

  it('comes with the listing as two things, each with its file and its day', async () => {
    const { body } = await get(`/listings/${id}`).expect(200)
    const detail = listingDetailSchema.parse(body)
    expect(detail.settings).toEqual(['hospice'])
    expect(detail.employer_id).toBe(employer)
    expect(detail.employer_settings).toEqual([
      {
        setting: 'snf',
        confidence: 0.9,
        evidence: [
          {
            rule: 'name_city',
            register: 'cms-nursing-home',
            id: '399001',
            name: 'MERCY HILL NURSING CENTER',
            city: 'SCRANTON',
            state: 'PA',
            zip5: '18503',
            source: 'NH_ProviderInfo_Jul2026.csv',
            as_of: '2026-07-01',
            sample: false,
          },
        ],
      },
    ])
    const hpsa = { source: 'BCD_HPSA_FCT_DET_PC.csv', as_of: '2026-07-03' }
    const place = { found: true, looked_up: { hpsa_primary_care: hpsa } }
    expect(detail.place_facts).toEqual([
      {
        ...place,
        ...{ city: 'Scranton', state: 'PA', counties: ['42069'] },
        facts: {
          hpsa_primary_care: {
            ...{ area_kind: 'county', area_code: '42069', value: 17, whole: false },
            ...{ name: 'Sample Low Income - Scranton', sample: false, ...hpsa },
          },
          mua: {
            ...{ area_kind: 'county', area_code: '42069', value: 51.3, whole: false },
            ...{ name: 'Sample Lackawanna Service Area', sample: true },
            ...{ source: 'SAMPLE-hrsa-mua.csv', as_of: '2026-07-03' },
          },
        },
      },
      {
        ...place,
        ...{ city: 'Erie', state: 'PA', counties: ['42049'] },
        // Looked up in a real file: none. The MUP stands in a sample; its MUA was never looked up.
        facts: {
          hpsa_primary_care: null,
          mup: {
            ...{ area_kind: 'county', area_code: '42049', value: 60, whole: false },
            ...{ name: 'Sample Low Income - Erie', sample: true },
            ...{ source: 'SAMPLE-hrsa-mua.csv', as_of: '2026-07-03' },
          },
        },
      },
      {
        ...{ city: 'Nowhere', state: 'ND', counties: [] },
        ...{ found: false, facts: {}, looked_up: {} },
      },
    ])
  })

  it('is null and empty for a listing whose advert names no employer', async () => {
    const { body } = await get(`/listings/${first}`).expect(200)
    const { employer_id, employer_settings } = listingDetailSchema.parse(body)
    expect([employer_id, employer_settings]).toEqual([null, []])
  })

  it('lets a search find by a register, beside the advert, and says which of the two it was', async () => {
    for (const setting of ['snf', 'hospice']) {
      const { body } = await get(`/listings?setting=${setting}`).expect(200)
      const { items } = listingPageSchema.parse(body)
      expect(items.map((i) => [i.id, i.settings, i.register_settings])).toEqual([
        [id, ['hospice'], ['snf']],
      ])
    }
  })
})

function manyCodes(): string {
  return CREDENTIALS.slice(0, 61)
    .map(({ code }) => code)
    .join(',')
}
