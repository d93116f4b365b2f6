import { searchKeys, type KeyFacts } from '../../core/domain/search/keys.ts'
import { questionOf, type IndexedRow, type Question } from '../../core/domain/search/question.ts'
import type { ListingQuery } from '../../core/domain/search/query.ts'
import type { TextQuery } from '../../core/domain/search/text-query.ts'

export const NOW_MS = Date.parse('2026-11-24T12:00:00Z')

const FACTS: KeyFacts = {
  in_domain: true,
  states: ['PA'],
  work_mode: 'onsite',
  states_allowed: [],
  states_excluded: [],
  role: 'billing',
  adjacent_role: null,
  credentials_required: [],
  credentials_preferred: [],
  accepted_apprentice: false,
  settings: [],
  register_settings: [],
  entry: 'not_stated',
  specialties: [],
  systems: [],
  employment_type: null,
  underserved: [],
  warnings: [],
  source_id: 1,
  employer_id: 1,
  towns: [],
}

/** One billing job in Pennsylvania as an index takes it in; first seen `id` minutes into 2026. */
export function indexedRow(
  id: number,
  over: Partial<IndexedRow> = {},
  facts: Partial<KeyFacts> = {},
): IndexedRow {
  const first_seen_us = Date.UTC(2026, 0, 1) * 1000 + id * 60_000_000
  return {
    id,
    first_seen_us,
    posted_ms: Math.floor(first_seen_us / 1000),
    keys: searchKeys({ ...FACTS, ...facts }),
    min_months: null,
    pay: null,
    demand: {
      required: facts.credentials_required ?? [],
      any_of: false,
      required_class: null,
      within_months_of_hire: null,
    },
    lexemes: ['biller'],
    head: ['biller'],
    ...over,
  }
}

/** Words that all must stand in a listing, as the database would read them. */
export const wordsOf = (...lexemes: string[]): TextQuery => ({
  all: lexemes.map((lexeme) => [{ lexemes: [lexeme], tsquery: `'${lexeme}'`, phrase: false }]),
  none: [],
})

/** A search with words that were read already. */
export const searchFor = (
  query: Partial<ListingQuery> = {},
  text: TextQuery | null = null,
): Question =>
  questionOf(
    { limit: 25, ...(text === null ? {} : { q: 'words' }), ...query },
    { text, near: null, now: NOW_MS, sourceIds: Number },
  )
