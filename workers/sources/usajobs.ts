import { z } from 'zod'
import type { Place, RawPosting } from '../../core/domain/posting.ts'
import type { PayUnit } from '../../core/domain/tags.ts'
import type { Adapter, FeedRequest } from './contract.ts'
import { payOf, type Rate } from './pay-fields.ts'
import { distinct, placeOf, placesFromWords } from './places.ts'
import {
  baseUrl,
  framed,
  idAt,
  isoDate,
  jsonBody,
  list,
  mapEach,
  rebase,
  section,
  soft,
  stated,
  text,
  webAddress,
  word,
} from './shape.ts'

/** Most results in one answer that the search takes. */
const PER_PAGE = 500
/** The search serves about 5,000 results in all. */
const MOST_PAGES = 20

const settings = z.object({
  /** Search parameters as the interface documents them, e.g. {"JobCategoryCode": "0675"}. */
  query: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
  base_url: baseUrl,
})
type Settings = z.infer<typeof settings>

const coded = soft(z.array(z.object({ Code: word, Name: word })))
const locationSchema = z.object({
  LocationName: word,
  CityName: word,
  CountrySubDivisionCode: word,
  CountryCode: word,
  Longitude: soft(z.number()),
  Latitude: soft(z.number()),
})
const itemSchema = z.object({
  MatchedObjectId: z.union([z.string().min(1), z.number()]),
  MatchedObjectDescriptor: z.object({
    PositionTitle: z.string().trim().min(1),
    PositionID: word,
    PositionURI: word,
    ApplyURI: soft(z.union([z.string(), z.array(word)])),
    PositionLocationDisplay: word,
    PositionLocation: soft(z.array(locationSchema)),
    OrganizationName: word,
    DepartmentName: word,
    SubAgency: word,
    JobCategory: coded,
    JobGrade: coded,
    PositionSchedule: coded,
    PositionOfferingType: coded,
    PositionRemuneration: soft(z.array(z.record(z.string(), z.unknown()))),
    PublicationStartDate: word,
    ApplicationCloseDate: word,
    PositionEndDate: word,
    QualificationSummary: soft(z.unknown()),
    UserArea: soft(z.object({ Details: soft(z.record(z.string(), z.unknown())) })),
  }),
})
type Item = z.infer<typeof itemSchema>
type Descriptor = Item['MatchedObjectDescriptor']

const frame = z.object({
  SearchResult: z.object({
    SearchResultItems: z.array(z.unknown()),
    SearchResultCountAll: soft(z.coerce.number()),
    UserArea: soft(z.object({ NumberOfPages: soft(z.coerce.number()) })),
  }),
})

/** Rate interval codes of the interface, and the words older answers used in their place. */
const UNITS: [RegExp, PayUnit][] = [
  [/^(PA|per year)$/i, 'year'],
  [/^(PH|per hour)$/i, 'hour'],
  [/^(PD|per day)$/i, 'day'],
  [/^per week$/i, 'week'],
  [/^(BW|bi-?weekly)$/i, 'biweek'],
  [/^(PM|per month)$/i, 'month'],
]

function unitOf(rate: Record<string, unknown>): PayUnit | null {
  for (const said of [text(rate.RateIntervalCode), text(rate.Description)]) {
    const known = UNITS.find(([pattern]) => pattern.test(said ?? ''))
    if (known) return known[1]
  }
  return null
}

/** Fee basis, piece work and the like have no unit of ours, and so are no pay that can be compared. */
function ratesOf(d: Descriptor): Rate[] {
  return (d.PositionRemuneration ?? []).flatMap((rate) => {
    const period = unitOf(rate)
    if (period === null) return []
    return [{ min: rate.MinimumRange, max: rate.MaximumRange, currency: null, period }]
  })
}

/** "GS-5", "GS-12/13"; a grade "00" is a plan without grades ("VN"). null when no plan is named. */
function gradeOf(d: Descriptor, details: Record<string, unknown>): string | null {
  const plan = text(d.JobGrade?.[0]?.Code)
  if (plan === null) return null
  const grade = (value: unknown) => (text(value) ?? '').replace(/^0+/, '')
  const [low, high] = [grade(details.LowGrade), grade(details.HighGrade)]
  const span = [...new Set([low, high])].filter((g) => g !== '').join('/')
  return span === '' ? plan : `${plan}-${span}`
}

