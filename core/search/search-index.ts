import type { Found, PageAsked } from '../domain/search/answer.ts'
import type { IndexedRow, Question } from '../domain/search/question.ts'
import { needsPositions } from '../domain/search/text-query.ts'
import { BLOCK_SIZE, kill, type Block } from './block.ts'
import { Draft, merge } from './build.ts'
import { findIn } from './finder.ts'
import { blockBytes } from './flat.ts'
import { atOnce, type Steps } from './slices.ts'
import { emptyTables, type Tables } from './tables.ts'

/** Whether the index can answer: it keeps no positions of words, so it cannot tell what stands side by side. */
export const canAnswer = (question: Question): boolean =>
  question.text === null || !needsPositions(question.text)

/** So many blocks of about one size are made one. */
const MERGE_AT = 4
/** A block of which so large a part is dead is made anew. */
const DEAD_PART = 0.25

/** All open listings, ready to be searched. Rows come in, answers come out; where rows come from is not known here. */
export class SearchIndex {
  readonly tables: Tables
  /** Newest listing first. */
  #blocks: readonly Block[]
  #draft: Draft | null = null

  constructor(
    kept: { tables: Tables; blocks: readonly Block[] } = { tables: emptyTables(), blocks: [] },
  ) {
    this.tables = kept.tables
    this.#blocks = newestFirst(kept.blocks)
  }

  get blocks(): readonly Block[] {
    return this.#blocks
  }

  /** How many listings it holds. */
  get size(): number {
    return this.#blocks.reduce((sum, block) => sum + block.alive, 0)
  }

  /** Bytes of its arrays, with its dictionaries estimated. */
  bytes(): number {
    const { terms, keys, demands } = this.tables
    const blocks = this.#blocks.reduce((sum, block) => sum + blockBytes(block), 0)
    return blocks + terms.bytes() + keys.bytes() + demands.bytes()
  }

  /** @throws Error for a question that `canAnswer` refuses. */
  find(question: Question, page: PageAsked): Found {
    if (!canAnswer(question)) throw new Error('The index cannot answer a question about phrases.')
    return findIn(this.#blocks, this.tables, question, page)
  }

  /** Takes in listings of which it knows none yet, each once; `loaded` ends it. */
  *load(rows: Iterable<IndexedRow>): Steps<void> {
    for (const row of rows) {
      this.#draft ??= new Draft(this.tables)
      this.#draft.add(row)
      if (this.#draft.n % ROWS_A_STEP === 0) yield
      if (this.#draft.n === BLOCK_SIZE) yield* this.loaded()
    }
  }

  /** No more listings come for now: those that came can be found. */
  *loaded(): Steps<void> {
    const draft = this.#draft
    this.#draft = null
    if (draft === null) return
    const block = yield* draft.block()
    this.#blocks = newestFirst([...this.#blocks, block])
  }

  /** Listings that changed: `ids` are all of them, `rows` those that may be shown, as they are now. */
  *change(ids: readonly number[], rows: readonly IndexedRow[]): Steps<void> {
    const blocks: Block[] = []
    for (let i = 0; i < rows.length; i += BLOCK_SIZE) {
      const draft = new Draft(this.tables)
      for (const row of rows.slice(i, i + BLOCK_SIZE)) {
        draft.add(row)
        if (draft.n % ROWS_A_STEP === 0) yield
      }
      blocks.push(yield* draft.block())
    }
    // From here to the end nothing is laid down: a search sees a listing before its change or after it.
    for (const id of ids) this.#remove(id)
    this.#blocks = newestFirst([...this.#blocks, ...blocks].filter(({ alive }) => alive > 0))
  }

  /**
   * Makes few blocks of many, and forgets the dead. Nothing may change meanwhile; searches may go on.
   * @returns false where there was nothing to do.
   */
  *tidy(): Steps<boolean> {
    const parts = toMerge(this.#blocks)
    if (parts.length === 0) return false
    const merged = yield* merge(parts)
    this.#blocks = newestFirst([
      ...this.#blocks.filter((block) => !parts.includes(block)),
      ...(merged.n > 0 ? [merged] : []),
    ])
    return true
  }

  #remove(id: number): void {
    for (const block of this.#blocks) if (kill(block, id)) return
  }
}

/** An index of these listings, made at one go. */
export function indexOfRows(rows: Iterable<IndexedRow>): SearchIndex {
  const index = new SearchIndex()
  atOnce(index.load(rows))
  atOnce(index.loaded())
  return index
}

const ROWS_A_STEP = 32

function newestFirst(blocks: readonly Block[]): Block[] {
  const newest = (block: Block): number => block.firstSeen[block.n - 1] ?? 0
  return [...blocks].sort((a, b) => newest(b) - newest(a))
}

/** The blocks that should become one: several of about one size, or one that is dead in large part. */
function toMerge(blocks: readonly Block[]): Block[] {
  const bySize = [...blocks].sort((a, b) => a.alive - b.alive)
  for (let i = 0; i + MERGE_AT <= bySize.length; i += 1) {
    const some = bySize.slice(i, i + MERGE_AT)
    const [least, most] = [some[0]!.alive, some[MERGE_AT - 1]!.alive]
    const together = some.reduce((sum, block) => sum + block.alive, 0)
    if (most <= Math.max(least * 8, 64) && together <= BLOCK_SIZE) return some
  }
  const wasteful = bySize.find((block) => block.n - block.alive > block.n * DEAD_PART)
  return wasteful === undefined ? [] : withRoomFor(wasteful, bySize)
}

/** The block, and the largest that is no larger and fits into one with it. */
function withRoomFor(block: Block, bySize: readonly Block[]): Block[] {
  const smaller = bySize.slice(0, bySize.indexOf(block))
  const other = smaller.findLast(({ alive }) => alive + block.alive <= BLOCK_SIZE)
  return other === undefined ? [block] : [block, other]
}
