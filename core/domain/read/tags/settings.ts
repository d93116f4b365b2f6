import type { Evidence } from '../../reading.ts'
import { SETTINGS, type Setting } from '../../tags.ts'
import { CUE } from '../lexicon.ts'
import { outside, quote, sectionOf, sentenceAt, type Scan } from './scan.ts'

/** Experience "in" a setting, or knowledge of its billing, is about the applicant, not the employer. */
const ABOUT_APPLICANT =
  /\b(?:experience|experienced|knowledge|background|familiar\w*|understanding|prefer\w*|plus|ideal\w*|proficien\w*|desired|expertise|skills?|trained in|worked in|exposure)\b/
/** A customer, partner, payer line or landmark is not the employer. */
const OTHERS =
  /\b(?:clients?|customers?|partners? with|partnerships?|vendors?|contracts? with|contracted|deliver\w* [\w ]{1,30}? to|referrals?|referral sources?|referring|discharge[ds]?|discharging|transfer\w*|liaison|coordinat\w+ (?:\w+ ){0,3}with|communicat\w+ with|works? (?:closely )?with|outside|external|other providers|software|platform|solutions? (?:for|to)|products?|services? to (?:hospitals|skilled|nursing|assisted|senior|hospices|home|fqhcs)|(?:billing|coding|staffing|revenue cycle) (?:services )?(?:company|firm|partner|for)|suppl(?:y|ies|ier)|near|next to|next door|across (?:the street )?from|blocks? from|down the (?:road|street)|adjacent to|located (?:by|behind)|minutes from|volunteer\w*|insurance|coverage|discount\w*|long-term care insurance|benefits?|competitors?|industry|industries|market|various|such as|e\.g|including but|all types|types? of|payers?|payors?|lines? of business|health plans?)\b/
