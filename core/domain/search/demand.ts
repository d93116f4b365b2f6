import { catalogueCode, classAcceptance } from '../vocabulary/credentials.ts'

/** Which credentials a listing asks of a person on the first day. */
export interface Demand {
  required: readonly string[]
  /** true: one of `required` is enough. */
  any_of: boolean
  required_class: string | null
  within_months_of_hire: number | null
}

/**
 * Whether a person with these credentials, taken by their codes alone, has what the advert asks on the first
 * day: nothing is asked, or it may be earned after hire, or one (or all) of the named is held. Named codes
 * and a class together are alternatives. That one credential is often taken for another is the match's
 * affair, not the filter's.
 */
export function satisfies(holds: readonly string[], demand: Demand): boolean {
  const { required, required_class: cls } = demand
  if (required.length === 0 && cls === null) return true
  if (demand.within_months_of_hire !== null) return true
  if (cls !== null && holds.some(isCoding)) return true
  if (required.length === 0) return false
  const held = new Set(holds.map(catalogueCode))
  return demand.any_of
    ? required.some((code) => held.has(code))
    : required.every((code) => held.has(code))
}

function isCoding(code: string): boolean {
  const taken = classAcceptance({ code }, 'any_coding')
  return taken === 'exact' || taken === 'usual'
}
