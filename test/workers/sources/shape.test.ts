import { describe, expect, test } from 'vitest'
import {
  amount,
  asHtml,
  isoDate,
  rebase,
  section,
  text,
  webAddress,
} from '../../../workers/sources/shape.ts'

describe('a date', () => {
  test.each([
    ['2026-07-16', '2026-07-16'],
    [' 2026-07-16 ', '2026-07-16'],
    ['2017-03-18T00:00', '2017-03-18T00:00'],
    ['2026-07-16T11:55:32-04:00', '2026-07-16T11:55:32-04:00'],
    ['2024-12-11T17:06:00+0000', '2024-12-11T17:06:00+00:00'],
    ['2024-12-11T17:06:00-05', '2024-12-11T17:06:00-05:00'],
    ['2024-11-12T23:59:59.9970000', '2024-11-12T23:59:59.997'],
    ['2024-11-12 08:30:00z', '2024-11-12T08:30:00Z'],
    ['July 4, 2026', '2026-07-04'],
    ['Sept. 30 2026', '2026-09-30'],
  ])('%s is %s', (given, iso) => {
    expect(isoDate(given)).toBe(iso)
  })

  test.each([
    ['02/03/2026'],
    ['2026-02-30'],
    ['2026-13-01'],
    ['2026-01-01T25:00'],
    ['yesterday'],
    ['Posted 30+ Days Ago'],
    ['Foo 3, 2026'],
    [''],
    [null],
    [1_700_000_000],
  ])('%s is not surely a date', (given) => {
    expect(isoDate(given)).toBeNull()
  })
})

describe('an amount', () => {
  test.each([
    [18.5, 18.5],
    ['18.50', 18.5],
    ['$42,000', 42_000],
    ['77490', 77_490],
  ])('%s is %s', (given, value) => {
    expect(amount(given)).toBe(value)
  })

  test.each([[0], ['0.00'], [-3], [''], ['$'], ['DOE'], [null], [Number.NaN], [Infinity], [[5]]])(
    '%s is not stated',
    (given) => {
      expect(amount(given)).toBeNull()
    },
  )
})

describe('a text', () => {
  test.each(['UNAVAILABLE', 'n/a', ' ', '-', 'Not specified', 'NULL'])(
    '%j says nothing',
    (given) => {
      expect(text(given)).toBeNull()
    },
  )
  test('a number is its digits, anything else nothing', () => {
    expect([text(7), text(true), text({})]).toEqual(['7', null, null])
  })
})

describe('a description', () => {
  test('escaped once or twice becomes the same HTML', () => {
    expect(asHtml('&lt;p&gt;R&amp;amp;D &amp;nbsp;x&lt;/p&gt;')).toBe('<p>R&amp;D &nbsp;x</p>')
    expect(asHtml('&amp;lt;p&amp;gt;a&amp;lt;/p&amp;gt;')).toBe('<p>a</p>')
  })
  test('that is HTML stays as it is, even when it speaks of tags', () => {
    expect(asHtml('<p>write &lt;b&gt; for bold</p>')).toBe('<p>write &lt;b&gt; for bold</p>')
  })
  test('that is plain text keeps its lines and its signs', () => {
    expect(asHtml('Pay < $20 & up\r\nDays\n\nNo nights &amp; weekends')).toBe(
      '<p>Pay &lt; $20 &amp; up<br>Days</p><p>No nights &amp; weekends</p>',
    )
  })
  test('section: one text stands under its heading, several become a list, none is nothing', () => {
    expect(section('Duties', 'Code charts')).toBe('<h3>Duties</h3><p>Code charts</p>')
    expect(section('Duties', ['a', ' ', 'b'])).toBe(
      '<h3>Duties</h3><ul><li><p>a</p></li><li><p>b</p></li></ul>',
    )
    expect(section('Duties', [null, ''])).toBe('')
  })
})

describe('an address', () => {
  test('under another base keeps path and search, once', () => {
    const url = 'https://api.example.org/v1/jobs?a=1&b=2'
    expect(rebase(url, undefined)).toBe(url)
    expect(rebase(url, 'http://127.0.0.1:4100')).toBe('http://127.0.0.1:4100/v1/jobs?a=1&b=2')
    expect(rebase(url, 'http://127.0.0.1:4100/x/')).toBe('http://127.0.0.1:4100/x/v1/jobs?a=1&b=2')
    expect(rebase('http://h:1/x/v1', 'http://h:1/x')).toBe('http://h:1/x/v1')
    expect(rebase('http://h:12/x', 'http://h:1')).toBe('http://h:1/x')
  })
  test('is kept only when a browser may follow it', () => {
    expect(webAddress('https://a.org:443/x')).toBe('https://a.org:443/x')
    expect(webAddress('/jobs/7', 'https://a.org/list')).toBe('https://a.org/jobs/7')
    for (const bad of ['javascript:alert(1)', 'mailto:a@b.org', '/jobs', 'not an address', null]) {
      expect(webAddress(bad)).toBeNull()
    }
  })
})
