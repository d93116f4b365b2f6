import { wordsFor } from './bits.ts'
import { grown } from './growing.ts'
import type { Steps } from './slices.ts'

/**
 * In which listings of a block each code (a lexeme or a key) stands. A code of many listings is a set of bits, one
 * of few a list of their places, whichever takes less room.
 */
export interface Postings {
  /** Ascending. */
  codes: Uint32Array
  /** How many listings, less one: a block holds up to 65,536. */
  lessOne: Uint16Array
  /** Where it begins, in `bits` or `lists`. */
  at: Uint32Array
  bits: Uint32Array
  lists: Uint16Array
}

/** From so many listings on, a code is kept as bits. */
export const bitsFrom = (words: number): number => words * 2

export const countAt = (postings: Postings, index: number): number => postings.lessOne[index]! + 1

/** Where a code stands in the directory; -1 where no listing of the block has it. */
export function indexOf(codes: Uint32Array, code: number): number {
  let low = 0
  let high = codes.length - 1
  while (low <= high) {
    const middle = (low + high) >>> 1
    const found = codes[middle]!
    if (found === code) return middle
    if (found < code) low = middle + 1
    else high = middle - 1
  }
  return -1
}

/** Adds the listings of a code to a set. */
export function unite(p: Postings, index: number, words: number, set: Uint32Array): void {
  const { bits, lists } = p
  const at = p.at[index]!
  const count = countAt(p, index)
  if (count >= bitsFrom(words)) {
    for (let w = 0; w < words; w += 1) set[w]! |= bits[at + w]!
  } else {
    for (let i = at; i < at + count; i += 1) {
      const o = lists[i]!
      set[o >>> 5]! |= 1 << (o & 31)
    }
  }
}

/** Takes the listings of a code out of a set. */
export function subtract(p: Postings, index: number, words: number, set: Uint32Array): void {
  const { bits, lists } = p
  const at = p.at[index]!
  const count = countAt(p, index)
  if (count >= bitsFrom(words)) {
    for (let w = 0; w < words; w += 1) set[w]! &= ~bits[at + w]!
  } else {
    for (let i = at; i < at + count; i += 1) {
      const o = lists[i]!
      set[o >>> 5]! &= ~(1 << (o & 31))
    }
  }
}

/** Leaves in a set only listings of a code. */
export function intersect(p: Postings, index: number, words: number, set: Uint32Array): void {
  const { bits, lists } = p
  const at = p.at[index]!
  const count = countAt(p, index)
  if (count >= bitsFrom(words)) {
    for (let w = 0; w < words; w += 1) set[w]! &= bits[at + w]!
    return
  }
  let word = 0
  let mask = 0
  for (let i = at; i < at + count; i += 1) {
    const o = lists[i]!
    const next = o >>> 5
    if (next !== word) {
      set[word]! &= mask
      if (next > word + 1) set.fill(0, word + 1, next)
      word = next
      mask = 0
    }
    mask |= 1 << (o & 31)
  }
  set[word]! &= mask
  if (words > word + 1) set.fill(0, word + 1, words)
}

/** Tells the places of the listings of a code, ascending. */
export function eachPlace(
  p: Postings,
  index: number,
  words: number,
  told: (place: number) => void,
): void {
  const at = p.at[index]!
  const count = countAt(p, index)
  if (count < bitsFrom(words)) {
    for (let i = at; i < at + count; i += 1) told(p.lists[i]!)
    return
  }
  for (let w = 0; w < words; w += 1) {
    for (let word = p.bits[at + w]!; word !== 0; word &= word - 1) {
      told((w << 5) + 31 - Math.clz32(word & -word))
    }
  }
}

/** Codes of each listing, in the order in which they came: those of the i-th from `starts[i]` to `starts[i + 1]`. */
export interface CodesByListing {
  codes: Uint32Array
  starts: Uint32Array
}

const ROWS_A_STEP = 1024

/**
 * Turns the codes of listings round. The listing that takes place o in the block is the `order[o]`-th that came.
 * @param size more than any code.
 */
export function* invert(
  { codes, starts }: CodesByListing,
  order: Uint32Array,
  size: number,
): Steps<Postings> {
  const n = order.length
  const words = wordsFor(n)
  const distinct = yield* numberAnew(codes.subarray(0, starts[n]), size)
  const counts = new Uint32Array(distinct.length)
  for (let i = 0; i < starts[n]!; i += 1) counts[codes[i]!]! += 1
  yield
  const places = placesFor(distinct, counts, words)
  const { at, bits, lists } = places
  const next = at.slice()
  const dense = bitsFrom(words)
  for (let o = 0; o < n; o += 1) {
    const row = order[o]!
    const end = starts[row + 1]!
    for (let i = starts[row]!; i < end; i += 1) {
      const code = codes[i]!
      if (counts[code]! >= dense) bits[at[code]! + (o >>> 5)]! |= 1 << (o & 31)
      else lists[next[code]!++] = o
    }
    if (o % ROWS_A_STEP === 0) yield
  }
  return places
}

