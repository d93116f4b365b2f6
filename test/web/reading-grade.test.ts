import { describe, expect, it } from 'vitest'
import { gradeOf, readingGrade, syllablesOf } from '../helpers/reading-grade.ts'

describe('syllables', () => {
  // As a dictionary parts them.
  it.each([
    [1, ['a', 'the', 'name', 'names', 'asked', 'rule', 'rules', 'year', 'through', 'pay', 'free']],
    [2, ['table', 'tables', 'wages', 'wanted', 'doing', 'silent', 'before', 'open', 'people']],
    [3, ['area', 'idea', 'radio', 'another', 'services', 'remembered', 'beginner', 'hospital']],
    [4, ['material', 'experience', 'community', 'registration']],
  ])('%i: %j', (n, words) => {
    expect(words.filter((word) => syllablesOf(word) !== n)).toEqual([])
  })

  it('of a term of the trade, and of a number, are two', () => {
    const terms = ['CPC-A', 'RHIA', 'Medicaid', 'apprenticeship', 'credentials', '24', '$35,780']
    expect(terms.map(syllablesOf)).toEqual([2, 2, 2, 2, 2, 2, 2])
  })
})

describe('the grade', () => {
  it('is 0.39 words a sentence and 11.8 syllables a word, less 15.59', () => {
    // 6 words, 6 syllables: 0.39 * 6 + 11.8 * 1 - 15.59 = -1.45
    expect(gradeOf(['The cat sat on the mat.'])).toEqual({
      ...{ grade: -1.4, words: 6, sentences: 1, syllables: 6 },
    })
    // 5 words in 2 sentences, 4 + 1 + 2 + 1 + 3 = 11 syllables: 0.975 + 25.96 - 15.59 = 11.345
    expect(gradeOf(['Experience asked before. No hospital.'])).toMatchObject({
      ...{ grade: 11.3, words: 5, sentences: 2, syllables: 11 },
    })
  })

  it('reads running text alone: no table, no form, no drawing, no source', () => {
    const html = `<main><h1>Heading words</h1><p>See <b>the</b> cat.</p>
      <ul><li>One <ul><li>is in.</li></ul></li></ul>
      <table><tr><td><p>Not this.</p></td></tr></table><form><p>Nor this.</p></form>
      <p data-source-line>Nor this source.</p></main><footer><p>Nor the foot.</p></footer>`
    expect(readingGrade(html)).toMatchObject({ words: 5, sentences: 2 })
  })

  it('does not end a sentence inside an address or a figure', () => {
    expect(gradeOf(['Go to usajobs.gov for $3.50 now'])).toMatchObject({ words: 6, sentences: 1 })
  })
})
