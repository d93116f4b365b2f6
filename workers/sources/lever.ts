import { z } from 'zod'
import type { Place, RawPosting } from '../../core/domain/posting.ts'
import type { Adapter, FeedRequest } from './contract.ts'
import { courseAfter, firstWalks, walkOf, type Walk } from './paged-list.ts'
import { payOf } from './pay-fields.ts'
import { countryCode, distinct, placesFromWords } from './places.ts'
import {
  asHtml,
  baseUrl,
  framed,
  idAt,
  jsonBody,
  mapEach,
  rebase,
  section,
  soft,
  stated,
  text,
  webAddress,
} from './shape.ts'
import { UNSTATED_TERMS } from './policies.ts'
import { remoteIn, remoteInPlace } from './work-modes.ts'

const SERVING = { pageSize: 100, whole: Infinity, reach: Infinity }

const settings = z.object({
  /** The site's name in its address, e.g. "enablecomp" of jobs.lever.co/enablecomp. */
  board: z.string().regex(/^[\w.-]{1,100}$/, 'the site name in its address'),
  /** true for sites under jobs.eu.lever.co. */
  eu: z.boolean().optional(),
  base_url: baseUrl,
})
type Settings = z.infer<typeof settings>

const words = soft(z.string())
const jobSchema = z.object({
  id: z.string().min(1),
  text: z.string({ error: 'title (text): missing' }).trim().min(1, 'title (text): empty'),
  categories: soft(
    z.object({
      location: words,
      allLocations: soft(z.array(z.unknown())),
      commitment: words,
      department: words,
      team: words,
      level: words,
    }),
  ),
  country: words,
  workplaceType: words,
  createdAt: soft(z.number()),
  description: words,
  descriptionPlain: words,
  lists: soft(z.array(z.object({ text: words, content: words }))),
  additional: words,
  additionalPlain: words,
  salaryRange: soft(z.record(z.string(), z.unknown())),
  salaryDescription: words,
  salaryDescriptionPlain: words,
  hostedUrl: words,
  applyUrl: words,
})
type Job = z.infer<typeof jobSchema>

/** Every place the posting names. The country field is that of the first place, so it is used for a single one only. */
function placesOf(lines: string[], country: string | null): Place[] {
  const own = lines.length > 1 ? null : country
  const places = distinct(lines.flatMap((line) => placesFromWords(line, own)))
  return places.length === 0 && country !== null ? [{ city: null, state: null, country }] : places
}

/** A list comes as bare items under a heading of its own. */
function listHtml(entry: { text?: string | null; content?: string | null }): string {
  const content = text(entry.content)
  if (content === null) return ''
  const items = /^\s*<li[\s>]/i.test(content) ? `<ul>${content}</ul>` : content
  const heading = text(entry.text)
  return heading === null ? items : section(heading, items)
}

function htmlOf(job: Job): string | null {
  const html = [
    asHtml(job.description) ?? asHtml(job.descriptionPlain) ?? '',
    ...(job.lists ?? []).map(listHtml),
    asHtml(job.salaryDescription) ?? asHtml(job.salaryDescriptionPlain) ?? '',
    asHtml(job.additional) ?? asHtml(job.additionalPlain) ?? '',
  ].join('')
  return html === '' ? null : html
}

/** createdAt is the only date the platform gives, in milliseconds; outside of what a date can hold it is not believed. */
function createdOn(ms: number | null | undefined): string | null {
  return ms != null && ms > 0 && ms < 4e12 ? new Date(ms).toISOString() : null
}

function postingOf(job: Job): RawPosting {
  const lines = [job.categories?.location, ...(job.categories?.allLocations ?? [])]
    .map(text)
    .filter((line) => line !== null)
  const all = [...new Set(lines)]
  const type = text(job.workplaceType)
  const mode = type === null || /^unspecified$/i.test(type) ? null : type
  const remote = mode === null ? remoteInPlace(all[0] ?? null) : remoteIn(mode)
  const range = job.salaryRange
  const pay = range
    ? payOf([{ min: range.min, max: range.max, currency: range.currency, period: range.interval }])
    : null
  const employmentType = text(job.categories?.commitment)
  return {
    external_id: job.id,
    title: job.text,
    url: webAddress(job.hostedUrl),
    apply_url: webAddress(job.applyUrl),
    employer: null,
    places: placesOf(all, countryCode(text(job.country))),
    remote,
    posted_at: createdOn(job.createdAt),
    expires_at: null,
    pay,
    employment_type: employmentType,
    html: htmlOf(job),
    structured: {
      ...stated({
        remote,
        work_mode: mode,
        pay,
        employment_type: employmentType,
        level: text(job.categories?.level),
      }),
      other: stated({
        department: text(job.categories?.department),
        team: text(job.categories?.team),
        locations: all,
        country: text(job.country),
        salary_range: range,
      }),
    },
  }
}

function request(s: Settings, walk: Walk): FeedRequest {
  const host = s.eu === true ? 'api.eu.lever.co' : 'api.lever.co'
  const board = encodeURIComponent(s.board)
  const url = `https://${host}/v0/postings/${board}?mode=json&skip=${walk.seen}&limit=${SERVING.pageSize}`
  return { url: rebase(url, s.base_url), audience: 'api', context: walk }
}

/** Lever job sites, by the interface that Lever offers for building a job site. */
export const lever: Adapter<Settings> = {
  kind: 'lever',
  about: {
    name: 'Lever job sites',
    source: 'Lever Postings API documentation; recorded payload of 2026-08',
    terms:
      'The interface is open and without a key; its owner says that published postings may be scraped by third parties. The stated limit is for applying, not for reading.',
    quirks: [
      'The text is split: description, lists under headings of their own, pay in words, closing words.',
      'createdAt is the only date and stands in no documentation; it is when the posting was made.',
      'The country is that of the first place, though a posting may name several.',
      'The feed does not name the employer.',
      'A list without an end mark: a page that is not full is the last. Closed jobs vanish.',
    ],
    proven: true,
    needs: [],
  },
  pace: 1000,
  policy: { ...UNSTATED_TERMS, may_export: true, min_interval_s: 3600 },
  settings,
  example: { board: 'enablecomp' },
  first: (s) => firstWalks(['']).map((walk) => request(s, walk)),
  read(page, s) {
    const jobs = framed(z.array(z.unknown()), jsonBody(page, 'Lever'), 'Lever')
    const idOf = idAt('id')
    const course = courseAfter(walkOf(page.context), { ids: jobs.map(idOf), total: null }, SERVING)
    const read = mapEach(course.keep ? jobs : [], 'jobs', jobSchema, idOf, postingOf)
    return { ...read, details: [], next: course.next.map((w) => request(s, w)), total: null }
  },
}
