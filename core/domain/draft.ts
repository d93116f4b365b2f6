import type { Advert } from './advert.ts'
import { hourlyEquivalent } from './pay.ts'
import type { Place, RawPosting } from './posting.ts'
import { readAdvert } from './read/read-advert.ts'
import { titleMayBeTrade } from './read/tags/title-filter.ts'
import type { Reading } from './reading.ts'
import { sanitiseAdvertHtml } from './text/sanitise.ts'

/** A posting with everything the rules make of it, ready to be kept. */
export interface ListingDraft {
  title: string
  employer: string | null
  place: string | null
  places: Place[]
  /** Two-letter codes of the states its places stand in, each once. */
  states: string[]
  url: string | null
  apply_url: string | null
  /** ISO 8601 or null. */
  posted_at: string | null
  closes_at: string | null
  text: string
  html: string | null
  pay_hour_min: number | null
  pay_hour_max: number | null
  reading: Reading
}

const US_STATE = /^[A-Z]{2}$/

/** "Scranton, PA", "Remote", "Scranton, PA and 2 more places"; null when the feed names none. */
export function placeLabel(places: readonly Place[], remote: boolean | null): string | null {
  const named = places.map((p) =>
    [p.city, p.state].filter((x) => x !== null && x !== '').join(', '),
  )
  const distinct = [...new Set(named.filter((n) => n !== ''))]
  if (distinct.length === 0) return remote === true ? 'Remote' : null
  const more = distinct.length - 1
  if (more === 0) return distinct[0] ?? null
  return `${distinct[0]} and ${more} more ${more === 1 ? 'place' : 'places'}`
}

/** The advert as the reader takes it: the feed's own fields go in beside the text. */
export function advertOf(posting: RawPosting, employer: string | null): Advert {
  return {
    title: posting.title,
    employer,
    place: placeLabel(posting.places, posting.remote),
    html: posting.html,
    structured: {
      ...posting.structured,
      remote: posting.structured.remote ?? posting.remote,
      pay: posting.structured.pay ?? posting.pay,
      employment_type: posting.structured.employment_type ?? posting.employment_type,
    },
  }
}

/**
 * Whether the job belongs here at all: the trade itself or a first-rung job beside it (tags, point 13).
 * The title is asked first because most postings of a hospital board are plainly something else.
 */
export function draftListing(
  posting: RawPosting,
  sourceEmployer: string | null,
): ListingDraft | null {
  if (!titleMayBeTrade(posting.title)) return null
  const employer = posting.employer ?? sourceEmployer
  const { text, ...reading } =
    posting.reading == null
      ? readAdvert(advertOf(posting, employer))
      : { ...posting.reading, text: '' }
  if (!reading.in_domain && reading.role !== 'adjacent') return null
  const hourly = hourlyEquivalent(reading.pay)
  const states = posting.places.flatMap((p) =>
    p.state !== null && US_STATE.test(p.state) ? [p.state] : [],
  )
  return {
    title: posting.title,
    employer,
    place: placeLabel(posting.places, posting.remote),
    places: posting.places,
    states: [...new Set(states)],
    url: posting.url,
    apply_url: posting.apply_url,
    posted_at: instantOrNull(posting.posted_at),
    closes_at: endOfDay(posting.expires_at),
    text,
    html: posting.html === null ? null : sanitiseAdvertHtml(posting.html),
    pay_hour_min: hourly.min,
    pay_hour_max: hourly.max,
    reading,
  }
}

function instantOrNull(value: string | null): string | null {
  if (value === null) return null
  const ms = Date.parse(value)
  return Number.isNaN(ms) ? null : new Date(ms).toISOString()
}

/** A closing date without a time means the whole of that day, in the westernmost US state (UTC-10). */
function endOfDay(value: string | null): string | null {
  if (value === null) return null
  if (/^\d{4}-\d{2}-\d{2}$/.test(value.trim())) {
    const start = Date.parse(`${value.trim()}T00:00:00-10:00`)
    return Number.isNaN(start) ? null : new Date(start + 24 * 3_600_000 - 1000).toISOString()
  }
  return instantOrNull(value)
}
