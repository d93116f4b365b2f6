import { SETTINGS, type Setting } from '../tags.ts'
import { ownCopy } from '../text/kept.ts'
import { SETTING_NAMES, SETTING_NOUNS, SETTING_TRADE_WORDS } from '../vocabulary/settings.ts'
import { SPECIALTIES } from '../vocabulary/specialties.ts'
import { NOT_A_STATE, STATES, STATE_VARIANTS } from '../vocabulary/states.ts'
import { SYSTEMS } from '../vocabulary/systems.ts'
import { TRADE_WORDS, type SubjectWeight } from '../vocabulary/trade-words.ts'
import { CREDENTIAL_NAMES } from './requirement/credential-words.ts'
import { COURSE_STARTS, SCAM_WORDS, SCHOOL_ADVERT_WORDS } from './tags/warning-words.ts'

/**
 * What a single word can be the beginning or the heart of. An advert is walked once, word by word; a
 * wording family then looks only at statements that hold one of its words. A cue never decides anything:
 * it must be set wherever the family could read something, and may be set more often.
 */
export const CUE = {
  /** Words that by themselves make a statement worth reading for requirements. */
  asks: 1 << 0,
  /** Words that do so together with a neighbour ("one of", "first job"). */
  asksPerhaps: 1 << 1,
  /** Units of time. */
  time: 1 << 2,
  /** Spelled-out names of credentials. */
  credentialName: 1 << 3,
  /** Abbreviations of credentials. */
  credentialShort: 1 << 4,
  /** "certification", "credentialed", "licensure". */
  certified: 1 << 5,
  schooling: 1 << 6,
  openDoor: 1 << 7,
  /** Work that is named, and a word that spares it. */
  work: 1 << 8,
  spares: 1 << 9,
  newcomer: 1 << 10,
  experience: 1 << 11,
  /** "last", "past": lookbacks. */
  lookback: 1 << 12,
  /** "required", "preferred", "must": how strongly. */
  strength: 1 << 13,
  /** What joins statements: "or", "one of", "following", "within". */
  joins: 1 << 14,
  substitutes: 1 << 15,
  apprentice: 1 << 16,
  workPlace: 1 << 17,
  residence: 1 << 18,
  pay: 1 << 19,
  employment: 1 << 20,
  codes: 1 << 21,
  claims: 1 << 22,
  scam: 1 << 23,
  /** Words that open or betray the advert of a course. */
  schoolAdvert: 1 << 24,
  /** The codes of states, and "state": a state may be named by its code, or a list of states opened. */
  stateCode: 1 << 25,
  /** Letters of a script other than Latin. */
  foreign: 1 << 26,
  vendor: 1 << 27,
  /** Words of federal qualification blocks. */
  federal: 1 << 28,
  digit: 1 << 29,
  /** Words that names of schooling begin with. */
  schoolStart: 1 << 30,
  /** Words that the marks of a course's advert begin with. */
  courseStart: 1 << 31,
} as const

const ABBREVIATIONS = new Set(
  CREDENTIAL_NAMES.flatMap(({ short }) =>
    short.split('|').flatMap((way) => /^[A-Z]{3,}/.exec(way)?.[0].toLowerCase() ?? []),
  ),
)

