import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { SETTINGS } from '../../core/domain/tags.ts'
import { STATE_CODES } from '../../core/domain/us-states.ts'
import { readSourceList } from '../../workers/seed.ts'
import { adapterFor } from '../../workers/sources/index.ts'

const FILE = new URL('../../seeds/sources.jsonl', import.meta.url).pathname
const lines = readSourceList(FILE)

const factsSchema = z.strictObject({
  /** What an aggregator or a search is, where no single employer stands behind the source. */
  name: z.string().optional(),
  employer_kind: z.enum([
    'aggregator',
    'behavioral',
    'correctional',
    'fqhc',
    'government',
    'health_system',
    'home_health',
    'hospice',
    'lab',
    'other',
    'payer',
    'physician_group',
    'rcm',
    'senior_care',
    'staffing',
    'tribal',
  ]),
  setting: z.enum(SETTINGS).optional(),
  state: z.enum(STATE_CODES).nullable(),
  confidence: z.enum(['seen_live_payload', 'listed', 'inferred']),
  as_of: z
    .string()
    .regex(/^20\d\d-\d\d(-\d\d)?$/)
    .nullable(),
  employer_name_from: z.literal('address').optional(),
  note: z.string().optional(),
})
const policySchema = z
  .strictObject({
    may_cache_text: z.boolean(),
    must_link: z.boolean(),
    must_name: z.boolean(),
    credit_html: z.string().nullable(),
    may_email: z.boolean(),
    may_gate: z.boolean(),
    may_index: z.boolean(),
    may_export: z.boolean(),
    min_interval_s: z.number().int().min(3600),
    daily_cap: z.number().int().positive().nullable(),
    min_delay_s: z.number().int().min(0),
  })
  .partial()

describe('the shipped list of sources', () => {
  test('is long, and every key and every address in it stands once', () => {
    expect(lines.length).toBeGreaterThanOrEqual(200)
    expect(new Set(lines.map((l) => l.key)).size).toBe(lines.length)
    const addresses = lines.map((l) => `${l.kind} ${JSON.stringify(l.settings).toLowerCase()}`)
    expect(addresses.filter((a, i) => addresses.indexOf(a) !== i)).toEqual([])
  })

  test.each(lines.map((l) => [l.key, l] as const))('%s is sound', (_, line) => {
    factsSchema.parse(line.facts)
    policySchema.parse(line.policy ?? {})
    const adapter = adapterFor(line.kind)
    if (adapter !== undefined)
      expect(adapter.settings.safeParse(line.settings).error).toBeUndefined()
    expect(line.employer ?? (line.facts as { name?: string }).name).toMatch(/\S/)
  })

  test('leads to public addresses only, and holds no source whose terms forbid a job search service', () => {
    const text = readFileSync(FILE, 'utf8')
    expect(text).not.toMatch(/weworkremotely|127\.0\.0\.1|localhost|base_url/i)
    for (const { settings } of lines) {
      const { url } = settings as { url?: string }
      if (url !== undefined) expect(url).toMatch(/^https:\/\//)
    }
  })

  test('keeps the terms of Remotive and Jobicy', () => {
    const of = (kind: string) => lines.filter((l) => l.kind === kind)
    expect(of('remotive').length + of('jobicy').length).toBe(3)
    for (const { policy } of [...of('remotive'), ...of('jobicy')]) {
      expect(policy).toMatchObject({
        must_link: true,
        must_name: true,
        may_gate: false,
        may_index: false,
        may_export: false,
      })
    }
    expect(of('remotive')[0]?.policy).toMatchObject({ daily_cap: 4, min_delay_s: 86_400 })
    expect(of('jobicy')[0]?.policy).toMatchObject({ min_interval_s: 3600, min_delay_s: 21_600 })
  })
})
