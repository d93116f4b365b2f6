import { describe, expect, it } from 'vitest'
import type { ListingPage } from '../../core/domain/listing.ts'
import type { ListingQuery } from '../../core/domain/search/query.ts'
import { US_STATES } from '../../core/domain/us-states.ts'
import { shadesFor, shadeWords } from '../../web/charts/state-map.tsx'
import { MAP_BOX, stateShapes } from '../../web/charts/state-shapes.ts'
import { mapPage } from '../../web/pages/map.tsx'
import { NO_FACETS, samplePage } from './samples.ts'

const withStates = (total: number, counts: Record<string, number>): ListingPage =>
  samplePage({
    total,
    facets: {
      ...NO_FACETS,
      state: Object.entries(counts).map(([value, count]) => ({ value, count })),
    },
  })

const page = (query: Partial<ListingQuery> = {}) =>
  mapPage({
    query: { limit: 25, ...query },
    page: samplePage({ total: 30 }),
    onSite: withStates(20, { PA: 12, NJ: 7, PR: 1 }),
    remote: withStates(10, { PA: 10, WY: 1 }),
  })

describe('the shapes of the states', () => {
  const shapes = stateShapes()

  it('are those of the fifty states and the District of Columbia, each once', () => {
    expect(shapes.map(({ code }) => code).sort()).toEqual([...US_STATES].sort())
  })

  it('are closed paths in whole units inside the box, and light', () => {
    for (const { d, code } of shapes) {
      expect(d, code).toMatch(/^(M-?\d+,\d+l[-\d, ]+z)+$/)
      for (const [, x, y] of d.matchAll(/M(-?\d+),(\d+)/g)) {
        expect(Number(x)).toBeGreaterThanOrEqual(MAP_BOX.x)
        expect(Number(x)).toBeLessThanOrEqual(MAP_BOX.x + MAP_BOX.width)
        expect(Number(y)).toBeGreaterThanOrEqual(MAP_BOX.y)
        expect(Number(y)).toBeLessThanOrEqual(MAP_BOX.y + MAP_BOX.height)
      }
    }
    expect(shapes.reduce((sum, { d }) => sum + d.length, 0)).toBeLessThan(60_000)
  })

  it('come back to where they began: Wyoming is nearly a square', () => {
    const wyoming = shapes.find(({ code }) => code === 'WY')?.d ?? ''
    const steps = [...wyoming.slice(wyoming.indexOf('l')).matchAll(/(-?\d+),?(-?\d+)/g)]
    const xs = steps.reduce<number[]>((at, [, dx]) => [...at, (at.at(-1) ?? 0) + Number(dx)], [])
    const ys = steps.reduce<number[]>((at, [, , dy]) => [...at, (at.at(-1) ?? 0) + Number(dy)], [])
    const span = (of: number[]) => Math.max(0, ...of) - Math.min(0, ...of)
    // 360 by 276 miles; the box draws about 2.9 miles to a unit.
    expect(span(xs)).toBeGreaterThan(110)
    expect(span(xs)).toBeLessThan(140)
    expect(span(ys)).toBeGreaterThan(85)
    expect(span(ys)).toBeLessThan(115)
  })
})

describe('the shades', () => {
  it('begin at round numbers, five at most, and are said in words without a gap', () => {
    expect(shadesFor(0)).toEqual([])
    expect(shadesFor(3)).toEqual([1, 2])
    expect(shadesFor(37)).toEqual([1, 2, 5, 10, 20])
    expect(shadesFor(1500)).toEqual([1, 100, 200, 500, 1000])
    expect(shadeWords([1, 2, 5])).toEqual(['None', '1', '2 to 4', '5 or more'])
    expect(shadeWords([1, 100, 1000])).toEqual(['None', '1 to 99', '100 to 999', '1,000 or more'])
    expect(shadeWords([])).toEqual(['None'])
  })
})

describe('the map of a search', () => {
  it('says of each state what is at a place there and what is open to people there, and leads to it', () => {
    const html = page({ q: 'coder' })
    const label =
      'Pennsylvania: 12 listings at a place there, and 10 remote jobs open to people there'
    expect(html).toContain(
      `<a href="/?q=coder&amp;state=PA" aria-label="${label}" rel="nofollow"><title>${label}</title>`,
    )
    expect(html).toContain('New Jersey: 7 listings at a place there"')
    expect(html.match(/class="shade-4"/g)).toHaveLength(2)
    expect(html).toContain('The shades count 20 listings')
    expect(html).toContain('10 more are remote: they have no place on a map.')
  })

  it('holds the same numbers as a table, territories and all', () => {
    const html = page()
    const rows = [
      ...html.matchAll(
        /<th scope="row"><a href="([^"]+)"[^>]*>([^<]+)<\/a><\/th><td>(\d+)<\/td><td>(\d+)<\/td>/g,
      ),
    ].map((m) => m.slice(1))
    expect(rows).toHaveLength(56)
    expect(rows.find(([, name]) => name === 'Puerto Rico')).toEqual([
      '/?state=PR',
      'Puerto Rico',
      '1',
      '0',
    ])
    expect(rows.find(([, name]) => name === 'Wyoming')).toEqual(['/?state=WY', 'Wyoming', '0', '1'])
    expect(rows[0]?.[1]).toBe('Alabama')
  })

  it('takes filters off without leaving the map, and leads back to the list', () => {
    const html = page({ q: 'coder', role: ['coding'] })
    expect(html).toContain('<a href="/map?role=coding" rel="nofollow">')
    expect(html).toContain('<a href="/?q=coder&amp;role=coding">Back to the 30 listings</a>')
    expect(html).toContain('<a class="clear" href="/map">')
  })

  it('of a search without remote jobs does not speak of them', () => {
    const html = mapPage({
      query: { limit: 25, work_mode: ['onsite'] },
      page: samplePage({ total: 20 }),
      onSite: withStates(20, { PA: 12 }),
      remote: null,
    })
    expect(html).not.toContain('remote: they')
    expect(html).toContain('No advert of this search states its pay by time.')
  })
})
