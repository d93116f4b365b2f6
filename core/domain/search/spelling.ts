import { parseWords } from './words.ts'

/** Words that stand in listings, for suggestions. */
export interface Vocabulary {
  has: (word: string) => boolean
  /** Words of so many letters. */
  ofLength: (letters: number) => readonly Entry[]
}

interface Entry {
  word: string
  count: number
  /** Which letters it holds, one bit each. */
  letters: number
}

const SHORTEST = 3
const LONGEST = 40
const MOST_SUGGESTIONS = 3

/** Makes ready from words in small letters and how many listings hold each; words with signs or digits are left out. */
export function buildVocabulary(counts: Iterable<readonly [string, number]>): Vocabulary {
  const all = new Map<string, number>()
  for (const [word, count] of counts) {
    const fits = word.length >= SHORTEST && word.length <= LONGEST && /^\p{L}+$/u.test(word)
    if (fits) all.set(word, Math.max(count, all.get(word) ?? 0))
  }
  const byLength = new Map<number, Entry[]>()
  for (const [word, count] of all) {
    const entry = { word, count, letters: lettersOf(word) }
    const same = byLength.get(word.length)
    if (same === undefined) byLength.set(word.length, [entry])
    else same.push(entry)
  }
  return { has: (word) => all.has(word), ofLength: (letters) => byLength.get(letters) ?? [] }
}

interface Typed {
  word: string
  start: number
  end: number
}

/** The words of a search that must stand, in small letters, each where it begins; those in quotes too. */
function typedWords(q: string): Typed[] {
  return parseWords(q)
    .all.flat()
    .flatMap(({ text, start }) =>
      [...text.matchAll(/\p{L}+/gu)].map((found) => ({
        word: found[0].toLowerCase(),
        start: start + found.index,
        end: start + found.index + found[0].length,
      })),
    )
    .filter(({ word }) => word.length >= SHORTEST && word.length <= LONGEST)
}

/** The words of a search for which another spelling may be looked for, in small letters, each once. */
export const wordsToSpell = (q: string): string[] => [...new Set(typedWords(q).map((t) => t.word))]

/**
 * The search with other spellings of the words that are not `known`, the likeliest first, at most three; the
 * rest stays as typed. One letter wrong, missing, added or swapped with its neighbour in words of up to five
 * letters, two in longer ones; or a blank left out between two words.
 */
export function suggest(
  q: string,
  known: (word: string) => boolean,
  vocabulary: Vocabulary,
): string[] {
  const wrong = typedWords(q).filter(({ word }) => !known(word))
  const ways = new Map<string, readonly string[]>()
  for (const { word } of wrong) {
    if (!ways.has(word) && ways.size < MOST_WRONG) ways.set(word, nearestTo(word, vocabulary))
  }
  const mendable = wrong.filter(({ word }) => (ways.get(word)?.length ?? 0) > 0)
  if (mendable.length === 0) return []
  const best = (word: string): string => ways.get(word)?.[0] ?? word
  const found = new Set([replaced(q, mendable, best)])
  // Then one word at a time in its next likeliest way.
  for (let n = 1; n < MOST_SUGGESTIONS; n += 1) {
    for (const { word } of mendable) {
      const next = ways.get(word)?.[n]
      if (next === undefined) continue
      found.add(replaced(q, mendable, (other) => (other === word ? next : best(other))))
    }
  }
  return [...found].slice(0, MOST_SUGGESTIONS)
}

/** A search of more misspelt words than this is no search. */
const MOST_WRONG = 5

function replaced(q: string, typed: readonly Typed[], by: (word: string) => string): string {
  let out = ''
  let from = 0
  for (const { word, start, end } of typed) {
    out += q.slice(from, start) + by(word)
    from = end
  }
  return out + q.slice(from)
}

/** The words that need the fewest changes: first those of the same first letter, then those in most listings, then by the alphabet. */
function nearestTo(word: string, vocabulary: Vocabulary): string[] {
  const most = word.length <= 5 ? 1 : 2
  const letters = lettersOf(word)
  const near: { word: string; count: number; changes: number }[] = apart(word, vocabulary)
  for (let length = word.length - most; length <= word.length + most; length += 1) {
    for (const entry of vocabulary.ofLength(length)) {
      // A change takes one letter away and brings another.
      if (bits(letters ^ entry.letters) > 2 * most) continue
      const changes = distance(word, entry.word, most)
      if (changes > 0 && changes <= most) near.push({ ...entry, changes })
    }
  }
  const other = (candidate: string): number => Number(candidate[0] !== word[0])
  const fewest = Math.min(...near.map(({ changes }) => changes))
  return near
    .filter(({ changes }) => changes === fewest)
    .sort(
      (a, b) => other(a.word) - other(b.word) || b.count - a.count || (a.word < b.word ? -1 : 1),
    )
    .slice(0, MOST_SUGGESTIONS)
    .map((candidate) => candidate.word)
}

/** "medicalbilling": both halves are words. */
function apart(
  word: string,
  vocabulary: Vocabulary,
): { word: string; count: number; changes: number }[] {
  const found = []
  for (let at = SHORTEST; at <= word.length - SHORTEST; at += 1) {
    const [left, right] = [word.slice(0, at), word.slice(at)]
    if (vocabulary.has(left) && vocabulary.has(right)) {
      found.push({ word: `${left} ${right}`, count: 0, changes: 1 })
    }
  }
  return found
}

function lettersOf(word: string): number {
  let bit = 0
  for (let i = 0; i < word.length; i += 1) bit |= 1 << (word.charCodeAt(i) & 31)
  return bit
}

function bits(n: number): number {
  let count = 0
  for (let rest = n; rest !== 0; rest &= rest - 1) count += 1
  return count
}

/**
 * Letters to change, add, leave out or swap with a neighbour, each place touched once (Damerau-Levenshtein,
 * optimal string alignment); `most` + 1 for anything beyond `most`.
 */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before = new Array<number>(b.length + 1).fill(0)
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    let least = i
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1]
      let changes = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (same ? 0 : 1),
      )
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        changes = Math.min(changes, (before[j - 2] ?? 0) + 1)
      }
      row.push(changes)
      least = Math.min(least, changes)
    }
    if (least > most) return most + 1
    before = last
    last = row
  }
  return Math.min(last[b.length] ?? most + 1, most + 1)
}
