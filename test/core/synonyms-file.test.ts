import { describe, expect, test } from 'vitest'
import { CREDENTIALS } from '../../core/domain/vocabulary/credentials.ts'
import { FootholdError } from '../../core/errors.ts'
import { loadSynonyms, parseSynonyms } from '../../core/synonyms-file.ts'

describe('the synonyms of the trade', () => {
  const synonyms = loadSynonyms()

  test('are read once', () => {
    expect(loadSynonyms()).toBe(synonyms)
  })

  test.each([
    ['biller', 'Patient Accounts Representative'],
    ['billing specialist', 'insurance billers'],
    ['coding specialist', 'Medical Coder II'],
    ['biller', 'Medical Billing & Coding Specialist'],
    ['a/r specialist', 'Insurance Follow-Up Representative'],
    ['cash poster', 'Payment Posting Clerk'],
    ['him', 'Medical Records Department'],
    ['roi', 'Release of Information Specialist'],
    ['precertification', 'Prior Auth Coordinator'],
    ['nursing home', 'a 120-bed SNF'],
    ['fqhc', 'Federally Qualified Health Center'],
    ['wfh', 'work from home'],
    ['icd 10', 'ICD-10-CM'],
    ['e/m', 'Evaluation and Management levels'],
    ['hcc', 'risk adjustment coding'],
    ['cpc', 'Certified Professional Coders'],
    ['cpc-h', 'Certified Outpatient Coder (COC)'],
    ['entry level', 'No experience required'],
  ])('%s finds "%s"', (asked, advert) => {
    const run = synonyms.runAt(asked.split(' '), 0)
    expect(run?.count).toBe(asked.split(' ').length)
    expect(synonyms.conceptsIn(advert)).toContain(run?.concept)
  })

  test.each([
    ['ROI', 'a high roi for investors'],
    ['HIM', 'ask him'],
    ['AR', 'Little Rock, AR 72201'],
    ['entry level', 'data entry, mid level'],
    ['patient access', 'cancer registrar'],
    // Who asks for no experience is not glad of every job that calls itself entry level.
    ['no experience', 'entry level'],
  ])('%s does not find "%s"', (asked, advert) => {
    const run = synonyms.runAt(asked.split(' '), 0)
    expect(run).not.toBeNull()
    expect(synonyms.conceptsIn(advert)).not.toContain(run?.concept)
  })

  test('hold every credential of the catalogue that has a name of its own', () => {
    // Names that adverts use of anybody ("Certified Medical Coder"), and a body without a credential.
    const general = new Set(['PAHCS', 'SCP', 'ACS', 'CMC'])
    for (const { code } of CREDENTIALS) {
      if (general.has(code)) continue
      expect(synonyms.conceptsIn(`x ${code} y`)).toContain(`#${code.toLowerCase()}`)
    }
  })
})

describe('a file that cannot be used', () => {
  const group = { name: 'biller', words: ['biller', 'billing specialist'] }
  test.each([
    ['is not JSON', '{"groups": [', /not JSON/],
    ['holds no groups', '{}', /The file: groups/],
    ['has a group without words', { name: 'x' }, /Group 2 \("x"\): words/],
    ['has a group of one word', { name: 'x', words: ['one'] }, /Group 2 \("x"\): words/],
    ['has a key nobody knows', { ...group, name: 'x', word: 'y' }, /Group 2 \("x"\): .*word/],
    ['has a name in capitals', { ...group, name: 'Big' }, /Group 2 \("Big"\): name is not small/],
    ['has a name twice', group, /Group 2 \("biller"\): another has the same name/],
    ['has a word twice', { name: 'x', words: ['Billers', 'y'] }, /Group "x": "Billers" stands/],
  ])('because it %s', (_, second, message) => {
    const text = typeof second === 'string' ? second : JSON.stringify({ groups: [group, second] })
    const parse = (): unknown => parseSynonyms(text)
    expect(parse).toThrow(FootholdError)
    expect(parse).toThrow(message)
    expect(parse).toThrow('seeds/synonyms.json cannot be used.')
  })
})
