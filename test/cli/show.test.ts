import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { showAdvert, type ShownAdvert } from '../../cli/show-advert.ts'
import { freshDatabase, type FreshDatabase } from '../helpers/database.ts'
import { makeListing } from '../helpers/listings.ts'
import { experienceLeaf, sampleDetail, wordsIn } from '../web/samples.ts'

const TEXT = 'Two years of billing.\nCPC or CPB. $18 an hour.'
const cpc = wordsIn(TEXT, 'CPC or CPB')
const advert: ShownAdvert = sampleDetail({
  title: 'Biller',
  text: TEXT,
  min_months: 24,
  entry: 'asks_experience',
  pay: { min: 18, max: 18, unit: 'hour' },
  requirement: {
    kind: 'all_of',
    of: [
      experienceLeaf(TEXT, 'Two years of billing', 24, { domain: 'billing' }),
      {
        kind: 'any_of',
        of: [
          {
            kind: 'credential',
            codes: ['CPC', 'CPB'],
            any_of: true,
            class: null,
            accepted_apprentice: false,
            within_months_of_hire: 6,
            strength: 'preferred',
            start: cpc.start,
            end: cpc.end,
            words: cpc.words,
          },
        ],
      },
    ],
  },
  evidence: {
    min_months: [wordsIn(TEXT, 'Two years', 'months.amount')],
    pay: [wordsIn(TEXT, '$18 an hour', 'pay.amount')],
  },
})

describe('showAdvert', () => {
  it('marks the words, draws the tree and names value, rule and words of each tag', () => {
    const shown = showAdvert(advert, { colour: false })
    expect(shown.split('\nTAGS\n')[0]).toBe(
      [
        'Biller',
        'Mercy Hill Hospital, Scranton, PA',
        '',
        'TEXT',
        '[[Two years of billing]]{tree:experience, min_months}.',
        '[[CPC or CPB]]{tree:credential}. [[$18 an hour]]{pay}.',
        '',
        'REQUIREMENTS',
        '- all of:',
        '  - required experience: 24 months in billing "Two years of billing"',
        '  - any one of:',
        '    - preferred credential: CPC or CPB, within 6 months of hire "CPC or CPB"',
        '',
      ].join('\n'),
    )
    expect(shown).toContain('\n  min_months = 24\n    months.amount: "Two years"\n')
    expect(shown).toContain(
      '\n  pay = {"min":18,"max":18,"unit":"hour"}\n    pay.amount: "$18 an hour"\n',
    )
    expect(shown).toContain('\n  employment_type = null\n')
  })

  it('underlines in colour only when asked', () => {
    expect(showAdvert(advert, { colour: false })).not.toContain('\u001b')
    const shown = showAdvert(advert, { colour: true })
    expect(shown).toContain('\u001b[4;33m$18 an hour\u001b[24;39m\u001b[2m{pay}\u001b[22m')
    expect(shown).not.toContain('[[')
  })

  it('lets nothing in an advert steer the terminal', () => {
    const text = 'Good \u001b[2J\u009b31m pay \u202etxt\u0007\r.'
    const shown = showAdvert(
      { ...advert, title: 'A\u001b]0;x\u0007', text, employer: '\u001b[31m', evidence: {} },
      { colour: false },
    )

    expect(shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/)
    expect(shown).toContain('Good \ufffd[2J\ufffd31m pay \ufffdtxt')
  })

  it('says so when there is no text and no requirement', () => {
    const shown = showAdvert(sampleDetail({ text: '' }), { colour: false })
    expect(shown).toContain('TEXT\n(no text)\n')
    expect(shown).toContain('REQUIREMENTS\n- (nothing was read)\n')
  })
})

let database: FreshDatabase
let folder: string
beforeAll(async () => {
  database = await freshDatabase()
  folder = mkdtempSync(join(tmpdir(), 'foothold-show-'))
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await database.close()
})

