import { readFileSync, statSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { loadPlaces } from '../../core/places-file.ts'

describe('the packed table of ZIP codes', () => {
  test('is read once, whole, and lies where the country lies', () => {
    const places = loadPlaces()
    expect(loadPlaces()).toBe(places)
    expect(places.size).toBe(40_977)
    // The post office of Scranton, by any atlas: 41.4 north, 75.7 west.
    const scranton = places.byZip('18503')
    expect(scranton?.state).toBe('PA')
    expect(scranton?.county).toBe('42069')
    expect(scranton?.lat).toBeCloseTo(41.4, 0)
    expect(scranton?.lon).toBeCloseTo(-75.7, 0)
  })

  test('gives the distances of a road atlas, as the crow flies', () => {
    const { distance } = loadPlaces()
    const far = distance('10001', { city: 'Los Angeles', state: 'CA', country: 'US' })
    expect(far).toBeGreaterThan(2430)
    expect(far).toBeLessThan(2460)
    const near = distance('18503', { city: 'Wilkes-Barre', state: 'PA', country: 'US' })
    expect(near).toBeGreaterThan(13)
    expect(near).toBeLessThan(19)
  })

  test('stays under a megabyte, and its credit stands beside it', () => {
    const folder = new URL('../../seeds/places/', import.meta.url)
    expect(statSync(new URL('us-zips.tsv.gz', folder)).size).toBeLessThan(1_000_000)
    const credit = readFileSync(new URL('CREDIT.md', folder), 'utf8')
    expect(credit).toContain('GeoNames')
    expect(credit).toContain('Creative Commons Attribution 4.0')
    expect(credit).toContain('Puerto Rico')
  })
})
