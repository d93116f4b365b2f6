import { kept } from '../../text/kept.ts'
import { NUMBER_WORDS } from '../../text/number-words.ts'
import { matchesOf } from '../../text/matches.ts'

/**
 * Wording family: amounts of time, however written: "2 years", "two (2) yrs.", "1-2 years", "18 mos",
 * "one and a half years", "at least a year", "2,000 hours", "6 months to 1 year", "up to 2 years".
 * Whether an amount is experience is decided elsewhere (experience.ts).
 */
export interface Amount {
  start: number
  end: number
  unit: 'year' | 'month' | 'week' | 'day' | 'hour'
  /** Months. "up to 2 years" has min 0. */
  min: number
  max: number | null
  conflict: boolean
  /** Written as a bare article: "a year". */
  article: boolean
  /** "2-year", "one-year": an adjective, as in "2-year degree". */
  hyphen: boolean
}

const WORD = Object.keys(NUMBER_WORDS)
  .sort((a, b) => b.length - a.length)
  .join('|')
const DIGITS = '\\d{1,3}(?:,\\d{3})?(?:\\.\\d{1,2})?(?: ?1/2| ?½)?|½'
const NUMBER = `(?:${DIGITS}|(?:${WORD})(?: and (?:a|one) half)?|half(?: a| of a)?)`
const PAREN = `(?: ?[([]? ?(${DIGITS}|${WORD}) ?[)\\]])`
const MORE = '(?: ?\\+|[- ]plus| or more| or greater| or above)?'
const PREFIX =
  '(up to|(?<!no |not )less than|(?<!no |not )fewer than|under|no more than|not more than|maximum(?: of)?|max\\.?(?: of)?|at most|<)? ?'
/** What may stand directly before a unit word; it must reach the end of the window. */
const BEFORE_UNIT = new RegExp(
  `(?:^|[^a-z0-9$.,%])${PREFIX}(${NUMBER})${PAREN}?(${MORE})(?: ?(?:-|to|through|or|and|/) ?(?:up to )?(${NUMBER})${PAREN}?${MORE})?( ?-? ?)(?:(?:full|calendar|consecutive|continuous|whole|complete|total|solid|combined|cumulative|recent|fte|full-time|progressive) ?){0,2}$`,
)
const UNIT =
  /(decade(?!s)|years?|yrs?|months?|mos?|mths?|weeks?|wks?|days?|hours?|hrs?)(?![a-z0-9])/g
