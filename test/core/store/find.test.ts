import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Found, Position } from '../../../core/domain/search/answer.ts'
import { GROUP_NAMES } from '../../../core/domain/search/facets.ts'
import {
  bitOf,
  FACET_NAMES,
  MOST_VALUES_SHOWN,
  openBits,
  STEPS,
  type FacetName,
  type ListingQuery,
} from '../../../core/domain/search/query.ts'
import {
  failedFilters,
  questionOf,
  sortValue,
  type Near,
  type Question,
  type SearchRow,
} from '../../../core/domain/search/question.ts'
import type { Alternative } from '../../../core/domain/search/text-query.ts'
import { STATE_CODES } from '../../../core/domain/us-states.ts'
import { loadPlaces } from '../../../core/places-file.ts'
import { findInDatabase } from '../../../core/store/find.ts'
import { readWords } from '../../../core/store/lexemes.ts'
import { loadSynonyms } from '../../../core/synonyms-file.ts'
import { freshDatabase, type FreshDatabase } from '../../helpers/database.ts'
import { makeEmployer, makeListing, makeSource } from '../../helpers/listings.ts'
import { seededRandom } from '../../helpers/random.ts'
import { randomListing, randomQuery } from '../../helpers/random-search.ts'

// npm test: a few hundred listings and 60 searches; npm run soak: more of both, of another seed each time.
const SOAK = process.env.FOOTHOLD_SOAK === '1'
const [LISTINGS, SEARCHES] = SOAK ? [2000, 1000] : [250, 60]
const SEED = Number(process.env.FOOTHOLD_SEED ?? (SOAK ? Date.now() % 1e9 : 20261126))
const NOW = Date.parse('2026-11-24T12:00:00Z')

let database: FreshDatabase
const random = seededRandom(SEED)
const sources = new Map<string, number>()
const employers: number[] = []
const rows: SearchRow[] = []

beforeAll(async () => {
  database = await freshDatabase()
  const { db } = database
  for (const key of ['one', 'two', 'three']) sources.set(key, await makeSource(db, { key }))
  // More than a facet shows.
  for (let n = 0; n < 30; n++) employers.push(await makeEmployer(db, `Employer ${n}`))
  const known = { sources: [...sources.values()], employers }
  for (let n = 0; n < LISTINGS; n++) await makeListing(db, randomListing(random, known))
  rows.push(...(await readRows()))
  expect(rows.length).toBeGreaterThan(LISTINGS / 2)
})
afterAll(() => database.close())

/** What the rules need of each listing that may be shown, read from its plain columns. */
async function readRows(): Promise<SearchRow[]> {
  interface Row extends Omit<SearchRow, 'demand'> {
    required: string[]
    any_of: boolean
    cls: string | null
    within: number | null
  }
  const { rows: read } = await sql<Row>`
    select id, (extract(epoch from first_seen) * 1000000)::bigint as first_seen_us,
      floor(extract(epoch from coalesce(posted_at, first_seen)) * 1000)::bigint as posted_ms,
      search_keys as keys, min_months, coalesce(pay_hour_max, pay_hour_min) as pay,
      credentials_required as required, credentials_any_of as any_of, credentials_class as cls,
      within_months_of_hire as within
    from listing where closed_at is null and (in_domain or role = 'adjacent')`.execute(database.db)
  return read.map(({ required, any_of, cls, within, ...row }) => ({
    ...row,
    demand: { required, any_of, required_class: cls, within_months_of_hire: within },
  }))
}

interface Asked {
  query: ListingQuery
  question: Question
}

async function ask(): Promise<Asked> {
  const query = randomQuery(random, { sources: [...sources.keys()], employers })
  const text = query.q === undefined ? null : await readWords(database.db, query.q, loadSynonyms())
  return { query, question: questionFor(query, text) }
}

const questionFor = (query: ListingQuery, text: Question['text']): Question =>
  questionOf(query, { text, near: nearOf(query), now: NOW, sourceIds: (key) => sources.get(key) })

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

/** The listings in which an alternative stands, asked by itself. */
async function holding(column: 'tsv' | 'head', { tsquery }: Alternative): Promise<Set<number>> {
  const { rows: read } = await sql<{ id: number }>`
    select id from listing where ${sql.ref(column)} @@ ${tsquery}::tsquery`.execute(database.db)
  return new Set(read.map((r) => r.id))
}

/** The rows that the words let through, and how many clauses stand in the head of each. */
async function worded({
  text,
}: Question): Promise<{ rows: SearchRow[]; tier: (id: number) => number }> {
  if (text === null) return { rows, tier: () => 0 }
  const sets = (column: 'tsv' | 'head', clauses: Alternative[][]): Promise<Set<number>[][]> =>
    Promise.all(clauses.map((clause) => Promise.all(clause.map((a) => holding(column, a)))))
  const [all, none, head] = await Promise.all([
    sets('tsv', text.all),
    sets('tsv', text.none),
    sets('head', text.all),
  ])
  const holds = (clause: Set<number>[], id: number): boolean => clause.some((set) => set.has(id))
  return {
    rows: rows.filter(
      ({ id }) => all.every((c) => holds(c, id)) && !none.some((c) => holds(c, id)),
    ),
    tier: (id) => head.filter((clause) => holds(clause, id)).length,
  }
}

