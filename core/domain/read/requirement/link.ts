import { kept } from '../../text/kept.ts'
import { findAmounts } from './amounts.ts'
import { connect, join, leaves, type Tree } from './connect.ts'
import { CUE } from '../lexicon.ts'
import type { Statement, Weighed } from './mention.ts'

/**
 * Wording family: what joins statements: an item that begins or ends with "or", a list under "one of
 * the following", a substitution that points back ("an associate degree may substitute for one year"),
 * a deadline that speaks of a certification named before, and blocks per level ("Coder I: ... Coder II: ...").
 */
export interface Node {
  statement: Statement
  mentions: Weighed[]
}

interface Linked {
  tree: Tree
  statement: Statement
  level: string | null
}

const OR_START =
  /^(?:- ?)?(?:and\/or|or)\b|^(?:option|pattern|path|way) (?:ii|iii|iv|[b-e]|[2-5])\b/
const OR_END = /(?:^|[\s,;(-])(?:and\/or|or)[\s.,:;)-]*$/
const ONE_OF =
  /\b(?:one|any|either|at least one)(?: or more| \(1\))?(?: of)? (?:of )?(?:the |these )?(?:following|below|these)\b|\bany (?:one|combination) of\b|\bone of (?:the|these)\b[^.;]{0,60}:$|\b(?:either|one of|any of)(?: of)?\W*$/
const SUBSTITUTE =
  /\b(?:may|can|will|could|might)(?: also)? (?:be )?(?:substitut\w*|accepted|considered|used|counted?|replace|waive|stand in|take (?:its|the) place)\b|\bin lieu of\b|\bin place of\b|\b(?:in its|in their) (?:place|stead)\b|\bsubstitut\w* for\b|^instead of\b/
