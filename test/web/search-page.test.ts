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

  it('offers to leave out each value but those asked for, and shows what is left out', () => {
    const html = page(
      { page: samplePage({ facets }) },
      { state: ['PA'], not_state: ['NJ'], not_entry: ['open'] },
    )
    expect(html).toMatch(/name="not_state" value="NJ" checked[^>]*><span>not New Jersey</)
    expect(html).toMatch(/name="not_state" value="NY"\/><span>not New York</)
    expect(html).not.toContain('name="not_state" value="PA"')
    expect(html).toContain('Leave more out<span class="hidden"> by “State”</span>')
    expect(html).toMatch(/name="not_entry" value="open" checked/)
  })

  it('keeps each filter of an address in a field of its own, so that sending it loses none', () => {
    const query: Partial<ListingQuery> = {
      near: 'Scranton, PA',
      radius: 40,
      holds: ['CPC'],
      accepts_apprentice: false,
      max_months: 9,
      unstated_months: 'include',
      pay_floor_hour: 18.5,
      pay_floor_year: 40000,
      posted_within: 5,
      warnings: 'only',
      not_employer: ['52'],
      source: ['mercy'],
    }
    const html = page({}, query)
    expect(html).toContain('name="near" value="Scranton, PA"')
    expect(html).toMatch(/<option value="40" selected>40 miles/)
    expect(html).toMatch(/name="holds" value="CPC" checked/)
    expect(html).toMatch(/<option value="false" selected>/)
    expect(html).toMatch(/name="unstated_months" value="include" checked/)
    expect(html).toContain('name="pay_floor_hour" type="number"')
    expect(html).toMatch(/name="pay_floor_year"[^>]*value="40000"/)
    expect(html).toMatch(/<option value="5" selected>In the last 5 days/)
    expect(html).toMatch(/name="warnings" value="only" checked/)
    expect(html).toMatch(/name="not_employer" value="52" checked/)
    expect(html).toMatch(/name="source" value="mercy" checked/)
  })

  it('says how many listings a step would leave', () => {
    const steps = { ...facets, max_months: [{ value: '12', count: 1204 }] }
    expect(page({ page: samplePage({ facets: steps }) })).toContain('Up to 12 months (1,204)')
  })

  it('names employers and feeds by their names', () => {
    const html = page({
      page: samplePage({
        facets: {
          ...facets,
          employer: [{ value: '52', count: 3 }],
          source: [{ value: 'mercy', count: 3 }],
        },
        names: { employer: { 52: 'Mercy <b>Hill' }, source: { mercy: 'Board of Mercy' } },
      }),
    })
    expect(html).toContain('<span>Mercy &lt;b>Hill</span>')
    expect(html).toContain('<span>Board of Mercy</span>')
  })

  it('lists each filter that is on as a link to the search without it', () => {
    const html = page({}, { q: 'coder', state: ['PA', 'NJ'], pay_floor_hour: 18, cursor: 'c' })
    expect(html).toContain('href="/?q=coder&amp;state=NJ&amp;pay_floor_hour=18"')
    expect(html).toContain('<span class="hidden">Remove </span>Pennsylvania</a>')
    expect(html).toContain('Pays from $18.00 an hour')
    expect(html).toContain('Clear all')
  })
})

describe('why a listing is here', () => {
  it('is said in plain words', () => {
    const html = card({
      why: [
        { kind: 'words', where: 'title', words: ['billing', 'specialist'] },
        { kind: 'words', where: 'text', words: ['denials'] },
        { kind: 'distance', miles: 12.4, label: 'Scranton, PA' },
        { kind: 'distance', miles: 0.3, label: '18503' },
        { kind: 'remote', state: 'PA' },
        { kind: 'filter', filter: 'setting', value: 'fqhc' },
        { kind: 'filter', filter: 'trade', value: 'x' },
      ],
    })
    expect(html).toContain(
      '</span> “billing” and “specialist” in the title or the employer’s name; ' +
        '“denials” in the advert’s text; 12 miles from Scranton, PA; Less than a mile from 18503; ' +
        'Remote, open to people who live in Pennsylvania; Kind of employer: Community health center.</p>',
    )
    expect(card({ why: [] })).not.toContain('Why it is here')
  })

  it.each([
    ['holds', 'CPC', 'Asks for CPC, which you hold'],
    ['holds', 'any_coding', 'Takes any coding credential, and you hold one'],
    ['holds', 'none_asked', 'Asks for no credential on the first day'],
    ['accepts_apprentice', 'true', 'Says apprentices are welcome'],
    ['max_months', '12', 'Asks 12 months (1 year)'],
    ['max_months', '0', 'No experience asked'],
    ['max_months', 'not_stated', 'Names no months of experience'],
    ['pay_floor', '24', 'Pays up to $24.00 an hour'],
    ['posted_within', '3', 'Posted 3 days ago'],
    ['posted_within', '0', 'Posted in the last day'],
    ['entry', 'open', 'Open to beginners: Open to beginners'],
    ['underserved', 'rural', 'Place short of care: Rural'],
  ])('by the filter %s with %s reads "%s"', (filter, value, words) => {
    expect(card({ why: [{ kind: 'filter', filter, value }] })).toContain(`</span> ${words}.</p>`)
  })

  it('is shown in the advert’s words, those that were searched marked, nothing of them as HTML', () => {
    const text = 'We <b>work</b> denials & claims'
    const marks = [
      { start: 22, end: 30 },
      { start: 15, end: 22 },
      { start: 20, end: 25 },
      { start: 90, end: 99 },
    ]
    const at = text.indexOf('denials')
    expect(at).toBe(15)
    expect(card({ snippet: { text, marks } })).toContain(
      'We &lt;b>work&lt;/b> <mark>denials</mark><mark> &amp; claim</mark>s</p>',
    )
    expect(card({ snippet: null })).not.toContain('From the advert')
  })

  it('stands beside a way to hide its employer, which keeps the search', () => {
    const items = [sampleHit({ employer_id: 52 }), sampleHit({ id: 8, employer_id: null })]
    const html = page({ page: samplePage({ items }) }, { q: 'x', not_employer: ['7'], cursor: 'c' })
    expect(html).toContain('href="/?q=x&amp;not_employer=52&amp;not_employer=7" rel="nofollow"')
    expect(html.match(/Hide this employer/g)).toHaveLength(1)
  })
})

