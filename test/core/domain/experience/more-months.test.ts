import { describe, expect, it } from 'vitest'
import { recordedMonths, withMoreMonths } from '../../../../core/domain/experience.ts'

describe('more months in a domain', () => {
  it('are added to what is recorded there', () => {
    expect(withMoreMonths({ billing: 6 }, 'billing', 12)).toEqual({ billing: 18 })
    expect(withMoreMonths(undefined, 'billing', 3)).toEqual({ billing: 3 })
  })

  it('start from what narrower work already makes of it', () => {
    // Six months in a nursing home are six months of billing: with three more there are nine.
    expect(withMoreMonths({ snf_billing: 6 }, 'billing', 3)).toEqual({ snf_billing: 6, billing: 9 })
  })

  it('raise every broader total that is told, and no other', () => {
    const after = withMoreMonths({ coding: 12, office: 30, claims: 5 }, 'inpatient_coding', 6)
    expect(after).toEqual({ inpatient_coding: 6, coding: 18, office: 36, claims: 5 })
    expect(recordedMonths(after, 'healthcare_office')).toBe(23)
  })
})
