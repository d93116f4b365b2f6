import { isWordCode } from '../text/chars.ts'
import { stem } from './stem.ts'
import { lowered, runEnd } from './synonym-words.ts'
import type { Synonyms } from './synonyms.ts'
import type { Alternative, TextQuery } from './text-query.ts'

/** Words of a text that one of the search's clauses found. */
export interface FoundWords {
  /** Index of the clause in `all`. */
  clause: number
  start: number
  end: number
}

/** Finds in a text what a search asks, nearly as the database does; in the order of the text, perhaps nested. */
export type WordFinder = (text: string) => FoundWords[]

/** How one alternative is looked for: one of the synonyms, or patterns of words. */
type Way =
  | { kind: 'concept'; concept: string; clause: number }
  | { kind: 'words'; patterns: readonly Step[][]; clause: number }

/** One lexeme of a pattern. */
interface Step {
  lexeme: string
  /** How many words of the text it covers: two for "cpc-a". */
  words: number
  /** How many words after the one before it stands, at most. */
  within: number
}

/**
 * Makes ready to find the words of a search that must stand in a listing; those that must not are of no use
 * here.
 */
export function findWords(query: TextQuery, synonyms: Synonyms): WordFinder {
  const ways = query.all.flatMap((clause, i) => clause.map((way) => wayOf(way, i)))
  const concepts = new Map<string, number[]>()
  for (const way of ways) {
    if (way.kind !== 'concept') continue
    concepts.set(way.concept, [...(concepts.get(way.concept) ?? []), way.clause])
  }
  return (text) => {
    const found: FoundWords[] = []
    if (concepts.size > 0) {
      for (const span of synonyms.spansIn(text)) {
        for (const clause of clausesOf(span.concepts, concepts)) {
          found.push({ clause, start: span.start, end: span.end })
        }
      }
    }
    const words = wordsOf(text)
    for (const way of ways) if (way.kind === 'words') found.push(...wordsFound(words, way))
    return found.sort((a, b) => a.start - b.start || b.end - a.end)
  }
}

const clausesOf = (
  concepts: readonly string[],
  wanted: ReadonlyMap<string, number[]>,
): number[] => [...new Set(concepts.flatMap((concept) => wanted.get(concept) ?? []))]

function wayOf(way: Alternative, clause: number): Way {
  const [first] = way.lexemes
  if (way.lexemes.length === 1 && first?.startsWith('#') === true) {
    return { kind: 'concept', concept: first, clause }
  }
  const patterns = way.phrase ? [phraseSteps(way.tsquery)] : way.lexemes.map((l) => [stepOf(l, 1)])
  return { kind: 'words', patterns, clause }
}

function stepOf(written: string, within: number): Step {
  // The hyphen of "ICD-10" is taken for the sign of a number.
  const lexeme = written.replace(/^[-+/]+/, '')
  return { lexeme, words: wordsOf(lexeme).length, within }
}

/** Lexemes and distances of `'medic' <-> 'coder'`. */
function phraseSteps(tsquery: string): Step[] {
  const steps: Step[] = []
  let parts = 0
  for (const [, distance, quoted = ''] of tsquery.matchAll(LEXEME)) {
    const step = stepOf(
      unquoted(quoted),
      distance === undefined || distance === '-' ? 1 : Number(distance),
    )
    // The parts that follow a compound in the database are the words it covers in the text.
    if (parts > 0 && step.words === 1) {
      parts -= 1
      continue
    }
    parts = quoted.includes('-') && step.words > 1 ? step.words : 0
    steps.push(step)
  }
  return steps
}

const LEXEME = /(?:<(-|\d+)>\s*)?'((?:[^'\\]|''|\\.)*)'/gs

const unquoted = (quoted: string): string =>
  quoted.replace(/''|\\(.)/gs, (pair, sign: string | undefined) => sign ?? pair.charAt(0))

interface Words {
  /** The text in small letters. */
  small: string
  starts: number[]
  ends: number[]
  length: number
}

function wordsOf(text: string): Words {
  const small = lowered(text)
  const words: Words = { small, starts: [], ends: [], length: 0 }
  for (let at = 0; at < small.length; at += 1) {
    if (!isWordCode(small.charCodeAt(at))) continue
    const end = runEnd(small, at)
    words.starts.push(at)
    words.ends.push(end)
    words.length += 1
    at = end
  }
  return words
}

function wordsFound(
  words: Words,
  { patterns, clause }: Extract<Way, { kind: 'words' }>,
): FoundWords[] {
  const found: FoundWords[] = []
  for (let at = 0; at < words.length; at += 1) {
    for (const steps of patterns) {
      const end = endOf(words, at, steps)
      if (end !== null) found.push({ clause, start: words.starts[at] ?? 0, end })
    }
  }
  return found
}

/** Where a pattern that begins at this word ends; null where none does. */
function endOf(words: Words, from: number, steps: readonly Step[]): number | null {
  let next = from
  for (const [i, step] of steps.entries()) {
    const latest = i === 0 ? from : next + step.within - 1
    let at = next
    while (at <= latest && !stands(words, at, step)) at += 1
    if (at > latest) return null
    next = at + step.words
  }
  return steps.length === 0 ? null : (words.ends[next - 1] ?? null)
}

function stands({ small, starts, ends }: Words, at: number, { lexeme, words }: Step): boolean {
  const start = starts[at]
  const end = ends[at + words - 1]
  if (start === undefined || end === undefined || small[start] !== lexeme[0]) return false
  const written = small.slice(start, end)
  return written === lexeme || stem(written) === lexeme
}
