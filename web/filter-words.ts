import type { ListingPage } from '../core/domain/listing.ts'
import type { KeyFilter } from '../core/domain/search/query.ts'
import { credentialName } from './credential-names.ts'
import {
  ADJACENT_ROLE_WORDS,
  EMPLOYMENT_WORDS,
  ENTRY_FILTER_WORDS,
  look,
  ROLE_WORDS,
  settingWord,
  stateName,
  systemWord,
  WORK_MODE_WORDS,
} from './words.ts'

/** Names of values that are numbers or keys. */
export type Names = ListingPage['names']

/** What a filter is called above its values. */
export const FILTER_WORDS: Record<KeyFilter, string> = {
  entry: 'Open to beginners?',
  state: 'State',
  work_mode: 'Where the work is done',
  role: 'Kind of work',
  adjacent_role: 'Which job beside the trade',
  credential: 'Credential it names',
  setting: 'Kind of employer',
  specialty: 'Medical specialty',
  system: 'Software it names',
  employment_type: 'Hours and contract',
  underserved: 'Place short of care',
  source: 'Where we found it',
  employer: 'Employer',
}

/** A filter whose name does not tell what its values mean. */
export const FILTER_HINTS: Partial<Record<KeyFilter, string>> = {
  state: 'A place there, or a remote job that people who live there may hold.',
  adjacent_role: 'First jobs in an office of health care, from which people move into the trade.',
  credential: 'A credential is a certificate you earn by an exam, such as CPC or RHIT.',
  setting: 'By the advert’s words, or by a government register of the employer.',
  system: 'Programs the advert speaks of. Many employers train you on theirs.',
  underserved: 'What government registers say of a town it hires in.',
  source: 'The job board or company page we read the advert from.',
}

const UNDERSERVED_WORDS: Record<string, string> = {
  shortage_area: 'Too few doctors (shortage area)',
  medically_underserved: 'Medically underserved area',
  rural: 'Rural',
}

const SPECIALTY_WORDS: Record<string, string> = {
  allergy_immunology: 'Allergy and immunology',
  ambulance_ems: 'Ambulance',
  asc: 'Surgery centers',
  behavioral_health: 'Mental and behavioral health',
  dme: 'Medical equipment (DME)',
  ent: 'Ear, nose and throat',
  evaluation_management: 'Office visits (E/M)',
  obgyn: 'Women’s health (OB/GYN)',
  inpatient: 'Hospital stays (inpatient)',
  outpatient: 'Visits without a stay (outpatient)',
  workers_compensation: 'Workers’ compensation',
}

export const specialtyWord = (key: string): string => look(SPECIALTY_WORDS, key)

/** A code with the name behind it: "CPC, Certified Professional Coder". */
export function credentialWord(code: string): string {
  const name = credentialName(code)?.replace(/, [^,]*$/, '')
  return name === undefined ? code : `${code}, ${name}`
}

/** The plain name of a value of a filter. `names` tells those of feeds and employers. */
export function facetWord(filter: string, value: string, names?: Names): string {
  switch (filter) {
    case 'entry':
      return look(ENTRY_FILTER_WORDS, value)
    case 'role':
      return look(ROLE_WORDS, value)
    case 'adjacent_role':
      return look(ADJACENT_ROLE_WORDS, value)
    case 'work_mode':
      return look(WORK_MODE_WORDS, value)
    case 'setting':
      return settingWord(value)
    case 'state':
      return stateName(value)
    case 'specialty':
      return specialtyWord(value)
    case 'system':
      return systemWord(value)
    case 'employment_type':
      return look(EMPLOYMENT_WORDS, value)
    case 'underserved':
      return look(UNDERSERVED_WORDS, value)
    case 'source':
      return named(names?.source, value) ?? value
    case 'employer':
      return named(names?.employer, value) ?? `Employer ${value}`
    default:
      return value
  }
}

function named(names: Record<string, string> | undefined, key: string): string | undefined {
  return names !== undefined && Object.hasOwn(names, key) ? names[key] : undefined
}

/** Values of a filter shown before "more". */
export const FACET_SHOWN = 6

/** A limit on experience: "Up to 12 months"; 0 is none at all. */
export function monthStep(n: number): string {
  return n === 0 ? 'None at all' : n === 1 ? 'Up to 1 month' : `Up to ${n} months`
}

/** "In the last 7 days", "In the last day". */
export function lastDays(n: number): string {
  return n === 1 ? 'In the last day' : `In the last ${n} days`
}
