import { ashby } from './ashby.ts'
import type { Adapter } from './contract.ts'
import { greenhouse } from './greenhouse.ts'
import { jibe } from './jibe.ts'
import { jsonld } from './jsonld.ts'
import { lever } from './lever.ts'
import { oracle } from './oracle.ts'
import { recruitee } from './recruitee.ts'
import { smartrecruiters } from './smartrecruiters.ts'
import { usajobs } from './usajobs.ts'
import { workable } from './workable.ts'
import { workday } from './workday.ts'

/** Every feed platform that can be read. A new platform is one file, one line here and its fixtures. */
export const ADAPTERS: readonly Adapter[] = [
  ashby,
  greenhouse,
  jibe,
  jsonld,
  lever,
  oracle,
  recruitee,
  smartrecruiters,
  usajobs,
  workable,
  workday,
]

/** The adapter of a platform; undefined when there is none (yet). */
export function adapterFor(kind: string): Adapter | undefined {
  return ADAPTERS.find((a) => a.kind === kind)
}
