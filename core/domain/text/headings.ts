import type { Strength } from '../tags.ts'
import { isDigit, isLower } from './chars.ts'
import { kept } from './kept.ts'

/**
 * Wording family: the headings of US health-office adverts, from "Minimum Qualifications" to "Perks",
 * as whole lines, as labels before a colon, and glued to what follows where markup was lost.
 * All functions take folded text (fold.ts).
 */

export type SectionKind =
  'required' | 'preferred' | 'duties' | 'about' | 'benefits' | 'pay' | 'other'

export interface HeadingSense {
  kind: SectionKind
  strength: Strength | null
  /** "Education:", "Experience:": what is asked for, not how strongly; it keeps the strength around it. */
  label: boolean
}

const ASIDE =
  /\b(?:physical|mental|working conditions?|work(?:ing)? environment|environmental|travel|schedule|shifts?|hours?|location|equal|eeo|disclaimer|how to apply|application|to apply|internet|equipment|home office|workspace|technical requirements?|contact|notes?|reports? to|supervis\w+|dress code|background|vaccin\w+|immuni[sz]ation|covid\S*|e-?verify|accommodation|hipaa|safety)\b/
const BENEFITS =
  /\b(?:benefits?|perks|what's in it|why you'll|why you will|rewards?|incentives|in return|our promise|given$|you(?:'ll|'d| will| would| can)? (?:get|receive|enjoy|earn|be (?:given|paid))|we(?:'ll|'d| will| would)? (?:give|offer|provide|bring|pay|promise|reward)|we want you to enjoy|ask of us)\b/
