import { describe, expect, it } from 'vitest'
import type { Position } from '../../../core/domain/search/answer.ts'
import type { IndexedRow } from '../../../core/domain/search/question.ts'
import { BLOCK_SIZE } from '../../../core/search/block.ts'
import { canAnswer, indexOfRows, SearchIndex } from '../../../core/search/search-index.ts'
import { atOnce, inSlices } from '../../../core/search/slices.ts'
import { indexedRow, searchFor, wordsOf } from '../../helpers/indexed-rows.ts'

const first = { after: null, limit: 25 }
const idsOf = (index: SearchIndex, ...search: Parameters<typeof searchFor>): number[] =>
  index.find(searchFor(...search), first).hits.map(({ id }) => id)

/** Merges until nothing is left to merge. */
function tidied(index: SearchIndex): SearchIndex {
  while (atOnce(index.tidy()));
  return index
}

describe('a search', () => {
  const index = indexOfRows([
    indexedRow(1, { lexemes: ['coder', 'epic'], head: ['coder'], pay: 20, min_months: 0 }),
    indexedRow(2, { lexemes: ['coder', 'epic'], head: ['coder', 'epic'], pay: 30, min_months: 12 }),
    indexedRow(3, { lexemes: ['epic', 'biller'], head: ['biller'] }, { states: ['OH'] }),
    indexedRow(4, { lexemes: ['coder'], head: [], pay: 20 }, { work_mode: 'remote', states: [] }),
    indexedRow(5, {}, { warnings: [{ code: 'fee_to_start' }] }),
    indexedRow(6, {}, { in_domain: false, role: 'adjacent', adjacent_role: 'front_desk' }),
  ])

  it('orders by what is asked: newest, words in the head, pay, experience', () => {
    expect(idsOf(index)).toEqual([4, 3, 2, 1])
    // 2 has both words in its head, 1 has one; all words must stand somewhere.
    expect(idsOf(index, {}, wordsOf('coder', 'epic'))).toEqual([2, 1])
    expect(idsOf(index, { sort: 'pay' })).toEqual([2, 4, 1, 3])
    expect(idsOf(index, { sort: 'least_experience' })).toEqual([1, 2, 4, 3])
  })

  it('counts each facet as if its filter stood open', () => {
    const { total, facets, without, hidden } = index.find(searchFor({ state: ['OH'] }), first)
    expect([total, hidden]).toEqual([2, 0])
    expect(without).toEqual([{ filter: 'state', more: 2 }])
    // 1 and 2 lie in PA, 3 in OH; 4 may be held from anywhere.
    expect(facets.state.slice(0, 2)).toEqual([
      { value: 'PA', count: 3 },
      { value: 'OH', count: 2 },
    ])
    expect(facets.work_mode).toEqual([
      { value: 'onsite', count: 1 },
      { value: 'remote', count: 1 },
    ])
    expect(facets.pay_floor_hour).toEqual(['15', '18', '20'].map((value) => ({ value, count: 1 })))
  })

  it('counts what only the marks of a fraud keep back', () => {
    expect(index.find(searchFor(), first)).toMatchObject({ total: 4, hidden: 1 })
    expect(idsOf(index, { warnings: 'only' })).toEqual([5])
  })

  it('goes on after a position, though that listing is gone', () => {
    const after: Position = { key: 0, first_seen_us: indexedRow(3).first_seen_us, id: 3 }
    const page = index.find(searchFor(), { after, limit: 1 })
    expect(page.hits.map(({ id }) => id)).toEqual([2, 1])
    const gone = { ...after, id: 2.5 }
    expect(index.find(searchFor(), { after: gone, limit: 9 }).hits.map(({ id }) => id)).toEqual([
      2, 1,
    ])
  })

  it('finds nothing in an index of nothing', () => {
    const none = new SearchIndex().find(searchFor({ state: ['PA'] }), first)
    expect(none).toMatchObject({ total: 0, hits: [], without: [{ filter: 'state', more: 0 }] })
    expect(none.facets.state).toEqual([])
  })

  it('is refused where words must stand side by side', () => {
    const phrase = { lexemes: ['medic', 'coder'], tsquery: "'medic' <-> 'coder'", phrase: true }
    const question = searchFor({}, { all: [], none: [[phrase]] })
    expect(canAnswer(question)).toBe(false)
    expect(canAnswer(searchFor({}, wordsOf('coder')))).toBe(true)
    expect(() => index.find(question, first)).toThrow('phrases')
  })
})

