import { z } from 'zod'
import type { Pay } from '../../core/domain/reading.ts'
import type { Place, RawPosting } from '../../core/domain/posting.ts'
import type { Adapter, FeedRequest } from './contract.ts'
import { feedDate, namesIn, plain, someFacts } from './fields.ts'
import { payOf } from './pay-fields.ts'
import { placeOf, placesFromWords } from './places.ts'
import { followUp, type Step } from './searches.ts'
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
  text,
  webAddress,
  word,
} from './shape.ts'
import { TRADE_PHRASES } from './trade-words.ts'
import { modeIn } from './work-modes.ts'

const about: Adapter['about'] = {
  name: 'Adzuna',
  source: 'Adzuna API documentation of the search endpoint; no recorded payload',
  terms:
    'Needs an app id and key. At most 25 calls a minute, 250 a day, 1,000 a week, 2,500 a month for a key. Each advert shown carries "Jobs by Adzuna", linked, with the Adzuna logo at least 116 x 23 pixels. Publishing adverts is allowed; figures made of them need written consent.',
  quirks: [
    'Only a snippet of the text is given.',
    'salary_is_predicted "1" means an estimate of the board: it is not taken as pay.',
    'Currency and unit of pay are not said; contract rates may have been turned into yearly ones.',
    "The address leads over Adzuna to the advert; the employer's own address is not given.",
    'The limits are those of a key: keep one source of this kind.',
  ],
  proven: false,
  needs: ['ADZUNA_APP_ID', 'ADZUNA_APP_KEY'],
}

/** Most adverts of one answer. */
const PER_PAGE = 50
/**
 * Calls of one poll. With the four polls a day of the policy that is 64 calls a day, 448 a week and at most
 * 1,984 a month, under the limits of a key (250, 1,000 and 2,500) with room for calls that are repeated.
 */
const MOST_CALLS = 16

const settings = z.object({
  /** Phrases to search for; one search each, and the calls of a poll are shared among them. */
  terms: z
    .array(z.string().trim().min(2).max(80))
    .min(1)
    .max(MOST_CALLS)
    .default([...TRADE_PHRASES]),
  /** Further parameters as the interface documents them, e.g. {"where": "Pennsylvania"}. */
  query: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
  base_url: baseUrl,
})
type Settings = z.infer<typeof settings>

const jobSchema = z.object({
  id: z.union([z.string().min(1), z.number()]),
  title: z.string().trim().min(1),
  description: soft(z.string()),
  created: word,
  redirect_url: word,
  company: soft(z.object({ display_name: word })),
  location: soft(z.object({ display_name: word, area: soft(z.array(z.unknown())) })),
  category: soft(z.object({ tag: word, label: word })),
  contract_type: word,
  contract_time: word,
  salary_min: word,
  salary_max: word,
  salary_is_predicted: soft(z.union([z.string(), z.number(), z.boolean()])),
  latitude: soft(z.number()),
  longitude: soft(z.number()),
})
type Job = z.infer<typeof jobSchema>

const frame = z.object({ results: z.array(z.unknown()), count: soft(z.number()) })

/** Parts of an area that are no towns. */
const COUNTY = /\b(?:county|parish|borough|census area|municipality|region)$/i

/** The area goes from wide to narrow: ["US", "Illinois", "Cook County", "Chicago", "The Loop"]. */
function placesOf(job: Job): Place[] {
  const area = namesIn(job.location?.area)
  if (area.length === 0) {
    // The line may be "The Loop, Chicago": without a known state or country its parts mean nothing sure.
    const named = placesFromWords(plain(job.location?.display_name))
    return named.filter((p) => p.country !== null)
  }
  const [country, region, ...narrower] = area
  const city = narrower.find((part) => !COUNTY.test(part)) ?? null
  const place = placeOf({ city, region, country })
  return place === null ? [] : [place]
}

/** A predicted salary is the board's own estimate and no pay. Neither currency nor unit is said; the search is of the US. */
function salaryOf(job: Job): Partial<Pay> | null {
  if (/^(1|true)$/i.test(String(job.salary_is_predicted ?? '0'))) return null
  return payOf([{ min: job.salary_min, max: job.salary_max, currency: null, period: null }])
}

function postingOf(job: Job): RawPosting {
  const pay = salaryOf(job)
  const location = plain(job.location?.display_name)
  const { remote, work_mode } = modeIn(location)
  const employmentType =
    [plain(job.contract_time), plain(job.contract_type)].filter(Boolean).join(', ') || null
  return {
    external_id: String(job.id),
    title: plain(job.title) ?? job.title,
    url: webAddress(job.redirect_url),
    apply_url: null,
    employer: plain(job.company?.display_name),
    places: placesOf(job),
    remote,
    posted_at: feedDate(job.created),
    expires_at: null,
    pay,
    employment_type: employmentType,
    html: asHtml(job.description),
    structured: {
      ...stated({ remote, work_mode, pay, employment_type: employmentType }),
      other: stated({
        location,
        area: job.location?.area,
        latitude: job.latitude,
        longitude: job.longitude,
        category: someFacts({ tag: text(job.category?.tag), label: plain(job.category?.label) }),
        contract_type: text(job.contract_type),
        contract_time: text(job.contract_time),
      }),
    },
  }
}

function request(s: Settings, term: string, at: Step): FeedRequest {
  const url = new URL(`https://api.adzuna.com/v1/api/jobs/us/search/${at.page}`)
  url.searchParams.set('what_phrase', term)
  url.searchParams.set('results_per_page', String(PER_PAGE))
  url.searchParams.set('sort_by', 'date')
  url.searchParams.set('max_days_old', '45')
  url.searchParams.set('content-type', 'application/json')
  for (const [key, value] of Object.entries(s.query)) url.searchParams.set(key, String(value))
  return {
    url: rebase(url.href, s.base_url),
    secret_query: { app_id: '{ADZUNA_APP_ID}', app_key: '{ADZUNA_APP_KEY}' },
    audience: 'api',
    context: { ...at, term },
  }
}

/** Adzuna, a search over many boards, by its interface for the US. */
export const adzuna: Adapter<Settings> = {
  kind: 'adzuna',
  about,
  pace: 2500,
  policy: {
    may_cache_text: true,
    must_link: true,
    must_name: true,
    credit_html:
      '<a href="https://www.adzuna.com/">Jobs</a> by <a href="https://www.adzuna.com/">Adzuna</a>',
    may_email: true,
    may_gate: false,
    may_index: false,
    may_export: false,
    min_interval_s: 21_600,
    daily_cap: 4,
    min_delay_s: 0,
  },
  settings,
  example: { terms: [...TRADE_PHRASES], query: {} },
  first: (s) => s.terms.map((term) => request(s, term, { page: 1, seen: 0, first: null })),
  read(page, s) {
    const body = framed(frame, jsonBody(page, 'Adzuna'), 'Adzuna')
    const idOf = idAt('id')
    const read = mapEach(body.results, 'results', jobSchema, idOf, postingOf)
    const term = typeof page.context.term === 'string' ? page.context.term : (s.terms[0] ?? '')
    const more = followUp(
      page,
      {
        ids: body.results.map(idOf),
        total: body.count ?? null,
        search: `"${term}"`,
        start: 1,
        most: Math.max(1, Math.floor(MOST_CALLS / s.terms.length)),
        full: PER_PAGE,
      },
      (at) => request(s, term, at),
    )
    return {
      postings: read.postings,
      details: [],
      rejected: [...read.rejected, ...more.rejected],
      next: more.next,
      total: null,
    }
  },
}
