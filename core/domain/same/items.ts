/** Small questions about lists of words; all lists here are sorted and hold each word once. */

export const equal = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((x, i) => x === b[i])

export const overlap = (a: readonly string[], b: readonly string[]): boolean =>
  a.some((x) => b.includes(x))

export const bothSay = (a: readonly string[], b: readonly string[]): boolean =>
  a.length > 0 && b.length > 0

/** Both say something, and have nothing in common. */
export const bothSayOther = (a: readonly string[], b: readonly string[]): boolean =>
  bothSay(a, b) && !overlap(a, b)

export const shown = (items: readonly string[]): string =>
  items.length === 0 ? 'none' : items.join(', ')
