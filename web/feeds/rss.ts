import type { Outgoing } from '../../core/domain/outgoing.ts'
import { FEED_ABOUT, FEED_TITLE, itemHtml, itemTitle, newestOf, pageOf, type Feed } from './feed.ts'
import { cdata, element, feedDate, XML_HEAD, xmlText } from './xml.ts'

/** Minutes for which a reader may go on showing what it has. */
const TTL_MINUTES = 60

/** A search as RSS 2.0. The build date is that of the newest item, so that an unchanged feed is the same text. */
export function rssFeed(feed: Feed): string {
  const newest = newestOf(feed)
  return [
    XML_HEAD,
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>',
    element('title', FEED_TITLE),
    element('link', feed.base + feed.search),
    element('description', FEED_ABOUT),
    element('language', 'en-us'),
    element('ttl', String(TTL_MINUTES)),
    `<atom:link href="${xmlText(feed.base + feed.self)}" rel="self" type="application/rss+xml"/>`,
    element('lastBuildDate', newest === null ? null : feedDate(newest)),
    ...feed.items.map((item) => itemOf(feed, item)),
    '</channel></rss>\n',
  ].join('')
}

function itemOf(feed: Feed, item: Outgoing): string {
  return [
    '<item>',
    element('title', itemTitle(item)),
    element('link', pageOf(feed, item)),
    `<guid isPermaLink="false">foothold:listing:${item.id}</guid>`,
    element('pubDate', feedDate(item.first_seen)),
    element('dc:creator', item.employer),
    `<description>${cdata(itemHtml(item))}</description>`,
    '</item>',
  ].join('')
}
