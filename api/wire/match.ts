import { z } from 'zod'
import { VERDICTS, type Match, type Verdict } from '../../core/domain/profile.ts'
import type { Listing } from '../../core/domain/listing.ts'
import { verdictCountsSchema, wireProfileSchema } from './advice.ts'
import { listingSchema, toWireListing } from './listing.ts'

const LARGEST_ANSWER = 200
const MOST_HIDDEN = 5000

/** `POST /matches`. */
export const matchesRequestSchema = z
  .strictObject({
    profile: wireProfileSchema,
    limit: z.number().int().min(1).max(LARGEST_ANSWER).default(50),
    hide: z.array(z.number().int()).max(MOST_HIDDEN).default([]).meta({
      description: 'Ids of listings already seen or dismissed: counted, but not among the items.',
    }),
  })
  .meta({ id: 'MatchesRequest' })

const matchSchema = {
  verdict: z.enum(VERDICTS),
  score: z.number().min(0).max(100).nullable(),
  reasons: z.array(
    z.strictObject({
      requirement: z.string(),
      has: z.string().nullable(),
      gap: z.string().nullable(),
      words: z.string().nullable(),
    }),
  ),
}

/**
 * The answer of `POST /matches`: best first, spread so that no employer fills a page; `counts` is of every open
 * listing, not only those shown.
 */
export const matchesSchema = z
  .strictObject({
    items: z.array(z.strictObject({ listing: listingSchema, ...matchSchema })),
    counts: verdictCountsSchema,
    hidden: z
      .number()
      .int()
      .min(0)
      .meta({ description: 'How many of the counted listings `hide` kept out.' }),
  })
  .meta({ id: 'Matches' })

export interface MatchedListing extends Match {
  listing: Listing
}

export interface MatchAnswer {
  items: MatchedListing[]
  counts: Record<Verdict, number>
  hidden: number
}

export function toWireMatches({
  items,
  counts,
  hidden,
}: MatchAnswer): z.input<typeof matchesSchema> {
  return {
    items: items.map(({ listing, verdict, score, reasons }) => ({
      listing: toWireListing(listing),
      verdict,
      score,
      reasons,
    })),
    counts,
    hidden,
  }
}
