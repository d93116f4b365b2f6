const SAFE = new Set(['http:', 'https:', 'mailto:'])

/**
 * The address as it may stand in an `href`, or null when it is not an absolute http, https or mailto
 * address. Feeds are written by strangers: an address of any other scheme is dropped, never repaired.
 */
export function safeHref(address: string | null | undefined): string | null {
  if (!address) return null
  try {
    const url = new URL(address.trim())
    return SAFE.has(url.protocol) ? url.href : null
  } catch {
    return null
  }
}

/** The host a link leads to, for a person to see before the click; null when there is none. */
export function hostOf(address: string | null | undefined): string | null {
  const href = safeHref(address)
  if (href === null) return null
  const host = new URL(href).hostname
  return host === '' ? null : host.replace(/^www\./, '')
}

/** A contact as an operator configured it ("jobs@example.org" or a page) turned into an address; null when it is plain text. */
export function contactHref(contact: string): string | null {
  const text = contact.trim()
  if (/^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/.test(text)) return `mailto:${text}`
  return safeHref(text)
}
