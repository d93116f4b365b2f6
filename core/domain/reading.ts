import type {
  AdjacentRole,
  EducationLevel,
  EmploymentType,
  EntryVerdict,
  Level,
  PayUnit,
  Role,
  Setting,
  Strength,
  WorkMode,
} from './tags.ts'

/** Where in the shown text a tag was earned: `text.slice(start, end) === words`, always. */
export interface Span {
  start: number
  end: number
  words: string
}

/**
 * The words behind a tag and the rule that read them. Words that stand outside the text have `start` and
 * `end` 0 and a `rule` that says where they stand: `structured.` a field of the feed, `title.` the title,
 * `employer.` the employer's name, `place.` the place line.
 */
export interface Evidence extends Span {
  rule: string
}

interface Leaf extends Span {
  strength: Strength
}

/** Months of paid work. `domain` is a key of the experience ladder (experience.ts) or null when unsaid. */
export interface ExperienceRequirement extends Leaf {
  kind: 'experience'
  /** null = experience asked for without a number. */
  min_months: number | null
  max_months: number | null
  domain: string | null
}

/** `codes` are catalogue codes (vocabulary/credentials.ts); `class` stands for wording such as "AAPC or AHIMA certification". */
export interface CredentialRequirement extends Leaf {
  kind: 'credential'
  codes: string[]
  /** true: any one of the codes is enough; false: all of them are asked. */
  any_of: boolean
  class: 'any_coding' | 'any_billing' | null
  accepted_apprentice: boolean
  /** Months after hire by which it must be earned; null = asked at hire. */
  within_months_of_hire: number | null
}

export interface EducationRequirement extends Leaf {
  kind: 'education'
  level: EducationLevel
  field: string | null
  /** "RHIT/RHIA eligible": a graduate of an accredited programme. */
  accredited: boolean
}

/** A licence, a drug screen, a state of residence: asked, but outside what a profile records. */
export interface OtherRequirement extends Leaf {
  kind: 'other'
  what: string
}

export type RequirementLeaf =
  ExperienceRequirement | CredentialRequirement | EducationRequirement | OtherRequirement

/** The requirement tree: what an advert asks, with its alternatives kept apart. */
export type Requirement =
  { kind: 'all_of'; of: Requirement[] } | { kind: 'any_of'; of: Requirement[] } | RequirementLeaf

export interface Pay {
  min: number | null
  max: number | null
  unit: PayUnit
}

export interface Warning {
  /** e.g. number_conflict, structure_conflict, contradiction, fee_to_start, chat_only_interview, training_advert */
  code: string
  words: string
}

export interface CredentialTags {
  required: string[]
  any_of: boolean
  required_class: 'any_coding' | null
  preferred: string[]
  accepted_apprentice: boolean
  within_months_of_hire: number | null
}

export interface EducationTag {
  level: EducationLevel
  field: string | null
  strength: Strength
}

/**
 * What one advert asks and offers: the tags of the `read` command under the same names (docs/tags are
 * in README), the requirement tree, and for every tag the words that earned it.
 */
export interface Reading {
  in_domain: boolean
  role: Role | null
  adjacent_role: AdjacentRole | null
  level: Level
  min_months: number | null
  max_months: number | null
  preferred_months: number | null
  entry: EntryVerdict
  credentials: CredentialTags
  /** The least schooling the least demanding accepted path asks; null when none is named. */
  education: EducationTag | null
  work_mode: WorkMode
  hybrid_days_onsite: number | null
  states_allowed: string[]
  states_excluded: string[]
  settings: Setting[]
  specialties: string[]
  systems: string[]
  employment_type: EmploymentType | null
  pay: Pay | null
  warnings: Warning[]
  requirement: Requirement
  evidence: Record<string, Evidence[]>
}
