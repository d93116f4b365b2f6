import { domainWords, recordedMonths } from '../experience.ts'
import type { Profile } from '../profile.ts'
import type { Role } from '../tags.ts'
import type { Change } from './advice.ts'
import { credentialSteps, apprenticeSteps, courseSteps } from './learning-steps.ts'
import { AT_ONCE, paidWork, type PossibleStep } from './routes.ts'

/** Everything one person could change, one thing at a time, smallest first within a ladder. */
export function possibleSteps(profile: Profile): PossibleStep[] {
  return [
    ...credentialSteps(profile),
    ...apprenticeSteps(profile),
    ...courseSteps(profile),
    ...experienceSteps(profile),
    ...workModeSteps(profile),
    ...settingSteps(profile),
    ...radiusSteps(profile),
    ...roleSteps(profile),
  ]
}

/** Work a person can get into, and the jobs beside the trade that lead there (domain notes, 2d). */
const WORK = ['billing', 'coding', 'medical_records', 'patient_access', 'front_desk'] as const
const SPANS = [3, 6, 12, 24] as const

function experienceSteps(profile: Profile): PossibleStep[] {
  const months = profile.months ?? {}
  return WORK.flatMap((domain) =>
    SPANS.map((span) => ({
      change: {
        kind: 'experience' as const,
        label: `${span} more months of ${domainWords(domain)}`,
        set: { months: { ...months, [domain]: recordedMonths(months, domain) + span } },
      },
      route: paidWork(span),
      note: null,
      ladder: `experience:${domain}`,
    })),
  )
}

const MODES = ['onsite', 'hybrid', 'remote'] as const
const MODE_LABELS = {
  onsite: 'Accept work on site',
  hybrid: 'Accept work partly on site',
  remote: 'Accept work from home',
} as const

const choice = (change: Change, ladder: string | null = null): PossibleStep => ({
  change,
  route: AT_ONCE,
  note: null,
  ladder,
})

/** Only for a person who has narrowed the way of working. */
function workModeSteps(profile: Profile): PossibleStep[] {
  const chosen = profile.work_modes ?? []
  if (chosen.length === 0) return []
  return MODES.filter((mode) => !chosen.includes(mode)).map((mode) =>
    choice({
      kind: 'work_mode',
      label: MODE_LABELS[mode],
      set: { work_modes: [...chosen, mode] },
    }),
  )
}

function settingSteps(profile: Profile): PossibleStep[] {
  const refused = profile.settings_refused ?? []
  return refused.map((setting) =>
    choice({
      kind: 'setting',
      label: `Consider employers of the kind: ${setting.replaceAll('_', ' ')}`,
      set: { settings_refused: refused.filter((s) => s !== setting) },
    }),
  )
}

const RADII = [10, 25, 50, 100] as const

function radiusSteps(profile: Profile): PossibleStep[] {
  const { zip, radius_miles: radius } = profile
  if (zip === undefined || radius === undefined) return []
  return RADII.filter((r) => r > radius).map((r) =>
    choice(
      { kind: 'radius', label: `Travel up to ${r} miles`, set: { radius_miles: r } },
      'radius',
    ),
  )
}

const ROLE_LABELS: Readonly<Record<Role, string>> = {
  coding: 'Look at coding jobs too',
  billing: 'Look at billing jobs too',
  both: 'Look at jobs that join coding and billing',
  adjacent: 'Look at first-rung jobs beside the trade too (front desk, registration, records)',
}
const TRADE: readonly Role[] = ['coding', 'billing', 'both']

/** A person who named no role looks at the whole trade, but not at the jobs beside it. */
function roleSteps(profile: Profile): PossibleStep[] {
  const chosen = profile.roles ?? []
  const from = chosen.length === 0 ? TRADE : chosen
  const missing = ([...TRADE, 'adjacent'] as const).filter((role) => !from.includes(role))
  return missing.map((role) =>
    choice({ kind: 'role', label: ROLE_LABELS[role], set: { roles: [...from, role] } }),
  )
}
