import type { RawPosting } from '../../core/domain/posting.ts'
import { stated } from './shape.ts'

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
