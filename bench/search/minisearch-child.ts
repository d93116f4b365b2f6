import MiniSearch, { type Query, type QueryCombination } from 'minisearch'
import { openBits } from '../../core/domain/search/query.ts'
import {
  failedFilters,
  sortValue,
  type Question,
  type SearchRow,
} from '../../core/domain/search/question.ts'
import { openDatabase } from '../../core/store/db.ts'
import type { Answer, Asked } from './engine.ts'
import { COMMON_FACETS, countedAs, countsOf, type CommonFacet } from './matching.ts'
import type { Built } from './minisearch.ts'
import { HITS } from './queries.ts'
import { sampleRows } from './rows.ts'

/** The process behind minisearch.ts: fills itself from the database, then answers one search after another. */
const [url = '', most = '0'] = process.argv.slice(2)

const mini = new MiniSearch<{ id: number; head: string; body: string }>({
  fields: ['head', 'body'],
  tokenize: (text) => text.split(' '),
  processTerm: (term) => term,
})
const facts = new Map<number, SearchRow>()

async function build(): Promise<Built> {
  const started = performance.now()
  globalThis.gc?.()
  const before = process.memoryUsage()
  const opened = openDatabase(url, { max: 1, statementTimeoutMs: 0 })
  for await (const { head, lexemes, ...row } of sampleRows(opened)) {
    if (row.id > Number(most)) break
    const inHead = new Set(head)
    const body = lexemes.filter((lexeme) => !inHead.has(lexeme)).join(' ')
    mini.add({ id: row.id, head: head.join(' '), body })
    facts.set(row.id, row)
  }
  await opened.close()
  globalThis.gc?.()
  const after = process.memoryUsage()
  return {
    seconds: (performance.now() - started) / 1000,
    bytes: after.heapUsed + after.external - before.heapUsed - before.external,
    held: facts.size,
  }
}

function answer({ question, skip }: Asked): Answer {
  const started = performance.now()
  const found = mini.search(queryOf(question))
  const counts = new Map<CommonFacet, Map<number, number>>(COMMON_FACETS.map((f) => [f, new Map()]))
  const hits: { row: SearchRow; score: number }[] = []
  for (const { id, score } of found) {
    const row = facts.get(id as number)
    if (row === undefined) continue
    const failed = failedFilters(question, row)
    if (failed === 0) hits.push({ row, score })
    for (const key of row.keys) {
      const counted = countedAs(key)
      if (counted === null || (failed & ~openBits(counted.facet)) !== 0) continue
      const facet = counts.get(counted.facet)
      facet?.set(counted.value, (facet.get(counted.value) ?? 0) + 1)
    }
  }
  const key = ({ row, score }: (typeof hits)[number]): number =>
    question.sort === 'best' ? score : sortValue(question, row, 0)
  hits.sort(
    (a, b) => key(b) - key(a) || b.row.first_seen_us - a.row.first_seen_us || b.row.id - a.row.id,
  )
  const ids = hits.slice(skip, skip + HITS).map(({ row }) => row.id)
  return { total: hits.length, facets: countsOf(counts), ids, ms: performance.now() - started }
}

function queryOf({ text }: Question): Query {
  if (text === null || text.all.length === 0) return MiniSearch.wildcard
  const all: QueryCombination = {
    combineWith: 'AND',
    queries: text.all.map((clause) => ({
      combineWith: 'OR',
      queries: clause.map(({ lexemes }) => ({ combineWith: 'AND', queries: [...lexemes] })),
    })),
  }
  if (text.none.length === 0) return all
  const none = text.none.flatMap((clause) =>
    clause.map(({ lexemes }) => ({ combineWith: 'AND' as const, queries: [...lexemes] })),
  )
  return { combineWith: 'AND_NOT', queries: [all, ...none] }
}

process.send?.(await build())
process.on('message', (asked: Asked) => process.send?.(answer(asked)))