/** The sentence speaks of the employer or of the post's own place. */
const SELF =
  /\b(?:we are|we're|we operate|we provide|we serve|who we are|our|us|is an?|is the|are an?|is one of|operates?|owns?|owned|join|at the|located at|within the|within our|for our|facility|campus|community is|centers? is|not-for-profit|nonprofit|non-profit|provider of|leading|largest|family of|serving|mission|has been|position (?:is|at)|seeking|hiring|looking for|serves|department:?|location:?|setting:?|company:?|reports to|agency is|offers?|provides?|established|since)\b/

const VENDOR_NAME =
  /\b(?:solutions|consult\w*|staffing|outsourc\w*|rcm|software|technolog\w+|recruit\w*|billing (?:company|services|group|partners)|coding (?:services|solutions|company)|revenue cycle|search|talent|resources|partners llc|systems inc|analytics|bpo|it services|workforce)\b/
const SAYS_VENDOR =
  /\b(?:we are|we're|is|as) an? (?:[\w-]+ ){0,5}(?:billing|staffing|coding|revenue cycle(?: management)?|software|outsourcing) (?:company|firm|agency|vendor|partner|provider)\b/
const VENDOR_TEXT =
  /\b(?:our clients?|client'?s? (?:sites?|accounts)|multiple clients|client base|client facilities|on behalf of (?:our )?clients?|outsourc\w+|staffing (?:agency|firm|company)|(?:medical )?billing company|billing service company|revenue cycle (?:management )?(?:company|vendor|firm|partner)|(?:saas|software) (?:company|platform|provider)|coding company|third[- ]party billing (?:company|service)|for our client)\b/
const PAYER_NAME =
  /\b(?:health plans?|healthplan|insurance|blue cross|blue shield|bcbs|aetna|cigna|humana|unitedhealth\w*|united healthcare|molina|centene|anthem|elevance|wellcare|health net|medicare advantage|tpa|benefit administrators?)\b/

interface Claim {
  score: number
  evidence: Evidence[]
}

/**
 * What the employer or the work site itself is (tags.md 12): by the employer's name, by the title, by the
 * sentences in which the advert speaks of itself. Each setting needs one plain statement or two hints.
 */
export function readSettings(scan: Scan): { settings: Setting[]; evidence: Evidence[] } {
  const claims = new Map<Setting, Claim>()
  const vendor = isVendor(scan)
  if (!vendor) fromName(scan, claims)
  fromTitle(scan, claims, vendor)
  fromText(scan, claims, vendor)
  const settings: Setting[] = []
  const evidence: Evidence[] = []
  for (const setting of SETTINGS) {
    const claim = claims.get(setting)
    if (!claim || claim.score < 2) continue
    settings.push(setting)
    evidence.push(...claim.evidence.slice(0, 3))
  }
  return { settings, evidence }
}

function isVendor(scan: Scan): boolean {
  if (
    VENDOR_NAME.test(scan.employerLower) &&
    !/\bhospice|home health|nursing|health center/.test(scan.employerLower)
  )
    return true
  if (PAYER_NAME.test(scan.employerLower)) return true
  // In care, "our clients" are often the people cared for: a telling name outweighs those words.
  const named = scan.employerPhrases.settingName.length > 0
  const says = named ? SAYS_VENDOR : VENDOR_TEXT
  return scan.doc.sentences.some(
    (sentence, at) =>
      ((scan.cues[at] ?? 0) & CUE.vendor) !== 0 &&
      says.test(scan.lower.slice(sentence.start, sentence.end)),
  )
}

function add(
  claims: Map<Setting, Claim>,
  setting: Setting,
  score: number,
  evidence: Evidence,
): void {
  const claim = claims.get(setting) ?? { score: 0, evidence: [] }
  claim.score += score
  claim.evidence.push(evidence)
  claims.set(setting, claim)
}

function fromName(scan: Scan, claims: Map<Setting, Claim>): void {
  if (scan.employer === '') return
  const named = new Set<Setting>()
  for (const hit of scan.employerPhrases.settingName) {
    for (const setting of hit.value) {
      if (isFalseName(setting, scan, hit.start, hit.end)) continue
      named.add(setting)
    }
  }
  if (named.size === 0)
    for (const hit of scan.employerPhrases.settingNoun)
      for (const s of hit.value) if (!isFalseName(s, scan, hit.start, hit.end)) named.add(s)
  for (const setting of named)
    add(claims, setting, 3, outside(scan.employer, `employer.${setting}`))
}

/** Names that hold a cue and mean something else: "PACE" in capitals only, "Urgent Care Center". */
function isFalseName(setting: Setting, scan: Scan, start: number, end: number): boolean {
  const written = scan.employer.slice(start, end)
  const before = scan.employerLower.slice(Math.max(0, start - 14), start)
  if (setting === 'va' && /^va /i.test(written) && before.endsWith(', ')) return true
  if (setting === 'pace' && written.toLowerCase() === 'pace') return written !== 'PACE'
  if (written.toLowerCase() === 'care center')
    return /(?:urgent|cancer|eye|heart|primary|health|dental|vein|skin|pain|women'?s|wound|spine|animal|pet|child|foot|ambulatory|acute|surgical) $/.test(
      before,
    )
  if (setting === 'snf' && /^ hospitals?\b/.test(scan.employerLower.slice(end, end + 10)))
    return true
  if (setting === 'behavioral' && written.toLowerCase() === 'aba') return written !== 'ABA'
  if (setting === 'ihs_tribal_urban' && /^band of$/i.test(written))
    return !/indian|chippewa|potawatomi|ottawa|luise|choctaw/i.test(scan.employer)
  if (setting === 'fqhc' && written.toLowerCase() === 'community medical centers') return true
  return false
}

function fromTitle(scan: Scan, claims: Map<Setting, Claim>, vendor: boolean): void {
  if (vendor) return
  for (const hit of scan.titlePhrases.settingNoun) {
    for (const setting of hit.value)
      add(claims, setting, 2, outside(scan.title, `title.${setting}`))
  }
}

function fromText(scan: Scan, claims: Map<Setting, Claim>, vendor: boolean): void {
  for (const hit of scan.phrases.settingNoun) {
    for (const setting of hit.value) {
      const score = weigh(scan, setting, hit.start, hit.end, vendor)
      if (score > 0)
        add(claims, setting, score, quote(scan, hit.start, hit.end, `settings.${setting}`))
    }
  }
  if (vendor) return
  for (const hit of scan.phrases.settingTrade) {
    const sentence = sentenceAt(scan, hit.start)
    const words = sentence
      ? scan.lower.slice(sentence.start, Math.min(sentence.end, sentence.start + 500))
      : ''
    const kind = sectionOf(scan, sentence)?.kind
    if (
      ABOUT_APPLICANT.test(words) ||
      kind === 'required' ||
      kind === 'preferred' ||
      kind === 'benefits'
    )
      continue
    for (const setting of hit.value)
      add(claims, setting, 1, quote(scan, hit.start, hit.end, `settings.${setting}_work`))
  }
}

/** How far one mention in the text says that the employer is such a place. */
function weigh(scan: Scan, setting: Setting, start: number, end: number, vendor: boolean): number {
  if (!fitsCase(scan, setting, start, end)) return 0
  const sentence = sentenceAt(scan, start)
  const section = sectionOf(scan, sentence)
  if (section?.kind === 'benefits' || section?.kind === 'pay') return 0
  const from = Math.max(sentence?.start ?? 0, start - 220)
  const to = Math.min(sentence?.end ?? scan.lower.length, end + 160)
  const words = scan.lower.slice(from, to)
  if (
    /^ ?(?:claims?|billing|coding|coder|biller|medicaid|regulations|guidelines|benefit|consolidated|rules|payer|payor)\b/.test(
      scan.lower.slice(end, end + 18),
    )
  )
    return vendor || ABOUT_APPLICANT.test(words) ? 0 : 0.7
  if (LANDMARK.test(scan.lower.slice(Math.max(0, start - 60), start))) return 0
  if (!vendor && SEEKS_AFTER.test(scan.lower.slice(end, end + 60))) return 2
  if (ABOUT_APPLICANT.test(words) && !/\b(?:ours?|we) (?:are|is)\b/.test(words)) return 0
  if (setting === 'behavioral' && OTHER_CARE_TOO.test(words)) return 0.6
  if (ONE_OF_MANY.has(setting) && A_SYSTEM.test(words) && !ATTACHED.test(words)) return 0.6
  if (sentence && isCaption(scan, sentence.start, sentence.end, end - start)) return 2
  if (!vendor && sentence && ownName(scan, sentence.start)) return 2
  if (!vendor && OWN_STAFF.test(scan.lower.slice(start, end + 24))) return 2
  const asked = section?.kind === 'required' || section?.kind === 'preferred'
  const before = scan.lower.slice(Math.max(from, start - 90), start)
  const said = SELF_STRAIGHT.exec(before)
  if (said && !vendor && !OTHERS.test(said[0])) return asked ? 1.5 : 2
  const near = scan.lower.slice(Math.max(from, start - 90), Math.min(to, end + 45))
  if (OTHERS.test(near)) return SELF.test(words) && !vendor && isPlainSelf(words) ? 1 : 0
  if (vendor) return isPlainSelf(words) ? 1 : 0
  if (isPlainSelf(words) || SELF_BEFORE.test(before)) return asked ? 1.5 : 2
  if (SELF.test(words)) return asked ? 0.5 : PUBLIC.has(setting) ? 2 : 1.5
  return asked ? 0.4 : 0.8
}

/** "Across the street from the VA": where the employer stands, not what it is. */
const LANDMARK =
  /\b(?:near|next (?:door )?to|across (?:the street )?from|blocks? from|down the (?:road|street) from|adjacent to|minutes from|behind|beside) (?:the |our |an? )?(?:\w+ ){0,2}$/

/** A health system that lists a hospice among its hospitals and clinics is not a hospice. */
const ONE_OF_MANY: ReadonlySet<Setting> = new Set([
  'assisted_living',
  'memory_care',
  'snf',
  'home_health',
  'hospice',
  'behavioral',
])
const A_SYSTEM =
  /\b(?:hospitals|health systems?|healthcare system|health care system|medical groups?|physician (?:groups?|practices?)|medical centers|integrated delivery|outpatient clinics|urgent care)\b/
const OTHER_CARE_TOO = /\b(?:dental|primary care|medical,|pediatrics?,)/
const ATTACHED = /\b(?:attached|adjoining|on one campus|our campus)\b/

/** "Magnolia Terrace offers assisted living and memory care": the sentence has the employer for its subject. */
function ownName(scan: Scan, start: number): boolean {
  const [first = '', second = ''] = scan.employerLower.split(' ')
  if (first.length < 4 && second.length < 4) return false
  const name = `${first} ${second}`.trim()
  if (!scan.lower.startsWith(name, start)) return false
  const verb = scan.lower.slice(start + name.length, start + name.length + 60)
  return /^[\w '&,.-]{0,40}?(?:\(|\b(?:is an?|are|offers?|provides?|operates?|runs|owns|serves|includes|comprises|features|consists of|cares for|has (?:been|served|cared))\b)/.test(
    verb,
  )
}

/** Rules that bind the agency's own staff, whatever section they stand in. */
const OWN_STAFF =
  /^(?:va (?:policy|handbook)|(?:department of veterans affairs|veterans health administration|indian health service) (?:health care personnel|personnel|employees|staff|policy))/

/** Kinds of place that carry their name in the open: a mention beside "located at" is enough. */
const PUBLIC: ReadonlySet<Setting> = new Set(['va', 'ihs_tribal_urban', 'critical_access', 'fqhc'])

/** A line at the head of the advert that is little more than the kind of place: "Assisted Living | Memory Care". */
const isCaption = (scan: Scan, from: number, to: number, length: number): boolean =>
  from < 300 && to - from < 60 && length * 3 > to - from && scan.doc.sentences.length > 4

/** "We are a …", "our …", "this …" with nothing foreign between. */
const SELF_STRAIGHT =
  /\b(?:our|this|(?:we are|we're|is|are|as) (?:an?|[a-z]+'s))\s+(?:[\w'&,/-]+\s+){0,7}$/

/** "Skilled Nursing Facility seeks a biller": the place is the one that hires. */
const SEEKS_AFTER =
  /^(?: (?:center|facility|clinic|agency|company|organization|program|practice))?(?: in [\w ,]{3,25}?)?,? (?:is )?(?:now |currently )?(?:seek(?:s|ing)|needs?|hiring|looking for|has an opening|has an immediate)\b/

/** The words straight before the name of the place: "our 25-bed", "this", "for a busy", "campus offers". */
const SELF_BEFORE =
  /\b(?:our|this|(?:we are|we're|is|are|as|at|for|join|join our) an?|,\s+an?|at the|for the|join the|(?:campus|community|we|center|organization|system|company|agency) (?:also )?(?:offers?|provides?|includes?|features?|has|have)|(?:has|have|with) \d+|operates?|operating|owns?|runs|provider of|providers of|(?:with|and) (?:an? )?(?:attached|adjoining|affiliated|hospital-based|hospital-owned))\s+(?:[\w'&,/-]+\s+){0,7}$/

/** "We are a …", "X is a …", "our hospice", "this skilled nursing facility". */
function isPlainSelf(words: string): boolean {
  return /\b(?:we are|we're|is|are|as|operates?|owns) (?:an?|the|one of) (?:[\w'&,-]+ ){0,12}(?:facilit\w+|communit\w+|centers?|hospitals?|clinics?|agency|agencies|organizations?|providers?|services?|home|homes|system|program|hospice|living|care|health|nursing|fqhc|rhc|ccrc|snf|ccbhc|cmhc|cah|tribe|network|practice)\b|\b(?:our|this|the) (?:[\w'&-]+ ){0,4}(?:skilled nursing|nursing (?:home|facility|center)|hospice|assisted living|memory care|community health center|health center|critical access|home health|retirement community|behavioral health|rural health clinic|jail|correctional|tribal|life plan|ccrc|snf|fqhc|residents)\b|\b(?:join|at|for) (?:our|an?|the) (?:[\w'&-]+ ){0,6}(?:skilled nursing|nursing home|hospice|assisted living|memory care|community health center|critical access hospital|home health|retirement community|behavioral health|rural health clinic|fqhc)\b/.test(
    words,
  )
}

/** Short forms count only as they are written: "SNF", "CAH", "RHC", "IHS", "VNA", "VISN". */
function fitsCase(scan: Scan, setting: Setting, start: number, end: number): boolean {
  const written = scan.doc.text.slice(start, end)
  if (/^[A-Za-z]{2,5}s?$/.test(written) && !/^(?:jails?|prisons?)$/i.test(written)) {
    if (!/^[A-Z]{2,5}s?$/.test(written) && written.toLowerCase() !== 'hospice') return false
    if (written === 'ALF' || written === 'CAH' || written === 'IHS' || written === 'VNA')
      return true
  }
  // "Norfolk, VA Example Medical Center" is in Virginia.
  if (setting === 'va' && /^va /i.test(written))
    return (
      written.startsWith('VA') && !/,\s*$/.test(scan.doc.text.slice(Math.max(0, start - 3), start))
    )
  if (setting === 'correctional' && /^(?:jails?|prisons?)$/i.test(written))
    return /\b(?:jail|prison)s?\b/.test(written)
  return true
}
