import { facilityNameNorm } from '../../core/domain/registers/facility-name.ts'
import { matchSettings } from '../../core/domain/registers/match-facility.ts'
import { employerFactsAfter, type EmployerFacts } from '../../core/store/employers.ts'
import { findFacilities, replaceEmployerSettings } from '../../core/store/facilities.ts'
import type { IngestWorld } from './world.ts'

const BATCH = 200

export interface EmployersReport {
  employers: number
  /** Employers of which at least one setting is known now. */
  known: number
  /** Rows written or taken away; 0 = everything stood as it stands. */
  changed: number
}

/**
 * Gives every employer its settings, from the registers held and from its own adverts (matchSettings). In
 * short transactions, in the order of the id; run again after a kill it writes only what is not yet so.
 */
export async function refreshEmployerSettings(
  world: Pick<IngestWorld, 'db' | 'log'>,
): Promise<EmployersReport> {
  const report = { employers: 0, known: 0, changed: 0 }
  let after = 0
  for (;;) {
    const batch = await employerFactsAfter(world.db, after, BATCH)
    const last = batch.at(-1)
    if (last === undefined) break
    after = last.id
    report.employers += batch.length
    await refreshBatch(world, batch, report)
  }
  world.log.info(report, 'employer settings refreshed')
  return report
}

async function refreshBatch(
  world: Pick<IngestWorld, 'db'>,
  batch: readonly EmployerFacts[],
  report: EmployersReport,
): Promise<void> {
  const norms = new Map(batch.map((e) => [e.id, facilityNameNorm(e.name)]))
  const candidates = await findFacilities(
    world.db,
    [...new Set(norms.values())].filter((n) => n !== ''),
    batch.flatMap((e) => e.facility_ids),
  )
  await world.db.transaction().execute(async (tx) => {
    for (const employer of batch) {
      const norm = norms.get(employer.id) ?? ''
      const own = candidates.filter(
        (c) => c.norms.includes(norm) || employer.facility_ids.includes(`${c.register}:${c.id}`),
      )
      const found = matchSettings(employer, employer.places, own)
      if (found.length > 0) report.known += 1
      report.changed += await replaceEmployerSettings(tx, employer.id, found)
    }
  })
}
