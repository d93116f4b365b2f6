import { Router, type Response } from 'express'
import { jobPosting } from '../../core/domain/job-posting.ts'
import { mayLeave, outgoingHtml } from '../../core/domain/outgoing.ts'
import { getEmployer } from '../../core/store/employers.ts'
import { countOpenListings, getListing } from '../../core/store/listings.ts'
import { termsOf } from '../../core/store/outgoing.ts'
import { similarListings } from '../../core/store/similar.ts'
import { sourceCredits, sourceReports } from '../../core/store/source-reports.ts'
import { aboutPage } from '../../web/pages/about.tsx'
import { contactPage } from '../../web/pages/contact.tsx'
import { creditsPage } from '../../web/pages/credits.tsx'
import { employerPage } from '../../web/pages/employer.tsx'
import { listingPage } from '../../web/pages/listing.tsx'
import { mapPage } from '../../web/pages/map.tsx'
import { privacyPage } from '../../web/pages/privacy.tsx'
import { searchPage } from '../../web/pages/search.tsx'
import { sourcesPage } from '../../web/pages/sources.tsx'
import { listingPath, paths } from '../../web/paths.ts'
import type { Deps } from '../context.ts'
import { cache } from '../middleware/caching.ts'
import { HttpError, onlyMethods } from '../middleware/problem.ts'
import { siteAddress } from '../own-address.ts'
import type { World } from '../page-world.ts'
import { searchOf } from '../search.ts'
import { employerIdSchema } from '../wire/employer-and-place.ts'
import { listingIdSchema } from '../wire/listing-query.ts'
import { rawQuery } from '../wire/query.ts'
import { advicePageRoutes } from './advice-pages.ts'
import { answerTo, askedBy, mapOf } from './page-search.ts'
import { resumePageRoutes } from './resume-page.ts'
import type { Matching, profileLimit } from './profiles.ts'

/** Similar jobs shown beside a listing. */
const SIMILAR_SHOWN = 4
/** Open listings shown on the page of an employer. */
const LISTINGS_OF_EMPLOYER = 50

/** Every page for people: plain HTML from the server, no script needed. */
export function pageRoutes(
  deps: Deps,
  world: World,
  people: Matching,
  limit: ReturnType<typeof profileLimit>,
): Router {
  const router = Router()
  router.use(searchRoutes(deps, world))
  router.use(advicePageRoutes(deps, world, people, limit))
  router.use(resumePageRoutes(deps, world))
  router.use(plainRoutes(deps, world))
  return router
}

function searchRoutes(deps: Deps, world: World): Router {
  const { readDb, config, now } = deps
  const search = searchOf(deps)
  const router = Router()
  router
    .route([paths.search, '/listings'])
    .get(cache('fresh'), async (req, res) => {
      const answer = await answerTo(search, askedBy(req))
      res.status(answer.unknownPlace === null ? 200 : 400)
      send(res, searchPage({ ...answer, now: now().toISOString(), ...(await world()) }))
    })
    .all(onlyMethods('GET'))
  router
    .route(paths.map)
    .get(cache('fresh'), async (req, res) => {
      const found = await mapOf(search, askedBy(req))
      send(res, mapPage({ ...found, demo: (await world()).demo }))
    })
    .all(onlyMethods('GET'))
  router
    .route('/listings/:id')
    .get(cache('fresh'), async (req, res) => {
      const id = listingIdSchema.safeParse(req.params.id)
      const listing = id.success ? await getListing(readDb, id.data) : null
      if (listing === null) throw new HttpError(404, 'There is no listing with this number.')
      const terms = await termsOf(readDb, listing.id)
      // An invented or a closed job must not stand in a search engine, nor one whose source keeps it to itself.
      const mayIndex = mayLeave(listing, 'index', terms, now().getTime())
      if (!mayIndex) res.set('X-Robots-Tag', 'noindex')
      const address = siteAddress(config, req) + listingPath(listing.id)
      const marked = mayIndex
        ? jobPosting({ ...listing, html: outgoingHtml(listing, terms) }, address)
        : null
      // Without a referrer of our own, a browser over plain http names no origin with the feedback form.
      res.set('Referrer-Policy', 'same-origin')
      const told = 'told' in rawQuery(req.originalUrl)
      const similar = await similarListings(readDb, listing.id, SIMILAR_SHOWN)
      const input = { listing, similar, now: now().toISOString(), demo: listing.demo, told }
      send(res, listingPage({ ...input, jobPosting: marked }))
    })
    .all(onlyMethods('GET'))
  router
    .route('/employers/:id')
    .get(cache('fresh'), async (req, res) => {
      const id = employerIdSchema.safeParse(req.params.id)
      const employer = id.success ? await getEmployer(readDb, id.data, LISTINGS_OF_EMPLOYER) : null
      if (employer === null) throw new HttpError(404, 'There is no employer with this number.')
      if (employer.demo || employer.open === 0) res.set('X-Robots-Tag', 'noindex')
      send(res, employerPage({ employer, now: now().toISOString() }))
    })
    .all(onlyMethods('GET'))
  return router
}

function plainRoutes({ readDb, config, now, version }: Deps, world: World): Router {
  const contact = config.FOOTHOLD_CONTACT ?? null
  const pages: Record<string, (demo: boolean) => Promise<string> | string> = {
    [paths.about]: async (demo) => {
      const [listings, sources] = [
        await countOpenListings(readDb),
        await sourceReports(readDb, now()),
      ]
      return aboutPage({ version, listings, sources: sources.length, demo })
    },
    [paths.privacy]: (demo) => privacyPage({ contact, demo }),
    [paths.contact]: (demo) => contactPage({ contact, demo }),
    [paths.credits]: async (demo) => creditsPage({ sources: await sourceCredits(readDb), demo }),
    [paths.sources]: async (demo) =>
      sourcesPage({ sources: await sourceReports(readDb, now()), now: now().toISOString(), demo }),
  }
  const router = Router()
  for (const [path, page] of Object.entries(pages)) {
    router
      .route(path)
      .get(cache('fresh'), async (_req, res) => {
        send(res, await page((await world()).demo))
      })
      .all(onlyMethods('GET'))
  }
  return router
}

function send(res: Response, html: string): void {
  res.type('html').send(html)
}
