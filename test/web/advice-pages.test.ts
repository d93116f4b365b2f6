import { describe, expect, it } from 'vitest'
import type { Advice, Step } from '../../core/domain/advice/advice.ts'
import { type AdviceResultInput, adviceResultPage } from '../../web/pages/advice-result.tsx'
import { adviceFormPage } from '../../web/pages/advice-form.tsx'
import { NOW, sampleListing } from './samples.ts'

const NONE = { open: 0, likely: 0, stretch: 0, not_yet: 0, unknown: 0 }
const ADVICE: Advice = {
  steps: [],
  by_cost: [],
  pairs: [],
  now: NONE,
  sample: 160,
  as_of: NOW,
  left_out: 0,
}
const STEP: Step = {
  key: 'credential:CCA',
  counts_toward: {
    hiring: { level: 'some', text: 'Adverts ask for it by name.' },
    a_removal: { level: 'none', text: 'A further exam does not take off the A.' },
  },
  within_reach_ids: [20, 21, 22, 23, 24, 25],
  pay: { median_hour: 21.5, sample: 9 },
  change: { kind: 'credential', label: 'Earn the CCA', set: {} },
  opens: 14,
  listing_ids: [7, 8, 9, 10, 11, 12],
  within_reach: 6,
  cost: { low: 199, high: 299, text: '$199 for members, $299 for others' },
  months: { low: 1, high: 3 },
  note: 'Code books are extra.',
  source: 'https://example.org/cca',
  as_of: '2026-02',
  sample: 160,
}

const result = (over: Partial<AdviceResultInput> = {}) =>
  adviceResultPage({
    profile: { credentials: [] },
    advice: ADVICE,
    matches: { items: [], counts: NONE, hidden: 0 },
    view: { order: 'gain', hide: [] },
    names: new Map(),
    now: NOW,
    ...over,
  })

const match = (verdict: 'open' | 'likely' | 'stretch', id = 7) => ({
  listing: sampleListing({ id, title: `Job ${id}` }),
  verdict,
  score: 50,
  reasons: [
    {
      requirement: '12 months of billing',
      has: '3 months',
      gap: '9 months short',
      words: 'one <year>',
    },
    { requirement: 'CPC', has: null, gap: null, words: 'CPC' },
    { requirement: 'the advert does not say', has: null, gap: null, words: null },
  ],
})

describe('the form', () => {
  it('asks three questions first and posts, so that answers stay out of addresses', () => {
    const html = adviceFormPage({ values: {}, errors: [] })
    expect(html.match(/<legend><h2>\d\. /g)).toEqual([
      '<legend><h2>1. ',
      '<legend><h2>2. ',
      '<legend><h2>3. ',
    ])
    expect(html).toContain('<form class="advice-form" method="post" action="/advice">')
    expect(html).toContain('<details class="details"><summary>More about you (optional)')
  })

  it('comes back as it was sent, each fault tied to its field', () => {
    const html = adviceFormPage({
      values: { credential: ['CPC', 'RHIA'], zip: '12"', kind_2: 'billing', state: 'PA' },
      errors: [{ field: 'zip', message: 'Write five digits.' }],
    })
    expect(html).toContain('<title>Error: get advice')
    expect(html).toContain('<a href="#zip">Write five digits.</a>')
    expect(html).toMatch(
      /id="zip" name="zip" aria-invalid="true" aria-describedby="zip_fault" value="12&quot;"/,
    )
    expect(html).toMatch(/value="CPC" checked/)
    expect(html).toMatch(/<details class="more" open><summary>More credentials/)
    expect(html).toMatch(/<details class="more" open><summary>Add other kinds of work/)
    expect(html).toMatch(/<details class="details" open>/)
    expect(html).toMatch(/<option [^>]*selected[^>]*>Pennsylvania/)
  })
})

