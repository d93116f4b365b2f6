import { earliestPoll, readPolicy } from '../../core/domain/policy.ts'
import { platformRest } from '../../core/store/platforms.ts'
import { pollStarts } from '../../core/store/polls.ts'
import { putOff, type Source } from '../../core/store/sources.ts'
import { adapterFor } from '../sources/index.ts'
import type { IngestWorld } from './world.ts'

/** A source that may not be asked now. */
export interface Held {
  key: string
  /** When it may be asked again; null = not before its entry in the list changes. */
  until: Date | null
  /** One sentence. */
  why: string
}

const DAY_MS = 86_400_000

/**
 * What keeps a source from being asked now, whoever asks for it: no policy, the least interval or the
 * daily cap of its terms, a platform or a host that is left alone. null = it may be asked.
 */
export async function heldBack(world: IngestWorld, source: Source): Promise<Held | null> {
  const now = world.now()
  const { policy, why } = readPolicy(source.policy)
  if (policy === null) return { key: source.key, until: null, why }
  const starts = await pollStarts(world.db, source, new Date(now.getTime() - DAY_MS))
  const rest =
    earliestPoll(policy, starts, now) ??
    (isOwnSource(world, source) ? null : await resting(world, source, now))
  return rest === null ? null : { key: source.key, ...rest }
}

async function resting(
  world: IngestWorld,
  source: Source,
  now: Date,
): Promise<{ until: Date; why: string } | null> {
  const platform = await platformRest(world.db, source.kind, now)
  if (platform !== null) return platform
  const [first] = firstAddresses(source)
  return first === undefined ? null : world.http.resting(first)
}

/** Remembers on the source that it was held back, so that its row tells why nothing happened. */
export async function rememberHeld(world: IngestWorld, source: Source, held: Held): Promise<void> {
  const stop = held.until === null
  const until = held.until ?? new Date(world.now().getTime() + DAY_MS)
  await putOff(world.db, source, { until, why: held.why, stop })
  world.log.info({ source: source.key, until, why: held.why }, 'poll put off')
}

/**
 * true when every address that a poll begins with is one that the operator opened: a machine of their own
 * (a mirror, a test server), which needs no rest from us.
 */
export function isOwnSource(world: IngestWorld, source: Source): boolean {
  const addresses = firstAddresses(source)
  return addresses.length > 0 && addresses.every((address) => world.isOwn(address))
}

function firstAddresses(source: Source): string[] {
  const adapter = adapterFor(source.kind)
  const settings = adapter?.settings.safeParse(source.settings)
  if (adapter === undefined || settings?.success !== true) return []
  return adapter.first(settings.data).map((request) => request.url)
}
