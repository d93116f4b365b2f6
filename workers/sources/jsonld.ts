import { z } from 'zod'
import type { RawPosting } from '../../core/domain/posting.ts'
import type { Adapter, DetailStub, FeedPage, FeedRead, FeedRequest, Rejected } from './contract.ts'
import { blocksOf, sitemapOf, type Blocks, type SitemapEntry } from './jsonld-blocks.ts'
import { postingFrom } from './jsonld-posting.ts'
import { UNSTATED_TERMS } from './policies.ts'
import { badFeed, baseUrl, rebase, someBody, webAddress } from './shape.ts'

const FEED = 'JSON-LD page'

/** Sitemap indexes may point to further indexes; deeper ones are left alone. */
const MOST_LEVELS = 2
const MOST_SITEMAPS = 50

const pattern = z.string().refine(
  (source) => {
    try {
      return new RegExp(source, 'i') instanceof RegExp
    } catch {
      return false
    }
  },
  { error: 'not a regular expression' },
)

const settings = z
  .object({
    /** A sitemap (or an index of sitemaps) whose pages each hold one posting. */
    sitemap: z.url({ protocol: /^https?$/ }).optional(),
    /** A page that holds its postings whole. */
    page: z.url({ protocol: /^https?$/ }).optional(),
    /** Only sitemap addresses that this expression finds (without regard to case) are postings. */
    match: pattern.optional(),
    /** Most posting pages to follow, newest first; what is beyond still counts in `total`. */
    limit: z.number().int().min(1).max(50_000).optional(),
    base_url: baseUrl,
  })
  .refine((s) => s.sitemap !== undefined || s.page !== undefined, {
    error: 'give a `sitemap` or a `page`',
  })
type Settings = z.infer<typeof settings>

function request(url: string, s: Settings, context: Record<string, unknown>): FeedRequest {
  return { url: rebase(url, s.base_url), audience: 'page', context }
}

