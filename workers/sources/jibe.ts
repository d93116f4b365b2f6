import { z } from 'zod'
import type { Place, RawPosting } from '../../core/domain/posting.ts'
import type { Adapter, FeedRequest } from './contract.ts'
import { courseAfter, firstWalks, searchWords, walkOf, type Walk } from './paged-list.ts'
import { payOf } from './pay-fields.ts'
import { distinct, placeOf, placesFromWords } from './places.ts'
import {
  asHtml,
  baseUrl,
  framed,
  hostName,
  isoDate,
  jsonBody,
  mapEach,
  rebase,
  section,
  soft,
  stated,
  text,
  webAddress,
  word,
} from './shape.ts'
import { UNSTATED_TERMS } from './policies.ts'
import { remoteIn, remoteInPlace } from './work-modes.ts'

const FEED = 'Jibe'
/** Each entry holds its whole text, so a large board is searched sooner than elsewhere. */
const SERVING = { pageSize: 100, whole: 2000, reach: Infinity }

const settings = z.object({
  /** The host of the career site, e.g. "careers.accentcare.com" or "bjc.jibeapply.com". */
  host: hostName,
  search: searchWords,
  base_url: baseUrl,
})
type Settings = z.infer<typeof settings>

const located = {
  city: word,
  state: word,
  country: word,
  country_code: word,
  full_location: word,
  short_location: word,
  location_name: word,
}
const further = soft(z.array(z.object(located)))
const named = soft(z.array(z.object({ name: word })))
const title = z.string({ error: 'title: missing' }).trim().min(1, 'title: empty')
const entrySchema = z.object({
  data: z.object({
    slug: word,
    req_id: word,
    title,
    ...located,
    additional_locations: further,
    multipleLocations: further,
    location_type: word,
    street_address: word,
    postal_code: word,
    language: word,
    description: word,
    responsibilities: word,
    qualifications: word,
    benefits: soft(z.unknown()),
    categories: named,
    department: word,
    brand: word,
    client_code: word,
    hiring_organization: word,
    employment_type: word,
    work_hours: word,
    experience_level: word,
    posted_date: word,
    posting_expiry_date: word,
    apply_url: word,
    salary_value: word,
    salary_min_value: word,
    salary_max_value: word,
    salary_currency: word,
    salary_frequency: word,
    internal: soft(z.boolean()),
    meta_data: soft(z.object({ canonical_url: word })),
  }),
})
type Job = z.infer<typeof entrySchema>['data']

const frame = z.object({ jobs: z.array(z.unknown()), totalCount: soft(z.coerce.number()) })

function idOf(entry: unknown): string | null {
  const data = (entry as { data?: { slug?: unknown; req_id?: unknown } | null } | null)?.data
  return text(data?.slug) ?? text(data?.req_id)
}

function lineOf(l: Pick<Job, keyof typeof located>): string | null {
  return text(l.full_location) ?? text(l.short_location) ?? text(l.location_name)
}

function placesAt(l: Pick<Job, keyof typeof located>): Place[] {
  const country = text(l.country_code)?.toUpperCase() ?? l.country
  const place = placeOf({ city: l.city, region: l.state, country })
  return place === null ? placesFromWords(lineOf(l)) : [place]
}

function htmlOf(job: Job): string | null {
  const html = [
    asHtml(job.description) ?? '',
    section('Responsibilities', job.responsibilities),
    section('Qualifications', job.qualifications),
    section('Benefits', job.benefits),
  ].join('')
  return html === '' ? null : html
}

function payFor(job: Job) {
  const value = text(job.salary_value)
  return payOf([
    {
      min: text(job.salary_min_value) ?? value,
      max: text(job.salary_max_value) ?? value,
      currency: job.salary_currency,
      period: job.salary_frequency,
    },
  ])
}

