import { describe, expect, test } from 'vitest'
import { bamboohr } from '../../../workers/sources/bamboohr.ts'

// The list is read from a recorded payload in golden.test.ts; the detail here has the shape that public
// readers of /careers/<id>/detail show (2022-09 and 2026-09).

const settings = bamboohr.settings.parse({ board: 'acme' })
const pageOf = (body: unknown, context: Record<string, unknown> = {}) => ({
  url: '',
  status: 200,
  content_type: null,
  body: JSON.stringify(body),
  context,
})
const entry = (fields: Record<string, unknown>) => ({
  id: '86',
  jobOpeningName: 'Medical Coder',
  ...fields,
})
function stub(fields: Record<string, unknown>) {
  const body = { meta: { totalCount: 1 }, result: [entry(fields)] }
  const [one] = bamboohr.read(pageOf(body), settings).details
  if (one === undefined) throw new Error('no stub')
  return one
}
const detail = (fields: Record<string, unknown>) => ({
  meta: {},
  result: { jobOpening: { jobOpeningName: 'Medical Coder', ...fields }, formFields: {} },
})
const read = (fields: Record<string, unknown>, context = {}) =>
  bamboohr.readDetail?.(pageOf(detail(fields), context), { external_id: '86' }, settings)

test('the list leads to a detail for each opening, under base_url when that is set', () => {
  expect(bamboohr.first(settings)).toEqual([
    { url: 'https://acme.bamboohr.com/careers/list', audience: 'page' },
  ])
  expect(stub({})).toMatchObject({
    external_id: '86',
    version: null,
    title: 'Medical Coder',
    request: { url: 'https://acme.bamboohr.com/careers/86/detail', audience: 'page' },
  })
  const mirrored = bamboohr.settings.parse({ board: 'acme', base_url: 'http://127.0.0.1:4100' })
  const [one] = bamboohr.read(pageOf({ result: [entry({})] }), mirrored).details
  expect(one?.request.url).toBe('http://127.0.0.1:4100/careers/86/detail')
  expect(one?.listed?.url).toBe('https://acme.bamboohr.com/careers/86')
})

test('the count of the list is its total', () => {
  const body = { meta: { totalCount: 3 }, result: [entry({})] }
  expect(bamboohr.read(pageOf(body), settings).total).toBe(3)
})

test('a detail, field by field, with what only the list told', () => {
  const listed = stub({ departmentLabel: 'HIM', isRemote: null, locationType: '2' })
  const posting = read(
    {
      jobOpeningShareUrl: 'https://acme.bamboohr.com/careers/86',
      jobOpeningStatus: 'Open',
      employmentStatusLabel: 'Full-Time',
      location: {
        city: 'Jefferson',
        state: 'North Carolina',
        postalCode: '28640',
        addressCountry: 'United States',
      },
      description: '<p>Assign codes.</p>\r\n<p>CPC-A welcome.</p>',
      compensation: '$19.00 to $23.50 per hour',
      datePosted: '2026-11-02',
      minimumExperience: 'Entry-level',
    },
    listed.request.context,
  )
  expect(posting).toMatchObject({
    external_id: '86',
    title: 'Medical Coder',
    url: 'https://acme.bamboohr.com/careers/86',
    places: [{ city: 'Jefferson', state: 'NC', country: 'US' }],
    remote: null,
    posted_at: '2026-11-02',
    pay: { min: 19, max: 23.5, unit: 'hour' },
    employment_type: 'Full-Time',
    html: '<p>Assign codes.</p>\r\n<p>CPC-A welcome.</p>',
    structured: {
      work_mode: 'Hybrid',
      level: 'Entry-level',
      other: { department: 'HIM', compensation: '$19.00 to $23.50 per hour' },
    },
  })
})

test.each([['Filled'], ['On Hold'], ['Canceled'], ['Draft']])(
  'an opening that is %s is gone, whatever else its detail says',
  (jobOpeningStatus) => {
    expect(read({ jobOpeningStatus, description: '<p>x</p>' })).toBeNull()
  },
)

describe('a detail read on its own', () => {
  test('is known by its own address', () => {
    const body = detail({ jobOpeningShareUrl: 'https://acme.bamboohr.com/careers/529' })
    const [posting] = bamboohr.read(pageOf(body), settings).postings
    expect(posting?.external_id).toBe('529')
  })
})

describe('where the work is done', () => {
  test.each([
    [{ locationType: '0' }, false, 'On-site'],
    [{ locationType: '1' }, true, 'Remote'],
    [{ locationType: '2', isRemote: true }, null, 'Hybrid'],
    [{ locationType: null, isRemote: true }, true, undefined],
    [{ locationType: '7' }, null, undefined],
    [{}, null, undefined],
  ])('%j means remote %s', (fields, remote, mode) => {
    const { listed } = stub(fields)
    expect([listed?.remote, listed?.structured.work_mode]).toEqual([remote, mode])
  })

  test('the place of the office stands in for that of the job, and no state is made up', () => {
    const blank = { city: null, state: null }
    expect(
      stub({
        location: blank,
        atsLocation: { city: 'Erie', state: 'PA', country: 'United States' },
      }).listed?.places,
    ).toEqual([{ city: 'Erie', state: 'PA', country: 'US' }])
    expect(stub({ location: { city: 'Erie', state: null } }).listed?.places).toEqual([
      { city: 'Erie', state: null, country: null },
    ])
    expect(stub({ location: blank, atsLocation: blank }).listed?.places).toEqual([])
  })
})

test.each([['2175000'], ['Competitive'], ['DOE'], ['€40.000']])(
  'compensation %j is no pay',
  (compensation) => {
    expect(read({ compensation })?.pay).toBeNull()
  },
)
