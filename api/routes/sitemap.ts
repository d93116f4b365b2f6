import { Router } from 'express'
import { sitemapPart, sitemapParts, type SitemapEntry } from '../../core/store/outgoing.ts'
import { sitemap, sitemapIndex } from '../../web/feeds/sitemap.ts'
import { listingPath, paths } from '../../web/paths.ts'
import type { Deps } from '../context.ts'
import { held } from '../held.ts'
import { cache } from '../middleware/caching.ts'
import { HttpError, onlyMethods } from '../middleware/problem.ts'
import { siteAddress } from '../own-address.ts'

/** Counting the parts visits every open listing. */
const PARTS_KEPT_MS = 600_000
const PART_NAME = /^listings-(0|[1-9]\d{0,5})\.xml$/

/** Pages that stand whatever is listed. */
const PLAIN = [
  paths.search,
  paths.about,
  paths.read,
  paths.sources,
  paths.credits,
  paths.privacy,
  paths.contact,
]

/**
 * The map of the site for search engines: our own pages, and the open, real listings whose sources allow them
 * to stand there. `/sitemap.xml` names the parts.
 */
export function sitemapRoutes({ readDb, config, now }: Deps): Router {
  const parts = held(PARTS_KEPT_MS, now, (): Promise<SitemapEntry[]> => sitemapParts(readDb, now()))
  const router = Router()
  router
    .route(paths.sitemap)
    .get(cache('hour'), async (req, res) => {
      const base = siteAddress(config, req)
      const listings = (await parts()).map(({ id, first_seen }) => ({
        address: `${base}/sitemaps/listings-${id}.xml`,
        changed: first_seen,
      }))
      res
        .type('application/xml')
        .send(sitemapIndex([{ address: `${base}/sitemaps/pages.xml` }, ...listings]))
    })
    .all(onlyMethods('GET'))
  router
    .route('/sitemaps/:part')
    .get(cache('hour'), async (req, res) => {
      const base = siteAddress(config, req)
      const send = (xml: string) => void res.type('application/xml').send(xml)
      if (req.params.part === 'pages.xml') {
        send(sitemap(PLAIN.map((path) => ({ address: base + path }))))
        return
      }
      const part = PART_NAME.exec(req.params.part)?.[1]
      const entries = part === undefined ? [] : await sitemapPart(readDb, Number(part), now())
      if (entries.length === 0) throw new HttpError(404, 'There is no such part of the map.')
      send(
        sitemap(
          entries.map(({ id, first_seen }) => ({
            address: base + listingPath(id),
            changed: first_seen,
          })),
        ),
      )
    })
    .all(onlyMethods('GET'))
  return router
}
