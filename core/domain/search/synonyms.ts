import { isWordCode } from '../text/chars.ts'
import {
  isAbbreviation,
  isAndSign,
  lowered,
  nextWord,
  runEnd,
  singular,
  spellings,
  tokensOf,
  type Token,
} from './synonym-words.ts'

/** Words of the trade that mean the same: one group of seeds/synonyms.json. */
export interface SynonymGroup {
  /** Short, in small letters: `biller`. A listing that holds one of the words carries it as `#biller`. */
  name: string
  /**
   * The words, one to eight in each. One in capitals ("AR") counts in an advert only where it stands in
   * capitals there, so that "him" is not taken for HIM; any other counts however it is written.
   */
  words: readonly string[]
  /** Words that mean the group in a search only: in an advert "AR" may be Arkansas. */
  asked?: readonly string[] | undefined
  /** Names of groups that an advert with one of these words belongs to as well. */
  also?: readonly string[] | undefined
}

/** Words of a text that stand for a group, or for several where the group says `also`. */
export interface ConceptSpan {
  concepts: readonly string[]
  start: number
  end: number
}

export interface Synonyms {
  /**
   * The groups a text names, each once, in order of code units: `['#biller']`. Whole words, the longest first;
   * between two words a hyphen, a slash and a blank are the same, and so are one and many (biller, billers).
   * A single word counts inside a longer one too: "risk adjustment coder" names `#coder`.
   */
  conceptsIn: (text: string) => string[]
  /** What may begin with the word at `start`; `small` is the text in small letters (synonym-words.ts). */
  spansFrom: (text: string, small: string, start: number) => ConceptSpan[]
  /** The words, in small letters, with which a text may begin to name a group. */
  firstWords: (concept: string) => readonly string[]
  /** The longest run of words of a search, from `from` on, that a group holds; capitals do not matter. */
  runAt: (words: readonly string[], from: number) => { concept: string; count: number } | null
  /** Every single word of the groups, in small letters. */
  words: readonly string[]
}

/** A group that cannot be used; the message names it. */
export class BadSynonyms extends Error {}

const MOST_TOKENS = 8

/** What ends at a node: a synonym. */
interface End {
  concepts: readonly string[]
  /** Bit i: its word i counts in capitals only. */
  capitals: number
  askedOnly: boolean
}

interface Node {
  /** The word that leads to it, for one of what it names. */
  word: string
  next: Map<string, Node>
  end: End | null
}

interface Dictionary {
  root: Node
  /** The first words of all synonyms by their hash. */
  firsts: ReadonlyMap<number, readonly { word: string; node: Node }[]>
  /** By the low bits of a hash: whether any first word has them. Most words of a text end here. */
  likely: Uint8Array
}

const LIKELY = 1 << 14

/**
 * Makes the dictionary ready.
 * @throws BadSynonyms where one word stands twice, holds no or too many words, or `also` names no group.
 */
export function buildSynonyms(groups: readonly SynonymGroup[]): Synonyms {
  const root: Node = { word: '', next: new Map(), end: null }
  const names = new Set(groups.map((g) => g.name))
  const owners = new Map<string, string>()
  for (const { name, words, asked = [], also = [] } of groups) {
    const missing = also.find((other) => !names.has(other))
    if (missing !== undefined) {
      throw new BadSynonyms(`Group "${name}": "also" names "${missing}", which is no group.`)
    }
    const concepts = [name, ...also].map((n) => `#${n}`)
    for (const word of words) add(root, owners, name, word, { concepts, askedOnly: false })
    for (const word of asked) add(root, owners, name, word, { concepts, askedOnly: true })
  }
  const firsts = firstsOf(root)
  const likely = new Uint8Array(LIKELY)
  for (const hash of firsts.keys()) likely[hash & (LIKELY - 1)] = 1
  const beginnings = beginningsOf(root)
  const dictionary = { root, firsts, likely }
  return {
    conceptsIn: (text) => {
      const found = new Set<string>()
      walk(dictionary, text, (concepts) => concepts.forEach((c) => found.add(c)))
      return [...found].sort()
    },
    spansFrom: (text, small, start) => spansFrom(root, text, small, start),
    firstWords: (concept) => beginnings.get(concept) ?? [],
    runAt: (words, from) => runAt(root, words, from),
    words: [...new Set([...owners.keys()].flatMap((key) => key.split(' ')))].sort(),
  }
}

function add(
  root: Node,
  owners: Map<string, string>,
  name: string,
  words: string,
  end: Omit<End, 'capitals'>,
): void {
  const tokens = tokensOf(words)
  if (tokens.length === 0 || tokens.length > MOST_TOKENS) {
    throw new BadSynonyms(`Group "${name}": "${words}" is not one to ${MOST_TOKENS} words.`)
  }
  const key = tokens.map(singular).join(' ')
  const owner = owners.get(key)
  if (owner !== undefined) {
    throw new BadSynonyms(`Group "${name}": "${words}" stands already, in group "${owner}".`)
  }
  owners.set(key, name)
  const node = tokens.reduce(step, root)
  const capitals = tokens.reduce((bits, { raw }, i) => bits | (Number(isAbbreviation(raw)) << i), 0)
  node.end = { ...end, capitals }
}

