import type { FormValues } from '../core/domain/profile-form/form-reader.ts'
import { formFromProfile } from '../core/domain/profile-form/fill-form.ts'
import type { Profile } from '../core/domain/profile.ts'

export const STEP_ORDERS = ['gain', 'cost'] as const
export type StepOrder = (typeof STEP_ORDERS)[number]

/** How a person looks at their result; it travels with the answers, for this visit only. */
export interface AdviceView {
  order: StepOrder
  /** Listings put out of sight. */
  hide: readonly number[]
}

/** What a listing is called where only its name is shown. */
export interface ListingName {
  title: string
  employer: string | null
  place: string | null
  /** The advert bears a mark of a fraud. */
  doubtful: boolean
}

/** Names by id. */
export type ListingNames = ReadonlyMap<number, ListingName>

/** The names of the forms that carry the answers; buttons and boxes elsewhere on the page belong to them. */
export const AGAIN = 'again'
export const TO_PLAN = 'to_plan'

/** The answers and the view as the hidden fields of a form. */
export function carried(profile: Profile, view: AdviceView): [name: string, value: string][] {
  const answers: FormValues = formFromProfile(profile)
  return [
    ...Object.entries(answers).flatMap(([name, value]) =>
      (Array.isArray(value) ? value : [value]).map((one): [string, string] => [name, one]),
    ),
    ['order', view.order],
    ...view.hide.map((id): [string, string] => ['hide', String(id)]),
  ]
}
