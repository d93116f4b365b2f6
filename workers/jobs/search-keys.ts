import { refreshKeys, renewSearch } from '../../core/store/search-keys.ts'
import type { IngestWorld } from './world.ts'

const BATCH = 200

export interface SearchReport {
  /** Listings whose keys and concepts came from an older version of the rule. */
  renewed: number
  looked: number
  /** Open listings of which registers say something else now. */
  changed: number
}

/**
 * Makes what search needs of listings anew: all of it where the rule has a newer version, and the keys of every
 * open listing, since registers may have come or gone. In short transactions; run again after a kill it writes
 * only what is not yet so.
 */
export async function refreshSearch(world: Pick<IngestWorld, 'db' | 'log'>): Promise<SearchReport> {
  const report = { renewed: 0, looked: 0, changed: 0 }
  for (;;) {
    const renewed = await renewSearch(world.db, BATCH)
    report.renewed += renewed
    if (renewed < BATCH) break
  }
  let after = 0
  for (;;) {
    const { last, looked, changed } = await refreshKeys(world.db, after, BATCH)
    if (last === null) break
    after = last
    report.looked += looked
    report.changed += changed
  }
  if (report.renewed > 0 || report.changed > 0) world.log.info(report, 'search keys made anew')
  return report
}
