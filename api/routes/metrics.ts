import { Router, type RequestHandler } from 'express'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { countOpenListings } from '../../core/store/listings.ts'
import { POLL_OUTCOMES, SOURCE_STATES } from '../../core/domain/source-report.ts'
import { countRestingHosts } from '../../core/store/hosts.ts'
import { countRestingPlatforms } from '../../core/store/platforms.ts'
import { countPollsByOutcome, countSourcesByState } from '../../core/store/source-reports.ts'
import type { Deps } from '../context.ts'
import { cache } from '../middleware/caching.ts'
import { isAtThisMachine, isOperator } from '../middleware/limits.ts'
import { HttpError, onlyMethods } from '../middleware/problem.ts'

export interface Metrics {
  /** Counts and times every request by route, method and status. */
  observe: RequestHandler
  /** `/metrics`: to somebody at this machine, or with the operator's token; 404 to everybody else. */
  routes: Router
}

/** Prometheus figures of this process. */
export function metrics({ readDb, config, now, findFigures }: Deps): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const seconds = new Histogram({
    name: 'foothold_http_request_seconds',
    help: 'Time to answer a request.',
    labelNames: ['route', 'method', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  })
  addGauges(registry, { readDb, now })
  if (findFigures !== undefined) addFindGauge(registry, findFigures)
  const router = Router()
  router
    .route('/metrics')
    .get(cache('never'), async (req, res) => {
      if (!isAtThisMachine(req) && !isOperator(req, config.FOOTHOLD_OPERATOR_TOKEN)) {
        throw new HttpError(404, 'There is nothing at this address.')
      }
      res.set('Content-Type', registry.contentType).send(await registry.metrics())
    })
    .all(onlyMethods('GET'))
  const observe: RequestHandler = (req, res, next) => {
    const end = seconds.startTimer()
    res.once('finish', () => {
      end({ route: routeName(req), method: req.method, status: res.statusCode })
    })
    next()
  }
  return { observe, routes: router }
}

function addGauges(registry: Registry, { readDb, now }: Pick<Deps, 'readDb' | 'now'>): void {
  new Gauge({
    name: 'foothold_open_listings',
    help: 'Listings that stand open.',
    registers: [registry],
    async collect() {
      this.set(await countOpenListings(readDb))
    },
  })
  new Gauge({
    name: 'foothold_sources',
    help: 'Sources in each state.',
    labelNames: ['state'],
    registers: [registry],
    async collect() {
      for (const state of SOURCE_STATES) this.set({ state }, 0)
      for (const { state, n } of await countSourcesByState(readDb)) this.set({ state }, n)
    },
  })
  new Gauge({
    name: 'foothold_polls_last_day',
    help: 'Readings of the last 24 hours by how they ended.',
    labelNames: ['kind', 'outcome'],
    registers: [registry],
    async collect() {
      this.reset()
      const since = new Date(now().getTime() - DAY_MS)
      const counts = await countPollsByOutcome(readDb, since)
      // A platform that was read at all has a figure for each outcome: an alert on "failed" needs its zero.
      for (const kind of new Set(counts.map((c) => c.kind)))
        for (const outcome of POLL_OUTCOMES) this.set({ kind, outcome }, 0)
      for (const { kind, outcome, n } of counts) this.set({ kind, outcome }, n)
    },
  })
  new Gauge({
    name: 'foothold_resting',
    help: 'Hosts and platforms that are left alone for a while.',
    labelNames: ['what'],
    registers: [registry],
    async collect() {
      this.set({ what: 'host' }, await countRestingHosts(readDb, now()))
      this.set({ what: 'platform' }, await countRestingPlatforms(readDb, now()))
    },
  })
}

function addFindGauge(registry: Registry, figures: NonNullable<Deps['findFigures']>): void {
  new Gauge({
    name: 'foothold_search_index',
    help: 'The search index of this process: its size, how far behind it is, how often it was loaded.',
    labelNames: ['what'],
    registers: [registry],
    collect() {
      for (const [what, figure] of Object.entries(figures())) {
        if (figure !== null) this.set({ what }, figure)
      }
    },
  })
}

const DAY_MS = 86_400_000

/** The pattern that matched, never the address: labels must stay few and hold no one's words. */
function routeName(req: { baseUrl: string; route?: { path?: unknown } }): string {
  const path = req.route?.path
  return typeof path === 'string' ? `${req.baseUrl}${path}` : 'none'
}
