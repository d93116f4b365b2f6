import type { EducationLevel } from '../../tags.ts'
import type { Statement, Weighed } from './mention.ts'

/**
 * Wording family: how asked things are joined inside one statement: "and", "or", "with", "plus",
 * "in lieu of", "may substitute for", commas and semicolons. One precedence parse:
 * a tight "or" between like things binds first ("associate degree or CPC, and 1 year"), then "and",
 * then a loose "or" ("diploma and 2 years, or associate degree"), then clause ends.
 */
export type Tree =
  { op: 'leaf'; mention: Weighed } | { op: 'all'; of: Tree[] } | { op: 'any'; of: Tree[] }

interface Joint {
  op: 'all' | 'any'
  /** Higher binds looser. */
  level: number
}

const ORDER: Record<EducationLevel, number> = {
  high_school: 0,
  some_college: 1,
  certificate: 2,
  associate: 3,
  bachelor: 4,
  master: 5,
}
const LIGHT =
  'a|an|the|at least|minimum(?: of)?|no less than|completion of|successful(?:ly)?|completed?|completion|active|current|currently|valid|equivalent|one|graduation|graduate|from|of|certification|certificate|certified|as|have|has|having|hold|holding|possess(?:es|ing)?|must|be|prior|previous|related|relevant|work(?:ing)?|some|with|in|obtain(?:ed)?|through|either|both|combination|additional|recognized|enrollment|enrolled|attending|pursuing|satisfactory|satisfactorily|nationally|national|approved|accredited|their|a combination of|coding|billing|medical|formal|directly|direct|comparable|similar|possession|other|up to|more|least|alternatively|else|for|by'
const OR_TAIL = new RegExp(
  `(?:^|[\\s,;(/.:-])(?:and/or|or|otherwise)\\b(?:[\\s,:(/-]|\\b(?:${LIGHT})\\b)*$`,
)
const SLASH_TAIL = /^[^a-z]*\/[^a-z]*$/
const LIEU =
  /\b(?:in lieu of|in place of|instead of|substitut\w*|in exchange for|replac\w*|count toward|be considered in|waive[ds]?)\b/
const COMMA_OR = /[,;] ?(?:and\/or|or)\b[^,;]*$/
const WITHOUT = /\b(?:without|if no|if not|lacking|for those with no)\b/

function like(mention: Weighed): boolean {
  return mention.kind === 'education' || mention.kind === 'credential'
}

function descends(left: Weighed, right: Weighed): boolean {
  return (
    left.kind === 'education' &&
    right.kind === 'education' &&
    ORDER[left.level] > ORDER[right.level]
  )
}

const OWN_NOUN = /\b(?:degree|diploma)\b/

function wordsOf(mention: Weighed): string {
  return mention.statement.folded.slice(mention.start, mention.end)
}

/** "; or (b)", "or 2)": the mark of a way in a list that runs on in one line. */
const NEXT_WAY = /\bor,?:? ?(?:\((?:[a-f]|[1-6]|i{1,3}|iv)\)|(?:[a-f]|[1-6])\))/
const MARKS = /\(?\b(?:[a-f]|[1-6]|i{1,3}|iv)\)/g

function joint(between: string, left: Weighed, right: Weighed, ladder: boolean): Joint {
  const gap = between.includes(')')
    ? between.replace(MARKS, (mark) => ' '.repeat(mark.length))
    : between
  // an externship that counts as work
  if (right.rule === 'education.practice' && left.kind !== 'credential')
    return { op: 'any', level: 3 }
  if (NEXT_WAY.test(between)) return { op: 'any', level: 4.7 }
  if (LIEU.test(gap)) return { op: 'any', level: 1 }
  if (right.rule === 'experience.rung' && left.kind === 'amount') return { op: 'any', level: 3 }
  const strong = /;|\s\|\s|\.\s/.test(gap)
  if (
    left.strength !== right.strength &&
    (left.strength === 'preferred' || right.strength === 'preferred')
  )
    return { op: 'all', level: 5 }
  if (
    right.kind === 'open' &&
    right.force === 'explicit' &&
    (left.kind === 'amount' || left.kind === 'vague')
  )
    return { op: 'any', level: 3 }
  const or = OR_TAIL.test(gap) || SLASH_TAIL.test(gap)
  if (!or) return { op: 'all', level: strong ? 4 : 2 }
  if (strong) return { op: 'any', level: 4.5 }
  // "Bachelor's degree or associate's degree with 2 years": the lower rung carries the months.
  const rung = descends(left, right) && OWN_NOUN.test(wordsOf(left))
  const tight = like(left) && (like(right) ? !rung : !ladder) && !COMMA_OR.test(gap)
  return { op: 'any', level: tight ? 1 : 3 }
}

