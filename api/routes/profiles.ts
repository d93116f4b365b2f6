import express, { Router, type Request } from 'express'
import { adviseProfile } from '../../core/domain/advice/advise-profile.ts'
import type { Advice } from '../../core/domain/advice/advice.ts'
import type { MatchWorld } from '../../core/domain/match/facts.ts'
import { rankMatches } from '../../core/domain/match/rank-matches.ts'
import type { Profile } from '../../core/domain/profile.ts'
import { listingsByIds, type OpenListing } from '../../core/store/listings.ts'
import type { Deps } from '../context.ts'
import { cache } from '../middleware/caching.ts'
import { limitRate } from '../middleware/limits.ts'
import { HttpError, onlyMethods } from '../middleware/problem.ts'
import { adviceRequestSchema, toWireAdvice } from '../wire/advice.ts'
import { matchesRequestSchema, toWireMatches, type MatchAnswer } from '../wire/match.ts'

/** Profiles a minute from one address: each is held against every open listing. */
const PROFILES_A_MINUTE = 30
const LARGEST_BODY = '100kb'

/** What the routes about a person share. */
export interface Matching {
  /** The best `limit` listings for a profile but those with an id in `hide`, and how many listings got each verdict. */
  matches: (profile: Profile, limit: number, hide?: readonly number[]) => Promise<MatchAnswer>
  advice: (profile: Profile) => Promise<Advice>
}

export function matching(deps: Deps, live: () => Promise<OpenListing[]>): Matching {
  const world = (): MatchWorld => ({ ...deps.places, now: deps.now().toISOString() })
  return {
    matches: async (profile, limit, hide = []) => {
      const {
        ranked: best,
        counts,
        hidden,
      } = rankMatches(profile, await live(), world(), { limit, hide })
      const rows = await listingsByIds(
        deps.readDb,
        best.map((match) => match.id),
      )
      const byId = new Map(rows.map((listing) => [listing.id, listing]))
      const items = best.flatMap(({ id, ...match }) => {
        const listing = byId.get(id)
        return listing === undefined ? [] : [{ listing, ...match }]
      })
      return { items, counts, hidden }
    },
    advice: async (profile) => adviseProfile(profile, await live(), world()),
  }
}

/** One limit for all routes that hold a profile against the listings, pages included. */
export const profileLimit = () => limitRate('profiles', PROFILES_A_MINUTE)

/** `POST /matches` and `POST /advice`. Nothing of a profile is kept or logged. */
export function profileRoutes(
  { matches, advice }: Matching,
  limit: ReturnType<typeof profileLimit>,
): Router {
  const router = Router()
  const body = express.json({ limit: LARGEST_BODY })
  router
    .route('/matches')
    .post(cache('never'), limit, body, async (req, res) => {
      const request = matchesRequestSchema.parse(jsonBody(req))
      res.json(toWireMatches(await matches(request.profile, request.limit, request.hide)))
    })
    .all(onlyMethods('POST'))
  router
    .route('/advice')
    .post(cache('never'), limit, body, async (req, res) => {
      const { profile } = adviceRequestSchema.parse(jsonBody(req))
      res.json(toWireAdvice(await advice(profile)))
    })
    .all(onlyMethods('POST'))
  return router
}

function jsonBody(req: Request): unknown {
  const empty = req.headers['content-length'] === '0'
  if (req.body === undefined && !empty && req.is('json') === false) {
    throw new HttpError(415, 'Send the body as JSON, with Content-Type: application/json.')
  }
  return req.body ?? {}
}
