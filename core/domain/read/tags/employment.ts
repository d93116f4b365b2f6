import type { Evidence } from '../../reading.ts'
import type { EmploymentType } from '../../tags.ts'
import { fold } from '../../text/fold.ts'
import { CUE } from '../lexicon.ts'
import { outside, quote, type Scan } from './scan.ts'

interface Rule {
  type: EmploymentType
  pattern: RegExp
}

/** Wording family: the kind of employment, most telling first. */
const RULES: readonly Rule[] = [
  { type: 'internship', pattern: /\b(?:internship|interns?|externship)\b/ },
  {
    type: 'per_diem',
    pattern: /\b(?:per[- ]?diem|prn|as[- ]needed basis|on[- ]call pool|casual)\b/,
  },
  {
    type: 'temporary',
    pattern:
      /\b(?:temporary|temp|seasonal|temp[- ]to[- ](?:hire|perm)|not to exceed|term appointment)\b/,
  },
  {
    type: 'contract',
    pattern:
      /\b(?:contract|contractor|1099|contract[- ]to[- ]hire|c2c|corp[- ]to[- ]corp|independent contractor|freelance)\b/,
  },
  { type: 'part_time', pattern: /\b(?:part[- ]?time|p\/t|half[- ]time)\b/ },
  { type: 'full_time', pattern: /\b(?:full[- ]?time|f\/t|permanent|regular full)\b/ },
]

const LABEL =
  /\b(?:job type|employment type|position type|type of (?:employment|position)|work type|classification|employment status|position status|status|schedule|job schedule|time type|hours|shift|appointment type|work schedule|employment)\s*[:|-]\s*/

const IN_TEXT: readonly Rule[] = [
  {
    type: 'internship',
    pattern: /\b(?:internship (?:position|program|opportunity)|paid internship|this internship)\b/,
  },
  {
    type: 'per_diem',
    pattern:
      /\b(?:per[- ]diem|prn) (?:position|role|basis|job|opportunity|opening|schedule|coder|biller|medical|status|shift)|\b(?:this is an? |position is |as an? )(?:per[- ]diem|prn)\b/,
  },
  {
    type: 'temporary',
    pattern:
      /\b(?:temporary|seasonal|temp|temp[- ]to[- ]hire) (?:position|role|assignment|job|opportunity|basis|contract)|\bthis is an? (?:temporary|seasonal|temp)\b|\btemporary appointment\b|\btemp[- ]to[- ](?:hire|perm)\b/,
  },
  {
    type: 'contract',
    pattern:
      /\b(?:this is an? |(?:\d+|one|two|three|six|twelve|thirteen)[- ](?:week|month|year) )contract\b|\bcontract (?:position|role|assignment|job|opportunity|to hire)|\bcontract-to-hire\b|\bindependent contractor\b|\b1099\b/,
  },
  {
    type: 'part_time',
    pattern:
      /\bpart[- ]?time (?:position|role|job|opportunity|opening|schedule|hours|medical|biller|coder|employee wanted|hourly|shift|basis|status|non-exempt|remote)|\b(?:this is an? |position is |seeking an? |hiring an? |looking for an? )part[- ]?time\b|^\W*part[- ]?time\b.{0,25}$/,
  },
  {
    type: 'full_time',
    pattern:
      /\bfull[- ]?time,? (?:position|role|job|opportunity|opening|schedule|hours|medical|biller|coder|hourly|shift|basis|status|non-exempt|exempt|remote|day|days|regular|permanent|monday|m-f|1\.0|\d)|\b(?:this is an? |position is |seeking an? |hiring an? |looking for an? |for an? )(?:permanent,? |remote,? )?full[- ]?time\b|^\W*full[- ]?time\b.{0,25}$|\b40 hours (?:per|a|\/) ?week\b/,
  },
]

/** Cheap test: a statement without any of these says nothing of the kind of employment. */
const KIND =
  /full|part|prn|diem|temp|contract|intern|extern|1099|permanent|seasonal|casual|freelance|40 hours|not to exceed|f\/t|p\/t/

