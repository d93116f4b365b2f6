/** A span of calendar months, first and last included; months are counted from the year 0. */
export interface MonthSpan {
  first: number
  last: number
}

export interface DateRange {
  /** The months that the words surely name; null when they name years too close to hold a sure month. */
  span: MonthSpan | null
  start: number
  end: number
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const NAME =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const YEAR = '(?:19|20)\\d{2}'
const POINT = `(?:${NAME},?\\s*(?:of\\s+)?(?:${YEAR}|['’]\\d{2})|\\d{1,2}/(?:\\d{1,2}/)?(?:${YEAR}|\\d{2})|${YEAR}-\\d{2}|${YEAR})`
const NOW = '(?:present|current(?:ly)?|now|today|ongoing|to date)'
const RANGE = new RegExp(
  `(?<![\\w/$])(?<from>${POINT}|${NAME})\\s*(?:-|–|—|−|‑|to|through|thru|until|till)\\s*(?<to>${POINT}|${NOW})(?![\\w/])`,
  'i',
)
const SINCE = new RegExp(`\\bsince\\s+(?<from>${POINT})`, 'i')

interface Point {
  month: number | null
  year: number
}

/** The first range of dates in a line, such as "Jun 2021 – Present"; null when there is none or it runs backwards. */
export function dateRange(line: string, now: string): DateRange | null {
  const today = monthIndex(now)
  const found = RANGE.exec(line) ?? SINCE.exec(line)
  if (found === null || today === null) return null
  const { from = '', to } = found.groups ?? {}
  const ongoing = to === undefined || new RegExp(`^${NOW}$`, 'i').test(to)
  const end = ongoing ? null : pointOf(to, today)
  if (!ongoing && end === null) return null
  // "Jan - Jun 2022": the first month shares the year of the second.
  const begin = pointOf(from, today) ?? (end === null ? null : bareMonth(from, end.year))
  if (begin === null) return null
  const first = begin.year * 12 + (begin.month ?? 0)
  const last = end === null ? today : Math.min(today, end.year * 12 + (end.month ?? 11))
  if (first > last || begin.year < 1950) return null
  const where = { start: found.index, end: found.index + found[0].length }
  return { ...where, span: sureSpan(begin, end, today) }
}

/** Of a bare year only the year after it surely belongs to a span that starts in it, and the year before to one that ends in it. */
function sureSpan(begin: Point, end: Point | null, today: number): MonthSpan | null {
  const first = begin.month === null ? (begin.year + 1) * 12 : begin.year * 12 + begin.month
  const last =
    end === null
      ? today
      : Math.min(today, end.month === null ? end.year * 12 - 1 : end.year * 12 + end.month)
  return first > last ? null : { first, last }
}

/** "2026-11-24T…" as a count of months. */
export function monthIndex(iso: string): number | null {
  const found = /^(\d{4})-(\d{2})/.exec(iso)
  return found === null ? null : Number(found[1]) * 12 + Number(found[2]) - 1
}

/** The last date of a line as "2024-03" or "2024"; null when it names none. */
export function lastDate(line: string, now: string): string | null {
  const today = monthIndex(now)
  if (today === null) return null
  const all = [...line.matchAll(new RegExp(`(?<![\\w/$])${POINT}(?![\\w/])`, 'gi'))]
  const point = all.length === 0 ? null : pointOf(all.at(-1)?.[0] ?? '', today)
  if (point === null) return null
  return point.month === null
    ? String(point.year)
    : `${point.year}-${String(point.month + 1).padStart(2, '0')}`
}

function pointOf(text: string, today: number): Point | null {
  const year = yearOf(text, today)
  if (year === null) return null
  const name = new RegExp(`^${NAME}`, 'i').exec(text)?.[0]
  if (name !== undefined) return { year, month: MONTHS.indexOf(name.slice(0, 3).toLowerCase()) }
  const number = /^(\d{1,2})\//.exec(text)?.[1] ?? /^\d{4}-(\d{2})$/.exec(text)?.[1]
  if (number === undefined) return { year, month: null }
  const month = Number(number) - 1
  return month < 0 || month > 11 ? null : { year, month }
}

function yearOf(text: string, today: number): number | null {
  const whole = new RegExp(YEAR).exec(text)?.[0]
  if (whole !== undefined) return Number(whole)
  const short = /['’/](\d{2})$/.exec(text)?.[1]
  if (short === undefined) return null
  // "'98" is of the last century, "'24" of this one; a few years ahead may be a date to come.
  const year = 2000 + Number(short)
  return year > Math.floor(today / 12) + 8 ? year - 100 : year
}

function bareMonth(text: string, year: number): Point | null {
  const month = MONTHS.indexOf(text.slice(0, 3).toLowerCase())
  return month < 0 ? null : { year, month }
}
