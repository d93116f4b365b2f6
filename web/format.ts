import { hourlyEquivalent, yearlyEquivalent } from '../core/domain/pay.ts'
import type { Pay } from '../core/domain/reading.ts'
import type { PayUnit } from '../core/domain/tags.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`
}

/** "1 listing", "1,204 listings". */
export function counted(n: number, one: string, many: string = `${one}s`): string {
  return `${n.toLocaleString('en-US')} ${n === 1 ? one : many}`
}

/** A sentence's first letter as a capital. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/**
 * "Nov 24, 2026", in UTC; "Nov 2026" and "2026" where the date is no more precise than that; the text
 * as it came when it is not a date.
 */
export function day(iso: string): string {
  const at = new Date(iso)
  if (/^\d{4}$/.test(iso)) return iso
  if (/^\d{4}-\d{2}$/.test(iso) && !Number.isNaN(at.getTime())) {
    return at.toLocaleDateString('en-US', { year: 'numeric', month: 'short', timeZone: 'UTC' })
  }
  if (Number.isNaN(at.getTime())) return iso
  return at.toLocaleDateString('en-US', {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    timeZone: 'UTC',
  })
}

function distance(ms: number): string {
  if (ms < HOUR) return count(Math.floor(ms / MINUTE), 'minute')
  if (ms < DAY) return count(Math.floor(ms / HOUR), 'hour')
  return count(Math.floor(ms / DAY), 'day')
}

/**
 * How far an instant lies from `now` in words: "just now", "3 days ago", "in 5 days"; beyond 60 days
 * the date itself. A text that is no date comes back as it is.
 */
export function ago(iso: string, now: string): string {
  const at = Date.parse(iso)
  const then = Date.parse(now)
  if (Number.isNaN(at) || Number.isNaN(then)) return iso
  const gap = then - at
  if (Math.abs(gap) < MINUTE) return 'just now'
  if (Math.abs(gap) > 60 * DAY) return day(iso)
  return gap > 0 ? `${distance(gap)} ago` : `in ${distance(-gap)}`
}

/** "24 months (2 years)", "6 months", "1 month". */
export function months(n: number): string {
  const text = count(n, 'month')
  if (n < 12 || n % 6 !== 0) return text
  const years = n / 12
  return `${text} (${years} ${years === 1 ? 'year' : 'years'})`
}

/** "0 to 24 months (2 years)", "3 months": a span of months, ends equal or not. */
export function monthSpan(low: number, high: number): string {
  return low === high ? months(low) : `${low} to ${months(high)}`
}

/** "CPC", "CPC and CCS", "CPC, CCS or RHIT". */
export function series(items: readonly string[], joiner: 'and' | 'or' = 'and'): string {
  if (items.length < 2) return items.join('')
  return `${items.slice(0, -1).join(', ')} ${joiner} ${items.at(-1)}`
}

const UNIT_WORDS: Record<PayUnit, string> = {
  hour: 'an hour',
  day: 'a day',
  week: 'a week',
  biweek: 'every two weeks',
  month: 'a month',
  year: 'a year',
  chart: 'per chart',
  percent: 'of what is collected',
}

function amount(n: number, unit: PayUnit): string {
  if (unit === 'percent') return `${n}%`
  const cents = unit === 'hour' || unit === 'chart' || !Number.isInteger(n)
  const digits = cents ? 2 : 0
  return `$${n.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits })}`
}

function range(min: number | null, max: number | null, unit: PayUnit): string | null {
  if (min === null && max === null) return null
  if (min === null) return `up to ${amount(max as number, unit)}`
  if (max === null) return `from ${amount(min, unit)}`
  return min === max ? amount(min, unit) : `${amount(min, unit)}–${amount(max, unit)}`
}

/** Pay as the advert states it: "$18.50–$24.00 an hour"; null when it names no figure. */
export function payStated(pay: Pay | null): string | null {
  if (pay === null) return null
  const text = range(pay.min, pay.max, pay.unit)
  return text === null ? null : `${text} ${UNIT_WORDS[pay.unit]}`
}

/**
 * The other way to say it: hourly pay by the year, every other time unit by the hour (2,080 paid hours
 * a year). null for pay by chart or percent, which no one can convert without a volume.
 */
export function payConverted(pay: Pay | null): string | null {
  if (pay === null) return null
  const unit = pay.unit === 'hour' ? 'year' : 'hour'
  const figures = unit === 'year' ? yearlyEquivalent(pay) : hourlyEquivalent(pay)
  const text = range(figures.min, figures.max, unit)
  return text === null ? null : `${text} ${UNIT_WORDS[unit]}`
}

/** A figure worked out and not stated: "about $38,480 a year"; one end of a range says itself that it is no more. */
export function about(figure: string): string {
  return /^(up to|from) /.test(figure) ? figure : `about ${figure}`
}
