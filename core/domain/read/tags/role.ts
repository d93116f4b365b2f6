import type { Evidence } from '../../reading.ts'
import type { AdjacentRole, Role } from '../../tags.ts'
import { kept } from '../../text/kept.ts'
import { CUE } from '../lexicon.ts'
import { outside, quote, type Scan } from './scan.ts'
import { titleFamily, namesHealth, type TitleFamily } from './title-families.ts'
import { plainTitle } from './title-words.ts'
import type { Subject } from '../../vocabulary/trade-words.ts'
import { tradeEvidence, type TradeEvidence } from './trade-evidence.ts'

export interface RoleTags {
  in_domain: boolean
  role: Role | null
  adjacent_role: AdjacentRole | null
  evidence: { in_domain?: Evidence[]; role?: Evidence[]; adjacent_role?: Evidence[] }
}

interface Verdict {
  in_domain: boolean
  role: Role | null
  adjacent_role: AdjacentRole | null
  rule: string
  /** The subject of the text that decided; null when the title did. */
  by: Subject | null
}

const OUT = { in_domain: false, role: null, adjacent_role: null } as const

/**
 * Whether the job is of the trade, and which side of it, as tags.md 8 and 13 define them. The title leads; a
 * title that other trades share ("Billing Specialist") must be borne out by the text or the employer's
 * name; a title that says nothing is judged by its duties alone, with a high bar.
 */
export function readRole(scan: Scan): RoleTags {
  const { plain, family, rule } = readTitle(scan.title)
  const text = tradeEvidence(scan)
  const verdict = judge(scan, plain, family, rule, text)
  const words = textEvidence(scan, text, verdict)
  const evidence: RoleTags['evidence'] = { in_domain: [words] }
  if (verdict.role !== null) evidence.role = [words]
  if (verdict.adjacent_role !== null) evidence.adjacent_role = [words]
  const { in_domain, role, adjacent_role } = verdict
  return { in_domain, role, adjacent_role, evidence }
}

/** Adverts share some thousands of titles: what each says is kept, up to a bound. */
const readTitle = kept((title: string) => {
  const plain = plainTitle(title)
  return { plain, ...titleFamily(plain) }
})

function textEvidence(scan: Scan, text: TradeEvidence, verdict: Verdict): Evidence {
  const hit = verdict.by === null ? undefined : text.first[verdict.by]
  if (hit) return quote(scan, hit.start, hit.end, verdict.rule)
  return outside(scan.title, verdict.rule.replace(/^text\./, 'title.'))
}

function judge(
  scan: Scan,
  plain: string,
  family: TitleFamily,
  rule: string,
  text: TradeEvidence,
): Verdict {
  switch (family.is) {
    case 'out':
      return { ...OUT, rule, by: null }
    case 'coding':
    case 'billing':
    case 'both':
      return judgeTrade(scan, plain, family, rule, text)
    case 'records':
      return judgeRecords(scan, plain, family.role, rule, text)
    case 'first_rung':
      return judgeFirstRung(scan, plain, family, rule, text)
    case 'unknown':
      return judgeByText(scan, plain, text)
  }
}

function judgeTrade(
  scan: Scan,
  plain: string,
  family: { is: 'coding' | 'billing' | 'both'; sure: boolean },
  rule: string,
  text: TradeEvidence,
): Verdict {
  if (!family.sure && !isHealthJob(scan, plain, text))
    return { ...OUT, rule: 'text.not_health', by: null }
  if (ANIMALS.test(scan.employerLower)) return { ...OUT, rule: 'text.not_health', by: null }
  if (isPlainlySoftware(text)) return { ...OUT, rule: 'text.software', by: 'software' }
  const other =
    text.score.other > 8 && text.score.other > 2 * (text.score.health + text.score.billing)
  if (other) return { ...OUT, rule: 'text.other_trade', by: 'other' }
  let role: Role = family.is
  if (
    family.is === 'coding' &&
    RECORDS_BESIDE.test(plain) &&
    text.score.records > text.score.coding
  )
    return { in_domain: true, role: 'adjacent', adjacent_role: 'medical_records', rule, by: null }
  if (family.is === 'billing' && codesToo(scan)) role = 'both'
  if (family.is === 'coding' && billsToo(scan)) role = 'both'
  return { in_domain: true, role, adjacent_role: null, rule, by: null }
}

function judgeRecords(
  scan: Scan,
  plain: string,
  adjacent: AdjacentRole,
  rule: string,
  text: TradeEvidence,
): Verdict {
  if (isPlainlySoftware(text)) return { ...OUT, rule: 'text.software', by: 'software' }
  if (
    /\b(?:document|chart|records?) (?:imaging|scanning)\b/.test(plain) &&
    !isHealthJob(scan, plain, text)
  )
    return { ...OUT, rule: 'text.not_health', by: null }
  // "Medical Records Technician" is also the federal title of coders: the duties tell.
  if (adjacent === 'medical_records' || adjacent === 'him_clerk') {
    if (text.score.coding >= 12 && text.score.coding > 1.5 * text.score.records && codesToo(scan))
      return {
        in_domain: true,
        role: 'coding',
        adjacent_role: null,
        rule: 'text.codes',
        by: 'coding',
      }
    if (text.score.billing >= 14 && text.score.billing > 2 * text.score.records)
      return {
        in_domain: true,
        role: 'billing',
        adjacent_role: null,
        rule: 'text.bills',
        by: 'billing',
      }
  }
  return { in_domain: true, role: 'adjacent', adjacent_role: adjacent, rule, by: null }
}

