import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Requirement } from '../../../../../core/domain/reading.ts'
import { readRequirements } from '../../../../../core/domain/read/requirement/read-requirements.ts'
import { advertText } from '../../../../../core/domain/text/document.ts'

interface Row {
  text: string
  title?: string
  expect: Record<string, unknown>
  why: string
}

const rows = readFileSync(new URL('../sentences.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Row)

/** Domain of the first experience asked for with months or without, in the order of the text. */
function firstDomain(tree: Requirement): string | null {
  if ('of' in tree) {
    for (const child of tree.of) {
      const domain = firstDomain(child)
      if (domain !== null) return domain
    }
    return null
  }
  return tree.kind === 'experience' && tree.min_months !== 0 ? tree.domain : null
}

const sorted = (value: unknown): unknown =>
  Array.isArray(value) ? [...(value as string[])].sort() : value

function flat(row: Row): Record<string, unknown> {
  const title = row.title ?? 'Medical Billing and Coding Position'
  const reading = readRequirements(advertText({ title, text: row.text }), null)
  return {
    ...reading,
    ...reading.credentials,
    education: reading.education?.level ?? null,
    education_strength: reading.education?.strength ?? null,
    warnings: reading.warnings.map((warning) => warning.code),
    domain: firstDomain(reading.requirement),
  }
}

describe('the labelled sentences of the trade', () => {
  it('are at least 450', () => {
    expect(rows.length).toBeGreaterThanOrEqual(450)
  })

  it.each(rows.map((row) => [row.text, row.why, row] as const))(
    'reads "%s" (%s)',
    (_t, _w, row) => {
      const got = flat(row)
      for (const [key, value] of Object.entries(row.expect))
        expect([key, sorted(got[key])]).toEqual([key, sorted(value)])
    },
  )
})
