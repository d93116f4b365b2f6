import { describe, expect, it } from 'vitest'
import { readAdvert } from '../../../../../core/domain/read/read-advert.ts'

const read = (words: { text: string } | { html: string }) => {
  const { work_mode, evidence } = readAdvert({ title: 'Medical Biller', ...words })
  return { work_mode, words: evidence.work_mode?.map((found) => found.words) }
}

describe('a fact of a table whose answer stands on the line below', () => {
  it('is a refusal where the answer is no, and quotes the fact', () => {
    expect(read({ text: 'Remote job\nNo\nTravel Required\nNot required' })).toEqual({
      work_mode: 'onsite',
      words: ['Remote job'],
    })
    expect(read({ html: '<dl><dt>Remote job</dt><dd>No</dd></dl>' }).work_mode).toBe('onsite')
  })

  it('is an offer where the answer is yes', () => {
    expect(read({ text: 'Remote job\nYes\nTravel Required\nNo' }).work_mode).toBe('remote')
  })

  it('is not answered by a line that begins with no and speaks of something else', () => {
    expect(read({ text: 'Remote job\nNo experience needed, we teach you.' }).work_mode).toBe(
      'remote',
    )
  })

  it('is not answered by the no of another fact', () => {
    expect(read({ text: 'Travel required\nNo\nRemote job' }).work_mode).toBe('remote')
  })
})
