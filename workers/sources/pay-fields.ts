import { amountsIn, unitOf } from '../../core/domain/read/tags/pay-words.ts'
import type { Pay } from '../../core/domain/reading.ts'
import type { PayUnit } from '../../core/domain/tags.ts'
import { fold } from '../../core/domain/text/fold.ts'
import { plain } from './fields.ts'
import { amount, text } from './shape.ts'

/** Two weeks as codes say them ("2 WEEK", "two_weeks"); words ("bi-weekly") are known to `unitOf`. */
const TWO_WEEKS = /\b(?:2|two|bi) ?-?week/
/** Half months, several months and months of four weeks are paid by some, and are no unit of ours. */
const NO_UNIT = /semi|bi-?month|twice|\bthree\b|lunar/

/**
 * The unit that a field for the period of pay names, in words or as a code: "Hour", "Per Year", "annual",
 * "per-hour-wage", "2 WEEK". null when it names none that we know.
 */
export function payUnit(said: unknown): PayUnit | null {
  const words = fold(plain(said) ?? '').replace(/_/g, ' ')
  if (NO_UNIT.test(words)) return null
  return TWO_WEEKS.test(words) ? 'biweek' : unitOf(words)
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

const OTHER_MONEY =
  /\b(?:ca|au|nz|hk|sg|[acs])\s?\$|\b(?:cad|aud|nzd|eur|gbp|inr|mxn|sgd|php)\b|[€£¥₹]/i
/** Money that only comes when targets are met, or beside the pay. */
const NOT_BASE = /\b(?:ote|on[- ]target|commissions?|bonus(?:es)?|equity|stipend|incentives?)\b/i

/**
 * Pay in one short field of a feed, e.g. "$18 - $24 / hr", "up to $60k": US dollars only, the unit only when
 * said; several figures of one unit are spanned. null when the words tell no base pay.
 */
export function payInWords(value: unknown): Partial<Pay> | null {
  const said = plain(value)
  if (said === null || OTHER_MONEY.test(said) || NOT_BASE.test(said)) return null
  const words = fold(said)
  const amounts = amountsIn(words).filter((a) => a.low > 0 && (a.dollars || a.unit !== null))
  const ranges = amounts.filter((a) => a.range)
  const [first, ...others] = ranges.length > 0 ? ranges : amounts
  if (first === undefined) return null
  const same = [first, ...others.filter((a) => a.unit === first.unit)]
  const unit = first.unit === null ? {} : { unit: first.unit }
  const [low, high] = [Math.min(...same.map((a) => a.low)), Math.max(...same.map((a) => a.high))]
  if (same.length > 1 || first.range) return { min: low, max: high, ...unit }
  const before = words.slice(0, first.start)
  if (/\b(?:up to|max(?:imum)?(?: of)?)\s*:?\s*$/.test(before)) return { max: high, ...unit }
  if (
    first.open ||
    /\b(?:from|starting(?: at)?|at least|min(?:imum)?(?: of)?)\s*:?\s*$/.test(before)
  )
    return { min: low, ...unit }
  return { min: low, max: high, ...unit }
}
