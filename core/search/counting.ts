import { BLOCK_SIZE, type Block } from './block.ts'
import type { SetTable } from './columns.ts'
import { COLUMNS, facetBit } from './row-keys.ts'

/** `sumAll` is written out for so many. */
const WIDTH: 8 = COLUMNS.length
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

/** Half of a block is the most that is counted: 16 bits hold it, and the nearest cache holds them. */
const sums = { of: new Uint16Array(BLOCK_SIZE) }

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
  const { bases } = counted
  const by = which.others ? -1 : 1
  const sets = bases[WIDTH]!
  // All, and then less each that is not of the set.
  if (which.others) addTotals(counted, wanted, facets, counts)
  // A few listings: to look at the keys of each is sooner done than at all sets.
  if (which.n * 32 < sets) return countEach(counted, which, wanted, facets, counts)
  if (sums.of.length < sets) sums.of = new Uint16Array(sets)
  sums.of.fill(0, 0, sets)
  if (wanted === ALL_FACETS) {
    sumAll(counted, which, sums.of)
    return addUp(counted, 0, sets, by, counts)
  }
  for (let c = 0; c < WIDTH; c += 1) {
    const mask = MASKS[c]!
    if ((mask & wanted) === 0) continue
    sumColumn(counted, which, c, sums.of)
    if ((mask & wanted) === mask) addUp(counted, bases[c]!, bases[c + 1]!, by, counts)
    else addUpSome(counted, bases[c]!, bases[c + 1]!, by, wanted, facets, counts)
  }
}

function addTotals(
  { keys, totals }: SetTable,
  wanted: number,
  facets: Uint8Array,
  counts: Int32Array,
): void {
  for (let i = 0; i < keys.length; i += 1) {
    const key = keys[i]!
    if ((wanted & (1 << facets[key]!)) !== 0) counts[key]! += totals[i]!
  }
}

/** How often each set of each column is met. Written out, because a loop over the columns takes three times as long. */
function sumAll({ codes, bases }: SetTable, { places, n }: Listed, into: Uint16Array): void {
  const b = bases
  const [b1, b2, b3, b4, b5] = [b[1]!, b[2]!, b[3]!, b[4]!, b[5]!]
  const [b6, b7] = [b[6]!, b[7]!]
  for (let k = 0; k < n; k += 1) {
    const at = places[k]! * WIDTH
    into[codes[at]!]! += 1
    into[b1 + codes[at + 1]!]! += 1
    into[b2 + codes[at + 2]!]! += 1
    into[b3 + codes[at + 3]!]! += 1
    into[b4 + codes[at + 4]!]! += 1
    into[b5 + codes[at + 5]!]! += 1
    into[b6 + codes[at + 6]!]! += 1
    into[b7 + codes[at + 7]!]! += 1
  }
}

function sumColumn(
  { codes, bases }: SetTable,
  { places, n }: Listed,
  column: number,
  into: Uint16Array,
): void {
  const base = bases[column]!
  for (let k = 0; k < n; k += 1) into[base + codes[places[k]! * WIDTH + column]!]! += 1
}

/** Gives the sums of sets to their keys. */
function addUp(
  { starts, members }: SetTable,
  from: number,
  to: number,
  by: number,
  counts: Int32Array,
): void {
  for (let s = from; s < to; s += 1) {
    const times = sums.of[s]!
    if (times === 0) continue
    const sum = times * by
    const end = starts[s + 1]!
    for (let m = starts[s]!; m < end; m += 1) counts[members[m]!]! += sum
  }
}

/** The same for keys of some facets only. */
function addUpSome(
  { starts, members }: SetTable,
  from: number,
  to: number,
  by: number,
  wanted: number,
  facets: Uint8Array,
  counts: Int32Array,
): void {
  for (let s = from; s < to; s += 1) {
    const times = sums.of[s]!
    if (times === 0) continue
    const sum = times * by
    const end = starts[s + 1]!
    for (let m = starts[s]!; m < end; m += 1) {
      const key = members[m]!
      if ((wanted & (1 << facets[key]!)) !== 0) counts[key]! += sum
    }
  }
}

function countEach(
  { codes, bases, starts, members }: SetTable,
  { places, n, others }: Listed,
  wanted: number,
  facets: Uint8Array,
  counts: Int32Array,
): void {
  const by = others ? -1 : 1
  for (let k = 0; k < n; k += 1) {
    const at = places[k]! * WIDTH
    for (let c = 0; c < WIDTH; c += 1) {
      if ((MASKS[c]! & wanted) === 0) continue
      const set = bases[c]! + codes[at + c]!
      const end = starts[set + 1]!
      for (let m = starts[set]!; m < end; m += 1) {
        const key = members[m]!
        if ((wanted & (1 << facets[key]!)) !== 0) counts[key]! += by
      }
    }
  }
}
