import { describe, expect, it } from 'vitest'
import { systemKey, systemNamedIn } from '../../../../core/domain/vocabulary/systems.ts'

describe('programs', () => {
  it.each([
    ['epic', 'epic'],
    ['Epic EMR', 'epic'],
    ['  Point Click  Care ', 'pointclickcare'],
    ['PointClickCare', 'pointclickcare'],
    ['Oracle Health', 'cerner'],
    ['Our Own Program', 'our own program'],
  ])('"%s" is known as %s', (name, key) => {
    expect(systemKey(name)).toBe(key)
  })

  it.each([
    ['Epic experience required', 'epic'],
    ['experience with point click care', 'pointclickcare'],
    ['PCC experience', 'pointclickcare'],
    // An everyday word counts only as a proper name.
    ['an epic amount of experience', null],
    ['two years of billing', null],
  ])('"%s" names %s', (words, key) => {
    expect(systemNamedIn(words)).toBe(key)
  })
})
