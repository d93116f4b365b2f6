import { grown } from './growing.ts'

/** One amount a listing, in the order a sort wants it: the larger `sorted[codes[o]]`, the earlier. */
export interface Ranked {
  codes: Uint16Array
  /** Each different amount once, ascending. */
  sorted: Float64Array
}

export function ranked(amounts: Float64Array): Ranked {
  const all = amounts.slice().sort()
  const sorted = all.filter((amount, i) => i === 0 || amount !== all[i - 1])
  const codes = Uint16Array.from(amounts, (amount) => firstFrom(sorted, amount))
  return { codes, sorted }
}

/** The first place of an ascending list that holds at least `least`; its length where none does. */
export function firstFrom(sorted: Float64Array, least: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (sorted[middle]! < least) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * What each listing of a block counts under, column by column: one set of keys each, a different set kept once.
 * The codes of one listing stand side by side, so that counting it touches one line of memory.
 */
export interface SetTable {
  /** Listing o has in column c the set `bases[c] + codes[o * COLUMNS.length + c]`. */
  codes: Uint16Array
  /** Where the sets of each column begin, and where the last end. */
  bases: Uint32Array
  /** The keys of set s stand in `members` from `starts[s]` to `starts[s + 1]`. */
  starts: Uint32Array
  members: Uint32Array
  /** How many listings of the block have each set, closed ones too. */
  totals: Uint32Array
}

/** Gives different sets of keys of one column numbers, while listings come. */
export class Sets {
  readonly #numbers = new Map<number | string, number>()
  readonly sets: ArrayLike<number>[] = []
  /** The set of each listing, in the order in which they came. */
  codes = new Uint32Array(0)
  #n = 0

  /** The number of a set; its keys in any order, as long as it is always the same one. */
  number(keys: ArrayLike<number>): number {
    const name = keys.length === 1 ? keys[0]! : Array.prototype.join.call(keys, ',')
    const known = this.#numbers.get(name)
    if (known !== undefined) return known
    const number = this.sets.length
    this.#numbers.set(name, number)
    this.sets.push(keys)
    return number
  }

  /** The next listing has the set of this number. */
  push(number: number): void {
    this.codes = grown(this.codes, this.#n + 1)
    this.codes[this.#n] = number
    this.#n += 1
  }
}

/** The table of a block in which the `order[o]`-th listing that came takes place o. */
export function setTable(columns: readonly Sets[], order: Uint32Array): SetTable {
  const width = columns.length
  const bases = new Uint32Array(width + 1)
  columns.forEach(({ sets }, c) => (bases[c + 1] = bases[c]! + sets.length))
  const sets = columns.flatMap((column) => column.sets)
  const starts = new Uint32Array(sets.length + 1)
  sets.forEach((keys, s) => (starts[s + 1] = starts[s]! + keys.length))
  const members = new Uint32Array(starts[sets.length]!)
  sets.forEach((keys, s) => members.set(keys, starts[s]))
  const totals = new Uint32Array(sets.length)
  const codes = new Uint16Array(order.length * width)
  columns.forEach((column, c) => {
    for (let o = 0; o < order.length; o += 1) {
      const code = column.codes[order[o]!]!
      codes[o * width + c] = code
      totals[bases[c]! + code]! += 1
    }
  })
  return { codes, bases, starts, members, totals }
}
