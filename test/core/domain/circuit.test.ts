import { describe, expect, it } from 'vitest'
import { afterHostFailure, judgePlatform, type HostTrouble } from '../../../core/domain/circuit.ts'

const at = (time: string) => new Date(`2026-11-24T${time}:00Z`)
const CALM: HostTrouble = { failures: 0, failedSince: null, restUntil: null }

describe('afterHostFailure', () => {
  it('rests a host for half an hour at the third failure in ten minutes', () => {
    const first = afterHostFailure(CALM, at('12:00'), null)
    expect(first).toEqual({ failures: 1, failedSince: at('12:00'), restUntil: null })
    const second = afterHostFailure(first, at('12:05'), null)
    expect(second.restUntil).toBeNull()
    const third = afterHostFailure(second, at('12:10'), null)
    expect(third.restUntil).toEqual(at('12:40'))
  })

  it('forgets failures that lie further back than ten minutes', () => {
    const two = { failures: 2, failedSince: at('12:00'), restUntil: null }
    expect(afterHostFailure(two, at('12:11'), null)).toEqual({
      failures: 1,
      failedSince: at('12:11'),
      restUntil: null,
    })
  })

  it('rests again at the first failure after a rest', () => {
    const rested = { failures: 3, failedSince: at('12:00'), restUntil: at('12:40') }
    expect(afterHostFailure(rested, at('12:41'), null).restUntil).toEqual(at('13:11'))
  })

  it('leaves a host alone for as long as it asked, at most a day', () => {
    expect(afterHostFailure(CALM, at('12:00'), 7_200_000).restUntil).toEqual(at('14:00'))
    expect(afterHostFailure(CALM, at('12:00'), 9e9).restUntil).toEqual(
      new Date('2026-11-25T12:00:00Z'),
    )
  })
})

describe('judgePlatform', () => {
  const failed = (key: string, error = 'http-status', status: number | null = 503) => ({
    key,
    outcome: 'failed',
    error,
    status,
  })
  const judge = (...polls: Parameters<typeof judgePlatform>[1]) =>
    judgePlatform('Workday', polls, at('12:00'))

  it('leaves a platform alone for an hour when its last three sources failed alike', () => {
    const rest = judge(failed('a'), failed('b'), failed('c'))
    expect(rest?.until).toEqual(at('13:00'))
    expect(rest?.why).toBe(
      'Workday is left alone until 2026-11-24 13:00 UTC, because three of its sources failed alike (status 503): a, b, c.',
    )
  })

  it('does not after two, after three that failed differently, or with a good one among them', () => {
    expect(judge(failed('a'), failed('b'))).toBeNull()
    expect(judge(failed('a'), failed('b'), failed('c', 'http-status', 502))).toBeNull()
    expect(judge(failed('a'), failed('b'), failed('c', 'timeout', null))).toBeNull()
    const good = { key: 'c', outcome: 'ok', error: null, status: null }
    expect(judge(failed('a'), good, failed('b'))).toBeNull()
    expect(judge(good, failed('a'), failed('b'), failed('c'))).toBeNull()
  })

  it('does not when the fault lies with each source: gone, forbidden by robots.txt, set up wrongly', () => {
    for (const [error, status] of [
      ['http-status', 404],
      ['http-status', 410],
      ['robots-forbidden', null],
      ['bad-settings', null],
      ['address-refused', null],
    ] as const) {
      const polls = ['a', 'b', 'c'].map((key) => failed(key, error, status))
      expect(judge(...polls), error).toBeNull()
    }
  })
})
