import type { PostingId } from '../../core/store/listing-columns.ts'
import { regroupBatch, replaceClosedLeads, unplacedCount } from '../../core/store/regroup.ts'
import type { IngestWorld } from './world.ts'

const BATCH = 50
/** A group that fell apart may leave some to be looked at once more; more passes would mean a mistake. */
const MOST_PASSES = 5

export interface RegroupReport {
  looked: number
  merged: number
  parted: number
  /** Listings that show another of their postings now, since the one they showed has closed. */
  leads: number
}

/**
 * Looks again which adverts are one job: those that changed since they were placed, and all of them once
 * the rule has changed. In short transactions; a killed run goes on where it stood, and nothing that
 * people read is blocked meanwhile.
 */
export async function regroupPostings(
  world: Pick<IngestWorld, 'db' | 'log' | 'now'>,
): Promise<RegroupReport> {
  const report: RegroupReport = { looked: 0, merged: 0, parted: 0, leads: 0 }
  for (let pass = 0; pass < MOST_PASSES && (await unplacedCount(world.db)) > 0; pass += 1) {
    let after: PostingId | null = null
    for (;;) {
      const done = await regroupBatch(world.db, after, BATCH, world.now())
      if (done.last === null) break
      after = done.last
      report.looked += done.looked
      report.merged += done.merged
      report.parted += done.parted
    }
  }
  for (;;) {
    const replaced = await replaceClosedLeads(world.db, BATCH, world.now())
    report.leads += replaced
    if (replaced < BATCH) break
  }
  if (report.looked > 0 || report.leads > 0) world.log.info(report, 'adverts grouped again')
  return report
}
