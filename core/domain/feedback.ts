import type { Tags } from './listing.ts'
import type { Evidence, Reading } from './reading.ts'

/**
 * The tags a person can call wrong. The first group is stated on every page, "not stated" included, so
 * that a tag we missed can be named too; the second only when the advert gave one.
 */
const ALWAYS_STATED = [
  'entry',
  'min_months',
  'credentials',
  'education',
  'pay',
  'work_mode',
  'employment_type',
  'role',
  'in_domain',
  'level',
  'settings',
  'specialties',
  'systems',
] as const
const STATED_WHEN_READ = [
  'max_months',
  'preferred_months',
  'adjacent_role',
  'hybrid_days_onsite',
  'states_allowed',
  'states_excluded',
  'warnings',
] as const
export const FEEDBACK_TAGS = [...ALWAYS_STATED, ...STATED_WHEN_READ] as const
export type FeedbackTag = (typeof FEEDBACK_TAGS)[number]

export const FEEDBACK_STATUSES = ['new', 'used', 'refused'] as const
/** new: nobody looked yet; used: it became a labelled case or a better rule; refused: the reading was right. */
export type FeedbackStatus = (typeof FEEDBACK_STATUSES)[number]

/** Longest text of what would be right. */
export const LONGEST_CORRECTION = 500
/** Most evidence words kept with one statement. */
const MOST_WORDS = 8

/** One person's statement that a tag of a listing is wrong. Holds nothing about the person. */
export interface Feedback {
  id: number
  listing_id: number
  tag: FeedbackTag
  /** The tag's value as it was shown; null = shown as not stated. */
  shown: unknown
  /** The advert's words that were shown as the reason. */
  words: string[]
  /** What the person says is right, in their own words. */
  correct: string | null
  tagger_version: number
  status: FeedbackStatus
  created_at: string
}

type Read = Tags & { evidence: Reading['evidence'] }

/** Whether the page of this listing states this tag. */
export function statesTag(listing: Tags, tag: FeedbackTag): boolean {
  if ((ALWAYS_STATED as readonly string[]).includes(tag)) return true
  const value: unknown = listing[tag]
  return Array.isArray(value) ? value.length > 0 : value !== null
}

/** What is shown of a tag: its value, and the words behind it. */
export function shownOf(listing: Read, tag: FeedbackTag): { shown: unknown; words: string[] } {
  const words = evidenceOf(listing.evidence, tag).map((found) => found.words.trim())
  return {
    shown: listing[tag],
    words: [...new Set(words.filter((text) => text !== ''))].slice(0, MOST_WORDS),
  }
}

/** The evidence of a tag, parts such as `credentials.required` included. */
export function evidenceOf(evidence: Reading['evidence'], tag: string): Evidence[] {
  return Object.entries(evidence).flatMap(([key, found]) =>
    key === tag || key.startsWith(`${tag}.`) ? found : [],
  )
}
