import { describe, expect, test } from 'vitest'
import { ADAPTERS, adapterFor } from '../../../workers/sources/index.ts'
import type { Adapter } from '../../../workers/sources/contract.ts'

const HOUR = 3600
const of = (kind: string) => adapterFor(kind) as Adapter

/** What the terms of each platform say, as read from them by hand; see the head of its file. */
describe('the terms of a platform are the policy of its adapter', () => {
  test('Remotive: four calls a day, a day late, linked and named, no gate, nothing passed on', () => {
    expect(of('remotive').policy).toMatchObject({
      daily_cap: 4,
      min_interval_s: 6 * HOUR,
      min_delay_s: 24 * HOUR,
      must_link: true,
      must_name: true,
      may_gate: false,
      may_index: false,
      may_export: false,
    })
    // One poll is one call.
    expect(of('remotive').first(of('remotive').example)).toHaveLength(1)
  })
  test('Jobicy: hourly at most, six hours late, linked and named, nothing passed on', () => {
    expect(of('jobicy').policy).toMatchObject({
      daily_cap: 24,
      min_interval_s: HOUR,
      min_delay_s: 6 * HOUR,
      must_link: true,
      must_name: true,
      may_index: false,
      may_export: false,
    })
    expect(of('jobicy').first(of('jobicy').example)).toHaveLength(1)
  })
  test.each([
    ['himalayas', 'https://himalayas.app/'],
    ['remoteok', 'https://remoteok.com/'],
    ['themuse', 'https://www.themuse.com/'],
    ['adzuna', 'https://www.adzuna.com/'],
  ])('%s: a visible credit with a link that may be followed', (kind, url) => {
    const { policy } = of(kind)
    expect([policy.must_link, policy.must_name]).toEqual([true, true])
    expect(policy.credit_html).toContain(`<a href="${url}">`)
    expect(policy.credit_html).not.toContain('nofollow')
  })
  test('The Muse: the pace keeps under 500 requests an hour', () => {
    expect((HOUR * 1000) / of('themuse').pace).toBeLessThan(500)
  })
  test('no board of others is ever gated, marked up as ours or passed on', () => {
    const gathered = 'adzuna himalayas indeed jobicy neogov remoteok remotive rss themuse ymcareers'
    for (const kind of gathered.split(' ')) {
      expect([kind, of(kind).policy]).toMatchObject([
        kind,
        { must_link: true, may_gate: false, may_index: false, may_export: false },
      ])
    }
  })
})

test('an adapter without a recorded body behind it says that it is not proven', () => {
  const unproven = ADAPTERS.filter((a) => /no recorded payload/.test(a.about.source))
  expect(unproven.map((a) => a.kind).join(' ')).toBe(
    'adzuna breezy jobvite neogov oracle pinpoint themuse ukg ymcareers',
  )
  for (const adapter of unproven) expect(adapter.about.proven).toBe(false)
})
