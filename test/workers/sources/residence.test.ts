import { describe, expect, test } from 'vitest'
import {
  keptByPoll,
  placesIn,
  residenceIn,
  residenceInCountries,
} from '../../../workers/sources/residence.ts'

const US = { city: null, state: null, country: 'US' }
const land = (country: string) => ({ city: null, state: null, country })

describe('where a remote worker may live', () => {
  test.each([
    ['USA, CST (UTC-6)', [US], [], true],
    ['EMEA,  LATAM,  Canada,  USA', [land('CA'), US], [], true],
    ['Worldwide', [], [], true],
    ['Anywhere', [], [], true],
    ['Americas', [], [], true],
    ['USA Only', [US], [], true],
    ['Remote (US)', [US], [], true],
    ['Texas, USA', [{ city: null, state: 'TX', country: 'US' }], ['TX'], true],
    [
      'PA, NJ',
      [
        { city: null, state: 'PA', country: 'US' },
        { city: null, state: 'NJ', country: 'US' },
      ],
      ['PA', 'NJ'],
      true,
    ],
    // CA beside US is Canada or California: neither is taken.
    ['US, CA', [US], [], true],
    ['Georgia', [], [], true],
    ['Overlap with CET', [], [], true],
    ['Puerto Rico', [{ city: null, state: 'PR', country: 'US' }], ['PR'], true],
    ['Germany', [land('DE')], [], false],
    ['UK', [land('GB')], [], false],
    ['EMEA', [], [], false],
    ['Europe, LATAM', [], [], false],
    ['Hong Kong, Singapore', [land('HK'), land('SG')], [], false],
    [null, [], [], true],
  ])('%j names %j', (line, places, states, us) => {
    expect(residenceIn(line)).toEqual({ places, states, us })
  })

  test('in a list of countries Georgia is the country and an empty list the world', () => {
    expect(residenceInCountries(['Georgia', 'Canada'])).toEqual({
      places: [land('GE'), land('CA')],
      states: [],
      us: false,
    })
    expect(residenceInCountries([])).toEqual({ places: [], states: [], us: true })
    expect(residenceInCountries(['Canada', 'United States']).us).toBe(true)
    expect(residenceInCountries(['Trinidad and Tobago']).places).toEqual([land('TT')])
    // A name nobody knows keeps the advert.
    expect(residenceInCountries(['Elsewhereland']).us).toBe(true)
  })
})

describe('a place line that may name regions', () => {
  test.each([
    ['Anywhere in the World', []],
    ['Flexible / Remote', []],
    ['EMEA', []],
    ['USA Only', [US]],
    ['Austin, TX | Europe', [{ city: 'Austin', state: 'TX', country: 'US' }]],
    ['Scranton, PA', [{ city: 'Scranton', state: 'PA', country: 'US' }]],
    ['Orlando, ', [{ city: 'Orlando', state: null, country: null }]],
    [null, []],
  ])('%j holds %j', (line, places) => {
    expect(placesIn(line)).toEqual(places)
  })
})

test('only a poll leaves out what is not open to the US', () => {
  const page = (context: Record<string, unknown>) => ({
    url: '',
    status: 200,
    content_type: null,
    body: '',
    context,
  })
  const postings = [{ external_id: 'a' }, { external_id: 'b' }] as never[]
  const elsewhere = new Set(['a'])
  expect(keptByPoll(page({ us_only: true }), postings, elsewhere)).toEqual([{ external_id: 'b' }])
  expect(keptByPoll(page({}), postings, elsewhere)).toHaveLength(2)
})
