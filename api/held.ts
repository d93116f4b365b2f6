/**
 * A reader that asks at most once in `keepMs` however often it is called, and shares one question among
 * callers at the same moment. A failed reading is not kept: the next caller tries again.
 */
export function held<T>(keepMs: number, now: () => Date, read: () => Promise<T>): () => Promise<T> {
  let last: { at: number; value: Promise<T> } | undefined
  return () => {
    const at = now().getTime()
    if (last !== undefined && at >= last.at && at - last.at < keepMs) return last.value
    const reading = { at, value: read() }
    last = reading
    reading.value.catch(() => {
      if (last === reading) last = undefined
    })
    return reading.value
  }
}