describe('changes', () => {
  const change = (index: SearchIndex, ids: number[], rows: IndexedRow[]): void =>
    atOnce(index.change(ids, rows))

  it('take the place of what was known, or let it go', () => {
    const index = indexOfRows([indexedRow(1), indexedRow(2), indexedRow(3)])
    // 1 moves, 2 closes, 9 is new and was first seen before all others, 7 was never known.
    change(
      index,
      [1, 2, 9, 7],
      [indexedRow(1, {}, { states: ['OH'] }), indexedRow(9, { first_seen_us: 5 })],
    )
    expect(index.size).toBe(3)
    expect(idsOf(index)).toEqual([3, 1, 9])
    expect(idsOf(index, { state: ['PA'] })).toEqual([3, 9])
    change(index, [2], [indexedRow(2)])
    expect(idsOf(index)).toEqual([3, 2, 1, 9])
  })

  it('are the same when taken in twice', () => {
    const index = indexOfRows([indexedRow(1)])
    for (let n = 0; n < 3; n++) change(index, [1, 2], [indexedRow(2)])
    expect(idsOf(index)).toEqual([2])
  })

  it('make few blocks of many, and forget the dead', () => {
    const index = indexOfRows([indexedRow(1)])
    for (let id = 2; id <= 200; id++) {
      change(index, [id, id - 1], [indexedRow(id)])
      tidied(index)
    }
    expect(idsOf(index)).toEqual([200])
    expect(index.blocks.length).toBeLessThan(5)
    expect(index.blocks.reduce((sum, { n }) => sum + n, 0)).toBeLessThan(10)
  })

  it('may come while searches go on: a search sees all of a change or nothing', async () => {
    const rows = (from: number, state: string): IndexedRow[] =>
      Array.from({ length: 3000 }, (_, i) => indexedRow(from + i, {}, { states: [state] }))
    const index = indexOfRows(rows(1, 'PA'))
    const moving = inSlices(
      index.change(
        rows(1, 'OH').map(({ id }) => id),
        rows(1, 'OH'),
      ),
    )
    let looks = 0
    let done = false
    void moving.then(() => (done = true))
    while (!done) {
      const { facets, total } = index.find(searchFor(), first)
      expect(total).toBe(3000)
      expect(facets.state).toHaveLength(1)
      looks += 1
      await new Promise((resolve) => setImmediate(resolve))
    }
    expect(looks).toBeGreaterThan(1)
    expect(index.find(searchFor(), first).facets.state).toEqual([{ value: 'OH', count: 3000 }])
  })
})

describe('an index of more than one block', () => {
  const N = BLOCK_SIZE + 4464
  /** Every third in Ohio, every hundredth rare, a thousand employers. */
  const row = (id: number): IndexedRow =>
    indexedRow(
      id,
      { lexemes: id % 100 === 0 ? ['biller', 'rare'] : ['biller'], pay: 15 + (id % 40) },
      { states: [id % 3 === 0 ? 'OH' : 'PA'], employer_id: id % 1000 },
    )
  function* rows(): Generator<IndexedRow> {
    for (let id = 1; id <= N; id += 1) yield row(id)
  }

  it('counts, orders and pages over all of them', () => {
    const index = indexOfRows(rows())
    expect(index.blocks.map(({ n }) => n)).toEqual([4464, BLOCK_SIZE])
    // 70,000 listings: 23,333 of them in Ohio.
    const { total, facets, hits } = index.find(searchFor({}, wordsOf('biller')), first)
    expect([total, hits.length, hits[0]?.id]).toEqual([N, 26, N])
    expect(facets.state).toEqual([
      { value: 'PA', count: 46_667 },
      { value: 'OH', count: 23_333 },
    ])
    // Seventy of each, so by their digits: 0, 1, 10, 100 to 109, 11, 110 to 119, 12.
    expect(facets.employer).toHaveLength(25)
    expect(facets.employer[1]).toEqual({ value: '1', count: 70 })
    expect(facets.employer.slice(-1)).toEqual([{ value: '12', count: 70 }])
    const rare = index.find(searchFor({ state: ['OH'], sort: 'pay' }, wordsOf('rare')), first)
    // 233 multiples of 300; the best paid of them end in 20 of 40 and are taken newest first.
    expect([rare.total, rare.hits[0]?.key, rare.hits[0]?.id]).toEqual([233, 35, 69_900])
    // A page that begins in one block and ends in the other.
    const after = { key: 0, first_seen_us: row(BLOCK_SIZE + 3).first_seen_us, id: BLOCK_SIZE + 3 }
    const page = index.find(searchFor(), { after, limit: 4 })
    expect(page.hits.map(({ id }) => id - BLOCK_SIZE)).toEqual([2, 1, 0, -1, -2])
  })

  it('says what it takes', () => {
    const index = indexOfRows(rows())
    const arrays = index.blocks.reduce(
      (sum, { ids, posted }) => sum + ids.byteLength + posted.byteLength,
      0,
    )
    expect(index.bytes()).toBeGreaterThan(arrays)
    expect(index.bytes() / N).toBeLessThan(150)
  })

  it('makes one block anew when a quarter of it is dead, and no other', () => {
    const index = indexOfRows(rows())
    const small = index.blocks[0]
    const closed = Array.from({ length: 20_000 }, (_, i) => i + 1)
    atOnce(index.change(closed, []))
    tidied(index)
    expect(index.size).toBe(50_000)
    expect(index.blocks.map(({ n }) => n)).toEqual([50_000])
    expect(index.blocks[0]).not.toBe(small)
    expect(index.find(searchFor(), first)).toMatchObject({ total: 50_000 })
    expect(idsOf(index, { sort: 'newest' })[0]).toBe(N)
  })
})
