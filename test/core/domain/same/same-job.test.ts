import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { prepareJob, sameKey, type JobSketch } from '../../../../core/domain/same/prepare.ts'
import { sameJob } from '../../../../core/domain/same/same-job.ts'

interface Pair {
  id: string
  same: boolean
  note: string
  a: JobSketch
  b: JobSketch
}

const PAIRS = readFileSync(new URL('pairs.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Pair)
const TRUE = PAIRS.filter((p) => p.same)
const TRAPS = PAIRS.filter((p) => !p.same)

describe('two postings of one job', () => {
  test('the set holds at least thirty true pairs and thirty traps', () => {
    expect(TRUE.length).toBeGreaterThanOrEqual(30)
    expect(TRAPS.length).toBeGreaterThanOrEqual(30)
  })

  test.each(TRUE.map((p) => [`${p.id}: ${p.note}`, p] as const))('are one: %s', (_name, p) => {
    expect(sameJob(p.a, p.b)).toMatchObject({ same: true })
  })

  test.each(TRAPS.map((p) => [`${p.id}: ${p.note}`, p] as const))('stay apart: %s', (_name, p) => {
    expect(sameJob(p.a, p.b)).toMatchObject({ same: false })
  })

  test('the answer is the same whichever comes first, and always says why', () => {
    for (const { id, a, b } of PAIRS) {
      const one = sameJob(a, b)
      expect(sameJob(b, a).same, id).toBe(one.same)
      expect(one.why, id).toMatch(/^[A-Z].+\.$/)
    }
  })

  test('a posting is the same job as itself whenever it names an employer and a town', () => {
    for (const { id, a } of PAIRS) {
      if (a.company !== null && a.city !== null) expect(sameJob(a, a).same, id).toBe(true)
    }
  })

  test('every true pair shares its blocking key', () => {
    const key = (job: JobSketch): string => sameKey(prepareJob(job))
    for (const { id, a, b } of TRUE) expect(key(b), id).toBe(key(a))
  })

  test('a required minimum that the caller has read keeps postings apart', () => {
    const job = TRUE[0] as Pair
    const one = { ...job.a, min_months: 12 }
    expect(sameJob(one, { ...job.b, min_months: 36 })).toEqual({
      same: false,
      why: 'The required minimum differs: 12 and 36 months.',
    })
    expect(sameJob(one, { ...job.b, min_months: null }).same).toBe(true)
  })
})
