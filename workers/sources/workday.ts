import { z } from 'zod'
import type { Place, RawPosting } from '../../core/domain/posting.ts'
import type { Adapter, DetailStub, FeedPage, FeedRead, FeedRequest } from './contract.ts'
import { courseAfter, firstWalks, searchWords, walkOf, type Walk } from './paged-list.ts'
import { countryCode, distinct, placesFromWords, usState } from './places.ts'
import {
  asHtml,
  baseUrl,
  framed,
  isoDate,
  jsonBody,
  mapEach,
  organisation,
  rebase,
  soft,
  stated,
  text,
  webAddress,
} from './shape.ts'
import { UNSTATED_TERMS } from './policies.ts'
import { remoteIn, remoteInPlace } from './work-modes.ts'

const FEED = 'Workday'
/** 21 entries a page are refused with status 400; of a list, 2,000 entries can be reached, and its total says no more. */
const SERVING = { pageSize: 20, whole: 1999, reach: 2000 }

const settings = z.object({
  /** The tenant, the first part of its host, e.g. "altamed" of altamed.wd1.myworkdayjobs.com/Careers. */
  tenant: z.string().regex(/^[a-z0-9][\w-]{0,62}$/i, 'the first part of the host'),
  /** The second part of its host, e.g. "wd1". */
  host: z.string().regex(/^wd\d{1,4}$/, 'the second part of the host, as in "wd5"'),
  /** The career site, the first part of the path, e.g. "Careers". */
  site: z.string().regex(/^[\w.-]{1,100}$/, 'the career site in its address'),
  search: searchWords,
  base_url: baseUrl,
})
type Settings = z.infer<typeof settings>

const words = soft(z.string())
const externalPath = z
  .string({ error: 'externalPath: missing' })
  .regex(/^\/[^/\s]\S*$/, 'externalPath: not a path')
const entrySchema = z.object({
  title: z.string({ error: 'title: missing' }).trim().min(1, 'title: empty'),
  externalPath,
  locationsText: words,
  postedOn: words,
  timeType: words,
  remoteType: words,
  bulletFields: soft(z.array(z.unknown())),
})
type Entry = z.infer<typeof entrySchema>

const frame = z.object({ jobPostings: z.array(z.unknown()), total: soft(z.coerce.number()) })

const country = soft(z.object({ descriptor: words, alpha2Code: words }))
const detailSchema = z.object({
  jobPostingInfo: z.object({
    id: words,
    title: z.string().trim().min(1),
    jobDescription: words,
    location: words,
    additionalLocations: soft(z.array(z.unknown())),
    postedOn: words,
    startDate: words,
    endDate: words,
    timeType: words,
    remoteType: words,
    jobReqId: words,
    jobPostingId: words,
    jobPostingSiteId: words,
    country,
    jobRequisitionLocation: soft(z.object({ descriptor: words, country })),
    externalUrl: words,
    posted: soft(z.boolean()),
  }),
  hiringOrganization: soft(z.object({ name: words })),
})
type Detail = z.infer<typeof detailSchema>

/**
 * The posting's id on its site: what follows the title in the last part of its path ("..._R123-1"). The
 * title and the place in the path change with the advert, the id does not. Ids with a "_" of their own are
 * known by the requisition number among the bullets.
 */
function idIn(path: unknown, bullets: unknown): string | null {
  const last = text(path)?.split('/').at(-1) ?? ''
  for (const bullet of Array.isArray(bullets) ? bullets.map(text) : []) {
    const at = bullet === null || !/\d/.test(bullet) ? -1 : last.lastIndexOf(`_${bullet}`)
    if (at >= 0) return last.slice(at + 1)
  }
  return last.slice(last.lastIndexOf('_') + 1) || null
}

function idOf(entry: unknown): string | null {
  const { externalPath: path, bulletFields } = (entry ?? {}) as Record<string, unknown>
  return idIn(path, bulletFields)
}

/** Wording family: names of sites that employers give in place of a town. */
const SITE =
  /\d|\b(hospital|clinics?|cent(er|re)|campus|building|bldg|offices?|medical|healthcare|health|corporate|headquarters|hq|tower|plaza|pavilion|facility|home|pharmacy|warehouse|university|school|region|area|various)\b/i
