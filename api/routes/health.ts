import { Router } from 'express'
import { pendingMigrations } from '../../core/store/readiness.ts'
import type { Deps } from '../context.ts'
import { cache } from '../middleware/caching.ts'
import { HttpError, onlyMethods } from '../middleware/problem.ts'

/** `/healthz`: the process lives. `/readyz`: the database answers and holds every migration. */
export function healthRoutes({ db, version }: Deps): Router {
  const router = Router()
  router
    .route('/healthz')
    .get(cache('never'), (_req, res) => {
      res.json({ status: 'ok', version })
    })
    .all(onlyMethods('GET'))
  router
    .route('/readyz')
    .get(cache('never'), async (req, res) => {
      const pending = await pendingMigrations(db).catch((error: unknown) => {
        req.log.warn({ err: error }, 'database does not answer')
        throw new HttpError(503, 'The database does not answer.', { 'Retry-After': '5' })
      })
      if (pending.length > 0) {
        throw new HttpError(503, `The database lacks ${pending.length} migrations.`, {
          'Retry-After': '5',
        })
      }
      res.json({ status: 'ready', version })
    })
    .all(onlyMethods('GET'))
  return router
}
