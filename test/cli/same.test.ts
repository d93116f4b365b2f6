import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { jsonLines, runLines } from '../helpers/run-lines.ts'

const job = {
  title: 'Medical Coder',
  company: 'Valley Health',
  city: 'Scranton',
  state: 'PA',
  remote: false,
  text: null,
  url: null,
  source: 'employer',
}

describe('the same command', { timeout: 60_000 }, () => {
  test('answers each pair in order with exactly the promised keys', async () => {
    const { code, lines } = await runLines(
      'cli/same.ts',
      jsonLines([
        { id: 'x', a: job, b: { ...job, company: 'Valley Health, LLC', title: 'Coder, Medical' } },
        { id: 'y', a: job, b: { ...job, title: 'Medical Coder II' } },
      ]),
    )
    expect(code).toBe(0)
    expect(lines).toEqual([
      { id: 'x', same: true, why: 'The same employer, job and place.' },
      { id: 'y', same: false, why: 'The level marks differ: none and 2.' },
    ])
  })

  test('keys that are left out count as not said', async () => {
    const { lines } = await runLines(
      'cli/same.ts',
      jsonLines([{ id: 1, a: { title: 'Medical Coder' }, b: job }]),
    )
    expect(lines[0]).toMatchObject({ id: 1, same: false })
  })

  test('finds the pairs of our own set as labelled', async () => {
    const file = new URL('../core/domain/same/pairs.jsonl', import.meta.url)
    const input = readFileSync(file, 'utf8')
    const pairs = input
      .trim()
      .split('\n')
      .map((l) => JSON.parse(l) as { id: string; same: boolean })
    const { lines } = await runLines('cli/same.ts', input)
    expect(lines.map((l) => [l.id, l.same])).toEqual(pairs.map((p) => [p.id, p.same]))
  })

  test('a bad line gets an error of one sentence', async () => {
    const { code, lines } = await runLines('cli/same.ts', '{"id": 7, "a": {"title": 3}, "b": {}}\n')
    expect(code).toBe(0)
    expect(lines[0]?.id).toBe(7)
    expect(lines[0]?.error).toMatch(/^a\.title: .*a line is \{id, a:/)
  })
})
