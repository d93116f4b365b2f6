import { decodeHTMLStrict, escapeText } from 'entities'
import { amountsIn } from '../../core/domain/read/tags/pay-words.ts'
import type { RawPosting } from '../../core/domain/posting.ts'
import { fold } from '../../core/domain/text/fold.ts'
import { isoDate, section, stated, text } from './shape.ts'

/** A short text meant as plain words: entities that slipped in are resolved, white space becomes single. */
export function plain(value: unknown): string | null {
  const given = text(value)
  return given === null ? null : text(decodeHTMLStrict(given).replace(/\s+/g, ' '))
}

/** `section` for a heading that the feed gives: it is words, not markup. */
export function titled(heading: string | null, html: unknown): string {
  const part = section(escapeText(heading ?? ''), html)
  return heading === null ? part.replace(/^<h3><\/h3>/, '') : part
}

const OTHER_DOLLARS = /(?:ca|au|nz|hk|sg|[acs])\s?\$|\b(?:cad|aud|nzd|eur|gbp|inr|mxn)\b|[€£¥₹]/i

/** Pay in one short field of a feed, e.g. "$18 - $24 / hr": US dollars only, the unit only when said. */
export function payInWords(value: unknown): RawPosting['pay'] {
  const given = plain(value)
  if (given === null || OTHER_DOLLARS.test(given)) return null
  const found = amountsIn(fold(given)).filter((a) => a.dollars && a.low > 0)
  const amount = found.find((a) => a.range) ?? found[0]
  if (amount === undefined) return null
  const max = amount.range ? amount.high : amount.open ? null : amount.low
  return { min: amount.low, max, ...(amount.unit === null ? {} : { unit: amount.unit }) }
}

export interface Mode {
  remote: boolean | null
  /** As the feed wrote it. */
  work_mode: string | null
}

/** What a place or workplace field says of where the work is done: only its own words count. */
export function modeInWords(...said: (string | null)[]): Mode {
  const spoken = said.filter((s) => s !== null && MODE.test(s)) as string[]
  const work_mode = spoken.length === 0 ? null : spoken.join('; ')
  const all = spoken.join(' ')
  if (/hybrid|\bnot remote|\bno remote|non-?remote|remote after/i.test(all)) {
    return { remote: null, work_mode }
  }
  return { remote: REMOTE.test(all) ? true : null, work_mode }
}

const REMOTE = /\b(remote|work from home|wfh|telecommute|telework|virtual)\b/i
const MODE = /\b(remote|hybrid|work from home|wfh|telecommute|telework|virtual|on-?site)\b/i

const ZONES: Record<string, string> = { gmt: 'Z', ut: 'Z', utc: 'Z', z: 'Z' }
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const MAIL_DATE =
  /^(?:[a-z]{3,9},?\s+)?(\d{1,2})\s+([a-z]{3})[a-z]*\s+(\d{4})(?:\s+(\d{2}:\d{2}(?::\d{2})?)\s*([+-]\d{4}|[a-z]{1,3})?)?$/i

/** An RFC 822 date as RSS writes it ("Fri, 27 Feb 2026 19:59:48 +0100") in ISO 8601, no more precise than given. */
export function mailDate(value: unknown): string | null {
  const m = MAIL_DATE.exec(text(value) ?? '')
  if (!m) return null
  const month = MONTHS.indexOf((m[2] as string).toLowerCase()) + 1
  if (month === 0) return null
  const pad = (n: string | number) => String(n).padStart(2, '0')
  const day = `${m[3]}-${pad(month)}-${pad(m[1] as string)}`
  if (m[4] === undefined) return isoDate(day)
  const zone = m[5] === undefined ? '' : (ZONES[m[5].toLowerCase()] ?? m[5])
  // A zone by its name ("EST") is left out: then the time is local and said so by having none.
  return isoDate(`${day}T${m[4]}${/^[a-z]{2,}$/i.test(zone) ? '' : zone}`)
}

/** Fills what a posting's own page leaves unsaid with what the list said of it. */
export function withListed(posting: RawPosting, listed: RawPosting | null): RawPosting {
  if (listed === null) return posting
  const structured = {
    ...stated(listed.structured),
    ...stated(posting.structured),
    other: { ...listed.structured.other, ...posting.structured.other },
  }
  return {
    external_id: posting.external_id,
    title: posting.title,
    url: posting.url ?? listed.url,
    apply_url: posting.apply_url ?? listed.apply_url,
    employer: posting.employer ?? listed.employer,
    places: posting.places.length > 0 ? posting.places : listed.places,
    remote: posting.remote ?? listed.remote,
    posted_at: posting.posted_at ?? listed.posted_at,
    expires_at: posting.expires_at ?? listed.expires_at,
    pay: posting.pay ?? listed.pay,
    employment_type: posting.employment_type ?? listed.employment_type,
    html: posting.html ?? listed.html,
    structured,
  }
}

/** The list's posting that a detail request carries in its context; null when the page is read on its own. */
export function listedIn(context: Record<string, unknown>): RawPosting | null {
  const listed = context['listed']
  return typeof listed === 'object' && listed !== null ? (listed as RawPosting) : null
}
