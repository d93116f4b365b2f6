import type { AdjacentRole } from '../../tags.ts'

/**
 * The families of job titles. Each list holds wording that is used by many employers; none names one.
 * All patterns are met by a title in plain words (title-words.ts).
 */
export type TitleFamily =
  | { is: 'coding' | 'billing' | 'both'; sure: boolean }
  | { is: 'records'; role: AdjacentRole; sure: boolean }
  | { is: 'first_rung'; role: AdjacentRole; sure: boolean }
  | { is: 'out' }
  | { is: 'unknown' }

interface TitleRule {
  family: TitleFamily
  rule: string
  pattern: RegExp
}

const HEALTH =
  '(?:medical|health ?care|health|hospital|clinic|clinical|physician|patient|provider|dental|surgery|surgical|asc|pharmacy|therapy|therapists?|anesthesia|radiology|laboratory|lab|home health|hospice|snf|nursing home|skilled nursing|nursing|assisted living|senior living|fqhc|rural health|mental health|psychiatr\\w+|veterans?|long term care|ltc|behavioral|professional fee|profee|pro fee|facility|inpatient|outpatient|ambulatory|dme|hme|ems|ambulance|medicare|medicaid|payer|hedis|oncology|cardiology|orthop\\w+|derm\\w+|urology|ophthalm\\w+|pediatric\\w*|dialysis|optical|chiropractic|vision)'

const CODE_WORDS =
  '(?:inpatient|outpatient|op|ip|profee|pro fee|professional fee|facility|risk adjustment|hcc|drg|ms drg|icd|icd 10|cpt|em|e m|e and m|ed|emergency department|surgery|surgical|anesthesia|radiology|pathology|cardiology|cardiovascular|orthop\\w*|oncology|ambulatory|observation|denials?|hospital|him|him coding|physician|medical|clinical|certified|clinic|specialty|multi ?specialty|trauma|obgyn|ob gyn|home health|hospice|snf|interventional|ir|ent|gi|pediatric\\w*|primary care|evaluation and management|edit|same day surgery|sds|ancillary|hedis|nurse|rn|apprentice|cpc|ccs|rhit|rhia|cpc a|cca|coc|cic|crc)'

/** Titles of licensed, clinical, software or other trades, whatever else the advert says. */
const CLINICAL =
  /\b(?:nurses?|nursing (?:assistant|supervisor|director|manager)|director of nursing|rns?|lpns?|lvns?|cnas?|aprns?|crnas?|bsn|physicians?|doctor|surgeons?|dentists?|hygienists?|dental assistant|psychiatrists?|psychologists?|therapists?|psychotherapists?|pharmacists?|pharmacy technician|phlebotom\w+|sonographers?|mammographers?|radiographers?|technologists?|paramedics?|emts?|medical assistants?|caregivers?|home health aides?|aides?|dieti[ct]ians?|nutritionists?|social workers?|counsel(?:l)?ors?|midwi\w+|case managers?|care managers?|care coordinators?|clinicians?|optometrists?|opticians?|ophthalmic technician|veterinar\w+|surgical technician|scrub technician|sterile processing|patient care (?:technician|associate|assistant)|behavior technician|lab(?:oratory)? (?:technician|assistant)|clinical research|research (?:coordinator|associate|assistant|nurse)|crc (?:i|ii|iii)|speech language|occupational therapy|physical therapy|respiratory|hospitalists?|anesthesiologists?|radiologists?|cardiologists?|orderly|transporter|dosimetrist|audiologists?|chiropractors?|acupuncturists?|massage|utilization review nurse|direct support)\b/

const SOFTWARE =
  /\b(?:interface (?:analyst|engineer|developer)|integration (?:analyst|engineer)|hl7|pacs|(?<!payment |cash |remittance )(?:application|applications|systems?|database|network|it) (?:analyst|administrator|support)|help ?desk|epic (?:\w+ )?(?:analyst|builder|trainer)|software|developers?|engineers?|engineering|programmers?|programming|devops|full ?stack|web (?:design\w*|coder)|data scientists?|machine learning|java|javascript|python|php|react|angular|node|ios|android|salesforce|sdet|sre|cloud|cyber\w*|scrum|ux|ui|game|html|css|wordpress|sql|robotics?|cnc|coding (?:bootcamp|teacher|instructor for kids|camp|tutor|coach|academy)|kids coding|code ninjas?|stem (?:teacher|instructor))\b/

