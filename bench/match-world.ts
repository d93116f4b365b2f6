import { seededRandom } from '../test/helpers/random.ts'
import type { MatchFacts } from '../core/domain/match/facts.ts'
import type { Profile } from '../core/domain/profile.ts'
import type { Requirement } from '../core/domain/reading.ts'
import { demoListings } from '../test/helpers/demo-world.ts'
import { US_STATES } from '../core/domain/us-states.ts'

/**
 * Listings and subscribers for bench/match.ts, each made from its number alone. A listing is an advert of the
 * demo world as the reader read it, with its months, its town, its way of working, its pay and its limits drawn
 * anew; so requirement trees have the shapes of real text and about as many different values.
 */
export const NOW = '2026-11-24T12:00:00.000Z'

const pool = demoListings(NOW)
const MONTHS = [6, 12, 12, 12, 24, 24, 24, 36, 36, 60]
const MODES = [
  'onsite',
  'onsite',
  'not_stated',
  'not_stated',
  'hybrid',
  'remote',
  'remote',
] as const
/** States by how many people live there, roughly: the first come most often. */
const BY_SIZE =
  'CA TX FL NY PA IL OH GA NC MI NJ VA WA AZ MA TN IN MD MO WI CO MN SC AL LA KY OR OK CT'.split(
    ' ',
  )
const TOWNS_A_STATE = 60

function one<T>(random: () => number, from: readonly T[]): T {
  return from[Math.floor(random() * from.length)] as T
}
const someState = (random: () => number): string =>
  random() < 0.85
    ? (BY_SIZE[Math.floor(BY_SIZE.length * random() ** 1.8)] ?? 'CA')
    : one(random, US_STATES)

export function listing(n: number): MatchFacts & { id: number } {
  const random = seededRandom(n * 7919 + 1)
  const base = one(random, pool)
  const work_mode = one(random, MODES)
  const state = someState(random)
  const low = 15 + Math.floor(random() * 20)
  return {
    ...base,
    id: n + 1,
    requirement: redrawn(base.requirement, random),
    work_mode,
    places: [{ city: `Town ${Math.floor(TOWNS_A_STATE * random() ** 2)}`, state, country: 'US' }],
    states_allowed: work_mode === 'remote' && random() < 0.3 ? one(random, LIMITS) : [],
    states_excluded: [],
    pay: random() < 0.5 ? { min: low, max: low + 4, unit: 'hour' } : null,
    status: random() < 0.02 ? 'closed' : 'open',
    closes_at: null,
  }
}

function redrawn(node: Requirement, random: () => number): Requirement {
  if (node.kind === 'all_of' || node.kind === 'any_of')
    return { ...node, of: node.of.map((child) => redrawn(child, random)) }
  if (node.kind !== 'experience' || node.min_months === null || node.min_months === 0) return node
  return { ...node, min_months: one(random, MONTHS) }
}

/** Lists of states that remote adverts allow: employers repeat theirs. */
const LIMITS = Array.from({ length: 300 }, (_, n) => {
  const random = seededRandom(n + 1)
  const states = Array.from({ length: 1 + Math.floor(random() * 12) }, () => someState(random))
  return [...new Set(states)].sort()
})

const HELD = [
  [],
  [],
  [],
  ['CPC-A'],
  ['CPC-A'],
  ['CPC'],
  ['CCA'],
  ['CBCS'],
  ['CPB'],
  ['RHIT'],
  ['CPC', 'CPB'],
  ['CCS'],
]
/** People tell their time in round figures. */
const TOLD_MONTHS = [3, 6, 8, 12, 12, 18, 24, 24, 36, 48]
const WORKED = [
  'billing',
  'coding',
  'front_desk',
  'patient_access',
  'medical_records',
  'claims',
  'office',
]
const SCHOOL: NonNullable<Profile['education']>[] = [
  [{ level: 'high_school' }],
  [{ level: 'high_school' }],
  [{ level: 'certificate', field: 'medical billing and coding' }],
  [{ level: 'associate', field: 'health information', accredited: true }],
  [{ level: 'bachelor', field: 'business' }],
]

export function subscriber(n: number): Profile {
  const random = seededRandom(n * 104_729 + 3)
  const months: Record<string, number> = {}
  for (let i = Math.floor(random() * 3); i > 0; i -= 1)
    months[one(random, WORKED)] =
      random() < 0.75 ? one(random, TOLD_MONTHS) : Math.floor(1 + 48 * random() ** 1.5)
  return {
    credentials: one(random, HELD).map((code) => ({ code })),
    months,
    education: one(random, SCHOOL),
    state: someState(random),
    ...(random() < 0.4
      ? {
          work_modes: one(random, [
            ['remote'],
            ['onsite', 'hybrid'],
            ['hybrid', 'remote'],
          ] as const).slice(),
        }
      : {}),
    ...(random() < 0.3 ? { pay_floor_hour: 16 + Math.floor(random() * 8) } : {}),
    ...(random() < 0.3
      ? { roles: one(random, [['coding'], ['billing'], ['coding', 'billing']] as const).slice() }
      : {}),
    ...(random() < 0.1 ? { settings_refused: ['correctional'] as const } : {}),
  }
}
