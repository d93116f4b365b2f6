import { Router, type Request } from 'express'
import { demoAdvertPage, demoIndexPage } from '../../web/pages/demo.tsx'
import type { Deps } from '../context.ts'
import { demoAdverts, demoPostings } from '../demo-world.ts'
import { cache } from '../middleware/caching.ts'
import { HttpError, onlyMethods } from '../middleware/problem.ts'
import { siteAddress } from '../own-address.ts'

/**
 * The careers site of the demo world, which the workers read like any employer's. Kept out of search engines by
 * a header and not by robots.txt: our own reader honours that file too.
 */
export function demoRoutes({ db, config, now }: Deps): Router {
  const router = Router()
  const base = (req: Request) => siteAddress(config, req)
  router
    .route('/demo')
    .get((_req, res) => {
      res.redirect('/demo/jobs')
    })
    .all(onlyMethods('GET'))
  router
    .route('/demo/jobs')
    .get(cache('fresh'), async (req, res) => {
      const adverts = demoAdverts()
      const toPosting = await demoPostings(db, now(), base(req))
      const page = demoIndexPage({ adverts, jobPostings: adverts.map(toPosting), base: base(req) })
      res.set('X-Robots-Tag', 'noindex').type('html').send(page)
    })
    .all(onlyMethods('GET'))
  router
    .route('/demo/jobs/:id')
    .get(cache('fresh'), async (req, res) => {
      const advert = demoAdverts().find(({ id }) => id === req.params.id)
      if (advert === undefined)
        throw new HttpError(404, 'There is no invented advert of this name.')
      const jobPosting = (await demoPostings(db, now(), base(req)))(advert)
      const page = demoAdvertPage({ advert, jobPosting, base: base(req) })
      res.set('X-Robots-Tag', 'noindex').type('html').send(page)
    })
    .all(onlyMethods('GET'))
  return router
}
