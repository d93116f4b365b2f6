import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Requirement, Span } from '../../../../../core/domain/reading.ts'
import { readRequirements } from '../../../../../core/domain/read/requirement/read-requirements.ts'
import { advertText } from '../../../../../core/domain/text/document.ts'

const PIECES = [
  ...[
    '2 years',
    'two (2) yrs.',
    '0-2 years',
    '6 mo.',
    '½ year',
    'up to',
    'less than',
    '90 days of hire',
  ],
  ...['experience', 'billing', 'CPC', 'CPC-A', 'RHIT/RHIA', 'AAPC or AHIMA certification', 'GED'],
  ...["associate's degree", 'high school diploma', 'required', 'preferred', 'not required', 'must'],
  ...[
    ' or ',
    ' and ',
    ', ',
    '; ',
    '. ',
    '\n',
    '\n- ',
    '\n• ',
    ': ',
    ' (',
    ')',
    '<p>',
    '</li>',
    '<b>',
  ],
  ...[
    '&nbsp;',
    '&lt;li&gt;',
    'Qualifications:',
    'Preferred:',
    'one of the following:',
    'in lieu of',
  ],
  ...[
    'entry level',
    'no experience necessary',
    '\u202eשלום',
    '👩‍⚕️',
    '\u0000',
    '\ud800',
    'İ',
    'GS-05',
  ],
  ...['specialized experience', 'Select the one statement that best describes', 'I have one year'],
]
const advertish = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 6 })), {
  maxLength: 40,
})
const anything = fc.oneof(
  advertish.map((parts) => parts.join(' ')),
  fc.string({ unit: 'binary', maxLength: 300 }),
)

function spans(tree: Requirement): Span[] {
  return 'of' in tree ? tree.of.flatMap(spans) : [tree]
}

describe('readRequirements on any input', () => {
  it('never throws and quotes the shown text exactly', () => {
    fc.assert(
      fc.property(anything, anything, fc.boolean(), (body, title, html) => {
        const doc = advertText(html ? { title, html: body } : { title, text: body })
        const reading = readRequirements(doc, null)
        const evidence = Object.values(reading.evidence).flat()
        for (const { start, end, words, rule } of evidence)
          if (!/^(?:structured|title)\./.test(rule)) expect(doc.text.slice(start, end)).toBe(words)
        for (const { start, end, words } of spans(reading.requirement))
          if (end > 0) expect(doc.text.slice(start, end)).toBe(words)
      }),
      { numRuns: 400 },
    )
  })

  it('says the same twice', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const once = readRequirements(advertText({ title: 'Coder', text }), null)
        const twice = readRequirements(advertText({ title: 'Coder', text }), null)
        expect(twice).toEqual(once)
      }),
      { numRuns: 100 },
    )
  })

  it('keeps its tags consistent: months asked means experience is asked', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const { min_months, entry } = readRequirements(advertText({ title: 'Coder', text }), null)
        if (min_months !== null && min_months > 0)
          expect(['asks_experience', 'contradictory']).toContain(entry)
        if (min_months === 0) expect(['open', 'open_with_credential']).toContain(entry)
        if (entry === 'not_stated') expect(min_months).toBeNull()
      }),
      { numRuns: 300 },
    )
  })

  it('survives 200,000 characters of any repeated piece', () => {
    for (const piece of PIECES) {
      const text = piece.repeat(Math.ceil(200_000 / piece.length))
      expect(() => readRequirements(advertText({ title: 'Coder', text }), null)).not.toThrow()
    }
  })
})

describe('one sentence added', () => {
  const rows = readFileSync(new URL('../sentences.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { text: string; expect: Record<string, unknown> })

  it('about the firm, its benefits or the law never changes what is asked', () => {
    const noise = [
      '\n\nAbout Us\nWe have served patients for over 30 years.',
      '\n\nBenefits:\n- 401k match after 1 year of service\n- We reimburse CPC exam fees',
      '\n\nWe are an equal opportunity employer. Applicants must be 18 years of age or older.',
    ]
    for (const { text } of rows)
      for (const extra of noise) {
        const read = (body: string) =>
          readRequirements(advertText({ title: 'Medical Biller', text: body }), null)
        const plain = read(text)
        const noisy = read(text + extra)
        expect([text, noisy.min_months, noisy.entry, noisy.credentials.required]).toEqual([
          text,
          plain.min_months,
          plain.entry,
          plain.credentials.required,
        ])
      }
  })
})
