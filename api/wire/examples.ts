import type { z } from 'zod'
import type { adviceRequestSchema, adviceSchema } from './advice.ts'
import type { feedbackListSchema, feedbackRequestSchema, feedbackSchema } from './feedback.ts'
import type { listingDetailSchema, listingPageSchema, listingSchema } from './listing.ts'
import type { matchesRequestSchema, matchesSchema } from './match.ts'
import type { sourcesSchema } from './source.ts'

/** Worked examples for the OpenAPI document. Everything in them is invented; a test holds them against the schemas. */

const listing: z.input<typeof listingSchema> = {
  id: 4711,
  title: 'Medical Billing Specialist I',
  employer: 'Laurel Hollow Nursing & Rehabilitation',
  place: 'Altoona, PA',
  places: [{ city: 'Altoona', state: 'PA', country: 'US' }],
  url: 'https://jobs.example.org/laurel-hollow/4711',
  apply_url: null,
  posted_at: '2026-11-20T00:00:00.000Z',
  first_seen: '2026-11-20T06:00:12.345Z',
  last_checked: '2026-11-24T06:00:02.100Z',
  closes_at: null,
  status: 'open',
  closed_at: null,
  demo: false,
  register_settings: ['snf'],
  credit: { name: null, html: null, link: 'https://jobs.example.org/laurel-hollow/4711' },
  in_domain: true,
  role: 'billing',
  adjacent_role: null,
  level: 'entry',
  min_months: 6,
  max_months: null,
  preferred_months: 12,
  entry: 'asks_experience',
  credentials: {
    required: [],
    any_of: false,
    required_class: null,
    preferred: ['CPB'],
    accepted_apprentice: false,
    within_months_of_hire: null,
  },
  education: { level: 'high_school', field: null, strength: 'required' },
  work_mode: 'onsite',
  hybrid_days_onsite: null,
  states_allowed: [],
  states_excluded: [],
  settings: ['snf'],
  specialties: [],
  systems: ['PointClickCare'],
  employment_type: 'full_time',
  pay: { min: 18, max: 21.5, unit: 'hour' },
  warnings: [],
  requirement: {
    kind: 'all_of',
    of: [
      {
        kind: 'experience',
        min_months: 6,
        max_months: null,
        domain: 'billing',
        strength: 'required',
        start: 0,
        end: 26,
        words: 'Six months of billing work',
      },
    ],
  },
}

export const listingPageExample: z.input<typeof listingPageSchema> = {
  total: 1,
  items: [listing],
  facets: {
    state: [{ value: 'PA', count: 1 }],
    role: [{ value: 'billing', count: 1 }],
    work_mode: [{ value: 'onsite', count: 1 }],
    credential: [{ value: 'CPB', count: 1 }],
    setting: [{ value: 'snf', count: 1 }],
    entry: [{ value: 'asks_experience', count: 1 }],
  },
  next: null,
}

export const listingDetailExample: z.input<typeof listingDetailSchema> = {
  ...listing,
  text: 'Six months of billing work. CPB is a plus.',
  html: '<p>Six months of billing work. CPB is a plus.</p>',
  evidence: {
    min_months: [{ start: 0, end: 26, words: 'Six months of billing work', rule: 'months.amount' }],
  },
  sources: [
    {
      key: 'laurel-hollow',
      employer: 'Laurel Hollow Nursing & Rehabilitation',
      kind: 'greenhouse',
      url: 'https://jobs.example.org/laurel-hollow/4711',
      first_seen: '2026-11-20T06:00:12.345Z',
      missing_since: null,
      closed_at: null,
      credit_html: null,
    },
  ],
  employer_id: 52,
  employer_settings: [
    {
      setting: 'snf',
      confidence: 0.9,
      evidence: [
        {
          rule: 'name_city',
          register: 'cms-nursing-home',
          id: '999001',
          name: 'LAUREL HOLLOW NURSING & REHABILITATION',
          city: 'ALTOONA',
          state: 'PA',
          zip5: '16601',
          source: 'NH_ProviderInfo_Jul2026.csv',
          as_of: '2026-07-01',
          sample: false,
        },
      ],
    },
    {
      setting: 'memory_care',
      confidence: 0.6,
      evidence: [
        { rule: 'text', listing_id: 4711, words: 'our memory care unit', listings: 1, of: 2 },
      ],
    },
  ],
  place_facts: [
    {
      city: 'Altoona',
      state: 'PA',
      found: true,
      counties: ['42013'],
      facts: {
        hpsa_primary_care: {
          area_kind: 'county',
          area_code: '42013',
          value: 14,
          name: 'Low Income - Example County',
          whole: false,
          source: 'BCD_HPSA_FCT_DET_PC.csv',
          as_of: '2026-07-03',
          sample: false,
        },
        hpsa_dental_health: null,
      },
      looked_up: {
        hpsa_primary_care: { source: 'BCD_HPSA_FCT_DET_PC.csv', as_of: '2026-07-03' },
        hpsa_dental_health: { source: 'BCD_HPSA_FCT_DET_DH.csv', as_of: '2026-07-03' },
      },
    },
  ],
  tagger_version: 1,
}

