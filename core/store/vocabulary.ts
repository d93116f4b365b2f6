import type { Kysely } from 'kysely'
import type { Vocabulary } from '../domain/search/spelling.ts'
import { loadSynonyms } from '../synonyms-file.ts'
import type { Database } from './schema.ts'
import { searchVocabulary } from './search-words.ts'

/** New words of titles may wait so long before they are suggested. */
const KEPT_MS = 10 * 60_000

interface Kept {
  at: number
  words: Promise<Vocabulary>
}

const kept = new WeakMap<Kysely<Database>, Kept>()

/** The words that suggestions are made of, read anew every ten minutes; many searches at once read them once. */
export function keptVocabulary(db: Kysely<Database>, now: number): Promise<Vocabulary> {
  const last = kept.get(db)
  if (last !== undefined && Math.abs(now - last.at) < KEPT_MS) return last.words
  const words = searchVocabulary(db, loadSynonyms())
  kept.set(db, { at: now, words })
  // A reading that failed is not kept.
  words.catch(() => kept.delete(db))
  return words
}
