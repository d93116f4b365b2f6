import type { Profile } from '../profile.ts'
import { ADJACENT_ROLES, EMPLOYMENT_TYPES, type EmploymentType, type Role } from '../tags.ts'
import { neighboursOf } from '../vocabulary/neighbours.ts'
import { STATES } from '../vocabulary/states.ts'
import type { Change, CountsToward } from './advice.ts'
import { ADJACENT_CREDIT, CHOICE_CREDIT, SETTING_CREDIT } from './credit.ts'
import { AT_ONCE, MOVING, type PossibleStep } from './routes.ts'

const choice = (
  key: string,
  change: Change,
  more: Partial<Omit<PossibleStep, 'key' | 'change'>> = {},
): PossibleStep => ({
  key,
  change,
  counts: CHOICE_CREDIT,
  route: AT_ONCE,
  note: null,
  ladder: null,
  broader: [],
  ...more,
})

const MODES = ['onsite', 'hybrid', 'remote'] as const
const MODE_LABELS = {
  onsite: 'Accept work on site',
  hybrid: 'Accept work partly on site',
  remote: 'Accept work from home',
} as const

/** Only for a person who has narrowed the way of working. */
export function workModeSteps(profile: Profile): PossibleStep[] {
  const chosen = profile.work_modes ?? []
  if (chosen.length === 0) return []
  return MODES.filter((mode) => !chosen.includes(mode)).map((mode) =>
    choice(`work_mode:${mode}`, {
      kind: 'work_mode',
      label: MODE_LABELS[mode],
      set: { work_modes: [...chosen, mode] },
    }),
  )
}

export function settingSteps(profile: Profile): PossibleStep[] {
  const refused = profile.settings_refused ?? []
  return refused.map((setting) =>
    choice(
      `setting:${setting}`,
      {
        kind: 'setting',
        label: `Consider employers of the kind: ${setting.replaceAll('_', ' ')}`,
        set: { settings_refused: refused.filter((s) => s !== setting) },
      },
      { counts: SETTING_CREDIT },
    ),
  )
}

const RADII = [10, 25, 50, 100] as const

export function radiusSteps(profile: Profile): PossibleStep[] {
  const { zip, radius_miles: radius } = profile
  if (zip === undefined || radius === undefined) return []
  return RADII.filter((r) => r > radius).map((r) =>
    choice(
      `radius:${r}`,
      { kind: 'radius', label: `Travel up to ${r} miles`, set: { radius_miles: r } },
      { ladder: 'radius' },
    ),
  )
}

/** One step for each state that borders on `home`. */
export function stateSteps(profile: Profile, home: string | null): PossibleStep[] {
  const too = profile.states_too ?? []
  const near = home === null ? [] : neighboursOf(home)
  return near
    .filter((state) => !too.includes(state))
    .map((state) =>
      choice(
        `state:${state}`,
        {
          kind: 'state',
          label: `Look at work places in ${STATES[state] ?? state} too`,
          set: { states_too: [...too, state] },
        },
        { route: MOVING, note: 'What the journey or a move costs you is not in our figures.' },
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

/**
 * A person who named no role looks at the whole trade, but not at the jobs beside it. Those are one step as a
 * whole, and one for each kind.
 */
export function roleSteps(profile: Profile): PossibleStep[] {
  const chosen = profile.roles ?? []
  const from = chosen.length === 0 ? TRADE : chosen
  const missing = TRADE.filter((role) => !from.includes(role))
  return [
    ...missing.map((role) =>
      choice(`role:${role}`, {
        kind: 'role',
        label: ROLE_LABELS[role],
        set: { roles: [...from, role] },
      }),
    ),
    ...adjacentSteps(profile, from),
  ]
}

function adjacentSteps(profile: Profile, from: readonly Role[]): PossibleStep[] {
  const adjacent = from.includes('adjacent')
  const named = profile.adjacent_roles ?? []
  // Whoever takes any job beside the trade has nothing left to widen.
  if (adjacent && named.length === 0) return []
  const roles: Role[] = adjacent ? [...from] : [...from, 'adjacent']
  const counts: CountsToward = ADJACENT_CREDIT
  const before = adjacent ? named : []
  return [
    choice(
      'role:adjacent',
      {
        kind: 'role',
        label: ROLE_LABELS.adjacent,
        set: { roles, adjacent_roles: [] },
      },
      { counts },
    ),
    ...ADJACENT_ROLES.filter((kind) => !before.includes(kind)).map((kind) =>
      choice(
        `role:adjacent:${kind}`,
        {
          kind: 'role',
          label: `Look at jobs beside the trade of one kind too: ${kind.replaceAll('_', ' ')}`,
          set: { roles, adjacent_roles: [...before, kind] },
        },
        { counts },
      ),
    ),
  ]
}

/** Dollars an hour to go down by. */
const PAY_CUTS = [1, 2, 4] as const
/** The federal minimum wage, dollars an hour (since 2009). */
const LEAST_PAY = 7.25

export function paySteps(profile: Profile): PossibleStep[] {
  const floor = profile.pay_floor_hour ?? 0
  return PAY_CUTS.filter((cut) => floor - cut >= LEAST_PAY).map((cut) => {
    const pay = floor - cut
    return choice(
      `pay:${cut}`,
      {
        kind: 'pay',
        label: `Accept pay from $${Number.isInteger(pay) ? pay : pay.toFixed(2)} an hour`,
        set: { pay_floor_hour: pay },
      },
      { ladder: 'pay' },
    )
  })
}

const HOURS_LABELS: Readonly<Record<EmploymentType, string>> = {
  full_time: 'Accept full-time work',
  part_time: 'Accept part-time work',
  per_diem: 'Accept work by the day, as needed',
  contract: 'Accept work on contract',
  temporary: 'Accept work for a limited time',
  internship: 'Accept an internship',
}

/** Only for a person who has narrowed the hours. */
export function hoursSteps(profile: Profile): PossibleStep[] {
  const chosen = profile.employment_types ?? []
  if (chosen.length === 0) return []
  return EMPLOYMENT_TYPES.filter((type) => !chosen.includes(type)).map((type) =>
    choice(`hours:${type}`, {
      kind: 'hours',
      label: HOURS_LABELS[type],
      set: { employment_types: [...chosen, type] },
    }),
  )
}