/** Puts in place of each code its rank among those that occur. @returns those, ascending. */
function* numberAnew(codes: Uint32Array, size: number): Steps<Uint32Array> {
  if (codes.length * 8 < size) {
    // A few listings: an array for every code there is would cost more than the search for each.
    const sorted = codes.slice().sort()
    const distinct = sorted.filter((code, i) => i === 0 || code !== sorted[i - 1])
    for (let i = 0; i < codes.length; i += 1) codes[i] = indexOf(distinct, codes[i]!)
    return distinct
  }
  const ranks = new Uint32Array(size)
  for (let i = 0; i < codes.length; i += 1) ranks[codes[i]!] = 1
  yield
  const distinct = new Uint32Array(ranks.reduce((sum, there) => sum + there, 0))
  let n = 0
  for (let code = 0; code < size; code += 1) {
    if (ranks[code] === 0) continue
    distinct[n] = code
    ranks[code] = n
    n += 1
  }
  yield
  for (let i = 0; i < codes.length; i += 1) codes[i] = ranks[codes[i]!]!
  yield
  return distinct
}

/** Room for so many listings of each code. */
function placesFor(codes: Uint32Array, counts: Uint32Array, words: number): Postings {
  const at = new Uint32Array(codes.length)
  const lessOne = new Uint16Array(codes.length)
  let listed = 0
  let dense = 0
  counts.forEach((count, i) => {
    lessOne[i] = count - 1
    if (count >= bitsFrom(words)) {
      at[i] = dense
      dense += words
    } else {
      at[i] = listed
      listed += count
    }
  })
  return { codes, lessOne, at, bits: new Uint32Array(dense), lists: new Uint16Array(listed) }
}

/** Postings of one block whose listings go to other places of a new one; -1 = it goes nowhere. */
export interface Moved {
  postings: Postings
  words: number
  places: Int32Array
}

const CODES_A_STEP = 64

/** The postings of a block that takes the listings of several. */
export function* unify(parts: readonly Moved[], n: number): Steps<Postings> {
  const words = wordsFor(n)
  const gathered = new Uint16Array(n)
  const codes = distinctCodes(parts)
  const kept = { codes: new Uint32Array(codes.length), lessOne: new Uint16Array(codes.length) }
  const at = new Uint32Array(codes.length)
  let bits = new Uint32Array(0)
  let lists = new Uint16Array(0)
  let size = { codes: 0, bits: 0, lists: 0 }
  for (let c = 0; c < codes.length; c += 1) {
    if (c % CODES_A_STEP === 0) yield
    const count = gather(parts, codes[c]!, gathered)
    if (count === 0) continue
    kept.codes[size.codes] = codes[c]!
    kept.lessOne[size.codes] = count - 1
    const dense = count >= bitsFrom(words)
    at[size.codes] = dense ? size.bits : size.lists
    if (dense) {
      bits = grown(bits, size.bits + words)
      for (let i = 0; i < count; i += 1) {
        const o = gathered[i]!
        bits[size.bits + (o >>> 5)]! |= 1 << (o & 31)
      }
    } else {
      lists = grown(lists, size.lists + count)
      lists.set(gathered.subarray(0, count).sort(), size.lists)
    }
    size = {
      codes: size.codes + 1,
      bits: size.bits + (dense ? words : 0),
      lists: size.lists + (dense ? 0 : count),
    }
  }
  return {
    codes: kept.codes.slice(0, size.codes),
    lessOne: kept.lessOne.slice(0, size.codes),
    at: at.slice(0, size.codes),
    bits: bits.slice(0, size.bits),
    lists: lists.slice(0, size.lists),
  }
}

function distinctCodes(parts: readonly Moved[]): Uint32Array {
  const all = new Uint32Array(parts.reduce((sum, { postings }) => sum + postings.codes.length, 0))
  let filled = 0
  for (const { postings } of parts) {
    all.set(postings.codes, filled)
    filled += postings.codes.length
  }
  all.sort()
  return all.filter((code, i) => i === 0 || code !== all[i - 1])
}

/** The new places of the listings of a code. @returns how many. */
function gather(parts: readonly Moved[], code: number, into: Uint16Array): number {
  let n = 0
  for (const { postings, words, places } of parts) {
    const index = indexOf(postings.codes, code)
    if (index < 0) continue
    eachPlace(postings, index, words, (old) => {
      const place = places[old]!
      if (place >= 0) into[n++] = place
    })
  }
  return n
}
