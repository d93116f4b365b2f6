export interface ScamCue {
  code: string
  /** The advert holds one of these words, or the pattern is not tried. */
  words: readonly string[]
  pattern: RegExp
  /** Words in the same statement that make the cue harmless. */
  unless?: RegExp
}

/**
 * Wording family: the marks of false vacancies in this trade (domain notes 7a; after FTC notices on
 * work-at-home medical billing offers and on fake remote jobs) and of course advertisements.
 */
export const SCAM_CUES: readonly ScamCue[] = [
  {
    code: 'fee_to_start',
    words: ['fee', 'fees'],
    pattern:
      /\b(?:small|one-?time|refundable|upfront|up-front|registration|training|starter|enrollment|processing|application|start-?up|background check|certification|software)\b[^.;\n]{0,30}\bfees?\b(?![^.;\n]{0,30}\b(?:paid|covered|reimbursed|waived) (?:by|for))|\bfee covers your\b|\bfees? (?:of|for|is|to)\b[^.;\n]{0,40}\b(?:training|start|software|kit|background|certification|enroll\w*|equipment)\b/,
    unless:
      /\b(?:we pay|we cover|paid by|reimburs\w*|no (?:\w+ ){0,3}fees?|sliding|fee schedule|schedules?|waive\w*|never|exam fees? (?:paid|covered)|registration fees? (?:for|from) patients|collect\w*|patients?|physicians?|employer|provider|membership|dues)\b/,
  },
  {
    code: 'fee_to_start',
    words: ['purchase', 'buy'],
    pattern:
      /\b(?:you (?:must|will|need to|are required to)|must|required to|candidates? (?:must|will)|applicants? (?:must|will))\b[^.;\n]{0,30}\b(?:purchase|buy)\b[^.;\n]{0,50}\b(?:kit|software|equipment|training|materials|starter|course|program|laptop|computer)\b/,
    unless: /\breimburs\w*|\bknowledge|\bpurchase orders?\b/,
  },
  {
    code: 'fee_to_start',
    words: ['pay'],
    pattern:
      /\b(?:you (?:must|will|need to|have to|are required to)|must|applicants? (?:must|will)|candidates? (?:must|will)|trainees? (?:must|will))\b[^.;\n]{0,25}\bpay(?: us)?\b(?! attention| close)[^.;\n]{0,50}(?:\$ ?\d|\bfor (?:the |your |their )?(?:own )?(?:training|kit|software|background|certification|equipment|course|materials|starter|license))/,
    unless: /\bwe (?:will )?pay\b/,
  },
  {
    code: 'fee_to_start',
    words: ['deposit'],
    pattern:
      /\b(?:refundable|security|upfront|initial) deposit\b[^.;\n]{0,60}\b(?:equipment|laptop|training|start|kit|software|materials)\b/,
  },
  {
    code: 'cheque_or_gift_card',
    words: ['check', 'cheque', 'echeck'],
    pattern:
      /\b(?:send|mail|issue|receive|deposit|cash)\w*\b[^.;\n]{0,30}\b(?:e-?)?(?:check|cheque)\b[^.;\n]{0,80}\b(?:equipment|office supplies|home office|purchase|laptop|software|vendor|setup|set up|materials)\b/,
    unless: /\bpatients?\b|\bbackground\b|\blockbox\b/,
  },
  {
    code: 'cheque_or_gift_card',
    words: [
      'gift',
      'bitcoin',
      'crypto',
      'cryptocurrency',
      'zelle',
      'cash',
      'cashapp',
      'western',
      'moneygram',
    ],
    pattern:
      /\b(?:gift cards?|bitcoin|crypto(?:currency)?|zelle|cash ?app|western union|moneygram)\b/,
    unless:
      /\b(?:employee recognition|reward\w*|referral|raffle|benefits?|perks?|bonus|holidays?|patients?|birthday|anniversary|wellness|prizes?|win)\b/,
  },
  {
    code: 'chat_only_interview',
    words: [
      'telegram',
      'whatsapp',
      'whats',
      'signal',
      'hangouts',
      'wickr',
      'messenger',
      'skype',
      'kik',
    ],
    pattern:
      /\b(?:telegram|whats ?app|signal app|signal messenger|google hangouts|hangouts|wickr|facebook messenger|skype id|kik)\b/,
  },
  {
    code: 'free_mail_contact',
    words: [
      'gmail',
      'yahoo',
      'hotmail',
      'outlook',
      'aol',
      'protonmail',
      'proton',
      'icloud',
      'mail',
      'gmx',
    ],
    pattern:
      /\b[\w.+-]{1,64}@(?:gmail|yahoo|hotmail|outlook|aol|protonmail|proton|icloud|mail|gmx)\.(?:com|me)\b/,
  },
  {
    code: 'too_good_pay',
    words: ['earn', 'make', 'making', 'income'],
    pattern:
      /\b(?:earn|make|making|income of)\b[^.;\n]{0,20}\$ ?\d[\d,]*(?:\+)?(?: ?(?:-|to) ?\$?[\d,]+)?\+? ?(?:(?:a|per|each|every) (?:week|month)|weekly|monthly)\b/,
    unless: /\bhousing|\btravel (?:nurse|contract)|\bpayments?\b/,
  },
  {
    code: 'business_opportunity',
    words: [
      'earn',
      'earning',
      'earnings',
      'make',
      'making',
      'income',
      'boss',
      'freedom',
      'opportunity',
      'business',
      'investment',
      'leads',
      'quit',
      'own',
    ],
    pattern:
      /\bunlimited (?:income|earning)s?\b|\bearning potential is unlimited\b|\bbe your own boss\b|\b(?:start|run|own|operate)(?:ing)? (?:your own |a |your )?(?:home )?(?:medical )?billing business\b|\byour investment (?:is|of)\b|\binvestment of (?:only )?\$|\b(?:report|reports|members) earning \$|\bfinancial freedom\b|\bbusiness opportunity\b|\bclient leads (?:included|provided)\b|\bquit your (?:day )?job\b|\bresidual income\b/,
    unless: /\bhousing|\btravel (?:nurse|contract)/,
  },
  {
    code: 'guaranteed_job',
    words: ['guarantee', 'guaranteed', 'guarantees'],
    pattern:
      /\bguaranteed (?:job|employment|placement|position|hire|hiring|income)\b|\b(?:job|employment|placement) (?:is )?guarantee[ds]?\b/,
    unless: /\bnot\b|\bno\b|\bdoes not\b|\bneither\b|\bhours\b/,
  },
  {
    code: 'identity_before_offer',
    words: ['ssn', 'social', 'bank', 'photo', 'copy', 'front'],
    pattern:
      /\b(?:send|provide|email|text|submit|reply with|forward|have ready)\b[^.;\n]{0,200}\b(?:ssn|social security (?:number|card)|bank (?:account|routing|name|details|information|login)|photo of your (?:id|driver'?s license)|copy of your (?:driver'?s license|id|debit)|front and back of your)\b/,
    unless:
      /\b(?:after (?:an |the )?offer|upon hire|onboarding|patients?|new hire|i-9|never ask|do not|don't|will not)\b/,
  },
  {
    code: 'secret_government_list',
    words: ['government', 'federal', 'postal'],
    pattern:
      /\b(?:secret|hidden|exclusive) (?:list|government)\b[^.;\n]{0,40}\b(?:government|federal|postal|jobs)\b|\bgovernment jobs?\b[^.;\n]{0,60}\b(?:fee|hotline|list)\b/,
  },
]

/** What the adverts of courses say; each way begins with a word of COURSE_STARTS. */
export const COURSE_ADVERT =
  /\b(?:enroll (?:now|today|in our)|tuition (?:is|assistance available|financing|payment plan)|our (?:students|graduates|course|training program|certification course|school)\b|become a (?:certified )?(?:medical )?(?:biller|coder)|start your (?:new )?career|train(?:ing)? (?:to become|for a career)|financial aid|class(?:es)? (?:start|begin|forming)|get (?:certified|trained)|career training|self-paced|job placement assistance|request (?:more )?information|externship included|in as (?:little|few) as \d+ (?:weeks|months)|course fee|student loans?|payment plans?|exam voucher|study at your own pace)\b/y

export const COURSE_STARTS: ReadonlySet<string> = new Set(
  'enroll tuition our become start train training financial class classes get career self job request externship in course student payment exam study'.split(
    ' ',
  ),
)

/** The cues that need each word, by their place in SCAM_CUES. */
export const SCAM_CUES_OF: ReadonlyMap<string, readonly number[]> = cuesOfWords()

function cuesOfWords(): Map<string, number[]> {
  const cues = new Map<string, number[]>()
  for (const [at, { words }] of SCAM_CUES.entries())
    for (const word of words) cues.set(word, [...(cues.get(word) ?? []), at])
  return cues
}

/** Words one of which every scam cue needs. */
export const SCAM_WORDS: ReadonlySet<string> = new Set(SCAM_CUES.flatMap((cue) => cue.words))

/** Words one of which the advert of a course holds. */
export const SCHOOL_ADVERT_WORDS: ReadonlySet<string> = new Set([
  'enroll',
  'enrollment',
  'tuition',
  'students',
  'graduates',
  'course',
  'classes',
  'class',
  'externship',
  'paced',
  'career',
  'certified',
  'voucher',
  'loans',
  'aid',
])
