import express, { Router, type Response } from 'express'
import { readAdvert } from '../../core/domain/read/read-advert.ts'
import { readPage, type ReadInput } from '../../web/pages/read.tsx'
import { paths } from '../../web/paths.ts'
import { cache } from '../middleware/caching.ts'
import { limitRate } from '../middleware/limits.ts'
import { HttpError, onlyMethods } from '../middleware/problem.ts'
import { advertFromForm } from '../wire/read-form.ts'
import type { World } from '../page-world.ts'

/** Adverts a minute from one address: each is read by every rule. */
const READINGS_A_MINUTE = 30
const LARGEST_BODY = '100kb'

/** `/read`: a form for one advert, and its reading. Nothing of it is kept or logged. */
export function readRoutes(world: World): Router {
  const limit = limitRate('readings', READINGS_A_MINUTE)
  const body = express.urlencoded({ extended: false, limit: LARGEST_BODY, parameterLimit: 20 })
  const send = async (res: Response, page: Omit<ReadInput, 'demo'>) => {
    const { demo } = await world()
    res.set('X-Robots-Tag', 'noindex').type('html')
    res.status(page.errors.length === 0 ? 200 : 400).send(readPage({ ...page, demo }))
  }
  const router = Router()
  router
    .route(paths.read)
    .get(cache('fresh'), async (_req, res) => {
      await send(res, { values: {}, errors: [], read: null })
    })
    .post(cache('never'), limit, body, async (req, res) => {
      if (req.body === undefined) throw new HttpError(415, 'Send the form as a browser does.')
      const { values, errors, advert } = advertFromForm({ ...(req.body as object) })
      const read =
        advert === null
          ? null
          : { title: advert.title, employer: advert.employer, ...readAdvert(advert) }
      await send(res, { values, errors, read })
    })
    .all(onlyMethods('GET', 'POST'))
  return router
}
