import { kept } from '../../text/kept.ts'
import { CUE } from '../lexicon.ts'
import { type Amount, findAmounts } from './amounts.ts'
import { domainOf } from './domains.ts'
import type { AmountMention, Statement, VagueMention } from './mention.ts'
import { notWork } from './not-experience.ts'
import { matchesOf } from '../../text/matches.ts'

/**
 * Wording family: paid work asked for, with a number ("2+ years of medical billing experience",
 * "Medical coding: 1 year (Required)") or without one ("prior billing experience", "experience with
 * denials", "seeking an experienced coder"). What only looks like it is in not-experience.ts.
 */

const WORK_NOUN =
  /\b(?:experiences?\b|(?<!\b(?:an|our|most|more|by|the|other) )experienced|exp\b|background|history of (?:work|employment)|employment|knowledge and experience)/
/** "2 years in medical billing", "one year as a coder": work without the word experience. */
const WORK_AFTER =
  /^[^.;:]{0,24}?\b(?:in (?:an? |the )?(?:[a-z/-]+ ){0,4}(?:billing|coding|claims|collections|healthcare|health care|office|setting|environment|field|hospital|clinic|practice|industry|revenue cycle|capacity|role|position|job|department|receivables?|him|registration|denials?)|as (?:an? |the )?(?:[a-z/-]+ ){0,4}(?:coder|biller|specialist|clerk|representative|assistant|technician|auditor|receptionist|secretary)|(?:of )?(?:related |relevant |prior |previous |recent |progressive |direct |full[- ]time |hands-on |active |current |on-the-job |paid |professional |general |healthcare |medical |hospital |clinical |physician |office |clerical |administrative )*(?:work|work history|billing|coding|inpatient|outpatient|medical billing|medical coding|customer service|office work)\b|(?:working|coding|billing|processing|performing|doing|using|on[- ]the[- ]job|hands-on))/
