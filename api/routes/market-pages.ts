import { Router } from 'express'
import { helpFor } from '../../core/domain/help.ts'
import { loadHelp } from '../../core/help-file.ts'
import { helpPage } from '../../web/pages/help.tsx'
import { insightsPage } from '../../web/pages/insights.tsx'
import { scamsPage } from '../../web/pages/scams.tsx'
import { paths } from '../../web/paths.ts'
import { cache } from '../middleware/caching.ts'
import { onlyMethods } from '../middleware/problem.ts'
import { parseHelpQuery } from '../wire/help.ts'
import { rawQuery } from '../wire/query.ts'
import type { Market } from './insights.ts'
import type { World } from '../page-world.ts'

/** What the market says, who can help, and how to tell a fake job. */
export function marketPageRoutes(world: World, facts: Market): Router {
  const router = Router()
  router
    .route(paths.insights)
    .get(cache('fresh'), async (_req, res) => {
      res.type('html').send(insightsPage({ facts: await facts() }))
    })
    .all(onlyMethods('GET'))
  router
    .route(paths.help)
    .get(cache('fresh'), async (req, res) => {
      const state = parseHelpQuery(rawQuery(req.originalUrl)).state ?? null
      const { demo } = await world()
      res.type('html').send(helpPage({ entries: helpFor(loadHelp(), state), state, demo }))
    })
    .all(onlyMethods('GET'))
  router
    .route(paths.scams)
    .get(cache('fresh'), async (_req, res) => {
      res.type('html').send(scamsPage({ demo: (await world()).demo }))
    })
    .all(onlyMethods('GET'))
  return router
}