const AFTER_UNIT =
  /^(?:\.(?= ?[a-z+-])|\(s\)|'s?)?(?: ?\+| or more| or (?:two|three|so)(?= of| in| as)| or greater|-plus| plus(?= of| in| exp| work|$))?/
const HALF_AFTER = /^ and (?:a|one)[ -]half/
const WINDOW = 72

const value = (text: string | undefined): number | null =>
  text === undefined ? null : figureOf(text)

const figureOf = kept((text: string): number | null => {
  const raw = text.trim().replace(',', '')
  if (raw.startsWith('half')) return 0.5
  const half = / and (?:a|one) half$/.test(raw) || /(?:1\/2|½)$/.test(raw) ? 0.5 : 0
  const core = raw.replace(/ and (?:a|one) half$/, '').replace(/ ?(?:1\/2|½)$/, '')
  if (core === '') return half
  const word = NUMBER_WORDS[core]
  const number = word ?? Number(core)
  return Number.isFinite(number) ? number + half : null
})

function months(amount: number, unit: Amount['unit']): number {
  switch (unit) {
    case 'year':
      return Math.round(amount * 12)
    case 'month':
      return Math.round(amount * 10) / 10
    case 'week':
      return Math.round((amount * 12) / 52)
    case 'day':
      return Math.round(amount / 30)
    case 'hour':
      // 2,000 hours is a full-time year in this trade's adverts and in apprenticeship rules.
      return Math.round((amount * 12) / 2000)
  }
}

function unitOf(word: string): Amount['unit'] {
  if (word.startsWith('y') || word === 'decade') return 'year'
  if (word.startsWith('m')) return 'month'
  if (word.startsWith('w')) return 'week'
  return word.startsWith('d') ? 'day' : 'hour'
}

/** "zero - six (0-6) months", "(2) years": the figures stand only in the parentheses. */
function parenthesised(text: string, from: number, unitAt: number, word: string): Amount | null {
  const match = /\((\d{1,2})(?: ?(?:-|to) ?(\d{1,2}))?\) ?$/.exec(text.slice(from, unitAt))
  if (match === null) return null
  const unit = unitOf(word)
  return {
    start: from + match.index,
    end: unitAt + word.length,
    unit,
    min: months(Number(match[1]), unit),
    max: match[2] === undefined ? null : months(Number(match[2]), unit),
    conflict: false,
    article: false,
    hyphen: false,
  }
}

function decade(at: number, unitAt: number, count: number, whole: string): Amount {
  const lead = whole.length - whole.replace(/^[^a-z0-9]*/, '').length
  const span = { start: at + lead, end: unitAt + 'decade'.length }
  const months = { min: count * 120, max: null }
  return { ...span, ...months, unit: 'year', conflict: false, article: false, hyphen: false }
}

function readOne(text: string, from: number, unitAt: number, unitWord: string): Amount | null {
  const windowStart = Math.max(from, unitAt - WINDOW)
  const match = BEFORE_UNIT.exec(text.slice(windowStart, unitAt))
  if (match === null) return parenthesised(text, windowStart, unitAt, unitWord)
  const [whole, limit, first, firstParen, plus, second, secondParen, joint] = match
  const low = value(first)
  if (low === null) return null
  if (unitWord === 'decade') return decade(windowStart + match.index, unitAt, low, whole)
  const lowDigit = value(firstParen) ?? low
  const high = value(secondParen) ?? value(second)
  const unit = unitOf(unitWord)
  const lead = whole.length - whole.replace(/^[^a-z0-9(<½]*/, '').length
  let end = unitAt + unitWord.length
  end += AFTER_UNIT.exec(text.slice(end, end + 12))?.[0].length ?? 0
  const half = HALF_AFTER.exec(text.slice(end, end + 14))
  if (half !== null) end += half[0].length
  const extra = half === null ? 0 : 0.5
  // The digit is taken where word and digit disagree ("three (5) years").
  const digit = /\d/.test(first ?? '') && firstParen !== undefined ? low : lowDigit
  const open = plus !== undefined && plus !== ''
  const capped = limit !== undefined && limit !== ''
  return {
    start: windowStart + match.index + lead,
    end,
    unit,
    min: capped ? 0 : months(digit + extra, unit),
    max: capped
      ? months(digit + extra, unit)
      : high !== null && !open && high > digit
        ? months(high, unit)
        : null,
    conflict: lowDigit !== low,
    article: /^an?$/.test((first ?? '').trim()),
    hyphen: (joint ?? '').includes('-'),
  }
}

/** "6 months to 1 year", "1 year - 3 years": two amounts that are one range. */
function joinRanges(text: string, amounts: Amount[]): Amount[] {
  const joined: Amount[] = []
  for (const amount of amounts) {
    const last = joined.at(-1)
    const between = last === undefined ? '' : text.slice(last.end, amount.start)
    // "from six months up to two years": the cap ends the range.
    if (
      last?.max === null &&
      between === ' ' &&
      amount.min === 0 &&
      (amount.max ?? 0) > last.min &&
      /\bfrom $/.test(text.slice(Math.max(0, last.start - 6), last.start))
    ) {
      joined[joined.length - 1] = { ...last, end: amount.end, max: amount.max }
      continue
    }
    if (last?.max === null && /^ ?(?:-|to|up to) ?$/.test(between) && amount.min > last.min)
      joined[joined.length - 1] = { ...last, end: amount.end, max: amount.max ?? amount.min }
    else joined.push(amount)
  }
  return joined
}

/** All amounts of time in a folded statement, in order. Looks back a fixed window from each unit word. */
export function findAmounts(text: string): Amount[] {
  const amounts: Amount[] = []
  let from = 0
  for (const match of matchesOf(UNIT, text)) {
    const amount = readOne(text, from, match.index, match[1] ?? '')
    if (amount === null) continue
    amounts.push(amount)
    from = amount.end
  }
  return amounts.length > 1 ? joinRanges(text, amounts) : amounts
}
