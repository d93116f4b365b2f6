import { describe, expect, it } from 'vitest'
import type { ListingQuery } from '../../core/domain/search/query.ts'
import { type SearchPageInput, searchPage } from '../../web/pages/search.tsx'
import { NO_FACETS, NOW, sampleHit, samplePage } from './samples.ts'

const page = (over: Partial<SearchPageInput> = {}, query: Partial<ListingQuery> = {}) =>
  searchPage({
    query: { limit: 25, ...query },
    page: samplePage(),
    demo: false,
    sourcesAnswering: 3,
    now: NOW,
    ...over,
  })

const card = (over: Parameters<typeof sampleHit>[0]) =>
  page({ page: samplePage({ items: [sampleHit(over)] }) })

describe('the verdict on experience', () => {
  it.each([
    [
      { entry: 'open', min_months: 0 },
      'Open to beginners',
      'No paid experience and no credential needed.',
    ],
    [
      { entry: 'open_with_credential', min_months: 0 },
      'Open with a credential',
      'No paid experience needed, but a credential or a course is.',
    ],
    [
      { entry: 'asks_experience', min_months: 24 },
      'Asks 24 months',
      'At least 24 months (2 years) of paid work.',
    ],
    [{ entry: 'asks_experience', min_months: 1 }, 'Asks 1 month', 'At least 1 month of paid work.'],
    [
      { entry: 'asks_experience', min_months: null },
      'Asks for experience',
      'Paid experience is asked, without a number.',
    ],
    [
      { entry: 'not_stated', min_months: null },
      'Does not say',
      'The advert is silent on how much paid experience it needs.',
    ],
    [
      { entry: 'contradictory', min_months: 36 },
      'Says two things',
      'It sounds like a first job, yet asks 36 months (3 years).',
    ],
  ] as const)('%j reads "%s"', (tags, chip, sentence) => {
    const html = card(tags)
    expect(html).toContain(`<span class="hidden">Experience: </span>${chip}</span>`)
    expect(html).toContain(sentence)
  })
})

describe('a result', () => {
  it('leads with pay by the hour and says what was stated', () => {
    expect(card({ pay: { min: 18.5, max: 24, unit: 'hour' } })).toContain(
      '<dd>$18.50–$24.00 an hour, <span class="quiet">about $38,480–$49,920 a year</span></dd>',
    )
    expect(card({ pay: { min: 41600, max: 52000, unit: 'year' } })).toContain(
      '<dd>About $20.00–$25.00 an hour <span class="quiet">(stated as $41,600–$52,000 a year)</span></dd>',
    )
    expect(card({ pay: { min: null, max: 30, unit: 'hour' } })).toContain(
      '<dd>Up to $30.00 an hour, <span class="quiet">up to $62,400 a year</span></dd>',
    )
    expect(card({ pay: null })).toContain(
      '<dt>Pay</dt><dd><span class="unsaid">Not stated</span></dd>',
    )
  })

  it('says where the work is done and who may do it from where', () => {
    expect(card({ work_mode: 'remote', states_allowed: ['PA', 'NJ'] })).toContain(
      'Remote, only if you live in Pennsylvania or New Jersey',
    )
    expect(card({ work_mode: 'remote', states_excluded: ['CA', 'CO'] })).toContain(
      'Remote, not if you live in California or Colorado',
    )
    expect(card({ work_mode: 'hybrid', hybrid_days_onsite: 1 })).toContain(
      'Part home, part on site (1 office day a week)',
    )
    expect(card({ work_mode: 'remote_after' })).toContain('Remote after training')
  })

  it('names credentials by their letters with the full name at hand', () => {
    const html = card({
      credentials: {
        required: ['CPC', 'CCS'],
        any_of: true,
        required_class: null,
        preferred: ['RHIT'],
        accepted_apprentice: true,
        within_months_of_hire: 12,
      },
    })
    expect(html).toContain('<abbr title="Certified Professional Coder, AAPC">CPC</abbr> or <abbr')
    expect(html).toContain('you may earn it within 12 months (1 year) of being hired')
    expect(html).toContain('apprentice status (the “-A”) is accepted')
    expect(html).toContain('Nice to have: <abbr title="Registered Health Information Technician')
  })

  it('cannot break out of its title, and links only to our own page', () => {
    const html = card({ title: '<b>x</b>"onmouseover="y', url: 'javascript:alert(1)' })
    expect(html).toContain('<a href="/listings/7">&lt;b>x&lt;/b>&quot;onmouseover=&quot;y</a>')
    expect(html).not.toContain('javascript:')
  })
})

