import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { draftListing } from '../../../core/domain/draft.ts'
import type { RawPosting } from '../../../core/domain/posting.ts'
import { TAGGER_VERSION } from '../../../core/domain/read/read-advert.ts'
import { nameKey, numberKey, SEARCH_VERSION, TRADE } from '../../../core/domain/search/keys.ts'
import { replaceEmployerSettings } from '../../../core/store/facilities.ts'
import { searchListings } from '../../../core/store/listings.ts'
import { savePostings } from '../../../core/store/postings.ts'
import { replaceSources, sourceByKey, type Source } from '../../../core/store/sources.ts'
import { contentHash } from '../../../workers/jobs/read-feed.ts'
import { freshDatabase, type FreshDatabase } from '../../helpers/database.ts'
import { registered } from '../../helpers/listings.ts'

const NOW = new Date('2026-11-24T12:00:00Z')
let database: FreshDatabase
let source: Source

beforeAll(async () => {
  database = await freshDatabase()
  const entry = {
    key: 'own',
    employer: 'Larkspur Family Clinic',
    kind: 'greenhouse',
    settings: {},
    policy: {},
    pace_ms: null,
    origin: 'file' as const,
    facts: {},
    paused: null,
    due: NOW,
  }
  await replaceSources(database.db, [entry], NOW)
  const found = await sourceByKey(database.db, 'own')
  if (found === undefined) throw new Error('The source was not kept.')
  source = found
})
afterAll(() => database.close())

const advert: RawPosting = {
  external_id: 'a1',
  title: 'Medical Biller',
  url: 'https://jobs.example.org/a1',
  apply_url: null,
  employer: null,
  places: [{ city: 'Troy', state: 'OH', country: 'US' }],
  remote: false,
  posted_at: null,
  expires_at: null,
  pay: null,
  employment_type: null,
  html: '<p>You post payments and call insurers. Two years of medical billing experience required.</p>',
  structured: {},
}

async function keep(posting: RawPosting): Promise<void> {
  const draft = draftListing(posting, source.employer)
  const change = { posting, hash: contentHash(posting), version: null, draft }
  await savePostings(database.db, source, [change], TAGGER_VERSION, NOW)
}

const kept = () =>
  database.db
    .selectFrom('listing')
    .select(['search_keys', 'search_version', 'concepts', 'head_concepts', 'employer_id'])
    .executeTakeFirstOrThrow()
const total = async (q: string): Promise<number> =>
  (await searchListings(database.db, { q, limit: 1 })).total

it('a listing can be searched as soon as it is kept, and by its new words once they change', async () => {
  await keep(advert)
  const first = await kept()
  expect(first.search_version).toBe(SEARCH_VERSION)
  const carried = [
    TRADE,
    nameKey('place_state', 'OH'),
    nameKey('role', 'billing'),
    nameKey('entry', 'asks_experience'),
    numberKey('source', source.id),
    numberKey('employer', first.employer_id ?? 0),
    // The lowest of the two ZIP codes of Troy, Ohio.
    numberKey('town', 45373),
  ]
  expect(first.search_keys).toEqual(expect.arrayContaining(carried))
  expect(first.head_concepts).toContain('#biller')
  expect(await total('billing specialist')).toBe(1)
  expect(await total('coder')).toBe(0)

  await replaceEmployerSettings(database.db, first.employer_id ?? 0, [registered('fqhc')])
  await keep({ ...advert, title: 'Medical Coder' })
  const second = await kept()
  expect(second.head_concepts).toContain('#coder')
  expect(second.search_keys).toContain(nameKey('setting', 'fqhc'))
  expect(await total('coding specialist')).toBe(1)
})

const guard = new URL('../../golden/search-version.txt', import.meta.url)

it('new synonyms come with a new SEARCH_VERSION, so that kept listings get them (FOOTHOLD_WRITE_GOLDEN=1 notes them)', async () => {
  const file = await readFile(new URL('../../../seeds/synonyms.json', import.meta.url))
  const now = `${SEARCH_VERSION} ${createHash('sha256').update(file).digest('hex')}\n`
  const [version] = (await readFile(guard, 'utf8')).split(' ')
  if (process.env.FOOTHOLD_WRITE_GOLDEN === '1' && Number(version) < SEARCH_VERSION) {
    await writeFile(guard, now)
  }
  expect(await readFile(guard, 'utf8')).toBe(now)
})
