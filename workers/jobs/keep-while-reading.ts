import { setImmediate as nextTurn } from 'node:timers/promises'

/** Reading gives way to the answers of the database so often, in milliseconds. */
const TURN_MS = 8

/**
 * Takes items one by one (each costs work of its own) and keeps them in batches; while a batch is being
 * kept, the next is already read. Batches are kept in order, one at a time.
 * @throws what `keep` throws; the items after that batch are lost to this call.
 */
export async function keepWhileReading<T>(
  items: Iterable<T>,
  size: number,
  keep: (batch: T[]) => Promise<void>,
): Promise<void> {
  let keeping = Promise.resolve()
  let batch: T[] = []
  let turn = performance.now()
  const flush = async (): Promise<void> => {
    if (batch.length === 0) return
    await keeping
    keeping = keep(batch)
    // Awaited later; until then a failure must not count as one nobody looks at.
    keeping.catch(() => undefined)
    batch = []
  }
  for (const item of items) {
    batch.push(item)
    if (batch.length >= size) await flush()
    if (performance.now() - turn < TURN_MS) continue
    await nextTurn()
    turn = performance.now()
  }
  await flush()
  await keeping
}
