import { profileSchema, type Profile } from '../profile.ts'
import { ADJACENT_ROLES, EDUCATION_LEVELS, EMPLOYMENT_TYPES, ROLES, SETTINGS } from '../tags.ts'
import { CODE_OF_STATE_NAME, STATE_CODES } from '../us-states.ts'
import { catalogueCode, credential } from '../vocabulary/credentials.ts'
import { neighboursOf } from '../vocabulary/neighbours.ts'
import { systemKey } from '../vocabulary/systems.ts'
import {
  EARNING,
  EARNING_KEYS,
  FORM_WORK_MODES,
  MOST_SCHOOL_LINES,
  MOST_WORK_LINES,
  schoolField,
  sinceField,
} from './fields.ts'
import { FormReader, type FormError, type FormValues } from './form-reader.ts'

const MOST_MONTHS = 900
const KIND = /^[a-z][a-z0-9_]{1,58}$/

function credentials(form: FormReader): Profile['credentials'] {
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
    const since = form.month(sinceField(catalogueCode(code)))
    return {
      code,
      ...(code.endsWith('-A') ? { apprentice: true } : {}),
      ...(since === undefined ? {} : { since }),
    }
  })
}

function experience(form: FormReader): Profile['months'] {
  const total: Record<string, number> = {}
  const before = form.errors.length
  let told = false
  for (let line = 1; line <= MOST_WORK_LINES; line += 1) {
    const kind = form.one(`kind_${line}`)
    const amount = form.number(`amount_${line}`, 0, MOST_MONTHS, 'how long')
    if (kind === '' && form.one(`amount_${line}`) === '') continue
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

type Schooling = NonNullable<Profile['education']>[number]

function education(form: FormReader): Profile['education'] {
  const earning = form.chosen('earning', EARNING_KEYS, 'what you are training for')
  const ends = form.month('earning_ends')
  const found: Schooling[] =
    earning === undefined ? [] : [{ ...EARNING[earning], ...(ends === undefined ? {} : { ends }) }]
  const none = form.one('education_level') === 'none'
  for (let line = none ? 2 : 1; line <= MOST_SCHOOL_LINES; line += 1) {
    const one = schooling(form, line)
    if (one !== undefined) found.push(one)
  }
  return found.length > 0 || none ? found : undefined
}

function schooling(form: FormReader, line: number): Schooling | undefined {
  const at = (part: Parameters<typeof schoolField>[0]) => schoolField(part, line)
  const level = form.chosen(at('level'), EDUCATION_LEVELS, 'your schooling')
  const field = form.one(at('field')).slice(0, 200)
  const note = form.one(at('note')).slice(0, 500)
  const status = form.chosen(at('status'), ['complete', 'in_progress'], 'one answer')
  const ends = form.month(at('ends'))
  const credits = form.number(at('credits'), 0, 500, 'the credits')
  const accredited = form.chosen(at('accredited'), ['yes', 'no'], 'one answer')
  if (level === undefined) {
    const more = field !== '' || ends !== undefined || credits !== undefined
    return more && form.one(at('level')) === ''
      ? form.fail(at('level'), 'Choose the level of this schooling.')
      : undefined
  }
  return {
    level,
    ...(field === '' ? {} : { field }),
    ...(status === undefined ? {} : { status }),
    ...(accredited === undefined ? {} : { accredited: accredited === 'yes' }),
    ...(ends === undefined ? {} : { ends }),
    ...(credits === undefined ? {} : { credits }),
    ...(note === '' ? {} : { note }),
  }
}

function zip(form: FormReader): string | undefined {
  const given = form.one('zip')
  if (given === '') return undefined
  return /^\d{5}$/.test(given)
    ? given
    : form.fail('zip', 'Write the ZIP code as five digits, for example 18503.')
}

function statesToo(form: FormReader, home: string | undefined): Profile['states_too'] {
  const found: string[] = []
  for (const part of form.one('states_too').split(/[,;]/)) {
    const name = part.trim()
    if (name === '') continue
    const code = CODE_OF_STATE_NAME.get(name.toLowerCase()) ?? name.toUpperCase()
    if (!STATE_CODES.includes(code)) {
      return form.fail(
        'states_too',
        `We do not know the state “${name.slice(0, 30)}”. Write two letters for each, for example NJ, NY.`,
      )
    }
    found.push(code)
  }
  if (form.one('neighbours') === 'yes') {
    if (home === undefined) {
      return form.fail('neighbours', 'Choose your own state above, so that we know its neighbors.')
    }
    found.push(...neighboursOf(home))
  }
  return found.length === 0 ? undefined : [...new Set(found)]
}

function software(form: FormReader): Profile['software'] {
  const more = form
    .one('software_other')
    .split(/[,;]/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
  if (more.some((name) => name.length > 60)) {
    return form.fail('software_other', 'Write the names of the programs with commas between them.')
  }
  const found = [...new Set([...form.many('software'), ...more].map(systemKey))]
  if (found.length > 40) return form.fail('software_other', 'Name at most 40 programs.')
  return found.length === 0 ? undefined : found
}

function practicode(form: FormReader): boolean | undefined {
  const done = form.chosen('practicode_done', ['yes', 'no'], 'one answer')
  return done === undefined ? undefined : done === 'yes'
}

/** What was read from a résumé counts only once the person says that it is right. */
function confirmed(form: FormReader): void {
  if (form.many('resume_note').length === 0 || form.one('resume_checked') === 'yes') return
  form.fail(
    'resume_checked',
    'Some answers come from your résumé. Check them, then tick the box at the end.',
  )
}

/**
 * The advice form as a browser sends it. Every field may be absent or blank: that means "not said" and leaves
 * the key of the profile missing.
 *
 * | field | values |
 * |---|---|
 * | `credential` (repeated) | catalogue codes such as `CPC-A`; `none` = holds none, an empty list |
 * | `since_<code>` | month and year since when it is held |
 * | `earning`, `earning_ends` | a key of `EARNING`: schooling that is not finished; month and year |
 * | `no_experience` | `yes` = no paid experience at all |
 * | `kind_1` … `kind_20` | a key of the experience ladder, or `other` |
 * | `amount_1` …, `unit_1` … | a number; `months` (default) or `years` |
 * | `state`, `zip`, `radius_miles` | two letters; five digits; miles |
 * | `states_too`, `neighbours` | states, by code or name, with commas; `yes` = all that border on `state` |
 * | `work_mode`, `role`, `adjacent_role`, `employment_type` (repeated) | values of tags.ts |
 * | `education_level` …, `education_level_2` … | a level of tags.ts; the first may be `none` = an empty list |
 * | `education_field`, `_status`, `_accredited`, `_ends`, `_credits`, `_note` | text; `complete` or `in_progress`; `yes` or `no`; month and year; a number; text |
 * | `externship_hours`, `practicode_hours`, `practicode_done` | numbers; `yes` or `no` |
 * | `software` (repeated), `software_other` | keys of the vocabulary; names with commas |
 * | `setting_liked`, `setting_refused` (repeated) | settings of tags.ts |
 * | `pay_floor_hour` | US dollars an hour |
 * | `resume_note` (repeated), `resume_checked` | there are answers read from a résumé; `yes` = the person has checked them |
 *
 * The profile a filled-in form describes. What was not said stays out of it; a "none" is an empty list.
 * All faults come back together, each with its field, so that the form can be shown again as it was.
 */
export function profileFromForm(
  values: FormValues,
): { profile: Profile } | { errors: FormError[] } {
  const form = new FormReader(values)
  // In the order of the page, so that faults come in it too.
  const held = credentials(form)
  const months = experience(form)
  const state = form.chosen('state', STATE_CODES, 'a state')
  const parts = {
    credentials: held,
    months,
    education: education(form),
    externship_hours: form.number('externship_hours', 0, 10_000, 'the hours'),
    practicode_hours: form.number('practicode_hours', 0, 10_000, 'the hours'),
    practicode_done: practicode(form),
    software: software(form),
    state,
    states_too: statesToo(form, state),
    zip: zip(form),
    radius_miles: form.number('radius_miles', 0, 5000, 'the distance in miles'),
    work_modes: form.ticked('work_mode', FORM_WORK_MODES, 'ways of working'),
    roles: form.ticked('role', ROLES, 'kinds of work'),
    adjacent_roles: form.ticked('adjacent_role', ADJACENT_ROLES, 'jobs'),
    settings_liked: form.ticked('setting_liked', SETTINGS, 'kinds of employer'),
    settings_refused: form.ticked('setting_refused', SETTINGS, 'kinds of employer'),
    employment_types: form.ticked('employment_type', EMPLOYMENT_TYPES, 'hours'),
    pay_floor_hour: form.number('pay_floor_hour', 0, 1000, 'the pay in dollars an hour'),
  }
  confirmed(form)
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
