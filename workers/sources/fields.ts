import { decodeHTMLStrict } from 'entities'
import { z } from 'zod'
import { baseUrl, isoDate, list, stated, text } from './shape.ts'

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

/** The plain words of each item of a list, or of a value alone; an item that is an object says its `name`. */
export function namesIn(value: unknown): string[] {
  return list(value)
    .map((v) => plain(typeof v === 'object' ? (v as { name?: unknown } | null)?.name : v))
    .filter((name) => name !== null)
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
