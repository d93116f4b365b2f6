import { describe, expect, it } from 'vitest'
import { apprenticeSteps } from '../../../../core/domain/advice/apprentice-steps.ts'
import type { Profile } from '../../../../core/domain/profile.ts'

const apprentice: Profile = { credentials: [{ code: 'CPC', apprentice: true }], months: {} }
const ways = (more: Partial<Profile>) =>
  apprenticeSteps({ ...apprentice, ...more }).map(({ change, route }) => ({
    label: change.label.replace('Drop the A of the CPC-A ', ''),
    months: route.months,
    coding: change.set.months?.coding ?? null,
  }))
const COURSE = { level: 'certificate', field: 'medical coding', status: 'complete' } as const

describe('the three ways in which the A comes off', () => {
  it('ask the whole of it of a person who has done nothing', () => {
    expect(ways({})).toEqual([
      { label: 'by a course and Practicode', months: { low: 2, high: 6 }, coding: null },
      {
        label: 'by a year of coding work and a course or Practicode',
        months: { low: 12, high: 12 },
        coding: 12,
      },
      { label: 'by two years of coding work', months: { low: 24, high: 24 }, coding: 24 },
    ])
  })

  it('take off months of coding already worked', () => {
    const [, year, two] = ways({ months: { coding: 9 } })
    expect(year).toMatchObject({ months: { low: 3, high: 3 }, coding: 12 })
    expect(two).toMatchObject({ months: { low: 15, high: 15 }, coding: 24 })
  })

  it('count formal externships, 2,000 hours to the year, but not as paid months', () => {
    // 1,000 hours are half a year: 6 of the 12 months are left, and the profile gains those 6 alone.
    const [, year] = ways({ externship_hours: 1000 })
    expect(year).toMatchObject({ months: { low: 6, high: 6 }, coding: 6 })
  })

  it('need nothing more of a person with the course and Practicode', () => {
    const [course] = ways({ education: [COURSE], practicode_done: true })
    expect(course).toEqual({
      label: 'with the course and Practicode you have done',
      months: { low: 0, high: 0 },
      coding: null,
    })
  })

  it('do not take a course that is not finished, or of another field, for the course', () => {
    for (const other of [
      { ...COURSE, status: 'in_progress' as const },
      { ...COURSE, field: 'cooking' },
      { level: 'high_school' as const, field: 'medical coding' },
    ]) {
      const [course] = ways({ education: [other], practicode_done: true })
      expect(course?.label).toBe('by a course and Practicode')
    }
  })

  it('need only the letters after two years', () => {
    const [, , two] = ways({ months: { profee_coding: 30 } })
    expect(two).toEqual({
      label: 'with the work you have done',
      months: { low: 0, high: 0 },
      coding: null,
    })
  })

  it('leave the A away from the credential and nothing else', () => {
    const [course] = apprenticeSteps({
      credentials: [{ code: 'CCA' }, { code: 'COC-A', since: '2026-01' }],
    })
    expect(course?.change.set).toEqual({
      credentials: [{ code: 'CCA' }, { code: 'COC', since: '2026-01', apprentice: false }],
    })
    expect(course?.key).toBe('drop_apprentice:COC-A:course')
  })

  it('are no steps for a person without an A, or who holds the full one as well', () => {
    expect(apprenticeSteps({ credentials: [{ code: 'CPC' }] })).toEqual([])
    expect(apprenticeSteps({ credentials: [{ code: 'CPC-A' }, { code: 'CPC' }] })).toEqual([])
    expect(apprenticeSteps({})).toEqual([])
  })
})
