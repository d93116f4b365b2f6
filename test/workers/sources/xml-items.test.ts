import { describe, expect, test } from 'vitest'
import { FootholdError } from '../../../core/errors.ts'
import { children, markup, rest, words, xmlRoot } from '../../../workers/sources/xml-items.ts'

const root = (body: string, roots = ['jobs']) =>
  xmlRoot({ url: '', status: 200, content_type: null, body, context: {} }, 'Test', roots)
function problem(body: string): unknown {
  try {
    root(body)
  } catch (error) {
    if (error instanceof FootholdError) return error.details['problem']
    throw error
  }
  return 'it was read'
}

describe('the outermost element', () => {
  test.each([
    ['<jobs/>'],
    ['<jobs></jobs>'],
    [
      '<?xml version="1.0" encoding="ISO-8859-1"?>\n<!-- <html> -->\n<jobs>\n</jobs>\n<!-- a > b -->\n',
    ],
    ['<!DOCTYPE jobs SYSTEM "jobs.dtd"><x:jobs xmlns:x="urn:x"></x:jobs>'],
    ['<JOBS></JOBS>'],
  ])('of %j is found', (body) => {
    expect(root(body).name).toBe('jobs')
  })
  test.each([
    ['<html><jobs></jobs></html>', 'html-instead-of-xml'],
    ['<!DOCTYPE html><body></body>', 'html-instead-of-xml'],
    ['<rss></rss>', 'mis-shaped'],
    ['{"jobs": []}', 'mis-shaped'],
    ['<!-- never ends', 'mis-shaped'],
    ['<jobs><job>', 'truncated'],
    ['<jobs><job></jobs', 'truncated'],
    ['<jobs><job/><job/>', 'truncated'],
    ['  ', 'empty-body'],
  ])('of %j is missing: %s', (body, expected) => {
    expect(problem(body)).toBe(expected)
  })
})

describe('what an element says', () => {
  const job = (inside: string) => {
    const [one] = children(root(`<jobs><job>${inside}</job></jobs>`), 'job')
    if (one === undefined) throw new Error('no job')
    return one
  }
  test.each([
    ['escaped', '<d>&lt;p&gt;R&amp;amp;D &amp;nbsp;&lt;/p&gt;</d>', '<p>R&amp;D &nbsp;</p>'],
    ['in CDATA', '<d><![CDATA[<p>R&amp;D</p>]]></d>', '<p>R&amp;D</p>'],
    ['in two CDATA parts', '<d><![CDATA[<p>a]]> &amp; <![CDATA[b</p>]]></d>', '<p>a & b</p>'],
    ['escaped twice', '<d>&amp;lt;p&amp;gt;a&amp;lt;/p&amp;gt;</d>', '&lt;p&gt;a&lt;/p&gt;'],
    ['with empty elements', '<d><p/>a<br/><x:b></x:b></d>', '<p></p>a<br><b></b>'],
    ['with marks in its words', '<d><p>a &lt; b &amp; c</p></d>', '<p>a &lt; b &amp; c</p>'],
    ['not escaped at all', '<d><p class="x">a <b>b</b></p></d>', '<p class="x">a <b>b</b></p>'],
  ])('comes through as markup when it is %s', (_, inside, html) => {
    expect(markup(job(inside), 'd')).toBe(html)
  })
  test('is known by its local name, whatever its prefix, case and dashes', () => {
    const one = job(
      '<ns:Job_Type>a</ns:Job_Type><job-type>b</job-type><media:title>c</media:title>',
    )
    expect(children(one, 'jobtype').map((e) => e.text)).toEqual(['a', 'b'])
    // What media says is of a picture.
    expect(words(one, 'title')).toBeNull()
  })
  test('in plain words has its entities resolved and takes the first name that says something', () => {
    const one = job('<title> </title><name>Caf&eacute; &amp;amp; Grill &#8211; Biller</name>')
    expect(words(one, 'title', 'name')).toBe('Café & Grill – Biller')
  })
  test('without end is cut off, and the rest of the feed is read', () => {
    const one = job(`<d>${'<x>'.repeat(5000)}a${'</x>'.repeat(5000)}</d><e>b</e>`)
    expect(words(one, 'e')).toBe('b')
    expect([words(one, 'd'), markup(one, 'd')?.startsWith('<x><x>')]).toEqual([null, true])
  })
  test('and nobody asked for is kept under its own name', () => {
    const one = job('<a>1</a><Zip_Code>2</Zip_Code><c>3</c><c>4</c><c>5</c><e/>')
    expect(rest(one, new Set(['a']))).toEqual({ Zip_Code: '2', c: ['3', '4', '5'] })
  })
})
