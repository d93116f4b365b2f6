import type { Evidence, Reading, Warning } from '../../reading.ts'
import { readEmployment } from './employment.ts'
import { readLevel } from './level.ts'
import { readPay } from './pay.ts'
import { readRole } from './role.ts'
import type { Scan } from './scan.ts'
import { readSettings } from './settings.ts'
import { readSpecialties } from './specialties.ts'
import { readStateLimits } from './state-limits.ts'
import { readSystems } from './systems.ts'
import { readWarnings } from './warnings.ts'
import { readWorkMode } from './work-mode.ts'

/** Every tag that is not a requirement. */
export type PlainTags = Pick<
  Reading,
  | 'in_domain'
  | 'role'
  | 'adjacent_role'
  | 'level'
  | 'work_mode'
  | 'hybrid_days_onsite'
  | 'states_allowed'
  | 'states_excluded'
  | 'settings'
  | 'specialties'
  | 'systems'
  | 'employment_type'
  | 'pay'
  | 'warnings'
  | 'evidence'
>

/** Runs the tag families over one prepared advert. Pure, linear in the length of the text. */
export function readTags(scan: Scan): PlainTags {
  const evidence: Record<string, Evidence[]> = {}
  const put = (key: string, found: Evidence[] | undefined) => {
    if (found !== undefined && found.length > 0) evidence[key] = found
  }
  const role = readRole(scan)
  const level = readLevel(scan)
  const mode = readWorkMode(scan)
  const states = readStateLimits(scan)
  const settings = readSettings(scan)
  const specialties = readSpecialties(scan)
  const systems = readSystems(scan)
  const employment = readEmployment(scan)
  const pay = readPay(scan)
  const cues = readWarnings(scan)
  for (const part of [role.evidence, mode.evidence, states.evidence]) {
    for (const [key, found] of Object.entries(part)) put(key, found)
  }
  put('level', level.evidence)
  put('settings', settings.evidence)
  put('specialties', specialties.evidence)
  put('systems', systems.evidence)
  put('employment_type', employment.evidence)
  put('pay', pay.evidence)
  put('warnings', cues.evidence)
  const warnings: Warning[] = [...mode.warnings, ...pay.warnings, ...cues.warnings]
  return {
    in_domain: role.in_domain,
    role: role.role,
    adjacent_role: role.adjacent_role,
    level: level.level,
    work_mode: mode.work_mode,
    hybrid_days_onsite: mode.hybrid_days_onsite,
    states_allowed: states.states_allowed,
    states_excluded: states.states_excluded,
    settings: settings.settings,
    specialties: specialties.specialties,
    systems: systems.systems,
    employment_type: employment.employment_type,
    pay: pay.pay,
    warnings,
    evidence,
  }
}
