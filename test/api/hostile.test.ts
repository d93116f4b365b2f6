import { request as httpRequest, type Server } from 'node:http'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listingPageSchema } from '../../api/wire/listing.ts'
import { listingQuerySchema } from '../../api/wire/listing-query.ts'
import { problemSchema } from '../../api/wire/problem.ts'
import { KEY_FILTERS } from '../../core/domain/search/query.ts'
import { makeApp } from '../helpers/app.ts'
import { freshDatabase, type FreshDatabase } from '../helpers/database.ts'
import { listenAtLoopback } from '../helpers/listen.ts'
import { makeListing, makeSource } from '../helpers/listings.ts'
import { freePolicy } from '../helpers/policy.ts'
import { seededRandom } from '../helpers/random.ts'

/** FOOTHOLD_SEED repeats a run. */
const SEED = Number(process.env.FOOTHOLD_SEED ?? Math.floor(Math.random() * 2 ** 31))
const QUERIES = 1000
const AT_ONCE = 4

const FIELDS = Object.keys(listingQuerySchema.shape)
const HTML = `"><img src=x onerror=alert(1)><script>alert(1)</script>`
const SQL = [
  "'; drop table listing; --",
  "' or '1'='1",
  "x') union select key from source --",
  '$1',
  "\\'; select pg_sleep(10); --",
  '{1,2}',
  "a' & !!'b",
]

let database: FreshDatabase
let server: Server
let base: string
let advert: number

beforeAll(async () => {
  database = await freshDatabase()
  const policy = JSON.stringify(freePolicy({ must_name: true }))
  const source = await makeSource(database.db, { key: 'free', employer: HTML, policy })
  // Whatever a stranger's feed may hold, in every column that is shown.
  advert = await makeListing(database.db, {
    lead_source_id: source,
    title: HTML,
    employer: HTML,
    place: HTML,
    places: [{ city: HTML, state: 'PA', country: HTML }],
    url: `javascript:alert(1)//${HTML}`,
    apply_url: `data:text/html,${HTML}`,
    text: `billing ${HTML}`,
    html: `<p onmouseover="alert(1)">billing</p>${HTML}`,
    warnings: [{ code: 'contradiction', words: HTML }],
  })
  ;({ server, base } = await listenAtLoopback(makeApp(database)))
})
afterAll(async () => {
  server.close()
  await database.close()
})

/** The path exactly as given: no client of ours mends it on the way. */
function get(path: string): Promise<{ status: number; type: string; body: string }> {
  const { hostname, port } = new URL(base)
  return new Promise((resolve, reject) => {
    httpRequest({ hostname, port, path, headers: { accept: 'text/html, */*' } }, (res) => {
      let body = ''
      res.setEncoding('utf8')
      res.on('data', (chunk: string) => (body += chunk))
      res.on('end', () =>
        resolve({ status: res.statusCode ?? 0, type: res.headers['content-type'] ?? '', body }),
      )
    })
      .on('error', reject)
      .end()
  })
}

const DOORS = {
  api: '/api/v1/listings',
  page: '/',
  rss: '/feeds/listings.rss',
  json: '/feeds/listings.json',
  xml: '/feeds/listings.xml',
} as const
const PROBLEM = 'application/problem+json; charset=utf-8'

it(`${QUERIES} random query strings get 200 or a 400 that names its faults (seed ${SEED})`, async () => {
  const random = seededRandom(SEED)
  const doors = Object.values(DOORS)
  const asked = Array.from({ length: QUERIES }, (_, n) => {
    // The JSON answer is the most asked; every fourth query goes through another door.
    const door = n % 4 === 3 ? doors[1 + (((n - 3) / 4) % 4)] : DOORS.api
    return `${door}?${randomQuery(random)}`
  })
  const seen: Record<number, number> = {}
  await eachOf(asked, async (path) => {
    const { status, type, body } = await get(path)
    expect([200, 400], `${path}\n${body}`).toContain(status)
    seen[status] = (seen[status] ?? 0) + 1
    if (path.startsWith('/?')) return
    if (status === 400) {
      expect(type, path).toBe(PROBLEM)
      problemSchema.parse(JSON.parse(body))
    } else if (path.startsWith(DOORS.api)) listingPageSchema.parse(JSON.parse(body))
  })
  // Both ways are really taken.
  expect(seen[200]).toBeGreaterThan(QUERIES / 10)
  expect(seen[400]).toBeGreaterThan(QUERIES / 10)
}, 300_000)

