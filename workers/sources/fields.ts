import { decodeHTMLStrict } from 'entities'
import { z } from 'zod'
import type { RawPosting } from '../../core/domain/posting.ts'
import { amountsIn, unitOf } from '../../core/domain/read/tags/pay-words.ts'
import type { PayUnit } from '../../core/domain/tags.ts'
import { fold } from '../../core/domain/text/fold.ts'
import { baseUrl, isoDate, stated, text } from './shape.ts'

/** Hosts whose terms forbid a job search service (domain notes, point 6): no settings may name them. */
const FORBIDDEN = /(^|\.)weworkremotely\.com\.?$/i

/** Checked even where the address has failed another check already. */
const allowed = (url: string) => !URL.canParse(url) || !FORBIDDEN.test(new URL(url).hostname)
const error = 'the terms of this site forbid a job search service, so it cannot be a source'

/** For settings: the address of a feed that anyone may serve; refused where the host's terms forbid the use. */
export const feedUrl = z.url({ protocol: /^https?$/ }).refine(allowed, { error })

/** `base_url` for adapters that take any address. */
export const feedBase = baseUrl.refine((url) => url === undefined || allowed(url), { error })

/**
 * A field meant as plain words: entities that were escaped (once or twice too often) are resolved, markup is dropped,
 * white space becomes single. null for blanks.
 */
export function plain(value: unknown): string | null {
  const given = text(value)
  if (given === null) return null
  const bare = decodeHTMLStrict(decodeHTMLStrict(given)).replace(/<\/?[a-z][^<>]*>/gi, ' ')
  return text(bare.replace(/\s+/g, ' '))
}

/** The facts that say something; null when none does. */
export function someFacts(facts: Record<string, unknown>): Record<string, unknown> | null {
  const said = stated(facts)
  return Object.keys(said).length === 0 ? null : said
}

/** From here on a count of milliseconds since 1970 is meant, below it one of seconds (until the year 5138). */
const MILLISECONDS_FROM = 1e11
const [FIRST_S, LAST_S] = [Date.UTC(2000) / 1000, Date.UTC(2100) / 1000]

/** An instant given as seconds or milliseconds since 1970, in ISO 8601 to the second; null for anything else. */
export function epochInstant(value: unknown): string | null {
  const said = text(value)
  const n = said !== null && /^\d+(\.\d+)?$/.test(said) ? Number(said) : Number.NaN
  const seconds = Math.floor(n >= MILLISECONDS_FROM ? n / 1000 : n)
  if (!(seconds >= FIRST_S && seconds < LAST_S)) return null
  return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z')
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
/** The zones that RFC 822 names, with the offsets it gives them. */
const ZONES: Record<string, string> = {
  z: 'Z',
  ut: 'Z',
  utc: 'Z',
  gmt: 'Z',
  est: '-05:00',
  edt: '-04:00',
  cst: '-06:00',
  cdt: '-05:00',
  mst: '-07:00',
  mdt: '-06:00',
  pst: '-08:00',
  pdt: '-07:00',
}
const RFC_822 =
  /^(?:[a-z]{3,9},?\s+)?(\d{1,2})\s+([a-z]{3})[a-z]*\.?\s+(\d{4})(?:\s+(\d{2}:\d{2}(?::\d{2})?)\s*([+-]\d{2}:?\d{2}|[a-z]{1,3})?)?$/i

/**
 * A date as feeds write it, in ISO 8601 and no more precise than given: ISO itself, a worded day, or RFC 822
 * ("Fri, 10 Jul 2026 22:45:30 +0000"). null for anything that is not surely a date.
 */
export function feedDate(value: unknown): string | null {
  const iso = isoDate(value)
  const m = iso === null ? RFC_822.exec(text(value) ?? '') : null
  if (!m) return iso
  const month = MONTHS.indexOf((m[2] as string).toLowerCase()) + 1
  const day = `${m[3]}-${String(month).padStart(2, '0')}-${(m[1] as string).padStart(2, '0')}`
  if (m[4] === undefined) return isoDate(day)
  const zone = m[5] ?? ''
  // A zone nobody defined leaves the time local, and says so by having none.
  const offset = /^[a-z]/i.test(zone) ? (ZONES[zone.toLowerCase()] ?? '') : zone
  return isoDate(`${day}T${m[4]}${offset}`)
}

/** The unit that a field such as "Hour", "annual" or "Per Year" names; null when it names none. */
export function payUnit(value: unknown): PayUnit | null {
  const said = plain(value)
  return said === null ? null : unitOf(fold(said))
}

const OTHER_MONEY =
  /\b(?:ca|au|nz|hk|sg|[acs])\s?\$|\b(?:cad|aud|nzd|eur|gbp|inr|mxn|sgd|php)\b|[€£¥₹]/i
/** Money that only comes when targets are met, or beside the pay. */
const NOT_BASE = /\b(?:ote|on[- ]target|commissions?|bonus(?:es)?|equity|stipend|incentives?)\b/i

/**
 * Pay in one short field of a feed, e.g. "$18 - $24 / hr", "up to $60k": US dollars only, the unit only when
 * said; several figures of one unit are spanned. null when the words tell no base pay.
 */
export function payInWords(value: unknown): RawPosting['pay'] {
  const said = plain(value)
  if (said === null || OTHER_MONEY.test(said) || NOT_BASE.test(said)) return null
  const words = fold(said)
  const amounts = amountsIn(words).filter((a) => a.low > 0 && (a.dollars || a.unit !== null))
  const ranges = amounts.filter((a) => a.range)
  const [first, ...others] = ranges.length > 0 ? ranges : amounts
  if (first === undefined) return null
  const same = [first, ...others.filter((a) => a.unit === first.unit)]
  const unit = first.unit === null ? {} : { unit: first.unit }
  const [low, high] = [Math.min(...same.map((a) => a.low)), Math.max(...same.map((a) => a.high))]
  if (same.length > 1 || first.range) return { min: low, max: high, ...unit }
  const before = words.slice(0, first.start)
  if (/\b(?:up to|max(?:imum)?(?: of)?)\s*:?\s*$/.test(before)) return { max: high, ...unit }
  if (
    first.open ||
    /\b(?:from|starting(?: at)?|at least|min(?:imum)?(?: of)?)\s*:?\s*$/.test(before)
  )
    return { min: low, ...unit }
  return { min: low, max: high, ...unit }
}

/** What a place or workplace field says of where the work is done: only its own words count. */
export function modeIn(...said: (string | null)[]): {
  remote: boolean | null
  /** As the feed wrote it; null when it speaks only of places. */
  work_mode: string | null
} {
  const spoken = said.filter((s) => s !== null && MODE.test(s))
  const work_mode = spoken.length === 0 ? null : spoken.join('; ')
  const all = spoken.join(' ')
  if (/hybrid|\b(?:not|no|non)[- ]?remote|remote after/i.test(all))
    return { remote: null, work_mode }
  return { remote: REMOTE.test(all) ? true : null, work_mode }
}

const REMOTE =
  /\b(?:remote(?:ly)?|work from home|wfh|telecommut(?:e|ing)|telework|virtual|anywhere)\b/i
const MODE = new RegExp(`${REMOTE.source}|\\b(?:hybrid|on-?site|in[- ]office)\\b`, 'i')
