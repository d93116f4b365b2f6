import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allBits, countBits, hasBit, setBit, wordsFor } from '../../../core/search/bits.ts'
import {
  countAt,
  eachPlace,
  indexOf,
  intersect,
  invert,
  subtract,
  unify,
  unite,
  type Postings,
} from '../../../core/search/postings.ts'
import { atOnce } from '../../../core/search/slices.ts'

/** Up to a hundred listings, so that a code of seven or more is kept as bits and a rarer one as a list. */
const listings = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 12 }), { maxLength: 8 }), {
  minLength: 1,
  maxLength: 100,
})

const inOrder = (n: number): Uint32Array => Uint32Array.from({ length: n }, (_, i) => i)

function postingsOf(codes: readonly number[][], order = inOrder(codes.length)): Postings {
  const starts = new Uint32Array(codes.length + 1)
  codes.forEach((some, i) => (starts[i + 1] = (starts[i] ?? 0) + some.length))
  // One more than there is: what is behind the last listing must not be read.
  const all = Uint32Array.from([...codes.flat(), 4_000_000])
  return atOnce(invert({ codes: all, starts }, order, 13))
}

const setOf = (members: Iterable<number>, n: number): Uint32Array => {
  const set = new Uint32Array(wordsFor(n))
  for (const member of members) setBit(set, member)
  return set
}

const membersOf = (set: Uint32Array, n: number): number[] =>
  Array.from({ length: n }, (_, i) => i).filter((i) => hasBit(set, i))

const placesOf = (postings: Postings, code: number, n: number): number[] => {
  const index = indexOf(postings.codes, code)
  const places: number[] = []
  if (index >= 0) eachPlace(postings, index, wordsFor(n), (place) => places.push(place))
  return places
}

describe('bits', () => {
  it('count and hold what was set', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 199 })), (members) => {
        const set = setOf(members, 200)
        expect(membersOf(set, 200)).toEqual([...members].sort((a, b) => a - b))
        expect(countBits(set, wordsFor(200))).toBe(members.length)
      }),
    )
  })

  it.each([0, 1, 31, 32, 33, 64, 100])('hold all numbers below %i', (n) => {
    expect(countBits(allBits(n), wordsFor(n))).toBe(n)
    if (n > 0) expect(hasBit(allBits(n), n - 1)).toBe(true)
  })
})

describe('postings', () => {
  it('tell in which listings each code stands', () => {
    fc.assert(
      fc.property(listings, (codes) => {
        const postings = postingsOf(codes)
        for (let code = 0; code <= 13; code += 1) {
          const expected = codes.flatMap((some, i) => (some.includes(code) ? [i] : []))
          expect(placesOf(postings, code, codes.length)).toEqual(expected)
          const index = indexOf(postings.codes, code)
          if (expected.length > 0) expect(countAt(postings, index)).toBe(expected.length)
          else expect(index).toBe(-1)
        }
      }),
    )
  })

  it('are the same whichever way codes are numbered: by an array of all, or by search', () => {
    // Of a million codes three occur, of four all.
    const codes = Uint32Array.from([0, 3, 3, 1])
    const starts = Uint32Array.from([0, 2, 3, 4])
    const [large, small] = [1_000_000, 4].map((size) =>
      atOnce(invert({ codes: codes.slice(), starts }, inOrder(3), size)),
    )
    expect(large).toEqual(small)
    expect([...(large?.codes ?? [])]).toEqual([0, 1, 3])
  })

  it('stand at the places that listings take', () => {
    // The second that came takes the first place.
    const postings = postingsOf([[5], [5, 6], [6]], Uint32Array.from([1, 2, 0]))
    expect(placesOf(postings, 5, 3)).toEqual([0, 2])
    expect(placesOf(postings, 6, 3)).toEqual([0, 1])
  })

  it('are added to, taken from and cut with a set', () => {
    fc.assert(
      fc.property(
        listings,
        fc.integer({ min: 0, max: 12 }),
        fc.array(fc.integer({ min: 0, max: 99 })),
        (codes, code, some) => {
          const n = codes.length
          const postings = postingsOf(codes)
          const index = indexOf(postings.codes, code)
          fc.pre(index >= 0)
          const members = new Set(some.filter((i) => i < n))
          const stands = new Set(placesOf(postings, code, n))
          const after = (change: typeof unite): number[] => {
            const set = setOf(members, n)
            change(postings, index, wordsFor(n), set)
            return membersOf(set, n)
          }
          const all = Array.from({ length: n }, (_, i) => i)
          expect(after(unite)).toEqual(all.filter((i) => members.has(i) || stands.has(i)))
          expect(after(intersect)).toEqual(all.filter((i) => members.has(i) && stands.has(i)))
          expect(after(subtract)).toEqual(all.filter((i) => members.has(i) && !stands.has(i)))
        },
      ),
    )
  })

  it('of several blocks become those of one, without the listings that go nowhere', () => {
    fc.assert(
      fc.property(listings, listings, fc.infiniteStream(fc.boolean()), (a, b, stays) => {
        const old = [...a, ...b]
        const kept = old.map(() => stays.next().value === true)
        // Taken in turn from the end of one and the start of the other, so that orders cross.
        const rows = old.map((_, i) => i).filter((i) => kept[i] === true)
        fc.pre(rows.length > 0)
        const order = rows.map((_, i) => rows[i % 2 === 0 ? i / 2 : rows.length - (i + 1) / 2])
        const places = (from: number, n: number): Int32Array =>
          Int32Array.from({ length: n }, (_, i) => order.indexOf(from + i))
        const part = (codes: number[][], from: number) => ({
          postings: postingsOf(codes),
          words: wordsFor(codes.length),
          places: places(from, codes.length),
        })
        const whole = atOnce(unify([part(a, 0), part(b, a.length)], order.length))
        expect(whole).toEqual(postingsOf(order.map((row) => old[row ?? 0] ?? [])))
      }),
    )
  })
})
