import { escapeUTF8 } from 'entities'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FootholdError } from '../../../core/errors.ts'
import { adapterFor } from '../../../workers/sources/index.ts'

/** A feed of two entries whose first holds one spoilt piece; the second is sound and has the id "2222". */
const FEEDS: Record<string, { pieces: string[]; body: (piece: string, junk: string) => string }> = {
  personio: {
    pieces: [
      ...['subcompany', 'office', 'additionalOffices', 'department', 'jobDescriptions'],
      ...['employmentType', 'seniority', 'schedule', 'yearsOfExperience', 'createdAt'],
      ...['salaryInformation', 'keywords'],
    ],
    body: (piece, junk) =>
      `<workzag-jobs><position><id>1111</id><name>Coder</name><${piece}>${junk}</${piece}></position><position><id>2222</id><name>Biller</name></position></workzag-jobs>`,
  },
  teamtailor: {
    pieces: ['description', 'pubDate', 'link', 'remoteStatus', 'tt:locations', 'tt:department'],
    body: (piece, junk) =>
      `<rss><channel><item><title>Coder</title><guid>1111</guid><${piece}>${junk}</${piece}></item><item><title>Biller</title><guid>2222</guid></item></channel></rss>`,
  },
  icims: {
    pieces: ['header', 'description', 'iCIMS_JobHeaderTag', 'iCIMS_JobLocation', 'title'],
    body: (piece, junk) => {
      const card = (id: string, inside: string) =>
        `<li class="iCIMS_JobCardItem"><div class="${piece}">${inside}</div><div class="title"><a href="/jobs/${id}/x/job"><h3>Coder</h3></a></div></li>`
      return `<html><body><ul class="iCIMS_JobsTable">${card('1111', junk)}${card('2222', 'x')}</ul></body></html>`
    },
  },
  jobvite: {
    pieces: ['location', 'type', 'shift', 'req', 'company'],
    body: (piece, junk) => {
      const row = (id: string, inside: string) =>
        `<tr><td class="jv-job-list-name"><a href="/acme/job/${id}">Coder</a></td><td class="jv-job-list-${piece}">${inside}</td></tr>`
      return `<html><body><table>${row('1111', junk)}${row('2222', 'x')}</table></body></html>`
    },
  },
}

const odd = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom(
    ...[
      'US-',
      '-',
      '|',
      ';',
      'Remote',
      '2026-13-45',
      'gt-',
      '$',
      '&nbsp;',
      '&#0;',
      ']]>',
      '\u0000',
    ],
    ...[
      'javascript:alert(1)',
      '<p>x</p>',
      '<script>',
      '{"a":1}',
      '99999999999999999999',
      'UNAVAILABLE',
    ],
  ),
)
const raw = fc.oneof(
  odd,
  fc.constantFrom(
    ...['</a>', '</li></ul>', '<![CDATA[', '<!--', '<a href="', '<position>', '</item>', '<'],
    '&'.repeat(5000),
    '<h3>'.repeat(2000),
  ),
)

describe.each(Object.entries(FEEDS))('a feed of %s', (kind, { pieces, body }) => {
  const adapter = adapterFor(kind)
  if (adapter === undefined) throw new Error(kind)
  function ids(text: string): string[] {
    const page = { url: '', status: 200, content_type: null, body: text, context: {} }
    const read = adapter?.read(page, adapter.example)
    return [...(read?.postings ?? []), ...(read?.details ?? [])].map((p) => p.external_id)
  }

  test('with any words in any piece of an entry keeps every entry', () => {
    fc.assert(
      fc.property(fc.constantFrom(...pieces), odd, (piece, junk) => {
        expect(ids(body(piece, escapeUTF8(junk)))).toEqual(['1111', '2222'])
      }),
      { numRuns: 300 },
    )
  })

  test('nested without end is named in a page, and passed over in XML', () => {
    for (const piece of pieces) {
      const endless = body(piece, '<x>'.repeat(4000) + '</x>'.repeat(4000))
      if (endless.startsWith('<html')) expect(() => ids(endless)).toThrow('nested too deep')
      else expect(ids(endless)).toEqual(['1111', '2222'])
    }
  })

  test('with broken markup in it is read as far as it can be, or named', () => {
    fc.assert(
      fc.property(fc.constantFrom(...pieces), raw, (piece, junk) => {
        try {
          ids(body(piece, junk))
        } catch (error) {
          expect(error).toBeInstanceOf(FootholdError)
          expect((error as FootholdError).code).toBe('bad-feed')
        }
      }),
      { numRuns: 300 },
    )
  })
})
