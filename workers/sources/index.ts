import type { Adapter } from './contract.ts'
import { adzuna } from './adzuna.ts'
import { greenhouse } from './greenhouse.ts'
import { himalayas } from './himalayas.ts'
import { jobicy } from './jobicy.ts'
import { jsonld } from './jsonld.ts'
import { remoteok } from './remoteok.ts'
import { remotive } from './remotive.ts'
import { themuse } from './themuse.ts'
import { usajobs } from './usajobs.ts'

/** Every feed platform that can be read. A new platform is one file, one line here and its fixtures. */
export const ADAPTERS: readonly Adapter[] = [
  adzuna,
  greenhouse,
  himalayas,
  jobicy,
  jsonld,
  remoteok,
  remotive,
  themuse,
  usajobs,
]

/** The adapter of a platform; undefined when there is none (yet). */
export function adapterFor(kind: string): Adapter | undefined {
  return ADAPTERS.find((a) => a.kind === kind)
}
