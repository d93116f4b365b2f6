import type { EducationLevel } from '../../tags.ts'
import { leaves, type Tree } from './connect.ts'
import type { Weighed } from './mention.ts'

/** What the least demanding accepted path through a tree asks. */
export interface Path {
  /** Largest number of months on the path; null when no number stands on it. */
  months: number | null
  max: number | null
  /** Work is asked for without a number. */
  vague: boolean
  /** A credential at hire, or schooling beyond high school. */
  school: boolean
  education: EducationLevel | null
  field: string | null
  /** The path was chosen over another that asks for work. */
  spared: boolean
  amount: Weighed | null
}

const EMPTY: Path = {
  months: null,
  max: null,
  vague: false,
  school: false,
  education: null,
  field: null,
  spared: false,
  amount: null,
}
export const EDUCATION_ORDER: Record<EducationLevel, number> = {
  high_school: 0,
  some_college: 1,
  certificate: 2,
  associate: 3,
  bachelor: 4,
  master: 5,
}

function ofLeaf(mention: Weighed): Path | null {
  if (mention.strength === 'preferred') return null
  switch (mention.kind) {
    case 'amount':
      return { ...EMPTY, months: mention.min, max: mention.max, amount: mention }
    case 'vague':
      return { ...EMPTY, vague: true }
    case 'credential':
      return { ...EMPTY, school: mention.within === null }
    case 'education':
      return {
        ...EMPTY,
        school: mention.level !== 'high_school',
        education: mention.level,
        field: mention.field,
      }
    case 'open':
      return { ...EMPTY, months: 0 }
    case 'other':
      return null
  }
}

function both(a: Path, b: Path): Path {
  const larger = (b.months ?? -1) > (a.months ?? -1) ? b : a
  const schooled =
    a.education === null
      ? b
      : b.education === null || EDUCATION_ORDER[a.education] >= EDUCATION_ORDER[b.education]
        ? a
        : b
  return {
    months: larger.months,
    max: larger.max,
    amount: larger.amount,
    vague: a.vague || b.vague,
    school: a.school || b.school,
    education: schooled.education,
    field: schooled.field,
    spared: a.spared || b.spared,
  }
}

/** Order of demand: months first, an unnumbered demand between none and any number, then schooling. */
function demand(path: Path): number {
  const work = path.months !== null && path.months > 0 ? path.months + 1 : path.vague ? 1 : 0
  const schooling = path.education === null ? 0 : EDUCATION_ORDER[path.education]
  return work * 100 + (path.school ? 10 : 0) + schooling
}

/** The least demanding path; null when the tree asks nothing (preferred only). */
export function leastPath(tree: Tree): Path | null {
  if (tree.op === 'leaf') return ofLeaf(tree.mention)
  const paths = tree.of.map(leastPath).filter((path) => path !== null)
  const [first, ...rest] = paths
  if (first === undefined) return null
  if (tree.op === 'all') return rest.reduce(both, first)
  const best = paths.reduce((a, b) => (demand(b) < demand(a) ? b : a))
  const others = paths.filter((path) => path !== best)
  const asksWork = (path: Path): boolean => path.vague || (path.months ?? 0) > 0
  const numbered = others.some((path) => path.amount !== null)
  return {
    ...best,
    max: numbered && best.months !== null && others.length > 0 ? null : best.max,
    spared: best.spared || (!asksWork(best) && others.some(asksWork)),
  }
}

/** Credential mentions of a strength, wherever they stand. */
export function credentialLeaves(tree: Tree | null, preferred: boolean): Weighed[] {
  if (tree === null) return []
  return leaves(tree).filter(
    (m) => m.kind === 'credential' && (m.strength === 'preferred') === preferred,
  )
}
