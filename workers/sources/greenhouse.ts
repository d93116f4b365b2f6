import { z } from 'zod'
import type { RawPosting } from '../../core/domain/posting.ts'
import type { Adapter } from './contract.ts'
import { payOf, type Rate } from './pay-fields.ts'
import { distinct, placesFromWords } from './places.ts'
import {
  amount,
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
  word,
} from './shape.ts'

const settings = z.object({
  /** The board's name in its address, e.g. "welbehealth" of job-boards.greenhouse.io/welbehealth. */
  token: z.string().regex(/^[\w.-]{1,100}$/, 'the board name in its address'),
  base_url: baseUrl,
})
type Settings = z.infer<typeof settings>

const named = z.object({ name: soft(z.string()) })
const jobSchema = z.object({
  id: z.union([z.string().min(1), z.number()]),
  title: z.string().trim().min(1),
  absolute_url: soft(z.string()),
  company_name: soft(z.string()),
  location: soft(named),
  first_published: soft(z.string()),
  application_deadline: soft(z.string()),
  content: soft(z.string()),
  language: soft(z.string()),
  requisition_id: word,
  internal_job_id: word,
  departments: soft(z.array(named)),
  offices: soft(z.array(named.extend({ location: soft(z.union([z.string(), named])) }))),
  metadata: soft(z.array(z.object({ name: soft(z.string()), value: z.unknown() }))),
  pay_input_ranges: soft(z.array(z.record(z.string(), z.unknown()))),
})
type Job = z.infer<typeof jobSchema>

const frame = z.object({ jobs: z.array(z.unknown()) })

/** Whether the place field itself says remote: true, or null when it says nothing clear ("Hybrid"). */
function remoteOf(job: Job, facts: Record<string, unknown>): boolean | null {
  const mode = workMode(job, facts) ?? ''
  if (/hybrid|\bnot remote|no remote|remote after/i.test(mode)) return null
  return /\b(remote|work from home|telecommute|virtual)\b/i.test(mode) ? true : null
}

const MODE_FIELD = /workplace|work (location )?type|work arrangement|remote|location type/i
const YES = /^(yes|true)$/i

/** The feed's words on where the work is done: a board's own field, else the place line when it speaks of it. */
function workMode(job: Job, facts: Record<string, unknown>): string | null {
  for (const [name, value] of Object.entries(facts)) {
    if (!MODE_FIELD.test(name)) continue
    if (
      /remote/i.test(name) &&
      (value === true || (typeof value === 'string' && YES.test(value)))
    ) {
      return 'Remote'
    }
    const words = text(value)
    if (words !== null && /remote|hybrid|on-?site|office/i.test(words)) return words
  }
  const line = text(job.location?.name)
  return line !== null && /remote|hybrid|work from home|virtual|on-?site/i.test(line) ? line : null
}

const SCHEDULE_FIELD = /employment type|time type|job type|position type|full.?time|schedule/i

/** Amounts in cents under a title such as "Hourly Pay Range", which alone says the period. */
function rangesOf(job: Job): Rate[] {
  const dollars = (cents: unknown) => (amount(cents) ?? 0) / 100
  return (job.pay_input_ranges ?? []).map((r) => ({
    min: dollars(r.min_cents),
    max: dollars(r.max_cents),
    currency: r.currency_type,
    period: periodIn(`${text(r.title) ?? ''} ${text(r.blurb) ?? ''}`),
  }))
}

function periodIn(words: string): 'hour' | 'year' | null {
  if (/hour/i.test(words)) return 'hour'
  return /annual|year|salary/i.test(words) ? 'year' : null
}

function postingOf(job: Job): RawPosting {
  const facts = stated(
    Object.fromEntries((job.metadata ?? []).map((m) => [text(m.name) ?? '', m.value])),
  )
  const line = text(job.location?.name)
  const offices = (job.offices ?? []).map((o) => ({
    name: text(o.name),
    location: text(typeof o.location === 'object' ? o.location?.name : o.location),
  }))
  const ownPlaces = placesFromWords(line)
  const officePlaces = () => distinct(offices.flatMap((o) => placesFromWords(o.location ?? o.name)))
  const pay = payOf(rangesOf(job))
  const mode = workMode(job, facts)
  const remote = remoteOf(job, facts)
  const schedule = Object.entries(facts).find(([name]) => SCHEDULE_FIELD.test(name))?.[1]
  const employmentType = list(schedule).map(text).filter(Boolean).join(', ') || null
  const other = stated({
    requisition_id: text(job.requisition_id),
    internal_job_id: text(job.internal_job_id),
    language: text(job.language),
    departments: (job.departments ?? []).map((d) => text(d.name)).filter(Boolean),
    location: line,
    offices: offices.map(stated),
    metadata: Object.keys(facts).length > 0 ? facts : null,
    pay_input_ranges: job.pay_input_ranges,
  })
  return {
    external_id: String(job.id),
    title: job.title,
    url: webAddress(job.absolute_url),
    apply_url: webAddress(job.absolute_url),
    employer: text(job.company_name),
    places: ownPlaces.length > 0 ? ownPlaces : officePlaces(),
    remote,
    posted_at: isoDate(job.first_published),
    expires_at: isoDate(job.application_deadline),
    pay,
    employment_type: employmentType,
    html: asHtml(job.content),
    structured: {
      ...stated({ remote, work_mode: mode, pay, employment_type: employmentType }),
      other,
    },
  }
}

/** Greenhouse job boards: one answer holds every posting of an employer, texts included. */
export const greenhouse: Adapter<Settings> = {
  kind: 'greenhouse',
  about: {
    name: 'Greenhouse',
    source: 'Greenhouse Job Board API documentation; recorded payload of 2026-07',
    terms: 'The owner offers the board as an open interface without a key and states no limit.',
    quirks: [
      'The description is HTML escaped as text: it is unescaped once before use.',
      'updated_at moves when nothing a reader sees has changed; the posting date is first_published.',
      'The place line may say only "Hybrid" or "Remote"; then the offices name the town.',
      'Closed jobs vanish from the list.',
    ],
    proven: true,
    needs: [],
  },
  pace: 1000,
  policy: {
    may_cache_text: true,
    must_link: true,
    must_name: false,
    credit_html: null,
    may_email: true,
    may_gate: false,
    may_index: false,
    may_export: true,
    min_interval_s: 3600,
    daily_cap: null,
    min_delay_s: 0,
  },
  settings,
  example: { token: 'welbehealth' },
  first: (s) => [
    {
      url: rebase(
        `https://boards-api.greenhouse.io/v1/boards/${encodeURIComponent(s.token)}/jobs?content=true`,
        s.base_url,
      ),
      audience: 'api',
    },
  ],
  read(page) {
    const body = framed(frame, jsonBody(page, 'Greenhouse'), 'Greenhouse')
    const read = mapEach(body.jobs, 'jobs', jobSchema, idAt('id'), postingOf)
    // The whole board comes in one document, so a body that parses is complete: meta.total adds nothing
    // but doubt (boards were seen to count jobs there that they do not show).
    return { ...read, details: [], next: [], total: null }
  },
}
