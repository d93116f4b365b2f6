import { describe, expect, it } from 'vitest'
import {
  allows,
  creditOf,
  earliestPoll,
  isOldEnough,
  ownTerms,
  readPolicy,
} from '../../../core/domain/policy.ts'
import { freePolicy } from '../../helpers/policy.ts'

const NOW = new Date('2026-11-24T12:00:00Z')
const at = (time: string) => new Date(`2026-11-24T${time}:00Z`)

describe('readPolicy', () => {
  it('takes a whole policy, with the labels that a source row keeps beside it', () => {
    const { policy, why } = readPolicy({ ...freePolicy(), platform: 'Lever', terms: 'Open.' })
    expect(why).toBeNull()
    expect(policy).toEqual(freePolicy())
  })

  it('names in one sentence what is missing, wrong and not known', () => {
    const row = { ...freePolicy({ min_interval_s: -1 }), may_sell: true } as Record<string, unknown>
    delete row['may_index']
    const { policy, why } = readPolicy(row)
    expect(policy).toBeNull()
    expect(why).toBe(
      'Its policy is not complete (may_index missing; min_interval_s not usable; may_sell not known), and a source without a policy is not read.',
    )
  })

  it('takes no policy at all as none', () => {
    expect(readPolicy({}).why).toMatch(/^Its policy is not complete \(may_cache_text, .*missing\)/)
  })
})

describe('ownTerms', () => {
  it('knows the names of the plan, and keeps a limit on cached text by keeping no text', () => {
    expect(ownTerms({ min_interval: 60, min_delay: 5, cache_hours: 24, must_link: true })).toEqual({
      min_interval_s: 60,
      min_delay_s: 5,
      may_cache_text: false,
      must_link: true,
    })
    expect(ownTerms({ cache_hours: null })).toEqual({})
  })
})

describe('earliestPoll', () => {
  const terms = { min_interval_s: 3600, daily_cap: null }

  it('lets the first poll begin at once', () => {
    expect(earliestPoll({ min_interval_s: 86_400, daily_cap: 1 }, [], NOW)).toBeNull()
  })

  it('holds to the least interval from the start of the last poll, to the second', () => {
    expect(earliestPoll(terms, [at('11:30')], NOW)).toEqual({
      until: at('12:30'),
      why: 'It waits until 2026-11-24 12:30 UTC: it is read at most once in 1 hour and the last reading began at 2026-11-24 11:30 UTC.',
    })
    expect(earliestPoll(terms, [at('11:00')], NOW)).toBeNull()
  })

  it('lets a cap of four a day pass four polls in any 24 hours, and a fifth when the oldest is a day old', () => {
    const capped = { min_interval_s: 0, daily_cap: 4 }
    const three = [at('11:00'), at('09:00'), at('10:00')]
    expect(earliestPoll(capped, three, NOW)).toBeNull()
    const held = earliestPoll(capped, [...three, at('08:00')], NOW)
    expect(held?.until).toEqual(new Date('2026-11-25T08:00:00Z'))
    expect(held?.why).toContain('it is read at most 4 times a day and has been')
    const yesterday = new Date('2026-11-23T11:59:59Z')
    expect(earliestPoll(capped, [...three, yesterday], NOW)).toBeNull()
  })

  it('keeps the later of the two', () => {
    const both = { min_interval_s: 6 * 3600, daily_cap: 1 }
    expect(earliestPoll(both, [at('11:00')], NOW)?.until).toEqual(new Date('2026-11-25T11:00:00Z'))
    const long = { min_interval_s: 48 * 3600, daily_cap: 1 }
    expect(earliestPoll(long, [at('11:00')], NOW)?.until).toEqual(new Date('2026-11-26T11:00:00Z'))
  })
})

describe('isOldEnough', () => {
  const terms = { min_delay_s: 21_600 }
  const advert = (postedAt: string | null, firstSeen = '2026-11-24T12:00:00Z') => ({
    postedAt,
    firstSeen: new Date(firstSeen),
  })

  it('counts from the posting date', () => {
    expect(isOldEnough(terms, advert('2026-11-24T06:00:00Z'), NOW)).toBe(true)
    expect(isOldEnough(terms, advert('2026-11-24T06:00:01Z'), NOW)).toBe(false)
    expect(isOldEnough({ min_delay_s: 0 }, advert('2026-11-24T12:00:00Z'), NOW)).toBe(true)
  })

  it('counts from the first sight where the date is not known or lies ahead', () => {
    for (const posted of [null, 'soon', '2027-01-01']) {
      expect(isOldEnough(terms, advert(posted), NOW)).toBe(false)
      expect(isOldEnough(terms, advert(posted, '2026-11-24T06:00:00Z'), NOW)).toBe(true)
    }
  })
})

describe('allows', () => {
  it('allows what the terms allow and nothing that they leave open', () => {
    expect(allows(freePolicy(), 'export')).toBe(true)
    expect(allows(freePolicy({ may_export: false }), 'export')).toBe(false)
    expect(allows(freePolicy({ may_index: false }), 'index')).toBe(false)
    expect(allows({}, 'email')).toBe(false)
    expect(allows({ may_gate: 'yes' }, 'gate')).toBe(false)
  })
})

describe('creditOf', () => {
  const source = (change: Parameters<typeof freePolicy>[0]) => ({
    kind: 'remotive',
    policy: { ...freePolicy(change), platform: 'Remotive' },
  })

  it('holds the name, the line and the link that the terms ask for, and nothing else', () => {
    const url = 'https://example.org/1'
    expect(creditOf(source({}), url)).toBeNull()
    expect(creditOf(source({ must_link: true }), url)).toEqual({
      name: null,
      html: null,
      link: url,
    })
    const all = source({ must_link: true, must_name: true, credit_html: '<b>R</b>' })
    expect(creditOf(all, url)).toEqual({ name: 'Remotive', html: '<b>R</b>', link: url })
    expect(creditOf({ kind: 'x', policy: {} }, url)).toBeNull()
  })
})
