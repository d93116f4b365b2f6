import type { Credential, Sourced } from './credential.ts'

export const AAPC_FEE: Credential['fee'] = {
  text: '$425 for one try, $499 for two; membership $222 (students $157). Another coach quotes $399 online and $499 at a test centre.',
  low: 425,
  high: 499,
  source: 'mbc-bv6.pages.dev certifications page; medicalcodingwithconfidence.com CPC exam page',
  as_of: '2026-02',
}
export const AS_CPC_FEE: Credential['fee'] = {
  text: 'As for the CPC: about $425 to $499, plus membership. Check the price.',
  low: 425,
  high: 499,
  source: 'general knowledge; the CPC figures are of mbc-bv6.pages.dev',
  as_of: '2026-02',
}
export const AAPC_RENEWAL: Credential['renewal'] = {
  text: '36 education units every 2 years, and dues.',
  source: 'mbc-bv6.pages.dev certifications page',
  as_of: '2026-02',
}
export const CEU_DUES: Credential['renewal'] = {
  text: 'Education units and dues.',
  source: 'general knowledge',
  as_of: null,
}
export const AHIMA_20: Credential['renewal'] = {
  text: '20 education units every 2 years.',
  source: 'ahima.org recertification questions (copy)',
  as_of: null,
}
export const BMSC_FEE: Credential['fee'] = {
  text: '$329.',
  low: 329,
  high: 329,
  source: 'ahcc.decisionhealth.com fees page (copy)',
  as_of: null,
}
export const BMSC_RENEWAL: Credential['renewal'] = {
  text: 'Every year: 20 education units (10 from self-tests) and $229; lapses after 90 days.',
  source: 'ahcc.decisionhealth.com page on keeping the credential (copy)',
  as_of: null,
}
export const RENEWAL_PAGE = 'medicalspecialtycoding.com renewal page (old copy)'
/** Months of study while working toward an exam, from the ladder of routes: "CCA while waiting", "CBCS or CMRS". */
export const ONE_TO_THREE: Credential['months'] = {
  low: 1,
  high: 3,
  source: 'medicalbillingandcoding.training certification pages; ambanet.net',
  as_of: null,
}
export const ASSOCIATE_TIME: Credential['months'] = {
  low: 15,
  high: 24,
  source: 'healthjob.org career page (copy): an associate degree takes 15 to 24 months',
  as_of: null,
}

export const says = (text: string, source: string, as_of: string | null = null): Sourced => ({
  text,
  source,
  as_of,
})
export const KNOWN = 'general knowledge'
export const AAPC_FAQ = 'aapc.com certification questions (copies of several years)'
export const OWN_PAGE = 'aapc.com page on completing the CPC apprenticeship (copy)'

/** A row as it is written down: what no source gives is left out. */
export type Row = Pick<
  Credential,
  'code' | 'name' | 'body' | 'status' | 'tier' | 'family' | 'entry' | 'source'
> &
  Partial<Credential>
