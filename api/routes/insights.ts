import { Router } from 'express'
import { marketFacts, type MarketFacts } from '../../core/domain/market/market-facts.ts'
import { marketCounts } from '../../core/store/insights.ts'
import { wageRows } from '../../core/store/wages.ts'
import type { Deps } from '../context.ts'
import { held } from '../held.ts'
import { cache } from '../middleware/caching.ts'
import { onlyMethods } from '../middleware/problem.ts'
import { toWireInsights } from '../wire/insights.ts'

/** Every listing is counted for one answer, and a market does not turn in minutes. */
const FACTS_KEPT_MS = 5 * 60_000

export type Market = () => Promise<MarketFacts>

/** What the market says, counted at most every five minutes; the answer names the instant. */
export function market({ readDb, now }: Deps): Market {
  return held(FACTS_KEPT_MS, now, async () => {
    const at = now()
    return marketFacts(await marketCounts(readDb, at), await wageRows(readDb), at.toISOString())
  })
}

/** `GET /insights`. */
export function insightsRoutes(facts: Market): Router {
  const router = Router()
  router
    .route('/insights')
    .get(cache('fresh'), async (_req, res) => {
      res.json(toWireInsights(await facts()))
    })
    .all(onlyMethods('GET'))
  return router
}
