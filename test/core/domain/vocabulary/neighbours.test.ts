import { describe, expect, it } from 'vitest'
import { US_STATES } from '../../../../core/domain/us-states.ts'
import { neighboursOf } from '../../../../core/domain/vocabulary/neighbours.ts'

describe('neighbouring states', () => {
  it('are neighbours both ways, never of themselves, and each is a state', () => {
    for (const state of US_STATES) {
      const near = neighboursOf(state)
      expect(new Set(near).size, state).toBe(near.length)
      expect(near, state).not.toContain(state)
      for (const other of near) {
        expect(US_STATES).toContain(other)
        expect(neighboursOf(other), `${other} of ${state}`).toContain(state)
      }
    }
  })

  it('only Alaska and Hawaii have none; Maine has one, Missouri and Tennessee have eight', () => {
    expect(US_STATES.filter((s) => neighboursOf(s).length === 0)).toEqual(['AK', 'HI'])
    expect(neighboursOf('ME')).toEqual(['NH'])
    const most = US_STATES.filter((s) => neighboursOf(s).length === 8)
    expect(most).toEqual(['MO', 'TN'])
  })

  it('are 107 pairs: the 105 borders of the 48 states, and two of the District of Columbia', () => {
    const ends = US_STATES.reduce((sum, s) => sum + neighboursOf(s).length, 0)
    expect(ends / 2).toBe(107)
  })

  it('know what is no state', () => {
    expect(neighboursOf('PR')).toEqual([])
    expect(neighboursOf('')).toEqual([])
  })
})
