import { grown } from './growing.ts'

/** What a snapshot keeps of a dictionary. */
export interface TermParts {
  letters: Uint8Array
  ends: Uint32Array
}

/**
 * Lexemes by number, numbers by lexeme, in a few typed arrays: some twenty bytes a lexeme, where a Map takes a
 * hundred. Numbers are given from 0 and never taken back.
 */
export class Terms {
  size = 0
  #letters: Uint8Array = new Uint8Array(1024)
  /** Where each lexeme ends in `#letters`. */
  #ends: Uint32Array = new Uint32Array(64)
  /** Open addressing: number + 1, 0 = free; at most two thirds full. */
  #slots = new Uint32Array(128)
  #coded = new Uint8Array(64)

  /** @returns the number of a lexeme; -1 for one that was never added. */
  find(term: string): number {
    const length = this.#code(term)
    return this.#slots[this.#slotOf(length)]! - 1
  }

  /** @returns the number of a lexeme, given now where it is new. */
  add(term: string): number {
    const length = this.#code(term)
    const slot = this.#slotOf(length)
    const known = this.#slots[slot]!
    if (known !== 0) return known - 1
    const start = this.#startOf(this.size)
    this.#letters = grown(this.#letters, start + length)
    for (let i = 0; i < length; i += 1) this.#letters[start + i] = this.#coded[i]!
    this.#ends = grown(this.#ends, this.size + 1)
    this.#ends[this.size] = start + length
    this.size += 1
    this.#slots[slot] = this.size
    if (this.size * 3 > this.#slots.length * 2) this.#spread()
    return this.size - 1
  }

  bytes(): number {
    return this.#letters.byteLength + this.#ends.byteLength + this.#slots.byteLength
  }

  /** What is known now; lexemes added later do not change it. */
  parts(): TermParts {
    return {
      letters: this.#letters.subarray(0, this.#startOf(this.size)),
      ends: this.#ends.subarray(0, this.size),
    }
  }

  static from({ letters, ends }: TermParts): Terms {
    const terms = new Terms()
    terms.size = ends.length
    terms.#letters = letters
    terms.#ends = ends
    terms.#slots = new Uint32Array(slotsFor(ends.length))
    terms.#fill()
    return terms
  }

  #startOf(term: number): number {
    return term === 0 ? 0 : this.#ends[term - 1]!
  }

  /** A code unit below 128 is one byte, any other a zero byte and its two. @returns how many bytes. */
  #code(term: string): number {
    this.#coded = grown(this.#coded, term.length * 3)
    const coded = this.#coded
    let n = 0
    for (let i = 0; i < term.length; i += 1) {
      const unit = term.charCodeAt(i)
      if (unit > 0 && unit < 128) coded[n++] = unit
      else {
        coded[n++] = 0
        coded[n++] = unit >>> 8
        coded[n++] = unit & 255
      }
    }
    return n
  }

  /** The slot that holds the coded lexeme, or the free one where it would stand. */
  #slotOf(length: number): number {
    const mask = this.#slots.length - 1
    const coded = this.#coded
    let slot = hashOf(coded, 0, length) & mask
    for (;;) {
      const held = this.#slots[slot]!
      if (held === 0 || this.#is(held - 1, length)) return slot
      slot = (slot + 1) & mask
    }
  }

  #is(term: number, length: number): boolean {
    const start = this.#startOf(term)
    if (this.#ends[term]! - start !== length) return false
    for (let i = 0; i < length; i += 1) {
      if (this.#letters[start + i] !== this.#coded[i]) return false
    }
    return true
  }

  #spread(): void {
    this.#slots = new Uint32Array(this.#slots.length * 2)
    this.#fill()
  }

  #fill(): void {
    const mask = this.#slots.length - 1
    for (let term = 0; term < this.size; term += 1) {
      let slot = hashOf(this.#letters, this.#startOf(term), this.#ends[term]!) & mask
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask
      this.#slots[slot] = term + 1
    }
  }
}

function slotsFor(size: number): number {
  let slots = 128
  while (size * 3 > slots * 2) slots *= 2
  return slots
}

/** FNV-1a, stirred once more: the low bits choose the slot. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5
  for (let i = start; i < end; i += 1) hash = Math.imul(hash ^ bytes[i]!, 0x01000193)
  return hash ^ (hash >>> 15)
}
