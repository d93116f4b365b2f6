import { z } from 'zod'
import { tidyClock } from '../../core/store/clock.ts'
import { dispatchDue, ingestIfDue, probeNetwork, retireExpired } from './dispatch.ts'
import { retagStale } from './retag.ts'
import { refreshEmployerSettings } from './employers.ts'
import { regroupPostings } from './regroup.ts'
import { refreshSearch } from './search-keys.ts'
import type { IngestWorld } from './world.ts'

const ingestPayload = z.strictObject({ key: z.string() })
const KEEP_POLLS_DAYS = 90

/** Every job by its name on the queue. */
export function tasksOf(world: IngestWorld): Record<string, (payload: unknown) => Promise<void>> {
  return {
    ingest: (payload) => ingestIfDue(world, ingestPayload.parse(payload).key),
    dispatch: async () => void (await dispatchDue(world)),
    retire: async () => void (await retireExpired(world)),
    probe: async () => {
      const reachable = await probeNetwork(world)
      if (reachable) await dispatchDue(world)
    },
    retag: async () =>
      void (await retagStale(world, (done, all) => world.log.info({ done, all }, 'reading again'))),
    regroup: async () => void (await regroupPostings(world)),
    employers: async () => void (await refreshEmployerSettings(world)),
    'search-keys': async () => void (await refreshSearch(world)),
    tidy: () => tidyClock(world.db, world.now(), KEEP_POLLS_DAYS),
  }
}
