import { Router } from 'express'
import { absolutePath } from 'swagger-ui-dist'
import { docsPage } from '../../web/pages/docs.tsx'
import { DOCS_FILES, paths } from '../../web/paths.ts'
import { cache } from '../middleware/caching.ts'
import { onlyMethods } from '../middleware/problem.ts'

/**
 * `/docs`: the interface for people who write programs. The widget's two files come from its package on this
 * machine, no others of the package are served, and nothing is loaded from another host.
 */
export function docsRoutes(): Router {
  const router = Router()
  const page = docsPage()
  router
    .route(paths.docs)
    .get(cache('fresh'), (_req, res) => {
      res.type('html').send(page)
    })
    .all(onlyMethods('GET'))
  router
    .route('/api/v1/docs')
    .get((_req, res) => {
      res.redirect(308, paths.docs)
    })
    .all(onlyMethods('GET'))
  for (const path of Object.values(DOCS_FILES)) {
    const file = path.slice(path.lastIndexOf('/') + 1)
    router
      .route(path)
      .get(cache('hour'), (_req, res) => {
        res.sendFile(file, { root: absolutePath(), cacheControl: false })
      })
      .all(onlyMethods('GET'))
  }
  return router
}
