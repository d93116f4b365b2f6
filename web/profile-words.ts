import type { Profile } from '../core/domain/profile.ts'
import { domainWords } from '../core/domain/experience.ts'
import { heldCode } from '../core/domain/vocabulary/credentials.ts'
import { capital, months, series } from './format.ts'
import {
  ADJACENT_ROLE_WORDS,
  EDUCATION_WORDS,
  EMPLOYMENT_WORDS,
  ROLE_WORDS,
  WORK_MODE_WORDS,
  settingWord,
  stateName,
  systemWord,
} from './words.ts'

export interface ProfileLine {
  name: string
  /** null = the person did not say. */
  text: string | null
}

function credentialsText({ credentials }: Profile): string | null {
  if (credentials === undefined) return null
  return credentials.length === 0
    ? 'None yet'
    : series(credentials.map((c) => heldCode(c) + (c.since ? ` (since ${c.since})` : '')))
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

function trainingText(profile: Profile): string | null {
  const { externship_hours: extern, practicode_hours: hours, practicode_done: done } = profile
  const parts = [
    extern === undefined ? null : `${extern} hours of externship`,
    hours === undefined ? null : `${hours} hours of Practicode`,
    done === undefined ? null : done ? 'Practicode finished' : 'Practicode not finished',
  ].filter((part) => part !== null)
  return parts.length === 0 ? null : series(parts)
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
  const more: [string, string | null | undefined][] = [
    ['Training', trainingText(profile)],
    ['Programs', profile.software?.map(systemWord).join(', ')],
    ['Other states', profile.states_too && series(profile.states_too.map(stateName))],
    ['Kinds of work', roles && capital(series(roles, 'or'))],
    [
      'Jobs beside the trade',
      profile.adjacent_roles && series(profile.adjacent_roles.map((r) => ADJACENT_ROLE_WORDS[r])),
    ],
    [
      'Hours',
      profile.employment_types &&
        series(
          profile.employment_types.map((t) => EMPLOYMENT_WORDS[t]),
          'or',
        ),
    ],
    [
      'Employers you like',
      profile.settings_liked && series(profile.settings_liked.map(settingWord)),
    ],
    ['Not for you', profile.settings_refused && series(profile.settings_refused.map(settingWord))],
    [
      'Least pay',
      profile.pay_floor_hour === undefined ? null : `$${profile.pay_floor_hour.toFixed(2)} an hour`,
    ],
  ]
  for (const [name, text] of more) if (text) lines.push({ name, text })
  return lines
}
