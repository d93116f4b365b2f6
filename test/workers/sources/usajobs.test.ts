import { describe, expect, test } from 'vitest'
import { htmlToText } from '../../../core/domain/text/html-to-text.ts'
import { usajobs } from '../../../workers/sources/usajobs.ts'

const settings = usajobs.settings.parse({ query: { JobCategoryCode: '0675' } })

function read(items: unknown[], rest: object = {}, context: Record<string, unknown> = {}) {
  const body = JSON.stringify({ SearchResult: { SearchResultItems: items, ...rest } })
  return usajobs.read({ url: '', status: 200, content_type: null, body, context }, settings)
}
function posting(descriptor: Record<string, unknown>, details: Record<string, unknown> = {}) {
  const MatchedObjectDescriptor = {
    PositionTitle: 'Medical Records Technician (Coder)',
    UserArea: { Details: details },
    ...descriptor,
  }
  const [one] = read([{ MatchedObjectId: '1', MatchedObjectDescriptor }]).postings
  if (one === undefined) throw new Error('rejected')
  return one
}

test('the search is asked for full fields, 500 at a time, with both credentials by name', () => {
  const [request] = usajobs.first(settings)
  expect(request).toMatchObject({
    url: 'https://data.usajobs.gov/api/Search?JobCategoryCode=0675&ResultsPerPage=500&Page=1&Fields=full',
    headers: { 'User-Agent': '{USAJOBS_EMAIL}', 'Authorization-Key': '{USAJOBS_API_KEY}' },
    audience: 'api',
  })
  expect(usajobs.about.needs).toEqual(['USAJOBS_API_KEY', 'USAJOBS_EMAIL'])
})

describe('pages', () => {
  const items = [{ MatchedObjectId: '1', MatchedObjectDescriptor: { PositionTitle: 'A' } }]
  const of = (all: number, pages: string) => ({
    SearchResultCountAll: all,
    UserArea: { NumberOfPages: pages },
  })
  test('go on while the feed has more', () => {
    const [next] = read(items, of(3, '3')).next
    expect(next?.url).toContain('&Page=2&')
    expect(next?.context).toEqual({ page: 2, seen: 1 })
    expect(read(items, of(3, '3'), { page: 2, seen: 1 }).next[0]?.context).toEqual({
      page: 3,
      seen: 2,
    })
  })
  test('end at the last page, at the total, at an empty page and at the cap', () => {
    expect(read(items, of(9, '3'), { page: 3, seen: 2 }).next).toEqual([])
    expect(read(items, of(2, '9'), { page: 2, seen: 1 }).next).toEqual([])
    expect(read([], of(9, '9'), { page: 2, seen: 1 }).next).toEqual([])
    expect(read(items, of(90_000, '90000'), { page: 20, seen: 9 }).next).toEqual([])
  })
})

describe('pay', () => {
  const pay = (...PositionRemuneration: unknown[]) => posting({ PositionRemuneration }).pay
  const rate = (RateIntervalCode: string, MinimumRange = '100', MaximumRange = '200') => ({
    MinimumRange,
    MaximumRange,
    RateIntervalCode,
  })
  test.each([
    ['PA', 'year'],
    ['Per Year', 'year'],
    ['PH', 'hour'],
    ['Per Hour', 'hour'],
    ['PD', 'day'],
    ['BW', 'biweek'],
    ['PM', 'month'],
  ])('%s is by the %s', (code, unit) => {
    expect(pay(rate(code))).toEqual({ min: 100, max: 200, unit })
  })
  test('by a description when the code is unknown', () => {
    expect(pay({ ...rate('XX'), Description: 'Per Hour' })).toMatchObject({ unit: 'hour' })
  })
  test.each(['WC', 'FB', 'PW', 'SY', ''])('%j is no unit of ours', (code) => {
    expect(pay(rate(code))).toBeNull()
  })
  test('of nothing is nothing', () => {
    expect(pay(rate('PA', '0.0', '0.0'))).toBeNull()
    expect(pay()).toBeNull()
  })
  test('of several rates spans those of the first unit', () => {
    expect(pay(rate('PH', '18', '20'), rate('PH', '19', '25'), rate('PA', '1', '2'))).toEqual({
      min: 18,
      max: 25,
      unit: 'hour',
    })
  })
})

