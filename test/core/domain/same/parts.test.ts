import { describe, expect, test } from 'vitest'
import { employerNames } from '../../../../core/domain/same/employer.ts'
import { readTitle } from '../../../../core/domain/same/title.ts'
import {
  compareWords,
  runText,
  slots,
  wordsOf,
  type Words,
} from '../../../../core/domain/same/words.ts'

describe('the names of an employer', () => {
  test.each([
    ['The Larkspur Clinic, Inc.', ['larkspur clinic']],
    ['Larkspur Clinic (LC)', ['larkspur clinic']],
    ['Larkspur Clinic - Troy', ['larkspur clinic']],
    ['Larkspur Clinic (Troy, OH)', ['larkspur clinic']],
    ['Larkspur Clinic, Ohio', ['larkspur clinic']],
    ['Larkspur Clinic Careers', ['larkspur clinic']],
    ['Miami River Holdings LLC dba Larkspur Clinic', ['miami river holdings', 'larkspur clinic']],
    ['Puget Orthopaedic Associates, P.S.', ['puget orthopedic associates']],
    ['Mercy &amp; Grace', ['mercy and grace']],
    // Another town, a campus and a generic word may be another employer.
    ['Larkspur Clinic - Dayton', ['larkspur clinic dayton']],
    ['Larkspur Clinic (North Campus)', ['larkspur clinic north campus']],
    ['Larkspur Clinic Services', ['larkspur clinic services']],
    ['  ', []],
    [null, []],
  ])('%s', (name, names) => {
    expect(employerNames(name, 'troy', 'OH')).toEqual(names)
  })
})

describe('a title', () => {
  const employers = ['larkspur clinic']
  const read = (title: string) => readTitle({ title, city: 'Troy', state: 'OH', employers })

  test.each([
    'Medical Coder at Larkspur Clinic',
    'Larkspur Clinic: Medical Coder',
    'Medical Coder | Larkspur Clinic',
    'Medical Coder - Troy, OH - Larkspur Clinic, Inc.',
    'Medical Coder (No Experience Necessary)',
  ])('is "coder" and no more: %s', (title) => {
    expect(read(title)).toMatchObject({ core: ['cod'], levels: [], terms: [] })
  })

  test('that is nothing but the employer stays what it is', () => {
    expect(read('Larkspur Clinic').core).toEqual(['clinic', 'larkspur'])
  })

  test.each([
    ['Coder, Level II', ['2']],
    ['Coder LEVEL 2', ['2']],
    ['Sr Coder', ['senior']],
    ['Biller, Senior Living', []],
    ['Third Party Biller', []],
  ])('%s has the level marks %j', (title, levels) => {
    expect(read(title)).toMatchObject({ levels, terms: [] })
  })

  test('tells its months of experience, which are no part of the job’s name', () => {
    expect(read('Medical Coder - 2+ years experience')).toMatchObject({
      core: ['cod'],
      amounts: ['24'],
    })
  })
})

describe('two texts compared', () => {
  const text = (raw: string): Words => {
    const words = wordsOf(raw)
    if (words === null) throw new Error('too short')
    return words
  }
  const BODY =
    'Our coders read the note of the day before and send questions to the doctors in the morning'

  test('differ only in the words that the other does not share', () => {
    const a = text(`${BODY}. We ask two years of coding and a CPC.`)
    const b = text(`${BODY}. We ask three (3) years of coding and a CPC.`)
    const compared = compareWords(a, b)
    expect(compared.onlyA.map((run) => runText(a, run))).toEqual(['two'])
    expect(compared.onlyB.map((run) => runText(b, run))).toEqual(['three (3'])
    expect(slots(a, b, compared)).toHaveLength(1)
  })

  test('do not differ by markup, bullets, capitals, entities and lost line breaks', () => {
    const a = text(
      `<ul><li>${BODY}</li><li>Health &amp; dental plan</li></ul><p>ICD-10 and CPT</p>`,
    )
    const b = text(
      `${BODY.toUpperCase()}Health & dental planICD10 and CPT`.replace('MORNING', 'MORNING '),
    )
    expect(compareWords(a, b)).toMatchObject({ held: 1, onlyA: [], onlyB: [] })
  })

  test('do not differ by the lines that boards add', () => {
    const a = text(`${BODY}.`)
    const b = text(
      `Posted 3 days ago. ${BODY}. Create a free account to get similar jobs by email.\nWe are an equal opportunity employer.`,
    )
    expect(compareWords(a, b)).toMatchObject({ alike: 1, onlyB: [] })
  })

  test('a repeated phrase is shared only as often as the other has it', () => {
    const a = text(
      'High school diploma and two years of billing work, or an associate degree and two years of front desk work in a clinic',
    )
    const b = text(
      'High school diploma and five years of billing work, or an associate degree and two years of front desk work in a clinic',
    )
    const compared = compareWords(a, b)
    expect(compared.onlyA.map((run) => runText(a, run))).toEqual(['two'])
    expect(compared.onlyB.map((run) => runText(b, run))).toEqual(['five'])
  })

  test('one that breaks off is an extract, and half a word at its end tells nothing', () => {
    const whole = text(
      `${BODY}. We ask two years of coding and a CPC. The office is closed on Fridays in summer.`,
    )
    const part = text(`${BODY}. We ask two years of cod...`)
    expect(compareWords(part, whole)).toMatchObject({ extract: 'a', onlyA: [] })
    expect(compareWords(whole, part)).toMatchObject({ extract: 'b', onlyB: [] })
  })

  test('of a few words cannot be compared', () => {
    expect(wordsOf('See our page')).toBeNull()
    expect(wordsOf('<p></p>')).toBeNull()
  })
})
