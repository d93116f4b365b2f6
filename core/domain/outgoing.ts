import type { Listing } from './listing.ts'
import { allows, type Use } from './policy.ts'
import { mayBeFraud } from './search/keys.ts'
import { sanitiseAdvertHtml } from './text/sanitise.ts'

/** A listing as it leaves the product: in a feed, in an export, or as markup that others read. */
export interface Outgoing extends Listing {
  /** The advert's words as safe HTML; null where none are kept or the terms forbid keeping them. */
  html: string | null
}

/** What decides over a listing on its way out. */
export type Leaving = Pick<Listing, 'status' | 'closes_at' | 'demo' | 'warnings'>

/** Whether a listing still stands: open, and its closing date is not past. `now` in milliseconds since 1970. */
export function stillStands(listing: Pick<Leaving, 'status' | 'closes_at'>, now: number): boolean {
  if (listing.status !== 'open') return false
  return listing.closes_at === null || Date.parse(listing.closes_at) > now
}

/** Whether a warning says that the advert may be a fraud: such an advert is never passed on. */
export const isSuspicious = ({ warnings }: Pick<Leaving, 'warnings'>): boolean =>
  warnings.some(({ code }) => mayBeFraud(code))

/**
 * Whether a real listing may be put to `use` outside our own pages: it still stands, nothing about it may be a
 * fraud, and the terms of the source whose words it shows allow it. An invented one never may.
 */
export function mayLeave(
  listing: Leaving,
  use: Use,
  policy: Record<string, unknown>,
  now: number,
): boolean {
  return !listing.demo && !isSuspicious(listing) && stillStands(listing, now) && allows(policy, use)
}

/** The words of an advert as they may go out: its HTML made safe, else its text in paragraphs; null for none. */
export function outgoingHtml(
  words: { html: string | null; text: string },
  policy: Record<string, unknown>,
): string | null {
  if (policy['may_cache_text'] !== true) return null
  const html = sanitiseAdvertHtml(words.html ?? paragraphs(words.text))
  return html === '' ? null : html
}

const paragraphs = (text: string): string =>
  text
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) => `<p>${escaped(line)}</p>`)
    .join('')

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
