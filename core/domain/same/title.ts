import { decodeHTML } from 'entities'
import { normaliseTown, stateCode } from '../places.ts'
import { catalogueCode, CREDENTIALS } from '../vocabulary/credentials.ts'
import { employerNames } from './employer.ts'

/** A title taken apart: what the job is, apart from what only dresses the title. */
export interface TitleParts {
  /** Words that say what the job is, stemmed and sorted; order in the title does not matter. */
  core: string[]
  /** Words that rarely tell two jobs apart ("specialist"), sorted. */
  soft: string[]
  /** Level marks, sorted: "1", "2", "entry", "senior" ...; empty = none. */
  levels: string[]
  credentials: string[]
  /** "full", "part", "prn", "temporary", "contract", and shifts. */
  terms: string[]
  /** What the title says about where the work is done. */
  mode: 'remote' | 'hybrid' | 'onsite' | null
  /** States named in the title. */
  states: string[]
  /** Requisition numbers. */
  requisitions: string[]
  /** Months of experience that the title asks. */
  amounts: string[]
}

const LEVELS: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:senior|sr)\b\.?(?! (?:living|care|center|services|housing|health|community|communities)\b)/gi,
    'senior',
  ],
  [/\b(?:junior|jr)\b\.?/gi, 'entry'],
  [/\bentry[- ]?level\b/gi, 'entry'],
  [/\b(?:trainee|in training|apprentice(?:ship)?|new grad(?:uate)?s?)\b/gi, 'trainee'],
  [/\b(?:intern|internship|extern|externship)\b/gi, 'intern'],
  [/\b(?:team )?lead(?:er)?\b/gi, 'lead'],
  [/\bsupervisor\b/gi, 'supervisor'],
  [/\bmanager\b|\bmgr\b/gi, 'manager'],
  [/\bdirector\b/gi, 'director'],
  [/\bprincipal\b/gi, 'principal'],
]
const NUMBERED =
  /\b(?:(?:level|LEVEL|Level|lvl|Lvl|grade|Grade|tier|Tier)\s*)?(I{1,3}|IV|V|[1-5])\b(?!\s*(?:%|years?|yrs?|shift|days?|st\b|nd\b|rd\b))/g
const ROMAN: Readonly<Record<string, string>> = { I: '1', II: '2', III: '3', IV: '4', V: '5' }

const MODES: readonly (readonly [RegExp, 'remote' | 'hybrid' | 'onsite'])[] = [
  [/\bhybrid\b/gi, 'hybrid'],
  [/\b(?:on-?\s?site|in-?\s?office|in-?\s?person)\b/gi, 'onsite'],
  [
    /\b(?:(?:100 ?% |fully )?remote(?: nationwide)?|nationwide|work[- ](?:from|at)[- ]home|wfh|telecommute|telework|virtual|home[- ]based)\b/gi,
    'remote',
  ],
]

const TERMS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:full[- ]?time|f\/t|ft)\b/gi, 'full'],
  [/\b(?:part[- ]?time|p\/t|pt)\b/gi, 'part'],
  [/\b(?:prn|per[- ]diem|as needed)\b/gi, 'prn'],
  [/\b(?:temporary|temp(?:[- ]to[- ](?:hire|perm))?|seasonal)\b/gi, 'temporary'],
  [/\bcontract(?:or)?\b/gi, 'contract'],
  [/\b(?:over)?nights?(?: shift)?\b|\b(?:3rd|third) shift\b/gi, 'night'],
  [/\bevenings?(?: shift)?\b|\b(?:2nd|second) shift\b/gi, 'evening'],
  [/\bweekends?(?: shift)?\b/gi, 'weekend'],
  [/\b(?:days?|1st|first) shift\b/gi, 'day'],
]

