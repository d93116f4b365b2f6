import { Router } from 'express'
import { helpFor } from '../../core/domain/help.ts'
import { loadHelp } from '../../core/help-file.ts'
import { cache } from '../middleware/caching.ts'
import { onlyMethods } from '../middleware/problem.ts'
import { parseHelpQuery, toWireHelp } from '../wire/help.ts'
import { rawQuery } from '../wire/query.ts'

/** `GET /help`. */
export function helpRoutes(): Router {
  const router = Router()
  router
    .route('/help')
    .get(cache('fresh'), (req, res) => {
      const { state } = parseHelpQuery(rawQuery(req.originalUrl))
      res.json(toWireHelp(helpFor(loadHelp(), state ?? null)))
    })
    .all(onlyMethods('GET'))
  return router
}
