import type { Found, PageAsked } from '../domain/search/answer.ts'
import { nearKeys, type Near, type Question } from '../domain/search/question.ts'
import { STEPS, type FacetName, type Filter } from '../domain/search/query.ts'
import { countBits } from './bits.ts'
import { BEYOND, BLOCK_SIZE, type Block } from './block.ts'
import { ALL_FACETS, countKeys, list } from './counting.ts'
import { anyOf, dropWhere, failing, keepWhere, Scratch } from './matching.ts'
import { Page } from './page.ts'
import { planOf, type Plan } from './plan.ts'
import { eachPlace, indexOf, unite } from './postings.ts'
import { countPosted } from './posted-steps.ts'
import { facetBit } from './row-keys.ts'
import type { Tables } from './tables.ts'
import { facetsOf, type Tally } from './tally.ts'

const DAY_MS = 86_400_000

/** Answers a question from blocks, newest block first. */
export function findIn(
  blocks: readonly Block[],
  tables: Tables,
  question: Question,
  page: PageAsked,
): Found {
  const search = new Search(tables, question, page)
  for (const block of blocks) search.visit(block)
  return search.found()
}

const POSTED = facetBit('posted_within')

// A search is never laid down half way, so all searches share what they write on.
const scratch = new Scratch()
const miles = new Float64Array(BLOCK_SIZE)
const busy = new Uint16Array(BLOCK_SIZE / 32)
let counts = new Int32Array(0)

/** One search on its way through the blocks. */
class Search {
  readonly #tables: Tables
  readonly #question: Question
  readonly #plan: Plan
  readonly #page: Page
  readonly #tally: Tally
  #total = 0
  /** How many listings fail each test and no other. */
  readonly #only: number[]
  /** Instants of the steps of "posted within", oldest first. */
  readonly #since: number[]
  /** For each step of the radius, the keys that come in with it. */
  readonly #rings: number[][]
  readonly #towns: (readonly [key: number, miles: number])[]

