import { NUMBER_WORDS } from '../../text/number-words.ts'

/** Small numbers and spans of time as adverts write them: "two", "3", "90 days", "six months". */

/** A source of patterns for one such number. */
export const SMALL_NUMBER =
  '(?:\\d{1,3}(?:\\.5)?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen|thirty|sixty|ninety)'

/** The value of a number word or figure; null when it is neither. */
export function smallNumber(word: string): number | null {
  const named = NUMBER_WORDS[word]
  if (named !== undefined) return named
  return /^\d{1,3}(?:\.\d+)?$/.test(word) ? Number(word) : null
}

const SPAN_OF_TIME = new RegExp(
  `\\b(${SMALL_NUMBER}|an?)(?: ?\\(\\d{1,3}\\))?[ -](?:(?:calendar|business|full|consecutive) )?(days?|weeks?|months?|years?)\\b`,
)

/** The first span of time in some folded words, in months; null when there is none. */
export function monthsIn(words: string): number | null {
  const match = SPAN_OF_TIME.exec(words)
  if (!match) return null
  const amount = smallNumber(match[1] ?? '')
  if (amount === null) return null
  const unit = match[2] ?? ''
  if (unit.startsWith('day')) return amount / 30
  if (unit.startsWith('week')) return amount / 4.345
  return unit.startsWith('month') ? amount : amount * 12
}
