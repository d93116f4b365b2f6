import type { RawPosting } from './posting.ts'

const DAY_MS = 86_400_000
/** Before the first job feeds: dates under it are placeholders of a database (0001-01-01, 1970-01-01). */
const FIRST_DATE = Date.parse('2000-01-01T00:00:00Z')

/**
 * The posting without dates that cannot be: posted in the future (a clock that is wrong by more than a
 * day), closing before it was posted, or before the year 2000. Such a date is unknown, never a reason to
 * close or hide an advert. Platforms make dates up (peers: one gives the request's time less two years).
 */
export function soundDates(posting: RawPosting, now: Date): RawPosting {
  const posted = known(posting.posted_at)
  const expires = known(posting.expires_at)
  const postedIsSound = posted !== null && posted <= now.getTime() + DAY_MS
  const expiresIsSound = expires !== null && (!postedIsSound || expires >= posted - DAY_MS)
  return {
    ...posting,
    posted_at: postedIsSound ? posting.posted_at : null,
    expires_at: expiresIsSound ? posting.expires_at : null,
  }
}

function known(date: string | null): number | null {
  const ms = date === null ? NaN : Date.parse(date)
  return Number.isNaN(ms) || ms < FIRST_DATE ? null : ms
}
