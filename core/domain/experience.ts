/**
 * The ladder of paid work, narrow to broad: the key of each domain and the next broader one. The keys and
 * their order are the promise of the `match` command; `<specialty>_coding` stands under `profee_coding`.
 */
const BROADER: Readonly<Record<string, string>> = {
  profee_coding: 'coding',
  inpatient_coding: 'coding',
  outpatient_coding: 'coding',
  risk_adjustment: 'coding',
  billing: 'revenue_cycle',
  snf_billing: 'billing',
  home_health_billing: 'billing',
  claims: 'revenue_cycle',
  patient_access: 'revenue_cycle',
  hospital_records: 'medical_records',
  coding: 'healthcare_office',
  revenue_cycle: 'healthcare_office',
  medical_records: 'healthcare_office',
  front_desk: 'healthcare_office',
  home_health_office: 'healthcare_office',
  healthcare_office: 'office',
}

/**
 * Broad keys under which months of a narrower kind may well stand. Office work is left out: hardly any
 * month of it is coding or billing, so its silence about them is read as "none".
 */
const MAY_HIDE: ReadonlySet<string> = new Set([
  'coding',
  'profee_coding',
  'billing',
  'revenue_cycle',
  'medical_records',
])

/** Months by domain, as a profile records them. */
export type Months = Readonly<Record<string, number>>

/** The profile cannot tell: it records no months at all, or only a broader key that may hold them. */
export const UNKNOWN_MONTHS = 'unknown'

/** The next broader domain; null at the top of the ladder and for work outside it. */
export function broaderDomain(domain: string): string | null {
  if (Object.hasOwn(BROADER, domain)) return BROADER[domain] ?? null
  return domain.endsWith('_coding') ? 'profee_coding' : null
}

/** True when every month of `narrow` is also a month of `broad` (a domain is within itself). */
export function isWithin(narrow: string, broad: string): boolean {
  for (let at: string | null = narrow; at !== null; at = broaderDomain(at)) {
    if (at === broad) return true
  }
  return false
}

/**
 * Months that surely count for a domain. A narrow month is also a month of each broader key, counted
 * once: a broad figure is a total, so it is not added to the narrow figures below it; the greater of the
 * two stands. Narrow figures beside each other are added up.
 */
export function recordedMonths(months: Months, domain: string): number {
  let narrower = 0
  for (const child of childrenOf(months, domain)) narrower += recordedMonths(months, child)
  return Math.max(own(months, domain) ?? 0, narrower)
}

/** The record after `more` further months in a domain: every broader total that is told grows with it. */
export function withMoreMonths(
  months: Months | undefined,
  domain: string,
  more: number,
): Record<string, number> {
  const before = months ?? {}
  const after: Record<string, number> = {
    ...before,
    [domain]: recordedMonths(before, domain) + more,
  }
  for (let at = broaderDomain(domain); at !== null; at = broaderDomain(at)) {
    const told = own(before, at)
    if (told !== null) after[at] = recordedMonths(before, at) + more
  }
  return after
}

/**
 * Months a profile has for a domain. `unknown` when the profile records no months at all, or when it does
 * not name this domain and `asked` months of it may stand under a broader key it does name.
 */
export function covers(
  months: Months | undefined,
  domain: string,
  asked: number,
): number | typeof UNKNOWN_MONTHS {
  if (months === undefined) return UNKNOWN_MONTHS
  const sure = recordedMonths(months, domain)
  if (sure >= asked || own(months, domain) !== null) return sure
  return hiddenUnder(months, domain, asked) === null ? sure : UNKNOWN_MONTHS
}

/** The broader key whose months may hold at least `asked` months of the domain; null when there is none. */
export function hiddenUnder(months: Months, domain: string, asked: number): string | null {
  for (let at = broaderDomain(domain); at !== null; at = broaderDomain(at)) {
    const there = own(months, at)
    if (MAY_HIDE.has(at) && there !== null && there > 0 && there >= asked) return at
  }
  return null
}

function own(months: Months, domain: string): number | null {
  return Object.hasOwn(months, domain) ? (months[domain] ?? null) : null
}

/** The domains one step below that hold recorded months, themselves or further down. */
function childrenOf(months: Months, domain: string): string[] {
  const children = new Set<string>()
  for (const key of Object.keys(months)) {
    for (let at = key; ;) {
      const up = broaderDomain(at)
      if (up === null) break
      if (up === domain) children.add(at)
      at = up
    }
  }
  return [...children]
}

const WORDS: Readonly<Record<string, string>> = {
  coding: 'medical coding',
  profee_coding: 'coding of doctors’ services',
  inpatient_coding: 'inpatient coding',
  outpatient_coding: 'outpatient coding',
  risk_adjustment: 'risk adjustment coding',
  revenue_cycle: 'revenue cycle work',
  billing: 'medical billing',
  snf_billing: 'nursing home billing',
  home_health_billing: 'home health billing',
  claims: 'insurance claims work',
  patient_access: 'patient access work',
  medical_records: 'medical records work',
  hospital_records: 'hospital records work',
  healthcare_office: 'health care office work',
  front_desk: 'medical front desk work',
  home_health_office: 'home health office work',
  office: 'office work',
}

/** A domain in plain words, fit after "12 months of". */
export function domainWords(domain: string): string {
  return Object.hasOwn(WORDS, domain) ? (WORDS[domain] ?? domain) : domain.replaceAll('_', ' ')
}

/** "1 month", "18 months", "2 years": whole years from two years on. */
export function monthsWords(months: number): string {
  const n = Math.round(months * 10) / 10
  if (n >= 24 && n % 12 === 0) return `${n / 12} years`
  return n === 1 ? '1 month' : `${n} months`
}
