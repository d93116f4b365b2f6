import type { Evidence } from '../../reading.ts'
import { SPECIALTIES, SPECIALTY_CAPITALS } from '../../vocabulary/specialties.ts'
import { around, outside, quote, sectionOf, sentenceAt, type Scan } from './scan.ts'

const WORK =
  /\b(?:cod(?:e|er|ers|es|ing)|bill(?:er|ing|ed|s)|claims?|charges?|charge entry|specialt(?:y|ies)|accounts|denials?|practice|clinic|surger(?:y|ies)|records)\b/

/**
 * The specialties whose charts or claims the job handles: named in the title or the employer's name, or in
 * the text close by words of the work. A department list in an "about us" paragraph names none.
 */
export function readSpecialties(scan: Scan): { specialties: string[]; evidence: Evidence[] } {
  const found = new Map<string, Evidence>()
  for (const hit of scan.titlePhrases.specialty) {
    if (capital(scan.title.slice(hit.start, hit.end)) && !found.has(hit.value))
      found.set(hit.value, outside(scan.title, 'title.specialty'))
  }
  for (const hit of scan.employerPhrases.specialty) {
    if (capital(scan.employer.slice(hit.start, hit.end)) && !found.has(hit.value))
      found.set(hit.value, outside(scan.employer, 'employer.specialty'))
  }
  for (const hit of scan.phrases.specialty) {
    if (found.has(hit.value) || !capital(scan.doc.text.slice(hit.start, hit.end))) continue
    const kind = sectionOf(scan, sentenceAt(scan, hit.start))?.kind
    if (kind === 'benefits' || kind === 'about' || kind === 'pay') continue
    if (WORK.test(around(scan, hit.start, hit.end, 50)))
      found.set(hit.value, quote(scan, hit.start, hit.end, 'specialties.work'))
  }
  if (found.size === 0) return { specialties: [], evidence: [] }
  const specialties = Object.keys(SPECIALTIES).filter((key) => found.has(key))
  return { specialties, evidence: specialties.flatMap((key) => found.get(key) ?? []) }
}

function capital(written: string): boolean {
  return !SPECIALTY_CAPITALS.has(written.toLowerCase()) || written === written.toUpperCase()
}
