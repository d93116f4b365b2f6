import { stateCode } from '../places.ts'
import { SPECIALTIES } from '../vocabulary/specialties.ts'
import { bothSayOther, shown } from './items.ts'
import { lineOf, valuesOf, type ReadText } from './sides.ts'
import { runText, slots, type Comparison, type Run, type Words } from './words.ts'

const HOURS =
  /\b(\d{1,2}(?:\.\d+)?|twenty|thirty|thirty-two|forty)[- ](?:hours?|hrs?)(?: (?:a|per|each|\/) ?|\/ ?| ?)(?:week|wk)/gi
const LEVEL =
  /\b(?:[Cc]oder|[Bb]iller|[Ss]pecialist|[Tt]echnician|[Rr]epresentative|[Cc]lerk|[Aa]nalyst|[Cc]oordinator|[Aa]uditor|[Ll]evel|[Gg]rade|[Tt]ier|[Ss]tep|GS)[- ](I{1,3}|IV|V|\d{1,3})\b/g

/**
 * What tells two openings of one employer, title and town apart (department, shift, site), in one sentence;
 * null = nothing. It looks only at words that the two texts do not share.
 */
export function openingsDiffer(a: ReadText, b: ReadText, compared: Comparison): string | null {
  return workDiffers(a, b, compared) ?? rankDiffers(a, b, compared) ?? slotsDiffer(a, b, compared)
}

