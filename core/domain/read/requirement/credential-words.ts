import { kept } from '../../text/kept.ts'

/**
 * Wording family: the names of billing, coding and records credentials, as abbreviations and spelled
 * out, with what must stand near an abbreviation that other trades use too. Codes are those of the
 * credential catalogue.
 */
export interface CredentialName {
  code: string
  /** The abbreviation as a source of a case-sensitive pattern. */
  short: string
  /** The spelled-out name as a source of a pattern over folded text. */
  long?: string
  /** Needs a coding or billing cue close by. */
  shy?: true
  /** Never this credential when found close by. */
  unless?: RegExp
}

const spelled = (words: string): string => words.replace(/ /g, '[ -]+')

/** Longer abbreviations stand before the shorter ones they contain. */
export const CREDENTIAL_NAMES: readonly CredentialName[] = [
  {
    code: 'CPC-A',
    short: `CPC ?[-/]? ?\\(?A\\)?|CPCA|CPC[ -]\\(?[Aa]pprentice\\)?`,
    long: `${spelled('certified professional coder')}[ ,(-]*apprentice|professional coder certificate[ -]+apprentice`,
    shy: true,
  },
  { code: 'COC-A', short: 'COC ?- ?\\(?A\\)?|COC [Aa]pprentice', shy: true },
  { code: 'CPC-P', short: 'CPC ?- ?P', shy: true },
  {
    code: 'COC',
    short: 'CPC ?- ?H|COC',
    long: spelled('certified outpatient coder'),
    shy: true,
    unless:
      /continuum of care|chamber of commerce|code of conduct|certificate of (?:completion|coverage|compliance)|coordination of care/,
  },
  {
    code: 'CPC',
    short: 'CPC',
    long: `${spelled('certified professional coder')}|professional coder certificate`,
    shy: true,
    unless: /cost[- ]per[- ]click|\bppc\b|processing cent|central process|pool/,
  },
  {
    code: 'CIC',
    short: 'CIC',
    long: spelled('certified inpatient coder'),
    shy: true,
    unless: /insurance counsel|broker|producer|property|commercial lines/,
  },
  {
    code: 'CRC',
    short: 'CRC',
    long: `${spelled('certified risk adjustment coder')}|${spelled('certified risk coder')}`,
    shy: true,
    unless:
      /colorectal|colon|clinical research|research coordinator|rehabilitation couns|cancer|screening/,
  },
  {
    code: 'CPB',
    short: 'CPB',
    long: spelled('certified professional biller'),
    shy: true,
    unless: /customs|border/,
  },
  {
    code: 'CPMA',
    short: 'CPMA',
    long: `${spelled('certified professional medical auditor')}|professional medical auditor certificate`,
  },
  { code: 'CDEO', short: 'CDEO', long: spelled('certified documentation expert') },
  { code: 'CPCO', short: 'CPCO', long: spelled('certified professional compliance officer') },
  { code: 'CPPM', short: 'CPPM', long: spelled('certified physician practice manager') },
  {
    code: 'CCS-P',
    short: 'CCS ?[-/] ?P|CCSP',
    long: `${spelled('certified coding specialist')}[ ,(-]*physician|coding specialist certificate[ -]+physician`,
    shy: true,
  },
  {
    code: 'CCS',
    short: 'CCS',
    long: `${spelled('certified coding specialist')}|coding specialist certificate`,
    shy: true,
    unless: /clinical classification|care coordination|cardiovascular society|california children/,
  },
  {
    code: 'CCA',
    short: 'CCA',
    long: `${spelled('certified coding associate')}|coding associate certificate`,
    shy: true,
    unless: /commonwealth care|clinical assistant|community choice/,
  },
  {
    code: 'RHIT',
    short: 'RHIT',
    long: `${spelled('registered health information technic')}(?:ian|ians|al)|registered health info(?:rmation)? tech`,
    unless: /rose-hulman/,
  },
  {
    code: 'RHIA',
    short: 'RHIA',
    long: spelled('registered health information administrat') + '(?:or|ors|ion)',
  },
  { code: 'CDIP', short: 'CDIP', long: spelled('clinical documentation improvement practitioner') },
  { code: 'CHDA', short: 'CHDA', long: spelled('certified health data analyst') },
  { code: 'CHPS', short: 'CHPS' },
  {
    code: 'HCS-D',
    short: 'HCS ?- ?D',
    long: `${spelled('home care coding specialist')}|${spelled('homecare coding specialist')}`,
  },
  { code: 'HCS-H', short: 'HCS ?- ?H' },
  { code: 'HCS-O', short: 'HCS ?- ?O' },
  { code: 'HCS-C', short: 'HCS ?- ?C' },
  { code: 'SCP', short: '(?!)', long: spelled('specialty coding professional') },
  { code: 'ACS', short: '(?!)', long: spelled('advanced coding specialist') },
  { code: 'CCP-P', short: 'CCP ?- ?P' },
  {
    code: 'CBCS',
    short: 'CBCS',
    long: `certified (?:medical )?billing (?:and|&) coding specialist`,
    shy: true,
  },
  {
    code: 'NCICS',
    short: 'NCICS',
    long: 'national certified insurance (?:and|&) coding specialist',
  },
  {
    code: 'CMRS',
    short: 'CMRS',
    long: spelled('certified medical reimbursement specialist'),
    shy: true,
  },
  {
    code: 'CMC',
    short: 'CMC',
    shy: true,
    unless: /management consult|manufactur|case manag|carolinas/,
  },
  { code: 'MCBC', short: 'MCBC', long: 'medical coder (?:and|&) biller certification' },
  { code: 'CRCR', short: 'CRCR', long: spelled('certified revenue cycle representative') },
  { code: 'CRCS', short: 'CRCS(?:-[IP])?', long: spelled('certified revenue cycle specialist') },
  { code: 'CRIP', short: 'CRIP', long: spelled('certified revenue integrity professional') },
  { code: 'CRCP', short: 'CRCP(?:-[IP])?', long: spelled('certified revenue cycle professional') },
  { code: 'CHAA', short: 'CHAA', long: spelled('certified healthcare access associate') },
  { code: 'CMBS', short: 'CMBS', long: spelled('certified medical billing specialist') },
  { code: 'CMRT', short: 'CMRT', long: spelled('certified medical records technician') },
  { code: 'CPMB', short: 'CPMB', long: spelled('certified professional medical biller') },
  ...Object.entries({
    CASCC: 'certified ambulatory surgery center coder',
    CEDC: 'certified emergency department coder',
    CEMC: 'certified evaluation (?:and|&) management coder',
    CGSC: 'certified general surgery coder',
    CHONC: 'certified hematology (?:and |& )?oncology coder',
    COBGC: 'certified obstetrics (?:and |& )?gynecology coder',
    COSC: 'certified orthopa?edic surgery coder',
  }).map(([code, long]): CredentialName => ({ code, short: code, long })),
  ...['CANPC', 'CIRCC', 'CFPC', 'CGIC', 'CRHC', 'CPEDC', 'CENTC', 'CCVTC'].map(
    (code): CredentialName => ({ code, short: code }),
  ),
  {
    code: 'CCC',
    short: 'CCC(?!-)',
    long: spelled('certified cardiology coder'),
    shy: true,
    unless: /speech|language patholog|clinical competence/,
  },
  { code: 'CUC', short: 'CUC', shy: true },
  { code: 'CPCD', short: 'CPCD', shy: true },
  {
    code: 'CCDS',
    short: 'CCDS(?:-O)?',
    long: 'certified clinical documentation (?:integrity |improvement )?specialist',
  },
]

