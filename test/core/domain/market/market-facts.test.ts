import { describe, expect, it } from 'vitest'
import type { GroupCount, MarketCounts } from '../../../../core/domain/market/market-facts.ts'
import { marketFacts } from '../../../../core/domain/market/market-facts.ts'
import type { WageRow } from '../../../../core/domain/market/starting-pay.ts'
import { quantile } from '../../../../core/domain/market/tally.ts'
import { mondayOf, TREND_WEEKS } from '../../../../core/domain/market/trend.ts'

const NOW = '2026-11-24T12:00:00.000Z' // a Tuesday

const NOTHING: MarketCounts = { basis: 'live', suspicious: 0, groups: [], pay: [], weeks: [] }
const row = (
  dimension: GroupCount['dimension'],
  value: string,
  months: number | null,
  n: number,
  newcomer = false,
): GroupCount => ({ dimension, value, months, newcomer, n })

describe('the share below which an amount lies', () => {
  it('is the one in the middle, or lies between two of them in proportion', () => {
    const five = [
      { amount: 24, n: 2 },
      { amount: 12, n: 1 },
      { amount: 60, n: 1 },
      { amount: 36, n: 1 },
    ]
    // 12 24 24 36 60
    expect([0, 0.25, 0.5, 0.75, 1].map((share) => quantile(five, share))).toEqual([
      12, 24, 24, 36, 60,
    ])
    // 0 0 6 12 12 24: the middle lies between 6 and 12; a quarter of the way (place 1.25) between 0 and 6.
    const six = [
      { amount: 0, n: 2 },
      { amount: 6, n: 1 },
      { amount: 12, n: 2 },
      { amount: 24, n: 1 },
    ]
    expect(quantile(six, 0.5)).toBe(9)
    expect(quantile(six, 0.25)).toBe(1.5)
    expect(quantile([], 0.5)).toBeNull()
  })
})

describe('what the market says', () => {
  it('gives the middle of the months asked and the share open to newcomers, each with its own sample', () => {
    const facts = marketFacts(
      {
        ...NOTHING,
        groups: [
          row('work_mode', 'remote', 24, 3),
          row('work_mode', 'remote', 36, 2),
          row('work_mode', 'remote', null, 3),
          row('work_mode', 'remote', null, 2, true),
          row('work_mode', 'onsite', 0, 4, true),
          row('work_mode', 'onsite', 12, 1),
        ],
      },
      [],
      NOW,
    )
    expect(facts.work_mode).toEqual([
      {
        value: 'remote',
        listings: 10,
        median_months: { value: 24, sample: 5 },
        open_to_newcomers: { value: 0.2, sample: 10 },
      },
      {
        value: 'onsite',
        listings: 5,
        median_months: { value: 0, sample: 5 },
        open_to_newcomers: { value: 0.8, sample: 5 },
      },
      {
        value: 'not_stated',
        listings: 0,
        median_months: { value: null, sample: 0 },
        open_to_newcomers: { value: null, sample: 0 },
      },
    ])
  })

  it('is silent below five listings and tells only how many there are', () => {
    const facts = marketFacts(
      { ...NOTHING, groups: [row('state', 'PA', 12, 4), row('state', 'OH', 12, 5)] },
      [],
      NOW,
    )
    expect(facts.least_sample).toBe(5)
    expect(facts.state.map((s) => [s.value, s.median_months])).toEqual([
      ['OH', { value: 12, sample: 5 }],
      ['PA', { value: null, sample: 4 }],
    ])
  })

  it('puts states and credentials with most listings first, then by code', () => {
    const { credential } = marketFacts(
      {
        ...NOTHING,
        groups: [
          row('credential', 'CCS', 24, 2),
          row('credential', 'CCA', 0, 2),
          row('credential', 'CPC', 24, 3),
        ],
      },
      [],
      NOW,
    )
    expect(credential.map((c) => c.value)).toEqual(['CPC', 'CCA', 'CCS'])
  })
})

