import { bothSay, equal, overlap, shown } from './items.ts'
import type { PreparedJob } from './prepare.ts'
import { sameCore, type TitleParts } from './title.ts'

/** Why two titles cannot name one job, whatever the texts say; null = they can. */
export function titlesApart(one: TitleParts, two: TitleParts): string | null {
  if (!equal(one.levels, two.levels)) {
    return `The level marks differ: ${shown(one.levels)} and ${shown(two.levels)}.`
  }
  if (!sameCore(one, two)) {
    return 'The titles name different jobs.'
  }
  if (bothSay(one.credentials, two.credentials) && !equal(one.credentials, two.credentials)) {
    return `The titles name different credentials: ${shown(one.credentials)} and ${shown(two.credentials)}.`
  }
  if (termsDiffer(one.terms, two.terms)) {
    return `The hours or the shift differ: ${shown(one.terms)} and ${shown(two.terms)}.`
  }
  if (one.mode !== null && two.mode !== null && one.mode !== two.mode) {
    return `One is ${one.mode}, the other ${two.mode}.`
  }
  if (bothSay(one.amounts, two.amounts) && !equal(one.amounts, two.amounts)) {
    return `The required minimum differs: ${shown(one.amounts)} and ${shown(two.amounts)} months.`
  }
  return null
}

/** Full-time and by day is the usual job: saying so is no difference, unless the other says part-time. */
function termsDiffer(a: readonly string[], b: readonly string[]): boolean {
  const [one, two] = [a, b].map((terms) => terms.filter((t) => !USUAL_TERMS.has(t)))
  if (one === undefined || two === undefined) return false
  if (bothSay(one, two)) return !equal(one, two)
  const few = ['part', 'prn']
  return (
    (a.includes('full') && overlap(few, two) && !overlap(few, a)) ||
    (b.includes('full') && overlap(few, one) && !overlap(few, b)) ||
    (a.includes('day') && overlap(['night', 'evening'], two)) ||
    (b.includes('day') && overlap(['night', 'evening'], one))
  )
}

/** What a title may leave unsaid: the usual case. */
const USUAL_TERMS = new Set(['full', 'day'])
const TERM_WORDS: Readonly<Record<string, RegExp>> = {
  part: /\bpart[- ]?time\b|\bp\/t\b/i,
  prn: /\bPRN\b|\bper[- ]diem\b|\bas needed\b/i,
  temporary: /\btemp(?:orary)?\b|\bseasonal\b/i,
  contract: /\bcontract/i,
  night: /\bnights?\b|\bovernight\b|\b(?:3rd|third) shift\b/i,
  evening: /\bevenings?\b|\b(?:2nd|second) shift\b/i,
  weekend: /\bweekends?\b/i,
}

/** What of two titles that can name one job needs the texts to agree. */
export function titlesDiffer(a: PreparedJob, b: PreparedJob, copies: boolean): string | null {
  const { title: one } = a
  const { title: two } = b
  if (!copies && !(equal(one.soft, two.soft) && equal(one.core, two.core))) {
    return 'The titles differ and the texts are not copies.'
  }
  const term = unsupported(one.terms, two.terms, b) ?? unsupported(two.terms, one.terms, a)
  if (term !== null) return `Only one of them says "${term}".`
  if (
    bothSay(one.requisitions, two.requisitions) &&
    !equal(one.requisitions, two.requisitions) &&
    !copies
  ) {
    return 'The requisition numbers differ and the texts are not copies.'
  }
  return null
}

/** A term of one title ("PRN") of which the other posting says nothing, neither in its title nor in its text. */
function unsupported(
  terms: readonly string[],
  others: readonly string[],
  other: PreparedJob,
): string | null {
  const text = other.text()?.words.text ?? ''
  return (
    terms.find(
      (t) => !USUAL_TERMS.has(t) && !others.includes(t) && TERM_WORDS[t]?.test(text) !== true,
    ) ?? null
  )
}
