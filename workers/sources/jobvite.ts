import type { CheerioAPI } from 'cheerio'
import { z } from 'zod'
import type { Place, RawPosting } from '../../core/domain/posting.ts'
import type { Adapter, DetailStub, FeedPage, FeedRead, FeedRequest, Rejected } from './contract.ts'
import { plain } from './fields.ts'
import { blocksOf } from './jsonld-blocks.ts'
import { postingFrom } from './jsonld-posting.ts'
import { listedIn, withListed } from './listed.ts'
import { asWritten, looked, wholePage } from './page-html.ts'
import { placesFromWords } from './places.ts'
import { UNSTATED_TERMS } from './policies.ts'
import {
  asHtml,
  badFeed,
  baseUrl,
  boardName,
  mapEach,
  rebase,
  stated,
  webAddress,
} from './shape.ts'
import { modeIn } from './work-modes.ts'

const FEED = 'Jobvite'
const SITE = 'https://jobs.jobvite.com'

const settings = z.object({
  /** The board's name in its address, e.g. "iowaclinic" of jobs.jobvite.com/iowaclinic/jobs. */
  board: boardName,
  base_url: baseUrl,
})
type Settings = z.infer<typeof settings>

const rowSchema = z.object({
  id: z.string(),
  title: z.string({ error: 'missing' }).trim().min(1),
  location: z.string().nullable(),
  department: z.string().nullable(),
  /** What else the row tells by the class of its cells: type, shift, req, company. */
  facts: z.record(z.string(), z.string()),
})
type Row = z.infer<typeof rowSchema>

const page = (s: Settings, id: string) => `${SITE}/${s.board}/job/${encodeURIComponent(id)}`

/** "2 Locations" names none of them. */
const COUNTED = /^\d+ locations?$/i

const placesOf = (line: string | null): Place[] =>
  line === null || COUNTED.test(line) ? [] : placesFromWords(line)

function listedPosting(row: Row, s: Settings): RawPosting {
  const mode = modeIn(row.location)
  const { type = null, company = null, ...facts } = row.facts
  return {
    external_id: row.id,
    title: row.title,
    url: page(s, row.id),
    apply_url: null,
    employer: company,
    places: placesOf(row.location),
    remote: mode.remote,
    posted_at: null,
    expires_at: null,
    pay: null,
    employment_type: type,
    html: null,
    structured: {
      ...stated({ ...mode, employment_type: type }),
      other: stated({ department: row.department, location: row.location, ...facts }),
    },
  }
}

type Found = ReturnType<CheerioAPI>

/** "Oakland ,\n California" as one line. */
const lineOf = (found: Found): string | null => plain(found.text().replace(/\s+,/g, ','))

