import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const run = (...args: string[]) => {
  const done = spawnSync(process.execPath, ['--import', 'tsx', 'cli/eval.ts', ...args], {
    encoding: 'utf8',
  })
  return { out: done.stdout, err: done.stderr, code: done.status }
}
const lines = (rows: unknown[]) => rows.map((row) => JSON.stringify(row)).join('\n')

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'foothold-eval-'))
  mkdirSync(join(folder, 'adverts'))
  writeFileSync(
    join(folder, 'adverts', 'one.jsonl'),
    lines([
      { id: 'a', title: 'Medical Coder', company: 'Elm Hospital', description: 'Fully remote.' },
      { id: 'b', title: 'Medical Biller', description: 'This is an on-site position.' },
    ]),
  )
  writeFileSync(
    join(folder, 'adverts', 'two.jsonl'),
    lines([{ id: 'c', title: 'Registered Nurse', text: 'Bedside care.' }]),
  )
  writeFileSync(
    join(folder, 'labels.jsonl'),
    lines([
      {
        id: 'a',
        expect: { in_domain: true, role: 'coding', work_mode: ['remote', 'remote_after'] },
      },
      // Wrong on purpose: the advert says on site.
      { id: 'b', federal: true, expect: { in_domain: true, role: 'billing', work_mode: 'hybrid' } },
      { id: 'c', expect: { in_domain: false } },
    ]),
  )
  writeFileSync(
    join(folder, 'negatives.jsonl'),
    lines([
      { id: 'n1', title: 'Truck Driver', description: 'CDL.' },
      { id: 'n2', title: 'Patient Access Representative', description: 'Register patients.' },
    ]),
  )
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe('npm run eval', () => {
  it('scores a folder of adverts tag by tag and names the miss with its words', () => {
    const report = join(folder, 'report.txt')
    const { out, code } = run(
      ...['--adverts', join(folder, 'adverts'), '--labels', join(folder, 'labels.jsonl')],
      ...['--negatives', join(folder, 'negatives.jsonl'), '--report', report],
    )
    expect(code).toBe(0)
    expect(out).toMatch(/in_domain\s+3\s+100\.0%\s+100\.0%\s+100\.0%\s+100\.0%/)
    expect(out).toMatch(/work_mode\s+2\s+50\.0%/)
    expect(out).toMatch(
      /work_mode {2}b: expected "hybrid", read "onsite"; This is an on-site position\./,
    )
    expect(out).toMatch(/Outside the trade: 2 adverts, 0 wrongly taken in, 1 kept as first rung/)
    expect(readFileSync(report, 'utf8')).toBe(out)
  }, 30_000)

  it('prints one JSON object with --json, federal labels apart', () => {
    const { out } = run(
      ...['--adverts', join(folder, 'adverts'), '--labels', join(folder, 'labels.jsonl'), '--json'],
    )
    const report = JSON.parse(out)
    expect(report.all.adverts).toBe(3)
    expect(report.federal.adverts).toBe(1)
    expect(report.other.adverts).toBe(2)
    const mode = report.all.tags.find((t: { tag: string }) => t.tag === 'work_mode')
    expect(mode).toMatchObject({ n: 2, exact: 0.5 })
    expect(report.all.misses).toHaveLength(1)
    expect(report.negatives).toBeNull()
  }, 30_000)

  it.each([
    [[], /--adverts and --labels are needed/],
    [['--adverts', 'nowhere.jsonl', '--labels', 'nowhere.jsonl'], /nowhere\.jsonl is not there/],
  ])('says in one sentence what is wrong and exits with 2: %j', (args, message) => {
    const { err, code } = run(...args)
    expect(code).toBe(2)
    expect(err.trim().split('\n')).toHaveLength(1)
    expect(err).toMatch(message)
  })
})

const ads = join(process.env.FOOTHOLD_TEST_DATA ?? '../shared/data', 'ads')

describe.skipIf(!existsSync(join(ads, 'expect.jsonl')))(
  'the recorded adverts (skipped: needs the recorded data)',
  () => {
    it('are read at least as well as promised for trade, role, work mode, settings and pay', () => {
      const { out } = run(
        ...['--adverts', join(ads, 'adverts.jsonl'), '--labels', join(ads, 'expect.jsonl')],
        ...['--negatives', join(ads, 'negatives.jsonl'), '--json'],
      )
      const report = JSON.parse(out)
      const of = (tag: string) => report.all.tags.find((t: { tag: string }) => t.tag === tag)
      expect(report.domain.f1).toBeGreaterThanOrEqual(0.96)
      expect(of('role').exact).toBeGreaterThanOrEqual(0.93)
      expect(of('work_mode').exact).toBeGreaterThanOrEqual(0.95)
      expect(of('settings').f1).toBeGreaterThanOrEqual(0.9)
      expect(of('pay').exact).toBeGreaterThanOrEqual(0.95)
    }, 60_000)
  },
)
