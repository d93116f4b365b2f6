import { describe, expect, test } from 'vitest'
import { marketFacts } from '../../../../core/domain/advice/market-facts.ts'
import type { MatchFacts } from '../../../../core/domain/match/facts.ts'
import { advert, all } from '../match/build.ts'

const job = (min_months: number | null, more: Partial<MatchFacts> = {}): MatchFacts =>
  advert(all(), { min_months, entry: 'asks_experience', ...more })
const remote = { work_mode: 'remote' } as const
const open = { entry: 'open' } as const

describe('what the market says', () => {
  test('the middle of the months asked, remote against on site', () => {
    const facts = marketFacts([
      ...[36, 24, 60, 12, 24].map((m) => job(m, remote)),
      ...[0, 12, 6, 12, 24, 0].map((m) => job(m)),
      job(null, remote),
    ])
    // remote, sorted: 12 24 24 36 60; on site: 0 0 6 12 12 24, the middle between 6 and 12
    expect(facts.remote.median_months).toEqual({ value: 24, sample: 5 })
    expect(facts.onsite.median_months).toEqual({ value: 9, sample: 6 })
    expect(facts.remote.open_to_newcomers.sample).toBe(6)
  })

  test('the share open to newcomers, with or without a credential', () => {
    const facts = marketFacts([
      job(0, open),
      job(null, { entry: 'open_with_credential', settings: ['snf'] }),
      job(24),
      job(24),
    ])
    expect(facts.all.open_to_newcomers).toEqual({ value: null, sample: 4 })
    const more = marketFacts([job(0, open), job(12), job(12), job(12), job(0, open)])
    expect(more.all.open_to_newcomers).toEqual({ value: 0.4, sample: 5 })
  })

  test('below five listings a figure is silent and only its sample is told', () => {
    const facts = marketFacts([12, 12, 12, 12].map((m) => job(m)))
    expect(facts.onsite.median_months).toEqual({ value: null, sample: 4 })
    expect(facts.underserved.median_months).toEqual({ value: null, sample: 0 })
  })

  test('underserved settings against the rest', () => {
    const facts = marketFacts([
      ...[0, 0, 6, 6, 12].map((m) => job(m, { settings: ['fqhc'] })),
      ...[24, 24, 36, 12, 24].map((m) => job(m)),
    ])
    expect(facts.underserved.median_months.value).toBe(6)
    expect(facts.other_settings.median_months.value).toBe(24)
  })
})
