import { TAGGER_VERSION } from '../../core/domain/read/read-advert.ts'
import { retagBatch, staleCount } from '../../core/store/retag.ts'
import type { IngestWorld } from './world.ts'

const BATCH = 50

/**
 * Reads every kept posting again whose tags come from other rules than today's. Stops when nothing is
 * left; a killed run goes on where it stood.
 * @returns how many postings were read again.
 */
export async function retagStale(
  world: IngestWorld,
  progress: (done: number, all: number) => void,
): Promise<number> {
  const all = await staleCount(world.db, TAGGER_VERSION)
  let done = 0
  for (;;) {
    const read = await retagBatch(world.db, TAGGER_VERSION, BATCH, world.now())
    if (read === 0) break
    done += read
    progress(done, Math.max(all, done))
  }
  if (done > 0)
    world.log.info({ done, version: TAGGER_VERSION }, 'postings read again by newer rules')
  return done
}