const REQUISITION =
  /\b(?:req(?:uisition)?|job|posting|jr|r|id|ref)\s*(?:id|no|number)?[\s#:.-]*(\d{3,})\b|#\s*(\d{2,})/gi
const AMOUNT =
  /\b(\d{1,2})\s*\+?\s*(?:(?:-|–|to)\s*\d{1,2}\s*\+?\s*)?(years?|yrs?|months?)\b\.?'?(?: of)?(?: (?:[a-z]+ )?exp(?:erience|\.)?)?(?: (?:required|needed|preferred))?/gi
const PAY =
  /(?:up to |from |starting at )?\$\s?\d[\d,.]*k?\+?(?:\s*(?:-|–|to)\s*\$?\d[\d,.]*k?)?(?:\s*(?:\/|per |an? )\s*(?:hr|hour|yr|year|week))?/gi
const DRESS =
  /\b(?:no (?:prior )?experience (?:necessary|required|needed)|will train|(?:paid )?training provided|paid training|sign[- ]?on bonus|now hiring|hiring(?: now)?|urgently|urgent|immediate(?:ly)?|great benefits|no weekends|m-f|mon-fri|position|positions|job|jobs|opportunity|opportunities|openings?|needed|wanted|available|certified|certification|required|credentialed|new)\b/gi

const CODES = new RegExp(
  `(?<![A-Za-z0-9-])(?:${[...CREDENTIALS.map((c) => c.code), 'CPC-H']
    .sort((a, b) => b.length - a.length)
    .map((code) => code.replaceAll('-', '[- ]?'))
    .join('|')})(?![A-Za-z0-9]|-[A-Z]\\b)`,
  'g',
)

const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/\ba\/r\b|\baccounts? receivables?\b|\bar\b/g, ' receivable '],
  [/\bpro(?:fessional)?[- ]?fee\b|\bprofee\b/g, ' profee '],
  [/\bfollow[- ]?up\b/g, ' followup '],
  [/\bin[- ]?patient\b|\bip\b/g, ' inpatient '],
  [/\bout[- ]?patient\b|\bop\b/g, ' outpatient '],
  [/\bhim\b/g, ' health information management '],
  [/\bphysician'?s? (?:practice|office)\b/g, ' physician '],
  [/\bhealth ?care\b/g, ' healthcare '],
]

const STEMS: Readonly<Record<string, string>> = {
  coder: 'cod',
  coding: 'cod',
  biller: 'bill',
  billing: 'bill',
  rep: 'representative',
  spec: 'specialist',
  asst: 'assistant',
  coord: 'coordinator',
  tech: 'technician',
  collector: 'collect',
  collection: 'collect',
  auditor: 'audit',
  auditing: 'audit',
  poster: 'post',
  posting: 'post',
  abstractor: 'abstract',
  abstracting: 'abstract',
  mgmt: 'management',
  svc: 'service',
  acct: 'account',
  ins: 'insurance',
  med: 'medical',
  dept: 'department',
  hosp: 'hospital',
  rev: 'revenue',
}
const STOP = new Set(
  'a an and the of for to in at with or our on w by us usa united states medical healthcare department'.split(
    ' ',
  ),
)
const SOFT = new Set(['specialist', 'professional', 'staff', 'team', 'member'])

/** Words that say in which department the work is done, which only some feeds add. */
const DEPARTMENT = new Set(
  'business office central corporate cbo rcm health information management revenue cycle patient financial service'.split(
    ' ',
  ),
)

/** What the job is, without the department: what titles of one job have in common for sure. */
export function coreOf({ core }: TitleParts): string[] {
  const kept = core.filter((word) => !DEPARTMENT.has(word))
  return kept.length === 0 ? core : kept
}

/** True when the titles name one job, one of them perhaps with its department. */
export function sameCore(a: TitleParts, b: TitleParts): boolean {
  const [more, fewer] = a.core.length >= b.core.length ? [a.core, b.core] : [b.core, a.core]
  return (
    fewer.every((word) => more.includes(word)) &&
    more.every((word) => fewer.includes(word) || DEPARTMENT.has(word)) &&
    sameWords(coreOf(a), coreOf(b))
  )
}

const sameWords = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((word, i) => word === b[i])

interface Where {
  title: string
  city?: string | null
  state?: string | null
  /** Normalised names of the employer (employer.ts): a clause that is one of them is cut too. */
  employers?: readonly string[]
}

