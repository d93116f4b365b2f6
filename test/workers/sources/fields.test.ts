import { describe, expect, test } from 'vitest'
import { epochInstant, feedDate, feedUrl, namesIn, plain } from '../../../workers/sources/fields.ts'

describe('plain words', () => {
  test.each([
    ['Billing &amp; Coding', 'Billing & Coding'],
    ['Billing &amp;amp; Coding', 'Billing & Coding'],
    ['  Medical\n  <strong>Coder</strong> ', 'Medical Coder'],
    ['&lt;b&gt;Coder&lt;/b&gt; I', 'Coder I'],
    ['Coder (< 5 years)', 'Coder (< 5 years)'],
    ['R&D &notice', 'R&D &notice'],
    [' n/a ', null],
    [7, '7'],
  ])('of %j are %j', (given, words) => {
    expect(plain(given)).toBe(words)
  })
})

test('the names of a list are those of its items, whether words or objects', () => {
  expect(namesIn(['R&amp;D', { name: ' Billing ' }, null, '', { id: 7 }, 3])).toEqual([
    'R&D',
    'Billing',
    '3',
  ])
  expect([namesIn('Coding'), namesIn(null)]).toEqual([['Coding'], []])
})

describe('an instant since 1970', () => {
  test.each([
    // 1783731532 s: 20,645 days after 1970-01-01 are 2026-07-11, and 3,532 s are 00:58:52.
    [1_783_731_532, '2026-07-11T00:58:52Z'],
    ['1783731532', '2026-07-11T00:58:52Z'],
    [1_783_731_532_000, '2026-07-11T00:58:52Z'],
  ])('%s is %s', (given, iso) => {
    expect(epochInstant(given)).toBe(iso)
  })
  test.each([[0], [-5], [20_260_711], ['2026'], ['soon'], [null], [Number.NaN], [1e18]])(
    '%s is none',
    (given) => {
      expect(epochInstant(given)).toBeNull()
    },
  )
})

describe('a date of a feed', () => {
  test.each([
    ['Fri, 10 Jul 2026 22:45:30 +0000', '2026-07-10T22:45:30+00:00'],
    ['Wed, 19 Aug 2026 23:10:38 GMT', '2026-08-19T23:10:38Z'],
    ['Mon, 5 Jan 2026 08:00 EST', '2026-01-05T08:00-05:00'],
    ['Mon, 6 Jul 2026 08:00:00 PDT', '2026-07-06T08:00:00-07:00'],
    ['6 July 2026', '2026-07-06'],
    ['2026-07-10T22:45:30Z', '2026-07-10T22:45:30Z'],
    ['Jul 6, 2026', '2026-07-06'],
    // A zone that nobody defined leaves the time without one.
    ['Mon, 6 Jul 2026 08:00:00 XYZ', '2026-07-06T08:00:00'],
  ])('%s is %s', (given, iso) => {
    expect(feedDate(given)).toBe(iso)
  })
  test.each([
    ['Mon, 31 Feb 2026 08:00:00 GMT'],
    ['Mon, 6 Foo 2026 08:00:00 GMT'],
    ['07/06/2026'],
    ['Continuous'],
    ['Open until filled'],
    [null],
    [1_783_731_532],
  ])('%s is not surely one', (given) => {
    expect(feedDate(given)).toBeNull()
  })
})

test('We Work Remotely can be no source, for its terms forbid a job search service', () => {
  for (const host of ['weworkremotely.com', 'www.weworkremotely.com', 'WeWorkRemotely.com.']) {
    const parsed = feedUrl.safeParse(`https://${host}/remote-jobs.rss`)
    expect(parsed.error?.issues[0]?.message).toContain('forbid a job search service')
  }
  expect(feedUrl.safeParse('https://notweworkremotely.com/jobs.rss').success).toBe(true)
  expect(feedUrl.safeParse('nonsense').success).toBe(false)
})