function run(
  args: string[],
  input = '',
): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'cli/show.ts', ...args], {
      env: { ...process.env, DATABASE_URL: database.url, FOOTHOLD_OFFLINE: '1' },
    })
    let [out, err] = ['', '']
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, out, err }))
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
  })
}
const file = (name: string, content: string): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

describe('npm run show', () => {
  it('reads JSON, HTML and text files, each by its ending', async () => {
    const json = { title: 'Medical Biller', employer: 'Elm Clinic', text: 'Fully remote.' }
    const [a, b, c] = await Promise.all([
      run([file('a.json', JSON.stringify(json))]),
      run([file('b.html', '<h1>Medical Coder</h1><p>Pay: <b>$18</b> an hour</p>')]),
      run([
        file('c.txt', '\nMedical Biller\n\nThis is an on-site position.'),
        '--place',
        'Erie, PA',
      ]),
    ])
    expect(a.out).toMatch(/^Medical Biller\nElm Clinic\n/)
    expect(a.out).toContain('work_mode = "remote"')
    expect(b.out).toMatch(/^Medical Coder\n/)
    expect(b.out).toContain('pay = {"min":18,"max":18,"unit":"hour"}')
    expect(c.out).toMatch(/^Medical Biller\nErie, PA\n/)
    expect(c.out).toMatch(/\[\[[^\]]*on-site[^\]]*\]\]\{[^}]*work_mode/)
    expect([a.code, b.code, c.code]).toEqual([0, 0, 0])
  }, 60_000)

  it('tells JSON, HTML and text apart on standard input, and colours when asked', async () => {
    const [a, b, c] = await Promise.all([
      run(['-', '--color'], '{"title": "Medical Coder", "text": "CPC required."}'),
      run(['-'], '<p>Medical Coder</p><p>CPC required.</p>'),
      run(['-', '--title', 'Coder'], 'CPC required.'),
    ])
    expect(a.out).toContain('\u001b[1mMedical Coder\u001b[22m')
    expect(b.out).toMatch(/^Medical Coder\n\nTEXT\nMedical Coder\n/)
    expect(c.out).toMatch(/^Coder\n\nTEXT\n/)
    for (const { out } of [a, b, c]) expect(out).toContain('"required":["CPC"]')
  }, 60_000)

  it('shows a stored listing as it was read then', async () => {
    const id = await makeListing(database.db, {
      title: 'Stored Biller',
      min_months: 99,
      tagger_version: 3,
    })
    const { out, err, code } = await run(['--listing', String(id)])
    expect(code).toBe(0)
    expect(out).toMatch(/^Stored Biller\nMercy Hill Hospital, Scranton, PA\n/)
    expect(out).toContain('min_months = 99\n')
    expect(err).toContain(`Listing ${id}, read by version 3 of the rules.`)
  }, 60_000)

  it.each([
    [['no-such-file.txt'], /^The file no-such-file\.txt cannot be read/],
    [['--listing', '999999'], /^There is no listing 999999\.$/],
    [['--listing', 'x'], /^"x" is not the number of a listing\.$/],
    [[], /^Name one file, or one listing\./],
    [['-', '--listing', '1'], /^Name one file, or one listing\./],
  ])('says in words what is wrong with %j', async (args, message) => {
    const { code, err, out } = await run(args)
    expect(code).toBe(1)
    expect(out).toBe('')
    expect(err.trim().split('\n')[0]).toMatch(message)
  })

  it('names what is wrong with a file that is no advert', async () => {
    const [broken, shape, empty] = await Promise.all([
      run([file('d.json', '{"title"')]),
      run([file('e.json', '{"text": "no title"}')]),
      run([file('f.txt', ' \n ')]),
    ])
    expect(broken.err).toMatch(/d\.json is not JSON/)
    expect(shape.err).toMatch(/e\.json is not an advert \(title: /)
    expect(empty.err).toMatch(/f\.txt holds no text\./)
    expect([broken.code, shape.code, empty.code]).toEqual([1, 1, 1])
  }, 60_000)
})