/** The node after one more word, made where it is missing; one and many lead to the same. */
function step(node: Node, token: Token): Node {
  const [one = '', ...many] = spellings(token)
  const known = node.next.get(one)
  // What is one thing's plural may be another thing's name: CRCs and CRCS.
  const next = known?.word === one ? known : { word: one, next: new Map<string, Node>(), end: null }
  node.next.set(one, next)
  for (const way of many) if (!node.next.has(way)) node.next.set(way, next)
  return next
}

function firstsOf(root: Node): Dictionary['firsts'] {
  const firsts = new Map<number, { word: string; node: Node }[]>()
  for (const [word, node] of root.next) {
    let hash = 0
    for (let i = 0; i < word.length; i += 1) hash = mixed(hash, word.charCodeAt(i))
    firsts.set(hash, [...(firsts.get(hash) ?? []), { word, node }])
  }
  return firsts
}

/** The first words of each concept's synonyms. */
function beginningsOf(root: Node): Map<string, string[]> {
  const found = new Map<string, Set<string>>()
  const gather = (node: Node, first: string): void => {
    for (const concept of node.end === null || node.end.askedOnly ? [] : node.end.concepts) {
      found.set(concept, (found.get(concept) ?? new Set()).add(first))
    }
    for (const next of new Set(node.next.values())) gather(next, first)
  }
  for (const [word, node] of root.next) gather(node, word)
  return new Map([...found].map(([concept, words]) => [concept, [...words]]))
}

function spansFrom(root: Node, text: string, small: string, start: number): ConceptSpan[] {
  const end = runEnd(small, start)
  const node = root.next.get(small.slice(start, end))
  if (node === undefined) return []
  const spans: ConceptSpan[] = []
  if (node.end !== null && stands(node.end, Number(inCapitals(text, start, end)))) {
    spans.push({ concepts: node.end.concepts, start, end })
  }
  const longer = longestFrom(text, small, node, start, end)
  if (longer !== null) spans.push({ concepts: longer.concepts, start, end: longer.end })
  return spans
}

const mixed = (hash: number, code: number): number => (Math.imul(hash, 31) + code) | 0

type OnSpan = (concepts: readonly string[], start: number, end: number) => void

/** One walk over the text; most words are passed by with their hash alone. */
function walk({ firsts, likely }: Dictionary, text: string, onSpan: OnSpan): void {
  const small = lowered(text)
  const { length } = small
  let at = 0
  let covered = 0
  while (at < length) {
    let code = small.charCodeAt(at)
    if (!isWordCode(code)) {
      at += 1
      continue
    }
    const start = at
    let hash = 0
    do {
      hash = mixed(hash, code)
      at += 1
      code = at < length ? small.charCodeAt(at) : 32
    } while (isWordCode(code))
    if (likely[hash & (LIKELY - 1)] === 0) continue
    const same = firsts.get(hash)
    if (same === undefined) continue
    const first = same.find(
      ({ word }) => word.length === at - start && small.startsWith(word, start),
    )
    if (first === undefined) continue
    const { node } = first
    if (node.end !== null && stands(node.end, Number(inCapitals(text, start, at)))) {
      onSpan(node.end.concepts, start, at)
    }
    if (start < covered || node.next.size === 0) continue
    const longer = longestFrom(text, small, node, start, at)
    if (longer === null) continue
    onSpan(longer.concepts, start, longer.end)
    covered = longer.end
  }
}

const stands = (end: End, capitals: number): boolean =>
  !end.askedOnly && (end.capitals & ~capitals) === 0

/** The longest synonym of two and more words that begins with this one. */
function longestFrom(
  text: string,
  small: string,
  first: Node,
  start: number,
  end: number,
): { concepts: readonly string[]; end: number } | null {
  let node = first
  let best: { concepts: readonly string[]; end: number } | null = null
  let at = { start, end }
  let capitals = Number(inCapitals(text, start, end))
  for (let i = 1; node.next.size > 0; i += 1) {
    at = nextWord(small, at.end)
    if (at.end === at.start) break
    const word = isAndSign(small.charCodeAt(at.start)) ? 'and' : small.slice(at.start, at.end)
    const next = node.next.get(word)
    if (next === undefined) break
    if (inCapitals(text, at.start, at.end)) capitals |= 1 << i
    if (next.end !== null && stands(next.end, capitals)) {
      best = { concepts: next.end.concepts, end: at.end }
    }
    node = next
  }
  return best
}

/** "FQHC" and "FQHCs". */
function inCapitals(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at)
    const capital = (code >= 65 && code <= 90) || (code >= 48 && code <= 57)
    const plural = code === 115 && at === end - 1 && end - start > 2
    if (!capital && !plural) return false
  }
  return true
}

function runAt(
  root: Node,
  words: readonly string[],
  from: number,
): { concept: string; count: number } | null {
  let best: { concept: string; count: number } | null = null
  let node: Node | undefined = root
  for (let i = from; i < words.length; i += 1) {
    const tokens = tokensOf(words[i] ?? '')
    if (tokens.length === 0) break
    for (const { word } of tokens) node = node?.next.get(word)
    if (node === undefined) break
    const concept = node.end?.concepts[0]
    if (concept !== undefined) best = { concept, count: i - from + 1 }
  }
  return best
}
