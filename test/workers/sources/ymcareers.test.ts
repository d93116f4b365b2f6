import { describe, expect, test } from 'vitest'
import { ymcareers } from '../../../workers/sources/ymcareers.ts'

const settings = ymcareers.settings.parse({ site: 'https://careers.example.org' })
function read(items: string, context: Record<string, unknown> = {}) {
  const body = `<rss version="2.0"><channel>${items}</channel></rss>`
  return ymcareers.read({ url: '', status: 200, content_type: null, body, context }, settings)
}
function entry(title: string, inside = '') {
  const [one] = read(`<item><guid>7</guid><title>${title}</title>${inside}</item>`).postings
  if (one === undefined) throw new Error('rejected')
  return one
}

test('the whole board is asked for, or one search for each of its terms', () => {
  expect(ymcareers.first(settings).map((r) => r.url)).toEqual([
    'https://careers.example.org/jobs/?display=rss&resultsPerPage=100',
  ])
  const given = ymcareers.settings.parse({
    site: 'https://careers.example.org',
    terms: ['medical coding', 'billing'],
  })
  expect(ymcareers.first(given).map((r) => r.url)).toEqual([
    'https://careers.example.org/jobs/?display=rss&keywords=medical+coding&resultsPerPage=100',
    'https://careers.example.org/jobs/?display=rss&keywords=billing&resultsPerPage=100',
  ])
})

describe('what follows the bar in a title', () => {
  test('is a place when that is sure, else the employer', () => {
    expect(entry('Coder II | Acme Health')).toMatchObject({
      title: 'Coder II',
      employer: 'Acme Health',
      places: [],
    })
    expect(entry('Coder | Remote Coder | Boston, Massachusetts')).toMatchObject({
      title: 'Coder | Remote Coder',
      employer: null,
      places: [{ city: 'Boston', state: 'MA', country: 'US' }],
    })
    expect(entry('Coder II')).toMatchObject({ title: 'Coder II', employer: null, places: [] })
  })
})

test('a text that opens with a town and a known state tells the place, another text does not', () => {
  const place = (text: string) => entry('Coder', `<description>${text}</description>`).places
  expect(place('&lt;p&gt;Boston, Massachusetts, The clinic seeks a coder.&lt;/p&gt;')).toEqual([
    { city: 'Boston', state: 'MA', country: 'US' },
  ])
  expect(place('Certified, Experienced, and eager coders wanted.')).toEqual([])
  expect(place('Paris, France, Our office seeks a coder.')).toEqual([])
})

test('a full answer of a poll closes nothing', () => {
  const items = Array.from(
    { length: 100 },
    (_, i) => `<item><guid>${i}</guid><title>A</title></item>`,
  ).join('')
  const [request] = ymcareers.first(settings)
  expect(read(items, request?.context).rejected).toMatchObject([{ where: 'feed' }])
  expect(read(items).rejected).toEqual([])
})

test('nothing of it is kept or passed on before the association was asked', () => {
  expect(ymcareers.about.proven).toBe(false)
  expect(ymcareers.policy).toMatchObject({
    may_cache_text: false,
    may_index: false,
    may_export: false,
  })
})
