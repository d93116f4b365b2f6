import { createHash } from 'node:crypto'
import { cleanStrings } from '../../core/domain/clean.ts'
import type { RawPosting } from '../../core/domain/posting.ts'
import { TAGGER_VERSION } from '../../core/domain/read/read-advert.ts'
import { FootholdError } from '../../core/errors.ts'
import type { KnownPosting } from '../../core/store/postings.ts'
import type { Http } from '../http.ts'
import type { Adapter, DetailStub, FeedRequest, Rejected } from '../sources/contract.ts'

/** A board with more list pages than this is read in part, so that a looping feed ends. */
const MAX_PAGES = 200

export interface FeedSource {
  etag: string | null
  last_modified: string | null
  body_sha256: Buffer | null
}

/** All that the list pages of a source brought. */
export interface FeedContents {
  postings: Map<string, RawPosting>
  details: Map<string, DetailStub>
  rejected: Rejected[]
  complete: boolean
  total: number | null
  /** Set when the whole feed was one body: then the next poll can be answered by "not modified". */
  single: { etag: string | null; lastModified: string | null; sha256: Buffer } | null
}

export interface FeedTools {
  http: Http
  secrets: Record<string, string>
  paceMs: number
}

/**
 * Reads every list page of a source.
 * @returns 'unchanged' when the server said so or the only body is the one of the last poll.
 * @throws FootholdError of the HTTP layer, or `bad-feed` of the adapter.
 */
export async function readFeed(
  tools: FeedTools,
  adapter: Adapter,
  settings: unknown,
  was: FeedSource | null,
): Promise<'unchanged' | FeedContents> {
  const contents: FeedContents = {
    postings: new Map(),
    details: new Map(),
    rejected: [],
    complete: true,
    total: null,
    single: null,
  }
  const waiting: FeedRequest[] = adapter.first(settings)
  const asked = new Set<string>()
  const alone = waiting.length === 1
  while (waiting.length > 0) {
    const request = waiting.shift()
    if (request === undefined) break
    const name = `${request.method ?? 'GET'} ${request.url} ${request.body ?? ''}`
    if (asked.has(name)) continue
    if (asked.size >= MAX_PAGES) {
      contents.complete = false
      break
    }
    asked.add(name)
    const first = alone && asked.size === 1
    const answer = await tools.http.fetch(request, {
      etag: first ? (was?.etag ?? null) : null,
      lastModified: first ? (was?.last_modified ?? null) : null,
      paceMs: tools.paceMs,
      secrets: tools.secrets,
    })
    if (answer.kind === 'not_modified') return 'unchanged'
    if (answer.kind === 'gone') {
      throw new FootholdError(
        'http-status',
        `The feed's address answered ${answer.status} (gone).`,
        {
          status: answer.status,
        },
      )
    }
    if (first && was?.body_sha256?.equals(answer.sha256) === true) return 'unchanged'
    const read = adapter.read({ ...answer.page, context: request.context ?? {} }, settings)
    collect(contents, read)
    waiting.push(...read.next)
    contents.single =
      first && read.next.length === 0
        ? { etag: answer.etag, lastModified: answer.lastModified, sha256: answer.sha256 }
        : null
  }
  return contents
}

function collect(contents: FeedContents, read: ReturnType<Adapter['read']>): void {
  for (const posting of read.postings) {
    const clean = cleanStrings(posting)
    // A feed that lists one id twice shows the same advert twice; the first stands.
    if (!contents.postings.has(clean.external_id)) contents.postings.set(clean.external_id, clean)
  }
  for (const stub of read.details) {
    const clean = cleanStrings(stub)
    if (!contents.details.has(clean.external_id)) contents.details.set(clean.external_id, clean)
  }
  contents.rejected.push(...read.rejected)
  if (read.cut === true) contents.complete = false
  if (read.total !== null) contents.total = Math.max(contents.total ?? 0, read.total)
}

/** What must change for a posting to count as changed: everything its feed said of it. */
export function contentHash(posting: RawPosting): Buffer {
  return createHash('sha256').update(JSON.stringify(posting)).digest()
}

/** Newer rules may find that something left out belongs to the trade after all; what is kept is re-read by `retag`. */
export function leftOutByOtherRules(was: KnownPosting): boolean {
  return was.listing_id === null && was.tagger_version !== TAGGER_VERSION
}