/** By kind: each side's own words of a kind must have one in common with the other's. */
const KINDS: readonly (readonly [string, readonly (readonly [RegExp, string])[]])[] = [
  [
    'hours',
    [
      [/\bpart[- ]time\b/i, 'part time'],
      [/\bfull[- ]time\b/i, 'full time'],
      [/\bper diem\b|\bPRN\b/i, 'per diem'],
    ],
  ],
  [
    'term',
    [
      [/\bpermanent\b|\bregular (?:position|role|job|status|employee)\b/i, 'permanent'],
      [/\btemporary\b|\bseasonal\b/i, 'temporary'],
      [
        /\bcontract (?:position|role|job|assignment|basis|employee|work)\b|\bcontract[- ]to[- ]hire\b/i,
        'contract',
      ],
    ],
  ],
  [
    'side',
    [
      [
        /\bpro(?:fessional)?[- ]?fee\b|\bprofessional (?:services|billing|coding|claims|side)\b/i,
        'professional',
      ],
      [
        /\bfacility (?:services|billing|coding|claims|side|encounters|accounts)\b|\bhospital (?:billing|coding)\b/i,
        'facility',
      ],
    ],
  ],
  [
    'shift',
    [
      [/\b(?:first|1st|day) shift\b/i, 'day'],
      [/\b(?:second|2nd|evening) shift\b|\bevenings\b/i, 'evening'],
      [/\b(?:third|3rd|night|overnight) shift\b|\bnights\b/i, 'night'],
      [/\bweekend shift\b|\bweekends only\b/i, 'weekend'],
    ],
  ],
  [
    'work',
    [
      ...Object.entries(SPECIALTIES).map(([key, wordings]) => [phrases(wordings), key] as const),
      [/\bsurg(?:ery|ical)\b/i, 'surgery'],
      [/\bcath(?:eterization)? lab\b/i, 'cardiology'],
      [/\bintensive care\b|\bICU\b/, 'intensive care'],
      [/\bnephrolog/i, 'nephrology'],
      [/\bobservation\b/i, 'observation'],
      [/\bpayment posting\b|\bpost payments\b/i, 'payment posting'],
      [/\bcharge entry\b/i, 'charge entry'],
      [/\bdenials?\b|\bappeals?\b/i, 'denials'],
      [/\bcredit balances?\b/i, 'credit balances'],
    ],
  ],
  [
    'payers',
    [
      [/\bmedicare\b/i, 'Medicare'],
      [/\bmedicaid\b/i, 'Medicaid'],
      [/\bcommercial\b|\bprivate (?:payers?|insur\w+)\b/i, 'commercial payers'],
      [/\bself[- ]pay\b/i, 'self-pay'],
      [/\bworkers['’]? comp(?:ensation)?\b/i, "workers' compensation"],
    ],
  ],
]

function phrases(wordings: readonly string[]): RegExp {
  // Two letters in capitals only ("ED", "GI"): "ent" and "asc" are parts of other words.
  const long = wordings.filter((w) => w.length > 3)
  return new RegExp(`\\b(?:${long.map((w) => w.replaceAll(' ', "[\\s'-]+")).join('|')})\\b`, 'i')
}

function workDiffers(a: ReadText, b: ReadText, compared: Comparison): string | null {
  for (const [, marks] of KINDS) {
    const own = marksOf(a.words, compared.onlyA, marks)
    const other = marksOf(b.words, compared.onlyB, marks)
    if (bothSayOther(own, other)) {
      return `The work differs: ${shown(own)} and ${shown(other)}.`
    }
  }
  const pairs = [
    [LEVEL, 'levels'],
    [HOURS, 'hours a week'],
  ] as const
  for (const [pattern, what] of pairs) {
    const own = valuesOf(a.words, compared.onlyA, pattern)
    const other = valuesOf(b.words, compared.onlyB, pattern)
    if (bothSayOther(own, other)) {
      return `The ${what} differ: ${shown(own)} and ${shown(other)}.`
    }
  }
  return null
}

/** The marks that a side's own words make, with the word before and after them. */
function marksOf(
  words: Words,
  runs: readonly Run[],
  marks: readonly (readonly [RegExp, string])[],
): string[] {
  const own = runs.map((run) => runText(words, widened(words, run))).join('\n')
  const whole = runs.map((run) => runText(words, run)).join('\n')
  // The neighbours only complete a wording; at least one word of it must be the side's own.
  return marks
    .filter(([pattern]) => {
      const found = pattern.exec(own)
      return found !== null && found[0].split(/[\s-]+/).some((w) => whole.includes(w))
    })
    .map(([, name]) => name)
}

const widened = (words: Words, { from, to }: Run): Run => ({
  from: Math.max(0, from - 1),
  to: Math.min(words.list.length, to + 1),
})

const LABEL =
  /\b(?:department|unit|clinic|location|facility|site|shift|schedule|specialty|team|service line|cost center|campus|work area)\s*:\s*$/i
/** Who to ask and when it was posted change from repost to repost ... */
const PASSING =
  /\b(?:contact|recruiter|call (?:us|\(?\d)|e-?mail|posted|www|https?|apply (?:at|by|on|online|through)|deadline|closing date|start date|updated)\b/i
/** ... and so do dates. */
const DATE =
  /\b(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?)\b/
/** Terms that the usual job does not have. */
const UNUSUAL =
  /\bpart[- ]time\b|\bper diem\b|\bPRN\b|\btemporary\b|\bevenings?\b|\bnights?\b|\bovernight\b|\bweekends?\b/i
const LONGEST_SLOT = 8

const RANK =
  /\b(?:senior|sr|lead|junior|jr|entry[- ]level|trainee|apprentice|supervisor|principal)\b/i
const WORKER =
  /^[\s\p{L}-]{0,20}?\b(?:coder|biller|specialist|technician|representative|clerk|analyst|coordinator|auditor|abstractor)\b/iu
/** More words than these are a sentence of their own, perhaps about another job. */
const LONGEST_RANK = 4

/** "A coder" in one and "a senior coder" in the other, in otherwise the same sentence. */
function rankDiffers(a: ReadText, b: ReadText, compared: Comparison): string | null {
  if (compared.extract !== null) return null
  const [one, two] = [ranksIn(a.words, compared.onlyA), ranksIn(b.words, compared.onlyB)]
  const differ = one.length !== two.length || one.some((rank) => !two.includes(rank))
  return differ ? `The levels in the texts differ: ${shown(one)} and ${shown(two)}.` : null
}

function ranksIn(words: Words, runs: readonly Run[]): string[] {
  return runs.flatMap((run) => {
    if (run.to - run.from > LONGEST_RANK) return []
    const found = RANK.exec(runText(words, run))
    const after = words.text.slice(words.ends[run.to - 1] ?? 0)
    return found !== null && WORKER.test(after) ? [found[0].toLowerCase()] : []
  })
}

/** The same sentence with another name or place in it: the mark of two openings made from one form. */
function slotsDiffer(a: ReadText, b: ReadText, compared: Comparison): string | null {
  for (const slot of slots(a.words, b.words, compared)) {
    if (slot.a.to - slot.a.from > LONGEST_SLOT || slot.b.to - slot.b.from > LONGEST_SLOT) continue
    const [one, two] = [runText(a.words, slot.a), runText(b.words, slot.b)]
    const lines = [lineOf(a.words, slot.a), lineOf(b.words, slot.b)]
    const other = `The same text names ${one} in one and ${two} in the other.`
    if (lines.every((l) => LABEL.test(l.before)) && !samePlace(one, two)) return other
    if (lines.some((l) => PASSING.test(l.text)) || DATE.test(one) || DATE.test(two)) continue
    if (bothSayOther(namesIn(a.words, slot.a), namesIn(b.words, slot.b))) return other
    const terms = [one, two].map((t) => UNUSUAL.exec(t)?.[0].toLowerCase())
    if (terms[0] !== terms[1]) return `Only one of them says "${terms[0] ?? terms[1] ?? ''}".`
  }
  return null
}

/** "PA" and "Pennsylvania". */
const samePlace = (a: string, b: string): boolean =>
  stateCode(a) !== null && stateCode(a) === stateCode(b)

/** The words of the run that are written as names in the middle of a sentence. */
function namesIn({ text, list, starts }: Words, { from, to }: Run): string[] {
  const found: string[] = []
  for (let i = from; i < to; i += 1) {
    const start = starts[i] ?? 0
    const before = text.slice(Math.max(0, start - 2), start)
    if (/^[A-Z][a-z]/.test(text.slice(start, start + 2)) && /[a-z0-9,][ ]$/.test(before))
      found.push(list[i] ?? '')
  }
  return found
}
