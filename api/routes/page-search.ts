import type { Request } from 'express'
import type { ListingPage } from '../../core/domain/listing.ts'
import { canonicalQuery } from '../../core/domain/search/canonical.ts'
import type { ListingQuery } from '../../core/domain/search/query.ts'
import { WORK_MODES } from '../../core/domain/tags.ts'
import { FootholdError } from '../../core/errors.ts'
import type { MapPageInput } from '../../web/pages/map.tsx'
import type { UnknownPlace } from '../../web/pages/search.tsx'
import type { Search } from '../search.ts'
import { parseListingQuery } from '../wire/listing-query.ts'
import { rawQuery } from '../wire/query.ts'

/**
 * The search that an address of a page asks for, in its one shape. A form keeps its order when the place is
 * taken out of it; nearest to nothing is then no order.
 * @throws ZodError as `parseListingQuery` does.
 */
export function askedBy(req: Request): ListingQuery {
  const raw = rawQuery(req.originalUrl)
  if (raw.near?.every((near) => near.trim() === '') !== false && raw.sort?.includes('nearest')) {
    delete raw.sort
  }
  return canonicalQuery(parseListingQuery(raw))
}

/** The answer to a search; where it names a place that nobody knows, the answer without it and why. */
export async function answerTo(
  search: Search,
  query: ListingQuery,
): Promise<{ query: ListingQuery; page: ListingPage; unknownPlace: UnknownPlace | null }> {
  try {
    return { query, page: await search(query), unknownPlace: null }
  } catch (error) {
    if (!(error instanceof FootholdError) || error.code !== 'unknown-place') throw error
    const rest = canonicalQuery({ ...query, near: undefined, cursor: undefined })
    const unknownPlace = { typed: query.near ?? '', fault: error.message }
    return { query: rest, page: await search(rest), unknownPlace }
  }
}

/** What a map of a search shows: the whole country, work at a place and remote work apart. */
export async function mapOf(
  search: Search,
  { state: _asked, not_state: _left, ...asked }: ListingQuery,
): Promise<Omit<MapPageInput, 'demo'>> {
  const query = { ...asked, sort: undefined, cursor: undefined, limit: 1 }
  const modes = WORK_MODES.filter((mode) => query.work_mode?.includes(mode) !== false)
  const within = (work_mode: string[]) =>
    work_mode.length === 0 ? null : search({ ...query, work_mode })
  return {
    query: { ...asked, sort: undefined, cursor: undefined },
    page: await search(query),
    onSite: await within(modes.filter((mode) => mode !== 'remote')),
    remote: await within(modes.filter((mode) => mode === 'remote')),
  }
}