describe.each(Object.entries(DOORS))('through the door %s', (door, path) => {
  it('SQL in any field is a word or a fault, and nothing more', async () => {
    await eachOf(
      FIELDS.flatMap((field) => SQL.map((sql) => `${path}?${field}=${encodeURIComponent(sql)}`)),
      async (address) => {
        expect([200, 400], address).toContain((await get(address)).status)
      },
    )
    const { n } = await database.db
      .selectFrom('listing')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
    expect(Number(n)).toBe(1)
  }, 120_000)

  it('HTML in any field and in an advert comes back as text', async () => {
    const addresses = FIELDS.map((field) => `${path}?${field}=${encodeURIComponent(HTML)}`)
    await eachOf([path, ...addresses, `${path}?q=billing`], async (address) => {
      const { status, type, body } = await get(address)
      expect([200, 400], address).toContain(status)
      if (door === 'page') expect(body, address).not.toMatch(/<img|<script>|onmouseover/)
      // JSON may hold it: a type and `nosniff` keep browsers from reading it as a page.
      else expect(type, address).not.toContain('html')
      if (door === 'rss' || door === 'xml') {
        expect(body, address).not.toMatch(/<description>.*?(<script|onmouseover|<img)/)
      }
    })
  })
})

it('HTML in an advert is text on its own page', async () => {
  const page = await get(`/listings/${advert}`)
  expect(page.status).toBe(200)
  expect(page.body).not.toMatch(/<img|<script>|onmouseover|href="(javascript|data):/)
})

describe('what is too much', () => {
  const words = Array.from({ length: 10_000 }, (_, n) => `word${n}`).join('+')

  it.each(Object.values(DOORS))('10,000 words are refused with a sentence (%s)', async (path) => {
    const { status, type, body } = await get(`${path}?q=${words}`)
    expect(status).toBe(400)
    expect(body).toContain(
      `The query string is ${words.length + 2} characters long; at most 8000 are read.`,
    )
    if (path !== DOORS.page) expect(type).toBe(PROBLEM)
  })

  it('1,300 words that fit into an address are refused by their length', async () => {
    const { status, body } = await get(`${DOORS.api}?q=${'a+'.repeat(1300)}a`)
    expect(status).toBe(400)
    expect(JSON.parse(body).errors).toEqual([
      { pointer: '/q', detail: 'holds more than 200 characters' },
    ])
  })

  it.each([
    ['500 times one filter', Array.from({ length: 500 }, () => 'state=PA').join('&')],
    ['500 values of one filter', `state=${Array.from({ length: 500 }, () => 'PA').join(',')}`],
    ['500 values over several filters', filters(500)],
  ])('%s are refused in one or two sentences', async (_what, query) => {
    const { status, body } = await get(`${DOORS.api}?${query}`)
    expect(status).toBe(400)
    const { errors } = problemSchema.parse(JSON.parse(body))
    expect(errors?.at(-1)).toEqual({
      pointer: '',
      detail: '500 values are named; at most 200 are read',
    })
    const page = await get(`/?${query}`)
    expect(page.status).toBe(400)
    expect(page.body).toContain('500 values are named; at most 200 are read.')
  })

  it('150 filters that do not exist are refused, the first 50 by name', async () => {
    const query = Array.from({ length: 150 }, (_, n) => `f${n}=1`).join('&')
    const problem = problemSchema.parse(JSON.parse((await get(`${DOORS.api}?${query}`)).body))
    expect(problem.detail).toBe('The request holds 150 values that cannot be used.')
    expect(problem.errors).toHaveLength(50)
    expect(problem.errors?.[49]).toEqual({ pointer: '/f49', detail: 'unknown key' })
  })

  it('a head of more than 128 kB still gets a problem', async () => {
    const { status, type, body } = await get(`${DOORS.api}?q=${'a'.repeat(200_000)}`)
    expect(status).toBe(431)
    expect(type).toBe(PROBLEM)
    expect(problemSchema.parse(JSON.parse(body)).detail).toBe(
      'The address and the headers are longer than 131072 bytes.',
    )
  })

  it('what is no HTTP gets a problem', async () => {
    const { hostname, port } = new URL(base)
    const said = await new Promise<string>((resolve, reject) => {
      let text = ''
      const socket = connect(Number(port), hostname, () => socket.write('HELO there\r\n\r\n'))
      socket
        .on('data', (chunk) => (text += chunk.toString()))
        .on('end', () => resolve(text))
        .on('error', reject)
    })
    expect(said).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/)
    problemSchema.parse(JSON.parse(said.slice(said.indexOf('{'))))
  })
})

