import { describe, expect, test } from 'vitest'
import {
  buildPlaceIndex,
  milesBetween,
  normaliseTown,
  parsePlace,
  parseZipTable,
} from '../../../../core/domain/places.ts'

const TABLE = [
  '18503\tScranton\tPA\t42069\t41.4\t-75.7',
  '18504\tScranton\tPA\t42069\t41.42\t-75.72',
  '63101\tSaint Louis\tMO\t29510\t38.6\t-90.2',
  '10001\tNew York\tNY\t36061\t40.75\t-74',
  'not a row',
  '99999\tBroken\tZZ\t\tx\ty',
].join('\n')

describe('distances', () => {
  test('one degree of latitude is about 69 miles', () => {
    // 2 * pi * 3958.8 / 360 = 69.09
    expect(milesBetween({ lat: 40, lon: -75 }, { lat: 41, lon: -75 })).toBeCloseTo(69.09, 1)
  })

  test('a degree of longitude shrinks with the cosine of the latitude', () => {
    // 69.09 * cos(60 degrees) = 34.55
    expect(milesBetween({ lat: 60, lon: 10 }, { lat: 60, lon: 11 })).toBeCloseTo(34.55, 1)
  })

  test('a point is no distance from itself', () => {
    expect(milesBetween({ lat: 12.5, lon: 99 }, { lat: 12.5, lon: 99 })).toBe(0)
  })
})

describe('the index of places', () => {
  const index = buildPlaceIndex(parseZipTable(TABLE))

  test('passes over lines that are no rows', () => {
    expect(index.size).toBe(4)
  })

  test('knows a ZIP code and its state', () => {
    expect(index.byZip('18503')).toMatchObject({ city: 'Scranton', state: 'PA', county: '42069' })
    expect(index.stateOf('63101')).toBe('MO')
    expect(index.stateOf('00901')).toBeNull()
  })

  test('a town is the middle of its ZIP codes, however its name is written', () => {
    const scranton = index.byCityState('SCRANTON', 'pa')
    expect(scranton?.lat).toBeCloseTo(41.41, 6)
    expect(scranton?.lon).toBeCloseTo(-75.71, 6)
    expect(index.byCityState('St. Louis', 'MO')).toEqual({ lat: 38.6, lon: -90.2 })
    expect(index.byCityState('New York City', 'NY')).not.toBeNull()
    expect(index.byCityState('Scranton', 'NY')).toBeNull()
  })

  test('a distance that cannot be known is null', () => {
    expect(index.distance('18503', { city: 'Nowhere', state: 'PA', country: 'US' })).toBeNull()
    expect(index.distance('00901', { city: 'Scranton', state: 'PA', country: 'US' })).toBeNull()
    expect(index.distance('18503', { city: null, state: 'PA', country: 'US' })).toBeNull()
    expect(index.distance('18503', { city: 'Scranton', state: 'PA', country: 'US' })).toBeLessThan(
      2,
    )
  })
})

describe('a place as people write it', () => {
  const none = { city: null, state: null, country: null }
  test.each([
    ['Scranton, PA', { city: 'Scranton', state: 'PA', country: 'US' }],
    ['Scranton, Pennsylvania', { city: 'Scranton', state: 'PA', country: 'US' }],
    ['Scranton, PA 18503', { city: 'Scranton', state: 'PA', country: 'US' }],
    ['New York, NY, USA', { city: 'New York', state: 'NY', country: 'US' }],
    ['New York, New York 10001, United States', { city: 'New York', state: 'NY', country: 'US' }],
    ['Washington, D.C.', { city: 'Washington', state: 'DC', country: 'US' }],
    ['Pennsylvania', { city: null, state: 'PA', country: 'US' }],
    ['PA', { city: null, state: 'PA', country: 'US' }],
    ['Remote', none],
    ['Fully remote', none],
    ['', none],
    ['Remote - TX', { city: null, state: 'TX', country: 'US' }],
    ['Remote (Texas)', { city: null, state: 'TX', country: 'US' }],
    ['Remote, US', { city: null, state: null, country: 'US' }],
    ['Hybrid - Tampa, FL', { city: 'Tampa', state: 'FL', country: 'US' }],
    ['US-PA-Scranton', { city: 'Scranton', state: 'PA', country: 'US' }],
    ['Tampa FL', { city: 'Tampa', state: 'FL', country: 'US' }],
    ['Wilkes-Barre, PA', { city: 'Wilkes-Barre', state: 'PA', country: 'US' }],
    ['Scranton, PA and 2 more places', { city: 'Scranton', state: 'PA', country: 'US' }],
    ['Scranton', { city: 'Scranton', state: null, country: null }],
    ['San Juan, PR', { city: 'San Juan', state: 'PR', country: 'US' }],
  ])('%s', (text, place) => {
    expect(parsePlace(text)).toEqual(place)
  })

  test('names of towns come down to one form', () => {
    expect(['St. Paul', 'Mt Vernon', 'Ft. Worth', 'Coeur d’Alene'].map(normaliseTown)).toEqual([
      'saint paul',
      'mount vernon',
      'fort worth',
      'coeur dalene',
    ])
  })
})
