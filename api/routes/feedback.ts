import express, { Router, type RequestHandler } from 'express'
import { z } from 'zod'
import { shownOf, statesTag, type Feedback } from '../../core/domain/feedback.ts'
import { listFeedback, saveFeedback } from '../../core/store/feedback.ts'
import { getListing } from '../../core/store/listings.ts'
import { toldPath } from '../../web/paths.ts'
import type { Deps } from '../context.ts'
import { cache } from '../middleware/caching.ts'
import { limitRate } from '../middleware/limits.ts'
import { operatorOnly } from '../middleware/operator.ts'
import { HttpError, onlyMethods } from '../middleware/problem.ts'
import { sameSiteOnly } from '../middleware/same-site.ts'
import type { feedbackListSchema } from '../wire/feedback.ts'
import { feedbackRequestSchema, parseFeedbackQuery, toWireFeedback } from '../wire/feedback.ts'
import { listingIdSchema } from '../wire/listing-query.ts'
import { rawQuery } from '../wire/query.ts'

/** Statements a minute from one address: each writes a row. */
const STATEMENTS_A_MINUTE = 10
const LARGEST_BODY = '100kb'

/** One limit for the form and the interface together. */
export const feedbackLimit = (): RequestHandler => limitRate('feedback', STATEMENTS_A_MINUTE)

/** `POST /listings/:id/feedback`, and for the operator `GET /feedback`. */
export function feedbackRoutes(deps: Deps, limit: RequestHandler): Router {
  const router = Router()
  router
    .route('/listings/:id/feedback')
    .post(cache('never'), limit, express.json({ limit: LARGEST_BODY }), async (req, res) => {
      if (req.body === undefined) {
        throw new HttpError(415, 'Send the body as JSON, with Content-Type: application/json.')
      }
      res.status(201).json(toWireFeedback(await keep(deps, req.params.id, req.body)))
    })
    .all(onlyMethods('POST'))
  router
    .route('/feedback')
    .all(cache('never'), operatorOnly(deps.config))
    .get(async (req, res) => {
      const said = await listFeedback(deps.readDb, parseFeedbackQuery(rawQuery(req.originalUrl)))
      const list: z.input<typeof feedbackListSchema> = { items: said.map(toWireFeedback) }
      res.json(list)
    })
    .all(onlyMethods('GET'))
  return router
}

/** `POST /listings/:id/feedback` from the page of a listing; leads back to it. */
export function feedbackFormRoutes(deps: Deps, limit: RequestHandler): Router {
  const body = express.urlencoded({ extended: false, limit: LARGEST_BODY, parameterLimit: 5 })
  const router = Router()
  router
    .route('/listings/:id/feedback')
    .post(
      cache('never'),
      sameSiteOnly(deps.config.FOOTHOLD_PUBLIC_URL),
      limit,
      body,
      async (req, res) => {
        if (req.body === undefined) throw new HttpError(415, 'Send the form as a browser does.')
        const said = await keep(deps, req.params.id, { ...(req.body as object) })
        res.redirect(303, toldPath(said.listing_id))
      },
    )
    .all(onlyMethods('POST'))
  return router
}

/** Keeps one statement with what the page shows of its tag. Changes nothing else. */
async function keep({ db, now }: Deps, rawId: unknown, body: unknown): Promise<Feedback> {
  const id = listingIdSchema.safeParse(rawId)
  const listing = id.success ? await getListing(db, id.data) : null
  if (listing === null) throw new HttpError(404, 'There is no listing with this number.')
  const { tag, correct } = feedbackRequestSchema.parse(body)
  if (!statesTag(listing, tag)) {
    const message = 'this listing does not state it'
    throw new z.ZodError([{ code: 'custom', path: ['tag'], message, input: tag }])
  }
  return saveFeedback(
    db,
    {
      listing_id: listing.id,
      tag,
      ...shownOf(listing, tag),
      correct: correct === undefined || correct === '' ? null : correct,
      tagger_version: listing.tagger_version,
    },
    now(),
  )
}
