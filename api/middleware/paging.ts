import type { Request } from 'express'

/** Proxies give the headers of an answer a few kilobytes. */
const LONGEST_LINK = 3000

/**
 * The Link header (RFC 8288) of a page of a list: this page, the first and, where there is one, the next.
 * null when it would be longer than proxies let through; the answer itself still holds `next`.
 */
export function pageLinks(req: Request, next: string | null): string | null {
  const [path = '', query = ''] = req.originalUrl.split(/\?(.*)/s)
  const first = new URLSearchParams(query)
  first.delete('cursor')
  const address = (cursor: string | null): string => {
    const asked = new URLSearchParams(first)
    if (cursor !== null) asked.set('cursor', cursor)
    return asked.size === 0 ? path : `${path}?${asked.toString()}`
  }
  const here = new URLSearchParams(query).get('cursor')
  const links = [
    `<${address(here === '' ? null : here)}>; rel="self"`,
    `<${address(null)}>; rel="first"`,
    ...(next === null ? [] : [`<${address(next)}>; rel="next"`]),
  ].join(', ')
  return links.length > LONGEST_LINK ? null : links
}
