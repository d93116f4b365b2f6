import { z } from 'zod'
import type { Place, RawPosting } from '../../core/domain/posting.ts'
import type { Adapter } from './contract.ts'
import { payOf } from './pay-fields.ts'
import { distinct, placeOf, placesFromWords } from './places.ts'
import {
  asHtml,
  baseUrl,
  framed,
  idAt,
  isoDate,
  jsonBody,
  mapEach,
  rebase,
  soft,
  stated,
  text,
  webAddress,
} from './shape.ts'
import { UNSTATED_TERMS } from './policies.ts'
import { remoteIn } from './work-modes.ts'

const settings = z.object({
  /** The board's name in its address, e.g. "candidhealth" of jobs.ashbyhq.com/candidhealth; it may hold spaces. */
  board: z.string().regex(/^[^/?#\p{Cc}]{1,100}$/u, 'the board name in its address'),
  base_url: baseUrl,
})
type Settings = z.infer<typeof settings>

const words = soft(z.string())
const postal = z.object({
  addressLocality: words,
  addressRegion: words,
  addressCountry: words,
})
/** The main address stands one level deeper than that of a further location. */
const address = soft(postal.extend({ postalAddress: soft(postal) }))
const component = z.object({
  compensationType: words,
  interval: words,
  currencyCode: words,
  minValue: soft(z.unknown()),
  maxValue: soft(z.unknown()),
})
const jobSchema = z.object({
  id: z.string().min(1),
  title: z.string().trim().min(1),
  department: words,
  team: words,
  employmentType: words,
  location: words,
  address,
  secondaryLocations: soft(z.array(z.object({ location: words, address }))),
  publishedAt: words,
  isListed: soft(z.boolean()),
  isRemote: soft(z.boolean()),
  workplaceType: words,
  jobUrl: words,
  applyUrl: words,
  descriptionHtml: words,
  descriptionPlain: words,
  shouldDisplayCompensationOnJobPostings: soft(z.boolean()),
  compensation: soft(
    z.object({
      compensationTierSummary: words,
      scrapeableCompensationSalarySummary: words,
      compensationTiers: soft(
        z.array(
          z.object({
            title: words,
            tierSummary: words,
            additionalInformation: words,
            components: soft(z.array(component)),
          }),
        ),
      ),
      summaryComponents: soft(z.array(component)),
    }),
  ),
})
type Job = z.infer<typeof jobSchema>

const frame = z.object({ jobs: z.array(z.unknown()) })

function placesAt(line: string | null, at: Job['address']): Place[] {
  const found = at?.postalAddress ?? at
  const place = placeOf({
    city: found?.addressLocality,
    region: found?.addressRegion,
    country: found?.addressCountry,
  })
  return place === null ? placesFromWords(line) : [place]
}

/** Salaries only: equity, bonus and commission are beside the pay. */
function payFor(job: Job) {
  const said = job.compensation
  const summary = said?.summaryComponents ?? []
  const tiers = (said?.compensationTiers ?? []).flatMap((t) => t.components ?? [])
  const salaries = (summary.length > 0 ? summary : tiers).filter((c) =>
    /^salary$/i.test(c.compensationType ?? ''),
  )
  return payOf(
    salaries.map((c) => ({
      min: c.minValue,
      max: c.maxValue,
      currency: c.currencyCode,
      period: c.interval,
    })),
  )
}

function postingOf(job: Job): RawPosting {
  const mode = text(job.workplaceType)
  // isRemote is also set on hybrid jobs; the workplace type is the narrower word.
  const remote = mode === null ? (job.isRemote ?? null) : remoteIn(mode)
  const shown = job.shouldDisplayCompensationOnJobPostings !== false
  const pay = shown ? payFor(job) : null
  const employmentType = text(job.employmentType)
  const further = job.secondaryLocations ?? []
  return {
    external_id: job.id,
    title: job.title,
    url: webAddress(job.jobUrl),
    apply_url: webAddress(job.applyUrl),
    employer: null,
    places: distinct([
      ...placesAt(text(job.location), job.address),
      ...further.flatMap((l) => placesAt(text(l.location), l.address)),
    ]),
    remote,
    posted_at: isoDate(job.publishedAt),
    expires_at: null,
    pay,
    employment_type: employmentType,
    html: asHtml(job.descriptionHtml) ?? asHtml(job.descriptionPlain),
    structured: {
      ...stated({ remote, work_mode: mode, pay, employment_type: employmentType }),
      other: stated({
        department: text(job.department),
        team: text(job.team),
        location: text(job.location),
        further_locations: further.map((l) => text(l.location)).filter(Boolean),
        is_remote: job.isRemote,
        compensation: shown ? job.compensation : null,
      }),
    },
  }
}

/** Ashby job boards: one answer holds every posting of an employer, texts included. */
export const ashby: Adapter<Settings> = {
  kind: 'ashby',
  about: {
    name: 'Ashby job boards',
    source: 'Ashby public job posting API documentation; recorded payload of 2026-08',
    terms:
      'The owner offers the interface for showing a board anywhere, without a key; no limit and no terms of reuse are stated.',
    quirks: [
      'A posting with isListed false is reached by its link only and is not shown.',
      'isRemote is also set on hybrid jobs: workplaceType decides.',
      'Pay is told only when asked for, may be marked as not for display, and mixes salary with equity.',
      'The feed does not name the employer. Closed jobs vanish from the list.',
    ],
    proven: true,
    needs: [],
  },
  pace: 1000,
  policy: { ...UNSTATED_TERMS, min_interval_s: 3600 },
  settings,
  example: { board: 'candidhealth' },
  first: (s) => [
    {
      url: rebase(
        `https://api.ashbyhq.com/posting-api/job-board/${encodeURIComponent(s.board)}?includeCompensation=true`,
        s.base_url,
      ),
      audience: 'api',
    },
  ],
  read(page) {
    const body = framed(frame, jsonBody(page, 'Ashby'), 'Ashby')
    const unlisted = new Set<string>()
    const read = mapEach(body.jobs, 'jobs', jobSchema, idAt('id'), (job) => {
      if (job.isListed === false) unlisted.add(job.id)
      return postingOf(job)
    })
    const postings = read.postings.filter((p) => !unlisted.has(p.external_id))
    return { postings, rejected: read.rejected, details: [], next: [], total: null }
  },
}
