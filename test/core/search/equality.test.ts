import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Find, Found, Position } from '../../../core/domain/search/answer.ts'
import { bitOf, type ListingQuery } from '../../../core/domain/search/query.ts'
import {
  failedFilters,
  questionOf,
  sortValue,
  type IndexedRow,
  type Near,
  type Question,
} from '../../../core/domain/search/question.ts'
import type { Alternative } from '../../../core/domain/search/text-query.ts'
import { createLogger } from '../../../core/log.ts'
import { loadPlaces } from '../../../core/places-file.ts'
import { createIndex, type Index } from '../../../core/search/create-index.ts'
import { findInDatabase } from '../../../core/store/find.ts'
import { readWords } from '../../../core/store/lexemes.ts'
import { LISTING_COLUMNS } from '../../../core/store/listing-columns.ts'
import { readSearchRows } from '../../../core/store/search-rows.ts'
import { loadSynonyms } from '../../../core/synonyms-file.ts'
import { freshDatabase, type FreshDatabase } from '../../helpers/database.ts'
import { makeEmployer, makeListing, makeSource } from '../../helpers/listings.ts'
import { seededRandom } from '../../helpers/random.ts'
import { randomListing, randomQuery } from '../../helpers/random-search.ts'

const SOAK = process.env.FOOTHOLD_SOAK === '1'
const [LISTINGS, SEARCHES, CHANGES] = SOAK ? [700, 10_000, 1000] : [250, 500, 50]
const SEED = Number(process.env.FOOTHOLD_SEED ?? Date.now() % 1e9)
const NOW = Date.parse('2026-11-24T12:00:00Z')

let database: FreshDatabase
let home: string
let index: Index
const random = seededRandom(SEED)
const sources = new Map<string, number>()
const employers: number[] = []

beforeAll(async () => {
  // The seed that makes the same searches and changes again: FOOTHOLD_SEED.
  process.stdout.write(`equality of the two engines: FOOTHOLD_SEED=${SEED}\n`)
  database = await freshDatabase()
  home = await mkdtemp(join(tmpdir(), 'foothold-index-'))
  const { db } = database
  for (const key of ['one', 'two', 'three']) sources.set(key, await makeSource(db, { key }))
  for (let n = 0; n < 30; n++) employers.push(await makeEmployer(db, `Employer ${n}`))
  for (let n = 0; n < LISTINGS; n++) await insert()
  index = newIndex()
  await index.catchUp()
})
afterAll(async () => {
  await index.stop()
  await database.close()
  await rm(home, { recursive: true })
})

function newIndex(): Index {
  const log = createLogger('index-test', 'silent')
  return createIndex({ db: database.db, home, log, now: () => new Date(NOW) })
}

const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T

const insert = (): Promise<number> =>
  makeListing(database.db, randomListing(random, { sources: [...sources.values()], employers }))

async function idOf(condition: 'open' | 'closed'): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`
    select id from listing where closed_at is ${sql.raw(condition === 'open' ? 'null' : 'not null')}
    order by id`.execute(database.db)
  return rows.length === 0 ? undefined : one(rows).id
}

/** Every column that a reading decides, with the keys and concepts that follow from them. */
const COLUMNS = [
  ...Object.keys(LISTING_COLUMNS),
  'first_seen',
  'search_keys',
  'concepts',
  'head_concepts',
]
  .map((name) => `"${name}"`)
  .join(', ')

const changes = {
  insert: async () => void (await insert()),
  /** Another text, other tags, another place, perhaps another time: all that makes a listing new. */
  rewrite: async () => {
    const id = await idOf(random() < 0.9 ? 'open' : 'closed')
    const donor = await insert()
    await sql`update listing t set (${sql.raw(COLUMNS)}) =
      (select ${sql.raw(COLUMNS)} from listing d where d.id = ${donor}) where t.id = ${id}`.execute(
      database.db,
    )
    await remove(donor)
  },
  retag: async () => {
    const id = await idOf('open')
    // The mode goes with the keys: the database looks at either.
    await sql`update listing set (search_keys, work_mode) =
      (select search_keys, work_mode from listing where id = ${await idOf('open')}),
      min_months = ${one([null, 3, 4.6, 18])}, pay_hour_max = ${one([null, 19, 41.25])}
      where id = ${id}`.execute(database.db)
  },
  close: async () => {
    await sql`update listing set closed_at = now(), close_reason = 'gone' where id = ${await idOf('open')}`.execute(
      database.db,
    )
  },
  reopen: async () => {
    await sql`update listing set closed_at = null, close_reason = null where id = ${await idOf('closed')}`.execute(
      database.db,
    )
  },
  leave: async () => {
    const id = await idOf('open')
    await sql`update listing set in_domain = not in_domain, role = 'billing' where id = ${id}`.execute(
      database.db,
    )
  },
  remove: async () => {
    const id = await idOf('open')
    if (id !== undefined) await remove(id)
  },
}

