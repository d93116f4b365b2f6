/** Answers under keys of which only so many are kept: when it is full, the older half goes. */
export class Kept<T> {
  readonly #answers = new Map<string, T>()
  readonly #most: number

  constructor(most: number) {
    this.#most = most
  }

  get(key: string, make: () => T): T {
    let answer = this.#answers.get(key)
    if (answer === undefined) {
      answer = make()
      if (this.#answers.size >= this.#most) this.#forgetHalf()
      this.#answers.set(key, answer)
    }
    return answer
  }

  #forgetHalf(): void {
    let half = this.#most / 2
    for (const old of this.#answers.keys()) {
      if (half-- <= 0) return
      this.#answers.delete(old)
    }
  }
}
