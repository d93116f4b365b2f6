/**
 * The same value with every string made fit for storage: NUL characters removed (PostgreSQL cannot hold
 * them) and broken surrogate pairs replaced. Feeds carry both.
 */
export function cleanStrings<T>(value: T): T {
  return clean(value) as T
}

function clean(value: unknown): unknown {
  if (typeof value === 'string') return cleanString(value)
  if (Array.isArray(value)) return value.map(clean)
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [cleanString(k), clean(v)]))
  }
  return value
}

function cleanString(text: string): string {
  return text.replaceAll('\u0000', '').replace(/\p{Surrogate}/gu, '\ufffd')
}
