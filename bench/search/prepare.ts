import { sql } from 'kysely'
import type { Find } from '../../core/domain/search/answer.ts'
import { LARGEST_RADIUS } from '../../core/domain/search/query.ts'
import { questionOf, type Near } from '../../core/domain/search/question.ts'
import { loadPlaces } from '../../core/places-file.ts'
import { readWords } from '../../core/store/lexemes.ts'
import type { OpenDatabase } from '../../core/store/db.ts'
import { loadSynonyms } from '../../core/synonyms-file.ts'
import type { Asked } from './engine.ts'
import { NOW } from './now.ts'
import type { BenchQuery } from './queries.ts'

/** Makes the searches ready; `find` tells where a page that is not the first begins. */
export async function prepare(
  { db }: OpenDatabase,
  queries: readonly BenchQuery[],
  find: Find,
): Promise<Asked[]> {
  const { rows } = await sql<{ id: number; key: string }>`select id, key from source`.execute(db)
  const ids = new Map(rows.map(({ id, key }) => [key, id]))
  const made: Asked[] = []
  for (const { class: cls, query, skip } of queries) {
    const question = questionOf(query, {
      text: query.q === undefined ? null : await readWords(db, query.q, loadSynonyms()),
      near: query.near === undefined ? null : nearOf(query.near),
      now: NOW.getTime(),
      sourceIds: (key) => ids.get(key),
    })
    const before = skip === 0 ? null : await find(question, { after: null, limit: skip })
    // A search with fewer hits has no such page: it is asked for its first.
    const after = before === null || before.total <= skip ? null : (before.hits[skip - 1] ?? null)
    made.push({
      class: cls,
      label: labelOf(query),
      question,
      after,
      skip: after === null ? 0 : skip,
    })
  }
  return made
}

function nearOf(place: string): Near | null {
  const spot = loadPlaces().near(place)
  if (spot === null) return null
  const { label, state, point } = spot
  return { label, state, towns: loadPlaces().townsWithin(point, LARGEST_RADIUS) }
}

/** The search as its address would hold it. */
export function labelOf(query: BenchQuery['query']): string {
  return addressOf(query).replaceAll('+', ' ').replaceAll('%2C', ',')
}

/** The part of an address behind the "?". */
export function addressOf(query: BenchQuery['query']): string {
  const values = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, Array.isArray(value) ? value.join(',') : String(value)]],
  )
  return new URLSearchParams(values).toString()
}
