import type { Profile } from '../profile.ts'
import { heldCode } from '../vocabulary/credentials.ts'
import { SYSTEMS } from '../vocabulary/systems.ts'
import {
  EARNING,
  EARNING_KEYS,
  MOST_SCHOOL_LINES,
  MOST_WORK_LINES,
  schoolField,
  sinceField,
} from './fields.ts'
import type { FormValues } from './form-reader.ts'

type Schooling = NonNullable<Profile['education']>[number]

class Filling {
  readonly values: FormValues = {}

  set(field: string, value: string | number | undefined | null): void {
    if (value !== undefined && value !== null && value !== '') this.values[field] = String(value)
  }

  list(field: string, items: readonly string[] | undefined): void {
    if (items !== undefined && items.length > 0) this.values[field] = [...items]
  }

  answer(field: string, said: boolean | undefined | null): void {
    if (said !== undefined && said !== null) this.set(field, said ? 'yes' : 'no')
  }
}

/** The answer to "are you training for one?" that stands for a schooling; null when none does. */
function earningOf(one: Schooling): keyof typeof EARNING | null {
  const told = Object.keys(one).filter((part) => part !== 'ends')
  const key = EARNING_KEYS.find((k) => {
    const stands = EARNING[k]
    return (
      told.length === Object.keys(stands).length &&
      Object.entries(stands).every(([part, value]) => one[part as keyof Schooling] === value)
    )
  })
  return key ?? null
}

function fillEducation(form: Filling, education: Profile['education']): void {
  if (education === undefined) return
  if (education.length === 0) form.set('education_level', 'none')
  let earning = false
  let line = 0
  for (const one of education) {
    const key = earning ? null : earningOf(one)
    if (key !== null) {
      earning = true
      form.set('earning', key)
      form.set('earning_ends', one.ends)
      continue
    }
    line += 1
    if (line > MOST_SCHOOL_LINES) return
    form.set(schoolField('level', line), one.level)
    form.set(schoolField('field', line), one.field)
    form.set(schoolField('status', line), one.status)
    form.set(schoolField('ends', line), one.ends)
    form.set(schoolField('credits', line), one.credits)
    form.set(schoolField('note', line), one.note)
    form.answer(schoolField('accredited', line), one.accredited)
  }
}

function fillWork(form: Filling, months: Profile['months']): void {
  if (months === undefined) return
  const lines = Object.entries(months)
  if (lines.length === 0) form.set('no_experience', 'yes')
  lines.slice(0, MOST_WORK_LINES).forEach(([kind, amount], at) => {
    form.set(`kind_${at + 1}`, kind)
    form.set(`amount_${at + 1}`, amount)
    form.set(`unit_${at + 1}`, 'months')
  })
}

/**
 * The form filled in with a profile, for the "change my answers" page: the inverse of `profileFromForm` for
 * every profile that the form can express. Lines beyond those of the form are left out, and so is the
 * difference between a list of wishes that is empty and one that is missing, which says the same.
 */
export function formFromProfile(profile: Profile): FormValues {
  const form = new Filling()
  const held = profile.credentials
  form.list('credential', held?.length === 0 ? ['none'] : held?.map(heldCode))
  for (const one of held ?? []) form.set(sinceField(heldCode(one)), one.since)
  fillWork(form, profile.months)
  fillEducation(form, profile.education)
  form.set('externship_hours', profile.externship_hours)
  form.set('practicode_hours', profile.practicode_hours)
  form.answer('practicode_done', profile.practicode_done)
  const known = (name: string) => Object.hasOwn(SYSTEMS, name)
  form.list('software', profile.software?.filter(known))
  form.set('software_other', profile.software?.filter((name) => !known(name)).join(', '))
  form.set('state', profile.state)
  form.set('states_too', profile.states_too?.join(', '))
  form.set('zip', profile.zip)
  form.set('radius_miles', profile.radius_miles)
  form.list('work_mode', profile.work_modes)
  form.list('role', profile.roles)
  form.list('adjacent_role', profile.adjacent_roles)
  form.list('setting_liked', profile.settings_liked)
  form.list('setting_refused', profile.settings_refused)
  form.list('employment_type', profile.employment_types)
  form.set('pay_floor_hour', profile.pay_floor_hour)
  return form.values
}
