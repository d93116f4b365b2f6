import { sql, type Kysely } from 'kysely'
import type { Place } from '../domain/posting.ts'
import { SEARCH_VERSION, searchKeys, type KeyFacts } from '../domain/search/keys.ts'
import { loadPlaces } from '../places-file.ts'
import { loadSynonyms } from '../synonyms-file.ts'
import { registeredEmployers } from './listing-filters.ts'
import type { Database } from './schema.ts'
import { knowsAreas, underservedTowns } from './underserved.ts'

/** What a listing itself says that its keys are made of; what registers say is looked up. */
export interface KeyInput extends Omit<
  KeyFacts,
  'register_settings' | 'underserved' | 'towns' | 'source_id'
> {
  lead_source_id: number
  places: readonly Place[]
}

/** The words of a listing. */
export interface WordInput {
  title: string
  employer: string | null
  place: string | null
  text: string
}

export type SearchInput = KeyInput & WordInput

export interface Concepts {
  concepts: string[]
  head_concepts: string[]
}

export interface SearchColumns extends Concepts {
  search_keys: number[]
  search_version: number
}

/**
 * Adds to rows what search needs of them, in two or three statements for all of them. It rests on what
 * registers say now: the job `search-keys` brings older rows up to that.
 */
export async function withSearchColumns<Row>(
  tx: Kysely<Database>,
  rows: readonly Row[],
  inputOf: (row: Row) => SearchInput,
): Promise<(Row & SearchColumns)[]> {
  const inputs = rows.map(inputOf)
  const keys = await keysFor(tx, inputs)
  return rows.map((row, i) => ({
    ...row,
    search_keys: keys[i] ?? [],
    search_version: SEARCH_VERSION,
    ...conceptsOf(inputs[i] as SearchInput),
  }))
}

/** The search keys of listings, in their order. */
export async function keysFor(
  tx: Kysely<Database>,
  rows: readonly KeyInput[],
): Promise<number[][]> {
  const settings = await registerSettings(
    tx,
    rows.flatMap((row) => row.employer_id ?? []),
  )
  const underserved = (await knowsAreas(tx))
    ? await underservedTowns(
        tx,
        rows.flatMap((row) => row.places),
      )
    : () => []
  const towns = loadPlaces()
  return rows.map((row) =>
    searchKeys({
      ...row,
      source_id: row.lead_source_id,
      register_settings: row.employer_id === null ? [] : (settings.get(row.employer_id) ?? []),
      underserved: row.places.flatMap(underserved),
      towns: row.places.flatMap((place) => towns.townKey(place) ?? []),
    }),
  )
}

/** The parts of a listing stand on lines of their own, so that no words of two make a phrase. */
export function conceptsOf({ title, employer, place, text }: WordInput): Concepts {
  const synonyms = loadSynonyms()
  const head = [title, employer ?? ''].join('\n')
  const head_concepts = synonyms.conceptsIn(head)
  return { head_concepts, concepts: synonyms.conceptsIn([head, place ?? '', text].join('\n')) }
}

/** What registers say of employers; those they do not know are left out. */
async function registerSettings(
  tx: Kysely<Database>,
  employers: readonly number[],
): Promise<Map<number, string[]>> {
  if (employers.length === 0) return new Map()
  const { rows } = await sql<{ employer_id: number; settings: string[] }>`
    select employer_id, settings from ${registeredEmployers} e
    where employer_id = any(${[...new Set(employers)]}::integer[])`.execute(tx)
  return new Map(rows.map((row) => [row.employer_id, row.settings]))
}