const CELLS = ['type', 'shift', 'req', 'company'] as const
const JOB_LINK = /\/job\/([\w-]{1,64})(?:[/?#"']|$)/

/** The id of the posting a link leads to; undefined when it leaves the platform. */
function linkedId(href: string | undefined, s: Settings): string | undefined {
  const address = webAddress(href, SITE)
  if (address === null) return undefined
  const { host, pathname } = new URL(address)
  const mirror = s.base_url === undefined ? null : new URL(s.base_url).host
  const own = /(^|\.)jobvite\.com$/.test(host) || host === mirror
  return own ? JOB_LINK.exec(pathname)?.[1] : undefined
}

/** The rows of a list in order, each under the heading that stands before it. */
function rowsOf($: CheerioAPI, s: Settings): unknown[] {
  const rows: unknown[] = []
  let department: string | null = null
  $('h3, a[href*="/job/"]').each((_, e) => {
    const found = $(e)
    if (!found.is('a')) {
      department = lineOf(found)
      return
    }
    const id = linkedId(found.attr('href'), s)
    if (id === undefined) return
    const around = found.closest('tr, li, .jv-job-list-single')
    const row = around.length > 0 ? around : found
    const cell = (name: string) => lineOf(row.find(`.jv-job-list-${name}`).first())
    // The name may be the link, stand in it beside the place, or hold it.
    const inner = found.find('.jv-job-list-name, .title, h4').first()
    const bare = found.clone()
    bare.find('[class*="jv-job-list-"]').remove()
    const facts = CELLS.map((name) => [name, cell(name)] as const).filter(([, v]) => v !== null)
    rows.push({
      id,
      title: lineOf(inner.length > 0 ? inner : bare) ?? undefined,
      location: cell('location'),
      department,
      facts: Object.fromEntries(facts),
    })
  })
  return rows
}

/**
 * Further pages: those of a category that the list cuts short ("Show More"), and the next of a category's own.
 * A category that begins anew is not asked for ever.
 */
function further(
  $: CheerioAPI,
  page: FeedPage,
  s: Settings,
): { next: FeedRequest[]; rejected: Rejected[] } {
  const category = page.context['category']
  if (typeof category !== 'string') {
    const categories = categoriesOf($)
    return { next: categories.map((c) => search(s, c, 0)), rejected: [] }
  }
  const at = typeof page.context['page'] === 'number' ? page.context['page'] : 0
  const shown = /(\d+)\s*-\s*(\d+)\s+of\s+(\d+)/.exec($('.jv-pagination-text').first().text())
  const [from, to, of] = (shown ?? []).slice(1).map(Number)
  if (from === undefined || to === undefined || of === undefined) return { next: [], rejected: [] }
  if (at > 0 && from === 1) {
    const reason = 'the first page came in its place'
    return { next: [], rejected: [{ where: `${category}, page ${at + 1}`, reason }] }
  }
  return { next: to < of ? [search(s, category, at + 1)] : [], rejected: [] }
}

function categoriesOf($: CheerioAPI): string[] {
  const categories = new Set<string>()
  $('a[href*="/search"]').each((_, e) => {
    const address = webAddress($(e).attr('href'), SITE)
    const named = address === null ? null : new URL(address).searchParams.get('c')
    if (named !== null && named.trim() !== '') categories.add(named)
  })
  return [...categories]
}

function search(s: Settings, category: string, page: number): FeedRequest {
  const query = new URLSearchParams({ c: category, p: String(page) }).toString()
  return {
    url: rebase(`${SITE}/${s.board}/search?${query}`, s.base_url),
    audience: 'page',
    context: { category, page },
  }
}

function listOf($: CheerioAPI, page: FeedPage, s: Settings): FeedRead {
  const idOf = (row: unknown) => (row as { id: string }).id
  const map = (row: Row) => listedPosting(row, s)
  const read = mapEach(rowsOf($, s), 'rows', rowSchema, idOf, map)
  const { next, rejected } = further($, page, s)
  return {
    postings: [],
    details: read.postings.map((p) => stubOf(p, s)),
    rejected: [...read.rejected, ...rejected],
    next,
    total: null,
  }
}

function stubOf(listed: RawPosting, s: Settings): DetailStub {
  return {
    external_id: listed.external_id,
    // The list tells no date.
    version: null,
    title: listed.title,
    request: {
      url: rebase(page(s, listed.external_id), s.base_url),
      audience: 'page',
      context: { listed },
    },
    listed,
  }
}

/** A posting page without markup for machines: its heading, the line below it and its text. */
function fromSections(body: string, id: string, s: Settings): RawPosting | null {
  const $ = asWritten(body, FEED)
  const title = lineOf($('.jv-header').first()) ?? lineOf($('h1, h2').first())
  const html = asHtml($('.jv-job-detail-description').first().html())
  if (title === null || html === null) return null
  const meta = $('.jv-job-detail-meta').first()
  meta.find('.jv-inline-separator').replaceWith(' | ')
  const parts = meta
    .text()
    .split('|')
    .map((part) => plain(part.replace(/\s+,/g, ',')))
    .filter((part) => part !== null)
  const [first = null, ...rest] = parts
  const department = rest.length > 0 ? first : null
  const location = rest.length > 0 ? rest.join('; ') : first
  return { ...listedPosting({ id, title, location, department, facts: {} }, s), html }
}

/** The posting of a page; null when the page holds none (any more). */
function detailOf(body: string, id: string, s: Settings): RawPosting | null {
  const $ = looked(body, FEED)
  const blocks = blocksOf(body)
  const [node] = blocks.postings
  const url = page(s, id)
  const read =
    node === undefined ? fromSections(body, id, s) : postingFrom(node, blocks.byId, url, id)
  if (read === null) return null
  if ('reason' in read)
    throw badFeed('mis-shaped', FEED, `the posting cannot be read: ${read.reason}.`)
  const apply = webAddress($('a.jv-button-apply[href]').first().attr('href'), SITE)
  return {
    ...read,
    title: plain(read.title) ?? read.title,
    url,
    apply_url: apply ?? read.apply_url,
  }
}

/** Jobvite career sites: lists in HTML, and a page for each posting. */
export const jobvite: Adapter<Settings> = {
  kind: 'jobvite',
  about: {
    name: 'Jobvite',
    source:
      'Not documented by its owner; list and posting pages as public readers describe them (colophon-group/jobseek, strelov1/freehire and others, 2026-06 to 2026-10), no recorded payload',
    terms:
      'The owner states none for the career sites: robots.txt is honoured, one host is read slowly, the advert is linked and nothing is passed on.',
    quirks: [
      'Old boards keep title and place in two cells, new ones in one link.',
      'A category that is long is cut short in the list; "Show More" leads to pages of 50.',
      'A posting in several places shows their number only ("2 Locations"); its page names them.',
      'Most posting pages carry JobPosting markup, some do not.',
      'A closed posting redirects to the list with error=404.',
      'Requests in quick order are refused (429).',
    ],
    proven: false,
    needs: [],
  },
  pace: 5000,
  policy: UNSTATED_TERMS,
  settings,
  example: { board: 'iowaclinic' },
  first: (s) => [
    { url: rebase(`${SITE}/${s.board}/jobs`, s.base_url), audience: 'page', context: { page: 0 } },
  ],
  read(page, s) {
    const body = wholePage(page, FEED)
    if (!/\bjv-|"JobPosting"/.test(body)) {
      throw badFeed('mis-shaped', FEED, 'the page is none of a Jobvite site.')
    }
    if (!/jv-job-detail|"JobPosting"/.test(body)) return listOf(looked(body, FEED), page, s)
    // A posting page that is read on its own.
    const id = JOB_LINK.exec(page.url)?.[1] ?? JOB_LINK.exec(body)?.[1]
    const posting = id === undefined ? null : detailOf(body, id, s)
    const postings = posting === null ? [] : [posting]
    return { postings, details: [], rejected: [], next: [], total: null }
  },
  readDetail(page, stub, s) {
    const body = wholePage(page, FEED)
    const gone = /[?&](error=404|invalid=1)\b/.test(page.url)
    const posting = gone ? null : detailOf(body, stub.external_id, s)
    if (posting !== null) return withListed(posting, listedIn(page.context))
    if (gone || /\bjv-/.test(body)) return null
    throw badFeed('mis-shaped', FEED, 'the page is none of a Jobvite site.')
  },
}
