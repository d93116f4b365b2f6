import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildPlaceIndex, milesBetween, type ZipRow } from '../../../../core/domain/places.ts'
import { numberKey } from '../../../../core/domain/search/keys.ts'

const row = (zip: string, city: string, state: string, lat: number, lon: number): ZipRow => ({
  zip,
  city,
  state,
  county: null,
  lat,
  lon,
})

// A degree of latitude is 69.09 miles (2 pi 3958.8 / 360), so a tenth of one is 6.9.
const index = buildPlaceIndex([
  row('18504', 'Scranton', 'PA', 41, -75),
  row('18503', 'Scranton', 'PA', 41.2, -75),
  row('18701', 'Wilkes-Barre', 'PA', 41.2, -75),
  row('13901', 'Binghamton', 'NY', 42.1, -75),
  row('27101', 'Winston-Salem', 'NC', 36.1, -80.2),
  row('10001', 'New York', 'NY', 40.75, -74),
  row('12345', 'Schenectady', 'NY', 42.8, -73.9),
  row('20001', 'Washington', 'DC', 38.9, -77),
  row('64101', 'Kansas City', 'MO', 39.1, -94.6),
  row('66101', 'Kansas City', 'KS', 39.1, -94.7),
  row('99546', 'Adak', 'AK', 51.9, 179.9),
  row('99547', 'Atka', 'AK', 51.9, -179.9),
])

describe('a place to search near', () => {
  test.each([
    ['18503', { lat: 41.2, lon: -75 }, '18503 (Scranton, PA)', 'PA'],
    [' 18503-1234 ', { lat: 41.2, lon: -75 }, '18503 (Scranton, PA)', 'PA'],
    ['Scranton, PA 18503', { lat: 41.2, lon: -75 }, '18503 (Scranton, PA)', 'PA'],
    // The middle of its ZIP codes.
    ['Scranton, PA', { lat: 41.1, lon: -75 }, 'Scranton, PA', 'PA'],
    ['scranton, pennsylvania', { lat: 41.1, lon: -75 }, 'Scranton, PA', 'PA'],
    ['SCRANTON PA', { lat: 41.1, lon: -75 }, 'Scranton, PA', 'PA'],
    ['scranton pa', { lat: 41.1, lon: -75 }, 'Scranton, PA', 'PA'],
    ['winston salem north carolina', { lat: 36.1, lon: -80.2 }, 'Winston-Salem, NC', 'NC'],
    ['new york new york', { lat: 40.75, lon: -74 }, 'New York, NY', 'NY'],
    ['NYC, NY', { lat: 40.75, lon: -74 }, 'New York, NY', 'NY'],
    ['Washington D.C.', { lat: 38.9, lon: -77 }, 'Washington, DC', 'DC'],
    ['washington district of columbia', { lat: 38.9, lon: -77 }, 'Washington, DC', 'DC'],
    ['Kansas City, KS', { lat: 39.1, lon: -94.7 }, 'Kansas City, KS', 'KS'],
    // A house number is no ZIP code; a ZIP code that nobody has is passed over for the town.
    ['12345 Scranton, PA', { lat: 41.1, lon: -75 }, 'Scranton, PA', 'PA'],
    ['Scranton, PA 00000', { lat: 41.1, lon: -75 }, 'Scranton, PA', 'PA'],
  ])('%j', (text, point, label, state) => {
    const spot = index.near(text)
    expect(spot?.point.lat).toBeCloseTo(point.lat, 9)
    expect(spot?.point.lon).toBeCloseTo(point.lon, 9)
    expect([spot?.label, spot?.state]).toEqual([label, state])
  })

  test.each([
    '',
    '  ',
    '00000',
    '1850',
    '185031',
    'Scranton',
    'PA',
    'Nowhere, PA',
    ', PA',
    'Kansas City',
    'remote',
  ])('%j is none', (text) => expect(index.near(text)).toBeNull())

  test('nothing that is typed is an error', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (text) => {
        const spot = index.near(text)
        if (spot !== null) expect(spot.state).toMatch(/^[A-Z]{2}$/)
      }),
    )
  })
})

describe('the towns within a distance', () => {
  const scranton = { lat: 41.1, lon: -75 }

  test('are known by the key of their lowest ZIP code', () => {
    // Wilkes-Barre is a tenth of a degree away (6.9 miles), Binghamton a whole one (69.09).
    expect(index.townsWithin(scranton, 50)).toEqual(
      new Map([
        [numberKey('town', 18503), 0],
        [numberKey('town', 18701), 6.9],
      ]),
    )
    expect(index.townsWithin(scranton, 69).has(numberKey('town', 13901))).toBe(false)
    expect(index.townsWithin(scranton, 69.2).get(numberKey('town', 13901))).toBe(69.1)
    expect(index.townsWithin(scranton, 0)).toEqual(new Map([[numberKey('town', 18503), 0]]))
    expect(index.townsWithin({ lat: 0, lon: 0 }, 200).size).toBe(0)
  })

  test('are found across the 180th degree', () => {
    // Two tenths of a degree of longitude at 51.9 north: 0.2 x 69.09 x cos(51.9) = 8.5.
    expect(index.townsWithin({ lat: 51.9, lon: 179.9 }, 10).get(numberKey('town', 99547))).toBe(8.5)
  })

  test('are those that measuring each would find', () => {
    const coordinate = (most: number): fc.Arbitrary<number> =>
      fc.double({ min: -most, max: most, noNaN: true })
    const point = fc.record({ lat: coordinate(90), lon: coordinate(180) })
    fc.assert(
      fc.property(
        fc.array(point, { minLength: 1, maxLength: 30 }),
        point,
        fc.double({ min: 0, max: 3000, noNaN: true }),
        (points, from, miles) => {
          const many = buildPlaceIndex(
            points.map((p, i) => row(String(10_000 + i), `Town ${i}`, 'PA', p.lat, p.lon)),
          )
          const near = points.flatMap((p, i) =>
            milesBetween(from, p) <= miles ? [numberKey('town', 10_000 + i)] : [],
          )
          const found = [...many.townsWithin(from, miles).keys()]
          expect(found.sort((a, b) => a - b)).toEqual(near)
        },
      ),
    )
  })

  test('a town of an advert has the same key, whichever way it is written', () => {
    const key = (city: string | null, state: string | null): number | null =>
      index.townKey({ city, state, country: 'US' })
    expect(key('SCRANTON', 'pa')).toBe(18503)
    expect(key('Winston Salem', 'NC')).toBe(27101)
    expect(key('Scranton', 'NY')).toBeNull()
    expect(key(null, 'PA')).toBeNull()
    expect(key('Scranton', null)).toBeNull()
  })
})
