import { describe, expect, test } from 'vitest'
import { FootholdError } from '../../../core/errors.ts'
import { csv } from '../../../workers/sources/csv.ts'

const url = 'https://careers.example.org/jobs.csv'
function read(body: string, given: object = {}) {
  const settings = csv.settings.parse({ url, ...given })
  return csv.read({ url: '', status: 200, content_type: null, body, context: {} }, settings)
}
function row(columns: Record<string, string>, given: object = {}) {
  const quoted = Object.values(columns).map((v) => `"${v.replaceAll('"', '""')}"`)
  const body = `title,${Object.keys(columns).join(',')}\nMedical Biller,${quoted.join(',')}\n`
  const [one] = read(body, given).postings
  if (one === undefined) throw new Error('rejected')
  return one
}
function refusal(body: string, given: object = {}): string {
  try {
    read(body, given)
  } catch (error) {
    if (error instanceof FootholdError) return error.message
    throw error
  }
  return 'it was read'
}

test('a row with every known column reads field by field, further columns are kept', () => {
  const one = row({
    ID: '7',
    URL: 'https://careers.example.org/7',
    'Apply URL': 'https://careers.example.org/7/apply',
    Company: 'Acme & Sons',
    City: 'Reno',
    State: 'Nevada',
    Country: 'USA',
    Remote: 'no',
    'Date Posted': '2026-11-02',
    'Closing Date': 'December 1, 2026',
    'Pay Min': '$18.50',
    'Pay Max': '22',
    'Pay Unit': 'per hour',
    'Job Type': 'Full-time',
    Description: 'Posts payments.\nCalls payers, daily.',
    'Shift Code': 'D1',
    Empty: '',
  })
  expect(one).toEqual({
    external_id: '7',
    title: 'Medical Biller',
    url: 'https://careers.example.org/7',
    apply_url: 'https://careers.example.org/7/apply',
    employer: 'Acme & Sons',
    places: [{ city: 'Reno', state: 'NV', country: 'US' }],
    remote: false,
    posted_at: '2026-11-02',
    expires_at: '2026-12-01',
    pay: { min: 18.5, max: 22, unit: 'hour' },
    employment_type: 'Full-time',
    html: '<p>Posts payments.<br>Calls payers, daily.</p>',
    structured: {
      remote: false,
      pay: { min: 18.5, max: 22, unit: 'hour' },
      employment_type: 'Full-time',
      other: { 'Shift Code': 'D1' },
    },
  })
})

describe('columns', () => {
  test('by other names are named in the settings', () => {
    const given = { columns: { title: 'Job Name', city: 'Town Name' } }
    const [one] = read('Job Name,Town Name,State\nCoder,Reno,NV\n', given).postings
    expect(one).toMatchObject({ title: 'Coder', places: [{ city: 'Reno', state: 'NV' }] })
  })
  test('that are missing are told, with those that are there', () => {
    expect(refusal('Name,Town\nx,y\n')).toBe(
      'CSV file: no column holds the title; the header row holds "Name", "Town". Name it in settings.columns.',
    )
    expect(refusal('Title,Town\nx,y\n', { columns: { city: 'Place' } })).toBe(
      'CSV file: settings.columns names "Place" for city, but the header row holds "Title", "Town".',
    )
    expect(csv.settings.safeParse({ url, columns: { salaryy: 'x' } }).success).toBe(false)
  })
  test('may be parted by semicolons or tabs, blanks at the end included', () => {
    expect(read('title;id;note\nA;1;\n', { delimiter: ';' }).postings).toHaveLength(1)
    const tabs = read('title\tid\tnote\nA\t1\t\nB\t2\t\n', { delimiter: '\t' })
    expect([tabs.postings.map((p) => p.external_id), tabs.rejected]).toEqual([['1', '2'], []])
  })
})

describe('dates', () => {
  test.each([
    ['iso', null],
    ['month_first', '2026-02-03'],
    ['day_first', '2026-03-02'],
  ])('read as %s make 02/03/2026 %s', (dates, iso) => {
    expect(row({ posted_at: '02/03/2026' }, { dates }).posted_at).toBe(iso)
  })
  test('that are on no calendar are none', () => {
    expect(row({ posted_at: '13/31/2026' }, { dates: 'month_first' }).posted_at).toBeNull()
  })
})

test.each([
  [{ pay: '$18 - $22 / hr' }, { min: 18, max: 22, unit: 'hour' }],
  [
    { pay: '$42,000', pay_unit: 'year' },
    { min: 42_000, max: 42_000, unit: 'year' },
  ],
  [{ pay: 'DOE', pay_unit: 'year' }, null],
  [{ pay_min: '0', pay_max: '' }, null],
  [{ pay_min: '40000' }, { min: 40_000, max: null }],
])('pay %j is %j', (columns, pay) => {
  expect(row(columns).pay).toEqual(pay)
})

test.each([
  [{ remote: 'yes' }, true],
  [{ remote: 'Remote' }, true],
  [{ remote: 'Hybrid' }, null],
  [{ remote: 'no' }, false],
  [{ location: 'Remote - US' }, true],
  [{ location: 'Reno, NV' }, null],
])('%j means remote %s', (columns, remote) => {
  expect(row(columns).remote).toBe(remote)
})

test('without an id the address is the id, else what tells a row from its neighbours', () => {
  expect(row({ url: 'https://x.example.org/1' }).external_id).toBe('https://x.example.org/1')
  expect(row({ city: 'Reno' }).external_id).toMatch(/^derived:/)
  expect(row({ city: 'Reno' }).external_id).not.toBe(row({ city: 'Elko' }).external_id)
})

describe('a faulty file', () => {
  test('keeps the good rows and tells the line of each bad one', () => {
    const { postings, rejected } = read(
      'title,id,note\nA,1,x\nB,2\nC,3,"y" z\nD,4,"two\nlines"\n,5,x\n',
    )
    expect(postings.map((p) => p.external_id)).toEqual(['1', '4'])
    expect(rejected).toEqual([
      { where: 'line 3', reason: 'line 3: 2 fields under a header of 3' },
      { where: 'line 4', reason: 'line 4: something follows a closing quote' },
      { where: 'row[2]', reason: 'the title is missing', external_id: '5' },
    ])
  })
  test('that stops in the middle is refused whole', () => {
    for (const cut of ['title,id\nA,1\nB', 'title,id,note\nA,1,"never\nends, at\nall\n']) {
      expect(refusal(cut)).toBe('CSV file: the file stops in the middle of a row.')
    }
    expect(read('title,id\nA,1\nB,2').postings).toHaveLength(2)
  })
  test('with a header that cannot be read says so', () => {
    expect(refusal('ti"tle,id\nA,1\n')).toContain('the header row cannot be read')
  })
})
