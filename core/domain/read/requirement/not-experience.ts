import type { Amount } from './amounts.ts'
import type { Statement } from './mention.ts'

/**
 * Wording family: amounts of time that are no experience: the age of the firm or of the applicant,
 * lookbacks and recency, vesting, record keeping, contracts, probation, the age of claims, deadlines
 * after hire, schooling ("2-year degree"), pay periods, notice, training length.
 */

const BEFORE = [
  // recency and lookbacks: "within the past five years", "in the last 2 years"
  /\b(?:with ?in|in|during|over|for|of|from|throughout) (?:the |a )?(?:past|last|previous|preceding|prior|most recent|next|first|final|recent)\s*$/,
  /\b(?:past|last|previous|preceding|every|each|per|next|first|this|fiscal|calendar|school|once an?|twice an?|times an?)\s*$/,
  // deadlines: "within 12 months of hire" (credentials.ts reads them)
  /\bwith ?in (?:the first |your first |a |an |no more than )?$/,
  /\b(?:after|until|by|following|upon completion of|beginning) (?:the first |your first |approximately |about |completion of |completing )?$/,
  // age of the firm
  /\b(?:founded|established|started|began|opened|since|in business|operating|operated|serving|served|trusted)\b[^.;]{0,50}$/,
  /\b(?:we|we've|our|ours|us|company|organization|firm)\b[^.;]{0,60}\b(?:with|for|has|have|had|celebrat\w+|over|than|boasts?|brings?|averag\w*|shares?|totals?|combined|nearly|almost)\b[^.;]{0,25}$/,
  /\b(?:has|have) been\b[^.;]{0,70}$/,
  /\bfor (?:over|more than|nearly|almost|about) $/,
  /\b(?:celebrating|marking|boasts?|spanning)\b[^.;]{0,20}$/,
  // "if you have more than two years of ..., please apply for the senior post instead"
  /\b(?:if|unless|once|when) (?:you|someone|candidates|applicants) (?:have|has|had|already have)(?: got)? (?:more than |over |already )?$/,
  // the years of a colleague, pay by years, years gained in the job
  /\b(?:sit|learn|train(?:ed)?|paired|coached|taught|mentored|shadow|guided|checked|beside|alongside|under|next to)\b[^.;]{0,40}\b(?:coder|biller|supervisor|lead|mentor|trainer|colleague|auditor|manager|specialist|clerk)s?,? (?:who|with|of|has)\b[^.;]{0,20}$/,
  /\$\d[\d.,k]*(?: (?:an|per) hour|\/h(?:ou)?r)? (?:with|at|for|after|if you have) (?:over |more than )?$/,
  /\b(?:gain|build|accumulate|collect|(?:you|you'll|you will) get)(?:s|ing)? (?:up to |at least |your |about )?$/,
  // what another post, a later step or work at home asks
  /\b(?:(?:our|the|an?) (?:other|next) (?:[a-z]+ ){0,2}(?:posting|opening|role|job|position|step|level|rung|grade|desk)s?|next (?:step|level|rung|grade))\b[^.;]{0,50}$/,
  /\bto (?:work|go|be|move) (?:fully )?(?:from home|at home|remote(?:ly)?|home)\b[^.;]{0,50}$/,
  // time to stay, and what counts as time
  /\b(?:stay|remain|sign on|sign up)\b[^.;]{0,30}$|\b(?:counts?|equals?|worth|good for)\b(?: just)?(?: as| toward| for)?[^.;]{0,16}$/,
  // "from home once you know the ropes (figure two months in the office)"
  /\b(?:once|until|till) you\b[^.;,]{0,50}$/,
  // things that last
  /\b(?:vest\w*|retain\w*|retention|kept for|keep|stored|archiv\w*|guarantee\w*|warrant\w*|commit(?:ment)?|agree\w*|contract|assignment|duration|term|lease|lasts?|lasting|probation\w*|introductory|orientation|aged?|aging|older than|outstanding|valid for|renew\w*|expires?|lookback|look-back|internship|externship|reside\w*|resident|lived|driv\w+|license for|background check\w*|convict\w*|felony|smok\w*|nicotine|notice)\b[^.;]{0,40}$/,
] as const
const AFTER = [
  // "4 years of audit records must be kept"
  /^[^.;]{0,40}\b(?:must be|are|is) (?:kept|retained|stored|archived)\b/,
  // a condition for something later
  /^[^.;:]{0,60}\bbefore (?:you|they|he|she|working|going|moving|anyone|we|promotion|a (?:coder|biller))\b/,
  // "three to six months on-the-job training": what the employer gives
  /^ (?:of )?(?:on[- ]the[- ]job|in[- ]house|paid|classroom|hands[- ]on|supervised|job|initial|additional) training\b(?! (?:or|and\/or) (?:[a-z]+ )?experience)/,
  // schooling, papers and time that somebody gives
  /^ (?:of|in) (?:[a-z-]+ ){0,2}(?:college|university|high school|school|residence|residency|classroom|study|studies|schooling|education|training|mentor(?:ing|ship)|coaching|orientation|onboarding|supervision|supervised practice|leave|pay stubs?|tax returns?|bank statements?|references|rent|savings|severance|coverage|spanish|latin|algebra|sobriety|recovery|life)\b(?! (?:administrat|work|office|billing|coding|experience|coordinat))/,
  /^ ?(?:of )?(?:[a-z-]+ ){0,4}(?:above|beyond|past) (?:the )?high[ -]school/,
  /^ (?:later|hence|from now|early|apart|at a time)\b/,
  /^ ?(?:of age|old|or older|and older|and over)/,
  /^[- ]?(?:old\b|anniversary|history|tradition|legacy|track record|contract(?! (?:management|negotiat|coding|billing))|assignment|term\b|agreement|commitment|lookback|look-back|warranty|probation\w*|introductory|orientation|waiting period|notice|vesting|retention|period|guarantee|position|project|temp\b|temporary|limited|plan|retirement)/,
  /^ (?:in business(?! (?:office|services?|setting|environment|operations))|in a row|ago|running|strong\b|of (?:service to|excellence|growth|history|tradition|serving|continuous service|success|innovation|trusted|helping|caring|employment with|completed service|tenure)|of service\b|after (?:hire|hiring|employment|start)|from (?:the )?(?:date of )?(?:hire|employment|start)|of (?:the )?(?:date of )?(?:hire|hiring|employment|start|joining|being hired|completion|obtaining|your start|placement|appointment|accepting|assuming)|following (?:hire|employment)|post[- ]hire|into (?:the|your)|of (?:pto|vacation|paid (?:time|leave|vacation|holiday)|probation|orientation|residency|residence|driving|clean))\b/,
  /^[- ]?(?:(?:of )?(?:degree|college|university|undergraduate|post-?secondary|post-high|certificate|diploma|program|course|coursework|training|vocational|technical|trade school|technical school|school|study|education|academic|accredited|formal|semester|curriculum|internship|externship|practicum|associate|bachelor)\b)/,
  /^ ?(?:\/|per |a |each |out\b|in arrears|past due|overdue|and over (?:a\/?r|aging|balances)|a\/?r\b|aging|buckets?|claims aging|accounts aging|outstanding)/,
] as const
const ANY_BEFORE = new RegExp(BEFORE.map((pattern) => pattern.source).join('|'))
const ANY_AFTER = new RegExp(AFTER.map((pattern) => pattern.source).join('|'))
/** What takes the apprentice mark off: the trade body's rule, not the employer's. */
const MARK_REMOVED =
  /\b(?:remov|drop|los(?:e|ing)|shed|com(?:e|es|ing) off|take[ns]? off|taking off)\w*\b[^.;]{0,30}(?:\bthe ["']?a\b|apprentic|designation)|(?:\bthe ["']?a["']?|apprentic\w*|designation)\b[^.;]{0,30}\b(?:removed|comes? off|dropped|taken off|falls off|lifted)\b/
/** "a one-year coding program": schooling, however it is described. */
/** "a six-month billing project", "our 12-month coding apprenticeship". */
const LASTING =
  /^ (?:[a-z-]+ ){0,3}(?:contract|assignment|project|engagement|position|role|job|residency|fellowship|internship|externship|practicum|class|rotation|apprenticeship|placement|wait|appointment|leave|training|traineeship|academy|bootcamp|pilot)\b(?! (?:experience|work))/
const RATE =
  /\b(?:\d[\d,.]*|once|twice|times|calls|claims|charts|encounters|visits|patients|clients|members|accounts|records|hours|days|weeks|births|residents|dollars|million|billion|admissions|discharges|cases|tests|pages|payments|surgeries|procedures|appointments|students|graduates|people|employees|bills|letters|requests|meals|transports|deliveries|statements|audits) $/
const SCHOOL_ADJECTIVE =
  /^[- ](?:[a-z]+ ){0,3}(?:degree|program|certificate|diploma|course|curriculum)\b/
/** "With over 25 years of experience in billing, our company ...". */
const FIRM_FOLLOWS =
  /^[^.;]{0,70}, (?:(?:our|the|this) |we |[a-z&' ]{3,40} (?:is|has|are|offers|provides|serves|helps|delivers)\b)/
const CANDIDATE =
  /\b(?:must|you|your|candidates?|applicants?|required?|requires|minimum|at least|preferred|qualified|should|needs?|seek\w*|looking|someone|wants?|ideal)\b/
const OWN =
  /\b(?:our|we|we've|us)\b[^.;]{0,80}\b(?:team|staff|experts?|leaders?|providers?|professionals|physicians|company|practice|combined)\b|\b(?:leader|provider|leading|industry)\b[^.;]{0,60}\bwith (?:over|more than|nearly)?/

/** True when the amount is certainly something other than paid work asked of the applicant. */
export function notWork(
  amount: Amount,
  before: string,
  after: string,
  statement: Statement,
): boolean {
  // "14,500 calls a year", "twice a month": a rate
  if (amount.article && RATE.test(before)) return true
  if (amount.min > 300 || (amount.max ?? 0) > 480) return true
  for (const [index, pattern] of ANY_BEFORE.test(before) ? BEFORE.entries() : []) {
    if (pattern.test(before)) {
      // "after 2 years of coding experience" asks; "we require 2 years" asks.
      if (index >= 5 && index <= 7 && CANDIDATE.test(before)) continue
      if (index === 1 && /\b(?:previous|prior|preceding) $/.test(before)) continue
      return true
    }
  }
  if (ANY_AFTER.test(after)) return true
  if (MARK_REMOVED.test(statement.folded)) return !/\brequired?\b/.test(statement.folded)
  if (amount.hyphen && (SCHOOL_ADJECTIVE.test(after) || LASTING.test(after))) return true
  if (
    /^with (?:over |more than |nearly |almost |about )?$/.test(before) &&
    FIRM_FOLLOWS.test(after)
  )
    return true
  if (OWN.test(before) && !CANDIDATE.test(before)) return true
  if (
    statement.sectionKind === 'about' ||
    statement.sectionKind === 'benefits' ||
    statement.sectionKind === 'pay'
  )
    return !/\b(?:must|you (?:have|must|need)|candidates?|required|preferred)\b/.test(
      statement.folded,
    )
  return false
}
