import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ListingQuery } from '../../../core/domain/search/query.ts'
import { findStatement } from '../../../core/store/find-statement.ts'
import { inSearch } from '../../../core/store/find.ts'
import { understand } from '../../../core/store/search-page.ts'
import { freshDatabase, type FreshDatabase } from '../../helpers/database.ts'
import { makeEmployer, makeListings, makeSource } from '../../helpers/listings.ts'
import { planText } from '../../helpers/plan-text.ts'
import { seededRandom } from '../../helpers/random.ts'
import { randomListing } from '../../helpers/random-search.ts'

const ROWS = 12_000
const NOW = Date.parse('2026-11-24T12:00:00Z')
let database: FreshDatabase

beforeAll(async () => {
  database = await freshDatabase()
  const { db } = database
  const random = seededRandom(20261126)
  const known = { sources: [await makeSource(db)], employers: [] as number[] }
  for (let n = 0; n < 50; n++) known.employers.push(await makeEmployer(db, `Employer ${n}`))
  for (let n = 0; n < ROWS; n += 1000) {
    const rows = Array.from({ length: 1000 }, (_, i) => ({
      ...randomListing(random, known),
      // One of a hundred carries the rare word; padding makes pages of a real number.
      text: `denials and claims ${(n + i) % 100 === 0 ? 'zebra' : 'horse'} ${'lorem ipsum dolor '.repeat(20)}`,
    }))
    await makeListings(db, rows)
  }
  await sql`update listing set closed_at = now() where id % 3 = 0`.execute(db)
  // Every row is read for the statistics of so small a table, so they are the same each time; what waits to be
  // put into the text index is put there.
  await sql`vacuum (analyze) listing`.execute(db)
}, 120_000)
afterAll(() => database.close())

/** The heavy searches, each with why its plan is the right one. */
const SEARCHES: Record<string, { why: string; query: Partial<ListingQuery> }> = {
  everything: {
    why: 'All open listings count in some facet, so all are read, once, by the smallest index of the open ones; every count and the page come from what was read.',
    query: {},
  },
  'one-filter': {
    why: 'The facet of that very filter counts the listings that fail it, so no index can narrow what is read.',
    query: { state: ['PA'] },
  },
  'three-filters': {
    why: 'A listing that fails two of the three counts nowhere: three scans of the key index, each of two filters together, joined page by page.',
    query: { employer: ['7'], role: ['coding'], adjacent_role: ['front_desk'] },
  },
  words: {
    why: 'The text index gives the rows; without the planner cure it would read the whole table and unpack each text.',
    query: { q: 'denials claims' },
  },
  'rare-word': {
    why: 'The same plan as for common words: the page does not depend on how many rows the planner expects.',
    query: { q: 'zebra', sort: 'newest' },
  },
  'words-and-filters': {
    why: 'Words and keys stand in one index, so each scan asks for both at once and reads only what all of it finds.',
    query: { q: 'denials', employer: ['7'], adjacent_role: ['front_desk'], max_months: 12 },
  },
  near: {
    why: 'The towns are looked for in the key index, although all open listings are read beside it: comparing each with every town would take a hundred times as long.',
    query: { near: 'Scranton, PA', radius: 100 },
  },
  'words-near': {
    why: 'The key index gives the listings of the towns round about, whose miles are joined to what is counted by hashing; no listing is measured against every town.',
    query: { q: 'denials', near: 'Scranton, PA', sort: 'nearest' },
  },
}

it.each(Object.keys(SEARCHES))(
  'the plan of "%s" is that of test/golden/explain (FOOTHOLD_WRITE_GOLDEN=1 rewrites it)',
  async (name) => {
    const { why, query } = SEARCHES[name] ?? { why: '', query: {} }
    const { question } = await understand(database.db, { limit: 25, ...query }, NOW)
    const plan = await inSearch(database.db, 20_000, (tx) =>
      planText(tx, findStatement(question, { after: null, limit: 25 })),
    )
    const text = `${why}\n\n${plan}`
    const golden = new URL(`../../golden/explain/${name}.txt`, import.meta.url)
    if (process.env.FOOTHOLD_WRITE_GOLDEN === '1') {
      await mkdir(new URL('.', golden), { recursive: true })
      await writeFile(golden, text)
    }
    expect(text).toBe(await readFile(golden, 'utf8'))
  },
)
