import { isWordCode } from '../text/chars.ts'
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

/** One word of a pattern. */
interface Step {
  lexeme: string
  /** What every form of the word begins with. */
  stem: string
  /** Written forms are known by their beginning; parts of a compound stand as they are. */
  exact: boolean
  /** How many words after the one before it stands, at most. */
  within: number
}

/**
 * Makes ready to find the words of a search that must stand in a listing; those that must not are of no use
 * here. A written word counts as a form of a lexeme when it begins like it and ends as English words do.
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
  const patterns = way.phrase ? [phraseSteps(way.tsquery)] : way.lexemes.map((l) => stepsOf(l, 1))
  return { kind: 'words', patterns: patterns.filter((steps) => steps.length > 0), clause }
}

/** "cpc-a" is two words side by side. */
function stepsOf(lexeme: string, within: number): Step[] {
  const parts = lexeme.split(/[^\p{L}\p{N}]+/u).filter((part) => part !== '')
  return parts.map((part, i) => ({
    lexeme: part,
    stem: part.length > 3 ? part.replace(/[ei]$/, '') : part,
    exact: i < parts.length - 1 || /\d/.test(part),
    within: i === 0 ? within : 1,
  }))
}

/** Lexemes and distances of `'medic' <-> 'coder'`; a compound is followed by its own parts, which stand for it. */
function phraseSteps(tsquery: string): Step[] {
  const steps: Step[] = []
  for (const found of tsquery.matchAll(/(?:<(-|\d+)>\s*)?'((?:[^'\\]|''|\\.)*)'/gs)) {
    const lexeme = (found[2] ?? '').replace(
      /''|\\(.)/gs,
      (pair, sign: string) => sign || pair[1] || '',
    )
    const within = found[1] === undefined || found[1] === '-' ? 1 : Number(found[1])
    if (/\p{L}-/u.test(lexeme) && found.index + found[0].length < tsquery.length) continue
    steps.push(...stepsOf(lexeme, within))
  }
  return steps
}

interface Word {
  word: string
  start: number
  end: number
}

function wordsOf(text: string): Word[] {
  const small = lowered(text)
  const words: Word[] = []
  for (let at = 0; at < small.length; at += 1) {
    if (!isWordCode(small.charCodeAt(at))) continue
    const end = runEnd(small, at)
    words.push({ word: small.slice(at, end), start: at, end })
    at = end
  }
  return words
}

function wordsFound(
  words: readonly Word[],
  { patterns, clause }: Extract<Way, { kind: 'words' }>,
): FoundWords[] {
  const found: FoundWords[] = []
  for (let at = 0; at < words.length; at += 1) {
    for (const steps of patterns) {
      const last = matchedTo(words, at, steps)
      const [from, to] = [words[at], last === null ? undefined : words[last]]
      if (from !== undefined && to !== undefined) {
        found.push({ clause, start: from.start, end: to.end })
      }
    }
  }
  return found
}

/** The index of the last word of a pattern that begins at this word; null where it does not. */
function matchedTo(words: readonly Word[], at: number, steps: readonly Step[]): number | null {
  let last = at
  for (let i = 0; i < steps.length; i += 1) {
    const step = steps[i]
    if (step === undefined) return null
    const next = i === 0 ? at : stepAt(words, last, step)
    if (next === null || !isForm(words[next]?.word, step)) return null
    last = next
  }
  return last
}

function stepAt(words: readonly Word[], from: number, step: Step): number | null {
  for (let at = from + 1; at <= from + step.within; at += 1) {
    if (isForm(words[at]?.word, step)) return at
  }
  return null
}

/** What English puts behind a stem; a doubled letter may stand before it ("refer", "referring"). */
const ENDING =
  /^(?:[a-z]?(?:s|e|es|ed|er|ers|ing|ings)|[ei]?(?:y|ies|ied|ying|al|als|ally|ly|ance|ances|ence|ment|ments|ive|ively|ation|ations|ion|ions|ication|ications|able|ness|ful))$/

function isForm(word: string | undefined, { lexeme, stem, exact }: Step): boolean {
  if (word === undefined) return false
  if (word === lexeme) return true
  if (exact || !word.startsWith(stem)) return false
  const rest = word.slice(stem.length)
  if (stem.length < 4) return /^(?:s|es|e|ed|ing)$/.test(rest)
  return ENDING.test(rest)
}
