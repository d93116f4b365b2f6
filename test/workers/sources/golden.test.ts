import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { RawPosting } from '../../../core/domain/posting.ts'
import { adapterFor } from '../../../workers/sources/index.ts'
import { hasRecordedFeeds, recordedFeed } from '../../helpers/recorded.ts'
import { shown } from '../../helpers/shown.ts'

const FOLDER = new URL('../../golden/feeds/', import.meta.url)

interface Golden {
  payload: string
  /** Where in the recorded file the body stands, when the file holds several. */
  part?: (string | number)[]
  /** Settings in place of the adapter's example. */
  settings?: object
  jobs: Record<string, unknown>[]
}

function readRecorded(kind: string, { payload, part, settings }: Omit<Golden, 'jobs'>) {
  const adapter = adapterFor(kind)
  if (adapter === undefined) throw new Error(`no adapter ${kind}`)
  const page = {
    url: 'https://careers.example.org/page',
    status: 200,
    content_type: null,
    body: recordedFeed(payload, part),
    context: {},
  }
  return shown(adapter.read(page, settings ?? adapter.example))
}

/** Recorded texts stay out of the project: long ones are told by length and first words, questions to applicants by their number. */
function brief(value: unknown): unknown {
  if (typeof value === 'string' && value.length > 100)
    return { length: value.length, starts: value.slice(0, 20) }
  if (Array.isArray(value)) return value.map(brief)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([k, v]) => [
      k,
      k === 'questions' && Array.isArray(v) ? v.length : brief(v),
    ]),
  )
}

/** A posting with its description told by length, digest and first words. */
function told(posting: RawPosting): unknown {
  const { html, structured } = posting
  const digest = html === null ? '' : createHash('sha256').update(html).digest('hex')
  return {
    ...posting,
    html: html && { length: html.length, sha256: digest, starts: html.slice(0, 60) },
    structured: brief(structured),
  }
}

describe.skipIf(!hasRecordedFeeds)(
  `the recorded payload${hasRecordedFeeds ? '' : ' (skipped: needs the recorded data)'}`,
  () => {
    for (const file of readdirSync(FOLDER).filter((f) => f.endsWith('.json'))) {
      const golden = JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as Golden
      test(`${golden.payload} reads field by field as ${file} says`, () => {
        const { postings } = readRecorded(file.replace(/-\d+\.json$/, ''), golden)
        expect(postings.slice(0, 3).map(told)).toEqual(golden.jobs)
      })
    }

    test('of USAJOBS keeps all 500 postings of 742, every one with its closing day, pay and place', () => {
      const read = readRecorded('usajobs', { payload: 'usajobs/usajobs_data1.json' })
      expect([read.postings.length, read.rejected.length, read.total]).toEqual([500, 0, 742])
      expect(new Set(read.postings.map((p) => p.external_id)).size).toBe(500)
      expect(read.postings.filter((p) => p.expires_at === null)).toEqual([])
      expect(read.postings.filter((p) => p.places.length === 0)).toEqual([])
      const units = read.postings.map((p) => p.pay?.unit)
      // Counted in the payload by hand: 449 rates "Per Year", 51 "Per Hour".
      expect(units.filter((u) => u === 'year')).toHaveLength(449)
      expect(units.filter((u) => u === 'hour')).toHaveLength(51)
    })

    test('of Avalanche holds nine postings with nine ids', () => {
      const read = readRecorded('jsonld', { payload: 'jsonld/avalanchefusion_open-positions.html' })
      expect(read.postings).toHaveLength(9)
      expect(new Set(read.postings.map((p) => p.external_id)).size).toBe(9)
    })
  },
)
