/** A statement with where it was read; `as_of` is as precise as the source (year, year-month), null = undated. */
export interface Sourced {
  text: string
  source: string
  as_of: string | null
}

export type CredentialFamily =
  | 'professional'
  | 'facility'
  | 'inpatient'
  | 'risk_adjustment'
  | 'specialty'
  | 'billing'
  | 'revenue_cycle'
  | 'records'
  | 'home_care'
  | 'auditing'
  | 'documentation'
  | 'compliance'

/**
 * Can a person with no paid experience earn it? `yes`; `new_graduates` (of an accredited programme);
 * `as_apprentice` (first with the A); `hard` and `rare` (allowed, seldom done); `after_work`; `unclear`; `no`.
 */
export type EntryReach =
  'yes' | 'new_graduates' | 'as_apprentice' | 'hard' | 'rare' | 'after_work' | 'unclear' | 'no'

/** One row of the catalogue. null = no source gives it; nothing here is guessed. */
export interface Credential {
  code: string
  name: string
  body: string
  /** `legacy`: no longer sold, still held; `unconfirmed`: not known whether it is still sold; `minor`: seldom asked. */
  status: 'current' | 'legacy' | 'unconfirmed' | 'minor'
  tier: 'apprentice' | 'associate' | 'mastery' | 'advanced'
  family: CredentialFamily
  entry: EntryReach
  prerequisite: Sourced | null
  exam: Sourced | null
  /** US dollars for the exam, code books and courses aside. */
  fee: (Sourced & { low: number; high: number }) | null
  renewal: Sourced | null
  /** Months of study to the result. */
  months: { low: number; high: number; source: string; as_of: string | null } | null
  /** Where the row as a whole was read. */
  source: string
}
