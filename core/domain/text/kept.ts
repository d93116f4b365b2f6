const MOST_KEPT = 4000

/**
 * A rule on a short text that keeps its answers: adverts repeat each other's headings and titles. The answer
 * must depend on the text alone and never be changed. Holds at most 4,000 answers, and none to a text over
 * 200 characters, which no other advert repeats.
 */
export function kept<T>(rule: (text: string) => T): (text: string) => T {
  const answers = new Map<string, T>()
  return (text) => {
    const held = answers.get(text)
    if (held !== undefined) return held
    const answer = rule(text)
    if (text.length > 200) return answer
    if (answers.size >= MOST_KEPT) answers.clear()
    answers.set(ownCopy(text), answer)
    return answer
  }
}

/**
 * The same characters as a string of its own. A piece cut out of a text may keep the whole text in memory;
 * what is kept longer than its advert is copied first.
 */
export function ownCopy(piece: string): string {
  return piece.split('').join('')
}
