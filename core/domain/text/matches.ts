/**
 * All matches of a pattern with the `g` flag, in order. The same as `matchAll`, without the copy of the
 * pattern that `matchAll` makes at every call: the reader asks some hundred times an advert.
 */
export function matchesOf(pattern: RegExp, text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    found.push(match)
    if (match[0] === '') pattern.lastIndex += 1
  }
  pattern.lastIndex = 0
  return found
}
