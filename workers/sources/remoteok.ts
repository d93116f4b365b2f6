import { z } from 'zod'
import type { RawPosting } from '../../core/domain/posting.ts'
import type { Adapter } from './contract.ts'
import { epochInstant, feedDate, namesIn, plain } from './fields.ts'
import { payOf } from './pay-fields.ts'
import { keptByPoll, placesIn, residenceIn, US_ONLY } from './residence.ts'
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

const about: Adapter['about'] = {
  name: 'Remote OK',
  source: 'Recorded payload of 2026-07, which carries the terms of the interface',
  terms:
    'Link back to the address on Remote OK with a link that search engines may follow (no "nofollow"), name Remote OK as the source, do not use its logo; call with a descriptive agent name.',
  quirks: [
    'The first item of the list is the terms of use, not a job.',
    'The answer holds the newest adverts only and takes no search and no page.',
    'A salary of 0 is "not stated"; currency and unit are never said.',
    'The place may be a town alone ("Orlando, "), of which the country is not known.',
    'Adverts gathered from elsewhere are among them, and some of those are for work on site.',
  ],
  proven: true,
  needs: [],
}

const settings = z.object({ base_url: baseUrl })
type Settings = z.infer<typeof settings>

const jobSchema = z.object({
  id: z.union([z.string().min(1), z.number()]),
  position: z.string({ error: 'the title is missing' }).trim().min(1),
  slug: word,
  url: word,
  apply_url: word,
  company: word,
  tags: soft(z.array(z.unknown())),
  description: soft(z.string()),
  location: word,
  salary_min: word,
  salary_max: word,
  date: word,
  epoch: word,
})
type Job = z.infer<typeof jobSchema>

const frame = z.array(z.unknown())

/** The first item of the list is no job but the terms of use. */
const isNotice = (item: unknown) => typeof item === 'object' && item !== null && 'legal' in item

function postingOf(job: Job): RawPosting {
  const location = plain(job.location)
  // Currency and unit are never said.
  const pay = payOf([{ min: job.salary_min, max: job.salary_max, currency: null, period: null }])
  return {
    external_id: String(job.id),
    title: plain(job.position) ?? job.position,
    url: webAddress(job.url),
    apply_url: webAddress(job.apply_url),
    employer: plain(job.company),
    places: placesIn(location),
    // The board lists remote jobs and nothing else.
    remote: true,
    posted_at: feedDate(job.date) ?? epochInstant(job.epoch),
    expires_at: null,
    pay,
    employment_type: null,
    html: asHtml(job.description),
    structured: {
      ...stated({ remote: true, pay }),
      other: stated({
        slug: text(job.slug),
        location,
        tags: namesIn(job.tags),
      }),
    },
  }
}

/** true unless the line names places that all lie outside the US: a town alone tells no country. */
function openToUs(location: string | null): boolean {
  const countries = placesIn(location).map((p) => p.country)
  return residenceIn(location).us && (countries.length === 0 || !countries.every(isAbroad))
}
const isAbroad = (country: string | null) => country !== null && country !== 'US'

/** Remote OK, a board of remote jobs from the whole world: one answer holds the newest hundred. */
export const remoteok: Adapter<Settings> = {
  kind: 'remoteok',
  about,
  pace: 5000,
  policy: {
    may_cache_text: true,
    must_link: true,
    must_name: true,
    credit_html: '<a href="https://remoteok.com/">Remote OK</a>',
    may_email: true,
    may_gate: false,
    may_index: false,
    may_export: false,
    min_interval_s: 21_600,
    daily_cap: null,
    min_delay_s: 0,
  },
  settings,
  example: {},
  first: (s) => [
    {
      url: rebase('https://remoteok.com/api', s.base_url),
      audience: 'api',
      context: US_ONLY,
    },
  ],
  read(page) {
    const items = framed(frame, jsonBody(page, 'Remote OK'), 'Remote OK')
    const elsewhere = new Set<string>()
    const jobs = items.filter((item) => !isNotice(item))
    const read = mapEach(jobs, 'jobs', jobSchema, idAt('id'), (job) => {
      if (!openToUs(plain(job.location))) elsewhere.add(String(job.id))
      return postingOf(job)
    })
    return {
      postings: keptByPoll(page, read.postings, elsewhere),
      rejected: read.rejected,
      details: [],
      next: [],
      total: null,
    }
  },
}
