import { htmlToText } from '../text/html-to-text.ts'
import { NUMBER_WORDS } from '../text/number-words.ts'

/** A text as words, with where each stands. Numbers in words are figures; what every feed adds is left out. */
export interface Words {
  text: string
  list: string[]
  starts: number[]
  ends: number[]
  /** The text says itself that it goes on elsewhere. */
  cut: boolean
}

/** Words `from` to `to` (not included) of a text. */
export interface Run {
  from: number
  to: number
}

/** How two texts stand to each other. */
export interface Comparison {
  /** Runs of three words that both hold, over all: 0 to 1. */
  alike: number
  /** How much of the shorter one the longer one holds: 0 to 1. */
  held: number
  /** Which one is so much shorter that it can only be an extract of the other. */
  extract: 'a' | 'b' | null
  /** Words of the one that the other does not share. */
  onlyA: Run[]
  onlyB: Run[]
}

/** Sentences that boards and lawyers add; they say nothing of the job. */
const ADDED =
  /equal (?:employment )?opportunit|without regard to|discriminat|harassment of any|reasonable accommodation|protected veteran|affirmative action|e-verify|terms of (?:use|service)|privacy policy|cookie|similar jobs|job alert|create (?:a |an |your )?(?:free )?account|sign up|report this (?:job|listing)|easy apply|be among the first|posted (?:\d+|today|yesterday|a day|an? hour)|job was found|is not the employer|never pay|salary (?:is )?estimat|estimated (?:salary|pay)|referrals increase|stand out|your resume|apply (?:now|today|online|on company)|read more|view (?:full|original|all) |show more/i
/** "ICD-10" and "ICD10" are one; so are lines that a feed has run together ("encountersResolve"). */
const WORD = /\p{Lu}+(?!\p{Ll})|\p{Lu}?[\p{Ll}\p{Lo}]+|\p{N}+|\$/gu
const CUT =
  /(?:…|\.\.\.|\[(?:…|\.\.\.)\]|\b(?:read|show|view|see) (?:more|full))[\s.)\]]*(?:(?:read|show|view|see) (?:more|full)[^\n]{0,30})?$/i
/** A board's line can be long, but a whole advert without a full stop is no such line. */
const LONGEST_ADDED = 90

/** null when the text holds fewer than four words: nothing can be compared. */
export function wordsOf(raw: string): Words | null {
  const text = htmlToText(raw).normalize('NFKC')
  const words: Words = { text, list: [], starts: [], ends: [], cut: CUT.test(text) }
  for (const part of text.matchAll(/[^\n]+?(?:[.!?](?=\s)|(?=\n)|$)/g)) {
    const found = [...part[0].matchAll(WORD)]
    if (found.length <= LONGEST_ADDED && ADDED.test(part[0])) continue
    for (const m of found) addWord(words, m[0], part.index + m.index)
  }
  return words.list.length < 4 ? null : words
}

function addWord(words: Words, word: string, start: number): void {
  const lower = word.toLowerCase()
  // "a" and "an" are articles far more often than numbers.
  const number = lower.length > 2 ? NUMBER_WORDS[lower] : undefined
  const value = number === undefined ? lower : String(number)
  // "two (2) years" is "2 years".
  if (/^\d+$/.test(value) && words.list.at(-1) === value) {
    words.ends[words.ends.length - 1] = start + word.length
    return
  }
  words.list.push(value)
  words.starts.push(start)
  words.ends.push(start + word.length)
}

/** Compares two texts by their runs of three words; the order of the paragraphs does not matter. */
export function compareWords(a: Words, b: Words): Comparison {
  const one = runsOfThree(a)
  const two = runsOfThree(b)
  const setA = new Set(one)
  const setB = new Set(two)
  let shared = 0
  for (const run of setA) if (setB.has(run)) shared += 1
  const smaller = Math.min(setA.size, setB.size)
  const onlyA = unshared(one, two, a.list.length)
  const onlyB = unshared(two, one, b.list.length)
  const extract = isExtract(a, b, onlyA, onlyB) ? 'a' : isExtract(b, a, onlyB, onlyA) ? 'b' : null
  return {
    alike: smaller === 0 ? 0 : shared / (setA.size + setB.size - shared),
    held: smaller === 0 ? 0 : shared / smaller,
    extract,
    onlyA: extract === 'a' ? withoutEnd(a, onlyA) : onlyA,
    onlyB: extract === 'b' ? withoutEnd(b, onlyB) : onlyB,
  }
}

/** The words of an extract where it breaks off may be halves of words. */
const BROKEN = 2

function withoutEnd({ list }: Words, runs: readonly Run[]): Run[] {
  return runs.filter(({ from, to }) => to < list.length || to - from > BROKEN)
}

/** So many words at the end of a text are what its extract left out, not a line that only one of them has. */
const CUT_OFF = 12

/** Much shorter than the other, or marked as cut, or the other without its end. */
function isExtract(
  short: Words,
  long: Words,
  own: readonly Run[],
  others: readonly Run[],
): boolean {
  const [few, many] = [short.list.length, long.list.length]
  if (few >= many) return false
  const [first, second] = others
  const endOnly =
    withoutEnd(short, own).length === 0 &&
    first !== undefined &&
    second === undefined &&
    first.to === many &&
    first.to - first.from >= CUT_OFF
  return few * 10 < many * 7 || short.cut || endOnly
}

