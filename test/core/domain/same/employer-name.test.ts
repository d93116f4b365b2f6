import { describe, expect, test } from 'vitest'
import { normaliseEmployer } from '../../../../core/domain/employer-name.ts'

describe('an employer’s name', () => {
  test.each([
    ['Valley Health, Inc.', 'valley health'],
    ['VALLEY HEALTH L.L.C.', 'valley health'],
    ['The Valley Health Corporation', 'valley health'],
    ['Hill & Dale Health Care, P.C.', 'hill and dale healthcare'],
    ['St. Luke’s Univ. Hosp.', 'saint lukes university hospital'],
    ['Clínica del Pueblo', 'clinica del pueblo'],
    ['Northfield Med Ctr', 'northfield medical center'],
    ['  ', ''],
  ])('%s', (name, normal) => {
    expect(normaliseEmployer(name)).toBe(normal)
  })

  test('keeps the generic words that tell employers apart', () => {
    expect(normaliseEmployer('Valley Health Services')).not.toBe(
      normaliseEmployer('Valley Health Systems'),
    )
  })
})
