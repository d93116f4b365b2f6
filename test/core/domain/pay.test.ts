import { describe, expect, it } from 'vitest'
import { hourlyEquivalent, yearlyEquivalent } from '../../../core/domain/pay.ts'

describe('pay equivalents at 2,080 hours', () => {
  it('turns a year into an hour and back', () => {
    expect(hourlyEquivalent({ min: 41_600, max: 52_000, unit: 'year' })).toEqual({
      min: 20,
      max: 25,
    })
    expect(yearlyEquivalent({ min: 18.5, max: null, unit: 'hour' })).toEqual({
      min: 38_480,
      max: null,
    })
  })

  it('knows week, two weeks, month and day', () => {
    expect(hourlyEquivalent({ min: 800, max: 1000, unit: 'week' })).toEqual({ min: 20, max: 25 })
    expect(hourlyEquivalent({ min: 1600, max: null, unit: 'biweek' })).toEqual({
      min: 20,
      max: null,
    })
    expect(hourlyEquivalent({ min: 3466.67, max: null, unit: 'month' }).min).toBe(20)
    expect(hourlyEquivalent({ min: 160, max: null, unit: 'day' }).min).toBe(20)
  })

  it('makes up nothing for pay by chart, by percent or without pay', () => {
    for (const unit of ['chart', 'percent'] as const) {
      expect(hourlyEquivalent({ min: 3, max: 4, unit })).toEqual({ min: null, max: null })
      expect(yearlyEquivalent({ min: 3, max: 4, unit })).toEqual({ min: null, max: null })
    }
    expect(hourlyEquivalent(null)).toEqual({ min: null, max: null })
  })
})
