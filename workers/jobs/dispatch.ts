import { enqueue, readFact, writeFact } from '../../core/store/clock.ts'
import { retireDemo } from '../../core/store/demo.ts'
import { closeExpired } from '../../core/store/postings.ts'
import {
  runnableSources,
  sourceByKey,
  withSourceLock,
  type Source,
} from '../../core/store/sources.ts'
import { sentence } from '../../core/errors.ts'
import { pollSource, type PollReport } from './ingest.ts'
import type { IngestWorld } from './world.ts'

const NETWORK = 'network'
/** A small, stable public file of a platform we poll anyway. */
const PROBE_URL = 'https://boards-api.greenhouse.io/robots.txt'

/** Whether public sources may be polled now: never when offline, else what the last probe found. */
export async function publicReachable(world: IngestWorld): Promise<boolean> {
  if (!world.online) return false
  const fact = await readFact(world.db, NETWORK)
  return (fact?.value as { reachable?: unknown } | undefined)?.reachable === true
}

/** Asks one public address whether this machine has a network, and remembers the answer. */
export async function probeNetwork(world: IngestWorld): Promise<boolean> {
  if (!world.online) return false
  let reachable = true
  let why: string | null = null
  try {
    await world.http.fetch({ url: PROBE_URL, audience: 'api' }, { paceMs: 1000, secrets: {} })
  } catch (error) {
    reachable = false
    why = sentence(error)
  }
  await writeFact(world.db, NETWORK, { reachable, why }, world.now())
  world.log.info({ reachable, why }, 'network probed')
  return reachable
}

/** Puts every source whose time has come on the queue, each once. @returns how many. */
export async function dispatchDue(world: IngestWorld): Promise<number> {
  const due = await runnableSources(world.db, {
    dueBefore: world.now(),
    reachPublic: await publicReachable(world),
  })
  await enqueue(
    world.db,
    due.map((s) => ({ task: 'ingest', payload: { key: s.key }, key: `ingest:${s.key}` })),
  )
  return due.length
}

/** Polls one source while holding its lock. null = another process is reading it. */
export async function ingestSource(world: IngestWorld, source: Source): Promise<PollReport | null> {
  const held = await withSourceLock(world.db, source.id, () => pollSource(world, source))
  if (held.busy) return null
  if (source.origin !== 'demo') {
    const gone = await retireDemo(world.db)
    if (gone > 0) world.log.info({ gone }, 'demo adverts retired')
  }
  return held.result
}

/** The queue's form of it: polls the source only if it is still due, so that a repeated job does no harm. */
export async function ingestIfDue(world: IngestWorld, key: string): Promise<void> {
  const source = await sourceByKey(world.db, key)
  if (source === undefined || source.state === 'paused' || source.next_due_at > world.now()) return
  await ingestSource(world, source)
}

/** Closes what its own closing date has ended. @returns how many postings. */
export async function retireExpired(world: IngestWorld): Promise<number> {
  const closed = await closeExpired(world.db, world.now())
  if (closed > 0) world.log.info({ closed }, 'expired postings closed')
  return closed
}
