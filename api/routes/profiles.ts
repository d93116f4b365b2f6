import express, { Router, type Request } from 'express'
import { adviseProfile } from '../../core/domain/advice/advise-profile.ts'
import type { Advice } from '../../core/domain/advice/advice.ts'
import type { MatchWorld } from '../../core/domain/match/facts.ts'
import { rankMatches } from '../../core/domain/match/rank-matches.ts'
import { VERDICTS, type Profile, type Verdict } from '../../core/domain/profile.ts'
import { homeState } from '../../core/domain/match/prepared.ts'
import { listingsByIds, type OpenListing } from '../../core/store/listings.ts'
import type { ListingName } from '../../web/advice-view.ts'
import { mayBeFraud } from '../../core/domain/search/keys.ts'
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
  /** The ids of all listings of a verdict, best first. */
  standing: (profile: Profile, verdict: Verdict) => Promise<number[]>
  /** What open listings with these ids are called. */
  names: (ids: readonly number[]) => Promise<Map<number, ListingName>>
  /** The state the person lives in, told or taken from the ZIP code; null when neither says. */
  home: (profile: Profile) => string | null
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
    standing: async (profile, verdict) => {
      const all = await live()
      const { counts } = rankMatches(profile, all, world(), { limit: 1 })
      const better = VERDICTS.slice(0, VERDICTS.indexOf(verdict) + 1)
      const limit = better.reduce((sum, v) => sum + counts[v], 0)
      const { ranked } = rankMatches(profile, all, world(), { limit })
      return ranked.flatMap((match) => (match.verdict === verdict ? [match.id] : []))
    },
    names: async (ids) => {
      const wanted = new Set(ids)
      const found = (await live()).filter(({ id }) => wanted.has(id))
      return new Map(found.map((facts) => [facts.id, nameOf(facts)]))
    },
    home: (profile) => homeState(profile, world()),
  }
}

function nameOf({ title, employer, places, work_mode, warnings }: OpenListing): ListingName {
  const [first] = places
  const place = [first?.city, first?.state].filter((part) => part != null).join(', ')
  return {
    title,
    employer: employer ?? null,
    doubtful: warnings.some(({ code }) => mayBeFraud(code)),
    place: place === '' ? (work_mode === 'remote' ? 'remote' : null) : place,
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
