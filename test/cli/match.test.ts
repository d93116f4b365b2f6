import { describe, expect, test } from 'vitest'
import { jsonLines, runLines } from '../helpers/run-lines.ts'

const NOW = '2026-11-24'
const newcomer = {
  credentials: [{ code: 'CPC', apprentice: true }],
  months: {},
  education: [{ level: 'certificate', field: 'medical coding' }],
  state: 'PA',
}
const trainee = {
  title: 'Medical Coder I',
  employer: 'Valley Health',
  place: 'Scranton, PA',
  text: 'Requirements:\n- CPC or CPC-A required.\n- No experience necessary.\n- High school diploma or GED.',
}
const senior = {
  title: 'Inpatient Coder',
  employer: 'Valley Health',
  place: 'Scranton, PA',
  text: 'Requirements:\n- CCS required.\n- Three years of inpatient coding experience required.',
}

describe('the match command', { timeout: 60_000 }, () => {
  test('answers each line in order with exactly the promised keys', async () => {
    const { code, lines } = await runLines(
      'cli/match.ts',
      jsonLines([
        { id: 'a', now: NOW, profile: newcomer, advert: trainee },
        { id: 2, now: NOW, profile: newcomer, advert: senior },
        { id: 'c', now: NOW, profile: {}, advert: trainee },
      ]),
    )
    expect(code).toBe(0)
    expect(lines.map((l) => [l.id, l.verdict])).toEqual([
      ['a', 'open'],
      [2, 'not_yet'],
      ['c', 'unknown'],
    ])
    for (const line of lines) {
      expect(Object.keys(line)).toEqual(['id', 'verdict', 'score', 'reasons'])
      for (const reason of line.reasons as object[]) {
        expect(Object.keys(reason).sort()).toEqual(['gap', 'has', 'requirement', 'words'])
      }
    }
    expect(lines[2]?.score).toBeNull()
    expect(lines[0]?.score).toBeGreaterThan(lines[1]?.score as number)
  })

  test('the words of a reason stand in the advert', async () => {
    const { lines } = await runLines(
      'cli/match.ts',
      jsonLines([{ id: 1, now: NOW, profile: newcomer, advert: senior }]),
    )
    const words = (lines[0]?.reasons as { words: string | null }[]).map((r) => r.words)
    const said = words.filter((w) => w !== null)
    expect(said.length).toBeGreaterThanOrEqual(2)
    for (const w of said) expect(senior.text).toContain(w)
  })

  test('a ZIP code and a radius are measured against the place in the advert', async () => {
    const here = { ...newcomer, zip: '18503', radius_miles: 25 }
    const { lines } = await runLines(
      'cli/match.ts',
      jsonLines([
        { id: 'near', now: NOW, profile: here, advert: { ...trainee, place: 'Wilkes-Barre, PA' } },
        { id: 'far', now: NOW, profile: here, advert: { ...trainee, place: 'Pittsburgh, PA' } },
      ]),
    )
    expect(lines.map((l) => [l.id, l.verdict])).toEqual([
      ['near', 'open'],
      ['far', 'stretch'],
    ])
  })

  test('an advert that is closed, or closed before the day asked about, is not yet', async () => {
    const { lines } = await runLines(
      'cli/match.ts',
      jsonLines([
        { id: 1, now: NOW, profile: newcomer, advert: { ...trainee, status: 'closed' } },
        { id: 2, now: NOW, profile: newcomer, advert: { ...trainee, closes: '2026-11-20' } },
        { id: 3, now: NOW, profile: newcomer, advert: { ...trainee, closes: '2026-11-24' } },
        { id: 4, profile: newcomer, advert: { ...trainee, closes: '2001-01-01' } },
      ]),
    )
    expect(lines.map((l) => l.verdict)).toEqual(['not_yet', 'not_yet', 'open', 'not_yet'])
  })

  test('a key that is null counts as not told', async () => {
    const { lines } = await runLines(
      'cli/match.ts',
      jsonLines([{ id: 1, now: NOW, profile: { ...newcomer, months: null }, advert: senior }]),
    )
    const reasons = lines[0]?.reasons as { requirement: string; has: string | null }[]
    expect(reasons.find((r) => r.requirement.includes('inpatient'))?.has).toBeNull()
  })

  test('a bad line gets an error of one sentence and the others are still answered', async () => {
    const { code, lines } = await runLines(
      'cli/match.ts',
      `not json\n${jsonLines([
        { id: 'p', profile: { months: 'many' }, advert: trainee },
        { id: 'n', now: 'yesterday', profile: newcomer, advert: trainee },
        { id: 'ok', now: NOW, profile: newcomer, advert: trainee },
      ])}\n`,
    )
    expect(code).toBe(0)
    expect(lines.map((l) => l.id)).toEqual([null, 'p', 'n', 'ok'])
    expect(lines[0]?.error).toMatch(/not JSON/)
    expect(lines[1]?.error).toMatch(/profile\.months/)
    expect(lines[2]?.error).toMatch(/"yesterday" is not a date/)
    expect(lines[3]?.verdict).toBe('open')
  })
})
