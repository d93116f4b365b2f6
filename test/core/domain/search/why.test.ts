import { describe, expect, test } from 'vitest'
import { findWords } from '../../../../core/domain/search/find-words.ts'
import {
  APPRENTICES,
  nameKey,
  numberKey,
  REMOTE_ANY,
  type KeyGroup,
} from '../../../../core/domain/search/keys.ts'
import type { ListingQuery } from '../../../../core/domain/search/query.ts'
import type { Near } from '../../../../core/domain/search/question.ts'
import { buildSynonyms } from '../../../../core/domain/search/synonyms.ts'
import { whyHere } from '../../../../core/domain/search/why.ts'
import type { Listing, WhyHere } from '../../../../core/domain/listing.ts'
import { NOW, sampleListing } from '../../../web/samples.ts'

const synonyms = buildSynonyms([{ name: 'biller', words: ['biller', 'billing specialist'] }])
const near: Near = {
  label: 'Scranton, PA',
  state: 'PA',
  towns: new Map([
    [numberKey('town', 18701), 15.8],
    [numberKey('town', 18301), 40.2],
  ]),
}

interface Case {
  query?: Partial<ListingQuery>
  listing?: Partial<Listing>
  keys?: number[]
  near?: Near | null
  text?: string
  words?: string[]
}

function why(of: Case): WhyHere[] {
  const all = (of.words ?? []).map((lexeme) => [
    { lexemes: [lexeme], tsquery: `'${lexeme}'`, phrase: false },
  ])
  const text = of.text ?? ''
  const find = of.words === undefined ? null : findWords({ all, none: [] }, synonyms)
  return whyHere(
    {
      listing: sampleListing(of.listing),
      text,
      found: find?.(text) ?? [],
      keys: of.keys ?? [],
    },
    {
      query: { limit: 25, ...of.query },
      question: { near: of.near ?? null, now: Date.parse(NOW) },
      find,
      sourceIds: (key) => (key === 'mercy-hill' ? 7 : undefined),
    },
  )
}

describe('why a listing is here: words', () => {
  test('of the title or the employer before those of the text', () => {
    const reasons = why({
      listing: { title: 'Medical Billing Specialist II', employer: 'Mercy Hill Hospital' },
      text: 'A BILLER who codes.\nHospital work; remote,\nRemote and remotely.',
      words: ['#biller', 'hospit', 'remot'],
    })
    expect(reasons).toEqual([
      { kind: 'words', where: 'title', words: ['Billing Specialist', 'Hospital'] },
      { kind: 'words', where: 'text', words: ['remote', 'remotely'] },
    ])
  })

  test('a search without words, and words that only the place holds, give none', () => {
    expect(why({})).toEqual([])
    expect(why({ words: ['scranton'], text: 'We post payments.' })).toEqual([])
  })
})

describe('why a listing is here: filters', () => {
  const carried = (group: KeyGroup, name: string): number => nameKey(group, name)

  test('give the values it carries, in the order of the filters', () => {
    expect(
      why({
        query: {
          source: ['mercy-hill', 'unknown'],
          role: ['billing', 'coding'],
          credential: ['CPC-A'],
          not_setting: ['snf'],
          employer: ['12'],
        },
        keys: [
          carried('role', 'billing'),
          carried('credential', 'CPC-A'),
          numberKey('source', 7),
          numberKey('employer', 12),
        ],
      }),
    ).toEqual([
      { kind: 'filter', filter: 'role', value: 'billing' },
      { kind: 'filter', filter: 'credential', value: 'CPC-A' },
      { kind: 'filter', filter: 'source', value: 'mercy-hill' },
      { kind: 'filter', filter: 'employer', value: '12' },
    ])
  })

  test('of states say whether it lies there or may be held from there', () => {
    const query = { state: ['PA', 'NY', 'TX'] }
    const keys = [nameKey('place_state', 'PA'), nameKey('remote_state', 'NY')]
    expect(why({ query, keys })).toEqual([
      { kind: 'filter', filter: 'state', value: 'PA' },
      { kind: 'remote', state: 'NY' },
    ])
    expect(why({ query: { state: ['TX'] }, keys: [REMOTE_ANY] })).toEqual([
      { kind: 'remote', state: 'TX' },
    ])
  })

  test('of amounts give its own', () => {
    expect(
      why({
        query: {
          max_months: 24,
          pay_floor_year: 40_000,
          posted_within: 7,
          accepts_apprentice: true,
        },
        // 52,000 a year of 2,080 hours is 25 an hour; posted three days before NOW.
        listing: { min_months: 12, pay: { min: 41_600, max: 52_000, unit: 'year' } },
        keys: [APPRENTICES],
      }),
    ).toEqual([
      { kind: 'filter', filter: 'accepts_apprentice', value: 'true' },
      { kind: 'filter', filter: 'max_months', value: '12' },
      { kind: 'filter', filter: 'pay_floor', value: '25' },
      { kind: 'filter', filter: 'posted_within', value: '3' },
    ])
    expect(
      why({
        query: { max_months: 24, unstated_months: 'include', posted_within: 7 },
        listing: { posted_at: null },
      }),
    ).toEqual([
      { kind: 'filter', filter: 'max_months', value: 'not_stated' },
      // First seen two days before NOW.
      { kind: 'filter', filter: 'posted_within', value: '2' },
    ])
  })

  test('of what a person holds name what of it is asked', () => {
    const asks = (over: Partial<Listing['credentials']>): WhyHere[] =>
      why({
        query: { holds: ['cpc', 'RHIT'] },
        listing: { credentials: { ...sampleListing().credentials, ...over } },
      })
    const held = (value: string): WhyHere[] => [{ kind: 'filter', filter: 'holds', value }]
    expect(asks({ required: ['CPC', 'CCS'], any_of: true })).toEqual(held('CPC'))
    expect(asks({})).toEqual(held('none_asked'))
    expect(asks({ required_class: 'any_coding' })).toEqual(held('any_coding'))
    expect(asks({ required: ['CCS'], within_months_of_hire: 12 })).toEqual(held('none_asked'))
  })

  test('that show adverts with marks of a fraud name the mark', () => {
    const listing = {
      warnings: [
        { code: 'number_conflict', words: 'three (5)' },
        { code: 'fee_to_start', words: 'a fee' },
      ],
    }
    expect(why({ query: { warnings: 'only' }, listing })).toEqual([
      { kind: 'filter', filter: 'warnings', value: 'fee_to_start' },
    ])
    expect(why({ listing })).toEqual([])
  })
})

describe('why a listing is here: a place near', () => {
  test('says how far it is, or that it may be held from there', () => {
    const here = [numberKey('town', 18701)]
    const there = [numberKey('town', 18301), REMOTE_ANY]
    expect(why({ near, keys: here })).toEqual([
      { kind: 'distance', miles: 15.8, label: 'Scranton, PA' },
    ])
    // Beyond the usual 30 miles, but within 50.
    expect(why({ near, keys: there })).toEqual([{ kind: 'remote', state: 'PA' }])
    expect(why({ near, keys: there, query: { radius: 50 } })).toEqual([
      { kind: 'distance', miles: 40.2, label: 'Scranton, PA' },
    ])
    expect(why({ near, keys: there, query: { state: ['PA'] } })).toEqual([
      { kind: 'remote', state: 'PA' },
    ])
  })
})
