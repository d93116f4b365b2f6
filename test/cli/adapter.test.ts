import { describe, expect, test } from 'vitest'
import { runLines } from '../helpers/run-lines.ts'

const run = (args: string[], body: string | Buffer) => runLines('cli/adapter.ts', body, args)

describe('the adapter command', { timeout: 60_000 }, () => {
  test('prints one line for each posting, with exactly the promised keys', async () => {
    const body = JSON.stringify({
      jobs: [
        {
          id: 41,
          title: 'Medical Biller',
          absolute_url: 'https://boards.example.org/41',
          company_name: 'Acme Health',
          location: { name: 'Scranton, PA' },
          first_published: '2026-11-01T08:00:00Z',
          content: '&lt;p&gt;Post payments&lt;/p&gt;',
          pay_input_ranges: [{ min_cents: 1900, max_cents: 2250, title: 'Hourly' }],
        },
        { id: 42, title: 'Coder' },
        { id: 43 },
      ],
    })
    const { code, lines, told } = await run(['greenhouse', '--settings', '{"token":"acme"}'], body)
    expect(code).toBe(0)
    expect(lines).toEqual([
      {
        external_id: '41',
        title: 'Medical Biller',
        url: 'https://boards.example.org/41',
        apply_url: 'https://boards.example.org/41',
        employer: 'Acme Health',
        places: [{ city: 'Scranton', state: 'PA', country: 'US' }],
        remote: null,
        posted_at: '2026-11-01T08:00:00Z',
        expires_at: null,
        pay: { min: 19, max: 22.5, unit: 'hour' },
        employment_type: null,
        html_length: 20,
        text: 'Post payments',
      },
      {
        external_id: '42',
        title: 'Coder',
        url: null,
        apply_url: null,
        employer: null,
        places: [],
        remote: null,
        posted_at: null,
        expires_at: null,
        pay: null,
        employment_type: null,
        html_length: 0,
        text: '',
      },
    ])
    expect(told).toContain('rejected jobs[2]: title')
    expect(told).toContain('2 postings, 0 further pages not asked for')
  })

  test('tells the postings of a list whose texts stand elsewhere as far as the list does', async () => {
    const jobPostings = [
      {
        title: 'Medical Coder',
        externalPath: '/job/Reno/Medical-Coder_R1',
        locationsText: 'Reno, NV',
        postedOn: 'Posted 30+ Days Ago',
        bulletFields: ['R1'],
      },
    ]
    const settings = '{"tenant":"acme","host":"wd5","site":"External"}'
    const { lines, told } = await run(
      ['workday', '--settings', settings],
      JSON.stringify({ total: 1, jobPostings }),
    )
    expect(lines).toEqual([
      {
        external_id: 'R1',
        title: 'Medical Coder',
        url: 'https://acme.wd5.myworkdayjobs.com/External/job/Reno/Medical-Coder_R1',
        apply_url: null,
        employer: null,
        places: [{ city: 'Reno', state: 'NV', country: 'US' }],
        remote: null,
        posted_at: null,
        expires_at: null,
        pay: null,
        employment_type: null,
        html_length: 0,
        text: '',
      },
    ])
    expect(told).toContain('1 postings, 1 further pages not asked for')
  })

  test('reads a body in the encoding it is in, whatever it declares', async () => {
    const feed = (encoding: string) =>
      `<?xml version="1.0" encoding="${encoding}"?><workzag-jobs><position><id>1</id><name>Códer</name></position></workzag-jobs>`
    for (const body of [
      Buffer.from(feed('ISO-8859-1'), 'latin1'),
      Buffer.from(feed('ISO-8859-1'), 'utf8'),
      Buffer.from(feed('utf-16'), 'utf8'),
    ]) {
      const { lines } = await run(['personio'], body)
      expect(lines.map((l) => l['title'])).toEqual(['Códer'])
    }
  })

  test.each([
    ['a body of another kind', ['greenhouse'], '<html></html>', 'bad-feed', 'html-instead-of-json'],
    ['an empty body', ['usajobs'], '', 'bad-feed', 'empty-body'],
    ['an unknown platform', ['nowhere'], '', 'no-adapter', undefined],
    ['no platform', [], '', 'usage', undefined],
    [
      'settings that are not JSON',
      ['greenhouse', '--settings', 'token'],
      '',
      'bad-settings',
      undefined,
    ],
    [
      'settings that cannot be used',
      ['jsonld', '--settings', '{"match":"("}'],
      '',
      'bad-settings',
      undefined,
    ],
  ])('answers %s with one line that says so, and fails', async (_, args, body, code, problem) => {
    const outcome = await run(args, body)
    expect(outcome.code).toBe(1)
    expect(outcome.lines).toHaveLength(1)
    const [line] = outcome.lines
    expect(line).toMatchObject(problem === undefined ? { code } : { code, problem })
    expect(String(line?.['error']).length).toBeGreaterThan(10)
  })
})
