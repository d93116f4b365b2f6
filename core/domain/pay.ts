import type { Pay } from './reading.ts'

/** Paid hours in a full-time year: 40 hours x 52 weeks, the figure US employers and BLS use. */
export const FULL_TIME_HOURS = 2080

const HOURS_PER_UNIT = {
  hour: 1,
  day: 8,
  week: 40,
  biweek: 80,
  month: FULL_TIME_HOURS / 12,
  year: FULL_TIME_HOURS,
} as const

/**
 * Dollars an hour that a stated pay comes to when the job is full time, rounded to the cent.
 * null for pay by chart or by percent: that needs a volume nobody stated.
 */
export function hourlyEquivalent(pay: Pay | null): { min: number | null; max: number | null } {
  if (pay === null || pay.unit === 'chart' || pay.unit === 'percent')
    return { min: null, max: null }
  const hours = HOURS_PER_UNIT[pay.unit]
  const perHour = (n: number | null) => (n === null ? null : Math.round((n / hours) * 100) / 100)
  return { min: perHour(pay.min), max: perHour(pay.max) }
}

/** Dollars a full-time year of the stated pay comes to, rounded to the dollar; null as above. */
export function yearlyEquivalent(pay: Pay | null): { min: number | null; max: number | null } {
  if (pay === null || pay.unit === 'chart' || pay.unit === 'percent')
    return { min: null, max: null }
  const hours = HOURS_PER_UNIT[pay.unit]
  const perYear = (n: number | null) =>
    n === null ? null : Math.round((n / hours) * FULL_TIME_HOURS)
  return { min: perYear(pay.min), max: perYear(pay.max) }
}
