import { describe, expect, it } from 'vitest'
import { judgePoll, nextPollIn } from '../../../core/domain/lifecycle.ts'

const whole = { openBefore: 10, seen: 10, nameless: 0, complete: true, total: null }

describe('judgePoll', () => {
  it('lets absence count after a complete poll of about the same size', () => {
    expect(judgePoll(whole)).toEqual({ outcome: 'ok', absenceCounts: true, reason: null })
    expect(judgePoll({ ...whole, seen: 6 }).absenceCounts).toBe(true)
  })

  it('calls a board that lost half suspect, but lets a board of two lose one', () => {
    expect(judgePoll({ ...whole, seen: 5 }).outcome).toBe('suspect')
    expect(judgePoll({ ...whole, openBefore: 4, seen: 2 }).outcome).toBe('suspect')
    expect(judgePoll({ ...whole, openBefore: 2, seen: 1 }).outcome).toBe('ok')
    expect(judgePoll({ ...whole, openBefore: 3, seen: 1 }).outcome).toBe('suspect')
  })

  it('calls a board that lost more than half suspect and closes nothing', () => {
    const judged = judgePoll({ ...whole, seen: 4 })
    expect(judged.outcome).toBe('suspect')
    expect(judged.absenceCounts).toBe(false)
    expect(judged.reason).toContain('from 10 postings to 4')
  })

  it('calls an empty answer suspect, even of a board with one posting', () => {
    expect(judgePoll({ ...whole, openBefore: 1, seen: 0 }).outcome).toBe('suspect')
  })

  it('takes an empty answer of a board that was empty before as it is', () => {
    expect(judgePoll({ ...whole, openBefore: 0, seen: 0 }).outcome).toBe('ok')
  })

  it('closes nothing when only a part was read or the feed promised more than it showed', () => {
    expect(judgePoll({ ...whole, complete: false })).toMatchObject({
      outcome: 'partial',
      absenceCounts: false,
    })
    expect(judgePoll({ ...whole, total: 11 })).toMatchObject({
      outcome: 'partial',
      absenceCounts: false,
    })
    expect(judgePoll({ ...whole, total: 10 }).outcome).toBe('ok')
  })

  it('holds closing back while an unreadable entry could be any posting', () => {
    const judged = judgePoll({ ...whole, seen: 9, nameless: 1, total: 10 })
    expect(judged.outcome).toBe('ok')
    expect(judged.absenceCounts).toBe(false)
  })
})

describe('nextPollIn', () => {
  const calm = { failures: 0, minIntervalMs: 0, retryAfterMs: null, spread: 0 }
  const minutes = (ms: number) => ms / 60_000

  it('keeps six hours for a healthy source, spread by up to a tenth', () => {
    expect(minutes(nextPollIn(calm))).toBe(360)
    expect(minutes(nextPollIn({ ...calm, spread: 1 }))).toBeCloseTo(396, 6)
  })

  it('never polls more often than the terms allow', () => {
    expect(minutes(nextPollIn({ ...calm, minIntervalMs: 24 * 3_600_000 }))).toBe(1440)
    expect(minutes(nextPollIn({ ...calm, failures: 1, minIntervalMs: 3_600_000 }))).toBe(60)
  })

  it('doubles from five minutes with each failure, up to a day', () => {
    const waits = [1, 2, 3, 4, 20].map((failures) => minutes(nextPollIn({ ...calm, failures })))
    expect(waits).toEqual([5, 10, 20, 40, 1440])
  })

  it('waits as long as the server asked', () => {
    expect(minutes(nextPollIn({ ...calm, failures: 1, retryAfterMs: 7_200_000 }))).toBe(120)
  })
})
