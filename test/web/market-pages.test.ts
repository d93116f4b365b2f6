import { describe, expect, it } from 'vitest'
import { marketFacts, type MarketCounts } from '../../core/domain/market/market-facts.ts'
import type { HelpEntry } from '../../core/domain/help.ts'
import { helpPage } from '../../web/pages/help.tsx'
import { insightsPage } from '../../web/pages/insights.tsx'
import { scamsPage } from '../../web/pages/scams.tsx'
import { walkFigures } from '../helpers/figures.ts'
import { NOW } from './samples.ts'

const counts = (over: Partial<MarketCounts> = {}): MarketCounts => ({
  ...{ basis: 'live', suspicious: 1, groups: [], pay: [], weeks: [] },
  ...over,
})
const all = (months: number | null, n: number, newcomer = false) => [
  ...(['all', 'work_mode', 'state'] as const).map((dimension) => ({
    dimension,
    value: { all: '', work_mode: 'remote', state: 'PA' }[dimension],
    months,
    newcomer,
    n,
  })),
]
const market = (over: Partial<MarketCounts>) =>
  insightsPage({ facts: marketFacts(counts(over), [], NOW) })

const ENTRY: HelpEntry = {
  ...{ id: 'x', name: 'X & Sons', kind: 'association', body: 'X', what_for: 'Ask <b>X</b>.' },
  ...{ states: ['PA', 'NJ'], reach: 'Call 2 people.', address: 'x.example.org/a', source: 'X' },
  ...{ as_of: '2026-03', checked: '2026-11-24', note: null },
}

const pages: [string, string][] = [
  ['market, empty', market({})],
  ['market, few adverts', market({ groups: all(12, 3) })],
  ['market', market({ groups: [...all(12, 30), ...all(0, 10, true)] })],
  ['help', helpPage({ entries: [ENTRY], state: 'PA' })],
  ['scams', scamsPage({})],
]

describe.each(pages)('the page "%s"', (_name, html) => {
  it('is a whole document that holds nothing the content policy forbids', () => {
    expect(html.match(/<h1[ >]/g)).toHaveLength(1)
    expect(html).not.toMatch(/\sstyle=|<style|\son[a-z]+=/)
    expect(html).toContain('<link rel="stylesheet" href="/assets/charts.css"')
    const ranks = [...html.matchAll(/<h([1-6])[ >]/g)].map((m) => Number(m[1]))
    ranks.forEach((rank, at) => expect(rank - (ranks[at - 1] ?? 0)).toBeLessThanOrEqual(1))
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map((m) => m[1])
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
  })

  it('names source and date at every figure, and no figure that is none', () => {
    expect(walkFigures(html).faults).toEqual([])
    expect(html).not.toMatch(/NaN|Infinity|undefined|null/)
  })
})

describe('the page on the market', () => {
  it('says how far remote lies from on site only when both have enough adverts', () => {
    const onsite = (n: number) => ({ ...({ dimension: 'work_mode', value: 'onsite' } as const), n })
    const both = market({
      groups: [...all(36, 5), { ...onsite(5), months: 12, newcomer: false }],
    })
    expect(text(both)).toContain('The middle value for remote adverts is 36 months (3 years).')
    expect(text(both)).toContain('Remote adverts ask for 24 months (2 years) more.')
    const few = market({ groups: [...all(36, 5), { ...onsite(4), months: 12, newcomer: false }] })
    expect(text(few)).toContain('There are too few adverts to compare the two')
  })

  it('draws the country and the states that adverts speak of, and says that the table holds the rest', () => {
    const states = ['AL', 'AK', 'AZ', 'AR', 'CA', 'CO', 'CT', 'DE', 'FL', 'GA', 'HI', 'ID', 'US']
    const wages = states.map((state) => ({
      ...{ soc: '43-3021', state, hour_p10: 16, hour_p25: 18, hour_median: 22 },
      ...{ year_p10: null, year_p25: null, year_median: null },
      ...{ sample: false, source: 'state_M2024_dl.csv', as_of: '2024-05-01' },
    }))
    const pay = [{ state: 'WY', amount: 15, n: 5 }]
    const facts = marketFacts(counts({ groups: all(12, 9), pay }), wages, NOW)
    const html = insightsPage({ facts })
    const told = /id="pay_bands_about">Bands\. (.*?)<\/desc>/.exec(html)?.[1] ?? ''
    expect(told.split('; ').slice(0, 2)).toEqual([
      'The whole country: adverts: none to count, billers: $16.00 to $18.00',
      'Wyoming: adverts: $15.00 to $15.00',
    ])
    expect(told.split('; ')).toHaveLength(12)
    expect(html).toContain('The table holds the other states.')
    expect(text(html)).toContain('file state_M2024_dl.csv, May 2024.')
  })

  it('draws no trend before two weeks have ended', () => {
    const week = (week: string) => ({ week, months: 12, newcomer: false, n: 9 })
    const groups = all(12, 9)
    const young = market({ groups, weeks: [week('2026-11-16'), week('2026-11-23')] })
    expect(text(young)).toContain('there is no trend to show')
    const old = market({ groups, weeks: [week('2026-11-09'), week('2026-11-16')] })
    expect(old).toContain('id="trend_count_name"')
    // A week without adverts is a gap in the line of months, and a zero in that of adverts.
    const gap = market({ groups, weeks: [week('2026-11-02'), week('2026-11-16')] })
    expect(gap).toContain('Nov 2: 9 adverts; Nov 9: 0 adverts; Nov 16: 9 adverts')
    expect(gap).toContain('Nov 9: none to count')
  })
})

it('the page of help escapes what the file says and marks its figures', () => {
  const html = helpPage({ entries: [ENTRY], state: null })
  expect(html).toContain('Ask &lt;b>X&lt;/b>.')
  expect(html).toContain('Call <span data-figure="true">2</span> people.')
  expect(html).toContain('href="https://x.example.org/a"')
  expect(html).toContain('Serves Pennsylvania and New Jersey.')
})

const text = (html: string): string => html.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ')
