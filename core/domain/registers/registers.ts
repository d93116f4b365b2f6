import { cmsHomeHealth, cmsHospice, cmsHospital, cmsNursingHome } from './cms.ts'
import { places, ruca } from './geography.ts'
import { hrsaHealthCenter, hrsaHpsa, hrsaMua } from './hrsa.ts'
import { oews } from './oews.ts'
import { openRegister, type Register, type RegisterKind } from './register.ts'

export const REGISTERS: Readonly<Record<RegisterKind, Register>> = {
  'cms-nursing-home': cmsNursingHome,
  'cms-home-health': cmsHomeHealth,
  'cms-hospice': cmsHospice,
  'cms-hospital': cmsHospital,
  'hrsa-health-center': hrsaHealthCenter,
  'hrsa-hpsa': hrsaHpsa,
  'hrsa-mua': hrsaMua,
  ruca,
  places,
  oews,
}

/** The register whose columns `header` carries; null when none, or more than one, fits. */
export function recogniseHeader(header: readonly string[]): RegisterKind | null {
  const fits = Object.values(REGISTERS).filter(
    (r) => r.format === 'csv' && 'row' in openRegister(r, header),
  )
  return fits.length === 1 ? (fits[0]?.kind ?? null) : null
}

const quoted = (names: readonly string[]): string => names.map((n) => `"${n}"`).join(', ')
const SHOWN = 8

/** One paragraph: what the register's file must carry, what this one carries, and what it looks like. */
export function wrongFile(
  register: Register,
  missing: readonly string[],
  found: readonly string[],
): string {
  const shown = found.slice(0, SHOWN).map((n) => (n.length > 60 ? `${n.slice(0, 60)}…` : n))
  const rest = found.length > SHOWN ? ` and ${found.length - SHOWN} more` : ''
  const other = recogniseHeader(found)
  const hint = other === null ? '' : ` It looks like a file of the kind "${other}".`
  return `This is not a file of the kind "${register.kind}" (${register.about}): expected the columns ${quoted(missing)}, found ${shown.length === 0 ? 'none' : quoted(shown)}${rest}.${hint}`
}
