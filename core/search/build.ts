import type { IndexedRow } from '../domain/search/question.ts'
import { BEYOND, BLOCK_SIZE, Columns, type Block } from './block.ts'
import { hasBit } from './bits.ts'
import type { SetTable, Sets } from './columns.ts'
import { grown } from './growing.ts'
import { invert, unify, type CodesByListing, type Moved } from './postings.ts'
import { rowKeys } from './row-keys.ts'
import type { Steps } from './slices.ts'
import type { Tables } from './tables.ts'

/** Listings that come together to make a block. */
export class Draft {
  readonly #tables: Tables
  readonly #columns = new Columns()
  readonly #terms = new CodeList()
  readonly #head = new CodeList()
  readonly #keys = new CodeList()

  constructor(tables: Tables) {
    this.#tables = tables
  }

  get n(): number {
    return this.#columns.n
  }

  /** @throws RangeError when the block is full. */
  add(row: IndexedRow): void {
    if (this.n === BLOCK_SIZE) throw new RangeError('The block is full.')
    const { terms, keys, demands, months } = this.#tables
    const { carried, counted } = rowKeys(row, demands.add(row.demand), months.add(row.min_months))
    // Never a zero with a minus, which is another number to a cursor.
    const ease = 0 - (row.min_months ?? BEYOND)
    this.#columns.push(row.id, row.first_seen_us, row.posted_ms, row.pay ?? -1, ease)
    this.#columns.sets.forEach((sets, i) => {
      sets.push(sets.number(counted[i]?.map((key) => keys.add(key)) ?? []))
    })
    this.#keys.push(carried, (key) => keys.add(key))
    this.#terms.push(row.lexemes, (lexeme) => terms.add(lexeme))
    this.#head.push(row.head, (lexeme) => terms.add(lexeme))
  }

  /** Makes the block; the draft is spent. */
  *block(): Steps<Block> {
    const order = this.#columns.order()
    yield
    const { terms, keys } = this.#tables
    return this.#columns.block(order, {
      terms: yield* invert(this.#terms.done(), order, terms.size),
      head: yield* invert(this.#head.done(), order, terms.size),
      keys: yield* invert(this.#keys.done(), order, keys.size),
    })
  }
}

class CodeList {
  #codes = new Uint32Array(0)
  #starts = new Uint32Array(1)
  #rows = 0
  #n = 0

  push<T>(values: readonly T[], code: (value: T) => number): void {
    this.#codes = grown(this.#codes, this.#n + values.length)
    for (const value of values) {
      this.#codes[this.#n] = code(value)
      this.#n += 1
    }
    this.#rows += 1
    this.#starts = grown(this.#starts, this.#rows + 1)
    this.#starts[this.#rows] = this.#n
  }

  done(): CodesByListing {
    return { codes: this.#codes, starts: this.#starts }
  }
}

const ROWS_A_STEP = 1024

/** One block of the living of several, which may be BLOCK_SIZE together. */
export function* merge(parts: readonly Block[]): Steps<Block> {
  const columns = new Columns()
  const from: { part: number; place: number }[] = []
  for (const [part, block] of parts.entries()) {
    const renumbered = columns.sets.map((sets, c) => renumber(block.counted, c, sets))
    for (let o = 0; o < block.n; o += 1) {
      if (!hasBit(block.live, o)) continue
      from.push({ part, place: o })
      columns.push(
        block.ids[o]!,
        block.firstSeen[o]!,
        block.posted[o]!,
        block.pay.sorted[block.pay.codes[o]!]!,
        block.months.sorted[block.months.codes[o]!]!,
      )
      columns.sets.forEach((sets, i) => sets.push(renumbered[i]!(o)))
      if (o % ROWS_A_STEP === 0) yield
    }
  }
  const order = columns.order()
  yield
  const places = parts.map((block) => new Int32Array(block.n).fill(-1))
  order.forEach((row, o) => {
    const { part, place } = from[row]!
    places[part]![place] = o
  })
  yield
  const moved = (name: 'terms' | 'head' | 'keys'): Moved[] =>
    parts.map((block, part) => ({
      postings: block[name],
      words: block.words,
      places: places[part]!,
    }))
  return columns.block(order, {
    terms: yield* unify(moved('terms'), columns.n),
    head: yield* unify(moved('head'), columns.n),
    keys: yield* unify(moved('keys'), columns.n),
  })
}

/** The new number of the set that a listing of an old block has; sets that nobody living has get none. */
function renumber(table: SetTable, column: number, sets: Sets): (place: number) => number {
  const { codes, bases, starts, members } = table
  const width = bases.length - 1
  const numbers = new Int32Array(bases[column + 1]! - bases[column]!).fill(-1)
  return (place) => {
    const code = codes[place * width + column]!
    const known = numbers[code]!
    if (known !== -1) return known
    const set = bases[column]! + code
    return (numbers[code] = sets.number(members.slice(starts[set], starts[set + 1])))
  }
}
