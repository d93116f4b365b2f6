import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildSynonyms } from '../../../core/domain/search/synonyms.ts'
import { otherSpellings, searchVocabulary } from '../../../core/store/search-words.ts'
import { freshDatabase, type FreshDatabase } from '../../helpers/database.ts'
import { makeListing } from '../../helpers/listings.ts'

const synonyms = buildSynonyms([{ name: 'roi', words: ['ROI', 'release of information'] }])

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
  const { db } = database
  await makeListing(db, {
    title: 'Biller/Coder II',
    employer: 'Mercy Hill',
    text: 'Work wraparound claims.',
  })
  await makeListing(db, { title: 'Medical Biller', employer: null })
  await makeListing(db, { title: 'Zoologist', closed_at: '2026-11-23T08:00:00Z' })
})
afterAll(() => database.close())

test('the words of titles and employers of open listings, of synonyms and of credentials', async () => {
  const vocabulary = await searchVocabulary(database.db, synonyms)
  const known = ['biller', 'coder', 'medical', 'mercy', 'hill', 'release', 'information', 'rhit']
  expect(known.filter((word) => !vocabulary.has(word))).toEqual([])
  // Of the text, of a closed listing, too short.
  expect(['wraparound', 'zoologist', 'ii'].filter((word) => vocabulary.has(word))).toEqual([])
  // Found twice, so before others of its distance.
  expect(vocabulary.ofLength(6).find((entry) => entry.word === 'biller')?.count).toBe(2)
})

test('only words that stand in no open listing are spelt otherwise', async () => {
  const { db } = database
  const vocabulary = await searchVocabulary(db, synonyms)
  const other = (q: string): Promise<string[]> => otherSpellings(db, q, vocabulary)
  expect(await other('Remote medicl billr')).toEqual(['Remote medical biller'])
  // In a text, or there in another form.
  expect(await other('wraparound billers claim')).toEqual([])
  // A closed listing's word is nowhere, and nothing is near.
  expect(await other('zoologist')).toEqual([])
  expect(await other('the of')).toEqual([])
  expect(await other('"medicel coder" -bilr')).toEqual(['"medical coder" -bilr'])
})