describe('starting pay', () => {
  const wage = (state: string, soc: string, over: Partial<WageRow> = {}): WageRow => ({
    ...{ soc, state, hour_p10: 17, hour_p25: 19.5, hour_median: 23.5 },
    ...{ year_p10: null, year_p25: null, year_median: null },
    ...{ sample: true, source: 'SAMPLE-oews.csv', as_of: '2024-05-01' },
    ...over,
  })

  it('is the middle half of what adverts begin at, beside the wages of the same state', () => {
    const { pay } = marketFacts(
      {
        ...NOTHING,
        pay: [
          { state: 'PA', amount: 16, n: 2 },
          { state: 'PA', amount: 18, n: 1 },
          { state: 'PA', amount: 22.5, n: 2 },
          { state: 'US', amount: 16, n: 9 },
        ],
      },
      [wage('PA', '43-3021'), wage('PA', '29-2072'), wage('OH', '43-6013')],
      NOW,
    )
    expect(pay.map((p) => p.state)).toEqual(['US', 'OH', 'PA'])
    // 16 16 18 22.50 22.50
    expect(pay[2]?.adverts).toEqual({
      low: { value: 16, sample: 5 },
      median: { value: 18, sample: 5 },
      high: { value: 22.5, sample: 5 },
    })
    expect(pay[2]?.wages.map((w) => [w.soc, w.low, w.high])).toEqual([
      ['29-2072', 17, 19.5],
      ['43-3021', 17, 19.5],
    ])
    // Medical secretaries are loaded, but a beginner's advert here is not held against them.
    expect(pay[1]?.wages).toEqual([])
  })

  it('takes the yearly wage over 2,080 hours where the hourly one is not given', () => {
    const rows = [
      wage('WY', '43-3021', { hour_p10: null, hour_p25: null, year_p10: 31200, year_p25: null }),
    ]
    const [band] = marketFacts(NOTHING, rows, NOW).pay[0]?.wages ?? []
    expect([band?.low, band?.high]).toEqual([15, null])
  })
})

describe('the trend', () => {
  it('knows the Monday of a week', () => {
    expect(['2026-11-23T00:00:00Z', '2026-11-29T23:59:59Z', '2026-11-30'].map(mondayOf)).toEqual([
      '2026-11-23',
      '2026-11-23',
      '2026-11-30',
    ])
  })

  it('has every week from the first to the present one, which has not ended', () => {
    const week = (week: string, months: number | null, n: number, newcomer = false) => ({
      ...{ week, months, n, newcomer },
    })
    const { trend } = marketFacts(
      {
        ...NOTHING,
        weeks: [
          week('2026-11-02', 12, 6),
          week('2026-11-02', 0, 2, true),
          week('2026-11-23', 24, 3),
        ],
      },
      [],
      NOW,
    )
    expect(trend.map((w) => [w.week, w.complete, w.listings])).toEqual([
      ['2026-11-02', true, 8],
      ['2026-11-09', true, 0],
      ['2026-11-16', true, 0],
      ['2026-11-23', false, 3],
    ])
    expect(trend[0]?.median_months).toEqual({ value: 12, sample: 8 })
    expect(trend[0]?.open_to_newcomers).toEqual({ value: 0.25, sample: 8 })
    expect(trend[3]?.median_months).toEqual({ value: null, sample: 3 })
  })

  it('goes back half a year at most, and is empty where nothing was ever seen', () => {
    const weeks = [{ week: '2024-01-01', months: null, newcomer: false, n: 1 }]
    const { trend } = marketFacts({ ...NOTHING, weeks }, [], NOW)
    expect(trend).toHaveLength(TREND_WEEKS)
    expect(trend[0]?.week).toBe('2026-06-01')
    expect(marketFacts(NOTHING, [], NOW).trend).toEqual([])
  })
})
