import { z } from 'zod'
import type { Place, RawPosting } from '../../core/domain/posting.ts'
import type { Adapter } from './contract.ts'
import { distinct, placeOf } from './places.ts'
import {
  asHtml,
  baseUrl,
  framed,
  idAt,
  isoDate,
  jsonBody,
  list,
  mapEach,
  rebase,
  soft,
  stated,
  text,
  webAddress,
} from './shape.ts'
import { UNSTATED_TERMS } from './policies.ts'

const settings = z.object({
  /** The account's name in its address, e.g. "advantmed" of apply.workable.com/advantmed. */
  board: z.string().regex(/^[\w.-]{1,100}$/, 'the account name in its address'),
  base_url: baseUrl,
})
type Settings = z.infer<typeof settings>

const words = soft(z.string())
const jobSchema = z.object({
  shortcode: z.string({ error: 'shortcode: missing' }).min(1),
  title: z.string().trim().min(1),
  code: words,
  employment_type: words,
  telecommuting: soft(z.boolean()),
  /** One name or several. */
  department: soft(z.unknown()),
  url: words,
  shortlink: words,
  application_url: words,
  published_on: words,
  created_at: words,
  country: words,
  city: words,
  state: words,
  education: words,
  experience: words,
  function: words,
  industry: words,
  locations: soft(
    z.array(
      z.object({
        country: words,
        countryCode: words,
        city: words,
        region: words,
        hidden: soft(z.boolean()),
      }),
    ),
  ),
  description: words,
})
type Job = z.infer<typeof jobSchema>

const frame = z.object({ name: words, jobs: z.array(z.unknown()) })

/** The places an employer shows; a hidden one is not told on. */
function placesOf(job: Job): Place[] {
  const places = (job.locations ?? []).map((l) =>
    l.hidden === true
      ? null
      : placeOf({
          city: l.city,
          region: l.region,
          country: text(l.countryCode) ?? l.country,
        }),
  )
  if (places.length === 0) {
    places.push(placeOf({ city: job.city, region: job.state, country: job.country }))
  }
  return distinct(places.filter((p) => p !== null))
}

function postingOf(job: Job, employer: string | null): RawPosting {
  const remote = job.telecommuting ?? null
  const employmentType = text(job.employment_type)
  const url = webAddress(job.url) ?? webAddress(job.shortlink)
  return {
    external_id: job.shortcode,
    title: job.title,
    url,
    apply_url: webAddress(job.application_url),
    employer,
    places: placesOf(job),
    remote,
    posted_at: isoDate(job.published_on),
    expires_at: null,
    pay: null,
    employment_type: employmentType,
    html: asHtml(job.description),
    structured: {
      ...stated({
        remote,
        employment_type: employmentType,
        level: text(job.experience),
        education: text(job.education),
      }),
      other: stated({
        code: text(job.code),
        departments: list(job.department).map(text).filter(Boolean),
        function: text(job.function),
        industry: text(job.industry),
        created_at: isoDate(job.created_at),
      }),
    },
  }
}

/**
 * A job in several places is listed once for each. Their places, by shortcode, and where in the list stand
 * the entries that add one.
 */
function siblings(jobs: readonly unknown[]): { places: Map<string, Place[]>; adding: Set<string> } {
  const places = new Map<string, Place[]>()
  const adding = new Set<string>()
  jobs.forEach((entry, i) => {
    const job = jobSchema.safeParse(entry)
    if (!job.success) return
    const before = places.get(job.data.shortcode)
    const all = distinct([...(before ?? []), ...placesOf(job.data)])
    if (before !== undefined && all.length > before.length) adding.add(`jobs[${i}]`)
    places.set(job.data.shortcode, all)
  })
  return { places, adding }
}

/** Workable accounts: one answer holds every posting of an employer, texts included. */
export const workable: Adapter<Settings> = {
  kind: 'workable',
  about: {
    name: 'Workable',
    source:
      'Workable job widget, for employers to show their jobs with; recorded payload of 2026-08',
    terms:
      'Reading needs no key. Its robots.txt was seen to allow everything and is honoured; terms of reuse are not stated.',
    quirks: [
      'Without details=true the texts are missing and the list may be empty.',
      'A job in several places is listed once for each, under one shortcode.',
      'A place marked hidden is not shown by the employer.',
      'created_at is when the job was drafted; published_on is the posting date.',
    ],
    proven: true,
    needs: [],
  },
  pace: 1000,
  policy: UNSTATED_TERMS,
  settings,
  example: { board: 'advantmed' },
  first: (s) => [
    {
      url: rebase(
        `https://apply.workable.com/api/v1/widget/accounts/${encodeURIComponent(s.board)}?details=true`,
        s.base_url,
      ),
      audience: 'page',
    },
  ],
  read(page) {
    const body = framed(frame, jsonBody(page, 'Workable'), 'Workable')
    const { places, adding } = siblings(body.jobs)
    const employer = text(body.name)
    const read = mapEach(body.jobs, 'jobs', jobSchema, idAt('shortcode'), (job) => ({
      ...postingOf(job, employer),
      places: places.get(job.shortcode) ?? [],
    }))
    const rejected = read.rejected.filter((r) => !adding.has(r.where))
    return { postings: read.postings, rejected, details: [], next: [], total: null }
  },
}