const OTHER_BILLING =
  /\b(?:legal|law firm|attorneys?|litigation|paralegal|utilit(?:y|ies)|electric|water|sewer|gas|energy|solar|telecom\w*|wireless|cable|freight|transportation|trucking|logistics|fleet|construction|grants?|government contract\w*|contract (?:administrator|billing|manager|specialist)|property|apartment|rent|lease|leasing|tenant|student (?:accounts?|loans?)|tuition|bursar|hotel|resort|advertising|media|royalt\w+|subscription|saas|software|crop|auto|automotive|vehicle|warranty|title|mortgage|loan|bank\w*|credit card|payroll|accounts payable|tax|retail|restaurant|insurance agent|underwrit\w+|property and casualty|p c|casualty|bodily injury|auto liability|general liability|total loss|subrogation adjuster|field adjuster|claims? adjuster|unemployment|child support|municipal|parking|veterinary|pet|equine|color|textile|bar ?code|building code|code enforcement|zip code|ink ?jet|inmate|criminal|court|police|land|deeds?|personnel|vital|election)\b/

const OTHER_TRADES =
  /\b(?:cooks?|chefs?|servers?|waiters?|waitress|bartenders?|baristas?|dishwashers?|housekeep\w*|janitors?|custodians?|drivers?|cdl|truck|mechanics?|electricians?|plumbers?|welders?|hvac|carpenters?|machinists?|warehouse|forklift|security guard|landscap\w*|maintenance|groundskeeper|painters?|roofers?|cashiers?|stylists?|teachers?|professors?|tutors?|principal|architects?|attorneys?|lawyers?|sales|marketing|recruiters?|graphic designers?|photographers?|pilots?|firefighters?|police|environmental services|evs|dietary|food service|laundry|lifeguard|nanny|real estate|account executives?|financial advisors?|buyers?|procurement|supply chain|chaplains?)\b/

