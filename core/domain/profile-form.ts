import { STATE_CODES } from './us-states.ts'
import { type Profile, profileSchema } from './profile.ts'
import { ADJACENT_ROLES, EDUCATION_LEVELS, EMPLOYMENT_TYPES, ROLES, SETTINGS } from './tags.ts'
import { credential, heldCode } from './vocabulary/credentials.ts'

/**
 * The advice form as a browser sends it (application/x-www-form-urlencoded). Every field may be absent
 * or blank: that means "not said" and leaves the key of the profile missing.
 *
 * | field | values |
 * |---|---|
 * | `credential` (repeated) | catalogue codes such as `CPC-A`; `none` = holds none, an empty list |
 * | `since_CPC-A` … (one for each code) | when it was earned: a year, a month or a day, e.g. `2026-05` |
 * | `no_experience` | `yes` = no paid experience at all |
 * | `kind_1` … `kind_3` | a key of the experience ladder, or `other` |
 * | `amount_1` … `amount_3`, `unit_1` … `unit_3` | a number; `months` (default) or `years` |
 * | `state`, `zip`, `radius_miles` | two letters; five digits; miles |
 * | `work_mode` (repeated) | `onsite`, `hybrid`, `remote` |
 * | `role` (repeated) | `coding`, `billing`, `both`, `adjacent` |
 * | `education_level` | a level of tags.ts, or `none` = no schooling to name, an empty list |
 * | `education_field`, `education_status`, `education_accredited` | text; `complete` or `in_progress`; `yes` |
 * | `education_ends` | when it ended or will end: as `since_…` |
 * | `externship_hours`, `practicode_hours`, `practicode_done` | hours; hours; `yes` |
 * | `software` (repeated) | programs by key or name; several in one field with commas |
 * | `state_too` (repeated) | other states to work in, two letters each |
 * | `adjacent_role` (repeated) | jobs beside the trade, of tags.ts |
 * | `employment_type` (repeated) | kinds of hours, of tags.ts |
 * | `setting_liked`, `setting_refused` (repeated) | settings of tags.ts |
 * | `pay_floor_hour` | US dollars an hour |
 */
export type FormValues = Record<string, string | string[]>

export interface FormError {
  field: string
  /** One sentence for the person who filled the form in. */
  message: string
}

/** How many lines of experience the form has. */
export const EXPERIENCE_LINES = [1, 2, 3] as const

/** The ways of working a person may tick; `remote_after` and `not_stated` are words of adverts. */
export const FORM_WORK_MODES = ['onsite', 'hybrid', 'remote'] as const

const MOST_MONTHS = 900
const MOST_HOURS = 10_000
const DATE = /^(?:19|20)\d{2}(?:-(\d{2})(?:-(\d{2}))?)?$/
const KIND = /^[a-z][a-z0-9_]{1,58}$/

class Reader {
  readonly errors: FormError[] = []
  readonly #values: FormValues

  constructor(values: FormValues) {
    this.#values = values
  }

