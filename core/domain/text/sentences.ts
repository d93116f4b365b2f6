import { isDigit, isLetter, isLower, isSpace, isUpper } from './chars.ts'
import { LABEL_AT_START, LABEL_INSIDE } from './headings.ts'
import { matchesOf } from './matches.ts'

/**
 * Wording family: where one statement ends and the next begins inside a line of a job advert. Knows the
 * abbreviations of the trade, bullets that stand inside a line, and text whose bullets were lost
 * ("environment.4+ years", "experienceStrong attention").
 */

const ABBREVIATIONS = new Set(
  `dr mr mrs ms jr sr st ave blvd ste mt ft no nos vs inc llc ltd corp co dept est approx min max yr yrs mo mos hr hrs
  wk wks e.g i.e eg ie u.s u.s.a a.m p.m am pm ph.d b.s b.a a.s a.a m.s m.a h.s r.n l.p.n m.d d.o cert certs exp req
  reqs pref fig sec incl ref p.o d.c n.y n.j a.a.s b.s.n m.b.a m.h.a equiv asst assoc mgr jan feb mar apr jun
  jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun tel ext gov f.t.e k`
    .split(/\s+/)
    .filter((word) => word !== ''),
)
/** Words that open an item, so that a capital straight after a small letter is a lost line break. */
const STARTERS = new Set(
  `Ability Able Coding Billing Knowledge Strong Experience Experienced Minimum Must High Excellent Proficient Proficiency Previous Prior
  Certified Certification Certifications Preferred Required Requirements Requires Require Bachelor Associate Associates
  Working Work Demonstrated Basic Two One Three Four Five Six At Familiarity Familiar Understanding Good Medical
  Responsible Responsibilities Review Reviews Perform Performs Assist Assists Maintain Maintains Current Education
  Effective Solid Proven Completion Completed Successful Successfully Graduate Graduation Some College Valid Detail
  Attention Process Processes Ensure Ensures Provide Provides Communicate Communicates Candidate Candidates Licensed
  License Competency Computer Intermediate Advanced Extensive Thorough Qualifications Skills Benefits Other Any Will Willing
  Willingness Desired Additional Time Full Part Paid Dental Vision Health Team Customer Organizational Participates
  Participate Responds Prepare Prepares Verify Verifies Submit Submits Post Posts Follow Follows Coordinate Coordinates
  Monitor Monitors Identify Identifies Resolve Resolves Handle Handles Answer Answers Code Codes Assign Assigns The We You Our
  This If In For No Not All Bilingual Physical Employee Self Multi Problem Interpersonal Written Verbal Professional
  Collections Communication Competencies Ethical Initiative Flexibility Equal Accuracy`.split(
    /\s+/,
  ),
)