/** Read in this order; the first that fits decides. `sure` titles need no further proof from the text. */
const RULES: readonly TitleRule[] = [
  {
    rule: 'title.both',
    family: { is: 'both', sure: true },
    pattern:
      /\bbill(?:er|ers|ing)(?: (?:specialist|clerk|representative|assistant|medical))?(?: (?:and|or|amp))? cod(?:er|ers|ing)\b|\bcod(?:er|ers|ing)(?: (?:specialist|clerk|medical))?(?: (?:and|or|amp))? bill(?:er|ers|ing)\b|\bpatient accounts? coder\b/,
  },
  {
    // Titles of adverts in Spanish, which are listed and flagged, though their text is not read.
    rule: 'title.spanish_billing',
    family: { is: 'billing', sure: true },
    pattern: /\bfactura(?:dora?|cion)\b.*\b(?:medic[oa]|clinica|hospital|salud)\b/,
  },
  {
    rule: 'title.spanish_coding',
    family: { is: 'coding', sure: true },
    pattern: /\bcodifica(?:dora?|cion)\b.*\b(?:medic[oa]|clinica|hospital|salud)\b/,
  },
  {
    rule: 'title.cdi',
    family: { is: 'records', role: 'cdi', sure: true },
    pattern:
      /\bclinical documentation (?:integrity|improvement|specialist|excellence|quality|educat\w+)\b|\bccds\b/,
  },
  {
    rule: 'title.coder',
    family: { is: 'coding', sure: true },
    pattern: new RegExp(
      `\\bcertified (?:professional |medical |outpatient |inpatient |hospital |specialty )*cod(?:ers?|ing)\\b|\\b${CODE_WORDS}(?: (?:and|&|or|remote|senior|lead|certified|professional|medical|${CODE_WORDS.slice(3, -1)}))* (?:coders?|coding|code (?:auditor|editor|analyst))\\b` +
        `|\\b(?:coders?|coding) (?:(?:i|ii|iii|iv|v|1|2|3|4|lead|senior|remote|full|part|time|\\w+) ){0,3}${CODE_WORDS}\\b` +
        `|\\bmedical records? (?:technician|administration specialist|administrator)?.*\\b(?:coder|coding|auditor)\\b` +
        `|\\b(?:coder|coding)\\b.*\\b(?:medical records?|him|cpc|ccs|rhit|rhia|hcc|icd)\\b` +
        `|\\bcod(?:er|ing) (?:integrity|denials?|validation|validator|reimbursement)\\b|\\bdrg (?:validat\\w+|audit\\w+|analyst|specialist|reviewer|coordinator)\\b` +
        `|\\b(?:icd 10|cpt|hcpcs|hcc|risk adjustment) (?:\\w+ )?(?:specialist|auditor|analyst|reviewer|educator|abstractor)\\b|\\bmedical cod(?:er|ing)\\b|\\bclinical coder\\b`,
    ),
  },
  {
    rule: 'title.coding_work',
    family: { is: 'coding', sure: false },
    pattern:
      /\bcoders?\b|\bcoding (?:\w+ ){0,2}(?:specialist|auditor|audit|analyst|manager|supervisor|director|coordinator|educator|technician|clerk|trainee|intern|apprentice|consultant|compliance|quality|lead|associate|assistant|representative|trainer|reviewer|support|services|operations|integrity|i|ii|iii)\b|\bcodify\b|\bcoding\b/,
  },
  {
    rule: 'title.medical_billing',
    family: { is: 'billing', sure: true },
    pattern: new RegExp(
      `\\b${HEALTH} (?:\\w+ ){0,2}(?:bill(?:er|ers|ing)|collect(?:or|ors|ions?)|claims?|reimbursement|accounts receivable|charge (?:entry|capture|poster|posting)|payment post\\w+|cash post\\w+|payment application)\\b` +
        `|\\bbill(?:er|ers|ing)\\b.*\\b(?:medical|hospital|medicare|medicaid|patient accounts?|physicians?|clinic|ub ?04|cms 1500|healthcare|insurance|snf|hospice|home health|long term care|behavioral|dental|dme|pharmacy)\\b` +
        `|\\bpatient (?:\\w+ )?(?:accounts?|accounting|billing|financ\\w+|collections?|balance)\\b|\\bhealth ?care (?:revenue|financial counselor)\\b` +
        `|\\brevenue cycle\\b|\\brevenue integrity\\b|\\bcharge ?master\\b|\\bcdm (?:analyst|specialist|coordinator|manager)\\b|\\bcharge (?:entry|capture|poster|posting|reconciliation|review|integrity)\\b` +
        `|\\bfinancial clearance\\b|\\bmedical reimbursement\\b|\\binsurance (?:\\w+ )?(?:follow up|bill\\w+|collect\\w+|denials?|claims? follow)\\b` +
        `|\\b(?:denials?|appeals?)(?: and| management| prevention)* (?:denials? |appeals? |management |prevention |recovery |resolution )*(?:specialist|coordinator|analyst|representative|manager|supervisor|clerk|technician|director|lead|associate|team)\\b` +
        `|\\bclaims? (?:resolution|denials?|follow up|edit|submission|scrub\\w*)\\b|\\b(?:accounts receivable|ar) follow up\\b|\\bfollow up (?:specialist|representative|analyst|i|ii|1|2|medicare|medicaid|commercial)\\b` +
        `|\\b(?:medicare|medicaid|third party|commercial|managed care) (?:\\w+ ){0,2}(?:bill\\w+|collect\\w+|claims?|follow up|reimbursement)\\b|\\bresident billing\\b|\\bunderpayment\\b|\\bcredit balance\\b|\\bpurchased ?(?:and )?referred care\\b|\\bsingle billing office\\b|\\bpatient account\\b`,
    ),
  },
  {
    rule: 'title.billing_work',
    family: { is: 'billing', sure: false },
    pattern:
      /\bbill(?:er|ers|ing)\b|\baccounts? receivable\b|\baccounts? representative\b|\bcollect(?:or|ors|ions?)\b|\bclaims?\b|\breimbursement\b|\b(?:payment|cash|remittance|era|eob) (?:\w+ )?(?:post\w+|processing|application|applications|applier|specialist)\b|\bposting (?:clerk|specialist|representative)\b|\bpost(?:er|ing)\b|\bcharge\b|\bbusiness office\b|\bpayment (?:integrity|accuracy)\b|\bdenials?\b|\bfollow up\b|\bcentral billing\b|\bcredits? (?:and|resolution)\b|\brefund specialist\b|\binsurance (?:account|processing|processor|specialist|representative|clerk|coordinator|biller)\b|\bremittance\b|\b(?:edi|clearinghouse) (?:specialist|analyst|coordinator)\b|\bpayer (?:relations|enrollment|contract\w*)?\b|\brecovery (?:specialist|analyst|representative)\b/,
  },
  {
    rule: 'title.release_of_information',
    family: { is: 'records', role: 'release_of_information', sure: true },
    pattern: /\brelease of (?:medical )?(?:information|records)\b/,
  },
  {
    rule: 'title.medical_records',
    family: { is: 'records', role: 'medical_records', sure: true },
    pattern:
      /\b(?:medical|health|patient|clinical|hospital) records?\b(?! scann)|\bhealth unit records\b|\bchart (?:prep|retrieval|analyst|room|completion|abstract\w+)\b|\b(?:cancer|tumor|oncology data|trauma|clinical data) registr(?:ar|y)\b|\bctr\b|\bdeficiency analyst\b|\bhealth information (?:technician|technologist|specialist|analyst|associate|manager|director|coordinator|supervisor|services|custodian)\b|\bmedical abstractor\b|\b(?:records?|chart) retrieval\b/,
  },
  {
    rule: 'title.him',
    family: { is: 'records', role: 'him_clerk', sure: true },
    pattern:
      /\bhim\b|\bhealth information (?:clerk|assistant)\b|\bhealth information management\b|\bmaster patient index\b|\bmpi (?:analyst|specialist|coordinator|clerk)\b|\bdata integrity specialist\b|\b(?:medical|health) records? scann\w+\b|\bmedical (?:file|document|scanning|transcription\w*)\b|\b(?:document|chart|records?) (?:imaging|scanning)\b/,
  },
  {
    rule: 'title.prior_authorization',
    family: { is: 'first_rung', role: 'prior_authorization', sure: true },
    pattern:
      /\bprior authorization\b|\bpre ?authorization\b|\bpre ?certification\b|\bauthorization (?:specialist|coordinator|representative|clerk|technician|associate|analyst|assistant)\b|\bauthorizations? and referrals?\b|\breferrals? (?:and )?(?:authorizations?|coordinator|specialist|management|mgt|clerk|representative)\b|\bpre ?cert\b/,
  },
  {
    rule: 'title.insurance_verification',
    family: { is: 'first_rung', role: 'insurance_verification', sure: true },
    pattern:
      /\binsurance (?:benefits? )?(?:verification|verifier|eligibility|authorization)\b|\b(?:benefits?|eligibility)(?: and)?(?: eligibility)? (?:verification|verifier)\b|\bverification of benefits\b|\bmedicaid eligibility\b|\beligibility (?:specialist|representative|coordinator)\b/,
  },
  {
    rule: 'title.patient_access',
    family: { is: 'first_rung', role: 'patient_access', sure: true },
    pattern:
      /\bpatient access\b|\badmitting\b|\badmissions? (?:clerk|representative|registrar|coordinator|specialist|associate)\b|\bhealthcare access\b|\baccess (?:specialist|representative|associate)\b|\bpatient (?:intake|check in|welcome|greeter)\b/,
  },
  {
    rule: 'title.registration',
    family: { is: 'first_rung', role: 'registration', sure: true },
    pattern: /\bregistration\b|\bregistrar\b|\bpre ?registration\b|\bmedical support assistant\b/,
  },
  {
    rule: 'title.scheduling',
    family: { is: 'first_rung', role: 'scheduling', sure: false },
    pattern:
      /\b(?:patient|surgery|surgical|medical|appointment|clinic|radiology|central|or|procedure|mri|imaging) (?:\w+ )?schedul\w+\b|\bscheduler\b|\bscheduling\b/,
  },
  {
    rule: 'title.front_desk',
    family: { is: 'first_rung', role: 'front_desk', sure: false },
    pattern:
      /\bfront (?:desk|office)\b|\breceptionists?\b|\bmedical (?:secretary|office|administrative|receptionist)\b|\bpatient (?:services?|relations|experience|care) (?:representative|specialist|coordinator|associate)\b|\bunit (?:clerk|secretary)\b|\bward clerk\b|\bhealth unit coordinator\b|\bclinic (?:clerk|coordinator|assistant)\b|\bcheck ?(?:out|in)\b/,
  },
]

