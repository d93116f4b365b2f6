import { Router } from 'express'
import { paths } from '../../web/paths.ts'
import type { Deps } from '../context.ts'
import { cache } from '../middleware/caching.ts'
import { onlyMethods } from '../middleware/problem.ts'
import { openApiDocument } from '../wire/openapi.ts'

/** `/api`: where to go from here. `/api/openapi.json`: the whole interface, from the schemas that guard it. */
export function apiIndexRoutes({ version }: Deps): Router {
  const document = openApiDocument(version)
  const index = {
    name: 'Foothold',
    version,
    description: paths.openapi,
    docs: paths.docs,
    routes: Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
      (['get', 'post'] as const).flatMap((method) =>
        item[method] === undefined
          ? []
          : [{ method: method.toUpperCase(), path, about: item[method].summary }],
      ),
    ),
  }
  const router = Router()
  router
    .route('/api')
    .get(cache('fresh'), (_req, res) => {
      res.json(index)
    })
    .all(onlyMethods('GET'))
  router
    .route(paths.openapi)
    .get(cache('fresh'), (_req, res) => {
      res.json(document)
    })
    .all(onlyMethods('GET'))
  return router
}
