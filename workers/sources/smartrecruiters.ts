import { z } from 'zod'
import type { RawPosting } from '../../core/domain/posting.ts'
import type { Adapter, DetailStub, FeedPage, FeedRead, FeedRequest } from './contract.ts'
import { courseAfter, firstWalks, searchWords, walkOf, type Walk } from './paged-list.ts'
import { placeOf, placesFromWords } from './places.ts'
import {
  asHtml,
  baseUrl,
  framed,
  idAt,
  isoDate,
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
import { markedModes } from './work-modes.ts'

const FEED = 'SmartRecruiters'
/** Most entries of one answer that the interface takes is 100. */
const SERVING = { pageSize: 100, whole: 5000, reach: Infinity }

const settings = z.object({
  /** The company's name in its address, e.g. "KittitasValleyHealthcare" of jobs.smartrecruiters.com/KittitasValleyHealthcare. */
  board: z.string().regex(/^[\w.-]{1,100}$/, 'the company name in its address'),
  search: searchWords,
  base_url: baseUrl,
})
type Settings = z.infer<typeof settings>

const words = soft(z.string())
const labelled = soft(z.object({ id: words, label: words }))
const jobSchema = z.object({
  id: z.union([z.string().min(1), z.number()]),
  name: z.string({ error: 'title (name): missing' }).trim().min(1, 'title (name): empty'),
  uuid: words,
  refNumber: words,
  company: soft(z.object({ identifier: words, name: words })),
  releasedDate: words,
  location: soft(
    z.object({
      city: words,
      region: words,
      country: words,
      address: words,
      postalCode: words,
      remote: soft(z.boolean()),
      hybrid: soft(z.boolean()),
      fullLocation: words,
    }),
  ),
  industry: labelled,
  department: labelled,
  function: labelled,
  typeOfEmployment: labelled,
  experienceLevel: labelled,
  customField: soft(z.array(z.object({ fieldLabel: words, valueLabel: words }))),
  language: soft(z.object({ code: words })),
  postingUrl: words,
  applyUrl: words,
  active: soft(z.boolean()),
  jobAd: soft(
    z.object({
      sections: soft(z.record(z.string(), soft(z.object({ title: words, text: words })))),
    }),
  ),
})
type Job = z.infer<typeof jobSchema>

const frame = z.object({ content: z.array(z.unknown()), totalFound: soft(z.coerce.number()) })

/** The order of the advert's page. */
const SECTIONS = ['companyDescription', 'jobDescription', 'qualifications', 'additionalInformation']

function htmlOf(job: Job): string | null {
  const sections = job.jobAd?.sections ?? {}
  const names = [...SECTIONS, ...Object.keys(sections).filter((n) => !SECTIONS.includes(n))]
  const html = names.map((name) => {
    const said = sections[name]
    const heading = text(said?.title)
    return heading === null ? (asHtml(said?.text) ?? '') : section(heading, said?.text)
  })
  return html.join('') || null
}

function placesOf(job: Job) {
  const l = job.location
  const place = placeOf({
    city: l?.city,
    region: l?.region,
    country: l?.country?.toUpperCase(),
  })
  return place === null ? placesFromWords(text(l?.fullLocation)) : [place]
}

function postingOf(job: Job, s: Settings): RawPosting {
  const id = String(job.id)
  const l = job.location
  const mode = markedModes({ remote: l?.remote ?? null, hybrid: l?.hybrid ?? null })
  const employmentType = text(job.typeOfEmployment?.label)
  const level = job.experienceLevel
  const company = text(job.company?.identifier) ?? s.board
  const custom = (job.customField ?? []).flatMap((f) => {
    const [name, value] = [text(f.fieldLabel), text(f.valueLabel)]
    return name === null || value === null ? [] : [[name, value]]
  })
  return {
    external_id: id,
    title: job.name,
    // The list names no page; the short address leads to the same one.
    url:
      webAddress(job.postingUrl) ??
      `https://jobs.smartrecruiters.com/${encodeURIComponent(company)}/${encodeURIComponent(id)}`,
    apply_url: webAddress(job.applyUrl),
    employer: text(job.company?.name),
    places: placesOf(job),
    remote: mode.remote,
    posted_at: isoDate(job.releasedDate),
    expires_at: null,
    pay: null,
    employment_type: employmentType,
    html: htmlOf(job),
    structured: {
      ...stated({
        remote: mode.remote,
        work_mode: mode.words,
        employment_type: employmentType,
        level: level?.id === 'not_applicable' ? null : text(level?.label),
      }),
      other: stated({
        reference: text(job.refNumber),
        uuid: text(job.uuid),
        company: text(job.company?.identifier),
        location: text(l?.fullLocation),
        address: text(l?.address),
        postal_code: text(l?.postalCode),
        industry: text(job.industry?.label),
        department: text(job.department?.label),
        function: text(job.function?.label),
        employment: text(job.typeOfEmployment?.id),
        language: text(job.language?.code),
        custom_fields: custom.length > 0 ? Object.fromEntries(custom) : null,
      }),
    },
  }
}

function address(s: Settings): string {
  return `https://api.smartrecruiters.com/v1/companies/${encodeURIComponent(s.board)}/postings`
}

function listRequest(s: Settings, walk: Walk): FeedRequest {
  const query = walk.search === '' ? '' : `&q=${encodeURIComponent(walk.search)}`
  const url = `${address(s)}?limit=${SERVING.pageSize}&offset=${walk.seen}${query}`
  return { url: rebase(url, s.base_url), audience: 'api', context: walk }
}

function stubOf(listed: RawPosting, s: Settings): DetailStub {
  const url = `${address(s)}/${encodeURIComponent(listed.external_id)}`
  return {
    external_id: listed.external_id,
    // releasedDate does not move when the text is edited, so it cannot stand for the text.
    version: null,
    title: listed.title,
    request: { url: rebase(url, s.base_url), audience: 'api' },
    listed,
  }
}

function readPosting(body: unknown, s: Settings): RawPosting | null {
  const job = framed(jobSchema, body, FEED)
  return job.active === false ? null : postingOf(job, s)
}

function readList(page: FeedPage, body: unknown, s: Settings): FeedRead {
  const { content, totalFound } = framed(frame, body, FEED)
  const idOf = idAt('id')
  const course = courseAfter(
    walkOf(page.context),
    { ids: content.map(idOf), total: totalFound ?? null },
    SERVING,
  )
  const kept = course.keep ? content : []
  const read = mapEach(kept, 'content', jobSchema, idOf, (job) => postingOf(job, s))
  return {
    postings: [],
    details: read.postings.map((p) => stubOf(p, s)),
    rejected: read.rejected,
    next: course.next.map((w) => listRequest(s, w)),
    total: course.total,
    cut: course.cut,
  }
}

/** SmartRecruiters companies: a list of facts, and each advert's text at an address of its own. */
export const smartrecruiters: Adapter<Settings> = {
  kind: 'smartrecruiters',
  about: {
    name: FEED,
    source: 'SmartRecruiters Posting API documentation; recorded payloads of 2026-06 and 2026-08',
    terms:
      'The owner documents the interface for career sites; reading needs no key. Terms of reuse are not stated.',
    quirks: [
      'The list holds no text: each advert is asked for by itself.',
      'An unknown company answers with an empty list and status 200.',
      'A remote job may have "Remote" for its town.',
      'releasedDate is the release, not the last edit.',
    ],
    proven: true,
    needs: [],
  },
  pace: 1000,
  policy: { ...UNSTATED_TERMS, min_interval_s: 3600 },
  settings,
  example: { board: 'KittitasValleyHealthcare' },
  first: (s) => firstWalks(s.search).map((walk) => listRequest(s, walk)),
  read(page, s) {
    const body = jsonBody(page, FEED)
    // A single advert, as the command line may be given one.
    if (typeof body === 'object' && body !== null && 'jobAd' in body) {
      const posting = readPosting(body, s)
      const postings = posting === null ? [] : [posting]
      return { postings, details: [], rejected: [], next: [], total: null }
    }
    return readList(page, body, s)
  },
  readDetail: (page, _, s) => readPosting(jsonBody(page, FEED), s),
}