/** "Suitland, Maryland" with its state beside it; a place left open ("Location Negotiable ...") has no town. */
function placeAt(l: z.infer<typeof locationSchema>): Place | null {
  const region = text(l.CountrySubDivisionCode)
  const named = text(l.CityName) ?? text(l.LocationName)
  const open = named === null || /negotiable|anywhere|multiple locations|remote job/i.test(named)
  const city = open ? null : named.split(',')[0]
  return placeOf({ city, region, country: l.CountryCode })
}

function placesOf(d: Descriptor): Place[] {
  const located = (d.PositionLocation ?? []).map(placeAt).filter((p) => p !== null)
  if (located.length > 0) return distinct(located)
  const display = text(d.PositionLocationDisplay)
  return display === null || /anywhere|negotiable|multiple|remote/i.test(display)
    ? []
    : placesFromWords(display)
}

/** What Details says in prose, in the order of the public announcement, with the heading that page uses. */
const SECTIONS: [key: string, heading: string][] = [
  ['JobSummary', 'Summary'],
  ['AgencyMarketingStatement', 'About the agency'],
  ['MajorDuties', 'Duties'],
  ['KeyRequirements', 'Conditions of employment'],
  ['Requirements', 'Requirements'],
  ['QualificationSummary', 'Qualifications'],
  ['Education', 'Education'],
  ['OtherInformation', 'Additional information'],
  ['Benefits', 'Benefits'],
  ['Evaluations', 'How you will be evaluated'],
  ['RequiredDocuments', 'Required documents'],
  ['RequiredStandardDocuments', 'Required standard documents'],
  ['HowToApply', 'How to apply'],
  ['WhatToExpectNext', 'Next steps'],
]

function htmlOf(d: Descriptor, details: Record<string, unknown>): string | null {
  const said: Record<string, unknown> = {
    ...details,
    QualificationSummary: d.QualificationSummary ?? details.QualificationSummary,
  }
  return SECTIONS.map(([key, heading]) => section(heading, said[key])).join('') || null
}

/** Facts of Details that are kept as they are. */
const KEPT = [
  'WhoMayApply',
  'HiringPath',
  'PromotionPotential',
  'TotalOpenings',
  'SubAgencyName',
  'OrganizationCodes',
  'ServiceType',
  'SecurityClearance',
  'DrugTestRequired',
  'TravelCode',
  'Relocation',
  'TeleworkEligible',
  'RemoteIndicator',
  'BargainingUnitStatus',
  'FinancialDisclosure',
  'AnnouncementClosingType',
  'AdjudicationType',
  'PositionSensitivitiy',
  'WithinArea',
  'CommuteDistance',
  'ApplyOnlineUrl',
  'DetailStatusUrl',
  'BenefitsUrl',
  'MCOTags',
  'LowGrade',
  'HighGrade',
] as const

/** The interface dates announcements by the day and writes midnight for it: then only the day is said. */
function day(value: unknown): string | null {
  return isoDate(value)?.replace(/T00:00(:00(\.0+)?)?(Z|\+00:00)?$/, '') ?? null
}

function flag(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value
  const said = text(value)
  return said === null
    ? null
    : /^(true|yes|y)$/i.test(said)
      ? true
      : /^(false|no|n)$/i.test(said)
        ? false
        : null
}

