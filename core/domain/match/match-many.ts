import type { Profile, Verdict } from '../profile.ts'
import { US_STATES } from '../us-states.ts'
import type { Columns } from './columns.ts'
import type { MatchWorld } from './facts.ts'
import { groupedBy, type Grouped } from './grouped.ts'
import { CODE, NO_PART, Prefilter, type Tables } from './prefilter.ts'

/**
 * The listings that suit one person: their numbers in the columns, and the verdict of each as a code of `CODE`,
 * in no particular order. Both are good only until the next person's come.
 */
export interface Found {
  at: Uint32Array
  codes: Uint8Array
}

/**
 * Many persons against the same listings, for letters about what is new: for each profile, in any order, the
 * listings whose verdict is at least `least`. Persons alike in what they bring (credentials, months, schooling,
 * programs) are taken together, so that what the listings ask is weighed once for all of them; and a listing
 * whose places stand in one state is looked at only for persons who may work there.
 */
export function matchMany(
  profiles: readonly Profile[],
  columns: Columns,
  world: MatchWorld,
  least: Exclude<Verdict, 'not_yet' | 'unknown'>,
  visit: (profile: number, found: Found) => void,
): void {
  const prefilter = new Prefilter(columns, world)
  const buckets = groupedBy(bucketColumn(columns), US_STATES.length + 1)
  const limit = CODE[least]
  const at = new Uint32Array(columns.size)
  const codes = new Uint8Array(columns.size)
  const all = new Uint8Array(columns.size)
  const rest = new Uint32Array(columns.size)
  const ends = new Uint32Array(buckets.start.length - 1)
  for (const alike of byQualification(profiles)) {
    // What of each bucket is not ruled out by what it asks: the same for all of them.
    ends.fill(UNKNOWN_END)
    for (const n of alike) {
      const tables = prefilter.tables(profiles[n] as Profile)
      let count = 0
      for (const bucket of bucketsFor(tables, limit)) {
        const start = buckets.start[bucket] as number
        if (ends[bucket] === UNKNOWN_END)
          ends[bucket] = sift(columns, buckets, bucket, tables, limit, rest)
        const end = ends[bucket] as number
        prefilter.fill(all, tables, rest, start, end)
        for (let k = start; k < end; k += 1) {
          const listing = rest[k] as number
          const code = all[listing] as number
          if (code < limit || code === NO_PART) continue
          at[count] = listing
          codes[count] = code
          count += 1
        }
      }
      visit(n, { at: at.subarray(0, count), codes: codes.subarray(0, count) })
    }
  }
}

const UNKNOWN_END = 0xffff_ffff

/** Puts the listings of a bucket that are not ruled out by what they ask into `rest`, from the bucket's start. @returns where they end. */
function sift(
  { asked }: Columns,
  { order, start }: Grouped,
  bucket: number,
  tables: Tables,
  limit: number,
  rest: Uint32Array,
): number {
  let end = start[bucket] as number
  for (let k = end; k < (start[bucket + 1] as number); k += 1) {
    const at = order[k] as number
    if (!tables.empty && (tables.asked[asked[at] as number] as number) < limit) continue
    rest[end] = at
    end += 1
  }
  return end
}

const STATE_AT: ReadonlyMap<string, number> = new Map(US_STATES.map((s, i) => [s, i + 1]))
const EVERY_BUCKET = Array.from({ length: US_STATES.length + 1 }, (_, i) => i)

/** 0 = work from home, or places that no single state holds; else 1 + the number of the state all places stand in. */
function bucketColumn({ where, whereList }: Columns): Uint32Array {
  const bucketOf = whereList.map((places) => {
    const states = new Set(places.map((p) => (p.country === 'US' ? p.state : null)))
    const [state] = states
    return states.size === 1 && state != null ? (STATE_AT.get(state) ?? 0) : 0
  })
  return Uint32Array.from(where, (w) => bucketOf[w] ?? 0)
}

/**
 * A place in another state is a stretch for whoever told the state and no radius; so when more than a stretch is
 * asked, only the person's states and what belongs to none are looked at.
 */
function bucketsFor({ person }: Tables, limit: number): readonly number[] {
  const { zip, radius_miles: radius, states_too: too } = person.profile
  const byDistance = zip !== undefined && radius !== undefined
  const home = person.state === null ? undefined : STATE_AT.get(person.state)
  if (limit <= CODE.stretch || byDistance || home === undefined) return EVERY_BUCKET
  const more = (too ?? []).flatMap((state) => STATE_AT.get(state) ?? [])
  return [...new Set([0, home, ...more])]
}

/** Numbers of the profiles, those with the same qualifications together. */
function byQualification(profiles: readonly Profile[]): number[][] {
  const groups = new Map<string, number[]>()
  profiles.forEach(({ credentials, months, education, software, ...rest }, n) => {
    const told = Object.keys(rest).length > 0
    const key = JSON.stringify([credentials, months, education, software, told])
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [n])
    else group.push(n)
  })
  return [...groups.values()]
}