const profile = {
  credentials: [{ code: 'CPC-A', apprentice: true }],
  months: { front_desk: 14 },
  education: [{ level: 'certificate', field: 'medical billing and coding' }],
  state: 'PA',
  work_modes: ['onsite', 'hybrid', 'remote'],
  roles: ['coding', 'billing'],
} satisfies z.input<typeof adviceRequestSchema>['profile']

export const matchesRequestExample: z.input<typeof matchesRequestSchema> = {
  profile,
  limit: 10,
  hide: [4720],
}

export const matchesExample: z.input<typeof matchesSchema> = {
  items: [
    {
      listing,
      verdict: 'stretch',
      score: 48,
      reasons: [
        {
          requirement: '6 months of medical billing',
          has: 'none',
          gap: '6 months short',
          words: 'Six months of billing work',
        },
      ],
    },
  ],
  counts: { open: 0, likely: 0, stretch: 1, not_yet: 0, unknown: 0 },
  hidden: 0,
}

export const adviceRequestExample: z.input<typeof adviceRequestSchema> = { profile }

export const adviceExample: z.input<typeof adviceSchema> = {
  steps: [
    {
      key: 'experience:billing:6',
      change: {
        kind: 'experience',
        label: '6 more months of medical billing',
        set: { months: { front_desk: 14, billing: 6 } },
      },
      opens: 1,
      listing_ids: [4711],
      within_reach: 0,
      within_reach_ids: [],
      pay: { median_hour: null, sample: 1 },
      counts_toward: {
        hiring: { level: 'high', text: 'Paid billing work is what most billing adverts ask.' },
        a_removal: {
          level: 'maybe',
          text: 'Only the part in which you choose or correct codes, and only with a letter that says so.',
        },
      },
      cost: null,
      months: { low: 6, high: 6 },
      note: null,
      source: 'counted from the listings',
      as_of: null,
      sample: 1,
    },
  ],
  by_cost: ['experience:billing:6'],
  pairs: [],
  now: { open: 0, likely: 0, stretch: 1, not_yet: 0, unknown: 0 },
  sample: 1,
  as_of: '2026-11-24T06:00:00.000Z',
  left_out: 3,
}

export const sourcesExample: z.input<typeof sourcesSchema> = [
  {
    key: 'laurel-hollow',
    employer: 'Laurel Hollow Nursing & Rehabilitation',
    kind: 'greenhouse',
    demo: false,
    state: 'healthy',
    reason: null,
    next_due_at: '2026-11-24T12:00:00.000Z',
    credit_html: null,
    last_poll: {
      at: '2026-11-24T06:00:02.100Z',
      outcome: 'ok',
      seen: 12,
      new: 1,
      changed: 0,
      closed: 0,
      rejected: 0,
      error: null,
    },
  },
]

export const feedbackRequestExample: z.input<typeof feedbackRequestSchema> = {
  tag: 'pay',
  correct: 'The advert says $18 to $21.50 an hour.',
}

export const feedbackExample: z.input<typeof feedbackSchema> = {
  id: 12,
  listing_id: 4711,
  tag: 'pay',
  shown: { min: 18, max: 20, unit: 'hour' },
  words: ['$18 - $20/hr'],
  correct: 'The advert says $18 to $21.50 an hour.',
  tagger_version: 1,
  status: 'new',
  created_at: '2026-11-24T06:10:00.000Z',
}

export const feedbackListExample: z.input<typeof feedbackListSchema> = { items: [feedbackExample] }
