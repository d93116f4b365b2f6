import { describe, expect, it } from 'vitest'
import type { PlaceFacts } from '../../core/domain/registers/place-facts.ts'
import { employerPage } from '../../web/pages/employer.tsx'
import { listingPage } from '../../web/pages/listing.tsx'
import { searchPage } from '../../web/pages/search.tsx'
import { registered } from '../helpers/listings.ts'
import { NOW, sampleDetail, sampleEmployer, sampleHit, samplePage } from './samples.ts'

const HOSTILE = '"><script>alert(1)</script>'
const SPOKEN = {
  setting: 'memory_care' as const,
  confidence: 0.6,
  evidence: [
    { rule: 'text' as const, listing_id: 9, words: 'our memory care unit', listings: 2, of: 3 },
  ],
}
const SCRANTON: PlaceFacts = {
  city: 'Scranton',
  state: 'PA',
  found: true,
  counties: ['42069'],
  facts: {
    hpsa_primary_care: {
      area_kind: 'county',
      area_code: '42069',
      value: 17,
      name: 'Low Income - Scranton',
      whole: false,
      source: 'BCD_HPSA_FCT_DET_PC.csv',
      as_of: '2026-07-03',
      sample: false,
    },
    hpsa_dental_health: null,
  },
  looked_up: { hpsa_dental_health: { source: 'DH.csv', as_of: '2026-07-04' } },
}

