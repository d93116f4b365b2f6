import type {
  EmployerDetail,
  Listing,
  ListingDetail,
  ListingHit,
  ListingPage,
} from '../../core/domain/listing.ts'
import type { Evidence, RequirementLeaf } from '../../core/domain/reading.ts'
import { FACET_NAMES } from '../../core/domain/search/query.ts'

export const NOW = '2026-11-24T12:00:00.000Z'

/** An open, silent, on-site billing job: every tag at its emptiest. */
export function sampleListing(over: Partial<Listing> = {}): Listing {
  return {
    id: 7,
    title: 'Medical Billing Specialist',
    employer: 'Mercy Hill Hospital',
    employer_id: null,
    place: 'Scranton, PA',
    places: [{ city: 'Scranton', state: 'PA', country: 'US' }],
    url: 'https://jobs.example.org/7',
    apply_url: 'https://jobs.example.org/7/apply',
    posted_at: '2026-11-21T12:00:00.000Z',
    first_seen: '2026-11-22T12:00:00.000Z',
    last_checked: '2026-11-24T10:00:00.000Z',
    closes_at: null,
    status: 'open',
    closed_at: null,
    demo: false,
    register_settings: [],
    credit: null,
    in_domain: true,
    role: 'billing',
    adjacent_role: null,
    level: 'unknown',
    min_months: null,
    max_months: null,
    preferred_months: null,
    entry: 'not_stated',
    credentials: {
      required: [],
      any_of: false,
      required_class: null,
      preferred: [],
      accepted_apprentice: false,
      within_months_of_hire: null,
    },
    education: null,
    work_mode: 'not_stated',
    hybrid_days_onsite: null,
    states_allowed: [],
    states_excluded: [],
    settings: [],
    specialties: [],
    systems: [],
    employment_type: null,
    pay: null,
    warnings: [],
    requirement: { kind: 'all_of', of: [] },
    ...over,
  }
}

export function sampleDetail(over: Partial<ListingDetail> = {}): ListingDetail {
  return {
    ...sampleListing(over),
    text: '',
    html: null,
    evidence: {},
    sources: [],
    employer_settings: [],
    place_facts: [],
    tagger_version: 1,
    ...over,
  }
}

/** An employer with one open listing, of which nothing is known. */
export function sampleEmployer(over: Partial<EmployerDetail> = {}): EmployerDetail {
  return {
    id: 52,
    name: 'Mercy Hill Hospital',
    settings: [],
    open: 1,
    listings: [sampleListing()],
    demo: false,
    ...over,
  }
}

/** The words of a text as evidence; fails loudly when the text does not hold them. */
export function wordsIn(text: string, words: string, rule = 'test'): Evidence {
  const start = text.indexOf(words)
  if (start < 0) throw new Error(`"${words}" is not in the text`)
  return { start, end: start + words.length, words, rule }
}

export function experienceLeaf(
  text: string,
  words: string,
  months: number | null,
  over: Partial<Extract<RequirementLeaf, { kind: 'experience' }>> = {},
): RequirementLeaf {
  const { start, end } = wordsIn(text, words)
  return {
    kind: 'experience',
    strength: 'required',
    min_months: months,
    max_months: null,
    domain: null,
    start,
    end,
    words,
    ...over,
  }
}

/** A listing as a search that asked for nothing finds it. */
export function sampleHit(over: Partial<ListingHit> = {}): ListingHit {
  return { ...sampleListing(over), snippet: null, why: [], ...over }
}

export const NO_FACETS = Object.fromEntries(
  FACET_NAMES.map((name) => [name, []]),
) as unknown as ListingPage['facets']

export const NO_NAMES: ListingPage['names'] = { source: {}, employer: {} }

export function samplePage(over: Partial<ListingPage> = {}): ListingPage {
  const items = over.items ?? []
  return {
    total: items.length,
    items,
    facets: NO_FACETS,
    names: NO_NAMES,
    hidden_by_warnings: 0,
    without: [],
    suggestions: [],
    next: null,
    ...over,
  }
}
