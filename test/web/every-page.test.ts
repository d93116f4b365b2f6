import { describe, expect, it } from 'vitest'
import type { DemoAdvert } from '../../core/domain/demo.ts'
import { aboutPage } from '../../web/pages/about.tsx'
import { adviceFormPage } from '../../web/pages/advice-form.tsx'
import { adviceResultPage } from '../../web/pages/advice-result.tsx'
import { contactPage } from '../../web/pages/contact.tsx'
import { creditsPage } from '../../web/pages/credits.tsx'
import { demoAdvertPage, demoIndexPage } from '../../web/pages/demo.tsx'
import { employerPage } from '../../web/pages/employer.tsx'
import { errorPage } from '../../web/pages/error.tsx'
import { listingPage } from '../../web/pages/listing.tsx'
import { mapPage } from '../../web/pages/map.tsx'
import { privacyPage } from '../../web/pages/privacy.tsx'
import { readPage } from '../../web/pages/read.tsx'
import { searchPage } from '../../web/pages/search.tsx'
import { sourcesPage } from '../../web/pages/sources.tsx'
import { NO_FACETS, NOW, sampleDetail, sampleEmployer, sampleHit, samplePage } from './samples.ts'

const NONE = { open: 0, likely: 0, stretch: 0, not_yet: 0, unknown: 0 }
const ADVERT: DemoAdvert = {
  id: 'demo-001',
  title: 'Records Clerk',
  employer: 'Laurel Hollow',
  city: 'Altoona',
  state: 'PA',
  remote: null,
  states: [],
  pay: null,
  employment_type: null,
  posted_days_ago: 1,
  expires_in_days: null,
  months_of_experience: null,
  html: '<p onclick="x()">Hello</p><script>alert(1)</script>',
}

const pages = (demo: boolean): [string, string][] => [
  [
    'search',
    searchPage({
      query: { limit: 25 },
      page: samplePage({ items: [sampleHit()] }),
      demo,
      sourcesAnswering: 1,
      now: NOW,
    }),
  ],
  [
    'map',
    mapPage({
      query: { limit: 25, q: 'coder' },
      page: samplePage({ total: 1 }),
      onSite: samplePage({
        total: 1,
        facets: { ...NO_FACETS, state: [{ value: 'PA', count: 1 }] },
      }),
      remote: null,
      demo,
    }),
  ],
  ['listing', listingPage({ listing: sampleDetail({ text: 'Hello' }), now: NOW, demo })],
  ['employer', employerPage({ employer: sampleEmployer(), now: NOW, demo })],
  ['advice form', adviceFormPage({ values: {}, errors: [], demo })],
  [
    'advice result',
    adviceResultPage({
      profile: {},
      advice: {
        steps: [],
        by_cost: [],
        pairs: [],
        now: NONE,
        sample: 0,
        as_of: NOW,
        left_out: 0,
      },
      matches: { items: [], counts: NONE, hidden: 0 },
      view: { order: 'gain', hide: [] },
      names: new Map(),
      now: NOW,
      demo,
    }),
  ],
  ['about', aboutPage({ version: '0.1.0', listings: 1, sources: 2, demo })],
  ['read, empty', readPage({ values: {}, errors: [], read: null, demo })],
  [
    'read, with its reading',
    readPage({
      values: { text: 'Hello' },
      errors: [],
      read: sampleDetail({ text: 'Hello' }),
      demo,
    }),
  ],
  ['privacy', privacyPage({ contact: null, demo })],
  ['credits', creditsPage({ sources: [], demo })],
  ['sources', sourcesPage({ sources: [], now: NOW, demo })],
  ['contact', contactPage({ contact: 'jobs@example.org', demo })],
  ['error', errorPage({ status: 418, title: 'Teapot', detail: '', demo })],
]

describe.each(pages(false))('the page "%s"', (_name, html) => {
  it('is a whole document with landmarks, one heading of the first rank and a way past the menu', () => {
    expect(html.startsWith('<!doctype html><html lang="en"><head><meta charset="utf-8"')).toBe(true)
    expect(html.match(/<h1[ >]/g)).toHaveLength(1)
    expect(html.match(/<main id="main"/g)).toHaveLength(1)
    expect(html).toMatch(/<body><a class="skip" href="#main">/)
    expect(html).toMatch(/<title>[^<]+ · Foothold<\/title>/)
  })

  it('keeps its headings in order and its ids single', () => {
    const ranks = [...html.matchAll(/<h([1-6])[ >]/g)].map((m) => Number(m[1]))
    ranks.forEach((rank, at) => expect(rank - (ranks[at - 1] ?? 0)).toBeLessThanOrEqual(1))
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map((m) => m[1])
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
  })

  it('holds nothing the content policy forbids: no inline style, script or handler', () => {
    expect(html).not.toMatch(/\sstyle=/)
    expect(html).not.toContain('<style')
    expect(html).not.toMatch(/\son[a-z]+=/)
    expect(html.match(/<script[^>]*>/g)).toEqual(['<script src="/assets/site.js" defer>'])
  })

  it('does not speak of a demo when there is none', () => {
    expect(html).not.toContain('Demo notice')
  })
})

