import type { Reading } from '../core/domain/reading.ts'
import { readAdvert } from '../core/domain/read/read-advert.ts'
import { advertSchema } from '../core/domain/advert.ts'
import { FootholdError } from '../core/errors.ts'
import { runJsonLines } from './json-lines.ts'

/** `npm run -s read`: adverts as JSON Lines in, their tags as JSON Lines out. */
function read(value: unknown): unknown {
  const parsed = advertSchema.safeParse(value)
  if (!parsed.success) {
    const first = parsed.error.issues[0]
    const where = first === undefined || first.path.length === 0 ? 'the line' : first.path.join('.')
    throw new FootholdError(
      'advert-shape',
      `${where}: ${first?.message ?? 'not an advert'}; an advert is {id, title, employer?, place?, html? or text?, structured?}`,
    )
  }
  return lineOf(parsed.data.id ?? null, readAdvert(parsed.data))
}

/** The promised line: the id first, then the tags in the order operators know; the text itself stays out. */
function lineOf(
  id: string | number | null,
  reading: Reading,
): { id: string | number | null } & Reading {
  return {
    id,
    in_domain: reading.in_domain,
    role: reading.role,
    adjacent_role: reading.adjacent_role,
    level: reading.level,
    min_months: reading.min_months,
    max_months: reading.max_months,
    preferred_months: reading.preferred_months,
    entry: reading.entry,
    credentials: reading.credentials,
    education: reading.education,
    work_mode: reading.work_mode,
    hybrid_days_onsite: reading.hybrid_days_onsite,
    states_allowed: reading.states_allowed,
    states_excluded: reading.states_excluded,
    settings: reading.settings,
    specialties: reading.specialties,
    systems: reading.systems,
    employment_type: reading.employment_type,
    pay: reading.pay,
    warnings: reading.warnings,
    requirement: reading.requirement,
    evidence: reading.evidence,
  }
}

await runJsonLines(read)
