import { asked, groupBy, type Asked, type AskedCount } from './asked.ts'

/** So many listings first seen in one week. */
export interface WeekCount extends AskedCount {
  /** Its Monday, ISO date. */
  week: string
}

export interface TrendWeek extends Asked {
  week: string
  /** false for the week that has not ended yet. */
  complete: boolean
}

/** Weeks shown at most: half a year. */
export const TREND_WEEKS = 26

const WEEK_MS = 7 * 86_400_000

/** Monday of the week in which an instant lies, in UTC, as ISO date. */
export function mondayOf(instant: string): string {
  const day = new Date(`${instant.slice(0, 10)}T00:00:00Z`)
  const sinceMonday = (day.getUTCDay() + 6) % 7
  return new Date(day.getTime() - sinceMonday * 86_400_000).toISOString().slice(0, 10)
}

/** The weeks from the first in which a listing was met to the present one, empty ones too; oldest first. */
export function trendOf(counts: readonly WeekCount[], now: string): TrendWeek[] {
  const byWeek = groupBy(counts, ({ week }) => week)
  const last = Date.parse(mondayOf(now))
  const first = Math.min(...[...byWeek.keys()].map((week) => Date.parse(week)))
  if (!Number.isFinite(first)) return []
  const weeks: TrendWeek[] = []
  for (let at = Math.max(first, last - (TREND_WEEKS - 1) * WEEK_MS); at <= last; at += WEEK_MS) {
    const week = new Date(at).toISOString().slice(0, 10)
    weeks.push({ week, complete: at < last, ...asked(byWeek.get(week) ?? []) })
  }
  return weeks
}