  constructor(tables: Tables, question: Question, page: PageAsked) {
    this.#tables = tables
    this.#question = question
    this.#plan = planOf(question, tables)
    this.#page = new Page(page.limit + 1, page.after)
    if (counts.length < tables.keys.size) counts = new Int32Array(tables.keys.size * 2)
    this.#tally = {
      keys: counts.fill(0, 0, tables.keys.size),
      apprentices: 0,
      posted: new Int32Array(STEPS.posted_within.length),
      radius: new Int32Array(STEPS.radius.length),
    }
    this.#only = this.#plan.tests.map(() => 0)
    this.#since = STEPS.posted_within.map((days) => question.now - days * DAY_MS).reverse()
    this.#rings = question.near === null ? [] : ringsOf(question.near, tables)
    this.#towns = [...(question.near?.towns ?? [])].flatMap(([key, far]) => {
      const number = tables.keys.find(key)
      return number === undefined ? [] : [[number, far] as const]
    })
  }

  visit(block: Block): void {
    scratch.release()
    const candidates = this.#candidates(block)
    const some = busyWords(candidates, block.words)
    if (some === 0) return
    const { full, only, both } = this.#sift(block, candidates, some)
    const size = countBits(full, block.words)
    this.#total += size
    const { keys } = this.#tables
    const posted = this.#openTest('posted_within')
    if (size > 0) {
      const which = list(block, full, size)
      countKeys(block, which, ALL_FACETS, keys.facets, this.#tally.keys)
      countPosted(block, which, this.#since, this.#tally.posted)
    }
    this.#plan.tests.forEach((test, i) => {
      const more = countBits(only[i]!, block.words)
      this.#only[i]! += more
      if (more === 0 || (test.opens & (ALL_FACETS | POSTED)) === 0) return
      const which = list(block, only[i]!, more)
      countKeys(block, which, test.opens & ALL_FACETS, keys.facets, this.#tally.keys)
      if (i === posted) countPosted(block, which, this.#since, this.#tally.posted)
    })
    this.#plan.pairs.forEach(({ facet }, i) => {
      const set = both[i]!
      const which = list(block, set, countBits(set, block.words))
      countKeys(block, which, facetBit(facet), keys.facets, this.#tally.keys)
    })
    if (this.#rings.length > 0) this.#countRings(block, full, only[this.#openTest('radius')])
    if (size > 0) this.#gather(block, full)
  }

  /** The test that keeps listings from a facet otherwise open to them; -1 where it is not asked. */
  #openTest(facet: FacetName): number {
    return this.#plan.tests.findIndex((test) => (test.opens & facetBit(facet)) !== 0)
  }

  found(): Found {
    const { conditions } = this.#question
    const of = (filter: Filter): number =>
      this.#only[this.#plan.tests.findIndex((test) => test.filter === filter)] ?? 0
    const unstated = conditions.some((c) => c.kind === 'max_months' && c.unstated)
    this.#tally.apprentices = this.#total + of('accepts_apprentice')
    this.#tally.posted.reverse()
    return {
      total: this.#total,
      hidden: of('warnings'),
      without: this.#plan.tests.flatMap(({ filter }) =>
        filter === 'trade' || filter === 'warnings' ? [] : [{ filter, more: of(filter) }],
      ),
      facets: facetsOf(this.#tally, this.#tables, unstated),
      hits: this.#page.hits,
    }
  }

  /** The living whose words fit. */
  #candidates({ live, words, terms }: Block): Uint32Array {
    const set = scratch.take()
    set.set(live)
    for (const clause of this.#plan.all) keepWhere(clause, terms, words, set, scratch)
    for (const clause of this.#plan.none) dropWhere(clause, terms, words, set, scratch)
    return set
  }

  /** Who passes every test, who fails one and no other, and who fails the two of a pair and no other. */
  #sift(block: Block, candidates: Uint32Array, some: number): Sifted {
    const { words } = block
    const { tests, pairs } = this.#plan
    const empty = (): Uint32Array => scratch.take().fill(0, 0, words)
    const [once, twice, thrice] = [empty(), empty(), empty()]
    const only = tests.map((test) => {
      const failed = empty()
      const mark = scratch.mark()
      const { bits, at, turn } = failing(test, block, scratch, busy.subarray(0, some))
      for (let k = 0; k < some; k += 1) {
        const w = busy[k]!
        const fails = (bits[at + w]! ^ turn) & candidates[w]!
        thrice[w]! |= twice[w]! & fails
        twice[w]! |= once[w]! & fails
        once[w]! |= fails
        failed[w] = fails
      }
      scratch.release(mark)
      return failed
    })
    const both = pairs.map(({ tests: [a, b] }) => {
      const set = empty()
      for (let w = 0; w < words; w += 1) set[w] = only[a]![w]! & only[b]![w]! & ~thrice[w]!
      return set
    })
    for (let k = 0; k < some; k += 1) {
      const w = busy[k]!
      candidates[w]! &= ~once[w]!
      if (twice[w] !== 0) for (const set of only) set[w]! &= ~twice[w]!
    }
    return { full: candidates, only, both }
  }

  /** Counts by distance what passes, and what fails no more than the distance asked for. */
  #countRings(block: Block, full: Uint32Array, more: Uint32Array | undefined): void {
    const { words, keys } = block
    const within = scratch.take().fill(0, 0, words)
    const both = scratch.take()
    this.#rings.forEach((numbers, ring) => {
      for (const number of numbers) {
        const index = indexOf(keys.codes, number)
        if (index >= 0) unite(keys, index, words, within)
      }
      for (let w = 0; w < words; w += 1) both[w] = within[w]! & (full[w]! | (more?.[w] ?? 0))
      this.#tally.radius[ring]! += countBits(both, words)
    })
  }

  /** Takes what the page can still use. */
  #gather(block: Block, full: Uint32Array): void {
    const { sort } = this.#question
    switch (sort) {
      case 'newest':
        return this.#page.putAll(block, full, 0)
      case 'best':
        return this.#gatherByTier(block, full)
      case 'pay':
        return this.#page.putRanked(block, full, block.pay)
      case 'least_experience':
        return this.#page.putRanked(block, full, block.months)
      case 'nearest':
        return this.#gatherNearest(block, full)
    }
  }

  /** The more clauses stand in the head, the earlier. */
  #gatherByTier(block: Block, full: Uint32Array): void {
    const { words, n, firstSeen, ids } = block
    const clauses = this.#plan.all
    if (!this.#page.takes(clauses.length, firstSeen[n - 1]!, ids[n - 1]!)) return
    // tiers[t]: clauses met so far are t.
    const tiers = [scratch.take()]
    tiers[0]!.set(full)
    for (const clause of clauses) {
      const met = anyOf(clause, block.head, words, scratch)
      tiers.push(scratch.take().fill(0, 0, words))
      for (let t = tiers.length - 1; t > 0; t -= 1) {
        const [lower, upper] = [tiers[t - 1]!, tiers[t]!]
        for (let w = 0; w < words; w += 1) {
          const rising = lower[w]! & met[w]!
          upper[w]! |= rising
          lower[w]! ^= rising
        }
      }
    }
    for (let t = clauses.length; t >= 0; t -= 1) {
      if (!this.#page.takes(t, firstSeen[n - 1]!, ids[n - 1]!)) return
      this.#page.putAll(block, tiers[t]!, t)
    }
  }

  #gatherNearest(block: Block, full: Uint32Array): void {
    if (this.#question.near === null) return this.#page.putAll(block, full, 0)
    miles.fill(BEYOND, 0, block.n)
    for (const [number, far] of this.#towns) {
      const index = indexOf(block.keys.codes, number)
      if (index < 0) continue
      eachPlace(block.keys, index, block.words, (o) => (miles[o] = Math.min(miles[o]!, far)))
    }
    this.#page.putNearest(block, full, miles)
  }
}

interface Sifted {
  full: Uint32Array
  /** For each test. */
  only: Uint32Array[]
  /** For each pair of tests. */
  both: Uint32Array[]
}

/** Notes the words of a set in which any is set. @returns how many. */
function busyWords(set: Uint32Array, words: number): number {
  let n = 0
  for (let w = 0; w < words; w += 1) if (set[w] !== 0) busy[n++] = w
  return n
}

function ringsOf(near: Near, { keys }: Tables): number[][] {
  const seen = new Set<number>()
  return STEPS.radius.map((radius) =>
    nearKeys(near, radius).flatMap((key) => {
      const number = keys.find(key)
      if (number === undefined || seen.has(number)) return []
      seen.add(number)
      return [number]
    }),
  )
}
