import { createHash } from 'node:crypto'
import { decodeHTML, escapeText } from 'entities'
import { z } from 'zod'
import type { RawPosting } from '../../core/domain/posting.ts'
import { FootholdError } from '../../core/errors.ts'
import type { FeedPage, Rejected } from './contract.ts'

/** What can be wrong with a whole body. */
export type BodyProblem =
  | 'empty-body'
  | 'html-instead-of-json'
  | 'html-instead-of-xml'
  | 'html-instead-of-csv'
  | 'truncated'
  | 'mis-shaped'

/** The error of a body that is not what the platform serves; `details.problem` names what is wrong. */
export function badFeed(problem: BodyProblem, feed: string, message: string): FootholdError {
  return new FootholdError('bad-feed', `${feed}: ${message}`, { problem, feed })
}

/** @throws FootholdError `bad-feed` (`empty-body`) when there is nothing to read. */
export function someBody(page: FeedPage, feed: string): string {
  const body = page.body.replace(/^\uFEFF/, '').trim()
  if (body === '') throw badFeed('empty-body', feed, 'the answer was empty.')
  return body
}

/** true when a JSON text stops inside a string, a list or an object. */
function stopsShort(text: string): boolean {
  let depth = 0
  let inString = false
  for (let i = 0; i < text.length; i++) {
    const c = text[i]
    if (inString) {
      if (c === '\\') i++
      else if (c === '"') inString = false
    } else if (c === '"') inString = true
    else if (c === '{' || c === '[') depth++
    else if (c === '}' || c === ']') depth--
  }
  return inString || depth > 0
}

/**
 * The JSON value of a body.
 * @throws FootholdError `bad-feed`: `empty-body`, `html-instead-of-json`, `truncated` or `mis-shaped`.
 */
