import { createHash } from 'node:crypto'
import { cleanStrings } from '../../core/domain/clean.ts'
import type { RawPosting } from '../../core/domain/posting.ts'
import { FootholdError } from '../../core/errors.ts'
import type { Http } from '../http.ts'
import type { Adapter, DetailStub, FeedRead, FeedRequest, Rejected } from '../sources/contract.ts'

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
  /** What ended the reading after its first page; null when nothing did. What had come until then is kept. */
  broke: FootholdError | null
  /** Set when the whole feed was one body: then the next poll can be answered by "not modified". */
  single: { etag: string | null; lastModified: string | null; sha256: Buffer } | null
}

export interface FeedTools {
  http: Http
  secrets: Record<string, string>
  paceMs: number
  /** Tries of one request; 1 where the terms cap the requests of a day. */
  attempts: number | null
}

/**
 * Reads every list page of a source. When a later page fails, what came before it is returned as a part.
 * @returns 'unchanged' when the server said so or the only body is the one of the last poll.
 * @throws FootholdError of the HTTP layer, or `bad-feed` of the adapter, for the first page.
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
    broke: null,
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
    const first = asked.size === 1
    try {
      const next = await readPage(tools, adapter, settings, request, alone && first ? was : null)
      if (next === 'unchanged') return 'unchanged'
      collect(contents, next.read)
      waiting.push(...next.read.next)
      contents.single = alone && first && next.read.next.length === 0 ? next.marks : null
    } catch (error) {
      if (first || !(error instanceof FootholdError)) throw error
      contents.complete = false
      contents.broke = error
      break
    }
  }
  return contents
}

async function readPage(
  tools: FeedTools,
  adapter: Adapter,
  settings: unknown,
  request: FeedRequest,
  was: FeedSource | null,
): Promise<'unchanged' | { read: FeedRead; marks: NonNullable<FeedContents['single']> }> {
  const answer = await tools.http.fetch(request, {
    etag: was?.etag ?? null,
    lastModified: was?.last_modified ?? null,
    paceMs: tools.paceMs,
    secrets: tools.secrets,
    attempts: tools.attempts,
  })
  if (answer.kind === 'not_modified') return 'unchanged'
  if (answer.kind === 'gone') {
    throw new FootholdError('http-status', `The feed's address answered ${answer.status} (gone).`, {
      status: answer.status,
    })
  }
  if (was?.body_sha256?.equals(answer.sha256) === true) return 'unchanged'
  const { etag, lastModified, sha256 } = answer
  return {
    read: adapter.read({ ...answer.page, context: request.context ?? {} }, settings),
    marks: { etag, lastModified, sha256 },
  }
}

function collect(contents: FeedContents, read: FeedRead): void {
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
