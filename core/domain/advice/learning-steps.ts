import type { Profile } from '../profile.ts'
import type { Credential } from '../vocabulary/credential.ts'
import { CREDENTIALS, heldCode, withoutApprenticeMark } from '../vocabulary/credentials.ts'
import type { CountsToward } from './advice.ts'
import { CERTIFICATE_CREDIT, CREDENTIAL_CREDIT, DEGREE_CREDIT } from './credit.ts'
import {
  ACCREDITED_ASSOCIATE,
  COLLEGE_CERTIFICATE,
  type PossibleStep,
  type Route,
} from './routes.ts'

type Schooling = NonNullable<Profile['education']>[number]

/** What a newcomer can really sit for; "hard" and "rare" ones are named with a warning. */
const REACHABLE: ReadonlySet<Credential['entry']> = new Set([
  'yes',
  'new_graduates',
  'hard',
  'rare',
])

/** One step for each credential that is not held and that a person without paid work can earn. */
export function credentialSteps(profile: Profile): PossibleStep[] {
  const held = new Set((profile.credentials ?? []).map(heldCode))
  return CREDENTIALS.filter(
    (c) =>
      REACHABLE.has(c.entry) && c.status === 'current' && !held.has(c.code) && !outdone(c, held),
  ).map((c) => credentialStep(c, profile))
}

/** The apprentice's form of a credential that is held in full, and the RHIT of whoever holds the RHIA. */
function outdone(c: Credential, held: ReadonlySet<string>): boolean {
  const full = withoutApprenticeMark(c.code)
  return (full !== null && held.has(full)) || (c.code === 'RHIT' && held.has('RHIA'))
}

function credentialStep(c: Credential, profile: Profile): PossibleStep {
  const full = withoutApprenticeMark(c.code)
  const added = full === null ? { code: c.code } : { code: full, apprentice: true }
  const degree = c.entry === 'new_graduates' ? degreeFor(c.code) : null
  const needsDegree = degree !== null && !hasDegree(profile, degree)
  return {
    key: `credential:${c.code}`,
    counts: CREDENTIAL_CREDIT,
    change: {
      kind: 'credential',
      label: needsDegree ? `Earn the ${c.code}, with the degree it asks` : `Earn the ${c.code}`,
      set: {
        credentials: [...(profile.credentials ?? []), added],
        ...(needsDegree ? { education: [...(profile.education ?? []), degree] } : {}),
      },
    },
    route: routeOf(c, degree, needsDegree),
    note: noteOf(c),
    ladder: null,
    broader: [],
  }
}

function degreeFor(code: string): Schooling {
  return {
    level: code === 'RHIA' ? 'bachelor' : 'associate',
    field: 'health information management',
    accredited: true,
    status: 'complete',
  }
}

function hasDegree(profile: Profile, degree: Schooling): boolean {
  const enough =
    degree.level === 'bachelor' ? ['bachelor', 'master'] : ['associate', 'bachelor', 'master']
  return (profile.education ?? []).some(
    (e) => e.accredited === true && e.status !== 'in_progress' && enough.includes(e.level),
  )
}

/** The exam's fee and study time; with a degree to earn first, the degree's. Nothing is added up that no source adds up. */
function routeOf(c: Credential, degree: Schooling | null, needsDegree: boolean): Route {
  if (needsDegree && degree?.level === 'associate') {
    return {
      ...ACCREDITED_ASSOCIATE,
      cost: {
        low: ACCREDITED_ASSOCIATE.cost?.low ?? null,
        high: ACCREDITED_ASSOCIATE.cost?.high ?? null,
        text: `The degree: ${ACCREDITED_ASSOCIATE.cost?.text ?? ''} The exam: ${c.fee?.text ?? 'no sourced figure.'}`,
      },
    }
  }
  const fee = c.fee === null ? null : { low: c.fee.low, high: c.fee.high, text: c.fee.text }
  if (needsDegree || (degree !== null && c.months !== null)) {
    // The study time on record is that of the degree; with the degree in hand, or for a bachelor's, none is sourced.
    return {
      months: null,
      cost: needsDegree ? null : fee,
      source: c.fee?.source ?? c.source,
      as_of: c.fee?.as_of ?? null,
    }
  }
  return {
    months: c.months === null ? null : { low: c.months.low, high: c.months.high },
    cost: fee,
    source: sources(c.fee?.source, c.months?.source) ?? c.source,
    as_of: c.fee?.as_of ?? c.months?.as_of ?? null,
  }
}

function sources(...names: (string | undefined)[]): string | null {
  const said = [...new Set(names.filter((n) => n !== undefined))]
  return said.length === 0 ? null : said.join('; ')
}

function noteOf(c: Credential): string | null {
  const parts: string[] = []
  if (c.prerequisite !== null) parts.push(`Asked first: ${c.prerequisite.text}`)
  if (c.entry === 'hard') parts.push('Few pass it without practice.')
  if (c.entry === 'rare') parts.push('Few newcomers take this way.')
  if (c.months === null && c.entry !== 'new_graduates')
    parts.push('How long the study takes is not known; plan it with the school.')
  return parts.length === 0 ? null : parts.join(' ')
}

const DONE = { status: 'complete' } as const

/** A course of the trade, for whoever has not finished one. */
export function courseSteps(profile: Profile): PossibleStep[] {
  const education = profile.education ?? []
  const finished = (level: Schooling['level']) =>
    education.some((e) => e.level === level && e.status !== 'in_progress')
  const steps: PossibleStep[] = []
  const step = (
    label: string,
    added: Schooling,
    how: { route: Route; counts: CountsToward; note: string },
  ): void => {
    steps.push({
      key: `course:${added.level}`,
      change: { kind: 'course', label, set: { education: [...education, added] } },
      ...how,
      ladder: null,
      broader: [],
    })
  }
  if (!finished('certificate')) {
    step(
      'Finish a certificate course in medical billing and coding',
      { level: 'certificate', field: 'medical billing and coding', ...DONE },
      {
        route: COLLEGE_CERTIFICATE,
        counts: CERTIFICATE_CREDIT,
        note: 'A course of 80 hours or more also counts as a year toward dropping the A.',
      },
    )
  }
  if (!finished('associate') && !finished('bachelor') && !finished('master')) {
    step(
      'Finish an accredited associate degree in health information',
      { level: 'associate', field: 'health information management', accredited: true, ...DONE },
      {
        route: ACCREDITED_ASSOCIATE,
        counts: DEGREE_CREDIT,
        note: 'Accredited means by CAHIIM; it opens the RHIT exam.',
      },
    )
  }
  return steps
}
