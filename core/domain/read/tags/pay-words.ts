import type { PayUnit } from '../../tags.ts'
import { matchesOf } from '../../text/matches.ts'

/** One amount or range as written, before it is known to be pay. Positions are in the folded words given. */
export interface Amount {
  start: number
  end: number
  low: number
  high: number
  range: boolean
  unit: PayUnit | null
  /** A dollar sign, or "USD", stands by it. */
  dollars: boolean
  /** "$19+" or "and up". */
  open: boolean
}

const NUMBER = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d{1,4})?|\\d{1,7}(?:\\.\\d{1,4})?'
const SIGN = '(?:usd ?\\$?|us ?\\$|\\$)'
const UNIT =
  '(?:(?:\\/|\\bper\\b|\\ban?\\b|\\beach\\b|\\bevery\\b)? ?-?(?:hourly|hours?\\b|hrs?\\b|annually|annum\\b|annual\\b|years?\\b|yrs?\\b|yearly|weekly|weeks?\\b|wks?\\b|bi-?weekly|every two weeks|two weeks\\b|pay period|months?\\b|monthly|mos?\\b|days?\\b|daily|chart\\b|encounter\\b|claim\\b|record\\b|case\\b|visit\\b)|p\\/h|ph\\b|\\/ ?h\\b|\\bpa\\b)'
const GLUE = '(?: ?\\((?:min(?:imum)?|max(?:imum)?|usd|hourly|annually)\\))?'
const ONE = `(${SIGN})? ?(${NUMBER})( ?k\\b)?(?: ?(?:usd|dollars))?`

const RANGE = new RegExp(
  `${ONE} ?(\\+)? ?(${UNIT})?${GLUE}(?: ?(?:usd|base|minimum))?\\s*(?:-{1,2}|\\bto\\b|\\band\\b|\\bthrough\\b|\\bthru\\b|~)\\s*(?:a (?:maximum|max|high) of |up to |maximum of |max(?:imum)?:? ?)?${ONE} ?(${UNIT})?`,
  'g',
)
const SINGLE = new RegExp(
  `${ONE} ?(\\+|\\bplus\\b(?= (?:depending|doe|based|per))|and up\\b|or more\\b)? ?(${UNIT})?`,
  'g',
)
const MIN_MAX = new RegExp(
  `\\bmin(?:imum)?(?: (?:pay|salary|rate|hourly|hire rate|hiring rate|range|compensation|wage|annual))*\\s*[:=-]?\\s*${ONE} ?(${UNIT})?(?:[^$\\d]{0,20}\\bmid[^$\\d]{0,15}\\$?[\\d,.]{1,12})?[^$\\d]{0,40}\\bmax(?:imum)?(?: (?:pay|salary|rate|hourly|hire rate|hiring rate|range|compensation|wage|annual))*\\s*[:=-]?\\s*${ONE} ?(${UNIT})?`,
  'g',
)

/** The unit that some words name; null when they name none. */
export function unitOf(words: string | undefined): PayUnit | null {
  if (words === undefined) return null
  if (/bi-?weekly|two weeks|pay period/.test(words)) return 'biweek'
  if (/hour|hr|p\/h|ph\b|\/ ?h\b/.test(words)) return 'hour'
  if (/annual|annum|year|yr|\bpa\b/.test(words)) return 'year'
  if (/week|wk/.test(words)) return 'week'
  if (/month|\bmos?\b|\/ ?mo/.test(words)) return 'month'
  if (/day|daily/.test(words)) return 'day'
  return /chart|encounter|claim|record|case|visit/.test(words) ? 'chart' : null
}

/** What sizes a pay of this unit can have in these trades; wider than usual, so that only nonsense falls. */
export const PLAUSIBLE: Record<PayUnit, readonly [number, number]> = {
  hour: [7.25, 250],
  day: [50, 3000],
  week: [200, 9000],
  biweek: [400, 18000],
  month: [1000, 40000],
  year: [12000, 700000],
  chart: [0.1, 100],
  percent: [0.5, 30],
}

/** The unit by size when none is written (tags.md 9); null for sizes that fit none. */
export function unitBySize(low: number, high: number): PayUnit | null {
  if (low >= 7.25 && high <= 250) return 'hour'
  if (low >= 12000) return 'year'
  if (low >= 1500 && high < 12000) return 'month'
  return null
}

const value = (digits: string | undefined, k: boolean): number =>
  Number((digits ?? '0').replace(/,/g, '')) * (k ? 1000 : 1)

/** "24 to 30 hours", "3 days": a count of time, not an amount by the hour or the day. */
const COUNT_OF_TIME =
  /^(?:[\d,. k+-]|to|and|or|through)*(?:hours|hrs|days|weeks|wks|months|years|yrs)\b/

/** Every range and single amount in folded words, ranges first; singles inside a range are left out. */
export function amountsIn(words: string): Amount[] {
  const found: Amount[] = []
  const overlaps = (start: number, end: number) => found.some((a) => start < a.end && end > a.start)
  const bounded = words.includes('min') && words.includes('max')
  for (const m of bounded ? matchesOf(MIN_MAX, words) : []) {
    const low = value(m[2], m[3] !== undefined)
    const high = value(m[6], m[7] !== undefined)
    const unit = unitOf(m[8]) ?? unitOf(m[4])
    const dollars = m[1] !== undefined || m[5] !== undefined
    if (low <= high)
      found.push({
        start: m.index,
        end: m.index + m[0].length,
        low,
        high,
        range: true,
        unit,
        dollars,
        open: false,
      })
  }
  for (const m of matchesOf(RANGE, words)) {
    const amount = rangeOf(m)
    if (amount && !overlaps(amount.start, amount.end)) found.push(amount)
  }
  for (const m of matchesOf(SINGLE, words)) {
    const start = startOf(m)
    const end = m.index + m[0].trimEnd().length
    if (overlaps(start, end)) continue
    // A figure that runs on from a word or a sign ("ICD-10", "401k", "#2024", "3.5.1") is no amount.
    if (m[1] === undefined && /[\w.#-]/.test(words.charAt(start - 1))) continue
    const low = value(m[2], m[3] !== undefined)
    found.push({
      start,
      end,
      low,
      high: low,
      range: false,
      unit: unitOf(m[5]),
      dollars: m[1] !== undefined,
      open: m[4] !== undefined,
    })
  }
  return found
    .filter((a) => a.dollars || !COUNT_OF_TIME.test(words.slice(a.start, a.end + 7)))
    .sort((a, b) => a.start - b.start)
}

/** Where the figure itself begins: a pattern may have taken the blank before it. */
const startOf = (m: RegExpMatchArray): number =>
  (m.index ?? 0) + m[0].length - m[0].trimStart().length

function rangeOf(m: RegExpMatchArray): Amount | null {
  const start = startOf(m)
  if (m[1] === undefined && /[\w.#-]/.test((m.input ?? '').charAt(start - 1))) return null
  const highK = m[8] !== undefined
  let low = value(m[2], m[3] !== undefined)
  const high = value(m[7], highK)
  // "$42-50k": the k belongs to both.
  if (highK && m[3] === undefined && low < 1000) low *= 1000
  if (low > high || high > low * 12 || low === 0) return null
  const unit = unitOf(m[9]) ?? unitOf(m[5])
  const dollars = m[1] !== undefined || m[6] !== undefined
  return {
    start,
    end: (m.index ?? 0) + m[0].trimEnd().length,
    low,
    high,
    range: true,
    unit,
    dollars,
    open: false,
  }
}
