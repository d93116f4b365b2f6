import { monthsIn } from './amounts.ts'
import { countsOfficeDays, officeDays, restAtHome } from './office-days.ts'

/**
 * Wording family: where the work is done. Each statement is read by itself and gives one signal, or none.
 * False friends (remote patient monitoring, remote sites, hybrid records, on-site parking) give none.
 */
export type ModeSignal =
  | { is: 'remote'; strong: boolean }
  | { is: 'hybrid'; days: number | null; weak: boolean }
  | { is: 'remote_after'; after: 'remote' | 'hybrid'; days: number | null }
  | { is: 'onsite'; strong: boolean }
  | { is: 'refusal' }
  | { is: 'training_onsite' }
  | { is: 'later' }

/** Cheap test: a statement without any of these words says nothing of the work place. */
export const MODE_WORD =
  /\bremote(?=salary|job|pay|schedule|type|position|duration|shift)|\b(?:remote(?:ly)?|home|wfh|telework\w*|tele-?commut\w*|hybrid|on-?site|on site|onsite|in-person|in person|in-?office|in office|in the office|into the office|to the office|at the office|office days?|virtual(?:ly)?|physical(?:ly)? presen\w+|(?:in|at|on) (?:the|our|an) (?:[a-z]+ ){0,3}(?:office|campus)|days? (?:a|per|each) week|weekdays?|from anywhere|(?:here|done|work|works|working|job is|work is|role is|position is|seat is|hours are|desk is) (?:here )?(?:in|at|from|inside) (?:our|this|the) (?:[a-z'-]+ ){0,3}(?:clinic|building|hospital|facility|center|premises|house))\b/

const FALSE_FRIENDS =
  /\bremote(?:ly)? (?:patient|physiologic\w*|therapeutic|monitor\w*|sites?|clinics?|areas?|communit\w+|villages?|regions?|parts?|access|desktops?|deposits?|supervision|controls?|users?|servers?|interpret\w*|video|viewing|scribes?|check|computing|technology|tools|health|care|hospitals?|facilities|offices|locations?|island|alaska|rural|support of|sensing|pharmacy)\b|\b(?:rural|isolated) (?:and|or|\/) remote\b|\bremote (?:and|or|\/) (?:rural|isolated)\b|\bhybrid (?:chart|record|medical record|health record|electronic|paper|emr|ehr|vehicles?|cars?|cloud|entity|fund|plan|patient|operating|or suite|imaging)\w*|\b(?:nursing|group|funeral|care|foster|retirement|veterans'?|rest|boarding|convalescent|rehab\w*) homes?\b|\bhome(?: and community)?[- ](?:health|care|visits?|infusion|medical|page|town|loans?|respiratory)\w*|\bhospital at home\b|\bmedical home\b|\bhome (?:base|for|to) (?:of|the|over|more|families|veterans|residents|seniors|people|some|\d+)\b|\b(?:collect|pick|picked|drop|return|interview|meet|apply|application|orient|fingerprint|identity|badge)\w*\b[^.;]{0,30}\bin[- ]person\b|\bhybrid,? (?:or |and )?title (?:5|38)\b|\bcanteen,? hybrid\b|\bin[- ]person (?:interviews?|visits?|appointments?|patients?|customer|meetings?|communication|contact|and (?:by|over|on|via) |or (?:by|over|on|via) )|\bin[- ]person,? (?:by|over|via|on) (?:the )?(?:phone|telephone|email|mail)|\b(?:by|over|via|on|through) (?:the )?(?:phone|telephone|email|e-mail|mail)[^;]{0,25}\bin person\b|\b(?:phone|telephone|telephonically|email|writing|mail|verbally),?(?: and\/or| and| or|\/)? in[- ]person\b|\bin[- ]person(?:,| and| or|\/) (?:phone|telephone|email|virtual|by)|\b(?:on-?site|on site) (?:gym|fitness|parking|cafeteria|caf[eé]|child ?care|day ?care|clinic|health clinic|pharmacy|wellness|meals?|dining|massage|medical clinic|amenit\w+|laundry|starbucks|coffee|salon|walking|physician|events?|visits?|surveys?|audits?|inspections?|vendors?|manager|coordinator|leadership|team|staff|contractors?|support|personnel|services?|reviews?|lab|laboratory|x-?ray|imaging)\b|\b(?:gym|cafeteria|daycare|parking|pharmacy|clinic) on-?site\b|\bvirtual (?:visits?|care|nurs\w+|health|interviews?|hiring|events?|assistants?|meetings?|training|trainings|job fairs?|reality|tours?|open house|appointments?|primary|private|credit|cards?|scrib\w+|machines?|classroom|learning|platform|communit\w+|session|sitters?|orientation|desktop|consult\w*)\b|\b(?:video|phone|zoom|virtual) and in[- ]person\b|\bhome[- ]based (?:services?|care|primary|program\w*|health|therap\w+|hospice|palliative|support|medical|visits?|treatment|setting|agenc\w+)\b|\bremote (?:employees|workers|staff|teams?|coders|billers|colleagues|associates|team members)\b(?! (?:must|are required|will|need|should|may))|\b(?:manag(?:e|es|ing)|supervis(?:e|es|ing)|oversee\w*|lead(?:s|ing)?|mentor\w*|train(?:s)?)\b[^;]{0,40}\bremote(?:ly)?\b(?! (?:position|role|job|work|from))/g

const PERK =
  /\bcovid|\bpandemic|\btemporar(?:y|ily) (?:remote|work|telework)|\bremote(?:ly)?,? temporar|\bwork from anywhere (?:for )?(?:up to )?\d|\b(?:may|might|could|will) (?:be )?(?:eventually|someday|in (?:the )?future)|\bmay include home days|\bwork\/life|\b(?:interview|interviews|orientation) (?:will be|is|are|conducted|held)? ?(?:remote|virtual)/

const REMOTE_WORK =
  '(?:remote(?:ly)?|telework\\w*|tele-?commut\\w*|work(?:ing)?[- ](?:from|at)[- ]home|wfh|virtual)'
const REFUSALS = [
  new RegExp(
    `\\b(?:not|isn't|aren't|never|no|non|cannot|can't|won't|doesn't|don't|unable to|nor)[ :-](?:(?:be|have|having|get|an?|any|currently|presently|eligible|available|considered|considering|consider|offering|offer:?|offered|offers|able|to|for|provide|allow|allowing|allowed|permit|permitted|open|suitable|accepting|accept|approved|possible|support|supported|perform|performed|done|worked|work|as|full-?time|fully|100%|completely|entirely|accommodate|the|option|options|of|in|this|our|office|department|unit|staff|us|position|job|role|is) ){0,6}${REMOTE_WORK}\\b`,
  ),
  new RegExp(
    `\\b${REMOTE_WORK}(?:[- ](?:work|job|option|options|position|positions|schedules?|requests?|opportunity|opportunities|arrangement|arrangements|employment|eligible|eligibility|candidates|applicants|available|availability|capable|status|allowed|type|possible))*\\s*(?:is|are|will be|would be|will|would|can)?\\s*(?:currently |presently )?(?:not\\b|n\\/a|unavailable|ineligible|cannot|can't|isn't|aren't|won't|prohibited)`,
  ),
  new RegExp(
    `\\b${REMOTE_WORK}(?: (?:work|job|option|position|eligible|eligibility|status|allowed|available|type))*\\s*[:?|-]?\\s*(?:no|none|false|not (?:available|eligible|offered|authori[sz]ed|permitted|applicable))\\s*(?:$|[.;,)|/])`,
  ),
  /\b(?:job|work|role|position|seat|post) is (?:done |based |located )?(?:in|at) the (?:clinic|office|building|hospital|facility)\b(?=[.,;!]|$)/,
  /\b(?:not|can't|cannot|isn't|never|nor)\b(?: (?:be|done|performed|worked|offered|a|possible|to|work|working)){0,4} (?:from|at) home\b/,
  /\bremote[: ]*no\b(?! (?:experience|weekend|night|travel|call|phone|commut|overtime|sales|degree|holiday))/,
]

const ONSITE_WORD =
  '(?:on-?site|on site|in-?office|in the office|in-person|in person|at the office)'
const ONSITE = [
  new RegExp(
    `\\b(?:on-?site|on site|in-?office|in office|in-person|in person)(?:,)? (?:position|role|job|opportunity|only|work\\b|(?:full|part)[- ]?time|attendance|presence|employment|based|location|schedule|monday|m-f|mon|5 days|five days|is required|required|requirement|daily|every day)`,
  ),
  new RegExp(
    `\\b(?:fully|100%|completely|strictly|entirely|exclusively|must (?:be|work|report)|required to (?:be|work)|expected to (?:be|work)|position is|role is|job is|this is|works|working|performed|opportunity is|be)(?: (?:an?|fully|100%|performed|completely|located|done|worked|primarily|currently|based|required))*[: -]*${ONSITE_WORD}(?! of\\b)`,
  ),
  new RegExp(
    `\\b(?:location|work type|workplace(?: type)?|work (?:model|arrangement|location|setting|mode|site|environment|style)|schedule|position type|job type|remote status|type)\\s*[:-]\\s*(?:\\w+[ ,/-]+){0,4}(?:on-?site|on site|in-?office|in-person|in person)\\b`,
  ),
  /\b(?:regular|consistent|reliable|punctual|predictable)[^;]{0,40}\b(?:in-person|in person|on-?site|on site|physical) (?:attendance|presence)|\bphysical(?:ly)? presen\w+[^;]{0,40}\b(?:required|essential|office|on-?site|necessary|mandatory)|\bmust report (?:in person )?to (?:the|our) office\b|\bin[- ]person attendance\b|\bwork(?:ed|s)? from (?:the|our) (?:office|clinic|hospital)\b/,
]
/** "Seeking a full-time, on-site front-office specialist". */
const ONSITE_POST =
  /(?<!\b(?:to|with|by|under|from|for) )\ban? (?:[\w/-]+,? ){0,4}(?:on-?site|on site|in-?office|in-person)(?:,? [\w/-]+){0,4} (?:specialists?|billers?|coders?|representatives?|clerks?|assistants?|technicians?|coordinators?|supervisors?|managers?|analysts?|associates?|auditors?|roles?|positions?|posts?|opportunity|jobs?)\b|\bfull[- ]time in (?:the|our) (?:[a-z]+ ){0,2}office\b/
/** "You'd work in our office on Main Street", "the job is in our Beckley office", "here in the building". */
const IN_OUR_OFFICE =
  /\b(?:work|works|working|job(?:'s)?|role|post|seat|desk|sit|hours|duties)(?: (?:is|are|be|would be|will be|takes place|done|performed|spent|to work|to|out of|from))* (?:here )?(?:in|at|from|inside) (?:our|this) (?!first|last|next|past|following|same|field|areas?|industry|interest|event|end|following|absence|near)(?:[a-z'-]+ ){0,3}(?:office|building|clinic|hospital|center|facility|campus|location|premises|house)\b(?! (?:setting|environment|manager|staff|team|systems?|equipment|procedures?|hours|policies|or|and))|\bhere (?:in|at) (?:the|our) (?:office|building|clinic|hospital|house|facility)\b/
const HYBRID =
  /\bhybrid\b|\bpartial(?:ly)?[- ]remote|\bpart[- ]remote|\bsemi-?remote|\bsome remote (?:work|days|flexib\w+)|\b(?:mix|combination|blend|split|balance) (?:of|between)[^;]{0,30}\b(?:remote|home|on-?site|office)\b[^;]{0,30}\b(?:remote|home|on-?site|office|in-person)|\bsplit[^;]{0,20}between (?:the )?(?:home|office)|\bremote\b[^;]{0,20}\bwith (?:some|occasional|periodic|monthly|limited|minimal|infrequent)[^;]{0,25}\b(?:on-?site|in-?office|office|in-person|travel|visits|trips)|\b(?:once|one day|twice|two days|1 day|2 days) (?:a|per|each|every) (?:month|quarter)\b[^;]{0,30}\b(?:on-?site|office|in-person|in person)|\b(?:on-?site|office|in-person|in person)\b[^;]{0,30}(?:\b(?:once|one day|twice|two days|1 day|2 days) (?:a|per|each|every) (?:month|quarter)\b|\bmonthly\b)|\b(?:remote|telework\w*) days?\b/
const OCCASIONAL_OFFICE =
  /\b(?:occasional(?:ly)?|periodic(?:ally)?|as needed|when needed|as required|some|monthly|from time to time|if needed)\b[^;]{0,50}\b(?:on-?site|on site|in-?office|into the office|to the office|in the office|in-person|in person)\b|\b(?:on-?site|on site|in-?office|into the office|to the office|in the office|in-person|in person)\b[^;]{0,50}\b(?:occasional(?:ly)?|periodic(?:ally)?|as needed|when needed|as required|monthly|if needed)\b/

const STRONG_REMOTE = [
  /\b(?:fully|100%|100 percent|completely|entirely|permanent(?:ly)?|full-?time|true|totally|strictly|exclusively|primarily|mostly)[- ](?:remote|telework|work[- ]from[- ]home|virtual|telecommut\w+|from home|at home)/,
  /\bremote,? (?:position|role|job|opportunit\w+|opening|employment|schedule|work (?:environment|setting|schedule|opportunity|position|from home|role|model|capab\w+)|work\b|us\b|u\.s|usa|in the u|within|based|from|anywhere|nationwide|full-?time|part-?time|contract\b|eligible|(?:medical |certified |inpatient |outpatient |hospital )?(?:coder|biller|coding|billing)|candidates|first|only|specialist|opportunity|1099|w2)/,
  /\b(?:work|works|working|perform(?:ed)?|job|position|role|done|employed|operate|based|completed|worked)(?: \w+){0,3} (?:remotely|from home|from your home|from their home|from your own home|at home|virtually|from a home office|out of (?:your|their) home)\b/,
  /\bwork(?:ing)?[- ](?:from|at)[- ]home\b|\bwfh\b|\btele-?commut(?:e|er|ing)\b|\bhome[- ]based\b|\bvirtual (?:position|role|job|opportunity|office|work|employee)|\bremote (?:employees|workers|staff|coders|billers|team members) (?:must|are required|will|need|should)/,
  /\b(?:location|locations|workplace(?: type)?|work (?:type|location|arrangement|setting|mode|model|style|environment|site)|job (?:type|location)|position type|schedule|remote(?: type| status| work| job| option)?|telecommute|type)\s*[:?-]\s*(?:\w+[ ,/(-]+){0,4}(?:remote|work from home|virtual|telecommute)|\b(?:remote(?: type| status| work| job| option)?|work (?:from home|remotely)|telecommute)\s*[:?-]\s*yes\b/,
  /\b(?:position|role|job|opportunity|work|this|it|schedule|department|team|location)(?: \w+)? (?:is|are|will be|can be|may be|would be|as|offered)(?: \w+){0,2} (?:remote|telecommut\w+|virtual)\b/,
  /^\W*(?:100% |fully )?remote\b(?:.{0,25}$|\s*[-(,;|:/])|[([]\s*(?:100% |fully )?remote\b|^.{0,60}[-,|/(]\s*(?:100% |fully )?remote\W*$/,
  /\b(?:work|works|working|do this|done|job|position|live)\b[^;]{0,25}\bfrom (?:anywhere|any location|wherever)\b(?! (?:for )?(?:up to )?\d)|^\W*at home (?:from|in)\b/,
  /\bremote\b[^;]{0,15}\b(?:usa|u\.s\.|united states)/,
]

const AWAY =
  '(?:remote(?:ly)?|from home|at home|wfh|telework\\w*|telecommut\\w+|hybrid|work-from-home)'
const AWAY_WORDS =
  /\b(?:work(?:ing)? (?:from|at) home|work(?:ing)? remotely|(?:fully|100%) remote)\b/
const LATER = '(?:after|once|upon|following|pending|subsequent to|thereafter)'
const AFTER_THEN_AWAY = new RegExp(
  `\\b(?:${LATER.slice(3, -1)}|then|post|until|when|transition\\w*|eventual(?:ly)?|later)\\b[^;]{0,110}\\b${AWAY}\\b`,
)
const AWAY_THEN_AFTER = new RegExp(`\\b${AWAY}\\b[^;]{0,60}\\b${LATER}\\b[^;]{0,80}`)
const WAITING =
  /\b(?:training|orientation|onboarding|probation\w*|introductory|trained|productiv\w+|proficien\w+|competen\w+|independent\w*|period|benchmarks?|quality|accuracy|metrics|standards?|days?|weeks?|months?|years?|performance)\b/
/** "The work is done on site", "On-site at our campus", "You'll work on-site in the county building". */
const DONE_ONSITE =
  /\b(?:work|works|working|job|job's|position|post|role|seat|it's|it|takes? place|you(?:'ll| will|'d| would)? work)(?:,? (?:is|are|be|being|takes place|done|performed|held|entirely|fully|all|always|only|will|an|and))* (?:on-?site|on site|in-? ?person)\b(?! (?:of|training|visits?|clinic|child))|\b(?:on-?site|on site|in-? ?person) (?:post|seat)\b|^\W*(?:on-?site|on site|in-? ?person) (?:at|in|on)\b(?! (?:training|least))|[,;] ?(?:on-?site|on site|in-? ?person)(?: (?:at|in) (?:the|our)\b|,)|\b(?:held|based|all of them|all of us|is|are)(?: \w+){0,3}(?: and)? (?:on-?site|in person)\b(?! (?:training|visits?|clinic|by|with|or))/

const TRAINING_ONSITE =
  /\b(?:training|trains?|class|orientation|onboarding|probation\w*|introductory period|first (?:\w+ ){0,3}(?:days?|weeks?|months?|day)|initial(?:ly)?)\b[^;]{0,70}\b(?:on-?site|on site|in-? ?office|in (?:the|our) (?:[a-z]+ ){0,3}office|in-person|in person|at (?:the|our) (?:[a-z]+ ){0,3}(?:office|hospital|clinic|facility|campus|location)|on (?:the|our) (?:[a-z]+ ){0,2}campus)|\b(?:on-?site|on site|in-? ?office|in the office|in-person|in person)\b[^;]{0,50}\b(?:training|orientation|onboarding|probation\w*|introductory period|first (?:\w+ ){0,3}(?:days?|weeks?|months?))\b/

/** "3 weeks in our training room, thereafter ..." */
const TRAINING_FIRST =
  /\b(?:days?|weeks?|months?)\b[^;]{0,40}\b(?:train\w*|class(?:room)?|orientation)\b|\btrain\w*\b[^;]{0,40}\b(?:days?|weeks?|months?)\b/

/** The signal of one folded statement; `bare` = a title or place, where the word alone is a statement. */
export function modeSignal(statement: string, bare: boolean): ModeSignal | null {
  const words = statement.replace(FALSE_FRIENDS, (found) => ' '.repeat(found.length))
  if (!MODE_WORD.test(words) || PERK.test(words)) return null
  const later = afterSignal(words)
  if (later !== null) return later
  if (TRAINING_ONSITE.test(words) && !countsOfficeDays(words.replace(TRAINING_ONSITE, ' ')))
    return AWAY_WORDS.test(words)
      ? { is: 'remote_after', after: 'remote', days: null }
      : HYBRID.test(words)
        ? { is: 'hybrid', days: officeDays(words), weak: false }
        : { is: 'training_onsite' }
  const days = officeDays(words)
  if (days !== null)
    return days >= 5 ? { is: 'onsite', strong: true } : { is: 'hybrid', days, weak: false }
  if (REFUSALS.some((pattern) => pattern.test(words)) && !REFUSES_STATES.test(words)) {
    if (/\bhybrid\b/.test(words) && !/\b(?:or|nor|\/) ?hybrid\b|\bhybrid (?:or|nor|\/)/.test(words))
      return { is: 'hybrid', days: null, weak: false }
    return { is: 'refusal' }
  }
  if (/\b(?:no|not|non)[- ](?:an? )?hybrid\b/.test(words)) {
    const plain = plainSignal(words, bare)
    return plain?.is === 'remote' ? plain : { is: 'refusal' }
  }
  if (HYBRID.test(words) || restAtHome(words))
    return {
      is: 'hybrid',
      days: null,
      weak: !/\bhybrid\b|\bremote|\bhome\b|\btelework/.test(words),
    }
  return plainSignal(words, bare)
}

/** "No remote from other states" refuses places, not work at home. */
const REFUSES_STATES =
  /\b(?:remote|work from home|telework)(?: work| employees| candidates)? (?:from|in|outside|out) (?:of )?(?:other|any other|states|all other|the u)/

/** A line that opens or ends with the mark: "Onsite - Knoxville, TN", "M-F 8-5, onsite". */
const BARE_ONSITE =
  /^\W*(?:on-?site|on site|in-?office|in-person|in person)(?:\W*$|\s*[-,(|:/]\s)|[,;|(-]\s*(?:on-?site|on site|in-?office|in-person|in person)\W*$/

const EQUIPMENT = /\b(?:internet|equipment|workspace|laptop|computer|bandwidth|distraction\w*)\b/

function plainSignal(words: string, bare: boolean): ModeSignal | null {
  const telework = /\btelework\w*/.test(words)
  const remote =
    STRONG_REMOTE.some((pattern) => pattern.test(words)) ||
    (bare && /\bremote(?:ly)?\b|\bvirtual\b/.test(words))
  const office = OCCASIONAL_OFFICE.test(words)
  if (remote && office && !/\b(?:fully|100%) remote\b/.test(words))
    return { is: 'hybrid', days: null, weak: false }
  if (remote) return { is: 'remote', strong: true }
  if (/\bon-?site (?:post|seat|position|role|job)\b/.test(words))
    return { is: 'onsite', strong: true }
  if (office) return { is: 'hybrid', days: null, weak: true }
  if (
    DONE_ONSITE.test(words) ||
    ONSITE_POST.test(words) ||
    IN_OUR_OFFICE.test(words) ||
    ONSITE.some((pattern) => pattern.test(words))
  )
    return { is: 'onsite', strong: true }
  if (BARE_ONSITE.test(words)) return { is: 'onsite', strong: true }
  if (bare && /\b(?:on-?site|on site|in-?office|in-person)\b/.test(words))
    return { is: 'onsite', strong: true }
  if (!telework && /\bremote(?:ly)?\b|\bhome office\b/.test(words) && EQUIPMENT.test(words))
    return { is: 'remote', strong: false }
  return null
}

/** "In the office for the first year before becoming eligible for remote work". */
const BEFORE_AWAY = new RegExp(`\\bbefore\\b[^;]{0,60}\\b${AWAY}\\b`)

/** The second half of a story begun before: "After that the position is 100% work from home". */
const OPENS_WITH_THEN = new RegExp(
  `^\\W*(?:after (?:that|this)|afterwards?|then|thereafter|from (?:week|month|day) \\d+)\\b(?![^;]{0,40}\\b(?:not|no|months?|years?)\\b)[^;]{0,60}\\b${AWAY}\\b`,
)

/** "Remote after training"; a wait longer than six months is a promise, not an offer (tags.md 10). */
function afterSignal(words: string): ModeSignal | null {
  if (OPENS_WITH_THEN.test(words))
    return {
      is: 'remote_after',
      after: /\bhybrid\b/.test(words) ? 'hybrid' : 'remote',
      days: officeDays(words),
    }
  const ways = [AFTER_THEN_AWAY, AWAY_THEN_AFTER, BEFORE_AWAY].map((way) => way.exec(words))
  const match = ways.find((found) => {
    if (!found) return false
    if (found[0].startsWith('before')) return monthsIn(words) !== null
    const step = /\b(?:then|transition\w*|thereafter|after (?:that|this|which)|afterwards?)\b/.test(
      found[0],
    )
    return (
      (step && (TRAINING_ONSITE.test(words) || TRAINING_FIRST.test(words))) ||
      WAITING.test(found[0])
    )
  })
  if (!match) return null
  if (
    /\b(?:not|no)\b[^;]{0,20}\b(?:remote|work from home|telework)/.test(words) &&
    !/\b(?:for|during|until)\b/.test(words)
  )
    return null
  const months = monthsIn(match[0]) ?? monthsIn(words)
  if (months !== null && months > 6) return { is: 'later' }
  const days = officeDays(words)
  const hybrid = /\bhybrid\b/.test(words) || (days !== null && days < 5)
  return { is: 'remote_after', after: hybrid ? 'hybrid' : 'remote', days }
}
