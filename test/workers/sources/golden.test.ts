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
  jobs: Record<string, unknown>[]
}

function readRecorded(kind: string, payload: string) {
  const adapter = adapterFor(kind)
  if (adapter === undefined) throw new Error(`no adapter ${kind}`)
  const page = {
    url: 'https://careers.example.org/page',
    status: 200,
    content_type: null,
    body: recordedFeed(payload),
    context: {},
  }
  return shown(adapter.read(page, adapter.example))
}

/** A posting with its description told by length, digest and first words: recorded texts stay out of the project. */
function told(posting: RawPosting): unknown {
  const { html } = posting
  const digest = html === null ? '' : createHash('sha256').update(html).digest('hex')
  return {
    ...posting,
    html: html && { length: html.length, sha256: digest, starts: html.slice(0, 60) },
  }
}

describe.skipIf(!hasRecordedFeeds)(
  `the recorded payload${hasRecordedFeeds ? '' : ' (skipped: needs the recorded data)'}`,
  () => {
    for (const file of readdirSync(FOLDER)) {
      const golden = JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as Golden
      test(`${golden.payload} reads field by field as ${file} says`, () => {
        const { postings } = readRecorded(file.replace(/-\d+\.json$/, ''), golden.payload)
        expect(postings.slice(0, 3).map(told)).toEqual(golden.jobs)
      })
    }

    test('of USAJOBS keeps all 500 postings of 742, every one with its closing day, pay and place', () => {
      const read = readRecorded('usajobs', 'usajobs/usajobs_data1.json')
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
      const read = readRecorded('jsonld', 'jsonld/avalanchefusion_open-positions.html')
      expect(read.postings).toHaveLength(9)
      expect(new Set(read.postings.map((p) => p.external_id)).size).toBe(9)
    })
  },
)
