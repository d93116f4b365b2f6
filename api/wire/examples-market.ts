import type { z } from 'zod'
import type { helpSchema } from './help.ts'
import type { insightsSchema } from './insights.ts'

/** Worked examples of the market and of help, for the OpenAPI document. The figures are invented. */

const remote = {
  value: 'remote',
  listings: 120,
  median_months: { value: 24, sample: 96 },
  open_to_newcomers: { value: 0.15, sample: 120 },
}
const onsite = {
  value: 'onsite',
  listings: 300,
  median_months: { value: 12, sample: 210 },
  open_to_newcomers: { value: 0.3, sample: 300 },
}

export const insightsExample: z.input<typeof insightsSchema> = {
  as_of: '2026-11-24T06:00:00.000Z',
  basis: 'live',
  least_sample: 5,
  suspicious: 3,
  all: {
    value: '',
    listings: 420,
    median_months: { value: 12, sample: 306 },
    open_to_newcomers: { value: 0.26, sample: 420 },
  },
  work_mode: [remote, onsite],
  setting: [{ ...onsite, value: 'underserved' }],
  role: [{ ...onsite, value: 'billing' }],
  credential: [{ ...remote, value: 'CPC' }],
  state: [
    {
      value: 'WY',
      listings: 3,
      median_months: { value: null, sample: 2 },
      open_to_newcomers: { value: null, sample: 3 },
    },
  ],
  pay: [
    {
      state: 'PA',
      adverts: {
        low: { value: 17, sample: 24 },
        median: { value: 18.5, sample: 24 },
        high: { value: 20.25, sample: 24 },
      },
      wages: [
        {
          soc: '43-3021',
          low: 16,
          high: 18,
          median: 22,
          sample: true,
          source: 'SAMPLE-oews.csv',
          as_of: '2024-05-01',
        },
      ],
    },
  ],
  trend: [
    {
      week: '2026-11-16',
      complete: true,
      listings: 41,
      median_months: { value: 12, sample: 30 },
      open_to_newcomers: { value: 0.27, sample: 41 },
    },
  ],
}

export const helpExample: z.input<typeof helpSchema> = {
  items: [
    {
      id: 'amba-chapters',
      name: 'AMBA local chapters',
      kind: 'chapter_finder',
      body: 'American Medical Billing Association (AMBA)',
      what_for: 'Meet other medical billers near you.',
      states: [],
      reach: 'Ask AMBA for the nearest chapter.',
      address: 'ambanet.net',
      source: 'ambanet.net, page on education units (copy)',
      as_of: null,
      checked: '2026-11-24',
      note: 'We found no list of AMBA chapters anywhere.',
    },
  ],
}
