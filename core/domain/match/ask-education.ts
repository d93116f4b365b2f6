import type { Profile, Verdict } from '../profile.ts'
import type { EducationRequirement } from '../reading.ts'
import type { EducationLevel } from '../tags.ts'
import type { Prepared } from './prepared.ts'
import { better, wordsOf, worse, type Finding } from './verdicts.ts'

type Schooling = NonNullable<Profile['education']>[number]

const RANK: Readonly<Record<EducationLevel, number>> = {
  high_school: 0,
  certificate: 1,
  some_college: 1,
  associate: 2,
  bachelor: 3,
  master: 4,
}

const WORDS: Readonly<Record<EducationLevel, string>> = {
  high_school: 'high school diploma or GED',
  certificate: 'certificate from a course or programme',
  some_college: 'some college',
  associate: 'associate degree',
  bachelor: 'bachelor’s degree',
  master: 'master’s degree',
}

/** A programme that ends within this time is in its final term. */
const FINAL_TERM_MS = 183 * 24 * 3_600_000
const NEARNESS: Readonly<Record<Verdict, number>> = {
  open: 1,
  likely: 0.8,
  stretch: 0.5,
  unknown: 0.5,
  not_yet: 0,
}

export function askEducation(leaf: EducationRequirement, person: Prepared): Finding {
  const { verdict, has, gap } = weigh(leaf, person)
  return {
    verdict,
    nearness: NEARNESS[verdict],
    explain: () => ({ requirement: asks(leaf), has, gap, words: wordsOf(leaf) }),
  }
}

function asks(leaf: EducationRequirement): string {
  const level = WORDS[leaf.level]
  const field = leaf.field === null ? '' : ` in ${leaf.field}`
  const text = leaf.accredited
    ? `graduate of an accredited health information programme (${level}${field})`
    : `${level}${field}`
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}

interface Weighed {
  verdict: Verdict
  has: string | null
  gap: string | null
}

function weigh(leaf: EducationRequirement, person: Prepared): Weighed {
  const byCredential = credentialProves(leaf, person.held ?? [])
  if (byCredential !== null) {
    return { verdict: 'open', has: `Your ${byCredential} proves such a degree`, gap: null }
  }
  const schooling = person.profile.education
  if (schooling === undefined) {
    // Nearly everyone who trains for this trade has finished high school: silence about it is a point
    // unsaid, not the point that decides.
    return leaf.level === 'high_school'
      ? { verdict: 'likely', has: null, gap: null }
      : { verdict: 'unknown', has: null, gap: null }
  }
  let best: { verdict: Verdict; of: Schooling } | null = null
  for (const of of schooling) {
    const verdict = weighOne(leaf, of, person.nowMs)
    if (best === null || better(verdict, best.verdict) !== best.verdict) best = { verdict, of }
  }
  if (best === null) return { verdict: 'not_yet', has: 'No schooling on record', gap: asks(leaf) }
  const { verdict, of } = best
  return {
    verdict,
    has: records(of) + remark(verdict, leaf, of),
    gap: verdict === 'open' || verdict === 'likely' ? null : asks(leaf),
  }
}

/** RHIT and RHIA are given only to graduates of accredited programmes. */
function credentialProves(leaf: EducationRequirement, held: readonly string[]): string | null {
  if (!leaf.accredited && !isTrade(leaf.field ?? '')) return null
  if (held.includes('RHIA') && RANK[leaf.level] <= RANK.bachelor) return 'RHIA'
  return held.includes('RHIT') && RANK[leaf.level] <= RANK.associate ? 'RHIT' : null
}

function records(of: Schooling): string {
  const field = of.field == null || of.field === '' ? '' : ` in ${of.field}`
  const text = `${WORDS[of.level]}${field}${of.status === 'in_progress' ? ', not finished yet' : ''}`
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function remark(verdict: Verdict, leaf: EducationRequirement, of: Schooling): string {
  if (verdict !== 'likely') return ''
  if (of.status === 'in_progress') return '; you finish soon, so say when'
  if (leaf.accredited && of.accredited == null) return '; tell us whether it is accredited (CAHIIM)'
  return of.field == null || of.field === ''
    ? '; tell us in what'
    : '; the advert takes related fields'
}

function weighOne(leaf: EducationRequirement, of: Schooling, nowMs: number): Verdict {
  const level = weighLevel(leaf.level, of)
  if (leaf.level === 'high_school') return level
  return worse(worse(level, weighField(leaf, of)), weighProgress(of, nowMs))
}

function weighLevel(asked: EducationLevel, of: Schooling): Verdict {
  if (asked === 'high_school') {
    return of.level === 'high_school' && of.status === 'in_progress' ? 'likely' : 'open'
  }
  if (of.level === asked || RANK[of.level] > RANK[asked]) return 'open'
  // A certificate is often college work and some college often holds a course, but neither surely.
  if (RANK[of.level] === RANK[asked]) return 'stretch'
  return asked === 'associate' && (of.credits ?? 0) >= 60 ? 'stretch' : 'not_yet'
}

function weighField(leaf: EducationRequirement, of: Schooling): Verdict {
  if (leaf.accredited) {
    if (of.accredited === false) return 'not_yet'
    if (of.field != null && of.field !== '' && !isTrade(of.field)) return 'not_yet'
    return of.accredited === true ? 'open' : 'likely'
  }
  if (leaf.field === null || leaf.field.trim() === '') return 'open'
  if (of.field == null || of.field.trim() === '') return 'likely'
  if (sameField(leaf.field, of.field)) return 'open'
  return /\b(?:related|relevant|similar|equivalent)\b/i.test(leaf.field) ? 'likely' : 'not_yet'
}

function weighProgress(of: Schooling, nowMs: number): Verdict {
  if (of.status !== 'in_progress') return 'open'
  const ends = of.ends == null ? Number.NaN : Date.parse(of.ends)
  return !Number.isNaN(ends) && ends - nowMs <= FINAL_TERM_MS ? 'likely' : 'stretch'
}

const TRADE =
  /health ?information|health ?info|\bhi[mt]\b|\bhitt?\b|medical|cod(?:ing|er)|billing|health ?records|health ?care|health (?:administration|management|services|sciences?)|revenue cycle/i

const isTrade = (field: string): boolean => TRADE.test(field)

const COMMON = new Set(['and', 'or', 'the', 'of', 'in', 'a', 'an', 'related', 'field', 'relevant'])

/** Fields of this trade are one; other fields must share a word that carries meaning. */
function sameField(asked: string, has: string): boolean {
  if (isTrade(asked) && isTrade(has)) return true
  const words = (s: string) => s.toLowerCase().match(/[a-z]{3,}/g) ?? []
  const theirs = new Set(words(has))
  return words(asked).some((w) => !COMMON.has(w) && theirs.has(w))
}
