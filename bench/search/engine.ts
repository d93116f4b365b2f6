import type { FacetName } from '../../core/domain/search/query.ts'
import type { Position } from '../../core/domain/search/answer.ts'
import type { Question } from '../../core/domain/search/question.ts'
import type { Class } from './queries.ts'

/** A search ready for every engine. */
export interface Asked {
  class: Class
  /** The search as an address would hold it. */
  label: string
  question: Question
  /** The page begins after this hit; null = at the first. */
  after: Position | null
  /** How many hits stand before the page, for engines that know no better way. */
  skip: number
}

export type Counts = Partial<Record<FacetName, { value: string; count: number }[]>>

export interface Answer {
  total: number
  /** The facets that this engine counts. */
  facets: Counts
  ids: number[]
  /** What only our engines tell: how many the marks of a fraud hide, and what each filter keeps out. */
  rest?: string
  /** The engine's own time. */
  ms: number
}

export interface Engine {
  name: string
  /** What its answers can be held against: see `differences`. */
  facets: readonly FacetName[] | 'all'
  /** true: orders as the database does by every sort; false: by newest only, best match is its own. */
  sameOrder: boolean
  ask(asked: Asked): Promise<Answer>
  close(): Promise<void>
}

/** What the answer of `engine` has that the reference's has not, in one line each; [] where they agree. */
export function differences(engine: Engine, asked: Asked, is: Answer, reference: Answer): string[] {
  const found: string[] = []
  if (is.total !== reference.total) found.push(`total ${is.total}, not ${reference.total}`)
  const names = engine.facets === 'all' ? Object.keys(reference.facets) : engine.facets
  for (const name of names as FacetName[]) {
    const [a, b] = [shown(is.facets[name]), shown(reference.facets[name])]
    const at = a.findIndex((value, i) => value !== b[i])
    if (at >= 0 || a.length !== b.length) {
      const where = at < 0 ? a.length : at
      found.push(`facet ${name}: value ${where + 1} is ${a[where]}, not ${b[where]}`)
    }
  }
  if (is.rest !== undefined && is.rest !== reference.rest) {
    found.push(`${is.rest}, not ${reference.rest}`)
  }
  const ordered = engine.sameOrder || asked.question.sort === 'newest'
  if (ordered && is.ids.join() !== reference.ids.join()) {
    const at = is.ids.findIndex((id, i) => id !== reference.ids[i])
    found.push(`order: hit ${at + 1} is ${is.ids[at]}, not ${reference.ids[at]}`)
  }
  return found
}

const shown = (facet: { value: string; count: number }[] | undefined): string[] =>
  (facet ?? []).map(({ value, count }) => `${value} ${count}`)
