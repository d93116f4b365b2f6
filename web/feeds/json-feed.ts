import type { Outgoing } from '../../core/domain/outgoing.ts'
import { safeHref } from '../links.ts'
import {
  factLines,
  FEED_ABOUT,
  FEED_TITLE,
  itemHtml,
  itemTitle,
  pageOf,
  type Feed,
} from './feed.ts'

/** A search as JSON Feed 1.1 (https://jsonfeed.org/version/1.1). */
export function jsonFeed(feed: Feed): Record<string, unknown> {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: FEED_TITLE,
    home_page_url: feed.base + feed.search,
    feed_url: feed.base + feed.self,
    description: FEED_ABOUT,
    language: 'en-US',
    items: feed.items.map((item) => itemOf(feed, item)),
  }
}

function itemOf(feed: Feed, item: Outgoing): Record<string, unknown> {
  const original = item.demo ? null : safeHref(item.url)
  const tags = [item.role, item.adjacent_role, item.entry, item.work_mode, ...item.settings]
  return {
    id: `foothold:listing:${item.id}`,
    url: pageOf(feed, item),
    ...(original === null ? {} : { external_url: original }),
    title: itemTitle(item),
    content_html: itemHtml(item),
    summary: factLines(item).join(' · '),
    date_published: item.first_seen,
    ...(item.employer === null ? {} : { authors: [{ name: item.employer }] }),
    tags: tags.filter((tag) => tag !== null),
  }
}