const TRADE_HEAD =
  /\bremittance\b|\bcod(?:er|ers|ing)\b|\bbill(?:er|ers|ing)\b|\brevenue (?:cycle|integrity)\b|\bpatient (?:accounts?|accounting|financial|billing)\b|\bcollect(?:or|ors|ions)\b|\bmedical records?\b|\bhim\b|\brelease of information\b|\bclinical documentation\b|\bprior authorization\b|\baccounts? receivable\b|\bclaims?\b|\bcharge (?:entry|capture)\b|\bpayment post\w+\b|\bfinancial counsel\w+\b|\bpatient access\b|\breimbursement\b|\bregistr\w+\b|\bschedul\w+\b|\bfront (?:desk|office)\b|\breceptionist\b/

/** What a title in plain words says by itself. */
export function titleFamily(plain: string): { family: TitleFamily; rule: string } {
  const outside = otherTrade(plain)
  if (outside !== null) return { family: { is: 'out' }, rule: outside }
  for (const rule of RULES) {
    if (rule.pattern.test(plain)) return { family: rule.family, rule: rule.rule }
  }
  return { family: { is: 'unknown' }, rule: 'title.unknown' }
}

/** Those who sell services to the trade. */
const SELLS =
  /\baccount executives?\b|\bsales (?:executive|representative|manager|director|consultant|specialist|engineer)\b|\bbusiness development\b|\b(?:client|customer) success\b/

