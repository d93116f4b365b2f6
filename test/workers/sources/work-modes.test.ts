import { expect, test } from 'vitest'
import { markedModes, remoteIn, remoteInPlace } from '../../../workers/sources/work-modes.ts'

test.each([
  ['remote', true],
  ['Fully Remote', true],
  ['TELECOMMUTE', true],
  ['ORA_REMOTE', true],
  ['Work from Home', true],
  ['on-site', false],
  ['OnSite', false],
  ['ORA_ON_SITE', false],
  ['In-office', false],
  ['In-Person', false],
  ['Not Remote', false],
  ['Hybrid', null],
  ['ORA_HYBRID', null],
  ['Hybrid Remote', null],
  ['Partially remote', null],
  ['Flexible', null],
  ['unspecified', null],
  ['Remington', null],
  ['', null],
  [null, null],
])('the word %j means remote %s', (word, remote) => {
  expect(remoteIn(word)).toBe(remote)
})

test('a place line says remote, and never that it is not', () => {
  expect(remoteInPlace('Remote - US')).toBe(true)
  expect(remoteInPlace('US, CA, Remote')).toBe(true)
  expect(remoteInPlace('Reno, NV (On-site)')).toBeNull()
  expect(remoteInPlace('Reno, NV')).toBeNull()
})

test('marks set one by one are told by name; remote beside another is a choice left open', () => {
  expect(markedModes({ remote: true, hybrid: false })).toEqual({ remote: true, words: 'remote' })
  expect(markedModes({ remote: false, hybrid: true })).toEqual({ remote: false, words: 'hybrid' })
  expect(markedModes({ remote: true, hybrid: true })).toEqual({
    remote: null,
    words: 'remote, hybrid',
  })
  expect(markedModes({ remote: false, hybrid: false, onSite: true })).toEqual({
    remote: false,
    words: 'on-site',
  })
  expect(markedModes({ remote: null, hybrid: null })).toEqual({ remote: null, words: null })
})
