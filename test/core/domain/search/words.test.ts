import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LONGEST_UNIT, MOST_UNITS, parseWords } from '../../../../core/domain/search/words.ts'

/** all as "word" or "[phrase]", clauses joined by "+", units by "|"; none after "-". */
function shown(q: string): string {
  const { all, none } = parseWords(q)
  const unit = (u: { text: string; phrase: boolean }): string => (u.phrase ? `[${u.text}]` : u.text)
  return [
    all.map((clause) => clause.map(unit).join('|')).join('+'),
    ...none.map((u) => `-${unit(u)}`),
  ].join(' ')
}

describe('the words of a search', () => {
  test.each([
    ['medical coder', 'medical+coder'],
    ['  medical \t coder\n', 'medical+coder'],
    ['"medical coder" remote', '[medical coder]+remote'],
    ['“medical coder” remote', '[medical coder]+remote'],
    ['„medical coder“', '[medical coder]'],
    ['remote -senior', 'remote -senior'],
    ['remote -"team lead"', 'remote -[team lead]'],
    ['remote --senior', 'remote -senior'],
    ['coder or biller', 'coder|biller'],
    ['coder OR "medical biller" Or poster', 'coder|[medical biller]|poster'],
    ['remote coder or biller scranton', 'remote+coder|biller+scranton'],
    ['CPC-A', 'CPC-A'],
    ['a/r "follow up"', 'a/r+[follow up]'],
    // What says nothing is passed over.
    ['', ''],
    ['or', ''],
    ['or coder', 'coder'],
    ['coder or', 'coder'],
    ['coder or or biller', 'coder|biller'],
    ['coder - remote', 'coder+remote'],
    ['"" coder ""', 'coder'],
    ['"  " -"" coder', 'coder'],
    ['coder or -senior', 'coder -senior'],
    // "or" in quotes is a word like any other.
    ['"or" coder', '[or]+coder'],
    // A quote that nobody closes.
    ['medical "billing specialist', 'medical+billing+specialist'],
    ['"medical coder" "remote', '[medical coder]+remote'],
    ['coder"remote job"now', 'coder+[remote job]+now'],
  ])('%j', (q, means) => {
    expect(shown(q).trim()).toBe(means)
  })

  test('say where they stand in what was typed', () => {
    const q = 'remote  -"team lead" or “ medical coder”'
    const { all, none } = parseWords(q)
    for (const unit of [...all.flat(), ...none]) {
      expect(q.slice(unit.start, unit.start + unit.text.length)).toBe(unit.text)
    }
    expect(none[0]?.start).toBe(10)
  })

  test('are never more, longer or emptier than promised, whatever is typed', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.constantFrom('"', '“', '”', '-', ' or ', ' ', '-"', '\0', 'coder '),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 120 }), (pieces) => {
        const { all, none } = parseWords(pieces.join(''))
        const units = [...all.flat(), ...none]
        expect(units.length).toBeLessThanOrEqual(MOST_UNITS)
        expect(all.every((clause) => clause.length > 0)).toBe(true)
        for (const { text, phrase } of units) {
          expect(text.length).toBeLessThanOrEqual(LONGEST_UNIT)
          expect(text.trim()).not.toBe('')
          expect(text).not.toContain('\0')
          if (!phrase) expect(text).not.toMatch(/\s/)
        }
      }),
    )
  })

  test('of a very long text are read in time that grows with its length', () => {
    expect(parseWords('-'.repeat(200_000)).all).toEqual([])
    expect(parseWords(`${'"'.repeat(100_001)}coder`).all.flat()[0]?.text).toBe('coder')
  })
})
