import { NUMBER_WORDS } from '../text/number-words.ts'
import { CREDENTIALS } from '../vocabulary/credentials.ts'
import { STATES } from '../vocabulary/states.ts'
import { bothSay, bothSayOther, equal, shown } from './items.ts'
import type { TagSketch } from './prepare.ts'
import { lineOf, overlaps, spanOf, touched, valuesOf, type ReadText, type Side } from './sides.ts'
import { runText, type Comparison } from './words.ts'

const N = String.raw`(\d{1,3}(?:\.\d)?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen|twenty)`
const AMOUNT = new RegExp(
  String.raw`\b${N}\s*(?:\(\d{1,2}\))?\s*(?:\+|plus|or more)?\s*(?:(?:-|–|to)\s*${N}\s*)?\+?\s*[- ]?(years?|yrs?|months?|mos)\b`,
  'gi',
)
const CODE = new RegExp(
  `(?<![A-Za-z0-9-])(?:${CREDENTIALS.map((c) => c.code)
    .sort((a, b) => b.length - a.length)
    .map((code) => code.replaceAll('-', '[- ]?'))
    .join('|')})(?![A-Za-z0-9])`,
  'g',
)
const STATE = new RegExp(
  `\\b(?:${[...Object.values(STATES), ...Object.keys(STATES)].join('|')})\\b`,
  'g',
)
const ASKS_TIME = /\bexperienc|\bgraduat|\bentry|\btrain|\bbeginner/i
const ASKS_PROOF = /\bcertif|\bcredential|\blicens|\bregist/i
const ASKS_HOME = /\breside|\bresident|\blive\b|\bstates?\b|\banywhere|\bnationwide|\bcountry\b/i
const SAYS_MODE = /\bremote|\bhome\b|\bhybrid|\bon-?\s?site|\bin[- ]person|\btelework|\boffice\b/i
const SCHOOLING =
  /\bdiploma|\bGED\b|\bdegree|\bassociate['’]?s\b|\bbachelor|\bcertificate|\bcollege/i
const PREFERRED = /\bprefer|\bdesir|\bnice to have|\ba plus\b|\bideal|\bbonus\b/i
/** The age of a firm grows from repost to repost. */
const LONGEST_ASKED = 20 * 12

/**
 * What the texts of two postings ask that cannot be one job, in one sentence; null =
 * nothing. Only words that the two do not share can tell them apart, so a feed that melts lines together
 * or adds its own lines makes no difference; an extract may leave out, but not state something else.
 */
export function demandsDiffer(a: ReadText, b: ReadText, compared: Comparison): string | null {
  const sides: Side[] = []
  if (compared.extract !== 'b') sides.push({ text: a, runs: compared.onlyA })
  if (compared.extract !== 'a') sides.push({ text: b, runs: compared.onlyB })
  if (sides.every((s) => s.runs.length === 0)) return null
  return (
    minimumsDiffer(a, b, compared, sides) ??
    credentialsDiffer(a, b, compared, sides) ??
    residenceDiffers(a, b, compared, sides) ??
    educationDiffers(a, b, compared, sides) ??
    modesDiffer(a, b, sides)
  )
}

/** The same of tags, for postings whose text is not kept; what one does not say is no difference. */
export function tagsDiffer(a: TagSketch | undefined, b: TagSketch | undefined): string | null {
  if (a === undefined || b === undefined) return null
  const [one, two] = [a.min_months, b.min_months]
  if (one !== null && two !== null && one !== two) {
    return `The required minimum differs: ${months(one)} and ${months(two)}.`
  }
  if (bothSay(a.credentials, b.credentials) && !sameItems(a.credentials, b.credentials)) {
    return `The credentials asked differ: ${shown(a.credentials)} and ${shown(b.credentials)}.`
  }
  if (
    bothSay(a.states_allowed, b.states_allowed) &&
    !sameItems(a.states_allowed, b.states_allowed)
  ) {
    return `The states differ in which the worker must live: ${shown(a.states_allowed)} and ${shown(b.states_allowed)}.`
  }
  return null
}

function minimumsDiffer(
  a: ReadText,
  b: ReadText,
  { extract }: Comparison,
  sides: readonly Side[],
): string | null {
  if (!touched(sides, ASKS_TIME, AMOUNT)) return null
  const [own, other] = sides.map(amountsAsked)
  if (own !== undefined && other !== undefined && bothSayOther(own, other)) {
    return `The experience asked differs: ${shown(own)} and ${shown(other)} months.`
  }
  const [one, two] = [a.reading().min_months, b.reading().min_months]
  if (one === two) return null
  // Saying nothing and asking nothing both leave the door open; an extract may have lost the line.
  if ((one ?? 0) === (two ?? 0) && (one === null || two === null)) return null
  if ((one === null && extract === 'a') || (two === null && extract === 'b')) return null
  return `The required minimum differs: ${months(one)} and ${months(two)}.`
}

/** Months in the words of one side alone, without what is only preferred. */
function amountsAsked({ text: { words }, runs }: Side): string[] {
  const found: string[] = []
  for (const m of words.text.matchAll(AMOUNT)) {
    const run = runs.find((r) => overlaps(words, r, spanOf(m)))
    if (run === undefined || PREFERRED.test(lineOf(words, run).text)) continue
    const n = NUMBER_WORDS[(m[1] ?? '').toLowerCase()] ?? Number(m[1])
    const total = /^y/i.test(m[3] ?? '') ? n * 12 : n
    if (total <= LONGEST_ASKED) found.push(String(total))
  }
  return [...new Set(found)]
}

const months = (n: number | null): string => (n === null ? 'none stated' : `${n} months`)

function credentialsDiffer(
  a: ReadText,
  b: ReadText,
  { extract }: Comparison,
  sides: readonly Side[],
): string | null {
  if (!touched(sides, ASKS_PROOF, CODE)) return null
  const one = a.reading().credentials
  const two = b.reading().credentials
  const sentence = `The credentials asked differ: ${shown(one.required)} and ${shown(two.required)}.`
  if (extract !== null) {
    const [few, many] = extract === 'a' ? [one, two] : [two, one]
    const known = [...many.required, ...many.preferred]
    return few.required.every((code) => known.includes(code)) ? null : sentence
  }
  if (!sameItems(one.required, two.required)) return sentence
  if (one.required.length > 1 && one.any_of !== two.any_of) {
    return 'One asks for any of its credentials, the other for all.'
  }
  if (one.required_class !== two.required_class) {
    return 'Only one of them asks for a coding credential.'
  }
  if (one.accepted_apprentice !== two.accepted_apprentice) {
    return 'Only one of them takes apprentices.'
  }
  const [own, other] = sides.map((s) => valuesOf(s.text.words, s.runs, CODE))
  if (own !== undefined && other !== undefined && bothSayOther(own, other)) {
    return `The credentials named differ: ${shown(own)} and ${shown(other)}.`
  }
  if (one.within_months_of_hire !== two.within_months_of_hire) {
    return `The time for earning the credential differs: ${deadline(one.within_months_of_hire)} and ${deadline(two.within_months_of_hire)}.`
  }
  return null
}

const deadline = (n: number | null): string => (n === null ? 'before hire' : `${n} months`)

const sameItems = (a: readonly string[], b: readonly string[]): boolean =>
  equal([...a].sort(), [...b].sort())

function residenceDiffers(
  a: ReadText,
  b: ReadText,
  { extract }: Comparison,
  sides: readonly Side[],
): string | null {
  if (!touched(sides, ASKS_HOME, STATE)) return null
  const [one, two] = [a.reading(), b.reading()]
  for (const key of ['states_allowed', 'states_excluded'] as const) {
    const [x, y] = [one[key], two[key]]
    if (sameItems(x, y)) continue
    if ((extract === 'a' && x.length === 0) || (extract === 'b' && y.length === 0)) continue
    return `The states differ in which the worker must live: ${shown(x)} and ${shown(y)}.`
  }
  return null
}

function educationDiffers(
  a: ReadText,
  b: ReadText,
  { extract }: Comparison,
  sides: readonly Side[],
): string | null {
  if (extract !== null || !touched(sides, SCHOOLING, null)) return null
  const [one, two] = [a.reading().education, b.reading().education]
  if (one?.strength !== 'required' || two?.strength !== 'required' || one.level === two.level)
    return null
  return `The schooling asked differs: ${one.level} and ${two.level}.`
}

function modesDiffer(a: ReadText, b: ReadText, sides: readonly Side[]): string | null {
  if (!touched(sides, SAYS_MODE, null)) return null
  const [one, two] = [a.reading().work_mode, b.reading().work_mode]
  if (one === 'not_stated' || two === 'not_stated' || one === two) return null
  // Boards call a hybrid job on site in a line of their own; then only one side has words of its own.
  const both = sides.every(({ text, runs }) =>
    runs.some((r) => SAYS_MODE.test(runText(text.words, r))),
  )
  return both || one === 'remote' || two === 'remote' ? `One is ${one}, the other ${two}.` : null
}
