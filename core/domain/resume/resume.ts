import type { Profile } from '../profile.ts'

type Schooling = NonNullable<Profile['education']>[number]

/** A credential that the résumé says is held, with the month or year if it is told. */
export interface HeldCredential {
  code: string
  since: string | null
  words: string
}

/** Months of paid work of one kind, added up from dated jobs. */
export interface WorkMonths {
  /** A key of the experience ladder, or `other`. */
  domain: string
  months: number
  /** The lines of the jobs that were counted. */
  words: string[]
}

export const LEFT_OUT = [
  'no_dates',
  'years_only',
  'kind_unclear',
  'mixed',
  'unpaid',
  'not_held',
  'expired',
] as const

/** Something the résumé says that was not counted, and why. */
export interface LeftOut {
  why: (typeof LEFT_OUT)[number]
  words: string
}

export interface Quoted<T> {
  value: T
  words: string
}

/** What the rules read out of a résumé. Every part carries the words that earned it; what is unclear is left out. */
export interface ResumeReading {
  credentials: HeldCredential[]
  work: WorkMonths[]
  education: Quoted<Schooling>[]
  state: Quoted<string> | null
  zip: Quoted<string> | null
  software: Quoted<string>[]
  externship_hours: Quoted<number> | null
  practicode_done: Quoted<boolean> | null
  left_out: LeftOut[]
}

const LONGEST_QUOTE = 160

/** Words fit to stand beside an answer: one line, shortened. */
export function quoted(...lines: string[]): string {
  const text = lines.join(' / ').replace(/\s+/g, ' ').trim()
  return text.length <= LONGEST_QUOTE ? text : `${text.slice(0, LONGEST_QUOTE - 1).trimEnd()}…`
}
