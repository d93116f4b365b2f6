import { load } from 'cheerio'
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

/** The words of a page, one blank between them. */
const textOf = (html: string, within = 'main') => load(html)(within).text().replace(/\s+/g, ' ')

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
    const $ = load(html)
    expect(
      $('legend h2')
        .map((_, h2) => $(h2).text())
        .get(),
    ).toEqual([
      'Which credential do you hold, or train for?',
      'How much paid work have you done, and of what kind?',
      'Where do you live, and would you work from home?',
    ])
    expect(html).toContain('<form class="advice-form" method="post" action="/advice">')
    // The rest stands folded below.
    expect($('form.advice-form details.details').length).toBe(4)
    expect($('form.advice-form details[open]').length).toBe(0)
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
    expect(load(html)('#kind_2').val()).toBe('billing')
    expect(html).toMatch(/<details class="more" open><summary>Add other kinds of work/)
    expect(html).toMatch(/<details class="details" open>/)
    expect(html).toMatch(/<option [^>]*selected[^>]*>Pennsylvania/)
  })
})

describe('the result', () => {
  it('counts every verdict in words, over a sample with its date', () => {
    const counts = { open: 12, likely: 20, stretch: 3, not_yet: 1204, unknown: 8 }
    const html = result({ matches: { items: [], counts, hidden: 0 } })
    const $ = load(html)
    for (const [n, words] of [
      ['12', 'Open to you now'],
      ['20', 'Likely'],
      ['3', 'A stretch'],
      ['1,204', 'Not yet'],
      ['8', 'Cannot tell'],
    ]) {
      expect($(`.tally li:contains("${words}") b`).text()).toBe(n)
    }
    expect(textOf(html)).toContain('From 160 open listings.')
    expect(textOf(html)).toContain('Counted by Foothold from the adverts it holds, Nov 24, 2026.')
  })

  it('shows the open and likely jobs with reasons, gaps and the advert’s words', () => {
    const html = result({
      matches: { items: [match('open'), match('stretch', 8)], counts: NONE, hidden: 0 },
    })
    expect(html).toContain('<a href="/listings/7">Job 7</a>')
    expect(html).not.toContain('Job 8')
    const $ = load(html)
    expect(
      $('.reasons li')
        .map((_, li) => $(li).text().trim())
        .get(),
    ).toEqual([
      '12 months of billing one <year>3 months. 9 months short.',
      'CPC CPCYou did not say.',
      'The advert does not say',
    ])
    expect($('.reasons q').first().text()).toBe('one <year>')
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
    expect(textOf(html)).toContain('1 more advert would fit, but may be a fraud. Look twice.')
    expect(html.indexOf('Job 8')).toBeLessThan(html.indexOf('Job 9'))
    expect(html).not.toContain('None of the adverts we hold')
  })

  it('folds away all but the first eight steps', () => {
    const steps = Array.from({ length: 11 }, (_, n) => ({
      ...STEP,
      key: `step:${n}`,
      change: { ...STEP.change, label: `Step ${n + 1}.` },
    }))
    const text = textOf(result({ advice: { ...ADVICE, steps } }), '.plan')
    const fold = text.indexOf('3 more steps, further down in this order')
    expect(fold).toBeGreaterThan(text.indexOf('Step 8.Opens'))
    expect(text.indexOf('Step 9.Opens')).toBeGreaterThan(fold)
  })

  it('says how many jobs beside the trade were not counted', () => {
    const counts = { ...NONE, open: 100, not_yet: 58 }
    const html = result({ matches: { items: [], counts, hidden: 0 } })
    expect(textOf(html)).toContain(
      '2 jobs beside the trade, such as front desk work, are counted only',
    )
  })

  it('shows what comes closest when nothing is open, and says so', () => {
    const html = result({ matches: { items: [match('stretch', 8)], counts: NONE, hidden: 0 } })
    expect(html).toContain('None of the adverts we hold is open to you')
    expect(html).toContain('Job 8')
  })

  it('gives each step its gain, cost, time, source, date and sample', () => {
    const html = result({
      advice: { ...ADVICE, steps: [STEP], by_cost: [STEP.key], left_out: 4 },
      names: new Map([
        [8, { title: 'Job 8', employer: 'Mercy Hill', place: 'Scranton, PA', doubtful: false }],
        [9, { title: 'Job 9', employer: null, place: null, doubtful: true }],
      ]),
    })
    const text = textOf(html)
    for (const words of [
      'Earn the CCA',
      'Opens 14 more listings, and brings 6 listings closer',
      '$199 for members, $299 for others',
      '1 to 3 months',
      'Code books are extra.',
      'as of Feb 2026',
      'Counted over160 listings',
      'Job 8, Mercy Hill, Scranton, PA',
      'Job 9 May be a fraud: look twice.',
      'Listing 10',
      'See all 6',
      'We also tried 4 other steps',
    ]) {
      expect(text).toContain(words)
    }
    expect(html).toContain('<a href="https://example.org/cca">')
    expect(html).toContain('<a href="/listings/8">Job 8</a>')
    expect(html).toContain('name="show" value="step:credential:CCA"')
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
    expect(textOf(html)).toContain('Opens none today, but brings 6 listings closer')
    expect(html).toContain(', without a date')
    expect(html).not.toContain('Which ones it opens')
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
    expect(textOf(html)).toContain('18 months (1.5 years) of medical billing')
    expect(textOf(html)).toContain('On site or remote')
    expect(html).toMatch(/value="CPC-A" checked/)
  })
})
