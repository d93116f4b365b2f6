import { describe, expect, it } from 'vitest'
import {
  healthAfter,
  judgePoll,
  nextPollIn,
  provesReader,
  type PollFinding,
  type SourceHealth,
} from '../../../core/domain/lifecycle.ts'

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

  it('keeps a day between the looks at what is only looked after', () => {
    expect(minutes(nextPollIn({ ...calm, slow: true }))).toBe(1440)
    expect(minutes(nextPollIn({ ...calm, failures: 1, slow: true }))).toBe(1440)
  })

  it('waits as long as the server asked', () => {
    expect(minutes(nextPollIn({ ...calm, failures: 1, retryAfterMs: 7_200_000 }))).toBe(120)
  })
})

describe('healthAfter', () => {
  const well: SourceHealth = { state: 'healthy', failures: 0, barrenPolls: 0, unproven: false }
  const read = (change: object = {}): PollFinding => ({
    kind: 'read',
    outcome: 'ok',
    message: null,
    yields: true,
    proves: true,
    ...change,
  })
  const failed = (change: object = {}): PollFinding => ({
    kind: 'failed',
    message: 'The host did not answer.',
    forbidden: false,
    ...change,
  })

  it('makes a source healthy after a good poll, whatever it was before', () => {
    for (const state of ['new', 'failing', 'suspect', 'paused', 'forbidden'] as const) {
      const after = healthAfter({ ...well, state, failures: 7 }, read())
      expect(after, state).toEqual({
        state: 'healthy',
        paused_by: null,
        reason: null,
        failures: 0,
        barren_polls: 0,
        slow: false,
      })
    }
  })

  it('calls a source failing or suspect with the reason of its poll', () => {
    expect(healthAfter(well, failed())).toMatchObject({
      state: 'failing',
      failures: 1,
      reason: 'The host did not answer.',
    })
    const empty = read({ outcome: 'suspect', message: 'The feed came back empty.' })
    expect(healthAfter(well, empty)).toMatchObject({
      state: 'suspect',
      reason: 'The feed came back empty.',
    })
    expect(healthAfter({ ...well, state: 'suspect' }, empty).state).toBe('suspect')
    expect(healthAfter(well, read({ outcome: 'partial', message: 'A part.' }))).toMatchObject({
      state: 'failing',
      reason: 'A part.',
    })
  })

  it('pauses a source at the tenth failure in a row and probes it slowly, until one good poll', () => {
    const ninth = healthAfter({ ...well, state: 'failing', failures: 8 }, failed())
    expect(ninth).toMatchObject({ state: 'failing', failures: 9, slow: false })
    const tenth = healthAfter({ ...well, state: 'failing', failures: 9 }, failed())
    expect(tenth).toMatchObject({ state: 'paused', paused_by: 'product', failures: 10, slow: true })
    expect(tenth.reason).toBe(
      'It failed 10 times in a row, so it is paused and tried once a day; the last time: The host did not answer.',
    )
    const probe = healthAfter({ ...well, state: 'paused', failures: 10 }, failed())
    expect(probe).toMatchObject({ state: 'paused', failures: 11, slow: true })
    expect(probe.reason).toContain('The host did not answer.')
    expect(healthAfter({ ...well, state: 'paused', failures: 11 }, read()).state).toBe('healthy')
  })

  it('looks at a source that forbids us once a day', () => {
    const after = healthAfter(well, failed({ forbidden: true, message: 'robots.txt closes it.' }))
    expect(after).toMatchObject({ state: 'forbidden', slow: true, reason: 'robots.txt closes it.' })
  })

  it('keeps a source of an unproven reader paused until a poll proves the reader', () => {
    const unproven: SourceHealth = { ...well, state: 'paused', unproven: true }
    for (const found of [
      failed(),
      read({ proves: false, yields: false, message: 'It brought nothing.' }),
      read({ outcome: 'partial', message: 'A part.' }),
    ]) {
      const after = healthAfter(unproven, found)
      expect(after).toMatchObject({ state: 'paused', paused_by: 'product', slow: true })
      expect(after.reason).toMatch(/^Its reader rests on documentation alone.*; the last try: /)
    }
    expect(healthAfter(unproven, read())).toMatchObject({ state: 'healthy', paused_by: null })
  })

  it('reads a source without yield once a day from the eighth time on, and says so', () => {
    const dry = (barrenPolls: number) =>
      healthAfter({ ...well, barrenPolls }, read({ yields: false }))
    expect(dry(6)).toMatchObject({ barren_polls: 7, slow: false, reason: null, state: 'healthy' })
    expect(dry(7)).toMatchObject({ barren_polls: 8, slow: true, state: 'healthy' })
    expect(dry(7).reason).toBe(
      'No advert of the trade stood in its last 8 readings, so it is read once a day.',
    )
    expect(healthAfter({ ...well, barrenPolls: 30 }, read())).toMatchObject({
      barren_polls: 0,
      slow: false,
      reason: null,
    })
  })
})

describe('provesReader', () => {
  it('wants postings, most of them readable', () => {
    expect(provesReader({ seen: 3, rejected: 0 })).toBe(true)
    expect(provesReader({ seen: 3, rejected: 2 })).toBe(true)
    expect(provesReader({ seen: 3, rejected: 3 })).toBe(false)
    expect(provesReader({ seen: 0, rejected: 0 })).toBe(false)
  })
})
