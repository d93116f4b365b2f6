import { z } from 'zod'
import type { Place, RawPosting } from '../../core/domain/posting.ts'
import type { Adapter, DetailStub, FeedPage, FeedRead, FeedRequest } from './contract.ts'
import { courseAfter, firstWalks, searchWords, walkOf, type Walk } from './paged-list.ts'
import { distinct, placeOf, placesFromWords } from './places.ts'
import {
  asHtml,
  badFeed,
  baseUrl,
  framed,
  hostName,
  idAt,
  isoDate,
  jsonBody,
  mapEach,
  organisation,
  rebase,
  section,
  soft,
  stated,
  text,
  word,
} from './shape.ts'
import { UNSTATED_TERMS } from './policies.ts'
import { remoteIn } from './work-modes.ts'

const FEED = 'Oracle Recruiting'
const SERVING = { pageSize: 100, whole: 5000, reach: Infinity }

const settings = z.object({
  /** The host of the career site, e.g. "ibmwjb.fa.ocs.oraclecloud.com". */
  host: hostName,
  /** The site in its address, e.g. "CX_1" of /hcmUI/CandidateExperience/en/sites/CX_1. */
  site_number: z.string().regex(/^\w[\w-]{0,60}$/, 'the site in its address, as in "CX_1"'),
  search: searchWords,
  base_url: baseUrl,
})
type Settings = z.infer<typeof settings>

const located = soft(
  z.array(
    z.object({
      Name: word,
      LocationName: word,
      TownOrCity: word,
      Region2: word,
      Region3: word,
      Country: word,
    }),
  ),
)
/** Fields the employer made up for its own site, with the label a reader sees. */
const flexField = z.object({ Prompt: word, Value: word })
const flexFields = soft(
  z.union([z.array(flexField), z.object({ items: z.array(flexField) }).transform((f) => f.items)]),
)
const jobSchema = z.object({
  Id: z.union([z.string().min(1), z.number()]),
  Title: z.string({ error: 'Title: missing' }).trim().min(1, 'Title: empty'),
  PostedDate: word,
  PostingEndDate: word,
  ExternalPostedStartDate: word,
  ExternalPostedEndDate: word,
  PrimaryLocation: word,
  PrimaryLocationCountry: word,
  secondaryLocations: located,
  workLocation: located,
  otherWorkLocations: located,
  WorkplaceTypeCode: word,
  WorkplaceType: word,
  LegalEmployer: word,
  StudyLevel: word,
  JobSchedule: word,
  ContractType: word,
  ShortDescriptionStr: word,
  ExternalDescriptionStr: word,
  ExternalResponsibilitiesStr: word,
  ExternalQualificationsStr: word,
  CorporateDescriptionStr: word,
  OrganizationDescriptionStr: word,
  skills: soft(z.array(z.object({ Skill: word }))),
  requisitionFlexFields: flexFields,
  // Facts that are kept as they are.
  Category: word,
  RequisitionType: word,
  JobFamily: word,
  JobFunction: word,
  JobType: word,
  WorkerType: word,
  ManagerLevel: word,
  JobShift: word,
  JobGrade: word,
  WorkDays: word,
  WorkHours: word,
  WorkDurationMonths: word,
  WorkDurationYears: word,
  NumberOfOpenings: word,
  BusinessUnit: word,
  Department: word,
  Organization: word,
  DomesticTravelRequired: word,
  InternationalTravelRequired: word,
  Language: word,
})
type Job = z.infer<typeof jobSchema>

const KEPT = [
  'Category',
  'RequisitionType',
  'JobFamily',
  'JobFunction',
  'JobType',
  'WorkerType',
  'ManagerLevel',
  'JobShift',
  'JobGrade',
  'WorkDays',
  'WorkHours',
  'WorkDurationMonths',
  'WorkDurationYears',
  'NumberOfOpenings',
  'BusinessUnit',
  'Department',
  'Organization',
  'LegalEmployer',
  'DomesticTravelRequired',
  'InternationalTravelRequired',
  'Language',
  'PrimaryLocation',
] as const