function build(mentions: Weighed[], joints: Joint[]): Tree {
  const [only] = mentions
  if (mentions.length === 1 && only !== undefined) return { op: 'leaf', mention: only }
  const loosest = joints.reduce((max, j) => Math.max(max, j.level), 0)
  const at = joints.filter((j) => j.level === loosest)
  const op = at.some((j) => j.op === 'any') ? 'any' : 'all'
  const of: Tree[] = []
  let from = 0
  for (let i = 0; i <= joints.length; i += 1) {
    if (i < joints.length && joints[i]?.level !== loosest) continue
    of.push(build(mentions.slice(from, i + 1), joints.slice(from, i)))
    from = i + 1
  }
  return { op, of }
}

/** "One of the following: (a) six months in billing; (b) a coding course", all in one line. */
const INLINE_WAYS =
  /\b(?:(?:any |at least )?one|any|either) of (?:the following|these)(?: [a-z]+){0,3}:|\beither:/
const WAY_ENDS = /;|\(?\b(?:[a-f]|[1-6])\)/
const NEXT: Joint = { op: 'any', level: 4.7 }

/** The tree of one statement; null when nothing is asked in it. */
export function connect(statement: Statement, mentions: Weighed[]): Tree | null {
  if (mentions.length === 0) return null
  const amounts = mentions.filter((m) => m.kind === 'amount').length
  const ladder = amounts > 1
  const without = ladder && WITHOUT.test(statement.folded)
  const ways = INLINE_WAYS.test(statement.folded)
  const joints: Joint[] = []
  for (let i = 0; i + 1 < mentions.length; i += 1) {
    const left = mentions[i]
    const right = mentions[i + 1]
    if (left === undefined || right === undefined) continue
    const gap = statement.folded.slice(left.end, Math.max(left.end, right.start))
    const own = ways && WAY_ENDS.test(gap) ? NEXT : joint(gap, left, right, ladder)
    joints.push(
      without && own.op === 'all' && right.kind === 'amount' && left.strength === right.strength
        ? { op: 'any', level: 3 }
        : own,
    )
  }
  return build(mentions, ladder ? rungs(mentions, joints) : joints)
}

/** "HS + 4 years, associate + 2 years, or bachelor's + 0": a comma between rungs is the "or" to come. */
function rungs(mentions: readonly Weighed[], joints: readonly Joint[]): Joint[] {
  const between = (i: number): boolean => {
    const left = mentions[i]
    const right = mentions[i + 1]
    return left?.kind === 'amount' && right !== undefined && like(right)
  }
  if (!joints.some((j, i) => j.op === 'any' && j.level >= 3 && between(i))) return [...joints]
  return joints.map((j, i) => {
    const left = mentions[i]
    const right = mentions[i + 1]
    if (j.op === 'any' || left === undefined || right === undefined || !between(i)) return j
    const gap = left.statement.folded.slice(left.end, right.start)
    return /^[^a-z]*,[^a-z]*(?:an? )?$/.test(gap) ? { op: 'any', level: 3 } : j
  })
}

export function leaves(tree: Tree): Weighed[] {
  return tree.op === 'leaf' ? [tree.mention] : tree.of.flatMap(leaves)
}

/** Joins trees, folding nested nodes of the same kind. */
export function join(op: 'all' | 'any', trees: readonly Tree[]): Tree | null {
  const flat = trees.flatMap((tree) => (tree.op === op ? tree.of : [tree]))
  const [only] = flat
  if (only === undefined) return null
  return flat.length === 1 ? only : { op, of: flat }
}
