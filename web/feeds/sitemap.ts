import { element, XML_HEAD } from './xml.ts'

/** One address of a map, absolute, and when it last changed where that is known. */
export interface MapEntry {
  address: string
  changed?: string
}

const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9'

/** A map of pages (sitemaps.org 0.9); at most 50,000 are allowed in one. */
export const sitemap = (pages: readonly MapEntry[]): string => map('urlset', 'url', pages)

/** A map of maps. */
export const sitemapIndex = (parts: readonly MapEntry[]): string =>
  map('sitemapindex', 'sitemap', parts)

function map(root: string, item: string, entries: readonly MapEntry[]): string {
  const items = entries.map(
    ({ address, changed }) =>
      `<${item}>${element('loc', address)}${element('lastmod', changed ?? null)}</${item}>`,
  )
  return `${XML_HEAD}<${root} xmlns="${NAMESPACE}">${items.join('')}</${root}>\n`
}