  one(field: string): string {
    const given = Object.hasOwn(this.#values, field) ? this.#values[field] : undefined
    return (Array.isArray(given) ? (given.at(-1) ?? '') : (given ?? '')).trim()
  }

  many(field: string): string[] {
    const given = Object.hasOwn(this.#values, field) ? this.#values[field] : undefined
    const list = Array.isArray(given) ? given : given === undefined ? [] : [given]
    return [...new Set(list.map((v) => v.trim()).filter((v) => v !== ''))]
  }

  fail(field: string, message: string): undefined {
    this.errors.push({ field, message })
    return undefined
  }

  /** The ticked values of a closed list; undefined when none is ticked. */
  ticked<T extends string>(field: string, allowed: readonly T[], noun: string): T[] | undefined {
    const given = this.many(field)
    const known = given.filter((v): v is T => (allowed as readonly string[]).includes(v))
    if (known.length < given.length) return this.fail(field, `Choose ${noun} from the list.`)
    return known.length === 0 ? undefined : known
  }

  chosen<T extends string>(field: string, allowed: readonly T[], noun: string): T | undefined {
    const given = this.one(field)
    if (given === '') return undefined
    const known = allowed.find((v) => v === given)
    return known ?? this.fail(field, `Choose ${noun} from the list.`)
  }

  /** A year, a month or a day as ISO 8601 writes it. */
  date(field: string, noun: string): string | undefined {
    const given = this.one(field)
    if (given === '') return undefined
    const [, month = '01', day = '01'] = DATE.exec(given) ?? [null, '00', '00']
    const real = month !== '00' && !Number.isNaN(Date.parse(`${given.slice(0, 4)}-${month}-${day}`))
    return real ? given : this.fail(field, `Write ${noun} like 2026-05 or 2026.`)
  }

  number(field: string, low: number, high: number, noun: string): number | undefined {
    const given = this.one(field).replace(/^\$/, '')
    if (given === '') return undefined
    const value = /^\d+(\.\d+)?$/.test(given) ? Number(given) : Number.NaN
    if (Number.isNaN(value) || value < low || value > high) {
      return this.fail(field, `Write ${noun} as a number from ${low} to ${high}.`)
    }
    return value
  }
}

function credentials(form: Reader): Profile['credentials'] {
  const given = form.many('credential')
  if (given.length === 0) return undefined
  const codes = given.filter((c) => c !== 'none')
  if (codes.length < given.length && codes.length > 0) {
    return form.fail('credential', 'You ticked “None yet” and also a credential. Untick one.')
  }
  if (codes.some((c) => credential(c) === null)) {
    return form.fail('credential', 'Choose credentials from the list.')
  }
  return codes.map((code) => {
    const since = form.date(`since_${code}`, 'when you earned it')
    return {
      code,
      ...(code.endsWith('-A') ? { apprentice: true } : {}),
      ...(since === undefined ? {} : { since }),
    }
  })
}

function experience(form: Reader): Profile['months'] {
  const total: Record<string, number> = {}
  const before = form.errors.length
  let told = false
  for (const line of EXPERIENCE_LINES) {
    const kind = form.one(`kind_${line}`)
    const amount = form.number(`amount_${line}`, 0, MOST_MONTHS, 'how long')
    if (kind === '' && amount === undefined) continue
    told = true
    if (kind !== '' && !KIND.test(kind)) {
      form.fail(`kind_${line}`, 'Choose the kind of work from the list.')
    } else if (kind === '') {
      form.fail(`kind_${line}`, 'Say what kind of work this was.')
    } else if (form.one(`amount_${line}`) === '') {
      form.fail(`amount_${line}`, 'Say how long you did this work.')
    } else if (amount !== undefined) {
      const unit = form.chosen(`unit_${line}`, ['months', 'years'], 'months or years')
      const months = Math.round(amount * (unit === 'years' ? 12 : 1))
      if (months > MOST_MONTHS) form.fail(`amount_${line}`, 'That is more than a working life.')
      else total[kind] = Math.min(MOST_MONTHS, (total[kind] ?? 0) + months)
    }
  }
  if (form.one('no_experience') === 'yes') {
    if (!told) return {}
    return form.fail(
      'no_experience',
      'You ticked “No paid experience yet” and also filled in a line. Clear one.',
    )
  }
  return told && form.errors.length === before ? total : undefined
}

function education(form: Reader): Profile['education'] {
  const level = form.chosen('education_level', [...EDUCATION_LEVELS, 'none'], 'your schooling')
  if (level === undefined) return undefined
  if (level === 'none') return []
  const field = form.one('education_field').slice(0, 200)
  const status = form.chosen('education_status', ['complete', 'in_progress'], 'one answer')
  const ends = form.date('education_ends', 'when it ended or will end')
  return [
    {
      level,
      ...(field === '' ? {} : { field }),
      ...(status === undefined ? {} : { status }),
      ...(ends === undefined ? {} : { ends }),
      ...(form.one('education_accredited') === 'yes' ? { accredited: true } : {}),
    },
  ]
}

const MOST_PROGRAMS = 40

function software(form: Reader): Profile['software'] {
  const named = form
    .many('software')
    .flatMap((field) => field.split(','))
    .map((name) => name.trim())
    .filter((name) => name !== '')
  if (named.length === 0) return undefined
  return named.length > MOST_PROGRAMS || named.some((name) => name.length > 60)
    ? form.fail('software', 'Write the names of programs, with a comma after each.')
    : [...new Set(named)]
}

function zip(form: Reader): string | undefined {
  const given = form.one('zip')
  if (given === '') return undefined
  return /^\d{5}$/.test(given)
    ? given
    : form.fail('zip', 'Write the ZIP code as five digits, for example 18503.')
}

/**
 * The profile a filled-in form describes. What was not said stays out of it; a "none" is an empty list.
 * All faults come back together, each with its field, so that the form can be shown again as it was.
 */
export function profileFromForm(
  values: FormValues,
): { profile: Profile } | { errors: FormError[] } {
  const form = new Reader(values)
  const parts = {
    credentials: credentials(form),
    months: experience(form),
    education: education(form),
    externship_hours: form.number('externship_hours', 0, MOST_HOURS, 'the hours'),
    practicode_hours: form.number('practicode_hours', 0, MOST_HOURS, 'the hours'),
    practicode_done: form.one('practicode_done') === 'yes' ? true : undefined,
    software: software(form),
    state: form.chosen('state', STATE_CODES, 'a state'),
    states_too: form.ticked('state_too', STATE_CODES, 'states'),
    zip: zip(form),
    radius_miles: form.number('radius_miles', 0, 5000, 'the distance in miles'),
    work_modes: form.ticked('work_mode', FORM_WORK_MODES, 'ways of working'),
    roles: form.ticked('role', ROLES, 'kinds of work'),
    adjacent_roles: form.ticked('adjacent_role', ADJACENT_ROLES, 'kinds of work'),
    employment_types: form.ticked('employment_type', EMPLOYMENT_TYPES, 'kinds of hours'),
    settings_liked: form.ticked('setting_liked', SETTINGS, 'kinds of employer'),
    settings_refused: form.ticked('setting_refused', SETTINGS, 'kinds of employer'),
    pay_floor_hour: form.number('pay_floor_hour', 0, 1000, 'the pay in dollars an hour'),
  }
  if (form.errors.length > 0) return { errors: form.errors }
  const said = Object.entries(parts).filter(([, value]) => value !== undefined)
  const parsed = profileSchema.safeParse(Object.fromEntries(said))
  if (parsed.success) return { profile: parsed.data }
  return {
    errors: parsed.error.issues.map((issue) => ({
      field: String(issue.path[0] ?? ''),
      message: `${issue.message}.`,
    })),
  }
}

/**
 * The form filled in with a profile, for the "change my answers" page: the inverse of
 * `profileFromForm` for every profile that the form can express. Months beyond the lines of the form
 * and all but the first schooling are left out.
 */
export function formFromProfile(profile: Profile): FormValues {
  const values: FormValues = {}
  const set = (field: string, value: string | number | undefined | null) => {
    if (value !== undefined && value !== null && value !== '') values[field] = String(value)
  }
  const list = (field: string, items: readonly string[] | undefined) => {
    if (items !== undefined && items.length > 0) values[field] = [...items]
  }
  const held = profile.credentials
  list('credential', held?.length === 0 ? ['none'] : held?.map(heldCode))
  for (const one of held ?? []) set(`since_${heldCode(one)}`, one.since)
  const lines = Object.entries(profile.months ?? {})
  if (profile.months !== undefined && lines.length === 0) set('no_experience', 'yes')
  for (const [at, line] of EXPERIENCE_LINES.entries()) {
    const entry = lines[at]
    if (entry === undefined) break
    set(`kind_${line}`, entry[0])
    set(`amount_${line}`, entry[1])
    set(`unit_${line}`, 'months')
  }
  const school = profile.education?.[0]
  set('education_level', profile.education?.length === 0 ? 'none' : school?.level)
  set('education_field', school?.field)
  set('education_status', school?.status)
  if (school?.accredited === true) set('education_accredited', 'yes')
  set('education_ends', school?.ends)
  set('externship_hours', profile.externship_hours)
  set('practicode_hours', profile.practicode_hours)
  if (profile.practicode_done === true) set('practicode_done', 'yes')
  list('software', profile.software)
  set('state', profile.state)
  list('state_too', profile.states_too)
  set('zip', profile.zip)
  set('radius_miles', profile.radius_miles)
  list('work_mode', profile.work_modes)
  list('role', profile.roles)
  list('adjacent_role', profile.adjacent_roles)
  list('employment_type', profile.employment_types)
  list('setting_liked', profile.settings_liked)
  list('setting_refused', profile.settings_refused)
  set('pay_floor_hour', profile.pay_floor_hour)
  return values
}
