import { SEARCH_VERSION, searchKeys, type KeyFacts } from '../../core/domain/search/keys.ts'
import {
  ADJACENT_ROLES,
  SETTINGS,
  type AdjacentRole,
  type EntryVerdict,
  type Role,
  type WorkMode,
} from '../../core/domain/tags.ts'
import { US_STATES } from '../../core/domain/us-states.ts'
import { CREDENTIALS } from '../../core/domain/vocabulary/credentials.ts'
import { SPECIALTIES } from '../../core/domain/vocabulary/specialties.ts'
import { SYSTEMS } from '../../core/domain/vocabulary/systems.ts'
import { loadSynonyms } from '../../core/synonyms-file.ts'
import { TAGGER_VERSION } from '../../core/domain/read/read-advert.ts'
import type { LISTING_COLUMNS } from '../../core/store/listing-columns.ts'
import { seededRandom } from '../../test/helpers/random.ts'
import { invented, pick } from '../words.ts'
import { AliasTable, zipf } from './alias.ts'
import { largestTowns, PEOPLE, type Town } from './places.ts'
import { NOW } from './now.ts'
import { paragraphs, textNumber } from './text.ts'

export const EMPLOYERS = 5000
export const SOURCES = 40
const MEAN_AGE_DAYS = 20
const DAY_MS = 86_400_000
/** Feeds are read every ten minutes, so listings come in groups first seen at one instant. */
const POLL_MS = 600_000

/** Columns of `listing` that a row of the bench fills: all but the ones the database makes. */
export type BenchListing = Record<keyof typeof LISTING_COLUMNS, unknown> & {
  id: number
  first_seen: string
  closed_at: string | null
  close_reason: string | null
  search_keys: number[]
  search_version: number
  concepts: string[]
  head_concepts: string[]
}

const towns = largestTowns()
const ofState = new AliasTable(US_STATES.map((state) => PEOPLE[state] ?? 10))
const ofTown = new AliasTable(zipf(25, 0.8))
const ofEmployer = new AliasTable(zipf(EMPLOYERS, 0.7))
const ofSource = new AliasTable(zipf(SOURCES, 0.6))
const ofCredential = new AliasTable(zipf(20, 0.9))
const ofSetting = new AliasTable(zipf(10, 0.6))
const codes = CREDENTIALS.slice(0, 20).map(({ code }) => code)
const specialties = Object.keys(SPECIALTIES)
const systems = Object.keys(SYSTEMS)

const TITLES: readonly (readonly [title: string, role: Role, adjacent: AdjacentRole | null])[] = [
  ['Medical Coder', 'coding', null],
  ['Medical Biller', 'billing', null],
  ['Medical Billing Specialist', 'billing', null],
  ['Outpatient Coding Specialist', 'coding', null],
  ['Medical Biller and Coder', 'both', null],
  ['Claims Follow-Up Representative', 'billing', null],
  ['Inpatient Coder', 'coding', null],
  ['Patient Account Representative', 'billing', null],
  ['Risk Adjustment Coder', 'coding', null],
  ['Payment Posting Specialist', 'billing', null],
  ['Denials Specialist', 'billing', null],
  ['Medical Records Technician', 'adjacent', 'medical_records'],
  ['Patient Access Representative', 'adjacent', 'patient_access'],
  ['Release of Information Clerk', 'adjacent', 'release_of_information'],
  ['Insurance Verification Specialist', 'adjacent', 'insurance_verification'],
  ['Front Desk Coordinator', 'adjacent', 'front_desk'],
]
const ofTitle = new AliasTable(zipf(TITLES.length, 0.6))
const LEVELS = [
  '',
  '',
  '',
  '',
  ' I',
  ' II',
  ', Senior',
  ', Remote',
  ', Entry Level',
  ' - Part Time',
]
const IN_TRADE = new Set<AdjacentRole>(ADJACENT_ROLES.slice(-4))
const KINDS = 'Health;Medical Center;Clinic;Hospital;Family Care;Physicians;Home Health'.split(';')

/** An employer's name; its number is that of its row. */
export const employerName = (n: number): string =>
  `${capital(invented(n * 3 + 1))} ${KINDS[n % KINDS.length] ?? 'Health'}`

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

/**
 * Listing `n` (from 0) of `rows`, made from these two numbers alone. Numbers rise with the day first seen, as
 * they do in life; ages are exponential with a mean of 20 days.
 */