function postingOf(job: Job, id: string, s: Settings): RawPosting {
  const others = [...(job.additional_locations ?? []), ...(job.multipleLocations ?? [])]
  const line = lineOf(job)
  // location_type also says how the place is to be found ("LAT_LONG"): that is no mode of work.
  const type = text(job.location_type)
  const mode = type !== null && /remote|telecommut|hybrid|on[-_ ]?site/i.test(type) ? type : null
  const remote = mode === null ? remoteInPlace(line) : remoteIn(mode)
  const pay = payFor(job)
  const employmentType = text(job.employment_type)
  return {
    external_id: id,
    title: job.title,
    url:
      webAddress(job.meta_data?.canonical_url) ??
      `https://${s.host}/jobs/${encodeURIComponent(id)}`,
    apply_url: webAddress(job.apply_url),
    employer: text(job.hiring_organization),
    places: distinct([...placesAt(job), ...others.flatMap(placesAt)]),
    remote,
    posted_at: isoDate(job.posted_date),
    expires_at: isoDate(job.posting_expiry_date),
    pay,
    employment_type: employmentType,
    html: htmlOf(job),
    structured: {
      ...stated({
        remote,
        work_mode: mode,
        pay,
        employment_type: employmentType,
        level: text(job.experience_level),
      }),
      other: stated({
        requisition_id: text(job.req_id),
        location: line,
        site: text(job.location_name),
        street_address: text(job.street_address),
        postal_code: text(job.postal_code),
        language: text(job.language),
        categories: (job.categories ?? []).map((c) => text(c.name)).filter(Boolean),
        department: text(job.department),
        brand: text(job.brand),
        client: text(job.client_code),
        work_hours: text(job.work_hours),
      }),
    },
  }
}

function request(s: Settings, walk: Walk): FeedRequest {
  const query = walk.search === '' ? '' : `&keywords=${encodeURIComponent(walk.search)}`
  const url = `https://${s.host}/api/jobs?page=${walk.page}&limit=${SERVING.pageSize}&internal=false${query}`
  return { url: rebase(url, s.base_url), audience: 'page', context: walk }
}

/** Jibe career sites, the front of many iCIMS employers, by the interface that their own pages read. */
export const jibe: Adapter<Settings> = {
  kind: 'jibe',
  about: {
    name: 'Jibe (iCIMS)',
    source:
      'Not documented by its owner: observations published by readers of it (2026); recorded list of 2026-07, cut to a few fields',
    terms:
      "The employer's own career site: robots.txt is honoured, one host is read slowly, the advert is linked and not passed on.",
    quirks: [
      'Each entry is wrapped in "data" and holds its whole text.',
      'Pages count from 1; a site may show fewer entries a page than were asked for.',
      'One job may stand in several languages under one slug: the first is kept.',
      'location_type may say how a place is found ("LAT_LONG") and not how the work is done.',
      'The address of the advert often stands in meta_data only; else it is /jobs/ and the slug.',
    ],
    proven: false,
    needs: [],
  },
  pace: 1000,
  policy: UNSTATED_TERMS,
  settings,
  example: { host: 'careers.accentcare.com' },
  first: (s) => firstWalks(s.search).map((walk) => request(s, walk)),
  read(page, s) {
    const { jobs, totalCount } = framed(frame, jsonBody(page, FEED), FEED)
    const shown = { ids: jobs.map(idOf), total: totalCount ?? null }
    const course = courseAfter(walkOf(page.context), shown, SERVING)
    const internal = new Set<string>()
    const read = mapEach(course.keep ? jobs : [], 'jobs', entrySchema, idOf, (entry) => {
      const id = idOf(entry) ?? ''
      if (entry.data.internal === true) internal.add(id)
      return postingOf(entry.data, id, s)
    })
    return {
      postings: read.postings.filter((p) => !internal.has(p.external_id)),
      details: [],
      rejected: read.rejected,
      next: course.next.map((w) => request(s, w)),
      // The total counts a job once for each of its languages: whether all was shown, the walk knows.
      total: null,
      cut: course.cut,
    }
  },
}