const ONE_WORD: readonly (readonly [number, RegExp])[] = [
  [
    CUE.asks,
    /experience|decade|worked|billed|coded|history|beginner|teach|taught|enrolled|year|yr|^month|^mos$|certif|credential|degree|diploma|^ged$|school|college|graduat|^grads?$|train|entry|apprentic|course|program|eligib|following|background|semester|^units?$|^quarter$|hours|registered|^none$|newcom|changer|attitude/,
  ],
  [
    CUE.asksPerhaps,
    /expected|^(?:or|one|prior|previous|new|newer|newly|know|starting|class|first|with|without|no|\d{1,2})$/,
  ],
  [CUE.time, /(?:decade|years?|yrs?|months?|mos?|mths?|weeks?|wks?|days?|hours?|hrs?)$/],
  [
    CUE.credentialName,
    /certified|registered|specialt|^(?:advanced|documentation|biller)$|specialist|certificate/,
  ],
  [CUE.certified, /certif|credential|licensure/],
  [
    CUE.schooling,
    /school|degree|diploma|ged$|college|certificate|program|course|train|graduat|bachelor|associate|master|vocational|^h\.?s|^[ghbam]$|^(?:bs|ba|ma|mb|mba|mha|as|aa|aas)$|semester|^units?$|credit|baccal|formal|secondary|complet|classes/,
  ],
  [
    CUE.openDoor,
    /^(?:no|zero|0|not|t)$|never|train|^grad|entry|apprentic|beginner|intern|learn|teach|without|bonus/,
  ],
  [CUE.work, /experience|background|history|prior|previous|earlier|worked|coded|billed|^know$/],
  [CUE.spares, /^(?:no|t|all|any)$|not$|never|zero|without|regardless|optional|matter/],
  [
    CUE.newcomer,
    /beginner|newcom|^new(?:er|ly)?$|changer|timer|^first$|^people$|^starting$|^out$|attitude|teach|taught/,
  ],
  [CUE.experience, /experience/],
  [CUE.lookback, /^(?:last|past|previous|preceding|recent)$/],
  [CUE.joins, /^(?:or|one|any|either|following|below|these|within)$/],
  [
    CUE.substitutes,
    /substitut|count|replac|^(?:lieu|place|stead|instead|may|can|will|could|might)$/,
  ],
  [CUE.apprentice, /apprentic|^(?:is|does|after)$/],
  [
    CUE.workPlace,
    /remote|^home$|^wfh$|telework|tele|commut|hybrid|onsite|^site$|^person$|inoffice|office|^virtual|presen|campus|^building$|^clinic$|^hospital$|^facility$|^center$|^premises$|^house$|^here$|^week|anywhere|^inperson$/,
  ],
  [
    CUE.residence,
    /^(?:resid|domicil|telecommut|exclud)|^(?:live|lives|living|located|based|states?|hire|hires|hiring|employ|remote|home|eligible|except|exception|available|applicants|candidates|accepting|locations?|work|residency|anywhere|address)$/,
  ],
  [
    CUE.pay,
    /^(?:pay|pays|paying|paid|salary|salaries|wages?|compensation|hourly|rate|rates|earn|earning|starting|starts|range|remuneration|annual|annually|payrate|per|base)$|usd/,
  ],
  [
    CUE.employment,
    /full|part|prn|diem|temp|contract|intern|extern|1099|permanent|seasonal|casual|freelance|^40$|^exceed$|^[fp]$|^(?:basis|pool|c2c|corp|half|term)$/,
  ],
  [CUE.codes, /cod/],
  [
    CUE.claims,
    /^(?:submit|send|submission|prepar|fil|transmit|process|bill|post|work|resolv|follow|appeal|responsible|collect|accept|call|inquir)/,
  ],
  [
    CUE.vendor,
    /client|outsourc|^(?:agency|firm|company|vendor|partner|platform|provider|service)$/,
  ],
  [CUE.federal, /^(?:specialized|creditable|general|basic|semester)$/],
  [CUE.digit, /\d/],
]

/** A state's code, which a letter beyond ASCII may touch: to a pattern's `\b` such a letter ends the word. */
const STATE_CODE = new RegExp(
  `(?:^|[^a-z0-9])(?:${Object.keys(STATES).join('|').toLowerCase()})(?:$|[^a-z0-9])|state`,
)

/** The words strength cues begin with (requirement/strength.ts). */
const STRENGTH_WORD =
  /^(?:but|though|although|is|are|not|isn|aren|never|strongly|highly|very|most|would|will|considered|definitely|also|greatly|an?|big|huge|definite|strong|real|added|extra|be|prefer\w*|desir\w*|plus\w*|helpful|beneficial|asset|advantage\w*|nice|bonus|optional|recommended|appreciated|favou?red|ideal\w*|welcome\w*|pref|given|valued|encouraged|handy|head|helps|catch\w*|in|counts?|makes?|preference|hoping|must|requir\w*|req|shall|need\w*|we|mandatory|minimum|at|no|min|necessary|essential)$/

/** The words names of schooling begin with (requirement/education.ts). */
const SCHOOL_START =
  /^(?:high|highschool|g|ged|h|hs|hsed?|secondary|masters?|graduat\w*|m|mha|mba|bachelors?|baccalaureate|four|b|ba|bs|undergraduate|university|college|associates?|two|aa?s?|one|three|\d{1,3}|enrolled|student|enrollment|some|post|postsecondary|semester|finish\w*|passed|final|last|completion|completed|successful|vocational|technical|trade|business|coding|billing|health|medical|him|healthcare|certificate|diploma|formal|coursework|ahima|degree)$/

const ENGLISH = new Set(
  'the and of to in a for with is on or as be are you we our will that this by from an at your must have not all their who may work experience required'.split(
    ' ',
  ),
)

/** What a phrase of each vocabulary stands for. */
export interface PhraseValues {
  subject: SubjectWeight
  specialty: string
  system: string
  settingNoun: Setting[]
  settingName: Setting[]
  settingTrade: Setting[]
  state: string
}
export type Family = keyof PhraseValues