describe('the form', () => {
  const facets = {
    ...NO_FACETS,
    state: ['PA', 'NJ', 'NY', 'OH', 'TX', 'CA', 'FL', 'WA'].map((value, i) => ({
      value,
      count: 20 - i,
    })),
    entry: [{ value: 'open', count: 1204 }],
  }

  it('keeps what was asked, shows how many each value would bring, and hides only the tail', () => {
    const html = page(
      { page: samplePage({ facets, total: 1 }) },
      { q: 'a "b"', state: ['WA'], max_months: 9, sort: 'pay' },
    )
    expect(html).toContain('value="a &quot;b&quot;"')
    expect(html).toMatch(/name="state" value="WA" checked[^>]*>/)
    expect(html).toContain('1,204<span class="hidden"> listings</span>')
    expect(html).toMatch(
      /<option selected value="9">Up to 9 months|<option value="9" selected>Up to 9 months/,
    )
    expect(html).toMatch(/aria-current="true">Highest pay first</)
    expect(html).toContain('<input type="hidden" name="sort" value="pay"/>')
    expect(html).toContain('1 more<span class="hidden"> for “State”</span>')
  })

  it('shows a chosen value even when no listing of the answer carries it', () => {
    const html = page({ page: samplePage({ facets: NO_FACETS }) }, { setting: ['pace'] })
    expect(html).toMatch(/name="setting" value="pace" checked/)
  })

  it('lists each filter that is on as a link to the search without it', () => {
    const html = page({}, { q: 'coder', state: ['PA', 'NJ'], pay_floor_hour: 18, cursor: 'c' })
    expect(html).toContain('href="/?q=coder&amp;state=NJ&amp;pay_floor_hour=18"')
    expect(html).toContain('<span class="hidden">Remove </span>Pennsylvania</a>')
    expect(html).toContain('Pays from $18.00 an hour')
    expect(html).toContain('Clear all')
  })
})

describe('the number of results', () => {
  it('is always said', () => {
    expect(page({ page: samplePage({ total: 1204, items: [sampleHit()] }) })).toContain(
      '>1,204 listings</h2>',
    )
    expect(page({ page: samplePage({ items: [sampleHit()] }) })).toContain('>1 listing</h2>')
    expect(page()).toContain('>0 listings</h2>')
  })

  it('of none offers each filter to drop', () => {
    const html = page({}, { q: 'astronaut', state: ['WY'] })
    expect(html).toContain('No listing fits all of this.')
    expect(html).toContain('<a href="/?state=WY" rel="nofollow">Without “astronaut”</a>')
    expect(html).toContain('<a href="/?q=astronaut" rel="nofollow">Without “Wyoming”</a>')
  })

  it('of none without a filter says why, and where to look', () => {
    expect(page({ sourcesAnswering: 0 })).toContain('No feed has answered so far.')
    expect(page({ sourcesAnswering: 2 })).toContain('hold no job of this trade today')
  })

  it('past the last page is told apart from none', () => {
    const html = page({ page: samplePage({ total: 30 }) }, { cursor: 'end' })
    expect(html).toContain('There are no more listings after the last page.')
    expect(html).not.toContain('There are no listings yet')
    expect(html).toContain('<a href="/">Back to the first page</a>')
  })

  it('beyond one page links on by cursor and keeps the search', () => {
    const html = page(
      { page: samplePage({ total: 60, items: [sampleHit()], next: 'abc' }) },
      { q: 'x' },
    )
    expect(html).toMatch(/rel="next" href="\/\?q=x&amp;cursor=abc"/)
  })
})