function judgeFirstRung(
  scan: Scan,
  plain: string,
  family: { role: AdjacentRole; sure: boolean },
  rule: string,
  text: TradeEvidence,
): Verdict {
  if (family.role === 'front_desk' && backOfficeToo(scan, text)) {
    const role = codesToo(scan) ? 'both' : 'billing'
    return { in_domain: true, role, adjacent_role: null, rule: 'text.bills', by: 'billing' }
  }
  if (!surely(plain) && !isHealthJob(scan, plain, text))
    return { ...OUT, rule: 'text.not_health', by: null }
  return { in_domain: false, role: 'adjacent', adjacent_role: family.role, rule, by: null }
}

/** "Records & Coding Clerk", "HIM Specialist - Coding and Release": the larger duty decides. */
const RECORDS_BESIDE =
  /\brecords? (?:and )?coding clerk\b|\brecords? and coding\b|\bcoding and (?:records?|release)\b/

/** A front-office title over a text that is mostly claims and payments. */
const backOfficeToo = (scan: Scan, text: TradeEvidence): boolean =>
  text.score.billing >= 10 && text.score.billing > 2 * text.score.access && billsToo(scan)

const surely = (plain: string): boolean =>
  /\b(?:patient|medical|hospital|prior authorization|pre ?certification|insurance verification|clinic|surgery)\b/.test(
    plain,
  )

/**
 * A title that says nothing of the work: only a list of the trade's duties brings it in, a full one where
 * the text is long. Registration and verification of insurance make it first rung.
 */
function judgeByText(scan: Scan, plain: string, text: TradeEvidence): Verdict {
  const { score, kinds } = text
  const against = score.software + score.clinical + score.other * 0.7
  const trade = score.coding + score.billing + score.records
  const least = Math.min(16, Math.max(9, scan.words.entry.length / 10))
  const none: Verdict = { ...OUT, rule: 'text.too_little', by: null }
  if (!isHealthJob(scan, plain, text)) return none
  const first = firstRungByText(score, kinds, against)
  if (trade < least || against > trade * 0.5) return first ?? none
  const kindsNeeded = least < 16 ? 4 : 8
  if (
    score.billing >= Math.min(18, least + 2) &&
    kinds.billing >= kindsNeeded &&
    score.billing > score.access * 1.5
  )
    return {
      in_domain: true,
      role: codesToo(scan) ? 'both' : 'billing',
      adjacent_role: null,
      rule: 'text.bills',
      by: 'billing',
    }
  if (
    score.coding >= least &&
    kinds.coding >= Math.min(6, kindsNeeded) &&
    score.coding > score.access
  )
    return {
      in_domain: true,
      role: billsToo(scan) ? 'both' : 'coding',
      adjacent_role: null,
      rule: 'text.codes',
      by: 'coding',
    }
  if (score.records >= Math.min(12, least) && kinds.records >= Math.min(5, kindsNeeded))
    return {
      in_domain: true,
      role: 'adjacent',
      adjacent_role: 'medical_records',
      rule: 'text.records',
      by: 'records',
    }
  return first ?? none
}

function firstRungByText(
  score: Record<Subject, number>,
  kinds: Record<Subject, number>,
  against: number,
): Verdict | null {
  if (score.access < 8 || kinds.access < 3 || against > score.access) return null
  return {
    in_domain: false,
    role: 'adjacent',
    adjacent_role: 'patient_access',
    rule: 'text.registers',
    by: 'access',
  }
}

