import type { Verdict } from '../core/domain/profile.ts'
import type {
  AdjacentRole,
  EducationLevel,
  EmploymentType,
  EntryVerdict,
  Level,
  Role,
  Setting,
  Strength,
  WorkMode,
} from '../core/domain/tags.ts'
import type { Sort } from '../core/domain/search/query.ts'
import { STATES } from '../core/domain/vocabulary/states.ts'

/** Plain names of every tag value. A value that is not listed is shown as it stands, underscores as spaces. */

export const ENTRY_WORDS: Record<EntryVerdict, string> = {
  open: 'Open to beginners',
  open_with_credential: 'Open with a credential',
  asks_experience: 'Asks for experience',
  not_stated: 'Does not say',
  contradictory: 'Says two things',
}

/** The same verdicts as a filter names them, each clear on its own. */
export const ENTRY_FILTER_WORDS: Record<EntryVerdict, string> = {
  open: 'Open to beginners',
  open_with_credential: 'Open with a credential or course',
  asks_experience: 'Asks for paid experience',
  not_stated: 'Does not say',
  contradictory: 'Says two things',
}

export const ROLE_WORDS: Record<Role, string> = {
  coding: 'Medical coding',
  billing: 'Medical billing',
  both: 'Coding and billing',
  adjacent: 'Jobs beside the trade',
}

export const ADJACENT_ROLE_WORDS: Record<AdjacentRole, string> = {
  patient_access: 'Patient access',
  registration: 'Patient registration',
  scheduling: 'Scheduling',
  front_desk: 'Front desk',
  prior_authorization: 'Prior authorization',
  insurance_verification: 'Insurance verification',
  medical_records: 'Medical records',
  release_of_information: 'Release of records',
  him_clerk: 'Health records office',
  cdi: 'Clinical documentation',
}

export const LEVEL_WORDS: Record<Level, string> = {
  entry: 'Entry level by its title',
  mid: 'Middle level by its title',
  senior: 'Senior by its title',
  unknown: 'The title names no level',
}

export const WORK_MODE_WORDS: Record<WorkMode, string> = {
  onsite: 'On site',
  hybrid: 'Part home, part on site',
  remote: 'Remote',
  remote_after: 'Remote after training',
  not_stated: 'Not stated',
}

export const SETTING_WORDS: Record<Setting, string> = {
  assisted_living: 'Assisted living',
  memory_care: 'Memory care',
  snf: 'Nursing home',
  ccrc: 'Retirement community with care',
  home_health: 'Home health agency',
  hospice: 'Hospice',
  pace: 'PACE program for older adults',
  fqhc: 'Community health center',
  rural_health_clinic: 'Rural health clinic',
  critical_access: 'Small rural hospital',
  ihs_tribal_urban: 'Indian Health Service or tribal health',
  correctional: 'Jail or prison health care',
  va: 'Veterans Affairs',
  behavioral: 'Mental health or addiction care',
  safety_net: 'Safety-net hospital or clinic',
}

/** One sentence on what such an employer is. */
export const SETTING_ABOUT: Record<Setting, string> = {
  assisted_living: 'Housing with help in daily life, licensed by the state.',
  memory_care: 'A home or unit for people with dementia.',
  snf: 'A skilled nursing facility (SNF), certified by Medicare or Medicaid.',
  ccrc: 'A campus where people move from independent living to nursing care.',
  home_health: 'A certified agency that sends nurses and therapists to people at home.',
  hospice: 'Care at the end of life.',
  pace: 'All-inclusive care that lets frail older people stay at home.',
  fqhc: 'A federally qualified health center (FQHC), or one run by the same rules.',
  rural_health_clinic: 'A clinic in a rural area that is short of doctors.',
  critical_access: 'A rural hospital with 25 beds or fewer ("critical access").',
  ihs_tribal_urban: 'Care for American Indian and Alaska Native people.',
  correctional: 'Health care inside a jail or prison.',
  va: 'Hospitals and clinics of the Department of Veterans Affairs (VA).',
  behavioral: 'Mental health care, or care for people who use drugs or alcohol.',
  safety_net: 'A public employer, or one where many patients have Medicaid or no insurance.',
}

export const EMPLOYMENT_WORDS: Record<EmploymentType, string> = {
  full_time: 'Full time',
  part_time: 'Part time',
  per_diem: 'As needed (per diem)',
  contract: 'Contract',
  temporary: 'Temporary',
  internship: 'Internship',
}

export const EDUCATION_WORDS: Record<EducationLevel, string> = {
  high_school: 'High school diploma or GED',
  certificate: 'Certificate from a course or program',
  some_college: 'Some college',
  associate: 'Associate degree',
  bachelor: 'Bachelor’s degree',
  master: 'Master’s degree',
}

export const STRENGTH_WORDS: Record<Strength, string> = {
  required: 'Required',
  preferred: 'Nice to have',
  unspecified: 'Not marked either way',
}

export const VERDICT_WORDS: Record<Verdict, string> = {
  open: 'Open to you now',
  likely: 'Likely',
  stretch: 'A stretch',
  not_yet: 'Not yet',
  unknown: 'Cannot tell',
}

/** What each verdict means, after design of the matching rules. */
export const VERDICT_ABOUT: Record<Verdict, string> = {
  open: 'You meet everything the advert says it requires.',
  likely: 'Nothing required is clearly missing, but one point is unsaid.',
  stretch: 'One thing is missing by a small margin, or one of your wishes does not fit.',
  not_yet: 'Something the advert requires is clearly missing.',
  unknown: 'The advert, or your answers, do not say enough.',
}

