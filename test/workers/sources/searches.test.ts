import { describe, expect, test } from 'vitest'
import { followUp, type Step } from '../../../workers/sources/searches.ts'

const request = (at: Step) => ({
  url: `https://x.example.org/${at.page}`,
  audience: 'api' as const,
})
const page = (context: Record<string, unknown> = {}) => ({
  url: '',
  status: 200,
  content_type: null,
  body: '',
  context,
})
const shown = (ids: (string | null)[], total: number | null, more: { last?: boolean } = {}) => ({
  ids,
  total,
  search: '"medical billing"',
  start: 1,
  most: 3,
  full: 2,
  ...more,
})

describe('the pages of a search', () => {
  test('go on while the search holds more', () => {
    const { next, rejected } = followUp(page(), shown(['a', 'b'], 5), request)
    expect([next, rejected]).toEqual([[{ url: 'https://x.example.org/2', audience: 'api' }], []])
  })
  test('end at the total, at a page that is not full, at the last page and at an empty one', () => {
    const at = { page: 2, seen: 2, first: 'a' }
    expect(followUp(page(at), shown(['c'], 3), request).next).toEqual([])
    expect(followUp(page(at), shown(['c'], null), request).next).toEqual([])
    expect(followUp(page(at), shown(['c', 'd'], null, { last: true }), request).next).toEqual([])
    const empty = followUp(page(at), shown([], null), request)
    expect([empty.next, empty.rejected]).toEqual([[], []])
  })
  test('that are cut short by the cap tell so, without an id, so that nothing is closed', () => {
    const { next, rejected } = followUp(page({ page: 3, seen: 4 }), shown(['e', 'f'], 9), request)
    expect(next).toEqual([])
    expect(rejected).toEqual([
      {
        where: 'search "medical billing"',
        reason: 'the search holds more adverts than the 6 that one poll reads',
      },
    ])
  })
  test('that come again, or end before the total, tell so too', () => {
    const again = followUp(page({ page: 2, seen: 2, first: 'a' }), shown(['a', 'b'], 5), request)
    expect([again.next, again.rejected[0]?.reason]).toEqual([
      [],
      'the search shows the same page again',
    ])
    const short = followUp(page({ page: 2, seen: 2, first: 'a' }), shown([], 5), request)
    expect(short.rejected[0]?.reason).toBe('the search says it holds 5 adverts but showed 2')
  })
  test('of adverts without ids are not taken for the same page', () => {
    expect(followUp(page(), shown([null, null], 5), request).next).toHaveLength(1)
  })
})
