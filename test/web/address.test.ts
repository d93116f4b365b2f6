import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { KEY_FILTERS, type ListingQuery } from '../../core/domain/search/query.ts'
import { parseListingQuery } from '../../api/wire/listing-query.ts'
import { rawQuery } from '../../api/wire/query.ts'
import { activeFilters } from '../../web/active-filters.ts'
import {
  changed,
  mapAddress,
  searchAddress,
  withoutFilter,
  withoutValue,
  wholeSearch,
  withValue,
} from '../../web/address.ts'
import { NO_NAMES } from './samples.ts'

const QUERY: ListingQuery = {
  q: 'a&b',
  state: ['PA', 'NJ'],
  not_employer: ['52'],
  max_months: 0,
  unstated_months: 'include',
  limit: 25,
  cursor: 'zz',
}

describe('the address of a search', () => {
  it('holds what was asked in one order and leaves the usual limit out', () => {
    expect(searchAddress(QUERY)).toBe(
      '/?q=a%26b&state=NJ&state=PA&not_employer=52&max_months=0&unstated_months=include&cursor=zz',
    )
    expect(searchAddress({ limit: 25 })).toBe('/')
    expect(searchAddress({ limit: 50, sort: 'pay' })).toBe('/?sort=pay&limit=50')
  })

  it('holds every filter', () => {
    const all: ListingQuery = {
      q: 'coder',
      near: 'Scranton, PA',
      radius: 50,
      holds: ['CPC'],
      accepts_apprentice: false,
      max_months: 6,
      unstated_months: 'include',
      pay_floor_hour: 18.5,
      pay_floor_year: 40000,
      posted_within: 7,
      warnings: 'show',
      sort: 'nearest',
      limit: 10,
      cursor: 'abc',
      ...Object.fromEntries(
        KEY_FILTERS.flatMap((f) => [
          [f, ['A']],
          [`not_${f}`, ['B']],
        ]),
      ),
    }
    const said = new URL(searchAddress(all), 'http://x').searchParams
    expect([...said.keys()].sort()).toEqual(Object.keys(all).sort())
    expect(said.get('near')).toBe('Scranton, PA')
    expect(said.get('accepts_apprentice')).toBe('false')
  })

  it('is the same for equal searches, whatever was typed first', () => {
    const address = '/?state=NJ&state=PA'
    expect(searchAddress({ state: ['PA', 'NJ', 'PA'] })).toBe(address)
    expect(searchAddress({ state: ['NJ', 'PA'], radius: 50 })).toBe(address)
    expect(searchAddress({ state: ['NJ', 'PA'], sort: 'best', unstated_months: 'include' })).toBe(
      address,
    )
    expect(searchAddress({ state: ['NJ', 'PA'], sort: 'newest', role: [] })).toBe(address)
    expect(searchAddress({ near: '18503', radius: 30 })).toBe('/?near=18503')
    expect(searchAddress({ q: 'x', sort: 'newest' })).toBe('/?q=x&sort=newest')
  })

  it('of any order of values and keys leads to one address', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(['PA', 'NJ', 'NY', 'OH'], { minLength: 1 }),
        fc.shuffledSubarray(['open', 'not_stated']),
        (state, entry) => {
          const one = searchAddress({ state, entry })
          expect(searchAddress({ entry: [...entry].reverse(), state: [...state].sort() })).toBe(one)
        },
      ),
    )
  })

  it('is read back as the search it was made of', () => {
    const query: ListingQuery = { q: 'a "b c" -d', state: ['NJ', 'PA'], max_months: 6, limit: 25 }
    expect(parseListingQuery(rawQuery(searchAddress(query)))).toMatchObject(query)
  })
})

describe('the search with one thing changed', () => {
  it('loses one value, and with it the page it stood on', () => {
    expect(withoutValue(QUERY, 'state', 'PA')).toBe(
      '/?q=a%26b&state=NJ&not_employer=52&max_months=0&unstated_months=include',
    )
    expect(withoutValue(QUERY, 'not_employer', '52')).toBe(
      '/?q=a%26b&state=NJ&state=PA&max_months=0&unstated_months=include',
    )
  })

  it('gains a value, which then is no longer asked for and left out at once', () => {
    expect(withValue({ state: ['PA'] }, 'not_employer', '7')).toBe('/?state=PA&not_employer=7')
    expect(withValue({ state: ['NJ', 'PA'] }, 'not_state', 'PA')).toBe('/?state=NJ&not_state=PA')
    expect(withValue({ not_state: ['PA'] }, 'state', 'PA')).toBe('/?state=PA')
    expect(withValue({ state: ['PA'] }, 'state', 'PA')).toBe('/?state=PA')
  })

  it('loses a whole filter with all that belongs to it', () => {
    const query = { ...QUERY, q: undefined, not_state: ['OH'], near: '18503', radius: 50 }
    expect(withoutFilter(query, 'state')).toBe(
      '/?near=18503&radius=50&not_employer=52&max_months=0&unstated_months=include',
    )
    expect(withoutFilter({ near: '18503', radius: 50 }, 'near')).toBe('/')
    expect(withoutFilter({ max_months: 6, unstated_months: 'include' }, 'max_months')).toBe('/')
    expect(withoutFilter({ pay_floor_hour: 20, pay_floor_year: 1 }, 'pay_floor')).toBe('/')
    expect(changed({ q: 'x', cursor: 'c' }, { sort: 'pay' })).toBe('/?q=x&sort=pay')
  })

  it('is shown by a map and by feeds under the same names, from its beginning', () => {
    const query: ListingQuery = { q: 'x', state: ['PA'], sort: 'pay', cursor: 'c', limit: 10 }
    expect(mapAddress(query)).toBe('/map?q=x&state=PA')
    expect(searchAddress(wholeSearch(query))).toBe('/?q=x&state=PA')
  })
})

describe('the filters that are on', () => {
  const labels = (query: Partial<ListingQuery>) =>
    activeFilters(query, { ...NO_NAMES, employer: { 52: 'Mercy Hill' } }).map((f) => f.label)

  it('are said in plain words, those that leave out with "not"', () => {
    expect(
      labels({
        q: 'coder',
        near: 'Scranton, PA',
        state: ['PA'],
        not_state: ['NJ'],
        not_employer: ['52', '53'],
        credential: ['CPC'],
        holds: ['CCA'],
        accepts_apprentice: true,
        max_months: 12,
        unstated_months: 'include',
        pay_floor_hour: 18,
        pay_floor_year: 40000,
        posted_within: 7,
        warnings: 'show',
      }),
    ).toEqual([
      '“coder”',
      'Within 30 miles of Scranton, PA',
      'Pennsylvania',
      'not New Jersey',
      'Names CPC',
      'not Mercy Hill',
      'not Employer 53',
      'I hold CCA',
      'Says apprentices are welcome',
      'Up to 12 months, or not stated',
      'Pays from $18.00 an hour',
      'Pays from $40,000 a year',
      'Posted in the last 7 days',
      'Marks of a fraud shown',
    ])
  })

  it('each lead to the search without it', () => {
    const query: Partial<ListingQuery> = {
      pay_floor_hour: 18,
      pay_floor_year: 40000,
      state: ['PA'],
    }
    expect(activeFilters(query, NO_NAMES).map((f) => f.href)).toEqual([
      '/?pay_floor_hour=18&pay_floor_year=40000',
      '/?state=PA&pay_floor_year=40000',
      '/?state=PA&pay_floor_hour=18',
    ])
    expect(activeFilters({ state: ['PA'] }, NO_NAMES, '/map')[0]?.href).toBe('/map')
  })
})
