import express, { type Express } from 'express'
import type { Deps } from './context.ts'
import { openListings } from '../core/store/listings.ts'
import { limitRate } from './middleware/limits.ts'
import { markDemo, notFound, problemHandler } from './middleware/problem.ts'
import { requestLog } from './middleware/request-log.ts'
import { queryLength, securityHeaders } from './middleware/security.ts'
import { held } from './held.ts'
import { apiIndexRoutes } from './routes/api-index.ts'
import { assetRoutes } from './routes/assets.ts'
import { demoRoutes } from './routes/demo.ts'
import { docsRoutes } from './routes/docs.ts'
import { feedbackFormRoutes, feedbackLimit, feedbackRoutes } from './routes/feedback.ts'
import { feedRoutes } from './routes/feeds.ts'
import { healthRoutes } from './routes/health.ts'
import { helpRoutes } from './routes/help.ts'
import { insightsRoutes, market } from './routes/insights.ts'
import { listingRoutes } from './routes/listings.ts'
import { metrics } from './routes/metrics.ts'
import { marketPageRoutes } from './routes/market-pages.ts'
import { pageRoutes } from './routes/pages.ts'
import { pageWorld } from './page-world.ts'
import { matching, profileLimit, profileRoutes } from './routes/profiles.ts'
import { readRoutes } from './routes/read.ts'
import { sitemapRoutes } from './routes/sitemap.ts'
import { sourceRoutes } from './routes/sources.ts'

/** Requests a minute from one address. */
const READS_A_MINUTE = 240
/** A profile is held against every open listing; those are read from the database at most this often. */
const LISTINGS_KEPT_MS = 10_000

/** The whole HTTP surface as an Express app that never listens. */
export function createApp(deps: Deps): Express {
  const app = express()
  app.disable('x-powered-by')
  app.set('query parser', false)
  app.set('trust proxy', deps.config.FOOTHOLD_TRUST_PROXY)
  const { observe, routes: metricsRoutes } = metrics(deps)
  app.use(requestLog(deps.log), observe, securityHeaders(deps.config.FOOTHOLD_PUBLIC_URL))
  app.use(healthRoutes(deps), metricsRoutes)
  const world = pageWorld(deps)
  app.use(markDemo(async () => (await world()).demo))
  app.use(queryLength, limitRate('reads', READS_A_MINUTE))
  const live = held(LISTINGS_KEPT_MS, deps.now, () => openListings(deps.readDb))
  const people = matching(deps, live)
  const limit = profileLimit()
  const facts = market(deps)
  const said = feedbackLimit()
  app.use(
    '/api/v1',
    listingRoutes(deps),
    sourceRoutes(deps),
    profileRoutes(people, limit),
    insightsRoutes(facts),
    helpRoutes(),
    feedbackRoutes(deps, said),
  )
  app.use(
    apiIndexRoutes(deps),
    docsRoutes(),
    assetRoutes(deps),
    feedRoutes(deps),
    sitemapRoutes(deps),
    demoRoutes(deps),
    pageRoutes(deps, world, people, limit),
    marketPageRoutes(world, facts),
    feedbackFormRoutes(deps, said),
    readRoutes(world),
  )
  app.use(notFound)
  app.use(problemHandler)
  return app
}