/** Second halves of names with an inner capital ("PeaceHealth", "OhioHealth", "CareMedical"). */
const NAME_ENDS = new Set(
  `Health Medical Dental Vision Team Care Billing Coding Education Professional Computer Code One Post Works Self Time
  Benefits License Physical Excellent Advanced Full Certified`.split(/\s+/),
)
/** Words that end an item of a list that lost its line breaks, even where they carry a capital. */
const ITEM_ENDS =
  /(?:^|[\s(/])(?:Diploma|Required|Preferred|Degree|Certification|Certificate|Experience|Terminology|Skills?|School|Equivalent|Knowledge|Billing|Coding|Office|Excel|Word|Outlook|Qualifications|Requirements|Responsibilities|Duties|Benefits)$/

/** The capital at `at` stands inside a name: a capitalised word before it, a usual second half after it. */
function insideName(text: string, at: number, next: string): boolean {
  if (!NAME_ENDS.has(next)) return false
  let start = at
  while (start > 0 && at - start < 20 && isLower(text.charCodeAt(start - 1))) start -= 1
  return (
    isUpper(text.charCodeAt(start - 1)) && !ITEM_ENDS.test(text.slice(Math.max(0, start - 2), at))
  )
}

/** A number word opens an item only before what it counts: "experienceTwo years", not "athenaOne". */
const COUNTS = new Set(['One', 'Two', 'Three', 'Four', 'Five', 'Six'])
const counts = (folded: string, at: number): boolean =>
  /^[ -](?:\(|\d|years?|yrs?|months?|plus|full|of the|to (?:two|three|five)|or (?:more|two|three))/.test(
    folded.slice(at, at + 14),
  )

const BULLETS = '•●■▪◦‣➢➤✓✔·○□\uf0b7'

const isLetterOrDot = (code: number): boolean => code === 46 || isLetter(code)

/** True when the "." at `dot` belongs to an abbreviation, a figure or an initial. */
function isAbbreviation(text: string, dot: number): boolean {
  let start = dot
  while (start > 0 && dot - start < 12 && isLetterOrDot(text.charCodeAt(start - 1))) start -= 1
  const word = text.slice(start, dot).toLowerCase()
  if (word === '') return false
  // "U.S.", "B. A.", but not the s of "4/10s."
  const initial = word.length === 1 && word !== 'i' && !isDigit(text.charCodeAt(start - 1))
  return ABBREVIATIONS.has(word) || initial
}

function wordAt(text: string, from: number): string {
  let end = from
  while (end < text.length && end - from < 20 && isLetter(text.charCodeAt(end))) end += 1
  return text.slice(from, end)
}

/** The word before is wholly small letters: no product name ("AdvancedMD", "eClinicalWorks") is. */
function lowerWordEnds(text: string, at: number): boolean {
  let start = at
  while (start > 0 && at - start < 16 && isLower(text.charCodeAt(start - 1))) start -= 1
  return (
    at - start >= 4 &&
    (start === 0 || /[\s(/,-]/.test(text.charAt(start - 1))) &&
    isLower(text.charCodeAt(at + 1))
  )
}

/** Whether a full stop, question or exclamation mark at `at` ends a statement; where the next begins. */
function stopAt(text: string, at: number, end: number): number {
  let next = at + 1
  while (next < end && '"\')]”’'.includes(text.charAt(next))) next += 1
  if (next >= end) return -1
  const code = text.charCodeAt(next)
  const period = text.charCodeAt(at) === 46
  if (code === 32 || code === 160 || code === 9) {
    if (period && isAbbreviation(text, at)) return -1
    let first = next
    while (first < end && isSpace(text.charCodeAt(first)) && text.charCodeAt(first) !== 0x200b)
      first += 1
    const begins = text.charCodeAt(first)
    return isLower(begins) || text.charAt(first) === ',' ? -1 : next
  }
  // glued: "environment.4+ years", "policies.Knowledge of"; not "3.5", "U.S.A", "Node.js", "www.x.Com"
  const before = text.charCodeAt(at - 1)
  if (!(isLower(before) || before === 41) || next !== at + 1) return -1
  if (isUpper(code) && isLower(text.charCodeAt(next + 1)) && !isAbbreviation(text, at)) return next
  if (code === 45 && /^-\s?[A-Z]/.test(text.slice(next, next + 3))) return next
  return period && isDigit(code) && /^\d{1,2}\+?[ -]/.test(text.slice(next, next + 4)) ? next : -1
}

/** A label inside a line is no continuation of a longer label ("Education and Experience:"). */
function standsAlone(text: string, at: number, label: string): boolean {
  let before = at - 1
  while (before > 0 && text.charAt(before) === ' ') before -= 1
  const code = text.charCodeAt(before)
  const bare = /^(?:required|preferred|desired)/.test(label) && !label.includes(' ')
  if (!((!bare && (isLower(code) || isDigit(code))) || '.;:)!?•|'.includes(text.charAt(before))))
    return false
  return !/\b(?:and|or|the|of|for|with|in)$/.test(text.slice(Math.max(0, before - 5), before + 1))
}

const DASHES = / [-–*] (?=[A-Z0-9])/g
const NO_DASHES: ReadonlySet<number> = new Set()

/** A dash or asterisk between spaces before a capital or figure, in a line that has three or more. */
function inlineDashes(line: string, start: number): ReadonlySet<number> {
  if (!line.includes(' - ') && !line.includes(' * ')) return NO_DASHES
  const found: number[] = []
  for (const match of matchesOf(DASHES, line)) found.push(start + match.index + 1)
  return found.length >= 3 ? new Set(found) : NO_DASHES
}

/**
 * Offsets inside [start, end) at which a new statement begins. `folded` is fold(text).
 * One pass over the characters.
 */
export function statementStarts(
  text: string,
  folded: string,
  start: number,
  end: number,
): number[] {
  const starts = [start]
  const cut = (at: number): void => {
    if (at > (starts.at(-1) ?? start)) starts.push(at)
  }
  // looked for once the line is known to hold a dash
  let dashes = end - start > 60 ? null : NO_DASHES
  let colon = false
  for (let i = start + 1; i < end; i += 1) {
    const code = text.charCodeAt(i)
    if (code === 46 || code === 33 || code === 63) {
      const next = stopAt(text, i, end)
      if (next > 0) cut(next)
    } else if (isUpper(code)) {
      const before = text.charCodeAt(i - 1)
      const glued = (isLower(before) && isLower(text.charCodeAt(i - 2))) || before === 41
      if (!glued) continue
      const word = wordAt(text, i)
      const starts = STARTERS.has(word)
        ? !insideName(text, i, word) && !(COUNTS.has(word) && !counts(folded, i + word.length))
        : lowerWordEnds(text, i)
      if (starts) cut(i)
    } else if (isDigit(code) && isLower(text.charCodeAt(i - 1))) {
      if (
        /^\d{1,2}(?:\+| ?-| to)? ?(?:\d{1,2}\+? )?(?:or more )?(?:year|yr|month)/.test(
          folded.slice(i, i + 24),
        )
      )
        cut(i)
    } else if (code === 45 || code === 42) {
      dashes ??= inlineDashes(text.slice(start, end), start)
      if (dashes.has(i)) cut(i)
    } else if (code === 58) colon = true
    else if (code > 127 && BULLETS.includes(text.charAt(i))) cut(i)
  }
  if (colon && end - start > 20) {
    const line = folded.slice(start, end)
    LABEL_AT_START.lastIndex = start
    const labelled = LABEL_AT_START.test(folded) ? LABEL_AT_START.lastIndex : start
    for (const match of matchesOf(LABEL_INSIDE, line)) {
      const at = start + match.index
      if (at < labelled) continue
      if (isUpper(text.charCodeAt(at)) && standsAlone(text, at, match[0])) starts.push(at)
    }
    starts.sort((a, b) => a - b)
  }
  return starts
}
