import { bamboohr } from './bamboohr.ts'
import { breezy } from './breezy.ts'
import type { Adapter } from './contract.ts'
import { greenhouse } from './greenhouse.ts'
import { icims } from './icims.ts'
import { jobvite } from './jobvite.ts'
import { jsonld } from './jsonld.ts'
import { paylocity } from './paylocity.ts'
import { personio } from './personio.ts'
import { pinpoint } from './pinpoint.ts'
import { teamtailor } from './teamtailor.ts'
import { ukg } from './ukg.ts'
import { usajobs } from './usajobs.ts'

/** Every feed platform that can be read. A new platform is one file, one line here and its fixtures. */
export const ADAPTERS: readonly Adapter[] = [
  bamboohr,
  breezy,
  greenhouse,
  icims,
  jobvite,
  jsonld,
  paylocity,
  personio,
  pinpoint,
  teamtailor,
  ukg,
  usajobs,
]

/** The adapter of a platform; undefined when there is none (yet). */
export function adapterFor(kind: string): Adapter | undefined {
  return ADAPTERS.find((a) => a.kind === kind)
}
