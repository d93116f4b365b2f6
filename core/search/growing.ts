type Numbers = Uint8Array | Uint16Array | Uint32Array | Float64Array

/** The same numbers in an array that holds at least `need`; itself where it does already. */
export function grown<T extends Numbers>(array: T, need: number): T {
  if (need <= array.length) return array
  const bigger = new (array.constructor as new (length: number) => T)(
    Math.max(need, Math.ceil(array.length * 1.5), 64),
  )
  bigger.set(array)
  return bigger
}
