import { describe, expect, test } from 'vitest'
import { countryCode, placeOf, placesFromWords, usState } from '../../../workers/sources/places.ts'

describe('a place line', () => {
  test.each([
    ['Scranton, PA', [['Scranton', 'PA', 'US']]],
    ['Scranton, Pennsylvania', [['Scranton', 'PA', 'US']]],
    ['Scranton, PA 18503', [['Scranton', 'PA', 'US']]],
    ['Scranton, PA, USA', [['Scranton', 'PA', 'US']]],
    ['San Diego, California, United States', [['San Diego', 'CA', 'US']]],
    ['Winston-Salem, NC', [['Winston-Salem', 'NC', 'US']]],
    ['Town & Country, MO', [['Town & Country', 'MO', 'US']]],
    [
      'Austin, TX; Denver, CO',
      [
        ['Austin', 'TX', 'US'],
        ['Denver', 'CO', 'US'],
      ],
    ],
    [
      'Austin, TX, Denver, CO',
      [
        ['Austin', 'TX', 'US'],
        ['Denver', 'CO', 'US'],
      ],
    ],
    ['Tampa, FL or Remote', [['Tampa', 'FL', 'US']]],
    ['Tampa, FL (Hybrid)', [['Tampa', 'FL', 'US']]],
    ['Chicago, IL - Downtown', [['Chicago', 'IL', 'US']]],
    ['Remote - US', [[null, null, 'US']]],
    ['Remote, Texas', [[null, 'TX', 'US']]],
    ['Texas, United States', [[null, 'TX', 'US']]],
    ['United States', [[null, null, 'US']]],
    ['Remote', []],
    ['Hybrid', []],
    ['Multiple Locations', []],
    ['New York', [[null, 'NY', 'US']]],
    ['Washington', [['Washington', null, null]]],
    ['Washington, DC', [['Washington', 'DC', 'US']]],
    ['Georgia', [[null, 'Georgia', null]]],
    ['Atlanta, Georgia', [['Atlanta', 'GA', 'US']]],
    ['London, UK', [['London', null, 'GB']]],
    ['London, England, United Kingdom', [['London', 'England', 'GB']]],
    ['Toronto, Ontario, Canada', [['Toronto', 'Ontario', 'CA']]],
    ['Bangalore, India', [['Bangalore', null, 'IN']]],
    ['Springfield', [['Springfield', null, null]]],
    ['Washington, D.C.', [['Washington', 'DC', 'US']]],
    ['US, CA, Santa Clara', [['Santa Clara', 'CA', 'US']]],
    ['United States - Texas - Dallas', [['Dallas', 'TX', 'US']]],
    ['US, CA, Remote', [[null, 'CA', 'US']]],
    ['Ohio - Cleveland', [['Cleveland', 'OH', 'US']]],
    ['New York, New York', [['New York', 'NY', 'US']]],
    ['New York, United States', [[null, 'NY', 'US']]],
    ['Delaware, Ohio', [['Delaware', 'OH', 'US']]],
    ['Georgia, Tbilisi', [['Georgia', 'Tbilisi', null]]],
    ['IN, Bangalore', []],
  ])('%s', (words, expected) => {
    const read = placesFromWords(words).map((p) => [p.city, p.state, p.country])
    expect(read).toEqual(expected)
  })

  test('that is absent gives no place', () => {
    expect(placesFromWords(null)).toEqual([])
  })

  test.each([
    ['Springfield', 'US', ['Springfield', null, 'US']],
    ['Georgia', 'US', [null, 'GA', 'US']],
    ['MN - Rochester', 'US', ['Rochester', 'MN', 'US']],
    ['Pune', 'IN', ['Pune', null, 'IN']],
    ['London, UK', 'US', ['London', null, 'GB']],
  ])('%s, in a feed whose own field says %s', (words, country, expected) => {
    const [p, ...more] = placesFromWords(words, country)
    expect([[p?.city, p?.state, p?.country], more]).toEqual([expected, []])
  })
})

describe('a place in fields', () => {
  test('a US state implies its country, another region implies nothing', () => {
    expect(placeOf({ city: 'Rockford', region: 'Illinois', country: 'UNAVAILABLE' })).toEqual({
      city: 'Rockford',
      state: 'IL',
      country: 'US',
    })
    expect(placeOf({ city: 'Leeds', region: 'Yorkshire', country: null })).toEqual({
      city: 'Leeds',
      state: 'Yorkshire',
      country: null,
    })
  })
  test('a region of another country is never a US state', () => {
    expect(placeOf({ city: 'Perth', region: 'WA', country: 'Australia' })).toEqual({
      city: 'Perth',
      state: 'WA',
      country: 'AU',
    })
  })
  test('a country nobody knows is left out, not passed on', () => {
    expect(placeOf({ city: 'Erie', region: 'PA', country: 'Murica' })?.country).toBe('US')
    expect(placeOf({ city: 'Erie', region: null, country: 'Murica' })?.country).toBeNull()
  })
  test('blanks and "Remote" are no place', () => {
    expect(placeOf({ city: 'Remote', region: '', country: 'N/A' })).toBeNull()
  })
})

test('a withdrawn code gives way to the living one', () => {
  expect([countryCode('Germany'), countryCode('DD'), countryCode('UK')]).toEqual(['DE', 'DE', 'GB'])
})

test('countries are known by the names of everyday use, too', () => {
  const names = ['Hong Kong', 'Czech Republic', 'Turkey', 'Saint Lucia', 'Bosnia and Herzegovina']
  expect(names.map(countryCode)).toEqual(['HK', 'CZ', 'TR', 'LC', 'BA'])
})

test('states and countries are known by code and name', () => {
  expect([usState('pa'), usState('US-PA'), usState('Puerto Rico'), usState('Ontario')]).toEqual([
    'PA',
    'PA',
    'PR',
    null,
  ])
  expect([countryCode('USA'), countryCode('United States'), countryCode('DE')]).toEqual([
    'US',
    'US',
    'DE',
  ])
  expect([countryCode('QZ'), countryCode('Atlantis'), countryCode(null)]).toEqual([
    null,
    null,
    null,
  ])
})
