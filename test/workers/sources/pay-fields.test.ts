import { describe, expect, test } from 'vitest'
import { payInWords, payOf, payUnit } from '../../../workers/sources/pay-fields.ts'

test.each([
  ['per-hour-wage', 'hour'],
  ['per-year-salary', 'year'],
  ['per-month-salary', 'month'],
  ['per-week-salary', 'week'],
  ['per-day-wage', 'day'],
  ['1 HOUR', 'hour'],
  ['1 YEAR', 'year'],
  ['2 WEEK', 'biweek'],
  ['Bi-Weekly', 'biweek'],
  ['YEARLY', 'year'],
  ['Annually', 'year'],
  ['hourly', 'hour'],
  ['Daily', 'day'],
  ['annual', 'year'],
  ['Per Year', 'year'],
  ['biweekly', 'biweek'],
  ['two_weeks', 'biweek'],
  ['pay period', 'biweek'],
  ['/ hr', 'hour'],
  ['Monthly', 'month'],
  ['per chart', 'chart'],
  ['semi-month', null],
  ['every three months', null],
  ['lunar month', null],
  ['fee basis', null],
  ['Bimonthly', null],
  ['one-time', null],
  ['NONE', null],
  [null, null],
])('the period %j is by the %s', (said, unit) => {
  expect(payUnit(said)).toBe(unit)
})

describe('pay', () => {
  const rate = (min: unknown, max: unknown, period = 'hour', currency: unknown = 'USD') => ({
    min,
    max,
    period,
    currency,
  })
  test('in US dollars, or with no currency said, is read with its unit', () => {
    expect(payOf([rate(18.5, 24)])).toEqual({ min: 18.5, max: 24, unit: 'hour' })
    expect(payOf([rate('42,000', '$50,000', 'year', null)])).toEqual({
      min: 42_000,
      max: 50_000,
      unit: 'year',
    })
  })
  test('with one end has that end, without a known unit none', () => {
    expect(payOf([rate(20, 0)])).toEqual({ min: 20, max: null, unit: 'hour' })
    expect(payOf([rate(18, 24, 'one-time')])).toEqual({ min: 18, max: 24 })
  })
  test('in another currency, of nothing or upside down is no pay', () => {
    expect(payOf([rate(18, 24, 'hour', 'CAD')])).toBeNull()
    expect(payOf([rate(0, 0)])).toBeNull()
    expect(payOf([rate(24, 18)])).toBeNull()
    expect(payOf([])).toBeNull()
  })
  test('of several rates spans those of the first unit', () => {
    expect(payOf([rate(18, 22), rate(20, 26), rate(1, 2, 'year')])).toEqual({
      min: 18,
      max: 26,
      unit: 'hour',
    })
  })
})

describe('pay in words', () => {
  test.each([
    ['$18 - $24 / hr', { min: 18, max: 24, unit: 'hour' }],
    ['$55k - $100k', { min: 55_000, max: 100_000 }],
    ['18.50 to 22.00 per hour', { min: 18.5, max: 22, unit: 'hour' }],
    ['$70K per year', { min: 70_000, max: 70_000, unit: 'year' }],
    ['up to $60,000 annually', { max: 60_000, unit: 'year' }],
    ['from $20 an hour', { min: 20, unit: 'hour' }],
    ['$19+ per hour', { min: 19, unit: 'hour' }],
    ['$18 - $20 per hour; $22 - $25 per hour', { min: 18, max: 25, unit: 'hour' }],
  ])('%j is %j', (words, pay) => {
    expect(payInWords(words)).toEqual(pay)
  })
  test.each([
    ['OTE $25k - $35k'],
    ['$500 sign-on bonus'],
    ['€40,000'],
    ['CA$60,000 per year'],
    ['£75 per hour'],
    ['DOE'],
    ['Grade 12, step 3'],
    ['40000 - 45000'],
    ['Competitive'],
    [''],
    [null],
  ])('%j tells no base pay in dollars', (words) => {
    expect(payInWords(words)).toBeNull()
  })
})
