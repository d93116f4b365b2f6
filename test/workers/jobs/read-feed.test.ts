import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createHttp, type Http } from '../../../workers/http.ts'
import { readFeed, type FeedContents } from '../../../workers/jobs/read-feed.ts'
import { TRADE_WORDS } from '../../../workers/sources/trade-words.ts'
import { workday } from '../../../workers/sources/workday.ts'
import { FeedServer } from '../../helpers/feed-server.ts'

let server: FeedServer
let http: Http

beforeAll(async () => {
  server = await FeedServer.start()
  http = createHttp({
    userAgent: 'Foothold/test',
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

const PATH = '/wday/cxs/acme/External/jobs'
const answer = (total: number, ids: string[]) => ({
  body: JSON.stringify({
    total,
    jobPostings: ids.map((id) => ({ title: 'Coder', externalPath: `/job/Reno/Coder_${id}` })),
  }),
})
async function read(search?: string[]): Promise<FeedContents> {
  const settings = { tenant: 'acme', host: 'wd5', site: 'External', search }
  const contents = await readFeed(
    { http, secrets: {}, paceMs: 0, attempts: null },
    workday,
    { ...settings, base_url: server.url('') },
    null,
  )
  if (contents === 'unchanged') throw new Error(contents)
  return contents
}

test('a list that was shown to its end is complete', async () => {
  server.on(PATH, answer(3, ['R1', 'R2']), answer(0, ['R3']))
  const contents = await read()
  expect([...contents.details.keys()]).toEqual(['R1', 'R2', 'R3'])
  expect([contents.complete, contents.total]).toEqual([true, 3])
})

test('a list that its platform serves in part only is not complete, so that nothing closes by it', async () => {
  server.on(PATH, answer(2000, ['R1']), answer(2000, []))
  const contents = await read(['coding'])
  expect([...contents.details.keys()]).toEqual(['R1'])
  expect(contents.complete).toBe(false)
})

test('a large board is read by one search for each word of the trade, each posting once', async () => {
  server.on(PATH, answer(7000, ['X1']), answer(2, ['R1', 'R2']))
  const contents = await read()
  expect([...contents.details.keys()]).toEqual(['R1', 'R2'])
  expect(contents.complete).toBe(true)
  const words = server.seen
    .filter((s) => s.path === PATH)
    .map((s) => (JSON.parse(s.body) as { searchText: string }).searchText)
  expect(words).toEqual(['', ...TRADE_WORDS])
})
