import { describe, expect, test } from 'vitest'
import {
  broaderDomain,
  covers,
  domainWords,
  isWithin,
  monthsWords,
  recordedMonths,
} from '../../../../core/domain/experience.ts'

describe('the ladder of paid work', () => {
  test('climbs from narrow to broad and ends at office work', () => {
    const climb = (from: string): string[] => {
      const path: string[] = []
      for (let at: string | null = from; at !== null; at = broaderDomain(at)) path.push(at)
      return path
    }
    expect(climb('snf_billing')).toEqual([
      'snf_billing',
      'billing',
      'revenue_cycle',
      'healthcare_office',
      'office',
    ])
    expect(climb('cardiology_coding')).toEqual([
      'cardiology_coding',
      'profee_coding',
      'coding',
      'healthcare_office',
      'office',
    ])
    expect(climb('call_center')).toEqual(['call_center'])
  })

  test('knows what is within what', () => {
    expect(isWithin('claims', 'revenue_cycle')).toBe(true)
    expect(isWithin('claims', 'billing')).toBe(false)
    expect(isWithin('hospital_records', 'office')).toBe(true)
    expect(isWithin('office', 'healthcare_office')).toBe(false)
  })

  test('a broad figure is a total: it holds the narrow ones and is not added to them', () => {
    const months = { billing: 12, snf_billing: 6 }
    expect(recordedMonths(months, 'billing')).toBe(12)
    expect(recordedMonths(months, 'revenue_cycle')).toBe(12)
  })

  test('where the narrow figures come to more than the broad one, they stand', () => {
    expect(recordedMonths({ coding: 6, inpatient_coding: 8, risk_adjustment: 4 }, 'coding')).toBe(
      12,
    )
  })

  test('branches beside each other add up at the step above', () => {
    // 10 coding + (5 claims + 4 billing) + 3 front desk = 22 months in a health care office
    const months = { cardiology_coding: 10, claims: 5, billing: 4, front_desk: 3 }
    expect(recordedMonths(months, 'revenue_cycle')).toBe(9)
    expect(recordedMonths(months, 'healthcare_office')).toBe(22)
    expect(recordedMonths(months, 'office')).toBe(22)
  })

  test('other work counts for nothing but itself', () => {
    const months = { retail: 40 }
    expect(recordedMonths(months, 'office')).toBe(0)
    expect(recordedMonths(months, 'retail')).toBe(40)
  })

  test('no months at all in the profile are unknown; an empty record is none', () => {
    expect(covers(undefined, 'coding', 12)).toBe('unknown')
    expect(covers({}, 'coding', 12)).toBe(0)
  })

  test('a broader key of the craft may hold the asked months, so they are unknown; office work may not', () => {
    expect(covers({ coding: 24 }, 'inpatient_coding', 12)).toBe('unknown')
    expect(covers({ coding: 11 }, 'inpatient_coding', 12)).toBe(0)
    expect(covers({ healthcare_office: 60 }, 'billing', 12)).toBe(0)
    expect(covers({ coding: 24, inpatient_coding: 0 }, 'inpatient_coding', 12)).toBe(0)
  })
})

describe('the words for months and domains', () => {
  test('months are spoken as months below two years and as years from there on', () => {
    expect([1, 12, 18, 24, 30, 36].map(monthsWords)).toEqual([
      '1 month',
      '12 months',
      '18 months',
      '2 years',
      '30 months',
      '3 years',
    ])
  })

  test('a domain outside the table is spoken as its key', () => {
    expect(domainWords('billing')).toBe('medical billing')
    expect(domainWords('cardiology_coding')).toBe('cardiology coding')
  })
})
