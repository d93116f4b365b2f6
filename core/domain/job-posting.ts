import type { Listing } from './listing.ts'
import type { Place } from './posting.ts'
import type { Outgoing } from './outgoing.ts'
import type { EmploymentType, PayUnit } from './tags.ts'
import { US_STATES } from './us-states.ts'
import { STATES } from './vocabulary/states.ts'

/**
 * A listing as schema.org JobPosting, for search engines; null when a member that they need is not known (the
 * words of the advert, its employer, or where the work is done). Whether it may be marked up at all is asked
 * with `mayLeave(…, 'index', …)`. `url` is our page of it. Where no posting date is stated, the day on which it
 * was first seen stands for it. Pay is base pay by a unit of time that schema.org has; every other pay is left out.
 */
export function jobPosting(listing: Outgoing, url: string): Record<string, unknown> | null {
  const where = whereOf(listing)
  if (listing.html === null || listing.employer === null || where === null) return null
  const employmentType =
    listing.employment_type === null ? {} : { employmentType: EMPLOYMENT[listing.employment_type] }
  return {
    '@context': 'https://schema.org/',
    '@type': 'JobPosting',
    identifier: { '@type': 'PropertyValue', name: 'Foothold', value: String(listing.id) },
    url,
    title: listing.title,
    description: listing.html,
    datePosted: (listing.posted_at ?? listing.first_seen).slice(0, 10),
    ...(listing.closes_at === null ? {} : { validThrough: listing.closes_at }),
    ...employmentType,
    hiringOrganization: { '@type': 'Organization', name: listing.employer },
    ...where,
    ...salaryOf(listing),
    directApply: false,
  }
}

const EMPLOYMENT: Record<EmploymentType, string> = {
  full_time: 'FULL_TIME',
  part_time: 'PART_TIME',
  per_diem: 'PER_DIEM',
  contract: 'CONTRACTOR',
  temporary: 'TEMPORARY',
  internship: 'INTERN',
}

/** Wholly remote: where one may live. Else: where the work is done. null when neither is known. */
function whereOf(listing: Listing): Record<string, unknown> | null {
  if (listing.work_mode === 'remote') {
    return { jobLocationType: 'TELECOMMUTE', applicantLocationRequirements: mayLive(listing) }
  }
  const known = listing.places.filter(({ city, state }) => city !== null || state !== null)
  if (known.length === 0) return null
  const places = known.map(placeOf)
  return { jobLocation: places.length === 1 ? places[0] : places }
}

function mayLive({ states_allowed: allowed, states_excluded: excluded }: Listing): unknown {
  if (allowed.length === 0 && excluded.length === 0) return { '@type': 'Country', name: 'USA' }
  const named = allowed.length === 0 ? US_STATES : allowed
  return named
    .filter((state) => !excluded.includes(state))
    .map((state) => ({ '@type': 'State', name: `${STATES[state] ?? state}, USA` }))
}

function placeOf({ city, state, country }: Place): Record<string, unknown> {
  const address = {
    '@type': 'PostalAddress',
    ...(city === null ? {} : { addressLocality: city }),
    ...(state === null ? {} : { addressRegion: state }),
    addressCountry: country ?? 'US',
  }
  return { '@type': 'Place', address }
}

const UNITS: Partial<Record<PayUnit, string>> = {
  hour: 'HOUR',
  day: 'DAY',
  week: 'WEEK',
  month: 'MONTH',
  year: 'YEAR',
}

function salaryOf({ pay }: Listing): Record<string, unknown> {
  const unitText = pay === null ? undefined : UNITS[pay.unit]
  if (pay === null || unitText === undefined) return {}
  const { min, max } = pay
  if (min === null && max === null) return {}
  const amount =
    min === max
      ? { value: min }
      : {
          ...(min === null ? {} : { minValue: min }),
          ...(max === null ? {} : { maxValue: max }),
        }
  const value = { '@type': 'QuantitativeValue', ...amount, unitText }
  return { baseSalary: { '@type': 'MonetaryAmount', currency: 'USD', value } }
}