it.each(pages(true))('the page "%s" says plainly that its adverts are invented', (_name, html) => {
  expect(html).toContain('These adverts are invented, so you can see how Foothold works.')
})

describe('the demo pages', () => {
  const posting = { title: '</script><script>alert(1)</script>', '@type': 'JobPosting' }
  const index = demoIndexPage({
    adverts: [ADVERT],
    jobPostings: [posting],
    base: 'http://127.0.0.1:1',
  })
  const advert = demoAdvertPage({ advert: ADVERT, jobPosting: posting, base: 'http://127.0.0.1:1' })

  it.each([
    ['index', index],
    ['advert', advert],
  ])('%s carries its markup where nothing in it can end the script', (_name, html) => {
    const blocks = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g)]
    expect(blocks.map((b) => JSON.parse(b[1] ?? ''))).toEqual([posting])
    expect(blocks[0]?.[1]).not.toContain('<')
  })

  it.each([
    ['index', index],
    ['advert', advert],
  ])('%s is marked invented and stays out of search engines', (_name, html) => {
    expect(html).toContain('aria-label="Demo notice"')
    expect(html.toLowerCase()).toContain('invented')
    expect(html).toContain('<meta name="robots" content="noindex"')
  })

  it('link to each other, show the words of the advert and nothing that runs', () => {
    expect(index).toContain('href="http://127.0.0.1:1/demo/jobs/demo-001"')
    expect(advert).toContain('<p>Hello</p>')
    expect(advert).not.toContain('onclick')
    expect(advert).not.toContain('alert(1)</script><')
  })
})

describe('contact and privacy', () => {
  it('say honestly when no contact is set up', () => {
    for (const html of [contactPage({ contact: null }), privacyPage({ contact: ' ' })]) {
      expect(html).toContain('No contact is set up here.')
      expect(html).not.toContain('mailto:')
    }
  })

  it('link an e-mail or a page, and show anything else as text', () => {
    expect(contactPage({ contact: 'jobs@example.org' })).toContain('href="mailto:jobs@example.org"')
    expect(contactPage({ contact: 'https://example.org/x' })).toContain(
      'href="https://example.org/x"',
    )
    const odd = contactPage({ contact: 'javascript:alert(1)' })
    expect(odd).toContain('Write to javascript:alert(1)')
    expect(odd).not.toContain('href="javascript')
  })
})

describe('sources and credits', () => {
  const source = {
    key: 'usajobs',
    employer: null,
    kind: 'usajobs',
    demo: false,
    state: 'new' as const,
    reason: 'It needs USAJOBS_API_KEY, which is not set.',
    next_due_at: null,
    credit_html: null,
    last_poll: null,
  }
  const polled = {
    ...source,
    key: 'mercy',
    employer: 'Mercy Hill Hospital',
    state: 'healthy' as const,
    reason: null,
    last_poll: {
      at: '2026-11-24T10:00:00Z',
      outcome: 'ok' as const,
      seen: 220,
      new: 3,
      changed: 1,
      closed: 2,
      rejected: 0,
      error: null,
    },
  }

  it('show each feed with its state, its last reading and why', () => {
    const html = sourcesPage({ sources: [source, polled], now: NOW })
    expect(html).toContain('1 of 2 feeds answered at the last reading.')
    expect(html).toContain('It needs USAJOBS_API_KEY, which is not set.')
    expect(html).toContain('<span class="unsaid">Never</span>')
    expect(html).toContain('220 adverts seen, 3 new, 2 closed')
    expect(html).toContain('2 hours ago</time>')
  })

  it('put what is read before what only waits', () => {
    const waiting = { ...source, key: 'a', employer: 'Waiting Clinic', state: 'paused' as const }
    const html = sourcesPage({ sources: [waiting, polled], now: NOW })
    expect(html.indexOf(polled.employer ?? polled.key)).toBeLessThan(html.indexOf('Waiting Clinic'))
  })

  it('credit GeoNames with its licence, and each feed with its own terms', () => {
    const html = creditsPage({
      sources: [
        {
          name: 'Remotive',
          terms: 'Link and name it.',
          credit_html: 'From <a href="https://remotive.com">Remotive</a>',
        },
      ],
    })
    expect(html).toContain('href="https://creativecommons.org/licenses/by/4.0/"')
    expect(html).toContain('July 2026')
    expect(html).toContain('<p class="credit">From <a href="https://remotive.com">Remotive</a></p>')
  })
})