/** The search with one value alone in the filter of a facet. */
function withValue(query: ListingQuery, facet: FacetName, value: string): ListingQuery {
  const changed = { ...query }
  if (facet === 'max_months' || facet === 'posted_within' || facet === 'radius') {
    changed[facet] = Number(value)
  } else if (facet === 'pay_floor_hour') {
    changed.pay_floor_hour = Number(value)
    delete changed.pay_floor_year
  } else if (facet === 'accepts_apprentice') changed.accepts_apprentice = value === 'true'
  else changed[facet] = [value]
  if (facet !== 'holds' && facet in changed) delete changed[`not_${facet}` as keyof ListingQuery]
  return changed
}

/** Every value that a facet may have; for the credentials held, those that a counted listing names. */
function valuesOf(facet: FacetName, counted: readonly SearchRow[], near: Near | null): string[] {
  // eslint-disable-next-line @typescript-eslint/switch-exhaustiveness-check -- all others are named groups
  switch (facet) {
    case 'state':
      return [...STATE_CODES]
    case 'source':
      return [...sources.keys()]
    case 'employer':
      return employers.map(String)
    case 'holds':
      return [...new Set(counted.flatMap((row) => row.demand.required))]
    case 'accepts_apprentice':
      return ['true', 'false']
    case 'radius':
      return near === null ? [] : STEPS.radius.map(String)
    case 'max_months':
    case 'pay_floor_hour':
    case 'posted_within':
      return STEPS[facet].map(String)
  }
  return [...GROUP_NAMES[facet]]
}

/** Counts a facet the slow way: the total of the search with each value alone in its filter. */
function slowFacet(
  { query, question }: Asked,
  facet: FacetName,
  found: readonly SearchRow[],
): { value: string; count: number }[] {
  const counted = found.filter((row) => (failedFilters(question, row) & ~openBits(facet)) === 0)
  return valuesOf(facet, counted, question.near).flatMap((value) => {
    const changed = questionFor(withValue(query, facet, value), question.text)
    // The others are passed already, or stand open.
    const conditions = changed.conditions.filter((c) => (c.bit & openBits(facet)) !== 0)
    const other = { ...changed, conditions }
    const count = counted.filter((row) => failedFilters(other, row) === 0).length
    const name = facet === 'source' ? String(sources.get(value)) : value
    return count === 0 ? [] : [{ value: name, count }]
  })
}

const inOrder = (values: { value: string; count: number }[]) =>
  [...values].sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))

it(
  `${SEARCHES} random searches find, count and order what the rules say`,
  async () => {
    let met = 0
    const used = new Set<string>()
    for (let n = 0; n < SEARCHES; n++) {
      const asked = await ask()
      const { query, question } = asked
      const shown = JSON.stringify({ ...query, seed: SEED, n })
      const found = await findInDatabase(database.db, question, {
        after: null,
        limit: query.limit,
        timeoutMs: 20_000,
      })
      const { rows: candidates, tier } = await worded(question)
      const failing = (bits: number): number =>
        candidates.filter((row) => failedFilters(question, row) === bits).length
      expect(found.total, shown).toBe(failing(0))
      expect(found.hidden, shown).toBe(
        question.conditions.some((c) => c.filter === 'warnings') ? failing(bitOf('warnings')) : 0,
      )
      const named = question.conditions.flatMap(({ filter, bit }) =>
        filter === 'trade' || filter === 'warnings' ? [] : [{ filter, more: failing(bit) }],
      )
      expect(found.without, shown).toEqual(named)
      for (const facet of FACET_NAMES) {
        const slow = slowFacet(asked, facet, candidates)
        const steps = Object.hasOwn(STEPS, facet)
        const most = facet === 'employer' || facet === 'source' ? MOST_VALUES_SHOWN : undefined
        const expected = steps ? slow : inOrder(slow).slice(0, most)
        expect(found.facets[facet], `${facet} of ${shown}`).toEqual(expected)
        if (expected.length > 0) used.add(facet)
      }
      const fitting = candidates.filter((row) => failedFilters(question, row) === 0)
      const ordered = fitting
        .map((row): Position => ({
          key: sortValue(question, row, tier(row.id)),
          first_seen_us: row.first_seen_us,
          id: row.id,
        }))
        .sort((a, b) => b.key - a.key || b.first_seen_us - a.first_seen_us || b.id - a.id)
      expect(found.hits, shown).toEqual(ordered.slice(0, query.limit + 1))
      await expectWalk(question, query.limit, found, ordered, shown)
      met += found.total
    }
    // Not a test of empty answers.
    expect(met).toBeGreaterThan(SEARCHES)
    expect([...FACET_NAMES].filter((facet) => !used.has(facet))).toEqual(['underserved'])
  },
  SOAK ? 1_800_000 : 120_000,
)

/** The pages that follow are the rest of the order, each listing once. */
async function expectWalk(
  question: Question,
  limit: number,
  first: Found,
  ordered: readonly Position[],
  shown: string,
): Promise<void> {
  let page = first.hits.slice(0, limit)
  const walked = [...page]
  for (let n = 0; n < 3 && page.length === limit; n++) {
    const { hits } = await findInDatabase(database.db, question, {
      after: page.at(-1) ?? null,
      limit,
      timeoutMs: 20_000,
    })
    page = hits.slice(0, limit)
    walked.push(...page)
  }
  expect(walked, shown).toEqual(ordered.slice(0, walked.length))
}
