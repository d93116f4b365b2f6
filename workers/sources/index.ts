import type { Adapter } from './contract.ts'
import { adzuna } from './adzuna.ts'
import { csv } from './csv.ts'
import { greenhouse } from './greenhouse.ts'
import { himalayas } from './himalayas.ts'
import { indeed } from './indeed.ts'
import { jobicy } from './jobicy.ts'
import { jsonld } from './jsonld.ts'
import { neogov } from './neogov.ts'
import { remoteok } from './remoteok.ts'
import { remotive } from './remotive.ts'
import { rss } from './rss.ts'
import { themuse } from './themuse.ts'
import { usajobs } from './usajobs.ts'
import { ymcareers } from './ymcareers.ts'

/** Every feed platform that can be read. A new platform is one file, one line here and its fixtures. */
export const ADAPTERS: readonly Adapter[] = [
  adzuna,
  csv,
  greenhouse,
  himalayas,
  indeed,
  jobicy,
  jsonld,
  neogov,
  remoteok,
  remotive,
  rss,
  themuse,
  usajobs,
  ymcareers,
]

/** The adapter of a platform; undefined when there is none (yet). */
export function adapterFor(kind: string): Adapter | undefined {
  return ADAPTERS.find((a) => a.kind === kind)
}