const LEVEL_LABEL =
  /^(?:[a-z/&, -]{0,40}\b)?(?:coder|biller|specialist|representative|analyst|technician|auditor|level|grade|tier|step|associate|clerk|coding|billing|processor)[ -]*(iv|v|i{1,3}|[1-5])\b(?= ?(?:[:(–-]|requires?|must|requirements?|qualifications?|minimum|$))/
const GRADE_LABEL = /^(?:(?:for (?:the )?|at (?:the )?)?gs ?-? ?0?(\d{1,2}))\b/

/** A row of a table of levels: "II | 2 years of coding". */
const LEVEL_ROW = /^(?:level |grade |tier |step )?(iv|v|i{1,3}) ?\|/
/** "Pattern A:", "Option 2:": labelled ways to qualify. */
const WAY_LABEL =
  /^(?:option|pattern|path|pathway|route|track|way|alternative|plan) ?#? ?([a-e]|[1-5]|one|two|three|four)\b ?[:.)|-]/

const LEVEL_HINT =
  /\b(?:i{1,3}|iv|v|[1-5])\b|\bgs|^(?:option|pattern|path|route|track|way|alter|plan)/

const hintsLevel = kept((heading: string) => LEVEL_HINT.test(heading))

function levelOf(statement: Statement): string | null {
  if (!LEVEL_HINT.test(statement.folded.slice(0, 60)) && !hintsLevel(statement.heading)) return null
  const way = WAY_LABEL.exec(statement.folded)
  if (way !== null) return `way-${way[1] ?? ''}`
  const row = LEVEL_ROW.exec(statement.folded)
  if (row !== null) return row[1] ?? null
  const own = LEVEL_LABEL.exec(statement.folded) ?? LEVEL_LABEL.exec(statement.heading)
  if (own !== null) return own[1] ?? null
  const grade = GRADE_LABEL.exec(statement.folded) ?? GRADE_LABEL.exec(statement.heading)
  return grade === null ? null : `gs${grade[1] ?? ''}`
}

const offersWays = kept((heading: string) => ONE_OF.test(heading))

/** Strength and structure of a list that a line such as "One of the following is required:" opens. */
function listOpened(statement: Statement): boolean {
  return statement.folded.trimEnd().endsWith(':') && ONE_OF.test(statement.folded)
}

function isSubstitution(node: Node): boolean {
  return (
    (node.statement.cues & CUE.substitutes) !== 0 &&
    SUBSTITUTE.test(node.statement.folded) &&
    !/\bnot (?:be )?(?:substitut|accept)/.test(node.statement.folded)
  )
}

/** "X may substitute for Y" after Y was asked: offers X as another way to meet it. */
function substitute(linked: Linked[], node: Node, tree: Tree): boolean {
  const text = node.statement.folded
  // "In lieu of degree, four years of coding": what is replaced stands before the comma.
  const fronted = /^(?:in lieu of|in place of|instead of) (?:an? |the )?([^,;:]{2,40})[,:]/.exec(
    text,
  )?.[1]
  const target =
    fronted ?? /(?:for|in lieu of|in place of|replace|waive)\b(.*)$/.exec(text)?.[1] ?? ''
  const own = linked.at(-1)?.tree
  const pronoun =
    /\b(?:in its|in their) (?:place|stead)\b|\b(?:take its place|for it)\b|\b(?:replace|substitut\w* for|stand in for|in lieu of|in place of|count(?:s|ed)? (?:as|for|toward)) (?:this|that|it|these|the above)\b/.test(
      text,
    )
  const bare =
    target === '' &&
    /\b(?:may|can|will) (?:also )?be (?:substitut|accepted|considered|counted)/.test(text)
  const kind =
    pronoun || bare
      ? kindOf(own)
      : /\b(?:experience|years?|months?)\b/.test(target)
        ? 'amount'
        : /\b(?:degree|education|diploma|school)/.test(target)
          ? 'education'
          : /\b(?:certif|credential)/.test(target)
            ? 'credential'
            : null
  if (kind === null) return false
  const given = leaves(tree)
  const offered = given.filter((m) => m.kind !== kind && m.kind !== 'open')
  const amount = given.find((m) => m.kind === 'amount')
  const spared = amount?.kind === 'amount' ? amount.min : (findAmounts(target)[0]?.min ?? null)
  for (let i = linked.length - 1; i >= 0; i -= 1) {
    const here = linked[i]
    if (here === undefined) continue
    const asked = leaves(here.tree).find(
      (m) => m.kind === kind || (kind === 'amount' && m.kind === 'vague'),
    )
    if (asked === undefined || asked.strength === 'preferred') continue
    const way = offered.map((mention): Tree => ({
      op: 'leaf',
      mention: { ...mention, strength: asked.strength },
    }))
    if (kind === 'amount' && asked.kind === 'amount' && spared !== null && spared < asked.min)
      way.push({ op: 'leaf', mention: { ...asked, min: asked.min - spared, max: null } })
    const other = join('all', way)
    if (other === null || offered.length === 0) return kind !== 'amount'
    here.tree = replace(here.tree, asked, {
      op: 'any',
      of: [{ op: 'leaf', mention: asked }, other],
    })
    return true
  }
  return false
}

/** What "in its place" speaks of: the last thing asked. */
function kindOf(tree: Tree | undefined): 'amount' | 'education' | 'credential' | null {
  const last = tree === undefined ? undefined : leaves(tree).at(-1)
  if (last === undefined) return null
  if (last.kind === 'vague') return 'amount'
  return last.kind === 'amount' || last.kind === 'education' || last.kind === 'credential'
    ? last.kind
    : null
}

function replace(tree: Tree, mention: Weighed, by: Tree): Tree {
  if (tree.op === 'leaf') return tree.mention === mention ? by : tree
  return { op: tree.op, of: tree.of.map((child) => replace(child, mention, by)) }
}

/** A bare "must be obtained within 12 months" dates the certification named just before it. */
function dateEarlier(linked: Linked[], within: number): void {
  const last = linked.at(-1)
  if (last === undefined) return
  for (const mention of leaves(last.tree)) {
    if (mention.kind === 'credential' && mention.within === null) {
      mention.within = within
      if (mention.strength === 'preferred') mention.strength = 'required'
    }
  }
}

/**
 * Joins the statements of an advert into one tree. `nodes` holds every statement with something in it,
 * and those that only join ("OR", "One of the following:").
 */
export function link(
  nodes: readonly Node[],
  deadline: (statement: Statement) => number | null,
): Tree | null {
  const linked: Linked[] = []
  let pendingOr = false
  let list: { section: number; first: number } | null = null
  for (const node of nodes) {
    const { statement } = node
    const tree = connect(statement, node.mentions)
    const starts = OR_START.test(statement.folded)
    const ends =
      statement.folded.includes('or', statement.folded.length - 8) && OR_END.test(statement.folded)
    if (tree === null) {
      const within = deadline(statement)
      if (within !== null && /certif|credential|exam/.test(statement.folded))
        dateEarlier(linked, within)
      if (starts || ends) pendingOr = true
      if (listOpened(statement)) list = { section: statement.section, first: linked.length }
      continue
    }
    if (linked.length > 0 && isSubstitution(node) && substitute(linked, node, tree)) continue
    const previous = linked.at(-1)
    const inList =
      list !== null &&
      list.section === statement.section &&
      statement.kind === 'item' &&
      linked.length > list.first
    if (previous !== undefined && (pendingOr || starts || inList) && !mixed(previous.tree, tree)) {
      previous.tree = join('any', [previous.tree, tree]) ?? tree
      previous.statement = statement
    } else {
      linked.push({ tree, statement, level: levelOf(statement) })
      if (list !== null && statement.kind !== 'item') list = null
    }
    pendingOr = ends
    if (
      listOpened(statement) ||
      (list?.section !== statement.section && offersWays(statement.heading))
    ) {
      const inline = listOpened(statement)
      const first = inline ? dropClass(linked) : linked.length - 1
      list = { section: statement.section, first }
    }
  }
  return byLevel(linked)
}

/** "An AAPC or AHIMA credential (one of the following):" is replaced by the names that follow. */
function dropClass(linked: Linked[]): number {
  const last = linked.at(-1)
  if (
    last?.tree.op === 'leaf' &&
    last.tree.mention.kind === 'credential' &&
    last.tree.mention.codes.length === 0
  )
    linked.pop()
  return linked.length
}

function mixed(a: Tree, b: Tree): boolean {
  const preferred = (tree: Tree): boolean => leaves(tree).every((m) => m.strength === 'preferred')
  return preferred(a) !== preferred(b)
}

/** Several levels in one advert are alternatives; what stands outside them is asked of all. */
function byLevel(linked: readonly Linked[]): Tree | null {
  const levels = new Map<string, Tree[]>()
  const common: Tree[] = []
  for (const { tree, level } of linked) {
    if (level === null) common.push(tree)
    else levels.set(level, [...(levels.get(level) ?? []), tree])
  }
  if (levels.size < 2)
    return join(
      'all',
      linked.map((l) => l.tree),
    )
  const ways = [...levels.values()]
    .map((trees) => join('all', trees))
    .filter((tree) => tree !== null)
  const any = join('any', ways)
  return join('all', any === null ? common : [...common, any])
}
