import type { Position } from '../domain/search/answer.ts'
import type { Block } from './block.ts'
import type { Ranked } from './columns.ts'

/** The first places of a search after a position, gathered block by block. */
export class Page {
  readonly #size: number
  readonly #after: Position | null
  /** In order. */
  readonly #taken: Position[] = []

  constructor(size: number, after: Position | null) {
    this.#size = size
    this.#after = after
  }

  get hits(): Position[] {
    return this.#taken
  }

  /** Whether a listing that stands there can still be one of the page. */
  takes(key: number, firstSeen: number, id: number): boolean {
    const last = this.#taken[this.#size - 1]
    return this.#size > 0 && (last === undefined || compare(key, firstSeen, id, last) > 0)
  }

  /** Puts a listing where it belongs, if it does. */
  put(key: number, firstSeen: number, id: number): void {
    if (!this.takes(key, firstSeen, id)) return
    if (this.#after !== null && compare(key, firstSeen, id, this.#after) >= 0) return
    let place = this.#taken.length
    while (place > 0 && compare(key, firstSeen, id, this.#taken[place - 1]!) > 0) place -= 1
    this.#taken.splice(place, 0, { key, first_seen_us: firstSeen, id })
    if (this.#taken.length > this.#size) this.#taken.pop()
  }

  /** Takes from the set, whose listings all have this key: newest first, until one comes too late. */
  putAll(block: Block, set: Uint32Array, key: number): void {
    const { firstSeen, ids } = block
    const below = this.#below(block, key)
    for (let w = (below + 31) >>> 5; w > 0;) {
      w -= 1
      let word = set[w]!
      if (below < (w + 1) << 5) word &= (1 << (below & 31)) - 1
      while (word !== 0) {
        const o = (w << 5) + 31 - Math.clz32(word)
        if (!this.takes(key, firstSeen[o]!, ids[o]!)) return
        this.put(key, firstSeen[o]!, ids[o]!)
        word ^= 1 << (o & 31)
      }
    }
  }

  /** Takes from the set by an amount, which is the key. */
  putRanked(block: Block, set: Uint32Array, { codes, sorted }: Ranked): void {
    this.#putBy(block, set, (o) => sorted[codes[o]!]!)
  }

  /** Takes from the set; the key is the amount of each listing with its sign turned. */
  putNearest(block: Block, set: Uint32Array, miles: Float64Array): void {
    this.#putBy(block, set, (o) => 0 - miles[o]!)
  }

  #putBy(block: Block, set: Uint32Array, keyOf: (place: number) => number): void {
    const { firstSeen, ids, words } = block
    let least = this.#taken[this.#size - 1]?.key ?? -Infinity
    for (let w = words - 1; w >= 0; w -= 1) {
      let word = set[w]!
      while (word !== 0) {
        const o = (w << 5) + 31 - Math.clz32(word)
        word ^= 1 << (o & 31)
        const key = keyOf(o)
        if (key < least) continue
        this.put(key, firstSeen[o]!, ids[o]!)
        least = this.#taken[this.#size - 1]?.key ?? -Infinity
      }
    }
  }

  /** Of listings with this key, only those at places below it stand after the position asked for. */
  #below({ n, firstSeen, ids }: Block, key: number): number {
    const after = this.#after
    if (after === null || key < after.key) return n
    if (key > after.key) return 0
    let low = 0
    let high = n
    while (low < high) {
      const middle = (low + high) >>> 1
      const earlier = firstSeen[middle]! - after.first_seen_us || ids[middle]! - after.id
      if (earlier < 0) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** More than 0 where the listing stands before the position in the order of a search. */
const compare = (key: number, firstSeen: number, id: number, than: Position): number =>
  key - than.key || firstSeen - than.first_seen_us || id - than.id
