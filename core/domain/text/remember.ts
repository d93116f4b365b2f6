/**
 * A pure function of a string that keeps its answers: headings, amounts and names of credentials recur from
 * advert to advert. The store is emptied when it holds `most` answers, so a strange text cannot fill it.
 */
export function remembered<T>(answer: (words: string) => T, most = 5_000): (words: string) => T {
  const held = new Map<string, { value: T }>()
  return (words) => {
    const known = held.get(words)
    if (known !== undefined) return known.value
    const value = answer(words)
    if (held.size >= most) held.clear()
    held.set(words, { value })
    return value
  }
}