/** Takes a title apart. The job's own town and state are cut from it wherever they stand in a clause of their own. */
export function readTitle(where: Where): TitleParts {
  const { title, city, state } = where
  let text = decodeHTML(title).normalize('NFKC').replace(/[’`]/g, "'").replace(/_/g, ' ')
  text = text.replace(/(?<=\p{L})[‐‑–—](?=\p{L})/gu, '-')
  text = withoutEmployer(text, where)
  const take = (pattern: RegExp): string[] => {
    const found = [...text.matchAll(pattern)].map((m) => m[1] ?? m[2] ?? m[0])
    text = text.replace(pattern, ' ')
    return found
  }
  const requisitions = take(REQUISITION).map((r) => r.replace(/\D/g, ''))
  const amounts = [...text.matchAll(AMOUNT)].map((m) =>
    String(Number(m[1]) * (/^y/i.test(m[2] ?? '') ? 12 : 1)),
  )
  text = text.replace(PAY, ' ').replace(AMOUNT, ' ')
  const credentials = take(CODES).map((c) => catalogueCode(c))
  const terms = named(TERMS, (p) => take(p).length > 0)
  const mode = MODES.filter(([pattern]) => take(pattern).length > 0)[0]?.[1] ?? null
  const levels = named(LEVELS, (p) => take(p).length > 0)
  const states: string[] = []
  text = withoutPlaces(text, city ?? null, state ?? null, states)
  const numbers = [...text.matchAll(NUMBERED)].map((m) => ROMAN[m[1] ?? ''] ?? m[1] ?? '')
  text = text.replace(NUMBERED, ' ').replace(DRESS, ' ').toLowerCase()
  for (const [pattern, word] of PHRASES) text = text.replace(pattern, word)
  const words = (text.match(/[\p{L}\p{N}]+/gu) ?? []).map(stem).filter((w) => !STOP.has(w))
  return {
    core: sorted(words.filter((w) => !SOFT.has(w))),
    soft: sorted(words.filter((w) => SOFT.has(w))),
    levels: sorted([...levels, ...numbers]),
    credentials: sorted(credentials),
    terms: sorted(terms),
    mode,
    states: sorted(states),
    requisitions: sorted(requisitions),
    amounts: sorted(amounts),
  }
}

const sorted = (items: readonly string[]): string[] => [...new Set(items)].sort()

function named(table: readonly (readonly [RegExp, string])[], found: (p: RegExp) => boolean) {
  return table.filter(([pattern]) => found(pattern)).map(([, name]) => name)
}

function stem(word: string): string {
  const single = /[^s]s$/.test(word) && word.length > 4 ? word.slice(0, -1) : word
  return STEMS[single] ?? STEMS[word] ?? single
}

const JOINT = /\s+(?:at|with|for|@)\s+|\s*[|:(]\s*|\s+[-–—]\s+|,\s+/g

/** Drops what stands before or behind the job and is the employer's own name: "Medical Biller at Hill Clinic", "Hill Clinic: Medical Biller". */
function withoutEmployer(title: string, { employers, city, state }: Where): string {
  if (employers === undefined || employers.length === 0) return title
  const town = city == null ? null : normaliseTown(city)
  const isEmployer = (text: string): boolean =>
    employerNames(text, town, state ?? null).some((name) => employers.includes(name))
  for (const { index, 0: joint } of title.matchAll(JOINT)) {
    const after = title.slice(index + joint.length)
    if (isEmployer(after.replace(/\)\s*$/, ''))) return title.slice(0, index)
    if (isEmployer(title.slice(0, index))) return after
  }
  return title
}

/** Drops clauses that name a place: the job's own town, a state, or whatever stands before a state's code. */
function withoutPlaces(
  text: string,
  city: string | null,
  state: string | null,
  states: string[],
): string {
  const town = city === null ? null : normaliseTown(city)
  const own = state === null ? null : stateCode(state)
  const clauses = text.split(/([,;|()[\]/@:]|\s[-–—]+\s|\s[-–—]|[-–—]\s|\s+in\s+)/)
  const kept = clauses.map((c) => ({ text: c, keep: true }))
  kept.forEach((clause, i) => {
    const bare = clause.text
      .trim()
      .replace(/\b\d{5}(?:-\d{4})?$/, '')
      .trim()
    if (bare === '') return
    const code = i === 0 ? null : stateCode(bare)
    if (code !== null) {
      states.push(code)
      clause.keep = false
      const before = kept[i - 2]
      if (
        i > 2 &&
        before !== undefined &&
        kept[i - 1]?.text.trim() === ',' &&
        !isTrade(before.text)
      )
        before.keep = false
      return
    }
    const name = normaliseTown(bare)
    const withState = own !== null && town !== null && name === `${town} ${own.toLowerCase()}`
    if (i > 0 && town !== null && (name === town || withState)) clause.keep = false
    const ending = /^(.*)\s([A-Z]{2})$/.exec(bare)
    const endCode = ending === null ? null : stateCode(ending[2] ?? '')
    if (i > 0 && ending !== null && endCode !== null && !isTrade(bare)) {
      states.push(endCode)
      clause.keep = false
    }
  })
  return kept.map((c) => (c.keep ? c.text : ' ')).join('')
}

const isTrade = (text: string): boolean =>
  /cod(?:er|ing)|bill|claim|record|revenue|account|patient|specialist|medical|clerk|health|insurance|denial|collect|payment|post|charge|audit|access|registra/i.test(
    text,
  )