describe('the result', () => {
  it('counts every verdict in words, over a sample with its date', () => {
    const counts = { open: 12, likely: 20, stretch: 3, not_yet: 1204, unknown: 8 }
    const html = result({ matches: { items: [], counts, hidden: 0 } })
    for (const [n, words] of [
      ['12', 'Open to you now'],
      ['20', 'Likely'],
      ['3', 'A stretch'],
      ['1,204', 'Not yet'],
      ['8', 'Cannot tell'],
    ]) {
      expect(html).toContain(`<b>${n}</b><strong>${words}</strong>`)
    }
    expect(html).toContain(
      'From 160 open listings, as of <time datetime="2026-11-24T12:00:00.000Z">Nov 24, 2026</time>',
    )
  })

  it('shows the open and likely jobs with reasons, gaps and the advert’s words', () => {
    const html = result({
      matches: { items: [match('open'), match('stretch', 8)], counts: NONE, hidden: 0 },
    })
    expect(html).toContain('<a href="/listings/7">Job 7</a>')
    expect(html).not.toContain('Job 8')
    expect(html).toContain(
      '<li>12 months of billing <q>one &lt;year></q><p>3 months. <strong>9 months short.</strong></p></li>',
    )
    expect(html).toContain('<li>CPC <q>CPC</q><p>You did not say. </p></li>')
    expect(html).toContain('<li>The advert does not say </li>')
  })

  it('puts adverts with the marks of a fraud last and apart, without hiding them', () => {
    const doubtful = {
      ...match('open', 9),
      listing: sampleListing({
        id: 9,
        title: 'Job 9',
        warnings: [{ code: 'fee_to_start', words: 'kit fee' }],
      }),
    }
    const html = result({
      matches: { items: [doubtful, match('likely', 8)], counts: NONE, hidden: 0 },
    })
    expect(html).toContain('1 more advert would fit, but may be a fraud. Look twice.')
    expect(html.indexOf('Job 8')).toBeLessThan(html.indexOf('Job 9'))
    expect(html).not.toContain('None of the adverts we hold')
  })

  it('folds away all but the first eight steps', () => {
    const steps = Array.from({ length: 11 }, (_, n) => ({
      ...STEP,
      change: { ...STEP.change, label: `Step ${n + 1}.` },
    }))
    const html = result({ advice: { ...ADVICE, steps } })
    const fold = html.indexOf('3 more steps, which open less')
    expect(fold).toBeGreaterThan(html.indexOf('<h3>Step 8.</h3>'))
    expect(html.indexOf('<h3>Step 9.</h3>')).toBeGreaterThan(fold)
  })

  it('says how many jobs beside the trade were not counted', () => {
    const counts = { ...NONE, open: 100, not_yet: 58 }
    const html = result({ matches: { items: [], counts, hidden: 0 } })
    expect(html).toContain('2 jobs beside the trade, such as front desk work, are counted only')
  })

  it('shows what comes closest when nothing is open, and says so', () => {
    const html = result({ matches: { items: [match('stretch', 8)], counts: NONE, hidden: 0 } })
    expect(html).toContain('None of the adverts we hold is open to you')
    expect(html).toContain('Job 8')
  })

  it('gives each step its gain, cost, time, source, date and sample', () => {
    const html = result({
      advice: { ...ADVICE, steps: [STEP], left_out: 4 },
      matches: { items: [match('stretch', 8)], counts: NONE, hidden: 0 },
    })
    for (const words of [
      'Earn the CCA',
      'Opens 14 more listings, and brings 6 listings closer',
      '$199 for members, $299 for others',
      '1 to 3 months',
      'Code books are extra.',
      '<a href="https://example.org/cca">',
      '<time datetime="2026-02">Feb 2026</time>',
      '<dt>Counted over</dt><dd>160 listings</dd>',
      '<a href="/listings/8">Job 8</a>',
      '<a href="/listings/9">Listing 9</a>',
      'and 1 more',
      'We also tried 4 other steps',
    ]) {
      expect(html).toContain(words)
    }
  })

  it('invents no figure: a missing cost or time is named as missing', () => {
    const bare = {
      ...STEP,
      cost: null,
      months: null,
      note: null,
      as_of: null,
      source: 'Counted here',
      opens: 0,
      listing_ids: [],
    }
    const html = result({ advice: { ...ADVICE, steps: [bare] } })
    expect(html).toContain('<dt>Cost</dt><dd><span class="unsaid">We have no sourced figure</span>')
    expect(html).toContain('<dt>Time</dt><dd><span class="unsaid">We have no sourced figure</span>')
    expect(html).toContain('Opens none today, but brings 6 listings closer')
    expect(html).toContain('undated')
    expect(html).not.toContain('Which ones')
  })

  it('tells a person who said nothing that there is not enough to say', () => {
    const html = result({ profile: {} })
    expect(html).toContain('You have not told us enough to say.')
    expect(html.match(/You did not say/g)?.length).toBe(5)
  })

  it('repeats the answers and offers the form filled in with them', () => {
    const html = result({
      profile: {
        credentials: [{ code: 'CPC-A' }],
        months: { billing: 18 },
        state: 'PA',
        work_modes: ['onsite', 'remote'],
      },
    })
    expect(html).toContain('<dd>18 months (1.5 years) of medical billing</dd>')
    expect(html).toContain('<dd>On site or remote</dd>')
    expect(html).toMatch(/value="CPC-A" checked/)
  })
})
