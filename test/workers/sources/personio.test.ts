import { describe, expect, test } from 'vitest'
import { personio } from '../../../workers/sources/personio.ts'

// The shape is that of "Retrieving open positions" in Personio's developer documentation, with the pay
// element as public readers of the feed describe it.

const settings = personio.settings.parse({ board: 'acme-health' })
const pageOf = (body: string) => ({ url: '', status: 200, content_type: null, body, context: {} })
const feed = (inside: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><workzag-jobs>${inside}</workzag-jobs>`
const read = (body: string) => personio.read(pageOf(body), settings)
function position(elements: string) {
  const [posting] = read(
    feed(`<position><id>7</id><name>Medical Coder</name>${elements}</position>`),
  ).postings
  if (posting === undefined) throw new Error('rejected')
  return posting
}

test('one request asks for every position in English', () => {
  expect(personio.first(settings)).toEqual([
    { url: 'https://acme-health.jobs.personio.com/xml?language=en', audience: 'api' },
  ])
  const other = personio.settings.parse({ board: 'acme', domain: 'de', language: 'es' })
  expect(personio.first(other)[0]?.url).toBe('https://acme.jobs.personio.de/xml?language=es')
})

test('a whole position, field by field', () => {
  const posting = position(`
    <subcompany>Acme Health &amp; Care Inc.</subcompany>
    <office>Scranton, PA</office>
    <additionalOffices><office>Erie, PA</office><office>Scranton, PA</office></additionalOffices>
    <department>Revenue Cycle</department>
    <jobDescriptions>
      <jobDescription><name>Your tasks &amp; duties</name><value><![CDATA[<ul><li>Assign ICD-10 codes</li></ul>]]></value></jobDescription>
      <jobDescription><name>Profile</name><value>&lt;p&gt;CPC-A welcome&lt;/p&gt;</value></jobDescription>
    </jobDescriptions>
    <employmentType>permanent</employmentType>
    <seniority>entry-level</seniority>
    <schedule>full-time</schedule>
    <yearsOfExperience>lt-1</yearsOfExperience>
    <createdAt>2026-11-02T08:30:00+00:00</createdAt>
    <salaryInformation><min>19.50</min><max>24.00</max><currencyCode>USD</currencyCode><type>hourly</type></salaryInformation>`)
  expect(posting).toMatchObject({
    external_id: '7',
    title: 'Medical Coder',
    url: 'https://acme-health.jobs.personio.com/job/7',
    employer: 'Acme Health & Care Inc.',
    places: [
      { city: 'Scranton', state: 'PA', country: 'US' },
      { city: 'Erie', state: 'PA', country: 'US' },
    ],
    remote: null,
    posted_at: '2026-11-02T08:30:00+00:00',
    pay: { min: 19.5, max: 24, unit: 'hour' },
    employment_type: 'full-time, permanent',
    html: '<h3>Your tasks &amp; duties</h3><ul><li>Assign ICD-10 codes</li></ul><h3>Profile</h3><p>CPC-A welcome</p>',
    structured: { months_of_experience: 0, level: 'entry-level' },
  })
  expect(posting.structured.other).toMatchObject({
    department: 'Revenue Cycle',
    salaryInformation: { min: '19.50', max: '24.00', currencyCode: 'USD', type: 'hourly' },
  })
})

test.each([
  ['1-2', 12],
  ['2-5', 24],
  ['gt-15', 180],
  ['some', undefined],
])('years of experience %s ask for at least %s months', (range, months) => {
  const { structured } = position(`<yearsOfExperience>${range}</yearsOfExperience>`)
  expect(structured.months_of_experience).toBe(months)
})

test.each([
  ['Remote', true, []],
  ['Scranton, PA (Hybrid)', null, [{ city: 'Scranton', state: 'PA', country: 'US' }]],
  ['Scranton, PA', null, [{ city: 'Scranton', state: 'PA', country: 'US' }]],
])('office %j means remote %s', (office, remote, places) => {
  const posting = position(`<office>${office}</office>`)
  expect([posting.remote, posting.places]).toEqual([remote, places])
})

test('pay in another currency, or without a unit we know, is not guessed', () => {
  const pay = (currency: string, type: string) =>
    position(
      `<salaryInformation><min>30000</min><currencyCode>${currency}</currencyCode><type>${type}</type></salaryInformation>`,
    ).pay
  expect(pay('EUR', 'yearly')).toBeNull()
  expect(pay('USD', 'per task')).toEqual({ min: 30_000, max: null })
})

describe('a body comes through', () => {
  test('whatever encoding it declares, for it is text by now', () => {
    for (const encoding of ['ISO-8859-1', 'utf-16', 'nonsense']) {
      const body = `<?xml version='1.0' encoding='${encoding}'?><workzag-jobs><position><id>1</id><name>Códer in Bayamón</name></position></workzag-jobs>`
      expect(read(body).postings.map((p) => p.title)).toEqual(['Códer in Bayamón'])
    }
  })

  test('with a prefix on every name', () => {
    const body =
      '<p:workzag-jobs xmlns:p="urn:x"><p:position><p:id>1</p:id><p:name>Coder</p:name></p:position></p:workzag-jobs>'
    expect(read(body).postings.map((p) => [p.external_id, p.title])).toEqual([['1', 'Coder']])
  })

  test('with entities of HTML that XML does not know, once or twice escaped', () => {
    const posting = position('<subcompany>Ni&ntilde;o &amp;amp; Sons&nbsp;Inc.</subcompany>')
    expect(posting.employer).toBe('Niño & Sons Inc.')
  })

  test('with a description that stands as elements', () => {
    const { html } = position(
      '<jobDescriptions><jobDescription><name>Duties</name><value><p>Post payments &lt; $500</p><br/><ul><li>Bill</li></ul></value></jobDescription></jobDescriptions>',
    )
    expect(html).toBe('<h3>Duties</h3><p>Post payments &lt; $500</p><br><ul><li>Bill</li></ul>')
  })

  test('when the board is empty', () => {
    expect(read('<?xml version="1.0"?><workzag-jobs/>').postings).toEqual([])
  })
})