/** Cues that make a shy abbreviation the credential: near it, or in the heading above it. */
export const CODING_CUE =
  /certif|credential|\baapc\b|\bahima\b|\bcoder|\bcoding\b|\bicd-?1?[09]?|\bcpt\b|licens|apprentice|\bbiller|\bbilling\b|\brhi[at]\b|risk adjust|\bhcc\b|\bcpma\b/

/** One case-sensitive pattern; nameOf tells which credential it met. */
export const SHORT_PATTERN = new RegExp(
  `(?<![A-Za-z0-9-])(?=[CHMNR])(?:${CREDENTIAL_NAMES.map((name) => name.short).join('|')})(?:'?s)?(?![A-Za-z0-9])(?!-[A-Za-z])`,
  'y',
)
const spelledOut = CREDENTIAL_NAMES.flatMap((name) => (name.long === undefined ? [] : [name.long]))
/** One pattern over folded text for the spelled-out names. */
export const LONG_PATTERN = new RegExp(`\\b(?:${spelledOut.join('|')})s?\\b`, 'g')
/** No spelled-out name stands where none of these does. */
export const LONG_HINT =
  /certified|registered|specialt|advanced cod|coding specialist|documentation impr|biller cert|(?:coder|specialist|associate|auditor) certificate/

const EACH = CREDENTIAL_NAMES.map((name) => ({
  name,
  short: new RegExp(`^(?:${name.short})(?:'?s)?$`),
  long: name.long === undefined ? null : new RegExp(`^(?:${name.long})s?$`),
}))

/** The credential a match of one of the two patterns stands for. */
export const nameOf = kept((words: string): CredentialName | null => {
  for (const { name, short, long } of EACH)
    if (short.test(words) || long?.test(words) === true) return name
  return null
})
