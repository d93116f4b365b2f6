import { allBits, clearBit, hasBit, wordsFor } from './bits.ts'
import { ranked, Sets, setTable, type Ranked, type SetTable } from './columns.ts'
import { grown } from './growing.ts'
import type { Postings } from './postings.ts'
import { COLUMNS } from './row-keys.ts'

/** Most listings of a block: their places fit 16 bits, and a set of them the nearest cache. */
export const BLOCK_SIZE = 65_536

/**
 * A number of listings, in order of first seen and id. Nothing in it changes but `live`: a listing that closes or
 * changes dies where it stands, and stands anew in a later block.
 */
export interface Block {
  n: number
  /** Numbers that a set of its listings takes. */
  words: number
  live: Uint32Array
  alive: number
  firstSeen: Float64Array
  ids: Float64Array
  /** Places in order of id. */
  byId: Uint16Array
  posted: Float64Array
  newestPosted: number
  /** Not stated: -1, after everything that is. */
  pay: Ranked
  /** Less is better, so with the sign turned; not stated: -BEYOND. */
  months: Ranked
  counted: SetTable
  terms: Postings
  head: Postings
  keys: Postings
}

/** Stands for "not stated" in an order (question.ts). */
export const BEYOND = 1e9

/** Arrays of one value a listing, as they come. */
export class Columns {
  n = 0
  firstSeen = new Float64Array(0)
  ids = new Float64Array(0)
  posted = new Float64Array(0)
  pay = new Float64Array(0)
  months = new Float64Array(0)
  readonly sets = COLUMNS.map(() => new Sets())

  push(id: number, firstSeen: number, posted: number, pay: number, months: number): void {
    const at = this.n
    for (const name of ['firstSeen', 'ids', 'posted', 'pay', 'months'] as const) {
      this[name] = grown(this[name], at + 1)
    }
    this.firstSeen[at] = firstSeen
    this.ids[at] = id
    this.posted[at] = posted
    this.pay[at] = pay
    this.months[at] = months
    this.n += 1
  }

  /** Who takes which place: the `order[o]`-th that came takes place o. */
  order(): Uint32Array {
    const { firstSeen, ids } = this
    return Uint32Array.from({ length: this.n }, (_, i) => i).sort(
      (a, b) => firstSeen[a]! - firstSeen[b]! || ids[a]! - ids[b]!,
    )
  }

  block(order: Uint32Array, postings: Pick<Block, 'terms' | 'head' | 'keys'>): Block {
    const inOrder = (values: Float64Array): Float64Array =>
      Float64Array.from(order, (row) => values[row]!)
    const ids = inOrder(this.ids)
    return {
      ...postings,
      n: this.n,
      words: wordsFor(this.n),
      live: allBits(this.n),
      alive: this.n,
      firstSeen: inOrder(this.firstSeen),
      ids,
      byId: Uint16Array.from(ids.keys()).sort((a, b) => ids[a]! - ids[b]!),
      posted: inOrder(this.posted),
      newestPosted: this.posted.subarray(0, this.n).reduce((a, b) => Math.max(a, b), -Infinity),
      pay: ranked(inOrder(this.pay)),
      months: ranked(inOrder(this.months)),
      counted: setTable(this.sets, order),
    }
  }
}

/** Lets a listing die. @returns whether it lived here. */
export function kill(block: Block, id: number): boolean {
  const { byId, ids } = block
  let low = 0
  let high = block.n
  while (low < high) {
    const middle = (low + high) >>> 1
    if (ids[byId[middle]!]! < id) low = middle + 1
    else high = middle
  }
  const place = byId[low]
  if (place === undefined || ids[place] !== id || !hasBit(block.live, place)) return false
  clearBit(block.live, place)
  block.alive -= 1
  return true
}
