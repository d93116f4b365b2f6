import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findWords } from '../../../../core/domain/search/find-words.ts'
import { snippetOf } from '../../../../core/domain/search/highlight.ts'
import { buildSynonyms } from '../../../../core/domain/search/synonyms.ts'
import type { Alternative, TextQuery } from '../../../../core/domain/search/text-query.ts'

const synonyms = buildSynonyms([{ name: 'biller', words: ['biller', 'billing specialist'] }])

const plain = (...lexemes: string[]): Alternative => ({
  lexemes,
  tsquery: lexemes.map((l) => `'${l}'`).join(' & '),
  phrase: false,
})
const phrase = (tsquery: string, ...lexemes: string[]): Alternative => ({
  lexemes,
  tsquery,
  phrase: true,
})
const asking = (...all: Alternative[][]): TextQuery => ({ all, none: [] })

/** The snippet with its marks in brackets. */
function marked(text: string, query: TextQuery): string | null {
  const snippet = snippetOf(text, findWords(query, synonyms)(text))
  if (snippet === null) return null
  let out = ''
  let from = 0
  for (const { start, end } of snippet.marks) {
    out += `${snippet.text.slice(from, start)}[${snippet.text.slice(start, end)}]`
    from = end
  }
  return out + snippet.text.slice(from)
}

describe('the words found', () => {
  test.each([
    // Lexemes as PostgreSQL's 'english' makes them, and forms of their words.
    ['code', 'Coding, codes and coded; a codicil', '[Coding], [codes] and [coded]; a codicil'],
    ['specialti', 'One specialty, two specialties', 'One [specialty], two [specialties]'],
    [
      'certif',
      'Certification, certificates; certified',
      '[Certification], [certificates]; certified',
    ],
    // Snowball makes "referr" of a referral: to the database it is another word.
    ['refer', 'referring, a referral', '[referring], a referral'],
    ['bill', 'Bill bills billing. Billboards', '[Bill] [bills] [billing]. Billboards'],
    ['cpc-a', 'CPC-A or CPC', '[CPC-A] or CPC'],
    ['a/r', 'A/R and a row', '[A/R] and a row'],
    ['-10', 'ICD-10 and 100', 'ICD-[10] and 100'],
    ['café', 'Café work', '[Café] work'],
  ])('%s', (lexeme, text, shown) => {
    expect(marked(text, asking([plain(lexeme)]))).toBe(shown)
  })

  test('of a phrase stand side by side', () => {
    const query = asking([phrase("'medic' <-> 'coder'", 'medic', 'coder')])
    expect(marked('A medical coder, not a coder, medical', query)).toBe(
      'A [medical coder], not a coder, medical',
    )
    const wide = asking([phrase("'releas' <2> 'inform'", 'releas', 'inform')])
    expect(marked('Release of information', wide)).toBe('[Release of information]')
    const compound = asking([
      phrase(
        "'entry-level' <-> 'entri' <-> 'level' <-> 'coder'",
        'entry-level',
        'entri',
        'level',
        'coder',
      ),
    ])
    expect(marked('An entry-level coder', compound)).toBe('An [entry-level coder]')
  })

  test('of a synonym are those the advert uses', () => {
    const query = asking([plain('#biller'), plain('biller')])
    expect(marked('Our Billing Specialists, or a biller', query)).toBe(
      'Our [Billing Specialists], or a [biller]',
    )
  })

  test('are none: no snippet', () => {
    expect(marked('A coder', asking([plain('remot')]))).toBeNull()
    expect(marked('', asking([plain('remot')]))).toBeNull()
    expect(marked('A coder', { all: [], none: [[plain('coder')]] })).toBeNull()
  })
})

describe('the stretch shown', () => {
  const filler = 'lorem ipsum dolor sit amet '.repeat(20)

  test('is the one in which most of the search stands', () => {
    const text = `A coder. ${filler}A remote coder job. ${filler}A coder and a coder.`
    const shown = marked(text, asking([plain('coder')], [plain('remot')]))
    expect(shown).toContain('A [remote] [coder] job.')
    expect(shown).toMatch(/^… \w/)
    expect(shown).toMatch(/ …$/)
  })

  test('is the earliest of equals, and says where the text goes on', () => {
    const shown = marked(`A coder. ${filler}A coder.`, asking([plain('coder')]))
    expect(shown).toMatch(/^A \[coder\]\. lorem/)
    expect(shown).toMatch(/(?:lorem|ipsum|dolor|sit|amet) …$/)
    expect(marked('Only a coder', asking([plain('coder')]))).toBe('Only a [coder]')
  })

  test('is on one line', () => {
    expect(marked('Wanted:\na coder\n\nin Bangor', asking([plain('coder')]))).toBe(
      'Wanted: a [coder]  in Bangor',
    )
  })

  test('holds words of the advert and nothing else, marks inside it, in order, about 200 long', () => {
    const words = [
      'coder',
      'remote',
      'a',
      'medical',
      '<b>',
      '&amp;',
      '\n',
      'records.',
      'x'.repeat(90),
    ]
    const query = asking([plain('coder'), plain('medic')], [plain('remot')])
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 80 }), (picked) => {
        const text = picked.join(' ')
        const snippet = snippetOf(text, findWords(query, synonyms)(text))
        const any = /coder|remote|medical/.test(text)
        expect(snippet !== null).toBe(any)
        if (snippet === null) return
        const flat = text.replace(/\s/g, ' ')
        const inner = snippet.text.replace(/^… /, '').replace(/ …$/, '')
        expect(flat).toContain(inner)
        expect(inner.length).toBeLessThanOrEqual(200)
        expect(snippet.marks.length).toBeGreaterThan(0)
        let last = 0
        for (const { start, end } of snippet.marks) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(snippet.text.slice(start, end)).toMatch(/^(?:coder|remote|medical)$/)
          last = end
        }
      }),
    )
  })
})
