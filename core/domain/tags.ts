/**
 * The closed vocabularies of every tag, as `tags.md` of the project defines them and as the `read`
 * command promises them. A value outside these lists is never produced.
 */
export const ROLES = ['coding', 'billing', 'both', 'adjacent'] as const
export type Role = (typeof ROLES)[number]

/** First-rung and neighbouring jobs. The last four of the trade are `in_domain`, the others are not. */
export const ADJACENT_ROLES = [
  'patient_access',
  'registration',
  'scheduling',
  'front_desk',
  'prior_authorization',
  'insurance_verification',
  'medical_records',
  'release_of_information',
  'him_clerk',
  'cdi',
] as const
export type AdjacentRole = (typeof ADJACENT_ROLES)[number]

export const LEVELS = ['entry', 'mid', 'senior', 'unknown'] as const
export type Level = (typeof LEVELS)[number]

export const ENTRY_VERDICTS = [
  'open',
  'open_with_credential',
  'asks_experience',
  'not_stated',
  'contradictory',
] as const
export type EntryVerdict = (typeof ENTRY_VERDICTS)[number]

export const WORK_MODES = ['onsite', 'hybrid', 'remote', 'remote_after', 'not_stated'] as const
export type WorkMode = (typeof WORK_MODES)[number]

export const SETTINGS = [
  'assisted_living',
  'memory_care',
  'snf',
  'ccrc',
  'home_health',
  'hospice',
  'pace',
  'fqhc',
  'rural_health_clinic',
  'critical_access',
  'ihs_tribal_urban',
  'correctional',
  'va',
  'behavioral',
  'safety_net',
] as const
export type Setting = (typeof SETTINGS)[number]

export const PAY_UNITS = [
  'hour',
  'day',
  'week',
  'biweek',
  'month',
  'year',
  'chart',
  'percent',
] as const
export type PayUnit = (typeof PAY_UNITS)[number]

export const EMPLOYMENT_TYPES = [
  'full_time',
  'part_time',
  'per_diem',
  'contract',
  'temporary',
  'internship',
] as const
export type EmploymentType = (typeof EMPLOYMENT_TYPES)[number]

export const EDUCATION_LEVELS = [
  'high_school',
  'certificate',
  'some_college',
  'associate',
  'bachelor',
  'master',
] as const
export type EducationLevel = (typeof EDUCATION_LEVELS)[number]

export const STRENGTHS = ['required', 'preferred', 'unspecified'] as const
export type Strength = (typeof STRENGTHS)[number]