export const SORT_WORDS: Record<Sort, string> = {
  best: 'Best match',
  newest: 'Newest first',
  pay: 'Highest pay first',
  nearest: 'Nearest first',
  least_experience: 'Least experience first',
}

/** What was read, by the name of the tag. */
const TAG_WORDS: Record<string, string> = {
  in_domain: 'The trade',
  role: 'Kind of work',
  adjacent_role: 'Which job beside the trade',
  level: 'Level',
  min_months: 'Experience asked',
  max_months: 'Most experience',
  preferred_months: 'Experience, nice to have',
  entry: 'Open to beginners or not',
  credentials: 'Credentials',
  'credentials.required': 'Credentials asked',
  'credentials.preferred': 'Credentials, nice to have',
  education: 'Schooling',
  work_mode: 'Where the work is done',
  hybrid_days_onsite: 'Office days a week',
  states_allowed: 'States you may live in',
  states_excluded: 'States that are shut out',
  settings: 'Kind of employer',
  specialties: 'Medical specialty',
  systems: 'Software',
  employment_type: 'Hours and contract',
  pay: 'Pay',
  warnings: 'Warning',
  requirement: 'What it asks',
}

/** "hybrid_days" -> "Hybrid days". */
export function humanise(key: string): string {
  const text = key.replace(/[_.]+/g, ' ').trim()
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** The word of a table for a key; a key it does not hold is shown as it stands, underscores as spaces. */
export function look(table: Record<string, string>, key: string): string {
  return Object.hasOwn(table, key) ? (table[key] ?? humanise(key)) : humanise(key)
}

/** The name of a tag; `credentials.required` and the like fall back on their first part. */
export function tagWord(key: string): string {
  if (Object.hasOwn(TAG_WORDS, key)) return look(TAG_WORDS, key)
  const head = key.split(/[.:]/)[0] ?? key
  return look(TAG_WORDS, head)
}

export const settingWord = (value: string): string => look(SETTING_WORDS, value)

/** Names of software that are not written as their key is. */
const SYSTEM_WORDS: Record<string, string> = {
  athenahealth: 'athenahealth',
  eclinicalworks: 'eClinicalWorks',
  nextgen: 'NextGen',
  pointclickcare: 'PointClickCare',
  matrixcare: 'MatrixCare',
  solventum_encoder: '3M (Solventum) encoder',
  trucode: 'TruCode',
  advancedmd: 'AdvancedMD',
  find_a_code: 'Find-A-Code',
  fiss_dde: 'FISS/DDE (Medicare claim entry)',
  cpsi: 'CPSI (TruBridge)',
  ssi: 'SSI',
  navinet: 'NaviNet',
  finthrive: 'FinThrive',
  modernizing_medicine: 'ModMed',
  drchrono: 'DrChrono',
  simplepractice: 'SimplePractice',
  therapynotes: 'TherapyNotes',
  alayacare: 'AlayaCare',
  rpms: 'RPMS',
  vista_cprs: 'VistA/CPRS',
  mhs_genesis: 'MHS Genesis',
  imagetrend: 'ImageTrend',
  collaboratemd: 'CollaborateMD',
  quickbooks: 'QuickBooks',
  ge_centricity: 'GE Centricity',
  practicesuite: 'PracticeSuite',
  webpt: 'WebPT',
  onco_emr: 'OncoEMR',
  sis: 'SIS',
  hyland_onbase: 'Hyland OnBase',
  qnxt: 'QNXT',
}

/** The name of a software system as its users write it. */
export const systemWord = (key: string): string =>
  Object.hasOwn(SYSTEM_WORDS, key)
    ? (SYSTEM_WORDS[key] ?? key)
    : humanise(key).replace(/ [a-z]/g, (letter) => letter.toUpperCase())

const WARNING_WORDS: Record<string, string> = {
  number_conflict: 'The advert gives two different numbers for one thing.',
  structure_conflict: 'The employer’s form and the advert’s text disagree.',
  contradiction: 'The advert sounds like a first job, yet asks for years of work.',
  language_not_english: 'The advert is not in English, so we read little of it.',
  training_advert: 'This may be an advert for a course, not a job.',
  fee_to_start: 'It seems to ask you to pay before you start. Honest employers never do.',
  cheque_for_equipment: 'It seems to send a check to buy equipment. That is a well-known fraud.',
  unusual_payment: 'It speaks of gift cards or other ways to pay that fraudsters like.',
  chat_only_interview: 'It seems to interview only by text chat. Fake job offers often do.',
  free_mail_contact: 'The contact is a free e-mail address. Check that the employer is real.',
  earnings_claim: 'It promises big earnings. This may be a business offer, not a job with a wage.',
  guaranteed_job: 'It promises a sure job. No honest advert can.',
  asks_private_data: 'It seems to ask for private papers before an offer.',
  secret_government_list:
    'It sells a list of government jobs. The real list, usajobs.gov, is free.',
  pay_too_good: 'The pay is far above what such work earns. Check that the employer is real.',
}

/** A warning in one sentence. */
export function warningWord(code: string): string {
  return Object.hasOwn(WARNING_WORDS, code) ? look(WARNING_WORDS, code) : `${humanise(code)}.`
}

/** Two-letter code to name: the states, the District of Columbia and the territories. */
const STATE_NAMES: Readonly<Record<string, string>> = {
  ...STATES,
  AS: 'American Samoa',
  GU: 'Guam',
  MP: 'Northern Mariana Islands',
  PR: 'Puerto Rico',
  VI: 'US Virgin Islands',
}

export function stateName(code: string): string {
  return Object.hasOwn(STATE_NAMES, code) ? (STATE_NAMES[code] ?? code) : code
}
