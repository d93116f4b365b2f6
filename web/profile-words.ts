import type { Profile } from '../core/domain/profile.ts'
import { domainWords } from '../core/domain/experience.ts'
import { capital, months, series } from './format.ts'
import { EDUCATION_WORDS, ROLE_WORDS, WORK_MODE_WORDS, settingWord, stateName } from './words.ts'

export interface ProfileLine {
  name: string
  /** null = the person did not say. */
  text: string | null
}

function credentialsText({ credentials }: Profile): string | null {
  if (credentials === undefined) return null
  return credentials.length === 0 ? 'None yet' : series(credentials.map((c) => c.code))
}

function monthsText(profile: Profile): string | null {
  if (profile.months === undefined) return null
  const lines = Object.entries(profile.months)
  if (lines.length === 0) return 'No paid experience yet'
  return series(
    lines.map(([key, n]) => `${months(n)} of ${key === 'other' ? 'other work' : domainWords(key)}`),
  )
}

function educationText({ education }: Profile): string | null {
  if (education === undefined) return null
  if (education.length === 0) return 'None to name yet'
  return series(
    education.map(({ level, field, status }) => {
      const where = field ? ` in ${field}` : ''
      return `${EDUCATION_WORDS[level]}${where}${status === 'in_progress' ? ' (still studying)' : ''}`
    }),
  )
}

function whereText({ state, zip, radius_miles }: Profile): string | null {
  const place = [state === undefined ? null : stateName(state), zip ?? null].filter(
    (part) => part !== null,
  )
  if (place.length === 0) return null
  const reach = radius_miles === undefined ? '' : `, up to ${radius_miles} miles away`
  return `${place.join(', ')}${reach}`
}

/** What a profile records, line by line, for the person to check. Unsaid points are named as unsaid. */
export function profileLines(profile: Profile): ProfileLine[] {
  const modes = profile.work_modes?.map((m) => WORK_MODE_WORDS[m].toLowerCase())
  const roles = profile.roles?.map((r) => ROLE_WORDS[r].toLowerCase())
  const lines: ProfileLine[] = [
    { name: 'Credentials', text: credentialsText(profile) },
    { name: 'Paid experience', text: monthsText(profile) },
    { name: 'Home', text: whereText(profile) },
    { name: 'Ways of working', text: modes === undefined ? null : capital(series(modes, 'or')) },
    { name: 'Schooling', text: educationText(profile) },
  ]
  if (roles !== undefined) lines.push({ name: 'Kinds of work', text: capital(series(roles, 'or')) })
  if (profile.settings_liked !== undefined) {
    lines.push({
      name: 'Employers you like',
      text: series(profile.settings_liked.map(settingWord)),
    })
  }
  if (profile.settings_refused !== undefined) {
    lines.push({ name: 'Not for you', text: series(profile.settings_refused.map(settingWord)) })
  }
  if (profile.pay_floor_hour !== undefined) {
    lines.push({ name: 'Least pay', text: `$${profile.pay_floor_hour.toFixed(2)} an hour` })
  }
  return lines
}
