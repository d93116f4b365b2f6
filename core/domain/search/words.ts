/** One word of a search, or one phrase in quotes. */
export interface Unit {
  /** Without its quotes and its minus; never empty, never only blanks. */
  text: string
  phrase: boolean
  /** Where `text` begins in the search as typed. */
  start: number
}

/** What a search's words ask, before any dictionary is looked at. */
export interface ParsedWords {
  /** Every clause must hold, and a clause holds where one of its units does. Never empty inside. */
  all: Unit[][]
  /** None of these may hold. */
  none: Unit[]
}

/** Words and phrases after so many are not looked at, nor is what follows so many characters of one. */
export const MOST_UNITS = 64
export const LONGEST_UNIT = 200

/** A phrase in quotes of any style, or a run without blanks and quotes; each perhaps with a minus. */
const PIECE = /(-*)["“”„‟«»]([^"“”„‟«»]*)["“”„‟«»]|[^\s\0"“”„‟«»]+/gu

/**
 * Reads a search as people type it: words that all must stand; "quotes" for words side by side; `or` between two
 * words or phrases for either; a minus before one for without. Nothing is an error: a quote that is never
 * closed, an `or` or a minus with nothing beside it, are passed over.
 */
export function parseWords(q: string): ParsedWords {
  const all: Unit[][] = []
  const none: Unit[] = []
  let joined = false
  let left = MOST_UNITS
  for (const found of q.matchAll(PIECE)) {
    const piece = readPiece(found)
    if (piece === null) continue
    if (piece === 'or') {
      joined = all.length > 0
      continue
    }
    if (left === 0) break
    left -= 1
    const { without, ...unit } = piece
    const clause = joined ? all.at(-1) : undefined
    if (without) none.push(unit)
    else if (clause !== undefined) clause.push(unit)
    else all.push([unit])
    joined = false
  }
  return { all, none }
}

function readPiece(found: RegExpExecArray): (Unit & { without: boolean }) | 'or' | null {
  const [whole, minus = '', quoted] = found
  const phrase = quoted !== undefined
  if (!phrase && whole.toLowerCase() === 'or') return 'or'
  const signs = phrase ? minus : (/^-+/.exec(whole)?.[0] ?? '')
  const raw = phrase ? quoted : whole.slice(signs.length)
  const blanks = raw.length - raw.trimStart().length
  const text = raw.trim().replaceAll('\0', ' ').slice(0, LONGEST_UNIT).trimEnd()
  if (text === '') return null
  const start = found.index + signs.length + (phrase ? 1 : 0) + blanks
  return { text, phrase, start, without: signs !== '' }
}
