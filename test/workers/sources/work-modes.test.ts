import { describe, expect, test } from 'vitest'
import {
  markedModes,
  modeIn,
  remoteIn,
  remoteInPlace,
} from '../../../workers/sources/work-modes.ts'

test.each([
  ['remote', true],
  ['Fully Remote', true],
  ['TELECOMMUTE', true],
  ['ORA_REMOTE', true],
  ['Work from Home', true],
  ['WFH', true],
  ['Anywhere', true],
  ['remote after 90 days', null],
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
  // Care at home, not work from home.
  expect(remoteInPlace('Hospice at Home, Reno, NV')).toBeNull()
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

describe('the mode of work', () => {
  test.each([
    ['Remote - US', true],
    ['Anywhere in the World', true],
    ['Work from home', true],
    ['Hybrid remote', null],
    ['Not remote', null],
    ['Scranton, PA', null],
  ])('%j means remote %s', (words, remote) => {
    expect(modeIn(words).remote).toBe(remote)
  })
  test('keeps the words of the feed, and no words that speak of places alone', () => {
    expect(modeIn('Scranton, PA', 'Hybrid', null)).toEqual({ remote: null, work_mode: 'Hybrid' })
    expect(modeIn('Scranton, PA').work_mode).toBeNull()
    expect(modeIn('Main Office, Reno, NV').work_mode).toBeNull()
  })
  test('of remote work beside work on site is left open', () => {
    const work_mode = 'Remote; On-site'
    expect(modeIn('Remote', 'On-site')).toEqual({ remote: null, work_mode })
  })
})