/** The kind of other work a title names; null when it may be of the trade. */
export function otherTrade(plain: string): string | null {
  const head = TRADE_HEAD.test(plain)
  if (SELLS.test(plain)) return 'title.other_trade'
  if (
    /\b(?:qualitative|survey|transcript|interview|market research|video|content) (?:\w+ )?cod(?:er|ing)\b|\bcod(?:er|ing)\b.*\bmarket research\b/.test(
      plain,
    )
  )
    return 'title.other_trade'
  if (isLicensed(plain)) return 'title.licensed'
  if (/\bpremium (?:billing|accounting)\b/.test(plain)) return 'title.other_billing'
  if (/\bfinancial counsel\w+\b/.test(plain)) return null
  if (CLINICAL.test(plain) && !head) return 'title.clinical'
  if (
    SOFTWARE.test(plain) &&
    !/\b(?:medical|clinical|inpatient|outpatient|him) cod(?:er|ing)\b/.test(plain)
  )
    return 'title.software'
  if (head || /\bcodes?\b/.test(plain)) {
    if (OTHER_BILLING.test(plain) && !namesHealth(plain)) return 'title.other_billing'
    return null
  }
  if (OTHER_TRADES.test(plain)) return 'title.other_trade'
  if (OTHER_BILLING.test(plain) && !namesHealth(plain)) return 'title.other_billing'
  return null
}

const HEALTH_WORD = new RegExp(
  `\\b(?:${HEALTH.slice(3, -1)}|icd|cpt|hcc|cpc|ccs|rhit|rhia|him|revenue cycle|denials?|payer)\\b`,
)

/** Whether the title itself names medicine, a payer or a code book. */
export function namesHealth(plain: string): boolean {
  return HEALTH_WORD.test(plain)
}

/** A nursing licence as the job itself: "Denials RN", "Clinical Appeals Nurse"; not "Nurse Coder" or a CDI post. */
function isLicensed(plain: string): boolean {
  if (!/\b(?:rns?|nurses?|lpns?|lvns?)\b/.test(plain)) return false
  if (
    /\bclinical documentation\b/.test(plain) &&
    !/\bregistered nurses?\b|^(?:rn|nurse)\b/.test(plain)
  )
    return false
  return !/\bcod(?:er|ers|ing)\b|\bbill(?:er|ing)\b|\bnurses? station\b/.test(plain)
}