/** "University City, Missouri": what stands before a state and a comma is the town, whatever it is called. */
function townAndState(line: string): boolean {
  const [, second] = line.split(',')
  return second !== undefined && usState(second.replace(/\d{5}.*$/, '')) !== null
}

/** The places of a location name. "3 Locations" names none; a building is no town. */
function placesAt(line: string | null, code: string | null): Place[] {
  if (line === null || /^\d+ locations?$/i.test(line)) return []
  const places = placesFromWords(line.replace(/^([A-Z]{2})-(?=[A-Z])/, '$1 - '), code)
  if (townAndState(line)) return places
  return places.flatMap((p) => {
    if (p.city === null || !SITE.test(p.city)) return [p]
    return p.state === null && p.country === null ? [] : [{ ...p, city: null }]
  })
}

/** Remote when the feed's own field says so, else when every place does. */
function remoteOf(type: string | null, lines: string[]): boolean | null {
  if (type !== null) return remoteIn(type)
  return lines.length > 0 && lines.every((line) => remoteInPlace(line) === true) ? true : null
}

function host(s: Settings): string {
  return `https://${s.tenant}.${s.host}.myworkdayjobs.com`
}

/** The advert's page for people. */
function pageUrl(s: Settings, path: string): string {
  return `${host(s)}/${s.site}${path}`
}

function listed(entry: Entry, id: string, s: Settings): RawPosting {
  const line = text(entry.locationsText)
  const type = text(entry.remoteType)
  const remote = remoteOf(type, line === null ? [] : [line])
  const employmentType = text(entry.timeType)
  return {
    external_id: id,
    title: entry.title,
    url: pageUrl(s, entry.externalPath),
    apply_url: null,
    employer: null,
    places: placesAt(line, null),
    remote,
    // "Posted 30+ Days Ago" is a bound and moves every day: the date stands on the advert's own page.
    posted_at: null,
    expires_at: null,
    pay: null,
    employment_type: employmentType,
    html: null,
    structured: {
      ...stated({ remote, work_mode: type, employment_type: employmentType }),
      other: stated({
        location: line,
        posted_on: text(entry.postedOn),
        bullets: (entry.bulletFields ?? []).map(text).filter(Boolean),
      }),
    },
  }
}

function postingOf(
  { jobPostingInfo: job, hiringOrganization }: Detail,
  listedAt: string | null,
): RawPosting {
  const lines = [job.location, ...(job.additionalLocations ?? [])]
    .map(text)
    .filter((line) => line !== null)
  const of = job.jobRequisitionLocation?.country
  const code =
    countryCode(text(job.country?.alpha2Code) ?? text(job.country?.descriptor)) ??
    countryCode(text(of?.alpha2Code) ?? text(of?.descriptor))
  // The country is that of the first place.
  const places = distinct(lines.flatMap((line, i) => placesAt(line, i === 0 ? code : null)))
  const type = text(job.remoteType)
  const remote = remoteOf(type, lines)
  const employmentType = text(job.timeType)
  const url = webAddress(job.externalUrl) ?? listedAt
  const posted = isoDate(job.startDate)
  return {
    external_id: idIn(url ?? job.jobPostingId, [job.jobReqId]) ?? text(job.jobReqId) ?? url ?? '',
    title: job.title,
    url,
    apply_url: null,
    employer: organisation(hiringOrganization?.name),
    places:
      places.length === 0 && code !== null ? [{ city: null, state: null, country: code }] : places,
    remote,
    posted_at: posted,
    expires_at: isoDate(job.endDate),
    pay: null,
    employment_type: employmentType,
    html: asHtml(job.jobDescription),
    structured: {
      ...stated({ remote, work_mode: type, employment_type: employmentType }),
      other: stated({
        requisition_id: text(job.jobReqId),
        posting_id: text(job.jobPostingId),
        workday_id: text(job.id),
        site: text(job.jobPostingSiteId),
        locations: lines,
        country: text(job.country?.descriptor),
        requisition_location: text(job.jobRequisitionLocation?.descriptor),
        hiring_organisation: text(hiringOrganization?.name),
        // The words move every day; beside a date they would make every posting look changed.
        posted_on: posted === null ? text(job.postedOn) : null,
      }),
    },
  }
}