const listFrame = z.object({
  items: z.array(
    z.object({
      requisitionList: soft(z.array(z.unknown())),
      TotalJobsCount: soft(z.coerce.number()),
    }),
  ),
})
const detailFrame = z.object({ items: z.array(z.unknown()) })

/** The named places; where these are no towns ("United States"), the addresses of the work itself. */
function placesOf(job: Job): Place[] {
  const names = [job.PrimaryLocation, ...(job.secondaryLocations ?? []).map((l) => l.Name)]
  const named = distinct(names.flatMap((name) => placesFromWords(text(name))))
  if (named.some((p) => p.city !== null)) return named
  const at = [...(job.workLocation ?? []), ...(job.otherWorkLocations ?? [])].map((l) =>
    placeOf({ city: l.TownOrCity, region: text(l.Region2) ?? l.Region3, country: l.Country }),
  )
  const towns = at.filter((p) => p !== null)
  if (towns.length > 0) return distinct(towns)
  const country = placeOf({ city: null, region: null, country: job.PrimaryLocationCountry })
  return named.length > 0 || country === null ? named : [country]
}

function htmlOf(job: Job): string | null {
  const own = asHtml(job.ExternalDescriptionStr) ?? asHtml(job.ShortDescriptionStr) ?? ''
  const flex = (job.requisitionFlexFields ?? []).flatMap((f) => {
    const [prompt, value] = [text(f.Prompt), text(f.Value)]
    return prompt === null || value === null ? [] : [`${prompt}: ${value}`]
  })
  const html = [
    own,
    section('Responsibilities', job.ExternalResponsibilitiesStr),
    section('Qualifications', job.ExternalQualificationsStr),
    section(
      'Skills',
      (job.skills ?? []).map((k) => k.Skill),
    ),
    section('Job info', flex),
    section('About the organisation', job.OrganizationDescriptionStr),
    section('About the employer', job.CorporateDescriptionStr),
  ].join('')
  return html === '' ? null : html
}

function postingOf(job: Job, s: Settings): RawPosting {
  const id = String(job.Id)
  const mode = text(job.WorkplaceType) ?? text(job.WorkplaceTypeCode)
  const remote = remoteIn(mode)
  const employmentType =
    [text(job.JobSchedule), text(job.ContractType)].filter(Boolean).join(', ') || null
  return {
    external_id: id,
    title: job.Title,
    url: `https://${s.host}/hcmUI/CandidateExperience/en/sites/${s.site_number}/job/${encodeURIComponent(id)}`,
    apply_url: null,
    employer: organisation(job.LegalEmployer),
    places: placesOf(job),
    remote,
    posted_at: isoDate(job.ExternalPostedStartDate) ?? isoDate(job.PostedDate),
    expires_at: isoDate(job.ExternalPostedEndDate) ?? isoDate(job.PostingEndDate),
    pay: null,
    employment_type: employmentType,
    html: htmlOf(job),
    structured: {
      ...stated({
        remote,
        work_mode: mode,
        employment_type: employmentType,
        education: text(job.StudyLevel),
      }),
      other: stated({
        ...Object.fromEntries(KEPT.map((key) => [key, text(job[key])])),
        further_locations: (job.secondaryLocations ?? []).map((l) => text(l.Name)).filter(Boolean),
        work_locations: [...(job.workLocation ?? []), ...(job.otherWorkLocations ?? [])]
          .map((l) => text(l.LocationName) ?? text(l.Name))
          .filter(Boolean),
      }),
    },
  }
}

function resource(s: Settings, name: string): string {
  return `https://${s.host}/hcmRestApi/resources/latest/${name}?onlyData=true`
}

/** The children that are asked for; without them the list comes empty beside a total, with status 200. */
const EXPANDED = [
  'workLocation',
  'otherWorkLocations',
  'secondaryLocations',
  'requisitionFlexFields',
]
  .map((child) => `requisitionList.${child}`)
  .join(',')
/** Without facets in the finder the keyword is passed over. */
const FACETS = ['LOCATIONS', 'WORK_LOCATIONS', 'WORKPLACE_TYPES', 'TITLES', 'CATEGORIES'].join(
  '%3B',
)

