import { describe, expect, test } from 'vitest'
import {
  acceptance,
  catalogueCode,
  classAcceptance,
  credential,
  CREDENTIALS,
  heldCode,
  withoutApprenticeMark,
} from '../../../../core/domain/vocabulary/credentials.ts'

describe('the catalogue of credentials', () => {
  test('holds every row of the domain notes, each once', () => {
    const named =
      'CPC-A CPC COC COC-A CIC CRC CPB CPMA CDEO CPCO CPPM CPC-P CASCC CANPC CCC CEDC CEMC CGSC CHONC ' +
      'CIRCC COBGC COSC CUC CPCD CFPC CGIC CRHC CPEDC CENTC CCVTC CCA CCS CCS-P RHIT RHIA CDIP CHDA ' +
      'CHPS HCS-D HCS-H HCS-O HCS-C SCP ACS CCP-P CBCS NCICS CMRS CMC MCBC CRCR CRCS CRIP CRCP CHAA ' +
      'CMBS CMRT CPMB PAHCS'
    const codes = CREDENTIALS.map((c) => c.code)
    expect(new Set(codes).size).toBe(codes.length)
    expect(named.split(' ').filter((code) => !codes.includes(code))).toEqual([])
  })

  test('carries the figures of the notes: the CPC costs 425 or 499 dollars, as of February 2026', () => {
    expect(credential('CPC')?.fee).toMatchObject({ low: 425, high: 499, as_of: '2026-02' })
    expect(credential('CCA')?.fee).toMatchObject({ low: 199, high: 299 })
    expect(credential('CBCS')?.fee).toMatchObject({ low: 117, high: 117 })
    expect(credential('CCA')?.months).toMatchObject({ low: 1, high: 3 })
  })

  test('every figure names its source, and no range is upside down', () => {
    for (const c of CREDENTIALS) {
      expect(c.source, c.code).not.toBe('')
      for (const figure of [c.prerequisite, c.exam, c.fee, c.renewal, c.months]) {
        if (figure !== null) expect(figure.source.length, c.code).toBeGreaterThan(3)
      }
      for (const range of [c.fee, c.months]) {
        if (range !== null) expect(range.low, c.code).toBeLessThanOrEqual(range.high)
      }
    }
  })

  test('what no source gives is null, not a guess', () => {
    expect(credential('CMC')?.fee).toBeNull()
    expect(credential('CPC')?.months).toBeNull()
    expect(credential('CPCO')).toMatchObject({ exam: null, fee: null, renewal: null })
  })

  test('reads old names and other spellings', () => {
    expect(['cpc-h', 'CPC A', 'ccsp', ' rhit '].map(catalogueCode)).toEqual([
      'COC',
      'CPC-A',
      'CCS-P',
      'RHIT',
    ])
    expect(credential('XYZ')).toBeNull()
  })

  test('a held CPC with apprentice status is a CPC-A', () => {
    expect(heldCode({ code: 'CPC', apprentice: true })).toBe('CPC-A')
    expect(heldCode({ code: 'CPC-H', apprentice: true })).toBe('COC-A')
    expect(heldCode({ code: 'CCS', apprentice: true })).toBe('CCS')
    expect(withoutApprenticeMark('COC-A')).toBe('COC')
    expect(withoutApprenticeMark('CPC')).toBeNull()
  })
})

describe('what an employer takes for what is asked', () => {
  // The table of phrases in the domain notes, section 2a.
  test.each([
    ['CPC', 'CPC', 'exact'],
    ['COC', 'CPC', 'usual'],
    ['CCS', 'CPC', 'usual'],
    ['CCS-P', 'CPC', 'usual'],
    ['RHIT', 'CPC', 'sometimes'],
    ['CPC-A', 'CPC', 'no'],
    ['CCA', 'CPC', 'no'],
    ['CBCS', 'CPC', 'no'],
    ['CIC', 'CCS', 'usual'],
    ['CPC', 'CPC-A', 'exact'],
    ['COC-A', 'CPC-A', 'exact'],
    ['CCA', 'CPC-A', 'usual'],
    ['CBCS', 'CPC-A', 'no'],
    ['CMRS', 'CPC-A', 'no'],
    ['RHIA', 'RHIT', 'exact'],
    ['RHIT', 'RHIA', 'no'],
    ['CMRS', 'CPB', 'usual'],
    ['CPC', 'CPB', 'sometimes'],
    ['CPC', 'HCS-D', 'no'],
    ['CPC-H', 'COC', 'exact'],
  ])('held %s where %s is asked: %s', (held, asked, strength) => {
    expect(acceptance({ code: held }, asked)).toBe(strength)
  })

  test.each([
    ['CCA', 'any_coding', 'exact'],
    ['RHIT', 'any_coding', 'exact'],
    ['CPC-A', 'any_coding', 'usual'],
    ['CBCS', 'any_coding', 'no'],
    ['NCICS', 'any_coding', 'no'],
    ['CMRS', 'any_coding', 'no'],
    ['CPB', 'any_billing', 'exact'],
    ['CRCR', 'any_billing', 'exact'],
    ['CPC', 'any_billing', 'sometimes'],
    ['XYZ', 'any_billing', 'no'],
  ] as const)('held %s where a class is asked, %s: %s', (held, asked, strength) => {
    expect(classAcceptance({ code: held }, asked)).toBe(strength)
  })
})
