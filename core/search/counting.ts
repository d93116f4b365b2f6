import { BLOCK_SIZE, type Block } from './block.ts'
import type { SetTable } from './columns.ts'
import { COLUMNS, facetBit } from './row-keys.ts'

/** `sumAll` is written out for so many. */
const WIDTH: 10 = COLUMNS.length
const MASKS = COLUMNS.map((facets) => facets.reduce((mask, facet) => mask | facetBit(facet), 0))
export const ALL_FACETS = MASKS.reduce((all, mask) => all | mask, 0)

/** A set of listings as a list to be counted; of a set of more than half, the others are listed. */
export interface Listed {
  places: Uint16Array
  n: number
  others: boolean
}

const listed: Listed = { places: new Uint16Array(BLOCK_SIZE), n: 0, others: false }

/** Lists a set of `size` listings; good until the next is listed. */
export function list(block: Block, set: Uint32Array, size: number): Listed {
  const { n: all, words } = block
  const { places } = listed
  const others = size * 2 > all
  const turn = others ? -1 : 0
  let n = 0
  for (let w = 0; w < words; w += 1) {
    let word = set[w]! ^ turn
    if (others && w === words - 1 && (all & 31) !== 0) word &= (1 << (all & 31)) - 1
    while (word !== 0) {
      places[n] = (w << 5) + 31 - Math.clz32(word & -word)
      n += 1
      word &= word - 1
    }
  }
  listed.n = n
  listed.others = others
  return listed
}

const sums = { of: new Int32Array(BLOCK_SIZE) }

/**
 * Counts the keys of listed listings into `counts`, by number of key.
 * @param wanted the facets to count for.
 * @param facets the facet of each key.
 */
export function countKeys(
  { counted }: Block,
  which: Listed,
  wanted: number,
  facets: Uint8Array,
  counts: Int32Array,
): void {
  const { bases, totals } = counted
  const sets = totals.length
  if (sums.of.length < sets) sums.of = new Int32Array(sets)
  // A few listings: to look at the keys of each is sooner done than at all sets.
  if (!which.others && which.n * 32 < sets) {
    return countEach(counted, which, wanted, facets, counts)
  }
  if (which.others) sums.of.set(totals)
  else sums.of.fill(0, 0, sets)
  if (wanted === ALL_FACETS) sumAll(counted, which, sums.of)
  for (let c = 0; c < WIDTH; c += 1) {
    const mask = MASKS[c]!
    if ((mask & wanted) === 0) continue
    if (wanted !== ALL_FACETS) sumColumn(counted, which, c, sums.of)
    const whole = (mask & wanted) === mask
    addUp(counted, bases[c]!, bases[c + 1]!, whole ? null : wanted, facets, counts)
  }
}

/** How often each set of each column is met. Written out, because a loop over the columns takes three times as long. */
function sumAll({ codes, bases }: SetTable, { places, n, others }: Listed, into: Int32Array): void {
  const by = others ? -1 : 1
  const b = bases
  const [b1, b2, b3, b4, b5] = [b[1]!, b[2]!, b[3]!, b[4]!, b[5]!]
  const [b6, b7, b8, b9] = [b[6]!, b[7]!, b[8]!, b[9]!]
  for (let k = 0; k < n; k += 1) {
    const at = places[k]! * WIDTH
    into[codes[at]!]! += by
    into[b1 + codes[at + 1]!]! += by
    into[b2 + codes[at + 2]!]! += by
    into[b3 + codes[at + 3]!]! += by
    into[b4 + codes[at + 4]!]! += by
    into[b5 + codes[at + 5]!]! += by
    into[b6 + codes[at + 6]!]! += by
    into[b7 + codes[at + 7]!]! += by
    into[b8 + codes[at + 8]!]! += by
    into[b9 + codes[at + 9]!]! += by
  }
}

function sumColumn(
  { codes, bases }: SetTable,
  { places, n, others }: Listed,
  column: number,
  into: Int32Array,
): void {
  const by = others ? -1 : 1
  const base = bases[column]!
  for (let k = 0; k < n; k += 1) into[base + codes[places[k]! * WIDTH + column]!]! += by
}

/** Gives the sums of sets to their keys. `wanted`: only to keys of these facets. */
function addUp(
  { starts, members }: SetTable,
  from: number,
  to: number,
  wanted: number | null,
  facets: Uint8Array,
  counts: Int32Array,
): void {
  for (let s = from; s < to; s += 1) {
    const sum = sums.of[s]!
    if (sum === 0) continue
    const end = starts[s + 1]!
    for (let m = starts[s]!; m < end; m += 1) {
      const key = members[m]!
      if (wanted === null || (wanted & (1 << facets[key]!)) !== 0) counts[key]! += sum
    }
  }
}

function countEach(
  { codes, bases, starts, members }: SetTable,
  { places, n }: Listed,
  wanted: number,
  facets: Uint8Array,
  counts: Int32Array,
): void {
  for (let k = 0; k < n; k += 1) {
    const at = places[k]! * WIDTH
    for (let c = 0; c < WIDTH; c += 1) {
      if ((MASKS[c]! & wanted) === 0) continue
      const set = bases[c]! + codes[at + c]!
      const end = starts[set + 1]!
      for (let m = starts[set]!; m < end; m += 1) {
        const key = members[m]!
        if ((wanted & (1 << facets[key]!)) !== 0) counts[key]! += 1
      }
    }
  }
}
