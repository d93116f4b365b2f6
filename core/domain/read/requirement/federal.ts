import type { AdvertText } from '../../text/document.ts'
import { connect, join, type Tree } from './connect.ts'
import type { Node } from './link.ts'
import type { Weighed } from './mention.ts'
import { matchesOf } from '../../text/matches.ts'

/**
 * Wording family: federal qualification blocks (USAJOBS announcements and USA Staffing
 * questionnaires): "Select the one statement that best describes ...", options "I have one year of
 * specialized experience ... / four years of education ... / a combination", "Experience. ... OR,
 * Education. ...", one block per grade ("GS-04", "GS-05"). Options are alternatives, the lowest grade
 * decides, basic requirements are asked of every grade.
 */
const FEDERAL =
  /\b(?:specialized|creditable|general) experience\b|\bbasic requirements?\b[^.]{0,80}\bva\b|\bsemester hours\b/
const GRADED =
  /\bgs[- ]?(?:\d{4}-)?0?\d{1,2}\b|\b38 u\.?s\.?c|\bfederal service\b|\bcreditable experience\b/

export function isFederal(folded: string): boolean {
  return FEDERAL.test(folded) && GRADED.test(folded)
}

const STEM =
  /\b(?:select|choose|indicate|mark|from the descriptions?)\b[^.]{0,90}\b(?:statement|response|answer|option|description)s?\b|\bbest describes\b|\bmust meet one of the following\b|\bdo you (?:possess|have|meet)\b|^(?:minimum (?:qualifications?|requirements?)|basic requirements?|experience (?:and|and\/or|or) education|education (?:and|and\/or|or) experience)\b/
const OPTION =
  /^(?:or,? ?)?(?:\(?[a-e\d]{1,2}[.)] ?)?(?:yes[,.:-] ?)?(?:i (?:have|possess|meet|am|successfully|completed)\b|experience ?(?:[.:-]|$)|education ?(?:[.:-]|$)|experience ?(?:\/|and|&) ?education ?combination|combination\b|completion of\b|or[,.]? ?$|or,? (?:i have|education|experience|completion|successful)|my (?:experience|education)|none of|(?:i )?do not)/
/** "Must meet one of the following: (1) Experience." */
const FIRST_OPTION = /: ?\((?:1|a)\) ?(?:experience|education)\.?$/
const ENDS =
  /^(?:certification|licensure|english language|grade determinations?|physical|citizenship|may qualify|loss of|references?)\b/
const SKIP =
  /\bcombin(?:ation|ed|ing)\b|\bpercent|\bas described in\b|\b(?:do|did|have|am) not\b|\bnone of\b|\bnot reflected\b|\bless than one (?:full )?year\b|^no\b/
/** Schooling that opens no first job. */
const GRADUATE = /\bgraduate[- ]level\b|\bgraduate education\b/
/** The grade asks nothing above the basic requirements. */
const MEETS_BASICS =
  /\bmeet (?:the|all) basic (?:level )?requirements\b|\bnone beyond (?:the )?basic (?:level )?requirements\b/
const TASK = /\bin performing this task\b|\bperform(?:ed|ing)? this task\b|\bthis task\b/
const GRADE = /\bgs ?-? ?0?(\d{1,2})\b(?!-\d)/g
const SERIES = /\bgs-?\d{4}-((?:0?\d{1,2}[/,-]?)+)/
interface Block {
  grade: number | null
  options: Weighed[][]
  /** The option being read has had its first statement. */
  filled: boolean
  skipping: boolean
  task: boolean
  node: Node | null
  meets: boolean
}

function newBlock(grade: number | null): Block {
  return {
    grade,
    options: [[]],
    filled: false,
    skipping: false,
    task: false,
    node: null,
    meets: false,
  }
}

/** The grade a line is about, not one it compares with. */
function gradeOf(line: string): number | null {
  const found = new Set<number>()
  for (const match of matchesOf(GRADE, line)) {
    const before = line.slice(Math.max(0, match.index - 70), match.index)
    if (!/\b(?:equivalent|comparable|equal|next lower|lower)\b/.test(before))
      found.add(Number(match[1]))
  }
  return found.size === 1 ? ([...found][0] ?? null) : null
}