function listRequest(s: Settings, walk: Walk): FeedRequest {
  const finder = [
    `findReqs;siteNumber=${s.site_number}`,
    `facetsList=${FACETS}`,
    `limit=${SERVING.pageSize}`,
    `offset=${walk.seen}`,
    ...(walk.search === '' ? [] : [`keyword=${encodeURIComponent(`"${walk.search}"`)}`]),
    'sortBy=POSTING_DATES_DESC',
  ].join(',')
  const url = `${resource(s, 'recruitingCEJobRequisitions')}&expand=${EXPANDED}&finder=${finder}`
  return { url: rebase(url, s.base_url), audience: 'page', context: walk }
}

function stubOf(listed: RawPosting, s: Settings): DetailStub {
  const finder = `ById;Id=%22${encodeURIComponent(listed.external_id)}%22,siteNumber=${s.site_number}`
  const url = `${resource(s, 'recruitingCEJobRequisitionDetails')}&expand=all&finder=${finder}`
  return {
    external_id: listed.external_id,
    version: null,
    title: listed.title,
    request: { url: rebase(url, s.base_url), audience: 'page' },
    listed,
  }
}

function readList(page: FeedPage, body: unknown, s: Settings): FeedRead {
  const [answer] = framed(listFrame, body, FEED).items
  const shown = answer?.requisitionList ?? []
  const total = answer?.TotalJobsCount ?? null
  const walk = walkOf(page.context)
  if (walk.page === 1 && shown.length === 0 && (total ?? 0) > 0) {
    const counted = `the answer counts ${total} postings and shows none of them`
    throw badFeed('mis-shaped', FEED, `${counted}: its list was not expanded.`)
  }
  const idOf = idAt('Id')
  const course = courseAfter(walk, { ids: shown.map(idOf), total }, SERVING)
  const kept = course.keep ? shown : []
  const read = mapEach(kept, 'items[0].requisitionList', jobSchema, idOf, (job) =>
    postingOf(job, s),
  )
  return {
    postings: [],
    details: read.postings.map((p) => stubOf(p, s)),
    rejected: read.rejected,
    next: course.next.map((w) => listRequest(s, w)),
    total: course.total,
    cut: course.cut,
  }
}

function readPosting(body: unknown, s: Settings): RawPosting | null {
  const [item] = framed(detailFrame, body, FEED).items
  return item === undefined ? null : postingOf(framed(jobSchema, item, FEED), s)
}

const isDetail = (body: unknown) => {
  const frame = detailFrame.safeParse(body)
  const [item] = frame.success ? frame.data.items : []
  return typeof item === 'object' && item !== null && 'Id' in item && 'Title' in item
}

/** Oracle Recruiting career sites, by the interface that their own pages read. */
export const oracle: Adapter<Settings> = {
  kind: 'oracle',
  about: {
    name: FEED,
    source:
      'Not documented by its owner for readers: observations published by readers of it (2026); shape by hand, no recorded payload',
    terms:
      "The employer's own career site: robots.txt is honoured, one host is read slowly, the advert is linked and not passed on.",
    quirks: [
      'Without expand the list is empty beside a total, with status 200: such an answer is refused.',
      'Paging stands inside the finder; hasMore tells nothing, TotalJobsCount does.',
      'The keyword is passed over when the finder names no facets.',
      'The text comes in up to three parts on an address of its own; some employers put pay and hours into fields of their own making.',
      'An advert that is gone answers with an empty list and status 200.',
    ],
    proven: false,
    needs: [],
  },
  pace: 1000,
  policy: UNSTATED_TERMS,
  settings,
  example: { host: 'ibmwjb.fa.ocs.oraclecloud.com', site_number: 'CX_1' },
  first: (s) => firstWalks(s.search).map((walk) => listRequest(s, walk)),
  read(page, s) {
    const body = jsonBody(page, FEED)
    // A single advert, as the command line may be given one.
    if (isDetail(body)) {
      const posting = readPosting(body, s)
      const postings = posting === null ? [] : [posting]
      return { postings, details: [], rejected: [], next: [], total: null }
    }
    return readList(page, body, s)
  },
  readDetail: (page, _, s) => readPosting(jsonBody(page, FEED), s),
}
