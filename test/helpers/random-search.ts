import { KEY_FILTERS, SORTS, type ListingQuery } from '../../core/domain/search/query.ts'
import { SPECIALTIES } from '../../core/domain/vocabulary/specialties.ts'
import type { ListingRow } from './listings.ts'

type Random = () => number

const STATES = ['PA', 'OH', 'TX', 'NY', 'PR'] as const
const ROLES = ['coding', 'billing', 'both', 'adjacent']
const ADJACENT = ['medical_records', 'front_desk', 'scheduling']
const WORK_MODES = ['onsite', 'hybrid', 'remote', 'remote_after', 'not_stated']
const CODES = ['CPC', 'CPC-A', 'CCS', 'RHIT', 'CPB']
const SETTINGS = ['snf', 'fqhc', 'hospice', 'va']
const ENTRY = ['open', 'open_with_credential', 'asks_experience', 'not_stated', 'contradictory']
const FIELDS = Object.keys(SPECIALTIES).slice(0, 3)
const SYSTEMS = ['epic', 'cerner', 'meditech']
const TYPES = ['full_time', 'part_time', 'contract']
const PLACES = [
  { city: 'Scranton', state: 'PA', country: 'US' },
  { city: 'Wilkes-Barre', state: 'PA', country: 'US' },
  { city: 'Binghamton', state: 'NY', country: 'US' },
  { city: 'Philadelphia', state: 'PA', country: 'US' },
  { city: 'Columbus', state: 'OH', country: 'US' },
  { city: 'Nowhere at All', state: 'TX', country: 'US' },
] as const

const one = <T>(random: Random, list: readonly T[]): T =>
  list[Math.floor(random() * list.length)] as T

/** Up to `most` of a list, each once. */
const some = <T>(random: Random, list: readonly T[], most: number): T[] => [
  ...new Set(Array.from({ length: Math.floor(random() * (most + 1)) }, () => one(random, list))),
]

/** A listing that may differ from others in everything a filter, a sort or a word looks at. */
export function randomListing(
  random: Random,
  known: { sources: readonly number[]; employers: readonly number[] },
): ListingRow {
  const places = some(random, PLACES, 2)
  return {
    lead_source_id: one(random, known.sources),
    employer_id: random() < 0.2 ? null : one(random, known.employers),
    title: `${one(random, ['Medical', 'Senior', 'Remote', 'Entry'])} ${one(random, ['Coder', 'Biller', 'Clerk', 'Billing Specialist'])}`,
    employer: one(random, [null, 'Mercy Hill', 'Denial Partners']),
    text: `${one(random, ['denials', 'payments', 'audits'])} and ${one(random, ['Epic', 'claims', 'medical records'])} ${one(random, ['work', 'coder', 'daily'])}`,
    places: [...places],
    states: [...new Set(places.map((p) => p.state))],
    in_domain: random() < 0.8,
    role: one(random, [...ROLES, 'adjacent', null]),
    adjacent_role: random() < 0.3 ? one(random, ADJACENT) : null,
    work_mode: one(random, [...WORK_MODES, 'remote']),
    states_allowed: random() < 0.5 ? [] : some(random, STATES, 3),
    states_excluded: random() < 0.7 ? [] : some(random, STATES, 2),
    credentials_required: random() < 0.4 ? [] : some(random, CODES, 2),
    credentials_any_of: random() < 0.5,
    credentials_class: random() < 0.2 ? 'any_coding' : null,
    credentials_preferred: some(random, CODES, 1),
    accepted_apprentice: random() < 0.3,
    within_months_of_hire: random() < 0.15 ? 12 : null,
    settings: some(random, SETTINGS, 2),
    entry: one(random, ENTRY),
    specialties: some(random, FIELDS, 2),
    systems: some(random, SYSTEMS, 2),
    employment_type: random() < 0.3 ? null : one(random, TYPES),
    min_months: one(random, [null, 0, 4.5, 6, 12, 24, 60]),
    pay_hour_min: one(random, [null, 15, 18.5, 22]),
    pay_hour_max: one(random, [null, 23, 30]),
    warnings:
      random() < 0.2
        ? [{ code: one(random, ['fee_to_start', 'number_conflict']), words: 'x' }]
        : [],
    closed_at: random() < 0.1 ? '2026-11-22T00:00:00Z' : null,
    posted_at: random() < 0.4 ? null : `2026-11-${10 + Math.floor(random() * 14)}T12:00:00.000Z`,
    // Few distinct instants, so that the id has to break ties.
    first_seen: `2026-11-${10 + Math.floor(random() * 10)}T00:00:00.000${random() < 0.5 ? '' : '125'}Z`,
  }
}

const WORDS = [
  'coder',
  'denials',
  'medical -clerk',
  '"medical records"',
  'biller or clerk',
  'billing specialist epic',
  'work -"and epic" denials',
  '-coder',
  'mercy coder claims',
]

/** A search that may use any filter, any order and words; it is found by `limit` of a page. */
export function randomQuery(
  random: Random,
  known: { sources: readonly string[]; employers: readonly number[] },
): ListingQuery {
  const maybe = <T>(chance: number, value: () => T): T | undefined =>
    random() < chance ? value() : undefined
  const query: ListingQuery = {
    q: maybe(0.5, () => one(random, WORDS)),
    accepts_apprentice: maybe(0.1, () => random() < 0.5),
    holds: maybe(0.15, () => some(random, CODES, 2)),
    max_months: maybe(0.2, () => one(random, [0, 6, 12, 30])),
    pay_floor_hour: maybe(0.1, () => one(random, [18.5, 20, 23])),
    pay_floor_year: maybe(0.1, () => one(random, [31_200, 48_000])),
    posted_within: maybe(0.1, () => one(random, [5, 7, 12])),
    near: maybe(0.25, () => one(random, ['Scranton, PA', '13901', 'Columbus, Ohio'])),
    radius: maybe(0.5, () => one(random, [10, 25, 100, 200])),
    warnings: maybe(0.3, () => one(random, ['show', 'only'] as const)),
    sort: maybe(0.8, () => one(random, SORTS)),
    limit: one(random, [1, 5, 50]),
  }
  if (query.max_months !== undefined) {
    query.unstated_months = maybe(0.5, () => 'include' as const)
  }
  const values = {
    state: [...STATES, 'CA'],
    role: ROLES,
    adjacent_role: ADJACENT,
    work_mode: WORK_MODES,
    credential: CODES,
    setting: SETTINGS,
    entry: ENTRY,
    specialty: FIELDS,
    system: SYSTEMS,
    employment_type: TYPES,
    underserved: ['rural', 'shortage_area'],
    source: [...known.sources, 'unknown-feed'],
    employer: known.employers.map(String),
  }
  for (const filter of KEY_FILTERS) {
    const few = (): string[] | undefined => {
      const chosen = values[filter].filter(() => random() < 0.4)
      return chosen.length > 0 ? chosen : undefined
    }
    if (random() < 0.13) query[filter] = few()
    if (random() < 0.07) query[`not_${filter}`] = few()
  }
  return query
}
