import { z } from 'zod'
import { hasSaid, parsePlace } from '../core/domain/places.ts'
import type { MatchFacts } from '../core/domain/match/facts.ts'
import { matchListing } from '../core/domain/match/match-listing.ts'
import { profileSchema } from '../core/domain/profile.ts'
import { readAdvert } from '../core/domain/read/read-advert.ts'
import { structuredSchema } from '../core/domain/advert.ts'
import { FootholdError } from '../core/errors.ts'
import { loadPlaces } from '../core/places-file.ts'
import { runJsonLines } from './json-lines.ts'

const SHAPE =
  'a line is {id, now?, profile, advert: {title, employer, place, text or html, status?, closes?}}'

const lineSchema = z.object({
  id: z.union([z.string(), z.number()]).nullish(),
  /** ISO 8601 date or instant. */
  now: z.string().nullish(),
  profile: z.preprocess(withoutNulls, profileSchema),
  advert: z.object({
    title: z.string(),
    employer: z.string().nullish(),
    place: z.string().nullish(),
    text: z.string().nullish(),
    html: z.string().nullish(),
    status: z.string().nullish(),
    closes: z.string().nullish(),
    structured: structuredSchema.nullish(),
  }),
})
type Line = z.infer<typeof lineSchema>

/** A key that is null is a key that was not told. */
function withoutNulls(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).filter(([, told]) => told !== null))
}

/** `npm run -s match`: profiles and adverts as JSON Lines in, verdicts and reasons as JSON Lines out. */
function match(value: unknown): unknown {
  const parsed = lineSchema.safeParse(value)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    const where = issue === undefined || issue.path.length === 0 ? 'the line' : issue.path.join('.')
    throw new FootholdError(
      'match-shape',
      `${where}: ${issue?.message ?? 'not a profile and an advert'}; ${SHAPE}`,
    )
  }
  const { id, profile } = parsed.data
  const now = instantOf(parsed.data.now)
  const places = loadPlaces()
  const { verdict, score, reasons } = matchListing(profile, factsOf(parsed.data.advert), {
    now,
    distance: places.distance,
    stateOf: places.stateOf,
  })
  return { id: id ?? null, verdict, score, reasons }
}

function instantOf(now: string | null | undefined): string {
  if (now == null) return new Date().toISOString()
  const ms = Date.parse(now)
  if (Number.isNaN(ms)) {
    throw new FootholdError('bad-now', `now: "${now}" is not a date; write it as 2026-11-24`)
  }
  return new Date(ms).toISOString()
}

function factsOf(advert: Line['advert']): MatchFacts {
  const places = (advert.place ?? '').split(/;|\sor\s/).map(parsePlace)
  return {
    ...readAdvert(advert),
    title: advert.title,
    places: places.filter(hasSaid),
    status: /^(?:closed|expired|filled|inactive)$/i.test(advert.status ?? '') ? 'closed' : 'open',
    closes_at: closesAt(advert.closes ?? null),
  }
}

/** A closing day without a time lasts to its end in the westernmost US state (UTC-10). */
function closesAt(closes: string | null): string | null {
  if (closes === null) return null
  const day = /^\d{4}-\d{2}-\d{2}$/.test(closes.trim())
  const ms = day ? Date.parse(`${closes.trim()}T23:59:59-10:00`) : Date.parse(closes)
  return Number.isNaN(ms) ? null : new Date(ms).toISOString()
}

await runJsonLines(match)