function runsOfThree({ list }: Words): string[] {
  const runs: string[] = []
  for (let i = 0; i + 2 < list.length; i += 1)
    runs.push(`${list[i] ?? ''} ${list[i + 1] ?? ''} ${list[i + 2] ?? ''}`)
  return runs
}

/**
 * The words that no shared run of three covers. A run that stands more often here than there is shared
 * only so often, where the words around it are shared too.
 */
function unshared(runs: readonly string[], others: readonly string[], length: number): Run[] {
  const left = new Map<string, number>()
  for (const run of others) left.set(run, (left.get(run) ?? 0) + 1)
  const around = support(runs, left)
  const order = runs.map((_, i) => i).filter((i) => (around[i] ?? 0) > 0)
  order.sort((i, j) => (around[j] ?? 0) - (around[i] ?? 0) || i - j)
  const shared = new Uint8Array(length)
  for (const i of order) {
    const run = runs[i] ?? ''
    const n = left.get(run) ?? 0
    if (n === 0) continue
    left.set(run, n - 1)
    shared.fill(1, i, i + 3)
  }
  const found: Run[] = []
  for (let i = 0; i < length; i += 1) {
    if (shared[i] === 1) continue
    const from = i
    while (i < length && shared[i] === 0) i += 1
    found.push({ from, to: i })
  }
  return found
}

/** For each run how many runs around it, on the poorer side, the other text knows too; 0 = it does not know it. */
function support(runs: readonly string[], known: ReadonlyMap<string, number>): number[] {
  const left: number[] = []
  for (const run of runs) left.push(known.has(run) ? (left.at(-1) ?? 0) + 1 : 0)
  const both = new Array<number>(runs.length).fill(0)
  for (let i = runs.length - 1, right = 0; i >= 0; i -= 1) {
    right = left[i] === 0 ? 0 : right + 1
    both[i] = Math.min(left[i] ?? 0, right)
  }
  return both
}

/** A place where one text has other words than the other between the same two words. */
export interface Slot {
  a: Run
  b: Run
}

export function slots(a: Words, b: Words, compared: Comparison): Slot[] {
  const at = new Map(compared.onlyB.map((run) => [between(b, run), run]))
  return compared.onlyA.flatMap((run) => {
    const other = at.get(between(a, run))
    return other === undefined ? [] : narrowed(a, b, { a: run, b: other })
  })
}

/** Without the words that stand in both at the same place: too few in a row to be shared runs. */
function narrowed(one: Words, two: Words, slot: Slot): Slot[] {
  const same = (i: number, j: number): boolean => one.list[i] === two.list[j]
  const { a, b } = slot
  const length = a.to - a.from
  const kept = one.list.slice(a.from, a.to).filter((_, i) => same(a.from + i, b.from + i)).length
  // Half of the words in place: the same line of a form. Fewer, and the sentence was worded anew.
  return length === b.to - b.from && kept * 2 >= length
    ? stretches(slot, same)
    : trimmed(slot, same)
}

type SameWord = (i: number, j: number) => boolean

function trimmed({ a, b }: Slot, same: SameWord): Slot[] {
  let [from, other, to, end] = [a.from, b.from, a.to, b.to]
  while (from < to && other < end && same(from, other)) {
    from += 1
    other += 1
  }
  while (to > from && end > other && same(to - 1, end - 1)) {
    to -= 1
    end -= 1
  }
  return to === from || end === other ? [] : [{ a: { from, to }, b: { from: other, to: end } }]
}

function stretches({ a, b }: Slot, same: SameWord): Slot[] {
  const found: Slot[] = []
  const shift = b.from - a.from
  for (let from = a.from; from < a.to; from += 1) {
    if (same(from, from + shift)) continue
    let to = from
    while (to < a.to && !same(to, to + shift)) to += 1
    found.push({ a: { from, to }, b: { from: from + shift, to: to + shift } })
    from = to
  }
  return found
}

const between = ({ list }: Words, { from, to }: Run): string =>
  `${list[from - 1] ?? ''}|${list[to] ?? ''}`

/** The words of a run as the text writes them. */
export const runText = (words: Words, { from, to }: Run): string =>
  words.text.slice(words.starts[from], words.ends[to - 1])

const COMMON = new Set(
  'a an and the of for to in at with or our on by is are be as you we will this that from your their its it must have has'.split(
    ' ',
  ),
)

/** How alike two texts of a few sentences are, 0 to 1: the words that say something, in any order. */
export function likeWords(a: Words, b: Words): number {
  const one = wordSet(a)
  const two = wordSet(b)
  let shared = 0
  for (const word of one) if (two.has(word)) shared += 1
  const smaller = Math.min(one.size, two.size)
  if (smaller === 0) return 0
  const extract =
    Math.min(a.list.length, b.list.length) * 10 < Math.max(a.list.length, b.list.length) * 7
  return extract ? shared / smaller : shared / (one.size + two.size - shared)
}

function wordSet({ list }: Words): Set<string> {
  return new Set(
    list.filter((w) => !COMMON.has(w)).map((w) => w.replace(/(?:ing|ers?|ed|es|s)$/, '')),
  )
}
