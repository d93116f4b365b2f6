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

/** Lexemes that stand after each other. */
interface Pattern {
  clause: number
  steps: readonly Step[]
}

interface Step {
  lexeme: string
  /** How many words of the text it covers: two for "cpc-a". */
  words: number
  /** How many words after the one before it stands, at most. */
  within: number
}

interface Sought {
  patterns: Pattern[]
  /** Concept -> clauses that ask for it. */
  concepts: Map<string, number[]>
}

/**
 * Makes ready to find the words of a search that must stand in a listing; those that must not are of no use
 * here. A text is passed over at the speed of one regular expression: words are looked at only where they
 * begin like one that is sought.
 */
export function findWords(query: TextQuery, synonyms: Synonyms): WordFinder {
  const sought = soughtBy(query)
  const beginnings = new Set([
    ...sought.patterns.flatMap(({ steps }) => steps.slice(0, 1).map(beginningOf)),
    ...[...sought.concepts.keys()].flatMap((concept) => synonyms.firstWords(concept)),
  ])
  beginnings.delete('')
  if (beginnings.size === 0) return () => []
  // The quick test for the edge of a word knows letters of ASCII only.
  const edge = [...beginnings].every((word) => /^[a-z0-9]/.test(word)) ? '\\b' : '(?<![a-z0-9])'
  const begins = new RegExp(`${edge}(?:${[...beginnings].map(escaped).join('|')})`, 'g')
  return (text) => {
    const small = lowered(text)
    const found: FoundWords[] = []
    begins.lastIndex = 0
    for (let match = begins.exec(small); match !== null; match = begins.exec(small)) {
      // One beginning may hide a longer one of the same word: all that is sought is tried here.
      const start = runStart(small, match.index)
      const end = runEnd(small, start)
      begins.lastIndex = end
      addPatterns(found, small, start, sought.patterns)
      if (sought.concepts.size > 0) addConcepts(found, synonyms, { text, small, start }, sought)
    }
    return found.sort((a, b) => a.start - b.start || b.end - a.end)
  }
}

function soughtBy(query: TextQuery): Sought {
  const sought: Sought = { patterns: [], concepts: new Map() }
  query.all.forEach((ways, clause) => {
    for (const way of ways) {
      const [first = ''] = way.lexemes
      if (way.lexemes.length === 1 && first.startsWith('#')) {
        sought.concepts.set(first, [...(sought.concepts.get(first) ?? []), clause])
      } else sought.patterns.push(...patternsOf(way).map((steps) => ({ clause, steps })))
    }
  })
  return sought
}

const patternsOf = (way: Alternative): Step[][] =>
  way.phrase ? [phraseSteps(way.tsquery)] : way.lexemes.map((lexeme) => [stepOf(lexeme, 1)])

function stepOf(written: string, within: number): Step {
  // The hyphen of "ICD-10" is taken for the sign of a number.
  const lexeme = written.replace(/^[-+/]+/, '')
  return {
    lexeme,
    words: Math.max(1, lexeme.split(NO_WORD).filter((w) => w !== '').length),
    within,
  }
}

const NO_WORD = /[^\p{L}\p{N}]+/u

/** Lexemes and distances of `'medic' <-> 'coder'`. */
function phraseSteps(tsquery: string): Step[] {
  const steps: Step[] = []
  let parts = 0
  for (const [, distance = '-', quoted = ''] of tsquery.matchAll(LEXEME)) {
    const step = stepOf(unquoted(quoted), distance === '-' ? 1 : Number(distance))
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

/** What the forms of a word begin with: "remot" for remote, "entr" for entry; of a compound its first word. */
function beginningOf({ lexeme, words }: Step): string {
  if (words > 1) return lexeme.split(NO_WORD)[0] ?? ''
  return lexeme.length < 3 ? lexeme : lexeme.replace(/[ei]$/, '')
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')

function runStart(small: string, at: number): number {
  let start = at
  while (start > 0 && isWordCode(small.charCodeAt(start - 1))) start -= 1
  return start
}

function addPatterns(
  found: FoundWords[],
  small: string,
  start: number,
  patterns: readonly Pattern[],
): void {
  for (const { clause, steps } of patterns) {
    const end = endOf(small, start, steps)
    if (end !== -1) found.push({ clause, start, end })
  }
}

function addConcepts(
  found: FoundWords[],
  synonyms: Synonyms,
  at: { text: string; small: string; start: number },
  { concepts }: Sought,
): void {
  for (const span of synonyms.spansFrom(at.text, at.small, at.start)) {
    for (const concept of span.concepts) {
      for (const clause of concepts.get(concept) ?? []) {
        found.push({ clause, start: span.start, end: span.end })
      }
    }
  }
}

/** Where a pattern that begins with this word ends; -1 where none does. */
function endOf(small: string, from: number, steps: readonly Step[]): number {
  let at = from
  let end = -1
  for (const [i, step] of steps.entries()) {
    if (i > 0) at = nextRun(small, end)
    end = stepEnd(small, at, step)
    for (let n = 1; i > 0 && end === -1 && n < step.within; n += 1) {
      at = nextRun(small, runEnd(small, at))
      end = stepEnd(small, at, step)
    }
    if (end === -1) return -1
  }
  return end
}

/** Where the words of one lexeme that begin here end; -1 where other words stand. */
function stepEnd(small: string, start: number, { lexeme, words }: Step): number {
  if (small.charCodeAt(start) !== lexeme.charCodeAt(0)) return -1
  let end = runEnd(small, start)
  for (let n = 1; n < words; n += 1) end = runEnd(small, nextRun(small, end))
  const written = small.slice(start, end)
  return written === lexeme || stem(written) === lexeme ? end : -1
}

function nextRun(small: string, from: number): number {
  let at = from
  while (at < small.length && !isWordCode(small.charCodeAt(at))) at += 1
  return at
}
