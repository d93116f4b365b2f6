import { describe, expect, test } from 'vitest'
import {
  courseAfter,
  firstWalks,
  searchWords,
  walkOf,
  type Walk,
} from '../../../workers/sources/paged-list.ts'
import { TRADE_WORDS } from '../../../workers/sources/trade-words.ts'
import { titleMayBeTrade } from '../../../core/domain/read/tags/title-filter.ts'

const serving = { pageSize: 20, whole: 1999, reach: 2000 }
const ids = (n: number, from = 1) => Array.from({ length: n }, (_, i) => String(from + i))
const walk = (change: Partial<Walk> = {}): Walk => ({ ...walkOf({}), ...change })

describe('a walk through a paged list', () => {
  test('begins with one look at the whole board, or with the words the settings name', () => {
    expect(firstWalks(undefined)).toMatchObject([{ search: '', page: 1, seen: 0, look: true }])
    expect(firstWalks(['coder', ''])).toMatchObject([
      { search: 'coder', look: false },
      { search: '', look: false },
    ])
  })

  test('reads a board that is small enough whole, by the total of its first page', () => {
    const [look] = firstWalks(undefined) as [Walk]
    const first = courseAfter(look, { ids: ids(20), total: 45 }, serving)
    expect(first).toMatchObject({ total: 45, cut: false, keep: true })
    expect(first.next).toMatchObject([{ search: '', page: 2, seen: 20, total: 45, first: '1' }])
    const [second] = first.next as [Walk]
    // Later pages say 0; the first page's total stands.
    const third = courseAfter(second, { ids: ids(20, 21), total: 0 }, serving)
    expect(third.next).toMatchObject([{ page: 3, seen: 40, total: 45 }])
    const last = courseAfter(third.next[0] as Walk, { ids: ids(5, 41), total: 0 }, serving)
    expect(last).toMatchObject({ next: [], total: 45, cut: false, keep: true })
  })

  test('searches a board that is too large by the words of the trade, and keeps nothing of the look', () => {
    const [look] = firstWalks(undefined) as [Walk]
    const course = courseAfter(look, { ids: ids(20), total: 2000 }, serving)
    expect(course).toMatchObject({ total: null, cut: false, keep: false })
    expect(course.next.map((w) => w.search)).toEqual([...TRADE_WORDS])
    expect(course.next.every((w) => w.page === 1 && w.seen === 0 && !w.look)).toBe(true)
  })

  test('keeps the same page when it was not a look', () => {
    const course = courseAfter(walk(), { ids: ids(20), total: 2000 }, serving)
    expect(course.keep).toBe(true)
    expect(course.next).toHaveLength(1)
  })

  test('that a platform serves in part only says so', () => {
    const at = (seen: number) => walk({ search: 'coder', page: 100, seen, total: 2000, first: '1' })
    const before = courseAfter(at(1960), { ids: ids(20, 1961), total: 0 }, serving)
    expect(before).toMatchObject({ next: [{ seen: 1980 }], cut: true })
    const last = courseAfter(at(1980), { ids: ids(20, 1981), total: 0 }, serving)
    expect(last).toMatchObject({ next: [], cut: true })
  })

  test('ends, and says that it saw too little, when a page comes empty before the total', () => {
    const at = walk({ page: 2, seen: 20, total: 45, first: '1' })
    expect(courseAfter(at, { ids: [], total: 0 }, serving)).toMatchObject({ next: [], cut: true })
  })

  test('ends when the first page comes again, and keeps it only once', () => {
    const at = walk({ page: 2, seen: 20, total: 45, first: '1' })
    expect(courseAfter(at, { ids: ids(20), total: 45 }, serving)).toMatchObject({
      next: [],
      keep: false,
      cut: true,
    })
  })

  test('without a total ends with the page that is not full', () => {
    const full = courseAfter(walk(), { ids: ids(20), total: null }, serving)
    expect(full.next).toMatchObject([{ page: 2, seen: 20 }])
    const half = courseAfter(full.next[0] as Walk, { ids: ids(7, 21), total: null }, serving)
    expect(half).toMatchObject({ next: [], total: null, cut: false, keep: true })
    expect(courseAfter(walk(), { ids: [], total: null }, serving).next).toEqual([])
  })

  test('of an empty board has the total 0', () => {
    expect(courseAfter(walk(), { ids: [], total: 0 }, serving)).toMatchObject({
      next: [],
      total: 0,
      cut: false,
    })
  })
})

test('a page on its own, or with a context of another kind, is a first page', () => {
  const first = { search: '', page: 1, seen: 0, look: false }
  expect(walkOf({})).toMatchObject(first)
  expect(walkOf({ page: 'x', seen: null, total: [], document: 'detail' })).toMatchObject(first)
})

test('the words of the trade are searched one by one, and each may name a job of the trade', () => {
  expect(new Set(TRADE_WORDS).size).toBe(TRADE_WORDS.length)
  for (const word of TRADE_WORDS) expect(titleMayBeTrade(`${word} specialist`)).toBe(true)
})

test('settings take words, not marks that mean something in an address', () => {
  expect(searchWords.safeParse(['medical coder', '', 'A/R & billing']).success).toBe(true)
  for (const bad of [[], ['a,b'], ['x;y'], ['"q"'], ['x'.repeat(61)]]) {
    expect(searchWords.safeParse(bad).success).toBe(false)
  }
})