export function jsonBody(page: FeedPage, feed: string): unknown {
  const body = someBody(page, feed)
  try {
    return JSON.parse(body)
  } catch {
    if (body.startsWith('<')) {
      throw badFeed('html-instead-of-json', feed, 'the answer was a web page, not JSON.')
    }
    if (/^[{[]/.test(body) && stopsShort(body)) {
      throw badFeed('truncated', feed, 'the answer stops in the middle.')
    }
    throw badFeed('mis-shaped', feed, 'the answer is not JSON.')
  }
}

/**
 * Checks the frame of a body.
 * @throws FootholdError `bad-feed` (`mis-shaped`) naming the first field that is wrong.
 */
export function framed<T>(schema: z.ZodType<T>, value: unknown, feed: string): T {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw badFeed('mis-shaped', feed, `the answer has not the known shape: ${issue(parsed.error)}.`)
}

/** The first issue of a failed check, e.g. `title: Invalid input`. */
export function issue(error: z.ZodError): string {
  const first = error.issues[0]
  const path = first?.path.join('.') ?? ''
  return `${path === '' ? '' : `${path}: `}${first?.message ?? 'unknown fault'}`
}

/** A field that may be absent or of another type: then it is null, and the posting is kept. */
export function soft<T extends z.ZodType>(schema: T) {
  return schema.nullish().catch(null)
}

/** A field of words or a number, which feeds write for each other; else null. */
export const word = soft(z.union([z.string(), z.number()]))

/** For mapEach: the id that an entry carries under this key. */
export const idAt =
  (key: string) =>
  (entry: unknown): string | null =>
    text((entry as Record<string, unknown> | null)?.[key])

/** Words by which feeds fill a field that they do not know. */
const PLACEHOLDER =
  /^(unavailable|n\/?a|null|none|undefined|unknown|not (available|specified)|-+)$/i

/** A string or number as trimmed text; null for blanks and placeholders such as "UNAVAILABLE". */
export function text(value: unknown): string | null {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  if (typeof value !== 'string') return null
  const trimmed = value.trim()
  return trimmed === '' || PLACEHOLDER.test(trimmed) ? null : trimmed
}

/** The name of an organisation; null for an inner name that begins with a code ("F063 DB Technology"). */
export function organisation(value: unknown): string | null {
  const name = text(value)
  return name === null || /^\S*\d\S*(\s|$)/.test(name) ? null : name
}

/** Always a list: one value becomes a list of one, nothing an empty list. */
export function list(value: unknown): unknown[] {
  if (value === null || value === undefined) return []
  return Array.isArray(value) ? value : [value]
}

/** A positive amount of money; feeds write 0 for "not stated". */
export function amount(value: unknown): number | null {
  const plain = typeof value === 'string' ? Number(value.replace(/[$,\s]/g, '') || 'x') : value
  return typeof plain === 'number' && Number.isFinite(plain) && plain > 0 ? plain : null
}

const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?\s*(Z|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?$/i
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const WORDED = /^([a-z]{3})[a-z]*\.? (\d{1,2}),? (\d{4})$/i

const pad = (n: number) => String(n).padStart(2, '0')

function onCalendar(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/**
 * A date or instant in ISO 8601, no more precise than it was given: "2026-07-16", "2017-03-18T00:00"
 * (local, no zone said), "2026-07-16T11:55:32-04:00". null for anything that is not surely a date
 * (02/03/2026 is not: which is the month?).
 */
export function isoDate(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const given = value.trim()
  const worded = WORDED.exec(given)
  if (worded) {
    const month = MONTHS.indexOf((worded[1] as string).toLowerCase()) + 1
    const [day, year] = [Number(worded[2]), Number(worded[3])]
    if (month === 0 || !onCalendar(year, month, day)) return null
    return `${year}-${pad(month)}-${pad(day)}`
  }
  const m = ISO.exec(given)
  if (!m || !onCalendar(Number(m[1]), Number(m[2]), Number(m[3]))) return null
  const date = `${m[1]}-${m[2]}-${m[3]}`
  if (m[4] === undefined) return date
  if (Number(m[4]) > 23 || Number(m[5]) > 59 || Number(m[6] ?? 0) > 59) return null
  const seconds = m[6] === undefined ? '' : `:${m[6]}`
  const fraction = m[7] === undefined ? '' : `.${m[7].slice(0, 3)}`
  const zone = (m[8] ?? '').toUpperCase().replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')
  return `${date}T${m[4]}:${m[5]}${seconds}${fraction}${/^[+-]\d{2}$/.test(zone) ? `${zone}:00` : zone}`
}

/** Plain text as HTML; character references that stand in it already are kept. */
function escaped(plain: string): string {
  return plain
    .replace(/&(?!(#\d+|#x[\da-f]+|[a-z]\w*);)/gi, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
}

const TAG = /<\/?[a-z][^<>]*>/i

/**
 * The HTML of a description: markup that came entity-escaped (once or twice) is unescaped, plain text
 * is escaped and its line breaks are kept. null for blanks.
 */
export function asHtml(value: unknown): string | null {
  let html = text(value)
  if (html === null) return null
  for (let i = 0; i < 2 && !TAG.test(html) && /&(amp;)?lt;\s*[a-z/!]/i.test(html); i++) {
    html = decodeHTML(html)
  }
  if (TAG.test(html)) return html
  const paragraphs = escaped(html)
    .split(/(?:\r?\n){2,}/)
    .map((p) => p.trim().replace(/\r?\n/g, '<br>'))
  return paragraphs.map((p) => `<p>${p}</p>`).join('')
}

/** One section of a description under its heading; lists of texts become list items. '' for blanks. */
export function section(heading: string, value: unknown): string {
  const parts = list(value)
    .map(asHtml)
    .filter((p) => p !== null)
  if (parts.length === 0) return ''
  const body =
    parts.length === 1 ? parts[0] : `<ul>${parts.map((p) => `<li>${p}</li>`).join('')}</ul>`
  return `<h3>${escaped(heading)}</h3>${body}`
}

/** `section` for a heading that the feed gives: it is words, not markup. Without one the text stands alone. */
export function headed(heading: string | null, value: unknown): string {
  const part = section(escapeText(heading ?? ''), value)
  return heading === null ? part.replace(/^<h3><\/h3>/, '') : part
}

/** An id for a posting whose feed gives none, made of what tells it from its neighbours. */
export function derivedId(...parts: (string | null)[]): string {
  const key = parts.map((p) => (p ?? '').toLowerCase().replace(/\s+/g, ' ')).join('\n')
  return `derived:${createHash('sha256').update(key).digest('hex').slice(0, 20)}`
}

/** Leaves out the keys that say nothing (null, '', []), so that absent stays absent. */
export function stated(facts: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(facts).filter(
      ([, v]) => v !== null && v !== undefined && v !== '' && !(Array.isArray(v) && v.length === 0),
    ),
  )
}

/**
 * Maps each item of a feed, keeping the good ones: a fault (a thrown Error or a schema issue) and a
 * repeated id go to `rejected` with their place.
 */
export function mapEach<T>(
  items: readonly unknown[],
  where: string,
  schema: z.ZodType<T>,
  idOf: (item: unknown) => string | null,
  map: (item: T) => RawPosting,
): { postings: RawPosting[]; rejected: Rejected[] } {
  const postings: RawPosting[] = []
  const rejected: Rejected[] = []
  const seen = new Set<string>()
  items.forEach((item, i) => {
    const parsed = schema.safeParse(item)
    if (!parsed.success) {
      const id = idOf(item)
      rejected.push({
        where: `${where}[${i}]`,
        reason: issue(parsed.error),
        ...(id === null ? {} : { external_id: id }),
      })
      return
    }
    const posting = map(parsed.data)
    if (seen.has(posting.external_id)) {
      rejected.push({
        where: `${where}[${i}]`,
        reason: `the id ${posting.external_id} appears more than once; the first was kept`,
        external_id: posting.external_id,
      })
      return
    }
    seen.add(posting.external_id)
    postings.push(posting)
  })
  return { postings, rejected }
}

/** For settings: the name of an employer's board as its address holds it, e.g. "acme" of acme.bamboohr.com. */
export const boardName = z.string().regex(/^[\w-]{1,100}$/, 'the name in its address')

/** For settings: the name of a host, e.g. "careers.example.org". */
export const hostName = z
  .string()
  .max(253)
  .regex(/^([a-z0-9-]+\.)+[a-z]{2,}$/i, 'a host name')

/** For settings: replaces scheme and host of every request (a mirror, a proxy, an evaluation). */
export const baseUrl = z.url({ protocol: /^https?$/ }).optional()

/** The address under `base`, which may carry a path of its own; unchanged without a base or when already there. */
export function rebase(url: string, base: string | undefined): string {
  if (base === undefined) return url
  const root = base.replace(/\/+$/, '')
  if (url === root || url.startsWith(`${root}/`)) return url
  const at = new URL(url)
  return `${root}${at.pathname}${at.search}`
}

/** An http(s) address, resolved against the page it stood on; null for anything else (javascript:, mailto:). */
export function webAddress(value: unknown, page?: string): string | null {
  const given = text(value)
  if (given === null) return null
  try {
    const url = page ? new URL(given, page) : new URL(given)
    if (url.protocol !== 'http:' && url.protocol !== 'https:') return null
    return /^https?:/i.test(given) ? given : url.href
  } catch {
    return null
  }
}
