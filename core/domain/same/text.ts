import { stateCode } from '../places.ts'
import { STATES } from '../vocabulary/states.ts'
import { catalogueCode } from '../vocabulary/credentials.ts'
import { NUMBER_WORDS } from '../text/number-words.ts'

/** What an advert's text states that two copies of one job cannot differ in. */
export interface TextFacts {
  words: string[]
  /** Months of experience asked, low ends, without what is only preferred; "0" = none needed. */
  amounts: string[]
  /** Credentials asked, without what is only preferred. */
  credentials: string[]
  /** States a worker must live in. */
  residence: string[]
  /** What tells two openings of one title apart: specialty, inpatient or outpatient, shift. */
  marks: string[]
  /** Every amount, credential and state the text holds, wherever it stands. */
  mentions: Record<'amounts' | 'credentials' | 'residence', string[]>
}

const N = String.raw`(\d{1,2}(?:\.\d)?|one|two|three|four|five|six|seven|eight|nine|ten|an?)`
const AMOUNT = new RegExp(
  String.raw`\b${N}\s*(?:\((\d{1,2})\))?\s*\+?\s*(?:plus|or more)?\s*(?:(?:-|–|to)\s*${N}\s*(?:\(\d{1,2}\))?)?\s*\+?\s*[- ]?(years?|yrs?|months?|mos?)\b`,
  'gi',
)
const NONE_NEEDED =
  /\bno (?:prior |previous |paid |medical )?(?:billing |coding )?experience (?:is )?(?:necessary|needed|required)|\bentry[- ]level\b|\bwill train\b|\bnew grad(?:uate)?s? (?:are )?welcome\b|\bexperience (?:is )?not (?:required|necessary)/i
const PREFERRED = /\bprefer|\bdesired|\bdesirable|\bnice to have|\ba plus\b|\bideal|\bbonus\b/i
const EXPERIENCE = /\bexperience|\bexp\b|\bbackground\b|\bworking as\b/i
const CODE =
  /(?<![A-Za-z0-9-])(CPC-?[AHP]|COC-?A|CIC-?A|CCS-?P|CPC|COC|CIC|CRC|CPB|CPMA|CCA|CCS|RHIT|RHIA|CBCS|CMRS|CRCR|NCICS|HCS-?[DHO])(?![A-Za-z0-9])/g
const LIVES =
  /\bresid(?:e|es|ent|ents|ing)\b|\blive in\b|\bliving in\b|\blocated in\b|\bbased in\b|\bfollowing states\b|\bcandidates? in\b|\bhire in\b/i
