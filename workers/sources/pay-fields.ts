import type { Pay } from '../../core/domain/reading.ts'
import type { PayUnit } from '../../core/domain/tags.ts'
import { amount, text } from './shape.ts'

/** Wording family: the period of a pay field, as platforms write it ("per-hour-wage", "1 YEAR", "YEARLY"). */
const UNITS: [RegExp, PayUnit][] = [
  [/hour/, 'hour'],
  [/\bda(y|ily)/, 'day'],
  [/\bbi-?week|two-?week|\b2 week/, 'biweek'],
  [/week/, 'week'],
  [/year|annual|annum/, 'year'],
  [/month/, 'month'],
]

/** Half months are paid by some, and are no unit of ours. */
const NO_UNIT = /semi|bi-?month|twice/

/** The unit a pay field names; null when it names none that we know. */
export function payUnit(said: unknown): PayUnit | null {
  const words = (text(said) ?? '').toLowerCase().replace(/_/g, ' ')
  if (NO_UNIT.test(words)) return null
  return UNITS.find(([pattern]) => pattern.test(words))?.[1] ?? null
}

export interface Rate {
  min: unknown
  max: unknown
  /** The currency as written; none said is taken as US dollars. */
  currency: unknown
  /** The period as written. */
  period: unknown
}

/**
 * The range over the rates in US dollars that share the unit of the first. 0 is "not stated", a range
 * upside down is not believed; the unit is left out when none is named. null without an amount.
 */
export function payOf(rates: readonly Rate[]): Partial<Pay> | null {
  const known = rates.flatMap((rate) => {
    const [min, max] = [amount(rate.min), amount(rate.max)]
    if ((text(rate.currency) ?? 'USD').toUpperCase() !== 'USD') return []
    if ((min === null && max === null) || (min ?? 0) > (max ?? Infinity)) return []
    return [{ min, max, unit: payUnit(rate.period) }]
  })
  const [first] = known
  if (!first) return null
  const same = known.filter((r) => r.unit === first.unit)
  const mins = same.flatMap((r) => (r.min === null ? [] : [r.min]))
  const maxes = same.flatMap((r) => (r.max === null ? [] : [r.max]))
  return {
    min: mins.length > 0 ? Math.min(...mins) : null,
    max: maxes.length > 0 ? Math.max(...maxes) : null,
    ...(first.unit === null ? {} : { unit: first.unit }),
  }
}
