import type { EducationLevel, Strength } from '../../tags.ts'
import type { Words } from '../words.ts'

/** The part of an advert that one rule reads at a time: one statement, with the heading it stands under. */
export interface Statement {
  /** Absolute offsets into the shown text. */
  start: number
  end: number
  /** fold() of the statement; offset 0 is `start`. */
  folded: string
  /** The statement as shown. */
  raw: string
  kind: 'item' | 'paragraph' | 'title'
  section: number
  /** Folded heading of its section, '' when none. */
  heading: string
  sectionKind: 'required' | 'preferred' | 'duties' | 'about' | 'benefits' | 'pay' | 'other'
  headingStrength: Strength | null
  /** The cues of its words (lexicon.ts). */
  cues: number
  /** The words of the text it stands in (the title's own for the title), and where it stands there. */
  words: Words
  base: number
  /** The advert is about coding, billing or records: a shy abbreviation may be taken at its word. */
  trade: boolean
}

interface Base {
  /** Offsets inside the statement. */
  start: number
  end: number
  rule: string
}

/** Months of work with a number. */
export interface AmountMention extends Base {
  kind: 'amount'
  min: number
  max: number | null
  /** Word and digit disagree: "three (5) years". */
  conflict: boolean
  domain: string | null
}

/** Work asked for without a number. */
export interface VagueMention extends Base {
  kind: 'vague'
  domain: string | null
  /** The wording itself demands it ("must have", "seeking an experienced"). */
  demanded: boolean
}

/** The advert says that no work is needed. */
export interface OpenMention extends Base {
  kind: 'open'
  /** explicit: in so many words; label: "entry level", "trainee"; soft: training is given. */
  force: 'explicit' | 'label' | 'soft'
}

export interface CredentialMention extends Base {
  kind: 'credential'
  codes: string[]
  anyOf: boolean
  class: 'any_coding' | 'any_billing' | null
  apprentice: boolean
  within: number | null
}

export interface EducationMention extends Base {
  kind: 'education'
  level: EducationLevel
  field: string | null
  accredited: boolean
}

export interface OtherMention extends Base {
  kind: 'other'
  what: string
}

export type Mention =
  AmountMention | VagueMention | OpenMention | CredentialMention | EducationMention | OtherMention

/** A mention with the force its words or its heading give it. */
export type Weighed = Mention & {
  strength: Strength
  /** Said by the statement itself, not by the heading. */
  inline: boolean
  statement: Statement
}
