import { decodeHTML } from 'entities'
import { normaliseEmployer } from '../employer-name.ts'
import { normaliseTown, parsePlace, stateCode } from '../places.ts'

/** British spellings that feeds write beside the American ones. */
const SPELLED: readonly (readonly [RegExp, string])[] = [
  [/\bpaed/g, 'ped'],
  [/paedic/g, 'pedic'],
  [/\banaesth/g, 'anesth'],
  [/\bgynaec/g, 'gynec'],
  [/\bhaem/g, 'hem'],
]
/** What a job board puts behind the name, never a part of it. */
const DRESS = /\s*[-–—|,]?\s*\b(?:careers|jobs|hiring|external|remote)\s*$/i
/** What boards write where the employer does not want to be named. */
const UNNAMED =
  /^\W*(?:(?:company |employer )?(?:name )?(?:confidential|undisclosed|not disclosed|withheld|anonymous)(?: (?:company|employer|client|posting))?|unknown|n\/?a|none)\W*$/i
const ALIAS = /[\s,(]*\b(?:d\/b\/a|dba|doing business as|a\/k\/a|formerly(?: known as)?)\b\s*/i

/**
 * The names under which an employer may stand in another feed, normalised. More than one only where the
 * name itself says so ("Hill Holdings LLC dba Hill Clinic"). Words that tell employers apart ("Services",
 * "Systems", a campus) stay. [] when no name is given. `town` is a normalised town, `state` a code.
 */
export function employerNames(
  company: string | null,
  town: string | null,
  state: string | null,
): string[] {
  if (company === null || UNNAMED.test(company)) return []
  const names = decodeHTML(company)
    .replace(DRESS, '')
    .split(ALIAS)
    .map((part) => (part.includes('(') ? part : part.replace(/\)/g, '')))
    .map((part) => employerName(withoutPlace(withoutInitials(part), town, state)))
  return [...new Set(names.filter((n) => n !== ''))]
}

/** Legal forms of practices, written with points: "P.S.", "S.C." */
const PRACTICE_FORM = /[,\s]+(?:p\.\s?s|s\.\s?c|p\.\s?l\.\s?l\.\s?c|a\.\s?p\.\s?c|n\.\s?a)\.?\s*$/i

/** One name, normalised and in American spelling. */
function employerName(name: string): string {
  let text = normaliseEmployer(name.replace(PRACTICE_FORM, ''))
  for (const [from, to] of SPELLED) text = text.replace(from, to)
  return text
}

/** "Sisters of Grace Hospital (SGH)": initials in brackets repeat the name. */
function withoutInitials(name: string): string {
  return name.replace(/\((?:[A-Z][.&]?){2,7}\)/g, ' ')
}

/** Cuts last clauses that are only the job's own town or a state: "Mill Creek Skin - Boise", "Acme (Ohio)". */
function withoutPlace(name: string, town: string | null, state: string | null): string {
  const found = /^(.{3,}?)(?:\s+[-–—|]\s+|\s*,\s*|\s*\()([^()|]{2,40})\)?\s*$/.exec(name)
  if (found === null) return name
  const [, before = '', clause = ''] = found
  const place = parsePlace(clause)
  const named = place.city === null ? null : normaliseTown(place.city)
  const own = town !== null && named === town && (place.state === null || place.state === state)
  return own || stateCode(clause) !== null ? withoutPlace(before, town, state) : name
}
