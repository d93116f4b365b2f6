import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lowered } from '../../../../core/domain/search/synonym-words.ts'
import { BadSynonyms, buildSynonyms } from '../../../../core/domain/search/synonyms.ts'

const synonyms = buildSynonyms([
  { name: 'biller', words: ['biller', 'billing specialist', 'patient accounts representative'] },
  { name: 'coder', words: ['coder', 'coding specialist'] },
  { name: 'both', words: ['billing and coding specialist'], also: ['biller', 'coder'] },
  { name: 'cpc', words: ['CPC', 'certified professional coder'] },
  { name: 'cpc-a', words: ['CPC-A'] },
  { name: 'him', words: ['HIM', 'health information management'] },
  { name: 'em', words: ['E/M', 'E&M', 'evaluation and management'] },
  { name: 'fqhc', words: ['FQHC', 'community health center'] },
  { name: 'icd-10', words: ['icd-10', 'icd10', 'icd-10-cm'] },
  { name: 'ar', words: ['accounts receivable', 'A/R'], asked: ['AR'] },
  { name: 'crc', words: ['CRC', 'certified risk adjustment coder'] },
  { name: 'crcs', words: ['CRCS', 'certified revenue cycle specialist'] },
  { name: 'authority', words: ['prior authority', 'prior auth'] },
])

describe('the groups a text names', () => {
  test.each([
    ['Medical Biller wanted', ['#biller']],
    ['BILLING SPECIALISTS', ['#biller']],
    ['billing-specialist', ['#biller']],
    ['billing / specialist', ['#biller']],
    ['patient account representative', ['#biller']],
    ['Patient Accounts Representatives', ['#biller']],
    // Signs that end a phrase, and words that only begin like one.
    ['billing, specialist', []],
    ['billing. Specialist', []],
    ['billing\nspecialist', []],
    ['billing    specialist', []],
    ['billerica encoder', []],
    // Each once, in order.
    ['coder, biller, coder', ['#biller', '#coder']],
    ['Biller/Coder', ['#biller', '#coder']],
    ['billing and coding specialist', ['#biller', '#both', '#coder']],
    ['Billing & Coding Specialist', ['#biller', '#both', '#coder']],
    // The longest; a single word inside it counts too, as it does for the database.
    ['certified professional coder', ['#coder', '#cpc']],
    ['CPC-A', ['#cpc', '#cpc-a']],
    // Abbreviations only in capitals.
    ['ask him about the cpc', []],
    ['HIM department', ['#him']],
    ['Health Information Management', ['#him']],
    ['two FQHCs', ['#fqhc']],
    ['fqhcs', []],
    ['E&M and E/M', ['#em']],
    ['e/m', []],
    ['ICD10, Icd-10', ['#icd-10']],
    ['Little Rock, AR', []],
    ['A/R days', ['#ar']],
    // One's plural is another's name.
    ['CRC or CRCS', ['#crc', '#crcs']],
    ['prior authorities', ['#authority']],
    // Letters whose small form is longer do not shift what follows.
    ['İİİ HIM', ['#him']],
    ['', []],
  ])('%j', (text, concepts) => {
    expect(synonyms.conceptsIn(text)).toEqual(concepts)
  })

  test('are known from the word with which they begin, with where they end', () => {
    const text = 'İ Our Billing Specialists (CPC-A)'
    const from = (start: number): unknown =>
      synonyms
        .spansFrom(text, lowered(text), start)
        .map(({ concepts, start: at, end }) => [concepts, text.slice(at, end)])
    expect(from(text.indexOf('Billing'))).toEqual([[['#biller'], 'Billing Specialists']])
    expect(from(text.indexOf('CPC'))).toEqual([
      [['#cpc'], 'CPC'],
      [['#cpc-a'], 'CPC-A'],
    ])
    expect(from(text.indexOf('Our'))).toEqual([])
    expect([...synonyms.firstWords('#biller')].sort()).toEqual([
      'biller',
      'billers',
      'billing',
      'billings',
      'patient',
      'patients',
    ])
  })

  test('are the same however the words around them are joined', () => {
    const words = [
      'billing',
      'specialist',
      'and',
      'coding',
      'coder',
      'health',
      'A',
      'R',
      'İ',
      'CPC',
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 12 }), (picked) => {
        const [blanks, hyphens] = [picked.join(' '), picked.join('-')]
        expect(synonyms.conceptsIn(hyphens)).toEqual(synonyms.conceptsIn(blanks))
      }),
    )
  })

  test('never fail, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(synonyms.conceptsIn(`${text} biller`)).toContain('#biller')
      }),
    )
  })
})

describe('synonyms among the words of a search', () => {
  test.each([
    [['biller'], 0, { concept: '#biller', count: 1 }],
    [['remote', 'billing', 'specialist', 'scranton'], 1, { concept: '#biller', count: 2 }],
    [['billing', 'and', 'coding', 'specialist'], 0, { concept: '#both', count: 4 }],
    [['billing-specialist'], 0, { concept: '#biller', count: 1 }],
    [['him'], 0, { concept: '#him', count: 1 }],
    [['ar'], 0, { concept: '#ar', count: 1 }],
    [['a/r'], 0, { concept: '#ar', count: 1 }],
    [['billing'], 0, null],
    [['billing', 'remote', 'specialist'], 0, null],
    [[], 0, null],
  ])('%j from %i', (words, from, run) => {
    expect(synonyms.runAt(words, from)).toEqual(run)
  })
})

describe('groups that cannot be used', () => {
  test.each([
    ['"dup": "Billers" stands already, in group "biller"', { name: 'dup', words: ['Billers'] }],
    ['"void": "--" is not one to 8 words', { name: 'void', words: ['--'] }],
    [
      '"long": "a b c d e f g h i" is not one to 8 words',
      { name: 'long', words: ['a b c d e f g h i'] },
    ],
    ['"lost": "also" names "nobody"', { name: 'lost', words: ['x y'], also: ['nobody'] }],
  ])('%s', (message, group) => {
    const build = (): unknown => buildSynonyms([{ name: 'biller', words: ['biller'] }, group])
    expect(build).toThrow(BadSynonyms)
    expect(build).toThrow(message)
  })
})