function cxs(s: Settings): string {
  return `${host(s)}/wday/cxs/${s.tenant}/${s.site}`
}

function listRequest(s: Settings, walk: Walk): FeedRequest {
  const asked = {
    appliedFacets: {},
    limit: SERVING.pageSize,
    offset: walk.seen,
    searchText: walk.search,
  }
  return {
    url: rebase(`${cxs(s)}/jobs`, s.base_url),
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify(asked),
    audience: 'page',
    context: walk,
  }
}

function stubOf(posting: RawPosting, path: string, s: Settings): DetailStub {
  return {
    external_id: posting.external_id,
    version: null,
    title: posting.title,
    request: {
      url: rebase(`${cxs(s)}${path}`, s.base_url),
      headers: { Accept: 'application/json' },
      audience: 'page',
      context: { path },
    },
    listed: posting,
  }
}

function readPosting(page: FeedPage, body: unknown, s: Settings): RawPosting | null {
  const detail = framed(detailSchema, body, FEED)
  if (detail.jobPostingInfo.posted === false) return null
  const path = text(page.context.path)
  return postingOf(detail, path === null ? null : pageUrl(s, path))
}

function readList(page: FeedPage, body: unknown, s: Settings): FeedRead {
  const { jobPostings, total } = framed(frame, body, FEED)
  const course = courseAfter(
    walkOf(page.context),
    { ids: jobPostings.map(idOf), total: total ?? null },
    SERVING,
  )
  const paths = new Map<string, string>()
  const kept = course.keep ? jobPostings : []
  const read = mapEach(kept, 'jobPostings', entrySchema, idOf, (entry) => {
    const id = idOf(entry) ?? entry.externalPath
    if (!paths.has(id)) paths.set(id, entry.externalPath)
    return listed(entry, id, s)
  })
  return {
    postings: [],
    details: read.postings.map((p) => stubOf(p, paths.get(p.external_id) ?? '', s)),
    rejected: read.rejected,
    next: course.next.map((w) => listRequest(s, w)),
    total: course.total,
    cut: course.cut,
  }
}

/** Workday career sites, by the interface (CXS) that their own pages read. */
export const workday: Adapter<Settings> = {
  kind: 'workday',
  about: {
    name: FEED,
    source:
      'Not documented by its owner: observations published by readers of it (2026); recorded list of 2026-08, shape of the advert by hand',
    terms:
      "The employer's own career site: robots.txt is honoured, one host is read slowly, the advert is linked and not passed on.",
    quirks: [
      'A request that lacks one of appliedFacets, limit, offset and searchText is refused (422), as is a limit over 20 (400).',
      'Only the first page tells the total; later ones say 0.',
      'A list reaches 2,000 entries: the total stops there and later offsets show the first page again. Larger boards are searched by the words of the trade.',
      '"Posted 30+ Days Ago" is a bound, not a date; startDate of the advert is the date.',
      'Locations are names an employer gave ("Main Campus", "US, CA, Santa Clara", "3 Locations"), and some sites leave them out of the list.',
      'What the bullets mean differs from site to site.',
      'A wrong site may answer with an empty list and status 200.',
    ],
    proven: false,
    needs: [],
  },
  pace: 1000,
  policy: UNSTATED_TERMS,
  settings,
  example: { tenant: 'altamed', host: 'wd1', site: 'Careers' },
  first: (s) => firstWalks(s.search).map((walk) => listRequest(s, walk)),
  read(page, s) {
    const body = jsonBody(page, FEED)
    // A single advert, as the command line may be given one.
    if (typeof body === 'object' && body !== null && 'jobPostingInfo' in body) {
      const posting = readPosting(page, body, s)
      const postings = posting === null ? [] : [posting]
      return { postings, details: [], rejected: [], next: [], total: null }
    }
    return readList(page, body, s)
  },
  readDetail: (page, _, s) => readPosting(page, jsonBody(page, FEED), s),
}