/** "What's not required", "We don't ask for": what stands below is not asked. */
const NOT_ASKED =
  /\b(?:don't|do not|doesn't|won't|will not|never) (?:require|need|ask(?: for)?|expect|demand|insist on)\b|\bnot (?:required|needed|asked(?: for)?|necessary|expected)\b/
/** Questions and first-person headings that like something: "What would set you apart", "We'd love". */
const LIKED =
  /\b(?:we|it|that|what|which|this)(?: would|'d) (?:also )?(?:help|like|love|prefer|welcome|impress|please|set|make|be (?:an? |especially |really )?(?:nice|welcome|great|lovely|good|bonus|useful|ideal|pleased|glad|happy|delighted))\b|^would\b|\bset you apart\b|\bsets? (?:candidates|applicants|people) apart\b|\bstand out\b|\bmakes? us smile\b|\bextra credit\b|\b(?:brownie|extra|bonus) points?\b|\bicing\b|\byour edge\b|\ban edge\b|\bwish ?-?list\b|\bcherry on\b|\bhandy\b|\b(?:also|really) (?:nice|good|great)\b|\btips? the (?:scales?|balance)\b|\bcatch(?:es)? our eye\b|\bit (?:also )?helps\b|\bnot (?:essential|a must|a deal ?-?breaker)\b|\b(?:even better|better still)\b|\bwhat(?:'s| is) (?:also )?welcome\b|^(?:also )?(?:useful|welcome|lovely|ideal)$|\bbut (?:lovely|nice|welcome|useful|good)\b|\bnice (?:extras?|if)\b|\bwe (?:like|love) to see\b|\b(?:don't|do not) (?:demand|insist)|\ba plus\b/
const PAY = /\b(?:pay|compensation|salary|wages?|pay rate|hourly rate)\b/
const PREFERRED =
  /\b(?:prefer\w*|desired|desirable|nice[- ]to[- ]haves?|good to have|bonus(?: points| skills)?|pluses|(?:a|big|huge) plus|plus if|optional|recommended|helpful|advantageous|assets?)\b/
const HARD =
  /\b(?:minimum|required?|requires|requirements?|mandatory|must(?:[- ]haves?)?|prerequisites?|essential (?:criteria|qualifications|skills)|basic qualifications|you(?:'ll|'d| will| would| must)? need(?! to know)|eligib\w+|(?:to|may|can) qualify|to be (?:considered|hired)|(?:may|can|should|could) apply|minimums|basics|needed|we(?:'ll|'d| will| would)? (?:require|need|insist on)|you must (?:have|bring|hold))\b/
const SOFT =
  /\b(?:qualif\w+|you(?:'ll|'d| will| would| should)? (?:also )?(?:bring|have|show|hold)(?! to do)|we(?:'ll|'d|'re| will| would| are)? (?:also )?(?:want|expect|ask(?:ing)? for|hope to see)|a (?:good )?fit if|desired (?:profile|candidate)|person we (?:want|need)|acceptable experience|who you are|about you|your (?:background|experience|skills|profile)|looking for|we seek|seeking|ideal candidates?|candidate (?:profile|requirements)|successful candidates?|to be successful|success factors|job specifications?|specifications|criteria|expectations|what it takes)\b/
const LABEL =
  /\b(?:education(?:al)?|experience|skills?|knowledge|abilities|ability|competenc\w+|certifications?|certificates?|credentials?|licens\w+|registration|training|ksas?)\b/
const DUTIES =
  /\b(?:dut(?:y|ies)|responsib\w+|functions?|you(?:'ll|'d| will| would)? (?:do|own|spend|solve|take over|be (?:doing|responsible))|(?:ask|expect) of you|work performed|day[- ]to[- ]day|typical day|summary|overview|description|accountabilit\w+|tasks|the role|your role|the position|the job|the opportunity|purpose|in this role|job details)\b/
const ABOUT =
  /\b(?:about|who we are|our (?:mission|company|story|values|culture|team|vision|history|organi[sz]ation)|company|mission|vision|why (?:join|work|choose|us|[a-z&' ]{2,25}$)|join us|core values)\b/

function strengthOf(heading: string): 'required' | 'preferred' | 'unspecified' | null {
  const preferred =
    LIKED.test(heading) || (PREFERRED.test(heading) && !/\bdesired (?:profile|cand)/.test(heading))
  const hard = HARD.test(heading) && !(preferred && NOT_ASKED.test(heading))
  if (hard && preferred) return /\brecommended\b/.test(heading) ? 'required' : 'unspecified'
  if (hard) return 'required'
  if (preferred) return 'preferred'
  return SOFT.test(heading) ? 'unspecified' : null
}

/** "What's not required:": the lines below it name what is not asked. */
export const isDisclaimer = kept(
  (heading): boolean => NOT_ASKED.test(heading) && strengthOf(heading) !== 'preferred',
)

/** What a heading says about the lines below it; null when its words are of no known family. */
export const headingSense = kept(senseOf)

function senseOf(heading: string): Readonly<HeadingSense> | null {
  const aside = ASIDE.test(heading)
  const label = LABEL.test(heading)
  if (aside && !label) return { kind: 'other', strength: null, label: false }
  if (BENEFITS.test(heading)) return { kind: 'benefits', strength: null, label: false }
  const strength = strengthOf(heading)
  if (strength !== 'preferred' && NOT_ASKED.test(heading))
    return { kind: 'about', strength: null, label: false }
  const duties = DUTIES.test(heading)
  if (duties && (strength === null || /\b(?:dut|responsib|functions)/.test(heading)))
    return { kind: 'duties', strength: null, label: false }
  if (PAY.test(heading) && strength === null) return { kind: 'pay', strength: null, label: false }
  if (strength === 'preferred') return { kind: 'preferred', strength, label: false }
  if (strength !== null) return { kind: 'required', strength, label: false }
  if (label) return { kind: 'required', strength: 'unspecified', label: true }
  if (ABOUT.test(heading)) return { kind: 'about', strength: null, label: false }
  return null
}

const HEADING_WORDS = new Set(
  `a about abilities ability accountabilities additional and apply are as asset assets at background basic be benefits
  bonus bring by candidate candidates certification certifications certificate certificates clinic company compensation
  competencies competency conditions core credential credentials culture day-to-day demands description desirable desired
  details do doing duties duty education educational eligibility environment equal equipment essential expectations
  experience experiences expect for function functions general have helpful here's highly highlights hours how ideal if important in
  information is it it's job join key knowledge ksas learning licensing licensure license licenses licensed like location look looking
  love major mandatory mental minimum mission more must must-have must-haves need needed nice nice-to-have
  notes of offer offered on opportunity or our overview other package pay perks personal physical plus pluses position
  positions preferred preferences prerequisites previous prior primary principal professional profile provide purpose qualification
  qualifications qualify qualities range rate recommended registration related relevant required requirement
  requirements responsibilities responsibility responsible rewards role salary schedule seek seeking shift skill skills
  special specific specifications statement story strongly success successful summary team technical the this to
  total training traits travel type typical us values vision we we're what what's where who who's why will with
  work working would you you'll you're your minimal attributes criteria knowledge/skills/abilities education/experience
  experience/education skills/abilities requirements/qualifications qualifications/requirements duties/responsibilities
  including include includes minimums basics needed useful we'd you'd we'll should standard standards knowledge, skills, abilities, education, experience, duties,`.split(
    /\s+/,
  ),
)
/** Letters, digits, apostrophe, slash and hyphen make a heading's words. */
const inWord = (code: number): boolean =>
  isLower(code) || isDigit(code) || code === 39 || code === 45 || code === 47

function isHeadingWord(word: string): boolean {
  return (
    HEADING_WORDS.has(word) ||
    (word.includes('/') && word.split('/').every((part) => part === '' || HEADING_WORDS.has(part)))
  )
}

/** True when every word of the line is a word headings are made of: a heading even without colon or bold. */
export function isClosedHeading(line: string): boolean {
  if (line.length > 90) return false
  let words = 0
  for (let at = 0; at < line.length; at += 1) {
    if (!inWord(line.charCodeAt(at))) continue
    let end = at + 1
    while (end < line.length && inWord(line.charCodeAt(end))) end += 1
    const word = line.slice(at, end)
    at = end
    if (word === '-' || word === '/') continue
    words += 1
    if (words > 9 || !isHeadingWord(word)) return false
  }
  return words > 0
}

const HEAD_WORDS =
  'minimum|min\\.?|basic|required|preferred|desired|additional|key|core|essential|general|other|job|position|educational|professional|technical|work|primary|major|specific|strongly|highly|candidate|physical|recommended|mandatory|special'
const NOUN_WORDS =
  'qualifications?|requirements?|education|experience|skills?|knowledge|abilities|competencies|certifications?|credentials?|licen[sc](?:es?|ure|ing)|responsibilities|duties|functions|benefits|perks|compensation|schedule|demands|environment|training|summary|overview|description'
/** Labels that stand whole, without a noun of the list above. */
const WHOLE_LABELS =
  "years?'? (?:of )?(?:work )?experience(?: required| preferred| needed)?|what you(?:'ll| will)? (?:need|bring|do|be doing)|what we(?:'re| are) looking for|who you are|about (?:us|you|the (?:role|position|job|team|company))|nice[- ]to[- ]haves?|must[- ]haves?|bonus points|we offer|required|preferred|desired|minimum|pluses|ideally|pay(?: range| rate)?|salary(?: range)?|hourly (?:rate|pay)|schedule|location|job type|hours|shift|reports to"
const HEAD = `(?:(?:${HEAD_WORDS}) ){0,4}`
const NOUN = `(?:${NOUN_WORDS})`
/** A heading as a label: "Preferred Qualifications:", "Education and Experience:", "Required:", "Nice to have:". */
const LABEL_SOURCE = `(?:${HEAD}${NOUN}(?:(?: ?[/,&] ?| and | or |, and |, or | ?& ?)${HEAD}${NOUN}){0,3}(?: (?:required|preferred|desired|needed|requirements?|qualifications?|summary|offered))?|(?:minimum |required |preferred )?${WHOLE_LABELS})`
/** Label with colon (or dash), anywhere; sticky use at a sentence start. */
export const LABEL_AT_START = new RegExp(
  `(${LABEL_SOURCE})( ?\\([^()]{0,60}\\))? ?(?::| - (?=[a-z0-9]))`,
  'y',
)
/** A label without colon, to be followed by a capital or figure in the original. */
export const BARE_LABEL_AT_START = new RegExp(
  `(?:${HEAD}${NOUN}(?:(?: ?[/,&] ?| and | or |, and )${HEAD}${NOUN}){0,3}(?: (?:required|preferred))?)(?= ?[a-z0-9•]|$)`,
  'y',
)

/**
 * The first three characters of all that a label can begin with: each begins with a head word, a noun or a
 * whole label, and none of their first three characters is optional. Pieces cut inside a bracket only add.
 */
const LABEL_BEGINNINGS = new Set(
  `${HEAD_WORDS}|${NOUN_WORDS}|${WHOLE_LABELS}`.split('|').map((way) => way.slice(0, 3)),
)

/** No label of the two patterns above begins at an offset where this is false. */
export function mayBeginLabel(folded: string, at: number): boolean {
  return LABEL_BEGINNINGS.has(folded.slice(at, at + 3))
}
/** A label with colon in the middle of a line. */
export const LABEL_INSIDE = new RegExp(
  `(?<=[a-z0-9.;:,)!?•|] ?)(?:${HEAD}(?:qualifications?|requirements?|education|experience|skills|certifications?|licensure|responsibilities|duties|benefits|compensation|schedule)(?:(?: ?[/,&] ?| and )${NOUN}){0,2}|preferred|required|desired|nice to have) ?:`,
  'g',
)
