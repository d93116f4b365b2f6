import { paths } from '../paths.ts'

/** The same page in another form, for `<link rel="alternate">`. */
export interface FeedLink {
  type: string
  title: string
  href: string
}

/** The feeds of the search at an address such as "/?state=PA". */
export function feedLinks(address: string): FeedLink[] {
  const at = address.indexOf('?')
  const query = at < 0 ? '' : address.slice(at)
  return [
    { type: 'application/rss+xml', title: 'This search as RSS', href: paths.rss + query },
    {
      type: 'application/feed+json',
      title: 'This search as JSON Feed',
      href: paths.jsonFeed + query,
    },
  ]
}
