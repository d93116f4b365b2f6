import type { z } from 'zod'
import type { Policy } from '../../core/domain/policy.ts'
import type { RawPosting } from '../../core/domain/posting.ts'

/** Configuration keys that hold credentials. */
export type SecretKey = 'USAJOBS_API_KEY' | 'USAJOBS_EMAIL' | 'ADZUNA_APP_ID' | 'ADZUNA_APP_KEY'

/** One request an adapter asks for. Credentials are named, never held: the caller fills `{USAJOBS_API_KEY}` from the configuration. */
export interface FeedRequest {
  url: string
  method?: 'GET' | 'POST'
  headers?: Record<string, string>
  /**
   * Parameters that join the address only when the request leaves, for platforms that take their key there:
   * {"app_key": "{ADZUNA_APP_KEY}"}. `url`, `page.url`, errors and logs never show them; no redirect takes them along.
   */
  secret_query?: Record<string, string>
  body?: string
  /** 'page' obeys robots.txt; 'api' is an interface its owner offers to programs. */
  audience: 'api' | 'page'
  /** What `read` needs to know again about this request (page number, which document this is). */
  context?: Record<string, unknown>
}

/** A body as it came, decoded to text. */
export interface FeedPage {
  url: string
  status: number
  content_type: string | null
  body: string
  context: Record<string, unknown>
}

export interface Rejected {
  /** Where in the feed, e.g. "jobs[3]". */
  where: string
  reason: string
  /** The entry's id when it could still be told: it then counts as seen. */
  external_id?: string | null
}

/** A posting whose text stands on a page of its own: asked for only when new or changed. */
export interface DetailStub {
  external_id: string
  /** Changes when the posting changes (lastmod, updated_at); null = unknown, ask again on each slow cycle. */
  version: string | null
  /** null when the list gives no title (a sitemap). */
  title: string | null
  request: FeedRequest
  /** What the list itself says of the posting, for people who look at the list alone; nothing is kept of it. */
  listed?: RawPosting
}

export interface FeedRead {
  postings: RawPosting[]
  details: DetailStub[]
  rejected: Rejected[]
  /** Further list pages. */
  next: FeedRequest[]
  /** How many postings the feed says it holds in all; null when it does not say. */
  total: number | null
  /** true: the platform holds more than it serves of this list, so absence from it proves nothing. */
  cut?: boolean
}

/**
 * One feed platform. Pure: a body goes in, raw postings and perhaps further requests come out;
 * no network, no clock, no database. `read` throws FootholdError `bad-feed` when the body is not
 * what the platform serves; a single bad posting is reported in `rejected` and the rest is kept.
 */
export interface Adapter<S = unknown> {
  kind: string
  about: {
    name: string
    /** Where the shape is documented, or "recorded payload" with its date. */
    source: string
    terms: string
    /** Known traps of the platform, in a sentence each. */
    quirks: string[]
    /** false until one healthy poll when the adapter rests on documentation alone. */
    proven: boolean
    /** Configuration keys without which a source of this kind waits, e.g. ['USAJOBS_API_KEY']. */
    needs: readonly SecretKey[]
  }
  /** Least milliseconds between two requests to one host. */
  pace: number
  policy: Policy
  settings: z.ZodType<S>
  /** Settings that work, to copy from: shown in the documents, walked by the contract test. */
  example: S
  first(settings: S): FeedRequest[]
  read(page: FeedPage, settings: S): FeedRead
  /** Reads one detail page into at most one posting (null: the page says the posting is gone). */
  readDetail?(page: FeedPage, stub: { external_id: string }, settings: S): RawPosting | null
}
