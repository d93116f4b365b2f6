import { z } from 'zod'
import type { Place, RawPosting } from '../../core/domain/posting.ts'
import type { Adapter, FeedRequest } from './contract.ts'
import { feedDate, namesIn, plain } from './fields.ts'
import { distinct } from './places.ts'
import { keptByPoll, placesIn, residenceIn, US_ONLY } from './residence.ts'
import { followUp, type Step } from './searches.ts'
import {
  asHtml,
  baseUrl,
  derivedId,
  framed,
  jsonBody,
  mapEach,
  rebase,
  soft,
  stated,
  text,
  webAddress,
  word,
} from './shape.ts'
import { modeIn } from './work-modes.ts'

const about: Adapter['about'] = {
  name: 'The Muse',
  source: 'The Muse API v2 documentation (mirror); no recorded payload',
  terms:
    'At most 500 requests an hour without a key (3,600 with one); the terms of the site apply: link the advert there and name The Muse.',
  quirks: [
    'The interface takes categories and no search words: most of what comes is not of the trade.',
    'A page holds 20 adverts, a query ends after some 99 pages with status 400; a poll reads the newest 400 of a category.',
    '"Flexible / Remote" stands among the places.',
    'No pay, no closing date and no kind of employment is given.',
  ],
  proven: false,
  needs: [],
}

/** A full page; its size cannot be asked for. */
const PER_PAGE = 20
/** Pages of one category that a poll reads, newest first: with the pace, well under the limit an hour. */
const MOST_PAGES = 20

const settings = z.object({
  /** Categories of the board to read, each on its own: the interface takes no search words. */
  categories: z
    .array(z.string().trim().min(2).max(80))
    .min(1)
    .max(8)
    .default(['Healthcare', 'Administration and Office', 'Accounting and Finance']),
  /** Further parameters as the interface documents them, e.g. {"level": "Entry Level"}. */
  query: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
  base_url: baseUrl,
})
type Settings = z.infer<typeof settings>

const named = soft(z.array(z.unknown()))
const jobSchema = z.object({
  id: word,
  name: z.string({ error: 'the title is missing' }).trim().min(1),
  contents: soft(z.string()),
  type: word,
  publication_date: word,
  locations: named,
  categories: named,
  levels: named,
  tags: named,
  refs: soft(z.object({ landing_page: word })),
  company: soft(z.object({ id: word, name: word, short_name: word })),
})
type Job = z.infer<typeof jobSchema>

const frame = z.object({ results: z.array(z.unknown()), page_count: soft(z.number()) })

const placesOf = (job: Job): Place[] => distinct(namesIn(job.locations).flatMap(placesIn))

/** true unless every location surely lies outside the US; "Flexible / Remote" keeps the advert. */
function openToUs(job: Job): boolean {
  const locations = namesIn(job.locations)
  return (
    locations.length === 0 ||
    locations.some((line) => {
      const countries = placesIn(line).map((p) => p.country)
      const abroad = countries.length > 0 && countries.every((c) => c !== null && c !== 'US')
      return !abroad && residenceIn(line).us
    })
  )
}

const idOf = (job: unknown): string | null => {
  const { id, refs } = (job ?? {}) as { id?: unknown; refs?: { landing_page?: unknown } | null }
  return text(id) ?? text(refs?.landing_page)
}

/** The board's name for remote work among its places; it speaks of no flexible hours. */
const REMOTE = 'Flexible / Remote'

function postingOf(job: Job): RawPosting {
  const locations = namesIn(job.locations)
  const remote = locations.includes(REMOTE) ? true : modeIn(...locations).remote
  const employer = plain(job.company?.name)
  return {
    external_id: idOf(job) ?? derivedId(job.name, employer, locations.join('; ')),
    title: plain(job.name) ?? job.name,
    url: webAddress(job.refs?.landing_page),
    apply_url: null,
    employer,
    places: placesOf(job),
    remote,
    posted_at: feedDate(job.publication_date),
    expires_at: null,
    pay: null,
    employment_type: null,
    html: asHtml(job.contents),
    structured: {
      ...stated({ remote, level: namesIn(job.levels).join(', ') }),
      other: stated({
        locations,
        categories: namesIn(job.categories),
        tags: namesIn(job.tags),
        type: text(job.type),
        company_id: text(job.company?.id),
        company_short_name: text(job.company?.short_name),
      }),
    },
  }
}

function request(s: Settings, category: string, at: Step): FeedRequest {
  const url = new URL('https://www.themuse.com/api/public/jobs')
  for (const [key, value] of Object.entries(s.query)) url.searchParams.set(key, String(value))
  url.searchParams.set('category', category)
  url.searchParams.set('descending', 'true')
  url.searchParams.set('page', String(at.page))
  // Whether pages count from 0 or from 1 is told both ways: page 1 may well show page 0 again.
  const first = at.page === 1 ? null : at.first
  return {
    url: rebase(url.href, s.base_url),
    audience: 'api',
    context: { ...at, first, category, ...US_ONLY },
  }
}

/** The Muse, a job board of US employers with posts abroad, by its public interface. */
export const themuse: Adapter<Settings> = {
  kind: 'themuse',
  about,
  pace: 7500,
  policy: {
    may_cache_text: true,
    must_link: true,
    must_name: true,
    credit_html: '<a href="https://www.themuse.com/">The Muse</a>',
    may_email: true,
    may_gate: false,
    may_index: false,
    may_export: false,
    min_interval_s: 21_600,
    daily_cap: null,
    min_delay_s: 0,
  },
  settings,
  example: {
    categories: ['Healthcare', 'Administration and Office', 'Accounting and Finance'],
    query: {},
  },
  first: (s) => s.categories.map((c) => request(s, c, { page: 0, seen: 0, first: null })),
  read(page, s) {
    const body = framed(frame, jsonBody(page, 'The Muse'), 'The Muse')
    const elsewhere = new Set<string>()
    const read = mapEach(body.results, 'results', jobSchema, idOf, (job) => {
      const posting = postingOf(job)
      if (!openToUs(job)) elsewhere.add(posting.external_id)
      return posting
    })
    const category =
      typeof page.context.category === 'string' ? page.context.category : (s.categories[0] ?? '')
    const at = typeof page.context.page === 'number' ? page.context.page : 0
    const more = followUp(
      page,
      {
        ids: body.results.map(idOf),
        total: null,
        search: `"${category}"`,
        start: 0,
        most: MOST_PAGES,
        full: PER_PAGE,
        last: body.page_count != null && at >= body.page_count,
      },
      (next) => request(s, category, next),
    )
    return {
      postings: keptByPoll(page, read.postings, elsewhere),
      details: [],
      rejected: [...read.rejected, ...more.rejected],
      next: more.next,
      total: null,
    }
  },
}
