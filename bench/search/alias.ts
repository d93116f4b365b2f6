/** Draws numbers by weight in constant time (Walker's alias method): 500 words a text would else be the slow part. */
export class AliasTable {
  readonly #keep: Float64Array
  readonly #other: Uint32Array

  /** `weights[i]` is how often `i` comes, in any unit. */
  constructor(weights: readonly number[]) {
    const n = weights.length
    const sum = weights.reduce((a, b) => a + b, 0)
    const share = weights.map((w) => (w * n) / sum)
    this.#keep = new Float64Array(n).fill(1)
    this.#other = Uint32Array.from({ length: n }, (_, i) => i)
    const small = share.flatMap((s, i) => (s < 1 ? [i] : []))
    const large = share.flatMap((s, i) => (s < 1 ? [] : [i]))
    for (;;) {
      const less = small.pop()
      const more = large.pop()
      if (less === undefined || more === undefined) break
      this.#keep[less] = share[less] ?? 1
      this.#other[less] = more
      const rest = (share[more] ?? 0) + (share[less] ?? 0) - 1
      share[more] = rest
      if (rest < 1) small.push(more)
      else large.push(more)
    }
  }

  /** A number drawn with one call of `random`. */
  draw(random: () => number): number {
    const at = random() * this.#keep.length
    const slot = Math.floor(at)
    return at - slot < (this.#keep[slot] ?? 1) ? slot : (this.#other[slot] ?? 0)
  }
}

/** Weights by rank: rank r (from 1) weighs r to the power of -s. */
export const zipf = (n: number, s: number): number[] =>
  Array.from({ length: n }, (_, r) => (r + 1) ** -s)
