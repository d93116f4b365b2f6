/** Work that can be laid down now and then: each yield is a place where something else may run. */
export type Steps<T> = Generator<undefined, T, undefined>

/** Milliseconds of work between two pauses: short enough for requests to pass in between. */
const SLICE_MS = 4

/** Does the work at one go. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next()
    if (done === true) return value
  }
}

/** Does the work in slices, letting the process answer in between. */
export async function inSlices<T>(steps: Steps<T>): Promise<T> {
  let began = performance.now()
  for (;;) {
    const { done, value } = steps.next()
    if (done === true) return value
    if (performance.now() - began > SLICE_MS) {
      await pause()
      began = performance.now()
    }
  }
}

/** Lets whatever waits run first. */
export const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
