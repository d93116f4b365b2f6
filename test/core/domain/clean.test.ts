import { expect, it } from 'vitest'
import { cleanStrings } from '../../../core/domain/clean.ts'

it('removes NUL and broken surrogates at every depth and keeps everything else', () => {
  const dirty = {
    a: 'x\u0000y',
    list: ['\ud83d', '\ud83d\ude00', 3, null],
    deep: { b: true, 'k\u0000': 'v' },
  }
  expect(cleanStrings(dirty)).toEqual({
    a: 'xy',
    list: ['\ufffd', '😀', 3, null],
    deep: { b: true, k: 'v' },
  })
})
