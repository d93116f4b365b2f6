import type { CheerioAPI } from 'cheerio'
import { z } from 'zod'
import type { Place, RawPosting } from '../../core/domain/posting.ts'
import type { Adapter, DetailStub, FeedPage, FeedRead } from './contract.ts'
import { plain } from './fields.ts'
import { blocksOf } from './jsonld-blocks.ts'
import { postingFrom } from './jsonld-posting.ts'
import { listedIn, withListed } from './listed.ts'
import { asWritten, jsonBehind, looked, wholePage } from './page-html.ts'
import { payInWords } from './pay-fields.ts'
import { placeOf, placesFromWords } from './places.ts'
import { UNSTATED_TERMS } from './policies.ts'
import {
  asHtml,
  badFeed,
  baseUrl,
  framed,
  headed,
  idAt,
  isoDate,
  mapEach,
  rebase,
  soft,
  stated,
  webAddress,
  word,
} from './shape.ts'
import { modeIn } from './work-modes.ts'

const FEED = 'Paylocity'
const SITE = 'https://recruiting.paylocity.com'

const settings = z.object({
  /** The board, e.g. "https://recruiting.paylocity.com/recruiting/jobs/All/<company id>/<name>". */
  url: z
    .url({ protocol: /^https$/ })
    .regex(
      /^https:\/\/[\w.-]+\.paylocity\.com\/recruiting\/jobs\/(all|list)\//i,
      'the address of a Paylocity board',
    ),
  base_url: baseUrl,
})
type Settings = z.infer<typeof settings>

const jobSchema = z.object({
  JobId: z.union([z.string().trim().min(1), z.number()]),
  JobTitle: z.string({ error: 'missing' }).trim().min(1),
  LocationName: word,
  PublishedDate: word,
  Description: word,
  IsInternal: soft(z.boolean()),
  HiringDepartment: word,
  JobLocation: soft(z.record(z.string(), z.unknown())),
  IsRemote: soft(z.boolean()),
  IndeedRemoteType: word,
})
type Job = z.infer<typeof jobSchema>

const frame = z.object({ ModuleTitle: word, Jobs: z.array(z.unknown()) })

const page = (id: string) => `${SITE}/Recruiting/Jobs/Details/${encodeURIComponent(id)}`

function placesOf(job: Job): Place[] {
  const l = job.JobLocation ?? {}
  const place = placeOf({ city: l['City'], region: l['State'], country: l['Country'] })
  return place === null ? placesFromWords(plain(job.LocationName)) : [place]
}

function listedPosting(job: Job, employer: string | null): RawPosting {
  const named = modeIn(plain(job.LocationName))
  const remote = named.work_mode === null ? (job.IsRemote ?? null) : named.remote
  return {
    external_id: String(job.JobId),
    title: plain(job.JobTitle) ?? job.JobTitle,
    url: page(String(job.JobId)),
    apply_url: null,
    employer,
    places: placesOf(job),
    remote,
    posted_at: isoDate(job.PublishedDate),
    expires_at: null,
    pay: null,
    employment_type: null,
    html: asHtml(job.Description),
    structured: {
      ...stated({ remote, work_mode: named.work_mode }),
      other: stated({
        department: plain(job.HiringDepartment),
        location_name: plain(job.LocationName),
        location: job.JobLocation && stated(job.JobLocation),
        is_internal: job.IsInternal,
        is_remote: job.IsRemote,
        indeed_remote_type: job.IndeedRemoteType,
      }),
    },
  }
}

