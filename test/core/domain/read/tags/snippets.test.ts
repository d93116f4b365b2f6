import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Advert } from '../../../../../core/domain/advert.ts'
import { valueOf } from '../../../../../core/domain/evaluation/score.ts'
import { readAdvert } from '../../../../../core/domain/read/read-advert.ts'

interface SnippetCase extends Advert {
  tag: string
  expect: Record<string, unknown>
  why: string
}

const file = new URL('../tags.jsonl', import.meta.url)
const cases = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as SnippetCase)
/** Warnings that the requirement half gives; the snippets label the others. */
const OF_REQUIREMENTS = new Set(['number_conflict', 'contradiction'])

describe('labelled snippets', () => {
  it('are at least 150, with every family on both sides', () => {
    expect(cases.length).toBeGreaterThanOrEqual(150)
    for (const tag of ['work_mode', 'states', 'settings', 'pay', 'warnings'])
      expect(cases.filter((c) => c.tag === tag).length, tag).toBeGreaterThanOrEqual(20)
  })

  it.each(cases)('$tag: $title / $text / $why', (c) => {
    const reading = readAdvert(c)
    for (const [tag, wanted] of Object.entries(c.expect)) {
      const got = valueOf(reading, tag)
      const read =
        tag === 'warnings' && Array.isArray(got)
          ? got.filter((code) => !OF_REQUIREMENTS.has(String(code)))
          : got
      expect(read, tag).toEqual(wanted)
    }
  })

  it('quote the shown text exactly in every piece of evidence', () => {
    for (const c of cases) {
      const reading = readAdvert(c)
      for (const [tag, found] of Object.entries(reading.evidence)) {
        for (const { start, end, words, rule } of found) {
          if (start === 0 && end === 0)
            expect(rule, `${tag}: ${words}`).toMatch(/^(?:title|structured|employer)\./)
          else expect(reading.text.slice(start, end), `${tag}: ${rule}`).toBe(words)
        }
      }
    }
  })
})