export interface Phrase {
  family: Family
  /** The words after the first. */
  rest: readonly string[]
  /** The last word also stands for longer words that begin with it. */
  open: boolean
  value: PhraseValues[Family]
}

/** What is known of one word: its cues, and the phrases that begin with it, the longest of each family first. */
export interface Entry {
  word: string
  cues: number
  /** Among the commonest small words of English, by which the language is known. */
  english: boolean
  phrases: readonly Phrase[] | null
}

const byFirst = new Map<string, Phrase[]>()

function addPhrases<F extends Family>(
  family: F,
  entries: Iterable<readonly [phrase: string, value: PhraseValues[F]]>,
): void {
  for (const [phrase, value] of entries) {
    // A phrase that ends in `*` is open at its end.
    const open = phrase.endsWith('*')
    const [first = '', ...parts] = (open ? phrase.slice(0, -1) : phrase).split(' ')
    const rest = parts.map((part) => (part === '*' ? '' : part))
    const list = byFirst.get(first)
    if (list) list.push({ family, rest, open, value })
    else byFirst.set(first, [{ family, rest, open, value }])
  }
}

const named = (vocabulary: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(vocabulary).flatMap(([key, names]) => names.map((name) => [name, key] as const))

function settingPhrases(
  vocabulary: Readonly<Partial<Record<Setting, readonly string[]>>>,
): Iterable<readonly [string, Setting[]]> {
  const phrases = new Map<string, Setting[]>()
  for (const setting of SETTINGS) {
    for (const phrase of vocabulary[setting] ?? [])
      phrases.set(phrase, [...(phrases.get(phrase) ?? []), setting])
  }
  return phrases
}

addPhrases('subject', TRADE_WORDS)
addPhrases('specialty', named(SPECIALTIES))
addPhrases('system', named(SYSTEMS))
addPhrases('settingNoun', settingPhrases(SETTING_NOUNS))
addPhrases('settingName', settingPhrases(SETTING_NAMES))
addPhrases('settingTrade', settingPhrases(SETTING_TRADE_WORDS))
addPhrases('state', [
  ...Object.entries(STATES).map(([code, name]) => [name.toLowerCase(), code] as const),
  ...Object.entries(STATE_VARIANTS),
  ...NOT_A_STATE.map((name) => [name, ''] as const),
])
for (const list of byFirst.values())
  list.sort((a, b) => a.family.localeCompare(b.family) || b.rest.length - a.rest.length)

const OTHER_SCRIPT = /[\u0370-\u1fff\u3040-\ud7ff\uf900-\ufdff]/

function lookUp(word: string): Entry {
  let cues = 0
  for (const [cue, pattern] of ONE_WORD) if (pattern.test(word)) cues |= cue
  if (STRENGTH_WORD.test(word)) cues |= CUE.strength
  if (SCHOOL_START.test(word)) cues |= CUE.schoolStart
  if (OTHER_SCRIPT.test(word)) cues |= CUE.foreign
  if (STATE_CODE.test(word)) cues |= CUE.stateCode
  if (SCAM_WORDS.has(word)) cues |= CUE.scam
  if (SCHOOL_ADVERT_WORDS.has(word)) cues |= CUE.schoolAdvert
  if (COURSE_STARTS.has(word)) cues |= CUE.courseStart
  if (ABBREVIATIONS.has(word) || ABBREVIATIONS.has(word.replace(/s$/, '')))
    cues |= CUE.credentialShort
  return { word, cues, english: ENGLISH.has(word), phrases: byFirst.get(word) ?? null }
}

/** Words already looked up. Adverts share a few thousand; the bound holds where a text is made to be strange. */
const known = new Map<string, Entry>()
const MOST_KNOWN = 30_000
/** A longer run of letters is no word that another advert would repeat. */
const LONGEST_KEPT = 60

/** What a word of folded text can begin. The answer depends on the word alone. */
function entryOf(word: string): Entry {
  const held = known.get(word)
  if (held !== undefined) return held
  const entry = lookUp(ownCopy(word))
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(entry.word, entry)
  return entry
}

/** The word last met under each short hash; most words of an advert are found here, without being cut out. */
const latest: (Entry | undefined)[] = Array.from({ length: 8192 })

/**
 * What the word at [from, to) of a folded text can begin. `hash` is any number that depends on its letters
 * alone: it makes the search fast, and never decides.
 */
export function entryAt(folded: string, from: number, to: number, hash: number): Entry {
  if (to - from > LONGEST_KEPT) return lookUp(folded.slice(from, to))
  const slot = hash & 8191
  const held = latest[slot]
  if (held !== undefined && held.word.length === to - from && folded.startsWith(held.word, from))
    return held
  const entry = entryOf(folded.slice(from, to))
  latest[slot] = entry
  return entry
}
