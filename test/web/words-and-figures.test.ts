import { describe, expect, it } from 'vitest'
import { GROUP_NAMES } from '../../core/domain/search/facets.ts'
import { UNDERSERVED } from '../../core/domain/search/keys.ts'
import {
  ADJACENT_ROLES,
  EMPLOYMENT_TYPES,
  ENTRY_VERDICTS,
  ROLES,
  SETTINGS,
  WORK_MODES,
} from '../../core/domain/tags.ts'
import {
  about,
  ago,
  counted,
  day,
  monthSpan,
  months,
  payConverted,
  payStated,
  series,
} from '../../web/format.ts'
import { contactHref, hostOf, safeHref } from '../../web/links.ts'
import { facetWord } from '../../web/filter-words.ts'
import { stateName, tagWord, warningWord } from '../../web/words.ts'
import { NOW } from './samples.ts'

describe('time in words', () => {
  it.each([
    ['2026-11-24T11:59:30.000Z', 'just now'],
    ['2026-11-24T11:59:00.000Z', '1 minute ago'],
    ['2026-11-24T09:00:00.000Z', '3 hours ago'],
    ['2026-11-21T12:00:00.000Z', '3 days ago'],
    ['2026-11-20T13:00:00.000Z', '3 days ago'],
    ['2026-11-29T12:00:00.000Z', 'in 5 days'],
    ['2026-09-01T00:00:00.000Z', 'Sep 1, 2026'],
    ['soon', 'soon'],
  ])('says %s as "%s"', (at, words) => {
    expect(ago(at, NOW)).toBe(words)
  })

  it('gives a date no more precisely than it is known', () => {
    expect([day('2026'), day('2026-02'), day('2026-02-03')]).toEqual([
      '2026',
      'Feb 2026',
      'Feb 3, 2026',
    ])
  })
})

describe('money in words', () => {
  it.each([
    [{ min: 18.5, max: 24, unit: 'hour' }, '$18.50–$24.00 an hour', '$38,480–$49,920 a year'],
    [{ min: 41600, max: 52000, unit: 'year' }, '$41,600–$52,000 a year', '$20.00–$25.00 an hour'],
    [{ min: null, max: 30, unit: 'hour' }, 'up to $30.00 an hour', 'up to $62,400 a year'],
    [{ min: 800, max: null, unit: 'week' }, 'from $800 a week', 'from $20.00 an hour'],
    [{ min: 20, max: 20, unit: 'hour' }, '$20.00 an hour', '$41,600 a year'],
    [{ min: 3.25, max: 3.25, unit: 'chart' }, '$3.25 per chart', null],
    [{ min: 5, max: 8, unit: 'percent' }, '5%–8% of what is collected', null],
    [{ min: null, max: null, unit: 'hour' }, null, null],
  ] as const)('says %j', (pay, stated, converted) => {
    expect(payStated(pay)).toBe(stated)
    expect(payConverted(pay)).toBe(converted)
  })

  it('says of a figure worked out that it is about so much', () => {
    expect([about('$20.00 an hour'), about('up to $62,400 a year')]).toEqual([
      'about $20.00 an hour',
      'up to $62,400 a year',
    ])
  })

  it('says nothing where no pay is stated', () => {
    expect([payStated(null), payConverted(null)]).toEqual([null, null])
  })
})

it('says months with their years, counts and series as people do', () => {
  expect([months(1), months(6), months(12), months(18), months(24), months(25)]).toEqual([
    '1 month',
    '6 months',
    '12 months (1 year)',
    '18 months (1.5 years)',
    '24 months (2 years)',
    '25 months',
  ])
  expect([monthSpan(2, 6), monthSpan(3, 3)]).toEqual(['2 to 6 months', '3 months'])
  expect([counted(1, 'listing'), counted(1204, 'listing')]).toEqual(['1 listing', '1,204 listings'])
  expect([series([]), series(['A']), series(['A', 'B'], 'or'), series(['A', 'B', 'C'])]).toEqual([
    '',
    'A',
    'A or B',
    'A, B and C',
  ])
})

describe('links', () => {
  it.each([
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    '//evil.example/x',
    '/relative',
    'not an address',
    '',
    null,
  ])('drops %j', (address) => {
    expect(safeHref(address)).toBeNull()
  })

  it('keeps http, https and mailto, with everything that could end an attribute escaped', () => {
    expect(safeHref('https://a.example/x?y=1')).toBe('https://a.example/x?y=1')
    expect(safeHref('http://a.example')).toBe('http://a.example/')
    expect(safeHref('mailto:a@b.example')).toBe('mailto:a@b.example')
    expect(safeHref('https://a.example/"onclick="x')).not.toContain('"')
  })

  it('names the host, and turns a contact into an address where it is one', () => {
    expect(hostOf('https://www.jobs.example.org/7')).toBe('jobs.example.org')
    expect(contactHref('jobs@example.org')).toBe('mailto:jobs@example.org')
    expect(contactHref('https://example.org/contact')).toBe('https://example.org/contact')
    expect(contactHref('javascript:alert(1)')).toBeNull()
    expect(contactHref('the front desk')).toBeNull()
  })
})

describe('names of tag values', () => {
  it('has plain words for every value a filter can hold', () => {
    const all = [
      ...ENTRY_VERDICTS.map((v) => facetWord('entry', v)),
      ...ROLES.map((v) => facetWord('role', v)),
      ...WORK_MODES.map((v) => facetWord('work_mode', v)),
      ...SETTINGS.map((v) => facetWord('setting', v)),
      ...EMPLOYMENT_TYPES.map((v) => facetWord('employment_type', v)),
      ...ADJACENT_ROLES.map((v) => facetWord('adjacent_role', v)),
      ...UNDERSERVED.map((v) => facetWord('underserved', v)),
      ...GROUP_NAMES.system.map((v) => facetWord('system', v)),
    ]
    expect(all.filter((words) => words.includes('_') || words === '')).toEqual([])
    expect(new Set(all).size).toBe(all.length)
  })

  it('shows an unknown value readably, even one that names a part of every object', () => {
    expect(tagWord('some_new_tag')).toBe('Some new tag')
    expect(tagWord('constructor')).toBe('Constructor')
    expect(tagWord('credentials.other')).toBe('Credentials')
    expect(warningWord('new_cue')).toBe('New cue.')
    expect(stateName('toString')).toBe('toString')
    expect([stateName('PA'), stateName('PR')]).toEqual(['Pennsylvania', 'Puerto Rico'])
  })
})
