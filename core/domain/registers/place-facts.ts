import type { AreaFact } from './register.ts'

/** A file of a register, and the day its publisher states for it. */
export interface AreaFile {
  source: string
  as_of: string
}

/** What a register says of one county or ZIP code, and the file that says it. */
export interface AreaFinding extends AreaFile {
  area_kind: 'county' | 'zip'
  area_code: string
  /** HPSA score, IMU score or RUCA code; of several designations the highest. */
  value: number | null
  /** The designation's own name. */
  name: string | null
  /** true = the whole county is designated, false = a part of it or one population group; null = not said. */
  whole: boolean | null
  /** From a sample file of ours: invented. */
  sample: boolean
}

/**
 * What registers say of a place: the answer to "is this place underserved?", never to "does this employer
 * serve the underserved?". A key that is missing was not looked up (the register is not loaded, or the
 * town is in no table); null was looked up and nothing is designated there.
 */
export interface PlaceFacts {
  city: string | null
  state: string | null
  /** The town or ZIP code is in the place table. */
  found: boolean
  /** Counties (FIPS codes) that the town lies in; a town may lie in several. */
  counties: string[]
  facts: Partial<Record<AreaFact, AreaFinding | null>>
  /** The real files that were read to their end: what a null among the facts rests on. */
  looked_up: Partial<Record<AreaFact, AreaFile>>
  /** By the RUCA codes of the town's ZIP codes; "some" when they differ. Missing when no code is known. */
  rural?: 'all' | 'some' | 'none'
}
