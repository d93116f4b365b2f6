import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  buildVocabulary,
  distance,
  suggest,
  wordsToSpell,
} from '../../../../core/domain/search/spelling.ts'

const vocabulary = buildVocabulary([
  ['medical', 90],
  ['biller', 50],
  ['billet', 1],
  ['coder', 60],
  ['hospital', 40],
  ['hospice', 30],
  ['specialist', 70],
  ['records', 20],
  ['billing', 80],
  ['icd10', 10],
  ['cat', 2],
  ['car', 9],
])
const spelt = (q: string): string[] => suggest(q, (word) => vocabulary.has(word), vocabulary)

describe('other spellings', () => {
  test.each([
    // Swapped, doubled, missing, wrong.
    ['medcial', ['medical']],
    ['codder', ['coder']],
    ['specilist', ['specialist']],
    ['recordz', ['records']],
    // Two changes in a long word, one in a short one.
    ['hspitle', []],
    ['hosptal', ['hospital']],
    ['hspitl', ['hospital']],
    ['cdx', []],
    // Of equals the one in more listings is first.
    ['billex', ['biller', 'billet']],
    ['cas', ['car', 'cat']],
    // A blank left out.
    ['medicalbilling', ['medical billing']],
    // All other words, signs and capitals stay as typed.
    ['Remotely -"x y" "Medcial  CODER"', ['Remotely -"x y" "medical  CODER"']],
    ['codder or billler', ['coder or biller']],
    // Nothing is wrong, nothing is near, or the word must not stand.
    ['medical coder', []],
    ['zzzzzz', []],
    ['-medcial', []],
    ['', []],
  ])('%j', (q, suggestions) => {
    const known = (word: string): boolean =>
      vocabulary.has(word) || word === 'remotely' || word === 'icd'
    expect(suggest(q, known, vocabulary)).toEqual(suggestions)
  })

  test('never more than three, one word changed at a time', () => {
    const many = buildVocabulary(
      ['bat', 'cat', 'hat', 'mat', 'dog', 'dig'].map((word, i) => [word, 10 - i]),
    )
    expect(suggest('xat dxg', (word) => many.has(word), many)).toEqual([
      'bat dog',
      'cat dog',
      'bat dig',
    ])
  })

  test('words of a search that may be spelt otherwise', () => {
    expect(wordsToSpell('Coder "Medical coder" -senior A/R ICD-10')).toEqual([
      'coder',
      'medical',
      'icd',
    ])
  })

  test('mend one slip of the pen in any long word', () => {
    const words = ['medical', 'specialist', 'hospital', 'records', 'billing']
    fc.assert(
      fc.property(
        fc.constantFrom(...words),
        fc.nat(),
        fc.constantFrom(...'qxz'),
        (word, n, letter) => {
          const at = n % word.length
          for (const slip of [
            word.slice(0, at) + word.slice(at + 1),
            word.slice(0, at) + letter + word.slice(at),
            word.slice(0, at) + letter + word.slice(at + 1),
          ]) {
            expect(spelt(slip)[0]).toBe(word)
          }
        },
      ),
    )
  })
})

describe('the distance between two words', () => {
  test.each([
    ['coder', 'coder', 0],
    ['coder', 'codr', 1],
    ['coder', 'coders', 1],
    ['coder', 'codre', 1],
    ['coder', 'caber', 2],
    ['ab', 'cd', 2],
    ['coder', 'biller', 3],
    ['a', 'abcdef', 3],
  ])('%s, %s: %i, counted to 2', (a, b, changes) => {
    expect(distance(a, b, 2)).toBe(changes)
    expect(distance(b, a, 2)).toBe(changes)
  })
})