function treeOf(block: Block): Tree | null {
  const { node } = block
  if (node === null) return null
  const ways = block.options
    .filter((option) => option.length > 0)
    .map((option) => connect(node.statement, option))
    .filter((tree) => tree !== null)
  return join('any', ways)
}

/** The blocks of a federal text, in order. */
function blocksOf(
  doc: AdvertText,
  folded: string,
  nodes: ReadonlyMap<number, Node[]>,
): { blocks: Block[]; used: Set<Node> } {
  const blocks: Block[] = []
  const used = new Set<Node>()
  let block: Block | null = null
  for (const sentence of doc.sentences) {
    const line = folded.slice(sentence.start, sentence.end)
    const own = nodes.get(sentence.start) ?? []
    const grade = gradeOf(line)
    const labelled = /^(?:for )?gs[- ]?0?\d{1,2}\b/.test(line)
    const short = grade !== null && line.length < 100
    const stem =
      STEM.test(line) || labelled || short || (/^\d{1,2}\.?$/.test(line) && block !== null)
    if (stem && grade !== null && grade === block?.grade && block.node !== null) {
      // the same grade again, after an "OR": one more way to it
      block.options.push([])
      block.filled = block.skipping = false
    } else if (stem && !OPTION.test(line)) {
      if (block === null || block.node !== null || (labelled && block.grade !== null)) {
        block = newBlock(grade)
        blocks.push(block)
      } else {
        block.grade = grade ?? block.grade
        block.filled = block.skipping = false
      }
    } else if (ENDS.test(line)) block = null
    if (block === null) continue
    if (TASK.test(line)) block.task = true
    if (MEETS_BASICS.test(line) && own.length === 0) block.meets = true
    if (OPTION.test(line) || FIRST_OPTION.test(line)) {
      block.options.push([])
      block.filled = false
      block.skipping = false
    }
    if (SKIP.test(line) || (GRADUATE.test(line) && !/\bbachelor/.test(line))) block.skipping = true
    for (const node of own) {
      used.add(node)
      const asked = node.mentions.filter(
        (m) => m.kind === 'amount' || (m.kind === 'education' && m.level !== 'master'),
      )
      if (block.skipping || block.filled || asked.length === 0) continue
      block.node ??= node
      block.options.at(-1)?.push(...asked)
      block.filled = true
    }
  }
  return { blocks: blocks.filter((b) => !b.task), used }
}

/** The tree of a federal text; `nodes` are its statements, keyed by where they start. */
export function linkFederal(
  doc: AdvertText,
  folded: string,
  list: readonly Node[],
  rest: (nodes: readonly Node[]) => Tree | null,
): Tree | null {
  const nodes = new Map<number, Node[]>()
  for (const node of list) {
    const at = node.statement.kind === 'title' ? -1 : node.statement.start
    nodes.set(at, [...(nodes.get(at) ?? []), node])
  }
  const { blocks, used } = blocksOf(doc, folded, nodes)
  // One grade told in plain prose has no blocks: it reads like any other advert.
  if (!blocks.some((block) => block.node !== null || block.meets)) return rest(list)
  const others = list
    .filter((node) => !used.has(node))
    .map((node) => ({
      ...node,
      mentions: node.mentions.filter((m) => m.kind === 'credential'),
    }))
  const kept = list
    .filter((node) => used.has(node))
    .map((node) => ({
      ...node,
      mentions: node.mentions.filter((m) => m.kind === 'credential'),
    }))
  const credentials = rest([...others, ...kept].filter((node) => node.mentions.length > 0))
  const basics: Tree[] = []
  const grades = new Map<number, Tree | null>()
  for (const block of blocks) {
    const tree = treeOf(block)
    if (block.grade === null) {
      if (tree !== null) basics.push(tree)
    } else if (tree !== null || block.meets) {
      if (!grades.has(block.grade)) grades.set(block.grade, tree)
    }
  }
  const parts = [...basics]
  const ways = [...grades.values()].filter((tree) => tree !== null)
  const named = (SERIES.exec(folded)?.[1] ?? '')
    .split(/\D+/)
    .filter((n) => n !== '')
    .map(Number)
  const spared =
    ways.length < grades.size ||
    (named.length > 1 && Math.min(...named) < Math.min(...grades.keys()))
  const graded = join('any', ways)
  if (graded !== null && !(spared && basics.length > 0)) parts.push(graded)
  if (credentials !== null) parts.push(credentials)
  return join('all', parts)
}
