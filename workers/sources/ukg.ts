import { z } from 'zod'
import type { Place, RawPosting } from '../../core/domain/posting.ts'
import type { Adapter, DetailStub, FeedPage, FeedRead, FeedRequest } from './contract.ts'
import { plain } from './fields.ts'
import { listedIn, withListed } from './listed.ts'
import { jsonBehind, wholePage } from './page-html.ts'
import { payOf } from './pay-fields.ts'
import { distinct, placeOf, placesFromWords } from './places.ts'
import { UNSTATED_TERMS } from './policies.ts'
import {
  asHtml,
  badFeed,
  baseUrl,
  framed,
  idAt,
  isoDate,
  jsonBody,
  mapEach,
  rebase,
  soft,
  someBody,
  stated,
  text,
  word,
} from './shape.ts'
import { modeIn } from './work-modes.ts'

const FEED = 'UKG Pro'
const PER_PAGE = 50

const settings = z.object({
  /** The board, e.g. "https://recruiting2.ultipro.com/<company>/JobBoard/<board id>/". */
  url: z
    .url({ protocol: /^https$/ })
    .regex(
      /^https:\/\/[\w.-]+\.(ultipro\.(com|ca)|ukg\.net)\/[\w-]+\/JobBoard\/[\w-]{1,64}\/?$/i,
      'the address of a UKG Pro job board',
    ),
  base_url: baseUrl,
})
type Settings = z.infer<typeof settings>

const named = soft(z.union([z.string(), z.object({ Code: word, Name: word })]))
const locationSchema = z.object({
  LocalizedName: word,
  LocalizedDescription: word,
  Address: soft(
    z.object({ Line1: word, City: word, PostalCode: word, State: named, Country: named }),
  ),
})
const rangeSchema = soft(z.object({ PayRangeMinimum: word, PayRangeMaximum: word }))
/** List entry and detail share these fields; the detail adds the text, the pay and the first date. */
const opportunitySchema = z.object({
  Id: z.union([z.string().trim().min(1), z.number()]),
  Title: z.string({ error: 'missing' }).trim().min(1),
  RequisitionNumber: word,
  FullTime: soft(z.boolean()),
  JobCategoryName: word,
  Locations: soft(z.array(soft(locationSchema))),
  JobLocationType: word,
  PostedDate: word,
  BriefDescription: word,
  Description: word,
  OpportunityIsClosed: soft(z.boolean()),
  PayRangeVisible: soft(z.boolean()),
  PayRange: rangeSchema,
  PayRangeCurrencyCode: word,
})
type Opportunity = z.infer<typeof opportunitySchema>

const frame = z.object({ opportunities: z.array(z.unknown()), totalCount: soft(z.number()) })

type Named = z.infer<typeof named>
const nameOf = (value: Named) =>
  text(typeof value === 'object' && value !== null ? value.Name : value)
const codeOf = (value: Named) =>
  text(typeof value === 'object' && value !== null ? value.Code : value)

/** The place of an address; a name alone ("Main Campus") is a place only when it spells its state. */
function placesAt(l: z.infer<typeof locationSchema>): Place[] {
  const a = l.Address
  const country = nameOf(a?.Country) ?? codeOf(a?.Country)
  const us = country === null || /^(us|usa|united states)/i.test(country)
  const region = us ? (codeOf(a?.State) ?? nameOf(a?.State)) : nameOf(a?.State)
  const place = placeOf({ city: a?.City, region, country })
  if (place !== null) return [place]
  const said = [l.LocalizedDescription, l.LocalizedName].map(plain)
  return said.flatMap((line) => placesFromWords(line)).filter((p) => p.state !== null)
}

const MODES: Record<string, { remote: boolean | null; work_mode: string }> = {
  '0': { remote: null, work_mode: 'Hybrid' },
  '1': { remote: false, work_mode: 'On-site' },
  '2': { remote: true, work_mode: 'Remote' },
}

/** Only a range that the public may see; its unit is not told. */
function payRangeOf(o: Opportunity): RawPosting['pay'] {
  if (o.PayRangeVisible !== true) return null
  const [min, max] = [o.PayRange?.PayRangeMinimum, o.PayRange?.PayRangeMaximum]
  return payOf([{ min, max, currency: o.PayRangeCurrencyCode, period: null }])
}

const board = (s: Settings) => s.url.replace(/\/+$/, '')
const page = (s: Settings, id: string) =>
  `${board(s)}/OpportunityDetail?opportunityId=${encodeURIComponent(id)}`

/** Facts of the detail that are kept as they are. */
const KEPT = [
  'Educations',
  'LicenseAndCertifications',
  'Skills',
  'WorkExperiences',
  'TravelRequired',
  'PhysicalRequirements',
  'CompensationAmount',
] as const

