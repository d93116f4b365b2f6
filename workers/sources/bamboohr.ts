import { z } from 'zod'
import type { Place, RawPosting } from '../../core/domain/posting.ts'
import type { Adapter, DetailStub, FeedRead } from './contract.ts'
import { plain } from './fields.ts'
import { listedIn, withListed } from './listed.ts'
import { payInWords } from './pay-fields.ts'
import { distinct, placeOf } from './places.ts'
import { UNSTATED_TERMS } from './policies.ts'
import {
  asHtml,
  baseUrl,
  boardName,
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
  word,
} from './shape.ts'

const FEED = 'BambooHR'

const settings = z.object({
  /** The company's name in its address, e.g. "ashememorial" of ashememorial.bamboohr.com. */
  board: boardName,
  base_url: baseUrl,
})
type Settings = z.infer<typeof settings>

const located = soft(
  z.object({
    city: word,
    state: word,
    province: word,
    postalCode: word,
    country: word,
    addressCountry: word,
  }),
)
/** List entry and detail share these fields; the detail adds the text, the date and the pay. */
const openingSchema = z.object({
  id: z.union([z.string().trim().min(1), z.number()]),
  jobOpeningName: z.string({ error: 'the title is missing' }).trim().min(1, 'the title is empty'),
  jobOpeningShareUrl: word,
  departmentLabel: word,
  employmentStatusLabel: word,
  employmentType: word,
  location: located,
  atsLocation: located,
  isRemote: soft(z.boolean()),
  locationType: word,
  description: word,
  compensation: word,
  datePosted: word,
  minimumExperience: word,
})
type Opening = z.infer<typeof openingSchema>

const listFrame = z.object({
  meta: soft(z.object({ totalCount: soft(z.number()) })),
  result: z.array(z.unknown()),
})
const detailFrame = z.object({
  result: z.object({ jobOpening: z.record(z.string(), z.unknown()) }),
})

/** Either the job's own place or, where that is blank, the employer's office. */
function placesOf(o: Opening): Place[] {
  const places = [o.location, o.atsLocation].map((l) =>
    placeOf({
      city: l?.city,
      region: text(l?.state) ?? text(l?.province),
      country: text(l?.addressCountry) ?? text(l?.country),
    }),
  )
  const found = places.find((p) => p !== null)
  return found == null ? [] : distinct([found])
}

/** The stated parts of a place; null when there are none. */
function saidOf(l: Opening['location']): Record<string, unknown> | null {
  const said = stated(l ?? {})
  return Object.keys(said).length > 0 ? said : null
}

const MODES: Record<string, { remote: boolean | null; work_mode: string }> = {
  '0': { remote: false, work_mode: 'On-site' },
  '1': { remote: true, work_mode: 'Remote' },
  '2': { remote: null, work_mode: 'Hybrid' },
}

function modeOf(o: Opening): { remote: boolean | null; work_mode: string | null } {
  const coded = MODES[text(o.locationType) ?? '']
  return coded ?? { remote: o.isRemote ?? null, work_mode: null }
}

const page = (s: Settings, id: string) =>
  `https://${s.board}.bamboohr.com/careers/${encodeURIComponent(id)}`

function postingOf(o: Opening, s: Settings): RawPosting {
  const id = String(o.id)
  const mode = modeOf(o)
  const pay = payInWords(o.compensation)
  const employmentType = plain(o.employmentStatusLabel) ?? plain(o.employmentType)
  return {
    external_id: id,
    title: plain(o.jobOpeningName) ?? o.jobOpeningName,
    url: webAddress(o.jobOpeningShareUrl) ?? page(s, id),
    apply_url: null,
    employer: null,
    places: placesOf(o),
    remote: mode.remote,
    posted_at: isoDate(o.datePosted),
    expires_at: null,
    pay,
    employment_type: employmentType,
    html: asHtml(o.description),
    structured: {
      ...stated({
        ...mode,
        pay,
        employment_type: employmentType,
        level: plain(o.minimumExperience),
      }),
      other: stated({
        department: plain(o.departmentLabel),
        compensation: plain(o.compensation),
        location_type: text(o.locationType),
        minimum_experience: plain(o.minimumExperience),
        location: saidOf(o.location),
        office: saidOf(o.atsLocation),
      }),
    },
  }
}

/** The opening of a detail answer; null when it says that nobody may apply any more ("Filled", "On Hold"). */
function openingIn(body: unknown, id: string | null, s: Settings): RawPosting | null {
  const { jobOpening } = framed(detailFrame, body, FEED).result
  const status = text(jobOpening['jobOpeningStatus'])
  if (status !== null && !/^open$/i.test(status)) return null
  const own =
    text(jobOpening['id']) ??
    /\/careers\/(\w+)/.exec(text(jobOpening['jobOpeningShareUrl']) ?? '')?.[1]
  return postingOf(framed(openingSchema, { ...jobOpening, id: id ?? own }, FEED), s)
}

function listOf(body: unknown, s: Settings): FeedRead {
  const { meta, result } = framed(listFrame, body, FEED)
  const read = mapEach(result, 'result', openingSchema, idAt('id'), (o) => postingOf(o, s))
  const details = read.postings.map((p) => stubOf(p, s))
  return {
    rejected: read.rejected,
    postings: [],
    details,
    next: [],
    total: meta?.totalCount ?? null,
  }
}

function stubOf(listed: RawPosting, s: Settings): DetailStub {
  return {
    external_id: listed.external_id,
    // The list tells no date.
    version: null,
    title: listed.title,
    request: {
      url: rebase(`${page(s, listed.external_id)}/detail`, s.base_url),
      audience: 'page',
      context: { listed },
    },
    listed,
  }
}

/** BambooHR careers pages: a JSON list of openings and a JSON document for each. */
export const bamboohr: Adapter<Settings> = {
  kind: 'bamboohr',
  about: {
    name: 'BambooHR',
    source:
      'Not documented by its owner; recorded list of 2026-07, details as public readers describe them (colophon-group/jobseek and others, 2022-09 to 2026-09)',
    terms:
      'The owner states none for the careers pages: robots.txt is honoured, the advert is linked and nothing is passed on.',
    quirks: [
      'Text, date and pay stand in the detail only.',
      'locationType is a code: 0 on site, 1 remote, 2 hybrid; isRemote is mostly null.',
      'The state comes by name; the place of the employer stands in atsLocation when the job has none of its own.',
      'An unknown company is redirected to a web page of the owner.',
      'A detail may still be served when the opening is filled or on hold: it says so.',
    ],
    proven: false,
    needs: [],
  },
  pace: 2000,
  policy: UNSTATED_TERMS,
  settings,
  example: { board: 'ashememorial' },
  first: (s) => [
    {
      url: rebase(`https://${s.board}.bamboohr.com/careers/list`, s.base_url),
      audience: 'page',
    },
  ],
  read(page, s) {
    const body = jsonBody(page, FEED)
    if (!detailFrame.safeParse(body).success) return listOf(body, s)
    // A detail that is read on its own.
    const posting = openingIn(body, null, s)
    const postings = posting === null ? [] : [posting]
    return { postings, details: [], rejected: [], next: [], total: null }
  },
  readDetail(page, stub, s) {
    const posting = openingIn(jsonBody(page, FEED), stub.external_id, s)
    return posting === null ? null : withListed(posting, listedIn(page.context))
  },
}
