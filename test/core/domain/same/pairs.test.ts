import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

/**
 * 80 true pairs and 80 traps, written before the rule was tuned on any of them. A quarter of them is held
 * back: no rule is changed for their sake.
 */
const FILES = ['pairs-feeds.jsonl', 'pairs-held-back.jsonl']

interface Pair {
  id: string
  same: boolean
  note: string
  a: Record<string, unknown>
  b: Record<string, unknown>
}

const pairsOf = (file: string): Pair[] =>
  readFileSync(new URL(file, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Pair)

describe('the pairs of postings', () => {
  const all = FILES.flatMap(pairsOf)

  test('are 80 of one job and 80 traps, 40 of them held back', () => {
    expect(all.filter((p) => p.same)).toHaveLength(80)
    expect(all.filter((p) => !p.same)).toHaveLength(80)
    expect(pairsOf('pairs-held-back.jsonl')).toHaveLength(40)
    expect(new Set(all.map((p) => p.id)).size).toBe(160)
  })

  test('hold nothing but what a feed tells of a posting', () => {
    const keys = ['city', 'company', 'remote', 'source', 'state', 'text', 'title', 'url']
    for (const { id, a, b } of all) {
      expect(Object.keys(a).sort(), id).toEqual(keys)
      expect(Object.keys(b).sort(), id).toEqual(keys)
    }
  })

  test('no trap is a pair of postings that differ in nothing', () => {
    for (const { id, same, a, b } of all) if (!same) expect(a, id).not.toEqual(b)
  })
})