describe('the orders', () => {
  const orders = (query: Partial<ListingQuery>) =>
    [
      ...page({ page: samplePage({ total: 1 }) }, query).matchAll(
        /rel="nofollow"(?: aria-current="true")?>([^<]* first|Best match)</g,
      ),
    ].map((m) => m[1])

  it('are those that the search can be put in', () => {
    expect(orders({})).toEqual(['Newest first', 'Highest pay first', 'Least experience first'])
    expect(orders({ q: 'x' })[0]).toBe('Best match')
    expect(orders({ near: '18503' })).toContain('Nearest first')
  })
})

describe('what the listings pay', () => {
  const facets = {
    ...NO_FACETS,
    pay_floor_hour: [
      { value: '15', count: 80 },
      { value: '20', count: 20 },
    ],
  }

  it('is drawn as bars with their numbers, and says how many state a pay', () => {
    const html = page({ page: samplePage({ total: 100, facets }) }, { q: 'x' })
    expect(html).toContain('Of 100 listings, 80 state a pay that reaches $15 an hour')
    expect(html).toContain('The other 20 state less, or no pay.')
    expect(html).toContain(
      'href="/?q=x&amp;pay_floor_hour=20" rel="nofollow">$20 an hour or more</a>',
    )
    expect([...html.matchAll(/<rect width="([\d.]+)" height="10"/g)].map((m) => m[1])).toEqual([
      '100.0',
      '25.0',
    ])
    expect(html).toContain('<span class="count">20 listings</span>')
  })

  it('claims no sample where a least pay was asked, and draws nothing without a figure', () => {
    const asked = page({ page: samplePage({ total: 20, facets }) }, { pay_floor_hour: 20 })
    expect(asked).toContain('Counted as if you had asked for no least pay.')
    expect(asked).not.toContain('Of 20 listings')
    expect(page({ page: samplePage({ total: 20 }) })).not.toContain('What they pay')
  })
})

describe('adverts with the marks of a fraud', () => {
  it('are counted while they are hidden, with a way to see them', () => {
    const hidden = (n: number) =>
      page({ page: samplePage({ total: 3, hidden_by_warnings: n }) }, { q: 'x' })
    expect(hidden(2)).toContain('2 more adverts are hidden, because they have marks of a fraud.')
    expect(hidden(1)).toContain('1 more advert is hidden, because it has marks of a fraud.')
    expect(hidden(1)).toContain('href="/?q=x&amp;warnings=show" rel="nofollow">Show it</a>')
    expect(hidden(0)).not.toContain('marks of a fraud.')
    expect(page({}, { q: 'x', warnings: 'show' })).toContain(
      'href="/?q=x" rel="nofollow">Hide them',
    )
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

  it('of none says what the search would bring without each filter, and without its words', () => {
    const html = page(
      {
        page: samplePage({
          without: [
            { filter: 'max_months', total: 12 },
            { filter: 'state', total: 3 },
            { filter: 'q', total: 1 },
          ],
          suggestions: [{ q: 'coder', total: 41 }],
        }),
      },
      { q: 'codr', state: ['PA', 'NJ'], max_months: 6, unstated_months: 'include', near: '18503' },
    )
    expect(html).toContain('No listing fits all of this.')
    const ways = html.slice(
      html.indexOf('Try with one thing less'),
      html.indexOf('tell us what you'),
    )
    expect(
      [...ways.matchAll(/<li><a href="([^"]+)" rel="nofollow">([^<]+)<\/a>([^<]*)/g)].map((m) =>
        m.slice(1),
      ),
    ).toEqual([
      [
        '/?q=codr&amp;near=18503&amp;state=NJ&amp;state=PA',
        'Without “Up to 6 months, or not stated”',
        ': 12 listings',
      ],
      [
        '/?q=codr&amp;near=18503&amp;max_months=6&amp;unstated_months=include',
        'Without “Pennsylvania” or “New Jersey”',
        ': 3 listings',
      ],
      [
        '/?near=18503&amp;state=NJ&amp;state=PA&amp;max_months=6&amp;unstated_months=include',
        'Without “codr”',
        ': 1 listing',
      ],
    ])
    expect(html).toMatch(
      /Did you mean <span><a href="[^"]*q=coder[^"]*">coder<\/a> \(41 listings\)/,
    )
  })

  it('of none says when no one filter is the reason', () => {
    const html = page({}, { q: 'astronaut', state: ['ND'] })
    expect(html).toContain('No one filter alone is the reason')
    expect(html).not.toContain('Try with one thing less')
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