/** The words of one section, tags taken out. */
function section(html: string, name: 'serves' | 'underserved'): string {
  const start = html.indexOf(`<section aria-labelledby="${name}"`)
  const at = start < 0 ? html.indexOf(`aria-labelledby="${name}"`) : start
  if (at < 0) throw new Error(`no section "${name}"`)
  return html
    .slice(at, html.indexOf('</section>', at))
    .replace(/^[^>]*>/, '')
    .replace(/<\/?(?:a|q|time|strong)\b[^>]*>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
}

const page = (over: Parameters<typeof sampleDetail>[0]) =>
  listingPage({ listing: sampleDetail({ employer_id: 52, ...over }), now: NOW })

describe('"Does the employer serve the underserved?"', () => {
  const serves = (over: Parameters<typeof sampleDetail>[0]) => section(page(over), 'serves')

  it('shows a register’s record with its number, its file, its day and how sure we are', () => {
    const text = serves({ employer_settings: [registered('snf')] })
    expect(text).toContain('Nursing home. A skilled nursing facility')
    expect(text).toContain(
      'MERCY HILL NURSING CENTER, SCRANTON, PA 18503, stands under the number 399001 in the list of nursing homes of CMS (Medicare and Medicaid): file NH_ProviderInfo_Jul2026.csv of Jul 1, 2026.',
    )
    expect(text).toContain(
      'How sure: 0.9 of 1. It rests on the same name, in a town where it hires.',
    )
    expect(text).toContain('Nobody has measured how often each of them is right.')
    expect(text).not.toContain('sample')
  })

  it.each([
    ['id', 'the register’s own number for this employer'],
    ['name_zip', 'an advert gives the same ZIP code'],
    ['chain', 'the name of a chain that the register knows'],
  ] as const)('says what the rule "%s" rests on', (rule, words) => {
    expect(serves({ employer_settings: [registered('snf', { rule })] })).toContain(words)
  })

  it('says plainly when a record is from a sample file', () => {
    const text = serves({ employer_settings: [registered('snf', { sample: true })] })
    expect(text).toContain('This is a sample file: invented, and no fact.')
  })

  it('quotes the words of the adverts and links the advert that holds them', () => {
    const html = page({ employer_settings: [SPOKEN] })
    expect(html).toContain('<a href="/listings/9"><q>our memory care unit</q></a>')
    expect(section(html, 'serves')).toContain('Said in 2 of 3 adverts of this employer')
    expect(section(html, 'serves')).toContain('It rests on words of its adverts or its name alone.')
  })

  it('says when it is the name of the employer that says so', () => {
    const named = [{ ...SPOKEN, evidence: [{ ...SPOKEN.evidence[0]!, words: 'Rosewater Hall' }] }]
    const over = { employer: 'Rosewater Hall', employer_settings: named }
    expect(serves(over)).toContain('Its own name says so.')
    expect(serves({ ...over, employer: 'Another' })).not.toContain('Its own name')
  })

  it('says that nothing is known, and apart from that that nobody is named', () => {
    expect(serves({})).toContain('Not known so far.')
    expect(serves({})).toContain('That is not a “no”.')
    const unnamed = page({ employer: null, employer_id: null })
    expect(section(unnamed, 'serves')).toContain('The employer is not named')
    expect(unnamed).not.toContain('href="/employers/')
  })

  it('leads to the page of the employer, from its name too', () => {
    const html = page({})
    expect(html).toContain('<a href="/employers/52">Mercy Hill Hospital</a>')
    expect(html).toContain('<a href="/employers/52">This employer and all its open jobs</a>')
  })
})

describe('"Is the place underserved?"', () => {
  const underserved = (...places: PlaceFacts[]) =>
    section(page({ place_facts: places }), 'underserved')

  it('says in plain words that a county makes no employer underserved', () => {
    expect(underserved(SCRANTON)).toContain(
      'This is about the place, not the employer. A county that is short of doctors does not make its employers serve the underserved.',
    )
  })

  it('shows what is designated, what was looked up in vain, and what is not known, each apart', () => {
    const text = underserved(SCRANTON)
    expect(text).toContain(
      'Short of doctors Yes: a part of the county, or one group of its people, designated as Low Income - Scranton, score 17 of 26 (a higher score is a greater lack). From the list of shortage areas (HPSA) of HRSA, county 42069: file BCD_HPSA_FCT_DET_PC.csv of Jul 3, 2026.',
    )
    expect(text).toContain(
      'Short of dentists No: looked up, and no such designation stands for its county. From the list of shortage areas (HPSA) of HRSA, county 42069: file DH.csv of Jul 4, 2026.',
    )
    expect(text).toContain(
      'Not known here: short of mental health care, medically underserved area, medically underserved group and rural.',
    )
    expect(text).toContain('How sure: an advert names a town')
  })

  it('says rural by the codes, and marks a sample', () => {
    const ruca = {
      ...{ area_kind: 'zip' as const, area_code: '58368', value: 10, name: null, whole: null },
      ...{ source: 'SAMPLE-ruca.csv', as_of: '2025-01-01', sample: true },
    }
    const text = underserved({ ...SCRANTON, facts: { ruca }, rural: 'some', looked_up: {} })
    expect(text).toContain(
      'In part: some ZIP codes of the town count as rural, some do not. The highest code here is 10 of 10',
    )
    expect(text).toContain('ZIP code 58368: file SAMPLE-ruca.csv')
    expect(text).toContain('This is a sample file: invented, and no fact.')
  })

  it('says why nothing could be looked up', () => {
    const unknown = { ...SCRANTON, found: false, counties: [], facts: {}, looked_up: {} }
    expect(underserved(unknown)).toContain('or this town is not in it')
    expect(underserved({ ...unknown, city: null })).toContain('The advert names no town')
    expect(underserved({ ...SCRANTON, facts: {} })).toContain('no register of places is loaded')
    expect(underserved()).toContain('The advert names no place')
    expect(underserved(unknown)).not.toContain('How sure')
  })

  it('shows three places and keeps the others behind "more"', () => {
    const html = page({
      place_facts: [1, 2, 3, 4, 5].map((n) => ({ ...SCRANTON, city: `Town ${n}` })),
    })
    expect(html).toMatch(
      /<h3>Town 3, PA<\/h3>.*<summary>2 more places<\/summary><h3>Town 4, PA<\/h3>/,
    )
  })

  it('says of a remote job that one may work elsewhere', () => {
    const html = page({ place_facts: [SCRANTON], work_mode: 'remote' })
    expect(section(html, 'underserved')).toContain('you may work from somewhere else')
    expect(underserved(SCRANTON)).not.toContain('somewhere else')
  })
})

it('the two are sections of their own, and a county’s fact stands in its own only', () => {
  const html = page({ employer_settings: [registered('snf')], place_facts: [SCRANTON] })
  expect(section(html, 'serves')).not.toMatch(/county|HPSA/)
  expect(section(html, 'underserved')).not.toMatch(/CMS|Nursing home/)
})

it('what strangers wrote stays text', () => {
  const html = page({
    employer_settings: [
      registered('snf', { name: HOSTILE, city: HOSTILE, id: HOSTILE, source: HOSTILE }),
      { ...SPOKEN, evidence: [{ ...SPOKEN.evidence[0]!, words: HOSTILE }] },
    ],
    place_facts: [{ ...SCRANTON, city: HOSTILE, state: HOSTILE, counties: [HOSTILE, 'b'] }],
  })
  expect(html.match(/<script/g)).toHaveLength(1)
  const named = employerPage({ employer: sampleEmployer({ name: HOSTILE }), now: NOW })
  expect(named.match(/<script/g)).toHaveLength(1)
})

describe('the page of an employer', () => {
  it('shows its name, what is known of it and its open listings', () => {
    const html = employerPage({
      employer: sampleEmployer({ settings: [registered('snf')] }),
      now: NOW,
    })
    expect(html).toContain('<h1>Mercy Hill Hospital</h1>')
    expect(section(html, 'serves')).toContain('Nursing home.')
    expect(html).toContain('<h2 id="open">1 open listing</h2>')
    expect(html).toContain('<a href="/listings/7">Medical Billing Specialist</a>')
    expect(html).not.toContain('noindex')
    expect(html).not.toContain('This employer and all its open jobs')
  })

  it('leads to a search for its jobs and to one without them', () => {
    const html = employerPage({ employer: sampleEmployer({ open: 80 }), now: NOW })
    expect(html).toContain('80 open listings')
    expect(html).toContain('These are the newest 1.')
    expect(html).toContain('<a href="/?employer=52">See the others in the search</a>')
    expect(html).toContain('<a href="/?employer=52">See and filter its billing and coding jobs</a>')
    expect(html).toContain('href="/?not_employer=52"')
  })

  it('without an open listing, or invented, says so and stays out of search engines', () => {
    const empty = employerPage({ employer: sampleEmployer({ open: 0, listings: [] }), now: NOW })
    expect(empty).toContain('It has no open listing of this trade today.')
    expect(empty).toContain('<meta name="robots" content="noindex"')
    const demo = employerPage({ employer: sampleEmployer({ demo: true }), now: NOW })
    expect(demo).toContain('aria-label="Demo notice"')
    expect(demo).toContain('Demo, invented')
    expect(demo).toContain('<meta name="robots" content="noindex"')
  })
})

it('a card keeps what the advert says apart from what a register says', () => {
  const card = (over: Parameters<typeof sampleHit>[0]) =>
    searchPage({
      query: { limit: 25 },
      page: samplePage({ items: [sampleHit(over)] }),
      demo: false,
      sourcesAnswering: 1,
      now: NOW,
    })
  expect(card({ register_settings: ['snf'] })).toContain(
    '<span class="unsaid">Not stated</span><span class="quiet"> (by a government register: Nursing home)</span>',
  )
  expect(card({ settings: ['snf'], register_settings: ['hospice', 'snf'] })).toContain(
    'Nursing home<span class="quiet"> (by a government register: Hospice)</span>',
  )
  expect(card({ settings: ['snf'], register_settings: ['snf'] })).not.toContain('by a government')
})
