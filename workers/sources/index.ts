import { adzuna } from './adzuna.ts'
import { ashby } from './ashby.ts'
import type { Adapter } from './contract.ts'
import { csv } from './csv.ts'
import { greenhouse } from './greenhouse.ts'
import { himalayas } from './himalayas.ts'
import { indeed } from './indeed.ts'
import { jibe } from './jibe.ts'
import { jobicy } from './jobicy.ts'
import { jsonld } from './jsonld.ts'
import { lever } from './lever.ts'
import { neogov } from './neogov.ts'
import { oracle } from './oracle.ts'
import { recruitee } from './recruitee.ts'
import { remoteok } from './remoteok.ts'
import { remotive } from './remotive.ts'
import { rss } from './rss.ts'
import { smartrecruiters } from './smartrecruiters.ts'
import { themuse } from './themuse.ts'
import { usajobs } from './usajobs.ts'
import { workable } from './workable.ts'
import { workday } from './workday.ts'
import { ymcareers } from './ymcareers.ts'

/** Every feed platform that can be read. A new platform is one file, one line here and its fixtures. */
export const ADAPTERS: readonly Adapter[] = [
  adzuna,
  ashby,
  csv,
  greenhouse,
  himalayas,
  indeed,
  jibe,
  jobicy,
  jsonld,
  lever,
  neogov,
  oracle,
  recruitee,
  remoteok,
  remotive,
  rss,
  smartrecruiters,
  themuse,
  usajobs,
  workable,
  workday,
  ymcareers,
]

/** The adapter of a platform; undefined when there is none (yet). */
export function adapterFor(kind: string): Adapter | undefined {
  return ADAPTERS.find((a) => a.kind === kind)
}
