/**
 * Sets of listings as bits, 32 to a number. Here and in the loops of this folder `!` stands after a read of a
 * typed array: such a read inside its length is a number, and a check would cost as much as the read.
 */
export const wordsFor = (n: number): number => (n + 31) >>> 5

export const hasBit = (bits: Uint32Array, i: number): boolean =>
  (bits[i >>> 5]! & (1 << (i & 31))) !== 0

export function setBit(bits: Uint32Array, i: number): void {
  bits[i >>> 5]! |= 1 << (i & 31)
}

export function clearBit(bits: Uint32Array, i: number): void {
  bits[i >>> 5]! &= ~(1 << (i & 31))
}

/** The set of all numbers below `n`. */
export function allBits(n: number): Uint32Array {
  const bits = new Uint32Array(wordsFor(n)).fill(0xffffffff)
  if ((n & 31) !== 0) bits[bits.length - 1] = (1 << (n & 31)) - 1
  return bits
}

export function countWord(word: number): number {
  let x = word - ((word >>> 1) & 0x55555555)
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333)
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** How many are set in the first `words` numbers. */
export function countBits(bits: Uint32Array, words: number): number {
  let n = 0
  for (let w = 0; w < words; w += 1) {
    const word = bits[w]!
    if (word !== 0) n += countWord(word)
  }
  return n
}
