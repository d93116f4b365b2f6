import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'

/** Runs the real command on some standard input. */
async function run(input: string): Promise<{ out: string[]; err: string; code: number | null }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'cli/read.ts'], { stdio: 'pipe' })
  child.stdin.end(input)
  const [out, err, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number | null]>,
  ])
  return { out: out.split('\n').slice(0, -1), err, code }
}

const KEYS = [
  'id',
  'in_domain',
  'role',
  'adjacent_role',
  'level',
  'min_months',
  'max_months',
  'preferred_months',
  'entry',
  'credentials',
  'education',
  'work_mode',
  'hybrid_days_onsite',
  'states_allowed',
  'states_excluded',
  'settings',
  'specialties',
  'systems',
  'employment_type',
  'pay',
  'warnings',
  'requirement',
  'evidence',
]

describe('npm run read', () => {
  it('answers each line in order with the promised keys, the id first and the text left out', async () => {
    const input = [
      { id: 'a', title: 'Medical Coder II', html: '<p>Fully remote. Pay: $20 - $24 per hour.</p>' },
      { id: 7, title: 'Truck Driver' },
    ]
    const { out, err, code } = await run(input.map((line) => JSON.stringify(line)).join('\n'))
    expect(code).toBe(0)
    expect(err).toBe('')
    expect(out).toHaveLength(2)
    const [coder, driver] = out.map((line) => JSON.parse(line))
    expect(Object.keys(coder)).toEqual(KEYS)
    expect(coder).toMatchObject({
      id: 'a',
      in_domain: true,
      role: 'coding',
      level: 'mid',
      work_mode: 'remote',
      pay: { min: 20, max: 24, unit: 'hour' },
    })
    expect(driver).toMatchObject({ id: 7, in_domain: false, role: null, work_mode: 'not_stated' })
  }, 30_000)

  it('gives an error line for what is no JSON or no advert, and still reads the lines after it', async () => {
    const { out, code } = await run(
      'not json\n\n{"id":"b"}\n{"id":"c","title":"Biller","structured":{"pay":{"unit":"fortnight"}}}\n{"id":"d","title":"Medical Biller"}\n',
    )
    expect(code).toBe(0)
    const lines = out.map((line) => JSON.parse(line))
    expect(lines.map((line) => line.id)).toEqual([null, 'b', 'c', 'd'])
    expect(lines[0].error).toMatch(/not JSON/)
    expect(lines[1].error).toMatch(/title/)
    expect(lines[2].error).toMatch(/structured\.pay\.unit/)
    expect(lines[3].role).toBe('billing')
  }, 30_000)

  it('ends cleanly on empty input', async () => {
    expect(await run('')).toEqual({ out: [], err: '', code: 0 })
  }, 30_000)
})