function postingOf(item: Item): RawPosting {
  const d = item.MatchedObjectDescriptor
  const details = d.UserArea?.Details ?? {}
  const pay = payOf(ratesOf(d))
  const remote = flag(details.RemoteIndicator)
  const telework = flag(details.TeleworkEligible)
  const grade = gradeOf(d, details)
  const schedule = (d.PositionSchedule ?? [])
    .map((s) => text(s.Name))
    .filter(Boolean)
    .join(', ')
  const pairs = (value: Descriptor['JobCategory']) =>
    (value ?? []).map((c) => stated({ code: text(c.Code), name: text(c.Name) }))
  return {
    external_id: String(item.MatchedObjectId),
    title: d.PositionTitle,
    url: webAddress(d.PositionURI),
    apply_url:
      list(d.ApplyURI)
        .map((u) => webAddress(u))
        .find((u) => u !== null) ?? null,
    employer: text(d.OrganizationName) ?? text(d.DepartmentName),
    places: placesOf(d),
    remote,
    posted_at: day(d.PublicationStartDate),
    expires_at: day(d.ApplicationCloseDate) ?? day(d.PositionEndDate),
    pay,
    employment_type: schedule || null,
    html: htmlOf(d, details),
    structured: {
      ...stated({
        remote,
        work_mode: telework === true ? 'telework eligible' : null,
        pay,
        employment_type: schedule,
        grade,
      }),
      other: stated({
        position_id: text(d.PositionID),
        department: text(d.DepartmentName),
        sub_agency: text(d.SubAgency),
        location_display: text(d.PositionLocationDisplay),
        locations: (d.PositionLocation ?? []).map((l) =>
          stated({ name: text(l.LocationName), latitude: l.Latitude, longitude: l.Longitude }),
        ),
        job_categories: pairs(d.JobCategory),
        pay_plan: pairs(d.JobGrade),
        schedules: pairs(d.PositionSchedule),
        offering_types: pairs(d.PositionOfferingType),
        remuneration: d.PositionRemuneration,
        ...Object.fromEntries(KEPT.map((key) => [key, details[key]])),
      }),
    },
  }
}

function request(s: Settings, page: number, seen: number): FeedRequest {
  const url = new URL('https://data.usajobs.gov/api/Search')
  for (const [key, value] of Object.entries(s.query)) url.searchParams.set(key, String(value))
  url.searchParams.set('ResultsPerPage', String(PER_PAGE))
  url.searchParams.set('Page', String(page))
  url.searchParams.set('Fields', 'full')
  return {
    url: rebase(url.href, s.base_url),
    headers: { 'User-Agent': '{USAJOBS_EMAIL}', 'Authorization-Key': '{USAJOBS_API_KEY}' },
    audience: 'api',
    context: { page, seen },
  }
}

/** USAJOBS, the federal job board, by its search interface. */
export const usajobs: Adapter<Settings> = {
  kind: 'usajobs',
  about: {
    name: 'USAJOBS',
    source: 'USAJOBS Search API documentation; recorded payload of 2016-05',
    terms:
      'Works of the US government; the interface is meant for job boards and needs a free key registered to an e-mail address.',
    quirks: [
      'Rates come as codes (PA, PH) or, in older answers, as words (Per Year).',
      'Dates are days written as midnight; an announcement stays open through its closing day.',
      'Telework eligible is not remote: the duty station stays.',
      'A search serves about 5,000 results at most.',
    ],
    proven: true,
    needs: ['USAJOBS_API_KEY', 'USAJOBS_EMAIL'],
  },
  pace: 2000,
  policy: {
    may_cache_text: true,
    must_link: true,
    must_name: true,
    credit_html: '<a href="https://www.usajobs.gov/">USAJOBS</a>',
    may_email: true,
    may_gate: false,
    may_index: false,
    may_export: true,
    min_interval_s: 3600,
    daily_cap: null,
    min_delay_s: 0,
  },
  settings,
  example: { query: { JobCategoryCode: '0675' } },
  first: (s) => [request(s, 1, 0)],
  read(page, s) {
    const { SearchResult: result } = framed(frame, jsonBody(page, 'USAJOBS'), 'USAJOBS')
    const items = result.SearchResultItems
    const read = mapEach(
      items,
      'SearchResult.SearchResultItems',
      itemSchema,
      idAt('MatchedObjectId'),
      postingOf,
    )
    const total = result.SearchResultCountAll ?? null
    const at = typeof page.context.page === 'number' ? page.context.page : 1
    const seen = (typeof page.context.seen === 'number' ? page.context.seen : 0) + items.length
    const pages = Math.min(result.UserArea?.NumberOfPages ?? 1, MOST_PAGES)
    const more = items.length > 0 && at < pages && (total === null || seen < total)
    return { ...read, details: [], next: more ? [request(s, at + 1, seen)] : [], total }
  },
}