async function remove(id: number): Promise<void> {
  await sql`delete from posting where listing_id = ${id}`.execute(database.db)
  await sql`delete from listing where id = ${id}`.execute(database.db)
}

const nears = new Map<string, Near>()
function nearOf({ near }: ListingQuery): Near | null {
  if (near === undefined) return null
  const known = nears.get(near)
  if (known !== undefined) return known
  const spot = loadPlaces().near(near)
  if (spot === null) throw new Error(`${near} is in no table.`)
  const made = { ...spot, towns: loadPlaces().townsWithin(spot.point, 200) }
  nears.set(near, made)
  return made
}

async function ask(): Promise<{ query: ListingQuery; question: Question }> {
  const query = randomQuery(random, { sources: [...sources.keys()], employers })
  const text = query.q === undefined ? null : await readWords(database.db, query.q, loadSynonyms())
  const sourceIds = (key: string): number | undefined => sources.get(key)
  return { query, question: questionOf(query, { text, near: nearOf(query), now: NOW, sourceIds }) }
}

const inDatabase: Find = (question, page) =>
  findInDatabase(database.db, question, { ...page, timeoutMs: 30_000 })

/** What the rules say of each row, one by one; the facets are left to the database. */
function bySight(
  rows: readonly IndexedRow[],
  question: Question,
  page: { after: Position | null; limit: number },
): Omit<Found, 'facets'> {
  const stands = (clause: Alternative[], lexemes: readonly string[]): boolean =>
    clause.some((alternative) => alternative.lexemes.every((lexeme) => lexemes.includes(lexeme)))
  const { all, none } = question.text ?? { all: [], none: [] }
  const worded = rows.filter(
    ({ lexemes }) =>
      all.every((clause) => stands(clause, lexemes)) &&
      !none.some((clause) => stands(clause, lexemes)),
  )
  const failed = worded.map((row) => failedFilters(question, row))
  const failing = (bits: number): IndexedRow[] => worded.filter((_, i) => failed[i] === bits)
  const places = failing(0).map((row): Position => ({
    key: sortValue(question, row, all.filter((clause) => stands(clause, row.head)).length),
    first_seen_us: row.first_seen_us,
    id: row.id,
  }))
  const compare = (a: Position, b: Position): number =>
    b.key - a.key || b.first_seen_us - a.first_seen_us || b.id - a.id
  const { after } = page
  return {
    total: places.length,
    hidden: question.conditions.some((c) => c.filter === 'warnings')
      ? failing(bitOf('warnings')).length
      : 0,
    without: question.conditions.flatMap(({ filter, bit }) =>
      filter === 'trade' || filter === 'warnings' ? [] : [{ filter, more: failing(bit).length }],
    ),
    hits: places
      .filter((place) => after === null || compare(after, place) < 0)
      .sort(compare)
      .slice(0, page.limit + 1),
  }
}

async function allRows(): Promise<IndexedRow[]> {
  const rows: IndexedRow[] = []
  await readSearchRows(database.db, (batch) => {
    rows.push(...batch)
    return Promise.resolve()
  })
  return rows
}

it(
  `${SEARCHES} searches among ${CHANGES} changes find the same in both engines`,
  async () => {
    const each = SEARCHES / CHANGES
    let asked = 0
    let found = 0
    for (let change = 0; change <= CHANGES; change++) {
      // Several at a time now and then: they come to the index together.
      const count = random() < 0.8 ? 1 : 12
      for (let n = 0; n < count; n++) await one(Object.values(changes))()
      await index.catchUp()
      const rows = await allRows()
      expect(index.stats().listings, `seed ${SEED}, change ${change}`).toBe(rows.length)
      while (asked < (change + 1) * each && asked < SEARCHES) {
        const { query, question } = await ask()
        if (!index.canAnswer(question)) continue
        asked += 1
        const shown = JSON.stringify({ ...query, seed: SEED, asked })
        let after: Position | null = null
        for (let walk = 0; walk < 3; walk++) {
          const page: { after: Position | null; limit: number } = { after, limit: query.limit }
          expect(index.ready()).toBe(true)
          const answer = await index.find(question, page)
          const { total, hidden, without, hits } = answer
          expect({ total, hidden, without, hits }, shown).toEqual(bySight(rows, question, page))
          expect(answer, shown).toEqual(await inDatabase(question, page))
          found += answer.total
          after = answer.hits.at(query.limit - 1) ?? null
          if (after === null || random() < 0.7) break
        }
      }
    }
    // Not a test of empty answers, nor of an index that never follows.
    expect(found).toBeGreaterThan(SEARCHES)
    expect(index.stats()).toMatchObject({ loads: 1, restores: 0, ready: 1 })
    expect(index.stats().blocks).toBeGreaterThan(1)
  },
  SOAK ? 7_200_000 : 240_000,
)