export function benchListing(n: number, rows: number): BenchListing {
  const random = seededRandom(Math.imul(n + 1, 0x27d4eb2f))
  const [title = '', role = 'coding', adjacent = null] = TITLES[ofTitle.draw(random)] ?? []
  const employer = ofEmployer.draw(random)
  const name = employerName(employer)
  const shownTitle = title + (LEVELS[pick(random, LEVELS.length)] ?? '')
  const source = 1 + ofSource.draw(random)
  const mode = workMode(random)
  const places = placesOf(random, mode)
  const [first] = places
  const text = textOf(n)
  const asked = asks(random)
  const pay = payOf(random)
  const facts: KeyFacts = {
    in_domain: adjacent === null || IN_TRADE.has(adjacent),
    states: [...new Set(places.map((p) => p.state))],
    work_mode: mode,
    ...stateLimits(random, mode),
    role,
    adjacent_role: adjacent,
    credentials_required: asked.required,
    credentials_preferred: some(random, 0.25, () => codes[ofCredential.draw(random)] ?? 'CPC'),
    accepted_apprentice: asked.apprentice,
    settings: some(random, 0.45, () => SETTINGS[ofSetting.draw(random)] ?? 'snf'),
    register_settings: [],
    entry: asked.entry,
    specialties: some(random, 0.3, () => specialties[pick(random, specialties.length)] ?? ''),
    systems: some(random, 0.35, () => systems[pick(random, systems.length)] ?? ''),
    employment_type: random() < 0.7 ? employmentType(random) : null,
    underserved: random() < 0.12 ? ['shortage_area'] : [],
    warnings:
      random() < 0.01
        ? [{ code: 'fee_to_start' }]
        : random() < 0.03
          ? [{ code: 'contradiction' }]
          : [],
    source_id: source,
    employer_id: employer + 1,
    towns: places.map((p) => p.zip),
  }
  return {
    id: n + 1,
    same_key: `bench ${n}`,
    lead_source_id: source,
    lead_external_id: `bench-${n}`,
    employer_id: employer + 1,
    title: shownTitle,
    employer: name,
    place: first === undefined ? 'Remote' : placeName(first, places.length - 1),
    places: JSON.stringify(places.map(({ city, state }) => ({ city, state, country: 'US' }))),
    url: `https://jobs.example.org/bench/${n}`,
    apply_url: `https://jobs.example.org/bench/${n}/apply`,
    ...times(random, n, rows),
    closes_at: null,
    demo: false,
    ...text,
    ...columnsOf(facts),
    ...asked.columns,
    level: title.length % 3 === 0 ? 'entry' : 'unknown',
    education: random() < 0.5 ? EDUCATION : null,
    hybrid_days_onsite: mode === 'hybrid' ? 3 : null,
    ...pay,
    requirement: requirementOf(asked),
    evidence: evidenceOf(random, text.text, asked, pay.pay_unit),
    tagger_version: TAGGER_VERSION,
    search_keys: searchKeys(facts),
    search_version: SEARCH_VERSION,
    concepts: conceptsIn(shownTitle, name, text.text),
    head_concepts: conceptsIn(shownTitle, name),
  }
}

const synonyms = loadSynonyms()
const conceptsIn = (...texts: string[]): string[] =>
  [...new Set(texts.flatMap((text) => synonyms.conceptsIn(text)))].sort()

const EDUCATION = JSON.stringify({ level: 'high_school', field: null, strength: 'required' })

function columnsOf(facts: KeyFacts) {
  return {
    in_domain: facts.in_domain,
    states: facts.states,
    work_mode: facts.work_mode,
    states_allowed: facts.states_allowed,
    states_excluded: facts.states_excluded,
    role: facts.role,
    adjacent_role: facts.adjacent_role,
    credentials_required: facts.credentials_required,
    credentials_preferred: facts.credentials_preferred,
    accepted_apprentice: facts.accepted_apprentice,
    settings: facts.settings,
    entry: facts.entry,
    specialties: facts.specialties,
    systems: facts.systems,
    employment_type: facts.employment_type,
    warnings: JSON.stringify(
      facts.warnings.map(({ code }) => ({ code, words: 'send a fee first' })),
    ),
  }
}

function textOf(n: number): { text: string; html: string; bands: number[] } {
  const from = textNumber(n)
  const parts = paragraphs(from, from === n ? null : n)
  const band = seededRandom(Math.imul(from + 11, 0x165667b1))
  return {
    text: parts.join('\n\n'),
    html: parts.map((part) => `<p>${part}</p>`).join('\n'),
    bands: Array.from({ length: 16 }, () => pick(band, 4_000_000_000) - 2_000_000_000),
  }
}

function times(random: () => number, n: number, rows: number) {
  const age = -MEAN_AGE_DAYS * Math.log((n + 1 - random()) / rows)
  const first = Math.floor((NOW.getTime() - age * DAY_MS) / POLL_MS) * POLL_MS
  const closed = random() < 0.2 ? first + random() * (NOW.getTime() - first) : null
  return {
    first_seen: new Date(first).toISOString(),
    posted_at: random() < 0.9 ? new Date(first - random() * 3 * DAY_MS).toISOString() : null,
    closed_at: closed === null ? null : new Date(closed).toISOString(),
    close_reason: closed === null ? null : 'gone',
  }
}

function workMode(random: () => number): WorkMode {
  const u = random()
  if (u < 0.5) return 'onsite'
  if (u < 0.72) return 'remote'
  if (u < 0.84) return 'hybrid'
  return u < 0.87 ? 'remote_after' : 'not_stated'
}