describe('grade', () => {
  test.each([
    ['GS', '05', '08', 'GS-5/8'],
    ['GS', '5', '5', 'GS-5'],
    ['VN', '00', '00', 'VN'],
    ['GS', undefined, undefined, 'GS'],
  ])('%s %s to %s is %s', (Code, LowGrade, HighGrade, grade) => {
    const one = posting({ JobGrade: [{ Code }] }, { LowGrade, HighGrade })
    expect(one.structured.grade).toBe(grade)
  })
  test('without a plan is not told', () => {
    expect(posting({}, { LowGrade: '5' }).structured.grade).toBeUndefined()
  })
})

describe('place and mode', () => {
  const location = (CityName: string, CountrySubDivisionCode: string, CountryCode: string) => ({
    LocationName: CityName,
    CityName,
    CountrySubDivisionCode,
    CountryCode,
  })
  test('every location counts, the same one once', () => {
    const PositionLocation = [
      location(' Suitland, Maryland', 'Maryland', 'United States'),
      location('Grafenwohr, Germany', 'N/A', 'Germany'),
      location('Suitland, Maryland', 'Maryland', 'United States'),
      location(' Location Negotiable After Selection, United States', 'N/A', 'United States'),
    ]
    expect(posting({ PositionLocation }).places).toEqual([
      { city: 'Suitland', state: 'MD', country: 'US' },
      { city: 'Grafenwohr', state: null, country: 'DE' },
      { city: null, state: null, country: 'US' },
    ])
  })
  test('the shown line stands in when no location is given', () => {
    expect(posting({ PositionLocationDisplay: 'Washington, DC' }).places).toEqual([
      { city: 'Washington', state: 'DC', country: 'US' },
    ])
    expect(posting({ PositionLocationDisplay: 'Multiple Locations' }).places).toEqual([])
  })
  test('remote is what the indicator says; telework is not remote', () => {
    expect(posting({}, { RemoteIndicator: true }).remote).toBe(true)
    expect(posting({}, { RemoteIndicator: 'False' }).remote).toBe(false)
    const telework = posting({}, { TeleworkEligible: true, RemoteIndicator: false })
    expect([telework.remote, telework.structured.work_mode]).toEqual([false, 'telework eligible'])
    expect(posting({}).remote).toBeNull()
  })
})

test('a day written as midnight is a day, a time is kept', () => {
  const dates = (close: string) => posting({ ApplicationCloseDate: close }).expires_at
  expect(dates('2016-05-16T00:00:00Z')).toBe('2016-05-16')
  expect(dates('2026-05-16T00:00:00.0000')).toBe('2026-05-16')
  expect(dates('2026-05-16T23:59:59.9970')).toBe('2026-05-16T23:59:59.997')
  expect(posting({ PositionEndDate: '2026-05-16' }).expires_at).toBe('2026-05-16')
})

test('the announcement reads in its sections, in its own order', () => {
  const { html } = posting(
    { QualificationSummary: 'One year of coding.' },
    {
      Education: 'None.',
      JobSummary: 'We serve veterans.',
      MajorDuties: ['Assigns codes.', 'Reviews records.'],
      KeyRequirements: ['US citizen'],
      Evaluations: '<p>By questionnaire.</p>',
      OtherInformation: 'UNAVAILABLE',
    },
  )
  expect(
    htmlToText(html ?? '')
      .split('\n')
      .filter(Boolean),
  ).toEqual([
    'Summary',
    'We serve veterans.',
    'Duties',
    '• Assigns codes.',
    '• Reviews records.',
    'Conditions of employment',
    'US citizen',
    'Qualifications',
    'One year of coding.',
    'Education',
    'None.',
    'How you will be evaluated',
    'By questionnaire.',
  ])
})

test('the rank within the search does not change a posting', () => {
  const item = (RelevanceRank: number) =>
    read([{ MatchedObjectId: 5, MatchedObjectDescriptor: { PositionTitle: 'A' }, RelevanceRank }])
  expect(item(1).postings).toEqual(item(2).postings)
})