describe('what is broken', () => {
  it.each([
    ['a cursor as long as a page', `cursor=${'A'.repeat(7000)}`, '/cursor'],
    [
      'a cursor of nothing but a number',
      `cursor=${Buffer.from('1').toString('base64url')}`,
      '/cursor',
    ],
    ['a cursor twice', 'cursor=AAAA&cursor=BBBB', '/cursor'],
    ['a text twice', 'q=a&q=b', '/q'],
    ['a sort twice', 'sort=pay&sort=newest', '/sort'],
    ['a broken percent sign in a state', 'state=%', '/state/0'],
    ['half a character', 'role=%E2%82', '/role/0'],
    ['a null character', 'near=%00', '/near'],
    ['an employer beyond all numbers', 'employer=99999999999', '/employer/0'],
    ['a day too many', 'posted_within=366', '/posted_within'],
    ['no day', 'posted_within=0', '/posted_within'],
    ['half a mile', 'near=18503&radius=0.5', '/radius'],
    ['too far', 'near=18503&radius=201', '/radius'],
    ['near nothing', 'sort=nearest', '/sort'],
    ['the same asked for and left out', 'setting=snf&not_setting=va,snf', '/not_setting/1'],
  ])('%s is a fault with its place', async (_what, query, pointer) => {
    const { status, type, body } = await get(`${DOORS.api}?${query}`)
    expect([status, type]).toEqual([400, PROBLEM])
    expect(problemSchema.parse(JSON.parse(body)).errors?.map((e) => e.pointer)).toContain(pointer)
  })

  it.each(['', '?', '&', '=', 'q=', 'q=%20%20', 'state=,,,', 'cursor=&limit=', '&&&', 'sort='])(
    '"%s" asks for nothing and gets everything there is',
    async (query) => {
      const { status, body } = await get(`${DOORS.api}?${query}`)
      expect([status, JSON.parse(body).total]).toEqual([200, 1])
    },
  )
})

function filters(values: number): string {
  const each = 50
  const lists = KEY_FILTERS.slice(0, values / each)
  return lists.map((f) => `${f}=${Array.from({ length: each }, () => 'x').join(',')}`).join('&')
}

async function eachOf<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = [...items].reverse()
  const hand = async (): Promise<void> => {
    for (let item = left.pop(); item !== undefined; item = left.pop()) await work(item)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, hand))
}

const KNOWN: Record<string, readonly string[]> = {
  q: ['billing', 'biller -senior', '"medical coder"', 'cpc or ccs', 'remot'],
  state: ['PA', 'oh', 'PA,OH,TX'],
  role: ['billing', 'coding,both', 'adjacent'],
  adjacent_role: ['front_desk', 'cdi'],
  work_mode: ['remote', 'onsite,hybrid'],
  credential: ['CPC', 'cpc-a', 'CPC-H'],
  setting: ['snf', 'fqhc,va'],
  entry: ['open', 'not_stated'],
  specialty: ['cardiology', 'Anesthesia'],
  system: ['epic', 'Cerner'],
  employment_type: ['full_time'],
  underserved: ['rural', 'shortage_area'],
  source: ['free', 'not-known'],
  employer: ['1', '16777215'],
  holds: ['CPC-A', 'CPC,CCS'],
  accepts_apprentice: ['true', 'false'],
  max_months: ['0', '12'],
  unstated_months: ['include'],
  pay_floor_hour: ['18', '18.50'],
  pay_floor_year: ['40000'],
  posted_within: ['1', '365'],
  near: ['18503', 'Scranton, PA', 'Nowhere, ZZ', '00000'],
  radius: ['1', '200'],
  warnings: ['show', 'only'],
  sort: ['best', 'newest', 'pay', 'nearest', 'least_experience'],
  limit: ['1', '100'],
  cursor: ['eyJ2IjoxfQ'],
}
const ODD = [
  ...[
    '',
    '%',
    '%00',
    '%ff',
    '%F0%9F%92%A9',
    '%ED%A0%80',
    '"',
    '"a b',
    '-',
    '--',
    '( & | !',
    ':*',
    '<->',
  ],
  ...[
    '\\',
    '1e309',
    'NaN',
    '-0',
    '00007',
    'or or or',
    'a or',
    '-a -b',
    "'",
    '=',
    ',,,',
    'null',
    '%2500',
  ],
  ...[
    'a'.repeat(300),
    'a,'.repeat(80),
    '9'.repeat(40),
    '%E2%80%AE',
    '%0d%0aSet-Cookie:a=b',
    '../../etc',
  ],
  ...SQL.map(encodeURIComponent),
  encodeURIComponent(HTML),
]

function randomQuery(random: () => number): string {
  const one = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? ''
  const strange = ['__proto__', 'constructor', 'q[]', 'q[$ne]', 'x', '', '%00', 'not_', 'not_q']
  return Array.from({ length: 1 + Math.floor(random() * 6) }, () => {
    const field = random() < 0.95 ? one(FIELDS) : one(strange)
    const known = KNOWN[field] ?? KNOWN[field.replace(/^not_/, '')]
    const value = known !== undefined && random() < 0.85 ? one(known) : one(ODD)
    // Spaces and quotes as browsers send them, everything else as it stands.
    return `${field}=${value.replace(/["<>\s]/g, encodeURIComponent)}`
  }).join('&')
}