function postingOf(o: Opportunity, s: Settings, raw: Record<string, unknown> = {}): RawPosting {
  const locations = (o.Locations ?? []).filter((l) => l != null)
  const said = modeIn(...locations.map((l) => plain(l.LocalizedName)))
  const mode = MODES[text(o.JobLocationType) ?? ''] ?? said
  const employmentType = o.FullTime == null ? null : o.FullTime ? 'Full-time' : 'Part-time'
  const pay = payRangeOf(o)
  const kept = KEPT.map((key) => [key, raw[key]] as const)
  return {
    external_id: String(o.Id),
    title: plain(o.Title) ?? o.Title,
    url: page(s, String(o.Id)),
    apply_url: null,
    employer: null,
    places: distinct(locations.flatMap(placesAt)),
    remote: mode.remote,
    posted_at: isoDate(o.PostedDate),
    expires_at: null,
    pay,
    employment_type: employmentType,
    html: asHtml(o.Description) ?? asHtml(o.BriefDescription),
    structured: {
      ...stated({ ...mode, pay, employment_type: employmentType }),
      other: stated({
        requisition_id: text(o.RequisitionNumber),
        category: plain(o.JobCategoryName),
        locations: locations.map((l) =>
          stated({
            name: plain(l.LocalizedName),
            description: plain(l.LocalizedDescription),
            street: plain(l.Address?.Line1),
            postal_code: text(l.Address?.PostalCode),
          }),
        ),
        ...Object.fromEntries(kept),
      }),
    },
  }
}

function stubOf(listed: RawPosting, s: Settings): DetailStub {
  return {
    external_id: listed.external_id,
    // The date of the list moves when a posting is published again, not when it is edited.
    version: null,
    title: listed.title,
    request: {
      url: rebase(page(s, listed.external_id), s.base_url),
      audience: 'page',
      context: { listed },
    },
    listed,
  }
}

function listOf(page: FeedPage, s: Settings): FeedRead {
  const { opportunities, totalCount } = framed(frame, jsonBody(page, FEED), FEED)
  const idOf = idAt('Id')
  const map = (o: Opportunity) => postingOf(o, s)
  const read = mapEach(opportunities, 'opportunities', opportunitySchema, idOf, map)
  const skipped = typeof page.context['skip'] === 'number' ? page.context['skip'] : 0
  const seen = skipped + opportunities.length
  const first = idOf(opportunities[0])
  // The total tells a board that serves the same page again to be read in part.
  const again = first !== null && first === page.context['first']
  const more = opportunities.length > 0 && !again && totalCount != null && seen < totalCount
  return {
    postings: [],
    details: read.postings.map((p) => stubOf(p, s)),
    rejected: read.rejected,
    next: more ? [request(s, seen, first)] : [],
    total: totalCount ?? null,
  }
}

const DETAIL = /\bUS\.Opportunity\.CandidateOpportunityDetail\(\s*(?=\{)/

/** The posting of a page; null when the page says that it is closed. */
function detailOf(body: string, s: Settings): RawPosting | null {
  const raw = jsonBehind(body, DETAIL, FEED)
  if (raw === undefined) {
    throw badFeed('mis-shaped', FEED, 'the page carries no opportunity in its data.')
  }
  const opportunity = framed(opportunitySchema, raw, FEED)
  if (opportunity.OpportunityIsClosed === true) return null
  return postingOf(opportunity, s, raw as Record<string, unknown>)
}

function request(s: Settings, skip: number, first: string | null): FeedRequest {
  return {
    url: rebase(`${board(s)}/JobBoardView/LoadSearchResults`, s.base_url),
    method: 'POST',
    headers: { 'Content-Type': 'application/json; charset=utf-8', Accept: 'application/json' },
    body: JSON.stringify({
      opportunitySearch: {
        Top: PER_PAGE,
        Skip: skip,
        QueryString: '',
        OrderBy: [{ Value: 'postedDateDesc', PropertyName: 'PostedDate', Ascending: false }],
        Filters: [],
      },
      matchCriteria: {
        PreferredJobs: [],
        Educations: [],
        LicenseAndCertifications: [],
        Skills: [],
        hasNoLicenses: false,
        SkippedSkills: [],
      },
    }),
    audience: 'page',
    context: { skip, first },
  }
}

/** UKG Pro (UltiPro) job boards: the search the board itself asks, and a page for each opportunity. */
export const ukg: Adapter<Settings> = {
  kind: 'ukg',
  about: {
    name: 'UKG Pro',
    source:
      'Not documented by its owner; search and opportunity page as public readers describe them who name the live boards they checked (career-ops and others, 2026-07 to 2026-10), no recorded payload',
    terms:
      'The owner states none for the boards: robots.txt is honoured, the advert is linked and nothing is passed on.',
    quirks: [
      "PostedDate of the list moves when a posting is published again; that of the opportunity's own page is the first.",
      'JobLocationType is a code: 0 hybrid, 1 on site, 2 remote.',
      'Pay that the employer hides is in the page all the same: PayRangeVisible decides. Its unit is not told.',
      'An unknown board answers 200 with a count of 0.',
      'Some boards serve the opportunity by script only: then its page cannot be read and the posting waits.',
    ],
    proven: false,
    needs: [],
  },
  pace: 2000,
  policy: UNSTATED_TERMS,
  settings,
  example: {
    url: 'https://recruiting2.ultipro.com/SOU1048SOFO/JobBoard/c9cedf85-000e-4f7b-b325-fdda3f04c5be/',
  },
  first: (s) => [request(s, 0, null)],
  read(page, s) {
    if (!DETAIL.test(someBody(page, FEED))) return listOf(page, s)
    // An opportunity page that is read on its own.
    const posting = detailOf(wholePage(page, FEED), s)
    const postings = posting === null ? [] : [posting]
    return { postings, details: [], rejected: [], next: [], total: null }
  },
  readDetail(page, stub, s) {
    const posting = detailOf(wholePage(page, FEED), s)
    if (posting === null) return null
    return { ...withListed(posting, listedIn(page.context)), external_id: stub.external_id }
  },
}