const STATE_NAMES = new RegExp(`\\b(${Object.values(STATES).join('|')})\\b`, 'g')
const MARKS =
  /\b(inpatient|outpatient|cardiology|orthop(?:a)?edics?|radiology|oncology|dermatology|urology|an(?:a)?esthesia|neurology|pediatrics?|gastroenterology|ophthalmology|emergency department|surgery|behavioral health|home health|hospice|skilled nursing|risk adjustment|day shift|night shift|evening shift|second shift|third shift|part[- ]time|full[- ]time|per diem|medicare|medicaid|workers'? comp(?:ensation)?|payment posting|denials|charge entry|credit balances?)\b/gi

/** Reads a text once. null or an empty text gives null: nothing can be compared. */
export function readText(raw: string | null): TextFacts | null {
  if (raw === null) return null
  const text = raw
    .replace(/<[^>]+>/g, ' \n ')
    .replace(/&(?:nbsp|#160);/g, ' ')
    .replace(/&amp;/g, '&')
    .normalize('NFKC')
  const words = text.toLowerCase().match(/[\p{L}\p{N}$]+/gu) ?? []
  if (words.length < 4) return null
  const facts = {
    amounts: new Set<string>(),
    credentials: new Set<string>(),
    residence: new Set<string>(),
  }
  for (const sentence of text.split(/[.;!?](?=\s|$)|\n|[•·▪]/)) readSentence(sentence, facts)
  return {
    words,
    amounts: [...facts.amounts].sort(),
    credentials: [...facts.credentials].sort(),
    residence: [...facts.residence].sort(),
    mentions: mentionsOf(text),
    marks: [...new Set([...text.matchAll(MARKS)].map((m) => markOf(m[1] ?? '')))].sort(),
  }
}

function mentionsOf(text: string): TextFacts['mentions'] {
  const sorted = (found: (string | null)[]) => found.filter((f) => f !== null).sort()
  return {
    amounts: sorted([...text.matchAll(AMOUNT)].map(amountOf)),
    credentials: sorted([...text.matchAll(CODE)].map(codeOf)),
    residence: sorted([...text.matchAll(STATE_NAMES)].map((m) => m[1] ?? null)),
  }
}

const amountOf = (m: RegExpMatchArray): string | null => {
  const months = monthsOf(m[2] ?? m[1] ?? '', m[4] ?? '')
  return months === null ? null : String(months)
}

const codeOf = (m: RegExpMatchArray): string =>
  catalogueCode((m[1] ?? '').replace(/^(CPC|COC|CIC|CCS|HCS)([AHPDO])$/, '$1-$2'))

const markOf = (word: string): string =>
  word
    .toLowerCase()
    .replace('orthopaedic', 'orthopedic')
    .replace('anaesthesia', 'anesthesia')
    .replace(/[- ]time$/, ' time')
    .replace(/(pediatric|orthopedic|denial|credit balance)s$/, '$1')

type Found = Record<'amounts' | 'credentials' | 'residence', Set<string>>

function readSentence(sentence: string, found: Found): void {
  if (NONE_NEEDED.test(sentence)) found.amounts.add('0')
  const preferred = PREFERRED.test(sentence)
  if (!preferred && EXPERIENCE.test(sentence)) {
    for (const m of sentence.matchAll(AMOUNT)) {
      const months = amountOf(m)
      if (months !== null) found.amounts.add(months)
    }
  }
  if (!preferred) {
    for (const m of sentence.matchAll(CODE)) found.credentials.add(codeOf(m))
  }
  if (LIVES.test(sentence)) {
    for (const m of sentence.matchAll(STATE_NAMES)) {
      const code = stateCode(m[1] ?? '')
      if (code !== null) found.residence.add(code)
    }
    for (const m of sentence.matchAll(/\b([A-Z]{2})\b/g)) {
      if (Object.hasOwn(STATES, m[1] ?? '')) found.residence.add(m[1] ?? '')
    }
  }
}

function monthsOf(number: string, unit: string): number | null {
  const n = NUMBER_WORDS[number.toLowerCase()] ?? Number(number)
  if (!Number.isFinite(n)) return null
  const months = /^y/i.test(unit) ? n * 12 : n
  // "for over 40 years" is the firm's age, not an amount asked.
  return months > 240 ? null : months
}

const LONG = 40

/**
 * How alike two texts are, 0 to 1: shared runs of three words over all (a much shorter text, such as a
 * feed's extract, is measured by how much of it the longer one holds). Very short texts are compared by
 * their words alone. `held` is how much of the shorter one the longer one holds.
 */
export function likeness(a: TextFacts, b: TextFacts): { alike: number; held: number } {
  const short = Math.min(a.words.length, b.words.length)
  const long = Math.max(a.words.length, b.words.length)
  const runs = short < LONG ? wordSet : threeWordRuns
  const first = runs(a.words)
  const second = runs(b.words)
  let shared = 0
  for (const run of first) if (second.has(run)) shared += 1
  const smaller = Math.min(first.size, second.size)
  if (smaller === 0) return { alike: 0, held: 0 }
  const held = shared / smaller
  return {
    alike: short * 10 < long * 7 ? held : shared / (first.size + second.size - shared),
    held,
  }
}

/** True when neither text is an extract of the other: what one states and the other does not is then a difference. */
export const bothWhole = (a: TextFacts, b: TextFacts): boolean =>
  Math.min(a.words.length, b.words.length) * 10 >= Math.max(a.words.length, b.words.length) * 7

function threeWordRuns(words: readonly string[]): Set<string> {
  const runs = new Set<string>()
  for (let i = 0; i + 2 < words.length; i += 1) {
    runs.add(`${words[i] ?? ''} ${words[i + 1] ?? ''} ${words[i + 2] ?? ''}`)
  }
  return runs
}

const COMMON = new Set(
  'a an and the of for to in at with or our on by is are be as you we will this that from your their its it must have has'.split(
    ' ',
  ),
)

function wordSet(words: readonly string[]): Set<string> {
  return new Set(
    words
      .filter((w) => !COMMON.has(w))
      .map((w) => w.replace(/(?:ing|ers?|ed|es|s)$/, ''))
      .map((w) => String(NUMBER_WORDS[w] ?? w)),
  )
}
