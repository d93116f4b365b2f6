import { sql, type Kysely } from 'kysely'
import {
  buildVocabulary,
  suggest,
  wordsToSpell,
  type Vocabulary,
} from '../domain/search/spelling.ts'
import type { Synonyms } from '../domain/search/synonyms.ts'
import { CREDENTIALS } from '../domain/vocabulary/credentials.ts'
import type { Database } from './schema.ts'

/** The rarest words beyond so many are left out. */
const MOST_WORDS = 50_000

/**
 * The words that other spellings are looked for among: those of titles and employers of open listings as they
 * are written, of the synonyms, and the codes of credentials. One statement over all titles: keep the answer
 * for some minutes.
 */
export async function searchVocabulary(
  db: Kysely<Database>,
  synonyms: Synonyms,
): Promise<Vocabulary> {
  // The configuration 'simple' cuts words and makes their letters small, and leaves them whole.
  const { rows } = await sql<{ word: string; count: number }>`
    select word, ndoc as count
    from ts_stat($$
      select to_tsvector('simple', translate(title || ' ' || coalesce(employer, ''), '/', ' '))
      from listing where closed_at is null$$)
    where word ~ '^[[:alpha:]]{3,40}$'
    order by ndoc desc, word collate "C" limit ${MOST_WORDS}`.execute(db)
  return buildVocabulary([
    ...rows.map(({ word, count }) => [word, count] as const),
    ...synonyms.words.map((word) => [word, 0] as const),
    ...CREDENTIALS.map(({ code }) => [code.toLowerCase(), 0] as const),
  ])
}

/** The search with other spellings of its words that stand in no open listing; at most three, see `suggest`. */
export async function otherSpellings(
  db: Kysely<Database>,
  q: string,
  vocabulary: Vocabulary,
): Promise<string[]> {
  const strange = wordsToSpell(q).filter((word) => !vocabulary.has(word))
  if (strange.length === 0) return []
  const { rows } = await sql<{ word: string }>`
    select word from unnest(${strange}::text[]) as asked(word)
    where numnode(plainto_tsquery('english', word)) > 0 and not exists (
      select from listing
      where closed_at is null and tsv @@ plainto_tsquery('english', word))`.execute(db)
  const nowhere = new Set(rows.map((row) => row.word))
  return suggest(q, (word) => !nowhere.has(word), vocabulary)
}
