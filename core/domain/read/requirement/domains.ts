import { kept } from '../../text/kept.ts'

/**
 * Wording family: what months of work attach to ("2 years of inpatient coding", "1 year in a medical
 * office"). Keys are those of the experience ladder (design: profile months), narrow before broad.
 */
const SPECIALTIES =
  'cardiology|orthop(?:a?edics?)|radiology|anesthesia|oncology|emergency|surgery|surgical|gastroenterology|urology|dermatology|pediatrics?|ob ?/?gyn|neurology|ophthalmology|pain management|behavioral health|interventional'

/** Rules before this one speak of coding (or, the sixth and seventh, of billing) and need such a word. */
const FIRST_WIDE = 8
const CODES = /cod|icd|cpt|hcpcs|drg|hcc|risk/
const RULES: [RegExp, string | null][] = [
  [/\b(?:risk[- ]adjustment|hcc)\b/, 'risk_adjustment'],
  [
    /\binpatient\b[^.;]{0,40}\bcod(?:ing|er|ed?)\b|\bcod(?:ing|er)\b[^.;]{0,40}\binpatient\b|\bms-?drgs?\b/,
    'inpatient_coding',
  ],
  [
    /\b(?:pro(?:fessional)?[- ]?fee|profee|physician)\b[^.;]{0,30}\bcod(?:ing|er)\b|\bcod(?:ing|er)\b[^.;]{0,30}\b(?:pro[- ]?fee|profee|professional fee)\b/,
    'profee_coding',
  ],
  [
    /\b(?:outpatient|facility|ambulatory)\b[^.;]{0,40}\bcod(?:ing|er)\b|\bcod(?:ing|er)\b[^.;]{0,40}\boutpatient\b/,
    'outpatient_coding',
  ],
  [
    new RegExp(
      `\\b(${SPECIALTIES})\\b[^.;]{0,25}\\bcod(?:ing|er)\\b|\\bcod(?:ing|er)\\b[^.;]{0,12}\\b(?:for|in) (${SPECIALTIES})\\b`,
    ),
    null,
  ],
  [
    /\b(?:home health|home care|hospice)\b[^.;]{0,30}\bbilling\b|\bbilling\b[^.;]{0,30}\b(?:home health|home care|hospice)\b/,
    'home_health_billing',
  ],
  [
    /\b(?:snf|skilled nursing|nursing home|long[- ]term care|ltc)\b[^.;]{0,30}\bbill(?:ing|er)\b|\bbill(?:ing|er)\b[^.;]{0,40}\b(?:snf|skilled nursing|nursing home|long[- ]term care|ltc)\b/,
    'snf_billing',
  ],
  [/\bcod(?:ing|er|ers)\b(?![^.;]{0,20}\bbill)|\bicd-?10|\bcpt\b|\bhcpcs\b/, 'coding'],
  [/\bbill(?:ing|er|ers)\b/, 'billing'],
  [/\bclaims?\b|\bdenials?\b|\bappeals?\b/, 'claims'],
  [
    /\brevenue cycle\b|\brcm\b|\ba\/?r\b|\baccounts? receivables?\b|\bcollections?\b|\bpayment posting\b|\bpatient accounts?\b|\breimbursement\b|\bcharge (?:entry|capture)\b/,
    'revenue_cycle',
  ],
  [
    /\b(?:patient (?:access|registration)|registration|admitting|prior authorization|insurance verification|pre-?certification|scheduling)\b/,
    'patient_access',
  ],
  [/\b(?:hospital|acute)\b[^.;]{0,20}\b(?:medical|health) records?\b/, 'hospital_records'],
  [
    /\b(?:medical|health) (?:records?|information)\b|\bhim\b|\brelease of information\b/,
    'medical_records',
  ],
  [/\bhome (?:health|care)\b[^.;]{0,20}\boffice\b/, 'home_health_office'],
  [/\b(?:front desk|receptionist|front office)\b/, 'front_desk'],
  [
    /\b(?:health ?care|medical|clinical|clinic|hospital|physician|doctor'?s|dental|insurance)\b/,
    'healthcare_office',
  ],
  [
    /\b(?:office|clerical|administrative|customer (?:service|care)|secretar\w+|data entry|call center|accounting|bookkeeping)\b/,
    'office',
  ],
]

/** The ladder key of a folded phrase, or null when it names no kind of work we know. */
export const domainOf = kept((phrase: string): string | null => {
  const codes = CODES.test(phrase)
  const bills = phrase.includes('bill')
  for (const [index, [pattern, key]] of RULES.entries()) {
    if (index < FIRST_WIDE && !(index === 5 || index === 6 ? bills : codes)) continue
    const match = pattern.exec(phrase)
    if (match === null) continue
    if (key !== null) return key
    return `${(match[1] ?? match[2] ?? '').replace(/[^a-z]+/g, '_').replace(/_+$/, '')}_coding`
  }
  return null
})