function placesOf(random: () => number, mode: WorkMode): Town[] {
  const placeless = random()
  if (mode === 'remote' && placeless < 0.3) return []
  const one = (): Town => {
    const state = US_STATES[ofState.draw(random)] ?? 'PA'
    return towns.get(state)?.[ofTown.draw(random)] ?? { city: 'Erie', state: 'PA', zip: 16501 }
  }
  return random() < 0.05 ? [one(), one()] : [one()]
}

const placeName = ({ city, state }: Town, more: number): string =>
  `${city}, ${state}${more === 0 ? '' : ` and ${more} more place`}`

function stateLimits(random: () => number, mode: WorkMode) {
  const limited = random()
  const none = { states_allowed: [] as string[], states_excluded: [] as string[] }
  if (mode !== 'remote' || limited < 0.5) return none
  const count = limited < 0.9 ? 2 + pick(random, 12) : 1 + pick(random, 3)
  const drawn = Array.from({ length: count }, () => US_STATES[ofState.draw(random)] ?? 'PA')
  const states = [...new Set(drawn)]
  return limited < 0.9 ? { ...none, states_allowed: states } : { ...none, states_excluded: states }
}

interface Asked {
  entry: EntryVerdict
  required: string[]
  apprentice: boolean
  months: number | null
  columns: Record<
    | 'min_months'
    | 'max_months'
    | 'preferred_months'
    | 'credentials_any_of'
    | 'credentials_class'
    | 'within_months_of_hire',
    unknown
  >
}

function asks(random: () => number): Asked {
  const months = random() < 0.35 ? null : ([0, 6, 12, 12, 24, 24, 36, 60][pick(random, 8)] ?? 12)
  const required = some(random, 0.45, () => codes[ofCredential.draw(random)] ?? 'CPC')
  if (required.length > 0 && random() < 0.4)
    required.push(codes[ofCredential.draw(random)] ?? 'CCS')
  const cls = required.length === 0 && random() < 0.1 ? 'any_coding' : null
  const bare = required.length === 0 && cls === null
  const entry =
    months === null
      ? 'not_stated'
      : months > 0
        ? 'asks_experience'
        : bare
          ? 'open'
          : 'open_with_credential'
  return {
    entry: random() < 0.02 ? 'contradictory' : entry,
    required: [...new Set(required)],
    apprentice: required.includes('CPC-A') || (!bare && random() < 0.1),
    months,
    columns: {
      min_months: months,
      max_months: months !== null && random() < 0.1 ? months + 24 : null,
      preferred_months: random() < 0.15 ? 24 : null,
      credentials_any_of: random() < 0.8,
      credentials_class: cls,
      within_months_of_hire: !bare && random() < 0.1 ? 12 : null,
    },
  }
}

/** 60 % state their pay: most by the hour, in steps of 25 cents, the others by the year. */
function payOf(random: () => number) {
  if (random() >= 0.6) {
    return { pay_min: null, pay_max: null, pay_unit: null, pay_hour_min: null, pay_hour_max: null }
  }
  const low = 15 + pick(random, 80) / 4
  const high = random() < 0.75 ? low + 1 + pick(random, 40) / 4 : null
  const hourly = { pay_hour_min: low, pay_hour_max: high ?? low }
  if (random() < 0.7) return { pay_min: low, pay_max: high ?? low, pay_unit: 'hour', ...hourly }
  return { pay_min: low * 2080, pay_max: (high ?? low) * 2080, pay_unit: 'year', ...hourly }
}

const employmentType = (random: () => number): string => {
  const u = random()
  return u < 0.8 ? 'full_time' : u < 0.92 ? 'part_time' : u < 0.97 ? 'contract' : 'per_diem'
}

function some(random: () => number, chance: number, draw: () => string): string[] {
  return random() < chance ? [draw()] : []
}

function requirementOf({ months, required, columns }: Asked): string {
  const span = { start: 0, end: 0, words: '', strength: 'required' }
  const of: unknown[] = []
  if (months !== null) {
    of.push({
      kind: 'experience',
      min_months: months,
      max_months: null,
      domain: 'billing',
      ...span,
    })
  }
  if (required.length > 0) {
    of.push({
      kind: 'credential',
      codes: required,
      any_of: columns.credentials_any_of,
      class: null,
      accepted_apprentice: false,
      within_months_of_hire: columns.within_months_of_hire,
      ...span,
    })
  }
  return JSON.stringify({ kind: 'all_of', of })
}

function evidenceOf(
  random: () => number,
  text: string,
  { months, required }: Asked,
  unit: string | null,
): string {
  const span = (rule: string) => {
    const start = pick(random, text.length - 60)
    return [{ start, end: start + 50, words: text.slice(start, start + 50), rule }]
  }
  return JSON.stringify({
    role: span('title.role'),
    work_mode: span('place.mode'),
    ...(months === null ? {} : { min_months: span('experience.months') }),
    ...(required.length === 0 ? {} : { credentials: span('credential.code') }),
    ...(unit === null ? {} : { pay: span('pay.range') }),
  })
}
