import { Router } from 'express'
import { sourceReports } from '../../core/store/source-reports.ts'
import type { Deps } from '../context.ts'
import { cache } from '../middleware/caching.ts'
import { onlyMethods } from '../middleware/problem.ts'
import { toWireSource } from '../wire/source.ts'

/** `GET /sources`. */
export function sourceRoutes({ readDb, now }: Deps): Router {
  const router = Router()
  router
    .route('/sources')
    .get(cache('fresh'), async (_req, res) => {
      res.json((await sourceReports(readDb, now())).map(toWireSource))
    })
    .all(onlyMethods('GET'))
  return router
}