const HEALTH_EMPLOYER =
  /\b(?:health\w*|medical|hospitals?|clinics?|physicians?|medicine|hospice|nursing|rehab\w*|care|pediatrics?|dental|dentistry|ortho\w*|cardio\w*|surg\w+|oncology|dermatology|radiology|imaging|labs?|laborator\w+|urgent care|behavioral|counseling|therapy|pharmacy|ambulance|ems|wellness|family practice|eye|vision|hearing|ob ?\/?gyn|gyn\w*|women'?s|podiatry|allergy|asthma|nephrology|urology|gastro\w*|neuro\w*|spine|kidney|heart|cancer|anesthesia|surgeons?|doctors?|practitioners|senior living|assisted living|revenue cycle|rcm|medical billing)\b/

/**
 * Whether the job stands in health care: by its title, its employer's name or the words of its text. A
 * short text needs fewer such words than a long one.
 */
function isHealthJob(scan: Scan, plain: string, text: TradeEvidence): boolean {
  const { score } = text
  const context = score.health + (score.billing + score.coding) / 2
  if (score.other > 3 && score.other > context) return false
  if (OTHER_CARE.test(scan.employerLower)) return false
  if (namesHealth(plain)) return true
  if (LAW_FIRM.test(scan.employerLower)) return false
  if (HEALTH_EMPLOYER.test(scan.employerLower)) return true
  const needed = Math.min(7, Math.max(3, 2 + scan.words.entry.length / 50))
  const ofTheTrade = [text.first.billing, text.first.coding].some((hit) => hit?.value.weight === 3)
  return context >= needed && (ofTheTrade || score.health >= needed / 2)
}

/** Names with a word of care that are no health employer. */
const OTHER_CARE =
  /\b(?:animal|veterinary|pet|car care|lawn|auto|tree|child ?care|day ?care|hair|nail|collision|home warranty|eyewear)\b/

const ANIMALS = /\b(?:animals?|veterinary|veterinarians?|pets?|equine)\b/
const LAW_FIRM = /\b(?:llp|law (?:firm|office|offices|group)|attorneys? at law|attorneys)\b/

function isPlainlySoftware(text: TradeEvidence): boolean {
  const { score } = text
  return score.software >= 9 && score.software > score.health + score.coding
}

const CODES =
  /\b(?:assign(?:s|ing)?|select(?:s|ing)?|appl(?:y|ies|ying)|abstract(?:s|ing)?|determin(?:e|es|ing)|enter(?:s|ing)?)\b[^.;\n]{0,70}\b(?:icd|cpt|hcpcs|diagnos\w+ codes?|procedur\w+ codes?|alpha.?numeric codes|(?:billing|medical|correct|appropriate|proper|accurate) codes)|\bcod(?:e|es|ing) (?:all |and bill(?:s|ing)? |of |for )?(?:the )?(?:patient |medical |physician |inpatient |outpatient |daily |office |clinic |hospital |surgical |professional |emergency )*(?:encounters?|charts?|procedures?|visits?|charges|records|services|claims|diagnos\w+|accounts|notes|surgeries)\b|\bperforms? (?:\w+ )?coding\b|\bresponsible for (?:the )?(?:\w+ )?(?:coding|billing and coding|coding and billing)\b/

const BILLS =
  /\b(?:submit(?:s|ting)?|send(?:s|ing)?|submission of|prepar(?:e|es|ing)|fil(?:e|es|ing)|transmit(?:s|ting)?|process(?:es|ing)?|bill(?:s|ing)?)\b[^.;\n]{0,40}\b(?:claims|insurance companies|bills to|third.party)|\bpost(?:s|ing)? (?:\w+ ){0,3}payments?\b|\bcollect(?:s|ing)? (?:\w+ ){0,4}balances\b|\b(?:accepts?|process(?:es)?) (?:and process(?:es)? )?patient payments\b|\bcalls?\b[^.;\n]{0,90}\b(?:outstanding|unpaid|past due)\b[^.;\n]{0,30}\bbalances?\b|\binquir\w+ regarding\b[^.;\n]{0,20}\b(?:outstanding|balances?|bills?)\b|\b(?:work|works|working|resolv\w+|follow(?:s|ing)? up on|appeal\w*) (?:\w+ ){0,4}(?:unpaid|denied|rejected|outstanding) (?:\w+ )?(?:claims|accounts)\b|\bresponsible for (?:the )?(?:\w+ )?(?:billing and coding|coding and billing)\b/g

/** The duties say that this person assigns codes, not merely that codes are met in the work. */
function codesToo(scan: Scan): boolean {
  if ((scan.words.cues & CUE.codes) === 0) return false
  let mentions = 0
  for (const words of duties(scan, CUE.codes)) {
    const match = words.includes('cod') ? CODES.exec(words) : null
    if (!match || HELD_KNOWLEDGE.test(words.slice(0, 60))) continue
    mentions += match.index < 30 || match[0].startsWith('responsible') ? 2 : 1
    if (mentions >= 2) return true
  }
  return false
}

const HELD_KNOWLEDGE =
  /\b(?:knowledge|understand\w*|experience|familiar\w*|ability|verif\w+|ensur\w+|post\w*) /

/** The statements that may tell what the person does: no headings, demands or benefits. */
function* duties(scan: Scan, cue: number): Generator<string> {
  for (const [at, sentence] of scan.doc.sentences.entries()) {
    if (sentence.kind === 'heading' || ((scan.cues[at] ?? 0) & cue) === 0) continue
    const kind = scan.doc.sections[sentence.section]?.kind
    if (kind === 'required' || kind === 'preferred' || kind === 'benefits') continue
    yield scan.lower.slice(sentence.start, Math.min(sentence.end, sentence.start + 600))
  }
}

/** The duties say twice that this person sends or chases claims or posts money. */
function billsToo(scan: Scan): boolean {
  if (!scan.lower.includes('claim') && !scan.lower.includes('bill')) return false
  let hits = 0
  for (const words of duties(scan, CUE.claims)) {
    hits += words.match(BILLS)?.length ?? 0
    if (hits >= 2) return true
  }
  return false
}
