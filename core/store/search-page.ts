import type { Kysely } from 'kysely'
import type { ListingHit, ListingPage, Suggestion } from '../domain/listing.ts'
import { findWords, type WordFinder } from '../domain/search/find-words.ts'
import type { Find, Found, Position } from '../domain/search/answer.ts'
import { snippetOf } from '../domain/search/highlight.ts'
import { LARGEST_RADIUS, type Facets, type ListingQuery } from '../domain/search/query.ts'
import { questionOf, type Near, type Question, type SourceIds } from '../domain/search/question.ts'
import { whyHere } from '../domain/search/why.ts'
import { FootholdError } from '../errors.ts'
import { loadPlaces } from '../places-file.ts'
import { loadSynonyms } from '../synonyms-file.ts'
import { readWords } from './lexemes.ts'
import { listingOf, selectCards } from './listing-rows.ts'
import type { Database } from './schema.ts'
import { otherSpellings } from './search-words.ts'
import { keptVocabulary } from './vocabulary.ts'

/** A search with what its words, its place and its feeds mean. */
export interface Search {
  query: ListingQuery
  question: Question
  find: WordFinder | null
  sourceIds: SourceIds
}

/** @throws FootholdError `unknown-place` when `near` is in no table. */
export async function understand(
  db: Kysely<Database>,
  query: ListingQuery,
  now: number,
): Promise<Search> {
  const synonyms = loadSynonyms()
  const near = query.near === undefined ? null : nearOf(query.near)
  const text = query.q === undefined ? null : await readWords(db, query.q, synonyms)
  const sourceIds = await idsOfSources(db, [...(query.source ?? []), ...(query.not_source ?? [])])
  return {
    query,
    question: questionOf(query, { text, near, now, sourceIds }),
    find: text === null ? null : findWords(text, synonyms),
    sourceIds,
  }
}

function nearOf(text: string): Near {
  const places = loadPlaces()
  const spot = places.near(text)
  if (spot === null) {
    throw new FootholdError(
      'unknown-place',
      `No place "${text}" is known. Give a ZIP code, or a town with its state such as "Scranton, PA".`,
    )
  }
  const { label, state, point } = spot
  return { label, state, towns: places.townsWithin(point, LARGEST_RADIUS) }
}

async function idsOfSources(db: Kysely<Database>, keys: readonly string[]): Promise<SourceIds> {
  if (keys.length === 0) return () => undefined
  const rows = await db
    .selectFrom('source')
    .select(['id', 'key'])
    .where('key', 'in', keys)
    .execute()
  const ids = new Map(rows.map((row) => [row.key, row.id]))
  return (key) => ids.get(key)
}

/** The listings of a page, each with the words about it and why it is there; one that has closed meanwhile is left out. */
export async function hitsOf(
  db: Kysely<Database>,
  page: readonly Position[],
  search: Search,
): Promise<ListingHit[]> {
  if (page.length === 0) return []
  const { find } = search
  const ids = page.map(({ id }) => id)
  const rows = await selectCards(db)
    .select('l.search_keys')
    // The text stands outside the row: read only for words to be found in it.
    .$if(find !== null, (q) => q.select('l.text'))
    .where('l.id', 'in', ids)
    .where('l.closed_at', 'is', null)
    .execute()
  const hits = new Map(
    rows.map((row) => {
      const listing = listingOf(row)
      const text = row.text ?? ''
      const found = find === null ? [] : find(text)
      const why = whyHere({ listing, text, found, keys: row.search_keys }, search)
      return [row.id, { ...listing, snippet: snippetOf(text, found), why }]
    }),
  )
  return ids.flatMap((id) => hits.get(id) ?? [])
}

/** Feeds and employers by their numbers: keys and plain names. */
export interface FacetNames {
  sources: Map<string, [key: string, name: string]>
  employers: Record<string, string>
}

/** Names of the values of the facets, and of those that the search itself names, which no facet need hold. */
export async function namesOf(
  db: Kysely<Database>,
  facets: Facets,
  query: ListingQuery,
): Promise<FacetNames> {
  const numbers = (facet: 'source' | 'employer') => facets[facet].map(({ value }) => Number(value))
  const sources = numbers('source')
  const keys = [...(query.source ?? []), ...(query.not_source ?? [])]
  const asked = [...(query.employer ?? []), ...(query.not_employer ?? [])].map(Number)
  const employers = [...new Set([...numbers('employer'), ...asked])]
  const feeds =
    sources.length + keys.length === 0
      ? []
      : await db
          .selectFrom('source')
          .select(['id', 'key', 'employer', 'kind', 'policy'])
          .where((eb) =>
            eb.or([
              eb('id', '=', eb.fn.any(eb.val(sources))),
              eb('key', '=', eb.fn.any(eb.val(keys))),
            ]),
          )
          .execute()
  const known =
    employers.length === 0
      ? []
      : await db
          .selectFrom('employer')
          .select(['id', 'name'])
          .where('id', 'in', employers)
          .execute()
  return {
    sources: new Map(
      feeds.map(({ id, key, employer, kind, policy }) => [
        String(id),
        [key, employer ?? platformOf(policy) ?? kind],
      ]),
    ),
    employers: Object.fromEntries(known.map(({ id, name }) => [String(id), name])),
  }
}

/** A board of many employers goes by the name of its platform. */
const platformOf = (policy: Record<string, unknown>): string | null =>
  typeof policy['platform'] === 'string' ? policy['platform'] : null

/** Facets as they are shown: feeds by their keys. */
export const named = (facets: Facets, { sources }: FacetNames): Facets => ({
  ...facets,
  source: facets.source.flatMap(({ value, count }) => {
    const key = sources.get(value)?.[0]
    return key === undefined ? [] : [{ value: key, count }]
  }),
})

/** A search that finds fewer is offered other spellings of words that stand nowhere. */
const FEW = 5

/** What may help a search that found nothing, or little. */
export async function helpFor(
  db: Kysely<Database>,
  { query, question }: Search,
  found: Found,
  find: Find,
): Promise<Pick<ListingPage, 'without' | 'suggestions'>> {
  const without = found.total > 0 ? [] : await withoutEach(question, found, find)
  const suggestions =
    query.q === undefined || found.total >= FEW
      ? []
      : await suggestionsFor(db, query.q, question, find)
  return { without, suggestions }
}

/** What the search would bring without one filter, or without its words; most first. */
async function withoutEach(
  question: Question,
  found: Found,
  find: Find,
): Promise<ListingPage['without']> {
  const each: ListingPage['without'] = found.without.map(({ filter, more }) => ({
    filter,
    total: more,
  }))
  if (question.text !== null) {
    each.push({ filter: 'q', total: (await find({ ...question, text: null }, COUNT_ONLY)).total })
  }
  return each.filter(({ total }) => total > 0).sort((a, b) => b.total - a.total)
}

const COUNT_ONLY = { after: null, limit: 0 }

async function suggestionsFor(
  db: Kysely<Database>,
  q: string,
  question: Question,
  find: Find,
): Promise<Suggestion[]> {
  const vocabulary = await keptVocabulary(db, question.now)
  const spellings = await otherSpellings(db, q, vocabulary)
  const suggestions: Suggestion[] = []
  for (const spelling of spellings) {
    const text = await readWords(db, spelling, loadSynonyms())
    const { total } = await find({ ...question, text }, COUNT_ONLY)
    if (total > 0) suggestions.push({ q: spelling, total })
  }
  return suggestions
}
