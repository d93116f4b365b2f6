import { adzuna } from './adzuna.ts'
import { ashby } from './ashby.ts'
import { bamboohr } from './bamboohr.ts'
import { breezy } from './breezy.ts'
import type { Adapter } from './contract.ts'
import { csv } from './csv.ts'
import { greenhouse } from './greenhouse.ts'
import { himalayas } from './himalayas.ts'
import { icims } from './icims.ts'
import { indeed } from './indeed.ts'
import { jibe } from './jibe.ts'
import { jobicy } from './jobicy.ts'
import { jobvite } from './jobvite.ts'
import { jsonld } from './jsonld.ts'
import { lever } from './lever.ts'
import { neogov } from './neogov.ts'
import { oracle } from './oracle.ts'
import { paylocity } from './paylocity.ts'
import { personio } from './personio.ts'
import { pinpoint } from './pinpoint.ts'
import { recruitee } from './recruitee.ts'
import { remoteok } from './remoteok.ts'
import { remotive } from './remotive.ts'
import { rss } from './rss.ts'
import { smartrecruiters } from './smartrecruiters.ts'
import { teamtailor } from './teamtailor.ts'
import { themuse } from './themuse.ts'
import { ukg } from './ukg.ts'
import { usajobs } from './usajobs.ts'
import { workable } from './workable.ts'
import { workday } from './workday.ts'
import { ymcareers } from './ymcareers.ts'

/** Every feed platform that can be read. A new platform is one file, one line here and its fixtures. */
export const ADAPTERS: readonly Adapter[] = [
  adzuna,
  ashby,
  bamboohr,
  breezy,
  csv,
  greenhouse,
  himalayas,
  icims,
  indeed,
  jibe,
  jobicy,
  jobvite,
  jsonld,
  lever,
  neogov,
  oracle,
  paylocity,
  personio,
  pinpoint,
  recruitee,
  remoteok,
  remotive,
  rss,
  smartrecruiters,
  teamtailor,
  themuse,
  ukg,
  usajobs,
  workable,
  workday,
  ymcareers,
]

/** The adapter of a platform; undefined when there is none (yet). */
export function adapterFor(kind: string): Adapter | undefined {
  return ADAPTERS.find((a) => a.kind === kind)
}
