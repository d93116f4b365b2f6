import { describe, expect, it } from 'vitest'
import { shownOf, statesTag } from '../../../core/domain/feedback.ts'
import { sampleDetail, wordsIn } from '../../web/samples.ts'

describe('statesTag', () => {
  it('takes a tag that the page shows as not stated: a missed tag is a wrong tag', () => {
    const silent = sampleDetail()
    for (const tag of ['pay', 'min_months', 'settings', 'work_mode', 'credentials'] as const)
      expect(statesTag(silent, tag), tag).toBe(true)
  })

  it('refuses what the page leaves out when the advert does not give it, and takes it when it does', () => {
    const silent = sampleDetail()
    const full = sampleDetail({
      hybrid_days_onsite: 2,
      states_allowed: ['PA'],
      warnings: [{ code: 'number_conflict', words: 'three (5)' }],
    })
    for (const tag of ['hybrid_days_onsite', 'states_allowed', 'warnings'] as const) {
      expect(statesTag(silent, tag), tag).toBe(false)
      expect(statesTag(full, tag), tag).toBe(true)
    }
    expect(statesTag(full, 'states_excluded')).toBe(false)
  })
})

describe('shownOf', () => {
  const text = 'CPC required, CPC. RHIT is a plus.'

  it('gives the value with its words, each once, parts of the tag included', () => {
    const listing = sampleDetail({
      text,
      evidence: {
        'credentials.required': [wordsIn(text, 'CPC required'), wordsIn(text, 'CPC required')],
        'credentials.preferred': [wordsIn(text, 'RHIT')],
        pay: [wordsIn(text, 'plus')],
      },
    })
    expect(shownOf(listing, 'credentials')).toEqual({
      shown: listing.credentials,
      words: ['CPC required', 'RHIT'],
    })
  })

  it('gives null and no words for a tag that is not stated', () => {
    expect(shownOf(sampleDetail({ text }), 'pay')).toEqual({ shown: null, words: [] })
  })
})
