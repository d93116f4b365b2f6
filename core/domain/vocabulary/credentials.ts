import type { Credential, CredentialFamily } from './credential.ts'
import { CREDENTIAL_ROWS } from './credential-rows.ts'

const EMPTY = { prerequisite: null, exam: null, fee: null, renewal: null, months: null }

/** The catalogue of credentials adverts name, from public pages read by 2026; each figure carries its source. */
export const CREDENTIALS: readonly Credential[] = CREDENTIAL_ROWS.map((row) => ({
  ...EMPTY,
  ...row,
}))

const BY_CODE: ReadonlyMap<string, Credential> = new Map(CREDENTIALS.map((c) => [c.code, c]))

/** Old names and spellings of codes. */
const RENAMED: Readonly<Record<string, string>> = {
  'CPC-H': 'COC',
  CPCH: 'COC',
  'CPC-H-A': 'COC-A',
  CPCA: 'CPC-A',
  COCA: 'COC-A',
  CICA: 'CIC-A',
  CCSP: 'CCS-P',
  CPCP: 'CPC-P',
  HCSD: 'HCS-D',
  HCSH: 'HCS-H',
  HCSO: 'HCS-O',
  HCSC: 'HCS-C',
}

/** The catalogue's spelling of a code ("cpc-h" is "COC"); a code outside the catalogue comes back in capitals. */
export function catalogueCode(code: string): string {
  const upper = code
    .trim()
    .toUpperCase()
    .replace(/[\s_–—]+/g, '-')
  return RENAMED[upper] ?? upper
}

/** The row of a code, old names included; null when it is not in the catalogue. */
export function credential(code: string): Credential | null {
  return BY_CODE.get(catalogueCode(code)) ?? null
}

/** A credential as a person holds it; `apprentice` true turns CPC into CPC-A, COC into COC-A, CIC into CIC-A. */
export interface Held {
  code: string
  apprentice?: boolean | null | undefined
}

const APPRENTICE_OF: Readonly<Record<string, string>> = {
  CPC: 'CPC-A',
  COC: 'COC-A',
  CIC: 'CIC-A',
}
const FULL_OF: Readonly<Record<string, string>> = { 'CPC-A': 'CPC', 'COC-A': 'COC', 'CIC-A': 'CIC' }

/** The catalogue code that a held credential counts as. */
export function heldCode(held: Held): string {
  const code = catalogueCode(held.code)
  return held.apprentice === true ? (APPRENTICE_OF[code] ?? code) : code
}

/** "CPC-A" -> "CPC"; null for a code that is not an apprentice's. */
export function withoutApprenticeMark(code: string): string | null {
  return FULL_OF[catalogueCode(code)] ?? null
}

/** How an employer who asks for one credential takes another. */
export type Acceptance = 'exact' | 'usual' | 'sometimes' | 'no'

type Edges = Readonly<Partial<Record<'exact' | 'usual' | 'sometimes', readonly string[]>>>

const CODING_MASTERY = ['CPC', 'COC', 'CIC', 'CCS', 'CCS-P', 'RHIT', 'RHIA'] as const
const CODING_ONLY = [...CODING_MASTERY, 'CRC', 'CPC-A', 'COC-A', 'CIC-A', 'CCA', 'CPC-P', 'CMC']
const BILLING_MINOR = ['NCICS', 'MCBC', 'CMBS', 'CPMB']

/**
 * Asked -> who is taken for it. Rows for "CPC or CCS", "CPC-A accepted", the billing family and home care
 * follow the table of phrases in the domain notes (section 2a); where that table names a pair of
 * credentials, each is judged by how near its own field of work is. What is not listed is not taken.
 */
