import { z } from 'zod'
import type { RawPosting } from '../../core/domain/posting.ts'
import type { Adapter, FeedRequest } from './contract.ts'
import { epochInstant, feedDate, namesIn, plain, someFacts } from './fields.ts'
import { payOf } from './pay-fields.ts'
import { keptByPoll, residenceInCountries, US_ONLY } from './residence.ts'
import { followUp, type Step } from './searches.ts'
import {
  amount,
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
import { TRADE_PHRASES } from './trade-words.ts'

const about: Adapter['about'] = {
  name: 'Himalayas',
  source: 'Himalayas data dictionary and API pages; recorded payload of 2026-07',
  terms:
    'Job boards may use the interface with a visible credit and a link to the advert on Himalayas.',
  quirks: [
    'Dates are seconds since 1970 in what is served, milliseconds in the documentation: both are read.',
    'Restrictions name countries; an empty list means the whole world.',
    'An answer holds 20 adverts at most and a search 5,000; a poll reads the newest 100 of each search.',
    'Level and categories are set by the board, not by the employer.',
  ],
  proven: true,
  needs: [],
}

/** The interface gives at most 20 adverts an answer. */
const PER_PAGE = 20
/** Pages of one search that a poll reads, newest first. */
const MOST_PAGES = 5

const settings = z.object({
  /** What to search for; one search each. */
  terms: z
    .array(z.string().trim().min(2).max(80))
    .min(1)
    .max(20)
    .default([...TRADE_PHRASES]),
  base_url: baseUrl,
})
type Settings = z.infer<typeof settings>

const several = soft(z.array(z.unknown()))
const jobSchema = z.object({
  guid: word,
  title: z.string().trim().min(1),
  companyName: word,
  companySlug: word,
  employmentType: word,
  minSalary: word,
  maxSalary: word,
  salaryPeriod: word,
  currency: word,
  seniority: soft(z.union([z.string(), z.array(z.unknown())])),
  locationRestrictions: several,
  timezoneRestrictions: several,
  categories: several,
  parentCategories: several,
  description: soft(z.string()),
  excerpt: soft(z.string()),
  pubDate: word,
  expiryDate: word,
  applicationLink: word,
})
type Job = z.infer<typeof jobSchema>

const frame = z.object({ jobs: z.array(z.unknown()), totalCount: soft(z.number()) })

const instant = (value: unknown) => epochInstant(value) ?? feedDate(value)

const idOf = (job: unknown): string | null => {
  const { guid, applicationLink } = (job ?? {}) as { guid?: unknown; applicationLink?: unknown }
  return text(guid) ?? text(applicationLink)
}

function postingOf(job: Job): RawPosting {
  const countries = namesIn(job.locationRestrictions)
  const { minSalary: min, maxSalary: max, currency, salaryPeriod: period } = job
  const pay = payOf([{ min, max, currency, period }])
  const employer = plain(job.companyName)
  const employmentType = plain(job.employmentType)
  const link = webAddress(job.applicationLink)
  return {
    external_id: idOf(job) ?? derivedId(job.title, employer, countries.join()),
    title: plain(job.title) ?? job.title,
    url: webAddress(job.guid) ?? link,
    apply_url: link,
    employer,
    places: residenceInCountries(countries).places,
    // The board lists remote jobs and nothing else.
    remote: true,
    posted_at: instant(job.pubDate),
    expires_at: instant(job.expiryDate),
    pay,
    employment_type: employmentType,
    html: asHtml(job.description) ?? asHtml(job.excerpt),
    structured: {
      ...stated({
        remote: true,
        pay,
        employment_type: employmentType,
        level: namesIn(job.seniority).join(', '),
      }),
      other: stated({
        company_slug: text(job.companySlug),
        location_restrictions: countries,
        timezone_restrictions: job.timezoneRestrictions,
        categories: namesIn(job.categories),
        parent_categories: namesIn(job.parentCategories),
        salary: someFacts({
          min: amount(job.minSalary),
          max: amount(job.maxSalary),
          currency: text(job.currency),
          period: text(job.salaryPeriod),
        }),
      }),
    },
  }
}

function request(s: Settings, term: string, at: Step): FeedRequest {
  const url = new URL('https://himalayas.app/jobs/api/search')
  url.searchParams.set('q', term)
  // A country keeps what is open to the whole world too.
  url.searchParams.set('country', 'US')
  url.searchParams.set('sort', 'recent')
  url.searchParams.set('page', String(at.page))
  return {
    url: rebase(url.href, s.base_url),
    audience: 'api',
    context: { ...at, term, ...US_ONLY },
  }
}

/** Himalayas, a board of remote jobs from the whole world, by its open search interface. */
export const himalayas: Adapter<Settings> = {
  kind: 'himalayas',
  about,
  pace: 2000,
  policy: {
    may_cache_text: true,
    must_link: true,
    must_name: true,
    credit_html: '<a href="https://himalayas.app/">Himalayas</a>',
    may_email: true,
    may_gate: false,
    may_index: false,
    may_export: false,
    min_interval_s: 21_600,
    daily_cap: null,
    min_delay_s: 0,
  },
  settings,
  example: { terms: [...TRADE_PHRASES] },
  first: (s) => s.terms.map((term) => request(s, term, { page: 1, seen: 0, first: null })),
  read(page, s) {
    const body = framed(frame, jsonBody(page, 'Himalayas'), 'Himalayas')
    const elsewhere = new Set<string>()
    const read = mapEach(body.jobs, 'jobs', jobSchema, idOf, (job) => {
      const posting = postingOf(job)
      const { us } = residenceInCountries(namesIn(job.locationRestrictions))
      if (!us) elsewhere.add(posting.external_id)
      return posting
    })
    const term = typeof page.context.term === 'string' ? page.context.term : (s.terms[0] ?? '')
    const ids = body.jobs.map(idOf)
    const shown = { ids, total: body.totalCount ?? null, search: `"${term}"`, full: PER_PAGE }
    const more = followUp(page, { ...shown, start: 1, most: MOST_PAGES }, (at) =>
      request(s, term, at),
    )
    return {
      postings: keptByPoll(page, read.postings, elsewhere),
      details: [],
      rejected: [...read.rejected, ...more.rejected],
      next: more.next,
      // Several searches overlap, so no one count tells how many postings there are.
      total: null,
    }
  },
}