/** The kind of employment: a feed's own field, else the title, a labelled line, or a plain statement. */
export function readEmployment(scan: Scan): {
  employment_type: EmploymentType | null
  evidence: Evidence[]
} {
  const stated = scan.structured.employment_type
  if (stated != null) {
    const type = typeOf(fold(stated).replace(/_/g, ' '))
    if (type)
      return { employment_type: type, evidence: [outside(stated, 'structured.employment_type')] }
  }
  const inTitle = (scan.titleWords.cues & CUE.employment) === 0 ? null : titleType(scan.titleLower)
  if (inTitle)
    return { employment_type: inTitle, evidence: [outside(scan.title, 'title.employment')] }
  return fromText(scan)
}

const titleType = (title: string): EmploymentType | null =>
  typeOf(
    title.replace(
      /\bcontract (?:management|administrator|analyst|specialist|manager|compliance)\b/g,
      '',
    ),
  )

function typeOf(words: string): EmploymentType | null {
  // "Full-time or part-time" and "full-time, contract": the fuller or the more telling one.
  const both = /\bfull[- ]?time\b/.test(words)
  for (const { type, pattern } of RULES) {
    if (type === 'part_time' && both) continue
    if (pattern.test(words)) return type
  }
  return null
}

const BARE =
  /\b(full|part)[- ]?time\b(?! (?:employ\w+|team|staff|associates?|equivalents?|benefits?|students?|(?:\w+ )?experience|work experience|years?|faculty|eligib\w+|permanent employees))/

/** The words alone, outside benefits and demands: "…, full time, overtime at month end". */
function bareMention(scan: Scan): { employment_type: EmploymentType; evidence: Evidence[] } | null {
  for (const [at, sentence] of scan.doc.sentences.entries()) {
    if (((scan.cues[at] ?? 0) & CUE.employment) === 0) continue
    const words = scan.lower.slice(sentence.start, Math.min(sentence.end, sentence.start + 400))
    if (!words.includes('time') || /\byears? of\b|\bmonths? of\b/.test(words)) continue
    if (scan.doc.sections[sentence.section]?.kind === 'benefits') continue
    const match = BARE.exec(words)
    if (!match) continue
    const start = sentence.start + match.index
    const type = match[1] === 'full' ? 'full_time' : 'part_time'
    return {
      employment_type: type,
      evidence: [quote(scan, start, start + match[0].length, 'employment.words')],
    }
  }
  return null
}

function fromText(scan: Scan): { employment_type: EmploymentType | null; evidence: Evidence[] } {
  const none = { employment_type: null, evidence: [] }
  if ((scan.words.cues & CUE.employment) === 0) return none
  let weak: { employment_type: EmploymentType; evidence: Evidence[] } | null = null
  for (const [at, sentence] of scan.doc.sentences.entries()) {
    if (((scan.cues[at] ?? 0) & CUE.employment) === 0) continue
    const words = scan.lower.slice(sentence.start, Math.min(sentence.end, sentence.start + 400))
    if (!KIND.test(words)) continue
    const label = LABEL.exec(words)
    if (label) {
      const after = words.slice(label.index + label[0].length, label.index + label[0].length + 45)
      const type = typeOf(after)
      if (type)
        return {
          employment_type: type,
          evidence: [quote(scan, sentence.start, sentence.end, 'employment.label')],
        }
    }
    if (weak !== null || scan.doc.sections[sentence.section]?.kind === 'benefits') continue
    if (/\b(?:full-?time|eligible) (?:employees?|team members?|staff|associates)\b/.test(words))
      continue
    const rule = IN_TEXT.find((r) => r.pattern.test(words))
    if (rule)
      weak = {
        employment_type: rule.type,
        evidence: [quote(scan, sentence.start, sentence.end, 'employment.text')],
      }
  }
  return weak ?? bareMention(scan) ?? none
}
