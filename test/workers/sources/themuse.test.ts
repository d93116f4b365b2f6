import { describe, expect, test } from 'vitest'
import { themuse } from '../../../workers/sources/themuse.ts'

const settings = themuse.settings.parse({ categories: ['Healthcare'] })
const job = (more: object = {}) => ({ id: 4711, name: 'Medical Coder', ...more })
function read(results: unknown[], more: object = {}, context: Record<string, unknown> = {}) {
  const body = JSON.stringify({ page: 0, results, ...more })
  return themuse.read({ url: '', status: 200, content_type: null, body, context }, settings)
}
function posting(more: object) {
  const [one] = read([job(more)]).postings
  if (one === undefined) throw new Error('rejected')
  return one
}
const at = (...names: string[]) => ({ locations: names.map((name) => ({ name })) })

test('each category is asked on its own, newest first, with what the settings add', () => {
  const given = themuse.settings.parse({
    categories: ['Healthcare', 'Administration and Office'],
    query: { level: 'Entry Level' },
  })
  expect(themuse.first(given).map((r) => r.url)).toEqual([
    'https://www.themuse.com/api/public/jobs?level=Entry+Level&category=Healthcare&descending=true&page=0',
    'https://www.themuse.com/api/public/jobs?level=Entry+Level&category=Administration+and+Office&descending=true&page=0',
  ])
})

test('an advert in the documented shape reads field by field', () => {
  const read = posting({
    contents: '<p>Assign codes.</p>',
    type: 'external',
    publication_date: '2026-07-01T12:00:00Z',
    short_name: 'medical-coder',
    ...at('Scranton, PA', 'Flexible / Remote'),
    categories: [{ name: 'Healthcare' }],
    levels: [{ name: 'Entry Level', short_name: 'entry' }],
    tags: [],
    refs: { landing_page: 'https://www.themuse.com/jobs/acme/medical-coder' },
    company: { id: 5, short_name: 'acme', name: 'Acme &amp; Sons Health' },
  })
  expect(read).toEqual({
    external_id: '4711',
    title: 'Medical Coder',
    url: 'https://www.themuse.com/jobs/acme/medical-coder',
    apply_url: null,
    employer: 'Acme & Sons Health',
    places: [{ city: 'Scranton', state: 'PA', country: 'US' }],
    remote: true,
    posted_at: '2026-07-01T12:00:00Z',
    expires_at: null,
    pay: null,
    employment_type: null,
    html: '<p>Assign codes.</p>',
    structured: {
      remote: true,
      level: 'Entry Level',
      other: {
        locations: ['Scranton, PA', 'Flexible / Remote'],
        categories: ['Healthcare'],
        type: 'external',
        company_id: '5',
        company_short_name: 'acme',
      },
    },
  })
})

test('without an id the page of the advert is its id', () => {
  const landing_page = 'https://www.themuse.com/jobs/acme/x'
  expect(posting({ id: null, refs: { landing_page } }).external_id).toBe(landing_page)
  expect(posting({ id: null }).external_id).toMatch(/^derived:/)
})

test.each([
  [['Austin, TX'], true],
  [['London, United Kingdom', 'Austin, TX'], true],
  [['Flexible / Remote'], true],
  [[], true],
  [['London, United Kingdom'], false],
  [['Toronto, Canada', 'Berlin, Germany'], false],
])('a poll keeps an advert at %j: %s', (names, kept) => {
  const { postings } = read([job(at(...names))], {}, { us_only: true })
  expect(postings).toHaveLength(kept ? 1 : 0)
})

describe('pages', () => {
  const full = Array.from({ length: 20 }, (_, i) => job({ id: i + 1 }))

  test('go on to the page that the count names, whether they count from 0 or from 1', () => {
    const [first] = themuse.first(settings)
    const [second] = read(full, { page_count: 2 }, first?.context).next
    expect(second?.url).toContain('page=1')
    // Page 1 shows page 0 again: that is no end yet.
    const [third] = read(full, { page_count: 2 }, second?.context).next
    expect(third?.url).toContain('page=2')
    const end = read([job({ id: 41 })], { page_count: 2 }, third?.context)
    expect([end.next, end.rejected]).toEqual([[], []])
  })
  test('end at one that is not full', () => {
    expect(read(full.slice(1), { page_count: 9 }, { page: 0 }).next).toEqual([])
  })
  test('beyond the cap of a poll are told', () => {
    const { next, rejected } = read(full, { page_count: 90 }, { page: 19, seen: 380 })
    expect(next).toEqual([])
    expect(rejected).toMatchObject([{ where: 'search "Healthcare"' }])
  })
})