const DATA = /\bwindow\.pageData\s*=\s*(?=\{)/

function listOf(data: unknown, s: Settings): FeedRead {
  const { ModuleTitle, Jobs } = framed(frame, data, FEED)
  const employer = plain(ModuleTitle)
  const read = mapEach(Jobs, 'Jobs', jobSchema, idAt('JobId'), (job) =>
    listedPosting(job, employer),
  )
  const details: DetailStub[] = read.postings.map((listed) => ({
    external_id: listed.external_id,
    // An advert may be edited without being published again.
    version: null,
    title: listed.title,
    request: {
      url: rebase(page(listed.external_id), s.base_url),
      audience: 'page',
      context: { listed },
    },
    listed,
  }))
  return { rejected: read.rejected, postings: [], details, next: [], total: null }
}

/** The page's own sections: heading and content, in order ("Job Type", "Description", "Requirements" ...). */
function sectionsOf($: CheerioAPI): { heading: string; html: string; words: string | null }[] {
  return $('.job-preview-details .job-listing-header')
    .toArray()
    .flatMap((e) => {
      const heading = plain($(e).text())
      const content = $(e).next()
      const html = content.html()
      return heading === null || html === null
        ? []
        : [{ heading, html, words: plain(content.text()) }]
    })
}

const TYPE = /^(job|employment) type$/i
const PAY = /\b(pay|salary|compensation|wage)\b/i

/** The posting of a page; null when the page holds none (any more). */
function detailOf(body: string, id: string | null): RawPosting | null {
  const $ = looked(body, FEED)
  const blocks = blocksOf(body)
  const [node] = blocks.postings
  const sections = sectionsOf(asWritten(body, FEED))
  if (node === undefined && sections.length === 0) return null
  const apply = $('a.apply-link-marker[href]').first().attr('href')
  const own = id ?? /\/(?:Details|Apply)\/(\d+)/i.exec(`${addressOf($)} ${apply ?? ''}`)?.[1]
  const title = plain($('.job-preview-title').first().text())
  const read = postingFrom(
    node ?? { title },
    blocks.byId,
    own === undefined ? undefined : page(own),
    own,
  )
  if ('reason' in read)
    throw badFeed('mis-shaped', FEED, `the posting cannot be read: ${read.reason}.`)
  const told = sections.filter((part) => !TYPE.test(part.heading))
  const html = told.map((part) => headed(part.heading, part.html)).join('')
  const kind = sections.find((part) => TYPE.test(part.heading))?.words ?? read.employment_type
  const paid = sections.find((part) => PAY.test(part.heading) && (part.words ?? '').length < 120)
  const pay = read.pay ?? payInWords(paid?.words)
  return {
    ...read,
    title: plain(read.title) ?? read.title,
    apply_url: webAddress(apply, SITE) ?? read.apply_url,
    employment_type: kind,
    pay,
    html: html === '' ? read.html : html,
    structured: { ...read.structured, ...stated({ employment_type: kind, pay }) },
  }
}

const addressOf = ($: CheerioAPI) => $('meta[property="og:url"]').attr('content') ?? ''

/** Whether the data of the page is that of a board (a posting page has data of its own). */
const isBoard = (data: unknown) => typeof data === 'object' && data !== null && 'Jobs' in data

/** Paylocity boards: the list stands as data in a page, and each posting has a page of its own. */
export const paylocity: Adapter<Settings> = {
  kind: 'paylocity',
  about: {
    name: 'Paylocity',
    source: 'Not documented by its owner; recorded board and posting pages of 2026-06',
    terms:
      'The owner states none for the boards: robots.txt is honoured, one host is read slowly, the advert is linked and nothing is passed on.',
    quirks: [
      'The list stands as JSON in window.pageData; its texts are empty or cut.',
      "datePosted of the posting page is the list's instant in UTC with the board's zone behind it, hours too late: the list's date is used.",
      'Requirements stand in a section of their own.',
      'LocationName is a name of the employer ("Amarillo Site"); the town stands in JobLocation, at times without its state.',
      'Closed postings vanish from the list.',
    ],
    proven: true,
    needs: [],
  },
  pace: 5000,
  policy: UNSTATED_TERMS,
  settings,
  example: {
    url: `${SITE}/recruiting/jobs/All/add565e9-4cee-4334-8182-9de221ffb9e4/Example`,
  },
  first: (s) => [{ url: rebase(s.url, s.base_url), audience: 'page' }],
  read(page: FeedPage, s) {
    const body = wholePage(page, FEED)
    const data = jsonBehind(body, DATA, FEED)
    if (isBoard(data)) return listOf(data, s)
    // A posting page that is read on its own.
    const posting = detailOf(body, null)
    if (posting === null) throw badFeed('mis-shaped', FEED, 'the page carries no list of jobs.')
    return { postings: [posting], details: [], rejected: [], next: [], total: null }
  },
  readDetail(page, stub) {
    const body = wholePage(page, FEED)
    const listed = listedIn(page.context)
    const posting = detailOf(body, stub.external_id)
    if (posting !== null) {
      const merged = withListed(posting, listed)
      return { ...merged, posted_at: listed?.posted_at ?? posting.posted_at }
    }
    if (/paylocity/i.test(body)) return null
    throw badFeed('mis-shaped', FEED, 'the page is none of a Paylocity board.')
  },
}
