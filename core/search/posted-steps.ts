import type { Block } from './block.ts'
import type { Listed } from './counting.ts'

/** How many of some instants each listing of a block was posted at or after. */
interface Reached {
  steps: Uint8Array
  /** How many listings reach so many and no more, closed ones too. */
  totals: Int32Array
  /** Between the last listing before an instant and the first at or after it, the instant may move. */
  after: number[]
  upTo: number[]
}

/** An instant moves with the clock, but passes a listing seldom: what was found is good for a while. */
const known = new WeakMap<Block, Reached>()

/** Adds, for each instant (oldest first), how many of the listed were posted at or after it. */
export function countPosted(
  block: Block,
  { places, n, others }: Listed,
  since: readonly number[],
  counts: Int32Array,
): void {
  const [oldest] = since
  if (oldest === undefined || block.newestPosted < oldest) return
  const { steps, totals } = reachedBy(block, since)
  const sums = others ? totals.slice() : new Int32Array(totals.length)
  const by = others ? -1 : 1
  for (let k = 0; k < n; k += 1) sums[steps[places[k]!]!]! += by
  for (let reached = since.length, sum = 0; reached > 0; reached -= 1) {
    sum += sums[reached]!
    counts[reached - 1]! += sum
  }
}

function reachedBy(block: Block, since: readonly number[]): Reached {
  const before = known.get(block)
  const good = before?.after.every((after, i) => after < since[i]! && since[i]! <= before.upTo[i]!)
  if (before !== undefined && good === true) return before
  const found = reach(block, since)
  known.set(block, found)
  return found
}

function reach({ n, posted }: Block, since: readonly number[]): Reached {
  const steps = new Uint8Array(n)
  const totals = new Int32Array(since.length + 1)
  const after = since.map(() => -Infinity)
  const upTo = since.map(() => Infinity)
  for (let o = 0; o < n; o += 1) {
    const at = posted[o]!
    let step = 0
    while (step < since.length && at >= since[step]!) step += 1
    steps[o] = step
    totals[step]! += 1
    if (step > 0 && at < upTo[step - 1]!) upTo[step - 1] = at
    if (step < since.length && at > after[step]!) after[step] = at
  }
  // A gap between two instants without any listing: the next listing on either side bounds both.
  for (let i = since.length - 2; i >= 0; i -= 1) upTo[i] = Math.min(upTo[i]!, upTo[i + 1]!)
  for (let i = 1; i < since.length; i += 1) after[i] = Math.max(after[i]!, after[i - 1]!)
  return { steps, totals, after, upTo }
}