/** One address, one posting: without a fragment, so that a link to a part of the page is the same page. */
const idOf = (loc: string) => loc.replace(/#.*$/, '')

function fromSitemap(entries: SitemapEntry[], s: Settings): FeedRead {
  const wanted = s.match === undefined ? null : new RegExp(s.match, 'i')
  const rejected: Rejected[] = []
  const newest = new Map<string, SitemapEntry>()
  entries.forEach((entry, i) => {
    if (webAddress(entry.loc) === null) {
      rejected.push({ where: `url[${i}]`, reason: 'loc: not a web address' })
    } else if (wanted === null || wanted.test(entry.loc.slice(0, 2000))) {
      const id = idOf(entry.loc)
      if (!newest.has(id)) newest.set(id, entry)
    }
  })
  const sorted = [...newest].sort(([, a], [, b]) =>
    (b.lastmod ?? '').localeCompare(a.lastmod ?? ''),
  )
  const details: DetailStub[] = sorted.slice(0, s.limit ?? sorted.length).map(([id, entry]) => ({
    external_id: id,
    version: entry.lastmod,
    title: null,
    request: request(entry.loc, s, { document: 'detail' }),
  }))
  return { postings: [], details, rejected, next: [], total: sorted.length }
}

function fromIndex(entries: SitemapEntry[], page: FeedPage, s: Settings): FeedRead {
  const level = typeof page.context.level === 'number' ? page.context.level : 0
  const good = entries.filter((e) => webAddress(e.loc) !== null)
  const followed = level < MOST_LEVELS ? good.slice(0, MOST_SITEMAPS) : []
  const rejected = good
    .slice(followed.length)
    .map((e) => ({ where: e.loc, reason: 'too many sitemaps: this one was not read' }))
  const next = followed.map((e) => request(e.loc, s, { document: 'sitemap', level: level + 1 }))
  return { postings: [], details: [], rejected, next, total: null }
}

/** Reports blocks that could not be read, when they may have held a posting. */
function lostBlocks(blocks: Blocks): Rejected[] {
  return blocks.broken
    .filter((b) => b.mentionsPosting)
    .map((b) => ({ where: b.where, reason: 'this JSON-LD block is not JSON' }))
}

/** The blocks of a body that is whole. @throws FootholdError `bad-feed` (`truncated`) when it stops in the middle. */
function wholeBlocks(body: string): Blocks {
  const blocks = blocksOf(body)
  const json = /^[{[]/.test(body)
  const short = json
    ? blocks.broken.length > 0
    : /<html\b/i.test(body) && !/<\/(html|body)\s*>/i.test(body)
  // A page that lost its end may have lost postings, even when some could be read.
  if (short) throw badFeed('truncated', FEED, `the ${json ? 'JSON' : 'page'} stops in the middle.`)
  return blocks
}

function fromPage(page: FeedPage, body: string, s: Settings): FeedRead {
  const blocks = wholeBlocks(body)
  if (blocks.postings.length === 0 && !blocks.broken.some((b) => b.mentionsPosting)) {
    throw badFeed('mis-shaped', FEED, 'the page carries no JobPosting.')
  }
  const postings: RawPosting[] = []
  const rejected = lostBlocks(blocks)
  // Read from a mirror, a posting still links to the real page.
  const address = (s.base_url === undefined ? page.url : s.page) || undefined
  const seen = new Set<string>()
  blocks.postings.forEach((node, i) => {
    const where = `JobPosting[${i}]`
    const read = postingFrom(node, blocks.byId, address)
    if ('reason' in read) rejected.push({ where, ...read })
    else if (seen.has(read.external_id)) {
      const reason = `the id ${read.external_id} appears more than once; the first was kept`
      rejected.push({ where, reason, external_id: read.external_id })
    } else {
      seen.add(read.external_id)
      postings.push(read)
    }
  })
  return { postings, details: [], rejected, next: [], total: null }
}

/** schema.org JobPosting markup on an employer's own pages, found by a sitemap or on one page. */
export const jsonld: Adapter<Settings> = {
  kind: 'jsonld',
  about: {
    name: 'JobPosting pages (schema.org)',
    source: 'schema.org JobPosting and the sitemap protocol; recorded pages of 2025-04 and 2026-07',
    terms:
      "The employer's own pages: robots.txt is honoured, one host is read slowly, the advert is linked, its markup is not republished.",
    quirks: [
      'Fields that a site does not know come as "UNAVAILABLE", blanks or a salary of 0.',
      'One page may hold many postings, some of them without an id, address or text of their own.',
      'JSON often stands in comments or holds raw line breaks; it is repaired before it is refused.',
      'validThrough is often made up at the moment of asking (a year from now), so it may move without a change.',
      'A page without markup is an error and not a closed job: many sites render by script.',
    ],
    proven: true,
    needs: [],
  },
  pace: 5000,
  policy: UNSTATED_TERMS,
  settings,
  example: { sitemap: 'https://careers.example.org/sitemap.xml', match: '/jobs/\\d+' },
  first: (s) => [
    ...(s.sitemap === undefined ? [] : [request(s.sitemap, s, { document: 'sitemap', level: 0 })]),
    ...(s.page === undefined ? [] : [request(s.page, s, { document: 'page' })]),
  ],
  read(page, s) {
    const body = someBody(page, FEED)
    const sitemap = page.context.document === 'page' ? null : sitemapOf(body)
    if (sitemap === null && page.context.document === 'sitemap') {
      const cut = !/^<(!doctype\s+)?html\b/i.test(body)
      throw badFeed(
        cut ? 'mis-shaped' : 'html-instead-of-xml',
        FEED,
        'the answer is not a sitemap.',
      )
    }
    if (sitemap === null) return fromPage(page, body, s)
    if (!/<\/(\w+:)?(urlset|sitemapindex)\s*>\s*(<!--[\s\S]*?-->\s*)*$/i.test(body)) {
      throw badFeed('truncated', FEED, 'the sitemap stops in the middle.')
    }
    return sitemap.index ? fromIndex(sitemap.entries, page, s) : fromSitemap(sitemap.entries, s)
  },
  readDetail(page, stub) {
    const blocks = wholeBlocks(someBody(page, FEED))
    const address = webAddress(stub.external_id) ?? (page.url || undefined)
    const [node] = blocks.postings
    const [lost] = lostBlocks(blocks)
    if (node === undefined && lost === undefined) return null
    const read =
      node === undefined
        ? { reason: lost?.reason ?? '' }
        : postingFrom(node, blocks.byId, address, stub.external_id)
    if ('reason' in read) {
      throw badFeed('mis-shaped', FEED, `the posting cannot be read: ${read.reason}.`)
    }
    return read
  },
}
