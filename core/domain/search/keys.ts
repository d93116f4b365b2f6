import { STATE_CODES } from '../us-states.ts'

/**
 * What a listing carries for search, as whole numbers: the group in the high bits, the value in the low 24.
 * A named value is coded by a hash of its name, so that no list has to keep its order; numbers (employer, ZIP
 * code of a town) stand for themselves. The database and the in-process index both filter and count by these.
 */
export const KEY_GROUPS = {
  /** A state in which one of its places lies. */
  place_state: 1,
  /** A state whose people may hold it remotely; `any` when no list limits it. */
  remote_state: 2,
  role: 3,
  adjacent_role: 4,
  work_mode: 5,
  credential: 6,
  setting: 7,
  entry: 8,
  specialty: 9,
  system: 10,
  employment_type: 11,
  underserved: 12,
  source: 13,
  employer: 14,
  /** A town of its places, by the lowest ZIP code that the table gives it. */
  town: 15,
  flag: 16,
} as const
export type KeyGroup = keyof typeof KEY_GROUPS

const VALUE_BITS = 24
const VALUE_MASK = (1 << VALUE_BITS) - 1

/** @throws RangeError for a number that does not fit 24 bits. */
export function numberKey(group: 'source' | 'employer' | 'town', value: number): number {
  if (!Number.isInteger(value) || value < 0 || value > VALUE_MASK) {
    throw new RangeError(`${group} ${value} is no number from 0 to ${VALUE_MASK}.`)
  }
  return (KEY_GROUPS[group] << VALUE_BITS) | value
}

export const nameKey = (group: KeyGroup, name: string): number =>
  (KEY_GROUPS[group] << VALUE_BITS) | hash24(name)

export const groupOf = (key: number): number => key >>> VALUE_BITS
export const valueOf = (key: number): number => key & VALUE_MASK

/** FNV-1a over the code units, folded to 24 bits. test/core/domain/search proves that no two values of a vocabulary meet. */
function hash24(name: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < name.length; i += 1) h = Math.imul(h ^ name.charCodeAt(i), 0x01000193)
  return ((h >>> VALUE_BITS) ^ h) & VALUE_MASK
}

/** In the trade; carries a mark of fraud; says that apprentices are accepted. */
export const TRADE = nameKey('flag', 'trade')
export const SUSPICIOUS = nameKey('flag', 'suspicious')
export const APPRENTICES = nameKey('flag', 'apprentices')
export const REMOTE_ANY = nameKey('remote_state', 'any')

/** What registers can say of a place, as a search names it. */
export const UNDERSERVED = ['shortage_area', 'medically_underserved', 'rural'] as const
export type Underserved = (typeof UNDERSERVED)[number]

/** The apprentice code that "apprentices welcome" stands for when an advert names none. */
export const APPRENTICE_CODE = 'CPC-A'

/** Warnings about unclear wording; every other one may be the mark of a fraud. */
export const MILD_WARNINGS: readonly string[] = [
  'number_conflict',
  'structure_conflict',
  'contradiction',
  'language_not_english',
]

/** Whether a warning may be the mark of a fraud. */
export const mayBeFraud = (code: string): boolean => !MILD_WARNINGS.includes(code)

/** What a listing's keys are made of. */
export interface KeyFacts {
  in_domain: boolean
  states: readonly string[]
  work_mode: string
  states_allowed: readonly string[]
  states_excluded: readonly string[]
  role: string | null
  adjacent_role: string | null
  credentials_required: readonly string[]
  credentials_preferred: readonly string[]
  accepted_apprentice: boolean
  settings: readonly string[]
  /** What a real register says of its employer. */
  register_settings: readonly string[]
  entry: string
  specialties: readonly string[]
  systems: readonly string[]
  employment_type: string | null
  /** What real registers say of its places. */
  underserved: readonly Underserved[]
  warnings: readonly { code: string }[]
  source_id: number
  employer_id: number | null
  /** Lowest ZIP codes of the towns of its places (places.ts). */
  towns: readonly number[]
}

/** The search keys of a listing, each once, in ascending order. */
export function searchKeys(facts: KeyFacts): number[] {
  const keys = new Set<number>()
  const put = (group: KeyGroup, names: readonly (string | null)[]): void => {
    for (const name of names) if (name !== null) keys.add(nameKey(group, name))
  }
  if (facts.in_domain) keys.add(TRADE)
  if (facts.warnings.some(({ code }) => mayBeFraud(code))) keys.add(SUSPICIOUS)
  if (facts.accepted_apprentice) keys.add(APPRENTICES)
  put('place_state', facts.states)
  for (const key of remoteKeys(facts)) keys.add(key)
  put('role', [facts.role])
  put('adjacent_role', [facts.adjacent_role])
  put('work_mode', [facts.work_mode])
  put('credential', [...facts.credentials_required, ...facts.credentials_preferred])
  if (facts.accepted_apprentice) put('credential', [APPRENTICE_CODE])
  put('setting', [...facts.settings, ...facts.register_settings])
  put('entry', [facts.entry])
  put('specialty', facts.specialties)
  put('system', facts.systems)
  put('employment_type', [facts.employment_type])
  put('underserved', facts.underserved)
  keys.add(numberKey('source', facts.source_id))
  if (facts.employer_id !== null) keys.add(numberKey('employer', facts.employer_id))
  for (const zip of facts.towns) keys.add(numberKey('town', zip))
  return [...keys].sort((a, b) => a - b)
}

/** A remote job may be held where its list allows and nothing shuts out; without either, anywhere. */
function remoteKeys(facts: KeyFacts): number[] {
  if (facts.work_mode !== 'remote') return []
  const { states_allowed: allowed, states_excluded: excluded } = facts
  if (allowed.length === 0 && excluded.length === 0) return [REMOTE_ANY]
  const states = allowed.length === 0 ? STATE_CODES : allowed
  return states
    .filter((state) => !excluded.includes(state))
    .map((state) => nameKey('remote_state', state))
}
