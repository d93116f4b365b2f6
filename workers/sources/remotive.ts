import { z } from 'zod'
import type { RawPosting } from '../../core/domain/posting.ts'
import type { Adapter } from './contract.ts'
import { feedDate, namesIn, plain } from './fields.ts'
import { payInWords } from './pay-fields.ts'
import { keptByPoll, residenceIn, US_ONLY } from './residence.ts'
import {
  asHtml,
  baseUrl,
  framed,
  idAt,
  jsonBody,
  mapEach,
  rebase,
  soft,
  stated,
  webAddress,
  word,
} from './shape.ts'

const about: Adapter['about'] = {
  name: 'Remotive',
  source:
    'Remotive remote-jobs-api README; recorded payload of 2026-07, which carries its legal notice',
  terms:
    'At most 4 calls a day; adverts come 24 hours late so that they are known as theirs; link the advert on Remotive and name Remotive; pass nothing on to other boards (Jooble, Neuvoo, Google Jobs, LinkedIn); collect no sign-up or address before showing a listing.',
  quirks: [
    'The answer opens with a warning and a legal notice beside the jobs.',
    'Pay is one line of words, often without a unit; "OTE" (on-target earnings) is not base pay.',
    'The place line mixes countries, regions and time zones.',
    'One source is one call: two Remotive sources share the four calls of a day.',
  ],
  proven: true,
  needs: [],
}

const settings = z.object({
  /** Parameters as the interface documents them: `search`, `category`, `company_name`, `limit`. */
  query: z
    .record(z.string(), z.union([z.string(), z.number()]))
    // One word that stands in nearly every advert of the trade: there are only four calls a day.
    .default({ search: 'medical' }),
  base_url: baseUrl,
})
type Settings = z.infer<typeof settings>

const jobSchema = z.object({
  id: z.union([z.string().min(1), z.number()]),
  title: z.string().trim().min(1),
  url: word,
  company_name: word,
  category: word,
  tags: soft(z.array(z.unknown())),
  job_type: word,
  publication_date: word,
  candidate_required_location: word,
  salary: word,
  description: soft(z.string()),
})
type Job = z.infer<typeof jobSchema>

const frame = z.object({ jobs: z.array(z.unknown()), 'job-count': soft(z.number()) })

function postingOf(job: Job): RawPosting {
  const pay = payInWords(job.salary)
  const location = plain(job.candidate_required_location)
  const { places, states } = residenceIn(location)
  const employmentType = plain(job.job_type)
  return {
    external_id: String(job.id),
    title: plain(job.title) ?? job.title,
    url: webAddress(job.url),
    apply_url: null,
    employer: plain(job.company_name),
    places,
    // The board lists remote jobs and nothing else.
    remote: true,
    posted_at: feedDate(job.publication_date),
    expires_at: null,
    pay,
    employment_type: employmentType,
    html: asHtml(job.description),
    structured: {
      ...stated({ remote: true, states, pay, employment_type: employmentType }),
      other: stated({
        category: plain(job.category),
        tags: namesIn(job.tags),
        candidate_required_location: location,
        salary: plain(job.salary),
      }),
    },
  }
}

/** Remotive, a board of remote jobs from the whole world: one answer holds all that a search finds. */
export const remotive: Adapter<Settings> = {
  kind: 'remotive',
  about,
  pace: 30_000,
  policy: {
    may_cache_text: true,
    must_link: true,
    must_name: true,
    credit_html: '<a href="https://remotive.com/">Remotive</a>',
    may_email: true,
    may_gate: false,
    may_index: false,
    may_export: false,
    min_interval_s: 21_600,
    daily_cap: 4,
    min_delay_s: 86_400,
  },
  settings,
  example: { query: { search: 'medical' } },
  first(s) {
    const url = new URL('https://remotive.com/api/remote-jobs')
    for (const [key, value] of Object.entries(s.query)) url.searchParams.set(key, String(value))
    return [{ url: rebase(url.href, s.base_url), audience: 'api', context: US_ONLY }]
  },
  read(page) {
    const body = framed(frame, jsonBody(page, 'Remotive'), 'Remotive')
    const elsewhere = new Set<string>()
    const read = mapEach(body.jobs, 'jobs', jobSchema, idAt('id'), (job) => {
      if (!residenceIn(plain(job.candidate_required_location)).us) elsewhere.add(String(job.id))
      return postingOf(job)
    })
    const kept = keptByPoll(page, read.postings, elsewhere)
    const count = body['job-count'] ?? null
    const leftOut = read.postings.length - kept.length
    return {
      postings: kept,
      rejected: read.rejected,
      details: [],
      next: [],
      total: count === null ? null : count - leftOut,
    }
  },
}
