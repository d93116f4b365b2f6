import { Router, type Request, type Response } from 'express'
import { exportableListings } from '../../core/store/outgoing.ts'
import { searchAddress } from '../../web/address.ts'
import type { Feed } from '../../web/feeds/feed.ts'
import { jobXml } from '../../web/feeds/job-xml.ts'
import { jsonFeed } from '../../web/feeds/json-feed.ts'
import { rssFeed } from '../../web/feeds/rss.ts'
import { paths } from '../../web/paths.ts'
import type { Deps } from '../context.ts'
import { cache } from '../middleware/caching.ts'
import { onlyMethods } from '../middleware/problem.ts'
import { siteAddress } from '../own-address.ts'
import { searchOf, type Search } from '../search.ts'
import { LARGEST_PAGE, parseListingQuery } from '../wire/listing-query.ts'
import { rawQuery } from '../wire/query.ts'

interface FeedForm {
  type: string
  /** Whether it may tell of the demo world while that is all there is. */
  demo: boolean
  write: (feed: Feed) => string
}

const FORMS: Record<string, FeedForm> = {
  [paths.rss]: { type: 'application/rss+xml; charset=utf-8', demo: true, write: rssFeed },
  [paths.jsonFeed]: {
    type: 'application/feed+json; charset=utf-8',
    demo: true,
    write: (feed) => JSON.stringify(jsonFeed(feed)),
  },
  // Job boards print what they are given: nothing invented, not even marked.
  [paths.jobXml]: { type: 'application/xml; charset=utf-8', demo: false, write: jobXml },
}

/**
 * Any search as a feed, under the query string of `GET /listings`: always from its newest listing, `limit` of
 * them (100 without it, which is the most), and only those that the terms of their sources let out. `sort`,
 * `cursor` and `warnings` are read but say nothing here.
 */
export function feedRoutes(deps: Deps): Router {
  const search = searchOf(deps)
  const router = Router()
  for (const [path, form] of Object.entries(FORMS)) {
    router
      .route(path)
      .get(cache('quarter'), (req, res) => answer(deps, search, form, req, res))
      .all(onlyMethods('GET'))
  }
  return router
}

async function answer(
  { readDb, config, now }: Deps,
  search: Search,
  form: FeedForm,
  req: Request,
  res: Response,
): Promise<void> {
  const raw = rawQuery(req.originalUrl)
  const query = parseListingQuery('limit' in raw ? raw : { ...raw, limit: [String(LARGEST_PAGE)] })
  const asked = { demo: form.demo, now: now().getTime() }
  const items = await exportableListings(readDb, search, query, asked)
  const at = req.originalUrl.indexOf('?')
  const feed: Feed = {
    base: siteAddress(config, req),
    search: searchAddress({ ...query, limit: undefined, cursor: undefined, sort: undefined }),
    self: req.path + (at < 0 ? '' : `?${new URLSearchParams(req.originalUrl.slice(at + 1))}`),
    items,
  }
  // Copies for programs: a search engine is to find the pages.
  res.set('X-Robots-Tag', 'noindex').type(form.type).send(form.write(feed))
}
