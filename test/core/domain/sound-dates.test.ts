import { expect, it } from 'vitest'
import type { RawPosting } from '../../../core/domain/posting.ts'
import { soundDates } from '../../../core/domain/sound-dates.ts'

const NOW = new Date('2026-11-24T12:00:00Z')

const dates = (posted_at: string | null, expires_at: string | null) => {
  const sound = soundDates({ posted_at, expires_at } as RawPosting, NOW)
  return [sound.posted_at, sound.expires_at]
}

it('keeps dates that can be, as they were written', () => {
  expect(dates('2026-11-01', '2026-12-01')).toEqual(['2026-11-01', '2026-12-01'])
  expect(dates(null, null)).toEqual([null, null])
  // A clock a little ahead, or a day that has begun further east.
  expect(dates('2026-11-25T11:00:00Z', null)[0]).toBe('2026-11-25T11:00:00Z')
  // Posted and closing on one day.
  expect(dates('2026-11-20T15:00:00Z', '2026-11-20')[1]).toBe('2026-11-20')
})

it('does not believe a posting date in the future', () => {
  expect(dates('2026-11-26', '2026-12-24')).toEqual([null, '2026-12-24'])
})

it('does not believe a closing date before the posting date, or a placeholder', () => {
  expect(dates('2026-11-20', '2026-11-01')).toEqual(['2026-11-20', null])
  expect(dates('0001-01-01', '1970-01-01T00:00:00Z')).toEqual([null, null])
  expect(dates('yesterday', 'soon')).toEqual([null, null])
})