const ACCEPTED: Readonly<Record<string, Edges>> = {
  'CPC-A': {
    exact: ['CPC', 'COC-A'],
    usual: ['COC', 'CCA', 'CCS', 'CCS-P', 'CIC', 'CIC-A', 'RHIT', 'RHIA'],
  },
  'COC-A': {
    exact: ['COC'],
    usual: ['CPC-A', 'CPC', 'CCA', 'CCS', 'CIC', 'CIC-A', 'CCS-P', 'RHIT', 'RHIA'],
  },
  'CIC-A': { exact: ['CIC'], usual: ['CCS'], sometimes: ['CCA', 'COC-A', 'COC', 'RHIT', 'RHIA'] },
  CPC: { usual: ['CCS', 'CCS-P', 'COC'], sometimes: ['CIC', 'RHIT', 'RHIA', 'CPC-P'] },
  COC: { usual: ['CCS', 'CIC'], sometimes: ['CPC', 'CCS-P', 'RHIT', 'RHIA'] },
  CIC: { usual: ['CCS'], sometimes: ['COC', 'RHIT', 'RHIA'] },
  CCS: { usual: ['CIC', 'COC'], sometimes: ['CCS-P', 'CPC', 'RHIT', 'RHIA'] },
  'CCS-P': { usual: ['CPC', 'CCS'], sometimes: ['COC', 'CIC', 'RHIT', 'RHIA'] },
  CRC: { sometimes: ['CPC', 'CCS', 'COC', 'CCS-P', 'CIC'] },
  CCA: { usual: [...CODING_MASTERY], sometimes: ['CPC-A', 'COC-A', 'CIC-A'] },
  RHIT: { exact: ['RHIA'] },
  CPB: { usual: ['CMRS', 'CBCS', 'CRCR', 'CRCS'], sometimes: [...CODING_ONLY, ...BILLING_MINOR] },
  CMRS: { usual: ['CPB', 'CBCS', 'CRCR', 'CRCS'], sometimes: [...CODING_ONLY, ...BILLING_MINOR] },
  CBCS: { usual: ['CPB', 'CMRS', 'NCICS', 'MCBC'], sometimes: [...CODING_ONLY, 'CRCR', 'CRCS'] },
  NCICS: { usual: ['CBCS', 'CPB', 'MCBC'], sometimes: [...CODING_ONLY, 'CMRS'] },
  CRCR: { usual: ['CRCS', 'CRCP'], sometimes: ['CPB', 'CMRS', 'CHAA'] },
  CRCS: { usual: ['CRCR', 'CRCP'], sometimes: ['CPB', 'CMRS'] },
  CHAA: { sometimes: ['CRCR', 'CRCS'] },
  'HCS-D': { sometimes: ['HCS-H', 'HCS-O'] },
  'HCS-H': { sometimes: ['HCS-D', 'HCS-O'] },
  CPMA: { sometimes: ['CDEO'] },
  CDIP: { usual: ['CCDS'] },
  CCDS: { usual: ['CDIP'] },
}

/**
 * How a held credential is taken where `asked` is asked: `exact` (the same, or one that contains it),
 * `usual`, `sometimes`, or `no`. An apprentice's credential never counts as the full one.
 */
export function acceptance(held: Held, asked: string): Acceptance {
  const have = heldCode(held)
  const want = catalogueCode(asked)
  if (have === want) return 'exact'
  const edges = Object.hasOwn(ACCEPTED, want) ? ACCEPTED[want] : undefined
  if (edges === undefined) return 'no'
  for (const strength of ['exact', 'usual', 'sometimes'] as const) {
    if (edges[strength]?.includes(have) === true) return strength
  }
  return 'no'
}

/** AAPC's and AHIMA's own coding credentials: "AAPC or AHIMA certification" means one of these. */
const CODING_FAMILIES: ReadonlySet<CredentialFamily> = new Set([
  'professional',
  'facility',
  'inpatient',
  'risk_adjustment',
  'specialty',
])

/**
 * How a held credential is taken where a whole class is asked. "A coding certification (AAPC or AHIMA)"
 * takes any of theirs; whether an apprentice counts is unsaid, so `usual`. A billing certification takes
 * the billing and revenue cycle family; a coding credential alone is taken sometimes.
 */
export function classAcceptance(held: Held, asked: 'any_coding' | 'any_billing'): Acceptance {
  const row = credential(heldCode(held))
  if (row === null) return 'no'
  if (asked === 'any_billing') {
    if (['CPB', 'CMRS', 'CBCS', 'CRCR', 'CRCS'].includes(row.code)) return 'exact'
    if (row.family === 'billing') return 'usual'
    return CODING_ONLY.includes(row.code) ? 'sometimes' : 'no'
  }
  if (row.body !== 'AAPC' && row.body !== 'AHIMA') {
    return row.family === 'home_care' || row.code === 'CMC' ? 'sometimes' : 'no'
  }
  if (row.tier === 'apprentice') return 'usual'
  if (CODING_FAMILIES.has(row.family) || row.code === 'RHIT' || row.code === 'RHIA') return 'exact'
  if (row.family === 'auditing') return 'usual'
  return row.code === 'CPB' ? 'sometimes' : 'no'
}
