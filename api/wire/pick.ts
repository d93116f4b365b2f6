/**
 * Only the keys that a response schema names, in its order: what a store adds to a row never reaches the wire
 * by accident.
 */
export function pick<K extends string, T extends Record<K, unknown>>(
  shape: Record<K, unknown>,
  value: T,
): Pick<T, K> {
  return Object.fromEntries((Object.keys(shape) as K[]).map((key) => [key, value[key]])) as Pick<
    T,
    K
  >
}
