import { z } from 'zod'
import type { Pay } from '../../core/domain/reading.ts'
import type { RawPosting } from '../../core/domain/posting.ts'
import type { Adapter, Rejected } from './contract.ts'
import { feedDate, namesIn, plain, someFacts } from './fields.ts'
import { payOf } from './pay-fields.ts'
import { keptByPoll, residenceIn, US_ONLY } from './residence.ts'
import {
  amount,
  asHtml,
  baseUrl,
  framed,
  idAt,
  jsonBody,
  mapEach,
  rebase,
  soft,
  stated,
  text,
  webAddress,
  word,
} from './shape.ts'

const about: Adapter['about'] = {
  name: 'Jobicy',
  source: 'Jobicy remote-jobs-api README (version 2, 2026-06); recorded payload of 2026-07',
  terms:
    'At most one call an hour; adverts are published with a delay of up to 6 hours; credit Jobicy with a link, send applicants to the address given; pass nothing on to other boards (Google Jobs, LinkedIn, Jooble).',
  quirks: [
    'An answer holds 100 adverts at most and there are no further pages: ask by tag and region.',
    'Names of industries carry HTML entities.',
    'jobLevel "Any" and jobGeo "Anywhere" mean that nothing is said.',
    'Pay may name its lower end only.',
  ],
  proven: true,
  needs: [],
}

/** Most adverts of one answer; there are no further pages. */
const MOST = 100

const settings = z.object({
  /** Parameters as the interface documents them: `geo`, `industry`, `tag`; the rest is set here. */
  query: z
    .record(z.string(), z.union([z.string(), z.number()]))
    .default({ geo: 'usa', tag: 'medical' }),
  base_url: baseUrl,
})
type Settings = z.infer<typeof settings>

const several = soft(z.union([z.string(), z.array(z.unknown())]))
const jobSchema = z.object({
  id: z.union([z.string().min(1), z.number()]),
  jobTitle: z.string().trim().min(1),
  url: word,
  jobSlug: word,
  companyName: word,
  jobIndustry: several,
  jobType: several,
  jobGeo: several,
  jobLevel: word,
  jobExcerpt: word,
  jobDescription: soft(z.string()),
  pubDate: word,
  salaryMin: word,
  salaryMax: word,
  salaryCurrency: word,
  salaryPeriod: word,
  // Names of older answers.
  annualSalaryMin: word,
  annualSalaryMax: word,
})
type Job = z.infer<typeof jobSchema>

const frame = z.object({ jobs: z.array(z.unknown()), jobCount: soft(z.number()) })

/** The fields of today, else those of older answers. */
function salaryOf(job: Job): Partial<Pay> | null {
  const currency = job.salaryCurrency
  const { salaryMin: min, salaryMax: max, salaryPeriod: period } = job
  const { annualSalaryMin, annualSalaryMax } = job
  return (
    payOf([{ min, max, currency, period }]) ??
    payOf([{ min: annualSalaryMin, max: annualSalaryMax, currency, period: 'year' }])
  )
}

const geoOf = (job: Job): string | null => namesIn(job.jobGeo).join(', ') || null

function postingOf(job: Job): RawPosting {
  const pay = salaryOf(job)
  const { places, states } = residenceIn(geoOf(job))
  const employmentType = namesIn(job.jobType).join(', ') || null
  const level = plain(job.jobLevel)
  return {
    external_id: String(job.id),
    title: plain(job.jobTitle) ?? job.jobTitle,
    url: webAddress(job.url),
    apply_url: null,
    employer: plain(job.companyName),
    places,
    // The board lists remote jobs and nothing else.
    remote: true,
    posted_at: feedDate(job.pubDate),
    expires_at: null,
    pay,
    employment_type: employmentType,
    html: asHtml(job.jobDescription) ?? asHtml(job.jobExcerpt),
    structured: {
      ...stated({
        remote: true,
        states,
        pay,
        employment_type: employmentType,
        // "Any" is what the board writes when no level is given.
        level: level !== null && /^any$/i.test(level) ? null : level,
      }),
      other: stated({
        slug: text(job.jobSlug),
        industries: namesIn(job.jobIndustry),
        geo: geoOf(job),
        level,
        salary: someFacts({
          min: amount(job.salaryMin),
          max: amount(job.salaryMax),
          currency: text(job.salaryCurrency),
          period: text(job.salaryPeriod),
        }),
      }),
    },
  }
}

/** Jobicy, a board of remote jobs from the whole world, by its open interface. */
export const jobicy: Adapter<Settings> = {
  kind: 'jobicy',
  about,
  pace: 5000,
  policy: {
    may_cache_text: true,
    must_link: true,
    must_name: true,
    credit_html: '<a href="https://jobicy.com/">Jobicy</a>',
    may_email: true,
    may_gate: false,
    may_index: false,
    may_export: false,
    min_interval_s: 3600,
    daily_cap: 24,
    min_delay_s: 21_600,
  },
  settings,
  example: { query: { geo: 'usa', tag: 'medical' } },
  first(s) {
    const url = new URL('https://jobicy.com/api/v2/remote-jobs')
    for (const [key, value] of Object.entries(s.query)) url.searchParams.set(key, String(value))
    url.searchParams.set('count', String(MOST))
    return [{ url: rebase(url.href, s.base_url), audience: 'api', context: US_ONLY }]
  },
  read(page) {
    const body = framed(frame, jsonBody(page, 'Jobicy'), 'Jobicy')
    const elsewhere = new Set<string>()
    const read = mapEach(body.jobs, 'jobs', jobSchema, idAt('id'), (job) => {
      if (!residenceIn(geoOf(job)).us) elsewhere.add(String(job.id))
      return postingOf(job)
    })
    const kept = keptByPoll(page, read.postings, elsewhere)
    const count = body.jobCount ?? null
    const leftOut = read.postings.length - kept.length
    return {
      postings: kept,
      rejected: [...read.rejected, ...fullAnswer(page.context.us_only === true, body.jobs.length)],
      details: [],
      next: [],
      total: count === null ? null : count - leftOut,
    }
  },
}

/** A full answer may be a cut one: then any posting may be among the rest, and nothing is closed. */
function fullAnswer(polled: boolean, adverts: number): Rejected[] {
  if (!polled || adverts < MOST) return []
  return [{ where: 'jobs', reason: `the answer is full (${MOST} adverts), so there may be more` }]
}
