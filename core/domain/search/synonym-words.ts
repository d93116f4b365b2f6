import { isWordCode } from '../text/chars.ts'

/** A word of a dictionary's entry or of a text. */
export interface Token {
  /** In small letters; "&" is "and". */
  word: string
  /** As written. */
  raw: string
}

/** The words of a text; hyphens, slashes and all other signs stand between them. */
export function tokensOf(text: string): Token[] {
  const small = lowered(text)
  const found: Token[] = []
  for (let at = 0; at < text.length; at += 1) {
    if (text.charCodeAt(at) === AND_SIGN) found.push({ word: 'and', raw: '&' })
    const end = runEnd(small, at)
    if (end === at) continue
    found.push({ word: small.slice(at, end), raw: text.slice(at, end) })
    at = end - 1
  }
  return found
}

/** In small letters, position by position: some letters would become two. */
export function lowered(text: string): string {
  const small = text.toLowerCase()
  return small.length === text.length
    ? small
    : text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
}

/** Where the run of letters and digits that begins at `at` ends; `at` itself where none does. */
export function runEnd(small: string, at: number): number {
  let end = at
  while (end < small.length && isWordCode(small.charCodeAt(end))) end += 1
  return end
}

const WIDEST_GAP = 3
const AND_SIGN = 38

/**
 * Where the next word of the same phrase stands: after a few blanks, hyphens, slashes or apostrophes, and nothing else.
 * `end` is `start` where there is none.
 */
export function nextWord(small: string, from: number): { start: number; end: number } {
  let start = from
  while (start - from < WIDEST_GAP && isGap(small.charCodeAt(start))) start += 1
  if (small.charCodeAt(start) === AND_SIGN) return { start, end: start + 1 }
  return { start, end: runEnd(small, start) }
}

export const isAndSign = (code: number): boolean => code === AND_SIGN

function isGap(code: number): boolean {
  return (
    code === 32 ||
    code === 39 ||
    code === 45 ||
    code === 47 ||
    code === 160 ||
    code === 0x2019 ||
    code === 0x2212 ||
    (code >= 0x2010 && code <= 0x2014)
  )
}

/** All letters are capitals: it counts in an advert only as it is. */
export const isAbbreviation = (raw: string): boolean => /^\p{Lu}[\p{Lu}\p{N}]*$/u.test(raw)

/** The word for one of what it names; an abbreviation stays. */
export function singular({ word, raw }: Token): string {
  if (isAbbreviation(raw) || word.length < 4) return word
  if (/[^aeiou]ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`
  if (/(?:ss|x|ch|sh)es$/.test(word)) return word.slice(0, -2)
  return /[^sui]s$/.test(word) ? word.slice(0, -1) : word
}

/** How the word is written for one and for many. */
export function spellings(token: Token): string[] {
  const one = singular(token)
  if (one.length < 2 || /\d$/.test(one)) return [one]
  if (isAbbreviation(token.raw)) return [one, `${one}s`]
  if (/[^aeiou]y$/.test(one)) return [one, `${one.slice(0, -1)}ies`]
  return [one, /(?:s|x|ch|sh)$/.test(one) ? `${one}es` : `${one}s`]
}
