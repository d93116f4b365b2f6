/**
 * Software that adverts of this trade name. Keys are stable; each has the ways it is written. A phrase
 * whose word also has an everyday sense stands in `CAPITAL_ONLY` and counts only as a proper name.
 */
export const SYSTEMS: Readonly<Record<string, readonly string[]>> = {
  epic: ['epic', 'epic resolute', 'epiccare', 'epic systems', 'epic emr', 'epic ehr'],
  cerner: ['cerner', 'oracle health', 'cerner millennium', 'powerchart', 'oracle cerner'],
  meditech: ['meditech', 'medi tech'],
  athenahealth: [
    'athenahealth',
    'athena health',
    'athena',
    'athenaone',
    'athena one',
    'athenanet',
    'athenaidx',
    'centricity',
  ],
  eclinicalworks: ['eclinicalworks', 'e clinical works', 'eclinical works', 'ecw'],
  nextgen: ['nextgen', 'next gen', 'nextgen healthcare'],
  pointclickcare: ['pointclickcare', 'point click care', 'pcc'],
  matrixcare: ['matrixcare', 'matrix care'],
  allscripts: ['allscripts', 'veradigm', 'altera sunrise', 'sunrise clinical manager'],
  solventum_encoder: [
    '3m encoder',
    '3m 360',
    '3m 360 encompass',
    '3m 360e',
    'solventum',
    '3m coding',
    '3m codefinder',
    '360 encompass',
    '3m hdm',
    '3m his',
  ],
  trucode: ['trucode', 'tru code'],
  optum_encoder: [
    'optum encoder',
    'optum encoderpro',
    'encoderpro',
    'encoder pro',
    'optum360',
    'optum 360',
    'optum cac',
    'encoder pro com',
  ],
  find_a_code: ['find a code', 'findacode'],
  codify: ['codify', 'aapc codify'],
  supercoder: ['supercoder'],
  tebra: ['kareo', 'tebra', 'patientpop'],
  advancedmd: ['advancedmd', 'advanced md'],
  waystar: ['waystar', 'zirmed', 'navicure'],
  availity: ['availity'],
  office_ally: ['office ally', 'officeally'],
  change_healthcare: [
    'change healthcare',
    'optum change',
    'emdeon',
    'assurance reimbursement management',
  ],
  trizetto: ['trizetto', 'gateway edi'],
  ssi: ['ssi claims', 'ssi billing', 'the ssi group', 'ssi claimsnet'],
  experian_health: ['experian health', 'claimsource', 'passport onesource'],
  quadax: ['quadax'],
  navinet: ['navinet'],
  finthrive: ['finthrive', 'nthrive', 'transunion healthcare'],
  ability_network: ['ability network', 'inovalon', 'ability ease'],
  fiss_dde: ['fiss', 'dde', 'direct data entry', 'fiss dde'],
  cpsi: ['cpsi', 'trubridge', 'evident thrive', 'trucare'],
  paragon: ['mckesson paragon', 'paragon'],
  greenway: ['greenway', 'greenway intergy', 'intergy', 'prime suite', 'primesuite'],
  modernizing_medicine: ['modmed', 'modernizing medicine', 'gmed'],
  practice_fusion: ['practice fusion'],
  drchrono: ['drchrono', 'dr chrono'],
  simplepractice: ['simplepractice', 'simple practice'],
  therapynotes: ['therapynotes', 'therapy notes'],
  credible: ['credible ehr', 'credible behavioral', 'qualifacts', 'carelogic'],
  netsmart: ['netsmart', 'myavatar', 'myevolv', 'my avatar', 'my evolv'],
  homecare_homebase: ['homecare homebase', 'hchb', 'home care home base'],
  kinnser: ['kinnser', 'wellsky'],
  axxess: ['axxess'],
  brightree: ['brightree'],
  alayacare: ['alayacare'],
  rpms: ['rpms', 'resource and patient management system'],
  vista_cprs: ['vista', 'cprs', 'vista imaging', 'vistaweb'],
  mhs_genesis: ['mhs genesis', 'ahlta', 'chcs'],
  imagetrend: ['imagetrend', 'zoll billing', 'zoll rescuenet', 'rescuenet'],
  dentrix: ['dentrix', 'dentrix enterprise'],
  eaglesoft: ['eaglesoft'],
  open_dental: ['open dental', 'opendental'],
  collaboratemd: ['collaboratemd', 'collaborate md'],
  medisoft: ['medisoft', 'lytec'],
  ecopia: ['ntst ecopia'],
  quickbooks: ['quickbooks', 'quick books'],
  ge_centricity: ['ge centricity', 'idx', 'ge idx'],
  soarian: ['soarian', 'siemens soarian'],
  medent: ['medent'],
  aprima: ['aprima'],
  azalea: ['azalea health'],
  practicesuite: ['practicesuite', 'practice suite'],
  valant: ['valant'],
  raintree: ['raintree systems', 'raintree ehr'],
  webpt: ['webpt'],
  onco_emr: ['oncoemr', 'flatiron oncoemr', 'mosaiq'],
  sis: ['hst pathways', 'surgical information systems', 'amkai', 'advantx'],
  hyland_onbase: ['onbase', 'hyland onbase'],
  facets: ['facets'],
  qnxt: ['qnxt'],
  amisys: ['amisys'],
}

/** Everyday words: only with a capital letter (and for `VISTA`, `PCC`, `IDX`, `DDE`: all capitals). */
export const CAPITAL_ONLY: ReadonlySet<string> = new Set([
  'epic',
  'athena',
  'paragon',
  'facets',
  'credible ehr',
  'codify',
  'greenway',
  'solventum',
  'centricity',
  'next gen',
])
export const ALL_CAPITALS: ReadonlySet<string> = new Set([
  'pcc',
  'idx',
  'dde',
  'fiss',
  'ecw',
  'chcs',
])

const fold = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')

const KEY_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(SYSTEMS).flatMap(([key, names]) =>
    [key, ...names].map((name): [string, string] => [fold(name), key]),
  ),
)

/** The key of a program by its key or any of its names, in any case; what is not in the list comes back folded. */
export const systemKey = (name: string): string => KEY_OF.get(fold(name)) ?? fold(name)

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const NAMED: readonly (readonly [RegExp, string])[] = Object.entries(SYSTEMS).flatMap(
  ([key, names]) => names.map((name) => [namePattern(name), key] as const),
)

function namePattern(name: string): RegExp {
  if (ALL_CAPITALS.has(name)) return new RegExp(`\\b${escaped(name.toUpperCase())}\\b`)
  const proper = name.charAt(0).toUpperCase() + name.slice(1)
  return CAPITAL_ONLY.has(name)
    ? new RegExp(`\\b(?:${escaped(proper)}|${escaped(name.toUpperCase())})\\b`)
    : new RegExp(`\\b${escaped(name)}\\b`, 'i')
}

/** The key of the first program of the list that a short piece of text names; null when it names none. */
export function systemNamedIn(words: string): string | null {
  return NAMED.find(([pattern]) => pattern.test(words))?.[1] ?? null
}
