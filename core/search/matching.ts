import { allBits } from './bits.ts'
import { BLOCK_SIZE, type Block } from './block.ts'
import { firstFrom } from './columns.ts'
import {
  bitsFrom,
  countAt,
  indexOf,
  intersect,
  subtract,
  unite,
  type Postings,
} from './postings.ts'
import type { Test, Together } from './plan.ts'

const WORDS = BLOCK_SIZE / 32
const NONE = new Uint32Array(WORDS)
const ALL = allBits(BLOCK_SIZE)

/** The listings that fail a test: those whose bit, turned over by `turn` (0 or -1), is set. */
export interface Failing {
  bits: Uint32Array
  at: number
  turn: number
}

/** Sets that are used again for every block, so that a search makes no garbage. */
export class Scratch {
  readonly #sets: Uint32Array[] = []
  #taken = 0

  /** A set that holds anything; it is the caller's until `release`. */
  take(): Uint32Array {
    const set = (this.#sets[this.#taken] ??= new Uint32Array(WORDS))
    this.#taken += 1
    return set
  }

  /** Takes back all sets taken since `mark`. */
  release(mark = 0): void {
    this.#taken = mark
  }

  mark(): number {
    return this.#taken
  }
}

/** Leaves in `set` the listings of which the clause holds. */
export function keepWhere(
  clause: readonly Together[],
  postings: Postings,
  words: number,
  set: Uint32Array,
  scratch: Scratch,
): void {
  const [only] = clause
  if (clause.length === 1 && only !== undefined) return keepTogether(only, postings, words, set)
  const mark = scratch.mark()
  const union = anyOf(clause, postings, words, scratch)
  for (let w = 0; w < words; w += 1) set[w]! &= union[w]!
  scratch.release(mark)
}

/** Takes out of `set` the listings of which the clause holds. */
export function dropWhere(
  clause: readonly Together[],
  postings: Postings,
  words: number,
  set: Uint32Array,
  scratch: Scratch,
): void {
  const mark = scratch.mark()
  const union = anyOf(clause, postings, words, scratch)
  for (let w = 0; w < words; w += 1) set[w]! &= ~union[w]!
  scratch.release(mark)
}

/** The listings of which a clause holds, in a set of the scratch. */
export function anyOf(
  clause: readonly Together[],
  postings: Postings,
  words: number,
  scratch: Scratch,
): Uint32Array {
  const union = scratch.take().fill(0, 0, words)
  for (const together of clause) {
    const indexes = indexesOf(together, postings)
    if (indexes === null) continue
    const [first, ...others] = indexes
    if (first === undefined) continue
    if (others.length === 0) {
      unite(postings, first, words, union)
      continue
    }
    const mark = scratch.mark()
    const both = scratch.take().fill(0, 0, words)
    unite(postings, first, words, both)
    for (const index of others) intersect(postings, index, words, both)
    for (let w = 0; w < words; w += 1) union[w]! |= both[w]!
    scratch.release(mark)
  }
  return union
}

function keepTogether(
  together: Together,
  postings: Postings,
  words: number,
  set: Uint32Array,
): void {
  const indexes = indexesOf(together, postings)
  if (indexes === null) set.fill(0, 0, words)
  else for (const index of indexes) intersect(postings, index, words, set)
}

/** Where the lexemes stand in the directory, rarest first; null where one stands in no listing. */
function indexesOf(together: Together, postings: Postings): number[] | null {
  const indexes = together.map((term) => indexOf(postings.codes, term))
  if (indexes.includes(-1)) return null
  return indexes.sort((a, b) => countAt(postings, a) - countAt(postings, b))
}

/**
 * The listings of a block that fail a test, right in the numbers `busy` of the set. What comes from the scratch is
 * the caller's to release.
 */
export function failing(test: Test, block: Block, scratch: Scratch, busy: Uint16Array): Failing {
  switch (test.kind) {
    case 'keys':
      return withoutKeys(test.any, test.none, block, scratch)
    case 'pay': {
      const from = firstFrom(block.pay.sorted, Math.max(test.least, 0))
      if (from === block.pay.sorted.length) return { bits: ALL, at: 0, turn: 0 }
      return where(block, scratch, busy, block.pay.codes, from)
    }
    case 'posted':
      if (block.newestPosted < test.since) return { bits: ALL, at: 0, turn: 0 }
      return where(block, scratch, busy, block.posted, test.since)
  }
}

/** Fails where the amount is below `least`. */
function where(
  { n }: Block,
  scratch: Scratch,
  busy: Uint16Array,
  amounts: Uint16Array | Float64Array,
  least: number,
): Failing {
  const passing = scratch.take()
  for (let k = 0; k < busy.length; k += 1) {
    const w = busy[k]!
    let word = 0
    let o = w << 5
    const end = Math.min(n, o + 32)
    for (let bit = 1; o < end; o += 1, bit <<= 1) if (amounts[o]! >= least) word |= bit
    passing[w] = word
  }
  return { bits: passing, at: 0, turn: -1 }
}

function withoutKeys(
  any: readonly number[] | null,
  none: readonly number[],
  block: Block,
  scratch: Scratch,
): Failing {
  const { keys, words } = block
  const here = (numbers: readonly number[]): number[] =>
    numbers.map((number) => indexOf(keys.codes, number)).filter((index) => index >= 0)
  const wanted = any === null ? null : here(any)
  const unwanted = here(none)
  if (wanted?.length === 0) return { bits: ALL, at: 0, turn: 0 }
  if (wanted === null && unwanted.length === 0) return { bits: NONE, at: 0, turn: 0 }
  const [one] = wanted ?? unwanted
  // One key of many listings stands there as bits already.
  const single = wanted === null ? unwanted.length === 1 : wanted.length + unwanted.length === 1
  if (single && one !== undefined && countAt(keys, one) >= bitsFrom(words)) {
    return { bits: keys.bits, at: keys.at[one]!, turn: wanted === null ? 0 : -1 }
  }
  const passing = scratch.take().fill(wanted === null ? 0xffffffff : 0, 0, words)
  for (const index of wanted ?? []) unite(keys, index, words, passing)
  for (const index of unwanted) subtract(keys, index, words, passing)
  return { bits: passing, at: 0, turn: -1 }
}
