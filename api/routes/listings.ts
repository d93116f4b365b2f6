import { Router } from 'express'
import { getListing } from '../../core/store/listings.ts'
import type { Deps } from '../context.ts'
import { cache } from '../middleware/caching.ts'
import { pageLinks } from '../middleware/paging.ts'
import { HttpError, onlyMethods } from '../middleware/problem.ts'
import { searchOf } from '../search.ts'
import { toWireDetail, toWirePage } from '../wire/listing.ts'
import { listingIdSchema, parseListingQuery } from '../wire/listing-query.ts'
import { rawQuery } from '../wire/query.ts'

/** `GET /listings` and `GET /listings/:id`. */
export function listingRoutes(deps: Deps): Router {
  const { readDb } = deps
  const search = searchOf(deps)
  const router = Router()
  router
    .route('/listings')
    .get(cache('fresh'), async (req, res) => {
      const query = parseListingQuery(rawQuery(req.originalUrl))
      const page = await search(query)
      const links = pageLinks(req, page.next)
      if (links !== null) res.set('Link', links)
      res.json(toWirePage(page))
    })
    .all(onlyMethods('GET'))
  router
    .route('/listings/:id')
    .get(cache('fresh'), async (req, res) => {
      const id = listingIdSchema.safeParse(req.params.id)
      const listing = id.success ? await getListing(readDb, id.data) : null
      if (listing === null) throw new HttpError(404, 'There is no listing with this number.')
      res.json(toWireDetail(listing))
    })
    .all(onlyMethods('GET'))
  return router
}
