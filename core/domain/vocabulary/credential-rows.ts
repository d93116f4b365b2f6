import type { Row } from './credential-figures.ts'
import { AAPC, AAPC_SPECIALTY } from './credential-rows-aapc.ts'
import { AHIMA } from './credential-rows-ahima.ts'
import { BILLING, HOME_CARE, REVENUE_CYCLE } from './credential-rows-other.ts'

/** Every row of the catalogue; a field that no source gives is absent here and null in `CREDENTIALS`. */
export const CREDENTIAL_ROWS: readonly Row[] = [
  ...AAPC,
  ...AAPC_SPECIALTY,
  ...AHIMA,
  ...HOME_CARE,
  ...BILLING,
  ...REVENUE_CYCLE,
]
