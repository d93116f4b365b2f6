import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markAt, marksOf } from '../../web/marks.ts'
import { listingPage } from '../../web/pages/listing.tsx'
import { NOW, experienceLeaf, sampleDetail, wordsIn } from './samples.ts'

const TEXT = 'Needs 2 years of billing. CPC-A accepted.\n• Pay is $20 an hour\n• Remote in PA'

const NO_TREE = { kind: 'all_of' as const, of: [] }

describe('marks in the advert’s text', () => {
  it('become one where spans share letters, with the labels of both, each once', () => {
    const evidence = {
      min_months: [wordsIn(TEXT, 'Needs 2 years of billing')],
      entry: [wordsIn(TEXT, '2 years of billing. CPC-A')],
    }
    const requirement = experienceLeaf(TEXT, '2 years of billing', 24)
    expect(marksOf({ text: TEXT, evidence, requirement })).toEqual([
      { start: 0, end: 31, labels: ['Experience asked', 'Open to beginners or not'] },
    ])
  })

  it('stay apart where spans only touch', () => {
    const evidence = { pay: [wordsIn(TEXT, 'Pay is ')], work_mode: [wordsIn(TEXT, '$20 an hour')] }
    expect(marksOf({ text: TEXT, evidence, requirement: NO_TREE })).toHaveLength(2)
  })

  it('leave out spans of feed fields and spans whose words stand elsewhere', () => {
    const evidence = {
      pay: [{ start: 0, end: 0, words: '20', rule: 'structured.pay' }],
      role: [{ start: 3, end: 8, words: 'wrong', rule: 'x' }],
      level: [{ start: 70, end: 9000, words: 'x', rule: 'x' }],
    }
    expect(marksOf({ text: TEXT, evidence, requirement: NO_TREE })).toEqual([])
  })

  it('are found again by the tags that link to them', () => {
    const marks = [{ start: 5, end: 20, labels: [] }]
    expect(markAt(marks, { start: 6, end: 20, words: '' })).toBe(0)
    expect(markAt(marks, { start: 6, end: 21, words: '' })).toBeNull()
    expect(markAt(marks, { start: 6, end: 6, words: '' })).toBeNull()
  })
})

describe('the text of the listing page', () => {
  const strip = (html: string) =>
    html
      .replace(/<[^>]+>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&')

  it('draws bullets as a list and marks inside it', () => {
    const html = listingPage({
      listing: sampleDetail({ text: TEXT, evidence: { pay: [wordsIn(TEXT, '$20 an hour')] } }),
      now: NOW,
    })
    expect(html).toContain(
      '<ul><li>Pay is <mark id="words-1" title="Pay">$20 an hour</mark></li><li>Remote in PA</li></ul>',
    )
    expect(html).toContain('<q><a href="#words-1">$20 an hour</a></q>')
  })

  it('splits a mark that runs over lines and gives its id only once', () => {
    const html = listingPage({
      listing: sampleDetail({
        text: TEXT,
        evidence: { pay: [wordsIn(TEXT, 'accepted.\n• Pay is')] },
      }),
      now: NOW,
    })
    expect(html).toContain('<mark id="words-1" title="Pay">accepted.</mark>')
    expect(html).toContain('<li><mark title="Pay">Pay is</mark> $20 an hour</li>')
  })

  it('shows every letter of any text once and in order, whatever the spans', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'ab <>&"\n•'), maxLength: 60 })
    fc.assert(
      fc.property(
        letters,
        fc.array(fc.tuple(fc.nat(60), fc.nat(60)), { maxLength: 6 }),
        (text, cuts) => {
          const spans = cuts
            .map(
              ([a, b]) =>
                [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)] as const,
            )
            .map(([start, end]) => ({ start, end, words: text.slice(start, end), rule: 'r' }))
          const html = listingPage({
            listing: sampleDetail({
              text: `x${text}`,
              evidence: { pay: spans.map((s) => ({ ...s, start: s.start + 1, end: s.end + 1 })) },
            }),
            now: NOW,
          })
          const shown = strip(/<div class="advert">(.*?)<\/div>/s.exec(html)?.[1] ?? '')
          const bare = (t: string) =>
            t
              .split('\n')
              .map((l) => l.replace(/^\s*•\s+/, ''))
              .join('')
              .replace(/\s/g, '')
          expect(shown.replace(/\s/g, '')).toBe(bare(`x${text}`))
        },
      ),
      { numRuns: 300 },
    )
  })
})
