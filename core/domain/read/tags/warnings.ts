import type { Evidence, Warning } from '../../reading.ts'
import { quote, sentenceAt, type Scan } from './scan.ts'

interface Cue {
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
const CUES: readonly Cue[] = [
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

const TRAINING =
  /\b(?:enroll (?:now|today|in our)|tuition (?:is|assistance available|financing|payment plan)|our (?:students|graduates|course|training program|certification course|school)\b|become a (?:certified )?(?:medical )?(?:biller|coder)|start your (?:new )?career|train(?:ing)? (?:to become|for a career)|financial aid|class(?:es)? (?:start|begin|forming)|get (?:certified|trained)|career training|self-paced|job placement assistance|request (?:more )?information|externship included|in as (?:little|few) as \d+ (?:weeks|months)|course fee|student loans?|payment plans?|exam voucher|study at your own pace)\b/g

/** Scam cues and course adverts, each with its words. Shown beside the advert; they never hide it. */
export function readWarnings(scan: Scan): { warnings: Warning[]; evidence: Evidence[] } {
  const warnings: Warning[] = []
  const evidence: Evidence[] = []
  const put = (code: string, start: number, end: number) => {
    if (warnings.some((w) => w.code === code)) return
    const quoted = quote(scan, start, end, `warning.${code}`)
    warnings.push({ code, words: quoted.words })
    evidence.push(quoted)
  }
  const live = CUES.filter((cue) => cue.words.some((word) => scan.words.has.has(word)))
  for (const cue of live) readCue(scan, cue, put)
  tooGoodCue(scan, put)
  trainingCue(scan, put)
  return { warnings, evidence }
}

type Put = (code: string, start: number, end: number) => void

/** Tries one cue on the statements that hold one of its words. */
function readCue(scan: Scan, cue: Cue, put: Put): void {
  let last = -1
  for (const [at, word] of scan.words.word.entries()) {
    if (!cue.words.includes(word)) continue
    const sentence = sentenceAt(scan, scan.words.start[at] ?? 0)
    if (!sentence || sentence.start === last) continue
    last = sentence.start
    const words = scan.lower.slice(sentence.start, Math.min(sentence.end, sentence.start + 1200))
    const match = cue.pattern.exec(words)
    if (!match || cue.unless?.test(words) === true) continue
    put(cue.code, sentence.start + match.index, sentence.start + match.index + match[0].length)
    return
  }
}

/** "No experience, $35 an hour, start today": wages far above a beginner's, with nothing asked. */
function tooGoodCue(scan: Scan, put: Put): void {
  const said = (pattern: RegExp) => pattern.test(scan.titleLower) || pattern.test(scan.lower)
  if (!said(/\bno (?:prior )?experience\b/)) return
  const wage = /\$ ?(?:3[5-9]|[4-9]\d)(?:\.\d\d)?(?:\+)? ?(?:\/|per|an) ?(?:hour|hr)\b/.exec(
    scan.lower,
  )
  if (wage && said(/\bremote|from home|at home|own couch/))
    put('too_good_pay', wage.index, wage.index + wage[0].length)
}

const SCHOOL_WORDS = [
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
]

/** An advert for a course: at least two different marks of a school, and no employer's benefits beside. */
function trainingCue(scan: Scan, put: Put): void {
  if (!SCHOOL_WORDS.some((word) => scan.words.has.has(word))) return
  const found = new Map<string, { start: number; end: number }>()
  for (const match of scan.lower.matchAll(TRAINING)) {
    found.set(match[0], { start: match.index, end: match.index + match[0].length })
    if (found.size > 4) break
  }
  if (found.size < 2) return
  if (
    /\b(?:401\(?k\)?|paid time off|\bpto\b|job duties|essential functions|reports to|health insurance)\b/.test(
      scan.lower,
    ) &&
    found.size < 4
  )
    return
  const first = found.values().next().value
  if (first) put('training_advert', first.start, first.end)
}
