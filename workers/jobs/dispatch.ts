import { enqueue, readFact, writeFact } from '../../core/store/clock.ts'
import { retireDemo } from '../../core/store/demo.ts'
import { closeExpired } from '../../core/store/postings.ts'
import {
  isPolled,
  polledSources,
  sourceByKey,
  withSourceLock,
  type Source,
} from '../../core/store/sources.ts'
import { sentence } from '../../core/errors.ts'
import type { PollReport } from './ending.ts'
import { heldBack, rememberHeld, type Held } from './held-back.ts'
import { pollSource } from './ingest.ts'
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

/**
 * How many sources one look puts on the queue: a start, or a machine that slept for a week, does not
 * bring them all at once. Shipped sources are strangers' machines; those of a list are the operator's call.
 */
const MOST_AT_ONCE = { shipped: 10, own: 100 }

/** Puts sources whose time has come on the queue, each once, the longest due first. @returns how many. */
export async function dispatchDue(world: IngestWorld): Promise<number> {
  const waiting = await polledSources(world.db, {
    dueBefore: world.now(),
    reachPublic: await publicReachable(world),
  })
  const due = [
    ...waiting.filter((s) => s.origin !== 'seed').slice(0, MOST_AT_ONCE.own),
    ...waiting.filter((s) => s.origin === 'seed').slice(0, MOST_AT_ONCE.shipped),
  ]
  await enqueue(
    world.db,
    due.map((s) => ({ task: 'ingest', payload: { key: s.key }, key: `ingest:${s.key}` })),
  )
  return due.length
}

/**
 * Polls one source now, as a person or a test asks for it, unless its terms or a rest hold it back.
 * null = another process is reading it.
 */
export async function ingestSource(
  world: IngestWorld,
  source: Source,
): Promise<PollReport | Held | null> {
  const taken = await withSourceLock(world.db, source.id, async () => {
    const fresh = (await sourceByKey(world.db, source.key)) ?? source
    const held = await heldBack(world, fresh)
    if (held === null) return pollSource(world, fresh)
    if (held.until === null) await rememberHeld(world, fresh, held)
    return held
  })
  if (taken.busy) return null
  if ('outcome' in taken.result) await endDemo(world, source)
  return taken.result
}

/** The queue's form of it: polls the source only if it is still due, so that a repeated job does no harm. */
export async function ingestIfDue(world: IngestWorld, key: string): Promise<void> {
  const source = await sourceByKey(world.db, key)
  if (source === undefined || !isDue(source, world.now())) return
  const taken = await withSourceLock(world.db, source.id, async () => {
    // Another process may have polled it since.
    const fresh = await sourceByKey(world.db, key)
    if (fresh === undefined || !isDue(fresh, world.now())) return null
    const held = await heldBack(world, fresh)
    if (held === null) return pollSource(world, fresh)
    await rememberHeld(world, fresh, held)
    return null
  })
  if (!taken.busy && taken.result !== null) await endDemo(world, source)
}

const isDue = (source: Source, now: Date): boolean => isPolled(source) && source.next_due_at <= now

async function endDemo(world: IngestWorld, source: Source): Promise<void> {
  if (source.origin === 'demo') return
  const gone = await retireDemo(world.db)
  if (gone > 0) world.log.info({ gone }, 'demo adverts retired')
}

/** Closes what its own closing date has ended. @returns how many postings. */
export async function retireExpired(world: IngestWorld): Promise<number> {
  const closed = await closeExpired(world.db, world.now())
  if (closed > 0) world.log.info({ closed }, 'expired postings closed')
  return closed
}