const RELATED = /^ ?(?:of )?(?:related|relevant|similar|comparable|creditable|specialized)\b/
const LABELLED = /^(?:[^.;:]{2,70}): ?(?:minimum(?: of)? |at least |min\.? )?$/
/** "One year required; two years preferred": the second stands for the same work. */
const STRENGTH_ONLY =
  /^[ .]*$|^,? (?:or|and) |^ ?(?:\(|is |are |strongly |highly |minimum )*(?:preferred|required|desired|a plus|ideal)/
/** "HS diploma + 4 years, associate + 2 years ...": the noun stands after the last rung. */
const NEXT_RUNG =
  /^ ?[,;] ?(?:or )?(?:an? )?(?:associate|bachelor|high school|hs\b|ged\b|master|certificate)/
/** What may stand before an amount that opens its item: "a minimum of", "Ideal:", "EITHER". */
const LEADS =
  /^(?:[^a-z0-9]|\b(?:an?|at least|minimum(?: of)?|min|no less than|not less than|more than|over|about|roughly|approximately|around|either|with|ideal(?:ly)?|preferably|preferred|required|plus|and|or|must have|should have|have|has|having|you have|possess(?:es)?|need|full|completed|from|between|some|prior|previous|recent|verifiable|documented|something like|pattern [a-e]|option [a-e1-5])\b)*$/
/** "two years in", "a year of", "two years following up": what follows an amount that opens its item. */
const OF_WORK =
  /^ ?(?:of|in|as|with|at|on|inside|within|doing|for)\b(?! (?:the )?(?:last|past|previous|hire|employment|age|date|your|our))|^ (?!(?:following|including|during|pending|according|beginning|starting|ending|being|training|schooling|outstanding|remaining|running)\b)[a-z]{3,}ing\b/
/** A demand right before an amount in the middle of a statement. */
const DEMANDED =
  /\b(?:must have|requires?|required:?|need(?:s|ed)?|want(?:s|ed)?|look(?:s|ing)? for|seek(?:s|ing)?|at least|minimum(?: of)?|no less than|not less than|and|plus|or|with|who ha(?:s|ve)|should have|bring|you have) (?:someone with |an? |at least |a minimum of |no less than |not less than |a full )*$/
/** "has coded charts for three years" */
const WORKED_FOR =
  /\b(?:worked|coded|billed|done|posted|handled|managed|processed|served)\b[^.;]{0,60} for (?:at least |more than |a minimum of |no less than |over )?$/
/** "Length: eleven months", "Program: 2 years": a label that measures something else. */
const OTHER_LABEL =
  /\b(?:length|program|course|class|schedule|starts?|training|timeline|shifts?|hours|contract|duration|term|project|assignment|probation\w*|internship|appointment|tenure|weeks?|placement|rotation)\b/
/** "a bachelor's with one": a rung whose unit was said before. */
const FIGURE = 'one|two|three|four|five|six|seven|eight|\\d{1,2}'
const BARE_RUNG = new RegExp(
  `\\b(?:bachelor|associate|master|diploma|degree|certificate|ged)[^,;.]{0,45}? (?:with|and|plus|\\+) (${FIGURE})(?= ?(?:[,;.)]|$))|(?:[,;] (?:or )?|\\bor )(${FIGURE})(?= (?:if (?:you|they) (?:hold|have)|with (?:an? |the )?(?:[a-z-]+ ){0,2}(?:cpc|ccs|coc|rhi[at]|cpb|cca|degree|certif\\w*|associate|bachelor)))`,
  'g',
)
/** "Minimum 5 yrs leadership", "3-5 years pediatrics": under a heading that asks, what follows is the work. */
const FIELD_OF_WORK =
  /^ (?:of )?(?:[a-z/&-]+ ){0,3}(?:leadership|management|supervis\w+|audit(?:ing)?(?! (?:records|documentation|papers|files))|compliance|denials?|pediatrics?|oncology|cardiology|surgery|orthop\w+|radiology|bookkeeping|accounting|clerical|reception|registration|scheduling|abstracting|documentation|appeals|follow[- ]?up|payment posting|data entry|long[- ]term care|home health|hospice|behavioral health|hospital|acute care|clinic|practice management|credentialing)\b/
const SOME_YEARS =
  /\b(?:few|several|some|couple of|multiple|many) years?'?(?: of)? (?:[a-z]+ ){0,3}$/
const AFTER_REACH = 130

const RECENCY =
  /\b(?:with ?in|in|during|over|of) (?:the )?(?:last|past|previous|preceding|most recent) [a-z0-9 ()-]{1,18}(?:years?|months?)\b/g

/** The statement with its lookbacks blanked, position by position. */
function withoutRecency({ folded, cues }: Statement): string {
  return (cues & CUE.lookback) !== 0
    ? folded.replace(RECENCY, (words) => ' '.repeat(words.length))
    : folded
}

const headingCounts = kept(
  (heading: string) => /\byears?\b/.test(heading) && /\bexperience\b/.test(heading),
)

/** "Years of experience: 2": a figure whose unit stands in the label. */
function bareFigure(statement: Statement): AmountMention[] {
  const { folded, heading } = statement
  if (folded.length > 12 || !headingCounts(heading)) return []
  const [first] = findAmounts(`${folded.replace(/\.$/, '')} years`)
  if (first === undefined) return []
  const { min, max, conflict } = first
  const span = { start: 0, end: folded.length, rule: 'experience.figure' }
  return [{ kind: 'amount', ...span, min, max, conflict, domain: null }]
}

/** Months that stand for work, in one statement. */
export function findExperience(statement: Statement): AmountMention[] {
  if ((statement.cues & CUE.time) === 0) return bareFigure(statement)
  const folded = withoutRecency(statement)
  const amounts = findAmounts(folded)
  if (amounts.length === 0) return bareFigure(statement)
  const found: AmountMention[] = []
  for (const [index, amount] of amounts.entries()) {
    const next = amounts[index + 1]?.start ?? folded.length
    const after = folded.slice(amount.end, Math.min(next, amount.end + AFTER_REACH))
    const fullAfter = folded.slice(amount.end, amount.end + AFTER_REACH)
    const before = folded.slice(Math.max(0, amount.start - 90), amount.start)
    const shared =
      found.length > 0 || (index + 1 < amounts.length && WORK_NOUN.test(folded.slice(next)))
    // "Two years of surgical coding; one year in orthopedics preferred"
    const asks = statement.sectionKind === 'required' || statement.sectionKind === 'preferred'
    const again =
      found.length > 0 &&
      asks &&
      OF_WORK.test(after) &&
      /[;,] (?:and |with |plus |including )?(?:at least |minimum of )?$/.test(before)
    const elliptic = again || (shared && (STRENGTH_ONLY.test(after) || NEXT_RUNG.test(after)))
    if (!elliptic && !isWork(amount, before, after, fullAfter, statement)) continue
    if (notWork(amount, before, fullAfter, statement)) continue
    found.push(mention(statement, amount, after, before))
  }
  return found.length === 0 ? found : [...found, ...bareRungs(folded, found)]
}

/** "..., OR a bachelor's with one": the rung counts in the years of the rungs before it. */
function bareRungs(folded: string, found: readonly AmountMention[]): AmountMention[] {
  const from = found[0]?.end ?? 0
  const rungs: AmountMention[] = []
  for (const match of matchesOf(BARE_RUNG, folded.slice(from))) {
    const end = from + match.index + match[0].length
    const figure = match[1] ?? match[2] ?? ''
    const [amount] = findAmounts(`${figure} years`)
    if (amount === undefined || found.some((f) => f.start < end && f.end > end - 2)) continue
    const span = { start: end - figure.length, end, rule: 'experience.rung' }
    const { min, max } = amount
    rungs.push({ kind: 'amount', ...span, min, max, conflict: false, domain: null })
  }
  return rungs
}

function isWork(
  amount: Amount,
  before: string,
  after: string,
  fullAfter: string,
  statement: Statement,
): boolean {
  const near = WORK_NOUN.exec(after)
  const close = near !== null && near.index < 100 && !/[;]/.test(after.slice(0, near.index))
  if (amount.unit === 'day' || amount.unit === 'week')
    return (
      near !== null &&
      near.index < 30 &&
      near[0] !== 'experienced' &&
      !/\b(?:of|from) (?:hire|employment)/.test(after)
    )
  if (amount.unit === 'hour')
    return (
      amount.min >= 3 &&
      (close || /\b(?:of|in) (?:[a-z-]+ ){0,3}(?:coding|billing|paid|work|claims)\b/.test(after))
    )
  if (close) return true
  if (WORK_AFTER.test(after) || RELATED.test(after)) return true
  // "2 years or 3 years of experience": the noun stands after the last of them.
  if (
    /^(?: ?(?:,|or|and|to|with|required|preferred|\(required\)|\(preferred\)|-|\/) ?){0,3}$/.test(
      after,
    )
  )
    if (WORK_NOUN.test(fullAfter)) return true
  if (
    (/\bexperience\b[^.;]{0,60}$/.test(before) ||
      /\bbackground of (?:at least |about )?$/.test(before)) &&
    !/\bcommensurate\b/.test(before)
  )
    return true
  const tail =
    /^ ?(?:\(?(?:required|preferred|minimum|desired|min)\)?)?[.,;]? ?(?:$|\(|;|,|or\b|and\b)/.test(
      after,
    )
  if (/^ ?(?:min(?:imum)?|required)[.! ]*$/.test(after) && statement.folded.length < 40) return true
  const underHeading = /\bexperience\b/.test(statement.heading)
  if (tail && (underHeading || (LABELLED.test(before) && !OTHER_LABEL.test(before)))) return true
  if (namesWork(before, after, statement)) return true
  return underHeading && amount.start < 40 && !amount.article && statement.folded.length < 160
}

/**
 * "Two years in medical records, quality or coding": a job or task instead of the word experience. Under
 * a heading that asks, an amount that opens its item is work; elsewhere a word of the trade must follow.
 */
function namesWork(before: string, after: string, statement: Statement): boolean {
  const asks = statement.sectionKind === 'required' || statement.sectionKind === 'preferred'
  const opens = LEADS.test(before)
  const ofWork = OF_WORK.test(after)
  if (asks && opens && (ofWork || FIELD_OF_WORK.test(after))) return true
  if (statement.sectionKind === 'duties' && statement.kind === 'item') return false
  if (!(asks || statement.sectionKind === 'other')) return false
  if (
    WORKED_FOR.test(before) &&
    (asks ||
      DEMAND.test(before) ||
      /\b(?:you have|(?:wants?|someone|somebody|people|candidates?|applicants?) (?:[a-z]+ )?who (?:has|have))\b/.test(
        before,
      ))
  )
    return true
  if (/\bfor (?:about |up to |at least |roughly |the next )?(?:an? )?$/.test(before)) return false
  const demanded =
    DEMANDED.test(before) &&
    (asks ||
      !/\b(?:and|plus|or|with) (?:an? |at least )*$/.test(before) ||
      DEMAND.test(before) ||
      /\bcome with\b/.test(before))
  // "Six months in patient access, or an associate degree.": what stands beside schooling is asked.
  const beside = opens && /\b(?:degree|diploma|ged|certif\w*|program)\b/.test(statement.folded)
  if (!(opens && (asks || statement.kind === 'item')) && !demanded && !beside) return false
  const clause = /^[^.;:]{0,70}/.exec(after)?.[0] ?? ''
  return (ofWork || opens) && TRADE_NEAR.test(clause)
}

function mention(
  statement: Statement,
  amount: Amount,
  after: string,
  before: string,
): AmountMention {
  const stop =
    /[.;]|\b(?:required|preferred|or equivalent|(?:and|or) (?:an? )?(?:high school|associate|bachelor|certif|degree|diploma|graduat|complet)|and no\b)/.exec(
      after,
    )
  const phrase = stop === null ? after : after.slice(0, stop.index)
  const label = LABELLED.test(before) ? before : ''
  const domain =
    domainOf(phrase) ?? domainOf(label) ?? (phrase.trim().length < 14 ? domainOf(before) : null)
  // "6+ months in a clinic (insurance experience preferred)": the noun in the aside is another's.
  const noun = WORK_NOUN.exec(
    phrase.includes('(')
      ? phrase.replace(/\([^)]*(?:\)|$)/g, (aside) => ' '.repeat(aside.length))
      : phrase,
  )
  const end = noun === null ? amount.end : amount.end + noun.index + noun[0].length
  return {
    kind: 'amount',
    start: amount.start,
    end: Math.min(end, statement.folded.length),
    rule: `experience.${amount.unit}`,
    min: amount.min,
    max: amount.max,
    conflict: amount.conflict,
    domain,
  }
}

const TRADE =
  'medical|billing|biller|coding|coder|claims?|health ?care|revenue|cycle|hospital|clinic(?:al)?|office|insurance|collections?|denials?|records?|him|icd-?10(?:-?cm)?|cpt|hcpcs|epic|emr|ehr|snf|receivables?|payment|posting|charge|patient|physician|practice|administrative|clerical|customer service|medicare|medicaid|payers?|a/?r|front desk|reimbursement|coders?|billers?|facility|inpatient|outpatient|profee|surgical|accounting'
const EXPERIENCE_WORD = /\bexperience(?:d)?\b/g
/** "patient experience", "commensurate with experience": the word, but no demand. */
const NOT_A_DEMAND_BEFORE =
  /\b(?:patient|user|customer|guest|employee|member|candidate|client|resident|caregiver|learning|human|life|consumer|provider|commensurate with|based (?:up)?on|depend(?:ing|ent|s)? (?:up)?on|according to|level of|levels of|gain(?:ing)?|for|your|more|no|without|positive|exceptional|excellent customer|than|over|get|getting|build|building|earn|regardless of|whatever your|with or without|all|seamless|great|best|rewarding|worthwhile|hands-on learning|training and|education and|factors such as|skills?,|skills and|the) (?:prior |previous |relevant |work |related |years of |education,? and )?$|\b(?:students?|interns?|graduates?|people|those|anyone)\b[^.;]{0,20}\b(?:looking for|seeking|who (?:want|need))[^.;]{0,20}$|\bsalary[^.;]{0,60}$|\bpay [^.;]{0,60}$|\bcompensation[^.;]{0,60}$|\bcombination of (?:education|training|relevant)[^.;]{0,40}$|\bequivalent (?:work |relevant |related |professional |combination )?$|\bin lieu of (?:the |this )?(?:[a-z]+ ){0,2}$|\bdegree or (?:[a-z]+ ){0,3}$|\bwe (?:have|bring)[^.;]{0,60}$|\bno [^.;]{0,40}$|\b(?:if|whether|do) you[^.;]{0,40}$|\bhow many[^.;]{0,30}$|\b(?:may|can|will) waive[^.;]{0,20}$|\bnot need[^.;]{0,30}$|\byears?'? (?:of )?(?:[a-z]+ ){0,3}$/
const NOT_A_DEMAND_AFTER =
  /^(?: (?:in|at|from|as) [^.;]{0,60}\bcounts?\b(?! toward)| counts?\b| (?:for|of) (?:our |every |each |all )?(?:patients?|families|members|callers|customers|residents|guests)\b| the |(?: (?:with|in|of|using) [^.;]{0,40}?)? or (?:an? |the )?(?:interest|willing|desire|ability|eager|enthusias|readiness|curiosity|appetite)| our | your | (?:is |are )?(?:not|isn't) (?:required|necessary|needed|essential)| level| levels| and (?:education|qualifications|skills|credentials)(?: will| are|,)| in lieu| (?:may|can|will) (?:be )?(?:substitut|consider|count|accept)|, qualifications|, skills|, education|, and education| (?:preferred )?but not required| a plus, (?:but )?not required|\?)/
const SOFTWARE_ONLY =
  /\b(?:microsoft|ms office|ms word|word|excel|outlook|office suite|google|computers?|pc|windows|keyboard|typing|internet|spreadsheets?|printers?|fax|multi-?line|phones?|telephone)\b/
const DEMAND =
  /\b(?:must (?:have|possess|be)|required?|requires|requiring|need(?:s|ed)?|mandatory|a must|seeking|looking for|should (?:have|possess)|in search of|hiring|minimum|essential|you(?:'ll| will)? have|candidate (?:will|must|should|has|have)|(?:right|ideal|successful) (?:person|hire|applicant) (?:has|have|will have)|applicants? (?:must|should))\b/
const OPENING =
  /^(?:(?:prior|previous|proven|demonstrated|some|relevant|related|hands[- ]on|working|strong|extensive|solid|recent|current|direct|basic|sufficient|significant|verifiable|considerable|progressive|successful|practical|general|actual|medical|minimum|experience|any|an?|knowledge and|knowledge of and|knowledge\/|training and\/or|training or|work|job|similar|professional|background and|direct|full|broad|must have|should have|have|has|possess(?:es)?|at least some|required|previous|with|specific|coding|billing|healthcare|hospital|claims|epic|and|,|\/|-) ?){0,6}$/

/** Work asked for without a number. */
export function findVagueExperience(
  statement: Statement,
  amounts: readonly AmountMention[],
): VagueMention[] {
  const { folded } = statement
  const found: VagueMention[] = []
  const plain =
    amounts.length === 0 && (statement.cues & CUE.work) !== 0 ? DEMANDS_DONE.exec(folded) : null
  if (plain !== null && TRADE_NEAR.test(folded)) found.push(unnumbered(plain, folded))
  else if (statement.sectionKind === 'required' || statement.sectionKind === 'preferred') {
    const done =
      amounts.length === 0 && (statement.cues & (CUE.work | CUE.time)) !== 0
        ? HAS_DONE.exec(folded)
        : null
    if (done !== null && TRADE_NEAR.test(folded)) found.push(unnumbered(done, folded))
  }
  if ((statement.cues & CUE.experience) === 0) return found
  let last = -1
  for (const match of matchesOf(EXPERIENCE_WORD, folded)) {
    if (found.some((f) => match.index < f.end + 60)) continue
    const at = match.index
    const end = at + match[0].length
    if (at < last) continue
    if (amounts.some((a) => at >= a.start - 40 && at < a.end + 60)) continue
    const before = folded.slice(Math.max(0, at - 70), at)
    const after = folded.slice(end, end + 80)
    const vague = vagueAt(statement, match[0], at, end, before, after)
    if (vague !== null) {
      found.push(vague)
      last = end + 30
    }
  }
  return found
}

/** "Prior HIM work is required", "Applicants must have worked in a billing office": demanded in so many words. */
const DEMANDS_DONE =
  /^(?:[^a-z]*)(?:some )?(?:prior|previous|past) (?:[a-z/&-]+ ){0,5}(?:work|employment)\b(?! (?:ethic|history|samples|references|permit|authori[sz]ation))(?=[^.;,]{0,20}\b(?:required|necessary|essential|needed|a must)\b)|^(?:applicants?|candidates?|you) (?:must|should) have (?:already |previously )?(?:worked (?:in|as|for|with)|coded|billed)\b|\b(?:will|can) train\b[^.;]{0,40}\bwith [^.;]{0,40}\bexperience\b/
/** "Several years in coding", "You have worked in a clinic": work without number or noun, under a heading that asks. */
const HAS_DONE =
  /^(?:[^a-z]*|at least |with |you have |must have )(?:a few|several|some|a couple of|multiple|many) years (?:of|in|as|with)\b(?! (?:college|school|study))|^(?:you(?:'ve| have)|must have|should have|has|have) (?:already |previously )?(?:worked (?:in|as|for|with)|coded|billed)\b/

function unnumbered(match: RegExpExecArray, folded: string): VagueMention {
  return {
    kind: 'vague',
    start: match.index,
    end: match.index + match[0].length,
    rule: 'experience.unnumbered',
    domain: domainOf(folded),
    demanded: true,
  }
}

const TRADE_NEAR = new RegExp(`\\b(?:${TRADE})\\b`)

function vagueAt(
  statement: Statement,
  word: string,
  at: number,
  end: number,
  before: string,
  after: string,
): VagueMention | null {
  const some = SOME_YEARS.test(before)
  if ((!some && NOT_A_DEMAND_BEFORE.test(before)) || NOT_A_DEMAND_AFTER.test(after)) return null
  const clauseAfter = /^[^.;]{0,70}/.exec(after)?.[0] ?? ''
  const clauseBefore = /[^.;]{0,70}$/.exec(before)?.[0] ?? ''
  const about = clauseBefore + ' ' + clauseAfter
  if (SOFTWARE_ONLY.test(about) && !TRADE_NEAR.test(about.replace(SOFTWARE_ONLY, ''))) return null
  const asks = statement.sectionKind === 'required' || statement.sectionKind === 'preferred'
  const demanded =
    some ||
    DEMAND.test(clauseBefore) ||
    /^[^.;,]{0,60}\b(?:required|mandatory|needed|necessary|is a must|a must|essential)\b/.test(
      after,
    )
  const adjective = word === 'experienced'
  if (adjective && /^ or (?:an? )?(?:train|entry|teach|begin|new\b|inexper|willing)/.test(after))
    return null
  if (adjective) {
    const hiring =
      /\b(?:seek(?:s|ing)?|look(?:s|ing) for|hir(?:es|ing)|wants?|need(?:s|ed)?|search(?:ing)? for|in search of|must be|should be|is) (?:an? |for |our next |multiple |two |several |highly |dynamic, |motivated,? |and |skilled,? |detail-oriented,? |full[- ]time |part[- ]time |the )*$/.test(
        before,
      )
    const opens =
      asks && OPENING.test(folded0(statement, at)) && /^ (?:in|with|using)\b/.test(after)
    if (!hiring && !opens) return null
  } else if (!asks) {
    if (!demanded) {
      const opens =
        OPENING.test(folded0(statement, at)) &&
        /^ (?:and knowledge )?(?:in|with|using|working|processing)\b/.test(after)
      const marked = /^[^.;,]{0,60}\b(?:preferred|desired|a plus|helpful|ideal|beneficial)\b/.test(
        after,
      )
      if (!marked && !(opens && statement.sectionKind === 'duties' && statement.kind === 'item'))
        return null
    }
    if (
      !TRADE_NEAR.test(about) &&
      !/\b(?:prior|previous|relevant|related|work)\b/.test(clauseBefore)
    )
      return null
  }
  const start = Math.max(0, at - (/(?:[a-z/-]+ ){1,4}$/.exec(before.slice(-30))?.[0].length ?? 0))
  return {
    kind: 'vague',
    start,
    end,
    rule: adjective ? 'experience.experienced' : 'experience.unnumbered',
    domain: domainOf(clauseAfter) ?? domainOf(clauseBefore),
    demanded: demanded || adjective,
  }
}

function folded0(statement: Statement, at: number): string {
  return statement.folded.slice(0, Math.min(at, 80))
}
