import type { Synonyms } from './synonyms.ts'
import type { Alternative, TextQuery } from './text-query.ts'
import { parseWords, type ParsedWords, type Unit } from './words.ts'

/**
 * The ways to find one word as the database reads it: each a list of lexemes that all must stand. None for a
 * word that says nothing ("the").
 */
export type WordReading = readonly (readonly string[])[]

/** A phrase as the database reads it; null when all its words say nothing. */
export type PhraseReading = Alternative | null

/** What the database makes of words and phrases. */
export interface Readings {
  words: ReadonlyMap<string, WordReading>
  phrases: ReadonlyMap<string, PhraseReading>
}

/** One or several words of a search that mean one thing: a phrase, a word, or words that a group of synonyms holds. */
interface Piece {
  units: Unit[]
  concept: string | null
}

/** A search's words with what the synonyms make of them; every inner list is one of alternatives. */
export interface Meaning {
  all: Piece[][]
  none: Unit[]
}

/**
 * Finds the synonyms among a search's words: words beside each other ("billing specialist"), and a phrase that
 * is one of them. Words to be left out mean themselves alone.
 */
export function meaningOf(q: string, synonyms: Synonyms): Meaning {
  const { all, none } = parseWords(q)
  const clauses: Piece[][] = []
  for (const { units, joined } of runsOf(all)) {
    const pieces = piecesOf(units, synonyms)
    const [first, ...others] = pieces
    const before = clauses.at(-1)
    if (first === undefined) continue
    if (joined && before !== undefined) before.push(first)
    else clauses.push([first])
    clauses.push(...others.map((piece) => [piece]))
  }
  return { all: clauses, none }
}

/** The words between one `or` and the next; "billing specialist or coder" has two runs. */
function runsOf(all: ParsedWords['all']): { units: Unit[]; joined: boolean }[] {
  const runs: { units: Unit[]; joined: boolean }[] = []
  for (const clause of all) {
    clause.forEach((unit, i) => {
      const last = runs.at(-1)
      if (i > 0 || last === undefined) runs.push({ units: [unit], joined: i > 0 })
      else last.units.push(unit)
    })
  }
  return runs
}

function piecesOf(units: readonly Unit[], synonyms: Synonyms): Piece[] {
  const pieces: Piece[] = []
  for (let at = 0; at < units.length;) {
    const unit = units[at]
    if (unit === undefined) break
    const run = runFrom(units, at, unit, synonyms)
    pieces.push({ units: units.slice(at, at + (run?.count ?? 1)), concept: run?.concept ?? null })
    at += run?.count ?? 1
  }
  return pieces
}

function runFrom(
  units: readonly Unit[],
  at: number,
  unit: Unit,
  synonyms: Synonyms,
): { concept: string; count: number } | null {
  if (unit.phrase) return synonyms.runAt([unit.text], 0)
  const end = units.findIndex((u, i) => i > at && u.phrase)
  const words = units.slice(at, end === -1 ? undefined : end).map((u) => u.text)
  return synonyms.runAt(words, 0)
}

/** What the database must be asked before `textQueryOf`: words, with the parts of those with slashes, and phrases. */
export function toRead(meaning: Meaning): { words: string[]; phrases: string[] } {
  const units = [...meaning.all.flat().flatMap((piece) => piece.units), ...meaning.none]
  const words = units.flatMap((u) => (isOneWord(u) ? [u.text, ...slashParts(u.text)] : []))
  const phrases = units.flatMap((u) => (u.phrase ? phraseWays(u.text) : []))
  return { words: [...new Set(words)], phrases: [...new Set(phrases)] }
}

/** The search in lexemes; null when none of its words says anything. */
export function textQueryOf(meaning: Meaning, readings: Readings): TextQuery | null {
  const all = meaning.all.flatMap((pieces) => nonEmpty(pieces.flatMap((p) => ofPiece(p, readings))))
  const none = meaning.none.flatMap((unit) => nonEmpty(ofUnit(unit, readings)))
  return all.length === 0 && none.length === 0 ? null : { all, none }
}

const nonEmpty = (clause: Alternative[]): Alternative[][] => (clause.length === 0 ? [] : [clause])

function ofPiece({ units, concept }: Piece, readings: Readings): Alternative[] {
  const plain = together(
    units.map((unit) => ofUnit(unit, readings)),
    MOST_WAYS,
  )
  return concept === null ? plain : [plainly([concept]), ...plain]
}

function ofUnit(unit: Unit, readings: Readings): Alternative[] {
  if (!unit.phrase) return wordWays(unit.text, readings)
  // One word in quotes is that word as it is written: "CPC-A" is not CPC beside something else.
  const exact = isOneWord(unit) ? readings.words.get(unit.text)?.[0] : undefined
  if (exact?.length === 1) return [plainly(exact)]
  return phraseWays(unit.text).flatMap((way) => readings.phrases.get(way) ?? [])
}

/** The word as the database reads it, and where slashes join several ("billing/coding"), each of them. */
function wordWays(word: string, readings: Readings): Alternative[] {
  const whole = readings.words.get(word) ?? []
  const parts = slashParts(word).map((part) => readings.words.get(part) ?? [])
  const apart = parts.every((ways) => ways.length > 0) ? product(parts, MOST_WAYS) : []
  return [...whole, ...apart].map(plainly)
}

const isOneWord = ({ text, phrase }: Unit): boolean => !phrase || !/\s/.test(text)

function slashParts(word: string): string[] {
  const parts = word.split('/').filter((part) => part !== '')
  return parts.length > 1 ? parts : []
}

const phraseWays = (text: string): string[] =>
  text.includes('/') ? [text, text.replaceAll('/', ' ')] : [text]

/** Alternatives of several words that all must stand; words that say nothing are passed over. */
function together(words: readonly Alternative[][], most: number): Alternative[] {
  const [first, ...others] = words.filter((ways) => ways.length > 0)
  if (first === undefined) return []
  if (others.length === 0) return first
  return product(
    [first, ...others].map((ways) => ways.map((way) => way.lexemes)),
    most,
  ).map(plainly)
}

/** A synonym of eight words with hyphens has more ways to be read than anyone needs. */
const MOST_WAYS = 16

/** One of each, in every combination, at most `most`. No words at all: no way. */
function product(words: readonly WordReading[], most: number): string[][] {
  if (words.length === 0) return []
  let ways: string[][] = [[]]
  for (const word of words) {
    ways = ways.flatMap((way) => word.map((lexemes) => [...way, ...lexemes])).slice(0, most)
  }
  return ways
}

function plainly(lexemes: readonly string[]): Alternative {
  const each = [...new Set(lexemes)]
  return { lexemes: each, tsquery: each.map(quoted).join(' & '), phrase: false }
}

/** A lexeme as the text form of a tsquery holds it. */
const quoted = (lexeme: string): string =>
  `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
