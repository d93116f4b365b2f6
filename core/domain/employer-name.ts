/** Legal forms and articles: they never tell two employers apart. */
const LEGAL =
  /\b(?:inc|incorporated|llc|l\.?l\.?c|ltd|limited|corp|corporation|co|company|lp|llp|lllp|pllc|plc|pc|p\.c|pa|p\.a|psc|nfp|dba|the)\b/g

const SPELLED: readonly (readonly [RegExp, string])[] = [
  [/&|\+/g, ' and '],
  [/\bst\b/g, 'saint'],
  [/\bmt\b/g, 'mount'],
  [/\bft\b/g, 'fort'],
  [/\bmed ?ctr\b/g, 'medical center'],
  [/\bctrs?\b|\bcentres?\b|\bcenters\b/g, 'center'],
  [/\buniv\b/g, 'university'],
  [/\bhosp\b/g, 'hospital'],
  [/\bassocs?\b/g, 'associates'],
  [/\bgrp\b/g, 'group'],
  [/\bhealth ?care\b/g, 'healthcare'],
]

/**
 * An employer's name reduced to what tells employers apart: lower case, no accents, no punctuation, no
 * legal form, common short forms spelled out. Generic words ("Services", "Systems") stay: they do tell
 * employers apart. '' when nothing is left.
 */
export function normaliseEmployer(name: string): string {
  let text = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’'`]/g, '')
    .replace(/\bl\.l\.c\b\.?/g, 'llc')
    .replace(/\bp\.(?:c|a)\b\.?/g, ' ')
  for (const [from, to] of SPELLED) text = text.replace(from, to)
  const words = text
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(LEGAL, ' ')
    .trim()
  return words.replace(/\s+/g, ' ')
}
